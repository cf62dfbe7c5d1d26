import { FormulaReader } from '../../effects/random/formula.ts';
import type { Influence } from '../../effects/model.ts';
import { evenly, unknown } from '../../effects/random/samples.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Binding, Definition, FunctionFacts, Region, Value, Write } from '../../syntax/facts.ts';
import { roundsOf } from './loop-rounds.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** How often something comes up in many draws, held against a bound. */
export interface ChanceCount {
	readonly read: Influence;
	/** How likely it is that the bound is missed. */
	readonly missed: number;
}

/** A bound that is missed more seldom than this is wide enough. */
const rare = 1e-7;

/** The bound that an assertion sets on a counter which a loop raises by chance: how likely it is missed is worked out. */
export function countByChance(models: Models, scope: Scope, claim: Claim): ChanceCount | undefined {
	const { actual, expected, relation, negated } = claim;
	if (
		!['greater', 'greater-or-equal', 'less', 'less-or-equal', 'within', 'identical'].includes(relation) ||
		negated ||
		expected === undefined
	)
		return undefined;
	const tossed = actual.fact.kind === 'reference' ? tossedIn(models, at(actual.fact, actual)) : bucketIn(models, actual);
	const open =
		tossed === undefined
			? []
			: models.effects
					.behind(tossed.value, [{ kind: 'parts' }])
					.filter(influence => influence.kind === 'random' && !models.isControlled(influence, scope, claim.place));
	const [read] = open;
	if (tossed === undefined || read === undefined) return undefined;
	const share = shareOf(models, tossed, open);
	const [low, high] = boundsOf(models, claim, tossed.times);
	if (share === undefined || low === undefined || high === undefined || share <= 0 || share >= 1) return undefined;
	const missed = 1 - within(low, high, tossed.times, share);
	return missed > rare ? { read, missed } : undefined;
}

interface Tossed {
	/** What decides whether the counter is raised. */
	readonly value: Site<Value>;
	readonly isRaised: (result: unknown) => boolean;
	readonly times: number;
}

/** A variable that is raised by one under a condition inside a loop of so many rounds, and starts from nought. */
function tossedIn(models: Models, site: Site<Extract<Value, { kind: 'reference' }>>): Tossed | undefined {
	const binding: Binding | undefined = site.module.facts.bindings[site.fact.binding];
	const values = binding?.definitions.filter(each => each.kind === 'value') ?? [];
	const [start, raised, ...others] = values;
	if (
		start?.value.kind !== 'literal' ||
		start.value.value !== 0 ||
		raised === undefined ||
		others.length > 0 ||
		!isRaised(raised, site.fact.binding)
	)
		return undefined;
	const owner = functionAt(site.module, raised.function);
	const branch: Region | undefined = owner === undefined || raised.region === undefined ? undefined : owner.regions[raised.region];
	const loop = owner === undefined || branch?.parent === undefined ? undefined : owner.regions[branch.parent];
	if (
		owner === undefined ||
		branch?.kind !== 'then' ||
		branch.test === undefined ||
		loop?.loop?.form !== 'for' ||
		loop.parent !== undefined
	)
		return undefined;
	const times = roundsOf(models, loop, at(owner, site));
	return times === undefined ? undefined : { value: { module: site.module, fact: branch.test }, isRaised: Boolean, times };
}

/** One of several counters in an object, of which a loop of so many rounds raises the one that a draw names: `counts[toss()]++`. */
function bucketIn(models: Models, { fact, module }: Site<Value>): Tossed | undefined {
	if (fact.kind !== 'member' || typeof fact.property !== 'string' || fact.object.kind !== 'reference') return undefined;
	const {
		property,
		object: { binding },
	} = fact;
	const [made, ...others] = module.facts.bindings[binding]?.definitions.filter(({ kind }) => kind === 'value') ?? [];
	if (made?.kind !== 'value' || made.value.kind !== 'object' || others.length > 0) return undefined;
	const raises = module.facts.functions.flatMap(owner =>
		owner.writes
			.filter(({ target }) => target.kind === 'member' && target.object.kind === 'reference' && target.object.binding === binding)
			.map(write => ({ owner, write })),
	);
	const [raise, ...more] = raises;
	if (
		raise === undefined ||
		more.length > 0 ||
		raise.write.target.kind !== 'member' ||
		typeof raise.write.target.property === 'string' ||
		!isByOne(raise.write)
	)
		return undefined;
	const times = timesOf(models, raise.owner, raise.write, module);
	return times === undefined
		? undefined
		: { value: { module, fact: raise.write.target.property }, isRaised: result => String(result) === property, times };
}

