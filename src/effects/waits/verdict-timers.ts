import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { apiName } from '../api-name.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import { mayListen } from './listening.ts';
import type { Deed, Reached, RowOf } from '../model.ts';
import { endersOf } from './handed-ends.ts';
import { isFailure } from './raced-timers.ts';
import { delayedSteps } from './delayed-steps.ts';
import { standsIn } from '../scope.ts';
import { nextOnes } from '../listed-callbacks.ts';
import { mayBeCalledOff } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isTimer } from './timer-promise.ts';
import { valuesIn, valuesInside } from '../value-parts.ts';
import { witnessOf } from '../witness.ts';
import { isNewPromise } from '../promise-classes.ts';
import { answersLate } from './late-answers.ts';

/** A timer whose callback decides a test: it makes an assertion, or it ends the test. */
export interface VerdictTimer extends Reached {
	/** Milliseconds, where they are known. */
	readonly ms: number | undefined;
	readonly faked: boolean;
	/** What runs later, where it is a function of the test and not the end of it alone. */
	readonly callback: FunctionFacts | undefined;
	/** It ends a test of callbacks, or hands on what does. */
	readonly ends: boolean;
}

export interface VerdictTimerOptions extends DeedOptions {
	readonly asserts: (site: Site<FunctionFacts>) => boolean;
	/** Whether a clock or a generator tells how long a timer is. */
	readonly isWorkedOut: (site: Site<Value>) => boolean;
}

/** A timer that a test sets, or code that it calls. */
export interface Started extends Reached {
	readonly row: RowOf<'timer'>;
	readonly call: Site<Call>;
	/** The test is known to run it: an assertion in its callback is no stub's. */
	readonly reached: boolean;
}

const units = { ms: 1, s: 1_000, min: 60_000 } as const;

/** What ends a test. */
export interface Ends {
	/** The binding of the callback that does, if it has one. */
	readonly done: number | undefined;
	/** Tells of another function that does: `this.callback`. */
	readonly isEnd?: IsEnd | undefined;
	/** The last of so many assertions does. */
	readonly isCounted?: boolean;
}

export function verdictTimersIn(options: VerdictTimerOptions, scope: Site<FunctionFacts>, { done, isEnd = () => false, isCounted = false }: Ends): VerdictTimer[] {
	const reached = deedsIn(options, scope, 'timer').filter(isTimerDeed).map((deed): Started => ({ ...deed, reached: true }));
	const known = new Set(reached.map(({ call }) => call.fact));
	const [{ next, last, made }, settling] = [nextOnes(options, scope, done), settlersIn(scope)];
	const written = done === undefined && !isCounted && settling.size === 0 && !listens(scope) && !callsIn(scope).some(isEnding(isEnd)) ? [] : timersWrittenIn(options, scope, isEnd).filter(({ call }) => !known.has(call.fact));
	const own = [...reached, ...written].flatMap(started => decisiveTimers(options, started, scope, { done, isEnd, isCounted, next, last, settling }));
	const stepped = delayedSteps(options, scope, { next, last, made, done });
	const handed = done === undefined ? [] : endersOf(options.provenance, scope, done).flatMap(ender => timersWrittenIn(options, ender.site)
		.filter(started => !goesRound(options, started))
		.flatMap(started => decisiveTimers(options, { ...started, site: ender.via }, ender.site, { done: ender.done, isEnd: () => false, isCounted: false, next: none, last: none, settling: none })));
	return [...own, ...stepped, ...handed.filter(({ site }, index) => !own.some(each => each.site.start === site.start) && handed.findIndex(each => each.site.start === site.start) === index)];
}

const none: ReadonlySet<number> = new Set();

function decisiveTimers(options: VerdictTimerOptions, started: Started, scope: Site<FunctionFacts>, enders: Enders): readonly VerdictTimer[] {
	const { row, call, site, witness } = started;
	if (row.repeats === true || mayBeCalledOff(call.module, call.fact)) return [];
	const decisive = decisiveCallback(options, started, scope, enders);
	return decisive === undefined || isWorkedOut(options, row, call) ? [] : [{ site, witness, ms: lengthOf(options, row, call), faked: row.faked === true, ...decisive }];
}

/** `function check(done) { …; setTimeout(() => check(done), 10); }` */
function goesRound({ provenance }: Pick<VerdictTimerOptions, 'provenance'>, { row, call }: Pick<Started, 'row' | 'call'>): boolean {
	const callback = call.fact.args[row.callback];
	const run = callback?.kind === 'function' ? functionAt(call.module, callback.function) : undefined;
	const called = run === undefined ? (callback === undefined ? [] : [callback]) : functionsWithin(call.module.facts, run).flatMap(({ calls }) => calls.map(({ callee }) => callee));
	return called.some(value => provenance.roots(at(value, call)).some(root => root.kind === 'function' && root.site.fact !== run && standsIn(root.site, call)));
}

