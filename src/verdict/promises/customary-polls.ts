import { promisedBy } from '../../effects/waits/promised.ts';
import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { waitNames, waitingWords } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { lineAt } from '../../syntax/lower.ts';
import { nameOf } from '../customs.ts';
import { nameOfCallee } from './dropped-calls.ts';
import { isFilledFromOutside } from './outside-gatherings.ts';
import { innerWaits } from '../inner-waits.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** An assertion on what is filled from outside, made once, though the file tries again wherever else it asks for the same. */
export interface OncePolled {
	readonly place: Span;
	/** What is read: `hooks.received`. */
	readonly name: string;
	/** 1-based, where it is waited for. */
	readonly line: number;
}

interface Asker {
	/** The test, not one around it. */
	readonly scope: Scope;
	/** The first that is about the same. */
	readonly claim: Claim;
}

/** How far a variable of a test is followed to what it was given. */
const maxDepth = 3;

/**
 * Assertions on a list or map that handlers of the project fill, of servers, processes and emitters, where the file otherwise waits until it holds what is meant: `await
 * waitFor(() => hooks.received.length === 2)`. Here something is awaited that does not tell of the handlers, and what they have by then is asserted.
 */
export function* oncePolledIn(models: Models): Iterable<OncePolled> {
	const polls = pollsIn(models);
	if (polls.size === 0) return;
	const asked = new Map<string, Map<FunctionFacts, Asker>>();
	for (const scope of models.scopes.filter(({ body }) => body.module === models.module)) {
		for (const claim of models.assertionsIn(scope)) {
			const name =
				claim.retried || claim.actual.module !== models.module
					? undefined
					: readingsOf(models, scope.body.fact, [claim.actual.fact]).find(each => polls.has(each));
			const inside = name === undefined ? undefined : insideOf(models, claim.place);
			if (name === undefined || inside === undefined || !holds(scope.body.fact, claim.place) || isPolled(models, claim.place))
				continue;
			const askers = asked.get(name) ?? new Map<FunctionFacts, Asker>();
			const known = askers.get(inside);
			asked.set(name, askers);
			if (known === undefined || (known.scope !== scope && holds(known.scope.body.fact, scope.body.fact)))
				askers.set(inside, { scope, claim });
		}
	}
	for (const [name, askers] of asked) {
		const known = polls.get(name) ?? [];
		const [first] = known;
		const once = [...askers.values()].filter(
			({ scope, claim }) => !known.some(poll => holds(scope.body.fact, poll) && poll.start < claim.place.start),
		);
		if (first === undefined || known.length < once.length) continue;
		for (const { scope, claim } of once)
			if (!models.claimsAbsence(claim) && isBehindOther(models, scope, claim.place, name))
				yield { place: claim.place, name, line: lineAt(models.module.facts, first.start) };
	}
}

const found = new WeakMap<Models, ReadonlyMap<string, readonly Call[]>>();

/** The calls of the file that try a callback until it holds, by what the callback reads and handlers fill. */
function pollsIn(models: Models): ReadonlyMap<string, readonly Call[]> {
	const known = found.get(models) ?? readPolls(models);
	found.set(models, known);
	return known;
}

function readPolls(models: Models): ReadonlyMap<string, readonly Call[]> {
	const { module } = models;
	const polls = new Map<string, Call[]>();
	const filled = new Map<string, boolean>();
	for (const callback of module.facts.functions) {
		if (callback.passedTo === undefined || !isPoll(callback.passedTo.call, models)) continue;
		const { call } = callback.passedTo;
		const values = functionsWithin(module.facts, callback).flatMap(each => [...valuesIn(each, module.facts)]);
		for (const value of values) {
			const name = outerName(models, callback, value);
			if (name === undefined || polls.get(name)?.includes(call) === true) continue;
			const isFilled = filled.get(name) ?? isFilledFromOutside(models, { module, fact: value });
			filled.set(name, isFilled);
			if (isFilled) polls.set(name, [...(polls.get(name) ?? []), call]);
		}
	}
	return polls;
}

