import { mayListen } from '../../effects/waits/listening.ts';
import type { Sleep } from '../../effects/model.ts';
import { standsIn } from '../../effects/scope.ts';
import { usesOf } from '../../effects/waits/timer-promise.ts';
import { isForFailures } from '../../effects/waits/test-ends.ts';
import { doneOf } from '../../framework/endings.ts';
import { failureNames } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { isLatency } from './slow-stand-ins.ts';

/**
 * The fixed waits of a test or hook, but for the latency of what it plays: its own, those of listeners and coroutines that nobody waits for, and those of callbacks of calls that it
 * waits for, where an assertion or the end of the test comes behind.
 */
export function sleepsOf(models: Models, scope: Scope): readonly Sleep[] {
	const own = models.effects.sleepsIn(scope.body).filter(sleep => !isLatency(models, scope, sleep));
	const known = new Set(own.map(({ site }) => site.start));
	const others = callbacksIn(models, scope).flatMap(callback =>
		models.effects.sleepsIn(callback).filter(sleep => !known.has(sleep.site.start) && decides(models, scope, callback, sleep)),
	);
	const once = others.filter(({ site }, index) => others.findIndex(each => each.site.start === site.start) === index);
	return once.length === 0 ? own : [...own, ...once].toSorted((one, other) => one.site.start - other.site.start);
}

/** Functions that wait and that stand in the test's own text, handed to what calls them: `on('open', async () => {})`, `await withServer(async () => {})`; coroutines. */
function callbacksIn({ tests }: Models, scope: Scope): readonly Site<FunctionFacts>[] {
	const { body } = scope;
	const inner = functionsWithin(body.module.facts, body.fact).filter(
		fact =>
			fact !== body.fact &&
			fact.awaits.length > 0 &&
			(isRun(body, fact) ||
				(fact.passedTo !== undefined &&
					(fact.generator ||
						callsBack(fact.passedTo.call) ||
						(doneOf(scope) !== undefined && isTold(body, fact)) ||
						isWaitedFor(fact, fact.passedTo.call, body)))),
	);
	return inner
		.filter(
			fact =>
				!tests.some(
					test =>
						test.body.fact !== body.fact &&
						test.body.module === body.module &&
						isInside(fact, test.body.fact) &&
						isInside(test.body.fact, body.fact),
				),
		)
		.map(fact => at(fact, body));
}

/** `(async () => { …; done(); })();` */
function isRun({ fact: { calls }, module: { facts } }: Scope['body'], fact: FunctionFacts): boolean {
	return calls.some(
		({ callee, usage }) => usage === 'discarded' && callee.kind === 'function' && facts.functions[callee.function] === fact,
	);
}

/** Such a call drops what its callback returns. */
function callsBack(call: Call): boolean {
	return mayListen(call) || (call.callee.kind === 'member' && call.callee.property === 'listen');
}

/** `save(item, async error => { … })`: who tells of a failure first tells that something is over, and drops what it gets back. */
function isTold({ module: { facts } }: Scope['body'], { passedTo, parameters: [first] }: FunctionFacts): boolean {
	const name = first?.binding === undefined ? undefined : facts.bindings[first.binding]?.name;
	return passedTo?.call.usage === 'discarded' && name !== undefined && failureNames.test(name);
}

/** The test waits for the call, which is handed a part of it: a callback that gives nothing back, and is not tried again and again. */
function isWaitedFor({ returns }: FunctionFacts, { usage, callee }: Call, { module: { facts } }: Scope['body']): boolean {
	if (returns.length > 0 || (usage !== 'awaited' && usage !== 'returned')) return false;
	const name =
		callee.kind === 'reference' ? facts.bindings[callee.binding]?.word : callee.kind === 'member' ? callee.property : undefined;
	return typeof name === 'string' && !again.test(name);
}

const again = /again|attempt|back_?off|eventual|poll|repeat|retr[iy]|until|wait/i;

/** A handler that answers what it was handed is the other side of the test: its wait stands for work. */
function decides(models: Models, scope: Scope, callback: Site<FunctionFacts>, sleep: Sleep): boolean {
	const { fact, module } = callback;
	const isBehind = behindWait(sleep, callback);
	const calls = functionsWithin(module.facts, fact)
		.flatMap(each => each.calls)
		.filter(isBehind);
	const isOther = (value: Value): boolean => isHandedTo(callback, value) && !isCalledBy(models, callback);
	if (calls.some(({ callee }) => callee.kind === 'member' && isOther(callee.object))) return false;
	if (
		calls.some(
			call =>
				(isDone(call.callee, scope) && call.args.length === 0) ||
				(!isForFailures(call) && call.args.some(argument => isDone(argument, scope))),
		)
	)
		return true;
	return models.assertions.in(callback).some(({ site, actual, retried }) => !retried && isBehind(site.fact) && !isOther(actual.fact));
}

/** What comes behind a wait: in the callback, and in the function inside it that waits for itself. */
function behindWait({ site, call }: Sleep, callback: Site<FunctionFacts>): (span: Span) => boolean {
	const own = call !== undefined && standsIn(callback, call) ? call.fact : undefined;
	const around = own === undefined ? undefined : functionAt(callback.module, own.function);
	return ({ start }) => start > site.end || (own !== undefined && around !== undefined && start > own.end && start < around.end);
}

/** Whether a function of the project calls a callback that it is handed, itself or by another: what it hands to it is what the test works with. */
function isCalledBy({ provenance }: Models, { module, fact: { passedTo }, frame }: Site<FunctionFacts>): boolean {
	const isRun = ({ module: inside, fact }: Site<FunctionFacts>, argument: number, hops: number): boolean => {
		const binding = fact.parameters[argument]?.binding;
		if (binding === undefined) return false;
		return [...usesOf(binding, { module: inside, fact })].some(use => {
			if (use.argument === undefined) return true;
			const { argument: next } = use;
			return (
				hops < 2 &&
				provenance
					.roots({ module: inside, fact: use.call.callee })
					.some(root => root.kind === 'function' && root.path.length === 0 && isRun(root.site, next, hops + 1))
			);
		});
	};
	if (passedTo === undefined) return false;
	return provenance
		.roots({ module, fact: passedTo.call.callee, frame })
		.some(root => root.kind === 'function' && root.path.length === 0 && isRun(root.site, passedTo.argument, 0));
}

/** Whether a value is taken from a parameter of the function, a pattern's names included. */
function isHandedTo(site: Site<FunctionFacts>, value: Value): boolean {
	if (value.kind === 'member') return isHandedTo(site, value.object);
	const {
		module: { facts },
		fact,
	} = site;
	return (
		value.kind === 'reference' &&
		facts.bindings[value.binding]?.definitions.some(each => each.kind === 'parameter' && facts.functions[each.function] === fact) ===
			true
	);
}

function isDone(value: Value, scope: Scope): boolean {
	return value.kind === 'reference' && value.binding === doneOf(scope);
}

const isInside = (inner: FunctionFacts, outer: FunctionFacts): boolean => outer.start <= inner.start && inner.end <= outer.end;
