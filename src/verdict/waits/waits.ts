import type { Assertion } from '../../assertions/model.ts';
import type { Reached, Sleep } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { VerdictTimer } from '../../effects/waits/verdict-timers.ts';
import type { Hook, TestCase } from '../../framework/model.ts';
import type { Claim } from '../models.ts';
import { countingWords } from '../../knowledge/counting-words.ts';
import { callingOff, passing } from '../../knowledge/ending-words.ts';
import { resizing } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { callsMethod, functionsWithin } from '../../syntax/functions-within.ts';
import { awaitsEnd } from './changed-claims.ts';
import { isAskedFor } from './asked-ways.ts';
import { isDeliberate, isSubject } from './deliberate-waits.ts';
import { isLastOfFile } from './last-waits.ts';
import { looksForMore } from './polled-counts.ts';
import { isExpect } from '../expect-calls.ts';
import { repeatsClaim, repeatsCount } from '../repeated-claims.ts';
import { actsBeforeClaims, claimsIn, isCheckedBehind, isClosing, onlyActs, onlyEnds } from './timer-claims.ts';
import { isOfAnswer, isUnchanged, looksForSame, looksTwice } from './unchanged-claims.ts';
import { holds } from '../../syntax/spans.ts';

/** A wait of a fixed length on which the outcome of a test depends. */
export interface Wait extends Reached {
	/** The call that sleeps, where the test waits for one. */
	readonly call?: Site<Call> | undefined;
	/** `sleep`: the test waits, then goes on. `timer`: what runs after the wait decides the test. `end`: it only ends the test, whose assertions are made elsewhere. */
	readonly kind: 'sleep' | 'timer' | 'end';
	/** Milliseconds, where they are known; 0 for a turn of the event loop. */
	readonly ms: number | undefined;
	/** It only waits for what must not happen. */
	readonly absence: boolean;
	/** What runs behind it asserts only what it has done itself. */
	readonly acts: boolean;
	/** What stands at the reported place does nothing but wait. */
	readonly only: boolean;
	/** What the tool that waits has for waiting until something is so, as code. */
	readonly instead?: readonly string[] | undefined;
}

export interface WaitOptions {
	readonly scope: TestCase | Hook;
	/** What the test or a hook of it claims, in source order. */
	readonly claimsOf: (scope: TestCase | Hook) => readonly Claim[];
	readonly sleeps: readonly Sleep[];
	readonly timers: readonly VerdictTimer[];
	readonly claimsAbsence: (claim: Assertion) => boolean;
	/** Whether a call of the test or hook reads a clock. */
	readonly readsClock: (call: Call) => boolean;
	/** Whether a call of the test or hook fails unless all has come that a stand-in expects. */
	readonly checksExpectations: (call: Call) => boolean;
	/** Whether timers wait for the test at a place. */
	readonly isFaked: (place: Span) => boolean;
	/** Whether what waits puts the real clock back for itself. */
	readonly isReal: (wait: Wait) => boolean;
}

/** `setTimeout(f, 0)`, which takes as long as one of a millisecond (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args); but some who write that wait for the clock. */
export function isTurn({ ms }: Wait): boolean {
	return ms === 0;
}

export function isMillisecond({ ms }: Wait): boolean {
	return ms === 1;
}

/** The waits of a test or hook in real time. A timer inside a wait that is told of already is no second one. */
export function waitsIn(options: WaitOptions): Wait[] {
	const { isFaked, isReal } = options;
	const all = options.claimsOf(options.scope);
	const claims = all.filter(claim => !isConstant(claim));
	const meant = options.sleeps.filter(
		sleep =>
			!isDeliberate(sleep, options.scope, claims, options.readsClock) &&
			!isSubject(sleep, options.scope) &&
			!isAskedFor(sleep, options.scope),
	);
	const sites = meant.map(({ site }) => site);
	const sleeps = meant.map((sleep): Wait & { readonly faked: boolean } => ({
		...sleep,
		kind: 'sleep',
		acts: false,
		absence:
			precedesAbsence(sleep.site, claims, options) ||
			looksTwice(sleep.site, options.scope) ||
			isLastOfFile(sleep.site, options.scope, sites, all) ||
			(sleep.only && (endsUnclaimed(sleep.site, all, options) || isForTheEye(sleep.site, options))),
	}));
	const timers = options.timers
		.filter(timer => !options.sleeps.some(sleep => holds(sleep.site, timer.site)) && !onlyActs(timer, claims, options.scope))
		.map((timer): Wait & { readonly faked: boolean } => ({
			...timer,
			kind: onlyEnds(timer, all, options) ? 'end' : 'timer',
			only: false,
			acts: actsBeforeClaims(timer, claims, options.scope),
			absence: decidesAbsence(timer, claims, options),
		}));
	return [...sleeps, ...timers].filter(wait => !wait.faked || !isFaked(wait.site) || isReal(wait));
}

