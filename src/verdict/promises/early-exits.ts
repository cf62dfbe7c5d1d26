import { chainOf, partsOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { isNewPromise } from '../../effects/promise-classes.ts';
import { type Witness, calleeName } from '../../effects/witness.ts';
import { chainedOnStreams, outputNames, pieceEvent } from '../../knowledge/event-words.ts';
import { childPackages } from '../../knowledge/schedules.ts';
import type { Module } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at } from '../../provenance/walker.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/**
 * Where a child process is taken to be done at its `exit`, and what it wrote is read then: its streams may still hold some of it, and
 * are done at its `close`. Gives the name of the event as it is written.
 */
export function* earlyExitsIn({ module, provenance }: Models): Iterable<Span> {
	for (const { event } of exitsIn(module, provenance)) yield event;
}

/** The calls of functions of other files for tests that take a process to be done at its `exit`, and hand on what it wrote: the caller asks for that. */
export function* earlyExitsBehind({ module, provenance }: Models): Iterable<{ readonly call: Call; readonly witness: Witness }> {
	const known = new Map<Module, readonly Exit[]>();
	for (const inside of module.facts.functions) {
		for (const call of inside.calls) {
			for (const root of provenance.roots(at(call.callee, { module }))) {
				if (root.kind !== 'function' || root.path.length > 0 || root.site.module === module || !isTestSupport(root.site.module))
					continue;
				const { module: other, fact: helper } = root.site;
				const exits = known.get(other) ?? exitsIn(other, provenance);
				known.set(other, exits);
				const exit = exits.find(
					({ event, reads, outputs }) =>
						helper.start <= event.start &&
						event.end <= helper.end &&
						asksFor(handedOn(other.facts, reads, outputs), module.facts, inside, call),
				);
				if (exit === undefined) continue;
				yield {
					call,
					witness: {
						steps: [
							{
								file: other.path,
								line: lineAt(other.facts, exit.event.start),
								text: calleeName({ module, fact: call }) ?? 'a function',
							},
						],
						api: 'exit',
					},
				};
				break;
			}
		}
	}
}

/** An end that is told too early, what is read then, and where. */
interface Exit {
	readonly event: Span;
	readonly reads: readonly Span[];
	readonly outputs: readonly Output[];
}

function exitsIn(module: Module, provenance: Provenance): readonly Exit[] {
	const { functions, sources } = module.facts;
	return sources.some(source => childPackages.some(name => name === source || name === `node:${source}`))
		? functions.flatMap(inside => exitsOf(module, provenance, inside))
		: [];
}

function exitsOf(module: Module, provenance: Provenance, inside: FunctionFacts): readonly Exit[] {
	return inside.calls.flatMap(call => {
		const wait = exitWaitOf(call);
		if (wait === undefined || !isChild(provenance.origins(at(wait.child, { module })))) return [];
		const outputs = outputsOf(module.facts.functions, wait.child);
		const reads = [
			wait.handler,
			call.usage === 'awaited' ? { start: call.end, end: inside.end } : behindPromise(module.facts, inside, call),
		].filter(read => read !== undefined);
		return reads.some(read => outputs.some(each => mentions(module.facts, read, each))) ? [{ event: wait.event, reads, outputs }] : [];
	});
}

/** Under which names what was written is handed to the caller: `resolve({ code, stdout })`, `return { stdout }`. `all`: by itself. */
function handedOn({ functions, bindings }: ModuleFacts, reads: readonly Span[], outputs: readonly Output[]): ReadonlySet<string> {
	const given = functions
		.flatMap(({ calls, returns }) => [
			...calls.flatMap(({ callee, args }) =>
				callee.kind === 'reference' && bindings[callee.binding]?.definitions.every(({ kind }) => kind === 'parameter') === true
					? args
					: [],
			),
			...returns.map(({ value }) => value),
		])
		.filter(({ start, end }) => reads.some(read => read.start <= start && end <= read.end));
	const holds = (value: Value): boolean => valuesInside(value).some(inner => outputs.some(output => isRead(inner, output)));
	return new Set(
		given.flatMap(value =>
			value.kind === 'object'
				? value.entries.flatMap(entry =>
						entry.kind === 'property' && typeof entry.key === 'string' && holds(entry.value) ? [entry.key] : [],
					)
				: holds(value)
					? [all]
					: [],
		),
	);
}

const all = '*';

/** Whether the answer to a call is asked for one of the names, or, where it is all that was written, for anything. */
function asksFor(names: ReadonlySet<string>, facts: ModuleFacts, inside: FunctionFacts, call: Call): boolean {
	const isAnswer = (value: Value): boolean => value === call || (value.kind === 'await' && value.value === call);
	const taken = facts.bindings.flatMap(({ definitions }) =>
		definitions.flatMap(each => (each.kind === 'value' && isAnswer(each.value) ? [each.path] : [])),
	);
	if (taken.some(([first]) => first?.kind === 'property' && names.has(first.name))) return true;
	const within = functionsWithin(facts, inside).flatMap(each => [...valuesIn(each, facts)]);
	if (within.some(value => value.kind === 'member' && typeof value.property === 'string' && names.has(value.property))) return true;
	return (
		names.has(all) &&
		(taken.some(path => path.length === 0) ||
			call.args.some(({ kind }) => kind === 'function') ||
			within.some(value => !isAnswer(value) && partsOf(value).some(isAnswer)))
	);
}

