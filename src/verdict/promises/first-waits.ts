import type { CourseStep } from '../../effects/course.ts';
import { eventWaitOf } from '../../effects/waits/event-wait.ts';
import { addingMethods, reheard, tellingAtOnce } from '../../knowledge/event-words.ts';
import { onlyHolderOf } from '../../effects/uses.ts';
import { waitNames } from '../../knowledge/wait-words.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Result, Span, Value } from '../../syntax/facts.ts';
import { functionsAround, functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Asked, askedBy, counts, knownBy, leastOf, readOf } from './asked-numbers.ts';
import { nameOfCallee } from './dropped-calls.ts';

/** An assertion on several of what comes one by one, where fewer are waited for. */
export interface FirstWaited {
	readonly place: Span;
	/** The list or spy that is asked. */
	readonly name: string;
	/** 1-based, where it is waited for. */
	readonly line: number;
}

/** `await waitFor(() => expect(seen).not.toHaveLength(0)); expect(seen).toEqual(['a', 'b'])`, and `await once(socket, 'message'); expect(messages).toHaveLength(2)`. */
export function* firstWaitsIn(models: Models): Iterable<FirstWaited> {
	const { facts } = models.module;
	for (const scope of models.scopes) {
		const { body } = scope;
		if (body.module !== models.module || body.fact.awaits.length === 0) continue;
		const told = new Set<number>();
		for (const claim of models.assertionsIn(scope)) {
			const asked = isPlain(models, scope, claim) ? askedBy(claim) : undefined;
			if (asked === undefined || asked.number < 2 || told.has(asked.binding) || !comesOneByOne(models, claim, asked)) continue;
			const wait = waitBefore(claim, body.fact);
			if (wait === undefined || isActedOn(models, scope, wait, claim)) continue;
			const known = polledFor(models, scope, wait, asked) ?? heardBefore(models, scope, wait, asked);
			if (known === undefined || known >= asked.number) continue;
			told.add(asked.binding);
			yield { place: claim.place, name: facts.bindings[asked.binding]?.name ?? '', line: lineAt(facts, wait.start) };
		}
	}
}

/** An assertion that the test makes itself, once, by a clock that goes on. */
function isPlain({ module, framework }: Models, scope: Scope, { actual, place, retried }: Claim): boolean {
	const [inside] = functionsAround(module.facts, place);
	return !retried && actual.module === module && inside === scope.body.fact && !framework.clockAt(scope, place.start).timers;
}

/** Whether what is asked is a spy, or a list that begins empty. */
function comesOneByOne({ module: { facts } }: Models, { relation }: Claim, { binding }: Asked): boolean {
	if (relation === 'called-times') return true;
	const [definition, ...others] = facts.bindings[binding]?.definitions ?? [];
	const begun = definition?.kind === 'value' && definition.path.length === 0 ? definition.value : undefined;
	return begun?.kind === 'array' && begun.elements.length === 0 && others.every(({ kind }) => kind === 'method');
}

/** Whether anything but assertions is made between a wait and an assertion: it may bring the others. */
function isActedOn(models: Models, scope: Scope, { end }: Result, { place }: Claim): boolean {
	const claims = models.assertionsIn(scope);
	return scope.body.fact.calls.some(
		call => call.start >= end && call.end <= place.start && !claims.some(each => holds(each.place, call)),
	);
}

/** What is awaited last in front of an assertion, whenever that is made, and not again and again. */
function waitBefore({ place }: Claim, { awaits, regions }: FunctionFacts): Result | undefined {
	const last = awaits.findLast(({ end }) => end <= place.start);
	const around = regions.filter(region => last !== undefined && holds(region, last));
	return around.every(({ kind, ...region }) => kind !== 'loop' && holds(region, place)) ? last : undefined;
}

/** How many a call waits for that tries again and again; undefined where it waits for anything else as well. */
function polledFor(models: Models, scope: Scope, { value }: Result, asked: Asked): number | undefined {
	if (value.kind !== 'call' || !waitNames.test(nameOfCallee(value, models.module))) return undefined;
	const tried = models.assertionsIn(scope).filter(({ place }) => holds(value, place));
	const [argument] = value.args.filter(({ kind }) => kind === 'function');
	const condition = argument?.kind === 'function' ? functionAt(models.module, argument.function) : undefined;
	if (tried.length === 0) return condition === undefined ? undefined : countedIn(condition, asked);
	const known = tried.map(claim => knownBy(claim, asked));
	return known.reduce((one, other) => (one === undefined || other === undefined ? undefined : Math.max(one, other)));
}

