import type { FunctionFacts, Span } from '../syntax/facts.ts';

/** Whether an expression is a statement of its own, in a block: it can be taken out, or others be put in its place. */
export function isWholeStatement(text: string, { start, end }: Span, { regions }: FunctionFacts): boolean {
	if (regions.some(region => region.kind !== 'after-exit' && region.start === start)) return false;
	const before = text.slice(0, start).replace(/(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)+$/, '');
	const isFirst =
		/[;{}]$/.test(before) ||
		/\/\/[^\n]*$/.test(before) ||
		(/[\w$)\]'"`]$/.test(before) && text.slice(before.length, start).includes('\n'));
	return isFirst && /^[\t ]*(?:;|\}|\/\/|\/\*|\r?\n|$)/.test(text.slice(end)) && !continues(text, end);
}

/** Where a statement ends whose expression ends at `end`. */
export function statementEnd(text: string, end: number): number {
	return end + (/^[\t ]*;/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Without a semicolon the next line may go on: `.then(…)`, `(…)`. */
function continues(text: string, end: number): boolean {
	const rest = text.slice(end);
	return !/^[\t ]*;/.test(rest) && /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*(?:[.([`+*,?:&|<>=-]|\/(?![/*]))/.test(rest);
}
