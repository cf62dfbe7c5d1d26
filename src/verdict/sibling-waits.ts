import type { CourseStep } from '../effects/course.ts';
import { type EventWait, eventWaitOf } from '../effects/event-wait.ts';
import { beginnings } from '../knowledge/event-words.ts';
import type { Site } from '../project/model.ts';
import { dotted } from '../provenance/match.ts';
import type { Root } from '../provenance/model.ts';
import type { Call } from '../syntax/facts.ts';
import type { Models } from './models.ts';

/**
 * The wait for the same event of another thing that was begun before or beside this one's: `const one = open(), two = open(); await ready(one);
 * await ready(two);`. The second may be ready first.
 */
export function siblingBefore(before: readonly CourseStep[], wait: EventWait, models: Models): CourseStep | undefined {
	if (!beginnings.has(wait.name)) return undefined;
	const index = before.findIndex(step => step.settled && step.group === undefined && step.regions.length === 0 && eventWaitOf(models, step)?.name === wait.name);
	const sibling = before[index];
	const waited = sibling === undefined ? undefined : eventWaitOf(models, sibling);
	if (waited === undefined) return undefined;
	const [own, its] = [wait, waited].map(each => begunBy(each, before.slice(index + 1), models));
	return own !== undefined && its !== undefined && own.begin !== its.begin && own.what === its.what ? sibling : undefined;
}

interface Begun {
	/** Where the call that leads to it stands in the test. */
	readonly begin: number;
	/** What was called, as far as it has a name. */
	readonly what: string;
}

/** The one call that made what an event is waited for from, made and not awaited in the course itself. */
function begunBy({ on }: EventWait, course: readonly CourseStep[], { provenance }: Models): Begun | undefined {
	const [root, ...others] = on === undefined ? [] : provenance.roots(on);
	const made = root === undefined || others.length > 0 ? undefined : makerOf(root);
	if (made === undefined) return undefined;
	let { call } = made;
	while (call.frame?.call !== undefined) ({ call } = call.frame);
	const steps = course.filter(({ via }) => via.start === call.fact.start && via.end === call.fact.end);
	return steps.length === 0 || steps.some(({ settled, regions }) => settled || regions.length > 0) ? undefined : { begin: call.fact.start, what: made.what };
}

interface Made {
	readonly call: Site<Call>;
	readonly what: string;
}

function makerOf(root: Root): Made | undefined {
	if (root.kind === 'instance') {
		const { construction, path, site } = root;
		return construction === undefined || path.length > 0 ? undefined : { call: construction, what: `${site.module.file} ${String(site.fact)}` };
	}
	const last = root.kind === 'origin' ? root.origin.steps.at(-1) : undefined;
	if (root.kind !== 'origin' || last === undefined || (last.kind !== 'call' && last.kind !== 'construct') || last.site === undefined) return undefined;
	return { call: last.site, what: `${root.origin.from} ${dotted(root.origin)} ${last.kind}` };
}
