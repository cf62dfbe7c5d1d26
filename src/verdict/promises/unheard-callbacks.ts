import { valuesIn } from '../../effects/value-parts.ts';
import { endNames, queuedWaits, requestPackages, undeclaredEnd } from '../../knowledge/schedules.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import type { Suite } from '../../framework/model.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { tellersOf } from '../../syntax/tellers.ts';
import { besideEnd, besideOthers, isExpected } from './beside-ends.ts';
import { type Handed, laterIn } from './later-callbacks.ts';
import { setElsewhere } from './set-elsewhere.ts';
import { stoodInEnds } from './stood-in-ends.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { holds } from '../../syntax/spans.ts';

/** A callback that runs some time later, and that a test or hook does not wait for. */
export interface Unheard {
	/** The call that it is handed to. */
	readonly call: Call;
	readonly api: string;
	/**
	 * - `claims`: it makes all assertions of the test
	 * - `open`: the same, handed to a call of which nothing is known but that it tells it of a failure
	 * - `prepares`: it makes all assertions of the hook
	 * - `beside`: it makes assertions, and another callback ends the test
	 * - `guessed`: the same of a call of which nothing is known
	 * - `ended`: it makes assertions, and the test is ended at once
	 * - `passed`: it goes on when something that the test has put in the place of something else ends the test
	 * - `sets`: it sets a variable that the tests read
	 * - `unset`: it sets a variable that the assertions of another callback are about
	 */
	readonly kind: 'claims' | 'open' | 'prepares' | 'beside' | 'guessed' | 'ended' | 'passed' | 'sets' | 'unset';
	/** The variable that it sets. */
	readonly name: string;
}

/** The callbacks that tests and hooks of the linted file do not wait for, though what they do decides a test. */
export function* unheardIn(models: Models): Iterable<Unheard> {
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		if ('framework' in scope && scope.ending.isLater) {
			const known = [...besideEnd(models, scope)];
			for (const call of known) yield { call, api: '', kind: 'beside', name: '' };
			for (const call of besideOthers(models, scope)) if (!known.includes(call)) yield { call, api: '', kind: 'guessed', name: '' };
			for (const call of stoodInEnds(models, scope)) yield { call, api: '', kind: 'passed', name: '' };
			for (const { call, name } of setElsewhere(models, scope)) yield { call, api: '', kind: 'unset', name };
		}
		if (scope.doneParameter !== undefined) yield* beforeDone(models, scope);
		if (scope.doneParameter === undefined && !waits(scope.body.fact) && !scope.ending.isLater && !isToldByParameter(scope.body))
			yield* 'phase' in scope ? ofHook(models, scope) : [...claimants(models, scope), ...strayEnders(models, scope)];
	}
}

/** Whether a function gives its caller something to wait for, or tells the runner of it. */
function waits({ awaits, calls, returns, generator, parameters }: FunctionFacts): boolean {
	return (
		generator ||
		awaits.length > 0 ||
		returns.some(({ value }) => value.kind !== 'literal') ||
		parameters.some(({ rest }) => rest) ||
		calls.some(({ callee }) => callee.kind === 'global' && queuedWaits.has(callee.name))
	);
}

const tellers = new WeakMap<FunctionFacts, ReadonlySet<number>>();

/** Whether a parameter of a test is called in a function inside it, or handed to a chain: it may end the test, whatever the runner. `db('orders').insert(row)` only begins a query with it. */
export function isToldByParameter({ module: { facts }, fact }: Site<FunctionFacts>, span: Span = fact): boolean {
	const own = tellers.get(fact) ?? tellersOf(facts, fact, new Set(fact.parameters.flatMap(({ binding }) => binding ?? [])));
	tellers.set(fact, own);
	const isOwn = (value: Value): boolean => value.kind === 'reference' && own.has(value.binding);
	return (
		own.size > 0 &&
		functionsWithin(facts, fact).some(({ calls }) =>
			calls.some(
				call => holds(span, call) && ((isOwn(call.callee) && call.usage !== 'receiver') || (isLink(call) && call.args.some(isOwn))),
			),
		)
	);
}

function isLink({ callee }: Call): boolean {
	return callee.kind === 'member' && (callee.property === 'then' || callee.property === 'catch' || callee.property === 'finally');
}

/** Callbacks that make assertions, of a test that makes none elsewhere and waits for nothing. */
function claimants(models: Models, scope: Scope): readonly Unheard[] {
	const known = claiming(models, scope);
	if (known.length > 0 || models.framework.clockAt(scope, scope.body.fact.end).timers)
		return known.map(({ call, api }) => ({ call, api, kind: 'claims', name: '' }));
	return claiming(models, scope, true).map(({ call, api }) => ({ call, api, kind: 'open', name: '' }));
}

/** Callbacks that make all assertions of a test or hook, or are told whether those of their request hold. */
function claiming(models: Models, scope: Scope, open = false): readonly Handed[] {
	const claims = models.assertionsIn(scope);
	const later = laterIn(models, scope.body, open);
	const asking = later.filter(({ call, from }) => requestPackages.has(from) && isExpected(call));
	const isOfRequest = (claim: Claim): boolean => asking.some(({ call }) => holds(call, claim.place));
	if (claims.some(claim => !isOfRequest(claim) && !isChained(claim) && !isNested(scope.body, claim.place))) return [];
	const handed = later.filter(each => asking.includes(each) || claims.some(({ place }) => holds(each.callback, place)));
	const isLater = (claim: Claim): boolean =>
		isOfRequest(claim) ||
		handed.some(({ call, callback }) => holds(callback, claim.place) || (isChained(claim) && holds(call.callee, claim.place)));
	return claims.every(isLater) ? handed : [];
}

