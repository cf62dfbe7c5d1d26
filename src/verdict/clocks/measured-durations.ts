import type { Influence } from '../../effects/model.ts';
import { witnessOf } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Value } from '../../syntax/facts.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { lasting, namedUnits } from '../../knowledge/duration-words.ts';
import { at } from '../../provenance/walker.ts';
import { wordsOf } from '../../syntax/words.ts';
import { behindExpected } from './compared-values.ts';
import { type Bounded, boundsOf } from '../bounds.ts';
import { type MeasuredName, isTook, measuredName } from './measured-names.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { nearLength } from './near-lengths.ts';
import { isGiven, isGivenAround } from './time-stamps.ts';
import { timersIn, toldLengths } from './told-lengths.ts';
import { waitedIn } from './waited-lengths.ts';

/** How many milliseconds one of what was measured may be. */
const units = [1, 1_000, 1e-3, 1e-6] as const;

/** How many milliseconds less than its length a timer may take, as two readings of a clock tell it: it counts from when the event loop last looked, and each reading is cut off. */
const early = 2;

/** How far a variable is followed to what it was given. */
const maxHops = 3;

/** How many times as long as the timers of the test a bound may be. */
const farthest = 3;

/** What to make of durations that nothing but their names tell of. */
export interface MeasuredOptions {
	/** Bounds of at least as many milliseconds are no measure of speed. */
	readonly generous: number;
	/** Whether a name is enough that may also be that of a length which somebody chose. */
	readonly named: boolean;
}

/**
 * How long something took, as code measures it that nobody sees and names it so (`metrics.latency`, `span.duration()`), where an assertion bounds
 * it by about as much as the timers in the test take, or from above by as much as the test tells the code under test to take at most; what gives up after
 * a time that it measures itself never takes less. Without a timer an upper bound counts, or a number that it is rounded to, where nothing but a measurement
 * is called so (`result.elapsed`). Without such a name it counts where it must be near to just what the test waits. Undefined for everything else.
 */
export function measuredDuration(models: Models, scope: Scope, claim: Claim, options: MeasuredOptions): Influence | undefined {
	for (const bounded of [...boundsOf(claim), ...roundedIn(claim)]) {
		const { value, bound, isUpper } = bounded;
		const name = measuredName(value);
		if (name === undefined || numberAt(models, value) !== undefined) continue;
		const limit = numberAt(models, bound);
		if (
			limit === undefined ||
			limit <= 0 ||
			isControlled(models, scope, claim) ||
			name.properties.some(property => isGiven(models, scope, property))
		)
			continue;
		const lengths = [...timersIn(models, scope), ...(isUpper ? toldLengths(models, scope) : [])];
		const isPlain = isUpper && (lengths.length === 0 || options.named) && isUnexplained(models, value, name);
		const most = isUpper ? undefined : waitedIn(models, scope, { start: scope.body.fact.start, end: claim.place.start });
		if (most !== undefined && limit + early <= most) continue;
		const ms = inMilliseconds(limit, lengths) ?? (isPlain ? namedLimit(limit, bounded, name, options.named) : undefined);
		if (ms === undefined || (isUpper && ms >= options.generous) || readsClock(models, claim)) continue;
		return measurementOf(name, value);
	}
	const nought = options.named ? mayBeNought(models, scope, claim) : undefined;
	if (nought !== undefined) return nought;
	const near = nearLength(models, scope, claim, options.generous);
	return near === undefined || isControlled(models, scope, claim) || readsClock(models, claim) ? undefined : near;
}

/** What nothing but a measurement is called, or has to be more than nothing and is called like one: whole milliseconds may be none. */
function mayBeNought(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	const { actual, relation, negated, expected } = claim;
	const isTrue = relation === (negated ? 'falsy' : 'truthy');
	const isAbove = relation === 'greater' && !negated && expected !== undefined && numberAt(models, expected) === 0;
	const name = isTrue || isAbove ? measuredName(actual) : undefined;
	if (name === undefined || !(name.properties.every(isTook) || (isAbove && !isLasting(actual, name)))) return undefined;
	if (!isUnexplained(models, actual, name)) return undefined;
	const isOther =
		timersIn(models, scope).length > 0 ||
		name.properties.some(property => isGiven(models, scope, property)) ||
		isControlled(models, scope, claim) ||
		readsClock(models, claim);
	return isOther ? undefined : measurementOf(name, actual);
}

