import { apiName } from '../../effects/api-name.ts';
import type { CourseStep } from '../../effects/course.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { describe } from '../../effects/witness.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import type { ModuleFacts, Region, Span, Value } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { isSkippedAt } from '../what-runs.ts';
import { type Asked, type Done, doneBefore } from './done-before.ts';
import { isRead } from './ui-readings.ts';
import { isNamedWait, roleOf, waitingClaim } from './ui-roles.ts';

/** What a page shows at one moment decides whether a test does something to it. */
export interface DecidingLook {
	/** In the linted file. */
	readonly place: Span;
	readonly api: string;
	/** What was done to the page before. */
	readonly done: Done['role'];
}

/** The looks of tests and hooks, and of what they call, right behind something that was done to the page, by which it is decided what is done next. */
export function* decidingLooks(models: Models): Iterable<DecidingLook> {
	const told = new Set<Span>();
	for (const scope of [...models.scopes, ...models.steps]) {
		const course = models.effects.courseOf(scope.body);
		for (const [index, step] of course.entries()) {
			const place = step.call.module === models.module ? step.call.fact : step.via;
			if (told.has(place) || isSkippedAt(scope, place) || !decides(step, course.slice(index + 1), scope, models)) continue;
			const look = isTriedAgain(step, scope, models) ? undefined : lookOf(step, models);
			const done = look && doneBefore(course, index, look.asked, scope, models);
			if (look === undefined || done === undefined) continue;
			told.add(place);
			yield { place, api: look.api, done: done.role };
		}
	}
}

interface Look {
	readonly api: string;
	readonly asked: Asked;
}

/** What a step asks once of a page, itself or in a function that does nothing else. */
function lookOf({ rows, roots, entered, call }: CourseStep, { effects }: Models): Look | undefined {
	const match = rows.find(({ row }) => isLook(row));
	if (match !== undefined)
		return {
			api: apiName(match.origin, match.match),
			asked: match.row.effect === 'ui-read' && match.row.of === 'receiver' ? 'receiver' : 'selected',
		};
	if (entered || !roots.some(({ kind }) => kind === 'function')) return undefined;
	const [read] = effects
		.behind(call, [])
		.filter(isRead)
		.filter(({ row }) => isLook(row));
	return read === undefined ? undefined : { api: describe(read.witness), asked: undefined };
}

/** Whether a row tells at once whether something is there, or how much of it. */
function isLook(row: ApiRow): boolean {
	return row.effect === 'ui-read' && row.awaits === undefined && ['element', 'state', 'count'].includes(row.tells);
}

/** Whether a step stands in a loop that can be left, or that a condition ends, in an assertion that tries again, or in a function that is called like a wait, or handed to one. */
function isTriedAgain(step: CourseStep, scope: Scope, models: Models): boolean {
	if (waitingClaim(step, scope, models) !== undefined) return true;
	if (step.regions.some(({ loop }) => loop !== undefined && (loop.leaves || loop.form.endsWith('while')))) return true;
	const { module, fact } = step.call;
	const handedTo = module.facts.functions[fact.function]?.passedTo?.call;
	if (handedTo !== undefined && isNamedWait({ module, fact: handedTo, frame: undefined })) return true;
	for (let call = step.call.frame?.call; call !== undefined; call = call.frame?.call) if (isNamedWait(call)) return true;
	return false;
}

/** Whether what a step tells is asked by a branch in which something is done to the page. */
function decides(step: CourseStep, after: readonly CourseStep[], scope: Scope, models: Models): boolean {
	return after.some(
		later =>
			roleOf(later, scope, models) === 'action' &&
			later.regions.some(region => !step.regions.includes(region) && isBranch(region) && asks(region, step)),
	);
}

function isBranch({ kind }: Region): boolean {
	return kind === 'then' || kind === 'else' || kind === 'after-exit';
}

/** Whether the test of a branch has the call in it, or one of the calls that lead there and give what it gives. */
function asks({ test }: Region, { call }: CourseStep): boolean {
	if (test === undefined) return false;
	for (let each: typeof call | undefined = call; each !== undefined; each = each.frame?.call) {
		const { module, fact, frame } = each;
		const told = fact;
		if (isIn(test, told, module.facts, 0)) return true;
		if (frame === undefined || !frame.function.returns.some(({ value }) => isIn(value, told, module.facts, 0))) return false;
	}
	return false;
}

/** How many variables are followed from what is asked to the call. */
const maxHops = 3;

function isIn(value: Value, call: Value, facts: ModuleFacts, hops: number): boolean {
	return valuesInside(value).some(each => {
		if (each === call) return true;
		const definitions = each.kind === 'reference' && hops < maxHops ? (facts.bindings[each.binding]?.definitions ?? []) : [];
		const [only, ...others] = definitions.filter(({ kind }) => kind !== 'method' && kind !== 'member');
		return only?.kind === 'value' && others.length === 0 && isIn(only.value, call, facts, hops + 1);
	});
}
