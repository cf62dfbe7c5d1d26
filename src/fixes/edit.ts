/** A change to the text of the linted file: replacements that do not overlap. */
export interface Edit {
	readonly replacements: readonly Replacement[];
}

export interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export function replace(span: { readonly start: number; readonly end: number }, text: string): Edit {
	return { replacements: [{ start: span.start, end: span.end, text }] };
}

/** Another text in the place of one that is written out, or that a name stands for: within the quotes that are there. */
export function replaceText(file: { readonly text: string }, span: { readonly start: number; readonly end: number }, text: string): Edit {
	const quote = /["'`]/.exec(file.text[span.start] ?? '')?.[0] ?? `'`;
	return replace(span, quote + text + quote);
}

export function insert(offset: number, text: string): Edit {
	return { replacements: [{ start: offset, end: offset, text }] };
}

/** Several edits as one; undefined where one of them is missing or two overlap. */
export function together(...edits: readonly (Edit | undefined)[]): Edit | undefined {
	const replacements = edits
		.flatMap(edit => edit?.replacements ?? [])
		.sort((one, other) => one.start - other.start || one.end - other.end);
	if (edits.includes(undefined)) return undefined;
	const overlaps = replacements.some((each, index) => each.start < (replacements[index - 1]?.end ?? -1));
	return overlaps ? undefined : { replacements };
}
