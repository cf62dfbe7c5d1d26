import type { Influence } from '../../effects/model.ts';
import type { Clock, Hook, Suite, TestCase } from '../../framework/model.ts';
import { testsIn } from '../../framework/suite-draft.ts';
import type { Site } from '../../project/model.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { ClockDependence } from './dependence.ts';
import { type FrozenDay, fittingDay } from './frozen-claims.ts';

/** Where the date can be frozen for a test without stopping it for others. */
export interface FreezePlace {
	/** A day on which the claim can hold. */
	readonly on: FrozenDay;
	/** What of the clock is under control at the claim. */
	readonly clock: Clock;
	/** The first thing that the suite around the test registers. */
	readonly first: Call;
	/** No other test is in that suite: hooks may freeze the date. Otherwise only the test itself may. */
	readonly isAlone: boolean;
	/** Something puts the real clock back behind the test already. */
	readonly isReleased: boolean;
	/** A hook may put the real clock back behind all tests of the suite: none of them begins with a fake one. */
	readonly canRelease: boolean;
}

/**
 * The narrowest place at which the date can be frozen for a claim; undefined where it could not hold then, or where times that it is about would
 * still be read from the real clock, in a hook in front of it or when the file is loaded, so that they are far from what the test sees.
 */
export function placeToFreeze(models: Models, scope: Scope, claim: Claim, dependence: ClockDependence): FreezePlace | undefined {
	const on = fittingDay(models, dependence, claim);
	if (!('framework' in scope) || on === undefined) return undefined;
	const { suite } = scope;
	const first = firstIn(suite, models);
	const isAlone = suite.tests.length === 1 && suite.suites.length + suite.steps.length === 0 && isRegisteredOnce(scope.call, suite);
	const frozen: readonly (TestCase | Hook)[] = [scope, ...(isAlone ? suite.hooks.filter(({ phase }) => phase === 'before-each') : [])];
	if (first === undefined || readingsOf(models, claim).some(read => !isReadIn(read, frozen, models))) return undefined;
	return {
		on,
		clock: models.framework.clockAt(scope, claim.place.start),
		first,
		isAlone,
		isReleased: models.framework.restoresAround(scope).some(({ what, when }) => what === 'clock' && when === 'after'),
		canRelease: [...testsIn(suite)].every(test => hasRealClock(test, models)),
	};
}

/** Beside conditions and loops, in the suite's own text. */
function isRegisteredOnce({ function: owner, region }: Call, { body: { module, fact } }: Suite): boolean {
	return region === undefined && module.facts.functions[owner] === fact;
}

function firstIn(suite: Suite, { module }: Models): Call | undefined {
	const registered = [...suite.tests, ...suite.hooks, ...suite.suites].flatMap(({ call }) => call ?? []);
	if (suite.body.module !== module) return undefined;
	return registered.filter(call => isRegisteredOnce(call, suite)).toSorted((one, other) => one.start - other.start)[0];
}

function hasRealClock(test: TestCase, { framework }: Models): boolean {
	const { stopped, dateNow, timers } = framework.clockAt(test, test.body.fact.start);
	return !stopped && !dateNow && !timers;
}

function readingsOf({ effects }: Models, { actual, expected, upper }: Claim): readonly Influence[] {
	const sides = [actual, expected, upper].flatMap(side => side ?? []);
	return sides.flatMap(side => effects.behind(side, [{ kind: 'parts' }])).filter(({ kind }) => kind === 'clock');
}

/** Whether the clock is read by what one of some functions does: not when a module is loaded, and not in another function that the runner calls. */
function isReadIn({ source }: Influence, bodies: readonly (TestCase | Hook)[], { module, scopes }: Models): boolean {
	const { module: where, fact } = outermost(source);
	const runs = ({ body }: Scope): boolean => where === body.module && holds(body.fact, fact);
	const [around] = functionsAround(where.facts, fact);
	const isWhileLoading = around === undefined || around.form === 'module';
	return bodies.some(runs) || (!isWhileLoading && !(where === module && scopes.some(runs)));
}

/** The call, or the reading itself, at which the way to it begins. */
function outermost(site: Site<Value>): Site<Value> {
	const { frame } = site;
	return frame?.call === undefined ? site : outermost(frame.call);
}
