import type { ClockRow } from '../../knowledge/row.ts';
import type { Step } from '../../provenance/model.ts';
import type { clockWord } from './clock-words.ts';

/**
 * What a value that depends on the clock says about it.
 * - `read`: the time itself, as it was read, in whichever form
 * - `moved`: another time, some way off
 * - `elapsed`: how long something took: one read taken from another
 * - `part`: a part of the calendar, such as the hour
 * - `decision`: yes or no
 * - `computed`: anything else
 */
export type ClockForm = 'read' | 'moved' | 'elapsed' | 'part' | 'decision' | 'computed';

export interface ClockReading {
	readonly form: ClockForm;
	/** How many milliseconds one of it is, where it is a number. */
	readonly unit: number;
	/** A part that begins anew: the month, not the year. */
	readonly cyclic?: true;
	/** Milliseconds that it was moved by, or that lie between two readings on purpose; undefined where nobody can tell. */
	readonly offset: number | undefined;
	/** It was moved back by something that nobody sees, or is taken from that: mostly another time, and how long it is since then. */
	readonly isDistance?: true;
	/** Of a length of time: one of its two readings was moved on purpose, so that it tells how far a time is from now. */
	readonly isAway?: true;
	/** It is how long it is until a time ahead: what that was moved by, less what has passed since. */
	readonly isLeft?: true;
	/** Of a length of time: the later of its readings is the one that the other is taken from, so that it is never less than its offset. */
	readonly isSince?: true;
	/** Of a number that is kept from falling below another one, or from rising above it: that one. */
	readonly kept?: { readonly bound: number; readonly isFloor: boolean };
	/** Of a number that tells how far the present is from a time that is written down: what it says at any other time. */
	readonly counted?: CountedLength;
	/** Of a decision: it asks for a part of the calendar, or whether a time has come that is written down, and comes out both ways sooner or later. */
	readonly isCalendar?: true;
	/** Of a decision: a time that was handed over is held against one that is read later, and it depends on whether both are of the same millisecond. */
	readonly isOnEdge?: true;
	/** Of a decision: whether how long something took stays below so many milliseconds, or above. */
	readonly limit?: LengthLimit;
}

/** How far the present is from a time that is written down. */
export interface CountedLength {
	/** The time at which it is zero. */
	readonly zero: number;
	/** It becomes less as time goes on. */
	readonly falls: boolean;
	/** How many milliseconds one of it is; undefined where nobody can tell. */
	readonly unit: number | undefined;
}

/** A bound that a comparison sets on a length of time. */
export interface LengthLimit {
	readonly ms: number;
	readonly isUpper: boolean;
	/** Whether the bound itself is beyond it. */
	readonly isStrict: boolean;
	/** The length that is bounded. */
	readonly length: ClockReading;
}

/** Whether a length is far from a limit however long it took to get here, as long as that is less than `room`; or nobody can tell how long it is. */
export function isFarFrom({ ms, length: { offset, isAway } }: LengthLimit, room: number): boolean {
	return offset === undefined ? isAway === true : offset !== 0 && Math.abs(offset - ms) >= room;
}

/** Whether a length is on one side of a limit, below it or above, however long it took to get here. */
export function isAlwaysOn(side: 'below' | 'above', { ms, isUpper, isStrict, length }: LengthLimit): boolean {
	const bound = ms / length.unit;
	const isOpen = isUpper === (side === 'below') ? isStrict : !isStrict;
	return side === 'below' ? isBeyondLeft(length, bound, isOpen) : isNeverBelow(length, bound, isOpen);
}

export const computed: ClockReading = { form: 'computed', unit: 1, offset: undefined };
export const decision: ClockReading = { form: 'decision', unit: 1, offset: undefined };

export function isOfCalendar({ form, isCalendar }: ClockReading): boolean {
	return form === 'part' || isCalendar === true;
}

/** Two readings have the same year, but for one moment in which hardly anybody runs tests. */
export function isYear({ form, cyclic }: ClockReading): boolean {
	return form === 'part' && cyclic !== true;
}

export function ofClock({ unit, elapsed }: ClockRow, further: readonly Step[]): ClockReading {
	const [first] = further;
	const sizes = { s: 1_000, ns: 1e-6, hrtime: first?.kind === 'position' && first.index === 1 ? 1e-6 : 1_000 };
	return { form: elapsed === true ? 'elapsed' : 'read', unit: unit === undefined ? 1 : sizes[unit], offset: 0 };
}

