import type { Site } from '../project/model.ts';
import type { ArrayValue, Call, FunctionFacts } from '../syntax/facts.ts';
import { isCalledBeside, isLimited, isOvertaken, methodCalling, waitedTogether, waitsBefore } from './calls-beside.ts';
import { type HandedOver, callsOfCallback, isCalledAnew } from './handed-callbacks.ts';
import type { Gathering, Path } from './model.ts';
import { type Walker, at, functionAt } from './walker.ts';

/** What decides where a list gets what a call in `writer` adds to it, if that is not the code's own order. `taken` is what is asked of the list. */
export function gatheringAt(walker: Walker, call: Site<Call>, writer: FunctionFacts, taken: Path): Gathering | undefined {
	if (!walker.keepsOrder(call.fact)) return undefined;
	if (overlaps(walker, call, writer)) return { call, over: undefined, taken };
	if (isLimited(walker, call, writer) || isCalledBeside(call, writer)) return { call, over: undefined, taken };
	if (isOvertaken(walker, call, writer)) return { call, over: undefined, taken };
	const inner = overlappingCall(walker, call, writer);
	if (inner !== undefined) return { call: inner, over: undefined, taken };
	const over = iterableOf(walker, call, writer);
	return over === undefined ? undefined : { call, over, taken };
}

/** Whether callbacks that are called for each element of a list overlap, and the call stands where they do. */
function overlaps(walker: Walker, { module, fact: call }: Site<Call>, writer: FunctionFacts): boolean {
	const method = methodCalling(writer);
	if (method === undefined) return false;
	if (walker.mapsElements(method)) return waitsBefore(writer, call);
	const around = functionAt(module, writer.passedTo?.call.function ?? 0);
	const outer = around === undefined ? undefined : methodCalling(around);
	return walker.settles(method) && ((outer !== undefined && walker.mapsElements(outer)) || standsBeside(writer.passedTo?.call));
}

/** What makes a callback add out of order that is handed to an emitter, or to a function of the project: its own waiting, or that of whoever calls it. */
function overlappingCall(walker: Walker, call: Site<Call>, writer: FunctionFacts): Site<Call> | undefined {
	if (writer.passedTo === undefined) return undefined;
	const calls = callsOfCallback(walker, writer.passedTo, call);
	if (waitsBefore(writer, call.fact) && (calls === 'anew' || calls.some(isCalledAnew))) return call;
	return calls === 'anew' ? undefined : calls.find(each => standsInOverlap(walker, each))?.call;
}

function standsInOverlap(walker: Walker, { call, caller }: HandedOver): boolean {
	return overlaps(walker, call, caller);
}

/** Whether a promise is one of several that are waited for together. */
function standsBeside(call: Call | undefined): boolean {
	return call?.outer !== undefined && waitedTogether(call.outer).some(element => element === call);
}

/** The list that a loop, or `forEach`, around the call goes through. */
function iterableOf(walker: Walker, call: Site<Call>, writer: FunctionFacts): Gathering['over'] {
	for (let index = call.fact.region; index !== undefined; index = writer.regions[index]?.parent) {
		const loop = writer.regions[index]?.loop;
		if (loop?.form === 'for-of' && loop.iterable !== undefined) return at(loop.iterable, call);
		if (loop !== undefined) return undefined;
	}
	const method = methodCalling(writer);
	const callee = writer.passedTo?.call.callee;
	return method !== undefined && walker.mapsElements(method) && callee?.kind === 'member' ? at(callee.object, call) : undefined;
}

const lists = new WeakMap<Call, ArrayValue>();
const keys = new WeakMap<Call, ArrayValue>();

/** What a call adds, as a list of its own: the same one for the same call. */
export function addedList(call: Call): ArrayValue {
	const known = lists.get(call) ?? { kind: 'array', elements: call.args, start: call.start, end: call.end };
	lists.set(call, known);
	return known;
}

/** What `map.set(key, value)` adds to the keys, as a list. */
export function addedKeys(call: Call): ArrayValue {
	const known = keys.get(call) ?? { kind: 'array', elements: call.args.slice(0, 1), start: call.start, end: call.end };
	keys.set(call, known);
	return known;
}
