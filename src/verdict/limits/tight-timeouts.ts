import { isCaught } from '../../assertions/retry.ts';
import type { Deadline } from '../../effects/waits/deadlines.ts';
import { describe } from '../../effects/witness.ts';
import type { Bound } from '../../framework/bounds.ts';
import { doneOf } from '../../framework/endings.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Site } from '../../project/model.ts';
import { entryAt } from '../../provenance/entry.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { handlesFailure } from '../../syntax/promise-link.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isHarmless } from './harmless-limits.ts';
import { holds } from '../../syntax/spans.ts';

/** A time limit so short that it decides the test. */
export interface TightTimeout {
	/** `limit`: on the test or hook itself. `wait`: on something it waits for. `guard`: a timer that fails it. */
	readonly kind: 'limit' | 'wait' | 'guard';
	/** The option or the call. */
	readonly at: Span;
	readonly ms: number;
	readonly path: string;
	/** The number itself, where it is written in milliseconds in the linted file. */
	readonly number: Span | undefined;
}

/** Limits of at most so many milliseconds that can fail a test; not those that it expects to run out. */
export function* tightTimeouts(file: Models, most: number): Iterable<TightTimeout> {
	const seen = new Set<unknown>();
	for (const { written, ...found } of [...tightLimits(file), ...file.scopes.flatMap(scope => tightWaits(file, scope))]) {
		if (found.ms <= 0 || found.ms > most || seen.has(found.at.start) || (written !== undefined && seen.has(written))) continue;
		seen.add(found.at.start);
		seen.add(written);
		yield found;
	}
}

/** A limit, and the number of another file that says it: of the tests that call what it stands in the first is told. */
type Found = TightTimeout & { readonly written: Value | undefined };

function tightLimits(file: Models): Found[] {
	return file.framework.bounds.flatMap((bound): Found[] => {
		const ms = bound.bounds === 'time' ? staticValue(file.provenance.roots, bound.value) : undefined;
		if (typeof ms !== 'number' || isMeant(file, bound)) return [];
		return [
			{
				kind: 'limit',
				at: bound.at,
				ms,
				path: '',
				number: numberIn(bound.value.module === file.module ? bound.value.fact : undefined),
				written: undefined,
			},
		];
	});
}

/** A test that is to fail, that does not run, that sees no real time, or that is over before its runner looks. */
function isMeant(file: Models, { test, call }: Bound): boolean {
	if (test !== undefined && ['failing', 'skip', 'todo'].some(modifier => [...test.modifiers].some(each => each === modifier)))
		return true;
	if (test?.framework === 'node:test' && isOneTurn(test)) return true;
	const scope = test ?? file.scopes.findLast(each => each.body.module === file.module && holds(each.body.fact, call));
	if (scope === undefined) return false;
	const { awaits, end } = scope.body.fact;
	const isFakedAt = (place: number): boolean => file.framework.clockAt(scope, place).timers;
	return isFakedAt(end) || (awaits.length > 0 && !scope.ending.isLater && awaits.every(({ start }) => isFakedAt(start)));
}

/** node:test has a timer for the limit, which does not fire while the code of a test runs. */
function isOneTurn({ body: { fact }, doneParameter }: TestCase): boolean {
	return doneParameter === undefined && !fact.async && fact.returns.length === 0;
}

function tightWaits(file: Models, scope: Scope): Found[] {
	return file.effects.deadlinesIn(scope.body, doneOf(scope)).flatMap(deadline => {
		if (
			file.framework.clockAt(scope, deadline.site.start).timers ||
			isExpected(file, scope, deadline.site) ||
			isExpectedInside(file, scope, deadline.length.call) ||
			isHarmless(file, scope, deadline)
		)
			return [];
		if (deadline.kind === 'race' && !isFollowed(file, scope, deadline)) return [];
		const { length, ms, witness } = deadline;
		const kind = deadline.kind === 'guard' ? 'guard' : 'wait';
		const argument = length.call.module === file.module ? length.call.fact.args[length.place.argument] : undefined;
		const entry =
			argument === undefined || length.place.key === undefined
				? undefined
				: entryAt(file.provenance.roots, at(argument, length.call), length.place.key.split('.'));
		const isHere = scope.body.module === file.module;
		const place =
			kind === 'wait' && isHere && entry?.module === file.module && witness.steps.length === 0
				? entry.fact
				: file.placeIn(scope, deadline.site);
		return [
			{
				kind,
				at: place,
				ms,
				path: describe(witness),
				number: numberIn(entry === undefined ? argument : entry.module === file.module ? entry.fact.value : undefined),
				written: writtenElsewhere(file, length),
			},
		];
	});
}

