import type { CourseStep } from '../../effects/course.ts';
import { isPage } from '../../effects/waits/pages.ts';
import { answeringEvents, routing } from '../../knowledge/page-words.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Span } from '../../syntax/facts.ts';
import { filledBy, isAboutVariable } from '../filled-variables.ts';
import type { Models, Scope } from '../models.ts';
import { commandName } from '../pages/cypress-commands.ts';
import { isHarmless, placeOfClaim, roleOf } from '../pages/ui-roles.ts';

/** What a page is told only when what it is for may be over: answers to requests, or a handler of what an action brings about. */
export interface LateHandler {
	readonly scope: Scope;
	readonly place: Span;
	/** What is done to the page before, and was awaited: `goto`, `click`. */
	readonly trigger: string;
	/** The event that is handled; undefined where requests are answered. */
	readonly event: string | undefined;
}

/** Handlers that tests give a page of Playwright or Puppeteer behind the last thing that they do to it: nothing that comes can bring about what they are for. */
export function* lateHandlers(models: Models): Iterable<LateHandler> {
	for (const scope of models.tests) {
		if (scope.body.module !== models.module) continue;
		const course = models.effects.courseOf(scope.body);
		for (const [index, step] of course.entries()) {
			const event = handledBy(step, models);
			if (event === undefined || step.regions.length > 0) continue;
			if (event !== routing && !answeringEvents.has(event) && !fillsForClaim(step, scope, models)) continue;
			const trigger = course.slice(0, index).findLast(each => roleOf(each, scope, models) !== undefined);
			const role = trigger === undefined ? undefined : roleOf(trigger, scope, models);
			if (
				trigger === undefined ||
				!trigger.settled ||
				trigger.regions.length > 0 ||
				(role !== 'action' && (role !== 'load' || event !== routing))
			)
				continue;
			const after = course.slice(index + 1).filter(each => !isPart(each, step));
			if (!isLooking(after, scope, models)) continue;
			yield { scope, place: step.via, trigger: commandName(trigger) ?? 'what is done', event: event === routing ? undefined : event };
		}
	}
}

/** `page.route(…)`, `page.on('dialog', …)`: the event, of a page that is not a global. */
function handledBy({ call, roots }: CourseStep, models: Models): string | undefined {
	const {
		callee,
		args: [event, handler],
	} = call.fact;
	if (callee.kind !== 'member' || handler === undefined || roots.some(root => root.kind === 'origin' && root.origin.from === 'global'))
		return undefined;
	const isListening = (callee.property === 'on' || callee.property === 'once') && event?.kind === 'literal';
	if ((callee.property !== routing && !isListening) || !isPage(models, at(callee.object, call))) return undefined;
	if (callee.property === routing) return routing;
	return event?.kind === 'literal' && typeof event.value === 'string' ? event.value : undefined;
}

/** Whether a handler fills a variable of which an assertion behind it asks what it holds. */
function fillsForClaim({ call: { fact, module }, via }: CourseStep, scope: Scope, models: Models): boolean {
	const handler = fact.args[1];
	const callback = handler?.kind === 'function' ? functionAt(module, handler.function) : undefined;
	const filled = callback === undefined ? [] : filledBy(callback, module);
	return models
		.assertionsIn(scope)
		.some(
			claim =>
				claim.place.start > via.end &&
				!models.claimsAbsence(claim) &&
				filled.some(binding => isAboutVariable(models, claim, { module, binding })),
		);
}

/** Whether all that comes looks at the page or waits for it, and something does. */
function isLooking(steps: readonly CourseStep[], scope: Scope, models: Models): boolean {
	const looks = (step: CourseStep): boolean => {
		const role = roleOf(step, scope, models);
		return role === undefined ? isAsking(step) : role === 'wait';
	};
	const isAsking = (step: CourseStep): boolean =>
		step.rows.some(({ row }) => row.effect === 'ui-read') ||
		models.assertionsIn(scope).some(claim => placeOfClaim(claim, scope).start === step.via.start);
	return steps.some(looks) && steps.every(step => step.entered || looks(step) || (!step.settled && isHarmless(step, scope, models)));
}

/** A call inside another. */
function isPart({ call: { module, fact } }: CourseStep, { call: outer }: CourseStep): boolean {
	return module === outer.module && fact.start >= outer.fact.start && fact.end <= outer.fact.end;
}
