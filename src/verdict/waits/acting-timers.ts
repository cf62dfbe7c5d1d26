import { type PlainTimer, usesHanded } from '../../effects/waits/acting-timers.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { isFailure } from '../../effects/waits/raced-timers.ts';
import { standsIn } from '../../effects/scope.ts';
import { underWayAfter } from '../../effects/waits/under-way.ts';
import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { isForFailures } from '../../effects/waits/test-ends.ts';
import type { Witness } from '../../effects/witness.ts';
import { doneOf, endsOf } from '../../framework/endings.ts';
import { beginningNames, endingNames, idleDeeds, idleGlobals, inMemory, sayingNames, stoppingDeeds } from '../../knowledge/acting-words.ts';
import { lastDeeds } from '../../knowledge/ending-words.ts';
import { identityOf } from '../../provenance/identity.ts';
import { dotted } from '../../provenance/match.ts';
import { isMadeFunction } from '../../provenance/made-functions.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isNeedless } from './needless-waits.ts';
import { isNewPromise } from '../../effects/promise-classes.ts';

/** A timer that does something to what a test has begun, at a chosen time. */
export interface ActingTimer {
	readonly site: Span;
	readonly witness: Witness;
	/** Milliseconds, where they are known. */
	readonly ms: number | undefined;
	/** Where the test begins what is to be ready by then. */
	readonly line: number;
}

/**
 * The timers of a test that act and decide nothing themselves, behind something that the test has begun and does not wait for:
 * `watch(dir).on('change', () => done()); setTimeout(() => fs.writeFileSync(file, ''), 500);`; or does once more what left something under way:
 * `send('a'); setTimeout(() => send('b'), 10);`. Of timers inside one another the outermost speaks for all. `turn`: those of no length as well.
 */
export function actingTimersIn(models: Models, scope: Scope, turn: boolean): readonly ActingTimer[] {
	if (scope.body.module !== models.module) return [];
	const timers = models.effects
		.plainTimersIn(scope.body)
		.filter(timer => (turn || timer.ms !== 0) && !(timer.faked && models.framework.clockAt(scope, timer.site.start).timers));
	if (timers.length === 0) return [];
	const deciding = models.effects.verdictTimersIn(scope.body, endsOf(scope));
	const found = timers.flatMap((timer): readonly ActingTimer[] => {
		const { site, witness, ms } = timer;
		const isStarting = (call: Call): boolean => timers.some(each => each.site.start === call.start);
		if (
			deciding.some(each => each.ends && each.site.start === site.start) ||
			!acts(timer, isStarting, scope, models) ||
			usesHanded(scope.body, timer)
		)
			return [];
		const begun = begunBefore(timer, scope, models);
		if (begun === undefined || isNeedless(models, scope, { ...timer, kind: 'timer', absence: false, acts: false, only: false }))
			return [];
		return [{ site, witness, ms, line: lineAt(models.module.facts, begun.start) }];
	});
	return found.filter(({ site }) => !found.some(other => other.site !== site && holds(other.site, site)));
}

/** Whether a callback does something, and neither claims anything nor ends the test or a promise. */
function acts({ callback }: PlainTimer, isStarting: (call: Call) => boolean, scope: Scope, models: Models): boolean {
	const { facts } = models.module;
	const isOwn = ({ site, place }: Claim): boolean =>
		holds(callback, place) &&
		(site.module !== models.module || site.fact.kind !== 'call' || functionAt(models.module, site.fact.function) === callback);
	if (models.assertionsIn(scope).some(isOwn) || scope.ending.tells(callback)) return false;
	const settles = functionsWithin(facts, callback).some(({ calls }) =>
		calls.some(({ callee, args }) => [callee, ...args].some(value => isSettler(value, scope))),
	);
	return (
		!settles &&
		!callback.calls.some(call => isFailure(call) || endsTest(call, scope, models)) &&
		callback.calls.some(call => !isStarting(call) && isAction(call, scope, models))
	);
}

function isAction(call: Call, scope: Scope, models: Models): boolean {
	const { callee, usage, form } = call;
	if (form !== 'call' || (usage !== 'discarded' && usage !== 'awaited' && usage !== 'returned')) return false;
	const { root } = chainOf(callee);
	const name = nameOf(callee, models);
	if (
		name === undefined ||
		idleDeeds.has(name) ||
		sayingNames.test(name) ||
		endingNames.test(name) ||
		(lastDeeds.test(name) && !stoppingDeeds.has(name))
	)
		return false;
	if (root.kind === 'global' && idleGlobals.has(root.name)) return false;
	return !isInMemory(callee.kind === 'member' ? callee.object : callee, scope, models);
}

/** What a call is of, by its last word: `end` of `client.end.call(client)`. */
function nameOf(callee: Value, { module: { facts } }: Models): string | undefined {
	const { root, path } = chainOf(callee);
	return (
		path.findLast(each => each !== 'call' && each !== 'apply') ??
		(root.kind === 'reference' ? facts.bindings[root.binding]?.word : root.kind === 'global' ? root.name : undefined)
	);
}

/** A call of a function of the test that claims something, or ends the test. */
function endsTest({ callee }: Call, scope: Scope, models: Models): boolean {
	if (callee.kind !== 'reference') return false;
	return models.provenance
		.roots(at(callee, scope.body))
		.some(
			root =>
				root.kind === 'function' &&
				root.path.length === 0 &&
				standsIn(scope.body, root.site) &&
				(scope.ending.tells(root.site.fact) || models.assertions.in(root.site).length > 0),
		);
}

/** `resolve` of `new Promise(resolve => …)` */
function isSettler(value: Value, { body: { module } }: Scope): boolean {
	if (value.kind !== 'reference') return false;
	return (
		module.facts.bindings[value.binding]?.definitions.some(
			each => each.kind === 'parameter' && isExecutor(functionAt(module, each.function)),
		) === true
	);
}

