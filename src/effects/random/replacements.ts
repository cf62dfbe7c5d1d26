import { byteWriters, cutting, replacing } from '../../knowledge/scrambled-texts.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value, Write } from '../../syntax/facts.ts';
import { chainOf } from '../value-parts.ts';
import type { Spot } from './scrambled.ts';

/** A piece of a text, or one byte, that something as long takes the place of. */
export interface Replacement {
	/** What it is a part of. */
	readonly of: Site<Value>;
	readonly spot: Spot | 'anywhere';
	/** What comes there; of `anywhere`, what it takes the place of. */
	readonly by: string | number;
}

type Reading = Pick<Provenance, 'roots'>;

/** What a value is a copy of but for a piece that is written down: `text.slice(0, -1) + 'x'`, `text.replace(/.$/, 'x')`. */
export function replacementIn(reading: Reading, site: Site<Value>): Replacement | undefined {
	return site.fact.kind === 'call' ? byPattern(reading, at(site.fact, site)) : bySlices(reading, site);
}

/** One piece of a text that is put together: written down, cut out of a value, or anything else. */
type Piece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'cut'; readonly of: Site<Value>; readonly from: number; readonly to: number | undefined }
	| { readonly kind: 'other' };

function bySlices(reading: Reading, site: Site<Value>): Replacement | undefined {
	if (site.fact.kind !== 'template' && (site.fact.kind !== 'operation' || site.fact.operator !== '+')) return undefined;
	const pieces = piecesOf(reading, site);
	for (const [index, piece] of pieces.entries()) {
		const found = piece.kind === 'text' ? between(pieces[index - 1], piece.text, pieces[index + 1]) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** What a text between two cuts takes the place of. */
function between(before: Piece | undefined, text: string, after: Piece | undefined): Replacement | undefined {
	const [left, right] = [before, after].map(piece => (piece?.kind === 'cut' ? piece : undefined));
	if (left?.to !== undefined && left.to < 0 && (right === undefined || !isSame(left.of, right.of))) {
		const by = text.slice(0, -left.to);
		const isWhole = text.length === by.length || /^\W/.test(text.slice(by.length));
		return by.length === -left.to && isWhole ? { of: left.of, spot: 'end', by } : undefined;
	}
	if (right === undefined || right.to !== undefined) return undefined;
	const start = left !== undefined && isSame(left.of, right.of) ? left.to : 0;
	if (start === undefined || start < 0 || right.from <= start) return undefined;
	const by = text.slice(start - right.from);
	const isWhole = text.length === by.length || /\W$/.test(text.slice(0, -by.length));
	return by.length === right.from - start && isWhole ? { of: right.of, spot: start === 0 ? 'start' : 'within', by } : undefined;
}

function piecesOf(reading: Reading, site: Site<Value>): readonly Piece[] {
	const { fact } = site;
	if (fact.kind === 'literal') return typeof fact.value === 'string' ? [{ kind: 'text', text: fact.value }] : [{ kind: 'other' }];
	if (fact.kind === 'operation' && fact.operator === '+') return fact.operands.flatMap(each => piecesOf(reading, at(each, site)));
	if (fact.kind === 'template')
		return fact.quasis.flatMap((quasi, index) => {
			const part = fact.parts[index];
			const text: readonly Piece[] = quasi === '' ? [] : [{ kind: 'text', text: quasi }];
			return part === undefined ? text : [...text, ...piecesOf(reading, at(part, site))];
		});
	return [cutOf(reading, site)];
}

/** `text.slice(0, -1)`, `text.substring(0, text.length - 1)` */
function cutOf(reading: Reading, site: Site<Value>): Piece {
	const { fact } = site;
	const isCut =
		fact.kind === 'call' &&
		fact.callee.kind === 'member' &&
		typeof fact.callee.property === 'string' &&
		cutting.has(fact.callee.property);
	if (!isCut) return { kind: 'other' };
	const of = at(fact.callee.object, site);
	const [from, to] = fact.args.map(argument => placeIn(reading, of, at(argument, site)));
	if (from === undefined || from < 0 || (to === undefined && fact.args.length > 1)) return { kind: 'other' };
	return { kind: 'cut', of, from, to };
}

/** A place, from the end where it is negative: `-1`, `text.length - 1`. */
function placeIn(reading: Reading, of: Site<Value>, site: Site<Value>): number | undefined {
	const { fact } = site;
	const [left, right] = fact.kind === 'operation' && fact.operator === '-' ? fact.operands : [];
	if (left?.kind === 'member' && left.property === 'length' && right?.kind === 'literal' && isSame(at(left.object, site), of))
		return typeof right.value === 'number' ? -right.value : undefined;
	const place = staticValue(reading.roots, site);
	return typeof place === 'number' && Number.isInteger(place) ? place : undefined;
}

/** Whether two values are the same variable, or the same part of it. */
function isSame(one: Site<Value>, other: Site<Value>): boolean {
	const [left, right] = [chainOf(one.fact), chainOf(other.fact)];
	const isOne = left.root.kind === 'reference' && right.root.kind === 'reference' && left.root.binding === right.root.binding;
	return isOne && one.module === other.module && left.path.join('.') === right.path.join('.') && !left.path.includes('*');
}

const ending = /^(?:\.|\\[wd]|\[[^\]^]+\])(\.*)(?:\{(\d+)\})?\$$/;
const starting = /^\^(?:\.|\\[wd]|\[[^\]^]+\])(\.*)(?:\{(\d+)\})?$/;

