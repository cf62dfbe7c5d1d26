import { underWayAfter } from '../../effects/waits/under-way.ts';
import { chainOf, valuesIn } from '../../effects/value-parts.ts';
import type { OuterHook, Suite, TestCase } from '../../framework/model.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import { tellingOfContext, settingOfContext } from '../../knowledge/context-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { followsHeardWrite } from './heard-writes.ts';
import type { Wait } from './waits.ts';
import { holds } from '../../syntax/spans.ts';

/**
 * Whether all that a test has begun is over before a wait of it can be: nothing that the test, the hooks in front of it and the suites around
 * it mention, and nothing that this mentions in turn, does more than compute at once, in microtasks, in a turn of the event loop or in one timer that is
 * shorter than the wait. Whatever is not known may take time. Or what it waits for has been heard of before it began.
 */
export function isNeedless(models: Models, scope: Scope, wait: Wait): boolean {
	if (followsHeardWrite(models, scope, wait)) return true;
	const { module, project, framework } = models;
	if (
		!('framework' in scope) ||
		scope.body.module !== module ||
		scope.around.length + scope.wrappers.length > 0 ||
		(wait.kind === 'sleep' && !wait.only)
	)
		return false;
	const befores = hooksBefore(models, scope);
	if ([scope, ...befores].some(each => asksRunner(models, each))) return false;
	return (
		underWayAfter({ project, isLeftOut: leftOut(models, scope, wait), ms: wait.ms, isReplaced: framework.isReplaced }, [
			scope.body,
			...befores.map(({ body }) => body),
			...callsBeside(module, scope),
		]) !== 'more'
	);
}

/** The wait itself, and the others of the test, of which each is over when the test goes on; functions inside the test that only wait included. */
function leftOut({ module, effects }: Models, scope: Scope, wait: Wait): (value: Value, from: Module) => boolean {
	const sleeps = effects.sleepsIn(scope.body).flatMap(({ site, call, only }) => (only ? [site, ...enteredFor(call, scope.body)] : []));
	const timer = wait.kind === 'sleep' ? undefined : wait.site;
	return (value, from) => {
		if (from !== module) return false;
		if (sleeps.some(sleep => holds(sleep, value))) return true;
		return (
			timer !== undefined &&
			value.start === timer.start &&
			(value.end === timer.end || value.kind === 'global' || value.kind === 'member' || value.kind === 'reference')
		);
	};
}

/** The functions inside a test that were entered on the way to a call. */
function enteredFor(call: Site<Call> | undefined, body: Site<FunctionFacts>): readonly FunctionFacts[] {
	const frame = call?.frame;
	if (frame === undefined) return [];
	return [...(frame.module === body.module && holds(body.fact, frame.function) ? [frame.function] : []), ...enteredFor(frame.call, body)];
}

type Run = Pick<TestCase, 'body'> & { readonly doneParameter?: number | undefined };

function hooksBefore({ framework }: Models, scope: TestCase): readonly Run[] {
	const hooks: readonly (OuterHook & Run)[] = [...[...suitesAround(scope.suite)].flatMap(suite => suite.hooks), ...framework.outerHooks];
	return hooks.filter(({ phase }) => phase.startsWith('before') || phase.startsWith('around'));
}

/** Calls that stand beside the tests and hooks in the suites around one, and are made when the file is loaded. */
function callsBeside(module: Module, scope: TestCase): readonly Site<Call>[] {
	return [...suitesAround(scope.suite)]
		.filter(({ body }) => body.module === module)
		.flatMap(suite => {
			const found = made.get(suite) ?? callsIn(suite);
			made.set(suite, found);
			return found;
		});
}

const made = new WeakMap<Suite, readonly Site<Call>[]>();

/** The calls of a suite that define none of its tests, hooks and suites. */
function callsIn({ body, tests, hooks, suites }: Suite): readonly Site<Call>[] {
	const defining = [...tests, ...hooks, ...suites].flatMap(({ call }) => call ?? []);
	return body.fact.calls
		.filter(call => call.usage === 'discarded' && !defining.some(each => holds(call, each)))
		.map(call => at(call, body));
}

/** Whether a test or hook takes something from the runner, beside its assertions and the callback that ends it. */
function asksRunner({ assertions }: Models, { body, doneParameter }: Run): boolean {
	const {
		module: { facts },
		fact,
	} = body;
	const done = doneParameter === undefined ? undefined : fact.parameters[doneParameter]?.binding;
	const given = new Set(
		facts.bindings.flatMap(({ definitions }, index) =>
			index !== done && definitions.some(each => each.kind === 'parameter' && facts.functions[each.function] === fact) ? [index] : [],
		),
	);
	const inside = functionsWithin(facts, fact);
	const claims = new Set(assertions.within(body).map(({ site }) => site.fact.start));
	const isTelling = ({ callee, start }: Call): boolean => claims.has(start) || tellingOfContext.has(chainOf(callee).path[0] ?? '');
	const told = new Set(inside.flatMap(({ calls }) => calls.filter(isTelling).map(({ callee }) => chainOf(callee).root)));
	return inside.some(each =>
		[...valuesIn(each, facts)].some(value => {
			if (value.kind === 'reference') return given.has(value.binding) && !told.has(value);
			return (
				value.kind === 'member' &&
				value.object.kind === 'this' &&
				value.object.class === undefined &&
				!(typeof value.property === 'string' && settingOfContext.has(value.property))
			);
		}),
	);
}
