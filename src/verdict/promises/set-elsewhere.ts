import { valuesIn } from '../../effects/value-parts.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { failureNames } from '../../knowledge/event-words.ts';
import { timerGlobals } from '../../knowledge/schedules.ts';
import { waitingWords } from '../../knowledge/wait-words.ts';
import type { Module } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsAround, functionsWithin } from '../../syntax/functions-within.ts';
import { isThen } from '../../syntax/promise-link.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { mayBeLater } from './beside-ends.ts';
import { isOfOne, nameOfCallee } from './dropped-calls.ts';

/** A call that is over when it tells its callback, which sets a variable that the callback of something else makes assertions about. */
export interface SetElsewhere {
	readonly call: Call;
	readonly name: string;
}

/** `store.save(item, error => { failure = error; }); agent.once('trace', trace => { assert.equal(trace.error, failure.name); done(); })`: which is called first is open. */
export function* setElsewhere(models: Models, scope: Scope): Iterable<SetElsewhere> {
	const { module, fact: body } = scope.body;
	const claims = models.assertionsIn(scope).filter(({ retried, site }) => !retried && site.module === module);
	for (const setter of functionsWithin(module.facts, body)) {
		const call = setter.passedTo?.call;
		if (
			call === undefined ||
			setter === body ||
			!isAnswer(module, setter, call) ||
			!setter.calls.every(each => claims.some(({ place }) => holds(place, each)))
		)
			continue;
		const name = setter.writes.flatMap(({ target }) =>
			target.kind === 'reference' &&
			isSetHereAlone(module, body, target.binding, setter) &&
			claims.some(claim => isOpen(module, { setter, call, binding: target.binding }, claim))
				? [module.facts.bindings[target.binding]?.name ?? '']
				: [],
		)[0];
		if (name !== undefined && mayBeLater(models, at(call, scope.body)) && !models.framework.clockAt(scope, call.start).timers)
			yield { call, name };
	}
}

/** The callback of something that is done, and tells so at last; that of a promise which the test drops, `save().then(item => { saved = item; })`. */
function isAnswer({ facts }: Module, { parameters: [first], passedTo }: FunctionFacts, { usage, args, form, callee }: Call): boolean {
	if (usage !== 'discarded' || form !== 'call') return false;
	return (
		(isThen(callee) && passedTo?.argument === 0) ||
		(passedTo?.argument === args.length - 1 && failureNames.test(facts.bindings[first?.binding ?? -1]?.name ?? ''))
	);
}

/** Whether a variable of the test is written by one of its functions, and by no other. */
function isSetHereAlone({ facts }: Module, body: FunctionFacts, binding: number, setter: FunctionFacts): boolean {
	const start = facts.bindings[binding]?.start ?? -1;
	if (start < body.start || start >= body.end || holds(setter, { start, end: start })) return false;
	return functionsWithin(facts, body).every(
		each => each === setter || !each.writes.some(({ target }) => target.kind === 'reference' && target.binding === binding),
	);
}

interface Set {
	readonly setter: FunctionFacts;
	readonly call: Call;
	readonly binding: number;
}

/** Whether an assertion about the variable stands in a callback of something else that was begun beside what sets it, and that does not ask for it first. */
function isOpen(module: Module, { setter, call, binding }: Set, { place }: Claim): boolean {
	const { facts } = module;
	const [asserter] = functionsAround(facts, place);
	if (asserter === undefined || holds(setter, place) || !mentions(module, asserter, place, binding)) return false;
	const common = [...functionsAround(facts, place)].find(each => holds(each, call));
	if (common === undefined || common === asserter || common.awaits.length > 0) return false;
	const [first, second] = [outermost(common, call), outermost(common, place)];
	if (
		first === undefined ||
		second === undefined ||
		first.end > second.start ||
		first.region !== second.region ||
		isOfOne(first.callee, second.callee)
	)
		return false;
	const isWait = !mayListen(second) && waitingWords.test(nameOfCallee(second, module));
	if (second.usage === 'awaited' || isWait || (second.callee.kind === 'global' && timerGlobals.has(second.callee.name))) return false;
	return [...functionsAround(facts, place)]
		.filter(each => each !== common && holds(common, each))
		.every(each => !each.regions.some(({ test }) => test !== undefined && mentions(module, each, test, binding)));
}

/** The call of a function that a place stands in, whole chains included. */
function outermost({ calls }: FunctionFacts, place: Span): Call | undefined {
	return calls.filter(each => holds(each, place)).toSorted((one, other) => other.end - other.start - (one.end - one.start))[0];
}

function mentions({ facts }: Module, inside: FunctionFacts, place: Span, binding: number): boolean {
	return [...valuesIn(inside, facts)].some(value => value.kind === 'reference' && value.binding === binding && holds(place, value));
}
