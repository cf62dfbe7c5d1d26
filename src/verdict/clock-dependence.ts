import type { Assertion } from '../assertions/model.ts';
import type { ClockReading } from '../effects/clock-reading.ts';
import type { Influence } from '../effects/model.ts';
import type { Site } from '../project/model.ts';
import type { Span, Value } from '../syntax/facts.ts';

/** How the real clock decides an assertion. */
export interface ClockDependence {
	/**
	 * - `elapsed`: it bounds how long something took
	 * - `twice`: it compares two readings
	 * - `unfrozen`: it compares a reading, or what follows from one, with something fixed
	 */
	readonly kind: 'elapsed' | 'twice' | 'unfrozen';
	readonly read: Influence;
}

/** What has to be known of an assertion's two sides. */
export interface Sides {
	readonly claim: Assertion & { readonly place: Span };
	/** Readings of clocks that nothing controls. */
	readonly actual: readonly Influence[];
	readonly expected: readonly Influence[];
	readonly readingOf: (site: Site<Value>) => ClockReading;
	/** A number that stands in the code. */
	readonly numberOf: (site: Site<Value> | undefined) => number | undefined;
	/** The greatest difference that passes. */
	readonly tolerance: number | undefined;
	/** Whether the value is written down, all of it. */
	readonly isFixed: (site: Site<Value>) => boolean;
	/** Milliseconds from which a bound is no measure of speed. */
	readonly generous: number;
}

export function clockDependence(sides: Sides): ClockDependence | undefined {
	const { claim, actual, expected } = sides;
	const [read] = [...actual, ...expected];
	if (read === undefined) return undefined;
	switch (claim.relation) {
		case 'truthy':
		case 'falsy':
			return sides.readingOf(claim.actual) === 'computed' ? { kind: 'unfrozen', read } : undefined;
		case 'snapshot':
			return actual.length > 0 ? { kind: 'unfrozen', read } : undefined;
		case 'identical':
		case 'deep-equal':
		case 'includes-structure':
		case 'same-members':
		case 'called-with':
		case 'nth-called-with':
			return equality(sides);
		case 'greater':
		case 'greater-or-equal':
		case 'less':
		case 'less-or-equal':
		case 'within':
		case 'close-to':
			return comparison(sides, read);
		default:
			return undefined;
	}
}

function equality(sides: Sides): ClockDependence | undefined {
	const { claim, actual, expected } = sides;
	const [read] = actual;
	if (read === undefined) {
		const inline = expected.find(influence => isWithin(influence, claim.place));
		return inline === undefined || claim.expected === undefined || isOffset(sides, claim.expected) ? undefined : { kind: 'twice', read: inline };
	}
	if (expected.length > 0) return expected.every(each => isSameRead(each, actual)) ? undefined : { kind: 'twice', read };
	if (claim.negated || claim.expected === undefined || !sides.isFixed(claim.expected)) return undefined;
	return { kind: sides.readingOf(claim.actual) === 'elapsed' ? 'elapsed' : 'unfrozen', read };
}

/** A date some way off the present, with its own fixed part, is not compared to the millisecond by accident. */
function isOffset({ readingOf }: Sides, expected: Site<Value>): boolean {
	return readingOf(expected) === 'elapsed';
}

function comparison(sides: Sides, read: Influence): ClockDependence | undefined {
	const { claim, actual, expected } = sides;
	const readings = [claim.actual, claim.expected].map(site => (site === undefined ? undefined : sides.readingOf(site)));
	if (actual.length > 0 && readings[0] === 'elapsed') return elapsed(sides, claim.expected, read);
	if (expected.length > 0 && readings[1] === 'elapsed') return elapsed({ ...sides, claim: { ...claim, relation: turned(claim.relation) } }, claim.actual, read);
	if (claim.relation === 'close-to') return sides.tolerance !== undefined && sides.tolerance >= 1_000 ? undefined : { kind: 'twice', read };

	const isStrict = claim.relation === 'greater' || claim.relation === 'less';
	if (actual.length > 0 && expected.length > 0) {
		const isPlain = readings.every(reading => reading === 'read');
		return isPlain && isStrict !== claim.negated && !expected.every(each => isSameRead(each, actual)) ? { kind: 'twice', read } : undefined;
	}
	const bound = sides.numberOf(claim.expected);
	const isCalendar = actual.length > 0 && readings[0] === 'computed' && bound !== undefined && bound < 1_000;
	return isCalendar ? { kind: 'unfrozen', read } : undefined;
}

function elapsed({ claim, numberOf, tolerance, generous }: Sides, other: Site<Value> | undefined, read: Influence): ClockDependence | undefined {
	const bound = claim.relation === 'within' ? numberOf(claim.upper) : numberOf(other);
	const isLower = (claim.relation === 'greater' || claim.relation === 'greater-or-equal') !== claim.negated;
	if (claim.relation === 'close-to') return tolerance !== undefined && tolerance >= generous ? undefined : { kind: 'elapsed', read };
	if (bound !== undefined && (isLower ? bound <= 0 : bound >= generous)) return undefined;
	return { kind: 'elapsed', read };
}

function turned(relation: Assertion['relation']): Assertion['relation'] {
	switch (relation) {
		case 'greater':
			return 'less';
		case 'greater-or-equal':
			return 'less-or-equal';
		case 'less':
			return 'greater';
		case 'less-or-equal':
			return 'greater-or-equal';
		default:
			return relation;
	}
}

/** The read happens while the assertion is made. */
function isWithin({ source }: Influence, place: Span): boolean {
	let site: Site<Span> = source;
	while (site.frame?.call !== undefined) site = site.frame.call;
	return site.fact.start >= place.start && site.fact.end <= place.end;
}

function isSameRead({ source }: Influence, others: readonly Influence[]): boolean {
	return others.some(other => other.source.fact === source.fact && other.source.frame === source.frame);
}
