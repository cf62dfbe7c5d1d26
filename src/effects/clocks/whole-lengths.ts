import { roundingWords } from '../../knowledge/date-words.ts';
import type { Call } from '../../syntax/facts.ts';
import type { ClockReading } from './clock-forms.ts';

type Rounding = (length: number) => number;

/** How long it may take from one reading to the other: two of them in one test are hardly ever a second apart. */
const longest = 1_000;

const roundings: ReadonlyMap<string, Rounding> = new Map(roundingWords.map(name => [name, length => Math[name](length)]));

/** What a call that rounds a number does, by the name of what it calls; asked only of calls for which a row holds. */
export function roundingOf({ callee }: Call): Rounding | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? roundings.get(callee.property) : undefined;
}

/**
 * Whether a length of time that two readings are apart on purpose comes to the same whole number, however long it takes from the one to the other:
 * what has passed since a time of two and a half hours ago is two hours, and so it is a second later.
 */
export function isWholeAnyway({ form, offset, unit, isSince, isLeft }: ClockReading, round: Rounding): boolean {
	if (form !== 'elapsed' || offset === undefined || offset === 0 || unit <= longest) return false;
	const most = isLeft === true ? offset : offset + longest;
	const least = isSince === true ? offset : offset - longest;
	return round(most / unit) === round(least / unit);
}
