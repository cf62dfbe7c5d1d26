import { chainOf, valuesIn } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { closings } from '../../knowledge/ending-words.ts';
import { answering, failureNames, sendingMethods } from '../../knowledge/event-words.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { endNames } from '../../knowledge/schedules.ts';
import { stepRunners } from '../../knowledge/wait-words.ts';
import { functionsDirectlyIn, functionsWithin } from '../../syntax/functions-within.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { holds } from '../../syntax/spans.ts';
import { doneOf } from '../../framework/endings.ts';
import type { Models, Scope } from '../models.ts';
import { isOfOne, namedMethod, nameOfCallee } from './dropped-calls.ts';
import { laterOf } from './later-callbacks.ts';

/** A call whose callback makes assertions when an answer has come, beside another one whose callback ends the test: both of the test itself, or both of one of its callbacks. */
export function* besideEnd(models: Models, scope: Scope): Iterable<Call> {
	const { body } = scope;
	for (const fact of functionsWithin(body.module.facts, body.fact))
		yield* besideIn(models, scope, fact === body.fact ? body : at(fact, body));
}

function* besideIn(models: Models, scope: Scope, site: Site<FunctionFacts>): Iterable<Call> {
	const { body, ending } = scope;
	const done = doneOf(scope);
	const asked = site.fact.calls.flatMap(call => {
		const last = call.args.at(-1);
		const callback = last?.kind === 'function' ? functionAt(site.module, last.function) : undefined;
		if (callback === undefined || (call.usage !== 'discarded' && call.usage !== 'kept') || call.region !== undefined) return [];
		const later = laterOf(models, at(call, site), call.args.length - 1);
		const isRequest = isSent(call) || later?.handles === false;
		const tells = ending.tells(callback) && !(done !== undefined && tellsFailure(callback, body, done));
		return [
			{ call, callback, isRequest, ends: tells || (done !== undefined && !ending.tells(callback) && reads(callback, body, done)) },
		];
	});
	const enders = asked.filter(({ ends }) => ends);
	const [ender] = enders;
	if (ender?.isRequest !== true || enders.length > 1) return;
	const claims = models.assertionsIn(scope);
	const isNestedPart = site.fact !== body.fact;
	for (const { call, callback, isRequest, ends } of asked) {
		const asserts = isExpected(call) || claims.some(({ place }) => holds(callback, place));
		if (ends || !isRequest || !asserts || !tellsNobody(callback, done) || answers(callback, body)) continue;
		if (!isNestedPart && call.usage === 'discarded') yield call;
		else if (
			!isKnownTo(ender.callback, call, site) &&
			functionsWithin(site.module.facts, callback).every(
				each => each === callback || tellsNobody(writingOwn(each, callback, site), done),
			)
		)
			yield call;
	}
}

/** Whether a callback mentions the variable that keeps what a call gives: it may wait for that. */
function isKnownTo(callback: FunctionFacts, call: Call, { module: { facts } }: Site<FunctionFacts>): boolean {
	const kept = facts.bindings.findIndex(({ definitions }) => definitions.some(each => each.kind === 'value' && each.value === call));
	return (
		kept !== -1 &&
		functionsWithin(facts, callback).some(each =>
			[...valuesIn(each, facts)].some((value: Value) => value.kind === 'reference' && value.binding === kept),
		)
	);
}

/** The same function, where what it sets inside the callback around it counts for nothing. */
function writingOwn(
	fact: FunctionFacts,
	around: FunctionFacts,
	{ module: { facts } }: Site<FunctionFacts>,
): Pick<FunctionFacts, 'calls' | 'writes'> {
	return {
		calls: fact.calls,
		writes: fact.writes.filter(({ target }) => target.kind !== 'reference' || !isInside(facts.bindings[target.binding]?.start, around)),
	};
}

function isInside(start: number | undefined, around: FunctionFacts): boolean {
	return start !== undefined && around.start <= start && start < around.end;
}

/**
 * A call whose callback is told of a failure and makes assertions, of which nothing is known but that another callback, begun apart from it, ends the test:
 * `file.read((error, text) => { assert.equal(text, 'a'); }); file.once('done', () => done())`.
 */
export function* besideOthers(models: Models, scope: Scope): Iterable<Call> {
	const claims = models.assertionsIn(scope);
	for (const part of partsOf(scope)) {
		const { site, done } = part;
		const calls = functionsWithin(site.module.facts, site.fact).flatMap(each => each.calls);
		const ends = calls.filter(
			({ callee, args: [failure, value] }) =>
				callee.kind === 'reference' &&
				callee.binding === done &&
				(failure === undefined || (part.isStep && (value !== undefined || isNothing(failure)))),
		);
		for (const call of calls) {
			const last = call.args.at(-1);
			const callback = last?.kind === 'function' ? functionAt(site.module, last.function) : undefined;
			const failure = site.module.facts.bindings[callback?.parameters[0]?.binding ?? -1]?.name ?? '';
			if (callback === undefined || call.usage !== 'discarded' || !failureNames.test(failure) || isEndOrLink(call)) continue;
			const tells = part.tells(callback) && !tellsFailure(callback, site, done);
			if (
				tells ||
				!tellsNobody(callback, done) ||
				!claims.some(({ place }) => holds(callback, place)) ||
				!mayBeLater(models, at(call, site))
			)
				continue;
			if (ends.length > 0 && ends.every(end => !holds(call, end) && !isBegunByOne(site, end, call))) yield call;
		}
	}
}