export function afterWord(reading: ClockReading, word: ReturnType<typeof clockWord>, name: string): ClockReading {
	switch (word) {
		case 'same':
			return reading;
		case 'moved':
			return reading.form === 'read' || reading.form === 'moved' ? { ...reading, form: 'moved', offset: undefined } : computed;
		case 'part':
			if (reading.form === 'elapsed') return reading;
			return /year|time/i.test(name) ? { ...reading, form: 'part' } : { ...reading, form: 'part', cyclic: true };
		case 'decision':
			return { ...decision, isCalendar: true };
		default:
			return computed;
	}
}

export function afterSign(reading: ClockReading, operator: string): ClockReading {
	return reading.isLeft === true && operator !== '+'
		? computed
		: operator === '+' || operator === '-' || operator === '~'
			? reading
			: computed;
}

export function bothElapsed(one: ClockReading, other: ClockReading): ClockReading {
	return one.form === 'elapsed' && other.form === 'elapsed' ? one : computed;
}

export function movedBy({ offset, unit }: ClockReading, number: number | undefined): number | undefined {
	return offset === undefined || number === undefined ? undefined : offset + number * unit;
}

/** One reading taken from another; `isSince`: it was made behind that one. */
export function taken(one: ClockReading, other: ClockReading, isSince: boolean): ClockReading {
	const offset = apart(one, other);
	const isLeft = !isSince && one.form === 'moved' && other.form === 'read' && offset !== undefined && offset > 0;
	const isAway = isMovedOnPurpose(one) || isMovedOnPurpose(other);
	return {
		form: 'elapsed',
		unit: one.unit,
		offset,
		...(isSince ? { isSince } : {}),
		...(isLeft ? { isLeft } : {}),
		...(isAway ? { isAway } : {}),
	};
}

/** How far a reading is from another one, in the words of a library. */
export function distant(reading: ClockReading): ClockReading {
	return { ...reading, form: 'elapsed', ...(isMovedOnPurpose(reading) ? { isAway: true } : {}) };
}

function isMovedOnPurpose({ form, isDistance }: ClockReading): boolean {
	return form === 'moved' && isDistance !== true;
}

/** What is left of a length of time, by how long something took so far. */
export function left({ form, unit, offset, isAway }: ClockReading, length: number): ClockReading {
	return {
		form,
		unit,
		offset: offset === undefined ? undefined : length * unit - offset,
		isLeft: true,
		...(isAway === true ? { isAway } : {}),
	};
}

/** Whether a bound lies above what is left at most, however long it took to get here. */
export function isBeyondLeft({ isLeft, offset, unit }: ClockReading, bound: number, isStrict: boolean): boolean {
	return isLeft === true && offset !== undefined && (isStrict ? bound * unit > offset : bound * unit >= offset);
}

/** Whether what has passed is never less than a bound, for it was moved by as much at least. */
export function isNeverBelow({ isSince, offset, unit }: ClockReading, bound: number, isStrict: boolean): boolean {
	return isSince === true && offset !== undefined && (isStrict ? bound * unit < offset : bound * unit <= offset);
}

/** How far two readings would be apart if they were made at once. */
export function apart(one: ClockReading, other: ClockReading): number | undefined {
	return one.offset === undefined || other.offset === undefined ? undefined : one.offset - other.offset;
}

/** A reading of which it is not said any more what it says at another time. */
export function withoutCount(reading: ClockReading): ClockReading {
	if (reading.counted === undefined) return reading;
	const others: { counted?: CountedLength } & ClockReading = { ...reading };
	delete others.counted;
	return others;
}

/** What can be said of a value that is one or the other. */
export function either(one: ClockReading, other: ClockReading): ClockReading {
	if (one.form === other.form)
		return one.offset === other.offset && one.counted === other.counted ? one : { ...withoutCount(one), offset: undefined };
	const [stronger] = [one, other].filter(({ form }) => form === 'elapsed' || form === 'decision');
	if (stronger !== undefined) return stronger;
	const isInstant = [one, other].every(({ form }) => form === 'read' || form === 'moved');
	return isInstant ? { ...one, form: 'moved', offset: undefined } : computed;
}
