import type { Draw } from '../../effects/random/draw.ts';
import { FormulaReader } from '../../effects/random/formula.ts';
import type { Influence } from '../../effects/model.ts';
import { lists } from '../../effects/random/drawn-lists.ts';
import { samplesOf } from '../../effects/random/samples.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { ChanceCount } from './chance-counts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { drawsOfSet } from './repeated-draws.ts';

/** Two of the values come out the same more seldom than this: nobody will see it. */
const rare = 1e-5;

/** Random values of which an assertion wants no two to be the same: how likely that is follows from how many there may be. */
export function collidingDraws(models: Models, scope: Scope, claim: Claim): ChanceCount | undefined {
	return collidingSet(models, scope, claim) ?? collidingPair(models, scope, claim);
}

/** `expect(new Set(codes).size).toBe(100)` */
function collidingSet(models: Models, scope: Scope, claim: Claim): ChanceCount | undefined {
	const kept = keptIn(claim);
	const drawn = kept === undefined ? undefined : drawsOfSet(models, kept);
	if (drawn === undefined || claim.expected === undefined || !isAll(models, claim.expected, drawn.times)) return undefined;
	const range = rangeOf(models, scope, claim, drawn.value);
	if (range === undefined || range.size < drawn.times) return undefined;
	return ifSeen(range.read, -Math.expm1((-drawn.times * (drawn.times - 1)) / (2 * range.size)));
}

/** `expect(code()).not.toBe(code())` */
function collidingPair(models: Models, scope: Scope, claim: Claim): ChanceCount | undefined {
	const { relation, negated, part, actual, expected } = claim;
	if (!negated || part.length > 0 || expected === undefined || (relation !== 'identical' && relation !== 'deep-equal')) return undefined;
	const one = rangeOf(models, scope, claim, actual);
	const other = one === undefined ? undefined : rangeOf(models, scope, claim, expected);
	if (one === undefined || other?.size !== one.size || isSame(one.draw, other.draw)) return undefined;
	return ifSeen(one.read, 1 / one.size);
}

const isSame = ({ call: one }: Draw, { call: other }: Draw): boolean => one.fact === other.fact && one.frame === other.frame;

function ifSeen(read: Influence, missed: number): ChanceCount | undefined {
	return missed > rare ? { read, missed } : undefined;
}

/** The set of which an assertion tells the size. */
function keptIn({ relation, negated, actual, part }: Claim): Site<Value> | undefined {
	if (negated || part.length > 0) return undefined;
	if (relation === 'length') return actual;
	const isSize = actual.fact.kind === 'member' && (actual.fact.property === 'size' || actual.fact.property === 'length');
	return actual.fact.kind === 'member' && isSize && (relation === 'identical' || relation === 'deep-equal')
		? at(actual.fact.object, actual)
		: undefined;
}

/** `100`, or the length of a list, which is that of the one that fills the set. */
function isAll({ provenance }: Models, site: Site<Value>, times: number): boolean {
	if (site.fact.kind === 'member') return site.fact.property === 'length';
	return staticValue(provenance.roots, site) === times;
}

/** What a single draw decides, and how many different values there are of it. */
interface Range {
	readonly read: Influence;
	readonly draw: Draw;
	readonly size: number;
}

/** How many different values there are at most, as far as the code says; undefined where nobody can tell. */
function rangeOf(models: Models, scope: Scope, claim: Claim, value: Site<Value>): Range | undefined {
	const open = models.effects
		.behind(value, [{ kind: 'parts' }])
		.filter(influence => influence.kind === 'random' && !models.isControlled(influence, scope, claim.place));
	const [read] = open;
	if (read === undefined) return undefined;
	const reader = new FormulaReader(models, call => open.some(({ source }) => source.fact === call.fact));
	const formula = reader.read(value);
	const [draw, ...others] = reader.draws;
	const samples = draw?.drawing === undefined ? undefined : samplesOf(draw.drawing, [], lists);
	if (draw === undefined || samples === undefined || others.length > 0) return undefined;
	const results = samples.values.map(each => formula(new Map<Draw, unknown>([[draw, each]])));
	const size = results.every(each => typeof each === 'number')
		? wholeNumbers(results)
		: results.every(each => typeof each === 'string')
			? texts(results)
			: undefined;
	return size === undefined ? undefined : { read, draw, size: Math.min(size, samples.size) };
}

function wholeNumbers(values: readonly number[]): number | undefined {
	return values.every(Number.isInteger) ? Math.max(...values) - Math.min(...values) + 1 : undefined;
}

const alphabets: readonly RegExp[] = [/^\d*$/, /^[\da-f]*$/, /^[\da-z]*$/, /^[\da-zA-Z]*$/];
const letters: readonly number[] = [10, 16, 36, 62];

/** All texts of that length over the alphabet, what all of them begin with left out. */
function texts(values: readonly string[]): number | undefined {
	const same = values.reduce((start, each) =>
		start.slice(0, Array.from(start).findIndex((letter, index) => letter !== each[index]) >>> 0),
	);
	const ends = values.map(each => each.slice(same.length));
	const alphabet = alphabets.findIndex(each => ends.every(end => each.test(end)));
	const size = letters[alphabet];
	return size === undefined ? undefined : size ** Math.max(...ends.map(({ length }) => length));
}
