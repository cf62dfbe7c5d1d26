import type { CourseStep } from '../../effects/course.ts';
import { pageMatchers } from '../../knowledge/assertions/matcher-words.ts';
import { actingCommands, addressWaits, commandPackages, conditionWait, pageRoots } from '../../knowledge/page-words.ts';
import { calm } from '../../knowledge/schedules.ts';
import { waitNames } from '../../knowledge/wait-words.ts';
import type { Origin } from '../../provenance/model.ts';
import type { Frame, Site } from '../../project/model.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** What a step does to a user interface: `load` is over when the new page is there, `wait` when the page has got somewhere. */
export type Role = 'action' | 'load' | 'wait';

export function roleOf(step: CourseStep, scope: Scope, models: Models): Role | undefined {
	if (waitingClaim(step, scope, models) !== undefined) return 'wait';
	for (const { row } of step.rows) {
		if (row.effect === 'ui-action') return row.loads === undefined ? 'action' : 'load';
		if (row.effect === 'ui-wait' || row.effect === 'event-wait') return 'wait';
	}
	return undefined;
}

/** The same, where commands of the project's own count too. */
export function roleByName(step: CourseStep, scope: Scope, models: Models): Role | undefined {
	return roleOf(step, scope, models) ?? (isCommand(step, models) ? 'action' : undefined);
}

/** Whether a step is a command of the project's own that does something to the page, by its name: `browser.clickVisible('#save')`. What it waits for is not known. */
function isCommand({ rows, roots, settled, call }: CourseStep, models: Models): boolean {
	if (rows.length > 0 || !settled || call.fact.form !== 'call') return false;
	return roots.some(root => {
		if (root.kind !== 'origin' || !commandPackages.has(root.origin.from)) return false;
		const [browser, command, ...others] = models.rows.canonical(root.origin).steps.filter(({ kind }) => kind !== 'await');
		return (
			browser?.kind === 'property' &&
			browser.name === 'browser' &&
			command?.kind === 'property' &&
			others.length === 0 &&
			actingCommands.test(command.name)
		);
	});
}

/** Whether a step waits until an element is there; one that is to be gone may not have come yet. */
export function isElementWait(step: CourseStep | undefined, scope: Scope, models: Models): boolean {
	if (step === undefined) return false;
	const claim = waitingClaim(step, scope, models);
	if (claim !== undefined) return !claim.negated && !pageMatchers.has(claim.matcher);
	return step.rows.some(({ row }) => row.effect === 'ui-wait' && row.element === true) && !step.call.fact.args.some(asksForNone);
}

/** Whether a step waits until a condition that is written out holds of the page: `page.waitForFunction(…)`. */
export function isConditionWait({
	call: {
		fact: { callee },
	},
	rows,
}: CourseStep): boolean {
	return callee.kind === 'member' && callee.property === conditionWait && rows.some(({ row }) => row.effect === 'ui-wait');
}

/** Whether a step waits until a page has an address, and for nothing else. */
export function isAddressWait(step: CourseStep, scope: Scope, models: Models): boolean {
	const { callee } = step.call.fact;
	const claim = waitingClaim(step, scope, models);
	if (claim !== undefined) return addressWaits.has(claim.matcher);
	return callee.kind === 'member' && typeof callee.property === 'string' && addressWaits.has(callee.property);
}

/** `{ state: 'hidden' }`, `{ reverse: true }`. */
function asksForNone(argument: Value): boolean {
	return (
		argument.kind === 'object' &&
		argument.entries.some(
			entry =>
				entry.kind === 'property' &&
				entry.value.kind === 'literal' &&
				(entry.value.value === 'hidden' ||
					entry.value.value === 'detached' ||
					(entry.key === 'reverse' && entry.value.value === true)),
		)
	);
}

/** The assertion that tries again until it holds which a step is a part of. Of one that the course does not come to, all that the test calls there is. */
export function waitingClaim(step: CourseStep, scope: Scope, models: Models): Claim | undefined {
	return waitingClaims(step, scope, models)[0];
}