/** Whether the next thing after a wait is assertions, and all of them say that nothing happened. */
function precedesAbsence(place: Span, claims: readonly Claim[], options: WaitOptions): boolean {
	const { body } = options.scope;
	const next = claims.filter(claim => claim.place.start >= place.start);
	const isOwn = (span: Span): boolean => next.some(claim => holds(claim.place, span));
	const called = body.fact.calls.find(
		call =>
			call.start >= place.end &&
			isStatement(call) &&
			!isOwn(call) &&
			!isNoAct(call, options) &&
			!next.some(claim => isLookedAt(call, claim, body)),
	);
	if (called !== undefined && options.checksExpectations(called)) return false;
	const switched = body.fact.writes.find(write => write.start >= place.end && write.value?.kind === 'literal' && !isOwn(write));
	const action = Math.min(called?.start ?? Infinity, switched?.start ?? Infinity);
	const run = next.filter(claim => claim.place.start < action);
	if (looksForMore(place, run, claims, options.scope) || (isAboutNothing(options.scope, denying) && looksForSame(run, place, claims)))
		return true;
	const saying = run.filter(claim => saysNothing(claim, place, claims, options));
	return (
		saying.length > 0 &&
		run.every(
			claim =>
				saying.includes(claim) ||
				(claim.relation === 'snapshot' && isAboutNothing(options.scope)) ||
				(isAboutNothing(options.scope, denying) && isOfAnswer(claim, place)),
		)
	);
}

/** Whether a test without any assertion does nothing behind a wait but wait again, end, or write `expect(x, 'text')`, which asserts nothing. */
function endsUnclaimed(place: Span, claims: readonly Claim[], { scope, sleeps, ...asked }: WaitOptions): boolean {
	const {
		fact,
		module: { facts },
	} = scope.body;
	if ('phase' in scope || !claims.every(isConstant) || isCheckedBehind(scope, asked) || callsMethod(facts, fact, countingWords))
		return false;
	const behind = functionsWithin(facts, fact).flatMap(({ calls }) => calls.filter(({ start }) => start >= place.end));
	return behind.every(
		call =>
			[...sleeps.map(({ site }) => site), ...claims.map(claim => claim.place)].some(each => holds(each, call)) ||
			(call.usage === 'discarded' &&
				(isExpect(call, facts) ||
					isPass(call, scope.body) ||
					(call.args.length === 0 && scope.ending.tells(call)) ||
					settlesAround(call, scope.body))),
	);
}

/** `cy.viewport('ipad-2'); cy.wait(200);`, up to the end of the test: somebody is to see the page in that size. */
function isForTheEye(
	place: Span,
	{
		scope: {
			body: {
				fact: { calls },
			},
		},
		sleeps,
	}: WaitOptions,
): boolean {
	const isResizing = ({ callee }: Call): boolean => callee.kind === 'member' && callee.property === resizing;
	const last = calls.findLast(({ end }) => end <= place.start);
	return (
		last !== undefined &&
		isResizing(last) &&
		calls.every(call => call.start < place.end || isResizing(call) || sleeps.some(({ site }) => holds(site, call)))
	);
}

/** `t.pass()` of the test's own context claims nothing. */
function isPass({ callee }: Call, { fact: { parameters } }: Site<FunctionFacts>): boolean {
	return (
		callee.kind === 'member' &&
		callee.property === passing &&
		callee.object.kind === 'reference' &&
		callee.object.binding === parameters[0]?.binding
	);
}

/** `resolve()` of a promise that the test is written in. */
function settlesAround({ callee }: Call, { module: { facts } }: Site<FunctionFacts>): boolean {
	const only = soleDefinition(facts, callee);
	return only?.kind === 'parameter' && facts.functions[only.function]?.passedTo?.call.form === 'new';
}

