import { retriedBy } from '../../assertions/retry.ts';
import type { CourseStep } from '../../effects/course.ts';
import type { Site } from '../../project/model.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Result, Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Read, elementOf, elementsOf, isWithin, placeOf } from './ui-readings.ts';
import { type Role, isConditionWait, isElementWait, isNamedWait, roleByName, roleOf, waitingClaim } from './ui-roles.ts';

/** When a page is looked at: what the test did to it before, and what it waited for since. */
export interface PageMoment {
	/** All that is called in front of the reading, of the hooks too. */
	readonly before: readonly CourseStep[];
	/** What of it was done to the page in the test itself, or waited for there; where that is nothing, in the hooks before each test. */
	readonly acts: readonly CourseStep[];
	/** What was done last; an action whose outcome is waited for beside it, or in a promise taken before it, is a wait. */
	readonly role: Role | undefined;
	/** The last that was done to the page and is no wait, by the test or its hooks, and what was waited for since. */
	readonly act: CourseStep | undefined;
	readonly waits: readonly CourseStep[];
	/** All that is called behind it. */
	readonly after: readonly CourseStep[];
	/** The reading is made again in a loop until it tells what is meant. */
	readonly isTriedAgain: boolean;
}

export function momentOf(read: Read, claim: Claim, scope: Scope, models: Models, byName: boolean): PageMoment {
	const roleIn = byName ? roleByName : roleOf;
	const course = models.effects.courseOf(scope.body);
	const index = indexOf(read, course, scope);
	const isActing = (step: CourseStep): boolean => roleIn(step, scope, models) !== undefined;
	const reached = stepsBefore(
		course,
		index,
		claim,
		course.findLast(step => waitsItself(step, read, scope, models)),
	);
	const own = claim.retried
		? reached.filter(({ call }) => call.module !== claim.site.module || !holds(claim.site.fact, call.fact))
		: reached;
	const hooks = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase.startsWith('before')) : [];
	const inTest = own.filter(isActing);
	const acts =
		inTest.length > 0
			? inTest
			: hooks
					.filter(({ phase }) => phase === 'before-each')
					.flatMap(({ body }) => models.effects.courseOf(body))
					.filter(isActing);
	const before = [...hooks.flatMap(({ body }) => models.effects.courseOf(body)), ...own];
	const all = before.filter(isActing);
	const last = all.findLastIndex(step => roleIn(step, scope, models) !== 'wait');
	return {
		before,
		acts,
		role: lastRole(acts, step => roleIn(step, scope, models)),
		act: all[last],
		waits: all.slice(last + 1),
		after: index === -1 ? [] : course.slice(index + 1),
		isTriedAgain: isTriedAgain(read, claim, models),
	};
}

/**
 * Where in a course a reading is made: what a helper does before it reads comes first, or before it calls what only reads. A function that the course does not enter, and that waits for
 * something before it reads, is taken as a whole.
 */
function indexOf(read: Read, course: readonly CourseStep[], scope: Scope): number {
	const place = placeOf(read, scope);
	const isThere = ({ via }: CourseStep): boolean => via.start >= place.start && via.end <= place.end;
	for (let each: Site<Call> | undefined = read.call; each !== undefined; each = each.frame?.call) {
		const { fact, module, frame } = each;
		const exact = course.findIndex(({ call }) => call.fact === fact && call.frame === frame);
		const same = exact === -1 ? course.findIndex(step => step.call.fact === fact && isThere(step)) : exact;
		if (same !== -1) return same;
		if (module.facts.functions[fact.function]?.awaits.some(({ end }) => end <= fact.start) === true) break;
	}
	const near = course.findIndex(isThere);
	return near === -1 ? course.findIndex(step => isAround(step, place)) : near;
}

/** Whether a step is an awaited call of a function of the project that is handed the function where something stands: `await named('is there', async () => …)`. */
function isAround({ via, roots, settled, call }: CourseStep, { start, end }: Span): boolean {
	return settled && call.fact === via && via.start <= start && end <= via.end && roots.some(({ kind }) => kind === 'function');
}

/** Whether a helper that the course does not enter, and that reads, makes an assertion that waits. */
function waitsItself(step: CourseStep, read: Read, scope: Scope, models: Models): boolean {
	const place = placeOf(read, scope);
	const isThere = step.via.start >= place.start && step.via.end <= place.end;
	return (
		isThere &&
		!step.entered &&
		step.call.fact !== read.call.fact &&
		step.roots.some(({ kind }) => kind === 'function') &&
		waitingClaim(step, scope, models) !== undefined
	);
}

/** The calls in front of a reading, and the helper's that waits before it reads. Where each round of a loop is to see something else, those behind it lead to the next round: they come last. */
function stepsBefore(
	course: readonly CourseStep[],
	index: number,
	{ expected }: Claim,
	helper: CourseStep | undefined,
): readonly CourseStep[] {
	const before = [...course.slice(0, Math.max(index, 0)), ...(helper === undefined ? [] : [helper])];
	const loop =
		expected === undefined || expected.fact.kind === 'literal'
			? undefined
			: course[index]?.regions.findLast(({ kind }) => kind === 'loop');
	return loop === undefined ? before : [...before, ...course.slice(index + 1).filter(({ regions }) => regions.includes(loop))];
}

