import { FormulaReader } from '../../effects/random/formula.ts';
import { toleranceOf } from '../../assertions/tolerance.ts';
import { repeatOf } from '../../effects/random/repeats.ts';
import type { Influence } from '../../effects/model.ts';
import { evenly, unknown } from '../../effects/random/samples.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Binding, Definition, FunctionFacts, Region, Value, Write } from '../../syntax/facts.ts';
import { type CountView, viewOf } from './count-views.ts';
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

/** The bound that an assertion sets on a counter which a loop raises by chance, or on a share of it: how likely it is missed is worked out. */
export function countByChance(models: Models, scope: Scope, claim: Claim): ChanceCount | undefined {
	if (!bounding.has(claim.relation) || claim.negated || claim.expected === undefined || claim.part.length > 0) return undefined;
	const view = viewOf(models.provenance, claim.actual, site => tossedAt(models, site) !== undefined);
	const tossed = view === undefined ? undefined : tossedAt(models, view.counter);
	const open =
		tossed === undefined
			? []
			: models.effects
					.behind(tossed.value, [{ kind: 'parts' }])
					.filter(influence => influence.kind === 'random' && !models.isControlled(influence, scope, claim.place));
	const [read] = open;
	if (tossed === undefined || view === undefined || read === undefined) return undefined;
	const share = shareOf(models, tossed, open);
	const [low, high] = boundsOf(models, claim, tossed.times, view);
	if (share === undefined || low === undefined || high === undefined || share <= 0 || share >= 1) return undefined;
	const missed = 1 - within(low, high, tossed.times, share);
	return missed > rare ? { read, missed } : undefined;
}

const bounding: ReadonlySet<Claim['relation']> = new Set([
	'greater',
	'greater-or-equal',
	'less',
	'less-or-equal',
	'within',
	'identical',
	'close-to',
]);

function tossedAt(models: Models, site: Site<Value>): Tossed | undefined {
	return site.fact.kind === 'reference' ? tossedIn(models, at(site.fact, site)) : bucketIn(models, site);
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
	const [start, raised, ...others] = valuesGiven(binding);
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
	if (owner === undefined || branch?.kind !== 'then' || branch.test === undefined) return undefined;
	const times = timesOf(models, owner, branch.parent, site.module);
	return times === undefined ? undefined : { value: { module: site.module, fact: branch.test }, isRaised: Boolean, times };
}

/** What a variable is given, its type apart. */
function valuesGiven(binding: Binding | undefined): readonly Extract<Definition, { kind: 'value' }>[] {
	return binding?.definitions.filter(each => each.kind === 'value').filter(({ value }) => value.kind !== 'instance') ?? [];
}

/** One of several counters in an object, of which a loop of so many rounds raises the one that a draw names: `counts[toss()]++`. */
function bucketIn(models: Models, { fact, module }: Site<Value>): Tossed | undefined {
	if (fact.kind !== 'member' || typeof fact.property !== 'string' || fact.object.kind !== 'reference') return undefined;
	const {
		property,
		object: { binding },
	} = fact;
	const [made, ...others] = valuesGiven(module.facts.bindings[binding]);
	if (made?.value.kind !== 'object' || others.length > 0) return undefined;
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
	const times = timesOf(models, raise.owner, raise.write.region, module);
	return times === undefined
		? undefined
		: { value: { module, fact: raise.write.target.property }, isRaised: result => String(result) === property, times };
}

/** How often a region runs that is a loop of so many rounds, or all of a function that a list calls for each of its places, under no other condition. */
function timesOf(models: Models, owner: FunctionFacts, region: number | undefined, module: Site<Value>['module']): number | undefined {
	const loop = region === undefined ? undefined : owner.regions[region];
	if (loop !== undefined)
		return loop.loop?.form === 'for' && loop.parent === undefined ? roundsOf(models, loop, { module, fact: owner }) : undefined;
	const call = owner.passedTo?.call;
	return call === undefined ? undefined : repeatOf({ module, fact: call }, models.provenance, site => numberAt(models, site))?.times;
}

function numberAt({ provenance }: Models, site: Site<Value>): number | undefined {
	const value = staticValue(provenance.roots, site);
	return typeof value === 'number' ? value : undefined;
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
function boundsOf(models: Models, claim: Claim, times: number, { factor, added, isDistance }: CountView): readonly (number | undefined)[] {
	const [bound, other] = [claim.expected, claim.upper].map(site => (site === undefined ? undefined : numberAt(models, site)));
	if (bound === undefined) return [];
	const count = (value: number): number => Number(((value - added) / factor).toPrecision(12));
	const least = isDistance ? Math.max(0, Math.ceil(count(-bound))) : 0;
	switch (claim.relation) {
		case 'greater':
			return isDistance ? [] : [Math.floor(count(bound)) + 1, times];
		case 'greater-or-equal':
			return isDistance ? [] : [Math.ceil(count(bound)), times];
		case 'less':
			return [least, Math.ceil(count(bound)) - 1];
		case 'less-or-equal':
			return [least, Math.floor(count(bound))];
		case 'within':
			return other === undefined ? [] : [Math.ceil(count(bound)), Math.floor(count(other))];
		case 'close-to': {
			const tolerance = toleranceOf(claim, models.provenance);
			return tolerance === undefined ? [] : [Math.ceil(count(bound - tolerance)), Math.floor(count(bound + tolerance))];
		}
		default:
			return isDistance ? [] : [count(bound), count(bound)];
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
