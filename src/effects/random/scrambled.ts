import { alphabets, joinedBytes, sameBytes, type ScrambledRow, scrambledRows } from '../../knowledge/scrambled-texts.ts';
import type { Site } from '../../project/model.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Origin, Path, Root } from '../../provenance/model.ts';
import { matchPattern, type Pattern, parsePattern } from '../../provenance/pattern.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

/** Where in a text or a list of bytes. */
export type Spot = 'start' | 'within' | 'end';

/** What may stand at a place of a text or of bytes that come out differently as soon as anything else goes into them. */
export interface Scrambled {
	/** `bytes`, or the characters that a text is written with. */
	readonly letters: string;
	/** A text that stands for bytes, at whose end some characters stand for the same ones. */
	readonly slack?: 'compared' | 'decoded' | 'unknown';
}

/** Stands for bytes where characters are asked for. */
export const bytes = 'bytes';

const encoded = Object.keys(alphabets);
const rows = scrambledRows.map(row => ({ row, pattern: parsePattern(row.path), from: [row.from].flat() }));
const wrappers = sameBytes.map(path => parsePattern(path));
const joined = parsePattern(joinedBytes);

/** What stands at a place of a value, where that is scrambled; undefined where nobody can tell. */
export function scrambledAt(knowing: Knowing, site: Site<Value>, spot: Spot, depth = 0): Scrambled | undefined {
	const [root, ...others] = depth > 6 ? [] : knowing.provenance.roots(site);
	return root === undefined || others.length > 0 ? undefined : ofRoot(knowing, root, spot, depth);
}

function ofRoot(knowing: Knowing, root: Root, spot: Spot, depth: number): Scrambled | undefined {
	if (root.kind === 'origin') return ofOrigin(knowing, root.origin, spot, depth);
	return root.kind === 'made' && root.path.length === 0 ? ofPieces(knowing, root.site, spot, depth) : undefined;
}

/** A text that is put together begins with its first piece and ends with its last. */
function ofPieces(knowing: Knowing, site: Site<Value>, spot: Spot, depth: number): Scrambled | undefined {
	const { fact } = site;
	if (spot === 'within') return undefined;
	const index = spot === 'start' ? 0 : -1;
	const piece =
		fact.kind === 'template' && fact.quasis.at(index) === ''
			? fact.parts.at(index)
			: fact.kind === 'operation' && fact.operator === '+'
				? fact.operands.at(index)
				: undefined;
	return piece === undefined ? undefined : scrambledAt(knowing, at(piece, site), spot, depth + 1);
}

function ofOrigin(knowing: Knowing, origin: Origin, spot: Spot, depth: number): Scrambled | undefined {
	return (
		ofToken(origin, spot) ??
		ofBytes(knowing, origin, spot, depth) ??
		ofEncoded(knowing, origin, spot, depth) ??
		ofDraw(knowing, origin, spot)
	);
}

/** What a generator draws, letter by letter. */
function ofDraw({ rows: known, provenance }: Knowing, origin: Origin, spot: Spot): Scrambled | undefined {
	const match = matchRows(known, provenance.roots, origin).find(
		each => each.row.effect === 'draw' && each.match.length === origin.steps.length,
	);
	const draws = match?.row.effect === 'draw' ? match.row.draws : undefined;
	if (draws?.of !== 'text') return undefined;
	const isDrawn =
		draws.layout === undefined || (spot === 'start' ? draws.layout.startsWith('x') : spot === 'end' && draws.layout.endsWith('x'));
	return isDrawn ? { letters: draws.alphabet } : undefined;
}

interface Fit {
	readonly row: ScrambledRow;
	readonly call: Site<Call> | undefined;
}

function fitOf({ from: source, steps }: Origin): Fit | undefined {
	const origin = { from: source, steps: steps.slice(0, steps.findLastIndex(({ kind }) => kind !== 'await') + 1) };
	for (const { row, pattern, from } of rows) {
		const match = from.includes(origin.from) ? matchPattern(pattern, origin, true) : undefined;
		if (match !== undefined) return { row, call: match.calls.at(-1)?.site };
	}
	return undefined;
}

