import { describe } from '../../effects/witness.ts';
import { type RacedTimer, heldBy, isRace, sleepOf } from '../../effects/waits/raced-timers.ts';
import { type Given, timerValue } from '../../effects/waits/timer-value.ts';
import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import { beforeThen } from '../../syntax/promise-link.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A race between work and a timer, in which an assertion wants the work to have won. */
export interface AskedRace {
	readonly at: Span;
	readonly ms: number;
	readonly path: string;
}

/** `const first = await Promise.race([load(), sleep(20, 'late')]); expect(first).not.toBe('late')`. */
export function* askedRaces(models: Models, most: number): Iterable<AskedRace> {
	for (const scope of models.scopes) {
		const { body } = scope;
		if (body.module !== models.module) continue;
		for (const race of functionsWithin(body.module.facts, body.fact).flatMap(({ calls }) => calls.filter(isRace))) {
			const found = models.framework.clockAt(scope, race.start).timers ? undefined : askedIn(models, scope, race);
			if (found !== undefined && found.ms > 0 && found.ms <= most) yield found;
		}
	}
}

/** Whether all that is asked of who won is that the one timer among several did not. */
function askedIn(models: Models, scope: Scope, race: Call): AskedRace | undefined {
	const [list] = race.args;
	const contestants = list?.kind === 'array' ? list.elements.map(each => contestantOf(models, at(each, scope.body))) : [];
	const [timed, ...others] = contestants.filter(each => each !== undefined);
	if (timed === undefined || others.length > 0 || contestants.length < 2) return undefined;
	const about = models.assertionsIn(scope).filter(claim => isAbout(claim, race));
	if (about.length === 0 || !about.every(claim => isRefusedBy(models, claim, timed.given))) return undefined;
	return { at: race, ms: timed.ms, path: describe(timed.timer.witness) };
}

/** The timer that settles what takes part in a race, and what it gives then. */
function contestantOf(
	models: Models,
	site: Site<Value>,
): { readonly timer: RacedTimer; readonly ms: number; readonly given: Given } | undefined {
	const value = at(heldBy(site.fact, site.module), site);
	const next = value.fact.kind === 'call' ? beforeThen(value.fact.callee) : undefined;
	const timer = sleepOf(models, next === undefined ? value : at(next, value));
	const place = timer?.row.delay === undefined ? undefined : placeOf(timer.row.delay, timer.call);
	const ms = place === undefined ? undefined : staticValue(models.provenance.roots, place.site, place.path);
	const given = timer === undefined ? undefined : next === undefined ? timerValue(models, timer) : answerOf(models, value);
	return timer === undefined || typeof ms !== 'number' || given === undefined ? undefined : { timer, ms, given };
}

/** What the callback of `then` gives back: `sleep(20).then(() => 'late')`. */
function answerOf({ provenance }: Models, site: Site<Value>): Given | undefined {
	const callback =
		site.fact.kind === 'call' && site.fact.args.length === 1 && site.fact.args[0]?.kind === 'function'
			? functionAt(site.module, site.fact.args[0].function)
			: undefined;
	const [only, ...others] = callback?.returns ?? [];
	const value = only === undefined || others.length > 0 ? undefined : staticValue(provenance.roots, at(only.value, site));
	return value === undefined ? undefined : { value };
}

/** Whether an assertion is about what won: `expect(await Promise.race([…]))`, or a variable that holds it. */
function isAbout({ actual: { module, fact }, part }: Claim, race: Call): boolean {
	if (part.length > 0) return false;
	if (fact.kind !== 'reference') return fact === race || (fact.kind === 'await' && fact.value === race);
	const held = soleValue(module.facts, fact);
	return held?.kind === 'await' && held.value === race;
}

/** Whether an assertion fails for certain where the timer won. */
function isRefusedBy({ provenance }: Models, { relation, negated, expected }: Claim, { value }: Given): boolean {
	switch (relation) {
		case 'truthy':
			return !negated && !value;
		case 'falsy':
			return negated && !value;
		case 'nothing':
			return negated && (value === undefined || value === null);
		case 'identical':
		case 'deep-equal': {
			const wanted = expected === undefined ? undefined : staticValue(provenance.roots, expected);
			if (wanted === undefined) return !negated && (expected?.fact.kind === 'object' || expected?.fact.kind === 'array');
			return negated ? wanted === value : wanted !== value;
		}
		default:
			return false;
	}
}