function byPattern(reading: Reading, { fact, ...place }: Site<Call>): Replacement | undefined {
	const { callee, args } = fact;
	const [pattern, text] = args;
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !replacing.has(callee.property)) return undefined;
	const by = text === undefined || args.length > 2 ? undefined : staticValue(reading.roots, at(text, place));
	if (pattern === undefined || typeof by !== 'string' || by.includes('$')) return undefined;
	const of = at(callee.object, place);
	if (pattern.kind !== 'regexp') {
		const sought = staticValue(reading.roots, at(pattern, place));
		const isLetter = typeof sought === 'string' && [sought, by].every(each => /^[\da-zA-Z]$/.test(each));
		return isLetter && sought !== by ? { of, spot: 'anywhere', by: sought } : undefined;
	}
	const [match, spot] = [ending.exec(pattern.pattern), 'end' as const];
	const [found, where] = match === null ? [starting.exec(pattern.pattern), 'start' as const] : [match, spot];
	const length = found === null ? undefined : Number(found[2] ?? 1) + (found[1]?.length ?? 0);
	return length === by.length ? { of, spot: where, by } : undefined;
}

/** The bytes that a function writes over: `bytes[0] = 0`, `bytes.writeUInt8(0, bytes.length - 1)`. */
export function overwrittenIn(reading: Reading, body: Site<FunctionFacts>): readonly (Replacement & { readonly place: Write | Call })[] {
	const written = body.fact.writes.flatMap(write => {
		const { target, value, operator } = write;
		const isByte = target.kind === 'member' && operator === '=' && value?.kind === 'literal' && typeof value.value === 'number';
		if (!isByte) return [];
		const of = at(target.object, body);
		const index = typeof target.property === 'string' ? Number(target.property) : placeIn(reading, of, at(target.property, body));
		return byteAt(of, index, value.value, write);
	});
	const called = body.fact.calls.flatMap(call => {
		const { callee, args } = call;
		const isWriter = callee.kind === 'member' && typeof callee.property === 'string' && byteWriters.has(callee.property);
		const [byte, place] = args;
		if (!isWriter || byte?.kind !== 'literal' || place === undefined) return [];
		const of = at(callee.object, body);
		return byteAt(of, placeIn(reading, of, at(place, body)), byte.value, call);
	});
	return [...written, ...called];
}

function byteAt<Place>(
	of: Site<Value>,
	index: number | undefined,
	by: unknown,
	place: Place,
): readonly (Replacement & { readonly place: Place })[] {
	if (index === undefined || !Number.isInteger(index) || typeof by !== 'number') return [];
	return [{ of, spot: index === 0 ? 'start' : index === -1 ? 'end' : 'within', by, place }];
}
