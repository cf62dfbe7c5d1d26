import { isNewPromise } from '../../effects/promise-classes.ts';
import { globalName } from '../../syntax/global-name.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { regionsAround } from '../../effects/loops.ts';
import { chainOf, valuesIn } from '../../effects/value-parts.ts';
import { isFailure } from '../../effects/waits/raced-timers.ts';
import type { TestCase } from '../../framework/model.ts';
import {
	askingCalls,
	callingOffMethods,
	failureClasses,
	fewMilliseconds,
	keepingBack,
	signalOptions,
	signalsOfControllers,
	timedSignal,
} from '../../knowledge/limit-words.ts';
import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { givenValue, soleDefinition } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { functionsIn } from '../aftermath.ts';
import type { Claim, Models } from '../models.ts';
import { isRun } from '../what-runs.ts';

/** A call that a timer calls off after a few milliseconds, where the test wants it to fail of that. */
export interface CalledOff {
	/** The timer, or the signal that has one. */
	readonly at: Span;
	readonly ms: number;
	/** What is called: `client.get`. */
	readonly name: string;
}

/**
 * `setTimeout(() => controller.abort(), 1); await expect(client.get('a', { signal })).rejects`, where nothing in the test, in its hooks and in what the call is handed speaks of an
 * answer that is kept back: it may come before the timer goes off.
 */
export function* callsCalledOff(models: Models): Iterable<CalledOff> {
	const seen = new Set<number>();
	if (models.framework.mocks.length > 0) return;
	for (const test of models.tests) {
		if (!isRun(test) || test.body.module !== models.module) continue;
		for (const inside of functionsIn(test.body)) {
			for (const call of inside.calls) {
				const found = calledOffIn(models, test, inside, call);
				if (found === undefined || seen.has(found.at.start)) continue;
				seen.add(found.at.start);
				yield found;
			}
		}
	}
}

function calledOffIn(models: Models, test: TestCase, inside: FunctionFacts, call: Call): CalledOff | undefined {
	const name = askedName(models, test, call);
	const timer = name === undefined ? undefined : timerOf(models, test, call);
	if (name === undefined || timer === undefined || timer.ms <= 0 || timer.ms > fewMilliseconds) return undefined;
	if (models.framework.clockAt(test, call.start).timers || !isToFail(models, test, inside, call)) return undefined;
	return isKeptBack(models, test, call, timer.at) ? undefined : { ...timer, name };
}

/** What is called, where its name says that somebody is asked who answers, and the test has not made him itself. */
function askedName({ module }: Models, { body }: TestCase, { callee, form }: Call): string | undefined {
	const { root, path } = chainOf(callee);
	const holder = root.kind === 'reference' ? module.facts.bindings[root.binding] : undefined;
	if (holder !== undefined && holder.start > body.fact.start) return undefined;
	const own = root.kind === 'global' ? root.name : holder?.word;
	const last = path.at(-1) ?? own;
	return form === 'call' && own !== undefined && last !== undefined && askingCalls.test(last) ? [own, ...path].join('.') : undefined;
}

type Timed = Pick<CalledOff, 'at' | 'ms'>;

/** The timer behind the signal that a call is handed. */
function timerOf(models: Models, test: TestCase, { args }: Call): Timed | undefined {
	for (const options of args) {
		const entries = options.kind === 'object' ? options.entries : [];
		const signal = entries.find(entry => entry.kind === 'property' && typeof entry.key === 'string' && signalOptions.has(entry.key));
		const timer = signal === undefined ? undefined : timerOfSignal(models, test, signal.value, 0);
		if (timer !== undefined) return timer;
	}
	return undefined;
}

/** How far a signal is followed to where it is made. */
const maxHops = 3;

function timerOfSignal(models: Models, test: TestCase, value: Value, hops: number): Timed | undefined {
	const { module, provenance } = models;
	if (value.kind === 'call') {
		const isTimed = globalName(value.callee) === timedSignal;
		const ms = isTimed && value.args[0] !== undefined ? staticValue(provenance.roots, at(value.args[0], test.body)) : undefined;
		return typeof ms === 'number' ? { at: value, ms } : undefined;
	}
	if (value.kind === 'member')
		return value.object.kind === 'reference' && typeof value.property === 'string' && signalsOfControllers.has(value.property)
			? timerOfController(models, test, value.object.binding)
			: undefined;
	const given = soleDefinition(module.facts, value);
	if (given?.kind !== 'value' || hops >= maxHops) return undefined;
	const [step, ...further] = given.path;
	if (step === undefined) return timerOfSignal(models, test, given.value, hops + 1);
	const isSignal = step.kind === 'property' && signalsOfControllers.has(step.name) && further.length === 0;
	return isSignal && given.value.kind === 'reference' ? timerOfController(models, test, given.value.binding) : undefined;
}

