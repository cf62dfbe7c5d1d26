import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { asking } from '../../knowledge/methods.ts';
import { unwrapping } from '../../knowledge/schedules.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { isDriven } from '../customs.ts';
import { isList } from './awaited-lists.ts';
import { nameOfCallee } from './dropped-calls.ts';
import { givenBy } from './list-callbacks.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A promise that is asked whether it is true, which every promise is, whatever comes of it (https://tc39.es/ecma262/#sec-toboolean). */
export interface TruePromise {
	readonly place: Span;
	/** How the promise is reached. */
	readonly witness: Witness;
	/** `answer`: a callback gives it to what asks; `truth`: an assertion or a condition asks. */
	readonly kind: 'truth' | 'answer';
	/** What asks, where a callback gives the promise. */
	readonly name: string;
}

export function* truePromisesIn(models: Models): Iterable<TruePromise> {
	const told = new Set<number>();
	for (const scope of isDriven(models) ? [] : models.scopes) {
		if (scope.body.module !== models.module) continue;
		for (const found of [...claimed(models, scope), ...answered(models, scope), ...tested(models, scope)]) {
			if (!told.has(found.place.start)) yield found;
			told.add(found.place.start);
		}
	}
}

/** `expect(load()).toBeTruthy()`, `assert.ok(load())`, `expect(find()).not.toBeNull()`. */
function* claimed(models: Models, scope: Scope): Iterable<TruePromise> {
	for (const claim of models.assertionsIn(scope)) {
		const { actual, part, place, retried } = claim;
		const { fact } = actual;
		if (
			fact.kind !== 'call' ||
			fact.usage !== 'argument' ||
			part.length > 0 ||
			retried ||
			actual.module !== models.module ||
			!isAboutTruth(claim)
		)
			continue;
		const promised = promisedBy(models, at(fact, actual));
		if (promised !== undefined) yield { place, witness: promised.witness, kind: 'truth', name: '' };
	}
}

/** Whether nothing but that it is there is claimed of a value as it is. */
function isAboutTruth({ relation, negated, site: { fact } }: Claim): boolean {
	const words = fact.kind === 'call' ? chainOf(fact.callee).path : fact.kind === 'member' ? chainOf(fact).path : [];
	if (words.some(word => unwrapping.has(word)) || (fact.kind === 'call' && fact.usage === 'awaited')) return false;
	return (relation === 'truthy' && !negated) || (relation === 'nothing' && negated);
}

/** `until(async () => …)`, where `until` asks `if (condition())`. */
function* answered(models: Models, { body }: Scope): Iterable<TruePromise> {
	for (const call of functionsWithin(body.module.facts, body.fact).flatMap(({ calls }) => calls)) {
		if (call.form !== 'call') continue;
		for (const [index, argument] of call.args.entries()) {
			const callback = argument.kind === 'function' ? functionAt(body.module, argument.function) : undefined;
			const promised = callback === undefined ? undefined : promisedFrom(models, at(callback, body));
			if (
				callback !== undefined &&
				promised !== undefined &&
				(isPredicate(models, at(call, body), index) || asksForTruth(models, at(call, body), index))
			)
				yield { place: callback, witness: promised.witness, kind: 'answer', name: nameOfCallee(call, body.module) };
		}
	}
}

/** `items.filter(async item => …)`: lists wait for no answer. */
function isPredicate(models: Models, call: Site<Call>, index: number): boolean {
	return index === 0 && call.fact.usage !== 'awaited' && isList(models, call, asking);
}

/** `if (isReady()) …` */
function* tested(models: Models, { body }: Scope): Iterable<TruePromise> {
	for (const { calls, regions } of functionsWithin(body.module.facts, body.fact)) {
		for (const call of calls) {
			if (call.usage !== 'operand' || !regions.some(({ test }) => test !== undefined && isTested(test, call))) continue;
			const promised = promisedBy(models, at(call, body));
			if (promised !== undefined) yield { place: call, witness: promised.witness, kind: 'truth', name: '' };
		}
	}
}

/** What a callback gives, where that is a promise each time. */
function promisedFrom(models: Models, callback: Site<FunctionFacts>): Promised | undefined {
	const [first] = callback.fact.awaits;
	if (!callback.fact.async) return givenBy(models, callback);
	return first === undefined || callback.fact.generator
		? undefined
		: { witness: witnessOf('async () => …', at(first, callback)), asserts: false, sleeps: false, handled: false };
}

/** Whether a function of the project calls what it is handed only to ask whether that is true, and waits for none of it. */
function asksForTruth({ provenance }: Models, call: Site<Call>, index: number): boolean {
	const roots = provenance.roots(at(call.fact.callee, call));
	return (
		roots.length > 0 &&
		roots.every(root => {
			if (root.kind !== 'function' || root.path.length > 0) return false;
			const { fact, module } = root.site;
			const parameter = fact.parameters[index];
			if (parameter?.binding === undefined || parameter.rest) return false;
			const inside = functionsWithin(module.facts, fact);
			const asked = inside.flatMap(each =>
				each.calls.flatMap(inner =>
					inner.callee.kind === 'reference' && inner.callee.binding === parameter.binding ? [{ inner, each }] : [],
				),
			);
			return (
				asked.length > 0 &&
				asked.every(
					({ inner, each }) =>
						inner.usage === 'operand' && each.regions.some(({ test }) => test !== undefined && isTested(test, inner)),
				)
			);
		})
	);
}

function isTested(test: Value, call: Call): boolean {
	if (test === call) return true;
	if (test.kind === 'operation') return test.operator === '!' && test.operands.some(operand => isTested(operand, call));
	return test.kind === 'choice' && [test.test, ...test.options].some(option => isTested(option, call));
}
