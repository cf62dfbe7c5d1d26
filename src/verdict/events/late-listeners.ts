import type { CourseStep } from '../../effects/course.ts';
import { type EventWait, beginningOf, eventWaitOf } from '../../effects/waits/event-wait.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { at } from '../../provenance/walker.ts';
import type { Binding, Region, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type ActBefore, actBefore } from './acts-before.ts';
import { isFollower, isFollowerOfMade, isOfSame } from './following-events.ts';
import { passedBeginning } from './passed-beginnings.ts';
import { triggerOf } from './event-triggers.ts';
import { listenerWaitOf } from './listener-waits.ts';
import type { Models, Scope } from '../models.ts';
import { siblingBefore } from './sibling-waits.ts';
import { isHarmless, roleOf } from '../pages/ui-roles.ts';

/** A wait for something that what was awaited before it may already have brought about. */
export interface LateListener {
	readonly scope: Scope;
	readonly step: CourseStep;
	readonly event: string;
	/** As a reader would write it: `waitForEvent('popup')`. */
	readonly said: string;
	readonly trigger: CourseStep;
	/** What was awaited is the same event of something else, begun as this was. */
	readonly ofOther: boolean;
	/** What was awaited is an act of which only the place tells that it may bring about the event. */
	readonly guessed: boolean;
	/** What was awaited is the same event of the same object, the time before. */
	readonly again: boolean;
	/** How the trigger is reached. */
	readonly witness: Witness;
}

/** The waits for events, requests and responses that begin only after what triggers them is over. */
export function* lateListeners(models: Models): Iterable<LateListener> {
	for (const scope of models.scopes) {
		const told = new Set<Span>();
		for (const course of coursesOf(scope, models)) {
			for (const [index, step] of course.entries()) {
				const found = told.has(step.via) ? undefined : lateIn(course, index, step, scope, models);
				if (found === undefined) continue;
				told.add(step.via);
				yield found;
			}
		}
	}
}

function lateIn(course: readonly CourseStep[], index: number, step: CourseStep, scope: Scope, models: Models): LateListener | undefined {
	const before = course.slice(0, index).reverse();
	const listener = listenerWaitOf(step, course, scope, models);
	if (listener?.on !== undefined) return ofAct(step, listener, actBefore(before, step, listener, scope, models), scope);
	const wait = listener ?? soleWaitOf(step, course, scope, models);
	const isOfPromise = (other: CourseStep): boolean => isPart(step, other) && soleWaitOf(other, course, scope, models) !== undefined;
	if (wait === undefined || (listener !== undefined && course.some(isOfPromise))) return undefined;
	const own = triggerBefore(before, step, wait, scope, models);
	const sibling = own ?? siblingBefore(before, step, wait, models);
	const trigger = sibling ?? passedBeginning(before, step, wait, models);
	if (trigger === undefined) return ofAct(step, wait, actBefore(before, step, wait, scope, models), scope);
	return {
		scope,
		step,
		event: wait.name,
		said: saidOf(step, wait),
		trigger,
		ofOther: own === undefined && sibling !== undefined,
		guessed: false,
		again: own !== undefined && isSameEvent(eventWaitOf(models, own), wait),
		witness: witnessOf(nameOf(trigger), trigger.call),
	};
}

/** What a step waits for by a promise that is awaited before anything else is done, where that is nothing but events. */
function soleWaitOf(step: CourseStep, course: readonly CourseStep[], scope: Scope, models: Models): EventWait | undefined {
	if (!step.settled && step.call.fact.usage !== 'kept') return undefined;
	const wait = eventWaitOf(models, step);
	if (wait === undefined) return undefined;
	return (step.settled ? isAlone(step, course, models) : isAwaitedNext(step, course, scope, models)) ? wait : undefined;
}

function ofAct(step: CourseStep, { name }: EventWait, act: ActBefore | undefined, scope: Scope): LateListener | undefined {
	return act === undefined
		? undefined
		: {
				scope,
				step,
				event: name,
				said: name,
				trigger: act.step,
				ofOther: false,
				guessed: !act.named,
				again: false,
				witness: witnessOf(nameOf(act.step), act.step.call),
			};
}

/** `waitForEvent('popup')`, where the name of what a page is waited for is written out. */
function saidOf(
	{
		call: {
			fact: {
				args: [what],
			},
		},
	}: CourseStep,
	{ on, name }: EventWait,
): string {
	return on === undefined && name.endsWith('Event') && what?.kind === 'literal' && typeof what.value === 'string'
		? `${name}('${what.value}')`
		: name;
}

/** The course of a test or hook, and those of functions inside that wait for more than one thing, or listen, and that something unknown calls: `withServer(async server => …)`. */
function* coursesOf({ body }: Scope, { module, effects }: Models): Iterable<readonly CourseStep[]> {
	const course = effects.courseOf(body);
	yield course;
	const inside =
		body.module === module
			? functionsWithin(module.facts, body.fact).filter(
					each =>
						each !== body.fact &&
						each.async &&
						(each.awaits.length > 1 || (each.awaits.length === 1 && each.calls.some(mayListen))),
				)
			: [];
	if (inside.length === 0) return;
	const known = new Set(course.map(({ call }) => call.fact));
	for (const each of inside) if (!each.calls.some(call => known.has(call))) yield effects.courseOf(at(each, body));
}

