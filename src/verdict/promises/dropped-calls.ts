import { isMentioned, onlyHolderOf } from '../../effects/uses.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { closings } from '../../knowledge/ending-words.ts';
import { joining } from '../../knowledge/promise-classes.ts';
import { droppedWaits } from '../../knowledge/wait-words.ts';
import type { Module, Site } from '../../project/model.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { isThen } from '../../syntax/promise-link.ts';

/** `server.get('/', async () => { server.close(); … })`: the end of the server waits for what it runs, which cannot wait for that in turn. */
export function isClosingOfCaller({ fact }: Site<FunctionFacts>, call: Call): boolean {
	const { callee } = call;
	const outer = fact.passedTo?.call.callee;
	if (!closings.has(namedMethod(call) ?? '') || callee.kind !== 'member' || outer?.kind !== 'member') return false;
	return callee.object.kind === 'reference' && outer.object.kind === 'reference' && callee.object.binding === outer.object.binding;
}

/** Whether a place stands in the other branch of a condition that a call stands in. */
export function isElse({ regions }: FunctionFacts, call: Call, place: Span): boolean {
	const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
	const own = regions.filter(region => (region.kind === 'then' || region.kind === 'case') && holds(region, call));
	return own.some(one =>
		regions.some(
			other =>
				other !== one &&
				other.parent === one.parent &&
				(other.kind === 'else' || other.kind === 'case') &&
				other.start >= one.end &&
				holds(other, place) &&
				(other.kind === 'case' || other.test === one.test),
		),
	);
}

/** `const saved = save()`, and nobody ever asks for `saved`. */
export function isForgotten({ module: { facts } }: Site<FunctionFacts>, call: Call): boolean {
	const binding = onlyHolderOf(facts, call);
	if (binding === undefined || facts.bindings[binding]?.disposed === true) return false;
	return (
		!facts.exports.some(each => each.kind === 'value' && each.value.kind === 'reference' && each.value.binding === binding) &&
		!isMentioned(facts, binding)
	);
}

/** A name is enough where it only quiets. */
export function nameOfCallee(call: Call, { facts }: Module): string {
	return (call.callee.kind === 'reference' ? facts.bindings[call.callee.binding]?.word : namedMethod(call)) ?? '';
}

/** Whether what is called does nothing but wait, by its name. */
export function isNamedWait(call: Call, { module }: Site<FunctionFacts>): boolean {
	return droppedWaits.test(nameOfCallee(call, module));
}

export function namedMethod({ callee }: Call): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** `await load().then(() => …)`, `await Promise.all([load().then(() => …)])`. */
export function isSettledChain({ callee, usage, outer }: Call): boolean {
	if (!isThen(callee)) return false;
	if (usage === 'argument')
		return outer !== undefined && ['awaited', 'returned'].includes(outer.usage) && joining.has(namedMethod(outer) ?? '');
	return (
		usage === 'awaited' ||
		usage === 'returned' ||
		(usage === 'receiver' && outer !== undefined && ['awaited', 'returned', 'receiver'].includes(outer.usage))
	);
}

/** Whether two are asked of one thing, which may do them one after the other. */
export function isOfOne(one: Value, other: Value): boolean {
	const [first, second] = [beginningOf(one), beginningOf(other)];
	return first.kind === 'reference'
		? second.kind === 'reference' && first.binding === second.binding
		: first.kind === second.kind && first.kind === 'this';
}

/** `shop` of `shop.stock(1).then`. */
function beginningOf(value: Value): Value {
	const { root } = chainOf(value);
	return root.kind === 'call' ? beginningOf(root.callee) : root;
}
