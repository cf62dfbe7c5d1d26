import type { Edit } from '../fixes/edit.ts';
import type { Report, Suggestion } from '../report.ts';
import type { Span } from '../syntax/facts.ts';
import type { Question } from './evidence.ts';

/** What checks found in one file, and what they found it from. */
export interface ResultRecord {
	/** The digest of the file's own text. */
	readonly text: string;
	/** Places are relative to the working directory. */
	readonly evidence: readonly Evidence[];
	/** By check. */
	readonly reports: Readonly<Record<string, readonly Report[]>>;
}

export interface Evidence extends Question {
	readonly answer: string;
}

/** Undefined for a text that is no record: it was cut off, or somebody else wrote it. */
export function parseRecord(json: string): ResultRecord | undefined {
	try {
		const record: unknown = JSON.parse(json);
		return isRecord(record) ? record : undefined;
	} catch {
		return undefined;
	}
}

/** Spans that are nodes of a larger structure, and edits, as plain data. */
export function plainReport({ messageId, at, data, suggestions }: Report): Report {
	return { messageId, at: plainSpan(at), data, suggestions: suggestions.map(plainSuggestion) };
}

function plainSuggestion({ messageId, edit: { replacements } }: Suggestion): Suggestion {
	return { messageId, edit: { replacements: replacements.map(({ start, end, text }) => ({ start, end, text })) } };
}

function plainSpan({ start, end }: Span): Span {
	return { start, end };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is ResultRecord {
	return (
		isFields(value) &&
		typeof value['text'] === 'string' &&
		isListOf(value['evidence'], isEvidence) &&
		isFields(value['reports']) &&
		Object.values(value['reports']).every(reports => isListOf(reports, isReport))
	);
}

const kinds: ReadonlySet<unknown> = new Set<Question['about']>(['file', 'directory', 'real', 'resolve']);

function isEvidence(value: unknown): value is Evidence {
	return (
		isFields(value) &&
		kinds.has(value['about']) &&
		typeof value['place'] === 'string' &&
		typeof value['source'] === 'string' &&
		typeof value['answer'] === 'string'
	);
}

function isReport(value: unknown): value is Report {
	return (
		isFields(value) &&
		typeof value['messageId'] === 'string' &&
		isSpan(value['at']) &&
		isFields(value['data']) &&
		isListOf(value['suggestions'], isSuggestion)
	);
}

function isSuggestion(value: unknown): value is Suggestion {
	return isFields(value) && typeof value['messageId'] === 'string' && isEdit(value['edit']);
}

function isEdit(value: unknown): value is Edit {
	return (
		isFields(value) &&
		isListOf(
			value['replacements'],
			(each): each is Edit['replacements'][number] => isSpan(each) && isFields(each) && typeof each['text'] === 'string',
		)
	);
}

function isSpan(value: unknown): value is Span {
	return isFields(value) && isOffset(value['start']) && isOffset(value['end']);
}

function isOffset(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
	return Array.isArray(value) && value.every(isItem);
}