/** How many a condition asks for: `() => seen.length > 1`. */
function countedIn({ returns: [result, ...others], calls }: FunctionFacts, asked: Asked): number | undefined {
	if (result === undefined || others.length > 0 || calls.length > 0) return undefined;
	const { value } = result;
	if (isCount(value, asked)) return 1;
	const [left, right] = value.kind === 'operation' ? value.operands : [];
	if (value.kind !== 'operation' || left === undefined || !isCount(left, asked)) return undefined;
	return leastOf(value.operator, right?.kind === 'literal' && typeof right.value === 'number' ? right.value : undefined);
}

function isCount(value: Value, asked: Asked): boolean {
	const path = readOf(value, asked);
	return path !== undefined && counts(path);
}

/** How many events were waited for, of the one whose handler adds one to the list for each; undefined where anything else is awaited meanwhile. */
function heardBefore(models: Models, scope: Scope, wait: Result, { binding }: Asked): number | undefined {
	const { body } = scope;
	const adder = adderOf(models, binding);
	if (adder === undefined || tellsItself(models, body.fact)) return undefined;
	if (settles(models, adder, wait.value)) return 1;
	if (!body.fact.calls.includes(adder.listener)) return undefined;
	const course = models.effects.courseOf(body);
	const awaited = body.fact.awaits.filter(each => each.start > adder.listener.end && each.end <= wait.end);
	const steps = awaited.map(({ value }) => course.find(({ via, call }) => via === value && call.fact === value));
	return steps.length > 0 && steps.every(step => step !== undefined && isSameEvent(models, step, adder.listener))
		? steps.length
		: undefined;
}

interface Adder {
	/** `socket.on('message', …)` */
	readonly listener: Call;
	readonly handler: FunctionFacts;
}

/** What alone adds to a list, one for each event: `socket.on('message', message => { messages.push(message); })`. */
function adderOf({ module: { facts } }: Models, binding: number): Adder | undefined {
	const adding = facts.functions.flatMap(handler => handler.calls.flatMap(call => (addsTo(call, binding) ? [{ handler, call }] : [])));
	const [only] = adding;
	const listener = only?.handler.passedTo?.call;
	if (only === undefined || listener === undefined || adding.length > 1 || only.call.region !== undefined) return undefined;
	const { callee } = listener;
	const isListening = callee.kind === 'member' && typeof callee.property === 'string' && reheard.has(callee.property);
	return isListening ? { listener, handler: only.handler } : undefined;
}

/** Whether the handler itself settles what is awaited, whenever it is called: `await new Promise(resolve => socket.on('message', message => { messages.push(message); resolve(); }))`. */
function settles({ module: { facts } }: Models, { listener, handler }: Adder, awaited: Value): boolean {
	const executor = facts.functions[listener.function];
	const construction = executor?.passedTo?.call;
	const resolve = executor?.parameters[0]?.binding;
	if (construction?.form !== 'new' || resolve === undefined || listener.region !== undefined) return false;
	const isHeld = awaited.kind === 'reference' && onlyHolderOf(facts, construction) === awaited.binding;
	return (
		(awaited === construction || isHeld) &&
		handler.calls.some(({ callee, region }) => callee.kind === 'reference' && callee.binding === resolve && region === undefined)
	);
}

function addsTo({ callee, args }: Call, binding: number): boolean {
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		addingMethods.has(callee.property) &&
		callee.object.kind === 'reference' &&
		callee.object.binding === binding &&
		args.length === 1 &&
		args[0]?.kind !== 'spread'
	);
}

function isSameEvent(models: Models, step: CourseStep, { callee, args: [event] }: Call): boolean {
	const waited = eventWaitOf(models, step);
	if (waited?.on === undefined || callee.kind !== 'member' || event?.kind !== 'literal' || event.value !== waited.name) return false;
	const own = identityOf(at(callee.object, { module: models.module, frame: undefined }), 'names');
	return own !== undefined && own === identityOf(waited.on, 'names');
}

/** Whether a test tells of events itself: all that it tells of at once is there when the first was waited for. */
function tellsItself({ module: { facts } }: Models, body: FunctionFacts): boolean {
	return functionsWithin(facts, body).some(({ calls }) =>
		calls.some(({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && tellingAtOnce.has(callee.property)),
	);
}
