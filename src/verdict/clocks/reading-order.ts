import type { Assertion } from '../../assertions/model.ts';
import type { ClockReading } from '../../effects/clocks/clock-forms.ts';
import { isReadBehind } from '../../effects/clocks/reading-order.ts';
import type { Influence } from '../../effects/model.ts';
import type { Span } from '../../syntax/facts.ts';

/** The read happens while the assertion is made: it, or a call that leads to it, stands in the assertion's own text. */
export function isWithin({ source }: Influence, { site: { module, fact } }: Pick<Assertion, 'site'>): boolean {
	for (let site: Influence['source'] | undefined = source; site !== undefined; site = site.frame?.call) {
		if (site.module === module && site.fact.start >= fact.start && site.fact.end <= fact.end) return true;
	}
	return false;
}

export function isSameRead({ source, element }: Influence, others: readonly Influence[]): boolean {
	const isOfOther = (other: number | undefined): boolean => element !== undefined && other !== undefined && element !== other;
	return others.some(other => other.source.fact === source.fact && other.source.frame === source.frame && !isOfOther(other.element));
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
