import { looksAgain } from '../../assertions/retry.ts';
import { polls } from '../../effects/loops.ts';
import { handsElement } from '../../knowledge/page-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import { isThen } from '../../syntax/promise-link.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { firstCalls, nextCalls } from './next-calls.ts';
import type { Wait } from './waits.ts';

/** What tries again by itself: an assertion, or a poll, until it holds; a query or an action until its element is there. */
export type Retry = 'claim' | 'element';

/** How whatever comes next behind a wait tries again by itself, if it does. The wait is on top of that. */
export function retryBehind(models: Models, scope: Scope, { call, kind }: Wait): Retry | undefined {
	if (call === undefined || kind !== 'sleep') return undefined;
	if (call.fact.usage === 'receiver') return retryInChain(models, scope, call);
	return retryOfAll(models, scope, nextCalls(models, scope.body, call));
}

/** One that only waits for an element says nothing of what else the wait may be for. */
function retryOfAll(models: Models, scope: Scope, calls: readonly Site<Call>[] = []): Retry | undefined {
	const [retry, ...others] = new Set(calls.map(each => retryOf(models, scope, each)));
	return others.length === 0 ? retry : [retry, ...others].includes(undefined) ? undefined : 'element';
}

/** `t.wait(100).click('#save')`: what is chained to the wait, or the first thing that is. */
function retryInChain(models: Models, scope: Scope, wait: Site<Call>): Retry | undefined {
	const isBehind = ({ start, end }: Span): boolean => start === wait.fact.start && end > wait.fact.end;
	const { outer } = wait.fact;
	const isSeeking = outer?.callee.kind === 'member' && outer.callee.object === wait.fact && looksFor(models, at(outer, wait));
	if (claimsOf(models, scope, wait).some(({ retried, place }) => retried && isBehind(place))) return isSeeking ? 'element' : 'claim';
	return isSeeking ? 'element' : undefined;
}

function retryOf(models: Models, scope: Scope, call: Site<Call>): Retry | undefined {
	const own = claimsOf(models, scope, call).filter(({ site }) => holds(call.fact, site.fact) && !isHandedOn(call.fact, site.fact));
	if (own.length > 0) return own.every(({ retried }) => retried) ? 'claim' : undefined;
	if (pollsItself(models, call)) return 'claim';
	if (!looksFor(models, call)) return undefined;
	return isHanding(call) ? retryInside(models, scope, call) : 'element';
}

/** Whether a place stands in what `.then` is handed somewhere in a chain: that runs once, whatever in it tries again. */
function isHandedOn(chain: Call, place: Span): boolean {
	const isIn = isThen(chain.callee) && chain.args.some(each => each.kind === 'function' && holds(each, place));
	const before = chain.callee.kind === 'member' ? chain.callee.object : undefined;
	return isIn || (before?.kind === 'call' && isHandedOn(before, place));
}

/** Whether a call waits by itself until what it needs is there. */
function looksFor({ provenance }: Models, call: Site<Call>): boolean {
	return provenance
		.origins(at(call.fact.callee, call))
		.some(({ from, steps }) => looksAgain({ from, steps: [...steps, callStep(call)] }));
}

/** A helper of the tests that looks again and again until it has found what it looks for. */
function pollsItself({ provenance }: Models, call: Site<Call>): boolean {
	const roots = provenance.roots(at(call.fact.callee, call));
	return (
		roots.length > 0 &&
		roots.every(root => root.kind === 'function' && root.path.length === 0 && isTestSupport(root.site.module) && polls(root.site))
	);
}

/**
 * Whether the next thing behind a wait is to wait for what was begun in front of it: `const answer = ask(); await sleep(100); await answer;`,
 * `await finished.promise`.
 */
export function isAwaitedBehind({ body: { module, fact } }: Scope, { call, kind, site }: Wait): boolean {
	if (call === undefined || kind !== 'sleep' || call.module !== module) return false;
	const [own] = fact.awaits.filter(each => holds(each, site));
	const [next] = fact.awaits.filter(({ start }) => start >= site.end).toSorted((one, other) => one.start - other.start);
	if (own === undefined || next === undefined || own.region !== next.region) return false;
	const isBetween = ({ start }: Span): boolean => start >= site.end && start < next.start;
	return (
		!fact.calls.some(each => isBetween(each) && !holds(each, next)) &&
		!fact.writes.some(isBetween) &&
		isBegunBefore(next.value, site, module)
	);
}

/** A variable that a call was kept in, or a promise that such a call has made. */
function isBegunBefore(value: Value, wait: Span, module: Module): boolean {
	if (value.kind === 'member') return value.property === 'promise' && isBegunBefore(value.object, wait, module);
	const definitions =
		value.kind === 'reference' ? (module.facts.bindings[value.binding]?.definitions ?? []).filter(each => each.kind !== 'method') : [];
	return (
		definitions.length > 0 &&
		definitions.every(
			each => each.kind === 'value' && each.path.length === 0 && each.value.kind === 'call' && each.value.end <= wait.start,
		)
	);
}

/** The assertions that stand in the same module, entered by the same calls. */
function claimsOf(models: Models, scope: Scope, { module, frame }: Site<Call>): readonly Claim[] {
	return models
		.assertionsIn(scope)
		.filter(({ site }) => site.module === module && (site.frame === frame || site.frame?.call?.fact === frame?.call?.fact));
}

/** `cy.get('li').first().within(() => { … })` */
function isHanding({ fact: { callee } }: Site<Call>): boolean {
	return callee.kind === 'member' && callee.property === handsElement;
}

function retryInside(models: Models, scope: Scope, call: Site<Call>): Retry | undefined {
	const callback = call.fact.args.at(-1);
	const inside = callback?.kind === 'function' ? functionAt(call.module, callback.function) : undefined;
	return inside === undefined ? undefined : retryOfAll(models, scope, firstCalls(models, scope.body, at(inside, call)));
}