/** An assertion with which a call goes on: it says what is to come of that. */
function isChained({ site: { fact } }: Claim): boolean {
	return fact.kind === 'call' && fact.usage === 'receiver';
}

/** Callbacks of a hook that set what its tests read, and those that make its assertions: what they assert is that the tests can begin, or that the next one can. Handlers are called in the tests. */
function* ofHook(models: Models, scope: Scope): Iterable<Unheard> {
	const set = [...setters(models, scope)];
	yield* set;
	for (const { call, api, handles } of claiming(models, scope))
		if (!handles && !set.some(each => each.call === call)) yield { call, api, kind: 'prepares', name: '' };
}

/**
 * Callbacks that make assertions and then call a `done` that is not the test's: what the suite was handed, as the parameter stands in the wrong function, or
 * what nobody declares, so that the test would fail if they were called while it runs. Nothing waits for the call.
 */
function strayEnders(models: Models, scope: Scope): readonly Unheard[] {
	const { facts } = models.module;
	const ofSuites = handedToSuites(models, scope.suite);
	const inner = functionsWithin(facts, scope.body.fact).filter(each => each !== scope.body.fact);
	const ends = inner.flatMap(({ calls }) => calls.filter(({ callee }) => isUndeclaredEnd(callee) || isReferenceTo(callee, ofSuites)));
	const claims = ends.length === 0 ? [] : models.assertionsIn(scope);
	// A callback beside other assertions may be there for what must not happen.
	if (claims.some(({ place }) => !isNested(scope.body, place)) && ends.some(({ callee }) => isUndeclaredEnd(callee))) return [];
	return scope.body.fact.calls.flatMap(call => {
		const end = call.usage === 'discarded' ? ends.find(each => holds(call, each)) : undefined;
		if (end === undefined || !claims.some(({ place }) => holds(call, place))) return [];
		const api = isUndeclaredEnd(end.callee) ? `a callback that calls \`${undeclaredEnd}\`, which nobody declares` : 'a callback';
		return [{ call, api, kind: 'claims', name: '' }];
	});
}

function isUndeclaredEnd(callee: Value): boolean {
	return callee.kind === 'global' && callee.name === undeclaredEnd;
}

function isReferenceTo(value: Value, bindings: ReadonlySet<number>): boolean {
	return value.kind === 'reference' && bindings.has(value.binding);
}

/** The variables that the suites around a test are handed for `done`. */
function handedToSuites({ module }: Models, suite: Suite): ReadonlySet<number> {
	return new Set(
		suitesAround(suite).flatMap(({ body }) => {
			const [only, ...others] = body.module === module ? body.fact.parameters : [];
			const isEnd = endNames.test(module.facts.bindings[only?.binding ?? -1]?.name ?? '');
			return only?.binding !== undefined && others.length === 0 && isEnd ? [only.binding] : [];
		}),
	);
}

function suitesAround(suite: Suite): readonly Suite[] {
	return suite.parent === undefined ? [suite] : [suite, ...suitesAround(suite.parent)];
}

/** Callbacks of a hook that set what its tests read. */
function* setters(models: Models, scope: Scope): Iterable<Unheard> {
	for (const handed of laterIn(models, scope.body)) {
		const name = setBy(models, scope, handed);
		if (name !== undefined) yield { call: handed.call, api: handed.api, kind: 'sets', name };
	}
}

/** The variable outside a hook that a callback sets, and that a test reads. */
function setBy(models: Models, { body: { fact } }: Scope, { callback, handles }: Handed): string | undefined {
	const { facts } = models.module;
	const written = handles
		? []
		: callback.writes.flatMap(({ target }) =>
				target.kind === 'reference' && isOuter(fact, facts.bindings[target.binding]?.start) ? [target.binding] : [],
			);
	const read = written.find(binding => models.tests.some(({ body }) => body.module === models.module && reads(body, binding)));
	return read === undefined ? undefined : (facts.bindings[read]?.name ?? '');
}

/** A callback that makes assertions, or is told of those of its request, of a test that says at once, right behind, that it is over; one that sets what the tests read, of a hook that says so. */
function* beforeDone(models: Models, scope: Scope): Iterable<Unheard> {
	const { body, doneParameter } = scope;
	const done = body.fact.parameters[doneParameter ?? 0]?.binding;
	const end = body.fact.calls.find(
		({ callee, args, region, usage }) =>
			callee.kind === 'reference' && callee.binding === done && args.length === 0 && region === undefined && usage === 'discarded',
	);
	if (end === undefined || done === undefined) return;
	const claims = models.assertionsIn(scope);
	for (const handed of laterIn(models, body)) {
		const { call, callback, api } = handed;
		if (call.end >= end.start || reads(at(callback, body), done)) continue;
		const name = 'phase' in scope ? setBy(models, scope, handed) : undefined;
		if (isExpected(call) || claims.some(({ place }) => holds(callback, place))) yield { call: end, api, kind: 'ended', name: '' };
		else if (name !== undefined) yield { call, api, kind: 'sets', name };
	}
}

function reads({ module: { facts }, fact }: Site<FunctionFacts>, binding: number): boolean {
	return functionsWithin(facts, fact).some(each =>
		[...valuesIn(each, facts)].some((value: Value) => value.kind === 'reference' && value.binding === binding),
	);
}

function isOuter({ start, end }: FunctionFacts, declared: number | undefined): boolean {
	return declared !== undefined && (declared < start || declared >= end);
}

/** Whether a place stands in a function inside another, not in that function itself. */
function isNested({ module: { facts }, fact }: Site<FunctionFacts>, place: Span): boolean {
	const around = facts.functions.filter(each => holds(each, place));
	return around.at(-1) !== fact;
}
