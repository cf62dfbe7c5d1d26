import type { Assertion } from '../../assertions/model.ts';
import type { ClockReading } from '../../effects/clocks/clock-forms.ts';
import { isReadBehind } from '../../effects/clocks/reading-order.ts';
import type { Influence } from '../../effects/model.ts';
import type { Frame } from '../../project/model.ts';
import { frameOf } from '../../provenance/walker.ts';
import type { Span } from '../../syntax/facts.ts';

/** The read happens while the assertion is made: it, or a call that leads to it, stands in the assertion's own text. */
export function isWithin({ source }: Influence, { site: { module, fact } }: Pick<Assertion, 'site'>): boolean {
	for (let site: Influence['source'] | undefined = source; site !== undefined; site = site.frame?.call) {
		if (site.module === module && site.fact.start >= fact.start && site.fact.end <= fact.end) return true;
	}
	return false;
}

export function isSameRead(one: Influence, others: readonly Influence[]): boolean {
	return others.some(other => isSameMade(one, other) && other.source.frame === one.source.frame);
}

/**
 * Whether one of the others is the same reading, as far as can be seen: what is kept somewhere was made in a call that nobody sees, which may be the one
 * that gave the other.
 */
export function mayBeSameRead(one: Influence, others: readonly Influence[]): boolean {
	return others.some(other => isSameMade(one, other) && mayBeSameCall(one.source.frame, other.source.frame));
}

/** They are made by the same text, and not for different elements of a list. */
function isSameMade(one: Influence, other: Influence): boolean {
	const areOfTwo = one.element !== undefined && other.element !== undefined && one.element !== other.element;
	return one.source.fact === other.source.fact && !areOfTwo;
}

/** Whether two frames may be of one call; what is not looked at through any call of its function may be of each. */
function mayBeSameCall(one: Frame | undefined, other: Frame | undefined): boolean {
	if (one === other || one === undefined || other === undefined) return true;
	if (one.function === other.function)
		return (
			one.call === undefined ||
			other.call === undefined ||
			(one.call.fact === other.call.fact && mayBeSameCall(one.call.frame, other.call.frame))
		);
	const [aroundOther, aroundOne] = [frameOf(one.function, other), frameOf(other.function, one)];
	return (aroundOther !== undefined && mayBeSameCall(one, aroundOther)) || (aroundOne !== undefined && mayBeSameCall(aroundOne, other));
}

/** The read, or the call in the linted file that leads to it. */
export function outermost(source: Influence['source']): Influence['source'] {
	let site = source;
	while (site.frame?.call !== undefined) site = site.frame.call;
	return site;
}

/** Where in the linted file readings are made, from the first to the last. */
export function stretchOf(readings: readonly Influence[]): Span {
	const places = readings.map(({ source }) => outermost(source).fact);
	return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
}

/** One side of a comparison: the readings behind it, and what it makes of them. */
export interface Side {
	readonly reading: ClockReading;
	readonly behind: readonly Influence[];
}

/**
 * How long it may be from the earlier of two readings to the later one, where one of them is moved: `start + 100` against a later
 * `Date.now()`. Zero: the comparison holds whenever the readings are made. Undefined where it is no such comparison, or where
 * nobody can tell which reading comes first.
 */
export function elapsedBetween(
	left: Side,
	right: Side,
	claim: Pick<Assertion, 'site'>,
): { readonly ms: number; readonly isLeftLater: boolean } | undefined {
	const [one, other] = [left.reading, right.reading];
	if (![one, other].every(({ form }) => form === 'read' || form === 'moved') || one.offset === undefined || other.offset === undefined)
		return undefined;
	const isLeftLater = isLater(left.behind, right.behind, claim);
	if (isLeftLater === undefined || one.offset === other.offset) return undefined;
	return { ms: Math.max(isLeftLater ? other.offset - one.offset : one.offset - other.offset, 0), isLeftLater };
}

/** By where they stand in the same text, and by which of them is made for the assertion alone. */
function isLater(actual: readonly Influence[], expected: readonly Influence[], claim: Pick<Assertion, 'site'>): boolean | undefined {
	const [one, ...more] = actual;
	const [other, ...others] = expected;
	if (one === undefined || other === undefined || more.length > 0 || others.length > 0) return undefined;
	if (isWithin(one, claim) !== isWithin(other, claim)) return isWithin(one, claim);
	return isReadBehind(one, other);
}

/** Whether all are read from clocks that tell less than a microsecond: no two readings of such a one are the same. */
export function areFine(reads: readonly Influence[]): boolean {
	return reads.every(({ row }) => row?.effect === 'clock' && row.clock === 'monotonic');
}
