import { valuesIn, valuesInside } from '../value-parts.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { apiName } from '../api-name.ts';
import type { DeedOptions } from '../deeds.ts';
import { mayListen } from './listening.ts';
import type { Reached } from '../model.ts';
import { endersOf } from './handed-ends.ts';
import { isFailure } from './raced-timers.ts';
import { delayedSteps } from './delayed-steps.ts';
import { standsIn } from '../scope.ts';
import { nextOnes } from '../listed-callbacks.ts';
import { mayBeCalledOff } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isTimer } from './timer-promise.ts';
import { witnessOf } from '../witness.ts';
import { answersLate } from './late-answers.ts';
import { type Started, startedIn, goesRound, callbacksOf } from './timer-callbacks.ts';
import { type LengthOptions, isWorkedOut, lengthOf } from './lengths.ts';
import {
	type Ends,
	type IsEnd,
	type Enders,
	endedBy,
	settlersIn,
	callsOneOf,
	goesOn,
	endsTest,
	isEnding,
	callsIn,
	isHeld,
	isDone,
} from './test-ends.ts';

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

export interface VerdictTimerOptions extends DeedOptions, LengthOptions {
	/** Whether a function makes assertions. */
	readonly asserts: (site: Site<FunctionFacts>) => boolean;
}

/** The timers of a test, of the code that it calls, and of functions beside it that are handed its end, whose callbacks decide it. */
export function verdictTimersIn(
	options: VerdictTimerOptions,
	scope: Site<FunctionFacts>,
	{ done, isEnd = () => false, isCounted = false }: Ends,
): VerdictTimer[] {
	const reached = startedIn(options, scope);
	const known = new Set(reached.map(({ call }) => call.fact));
	const [{ next, last, made }, settling] = [nextOnes(options, scope, done), settlersIn(scope)];
	const mayBeHeard = done !== undefined || isCounted || settling.size > 0 || listens(scope) || callsIn(scope).some(isEnding(isEnd));
	const written = mayBeHeard ? timersWrittenIn(options, scope, isEnd).filter(({ call }) => !known.has(call.fact)) : [];
	const enders = { done, isEnd, isCounted, next, last, settling };
	const own = [...reached, ...written].flatMap(started => decisiveTimers(options, started, scope, enders));
	const stepped = delayedSteps(options, scope, { next, last, made, done });
	const handed = done === undefined ? [] : timersOfEnders(options, scope, done);
	const isFirst = ({ site }: VerdictTimer, index: number): boolean =>
		!own.some(each => each.site.start === site.start) && handed.findIndex(each => each.site.start === site.start) === index;
	return [...own, ...stepped, ...handed.filter(isFirst)];
}

/** The timers of functions beside a test that are handed the callback which ends it. */
function timersOfEnders(options: VerdictTimerOptions, scope: Site<FunctionFacts>, done: number): readonly VerdictTimer[] {
	return endersOf(options.provenance, scope, done).flatMap(ender =>
		timersWrittenIn(options, ender.site)
			.filter(started => !goesRound(options.provenance, started))
			.flatMap(started => decisiveTimers(options, { ...started, site: ender.via }, ender.site, endedBy(ender.done))),
	);
}

function decisiveTimers(
	options: VerdictTimerOptions,
	started: Started,
	scope: Site<FunctionFacts>,
	enders: Enders,
): readonly VerdictTimer[] {
	const { row, call, site, witness } = started;
	if (row.repeats === true || mayBeCalledOff(call.module, call.fact)) return [];
	const decisive = decisiveCallback(options, started, scope, enders);
	return decisive === undefined || isWorkedOut(options, row, call)
		? []
		: [{ site, witness, ms: lengthOf(options, row, call), faked: row.faked === true, ...decisive }];
}

/** Timers in the text of the test, whoever runs the functions that they stand in. */
function timersWrittenIn(knowing: Knowing, scope: Site<FunctionFacts>, isEnd: IsEnd = () => false): Started[] {
	return functionsWithin(scope.module.facts, scope.fact).flatMap(({ calls }) =>
		calls
			.filter(call => hasCallback(call) || call.args.some(argument => isHeld(argument, isEnd)))
			.flatMap(fact => {
				const call = at(fact, scope);
				const found = rowsOfCall(knowing, call).find(isTimer);
				return found === undefined
					? []
					: [{ row: found.row, call, site: fact, witness: witnessOf(apiName(found.origin, found.match), call), reached: false }];
			}),
	);
}

function hasCallback({ args }: Call): boolean {
	return args.some(({ kind }) => kind === 'function' || kind === 'reference' || kind === 'member');
}

/** The function that runs later and decides the test, if it does; none where the timer itself ends it. */
function decisiveCallback(
	options: VerdictTimerOptions,
	started: Started,
	scope: Site<FunctionFacts>,
	enders: Enders,
): Pick<VerdictTimer, 'callback' | 'ends'> | undefined {
	const { row, call } = started;
	const { done, isEnd, next, last } = enders;
	const callback = call.fact.args[row.callback];
	if (callback === undefined) return undefined;
	if (callback.kind === 'reference' && next.has(callback.binding)) return { callback: undefined, ends: false };
	const held = isHeld(callback, isEnd) ? callback.args.find(argument => argument.kind === 'function') : undefined;
	if (held !== undefined) return { callback: functionAt(call.module, held.function), ends: true };
	if (isDone(callback, done) || isEnd(callback) || (callback.kind === 'reference' && last.has(callback.binding)))
		return { callback: undefined, ends: true };
	const found = callbacksOf(options.provenance, started, scope).find(site => decides(options, started, site, scope, enders));
	return found === undefined ? undefined : { callback: found.fact, ends: endsTest(found, enders) || goesOn(found, last) };
}

/** Whether a function that a timer runs ends the test or one of its steps, or makes an assertion of the test. */
function decides(
	{ provenance, asserts }: VerdictTimerOptions,
	{ call, reached }: Started,
	site: Site<FunctionFacts>,
	scope: Site<FunctionFacts>,
	enders: Enders,
): boolean {
	if (site.module !== scope.module) return false;
	const isAgain = site.fact !== scope.fact && standsIn(site, call);
	if (isAgain || isGuard(site.fact) || answersLate(provenance, call, site)) return false;
	if (endsTest(site, enders) || goesOn(site, enders.next) || goesOn(site, enders.last)) return true;
	const isCalledBack = enders.done !== undefined || enders.isCounted;
	return (reached || isHeard(call, site.fact, isCalledBack) || callsOneOf(site, enders.settling)) && asserts(site);
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
	if (
		listener?.passedTo === undefined ||
		!(mayListen(listener.passedTo.call) || (isCalledBack && listener.passedTo.call.usage === 'discarded'))
	)
		return false;
	const isHanded = (binding: number): boolean =>
		module.facts.bindings[binding]?.definitions.some(
			each => each.kind === 'parameter' && module.facts.functions[each.function] === listener,
		) === true;
	const used = functionsWithin(module.facts, callback).flatMap(inside => [...valuesIn(inside, module.facts)].flatMap(valuesInside));
	return !used.some(value => value.kind === 'reference' && isHanded(value.binding));
}

/** A timer that only fails is a time limit, and no wait: `setTimeout(() => done(new Error('too late')), 1000)`. */
function isGuard({ calls, throws }: FunctionFacts): boolean {
	return (
		(throws.length > 0 && calls.every(call => call.form === 'new')) || calls.some(call => call.region === undefined && isFailure(call))
	);
}
