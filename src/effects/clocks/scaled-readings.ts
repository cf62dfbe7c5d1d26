import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';
import { countedBy } from './counted-lengths.ts';
import { type ClockReading, computed, left, movedBy, withoutCount } from './clock-forms.ts';

/** What an operator makes of a reading and a value beside it that no clock is behind. */
export function besideOther(knowing: Knowing, reading: ClockReading, operator: string, other: Site<Value>, isLeft: boolean): ClockReading {
	const counted = countedBy(knowing, reading, operator, other, isLeft);
	const made = scaled(withoutCount(reading), operator, staticValue(knowing.provenance.roots, other), isLeft);
	return counted === undefined ? made : { ...made, counted };
}

/** What an operator makes of a reading and a value that does not depend on the clock; undefined stands for one that is not written down. */
function scaled(reading: ClockReading, operator: string, value: unknown, isLeft: boolean): ClockReading {
	const number = typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : undefined;
	switch (operator) {
		case '/':
			// By something that is not written down it is mostly an average.
			if (number === undefined && isLeft && reading.form === 'elapsed') return reading;
			return number === undefined || !isLeft ? computed : { ...reading, unit: reading.unit * number };
		case '*':
			return number === undefined || number === 0 ? computed : { ...reading, unit: reading.unit / number };
		case '+':
		case '-':
			if (reading.form === 'part') return reading;
			if (reading.form === 'elapsed') return movedLength(reading, operator, number, isLeft);
			if (typeof value === 'string' || (reading.form !== 'read' && reading.form !== 'moved')) return computed;
			return movedTime(reading, operator, number, isLeft);
		case '%':
			return { ...reading, form: 'part' };
		case '|':
		case '>>>':
			return reading;
		default:
			return computed;
	}
}

function movedLength(reading: ClockReading, operator: '+' | '-', number: number | undefined, isLeft: boolean): ClockReading {
	if (number === undefined) return reading;
	if (operator === '-' && !isLeft && reading.isLeft !== true) return left(reading, number);
	// What is added to a measured time mostly says how long that should be.
	return reading.offset === 0 ? reading : { ...reading, offset: movedBy(reading, operator === '-' ? -number : number) };
}

function movedTime(reading: ClockReading, operator: '+' | '-', number: number | undefined, isLeft: boolean): ClockReading {
	const moved: ClockReading = { ...reading, form: 'moved', offset: undefined };
	if (number === undefined) return operator === '-' && reading.form === 'read' ? { ...moved, isDistance: true } : moved;
	if (operator === '-' && !isLeft) return computed;
	return { ...moved, offset: movedBy(reading, operator === '-' ? -number : number) };
}
