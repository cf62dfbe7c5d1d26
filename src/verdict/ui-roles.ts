import type { CourseStep } from '../effects/course.ts';
import type { Models, Scope } from './models.ts';

/** What a step does to a user interface: `load` is over when the new page is there, `wait` when the page has got somewhere. */
export type Role = 'action' | 'load' | 'wait';

export function roleOf({ rows, via }: CourseStep, scope: Scope, models: Models): Role | undefined {
	if (models.assertionsIn(scope).some(({ retried, place }) => retried && place.start <= via.start && via.end <= place.end)) return 'wait';
	for (const { row } of rows) {
		if (row.effect === 'ui-action') return row.loads === undefined ? 'action' : 'load';
		if (row.effect === 'ui-wait' || row.effect === 'event-wait') return 'wait';
	}
	return undefined;
}

/** Whether a step that nobody waits for sets nothing going: an assertion, a part of an expression, a method of the language or of a page. */
export function isHarmless({ call, via, roots, rows }: CourseStep, scope: Scope, models: Models): boolean {
	const { usage, callee, form } = call.fact;
	if (models.assertionsIn(scope).some(({ place }) => place.start <= via.start && via.end <= place.end)) return true;
	if (rows.some(({ row }) => row.effect === 'ui-read') || usage === 'receiver' || usage === 'operand' || form === 'tag') return true;
	if (form === 'new' && usage !== 'discarded') return true;
	if (callee.kind === 'member' && typeof callee.property === 'string' && models.rows.method(callee.property) !== undefined) return true;
	return roots.length > 0 && roots.every(root => root.kind === 'origin' && (root.origin.from === 'global' || root.origin.from.startsWith('node:') || isOfPage(root.origin.steps)));
}

function isOfPage(steps: readonly { readonly kind: string; readonly name?: string }[]): boolean {
	return steps[0]?.name === 'page' || steps[0]?.name === 'context';
}
