import type { Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isThen } from '../../syntax/promise-link.ts';
import { isNewPromise } from '../promise-classes.ts';

/** What ends a test. */
export interface Ends {
	/** The binding of the callback that does, if it has one. */
	readonly done: number | undefined;
	/** Tells of another function that does: `this.callback`. */
	readonly isEnd?: IsEnd | undefined;
	/** The last of so many assertions does. */
	readonly isCounted?: boolean;
}

/** Whether a function is one that ends the test. */
export type IsEnd = (value: Value) => boolean;

/** What says that a test is over, that one of its steps is, and that a promise which it waits for is settled. */
export interface Enders {
	readonly done: number | undefined;
	readonly isEnd: IsEnd;
	readonly isCounted: boolean;
	readonly next: ReadonlySet<number>;
	/** What says that the last step is, behind which nothing but the end of the test comes. */
	readonly last: ReadonlySet<number>;
	readonly settling: ReadonlySet<number>;
}

/** Nothing but a callback ends the test. */
export function endedBy(done: number): Enders {
	return { done, isEnd: () => false, isCounted: false, next: new Set(), last: new Set(), settling: new Set() };
}

/**
 * The variables of the functions that settle the promises which a test makes and waits for: `await new Promise(resolve => …)`. So do those that a
 * chain's callbacks give back: `return open().then(() => new Promise(resolve => …))`.
 */
export function settlersIn({ module, fact }: Site<FunctionFacts>): ReadonlySet<number> {
	const run = functionsWithin(module.facts, fact).filter(inside => inside === fact || isChained(inside));
	const made = run.flatMap(inside =>
		inside.calls.filter(call => isNewPromise(call) && (call.usage === 'awaited' || call.usage === 'returned')),
	);
	return new Set(
		made.flatMap(({ args: [executor] }) =>
			executor?.kind === 'function' ? (functionAt(module, executor.function)?.parameters[0]?.binding ?? []) : [],
		),
	);
}

function isChained({ passedTo }: FunctionFacts): boolean {
	return isThen(passedTo?.call.callee);
}

/** Whether a function, or one inside it, calls one of some variables. */
export function callsOneOf({ module, fact }: Site<FunctionFacts>, bindings: ReadonlySet<number>): boolean {
	return (
		bindings.size > 0 &&
		functionsWithin(module.facts, fact).some(inside =>
			inside.calls.some(({ callee }) => callee.kind === 'reference' && bindings.has(callee.binding)),
		)
	);
}

/** Whether a function does nothing but say that a step is over: `setTimeout(() => next(), 100)`. */
export function goesOn({ fact: { calls } }: Site<FunctionFacts>, next: ReadonlySet<number>): boolean {
	return calls.length === 1 && calls.every(({ callee }) => callee.kind === 'reference' && next.has(callee.binding));
}

/** Whether a function, or one inside it, calls `done()`, or hands it to what will. */
export function endsTest(site: Site<FunctionFacts>, { done, isEnd }: Enders): boolean {
	return callsIn(site).some(
		call =>
			(isDone(call.callee, done) && call.args.length === 0) ||
			(!isForFailures(call) && (isEnding(isEnd)(call) || call.args.some(argument => isDone(argument, done)))),
	);
}

/** Tells of a call whether it is one of what ends the test, or hands that on. */
export function isEnding(isEnd: IsEnd): (call: Call) => boolean {
	return ({ callee, args }) => isEnd(callee) || args.some(isEnd);
}

/** The calls of a function and of those inside it. */
export function callsIn({ module, fact }: Site<FunctionFacts>): readonly Call[] {
	return functionsWithin(module.facts, fact).flatMap(({ calls }) => calls);
}

/** `.catch(done)`, `.on('error', done)`. */
export function isForFailures({ callee, args: [first] }: Call): boolean {
	return (callee.kind === 'member' && callee.property === 'catch') || (first?.kind === 'literal' && first.value === 'error');
}

/** `ending.callback(() => { assert.ok(saved); })` */
export function isHeld(value: Value, isEnd: IsEnd): value is Call {
	return value.kind === 'call' && isEnd(value.callee);
}

/** Whether a value is the callback that ends the test. */
export function isDone(value: Value, done: number | undefined): boolean {
	return done !== undefined && value.kind === 'reference' && value.binding === done;
}
