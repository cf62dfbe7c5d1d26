import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { ContextEnds, FrameworkName } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import type { Call, FunctionFacts, Span, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { tellersOf } from '../syntax/tellers.ts';
import type { Said } from './vocabulary.ts';

/** How a test or hook says that it is over, where the return of its function does not: by a callback, or by its context. */
export interface Ending {
	/** It may go on when its function has returned. */
	readonly isLater: boolean;
	/** Whether something inside a span ends it, counts for its end, or is handed what could end it. */
	tells(span: Span): boolean;
	/** Whether a function is one of `this` that ends it, or of what the hook gives back. */
	readonly isOwn?: (value: Value) => boolean;
	/** It comes with the last of so many assertions: `t.plan(2)`. */
	readonly isCounted?: boolean;
}

/** A function that nothing but its return ends. */
export const byReturn: Ending = { isLater: false, tells: () => false };

/** Whatever it has begun belongs to it. */
const whenIdle: Ending = { isLater: true, tells: () => true };

/** Which parameter of a test, hook or step is the callback that ends it. */
export function doneParameter({ framework, role }: Said, { fact, module }: Site<FunctionFacts>): number | undefined {
	const { stepEnds, hookDone, ...row } = frameworks[framework];
	const done = role === 'test' ? row.done : (hookDone ?? row.done);
	if (role === 'step') {
		const last = fact.parameters.at(-1)?.binding;
		return last !== undefined && stepEnds?.has(module.facts.bindings[last]?.name ?? '') === true
			? fact.parameters.length - 1
			: undefined;
	}
	const parameter = done === undefined ? undefined : fact.parameters[done];
	return parameter === undefined || parameter.rest || parameter.binding === undefined ? undefined : done;
}

/** The variable of the callback that ends a test or hook, where it has one. */
export function doneOf({
	body,
	doneParameter,
}: {
	readonly body: Site<FunctionFacts>;
	readonly doneParameter: number | undefined;
}): number | undefined {
	return doneParameter === undefined ? undefined : body.fact.parameters[doneParameter]?.binding;
}

/** What ends a test or hook, or one of its steps, as code that knows nothing of runners may ask for it. */
export function endsOf(scope: Parameters<typeof doneOf>[0] & { readonly ending: Ending }): {
	readonly done: number | undefined;
	readonly isEnd: ((value: Value) => boolean) | undefined;
	readonly isCounted: boolean;
} {
	const { isOwn, isCounted = false } = scope.ending;
	return { done: doneOf(scope), isEnd: isOwn, isCounted };
}

export function endingOf(framework: FrameworkName, body: Site<FunctionFacts>, doneParameter: number | undefined): Ending {
	const done = doneOf({ body, doneParameter });
	if (done !== undefined) return byCallback(body, done);
	const { contextEnds, thisEnds, givenEnds, globalEnd, endsWhenIdle } = frameworks[framework];
	if (endsWhenIdle === true) return whenIdle;
	if (globalEnd !== undefined && callsIn(body).some(({ callee }) => isGlobal(callee, globalEnd, body.module)))
		return byGlobal(body, globalEnd);
	const context = contextEnds === undefined ? undefined : contextOf(body, contextEnds);
	if (contextEnds !== undefined && context !== undefined)
		return new ContextEnding(body, contextEnds, { isOne: value => isReference(value, context), isHanded: true });
	if (thisEnds === undefined) return byReturn;
	const given = new Set(
		body.fact.returns.flatMap(({ value }) => (givenEnds !== undefined && value.kind === 'reference' ? [value.binding] : [])),
	);
	return new ContextEnding(
		body,
		{ ...thisEnds, ...(given.size === 0 ? {} : givenEnds) },
		{ isOne: value => isThis(value, body.module) || (value.kind === 'reference' && given.has(value.binding)), isHanded: false },
	);
}

/** `this`, and a variable that keeps it: `const self = this`. */
function isThis(value: Value, { facts }: Module): boolean {
	if (value.kind === 'this') return true;
	return (
		value.kind === 'reference' &&
		facts.bindings[value.binding]?.definitions.some(each => each.kind === 'value' && each.value.kind === 'this') === true
	);
}

/** What has the methods that end a test. `isHanded`: what it is handed to may end it as well. */
interface Context {
	isOne(value: Value): boolean;
	readonly isHanded: boolean;
}

/** The parameter that ends the test: helpers that define tests hand it on behind what they have made (`withServer('x', (server, t) => …)`). */
function contextOf(body: Site<FunctionFacts>, words: ContextEnds): number | undefined {
	const bindings = body.fact.parameters.map(({ binding }) => binding);
	if (bindings.length < 2) return bindings[0];
	const named = callsIn(body).flatMap(({ callee }) =>
		callee.kind === 'member' &&
		callee.object.kind === 'reference' &&
		typeof callee.property === 'string' &&
		Object.hasOwn(words, callee.property)
			? [callee.object.binding]
			: [],
	);
	return bindings.find(binding => binding !== undefined && named.includes(binding)) ?? bindings[0];
}

/** Called without an argument in the body itself, it ends the test at once. */
function byCallback(body: Site<FunctionFacts>, done: number): Ending {
	let tellers: ReadonlySet<number> | undefined;
	const isTeller = (value: Value): boolean =>
		value.kind === 'reference' && (tellers ??= tellersOf(body.module.facts, body.fact, new Set([done]))).has(value.binding);
	const isCalled = (callee: Value): boolean => isTeller(callee) || (callee.kind === 'member' && isTeller(callee.object));
	return {
		isLater: !body.fact.calls.some(({ callee, args }) => isReference(callee, done) && args.length === 0),
		tells: holdsOne(body, ({ callee, args }) => isCalled(callee) || args.some(isTeller)),
	};
}

function byGlobal(body: Site<FunctionFacts>, word: string): Ending {
	return {
		isLater: true,
		tells: holdsOne(
			body,
			({ callee, args }) => isGlobal(callee, word, body.module) || args.some(argument => isGlobal(argument, word, body.module)),
		),
	};
}

/** `start`, `QUnit.start`, the same of a variable that a file keeps the runner in: `var QUnit = root.QUnit || load('qunit')`. */
function isGlobal(value: Value, word: string, { facts }: Module): boolean {
	if (value.kind !== 'member') return value.kind === 'global' && value.name === word;
	const { property, object } = value;
	return (
		property === word &&
		(object.kind === 'global' ? object.name : object.kind === 'reference' ? facts.bindings[object.binding]?.name : undefined) ===
			'QUnit'
	);
}

/** By methods of its context: the first parameter, or `this`. */
class ContextEnding implements Ending {
	readonly #body: Site<FunctionFacts>;
	readonly #context: Context;
	readonly #words: ContextEnds;
	/** Calls that give a function which ends the test: `assert.async()`. */
	readonly #given: ReadonlySet<Value>;
	/** The variables that hold one. */
	readonly #enders: ReadonlySet<number>;
	/** The variables that hold what was made with the context: `new Replicator(t)`. Where the test's promise does not end it, any of its methods may. */
	readonly #keepers: ReadonlySet<number>;
	/** The variables that hold a function of the test which ends it. */
	#tellers: ReadonlySet<number> | undefined;
	readonly #holdsOne: (span: Span) => boolean;
	readonly isLater: boolean;
	readonly isCounted: boolean;
	readonly isOwn: (value: Value) => boolean;

	constructor(body: Site<FunctionFacts>, words: ContextEnds, context: Context) {
		this.#body = body;
		this.#context = context;
		this.#words = words;
		const { bindings } = body.module.facts;
		const given = callsIn(body).filter(({ callee }) => this.#wordOf(callee) === 'gives');
		this.#given = new Set(given);
		this.#enders = new Set(
			bindings.flatMap(({ definitions }, index) =>
				definitions.some(each => each.kind === 'value' && (this.#given.has(each.value) || this.#wordOf(each.value) === 'ends'))
					? [index]
					: [],
			),
		);
		const handed = new Set<Value>(context.isHanded && !body.fact.async ? callsIn(body).filter(call => this.#hands(call)) : []);
		this.#keepers = new Set(
			handed.size === 0
				? []
				: bindings.flatMap(({ definitions }, index) =>
						definitions.some(each => each.kind === 'value' && handed.has(each.value)) ? [index] : [],
					),
		);
		this.isCounted = body.fact.calls.some(({ callee }) => this.#wordOf(callee) === 'counts');
		const isOne = (call: Call): boolean =>
			this.#isEnd(call.callee) || this.#hands(call) || this.#isOfKeeper(call) || (this.isCounted && this.#isOfContext(call.callee));
		const isTeller = ({ callee }: Call): boolean =>
			callee.kind === 'reference' &&
			(this.#tellers ??= tellersOf(body.module.facts, body.fact, this.#enders, isOne)).has(callee.binding);
		this.#holdsOne = holdsOne(body, call => isOne(call) || isTeller(call));
		this.isLater = this.#isLater();
		this.isOwn = value => this.#isEnd(value);
	}

	tells(span: Span): boolean {
		return this.#holdsOne(span);
	}

	/** What a function inside does comes later. An end in the body itself comes at once, whatever the context was handed to. */
	#isLater(): boolean {
		const { fact, module } = this.#body;
		if (this.isCounted || this.#given.size > 0) return true;
		const inner = functionsWithin(module.facts, fact).filter(each => each !== fact);
		if (inner.some(({ calls }) => calls.some(call => this.#isEnd(call.callee) || this.#hands(call)))) return true;
		return fact.calls.some(call => this.#hands(call)) && !fact.calls.some(({ callee }) => this.#isEnd(callee));
	}

	/** `t.end`, `done` of `const done = assert.async()`, `t.end.bind(t)`. */
	#isEnd(value: Value): boolean {
		if (value.kind === 'reference') return this.#enders.has(value.binding);
		if (value.kind === 'member') return this.#wordOf(value) === 'ends' || this.#isEnd(value.object);
		return value.kind === 'call' && (this.#given.has(value) || this.#isEnd(value.callee));
	}

	#hands({ args }: Call): boolean {
		return args.some(argument => this.#isEnd(argument) || (this.#context.isHanded && this.#context.isOne(argument)));
	}

	/** `replicator.end()`, `finish(replicator)` */
	#isOfKeeper({ callee, args }: Call): boolean {
		const holder = callee.kind === 'member' ? callee.object : callee;
		return this.#keepers.size > 0 && [holder, ...args].some(value => value.kind === 'reference' && this.#keepers.has(value.binding));
	}

	#isOfContext(value: Value): boolean {
		return value.kind === 'member' && this.#context.isOne(value.object);
	}

	#wordOf(value: Value): ContextEnds[string] | undefined {
		return value.kind === 'member' && this.#context.isOne(value.object) && typeof value.property === 'string'
			? this.#words[value.property]
			: undefined;
	}
}

function isReference(value: Value, binding: number): boolean {
	return value.kind === 'reference' && value.binding === binding;
}

/** The calls of a test, those in functions inside it included. */
function callsIn({ module: { facts }, fact }: Site<FunctionFacts>): readonly Call[] {
	return functionsWithin(facts, fact).flatMap(({ calls }) => calls);
}

/** Whether a span has one of the calls; they are looked for once, for many spans are asked about. */
function holdsOne(body: Site<FunctionFacts>, isOne: (call: Call) => boolean): (span: Span) => boolean {
	let found: readonly Call[] | undefined;
	return ({ start, end }) => (found ??= callsIn(body).filter(isOne)).some(call => call.start >= start && call.end <= end);
}
