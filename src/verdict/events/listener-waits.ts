import type { CourseStep } from '../../effects/course.ts';
import { type EventWait, heardAt } from '../../effects/waits/event-wait.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isQuiet } from './acts-before.ts';
import type { Models, Scope } from '../models.ts';

/**
 * What a listener waits for that is put in place as a statement: its callback ends the test, or settles what the test awaits, and
 * behind it nothing is done that could bring the event about.
 */
export function listenerWaitOf(step: CourseStep, course: readonly CourseStep[], scope: Scope, models: Models): EventWait | undefined {
	const { call } = step;
	const {
		callee,
		args: [event, ...callbacks],
		usage,
	} = call.fact;
	if (
		!mayListen(call.fact) ||
		usage !== 'discarded' ||
		callee.kind !== 'member' ||
		step.regions.some(({ kind }) => kind !== 'try') ||
		event?.kind !== 'literal' ||
		typeof event.value !== 'string'
	)
		return undefined;
	const ended = callbacks.map(callback => endOf(callback, call, scope)).find(end => end !== undefined);
	if (ended === undefined) return undefined;
	const behind = course
		.slice(course.indexOf(step) + 1)
		.filter(({ via, regions }) => via.start > call.fact.end && via.end <= ended && !regions.some(({ kind }) => kind === 'catch'));
	return behind.every(each => !each.settled && isQuiet(each, scope, models))
		? heardAt(models, at(callee.object, call), event.value)
		: undefined;
}

/** How far the test goes on without what a callback tells it: to where the promise that it settles is awaited, or to its end. */
function endOf(callback: Value, { fact, module }: Site<Call>, { body }: Scope): number | undefined {
	const { functions, bindings } = module.facts;
	if (module !== body.module) return undefined;
	const handler = callback.kind === 'function' ? functions[callback.function] : undefined;
	const around = functions[fact.function];
	if (around === undefined) return undefined;
	const called =
		handler === undefined
			? [callback]
			: functionsWithin(module.facts, handler).flatMap(({ calls }) =>
					calls.flatMap(call => (call.region === undefined ? [call.callee] : [])),
				);
	for (const value of called) {
		if (value.kind === 'reference' && isHandedToTest(bindings[value.binding]?.definitions ?? [], body.fact, fact, functions))
			return body.fact.end;
		const deferred = value.kind === 'member' && value.object.kind === 'reference' ? value.object.binding : undefined;
		const awaited =
			deferred === undefined
				? undefined
				: around.awaits.find(
						each =>
							each.start > fact.end &&
							each.value.kind === 'member' &&
							each.value.property === 'promise' &&
							each.value.object.kind === 'reference' &&
							each.value.object.binding === deferred,
					);
		if (awaited !== undefined) return awaited.start;
	}
	return undefined;
}

/** Whether a variable is what the test, or a function of it around the listener, is handed: `done`, `resolve`. */
function isHandedToTest(
	definitions: readonly { readonly kind: string; readonly function?: number }[],
	body: FunctionFacts,
	listener: Call,
	functions: readonly FunctionFacts[],
): boolean {
	return definitions.some(definition => {
		const owner = definition.kind === 'parameter' && definition.function !== undefined ? functions[definition.function] : undefined;
		return (
			owner !== undefined &&
			owner.start >= body.start &&
			owner.end <= body.end &&
			owner.start < listener.start &&
			listener.end < owner.end
		);
	});
}
