import type { CourseStep } from '../../effects/course.ts';
import { eventWaitOf } from '../../effects/waits/event-wait.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { isPage } from '../../effects/waits/pages.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { loadingEvents } from '../../knowledge/clients.ts';
import { pageHandlers } from '../../knowledge/page-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { isRelated, triggerOf } from '../events/event-triggers.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { filledBy, type HeldVariable, isAboutVariable } from '../filled-variables.ts';
import { otherEndsIn } from './other-ends.ts';
import { requestReads } from './request-reads.ts';
import { isHarmless, placeOfClaim, roleOf } from '../pages/ui-roles.ts';

/** What the handler of an event does decides a test, where nothing waits for the event after what brings it about. */
export interface EarlyRead {
	readonly scope: Scope;
	/** The assertion on what it gathers; where it makes all assertions that follow itself, where it is handed over. */
	readonly place: Span;
	/** `gathered`: it fills a variable; `heard`: it makes the assertions. */
	readonly kind: 'gathered' | 'heard';
	/** The variable. */
	readonly name: string;
	readonly event: string;
	/** How what brings it about is reached. */
	readonly witness: Witness;
}

/** The handler of an event. */
interface Listener {
	readonly module: Module;
	readonly handler: FunctionFacts;
	readonly event: string;
	readonly on: Site<Value>;
	/** What happens to a page comes from the browser. */
	readonly ofPage: boolean;
	readonly step: CourseStep;
}

/** A variable that a handler fills. */
type Gathering = Listener & HeldVariable;

export function* earlyReadsIn(models: Models): Iterable<EarlyRead> {
	for (const read of [...requestReads(models), ...otherEndsIn(models)]) yield { ...read, kind: 'gathered' };
	for (const scope of models.scopes) {
		const course = models.effects.courseOf(scope.body);
		const before =
			'hooks' in scope
				? scope.hooks.filter(({ phase }) => phase === 'before-each').flatMap(({ body }) => models.effects.courseOf(body))
				: [];
		const heard = [...before, ...course].flatMap(step => listenerOf(step, models));
		if (heard.length === 0) continue;
		yield* readsOf(scope, course, heard, models);
		yield* assertersOf(scope, course, heard, models);
	}
}

function* readsOf(scope: Scope, course: readonly CourseStep[], heard: readonly Listener[], models: Models): Iterable<EarlyRead> {
	const gatherings = heard.flatMap(listener =>
		filledBy(listener.handler, listener.module).map((binding): Gathering => ({ ...listener, binding })),
	);
	for (const claim of gatherings.length === 0 ? [] : models.assertionsIn(scope)) {
		if (claim.retried || models.claimsAbsence(claim) || isInCallback(claim, scope)) continue;
		const gathering = gatherings.find(each => isAboutVariable(models, claim, each));
		const trigger = gathering === undefined ? undefined : triggerBefore(placeOfClaim(claim, scope), gathering, course, scope, models);
		if (gathering === undefined || trigger === undefined) continue;
		const name = gathering.module.facts.bindings[gathering.binding]?.name ?? '';
		yield {
			scope,
			place: claim.place,
			kind: 'gathered',
			name,
			event: gathering.event,
			witness: witnessOf(nameOf(trigger), trigger.call),
		};
	}
}

/** Handlers of a page that make all assertions from there to the end of a test. */
function* assertersOf(scope: Scope, course: readonly CourseStep[], heard: readonly Listener[], models: Models): Iterable<EarlyRead> {
	const claims = models.assertionsIn(scope);
	for (const listener of heard) {
		const { handler, module, event, step } = listener;
		const own = claims.filter(({ place }) => module === scope.body.module && place.start > handler.start && place.end <= handler.end);
		if (!listener.ofPage || own.length === 0 || claims.some(claim => claim.place.start > step.via.start && !own.includes(claim)))
			continue;
		const { end } = scope.body.fact;
		const trigger = triggerBefore({ start: end, end }, listener, course, scope, models);
		if (trigger !== undefined)
			yield { scope, place: step.via, kind: 'heard', name: '', event, witness: witnessOf(nameOf(trigger), trigger.call) };
	}
}

/** The handler that a step hands over, where it begins to listen. */
function listenerOf(step: CourseStep, models: Models): readonly Listener[] {
	const { call } = step;
	const [named, handler] = call.fact.args;
	if (named === undefined || handler?.kind !== 'function' || call.fact.callee.kind !== 'member') return [];
	const method = typeof call.fact.callee.property === 'string' ? call.fact.callee.property : '';
	const isAnswer = pageHandlers.has(method);
	if (!isAnswer && !mayListen(call.fact)) return [];
	const event = method === 'route' ? 'request' : staticValue(models.provenance.roots, at(named, call));
	const callback = functionAt(call.module, handler.function);
	if (typeof event !== 'string' || callback === undefined) return [];
	const on = at(call.fact.callee.object, call);
	const ofPage = isPage(models, on);
	if (isAnswer && !ofPage) return [];
	return [{ module: call.module, handler: callback, event, on, ofPage, step }];
}

/** Whether the assertion stands in a callback that somebody calls at a time of their own. */
function isInCallback({ site }: Claim, { body }: Scope): boolean {
	const { fact } = site;
	if (fact.kind !== 'call' || site.module !== body.module || fact.start < body.fact.start || fact.end > body.fact.end) return false;
	return functionAt(site.module, fact.function) !== body.fact;
}

/** The last thing before a place that can bring the event about, where nothing after it may be a wait for it. */
function triggerBefore(
	place: Span,
	listener: Listener,
	course: readonly CourseStep[],
	scope: Scope,
	models: Models,
): CourseStep | undefined {
	if (course.some(step => step.via.start === place.start && roleOf(step, scope, models) === 'wait')) return undefined;
	for (const step of course.filter(({ via }) => via.end <= place.start).reverse()) {
		if (step === listener.step || eventWaitOf(models, step) !== undefined) return undefined;
		const found = listener.ofPage ? pageTrigger(step, listener, scope, models) : emitterTrigger(step, listener, models);
		if (found === 'none') return undefined;
		if (found === 'trigger')
			return step.settled && step.group === undefined && step.regions.length === 0 && !isKeptAwaited(step, place, scope)
				? step
				: undefined;
		if (!isHarmless(step, scope, models) && step.call.fact.usage !== 'argument') return undefined;
	}
	return undefined;
}

/** Whether a promise that was taken before is awaited between a step and a place. */
function isKeptAwaited({ via }: CourseStep, { start }: Span, { body }: Scope): boolean {
	return body.fact.awaits.some(each => each.start >= via.end && each.start < start && each.value.kind !== 'call');
}

function pageTrigger(step: CourseStep, { event }: Listener, scope: Scope, models: Models): 'trigger' | 'none' | undefined {
	const role = roleOf(step, scope, models);
	if (role === undefined) return undefined;
	return role === 'action' || (role === 'load' && !loadingEvents.has(event) && step.call.fact.args.length < 2) ? 'trigger' : 'none';
}

/** What an emitter's own method brings about may well be told before the method is over; what another object sets going is not. */
function emitterTrigger(step: CourseStep, { on, event }: Listener, models: Models): 'trigger' | 'none' | undefined {
	const { callee } = step.call.fact;
	const isOwn = callee.kind === 'member' && isRelated(at(callee.object, step.call), { on, name: event });
	return isOwn && step.settled ? 'none' : triggerOf(step, { on, name: event }, models);
}

function nameOf({ call: { fact } }: CourseStep): string {
	return fact.callee.kind === 'member' && typeof fact.callee.property === 'string' ? fact.callee.property : 'what is awaited before';
}
