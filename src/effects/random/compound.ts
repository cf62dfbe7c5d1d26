import type { ChoiceValue, ObjectEntry } from '../../syntax/facts.ts';
import type { Drawn, Formula } from './draw.ts';
import { computed, listOfAll, setOf } from './pure-functions.ts';
import { thrown, unknown } from './samples.ts';

/** One of several values in a row; what is spread stands for all in it. */
export interface Piece {
	readonly isSpread: boolean;
	readonly value: Formula;
}

/** What the pieces are one after the other; `unknown` where something is spread that is no list. */
export function inRow(pieces: readonly Piece[], drawn: Drawn): readonly unknown[] | typeof unknown {
	const values = pieces.map(({ value, isSpread }) => (isSpread ? listOfAll(value(drawn)) : value(drawn)));
	if (pieces.some(({ isSpread }, index) => isSpread && !Array.isArray(values[index]))) return unknown;
	return values.flatMap((value, index): readonly unknown[] =>
		pieces[index]?.isSpread === true && Array.isArray(value) ? value : [value],
	);
}

export function listOf(pieces: readonly Piece[]): Formula {
	return drawn => {
		const values = inRow(pieces, drawn);
		return values !== unknown && values.includes(thrown) ? thrown : values;
	};
}

export function recordOf(entries: readonly { readonly entry: ObjectEntry; readonly value: Formula }[]): Formula {
	const isPlain = entries.every(
		({ entry }) => entry.kind !== 'property' || (entry.accessor === undefined && typeof entry.key === 'string'),
	);
	if (!isPlain) return () => unknown;
	return drawn => {
		const record = new Map<string, unknown>();
		for (const { entry, value } of entries) {
			const held = value(drawn);
			if (entry.kind === 'property') record.set(typeof entry.key === 'string' ? entry.key : '', held);
			else if (held instanceof Map) for (const [key, each] of held) record.set(String(key), each);
			else if (held !== undefined && held !== null) return unknown;
		}
		return record;
	};
}

export function choiceOf(operator: ChoiceValue['operator'], test: Formula, first: Formula, second: Formula): Formula {
	return drawn => {
		const value = test(drawn);
		if (value === unknown || value === thrown) return value;
		const isFirst = operator === '??' ? value !== null && value !== undefined : operator === '&&' ? !value : Boolean(value);
		return isFirst ? first(drawn) : second(drawn);
	};
}

/** What the first of several returns gives that runs. */
export function firstOf(results: readonly { readonly when: Formula; readonly value: Formula }[]): Formula {
	return drawn => {
		for (const { when, value } of results) {
			const runs = when(drawn);
			if (runs === unknown) return unknown;
			if (runs === true) return value(drawn);
		}
		return unknown;
	};
}

/** What a variable holds that elements of a list were added to, one after the other. */
export function accumulated(how: 'sum' | 'sum-before' | 'list' | 'set', start: Formula, elements: Formula): Formula {
	return drawn => {
		const [first, added]: readonly unknown[] = [start(drawn), elements(drawn)];
		if (!Array.isArray(added)) return unknown;
		const values: readonly unknown[] = added;
		if (how === 'set') return setOf(values);
		if (how === 'list') return Array.isArray(first) && first.length === 0 ? values : unknown;
		return values.reduce((sum, each) => (how === 'sum' ? computed('+', sum, each, false) : computed('+', each, sum, false)), first);
	};
}

function isText(value: unknown): boolean {
	return ['string', 'number', 'boolean'].includes(typeof value);
}

/** What stays as it is, whatever is done with a mention of it. */
export function ofPlain(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? unknown : value;
}

/** A template: texts, and what stands between them. */
export function textOf(quasis: readonly string[], parts: readonly Formula[]): Formula {
	return drawn => {
		const values = parts.map(part => part(drawn));
		if (!values.every(isText)) return unknown;
		return quasis.map((quasi, index) => quasi + (index < values.length ? String(values[index]) : '')).join('');
	};
}
