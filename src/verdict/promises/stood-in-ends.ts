import { failureNames } from '../../knowledge/event-words.ts';
import { requestPackages } from '../../knowledge/schedules.ts';
import { doneOf } from '../../framework/endings.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { tellsFailure } from './beside-ends.ts';
import { namedMethod } from './dropped-calls.ts';

/**
 * The last call of a test that is over when what it has put in the place of something else is called: `Store.log = () => { done(); }; Store.save({}, error => { if (error) done(error); })`.
 * What it begins calls that on its way, and goes on when the test is over. Told by a callback that has nothing to say but a failure, or by a request whose answer nobody takes.
 */
export function* stoodInEnds(models: Models, scope: Scope): Iterable<Call> {
	const { body } = scope;
	const done = doneOf(scope);
	const last = body.fact.calls.findLast(({ usage, region }) => usage === 'discarded' && region === undefined);
	if (done === undefined || last === undefined) return;
	const enders = functionsWithin(body.module.facts, body.fact).filter(({ calls }) =>
		calls.some(({ callee, args }) => callee.kind === 'reference' && callee.binding === done && args.length === 0),
	);
	if (enders.length === 0 || enders.some(each => holds(last, each)) || !enders.every(each => isStandIn(body, each))) return;
	if (isUnanswered(models, at(last, body)) || isUnheard(body, last, done)) yield last;
}

/** A function that is put into a property, `store.log = function () { … }`, or stands by its name in options: `handler({ log: custom })`. */
function isStandIn({ module: { facts }, fact }: Site<FunctionFacts>, ender: FunctionFacts): boolean {
	const isOne = (value: Call['args'][number] | undefined): boolean => {
		if (value?.kind === 'function') return functionOf(value.function) === ender;
		const held = value === undefined ? undefined : soleValue(facts, value);
		return held?.kind === 'function' && functionOf(held.function) === ender;
	};
	const functionOf = (index: number): FunctionFacts | undefined => facts.functions[index];
	const inside = functionsWithin(facts, fact);
	return inside.some(
		({ writes, calls }) =>
			writes.some(({ target, value }) => target.kind === 'member' && isOne(value)) ||
			calls.some(({ args }) =>
				args.some(each => each.kind === 'object' && each.entries.some(entry => entry.kind === 'property' && isOne(entry.value))),
			),
	);
}

/** A callback that ends the test only where the call has failed. */
function isUnheard(body: Site<FunctionFacts>, { args }: Call, done: number): boolean {
	const handed = args.at(-1);
	const callback = handed?.kind === 'function' ? functionAt(body.module, handed.function) : undefined;
	const failure = body.module.facts.bindings[callback?.parameters[0]?.binding ?? -1]?.name ?? '';
	return (
		callback !== undefined &&
		failureNames.test(failure) &&
		callback.calls.length === 1 &&
		callback.writes.length === 0 &&
		tellsFailure(callback, body, done)
	);
}

/** `request(app).get('/').end()` */
function isUnanswered({ provenance }: Models, call: Site<Call>): boolean {
	return (
		namedMethod(call.fact) === 'end' &&
		call.fact.args.length === 0 &&
		provenance.origins(at(call.fact.callee, call)).some(({ from }) => requestPackages.has(from))
	);
}
