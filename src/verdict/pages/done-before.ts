import type { CourseStep } from '../../effects/course.ts';
import { typing } from '../../knowledge/page-words.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { elementsOf } from './ui-readings.ts';
import { isHarmless, roleOf } from './ui-roles.ts';

/** What was done to the page last, in front of a step. */
export interface Done {
	readonly role: 'action' | 'load';
	readonly step: CourseStep;
}

/** Whose state a step asks for: of what it is called on, or of what its argument selects; undefined where that is no element. */
export type Asked = 'receiver' | 'selected' | undefined;

/** What was done last, where nothing was waited for since, nor had anything to do with the same element before. */
export function doneBefore(course: readonly CourseStep[], index: number, asked: Asked, scope: Scope, models: Models): Done | undefined {
	const step = course[index];
	if (step === undefined) return undefined;
	const [receiver, selected] = asked === undefined ? [] : elementsOf(step.call, models);
	const element = asked === 'receiver' ? receiver : selected;
	const before = course.slice(0, index).reverse();
	const isKnown = ({ call, rows }: CourseStep): boolean =>
		(asked === 'selected' || rows.length > 0) && elementsOf(call, models).includes(element);
	if (element !== undefined && before.some(isKnown)) return undefined;
	for (const [at, earlier] of before.entries()) {
		if (earlier.call.module === step.call.module && holds(step.call.fact, earlier.call.fact)) continue;
		const role = roleOf(earlier, scope, models);
		if (earlier.rows.some(({ row }) => row.effect === 'ui-read' && row.awaits === 'element')) return undefined;
		if (role === 'load') return { role, step: earlier };
		if (role !== undefined)
			return role === 'action' && isDoneAlone(earlier, step, before.slice(at + 1), scope, models)
				? { role, step: earlier }
				: undefined;
		if (earlier.settled && !isEntered(earlier, course) && !isHarmless(earlier, scope, models)) return undefined;
	}
	return undefined;
}

/** Whether an action is over for sure in front of a step, and nobody waits beside it for what comes of it. */
function isDoneAlone(action: CourseStep, step: CourseStep, before: readonly CourseStep[], scope: Scope, models: Models): boolean {
	const previous = before.find(each => roleOf(each, scope, models) !== undefined);
	const isOfIt = previous !== undefined && previous.call.module === action.call.module && holds(action.call.fact, previous.call.fact);
	const isAwaited = previous !== undefined && !isOfIt && !previous.settled && roleOf(previous, scope, models) === 'wait';
	return action.settled && action.group === undefined && !isAwaited && action.regions.every(region => step.regions.includes(region));
}

/** Whether a step only types, or goes over an element: what comes of it is mostly there at once. */
export function isTyping(step: CourseStep | undefined): boolean {
	const callee = step?.call.fact.callee;
	return (
		callee?.kind === 'member' &&
		typeof callee.property === 'string' &&
		(typing.has(callee.property) || callee.property === 'hover' || callee.property === 'focus')
	);
}

/** Whether the course tells what a call of the project does. */
function isEntered({ call, roots }: CourseStep, course: readonly CourseStep[]): boolean {
	return (
		roots.length > 0 &&
		roots.every(
			root =>
				root.kind === 'function' &&
				course.some(
					({ call: inner }) => inner.module === root.site.module && holds(root.site.fact, inner.fact) && inner.fact !== call.fact,
				),
		)
	);
}
