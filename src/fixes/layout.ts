/** How a file ends its lines, and what it indents by where that is not a tab. */
export interface Layout {
	readonly crlf: boolean;
	readonly unit: string | undefined;
}

/** Lines that are looked at for the indentation. */
const most = 500;

/** The layout of a text; one that is nowhere indented is taken for one with tabs. */
export function layoutOf(text: string): Layout {
	const widths = text.split('\n', most).flatMap(line => /^(?: {2,}|\t)(?=\S)/.exec(line)?.[0] ?? []);
	const least = widths.reduce((one, other) => (other.length < one.length ? other : one), widths[0] ?? '\t');
	return { crlf: text.includes('\r\n'), unit: widths.some(width => width === '\t') ? undefined : least };
}

/** A text of ours, with tabs and plain line feeds, as it is laid out in the file that it goes into. */
export function laidOut(text: string, { crlf, unit }: Layout): string {
	const indented = unit === undefined ? text : text.replaceAll(/^[\t ]+/gmu, indent => indent.replaceAll('\t', unit));
	return crlf ? indented.replaceAll(/\r?\n/gu, '\r\n') : indented;
}