function measurementOf({ shown }: MeasuredName, source: Site<Value>): Influence {
	return {
		kind: 'clock',
		row: undefined,
		api: shown,
		origin: undefined,
		source,
		call: undefined,
		witness: witnessOf(shown, source),
		picked: false,
		joined: false,
		narrowed: false,
	};
}

/** Whether a helper of another file reads the clock for what it asserts itself, whatever it is handed. */
export function measuresForOthers(models: Models, claim: Claim): boolean {
	const { module } = claim.site;
	return module !== models.module && models.behindActual(claim).every(({ kind, source }) => kind !== 'clock' || source.module === module);
}

/** What is rounded for an assertion is no whole number by itself: `expect(Math.round(result.elapsed)).toBe(4)`. */
function roundedIn({ relation, negated, actual, expected }: Claim): readonly Bounded[] {
	const { fact } = actual;
	const isRounded =
		fact.kind === 'call' && fact.callee.kind === 'member' && fact.callee.object.kind === 'global' && fact.callee.object.name === 'Math';
	return isRounded && !negated && expected !== undefined && (relation === 'identical' || relation === 'deep-equal')
		? [{ value: actual, bound: expected, isUpper: true }]
		: [];
}

/** Whether no code that is seen says what the value is, and no code around the tests gives anything that is called so. */
function isUnexplained(models: Models, value: Site<Value>, { properties }: MeasuredName): boolean {
	const roots = measuredFrom(value, 0).flatMap(site => models.provenance.roots(site));
	const isMade = roots.some(
		root =>
			root.kind !== 'origin' &&
			root.kind !== 'unknown' &&
			!(root.kind === 'parameter' && (root.site.module === models.module || root.site.fact.passedTo !== undefined)),
	);
	return !isMade && !properties.some(property => isGivenAround(models, property));
}

/** What is converted, rounded, or taken from one another. */
function measuredFrom(site: Site<Value>, depth: number): readonly Site<Value>[] {
	const { fact } = site;
	if (fact.kind === 'operation' && fact.operator === '-') return fact.operands.flatMap(operand => measuredFrom(at(operand, site), depth));
	if (fact.kind === 'reference') {
		const held = soleValue(site.module.facts, fact);
		return held !== undefined && depth < maxHops ? measuredFrom(at(held, site), depth + 1) : [site];
	}
	const [only, ...others] = fact.kind === 'call' ? fact.args : [];
	const isConverted =
		fact.kind === 'call' && (fact.callee.kind === 'global' || (fact.callee.kind === 'member' && fact.callee.object.kind === 'global'));
	return isConverted && only !== undefined && others.length === 0 ? measuredFrom(at(only, site), depth) : [site];
}

/** Whether it may be the length of something that lasts as long as somebody made it. */
function isLasting(value: Site<Value>, { shown }: MeasuredName): boolean {
	const holders = measuredFrom(value, 0).flatMap(({ fact }) => chainOf(fact).path);
	return [shown, ...holders].some(name => lasting.test(name));
}

/** The milliseconds of a bound, by the unit that the name tells. */
function namedLimit(limit: number, { value }: Bounded, { shown, properties }: MeasuredName, named: boolean): number | undefined {
	const isSure = properties.every(isTook);
	if (!isSure && (!named || isLasting(value, { shown, properties }))) return undefined;
	const said = properties.map(wordsOf);
	const unit = namedUnits.find(([words]) => said.some(name => words.test(name)))?.[1];
	return limit * (unit ?? 1);
}

function numberAt({ provenance }: Models, site: Site<Value>): number | undefined {
	const value = staticValue(provenance.roots, site);
	return typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : undefined;
}

function isControlled({ framework }: Models, scope: Scope, { place }: Claim): boolean {
	const { date, dateNow, stopped, timers, monotonic } = framework.clockAt(scope, place.start);
	return date || dateNow || stopped || timers || monotonic;
}

/** A reading that is seen is judged by what it says. */
function readsClock(models: Models, claim: Claim): boolean {
	return [...models.behindActual(claim), ...behindExpected(models, claim)].some(({ kind }) => kind === 'clock');
}

/** What a bound is in milliseconds, in the unit that brings it near to the timers; none is below all of them. */
function inMilliseconds(limit: number, timers: readonly number[]): number | undefined {
	const [least, most] = [Math.min(...timers) - early, timers.reduce((sum, each) => sum + each, 0) * farthest];
	return units.map(unit => limit * unit).find(ms => ms > least && ms <= most);
}
