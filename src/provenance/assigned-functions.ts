import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, MemberValue, ModuleFacts, Value } from '../syntax/facts.ts';
import { namedFunction } from './handed-functions.ts';

/** Where a function is written to something global. */
export interface Assigned {
	readonly target: MemberValue;
	/** What was made of the function before, where it is not written as it is: `console.log = vi.fn(line => …)`. */
	readonly made: Call | undefined;
}

/** The property of something global that a function is written to, where it is made or by its name. */
export function assignedTo({ module: { facts }, fact }: Site<FunctionFacts>): Assigned | undefined {
	const assigned = known.get(facts) ?? readAssigned(facts);
	known.set(facts, assigned);
	return assigned.get(fact);
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, Assigned>>();

function readAssigned(facts: ModuleFacts): ReadonlyMap<FunctionFacts, Assigned> {
	const found = new Map<FunctionFacts, Assigned>();
	for (const { target, value } of facts.functions.flatMap(({ writes }) => writes)) {
		if (value === undefined || target.kind !== 'member' || !isGlobal(target)) continue;
		const made = value.kind === 'call' ? value : undefined;
		const handed = made === undefined ? value : made.args[0];
		const written = handed === undefined ? undefined : functionOf(handed, facts);
		if (written !== undefined && !found.has(written)) found.set(written, { target, made });
	}
	return found;
}

function isGlobal({ object }: MemberValue): boolean {
	return object.kind === 'global' || (object.kind === 'member' && isGlobal(object));
}

function functionOf(value: Value, facts: ModuleFacts): FunctionFacts | undefined {
	return value.kind === 'function' ? facts.functions[value.function] : namedFunction(value, facts);
}
