import type { CourseStep } from '../../effects/course.ts';
import { type EventWait, eventWaitOf } from '../../effects/waits/event-wait.ts';
import { promisedBy } from '../../effects/waits/promised.ts';
import { beginningMethods, beginnings } from '../../knowledge/event-words.ts';
import type { Models } from '../models.ts';
import { begunBy } from './sibling-waits.ts';

/**
 * What was awaited between the making of something and the wait for the event by which that says, once and by itself, that it is there:
 * `const socket = new WebSocket(url); await fetch(users); await once(socket, 'open')`. What may make others ready to be connected to is left alone.
 */
export function passedBeginning(before: readonly CourseStep[], step: CourseStep, wait: EventWait, models: Models): CourseStep | undefined {
	const begun = beginnings.has(wait.name) && step.regions.length === 0 ? begunBy(wait, before, models) : undefined;
	if (begun === undefined) return undefined;
	const behind = before.filter(({ via }) => via.start > begun.begin && via.start !== step.via.start);
	if (behind.some(each => eventWaitOf(models, each) !== undefined || isBeginning(each))) return undefined;
	return behind.find(
		({ settled, group, regions, call, entered }) =>
			settled &&
			!entered &&
			group === undefined &&
			regions.length === 0 &&
			call.fact.usage === 'awaited' &&
			promisedBy(models, call) !== undefined,
	);
}

/** `await server.listen(0)` */
function isBeginning({ call: { fact, module } }: CourseStep): boolean {
	const { callee } = fact;
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
	return typeof name === 'string' && [...beginningMethods].some(word => name.toLowerCase().startsWith(word));
}
