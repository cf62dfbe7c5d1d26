import type { CourseStep } from '../../effects/course.ts';
import { type EventWait, eventWaitOf } from '../../effects/waits/event-wait.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { beginnings } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { dotted } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { triggerOf } from './event-triggers.ts';
import type { Models } from '../models.ts';

/**
 * The wait for the same event of another thing that was begun before or beside this one's: `const one = open(), two = open(); await ready(one);
 * await ready(two);`, or `one.kill(); two.kill(); await exit(one); await exit(two);`. The second may be ready first.
 */
export function siblingBefore(before: readonly CourseStep[], step: CourseStep, wait: EventWait, models: Models): CourseStep | undefined {
	const index = before.findIndex(
		each => each.settled && each.group === undefined && each.regions.length === 0 && eventWaitOf(models, each)?.name === wait.name,
	);
	const sibling = before[index];
	const waited = sibling === undefined ? undefined : eventWaitOf(models, sibling);
	if (sibling === undefined || waited === undefined) return undefined;
	const earlier = before.slice(index + 1);
	if (before.slice(0, index).every(({ via }) => via === step.via || via === sibling.via) && isActedAlike(waited, wait, earlier, models))
		return sibling;
	if (!beginnings.has(wait.name)) return undefined;
	const [own, its] = [wait, waited].map(each => begunBy(each, earlier, models));
	return own !== undefined && its !== undefined && own.begin !== its.begin && own.what === its.what ? sibling : undefined;
}

/** Whether the same was done to two things of one kind, and nobody waited for it, which brings the event about. */
function isActedAlike(one: EventWait, other: EventWait, course: readonly CourseStep[], models: Models): boolean {
	const things = [one, other].map(({ on }) => (on === undefined ? undefined : identityOf(on, 'names')));
	if (things.includes(undefined) || things[0] === things[1]) return false;
	const [its, own] = [one, other].map(wait => actionsOn(wait, course, models));
	if (its === undefined || own === undefined || !its.some(method => own.includes(method))) return false;
	const [kind, same] = [one, other].map(wait => kindOf(wait, models));
	return kind !== undefined && kind === same;
}

/** The methods of a thing that bring its event about, as far as nothing was awaited since. */
function actionsOn({ on, name }: EventWait, course: readonly CourseStep[], models: Models): readonly string[] {
	const awaited = course.findIndex(({ call: { fact }, settled, entered }) => settled && !entered && fact.usage === 'awaited');
	const methods = (awaited === -1 ? course : course.slice(0, awaited)).flatMap(step => {
		const { callee, usage } = step.call.fact;
		if (
			on === undefined ||
			usage !== 'discarded' ||
			step.regions.length > 0 ||
			callee.kind !== 'member' ||
			typeof callee.property !== 'string' ||
			mayListen(step.call.fact)
		)
			return [];
		const isOfIt = identityOf(at(callee.object, step.call), 'names') === identityOf(on, 'names');
		return isOfIt && triggerOf(step, { on, name }, models) === 'trigger' ? [callee.property] : [];
	});
	return methods;
}

/** The one kind of thing that an event happens to: what makes it. */
function kindOf({ on }: EventWait, { provenance }: Models): string | undefined {
	const kinds = on === undefined ? [] : provenance.roots(on).map(root => makerOf(root)?.what ?? '');
	const [kind] = kinds;
	return kind === '' || kinds.some(each => each !== kind) ? undefined : kind;
}

/** How something was begun. */
export interface Begun {
	/** Where the call that leads to it stands in the test. */
	readonly begin: number;
	/** What was called, as far as it has a name. */
	readonly what: string;
}

/** The one call that made what an event is waited for from, made and not awaited in the course itself. */
export function begunBy({ on }: EventWait, course: readonly CourseStep[], { provenance }: Models): Begun | undefined {
	const [root, ...others] = on === undefined ? [] : provenance.roots(on);
	const made = root === undefined || others.length > 0 ? undefined : makerOf(root);
	if (made === undefined) return undefined;
	let { call } = made;
	while (call.frame?.call !== undefined) ({ call } = call.frame);
	const steps = course.filter(({ via }) => via.start === call.fact.start && via.end === call.fact.end);
	return steps.length === 0 || steps.some(({ settled, regions }) => settled || regions.length > 0)
		? undefined
		: { begin: call.fact.start, what: made.what };
}

interface Made {
	readonly call: Site<Call>;
	readonly what: string;
}

function makerOf(root: Root): Made | undefined {
	if (root.kind === 'instance') {
		const { construction, path, site } = root;
		return construction === undefined || path.length > 0
			? undefined
			: { call: construction, what: `${site.module.file} ${String(site.fact)}` };
	}
	const last = root.kind === 'origin' ? root.origin.steps.findLast(({ kind }) => kind !== 'await') : undefined;
	if (root.kind !== 'origin' || last === undefined || (last.kind !== 'call' && last.kind !== 'construct') || last.site === undefined)
		return undefined;
	return { call: last.site, what: `${root.origin.from} ${dotted(root.origin)} ${last.kind}` };
}
