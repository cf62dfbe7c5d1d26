/** How a file ends its lines, and what it indents by where that is not a tab. */
export interface Layout {
	readonly crlf: boolean;
	readonly unit: string | undefined;
	/** Whether a line stands in the file just so. */
	has(line: string): boolean;
}

/** Lines that are looked at for the indentation. */
const most = 500;

/** The layout of a text, as most of its lines have it; one that is nowhere indented is taken for one with tabs. */
export function layoutOf(text: string): Layout {
	const widths = text.split('\n', most).flatMap(line => /^(?: {2,}|\t)(?=\S)/.exec(line)?.[0] ?? []);
	const spaces = widths.filter(width => width !== '\t');
	const unit = spaces.length * 2 <= widths.length ? undefined : spaces.reduce((one, other) => (other.length < one.length ? other : one));
	let lines: ReadonlySet<string> | undefined;
	return { crlf: text.includes('\r\n'), unit, has: line => (lines ??= new Set(text.split(/\r?\n/u))).has(line) };
}

/** A text of ours, with tabs and plain line feeds, as it is laid out in the file that it goes into. What it has taken from the file stays as it is: it may be the text of a template. */
export function laidOut(text: string, { crlf, unit, has }: Layout): string {
	const indented =
		unit === undefined
			? text
			: text.replaceAll(/^([\t ]+)(.*)$/gmu, (line, indent: string, rest: string) =>
					has(line) ? line : indent.replaceAll('\t', unit) + rest,
				);
	return crlf ? indented.replaceAll(/\r?\n/gu, '\r\n') : indented;
}
