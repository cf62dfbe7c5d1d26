import type { Span } from '../syntax/facts.ts';

/** The start of the line that a statement begins, and its indentation; undefined where something else stands before it. */
export function lineOf(text: string, { start }: Span): { readonly start: number; readonly indent: string } | undefined {
	const begin = text.lastIndexOf('\n', start - 1) + 1;
	const indent = text.slice(begin, start);
	return /^[ \t]*$/.test(indent) ? { start: begin, indent } : undefined;
}
