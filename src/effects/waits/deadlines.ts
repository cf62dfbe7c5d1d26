import type { Place } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Binding, Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { apiName } from '../api-name.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import type { Deed, Reached, RowOf } from '../model.ts';
import { isFailure, isRace, raceEndersIn, racedTimers } from './raced-timers.ts';
import { mayBeCalledOff } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isTimer, usesOf } from './timer-promise.ts';
import { witnessOf } from '../witness.ts';
import { isNewPromise } from '../promise-classes.ts';
import { holds } from '../../syntax/spans.ts';
import { regionsAround } from '../loops.ts';

/** A length of time after which a test fails, if what it waits for has not come about. */
export interface Deadline extends Reached {
	/** `wait`: an API that is told how long to wait. `guard`: a timer that fails the test. `race`: a wait that ends a race, whoever wins. */
	readonly kind: 'wait' | 'guard' | 'race';
	readonly ms: number;
	/** Where the length stands. */
	readonly length: { readonly call: Site<Call>; readonly place: Place };
}

const units = { ms: 1, s: 1_000, min: 60_000 } as const;

/** The time limits that running a test puts on what it waits for; `done` is the binding of the callback that ends it. */
export function deadlinesIn(options: DeedOptions, scope: Site<FunctionFacts>, done: number | undefined): readonly Deadline[] {
	const reached = deedsIn(options, scope, 'deadline').flatMap(deed => {
		if (deed.kind === 'deadline') return deadlineAt(options, deed, 'wait');
		return deed.kind === 'timer' && deed.row.repeats === undefined && isGuard(options, deed, done)
			? deadlineAt(options, deed, 'guard')
			: [];
	});
	const raced = racedTimers(options, scope).flatMap(deed => deadlineAt(options, deed, 'guard'));
	const known = new Set(reached.map(({ length }) => length.call.fact));
	const written = timersWrittenIn(options, scope)
		.filter(deed => !known.has(deed.call.fact) && isGuard(options, deed, done))
		.flatMap(deed => deadlineAt(options, deed, 'guard'));
	const enders = raceEndersIn(options, scope).flatMap(deed => deadlineAt(options, deed, 'race'));
	return [...reached, ...raced, ...enders, ...written];
}

/** Timers in the text of the test, whoever runs the functions that they stand in. */
function timersWrittenIn(knowing: Knowing, scope: Site<FunctionFacts>): readonly TimerDeed[] {
	const calls = functionsWithin(scope.module.facts, scope.fact).flatMap(inside =>
		inside.calls.filter(call => call.args.length > 1 && isNamedTimer(call)),
	);
	return calls.flatMap(fact => {
		const call = at(fact, scope);
		const found = rowsOfCall(knowing, call).find(match => isTimer(match) && match.row.repeats === undefined);
		return found === undefined || !isTimer(found)
			? []
			: [{ kind: 'timer', row: found.row, call, site: fact, witness: witnessOf(apiName(found.origin, found.match), call) }];
	});
}

/** A cheap look before the rows are asked. */
function isNamedTimer({ callee }: Call): boolean {
	return callee.kind === 'global'
		? callee.name === 'setTimeout'
		: callee.kind === 'member' && typeof callee.property === 'string' && /timeout/i.test(callee.property);
}

type TimerDeed = Extract<Deed, { kind: 'timer' }>;

function deadlineAt(
	{ provenance }: Knowing,
	{ row, call, site, witness }: Reached & { readonly row: RowOf<'timer' | 'deadline' | 'sleep'>; readonly call: Site<Call> },
	kind: Deadline['kind'],
): Deadline[] {
	const found = row.delay === undefined ? undefined : placeOf(row.delay, call);
	const value = found === undefined ? undefined : staticValue(provenance.roots, found.site, found.path);
	return row.delay === undefined || typeof value !== 'number'
		? []
		: [{ kind, site, witness, ms: value * units[row.unit ?? 'ms'], length: { call, place: row.delay } }];
}

