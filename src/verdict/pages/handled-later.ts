import { spyAspect } from '../../assertions/spy-aspect.ts';
import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { roleQueries, testIdQueries, textQueries } from '../../knowledge/page-words.ts';
import { laterMethods, tellingEnough } from '../../knowledge/stub-words.ts';
import { userActions, userEvent, userNames } from '../../knowledge/user-event.ts';
import type { Module } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import { importedModules } from '../imported-modules.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { setsStateBeside } from './component-states.ts';

/** An assertion that something was called, right behind what a user does, where the program calls it only behind something that it waits for. */
export interface HandledLater {
	readonly place: Span;
	/** What is called. */
	readonly name: string;
	/** What the user does: `user.click`. */
	readonly act: string;
	/** Where the program calls it: `src/form.tsx:12`. */
	readonly caller: string;
}

/**
 * Assertions on a stand-in that no wait comes before since the last act of `@testing-library/user-event`, where each call of that name in the program that the test imports
 * stands behind an `await`, or in a callback of a promise. By names alone; what the program waits for may well be over in the same turn.
 */
export function* handledLater(models: Models): Iterable<HandledLater> {
	if (!models.module.facts.sources.includes(userEvent)) return;
	const asked = new Map<string, LateCaller | undefined>();
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module || !('framework' in scope)) continue;
		const told = new Set<number>();
		for (const claim of models.assertionsIn(scope)) {
			const act = userActBefore(models, scope, claim);
			const spy =
				act === undefined || claim.retried || models.claimsAbsence(claim) ? undefined : spyAspect(claim, models.provenance)?.spy;
			for (const name of spy === undefined || act === undefined || told.has(act.end) ? [] : namesOf(spy.module.facts, spy.fact)) {
				if (!asked.has(name)) asked.set(name, lateCallerOf(models, name));
				const caller = asked.get(name);
				if (caller === undefined || act === undefined) continue;
				if (caller.shows && looksBetween(models, scope, act.end, claim)) continue;
				told.add(act.end);
				yield { place: claim.place, name, act: act.name, caller: caller.place };
				break;
			}
		}
	}
}

/** Where the program calls what has a name. */
interface LateCaller {
	/** `src/form.tsx:12` */
	readonly place: string;
	/** Each such call is made in the turn in which a state is set: whoever has seen what that shows knows that the call was reached. */
	readonly shows: boolean;
}

/** Whether an assertion that was made since the act looks for what the page shows behind it. */
function looksBetween(models: Models, scope: Scope, act: number, { place }: Claim): boolean {
	return models
		.assertionsIn(scope)
		.some(
			claim =>
				claim.place.start >= act &&
				claim.place.end <= place.start &&
				!models.claimsAbsence(claim) &&
				valuesInside(claim.actual.fact).some(isQuery),
		);
}

/** `screen.getByRole('status')` */
function isQuery(value: Value): boolean {
	const name = value.kind === 'call' ? (namedMethod(value) ?? '') : '';
	return [textQueries, roleQueries, testIdQueries].some(queries => queries.has(name));
}

/** What a user does right before an assertion, which the test awaits and behind which it waits for nothing. */
export function userActBefore(
	{ module: { facts }, framework }: Models,
	scope: Scope,
	{ place, actual }: Claim,
): { readonly name: string; readonly end: number } | undefined {
	const { fact } = scope.body;
	if (
		actual.module !== scope.body.module ||
		facts.functions.findLast(each => holds(each, place)) !== fact ||
		framework.clockAt(scope, place.start).timers
	)
		return undefined;
	const last = fact.awaits.findLast(({ end }) => end <= place.start)?.value;
	if (
		last?.kind !== 'call' ||
		last.callee.kind !== 'member' ||
		!userActions.includes(namedMethod(last) ?? '') ||
		last.region !== undefined
	)
		return undefined;
	const { root } = chainOf(last.callee);
	const name = root.kind === 'reference' ? (facts.bindings[root.binding]?.name ?? '') : '';
	return userNames.test(name) ? { name: `${name}.${namedMethod(last) ?? ''}`, end: last.end } : undefined;
}

