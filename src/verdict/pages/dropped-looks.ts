import { apiName } from '../../effects/api-name.ts';
import type { CourseStep } from '../../effects/course.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { findsAtOnce, looks, ofHandles } from '../../knowledge/page-words.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { RowMatch } from '../../provenance/match.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { isSkippedAt } from '../what-runs.ts';
import { elementOf, elementsOf } from './ui-readings.ts';
import { roleOf, waitingClaims } from './ui-roles.ts';

/** A call that asks a page once whether something is there, and whose answer nobody uses: it neither waits nor asserts, and the test goes on. */
export interface DroppedLook {
	readonly place: Span;
	readonly api: string;
	/** What waits in the place of the method, and where the method is written; undefined where nothing of the same element does. */
	readonly instead: { readonly span: Span; readonly text: string } | undefined;
}

/** The dropped looks of the tests, hooks and steps of the linted file, and of its functions that these call. */
export function* droppedLooks(models: Models): Iterable<DroppedLook> {
	const told = new Set<Call>();
	for (const scope of [...models.scopes, ...models.steps]) {
		const course = models.effects.courseOf(scope.body);
		for (const [index, step] of course.entries()) {
			const { fact, module } = step.call;
			const match = lookOf(step);
			if (match === undefined || module !== models.module || told.has(fact) || !isDropped(step) || isSkippedAt(scope, step.via))
				continue;
			if (!goesOn(course.slice(index + 1), step, scope, models)) continue;
			told.add(fact);
			yield { place: fact, api: apiName(match.origin, match.match), instead: insteadOf(fact, match) };
		}
	}
}

/** What a step asks, where that is whether something is there, and it does not wait for an element first. */
function lookOf({ rows, call: { fact } }: CourseStep): RowMatch | undefined {
	const { callee } = fact;
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !looks.has(callee.property)) return undefined;
	return rows.find(({ row, origin }) => row.effect === 'ui-read' && row.awaits === undefined && !findsAtOnce.has(origin.from));
}

/** `await title.isVisible();` */
function isDropped({ call: { fact, module } }: CourseStep): boolean {
	const inside = module.facts.functions[fact.function];
	if (inside === undefined || fact.usage !== 'awaited') return false;
	return ![...valuesIn(inside, module.facts)].some(value => value.kind === 'await' && value.value === fact);
}

/** Whether the test goes on behind a look with something else than what waits for the same element: does, reads or asserts. */
function goesOn(after: readonly CourseStep[], { via, call, rows }: CourseStep, scope: Scope, models: Models): boolean {
	const next = after.find(step => step.rows.some(({ row }) => row.effect === 'ui-read') || roleOf(step, scope, models) !== undefined);
	if (next === undefined) return models.assertionsIn(scope).some(({ place }) => place.start >= via.end);
	const element = rows.flatMap(({ row }) => (row.effect === 'ui-read' ? (elementOf(call, row, models) ?? []) : []))[0];
	const claimed = waitingClaims(next, scope, models).map(({ actual }) => identityOf(actual, 'ways', models.provenance.roots));
	return element === undefined || ![...elementsOf(next.call, models), ...claimed].includes(element);
}

/** An element that was found once and for all has no such waits, nor has a page that is handed a selector. */
function insteadOf({ callee, end }: Call, { row, origin }: RowMatch): DroppedLook['instead'] {
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || row.effect !== 'ui-read' || row.of !== 'receiver')
		return undefined;
	const isOfHandle = origin.steps.some(step => step.kind === 'property' && ofHandles.has(step.name));
	const text = looks.get(callee.property);
	const waitsItself = text?.startsWith('waitFor(') !== true;
	return text === undefined || (isOfHandle && !waitsItself)
		? undefined
		: { span: { start: callee.end - callee.property.length, end }, text };
}
