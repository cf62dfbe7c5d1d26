import { partsOf, valuesInside } from '../../effects/value-parts.ts';
import { instantNames, signedNames } from '../../knowledge/date-words.ts';
import { instantMethods } from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import type { Definition, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { wordsOf } from '../../syntax/words.ts';
import { boundsOf } from '../bounds.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { Wait } from './waits.ts';

/** The dates of a token are whole seconds (https://datatracker.ietf.org/doc/html/rfc7519#section-2). */
const second = 1_000;

/** How many variables a value is followed through. */
const maxHops = 4;

/**
 * Whether a wait only lets the clock go on: the test waits for something that it does behind it, and says that a time which that has left is later than one that
 * it had read in front of the wait; all else that it says is about what it has in hand. No work has to be over when the wait is, so it cannot be too short.
 * So too where it asks for a token behind the wait that is to be another than one of a second before: what it holds is when it was signed, in seconds.
 */
export function onlyMovesClock(models: Models, scope: Scope, wait: Wait, waits: readonly Wait[]): boolean {
	const { kind, only, site } = wait;
	const { fact, module } = scope.body;
	if (kind !== 'sleep' || !only || module !== models.module) return false;
	const end = waits.find(each => each.site.start > site.start)?.site.start ?? Infinity;
	const behind = models.assertionsIn(scope).filter(({ place }) => place.start > site.start && place.start < end);
	if (behind.some(claim => isSignedLater(claim, wait)))
		return behind.every(({ actual, relation }) => relation.startsWith('called') || isInHand(actual.fact, actual.module.facts, 0));
	const later = behind.find(claim => isLater(claim, site));
	if (later === undefined || !behind.every(({ actual }) => isInHand(actual.fact, actual.module.facts, 0))) return false;
	return fact.awaits.some(
		({ value, start, end: over }) =>
			value.kind === 'call' &&
			start > site.end &&
			over <= later.place.start &&
			!isKept(value, module.facts) &&
			!behind.some(({ place }) => holds(place, value)),
	);
}

/** Whether an assertion says that a time which was read behind a wait is above one that was read in front of it. */
function isLater(claim: Claim, wait: Span): boolean {
	return boundsOf(claim).some(
		({ value, bound, isUpper }) =>
			!isUpper &&
			isTime(value.fact, value.module.facts) &&
			isTime(bound.fact, bound.module.facts) &&
			readAt(value).some(start => start > wait.end) &&
			readAt(bound).every(start => start < wait.start),
	);
}

/** `await sleep(1000); const next = await refresh(); expect(next.token).not.toBe(first.token)` */
function isSignedLater({ actual, expected, relation, negated }: Claim, { ms, site }: Wait): boolean {
	if (expected === undefined || !negated || (relation !== 'identical' && relation !== 'deep-equal')) return false;
	if (ms === undefined || ms < second || ![actual, expected].every(isToken)) return false;
	const isBehind = (side: Site<Value>): boolean => readAt(side).every(start => start > site.end && start < Infinity);
	const isBefore = (side: Site<Value>): boolean => readAt(side).every(start => start < site.start);
	return (isBehind(actual) && isBefore(expected)) || (isBehind(expected) && isBefore(actual));
}

function isToken({ fact, module: { facts } }: Site<Value>): boolean {
	const name = fact.kind === 'reference' ? facts.bindings[fact.binding]?.word : fact.kind === 'member' ? fact.property : undefined;
	return typeof name === 'string' && signedNames.test(name);
}

/** Where the variables that a value is made of were given what they hold. */
function readAt({ fact, module: { facts } }: Site<Value>): readonly number[] {
	const starts = valuesInside(fact)
		.flatMap(value => (value.kind === 'reference' ? definitionsOf(value.binding, facts) : []))
		.map(each => (each.kind === 'value' ? each.value.start : Infinity));
	return starts.length === 0 ? [Infinity] : starts;
}

/** By its name, or by that of what it was given. */
function isTime(value: Value, facts: ModuleFacts, hops = 0): boolean {
	return valuesInside(value).some(each => {
		const name = each.kind === 'reference' ? facts.bindings[each.binding]?.word : each.kind === 'member' ? each.property : undefined;
		if (typeof name === 'string' && (instantMethods.has(name) || instantNames.test(wordsOf(name)))) return true;
		return (
			each.kind === 'reference' &&
			hops < maxHops &&
			definitionsOf(each.binding, facts).some(
				definition => definition.kind === 'value' && definition.value.kind !== 'await' && isTime(definition.value, facts, hops + 1),
			)
		);
	});
}

/** Whether a value is made of nothing but what was waited for, and of what is written down. */
function isInHand(value: Value, facts: ModuleFacts, hops: number): boolean {
	if (value.kind === 'await') return true;
	if (value.kind === 'reference')
		return (
			hops < maxHops &&
			definitionsOf(value.binding, facts).every(each => each.kind === 'value' && isInHand(each.value, facts, hops + 1))
		);
	if (value.kind === 'call')
		return (
			value.callee.kind === 'member' &&
			typeof value.callee.property === 'string' &&
			instantMethods.has(value.callee.property) &&
			isInHand(value.callee.object, facts, hops)
		);
	return value.kind !== 'function' && partsOf(value).every(part => isInHand(part, facts, hops));
}

function isKept(call: Value, { bindings }: ModuleFacts): boolean {
	return bindings.some(({ definitions }) => definitions.some(each => each.kind === 'value' && holds(each.value, call)));
}

/** What is asked of a time changes nothing. */
function definitionsOf(binding: number, { bindings }: ModuleFacts): readonly Definition[] {
	return (bindings[binding]?.definitions ?? []).filter(each => each.kind !== 'method' || !instantMethods.has(each.method));
}