/** The names by which the program may know a stand-in: what it is imported as, what it is spied on as, and what it is handed over as. */
function namesOf(facts: ModuleFacts, fact: Value, depth = 0): readonly string[] {
	if (fact.kind === 'member') return typeof fact.property === 'string' && tellingEnough.test(fact.property) ? [fact.property] : [];
	if (fact.kind === 'call') {
		const [first, second] = fact.args;
		if (namedMethod(fact) === 'mocked' && first !== undefined) return namesOf(facts, first, depth + 1);
		return namedMethod(fact) === 'spyOn' && second?.kind === 'literal' && typeof second.value === 'string' ? [second.value] : [];
	}
	if (fact.kind !== 'reference' || depth > 2) return [];
	const binding = facts.bindings[fact.binding];
	const given = (binding?.definitions ?? []).flatMap(each =>
		each.kind === 'import'
			? [each.imported === 'default' ? (binding?.name ?? '') : each.imported]
			: each.kind === 'value' && each.path.length === 0
				? namesOf(facts, each.value, depth + 1)
				: [],
	);
	const handed = facts.functions.flatMap(({ calls }) => calls).flatMap(({ args }) => args.flatMap(keysOf(fact.binding)));
	return [...new Set([...given, ...handed])].filter(name => tellingEnough.test(name));
}

/** The keys under which a variable stands in an object, those of JSX included. */
function keysOf(binding: number): (value: Value) => string[] {
	return value =>
		value.kind !== 'object'
			? []
			: value.entries.flatMap(entry => {
					if (entry.kind !== 'property' || typeof entry.key !== 'string') return [];
					return entry.value.kind === 'reference' && entry.value.binding === binding ? [entry.key] : keysOf(binding)(entry.value);
				});
}

/** Where the program calls what has a name, if each such call stands behind a wait. */
function lateCallerOf(models: Models, name: string): LateCaller | undefined {
	let found: LateCaller | undefined;
	for (const module of importedModules(models, each => !isTestSupport(each))) {
		for (const fact of module.facts.functions) {
			if (isHandedOn(module.facts, fact, name)) return undefined;
			for (const call of fact.calls) {
				if (calledAs(call, module) !== name) continue;
				if (!isBehindWait(module.facts, fact, call)) return undefined;
				const shows = setsStateBeside(models, at(fact, { module, frame: undefined }), call);
				found = {
					place: found?.place ?? `${module.path}:${String(lineAt(module.facts, call.start))}`,
					shows: shows && found?.shows !== false,
				};
			}
		}
	}
	return found;
}

/** Whether a function hands over what has a name, or keeps it, for somebody else to call: `<Button onClick={close} />`. Lists of what a callback depends on do neither. */
function isHandedOn(facts: ModuleFacts, fact: FunctionFacts, name: string): boolean {
	const values = [...valuesIn(fact, facts)];
	const others = new Set<Value>([
		...fact.calls.map(({ callee }) => callee),
		...values.flatMap(value => (value.kind === 'array' ? value.elements : [])),
	]);
	return values.some(
		value =>
			!others.has(value) &&
			(value.kind === 'reference'
				? facts.bindings[value.binding]?.name === name
				: value.kind === 'member' && value.property === name),
	);
}

function namedMethod({ callee }: Call): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

function calledAs({ callee, form }: Call, { facts }: Module): string | undefined {
	if (form !== 'call') return undefined;
	return callee.kind === 'reference'
		? facts.bindings[callee.binding]?.name
		: callee.kind === 'member' && typeof callee.property === 'string'
			? callee.property
			: undefined;
}

/** Whether a call is made when something was awaited, or in a callback of a promise, or of a timer. */
function isBehindWait(facts: ModuleFacts, fact: FunctionFacts, call: Call): boolean {
	if (fact.awaits.some(({ end }) => end <= call.start)) return true;
	const { passedTo, parent } = fact;
	if (passedTo === undefined) return false;
	const { callee } = passedTo.call;
	const method = callee.kind === 'global' ? callee.name : (namedMethod(passedTo.call) ?? '');
	const around = parent === undefined ? undefined : facts.functions[parent];
	return laterMethods.has(method) || (around !== undefined && isBehindWait(facts, around, passedTo.call));
}
