import type { Draws } from '../../knowledge/row.ts';
import { writtenFractions } from './written-fractions.ts';

/** What could not be told of a value. */
export const unknown: unique symbol = Symbol('unknown');

/** What a value is whose computation throws: a property of nothing. */
export const thrown: unique symbol = Symbol('thrown');

/** What one generator can draw, as far as a test's verdict may hang on it. */
export interface Samples {
	readonly values: readonly unknown[];
	/** How many different values there are. */
	readonly size: number;
}

/** The bounds of a draw and the list that it is handed, worked out. */
export interface Drawing {
	/** `list`: so many elements, each drawn by itself. */
	readonly draws: Draws | { readonly of: 'list' };
	readonly min: number;
	readonly max: number;
	readonly length: number;
	readonly list: unknown;
}

/** A value that comes up less often than this does not make a test flaky. */
const rare = 1e-6;
/** Up to so many whole numbers are all tried. */
const few = 24;
const longestText = 64;
/** Cuts a range into so many pieces; the golden ratio keeps the values off round numbers. */
const pieces = 40;
const golden = 0.3819660112501051;
/** How near to the ends of a range without steps is looked, as a share of it: one draw in some thousands comes nearer. */
const nearEnd = 0.0004;

/** Values that the generator really draws, those among them that the `wanted` constants of a test ask about; undefined where nobody can tell. */
export function samplesOf(
	drawing: Drawing,
	wanted: readonly (string | number)[],
	ofList: ListSamples = () => undefined,
): Samples | undefined {
	const { draws, list } = drawing;
	switch (draws.of) {
		case 'number':
			return numbers(drawing, draws, wanted);
		case 'text':
			return texts(draws.alphabet, drawing.length, draws.layout, wanted);
		case 'base64': {
			const { whole, layout } = inBase64(drawing.length, draws.padded === true);
			return texts(draws.alphabet, whole, layout, wanted);
		}
		case 'words':
			return words(drawing, draws);
		case 'example':
			return { values: draws.values, size: draws.size };
		case 'element':
			return Array.isArray(list) && list.length > 0 && !list.includes(unknown) ? { values: list, size: list.length } : undefined;
		case 'order':
			return Array.isArray(list) && !list.includes(unknown) ? orders(list) : undefined;
		case 'list':
			return ofList(drawing, wanted);
	}
}

export type ListSamples = (drawing: Drawing, wanted: readonly (string | number)[]) => Samples | undefined;

const evenPieces = 10_000;

/** All that a generator draws, or an even share of it; undefined where only some of its values are known. */
export function evenly(drawing: Drawing): readonly unknown[] | undefined {
	const { draws, min, max } = drawing;
	if (draws.of === 'number' && draws.step === undefined && draws.decimals === undefined)
		return Array.from({ length: evenPieces }, (_, index) => min + ((max - min) * (index + 0.5)) / evenPieces);
	const samples = samplesOf(drawing, []);
	return samples !== undefined && samples.values.length === samples.size ? samples.values : undefined;
}

function numbers(
	{ min, max }: Drawing,
	{ step, open, decimals }: Extract<Draws, { of: 'number' }>,
	wanted: readonly (string | number)[],
): Samples | undefined {
	if (!Number.isFinite(min) || !Number.isFinite(max) || max < min) return undefined;
	const last = open === true && step !== undefined ? max - step : max;
	const size = step === undefined ? Number.POSITIVE_INFINITY : Math.floor((last - min) / step) + 1;
	const shown = (values: readonly number[]): readonly unknown[] =>
		decimals === undefined ? values : values.map(value => value.toFixed(decimals));
	if (step !== undefined && size <= few)
		return { values: shown(Array.from({ length: size }, (_, index) => rounded(min + index * step, step))), size };

	const width = last - min;
	const grid = Array.from({ length: pieces }, (_, index) => min + (width * (index + golden)) / pieces);
	const asked = wanted.filter(each => typeof each === 'number');
	if (step === undefined) {
		const near = asked.flatMap(each => [each - width * 1e-3, each + width * 1e-3]);
		const ends = [min + width * nearEnd, max - width * nearEnd];
		const written = min === 0 && max === 1 && decimals === undefined ? writtenFractions(wanted) : [];
		return { values: shown([...grid, ...ends, ...near, ...written].filter(value => value > min && value < max)), size };
	}
	const ends = [min, min + step, last - step, last, ...asked.flatMap(each => [each - step, each, each + step])];
	const likely = 1 / size >= rare ? ends : [];
	const onStep = [...likely, ...grid]
		.map(value => rounded(min + Math.round((value - min) / step) * step, step))
		.filter(value => value >= min && value <= last);
	return { values: shown([...new Set(onStep)]), size };
}

