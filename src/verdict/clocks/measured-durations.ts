import type { Influence } from '../../effects/model.ts';
import { witnessOf } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Value } from '../../syntax/facts.ts';
import { behindExpected } from './compared-values.ts';
import { boundsOf } from './bounds.ts';
import { measuredName } from './measured-names.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isGiven } from './time-stamps.ts';
import { timersIn, toldLengths } from './told-lengths.ts';

/** How many milliseconds one of what was measured may be. */
const units = [1, 1_000, 1e-3, 1e-6] as const;

/** How many milliseconds less than its length a timer may take, as two readings of a clock tell it: it counts from when the event loop last looked, and each reading is cut off. */
const early = 2;

/** How many times as long as the timers of the test a bound may be. */
const farthest = 3;

/**
 * How long something took, as code measures it that nobody sees and names it so (`metrics.latency`, `span.duration()`), where an assertion bounds
 * it by about as much as the timers in the test take, or from above by as much as the test tells the code under test to take at most; what gives up after
 * a time that it measures itself never takes less. Undefined for everything else.
 */
export function measuredDuration(models: Models, scope: Scope, claim: Claim, generous: number): Influence | undefined {
	for (const { value, bound, isUpper } of boundsOf(claim)) {
		const name = measuredName(value);
		if (name === undefined || numberAt(models, value) !== undefined) continue;
		const limit = numberAt(models, bound);
		if (limit === undefined || limit <= 0 || isControlled(models, scope, claim) || name.properties.some(property => isGiven(models, scope, property))) continue;
		const ms = inMilliseconds(limit, [...timersIn(models, scope), ...(isUpper ? toldLengths(models, scope) : [])]);
		if (ms === undefined || (isUpper && ms >= generous) || readsClock(models, claim)) continue;
		return { kind: 'clock', row: undefined, api: name.shown, origin: undefined, source: value, call: undefined, witness: witnessOf(name.shown, value), picked: false, joined: false, narrowed: false };
	}
	return undefined;
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