/** All of them: one that is made in a callback of another is waited for with it. */
export function waitingClaims(step: CourseStep, scope: Scope, models: Models): readonly Claim[] {
	return retriedIn(scope, models)
		.filter(
			({ claim, place, isOnCourse }) =>
				isPartOf(step, claim) || (!isOnCourse && place.start === step.via.start && place.end === step.via.end),
		)
		.map(({ claim }) => claim);
}

interface Retried {
	readonly claim: Claim;
	readonly place: Span;
	/** A step of the test is a part of it. */
	readonly isOnCourse: boolean;
}

const known = new WeakMap<Models, Map<Scope, readonly Retried[]>>();

function retriedIn(scope: Scope, models: Models): readonly Retried[] {
	const scopes = known.get(models) ?? new Map<Scope, readonly Retried[]>();
	known.set(models, scopes);
	const found =
		scopes.get(scope) ??
		models
			.assertionsIn(scope)
			.filter(({ retried }) => retried)
			.map((claim): Retried => ({
				claim,
				place: placeOfClaim(claim, scope),
				isOnCourse: models.effects.courseOf(scope.body).some(step => isPartOf(step, claim)),
			}));
	scopes.set(scope, found);
	return found;
}

/** A call that the course does not enter is a part of each assertion that it leads to. */
function isPartOf({ call, entered }: CourseStep, { site: { fact, module, frame } }: Claim): boolean {
	if (module === call.module && isSameWay(frame, call.frame))
		return isWithin(call.fact, fact) || (isWithin(fact, call.fact) && isNamedWait(call));
	for (let each = entered ? undefined : frame; each !== undefined; each = each.call?.frame)
		if (each.call?.fact === call.fact && isSameWay(each.call.frame, call.frame)) return true;
	return false;
}

/** Whether the same calls lead there. */
function isSameWay(one: Frame | undefined, other: Frame | undefined): boolean {
	return (
		one === other ||
		(one !== undefined &&
			other !== undefined &&
			one.function === other.function &&
			one.call?.fact === other.call?.fact &&
			isSameWay(one.call?.frame, other.call?.frame))
	);
}

/** Whether something is called like a wait: `waitFor(() => …)`, `retryUntil(…)`. */
export function isNamedWait({ fact: { callee }, module }: Site<Call>): boolean {
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
	return typeof name === 'string' && waitNames.test(name);
}

function isWithin(inner: Span, outer: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** An assertion's place in the test's own text, which may stand where several tests are made of it. */
export function placeOfClaim({ site, place }: Claim, { body }: Scope): Span {
	return site.module === body.module && site.fact.start >= body.fact.start && site.fact.end <= body.fact.end ? site.fact : place;
}

/** Whether a step that nobody waits for sets nothing going itself: an assertion (not what it is given), what is entered, a part of an expression, a method of the language or of a page. */
export function isHarmless({ call, via, roots, rows, entered }: CourseStep, scope: Scope, models: Models): boolean {
	const { usage, callee, form } = call.fact;
	if (entered) return true;
	if (models.assertionsIn(scope).some(claim => placeOfClaim(claim, scope).start === via.start)) return true;
	if (rows.some(({ row }) => row.effect === 'ui-read') || usage === 'receiver' || usage === 'operand' || form === 'tag') return true;
	if (form === 'new' && usage !== 'discarded') return true;
	if (callee.kind === 'member' && typeof callee.property === 'string' && models.rows.method(callee.property) !== undefined) return true;
	return roots.length > 0 && roots.every(root => root.kind === 'origin' && (isCalm(root.origin) || isOfPage(root.origin.steps)));
}

function isCalm({ from, steps: [first] }: Origin): boolean {
	if (from !== 'global') return calm.has(from);
	return first?.kind === 'property' && (calm.has(first.name) || /^[A-Z]/.test(first.name));
}

function isOfPage(steps: readonly { readonly kind: string; readonly name?: string }[]): boolean {
	return pageRoots.has(steps[0]?.name ?? '');
}
