import type { Assertion } from '../../assertions/model.ts';
import {
	type ClockReading,
	type LengthLimit,
	isAlwaysOn,
	isBeyondLeft,
	isFarFrom,
	isNeverBelow,
} from '../../effects/clocks/clock-forms.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Sides } from './sides.ts';
import { distanceOf, rounding } from './compared-forms.ts';
import { isStrict, isUpperBound } from './bound-relations.ts';
import { early } from './told-lengths.ts';
import { stretchOf } from './reading-order.ts';
import type { ClockDependence } from './dependence.ts';

/** Two readings in one test are hardly ever half a second apart. */
export const near = 500;

/** Both bounds count: of what is left of a time the lower one is the one that slowness misses. */
export function between(sides: Sides, reading: ClockReading, read: Influence): ClockDependence | undefined {
	const { claim } = sides;
	const beside = (relation: Assertion['relation'], other: Site<Value> | undefined): ClockDependence | undefined =>
		elapsed({ ...sides, claim: { ...claim, relation } }, reading, other, read);
	return beside('less-or-equal', claim.upper) ?? beside('greater-or-equal', claim.expected);
}

/** How a bound on a length that was measured depends on the clock; undefined where it holds, or fails, however fast the machine is. */
export function elapsed(sides: Sides, reading: ClockReading, other: Site<Value> | undefined, read: Influence): ClockDependence | undefined {
	const { unit, offset = 0 } = reading;
	const { claim, numberOf, tolerance, generous } = sides;
	const bound = numberOf(other);
	const isLower = (claim.relation === 'greater' || claim.relation === 'greater-or-equal') !== claim.negated;
	if (bound !== undefined && isUpperBound(claim) && isBeyondLeft(reading, bound, isStrict(claim))) return undefined;
	if (bound !== undefined && isLower && isNeverBelow(reading, bound, isStrict(claim))) return undefined;
	if (claim.relation === 'close-to')
		return tolerance !== undefined && tolerance * unit >= generous
			? undefined
			: { kind: 'elapsed', read, ...distanceOf(reading, bound) };
	// What is left of a minute is far from a second, however long the test takes.
	const limit = bound === undefined ? leftBehind(sides, other) : bound * unit;
	const isFar = limit !== undefined && offset !== 0 && Math.abs(Math.abs(offset) - Math.abs(limit)) >= roomFor(sides, unit);
	if (isFar) return undefined;
	if (bound !== undefined && (isLower ? isWaitedFor(sides, bound * unit) : bound * unit >= generous)) return undefined;
	return { kind: 'elapsed', read, ...distanceOf(reading, undefined) };
}

/** Whether a length of time may be on the other side of a limit of the program than an assertion wants it, as the machine is slow or quick. */
export function mayBeMissed(sides: Sides, limit: LengthLimit, isTrue: boolean): boolean {
	const side = limit.isUpper === isTrue ? 'below' : 'above';
	if (isFarFrom(limit, roomFor(sides, limit.length.unit)) || isAlwaysOn(side, limit)) return false;
	if (side === 'above' && limit.ms === 0 && limit.isStrict) return mayBeNought(sides, limit.length);
	return side === 'below' ? limit.ms - Math.max(limit.length.offset ?? 0, 0) < sides.generous : limit.ms > 0;
}

/** How many milliseconds a test may take from one reading to the next. */
function roomFor({ isAtOnce, generous }: Sides, unit: number): number {
	return isAtOnce() ? near + rounding(unit) : generous;
}

/** Whether the test waits between the readings, or has others wait, for longer than the least time that it wants: a timer may fire a millisecond early. */
export function isWaitedFor(sides: Sides, bound: number): boolean {
	const { claim, actual, expected, waitedIn, leavesRoom } = sides;
	const { start, end } = stretchOf([...actual, ...expected]);
	const least = leastAbove(sides, bound);
	if (least <= 0 || (bound <= 0 && !sides.isQuick())) return true;
	return least + early <= (waitedIn({ start, end: Math.max(end, claim.place.end) }) ?? 0) || leavesRoom(least);
}

/** Whether a length may be nought: both readings of a clock that tells whole milliseconds may be of the same one. */
export function mayBeNought(sides: Sides, { form, offset }: ClockReading): boolean {
	const reads = [...sides.actual, ...sides.expected];
	return form === 'elapsed' && offset === 0 && tellsWhole(reads) && sides.waitedIn(stretchOf(reads)) === undefined && sides.isQuick();
}

function tellsWhole(reads: readonly Influence[]): boolean {
	return reads.every(({ row }) => row?.effect === 'clock' && row.clock === 'wall');
}

/** The least that passes: clocks that tell the time tell whole milliseconds, so that more than 9 is 10. */
function leastAbove({ claim, actual, expected }: Sides, bound: number): number {
	return tellsWhole([...actual, ...expected]) && isStrict(claim) ? Math.floor(bound) + 1 : bound;
}

/** How long it is to a time that both sides were made from, as the other side tells it. */
function leftBehind({ readingOf }: Sides, other: Site<Value> | undefined): number | undefined {
	const reading = other === undefined ? undefined : readingOf(other);
	return reading?.form === 'elapsed' ? reading.offset : undefined;
}
