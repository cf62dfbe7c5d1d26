import { withoutSign } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';
import { type ClockReading, computed, withoutCount } from './clock-forms.ts';
import { countedInWords } from './counted-lengths.ts';

/** What a function makes of a reading that is the same kind of thing as its argument: `Math.max(0, left)`, `Math.ceil(left)`. */
export function keptIn(knowing: Knowing, name: string, sides: readonly Site<Value>[], reading: ClockReading): ClockReading {
	if (name === withoutSign) return withoutCount(reading);
	const isFloor = name === 'max';
	const bounds = isFloor || name === 'min' ? sides.map(side => staticValue(knowing.provenance.roots, side)) : [];
	const bound = bounds.find(each => typeof each === 'number');
	return bound === undefined ? reading : { ...reading, kept: { bound, isFloor } };
}

interface Distance {
	readonly clock: Site<Value>;
	readonly reading: ClockReading;
	/** What the distance is between, in the order in which a library has it. */
	readonly sides: readonly Site<Value>[];
	readonly call: Site<Call>;
}

/** How far a reading is from a time that is not one, in the words of a library. */
export function distantFromWritten(knowing: Knowing, name: string, { clock, reading, sides, call }: Distance): ClockReading {
	const isAsked =
		call.fact.callee.kind === 'member' &&
		sides.some(({ fact }) => call.fact.callee.kind === 'member' && fact === call.fact.callee.object);
	const told = call.fact.args[isAsked ? 1 : 2];
	const counted = countedInWords(knowing, name, sides.slice(0, 2), {
		clock,
		reading,
		told: told === undefined ? undefined : at(told, call),
	});
	return counted === undefined ? computed : { ...computed, counted };
}
