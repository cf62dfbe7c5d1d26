import { chainOf, valuesIn } from '../../effects/value-parts.ts';
import { isNewPromise } from '../../effects/promise-classes.ts';
import { chainedOnStreams, outputNames, pieceEvent } from '../../knowledge/event-words.ts';
import { childPackages } from '../../knowledge/schedules.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/**
 * Where a child process is taken to be done at its `exit`, and what it wrote is read then: its streams may still hold some of it, and
 * are done at its `close`. Gives the name of the event as it is written.
 */
export function* earlyExitsIn({ module, provenance }: Models): Iterable<Span> {
	if (!module.facts.sources.some(source => childPackages.some(name => name === source || name === `node:${source}`))) return;
	for (const inside of module.facts.functions) {
		for (const call of inside.calls) {
			const wait = exitWaitOf(call);
			if (wait === undefined || !isChild(provenance.origins(at(wait.child, { module })))) continue;
			const output = outputsOf(module.facts.functions, wait.child);
			const reads = [wait.handler, call.usage === 'awaited' ? { start: call.end, end: inside.end } : behindPromise(module.facts, inside, call)];
			if (reads.some(read => read !== undefined && output.some(each => mentions(module.facts, read, each)))) yield wait.event;
		}
	}
}

interface ExitWait {
	readonly child: Value;
	readonly event: Span;
	/** What runs then; undefined where the call is awaited. */
	readonly handler: Span | undefined;
}

/** What comes behind `await new Promise(resolve => child.on('exit', resolve))`, whose executor a call stands in. */
function behindPromise({ functions }: ModuleFacts, { passedTo, parameters: [resolve] }: FunctionFacts, { args: [, handler] }: Call): Span | undefined {
	const made = passedTo?.call;
	if (made === undefined || made.usage !== 'awaited' || handler === undefined || resolve?.binding === undefined || !isNewPromise(made)) return undefined;
	const isResolve = (value: Value): boolean => value.kind === 'reference' && value.binding === resolve.binding;
	const settles = isResolve(handler) || (handler.kind === 'function' && functions[handler.function]?.calls.some(({ callee }) => isResolve(callee)) === true);
	const around = functions.find(({ calls }) => calls.includes(made));
	return settles && around !== undefined ? { start: made.end, end: around.end } : undefined;
}

/** `child.on('exit', …)`, `once(child, 'exit')`. */
function exitWaitOf({ callee, args: [first, second] }: Call): ExitWait | undefined {
	if (callee.kind === 'member' && typeof callee.property === 'string' && isExit(first) && ['on', 'once', 'addListener'].includes(callee.property)) {
		return second === undefined ? undefined : { child: callee.object, event: first, handler: second.kind === 'function' ? second : undefined };
	}
	return isExit(second) && first?.kind === 'reference' ? { child: first, event: second, handler: undefined } : undefined;
}

function isExit(value: Value | undefined): value is Value {
	return value?.kind === 'literal' && value.value === 'exit';
}

function isChild(origins: readonly { readonly from: string; readonly steps: readonly { readonly kind: string; readonly name?: string }[] }[]): boolean {
	return origins.some(({ from, steps }) => childPackages.some(name => name === from) && steps.at(-1)?.kind === 'call');
}

/** A variable that what a child writes is gathered in, or a property of one: `child.stdout.on('data', chunk => { result.stdout += chunk; })`. */
interface Output {
	readonly binding: number;
	readonly path: readonly string[];
}

function outputsOf(functions: readonly FunctionFacts[], child: Value): Output[] {
	return functions.flatMap(({ calls }) => calls.flatMap(({ callee, args: [event, handler] }) => {
		if (callee.kind !== 'member' || event?.kind !== 'literal' || event.value !== pieceEvent || handler?.kind !== 'function') return [];
		const stream = streamOf(callee.object);
		if (stream.kind !== 'member' || typeof stream.property !== 'string' || !outputNames.has(stream.property)) return [];
		return isSame(stream.object, child) ? gatheredIn(functions[handler.function]) : [];
	}));
}

/** `child.stdout` of `child.stdout.setEncoding('utf8')`, which hands back what it is called on. */
function streamOf(value: Value): Value {
	if (value.kind !== 'call' || value.callee.kind !== 'member') return value;
	const { object, property } = value.callee;
	return typeof property === 'string' && chainedOnStreams.has(property) ? streamOf(object) : value;
}

function gatheredIn(handler: FunctionFacts | undefined): Output[] {
	const written = handler?.writes.flatMap(({ target, operator }) => (operator === 'delete' ? [] : outputIn(target))) ?? [];
	const pushed = handler?.calls.flatMap(({ callee }) => (callee.kind === 'member' && callee.property === 'push' ? outputIn(callee.object) : [])) ?? [];
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
		return [...valuesIn(each, facts)].some(value => isRead(value, output) && value.start >= span.start && value.end <= span.end && !errors.some(error => error.start <= value.start && value.end <= error.end));
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
