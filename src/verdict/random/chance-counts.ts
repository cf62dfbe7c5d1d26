import { FormulaReader } from '../../effects/random/formula.ts';
import type { Influence } from '../../effects/model.ts';
import { evenly, unknown } from '../../effects/random/samples.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Binding, Definition, Region, Value } from '../../syntax/facts.ts';
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
	if (!['greater', 'greater-or-equal', 'less', 'less-or-equal', 'within', 'identical'].includes(relation) || negated || actual.fact.kind !== 'reference' || expected === undefined) return undefined;
	const tossed = tossedIn(models, at(actual.fact, actual));
	const open = tossed === undefined ? [] : models.effects.behind(tossed.test, [{ kind: 'parts' }]).filter(influence => influence.kind === 'random' && !models.isControlled(influence, scope, claim.place));
	const [read] = open;
	if (tossed === undefined || read === undefined) return undefined;
	const share = shareOf(models, tossed.test, open);
	const [low, high] = boundsOf(models, claim, tossed.times);
	if (share === undefined || low === undefined || high === undefined || share <= 0 || share >= 1) return undefined;
	const missed = 1 - within(low, high, tossed.times, share);
	return missed > rare ? { read, missed } : undefined;
}

interface Tossed {
	/** What decides whether the counter is raised. */
	readonly test: Site<Value>;
	readonly times: number;
}

/** A variable that is raised by one under a condition inside a loop of so many rounds, and starts from nought. */
function tossedIn(models: Models, site: Site<Extract<Value, { kind: 'reference' }>>): Tossed | undefined {
	const binding: Binding | undefined = site.module.facts.bindings[site.fact.binding];
	const values = binding?.definitions.filter(each => each.kind === 'value') ?? [];
	const [start, raised, ...others] = values;
	if (start?.value.kind !== 'literal' || start.value.value !== 0 || raised === undefined || others.length > 0 || !isRaised(raised, site.fact.binding)) return undefined;
	const owner = functionAt(site.module, raised.function);
	const branch: Region | undefined = owner === undefined || raised.region === undefined ? undefined : owner.regions[raised.region];
	const loop = owner === undefined || branch?.parent === undefined ? undefined : owner.regions[branch.parent];
	if (owner === undefined || branch?.kind !== 'then' || branch.test === undefined || loop?.loop?.form !== 'for' || loop.parent !== undefined) return undefined;
	const times = roundsOf(models, loop, at(owner, site));
	return times === undefined ? undefined : { test: { module: site.module, fact: branch.test }, times };
}

function isRaised({ value }: Extract<Definition, { kind: 'value' }>, binding: number): boolean {
	const [left, right] = value.kind === 'operation' && value.operator === '+' ? value.operands : [];
	return left?.kind === 'reference' && left.binding === binding && right?.kind === 'literal' && right.value === 1;
}

/** The share of the draws for which a condition holds. */
function shareOf(models: Models, test: Site<Value>, open: readonly Influence[]): number | undefined {
	const reader = new FormulaReader(models, call => open.some(({ source }) => source.fact === call.fact));
	const formula = reader.read(test);
	const [draw, ...others] = reader.draws;
	const values = draw?.drawing === undefined ? undefined : evenly(draw.drawing);
	if (draw === undefined || values === undefined || others.length > 0) return undefined;
	const results = values.map(value => formula(new Map([[draw, value]])));
	return results.includes(unknown) ? undefined : results.filter(Boolean).length / results.length;
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
	const tail = (((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
	return deviations < 0 ? tail / 2 : 1 - tail / 2;
}
