import { isNewPromise } from '../../effects/promise-classes.ts';
import { beginningNames } from '../../knowledge/acting-words.ts';
import { frameworks } from '../../knowledge/frameworks/all-frameworks.ts';
import { injectsAlone } from '../../knowledge/routing.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { type Aftermath, aftermathOf, isInFinally, mayFailBetween, regionsAt } from '../aftermath.ts';
import type { Models, Scope } from '../models.ts';
import { type Made, isClosing, isOutOfSight, isToFail, madeIn } from './made-in-tests.ts';

/** Something that a test makes and ends itself, where it does not come to that once an assertion has failed. */
export interface LateEnd {
	readonly scope: TestCase;
	/** What makes it. */
	readonly call: Call;
	/** How the test ends it. */
	readonly method: string;
}

/** What tests end with their last lines, and of which nothing is known but that it wants an end. What rows know is told of as such. */
export function* lateEnds(models: Models): Iterable<LateEnd> {
	for (const made of madeIn(models)) {
		const { scope, call, uses, ending } = made;
		const closings = uses.filter(isClosing);
		if (
			ending === undefined ||
			!takesTime(made) ||
			onlyInjects(made) ||
			uses.some(use => (!isClosing(use) && isOutOfSight(use, models)) || isToFail(use, scope, models))
		)
			continue;
		if (
			regionsAt(scope.body, call).some(({ kind }) => kind === 'try') ||
			models.effects.openingsIn(scope.body).some(opening => holds(opening.call, call) || holds(call, opening.call))
		)
			continue;
		const aftermath = aftermathOf(scope, models);
		const places = closings.map(({ place }) => place);
		if (
			places.some(
				place => isOnEveryPath(scope, place, aftermath) || !holds(scope.body.fact, place) || !isMissed(scope, call, place, models),
			)
		)
			continue;
		yield { scope, call, method: ending.name };
	}
}

/** Whether making or ending it is waited for: what has a life of its own takes its time. */
function takesTime({ call, uses }: Made): boolean {
	return (
		call.usage === 'awaited' ||
		uses.some(
			use =>
				isClosing(use) &&
				use.kind === 'method' &&
				(use.call.usage === 'awaited' ||
					use.call.usage === 'returned' ||
					use.call.args.some(({ kind }) => kind !== 'literal' && kind !== 'object')),
		)
	);
}

/** Whether it is asked without a server (`app.inject('/')`), and none is started: nothing of it goes on. */
function onlyInjects({ uses }: Made): boolean {
	const called = uses.flatMap(use => (use.kind === 'method' ? [use.name] : []));
	return called.includes(injectsAlone) && !called.some(name => beginningNames.test(name));
}

/** Whether a place stands in a function that runs at the end however the test ends, or in `finally`. */
export function isOnEveryPath(scope: Scope, place: Span, { each, all }: Aftermath): boolean {
	const bodies = [...each, ...all.map(({ body }) => body)];
	return isInFinally(scope.body, place) || bodies.some(({ module, fact }) => module === scope.body.module && holds(fact, place));
}

/** Whether a test that fails may not come to a place any more: something in front of it in the same function can fail. */
export function isMissed(scope: Scope, from: Span, place: Span, models: Models): boolean {
	const { body } = scope;
	const inner = innermost(body.module.facts, place);
	if (inner === undefined || inner === body.fact) return mayFailBetween(scope, from, place, models);
	if ('framework' in scope && frameworks[scope.framework].soft === true) return false;
	return models
		.assertionsIn(scope)
		.some(claim => claim.place.end <= place.start && holds(inner, claim.place) && innermost(body.module.facts, claim.place) === inner);
}

/** The function that a place stands in; what is handed to `new Promise` runs at once. */
function innermost(facts: Models['module']['facts'], place: Span): FunctionFacts | undefined {
	for (const fact of functionsAround(facts, place)) if (fact.passedTo === undefined || !isNewPromise(fact.passedTo.call)) return fact;
	return undefined;
}
