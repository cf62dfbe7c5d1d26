import type { CourseStep } from '../../effects/course.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { PageMoment } from './page-moments.ts';
import { type Read, elementOf, elementsOf, saysAbsent } from './ui-readings.ts';
import { isConditionWait, isElementWait, roleOf, waitingClaim } from './ui-roles.ts';

/**
 * Whether a claim says that a page has not got somewhere yet, and the test waits next until it has, with nothing done in between: the page gets
 * there by itself, and may have been there already.
 */
export function isOvertaken(read: Read, claim: Claim, { after }: PageMoment, scope: Scope, models: Models): boolean {
	if (!saysAbsent(read.row, claim)) return false;
	const next = after.find(step => roleOf(step, scope, models) !== undefined);
	return next !== undefined && roleOf(next, scope, models) === 'wait' && awaitsTheSame(next, read, scope, models);
}

function awaitsTheSame(step: CourseStep, { call, row }: Read, scope: Scope, models: Models): boolean {
	if (isConditionWait(step)) {
		const condition = conditionOf(call);
		return condition !== undefined && condition === conditionOf(step.call);
	}
	const element = elementOf(call, row, models);
	if (element === undefined || row.of === 'page' || row.tells === 'value' || !isElementWait(step, scope, models)) return false;
	const claim = waitingClaim(step, scope, models);
	return claim === undefined
		? elementsOf(step.call, models).includes(element)
		: identityOf(claim.actual, 'ways', models.provenance.roots) === element;
}

/** What a script tells: `() => window.isReady`. */
function conditionOf({
	fact: {
		args: [script],
	},
	...place
}: Site<Call>): string | undefined {
	const facts = script?.kind === 'function' ? functionAt(place.module, script.function) : undefined;
	const [only, ...others] = facts?.returns ?? [];
	return only === undefined || others.length > 0 ? undefined : identityOf(at(only.value, place), 'names');
}
