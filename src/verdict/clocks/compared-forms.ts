import type { ClockForm, ClockReading, LengthLimit } from '../../effects/clocks/clock-forms.ts';
import { countedParts } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { at, property } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';

/** `today.getDate() + 1`, which at the end of the month is no day. */
export function isCountedOn(site: Site<Value> | undefined): boolean {
	const [part, number] =
		site?.fact.kind === 'operation' && (site.fact.operator === '+' || site.fact.operator === '-') ? site.fact.operands : [];
	const isPart =
		part?.kind === 'call' &&
		part.callee.kind === 'member' &&
		typeof part.callee.property === 'string' &&
		countedParts.has(part.callee.property);
	return isPart && number?.kind === 'literal' && typeof number.value === 'number' && number.value !== 0;
}

/**
 * Whether a length of time is how far a time is away that was made from a reading, and not how long something took; and whether it is as long as the number says
 * that it is held against, as soon as both readings are the same.
 */
export function distanceOf(
	{ form, offset, isAway, unit }: ClockReading,
	expected: number | undefined,
): { readonly isMoved?: true; readonly isExact?: true } {
	if (form !== 'elapsed' || offset === 0 || (offset === undefined && isAway !== true)) return {};
	const isExact = expected !== undefined && expected * unit === offset;
	return isExact ? { isMoved: true, isExact } : { isMoved: true };
}

/** A list or object without anything that a time could be compared with. */
export function isEmpty(value: Value): boolean {
	return (value.kind === 'array' && value.elements.length === 0) || (value.kind === 'object' && value.entries.length === 0);
}

/** Where a value says yes or no, which may say nothing else: `true`, `{ acknowledged: true }`. */
export function yesOrNoIn(value: Value): readonly Path[] | undefined {
	if (value.kind === 'literal') return typeof value.value === 'boolean' ? [[]] : undefined;
	if (value.kind !== 'object' || value.entries.length === 0) return undefined;
	const inside = value.entries.map(entry =>
		entry.kind === 'property' && typeof entry.key === 'string' ? below(entry.key, yesOrNoIn(entry.value)) : undefined,
	);
	return inside.every(paths => paths !== undefined) ? inside.flat() : undefined;
}

function below(name: string, paths: readonly Path[] | undefined): readonly Path[] | undefined {
	return paths?.map(path => [property(name), ...path]);
}

/** A part of the calendar, or a decision, has few values; each of them comes up sooner or later. */
export function saysLittle(form: ClockForm): boolean {
	return form === 'part' || form === 'decision';
}

/** What is counted in seconds is mostly whole ones: a millisecond later it is one less. */
export function rounding(unit: number): number {
	return unit > 1 ? unit : 0;
}

/** The bounds that a yes or no sets on how long something took: `took > 0 && took < 100` sets two. */
export function limitsIn(site: Site<Value>, readingOf: (site: Site<Value>) => ClockReading): readonly LengthLimit[] {
	const { fact } = site;
	if (fact.kind === 'choice' && fact.operator === '&&')
		return [fact.test, ...fact.options.filter(option => option !== fact.test)].flatMap(each => limitsIn(at(each, site), readingOf));
	const { limit } = readingOf(site);
	return limit === undefined ? [] : [limit];
}
