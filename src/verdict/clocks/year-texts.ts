import type { Value } from '../../syntax/facts.ts';

/** A year in which today's tests are run, as a text has it. */
const year = /(?<![\d.])20[12]\d(?![\d.]*\d)/;

/** Whether a text or a pattern that is written down has such a year. */
export function hasYear(value: Value | undefined): boolean {
	if (value?.kind === 'regexp') return year.test(value.pattern);
	return value?.kind === 'literal' && typeof value.value === 'string' && year.test(value.value);
}

/** The same, where pieces of the text may be put in. */
export function hasYearInside(value: Value): boolean {
	if (value.kind === 'literal' && typeof value.value === 'number') return year.test(String(value.value));
	return value.kind === 'template' ? value.quasis.some(text => year.test(text)) : hasYear(value);
}

/** The years of that kind that a text has. */
export function yearsIn(text: string): readonly string[] {
	return text.match(new RegExp(year, 'g')) ?? [];
}
