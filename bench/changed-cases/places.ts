/** As source maps have them: by line of the new text, pieces that begin at a column, each with the line and column that it was at. All count from zero. */
export type Mappings = readonly (readonly (readonly number[])[])[];

/** The line at which a place of a changed text stood, counted from one; for what is put in, that of what stands before it in the line, or else behind it. */
export function lineBefore(mappings: Mappings, { line, column }: { readonly line: number; readonly column: number }): number | undefined {
	const pieces = mappings[line - 1] ?? [];
	const piece = pieces.findLast(([start = 0]) => start < column) ?? pieces[0];
	const before = piece?.[2];
	return before === undefined ? undefined : before + 1;
}