/** `not.toBe('About')`; that something is not null or undefined says that it is there. */
function saysOther({ negated, relation, expected }: Claim): boolean {
	const value = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	return negated && (relation === 'identical' || relation === 'deep-equal') && typeof value === 'string';
}

/** Whether a test is about what does not happen, by its title: a snapshot beside shows the rest. */
function isAboutNothing(scope: TestCase | Hook, words = nothing): boolean {
	return 'title' in scope && words.test(scope.title ?? '');
}

const nothing = /\b(not|never|no|without)\b|n't\b/i;
const denying = /\b(not|never)\b|n't\b/i;

/**
 * `const handle = await page.$('.error'); expect(handle).toBeNull()`: looking is no action. Where the test has looked at the same in
 * front of the wait already, it waits for a change.
 */
function isLookedAt(call: Call, { actual, place }: Claim, { module, fact: { calls }, frame }: Site<FunctionFacts>): boolean {
	const variables =
		call.end < place.start ? valuesInside(actual.fact).flatMap(value => (value.kind === 'reference' ? [value.binding] : [])) : [];
	const definitions = variables.flatMap(binding => module.facts.bindings[binding]?.definitions ?? []);
	if (!definitions.some(each => each.kind === 'value' && each.value.kind === 'await' && each.value.value === call)) return false;
	const nameOf = (each: Call): string | undefined =>
		identityOf({ module, fact: each, frame }, 'ways') ?? identityOf({ module, fact: each.callee, frame }, 'ways');
	const name = nameOf(call);
	return name !== undefined && !calls.some(each => each.end < call.start && nameOf(each) === name);
}

/** Whether an assertion says that nothing happened, or what it said before the wait, or what the title says does not happen. */
function saysNothing(claim: Claim, wait: Span, claims: readonly Claim[], { scope, claimsAbsence }: WaitOptions): boolean {
	if (claimsAbsence(claim)) return !awaitsEnd(claim, wait, scope, claims, claimsAbsence);
	if (isRetriedAbsence(claim, claimsAbsence) || (saysOther(claim) && isAboutNothing(scope)) || isUnchanged(claim, wait, scope))
		return true;
	if (repeatsCount(claim, wait, claims, scope.body.fact)) return true;
	return (
		valuesInside(claim.actual.fact).every(({ kind }) => kind !== 'call') &&
		repeatsClaim(
			claim,
			claims.filter(({ place }) => place.end <= wait.start),
			scope.body.fact,
		)
	);
}

/** `await expect(dialog).not.toBeVisible()` holds at once where nothing has happened yet; `should('exist')`, which is no absence of anything, does not. */
function isRetriedAbsence(claim: Claim, claimsAbsence: (claim: Assertion) => boolean): boolean {
	return claim.negated && claim.retried && !claimsAbsence({ ...claim, negated: false });
}

/** A timer that makes no assertion itself speaks for those of the whole test; a test without any waits for a failure not to come. */
function decidesAbsence({ callback, site }: VerdictTimer, claims: readonly Claim[], options: WaitOptions): boolean {
	const { scope, claimsAbsence, checksExpectations } = options;
	if (callback !== undefined && functionsWithin(scope.body.module.facts, callback).some(({ calls }) => calls.some(checksExpectations)))
		return false;
	const own = callback === undefined ? [] : claimsIn(callback, claims, scope.body.module);
	if (own.length > 0) return own.every(claim => saysNothing(claim, site, claims, options));
	return !('phase' in scope) && claims.every(claimsAbsence);
}

/** `t.assert.ok('all is well')` claims nothing. */
function isConstant({ actual, expected }: Assertion): boolean {
	return actual.fact.kind === 'literal' && (expected === undefined || expected.fact.kind === 'literal');
}

/** `clearInterval(ticking)`, `watcher.close()`, another wait: they begin nothing. */
function isNoAct(call: Call, { sleeps }: WaitOptions): boolean {
	const { callee, args } = call;
	return (
		(callee.kind === 'global' && callingOff.has(callee.name)) ||
		sleeps.some(({ site }) => holds(site, call)) ||
		(args.length === 0 && isClosing(call))
	);
}

function isStatement({ usage }: Call): boolean {
	return usage === 'discarded' || usage === 'awaited';
}
