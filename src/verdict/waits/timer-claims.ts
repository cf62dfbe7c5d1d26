import type { Assertion } from '../../assertions/model.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import type { VerdictTimer } from '../../effects/waits/verdict-timers.ts';
import { doneOf } from '../../framework/endings.ts';
import type { TestCase } from '../../framework/model.ts';
import { askingNames, claimingNames, idleDeeds, idleGlobals, sayingNames } from '../../knowledge/acting-words.ts';
import { countingWords } from '../../knowledge/counting-words.ts';
import { lastDeeds } from '../../knowledge/ending-words.ts';
import { besides, deafening } from '../../knowledge/event-words.ts';
import { methods } from '../../knowledge/methods.ts';
import { settlingMethods } from '../../knowledge/promise-classes.ts';
import type { Module } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { callsMethod, functionsDirectlyIn } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Scope } from '../models.ts';

type PlacedClaim = Assertion & { readonly place: Span };

/**
 * Whether a timer only does something at a chosen time: it does not end the test, and the assertions in it are made when something
 * else calls them (`setTimeout(() => queue.push(3, result => { assert.equal(result, 9); }), 15)`).
 */
export function onlyActs(
	{ callback, ends }: VerdictTimer,
	claims: readonly PlacedClaim[],
	{ doneParameter, body: { module } }: Scope,
): boolean {
	if (ends || callback === undefined || doneParameter === undefined) return false;
	const own = claims.filter(({ place }) => holds(callback, place));
	return (
		own.length > 0 &&
		own.every(
			({ site: { fact, module: at } }) =>
				at === module && fact.kind === 'call' && isCalledLater(functionAt(module, fact.function), callback),
		)
	);
}

/**
 * Whether a timer's callback does something itself before each of its assertions, at least one of which is made right behind that: what is asserted is
 * then what the callback did, and the time before it only decides whether the rest was ready for it
 * (`setTimeout(() => { press(key, 'a'); assert.equal(field.value, 'a'); done(); }, 20)`). That it fails, something else has brought about by then.
 */
export function actsBeforeClaims({ callback }: VerdictTimer, claims: readonly PlacedClaim[], { body: { module } }: Scope): boolean {
	if (callback === undefined) return false;
	const made = claimsIn(callback, claims, module).map(({ place, site }) => (holds(callback, place) ? place : site.fact));
	const first = callback.calls.find(call => isAct(call, module) && !made.some(claim => holds(claim, call)));
	const isDirect = (claim: Span): boolean => !functionsDirectlyIn(module.facts, callback).some(inner => holds(inner, claim));
	const isOfFailure = (claim: Span): boolean => callback.regions.some(region => region.kind === 'catch' && holds(region, claim));
	return first !== undefined && made.every(claim => claim.start >= first.end && !isOfFailure(claim)) && made.some(isDirect);
}

/**
 * A statement that hands something over, and no callback with it: what only draws anew what has happened (`wrapper.update()`, `fixture.detectChanges()`) takes nothing, and what
 * is handed a callback tells of what was there.
 */
function isAct({ callee, usage, form, args }: Call, { facts: { bindings } }: Module): boolean {
	const { root, path } = chainOf(callee);
	const word = path.at(-1) ?? (root.kind === 'reference' ? bindings[root.binding]?.word : root.kind === 'global' ? root.name : undefined);
	const isPlain = usage === 'discarded' && form === 'call' && args.length > 0 && args.every(({ kind }) => kind !== 'function');
	const isIdle = root.kind === 'global' && idleGlobals.has(root.name);
	return isPlain && !isIdle && word !== undefined && !isNoAct(word);
}

function isNoAct(word: string): boolean {
	const isQuiet = [idleDeeds, besides, deafening].some(words => words.has(word));
	return isQuiet || [lastDeeds, sayingNames, claimingNames].some(words => words.test(word));
}

/** The claims that stand in a function of a module, be they placed where the test calls a function around it. */
export function claimsIn<C extends PlacedClaim>(callback: Span, claims: readonly C[], module: Module): readonly C[] {
	return claims.filter(({ place, site }) => holds(callback, place) || (site.module === module && holds(callback, site.fact)));
}

/**
 * Whether a function inside another is handed to what calls it when it likes. The loops of the language do so at once, and what asks
 * how things are tells how they were when it was called: `setTimeout(() => daemon.list((error, all) => { … }), 800)`.
 */
function isCalledLater(inner: FunctionFacts | undefined, outer: FunctionFacts): boolean {
	const callee = inner?.passedTo?.call.callee;
	if (inner === outer || callee === undefined) return false;
	return (
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		!(loops.has(callee.property) || askingNames.test(callee.property))
	);
}

const loops: ReadonlySet<string> = new Set(
	methods.flatMap(row => ('callback' in row && !settlingMethods.some(method => method === row.method) ? [row.method] : [])),
);

/**
 * Whether a timer does nothing but close things and end a test whose assertions are made elsewhere: those that are not made by then fail
 * nothing, unless they are counted.
 */
export function onlyEnds({ callback, ends }: VerdictTimer, claims: readonly PlacedClaim[], { scope, ...asked }: Asked): boolean {
	if (
		!ends ||
		'phase' in scope ||
		(callback !== undefined && (!onlyCloses(callback, scope) || claimsIn(callback, claims, scope.body.module).length > 0)) ||
		claims.length === 0
	)
		return false;
	return !callsMethod(scope.body.module.facts, scope.body.fact, countingWords) && !isCheckedBehind(scope, asked);
}

interface Asked {
	readonly scope: Scope;
	readonly claimsOf: (scope: Scope) => readonly PlacedClaim[];
	readonly claimsAbsence: (claim: Assertion) => boolean;
}

/** Whether a hook behind a test asserts more than that nothing is left: `expect(nock.pendingMocks()).toEqual([])` says that all is done. */
export function isCheckedBehind(scope: TestCase, { claimsOf, claimsAbsence }: Omit<Asked, 'scope'>): boolean {
	const isToCome = (value: Value): boolean =>
		value.kind === 'member' && typeof value.property === 'string' && /pending|outstanding|remain/i.test(value.property);
	return scope.hooks.some(
		hook =>
			hook.phase === 'after-each' &&
			claimsOf(hook).some(claim => !claimsAbsence(claim) || valuesInside(claim.actual.fact).some(isToCome)),
	);
}

/** `setTimeout(() => { watcher.close(); done(); }, 100)` */
function onlyCloses(callback: FunctionFacts, scope: Scope): boolean {
	const { calls } = callback;
	const done = doneOf(scope);
	return calls.length <= 1 || calls.every(call => isClosing(call) || (call.callee.kind === 'reference' && call.callee.binding === done));
}

/** `watcher.close()`: what is done last to something. */
export function isClosing({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && lastDeeds.test(callee.property);
}
