import { besides, handlerProperties, listening, otherListening } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, MemberValue, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { CourseStep } from '../course.ts';
import { mayListen } from './listening.ts';
import type { Knowing } from '../knowing.ts';
import { isPromiseClass } from '../promise-classes.ts';
import { isPage } from './pages.ts';

/** A promise of something that happens from now on. */
export interface EventWait {
	/** What it happens to; undefined for a page. */
	readonly on: Site<Value> | undefined;
	/** Its name: that of the event, or of the method that waits for it. */
	readonly name: string;
}

/** What a step of a course waits for, where that is an event. */
export function eventWaitOf(knowing: Knowing, step: CourseStep): EventWait | undefined {
	for (const { row, call = step.call } of step.rows) {
		if (row.effect !== 'event-wait') continue;
		const { on, event } = row;
		const emitter =
			typeof on === 'object' ? call.fact.args[on.argument] : call.fact.callee.kind === 'member' ? call.fact.callee.object : undefined;
		const named = event === undefined ? undefined : call.fact.args[event.argument];
		const name = named === undefined ? methodOf(call.fact) : nameOfEvent(knowing, at(named, call));
		return { on: on === 'page' || emitter === undefined ? undefined : at(emitter, call), name: name ?? 'the event' };
	}
	return isPromise(step) ? promisedEvent(knowing, step.call) : nextOf(step.call);
}

/** `await x.once('done')`, of an emitter that gives a promise: without a function to call, `once` does nothing else. */
function nextOf(call: Site<Call>): EventWait | undefined {
	const {
		callee,
		args: [event, ...others],
		usage,
	} = call.fact;
	if (
		callee.kind !== 'member' ||
		callee.property !== 'once' ||
		others.length > 0 ||
		event?.kind !== 'literal' ||
		typeof event.value !== 'string'
	)
		return undefined;
	return usage === 'awaited' || usage === 'kept' || usage === 'returned' || usage === 'argument'
		? { on: at(callee.object, call), name: event.value }
		: undefined;
}

/** What an event is called; of a constant whose value is not known, the name of the constant: `Events.CLOSED`. */
function nameOfEvent({ provenance }: Knowing, site: Site<Value>): string | undefined {
	const name = staticValue(provenance.roots, site);
	return typeof name === 'string' ? name : identityOf(site, 'names')?.match(/\.([A-Z][A-Z\d_]+)$/)?.[1];
}

function methodOf({ callee }: Call): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

function isPromise({ call, roots }: CourseStep): boolean {
	return call.fact.form === 'new' && roots.some(isPromiseClass);
}

/** `new Promise(resolve => x.once('done', resolve))`, where nothing else settles it but time. */
function promisedEvent(knowing: Knowing, construction: Site<Call>, isOfMade = false): EventWait | undefined {
	const [argument] = construction.fact.args;
	if (argument?.kind !== 'function') return undefined;
	const executor = construction.module.facts.functions[argument.function];
	const resolve = executor?.parameters[0]?.binding;
	if (executor === undefined || resolve === undefined) return undefined;
	const listeners = executor.calls.flatMap(call =>
		call.region === undefined && mayListen(call) && call.callee.kind === 'member' ? [{ call, callee: call.callee }] : [],
	);
	const handlers = handlersIn(executor);
	const isWhole =
		executor.writes.length === handlers.length &&
		executor.calls.every(call => isPart(call, listeners) || isWithin(call, handlers) || (isOfMade && call.form === 'new'));
	if (!isWhole) return undefined;
	const handler = handlers.find(({ value }) => leadsTo(resolve, value, construction, executor));
	if (handler !== undefined) return heardAt(knowing, at(handler.on, construction), handler.name);
	const found = listeners.find(({ call }) => call.args.slice(1).some(callback => leadsTo(resolve, callback, construction, executor)));
	return found === undefined ? undefined : promised(knowing, construction, found);
}

/** What a promise waits for that makes itself what it listens to, and gives that: `new Promise(resolve => { const socket = new WebSocket(url); socket.on('open', () => resolve(socket)); })`. */
export function beginningOf(knowing: Knowing, step: CourseStep): EventWait | undefined {
	return isPromise(step) ? promisedEvent(knowing, step.call, true) : undefined;
}

