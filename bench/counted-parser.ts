import { type ParserOptions, type ParseResult, parseSync as parse } from 'oxc-parser';

const counts = new Map<string, number>();

/** How often each file was parsed in this process. */
export const parseCounts: ReadonlyMap<string, number> = counts;

/** Stands in for `oxc-parser` in the profiled build. */
export function parseSync(file: string, text: string, options?: ParserOptions): ParseResult {
	counts.set(file, (counts.get(file) ?? 0) + 1);
	return parse(file, text, options);
}