interface ExitWait {
	readonly child: Value;
	readonly event: Span;
	/** What runs then; undefined where the call is awaited. */
	readonly handler: Span | undefined;
}

/** What comes behind `await new Promise(resolve => child.on('exit', resolve))`, whose executor a call stands in. */
function behindPromise(
	{ functions }: ModuleFacts,
	{ passedTo, parameters: [resolve] }: FunctionFacts,
	{ args: [, handler] }: Call,
): Span | undefined {
	const made = passedTo?.call;
	if (made === undefined || made.usage !== 'awaited' || handler === undefined || resolve?.binding === undefined || !isNewPromise(made))
		return undefined;
	const isResolve = (value: Value): boolean => value.kind === 'reference' && value.binding === resolve.binding;
	const settles =
		isResolve(handler) ||
		(handler.kind === 'function' && functions[handler.function]?.calls.some(({ callee }) => isResolve(callee)) === true);
	const around = functions.find(({ calls }) => calls.includes(made));
	return settles && around !== undefined ? { start: made.end, end: around.end } : undefined;
}

/** `child.on('exit', …)`, `once(child, 'exit')`. */
function exitWaitOf({ callee, args: [first, second] }: Call): ExitWait | undefined {
	if (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		isExit(first) &&
		['on', 'once', 'addListener'].includes(callee.property)
	) {
		return second === undefined
			? undefined
			: { child: callee.object, event: first, handler: second.kind === 'function' ? second : undefined };
	}
	return isExit(second) && first?.kind === 'reference' ? { child: first, event: second, handler: undefined } : undefined;
}

function isExit(value: Value | undefined): value is Value {
	return value?.kind === 'literal' && value.value === 'exit';
}

function isChild(
	origins: readonly { readonly from: string; readonly steps: readonly { readonly kind: string; readonly name?: string }[] }[],
): boolean {
	return origins.some(({ from, steps }) => childPackages.some(name => name === from) && steps.at(-1)?.kind === 'call');
}

/** A variable that what a child writes is gathered in, or a property of one: `child.stdout.on('data', chunk => { result.stdout += chunk; })`. */
interface Output {
	readonly binding: number;
	readonly path: readonly string[];
}

function outputsOf(functions: readonly FunctionFacts[], child: Value): Output[] {
	return functions.flatMap(({ calls }) =>
		calls.flatMap(({ callee, args: [event, handler] }) => {
			if (callee.kind !== 'member' || event?.kind !== 'literal' || event.value !== pieceEvent || handler?.kind !== 'function')
				return [];
			const stream = streamOf(callee.object);
			if (stream.kind !== 'member' || typeof stream.property !== 'string' || !outputNames.has(stream.property)) return [];
			return isSame(stream.object, child) ? gatheredIn(functions[handler.function]) : [];
		}),
	);
}

/** `child.stdout` of `child.stdout.setEncoding('utf8')`, which hands back what it is called on. */
function streamOf(value: Value): Value {
	if (value.kind !== 'call' || value.callee.kind !== 'member') return value;
	const { object, property } = value.callee;
	return typeof property === 'string' && chainedOnStreams.has(property) ? streamOf(object) : value;
}

function gatheredIn(handler: FunctionFacts | undefined): Output[] {
	const written = handler?.writes.flatMap(({ target, operator }) => (operator === 'delete' ? [] : outputIn(target))) ?? [];
	const pushed =
		handler?.calls.flatMap(({ callee }) => (callee.kind === 'member' && callee.property === 'push' ? outputIn(callee.object) : [])) ??
		[];
	return [...written, ...pushed];
}

function outputIn(value: Value): readonly Output[] {
	const { root, path } = chainOf(value);
	return root.kind === 'reference' ? [{ binding: root.binding, path }] : [];
}

/** Whether what was gathered is read in a stretch of the module; the text of an error decides nothing. */
function mentions(facts: ModuleFacts, span: Span, output: Output): boolean {
	return facts.functions.some(each => {
		if (each.start >= span.end || each.end <= span.start) return false;
		const errors = each.calls.filter(isError);
		return [...valuesIn(each, facts)].some(
			value =>
				isRead(value, output) &&
				value.start >= span.start &&
				value.end <= span.end &&
				!errors.some(error => error.start <= value.start && value.end <= error.end),
		);
	});
}

function isRead(value: Value, { binding, path }: Output): boolean {
	const { root, path: own } = chainOf(value);
	return root.kind === 'reference' && root.binding === binding && path.every((name, index) => own[index] === name);
}

function isError({ callee }: Call): boolean {
	return callee.kind === 'global' && /Error$/.test(callee.name);
}

function isSame(one: Value, other: Value): boolean {
	return one.kind === 'reference' && other.kind === 'reference' && one.binding === other.binding;
}
