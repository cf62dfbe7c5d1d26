import type { Suite } from '../framework/model.ts';
import { suitesAround } from '../framework/suite-draft.ts';
import { registering, keeperNames, keeping } from '../knowledge/ending-words.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Module, Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Region, Span, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { branches } from '../syntax/region-kinds.ts';
import type { Models, Scope } from './models.ts';

/** What runs once a test or hook is over, however it ended. */
export interface Aftermath {
	/** Before the next test begins. */
	readonly each: readonly Site<FunctionFacts>[];
	/** Once the tests of a suite are over. */
	readonly all: readonly { readonly suite: Suite; readonly body: Site<FunctionFacts> }[];
}

export function aftermathOf(scope: Scope, models: Models): Aftermath {
	const { outerHooks } = models.framework;
	const hooks = [...suitesAround(scope.suite)].flatMap(suite => suite.hooks);
	const each = [...hooks, ...outerHooks].filter(({ phase }) => phase === 'after-each' || phase === 'around-each');
	const own = subtestsOf(scope, models).flatMap(suite => suite.hooks.filter(({ phase }) => phase.startsWith('after')));
	const outer = outerHooks.filter(({ phase }) => phase === 'after-all').map(({ body }) => ({ suite: models.framework.root, body }));
	const all = hooks.filter(({ phase }) => phase === 'after-all' || phase === 'around-all').map(({ suite, body }) => ({ suite, body }));
	return {
		each: [
			...each.map(({ body }) => body),
			...own.map(({ body }) => body),
			...registeredIn(scope.body, models),
			...returnedBy(scope, models),
		],
		all: [...all, ...outer],
	};
}

/** The suite that stands for what a test defines inside it: `t.after(…)`. */
function subtestsOf(scope: Scope, { framework }: Models): readonly Suite[] {
	return 'framework' in scope
		? framework.suites.filter(suite => suite.call === scope.call && suite.parent?.tests.includes(scope) === true)
		: [];
}

/** The functions that a function hands to what runs them at the end. */
export function registeredIn(body: Site<FunctionFacts>, models: Models): readonly Site<FunctionFacts>[] {
	return functionsAmong(
		functionsIn(body).flatMap(fact => fact.calls.filter(isRegistering(body)).flatMap(call => call.args)),
		body,
		models,
	);
}

/** What a hook before the tests gives the runner to run behind them. */
function returnedBy(scope: Scope, models: Models): readonly Site<FunctionFacts>[] {
	const { body } = scope;
	return 'phase' in scope && scope.phase.startsWith('before')
		? functionsAmong(
				body.fact.returns.map(({ value }) => value),
				body,
				models,
			)
		: [];
}

function functionsAmong(values: readonly Value[], body: Site<FunctionFacts>, { provenance }: Models): readonly Site<FunctionFacts>[] {
	return values.flatMap(value =>
		provenance.roots(at(value, body)).flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : [])),
	);
}

function isRegistering({ module }: Site<FunctionFacts>): (call: Call) => boolean {
	return ({ callee, args }) => {
		if (args.length === 0) return false;
		const name = nameOf(callee, module);
		return registering.test(name) || (callee.kind === 'member' && keeping.has(name) && keeperNames.test(nameOf(callee.object, module)));
	};
}

function nameOf(value: Value, { facts }: Module): string {
	if (value.kind === 'member') return typeof value.property === 'string' ? value.property : '';
	if (value.kind === 'reference') return facts.bindings[value.binding]?.word ?? '';
	return value.kind === 'global' ? value.name : '';
}

/** A function and those written inside it. */
export function functionsIn({ module, fact }: Site<FunctionFacts>): readonly FunctionFacts[] {
	return functionsWithin(module.facts, fact);
}

/** The stretches of a body that hold a place and do not always run, or run on every path. */
export function regionsAt(body: Site<FunctionFacts>, place: Span): readonly Region[] {
	return functionsIn(body).flatMap(({ regions }) => regions.filter(({ start, end }) => start <= place.start && place.end <= end));
}

/** Whether a place runs on every path through the body that comes near it. */
export function isInFinally(body: Site<FunctionFacts>, place: Span): boolean {
	return regionsAt(body, place).some(({ kind }) => kind === 'finally');
}

const uncertain: ReadonlySet<Region['kind']> = new Set([...branches, 'loop', 'after-exit']);

/** Whether a place runs whenever the body runs to its end. */
export function isCertain(body: Site<FunctionFacts>, place: Span): boolean {
	return !regionsAt(body, place).some(({ kind }) => uncertain.has(kind));
}

/** Whether something between two places of a test or hook can fail: an assertion that throws, or something that is waited for. */
export function mayFailBetween(scope: Scope, { end }: Span, { start }: Span, models: Models): boolean {
	if ('framework' in scope && frameworks[scope.framework].soft === true) return false;
	const between = (place: Span): boolean => place.start >= end && place.end <= start;
	return scope.body.fact.awaits.some(between) || models.assertionsIn(scope).some(({ place }) => between(place));
}
