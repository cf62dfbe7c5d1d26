import { distanceUnits, towardsArgument } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';
import type { ClockReading, CountedLength } from './clock-forms.ts';
import { fixedInstant, isSoonPast } from './fixed-instants.ts';

/** What is counted between a reading and a time that is written down, where an operator takes one from the other; or what it makes of such a length. */
export function countedBy(
	knowing: Knowing,
	reading: ClockReading,
	operator: string,
	other: Site<Value>,
	isLeft: boolean,
): CountedLength | undefined {
	const { counted, form, offset, unit } = reading;
	if (counted !== undefined) return after(counted, operator, staticValue(knowing.provenance.roots, other), isLeft);
	if (operator !== '-' || offset === undefined || (form !== 'read' && form !== 'moved')) return undefined;
	const instant = fixedInstant(knowing, other);
	return instant === undefined ? undefined : { zero: instant - offset, falls: !isLeft, unit };
}

/** What a number makes of a length: a minute more, half of it, what is left of an hour. */
function after({ zero, falls, unit }: CountedLength, operator: string, number: unknown, isLeft: boolean): CountedLength | undefined {
	if (typeof number !== 'number' || number === 0 || unit === undefined) return undefined;
	const isTurned = operator === '-' && !isLeft;
	switch (operator) {
		case '+':
		case '-': {
			const moved = (operator === '-' && isLeft ? -number : number) * unit;
			const isFalling = falls !== isTurned;
			return { zero: isFalling ? zero + moved : zero - moved, falls: isFalling, unit };
		}
		case '*':
			return number > 0 ? { zero, falls, unit: unit / number } : undefined;
		case '/':
			return number > 0 && isLeft ? { zero, falls, unit: unit * number } : undefined;
		default:
			return undefined;
	}
}

interface Told {
	readonly clock: Site<Value>;
	readonly reading: ClockReading;
	/** The unit that is asked for, beside the two times. */
	readonly told: Site<Value> | undefined;
}

/** The same in the words of a library: `differenceInDays(deadline, now)`, `moment(deadline).diff(now, 'days')`. */
export function countedInWords(
	knowing: Knowing,
	name: string,
	[first, second]: readonly Site<Value>[],
	{ clock, reading: { form, offset }, told }: Told,
): CountedLength | undefined {
	const isFirst = first?.fact === clock.fact;
	const other = isFirst ? second : first;
	const instant = other === undefined || offset === undefined ? undefined : fixedInstant(knowing, other);
	return instant === undefined || offset === undefined || (form !== 'read' && form !== 'moved')
		? undefined
		: { zero: instant - offset, falls: isFirst === towardsArgument.test(name), unit: unitOf(knowing, name, told) };
}

function unitOf({ provenance }: Knowing, name: string, told: Site<Value> | undefined): number | undefined {
	const word = told === undefined ? name : staticValue(provenance.roots, told);
	return typeof word === 'string' ? distanceUnits.find(([pattern]) => pattern.test(word))?.[1] : undefined;
}

/** Whether a length comes to a bound while the tests are in use. */
export function isDue({ counted }: ClockReading, bound: unknown): boolean {
	if (counted === undefined || typeof bound !== 'number') return false;
	const { zero, falls, unit = 0 } = counted;
	return isSoonPast(falls ? zero - bound * unit : zero + bound * unit);
}
