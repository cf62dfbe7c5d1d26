import { eventWaitOf } from '../../effects/waits/event-wait.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { closings } from '../../knowledge/ending-words.ts';
import { acceptingEvents, endingEvents } from '../../knowledge/event-words.ts';
import type { Module } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsAround, functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { filledBy, isAboutVariable } from '../filled-variables.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { namedMethod, nameOfCallee } from './dropped-calls.ts';

/** An assertion on what the handler of the other end of a connection sets. */
export interface OtherEnd {
	readonly scope: Scope;
	readonly place: Span;
	/** The variable that the handler sets. */
	readonly name: string;
	readonly event: string;
	/** What is waited for instead. */
	readonly witness: Witness;
}

/** What one end of a connection sets when it is closed. */
interface EndHandler {
	readonly handler: FunctionFacts;
	readonly listener: Call;
	readonly event: string;
}

/**
 * Assertions on what the handler of one end of a connection sets when that ends, where the test only waits until the other end has: `server.on('connection', socket =>
 * socket.on('close', () => { closed = true; })); client.close(); await once(client, 'close'); expect(closed).toBe(true)`. Which of the two is told first is open.
 */
export function* otherEndsIn(models: Models): Iterable<OtherEnd> {
	const { module } = models;
	const ends = module.facts.functions.flatMap(handler => endOf(handler));
	const accepted = ends.filter(({ listener }) => isAccepted(module, listener));
	if (accepted.length === 0) return;
	for (const scope of models.scopes.filter(({ body }) => body.module === module)) {
		for (const claim of models.assertionsIn(scope)) {
			const found = accepted.flatMap(end => setBy(models, scope, claim, end).map(binding => ({ end, binding })))[0];
			const witness = found === undefined ? undefined : otherEndBefore(models, scope, claim, ends);
			if (found === undefined || witness === undefined || isPolled(module, scope, claim, found.binding)) continue;
			const name = module.facts.bindings[found.binding]?.name ?? '';
			yield { scope, place: claim.place, name, event: found.end.event, witness };
		}
	}
}

/** `socket.on('close', …)`, where a function is handed to it. */
function endOf(handler: FunctionFacts): readonly EndHandler[] {
	const listener = handler.passedTo?.call;
	const [event] = listener?.args ?? [];
	return listener !== undefined &&
		mayListen(listener) &&
		event?.kind === 'literal' &&
		typeof event.value === 'string' &&
		endingEvents.has(event.value)
		? [{ handler, listener, event: event.value }]
		: [];
}

/** Whether what is listened to was handed to the handler of a server, the end of a connection that somebody else has made, and that is not closed from here. */
function isAccepted({ facts }: Module, { callee }: Call): boolean {
	const binding = callee.kind === 'member' && callee.object.kind === 'reference' ? callee.object.binding : -1;
	const isClosing = (call: Call): boolean =>
		call.callee.kind === 'member' &&
		call.callee.object.kind === 'reference' &&
		call.callee.object.binding === binding &&
		closings.has(namedMethod(call) ?? '');
	if (facts.functions.some(({ calls }) => calls.some(isClosing))) return false;
	return facts.functions.some(
		({ parameters: [first], passedTo }) =>
			first?.binding === binding && passedTo !== undefined && mayListen(passedTo.call) && isConnecting(passedTo.call.args[0]),
	);
}

function isConnecting(event: Value | undefined): boolean {
	return event?.kind === 'literal' && typeof event.value === 'string' && acceptingEvents.has(event.value);
}

/** The variables of the test that an assertion is about, and that nothing but a handler sets. */
function setBy(models: Models, { body }: Scope, claim: Claim, { handler }: EndHandler): readonly number[] {
	const { module } = models;
	if (claim.retried || models.claimsAbsence(claim) || !holds(body.fact, handler) || holds(handler, claim.place)) return [];
	const others = functionsWithin(module.facts, body.fact).filter(each => !holds(handler, each));
	const isSetElsewhere = (binding: number): boolean =>
		others.some(({ writes }) => writes.some(({ target }) => target.kind === 'reference' && target.binding === binding));
	return filledBy(handler, module).filter(binding => isAboutVariable(models, claim, { module, binding }) && !isSetElsewhere(binding));
}

/** How the test waits for the end of the other side, where that is the last thing that it waits for in front of an assertion. */
function otherEndBefore(models: Models, { body }: Scope, { place }: Claim, ends: readonly EndHandler[]): Witness | undefined {
	const { module, effects } = models;
	const [inside] = functionsAround(module.facts, place);
	const last = inside?.awaits.findLast(({ end }) => end <= place.start);
	const own = ends.find(({ handler }) => handler === inside);
	if (own !== undefined)
		return last === undefined && !isAccepted(module, own.listener)
			? witnessOf(`${nameOfCallee(own.listener, module)}('${own.event}')`, at(own.listener, body))
			: undefined;
	if (last === undefined || inside !== body.fact) return undefined;
	const step = effects.courseOf(body).find(({ via, call }) => via === last.value && call.fact === last.value);
	const waited = step === undefined ? undefined : eventWaitOf(models, step);
	return step !== undefined && waited?.on !== undefined && endingEvents.has(waited.name) && step.regions.length === 0
		? witnessOf(`${nameOfCallee(step.call.fact, module) || 'the promise'} of \`${waited.name}\``, step.call)
		: undefined;
}

/** Whether something is awaited in front of an assertion that asks for the variable. */
function isPolled({ facts }: Module, { body }: Scope, { place }: Claim, binding: number): boolean {
	return body.fact.awaits.some(
		awaited =>
			awaited.end <= place.start &&
			functionsWithin(facts, body.fact).some(each =>
				[...valuesIn(each, facts)].some(value => value.kind === 'reference' && value.binding === binding && holds(awaited, value)),
			),
	);
}