/** A signed token, of which the end is scrambled, or its signature by itself. */
function ofToken({ from, steps }: Origin, spot: Spot): Scrambled | undefined {
	const whole = fitOf({ from, steps });
	if (whole?.row.gives === 'token') return spot === 'end' ? ofSignature(whole.row, spot) : undefined;
	const piece = isLastPiece(steps) ? fitOf({ from, steps: steps.slice(0, -3) }) : undefined;
	return piece?.row.gives === 'token' ? ofSignature(piece.row, spot) : undefined;
}

function ofSignature({ comparesText }: ScrambledRow, spot: Spot): Scrambled {
	const letters = alphabets['base64url'] ?? '';
	return spot === 'end' ? { letters, slack: comparesText === true ? 'compared' : 'decoded' } : { letters };
}

/** `token.split('.')[2]` */
function isLastPiece(steps: Path): boolean {
	const [method, call, index] = steps.slice(-3);
	const isSplit = method?.kind === 'property' && method.name === 'split' && call?.kind === 'call';
	return isSplit && (index?.kind === 'position' ? index.index === 2 : index?.kind === 'property' && index.name === '2');
}

function ofBytes(knowing: Knowing, origin: Origin, spot: Spot, depth: number): Scrambled | undefined {
	const last = origin.steps.at(-1);
	const call = last?.kind === 'call' || last?.kind === 'construct' ? last.site : undefined;
	const [first] = call?.fact.args ?? [];
	if (origin.from !== 'global' || call === undefined || first === undefined) return undefined;
	const fits = (pattern: Pattern): boolean => matchPattern(pattern, origin, true) !== undefined;
	if (wrappers.some(fits)) {
		const held = scrambledAt(knowing, at(first, call), spot, depth + 1);
		return held?.letters === bytes ? held : undefined;
	}
	const list = fits(joined) && first.kind === 'array' && spot !== 'within' ? first.elements.at(spot === 'start' ? 0 : -1) : undefined;
	return list === undefined ? undefined : scrambledAt(knowing, at(list, call), spot, depth + 1);
}

/** Bytes, or the text that a call makes of them in an encoding. */
function ofEncoded(knowing: Knowing, origin: Origin, spot: Spot, depth: number): Scrambled | undefined {
	const fit = fitOf(origin);
	if (fit !== undefined) {
		const { gives } = fit.row;
		if (typeof gives === 'object')
			return (
				encodedBy(knowing, fit.call, gives.encoding, spot) ?? (isAsked(fit.call, gives.encoding) ? undefined : { letters: bytes })
			);
		return gives === 'bytes' || gives === 'token' ? { letters: bytes } : { letters: alphabets[gives] ?? '' };
	}
	const [method, call] = origin.steps.slice(-2);
	if (method?.kind !== 'property' || method.name !== 'toString' || call?.kind !== 'call') return undefined;
	const held = ofOrigin(knowing, { from: origin.from, steps: origin.steps.slice(0, -2) }, spot, depth + 1);
	return held?.letters === bytes ? encodedBy(knowing, call.site, 0, spot) : undefined;
}

const isAsked = (call: Site<Call> | undefined, index: number): boolean => call?.fact.args[index] !== undefined;

/** The end of a text in base64 may be filled up, and without that may have few characters only. */
function encodedBy({ provenance }: Knowing, call: Site<Call> | undefined, index: number, spot: Spot): Scrambled | undefined {
	const argument = call?.fact.args[index];
	const encoding = call === undefined || argument === undefined ? undefined : staticValue(provenance.roots, at(argument, call));
	if (typeof encoding !== 'string' || !encoded.includes(encoding)) return undefined;
	const letters = alphabets[encoding] ?? '';
	if (spot !== 'end' || encoding === 'hex') return { letters };
	return encoding === 'base64url' ? { letters, slack: 'unknown' } : undefined;
}