/** Whether all that a timer does is to fail what waits: itself, or by what a helper gives back (`setTimeout(mustNotCall(), 50)`). */
function isGuard({ provenance }: Knowing, { row, call }: TimerDeed, done: number | undefined): boolean {
	const callback = call.fact.args[row.callback];
	if (callback === undefined) return false;
	const failure: Failure = { call, done };
	if (callback.kind === 'reference') {
		if (isRejection(callback, failure)) return true;
		if (callback.binding === done) return call.fact.args.length > (row.delay?.argument ?? row.callback) + 1;
	}
	return provenance
		.roots(at(callback, call))
		.some(
			root =>
				root.kind === 'function' &&
				root.path.length === 0 &&
				(root.site.module === call.module || callback.kind === 'call') &&
				fails(root.site.fact, failure),
		);
}

interface Failure {
	/** The timer. */
	readonly call: Site<Call>;
	readonly done: number | undefined;
}

/** Whether running a function can only fail the test. */
function fails(fact: FunctionFacts, failure: Failure): boolean {
	if (fact.throws.some(({ region }) => region === undefined)) return mayBeCalledOff(failure.call.module, failure.call.fact);
	return fact.calls.some(call => {
		if (call.region !== undefined && !isUnlessCome(fact, call.region)) return false;
		if (isFailure(call)) return true;
		if (call.callee.kind !== 'reference') return false;
		return call.callee.binding === failure.done
			? call.args.some(argument => argument.kind !== 'literal')
			: isRejection(call.callee, failure);
	});
}

/** Whether all that a function does stands under one condition, that something has not come: `if (!heard) done(new Error('too late'))`. */
function isUnlessCome(fact: FunctionFacts, region: number): boolean {
	const [own, ...outer] = regionsAround(fact, region);
	const test = own?.kind === 'then' && outer.length === 0 ? own.test : undefined;
	const asked = test?.kind === 'operation' && test.operator === '!' ? test.operands[0] : undefined;
	return (
		(asked?.kind === 'reference' || asked?.kind === 'member') &&
		fact.writes.length === 0 &&
		fact.calls.every(call => call.region === region || (test !== undefined && holds(test, call)))
	);
}

/** Whether a value is the second parameter of an executor, and something else may settle the promise first. */
function isRejection(value: Value, { call }: Failure): boolean {
	if (value.kind !== 'reference') return false;
	const binding = call.module.facts.bindings[value.binding];
	const executor = binding === undefined ? undefined : executorOf(binding, call);
	const made = executor?.passedTo?.call;
	if (executor === undefined || made === undefined) return false;
	const resolve = executor.parameters[0]?.binding;
	const isWaitedFor = resolve !== undefined && [...usesOf(resolve, at(executor, call))].length > 0;
	return isWaitedFor || isRaced(at(made, call));
}

/** The executor whose second parameter a variable is. */
function executorOf({ definitions: [definition] }: Binding, { module }: Site<Call>): FunctionFacts | undefined {
	const fact = definition?.kind === 'parameter' && definition.index === 1 ? functionAt(module, definition.function) : undefined;
	const made = fact?.passedTo?.call;
	return made !== undefined && isNewPromise(made) ? fact : undefined;
}

/** Whether a promise is one of those that `Promise.race` is handed, by a variable or a function that gives it back too. */
function isRaced(site: Site<Call>): boolean {
	const { fact, module, frame } = site;
	for (let outer = fact.outer; outer !== undefined; outer = outer.outer) if (isRace(outer)) return true;
	if (fact.usage === 'returned') return frame?.call !== undefined && isRaced(frame.call);
	if (fact.usage !== 'kept') return false;
	const holder = module.facts.bindings.findIndex(({ definitions }) =>
		definitions.some(
			each => each.kind === 'value' && each.value.kind === 'call' && each.value.start === fact.start && each.value.end === fact.end,
		),
	);
	return (
		holder !== -1 &&
		module.facts.functions.some(({ calls }) =>
			calls.some(
				call =>
					isRace(call) &&
					call.args.some(
						argument =>
							argument.kind === 'array' &&
							argument.elements.some(each => each.kind === 'reference' && each.binding === holder),
					),
			),
		)
	);
}
