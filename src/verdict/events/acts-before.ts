import type { CourseStep } from '../../effects/course.ts';
import { type EventWait, eventWaitOf } from '../../effects/waits/event-wait.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { runnerGlobals } from '../../knowledge/at-once.ts';
import { beginnings, unheardActs } from '../../knowledge/event-words.ts';
import { recorders } from '../../knowledge/schedules.ts';
import { lookingWords, receivingWords, waitNames } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Origin } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Binding, Value } from '../../syntax/facts.ts';
import { isCalledAfter } from './event-triggers.ts';
import type { Models, Scope } from '../models.ts';
import { isHarmless, roleOf } from '../pages/ui-roles.ts';

/** What was done, and waited for, to the thing that an event is waited for of, or to one that it is connected with. */
export interface ActBefore {
	readonly step: CourseStep;
	/** The event bears the name of what was done. */
	readonly named: boolean;
}

/**
 * The act before a wait that may already have brought about what is waited for: it was awaited, nobody wanted its result, nothing that goes on was
 * begun behind it, and it was done to what is listened to, or to what that was made from or handed over together with. One that the event is called after goes before a nearer one.
 */
export function actBefore(
	before: readonly CourseStep[],
	step: CourseStep,
	{ on, name }: EventWait,
	scope: Scope,
	models: Models,
): ActBefore | undefined {
	const heard = on === undefined ? undefined : thingOf(on, models);
	if (heard === undefined || beginnings.has(name)) return undefined;
	let nearest: ActBefore | undefined;
	for (const [index, earlier] of before.entries()) {
		if (isInside(earlier, step) || (earlier.group !== undefined && earlier.group === step.group)) continue;
		if (eventWaitOf(models, earlier) !== undefined || isMaking(earlier, heard) || roleOf(earlier, scope, models) !== undefined) break;
		if (!earlier.settled) {
			if (isQuiet(earlier, scope, models)) continue;
			break;
		}
		const method = methodOf(earlier);
		if (method === undefined || !isAct(earlier, method) || earlier.regions.some(region => !step.regions.includes(region))) continue;
		const done = thingsOf(earlier, models);
		const isOwn = done.some(({ id }) => id === heard.id);
		if (!isOwn && !done.some(thing => isConnected(thing, heard, before.slice(index), models))) continue;
		const named = !isOwn && isCalledAfter(name, method);
		if (named) return { step: earlier, named };
		nearest ??= { step: earlier, named };
	}
	return nearest;
}

/** Whether a step that nobody waits for sets nothing going: it listens, or makes what records calls. */
export function isQuiet(step: CourseStep, scope: Scope, models: Models): boolean {
	if (mayListen(step.call.fact) || isHarmless(step, scope, models)) return true;
	return step.roots.length > 0 && step.roots.every(root => root.kind === 'origin' && isRecorder(root.origin));
}

function isRecorder({ from, steps: [first] }: Origin): boolean {
	return from === 'global' ? first?.kind === 'property' && runnerGlobals.has(first.name) : recorders.test(from);
}

/** A variable and what is known of it. */
interface Thing {
	readonly id: string;
	/** Among those of the linted file. */
	readonly index: number;
	readonly binding: Binding | undefined;
}

/** The variable that a value is taken from: `client` of `client.getManager().pool`. */
function thingOf(site: Site<Value>, { module }: Models): Thing | undefined {
	let { fact } = site;
	while (fact.kind === 'member' || fact.kind === 'await' || (fact.kind === 'call' && fact.callee.kind === 'member'))
		fact = fact.kind === 'member' ? fact.object : fact.kind === 'await' ? fact.value : fact.callee;
	const [id, index = ''] = fact.kind === 'reference' ? (identityOf(at(fact, site), 'names')?.match(/^.*#(\d+)/) ?? []) : [];
	if (id === undefined || !id.startsWith(`${module.path}#`)) return undefined;
	return { id, index: Number(index), binding: module.facts.bindings[Number(index)] };
}

/** What something is done to: the receiver of a call, and what it is handed. */
function thingsOf({ call }: CourseStep, models: Models): readonly Thing[] {
	const { callee, args } = call.fact;
	const values = [...(callee.kind === 'member' ? [callee.object] : []), ...args];
	return values.flatMap(value => thingOf(at(value, call), models) ?? []);
}

/** Whether something is a variable of the test's own: what the runner hands over, and what a module gives, is there for all. */
function isOwnThing({ binding }: Thing): boolean {
	return binding?.kind === 'const' || binding?.kind === 'let' || binding?.kind === 'var';
}

/** Whether one of two things was made from the other, or both were handed to one call. */
function isConnected(one: Thing, other: Thing, before: readonly CourseStep[], models: Models): boolean {
	if (!isOwnThing(one) || !isOwnThing(other)) return false;
	return (
		isMadeFrom(one, other) ||
		isMadeFrom(other, one) ||
		before.some(step => {
			const ids = new Set(thingsOf(step, models).map(({ id }) => id));
			return ids.has(one.id) && ids.has(other.id);
		})
	);
}

/** `const doc = await ceramic.load(id)` */
function isMadeFrom({ binding }: Thing, { index }: Thing): boolean {
	return (
		binding?.definitions.some(definition => {
			const inside = definition.kind === 'value' ? valuesInside(definition.value) : [];
			return (
				inside.some(value => value.kind === 'call') && inside.some(value => value.kind === 'reference' && value.binding === index)
			);
		}) === true
	);
}

/** Whether a step makes what is listened to. */
function isMaking({ call: { fact } }: CourseStep, { binding }: Thing): boolean {
	return binding?.definitions.some(definition => definition.kind === 'value' && valuesInside(definition.value).includes(fact)) === true;
}

/** Whether something is done, and nobody wants what it gives. */
function isAct({ call: { fact, module } }: CourseStep, method: string): boolean {
	if (
		fact.form !== 'call' ||
		fact.outer !== undefined ||
		mayListen(fact) ||
		lookingWords.test(method) ||
		receivingWords.test(method) ||
		waitNames.test(method) ||
		unheardActs.test(method)
	)
		return false;
	return !module.facts.bindings.some(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && valuesInside(each.value).includes(fact)),
	);
}

function methodOf({
	call: {
		fact: { callee },
		module,
	},
}: CourseStep): string | undefined {
	if (callee.kind === 'reference') return module.facts.bindings[callee.binding]?.word;
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** A call inside another. */
function isInside({ call: { module, fact } }: CourseStep, { call: outer }: CourseStep): boolean {
	return module === outer.module && fact !== outer.fact && fact.start >= outer.fact.start && fact.end <= outer.fact.end;
}