/** What a callback ends: a test, or one of the functions that it has run one by one, `async.series([callback => …])`. */
interface Part {
	readonly site: Site<FunctionFacts>;
	readonly done: number;
	readonly isStep: boolean;
	tells(callback: FunctionFacts): boolean;
}

function* partsOf(scope: Scope): Iterable<Part> {
	const {
		body: { module, fact, frame },
		ending,
	} = scope;
	const own = doneOf(scope);
	if (own !== undefined) yield { site: scope.body, done: own, isStep: false, tells: callback => ending.tells(callback) };
	for (const { calls } of functionsWithin(module.facts, fact)) {
		for (const call of calls) {
			if (!stepRunners.has(nameOfCallee(call, module))) continue;
			for (const step of functionsDirectlyIn(module.facts, functionAt(module, call.function) ?? fact)) {
				const done =
					holds(call, step) && step.passedTo === undefined
						? step.parameters.find(({ binding }) => endNames.test(module.facts.bindings[binding ?? -1]?.name ?? ''))?.binding
						: undefined;
				if (done === undefined) continue;
				const site = { module, fact: step, frame };
				yield { site, done, isStep: true, tells: callback => reads(callback, site, done) };
			}
		}
	}
}

function isNothing(value: Value): boolean {
	return value.kind === 'literal' && (value.value === null || value.value === undefined);
}

/** `server.close(…)`, and what is chained to a promise: that is told of elsewhere. */
function isEndOrLink(call: Call): boolean {
	return closings.has(namedMethod(call) ?? '') || promiseLinkOf(call.callee) !== undefined;
}

/** A function of the project that calls it at once is known to; what is not known may do so later. */
export function mayBeLater(models: Models, call: Site<Call>): boolean {
	return (
		!models.provenance.roots(at(call.fact.callee, call)).every(root => root.kind === 'function') ||
		laterOf(models, call, call.fact.args.length - 1) !== undefined
	);
}

/** Whether a callback that ends the test is handed to the same thing, which may call one after the other. */
function isBegunByOne({ module: { facts }, fact }: Site<FunctionFacts>, end: Call, call: Call): boolean {
	return functionsWithin(facts, fact).some(
		each => each.passedTo !== undefined && holds(each, end) && !holds(each, call) && isOfOne(each.passedTo.call.callee, call.callee),
	);
}

/** `request(app).get('/').end(…)` */
function isSent({ callee }: Call): boolean {
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		sendingMethods.has(callee.property) &&
		callee.object.kind === 'call' &&
		callee.object.callee.kind === 'member'
	);
}

/** A request that makes an assertion itself: `request(app).get('/').expect(200, …)`. */
export function isExpected({ callee }: Call): boolean {
	if (callee.kind !== 'member' || callee.object.kind !== 'call') return false;
	return (
		callee.property === 'expect' ||
		(callee.property === 'end' && chainOf(callee.object.callee).path.includes('expect')) ||
		isExpected(callee.object)
	);
}

/** Whether a callback ends the test only where what it is told of has failed: `error => { if (error) return done(error); … }`. */
export function tellsFailure(callback: FunctionFacts, { module: { facts } }: Site<FunctionFacts>, done: number): boolean {
	const failure = callback.parameters[0]?.binding;
	const own = callback.calls.filter(({ callee }) => callee.kind === 'reference' && callee.binding === done);
	const all = functionsWithin(facts, callback)
		.flatMap(each => [...valuesIn(each, facts)])
		.filter(value => value.kind === 'reference' && value.binding === done);
	return (
		failure !== undefined &&
		own.length === all.length &&
		own.every(({ args: [error], region }) => region !== undefined && error?.kind === 'reference' && error.binding === failure)
	);
}

/** Whether a callback calls no variable, and sets none, by which another could wait for it. */
function tellsNobody({ calls, writes }: Pick<FunctionFacts, 'calls' | 'writes'>, done: number | undefined): boolean {
	return (
		writes.length === 0 &&
		calls.every(
			({ callee, args }) =>
				callee.kind === 'member' ||
				callee.kind === 'global' ||
				(callee.kind === 'reference' && callee.binding === done) ||
				args.length > 0,
		)
	);
}

/** `server.on('connect', (request, socket) => { …; socket.write('200'); })`: the one that ends the test may wait for the answer. */
function answers(callback: FunctionFacts, { module: { facts } }: Site<FunctionFacts>): boolean {
	const handed = new Set(callback.parameters.flatMap(({ binding }) => binding ?? []));
	return functionsWithin(facts, callback).some(({ calls }) =>
		calls.some(
			({ callee }) =>
				callee.kind === 'member' &&
				typeof callee.property === 'string' &&
				answering.has(callee.property) &&
				callee.object.kind === 'reference' &&
				handed.has(callee.object.binding),
		),
	);
}

function reads(fact: FunctionFacts, { module: { facts } }: Site<FunctionFacts>, binding: number): boolean {
	return functionsWithin(facts, fact).some(each =>
		[...valuesIn(each, facts)].some((value: Value) => value.kind === 'reference' && value.binding === binding),
	);
}