/** How often a write runs that stands in a loop of so many rounds, under no other condition. */
function timesOf(models: Models, owner: FunctionFacts, { region }: Write, module: Site<Value>['module']): number | undefined {
	const loop = region === undefined ? undefined : owner.regions[region];
	return loop?.loop?.form === 'for' && loop.parent === undefined ? roundsOf(models, loop, { module, fact: owner }) : undefined;
}

/** `counts[key]++`, `counts[key] = (counts[key] ?? 0) + 1` */
function isByOne({ operator, value }: Write): boolean {
	const added = value?.kind === 'operation' && value.operator === '+' ? value.operands.at(-1) : value;
	return operator === '++' || ((operator === '=' || operator === '+=') && added?.kind === 'literal' && added.value === 1);
}

function isRaised({ value }: Extract<Definition, { kind: 'value' }>, binding: number): boolean {
	const [left, right] = value.kind === 'operation' && value.operator === '+' ? value.operands : [];
	return left?.kind === 'reference' && left.binding === binding && right?.kind === 'literal' && right.value === 1;
}

/** The share of the draws for which a counter is raised. */
function shareOf(models: Models, { value, isRaised: isHit }: Tossed, open: readonly Influence[]): number | undefined {
	const results = outcomesOf(models, value, open);
	return results === undefined ? undefined : results.filter(isHit).length / results.length;
}

/** What a value is for each of the draws of the one generator behind it, each as likely as the others; undefined where nobody can tell. */
export function outcomesOf(models: Models, value: Site<Value>, open: readonly Influence[]): readonly unknown[] | undefined {
	const reader = new FormulaReader(models, call => open.some(({ source }) => source.fact === call.fact));
	const formula = reader.read(value);
	const [draw, ...others] = reader.draws;
	const values = draw?.drawing === undefined ? undefined : evenly(draw.drawing);
	if (draw === undefined || values === undefined || others.length > 0) return undefined;
	const results = values.map(each => formula(new Map([[draw, each]])));
	return results.includes(unknown) ? undefined : results;
}

/** The counts that pass, both included. */
function boundsOf({ provenance }: Models, { relation, expected, upper }: Claim, times: number): readonly (number | undefined)[] {
	const [bound, other] = [expected, upper].map(site => (site === undefined ? undefined : staticValue(provenance.roots, site)));
	if (typeof bound !== 'number') return [];
	switch (relation) {
		case 'greater':
			return [Math.floor(bound) + 1, times];
		case 'greater-or-equal':
			return [Math.ceil(bound), times];
		case 'less':
			return [0, Math.ceil(bound) - 1];
		case 'less-or-equal':
			return [0, Math.floor(bound)];
		case 'within':
			return typeof other === 'number' ? [Math.ceil(bound), Math.floor(other)] : [];
		default:
			return [bound, bound];
	}
}

/** How likely a count of `times` tosses lies between two bounds: the normal distribution in the binomial one's place. */
function within(low: number, high: number, times: number, share: number): number {
	const spread = Math.sqrt(times * share * (1 - share));
	const below = (count: number): number => normal((count - times * share) / spread);
	return (high >= times ? 1 : below(high + 0.5)) - (low <= 0 ? 0 : below(low - 0.5));
}

/** Abramowitz and Stegun, 7.1.26. */
function normal(deviations: number): number {
	const x = Math.abs(deviations) / Math.SQRT2;
	const t = 1 / (1 + 0.3275911 * x);
	const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
	return deviations < 0 ? tail / 2 : 1 - tail / 2;
}
