import { valuesIn } from '../../effects/value-parts.ts';
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
			const read = wait.handler === undefined ? { start: call.end, end: inside.end } : wait.handler;
			const output = outputsOf(module.facts.functions, wait.child);
			const isRead = call.usage === 'awaited' || wait.handler !== undefined;
			if (isRead && output.some(binding => mentions(module.facts, read, binding))) yield wait.event;
		}
	}
}

interface ExitWait {
	readonly child: Value;
	readonly event: Span;
	/** What runs then; undefined where the call is awaited. */
	readonly handler: Span | undefined;
}

/** `child.on('exit', …)`, `once(child, 'exit')`. */
function exitWaitOf({ callee, args: [first, second] }: Call): ExitWait | undefined {
	if (callee.kind === 'member' && typeof callee.property === 'string' && isExit(first) && ['on', 'once', 'addListener'].includes(callee.property)) {
		return second?.kind === 'function' ? { child: callee.object, event: first, handler: second } : undefined;
	}
	return isExit(second) && first?.kind === 'reference' ? { child: first, event: second, handler: undefined } : undefined;
}

function isExit(value: Value | undefined): value is Value {
	return value?.kind === 'literal' && value.value === 'exit';
}

function isChild(origins: readonly { readonly from: string; readonly steps: readonly { readonly kind: string; readonly name?: string }[] }[]): boolean {
	return origins.some(({ from, steps }) => childPackages.some(name => name === from) && steps.at(-1)?.kind === 'call');
}

/** Variables that what a child writes is gathered in: `child.stdout.on('data', chunk => { output += chunk; })`. */
function outputsOf(functions: readonly FunctionFacts[], child: Value): number[] {
	return functions.flatMap(({ calls }) => calls.flatMap(({ callee, args: [event, handler] }) => {
		if (callee.kind !== 'member' || event?.kind !== 'literal' || event.value !== 'data' || handler?.kind !== 'function') return [];
		const { object: stream } = callee;
		if (stream.kind !== 'member' || (stream.property !== 'stdout' && stream.property !== 'stderr')) return [];
		return isSame(stream.object, child) ? gatheredIn(functions[handler.function]) : [];
	}));
}

function gatheredIn(handler: FunctionFacts | undefined): number[] {
	const written = handler?.writes.flatMap(({ target, operator }) => (target.kind === 'reference' && operator !== 'delete' ? [target.binding] : [])) ?? [];
	const pushed = handler?.calls.flatMap(({ callee }) => (callee.kind === 'member' && callee.property === 'push' && callee.object.kind === 'reference' ? [callee.object.binding] : [])) ?? [];
	return [...written, ...pushed];
}

/** Whether a variable is read in a stretch of the module; the text of an error decides nothing. */
function mentions(facts: ModuleFacts, span: Span, binding: number): boolean {
	return facts.functions.some(each => {
		if (each.start >= span.end || each.end <= span.start) return false;
		const errors = each.calls.filter(isError);
		return [...valuesIn(each, facts)].some(value => value.kind === 'reference' && value.binding === binding && value.start >= span.start && value.end <= span.end && !errors.some(error => error.start <= value.start && value.end <= error.end));
	});
}

function isError({ callee }: Call): boolean {
	return callee.kind === 'global' && /Error$/.test(callee.name);
}

function isSame(one: Value, other: Value): boolean {
	return one.kind === 'reference' && other.kind === 'reference' && one.binding === other.binding;
}