/** Whether a reading stands in a loop that what it tells can end, or in a function that is run until it holds, and the claim behind that. */
function isTriedAgain({ call }: Read, { site }: Claim, models: Models): boolean {
	for (let each: Site<Call> | undefined = call; each !== undefined; each = each.frame?.call) {
		const inside = each.module.facts.functions[each.fact.function];
		if (
			inside !== undefined &&
			!(site.module === each.module && holds(inside, site.fact)) &&
			isRunAgain({ module: each.module, fact: inside, frame: each.frame }, models)
		)
			return true;
		for (let index = each.fact.region; index !== undefined; index = inside?.regions[index]?.parent) {
			const region = inside?.regions[index];
			const isClaimed =
				region !== undefined && site.module === each.module && site.fact.start >= region.start && site.fact.end <= region.end;
			if (region?.loop !== undefined && (region.loop.leaves || region.loop.form.endsWith('while')) && !isClaimed) return true;
		}
	}
	return false;
}

/** `await expect.poll(async () => { … }).toBe(true)` */
function isRunAgain({ module, fact: { passedTo }, frame }: Site<FunctionFacts>, { provenance }: Models): boolean {
	if (passedTo === undefined) return false;
	const call = { module, fact: passedTo.call, frame };
	return provenance
		.origins(at(call.fact.callee, call))
		.some(({ from, steps }) =>
			retriedBy({ from, steps: [...steps, callStep(call)] }).some(({ fact }) => fact === call.fact.args[passedTo.argument]),
		);
}

/** An action whose outcome is waited for beside it is a wait; one that is done to what was waited for, `wait(located).click()`, is none. */
function lastRole(acts: readonly CourseStep[], roleIn: (step: CourseStep) => Role | undefined): Role | undefined {
	const [last, previous] = [acts.at(-1), acts.at(-2)];
	if (last === undefined) return undefined;
	const isAwaited =
		previous !== undefined &&
		roleIn(previous) === 'wait' &&
		!(previous.call.module === last.call.module && holds(last.call.fact, previous.call.fact)) &&
		(!previous.settled || (previous.group?.args[0]?.kind === 'array' && previous.group === last.group));
	return isAwaited ? 'wait' : roleIn(last);
}

/**
 * Whether something was waited for since the last action that what is read most likely came with: an element of the page, a condition of the
 * test's own, a fixed time, or what a helper that acts waits for itself.
 */
export function isWaitedFor(read: Read, claim: Claim, moment: PageMoment, scope: Scope, models: Models): boolean {
	if (
		moment.waits.some(isConditionWait) ||
		isSlept(read, moment, scope, models) ||
		(moment.act !== undefined && helperWaits(moment.act, scope)) ||
		isNamed(moment) ||
		isTriedBetween(read, moment, scope, models)
	)
		return true;
	return moment.waits.some(step => isElementWait(step, scope, models) && comesWith(read, claim, step, models));
}

/** Whether an attribute is there at all is another matter than what it says: pages add some when they come to life. Nor are all there when one is. */
function comesWith({ row, call }: Read, { relation }: Claim, { call: wait }: CourseStep, models: Models): boolean {
	if (row.tells === 'attribute') return !['nothing', 'truthy', 'falsy'].includes(relation);
	if (row.tells !== 'count') return true;
	const counted = elementOf(call, row, models);
	return (
		counted === undefined ||
		!elementsOf(wait, models).some(each => each !== undefined && (each.startsWith(counted) || counted.startsWith(each)))
	);
}

/** Whether an assertion tries again since the last action in a callback that is not looked into: `await named('title', async () => { await expect(title).toBeVisible(); })`. */
function isTriedBetween(read: Read, { act, before }: PageMoment, scope: Scope, models: Models): boolean {
	const to = placeOf(read, scope).start;
	const from = act === undefined || !holds(scope.body.fact, act.via) ? scope.body.fact.start : act.via.end;
	const isSeen = (place: Span): boolean => before.some(({ via }) => via.start >= place.start && via.end <= place.end);
	return models
		.assertionsIn(scope)
		.some(
			({ retried, place, site }) =>
				retried && site.module === scope.body.module && place.start >= from && place.end <= to && !isSeen(place),
		);
}

/** Whether a fixed time goes by between the last action and the reading. */
function isSlept(read: Read, { act }: PageMoment, scope: Scope, models: Models): boolean {
	const [from, to] = [act !== undefined && isWithin(act.call, scope) ? act.via.start : scope.body.fact.start, placeOf(read, scope).start];
	return models.effects.sleepsIn(scope.body).some(({ site, ms }) => ms !== 0 && site.start >= from && site.end <= to);
}

/** Whether something is called like a wait since the last action, of which nothing else is known. */
function isNamed({ before, act }: PageMoment): boolean {
	return before
		.slice(act === undefined ? 0 : before.lastIndexOf(act) + 1)
		.some(({ call, rows }) => rows.length === 0 && isNamedWait(call));
}

/** Whether a helper waits for something of its own when it has acted: `await clicked(); await settled;`. */
function helperWaits({ call }: CourseStep, scope: Scope): boolean {
	let site: Site<Call> = call;
	while (site.frame !== undefined && !isWithin(site, scope)) {
		const { fact } = site;
		if (site.frame.function.awaits.some(each => each.start > fact.end && isOfItsOwn(each))) return true;
		if (site.frame.call === undefined) return false;
		site = site.frame.call;
	}
	return false;
}

/** A promise that is none of a call's: `await settled`, `await new Promise(…)`. */
function isOfItsOwn({ value }: Result): boolean {
	return value.kind === 'reference' || (value.kind === 'call' && value.form === 'new');
}