/** The number in the call of another file that says how long, where it is written there itself. */
function writtenElsewhere(file: Models, { call, place }: Deadline['length']): Value | undefined {
	const argument = call.module === file.module ? undefined : call.fact.args[place.argument];
	const value =
		argument?.kind === 'object' && place.key !== undefined
			? argument.entries.find(entry => entry.kind === 'property' && entry.key === place.key)?.value
			: argument;
	return value?.kind === 'literal' ? value : undefined;
}

/** Whether what has come about by then is asserted next. */
function isFollowed(file: Models, scope: Scope, { site }: Deadline): boolean {
	const next = file.assertionsIn(scope).filter(({ place }) => place.start >= site.end);
	return next.length > 0 && !next.some(claim => file.claimsAbsence(claim));
}

function numberIn(value: Value | undefined): Span | undefined {
	return value?.kind === 'literal' && typeof value.value === 'number' ? value : undefined;
}

/** Whether the test waits for the limit itself to run out, or goes on when it does. */
export function isExpected(file: Models, scope: Scope, site: Span): boolean {
	const claims = file.assertionsIn(scope);
	if (claims.some(claim => expectsFailure(file, claim) && (holds(claim.place, site) || isAbout(claim, site)))) return true;
	const { module } = scope.body;
	const inside = module.facts.functions.find(({ calls }) => calls.some(call => isSame(call, site)));
	const call = inside?.calls.find(each => isSame(each, site));
	if (inside === undefined || call === undefined) return false;
	for (const { fact, call: current } of outward(scope.body.fact, module.facts.functions, inside, call)) {
		if (isCaught(fact, current.region) || isHandled(current)) return true;
		if (current.usage === 'argument' && !isJoin(current.outer) && !claims.some(({ place }) => holds(place, current))) return true;
	}
	return false;
}

/** The same of a limit in functions of the file that the test calls: there an assertion wants it to run out, or what it fails is caught. */
function isExpectedInside(file: Models, scope: Scope, limit: Site<Call>): boolean {
	const claims = file.assertionsIn(scope).filter(claim => expectsFailure(file, claim));
	for (let each: Site<Call> | undefined = limit; each !== undefined; each = each.frame?.call) {
		const { fact, module, frame } = each;
		const inside = frame === undefined || module !== file.module ? undefined : functionAt(module, fact.function);
		if (
			inside !== undefined &&
			(isCaught(inside, fact.region) || claims.some(({ site }) => site.module === module && holds(site.fact, fact)))
		)
			return true;
	}
	return false;
}

/** A call, and the calls that the functions around it are handed to, up to the test's own. */
function* outward(
	scope: FunctionFacts,
	functions: readonly FunctionFacts[],
	from: FunctionFacts,
	call: Call,
): Iterable<{ readonly fact: FunctionFacts; readonly call: Call }> {
	let fact: FunctionFacts | undefined = from;
	let current: Call | undefined = call;
	while (fact !== undefined && current !== undefined) {
		yield { fact, call: current };
		if (fact === scope) return;
		const next: Call | undefined = fact.passedTo?.call;
		fact = fact.parent === undefined ? undefined : functions[fact.parent];
		current = next;
	}
}

function expectsFailure(file: Models, claim: Claim): boolean {
	return claim.relation === 'throws' || claim.relation === 'rejects' || (claim.retried && claim.negated) || file.claimsAbsence(claim);
}

/** `const waiting = vi.waitFor(…); await expect(waiting).rejects.toThrow()`. */
function isAbout({ actual: { fact, module } }: Claim, site: Span): boolean {
	const value = fact.kind === 'await' ? fact.value : fact;
	if (value.kind !== 'reference') return false;
	return (
		module.facts.bindings[value.binding]?.definitions.some(
			definition => definition.kind === 'value' && holds(definition.value, site),
		) === true
	);
}

/** `.catch(…)`, or a second callback of `.then`. */
function isHandled(call: Call): boolean {
	for (let outer = call.outer; outer !== undefined; outer = outer.outer) {
		if (outer.callee.kind === 'member' && holds(outer.callee.object, call) && handlesFailure(outer)) return true;
	}
	return false;
}

/** `Promise.all`, `Promise.race` and their like. */
function isJoin(call: Call | undefined): boolean {
	return call?.callee.kind === 'member' && call.callee.object.kind === 'global' && call.callee.object.name === 'Promise';
}

function isSame(one: Span, other: Span): boolean {
	return one.start === other.start && one.end === other.end;
}
