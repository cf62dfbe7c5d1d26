import { chainOf, valuesIn } from '../../effects/value-parts.ts';
import { addingMethods } from '../../knowledge/event-words.ts';
import { waitNames } from '../../knowledge/wait-words.ts';
import type { Call, FunctionFacts, ModuleFacts, Span } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import { nameOfCallee, namedMethod } from './dropped-calls.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** An assertion on what one handler fills, behind a wait for what another of the kind fills. */
export interface PartialPoll {
	readonly place: Span;
	/** What is asserted, and what is waited for. */
	readonly name: string;
	readonly other: string;
	/** 1-based, where it is waited for. */
	readonly line: number;
}

/**
 * Assertions on a list that a handler fills, where the last that was waited for is another list: `await waitFor(() => second.length === 3); expect(first).toEqual(…)`,
 * with `one.subscribe(message => first.push(message))` and `two.subscribe(message => second.push(message))`. Which of them is told first is open.
 */
export function* partialPollsIn(models: Models): Iterable<PartialPoll> {
	const { facts } = models.module;
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		const polls = scope.body.fact.calls.filter(
			call => call.usage === 'awaited' && waitNames.test(nameOfCallee(call, models.module)) && call.args[0]?.kind === 'function',
		);
		const told = new Set<number>();
		for (const claim of polls.length === 0 ? [] : models.assertionsIn(scope)) {
			const before = polls.filter(({ end }) => end <= claim.place.start);
			const last = before.at(-1);
			const list = last === undefined ? undefined : listBehind(models, scope, claim, last);
			if (last === undefined || list === undefined || told.has(list) || before.some(poll => isRead(facts, poll, list))) continue;
			const own = fillersOf(facts, list);
			const isAlike = (other: number): boolean =>
				other !== list && isRead(facts, last, other) && areAlike(own, fillersOf(facts, other));
			const other = own.length === 0 ? undefined : facts.bindings.find((_, index) => isAlike(index));
			if (other === undefined) continue;
			told.add(list);
			yield { place: claim.place, name: facts.bindings[list]?.name ?? '', other: other.name, line: lineAt(facts, last.start) };
		}
	}
}

/** The variable that an assertion of the test itself is about, where nothing but a wait in front of it is waited for. */
function listBehind(models: Models, { body }: Scope, claim: Claim, last: Call): number | undefined {
	const { root } = chainOf(claim.actual.fact);
	if (root.kind !== 'reference' || claim.retried || claim.actual.module !== models.module || models.claimsAbsence(claim))
		return undefined;
	const isInside = models.module.facts.functions.findLast(each => holds(each, claim.place)) !== body.fact;
	const waitsAgain = body.fact.awaits.some(({ start, end }) => start > last.end && end <= claim.place.start);
	return isInside || waitsAgain ? undefined : root.binding;
}

/** Whether a variable is mentioned inside a call. */
function isRead(facts: ModuleFacts, call: Call, binding: number): boolean {
	return functionsWithin(facts, call).some(each =>
		[...valuesIn(each, facts)].some(value => value.kind === 'reference' && value.binding === binding),
	);
}

/** The handlers that add to a list; none where anything else adds to it, or where it does not begin empty. */
function fillersOf(facts: ModuleFacts, binding: number): readonly FunctionFacts[] {
	const [definition, ...others] = facts.bindings[binding]?.definitions ?? [];
	const begun = definition?.kind === 'value' ? definition.value : undefined;
	if (begun?.kind !== 'array' || begun.elements.length > 0 || others.some(({ kind }) => kind !== 'method')) return [];
	const adding = facts.functions.filter(({ calls }) =>
		calls.some(
			({ callee }) =>
				callee.kind === 'member' &&
				typeof callee.property === 'string' &&
				addingMethods.has(callee.property) &&
				callee.object.kind === 'reference' &&
				callee.object.binding === binding,
		),
	);
	return adding.every(({ passedTo }) => passedTo !== undefined) ? adding : [];
}

/** Whether two lists are filled by two handlers that were handed to calls of one name. */
function areAlike(one: readonly FunctionFacts[], other: readonly FunctionFacts[]): boolean {
	const nameOf = ({ passedTo }: FunctionFacts): string | undefined => (passedTo === undefined ? undefined : namedMethod(passedTo.call));
	return (
		other.length > 0 &&
		one.every(each => !other.includes(each)) &&
		one.some(each => nameOf(each) !== undefined && other.some(its => nameOf(its) === nameOf(each)))
	);
}
