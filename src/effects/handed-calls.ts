import { at } from '../provenance/walker.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';
import type { Site } from '../project/model.ts';
import type { Call, MemberValue, ReferenceValue, Value } from '../syntax/facts.ts';

/** The function that a call calls itself, as its row says. */
export function callbackOf(knowing: Knowing, call: Site<Call>): Site<Value> | undefined {
	const row = rowsOfCall(knowing, call).find(match => match.row.effect === 'calls')?.row;
	const value = row?.effect === 'calls' && typeof row.callback === 'number' ? call.fact.args[row.callback] : undefined;
	return value === undefined ? undefined : at(value, call);
}

/** The call that something of a package gets which a method is handed by its name. */
export function handedApi({ provenance }: Knowing, callback: Site<Value>, call: Site<Call>): Site<Call> | undefined {
	const isApi = callback.fact.kind === 'member' && provenance.roots(callback).some(({ kind }) => kind === 'origin');
	return isApi ? handedCall(callback, call) : undefined;
}

type Named = ReferenceValue | MemberValue;

const calls = new WeakMap<Named, Call>();

/** The call that something gets which is handed over by its name: `Array.from(places, Math.random)`. What it is called with is not told. */
export function handedCall(callback: Site<Value>, { fact: { function: owner, region } }: Site<Call>): Site<Call> | undefined {
	const { fact } = callback;
	if (fact.kind !== 'member' && fact.kind !== 'reference') return undefined;
	const call = calls.get(fact) ?? callOf(fact, owner, region);
	calls.set(fact, call);
	return at(call, callback);
}

function callOf(callee: Named, owner: number, region: number | undefined): Call {
	const { start, end } = callee;
	const args: readonly Value[] = [0, 1].map(() => ({ kind: 'unknown', parts: [], start, end }));
	return { kind: 'call', form: 'call', callee, args, usage: 'operand', outer: undefined, function: owner, region, start, end };
}