export function isTimerDeed(deed: Deed): deed is Extract<Deed, { kind: 'timer' }> {
	return deed.kind === 'timer';
}

/** Timers in the text of the test, whoever runs the functions that they stand in. */
function timersWrittenIn(knowing: Knowing, scope: Site<FunctionFacts>, isEnd: IsEnd = () => false): Started[] {
	return functionsWithin(scope.module.facts, scope.fact).flatMap(({ calls }) => calls.filter(call => hasCallback(call) || call.args.some(argument => isHeld(argument, isEnd))).flatMap(fact => {
		const call = at(fact, scope);
		const found = rowsOfCall(knowing, call).find(isTimer);
		return found === undefined ? [] : [{ row: found.row, call, site: fact, witness: witnessOf(apiName(found.origin, found.match), call), reached: false }];
	}));
}

function hasCallback({ args }: Call): boolean {
	return args.some(({ kind }) => kind === 'function' || kind === 'reference' || kind === 'member');
}

/** The function that runs later and decides the test, if it does; none where the timer itself ends it. */
function decisiveCallback({ provenance, asserts }: VerdictTimerOptions, started: Started, scope: Site<FunctionFacts>, enders: Enders): Pick<VerdictTimer, 'callback' | 'ends'> | undefined {
	const { row, call, reached } = started;
	const { done, isEnd, isCounted, next, last, settling } = enders;
	const callback = call.fact.args[row.callback];
	if (callback === undefined) return undefined;
	if (callback.kind === 'reference' && next.has(callback.binding)) return { callback: undefined, ends: false };
	const held = isHeld(callback, isEnd) ? callback.args.find(argument => argument.kind === 'function') : undefined;
	if (held !== undefined) return { callback: functionAt(call.module, held.function), ends: true };
	if (isDone(callback, done) || isEnd(callback) || (callback.kind === 'reference' && last.has(callback.binding))) return { callback: undefined, ends: true };
	const found = callbacksOf(provenance, started, scope).find(site => {
		if (site.module !== scope.module) return false;
		const isAgain = site.fact !== scope.fact && standsIn(site, call);
		return !isAgain && !isGuard(site.fact) && !answersLate(provenance, call, site) && (endsTest(site, enders) || goesOn(site, next) || goesOn(site, last) || ((reached || isHeard(call, site.fact, done !== undefined || isCounted) || calls(site, settling)) && asserts(site)));
	});
	return found === undefined ? undefined : { callback: found.fact, ends: endsTest(found, enders) || goesOn(found, last) };
}

/** The functions that a timer runs, and those of the test that a helper calls then, unless that sets the timer again: what it is handed ends a poll. */
export function callbacksOf(provenance: Provenance, { row, call }: Started, scope: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	const callback = call.fact.args[row.callback];
	if (callback === undefined) return [];
	const run = provenance.roots(at(callback, call)).flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
	return goesRound({ provenance }, { row, call }) ? run : [...run, ...run.flatMap(site => handedTo(provenance, site, scope))];
}

/** Whether a function is one that ends the test. */
export type IsEnd = (value: Value) => boolean;

/** What says that a test is over, that one of its steps is, and that a promise which it waits for is settled. */
interface Enders {
	readonly done: number | undefined;
	readonly isEnd: IsEnd;
	readonly isCounted: boolean;
	readonly next: ReadonlySet<number>;
	/** What says that the last step is, behind which nothing but the end of the test comes. */
	readonly last: ReadonlySet<number>;
	readonly settling: ReadonlySet<number>;
}

/**
 * The variables of the functions that settle the promises which a test makes and waits for: `await new Promise(resolve => …)`. So do those that a
 * chain's callbacks give back: `return open().then(() => new Promise(resolve => …))`.
 */
function settlersIn({ module, fact }: Site<FunctionFacts>): ReadonlySet<number> {
	const run = functionsWithin(module.facts, fact).filter(inside => inside === fact || isChained(inside));
	const made = run.flatMap(inside => inside.calls.filter(call => isNewPromise(call) && (call.usage === 'awaited' || call.usage === 'returned')));
	return new Set(made.flatMap(({ args: [executor] }) => (executor?.kind === 'function' ? (functionAt(module, executor.function)?.parameters[0]?.binding ?? []) : [])));
}

function isChained({ passedTo }: FunctionFacts): boolean {
	return passedTo?.call.callee.kind === 'member' && passedTo.call.callee.property === 'then';
}