/** Whether a promise that is kept is awaited before anything else is done: `const closed = once(…); await closed;`. */
function isAwaitedNext({ call: { fact, module }, via }: CourseStep, course: readonly CourseStep[], scope: Scope, models: Models): boolean {
	const { bindings, functions } = module.facts;
	const kept = bindings.findIndex(
		({ definitions }) =>
			definitions.length === 1 && definitions.some(each => each.kind === 'value' && each.value === fact && each.path.length === 0),
	);
	const awaited = functions[fact.function]?.awaits.find(({ value }) => value.kind === 'reference' && value.binding === kept);
	if (via !== fact || awaited === undefined) return false;
	const between = course.filter(step => step.via.start > fact.end && step.via.end < awaited.start);
	return between.every(step => !step.settled && roleOf(step, scope, models) === undefined && isHarmless(step, scope, models));
}

/** Whether nothing but other events is waited for beside it: what else stands there may be the trigger. */
function isAlone({ group }: CourseStep, course: readonly CourseStep[], models: Models): boolean {
	if (group === undefined) return true;
	const [list] = group.args;
	const waits = course.filter(step => step.group === group && eventWaitOf(models, step) !== undefined).map(({ call }) => call.fact);
	return list?.kind === 'array' && list.elements.every(element => waits.some(call => call === element));
}

/** The last thing before a wait that can bring about what it waits for, where that, or something after it, was waited for, and nothing after it can. */
function triggerBefore(
	before: readonly CourseStep[],
	step: CourseStep,
	wait: EventWait,
	scope: Scope,
	models: Models,
): CourseStep | undefined {
	let passed = false;
	for (const earlier of before) {
		if (isPart(earlier, step) || (earlier.group !== undefined && earlier.group === step.group)) continue;
		const found =
			wait.on === undefined || reachesAll(earlier)
				? pageTrigger(earlier, step, scope, models)
				: triggerOf(earlier, { on: wait.on, name: wait.name }, models);
		const waited = eventWaitOf(models, earlier);
		if (earlier.settled && isOpening(earlier, step, wait, models)) return earlier;
		if (waited !== undefined)
			return (isFollower(waited, wait, models) || (!passed && isSameEvent(waited, wait))) &&
				earlier.settled &&
				isAlways(earlier, step)
				? earlier
				: undefined;
		if (found === 'none') return undefined;
		if (found === 'trigger')
			return (earlier.settled || (passed && wait.on !== undefined)) && isAlways(earlier, step) ? earlier : undefined;
		passed ||= !earlier.entered && earlier.settled && earlier.call.fact.usage === 'awaited';
		if (!earlier.settled && !isHarmless(earlier, scope, models)) return undefined;
	}
	return undefined;
}

/** Whether a step makes what is listened to, and waits until it is there. */
function isOpening(earlier: CourseStep, step: CourseStep, wait: EventWait, models: Models): boolean {
	const opened = beginningOf(models, earlier);
	return opened !== undefined && isFollowerOfMade(earlier.call, opened, wait, models) && isAlways(earlier, step);
}

function isSameEvent(first: EventWait | undefined, second: EventWait): boolean {
	return first !== undefined && first.name === second.name && isOfSame(first, second);
}

/** On a page all that is done to it may send requests, open windows, and so on; what waits for its state ends the search. */
function pageTrigger(earlier: CourseStep, step: CourseStep, scope: Scope, models: Models): 'trigger' | 'none' | undefined {
	const role = roleOf(earlier, scope, models);
	if (role === undefined) return undefined;
	return role === 'action' || role === 'load' ? (isSamePage(earlier, step) ? 'trigger' : 'none') : 'none';
}

/** Whether any element of the page may answer an act: a key that is pressed goes to whatever has the focus. */
function reachesAll({ rows }: CourseStep): boolean {
	return rows.some(({ row }) => row.effect === 'ui-action' && row.reaches === 'page');
}

/** A call inside another: of the function that makes the promise, or of an argument. */
function isPart({ call: { module, fact } }: CourseStep, { call: outer }: CourseStep): boolean {
	return module === outer.module && fact !== outer.fact && fact.start >= outer.fact.start && fact.end <= outer.fact.end;
}

/** Two pages of one test are told apart by the variables that hold what was opened. */
function isSamePage(one: CourseStep, other: CourseStep): boolean {
	const [left, right] = [openedBy(one), openedBy(other)];
	return left === undefined || right === undefined || left === right;
}

/** The variable that a page was opened for. */
function openedBy({ call: { fact, module } }: CourseStep): Binding | undefined {
	let base: Value = fact.callee;
	while (base.kind === 'member' || base.kind === 'call') base = base.kind === 'member' ? base.object : base.callee;
	const binding = base.kind === 'reference' ? module.facts.bindings[base.binding] : undefined;
	const isOpened = binding?.definitions.some(definition => {
		const value = definition.kind === 'value' && definition.value.kind === 'await' ? definition.value.value : undefined;
		return value?.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'newPage';
	});
	return isOpened === true ? binding : undefined;
}

/** The trigger runs whenever the wait does, and the wait whenever the trigger has run. */
function isAlways({ regions: acting }: CourseStep, { regions: waiting }: CourseStep): boolean {
	const isIn =
		(list: readonly Region[]) =>
		(region: Region): boolean =>
			list.includes(region);
	return waiting.every(isIn(acting)) && acting.filter(({ kind }) => kind !== 'try').every(isIn(waiting));
}

function nameOf({ call: { fact, module } }: CourseStep): string {
	const { callee, form } = fact;
	if (callee.kind === 'reference') return module.facts.bindings[callee.binding]?.name ?? 'what is awaited before';
	if (callee.kind === 'global') return form === 'new' ? `new ${callee.name}` : callee.name;
	if (callee.kind !== 'member' || typeof callee.property !== 'string') return 'what is awaited before';
	const { object } = callee;
	const holder =
		object.kind === 'reference'
			? module.facts.bindings[object.binding]?.name
			: object.kind === 'member' && typeof object.property === 'string'
				? object.property
				: undefined;
	return holder === undefined ? callee.property : `${holder}.${callee.property}`;
}
