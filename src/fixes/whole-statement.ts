import type { Span } from '../syntax/facts.ts';
import { type Edit, replace } from './edit.ts';
import type { Editable } from './import.ts';
import { lineOf } from './placing.ts';
import { isWholeStatement, statementEnd } from './statement.ts';

/** Takes a statement that has its lines for itself out of the text. */
export function withoutStatement({ text, module }: Editable, place: Span): Edit | undefined {
	const inside = module.facts.functions.findLast(({ calls }) =>
		calls.some(({ start, end }) => start === place.start && end === place.end),
	);
	const line = lineOf(text, place);
	if (inside === undefined || line === undefined || !isWholeStatement(text, place, inside)) return undefined;
	const end = statementEnd(text, place.end);
	const rest = /^[\t ]*(?:\r?\n|$)/.exec(text.slice(end));
	return rest === null ? undefined : replace({ start: line.start, end: end + rest[0].length }, '');
}