/** `setTimeout(() => controller.abort(), 1)` */
function timerOfController(models: Models, test: TestCase, controller: number): Timed | undefined {
	for (const fact of functionsIn(test.body).flatMap(({ calls }) => calls)) {
		const callback = fact.args.find(each => each.kind === 'function');
		const body = callback === undefined ? undefined : functionAt(models.module, callback.function);
		if (body?.calls.some(call => callsOff(call, controller)) !== true) continue;
		const ms = delayOf(models, at(fact, test.body));
		if (ms !== undefined) return { at: fact, ms };
	}
	return undefined;
}

function callsOff({ callee }: Call, controller: number): boolean {
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		callingOffMethods.has(callee.property) &&
		callee.object.kind === 'reference' &&
		callee.object.binding === controller
	);
}

function delayOf(models: Models, site: Site<Call>): number | undefined {
	for (const { row, call } of rowsOfCall(models, site)) {
		const place = row.effect === 'timer' && row.delay !== undefined && call !== undefined ? placeOf(row.delay, call) : undefined;
		const ms = place === undefined ? undefined : staticValue(models.provenance.roots, place.site, place.path);
		if (typeof ms === 'number') return ms;
	}
	return undefined;
}

/** An assertion wants a call to fail: it holds the call itself, it says that what came is an error, or nothing but a failure of the test stands behind the call in its `try`. */
function isToFail(models: Models, test: TestCase, inside: FunctionFacts, call: Call): boolean {
	const claims = models.assertionsIn(test);
	if (claims.some(claim => isFailing(claim) && holds(claim.place, call))) return true;
	if (claims.some(claim => isOfError(claim) && isAbout(models, claim, call))) return true;
	const tried = regionsAround(inside, call.region).find(({ kind }) => kind === 'try');
	return tried !== undefined && inside.calls.some(each => isFailure(each) && each.start >= call.end && each.end <= tried.end);
}

function isFailing({ relation, negated }: Claim): boolean {
	return (relation === 'rejects' || relation === 'throws') && !negated;
}

function isOfError({ relation, negated, expected }: Claim): boolean {
	if (relation !== 'type' || negated || expected === undefined) return false;
	const { root, path } = chainOf(expected.fact);
	return failureClasses.test(path.at(-1) ?? (root.kind === 'global' ? root.name : ''));
}

/** Whether an assertion is about what a call gave: a variable that holds it, awaited. */
function isAbout({ module }: Models, { actual: { fact } }: Claim, call: Call): boolean {
	const given = givenValue(module.facts, fact);
	return given?.kind === 'await' && given.value === call;
}

/** Whether a test speaks of an answer that is kept back, in the call, in front of it, in its title or in the hooks that run before each test; or makes a promise or another timer of its own. */
function isKeptBack(models: Models, { body, hooks, title }: TestCase, call: Call, timer: Span): boolean {
	const { facts } = models.module;
	if (title !== undefined && keepingBack.test(title)) return true;
	const isOwn = (span: Span): boolean => holds(span, timer) || holds(timer, span);
	const before = functionsIn(body)
		.flatMap(inside => [...valuesIn(inside, facts)])
		.filter(value => value.start < call.end && !isOwn(value));
	const hooked = hooks
		.filter(({ phase, body: hook }) => phase === 'before-each' && hook.module === models.module)
		.flatMap(hook => functionsIn(hook.body).flatMap(inside => [...valuesIn(inside, facts)]));
	return [...before, ...hooked].some(value => isOwnPromise(value) || wordsIn(value, models).some(word => keepingBack.test(word)));
}

function isOwnPromise(value: Value): boolean {
	return value.kind === 'call' && isNewPromise(value);
}

/** The names and texts of a value itself. */
function wordsIn(value: Value, { module: { facts } }: Models): readonly string[] {
	switch (value.kind) {
		case 'literal':
			return [String(value.value)];
		case 'template':
			return value.quasis;
		case 'member':
			return typeof value.property === 'string' ? [value.property] : [];
		case 'reference':
			return [facts.bindings[value.binding]?.word ?? ''];
		case 'global':
			return [value.name];
		case 'object':
			return value.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []));
		default:
			return [];
	}
}