/** A handler that is put in its place as a property: `socket.onmessage = event => { … }`. */
interface PropertyHandler extends Span {
	readonly on: Value;
	/** What the event is called: `message`. */
	readonly name: string;
	readonly value: Value;
}

function handlersIn({ writes }: FunctionFacts): readonly PropertyHandler[] {
	return writes.flatMap(({ target, value, region, start, end }) => {
		const property = target.kind === 'member' && typeof target.property === 'string' ? target.property : '';
		const [, name] = handlerProperties.exec(property) ?? [];
		return target.kind === 'member' && value !== undefined && name !== undefined && region === undefined
			? [{ on: target.object, name, value, start, end }]
			: [];
	});
}

function isWithin(call: Call, spans: readonly Span[]): boolean {
	return spans.some(span => holds(span, call));
}

function promised(
	knowing: Knowing,
	construction: Site<Call>,
	{ call, callee }: { readonly call: Call; readonly callee: MemberValue },
): EventWait | undefined {
	const [named] = call.args;
	const name = named === undefined ? undefined : nameOfEvent(knowing, at(named, construction));
	return name === undefined ? undefined : heardAt(knowing, at(callee.object, construction), name);
}

/** The wait for an event of what is listened to. */
export function heardAt(knowing: Knowing, on: Site<Value>, name: string): EventWait {
	return { on: isPage(knowing, on) ? undefined : on, name };
}

/** Whether a promise is settled by nothing but what a listener hears that its executor puts in place, whatever the event is called. */
export function isPromiseOfEvent(construction: Site<Call>): boolean {
	const [argument] = construction.fact.args;
	const executor = argument?.kind === 'function' ? construction.module.facts.functions[argument.function] : undefined;
	const resolve = executor?.parameters[0]?.binding;
	if (executor === undefined || resolve === undefined) return false;
	const listeners = executor.calls.flatMap(call => (call.region === undefined && isListening(call) ? [{ call }] : []));
	const placed = handlersIn(executor);
	const callbacks = [...listeners.flatMap(({ call }) => call.args), ...placed.map(({ value }) => value)];
	return (
		executor.writes.length === placed.length &&
		callbacks.some(callback => leadsTo(resolve, handlerOf(callback, construction), construction, executor)) &&
		executor.calls.every(call => isPart(call, listeners) || isWithin(call, placed))
	);
}

/** `x.on('done', …)`, `stream.subscribe(…)`, `server.onClose(…)` */
function isListening({ callee, args, form }: Call): boolean {
	if (form !== 'call' || callee.kind !== 'member' || typeof callee.property !== 'string' || args.length === 0) return false;
	return listening.has(callee.property) || otherListening.test(callee.property);
}

/** The function that a constant stands for. */
function handlerOf(callback: Value, { module: { facts } }: Site<Call>): Value {
	const held = soleValue(facts, callback);
	return held?.kind === 'function' ? held : callback;
}

/** Calls of the executor that listen, belong to a listener, or guard it. */
function isPart(call: Call, listeners: readonly { readonly call: Call }[]): boolean {
	if (listeners.some(each => each.call.start <= call.start && call.end <= each.call.end)) return true;
	const { callee } = call;
	return callee.kind === 'global'
		? besides.has(callee.name)
		: callee.kind === 'member' && typeof callee.property === 'string' && besides.has(callee.property);
}

/** Whether a callback is the function that settles the promise, or calls it, or hands it on. */
function leadsTo(resolve: number, callback: Value, { module }: Site<Call>, executor: FunctionFacts): boolean {
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === resolve;
	if (isIt(callback)) return true;
	const inside = module.facts.functions.filter(each => each === executor || (each.start >= callback.start && each.end <= callback.end));
	const calls = inside.flatMap(each => each.calls).filter(call => call.start >= callback.start && call.end <= callback.end);
	return calls.some(call => isIt(call.callee) || call.args.some(isIt));
}
