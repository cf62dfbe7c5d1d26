import { isPromiseClass } from '../../effects/promise-classes.ts';
import type { Promised } from '../../effects/waits/promised.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { settlingMethods } from '../../knowledge/promise-classes.ts';
import type { SettlingMethod } from '../../knowledge/promise-classes.ts';
import { drivenPromises, drives, leavesNative, queueingRunners } from '../../knowledge/schedules.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { isOfOne } from './dropped-calls.ts';
import { handsOn, isUncharted } from './customary-awaits.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isCountedUntilTimer } from './counted-claims.ts';
import { tellsNobody } from './telling.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/**
 * A promise, as far as its use tells: nothing is known of what gives it, but it has callbacks for when it settles, and assertions stand in them. Those run
 * behind the code that hands them over, in a job of their own (https://tc39.es/ecma262/#sec-promise.prototype.then); where the test waits for nothing, it is over by then.
 */
export function assertingChain(models: Models, scope: Scope, site: Site<FunctionFacts>, call: Call): Promised | undefined {
	if (!('framework' in scope) || queueingRunners.has(scope.framework) || scope.wrappers.length > 0 || waitsBehind(site.fact, call))
		return undefined;
	const start = startOf(call, models.assertionsIn(scope));
	if (start === undefined) return undefined;
	const isAtEnd =
		scope.doneParameter === undefined && !scope.ending.isLater && !isToldByParameter(scope.body) && site.fact === scope.body.fact;
	if (!isAtEnd && !isBesideEnd(models, scope, site, call)) return undefined;
	const isNative = isGivenAtOnce(models, start, site);
	if (
		models.module.facts.sources.some(source => drivenPromises.test(source) && !(isNative && leavesNative.test(source))) ||
		isDriven(scope.body, call)
	)
		return undefined;
	const roots = models.provenance.roots(at(start.kind === 'call' ? start.callee : start, site));
	if (
		!isNative &&
		!roots.every(
			root =>
				handsOn(root) ||
				((root.kind === 'function' || root.kind === 'made') && root.path.length > 0) ||
				(isUncharted(root) &&
					!(root.kind === 'origin' && (root.origin.from === 'global' || drivenPromises.test(root.origin.from)))),
		)
	)
		return undefined;
	return { witness: { steps: [], api: 'then' }, asserts: true, sleeps: false, handled: false };
}

/** `Promise.resolve().then(() => { expect(…) })`: what is settled calls back when the test has returned, all the same. */
function isGivenAtOnce({ provenance }: Models, start: Value, site: Site<FunctionFacts>): boolean {
	if (start.kind !== 'call' || start.callee.kind !== 'member') return false;
	const classes = provenance.roots(at(start.callee.object, site));
	return classes.length > 0 && classes.every(isPromiseClass);
}

/** Whether a chain makes assertions in a test that another callback ends, and nothing in the chain tells anybody that they are made. */
export function isBesideEnd(models: Models, scope: Scope, site: Site<FunctionFacts>, call: Call): boolean {
	const claims = models.assertionsIn(scope);
	return (
		startOf(call, claims, ['then']) !== undefined &&
		isEndedElsewhere(models, scope, site, call) &&
		tellsNobody(site.module, call, claims)
	);
}

/** Whether a callback of something else ends the test in which a call stands that nobody waits for. */
export function isEndedElsewhere(models: Models, scope: Scope, { fact }: Site<FunctionFacts>, call: Call): boolean {
	const { ending, body } = scope;
	if (
		!('framework' in scope) ||
		!ending.isLater ||
		!ending.tells(body.fact) ||
		ending.tells(call) ||
		waitsBehind(fact, call) ||
		isCountedUntilTimer(scope) ||
		models.framework.clockAt(scope, call.start).timers ||
		isDriven(body, call)
	)
		return false;
	return !functionsWithin(body.module.facts, body.fact).some(({ calls }) =>
		calls.some(each => ending.tells(each) && (isOfOne(each.callee, call.callee) || isHanded(each.callee, call.callee))),
	);
}

/** `Promise.all([saved.promise, …]).then(() => done())` behind `saved.promise.then(…)`: what hangs on a promise runs in the order in which it was hung there. */
function isHanded(callee: Value, dropped: Value): boolean {
	const { root } = chainOf(dropped);
	return (
		root.kind === 'reference' &&
		callee.kind === 'member' &&
		callee.object.kind === 'call' &&
		callee.object.args.flatMap(valuesInside).some(value => value.kind === 'reference' && value.binding === root.binding)
	);
}

/** What a chain of `then`, `catch` and `finally` begins with, where a callback of one of the asserting links makes assertions. */
function startOf(call: Call, claims: readonly Claim[], asserting: readonly SettlingMethod[] = settlingMethods): Value | undefined {
	let asserts = false;
	let value: Value = call;
	for (let link; value.kind === 'call' && (link = promiseLinkOf(value.callee)) !== undefined; value = link.before) {
		asserts ||=
			asserting.includes(link.method) &&
			value.args.some(
				argument =>
					argument.kind === 'function' && claims.some(({ place }) => argument.start < place.start && place.end <= argument.end),
			);
	}
	return asserts && (value.kind === 'call' || value.kind === 'reference') ? value : undefined;
}

/** Whether a function gives its caller something to wait for, once it has made a call. */
function waitsBehind({ awaits, returns, generator }: FunctionFacts, call: Call): boolean {
	return (
		generator ||
		awaits.some(({ start }) => start >= call.start) ||
		returns.some(({ value, start }) => value.kind !== 'literal' && start >= call.start)
	);
}

function isDriven({ module: { facts }, fact }: Site<FunctionFacts>, { start }: Call): boolean {
	return functionsWithin(facts, fact).some(({ calls }) =>
		calls.some(
			({ callee, start: later }) =>
				later > start && callee.kind === 'member' && typeof callee.property === 'string' && drives.test(callee.property),
		),
	);
}