/** Without the traces of binary fractions: with the decimals of the step. */
function rounded(value: number, step: number): number {
	return Number.isInteger(step) ? Number(value.toPrecision(15)) : Number(value.toFixed(Math.min(20, Math.ceil(-Math.log10(step)))));
}

const classes: readonly RegExp[] = [/\d/, /[a-z]/, /[A-Z]/, /[^\da-zA-Z]/];

function texts(alphabet: string, length: number, layout: string | undefined, wanted: readonly (string | number)[]): Samples | undefined {
	if (!Number.isInteger(length) || length < 1 || length > longestText || alphabet === '') return undefined;
	const letters = Array.from(alphabet);
	const ofLetters = (chosen: readonly string[]): string =>
		Array.from({ length }, (_, index) => chosen[(index * 7 + 3) % chosen.length] ?? '').join('');
	const mixed = ofLetters(letters);
	const likely = (share: number, count: number): boolean => (share / letters.length) ** count >= rare;
	const groups = classes.map(pattern => letters.filter(letter => pattern.test(letter))).filter(group => group.length > 0);
	const values = [mixed, ...groups.flatMap(group => endsOf(ofLetters(group), mixed, group.length / letters.length))];
	if (likely(1, length)) values.push(letters.slice(0, 1).join('').repeat(length));
	const firsts = [...groups.flatMap(group => group.slice(0, 1)), ...letters.slice(0, 2), ...letters.slice(-1)];
	values.push(...firsts.flatMap(letter => [letter + mixed.slice(1), mixed.slice(0, -1) + letter]));
	for (const each of wanted) {
		const needle = String(each);
		const isDrawn = needle.length > 0 && needle.length <= length && Array.from(needle).every(letter => letters.includes(letter));
		if (!isDrawn || !likely(1, needle.length)) continue;
		const rest = length - needle.length;
		values.push(
			needle + mixed.slice(needle.length),
			mixed.slice(0, rest) + needle,
			mixed.slice(0, rest >> 1) + needle + mixed.slice((rest >> 1) + needle.length),
		);
	}
	return {
		values: [...new Set(values)].map(text => (layout === undefined ? text : filled(layout, text))),
		size: letters.length ** length,
	};
}

/** How base64 writes so many bytes: each six bits a letter. What is left of them at the end is nought here, which it often is. */
function inBase64(bytes: number, padded: boolean): { readonly whole: number; readonly layout: string } {
	const whole = Math.floor((bytes * 8) / 6);
	const rest = bytes % 3;
	const end = rest === 0 ? '' : `A${padded ? '='.repeat(3 - rest) : ''}`;
	return { whole, layout: 'x'.repeat(Math.max(0, Math.min(whole, longestText))) + end };
}

/** As many letters of one kind at the start, and at the end, as come up often enough, for a text may be cut. */
function endsOf(ofKind: string, mixed: string, share: number): readonly string[] {
	const count = Math.min(mixed.length, share === 1 ? mixed.length : Math.floor(Math.log(rare) / Math.log(share)));
	return [ofKind.slice(0, count) + mixed.slice(count), mixed.slice(0, mixed.length - count) + ofKind.slice(0, count)];
}

/** How many words there are to choose from. */
const vocabulary = 180;
/** Words of up to so many letters are short, from so many on they are long. */
const short = 3;
const long = 9;

/** As few words as there may be and as many, short ones, long ones, and all kinds, where that comes up often enough. */
function words({ min, max }: Drawing, { words: all, sentence }: Extract<Draws, { of: 'words' }>): Samples | undefined {
	if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1 || max < min || max > longestText) return undefined;
	const groups = [all, all.filter(({ length }) => length <= short), all.filter(({ length }) => length >= long)];
	const counts = [...new Set([min, (min + max) >> 1, max])];
	const values = counts.flatMap(count =>
		groups
			.filter(group => (group.length / all.length) ** count / counts.length >= rare)
			.map(group => Array.from({ length: count }, (_, index) => group[(index * 7 + 3) % group.length] ?? '').join(' ')),
	);
	const written = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
	return { values: [...new Set(sentence === true ? values.map(written) : values)], size: vocabulary ** min };
}

function filled(layout: string, text: string): string {
	let next = 0;
	return layout.replaceAll('x', () => text[next++] ?? '');
}

/** A list as it was, and turned round; where there are few orders, it comes up as it was. */
function orders(list: readonly unknown[]): Samples {
	const size = list.reduce<number>((product, _, index) => product * (index + 1), 1);
	const turned = list.map((_, index) => list[(index + 1) % list.length]);
	return { values: 1 / size >= rare ? [list, list.toReversed(), turned] : [list.toReversed(), turned], size };
}
