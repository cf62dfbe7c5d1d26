import type { ClockReading } from '../../effects/clocks/clock-forms.ts';
import { countedParts } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';

/** `today.getDate() + 1`, which at the end of the month is no day. */
export function isCountedOn(site: Site<Value> | undefined): boolean {
	const [part, number] = site?.fact.kind === 'operation' && (site.fact.operator === '+' || site.fact.operator === '-') ? site.fact.operands : [];
	const isPart = part?.kind === 'call' && part.callee.kind === 'member' && typeof part.callee.property === 'string' && countedParts.has(part.callee.property);
	return isPart && number?.kind === 'literal' && typeof number.value === 'number' && number.value !== 0;
}

/** Whether a length of time is how far a time is away that was made from a reading, and not how long something took. */
export function distanceOf({ form, offset }: ClockReading): { readonly isMoved?: true } {
	return form === 'elapsed' && offset !== undefined && offset !== 0 ? { isMoved: true } : {};
}

/** A list or object without anything that a time could be compared with. */
export function isEmpty(value: Value): boolean {
	return (value.kind === 'array' && value.elements.length === 0) || (value.kind === 'object' && value.entries.length === 0);
}

/** `true`, `{ acknowledged: true }` */
export function saysYesOrNo(value: Value): boolean {
	if (value.kind === 'object') return value.entries.length > 0 && value.entries.every(entry => saysYesOrNo(entry.value));
	return value.kind === 'literal' && typeof value.value === 'boolean';
}
