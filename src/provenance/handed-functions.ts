import type { Site } from '../project/model.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';

export type Handing = NonNullable<FunctionFacts['passedTo']>;

/** Where a function is handed over by its name, `test('saves', saves)`, in source order; nothing where the file calls it itself, for then it is handed other things as well. */
export function handingsOf({ module: { facts }, fact }: Site<FunctionFacts>): readonly Handing[] {
	const handings = known.get(facts) ?? readHandings(facts);
	known.set(facts, handings);
	return handings.get(fact) ?? [];
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, readonly Handing[]>>();

function readHandings(facts: ModuleFacts): ReadonlyMap<FunctionFacts, readonly Handing[]> {
	const found = new Map<FunctionFacts, Handing[]>();
	const called = new Set<FunctionFacts>();
	for (const call of facts.functions.flatMap(({ calls }) => calls)) {
		const own = namedFunction(call.callee, facts);
		if (own !== undefined) called.add(own);
		for (const [argument, value] of call.args.entries()) {
			const handed = namedFunction(value, facts);
			if (handed === undefined) continue;
			const handings = found.get(handed) ?? [];
			handings.push({ call, argument });
			found.set(handed, handings);
		}
	}
	for (const each of called) found.delete(each);
	return found;
}

/** The function that a name stands for, and nothing else. */
export function namedFunction(value: Value, facts: ModuleFacts): FunctionFacts | undefined {
	const held = soleValue(facts, value);
	return held?.kind === 'function' ? facts.functions[held.function] : undefined;
}