function calls({ module, fact }: Site<FunctionFacts>, bindings: ReadonlySet<number>): boolean {
	return bindings.size > 0 && functionsWithin(module.facts, fact).some(inside => inside.calls.some(({ callee }) => callee.kind === 'reference' && bindings.has(callee.binding)));
}

/** Whether a function does nothing but say that a step is over: `setTimeout(() => next(), 100)`. */
function goesOn({ fact: { calls } }: Site<FunctionFacts>, next: ReadonlySet<number>): boolean {
	return calls.length === 1 && calls.every(({ callee }) => callee.kind === 'reference' && next.has(callee.binding));
}

/** Functions of the test that a function of a helper calls because the helper was handed them: `later(() => { … })`. */
function handedTo(provenance: Provenance, { module, fact, frame }: Site<FunctionFacts>, scope: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	if (frame === undefined) return [];
	const called = functionsWithin(module.facts, fact).flatMap(({ calls }) => calls.flatMap(({ callee }) => (callee.kind === 'reference' && module.facts.bindings[callee.binding]?.kind === 'parameter' ? [callee] : [])));
	return called.flatMap(callee => provenance.roots({ module, fact: callee, frame })).flatMap(root => (root.kind === 'function' && root.path.length === 0 && standsIn(scope, root.site) ? [root.site] : []));
}

function listens({ module, fact }: Site<FunctionFacts>): boolean {
	return functionsWithin(module.facts, fact).some(({ passedTo }) => passedTo !== undefined && mayListen(passedTo.call));
}

/**
 * Whether a listener sets the timer, or the callback of a call in a test that a callback ends, and what that was handed plays no part in what runs
 * then: that would be the other side of the test.
 */
function isHeard({ module, fact: { function: index } }: Site<Call>, callback: FunctionFacts, isCalledBack: boolean): boolean {
	const listener = functionAt(module, index);
	if (listener?.passedTo === undefined || !(mayListen(listener.passedTo.call) || (isCalledBack && listener.passedTo.call.usage === 'discarded'))) return false;
	const isHanded = (binding: number): boolean => module.facts.bindings[binding]?.definitions.some(each => each.kind === 'parameter' && module.facts.functions[each.function] === listener) === true;
	const used = functionsWithin(module.facts, callback).flatMap(inside => [...valuesIn(inside, module.facts)].flatMap(valuesInside));
	return !used.some(value => value.kind === 'reference' && isHanded(value.binding));
}

/** Whether a function, or one inside it, calls `done()`, or hands it to what will. */
function endsTest(site: Site<FunctionFacts>, { done, isEnd }: Enders): boolean {
	return callsIn(site).some(call => (isDone(call.callee, done) && call.args.length === 0) || (!isForFailures(call) && (isEnding(isEnd)(call) || call.args.some(argument => isDone(argument, done)))));
}

function isEnding(isEnd: IsEnd): (call: Call) => boolean {
	return ({ callee, args }) => isEnd(callee) || args.some(isEnd);
}

function callsIn({ module, fact }: Site<FunctionFacts>): readonly Call[] {
	return functionsWithin(module.facts, fact).flatMap(({ calls }) => calls);
}

/** `.catch(done)`, `.on('error', done)`. */
export function isForFailures({ callee, args: [first] }: Call): boolean {
	return (callee.kind === 'member' && callee.property === 'catch') || (first?.kind === 'literal' && first.value === 'error');
}

/** `ending.callback(() => { assert.ok(saved); })` */
function isHeld(value: Value, isEnd: IsEnd): value is Call {
	return value.kind === 'call' && isEnd(value.callee);
}

function isDone(value: Value, done: number | undefined): boolean {
	return done !== undefined && value.kind === 'reference' && value.binding === done;
}

/** A timer that only fails is a time limit, and no wait: `setTimeout(() => done(new Error('too late')), 1000)`. */
function isGuard({ calls, throws }: FunctionFacts): boolean {
	return (throws.length > 0 && calls.every(call => call.form === 'new')) || calls.some(call => call.region === undefined && isFailure(call));
}

export function isWorkedOut(options: VerdictTimerOptions, { delay }: RowOf<'timer' | 'sleep'>, call: Site<Call>): boolean {
	const length = delay === undefined ? undefined : placeOf(delay, call);
	return length !== undefined && options.isWorkedOut(length.site);
}

export function lengthOf({ provenance }: Knowing, row: RowOf<'timer' | 'sleep'>, call: Site<Call>): number | undefined {
	if (row.delay === undefined || call.fact.args.length <= row.delay.argument) return 0;
	const found = placeOf(row.delay, call);
	const value = found === undefined ? undefined : staticValue(provenance.roots, found.site, found.path);
	return typeof value === 'number' ? value * units[row.unit ?? 'ms'] : undefined;
}