function isPoll(call: Call, { module }: Models): boolean {
	return (call.usage === 'awaited' || call.usage === 'returned') && waitNames.test(nameOfCallee(call, module));
}

/** The name of what a value reads of something that is older than a function. */
function outerName({ module }: Models, inside: Span, value: Value): string | undefined {
	if (value.kind !== 'member' && value.kind !== 'call' && value.kind !== 'reference') return undefined;
	const { root } = rootOf(value);
	if (root.kind !== 'reference' || holds(inside, startOf(module.facts.bindings[root.binding]?.start ?? inside.start))) return undefined;
	return nameOf(value, module);
}

function rootOf(value: Value): ReturnType<typeof chainOf> {
	const chain = chainOf(value.kind === 'call' ? value.callee : value);
	return chain.root.kind === 'call' ? rootOf(chain.root) : chain;
}

function startOf(start: number): Span {
	return { start, end: start };
}

/** What values read of things that are older than a test, and what its variables were given. */
function readingsOf(models: Models, body: FunctionFacts, values: readonly Value[], depth = 0): string[] {
	const { facts } = models.module;
	return values.flatMap(valuesInside).flatMap(value => {
		const name = outerName(models, body, value);
		if (name !== undefined) return [name];
		if (value.kind !== 'reference' || depth >= maxDepth) return [];
		const given = (facts.bindings[value.binding]?.definitions ?? []).flatMap(each =>
			each.kind === 'value' || each.kind === 'iteration' ? [each.value] : [],
		);
		return readingsOf(models, body, given, depth + 1);
	});
}

function insideOf({ module: { facts } }: Models, place: Span): FunctionFacts | undefined {
	return facts.functions.findLast(each => holds(each, place));
}

/** Whether a place stands in a callback that is tried until it holds. */
function isPolled(models: Models, place: Span): boolean {
	return models.module.facts.functions.some(
		({ passedTo, start, end }) =>
			passedTo !== undefined && holds({ start, end }, place) && waitNames.test(nameOfCallee(passedTo.call, models.module)),
	);
}

/** Whether what was awaited last in front of a place is something else than a wait for what is read there: a request, or a poll of other things. */
function isBehindOther(models: Models, scope: Scope, place: Span, name: string): boolean {
	const { module } = models;
	const around = functionsWithin(module.facts, scope.body.fact).filter(each => holds(each, place));
	const awaited = around.flatMap(({ awaits, passedTo }) => [
		...awaits.filter(({ end }) => end <= place.start).map(({ value }) => value),
		...(passedTo === undefined ? [] : settledBefore(passedTo.call)),
	]);
	const value = awaited.toSorted((one, other) => one.end - other.end).at(-1);
	const site = value === undefined ? undefined : lastWait(models, at(value, scope.body));
	const last = site?.fact;
	if (site === undefined || last?.kind !== 'call' || last.form === 'new') return false;
	const promised = promisedBy(models, at(last, site));
	const called = nameOfCallee(last, module);
	const isVisible = last.args.some(({ kind }) => kind === 'function');
	const [holder] = name.split('.');
	return promised?.sleeps !== true && (isVisible || !waitingWords.test(called)) && nameOf(rootOf(last).root, module) !== holder;
}

/** What a function of the file that is called waits for last. */
function lastWait(models: Models, site: Site<Value>): Site<Value> {
	const inner = site.fact.kind === 'call' ? innerWaits(models, at(site.fact, site)).at(-1) : undefined;
	return inner === undefined ? site : lastWait(models, inner);
}

/** `send()` of `send().then(…)`. */
function settledBefore({ callee }: Call): readonly Value[] {
	return callee.kind === 'member' && callee.property === 'then' ? [callee.object] : [];
}
