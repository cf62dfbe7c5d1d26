import { globalName } from '../../syntax/global-name.ts';
import type { Module, Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { beforeThen } from '../../syntax/promise-link.ts';
import { apiName } from '../api-name.ts';
import type { Reached, RowOf } from '../model.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { timerOfPromise } from './timer-promise.ts';
import { witnessOf } from '../witness.ts';

/** A wait that takes part in a race, and fails it when it is over. */
export interface RacedTimer extends Reached {
	readonly row: RowOf<'timer' | 'sleep'>;
	readonly call: Site<Call>;
}

/** `Promise.race([work(), sleep(50).then(() => { throw new Error('too late'); })])`, in the function or in one written inside it. */
export function racedTimers(knowing: Knowing, { module, fact, frame }: Site<FunctionFacts>): RacedTimer[] {
	const inside = functionsWithin(module.facts, fact);
	return inside.flatMap(({ calls }) =>
		calls.filter(isRace).flatMap(race => elementsOf(race).flatMap(element => timerBehind(knowing, { module, fact: element, frame }))),
	);
}

/** `await Promise.race([all, sleep(1000)])`, and nobody asks which was first: waits that take part in a race, and only end it. */
export function raceEndersIn(knowing: Knowing, { module, fact, frame }: Site<FunctionFacts>): RacedTimer[] {
	const inside = functionsWithin(module.facts, fact);
	const races = inside.flatMap(({ calls }) => calls.filter(call => isRace(call) && call.usage === 'awaited' && !isAsked(call, module)));
	return races.flatMap(race =>
		elementsOf(race).flatMap(element => {
			const sleep = sleepOf(knowing, { module, fact: heldBy(element, module), frame });
			return sleep === undefined ? [] : [{ ...sleep, site: race }];
		}),
	);
}

/** Whether a variable holds what won. */
function isAsked(race: Call, { facts }: Module): boolean {
	return facts.bindings.some(({ definitions }) =>
		definitions.some(
			each => each.kind === 'value' && each.value.start <= race.start && race.end <= each.value.end && each.value.kind !== 'function',
		),
	);
}

/** The call that gives a constant its value. */
export function heldBy(value: Value, { facts }: Module): Value {
	return soleValue(facts, value) ?? value;
}

function elementsOf({ args: [list] }: Call): readonly Value[] {
	return list?.kind === 'array' ? list.elements : [];
}

function timerBehind(knowing: Knowing, { module, fact, frame }: Site<Value>): RacedTimer[] {
	const before = fact.kind === 'call' ? beforeThen(fact.callee) : undefined;
	if (fact.kind !== 'call' || before === undefined) return [];
	const [next] = fact.args;
	const callback = next?.kind === 'function' ? functionAt(module, next.function) : undefined;
	if (callback === undefined || !alwaysFails(callback)) return [];
	const waiting: Site<Value> = { module, fact: before, frame };
	const timer = sleepOf(knowing, waiting);
	return timer === undefined ? [] : [{ ...timer, site: fact }];
}

function alwaysFails({ throws, returns, calls }: FunctionFacts): boolean {
	if (throws.some(({ region }) => region === undefined)) return true;
	const rejects = (value: Value): boolean =>
		value.kind === 'call' &&
		value.callee.kind === 'member' &&
		value.callee.property === 'reject' &&
		value.callee.object.kind === 'global';
	return (
		returns.some(({ value, region }) => region === undefined && rejects(value)) ||
		calls.some(call => call.region === undefined && isFailure(call))
	);
}

/** The wait of a fixed length that a value is: a call that sleeps, or a promise that only a timer settles. */
export function sleepOf(knowing: Knowing, site: Site<Value>): RacedTimer | undefined {
	if (site.fact.kind !== 'call') return undefined;
	const call = at(site.fact, site);
	for (const { row, origin, match } of rowsOfCall(knowing, call)) {
		if (row.effect === 'sleep') return { row, call, site: call.fact, witness: witnessOf(apiName(origin, match), call) };
	}
	for (const root of knowing.provenance.roots(site)) {
		const made = root.kind === 'origin' ? root.origin.steps.findLast(step => step.kind === 'construct')?.site : undefined;
		const timer = made === undefined ? undefined : timerOfPromise(knowing, made);
		if (timer?.call !== undefined)
			return {
				row: timer.row,
				call: timer.call,
				site: call.fact,
				witness: witnessOf(apiName(timer.origin, timer.match), timer.call),
			};
	}
	return undefined;
}

/** A call that only fails a test: `assert.fail()`, `fail()`. */
export function isFailure({ callee }: Call): boolean {
	return (callee.kind === 'member' && callee.property === 'fail') || (callee.kind === 'global' && callee.name === 'fail');
}

/** `Promise.race`. */
export function isRace({ callee }: Call): boolean {
	return globalName(callee) === 'Promise.race';
}
