import { partedEndings } from '../../knowledge/ending-words.ts';
import type { Call, FunctionFacts, ModuleFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';

/** Work at the end of a test that is handed over in two pieces: one need not wait for the other. */
export interface PartedEnding {
	readonly call: Call;
	/** What both are done to. */
	readonly name: string;
}

/** Clean-ups of one object that a test hands to its runner apart from each other, where the runner leaves open which is first, or does not wait for either. */
export function* partedEndingsIn({ module, tests }: Models): Iterable<PartedEnding> {
	const told = new Set<Call>();
	for (const test of tests) {
		const names = partedEndings[test.framework];
		if (names === undefined || test.body.module !== module) continue;
		for (const inside of functionsWithin(module.facts, test.body.fact)) {
			const seen = new Map<number, string>();
			for (const call of inside.calls) {
				const ending = names.some(name => call.callee.kind === 'member' && call.callee.property === name)
					? endingOf(call, module.facts)
					: undefined;
				if (ending === undefined) continue;
				const earlier = seen.get(ending.of);
				seen.set(ending.of, ending.method);
				if (earlier === undefined || earlier === ending.method || told.has(call)) continue;
				told.add(call);
				yield { call, name: module.facts.bindings[ending.of]?.name ?? '' };
			}
		}
	}
}

/** The method of a variable that is all that a function does which is handed over: `() => ledger.stop()`. */
function endingOf({ args: [handler] }: Call, { functions }: ModuleFacts): { readonly of: number; readonly method: string } | undefined {
	const facts = handler?.kind === 'function' ? functions[handler.function] : undefined;
	const [only, ...others] = facts?.calls ?? [];
	if (
		facts === undefined ||
		only === undefined ||
		others.length > 0 ||
		!isPromised(only, facts) ||
		only.callee.kind !== 'member' ||
		only.callee.object.kind !== 'reference'
	)
		return undefined;
	const { object, property } = only.callee;
	return typeof property === 'string' ? { of: object.binding, method: property } : undefined;
}

/** Whether a call may take time, as far as the function that makes it tells. */
function isPromised({ usage }: Call, { async: isAsync, form }: FunctionFacts): boolean {
	return usage === 'awaited' || (usage === 'returned' && (isAsync || form === 'arrow'));
}
