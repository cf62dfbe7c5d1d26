import type { Frame, Module, Site } from '../project/model.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { maxDepth } from './walker.ts';

/** By the caller's module, as one linted file sees it, and the caller's frame; nothing is left behind for the next file. */
const frames = new WeakMap<Module, Map<Frame | undefined, Map<Call, Frame[]>>>();

/** The frame of a call, the same one for the same call; undefined where it would be too deep. */
export function entered(target: Site<FunctionFacts>, call: Site<Call>, receiver: Site<Value> | undefined): Frame | undefined {
	const depth = (call.frame?.depth ?? 0) + 1;
	if (depth > maxDepth || isEntered(target.fact, call.frame) || isLarge(target)) return undefined;

	const byCaller = frames.get(call.module) ?? new Map<Frame | undefined, Map<Call, Frame[]>>();
	frames.set(call.module, byCaller);
	const byCall = byCaller.get(call.frame) ?? new Map<Call, Frame[]>();
	byCaller.set(call.frame, byCall);
	const siblings = byCall.get(call.fact) ?? [];
	const known = siblings.find(
		each =>
			each.function === target.fact &&
			each.lexical === target.frame &&
			each.receiver?.fact === receiver?.fact &&
			each.receiver?.frame === receiver?.frame,
	);
	if (known !== undefined) return known;
	const frame: Frame = { function: target.fact, module: target.module, call, receiver, lexical: target.frame, depth };
	byCall.set(call.fact, [...siblings, frame]);
	return frame;
}

/** Calls in a function that is entered, those of the functions inside it included, elements that it shows left out, a chain as one: larger ones are programs, not helpers. */
const maxCalls = 80;

const large = new WeakMap<FunctionFacts, boolean>();

/** Whether a function is a program of its own. */
export function isLarge({ module, fact }: Site<FunctionFacts>): boolean {
	const known = large.get(fact);
	if (known !== undefined) return known;
	const { functions } = module.facts;
	let calls = 0;
	for (let index = functions.indexOf(fact); index < functions.length && calls <= maxCalls; index++) {
		const inner = functions[index];
		if (inner === undefined || inner.start >= fact.end) break;
		calls += inner.calls.filter(({ form, usage }) => form !== 'jsx' && usage !== 'receiver').length;
	}
	large.set(fact, calls > maxCalls);
	return calls > maxCalls;
}

/** Recursion is looked at once. */
function isEntered(target: FunctionFacts, frame: Frame | undefined): boolean {
	for (let current = frame; current !== undefined; current = current.call?.frame) {
		if (current.function === target) return true;
	}
	return false;
}
