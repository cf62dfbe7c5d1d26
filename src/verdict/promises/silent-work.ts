import { silentWork } from '../../knowledge/silent-work.ts';
import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import type { Origin } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsDirectlyIn } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { overLists } from './awaited-lists.ts';
import { nameOfCallee } from './dropped-calls.ts';

/** Work whose end is told by events that nobody listens to, and that goes on beside a test, or when a hook is over. */
export interface SilentCall {
	readonly call: Call;
	readonly api: string;
}

/**
 * `indexedDB.deleteDatabase('notes');`, `await exec('make clean');`, of hooks and of tests that go on: what they give is no promise, so that neither `await` nor the runner waits
 * for it, and nobody takes the object whose events tell of its end.
 */
export function* silentWorkIn(models: Models): Iterable<SilentCall> {
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		for (const { fact } of [scope.body, ...turnsIn(scope.body)]) {
			for (const call of fact.calls) {
				const api =
					isDropped(call, fact) && (!('framework' in scope) || goesOn(models, scope, call))
						? workOf(models, scope, at(call, scope.body))
						: undefined;
				if (api !== undefined) yield { call, api };
			}
		}
	}
}

/** The function itself, for each of a list: `names.forEach(name => { … })`. */
function turnsIn(site: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	const turns = functionsDirectlyIn(site.module.facts, site.fact).filter(
		({ passedTo }) => passedTo !== undefined && overLists.has(nameOfCallee(passedTo.call, site.module)),
	);
	return turns.map(fact => at(fact, site));
}

function isDropped({ usage, args, region }: Call, { form, regions }: FunctionFacts): boolean {
	const isSoEnded = region !== undefined && regions[region]?.kind === 'after-exit';
	return (
		(usage === 'discarded' || usage === 'awaited' || (usage === 'returned' && form === 'arrow')) &&
		!isSoEnded &&
		!args.some(({ kind }, index) => kind === 'function' || (kind === 'reference' && index > 0))
	);
}

/** Whether something follows in a test that may need the work to be done. */
function goesOn(models: Models, scope: Scope, { end }: Call): boolean {
	return scope.body.fact.awaits.some(({ start }) => start > end) || models.assertionsIn(scope).some(({ place }) => place.start > end);
}

function workOf({ provenance, framework }: Models, scope: Scope, call: Site<Call>): string | undefined {
	const found = provenance
		.origins(at(call.fact.callee, call))
		.find(
			origin =>
				silentWork.some(({ from, path }) => from.includes(origin.from) && isAt(origin, path)) &&
				!framework.isStubbed(origin, scope, call.fact.start),
		);
	return found === undefined ? undefined : dotted(found);
}

function isAt({ steps }: Origin, path: readonly string[]): boolean {
	const names = steps.flatMap(step => (step.kind === 'property' ? [step.name] : []));
	return names.length === steps.length && names.join('.') === path.join('.');
}
