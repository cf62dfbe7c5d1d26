import { mayListen } from '../effects/listening.ts';
import type { Sleep } from '../effects/model.ts';
import { doneOf } from '../framework/endings.ts';
import type { Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Models, Scope } from './models.ts';

/** The fixed waits of a test or hook: its own, and those of listeners and coroutines that nobody waits for, where an assertion or the end of the test comes behind. */
export function sleepsOf(models: Models, scope: Scope): readonly Sleep[] {
	const own = models.effects.sleepsIn(scope.body);
	const known = new Set(own.map(({ site }) => site.start));
	const others = listenersIn(models, scope).flatMap(listener => models.effects.sleepsIn(listener).filter(sleep => !known.has(sleep.site.start) && decides(models, scope, listener, sleep)));
	return others.length === 0 ? own : [...own, ...others].toSorted((one, other) => one.site.start - other.site.start);
}

/** Functions that wait and that stand in the test's own text, handed to what calls them when something happens: `on('open', async () => {})`; coroutines. */
function listenersIn({ tests }: Models, { body }: Scope): readonly Site<FunctionFacts>[] {
	const inner = functionsWithin(body.module.facts, body.fact).filter(fact => fact !== body.fact && fact.awaits.length > 0 && fact.passedTo !== undefined && (fact.generator || callsBack(fact.passedTo.call)));
	return inner.filter(fact => !tests.some(test => test.body.fact !== body.fact && test.body.module === body.module && isInside(fact, test.body.fact) && isInside(test.body.fact, body.fact))).map(fact => at(fact, body));
}

/** Such a call drops what its callback returns. */
function callsBack(call: Call): boolean {
	return mayListen(call) || (call.callee.kind === 'member' && call.callee.property === 'listen');
}

/** A handler that answers what it was handed is the other side of the test: its wait stands for work. */
function decides({ assertions }: Models, scope: Scope, listener: Site<FunctionFacts>, { site: wait }: Sleep): boolean {
	const { fact, module } = listener;
	const calls = functionsWithin(module.facts, fact).flatMap(each => each.calls).filter(({ start }) => start > wait.end);
	if (calls.some(({ callee }) => callee.kind === 'member' && isHandedTo(listener, callee.object))) return false;
	if (calls.some(({ callee, args }) => isDone(callee, scope) && args.length === 0)) return true;
	return assertions.in(listener).some(({ site, actual, retried }) => !retried && site.fact.start > wait.end && !isHandedTo(listener, actual.fact));
}

/** Whether a value is taken from a parameter of the function, a pattern's names included. */
function isHandedTo(site: Site<FunctionFacts>, value: Value): boolean {
	if (value.kind === 'member') return isHandedTo(site, value.object);
	const { module: { facts }, fact } = site;
	return value.kind === 'reference' && facts.bindings[value.binding]?.definitions.some(each => each.kind === 'parameter' && facts.functions[each.function] === fact) === true;
}

function isDone(value: Value, scope: Scope): boolean {
	return value.kind === 'reference' && value.binding === doneOf(scope);
}

const isInside = (inner: FunctionFacts, outer: FunctionFacts): boolean => outer.start <= inner.start && inner.end <= outer.end;