function isExecutor(fact: FunctionFacts | undefined): boolean {
	const made = fact?.passedTo?.call;
	return made !== undefined && isNewPromise(made);
}

/** Whether something is made by the test and tells nobody outside: an emitter, a list, a stand-in. */
function isInMemory(value: Value, scope: Scope, { provenance }: Models): boolean {
	const roots = provenance.roots(at(value, scope.body));
	return (
		roots.length > 0 &&
		roots.every(root => {
			if (isMadeFunction(root) || (root.kind === 'made' && root.path.length === 0)) return true;
			if (root.kind !== 'origin') return false;
			const [name] = dotted(root.origin).split('.');
			return (
				root.origin.steps.some(({ kind }) => kind === 'construct') &&
				inMemory.some(({ from, names }) => from === root.origin.from && names.includes(name ?? ''))
			);
		})
	);
}

/** What the test begins in front of a timer, in the function that sets it or around it, and does not wait for: the last of it. */
function begunBefore(timer: PlainTimer, scope: Scope, models: Models): Call | undefined {
	const { site, inside } = timer;
	if (
		inside
			.at(-1)
			?.calls.some(call => call.end <= site.start && call.callee.kind === 'reference' && call.callee.binding === doneOf(scope)) ===
		true
	)
		return undefined;
	for (const fact of inside.toReversed()) {
		if (fact.passedTo !== undefined && isForFailures(fact.passedTo.call)) return undefined;
		const found = fact.calls.findLast(call => call.end <= site.start && isBegun(call, fact, timer, scope, models));
		if (found !== undefined) return found;
		const listened = fact === scope.body.fact ? undefined : fact.passedTo?.call;
		if (listened !== undefined && (tellsOf(listened, scope, models) || listensOutside(listened, scope, models))) return listened;
	}
	return undefined;
}

function isBegun(call: Call, fact: FunctionFacts, timer: PlainTimer, scope: Scope, models: Models): boolean {
	const { callee, usage, form } = call;
	if (
		usage === 'awaited' ||
		usage === 'returned' ||
		usage === 'argument' ||
		models.assertionsIn(scope).some(({ place }) => holds(place, call))
	)
		return false;
	if (callee.kind === 'member' && isInMemory(callee.object, scope, models)) return false;
	if (tellsOf(call, scope, models)) return true;
	if (form !== 'call' || usage === 'operand') return false;
	const name = nameOf(callee, models);
	if (
		!(name !== undefined && beginningNames.test(name)) &&
		!isAwaitedLater(call, fact, timer, models) &&
		!isDoneAgain(call, timer, scope)
	)
		return false;
	return underWayAfter({ project: models.project, isLeftOut: () => false, ms: undefined }, [at(call, scope.body)]) === 'more';
}

/** Whether the timer does once more what a call does: what the call began is to be far enough by then. */
function isDoneAgain({ callee, usage }: Call, { callback }: PlainTimer, { body }: Scope): boolean {
	const nameOfCallee = (value: Value): string | undefined => identityOf(at(value, body), 'names');
	const name = usage === 'discarded' ? nameOfCallee(callee) : undefined;
	return name !== undefined && callback.calls.some(call => nameOfCallee(call.callee) === name);
}

/** Whether a call listens to what the test has not made itself: it has begun when it tells of something. */
function listensOutside(call: Call, scope: Scope, models: Models): boolean {
	return mayListen(call) && call.callee.kind === 'member' && !isInMemory(call.callee.object, scope, models);
}

/** Whether a call is handed a function of the test in which an assertion stands, or the end of the test or of what it waits for. */
function tellsOf(call: Call, scope: Scope, models: Models): boolean {
	const { facts } = models.module;
	if (call.callee.kind === 'member' && (call.callee.property === 'then' || isInMemory(call.callee.object, scope, models))) return false;
	if (isNewPromise(call)) return false;
	return (
		!isForFailures(call) &&
		call.args.some(argument => {
			if (isSettler(argument, scope)) return true;
			const callback = argument.kind === 'function' ? functionAt(models.module, argument.function) : undefined;
			if (callback === undefined) return false;
			if (scope.ending.tells(callback) || models.assertionsIn(scope).some(({ place }) => holds(callback, place))) return true;
			return functionsWithin(facts, callback).some(({ calls }) => calls.some(({ callee }) => isSettler(callee, scope)));
		})
	);
}

/** A promise that the timer does not settle: `const answer = ask(); …; await answer;`, `return answer;`, `await Promise.all([answer, …])`, `await expect(answer).rejects.toThrow()`. */
function isAwaitedLater(call: Call, fact: FunctionFacts, { callback }: PlainTimer, { module: { facts } }: Models): boolean {
	if (call.usage !== 'kept') return false;
	const held = facts.bindings.findIndex(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === call),
	);
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === held;
	if (held === -1 || functionsWithin(facts, callback).some(each => [...valuesIn(each, facts)].flatMap(valuesInside).some(isIt)))
		return false;
	return [...fact.awaits, ...fact.returns].some(({ start, value }) => start > call.end && (isIt(value) || handedOn(value).some(isIt)));
}

/** What a combination of promises, or an assertion, is handed. */
function handedOn(value: Value): readonly Value[] {
	if (value.kind !== 'call') return [];
	const { root, path } = chainOf(value.callee);
	if (root.kind === 'global' && root.name === 'Promise')
		return value.args.flatMap(argument => (argument.kind === 'array' ? argument.elements : []));
	return path.some(each => each === 'resolves' || each === 'rejects') && root.kind === 'call' ? root.args : [];
}
