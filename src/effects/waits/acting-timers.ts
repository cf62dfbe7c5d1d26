import { valuesIn, valuesInside } from '../value-parts.ts';
import { standInNames } from '../../knowledge/acting-words.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsDirectlyIn, functionsWithin } from '../../syntax/functions-within.ts';
import { beforeThen, isThen } from '../../syntax/promise-link.ts';
import { mayListen } from './listening.ts';
import type { Reached, RowOf } from '../model.ts';
import { standsIn } from '../scope.ts';
import { sleepOf } from './raced-timers.ts';
import { mayBeCalledOff } from './timer-handle.ts';
import { isWorkedOut, lengthOf } from './lengths.ts';
import { type Started, callbacksOf, startedIn } from './timer-callbacks.ts';
import type { VerdictTimerOptions } from './verdict-timers.ts';
import { isNewPromise } from '../promise-classes.ts';

/** A timer of a test whose callback is a function of the test, whatever that does. */
export interface PlainTimer extends Reached {
	/** Milliseconds, where they are known. */
	readonly ms: number | undefined;
	readonly faked: boolean;
	readonly callback: FunctionFacts;
	/** The functions of the test that it stands in, from the test itself to the one that sets it. */
	readonly inside: readonly FunctionFacts[];
}

/** The timers that a test sets itself: in its own text, in callbacks of what it calls and listens to, and in what other timers of it run. */
export function plainTimersIn(options: VerdictTimerOptions, scope: Site<FunctionFacts>): readonly PlainTimer[] {
	const found: PlainTimer[] = [];
	const seen = new Set<FunctionFacts>();
	inFunction(scope, []);
	return found;

	function inFunction(site: Site<FunctionFacts>, around: readonly FunctionFacts[]): void {
		if (seen.has(site.fact)) return;
		seen.add(site.fact);
		const inside = [...around, site.fact];
		for (const started of startedIn(options, site)) {
			const callback = callbacksOf(options.provenance, started, scope).find(
				each => standsIn(scope, each) && each.fact !== scope.fact && !inside.includes(each.fact),
			);
			if (callback === undefined) continue;
			if (!isKept(options, started)) found.push(timerOf(options, started, callback.fact, inside));
			inFunction(at(callback.fact, scope), inside);
		}
		for (const timer of chainedOn(options, site, inside)) {
			found.push(timer);
			inFunction(at(timer.callback, scope), inside);
		}
		for (const inner of functionsDirectlyIn(scope.module.facts, site.fact))
			if (isRunBySelf(inner)) inFunction(at(inner, scope), inside);
	}
}

/** A timer that goes on, may be called off, or is as long as something else takes. */
function isKept(options: VerdictTimerOptions, { row, call }: Started): boolean {
	return row.repeats === true || mayBeCalledOff(call.module, call.fact) || isWorkedOut(options, row, call);
}

function timerOf(
	options: VerdictTimerOptions,
	{ row, call, site, witness }: Reached & { readonly row: RowOf<'timer' | 'sleep'>; readonly call: Site<Call> },
	callback: FunctionFacts,
	inside: readonly FunctionFacts[],
): PlainTimer {
	return { site, witness, ms: lengthOf(options, row, call), faked: row.faked === true, callback, inside };
}

/** `sleep(500).then(() => send());`, which nobody waits for. */
function chainedOn(options: VerdictTimerOptions, site: Site<FunctionFacts>, inside: readonly FunctionFacts[]): readonly PlainTimer[] {
	return site.fact.calls.flatMap((call): readonly PlainTimer[] => {
		const { callee, usage, args } = call;
		const [next] = args;
		const before = beforeThen(callee);
		if (usage !== 'discarded' || args.length > 1 || before === undefined) return [];
		const callback = next?.kind === 'function' ? functionAt(site.module, next.function) : undefined;
		const sleep = callback === undefined ? undefined : sleepOf(options, at(before, site));
		if (callback === undefined || sleep === undefined || isWorkedOut(options, sleep.row, sleep.call)) return [];
		return [timerOf(options, { ...sleep, site: call }, callback, inside)];
	});
}

/** A function that a test hands to what it calls or listens to, and that uses nothing that it is handed: with that, it would be the other side of the test. */
function isRunBySelf({ passedTo }: FunctionFacts): boolean {
	if (passedTo === undefined) return false;
	const { callee, form, usage } = passedTo.call;
	if (callee.kind === 'member' && typeof callee.property === 'string' && standInNames.test(callee.property)) return false;
	if (form === 'new') return isNewPromise(passedTo.call);
	return isThen(callee) || mayListen(passedTo.call) || usage === 'discarded' || usage === 'awaited' || usage === 'returned';
}

/** Whether a timer's callback uses something that one of the functions around it was handed or made of that, other than by `then` and `new Promise`. */
export function usesHanded({ module: { facts } }: Site<FunctionFacts>, { callback, inside }: PlainTimer): boolean {
	const handlers = inside.slice(1).filter(each => each.passedTo !== undefined && !isSettling(each.passedTo.call));
	const makersOf = (binding: number): readonly (number | undefined)[] => [
		facts.bindings[binding]?.function,
		...(facts.bindings[binding]?.definitions ?? []).map(each => (each.kind === 'parameter' ? each.function : undefined)),
	];
	const takers = handlers.filter(handler => handler.parameters.length > 0);
	const isHanded = (binding: number): boolean =>
		makersOf(binding).some(index => index !== undefined && takers.some(taker => facts.functions[index] === taker));
	const used = functionsWithin(facts, callback).flatMap(each => [...valuesIn(each, facts)].flatMap(valuesInside));
	return used.some(value => value.kind === 'reference' && isHanded(value.binding));
}

function isSettling({ callee, form }: Call): boolean {
	return form === 'new' || isThen(callee);
}
