/** What a comment says of the test below it. */
export interface Mark {
	readonly kind: 'FLAKE' | 'SOUND';
	readonly number: number;
	readonly path: string;
	readonly line: number;
	readonly text: string;
}

/** How far above a report the mark that it belongs to may stand, and how far below. */
const [above, below] = [3, 8];

/** The marks in a file of a project. */
export function marksIn(path: string, code: string): readonly Mark[] {
	return code.split('\n').flatMap((text, index): Mark[] => {
		const [, kind, number] = /(?:\/\/|#|\*) ?(FLAKE|SOUND) (\d+)\b/.exec(text) ?? [];
		return kind === 'FLAKE' || kind === 'SOUND' ? [{ kind, number: Number(number), path, line: index + 1, text: text.trim() }] : [];
	});
}

/** The mark that a report belongs to. */
export function markOf(marks: readonly Mark[], path: string, line: number): Mark | undefined {
	const own = marks.filter(mark => mark.path === path);
	return (
		own.findLast(mark => mark.line <= line && line - mark.line <= above) ??
		own.find(mark => mark.line > line && mark.line - line <= below)
	);
}
