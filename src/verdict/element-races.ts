import type { CourseStep } from '../effects/course.ts';
import type { Influence, RowOf } from '../effects/model.ts';
import type { Site } from '../project/model.ts';
import { identityOf } from '../provenance/identity.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../syntax/facts.ts';
import type { Claim, Models, Scope } from './models.ts';
import { repeatsClaim } from './repeated-claims.ts';
import { type Role, isConditionWait, isElementWait, placeOfClaim, roleOf, waitingClaim } from './ui-roles.ts';
import { isSkippedAt } from './what-runs.ts';

/** An assertion on what a user interface showed when it was read, once. */
export interface ElementRace {
	readonly scope: Scope;
	readonly claim: Claim;
	/** Where to speak of it. */
	readonly place: Span;
	readonly read: Influence;
	readonly row: RowOf<'ui-read'>;
	/** An element of the page was waited for since the last action, and the text that is read most likely came with it; or a condition of the test's own was. */
	readonly waited: boolean;
	/** The test does something to the page before. */
	readonly acted: boolean;
}

/** Assertions on readings that nothing made wait for what they are to show; what a function asserts for several tests of the file once. */
export function* elementRaces(models: Models): Iterable<ElementRace> {
	const told = new Set<number | object>();
	for (const scope of models.scopes) {
		for (const claim of models.assertionsIn(scope)) {
			if (claim.retried || !isMade(claim)) continue;
			const reads = models.behindActual(claim).filter(isRead).filter(({ row }) => row.tells !== 'picture' || claim.relation === 'snapshot');
			const read = reads.find(each => shows(claim.actual, each, models) && isRace(each, claim, scope, models));
			const place = scope.body.module === models.module ? placeOfClaim(claim, scope) : claim.place;
			if (read === undefined || isSkippedAt(scope, place) || told.has(place.start) || told.has(claim.site.fact) || comparesReadings(claim, read, models) || isAsBefore(claim, scope, models)) continue;
			told.add(place.start).add(claim.site.fact);
			const acts = actsBefore(read, scope, models);
			const acted = acts.some(step => roleOf(step, scope, models) === 'action');
			yield { scope, claim, place, read, row: read.row, waited: isWaitedFor(read, claim, acts.at(-1), { scope, models }), acted };
		}
	}
}

/** Whether an attribute is there at all is another matter than what it says: pages add some when they come to life. */
function isWaitedFor({ row }: Read, { relation }: Claim, last: CourseStep | undefined, { scope, models }: { readonly scope: Scope; readonly models: Models }): boolean {
	const comesWith = row.tells === 'value' || (row.tells === 'attribute' && !['nothing', 'truthy', 'falsy'].includes(relation));
	return (comesWith && isElementWait(last, scope, models)) || (last !== undefined && isConditionWait(last));
}

/** Whether a value is what was read, or computed from it by the language: what a call answers that is only handed it is another matter. */
function shows(site: Site<Value>, read: Read, models: Models, hops = 0): boolean {
	if (hops > maxHops) return false;
	return models.provenance.roots(site).some(root => {
		if (root.kind === 'made') return partsOf(root.site.fact).some(part => shows(at(part, root.site), read, models, hops + 1));
		if (root.kind !== 'origin') return false;
		if (root.origin.steps.some(step => step.kind === 'call' && step.site.fact === read.call.fact)) return true;
		const [first] = root.origin.steps;
		const last = root.origin.steps.findLast(({ kind }) => kind === 'call');
		const isOfLanguage = root.origin.from === 'global' && first?.kind === 'property' && /^[A-Z]|^parse/.test(first.name);
		return isOfLanguage && last?.kind === 'call' && last.site.fact.args.some(argument => shows(at(argument, last.site), read, models, hops + 1));
	});
}

const maxHops = 6;

function partsOf(value: Value): readonly Value[] {
	if (value.kind === 'template') return value.parts;
	if (value.kind === 'operation') return value.operands;
	return value.kind === 'array' ? value.elements : [];
}

/** Whether the claim can fail the test here: nothing catches it, and no argument that is left out decides whether it is made. */
function isMade({ site: { fact, module, frame } }: Claim): boolean {
	const inside = fact.kind === 'call' ? module.facts.functions[fact.function] : undefined;
	if (inside === undefined || fact.kind !== 'call') return true;
	for (let index = fact.region; index !== undefined; index = inside.regions[index]?.parent) {
		const region = inside.regions[index];
		if (region?.kind === 'try' && inside.regions.some(({ kind, parent, start }) => kind === 'catch' && parent === region.parent && start >= region.end)) return false;
		if (region?.test !== undefined && frame?.function === inside && asksForMissing(region.test, inside, frame.call?.fact.args.length ?? 0)) return false;
	}
	return true;
}

/** Whether a condition mentions a parameter that a call hands nothing. */
function asksForMissing(test: Value, { parameters }: FunctionFacts, given: number): boolean {
	const missing = new Set(parameters.slice(given).flatMap(({ binding, default: standard }) => (binding === undefined || standard !== undefined ? [] : [binding])));
	const mentions = (value: Value): boolean => (value.kind === 'reference' ? missing.has(value.binding) : value.kind === 'operation' && value.operands.some(mentions));
	return mentions(test);
}

type Read = Influence & { readonly row: RowOf<'ui-read'>; readonly call: Site<Call> };

function isRead(influence: Influence): influence is Read {
	return influence.row?.effect === 'ui-read' && influence.call !== undefined;
}

/** The same was claimed before, and what was done since leaves it: `Server count: 1` in front of a click on another counter, and behind it. */
function isAsBefore(claim: Claim, scope: Scope, models: Models): boolean {
	const claims = models.assertionsIn(scope);
	return repeatsClaim(claim, claims.slice(0, Math.max(claims.indexOf(claim), 0)), scope.body.fact);
}

function isRace(read: Read, claim: Claim, scope: Scope, models: Models): boolean {
	const before = stepsBefore(read, scope, models);
	const acts = actsBefore(read, scope, models);
	if (needsAction(read, claim)) return lastRole(acts, scope, models) === 'action';
	if (saysSome(read.row, claim) && lastRole(acts, scope, models) === 'wait') return false;
	if (acts.some(step => isOfSameState(step, read, scope, models))) return false;
	return !isStatic([...before, ...around(scope, models)]);
}

function stepsBefore(read: Read, scope: Scope, models: Models): readonly CourseStep[] {
	const course = models.effects.courseOf(scope.body);
	const place = placeOf(read, scope);
	return course.slice(0, Math.max(course.findIndex(({ call, via }) => call.fact === read.call.fact && call.frame === read.call.frame || via.start >= place.start && via.end <= place.end), 0));
}

/** What was done to the page, or waited for there, in front of a reading. */
function actsBefore(read: Read, scope: Scope, models: Models): readonly CourseStep[] {
	return stepsBefore(read, scope, models).filter(step => roleOf(step, scope, models) !== undefined);
}

/** Where in the test's own text the reading is made. */
function placeOf({ source }: Read, scope: Scope): Span {
	let site: Site<Span> = source;
	while (site.frame?.call !== undefined && !isWithin(site, scope)) site = site.frame.call;
	return site.fact;
}

function isWithin(site: Site<Span>, { body }: Scope): boolean {
	return site.module === body.module && site.fact.start >= body.fact.start && site.fact.end <= body.fact.end;
}

/** What was done last; an action whose outcome is waited for beside it, or in a promise taken before it, is a wait. */
function lastRole(acts: readonly CourseStep[], scope: Scope, models: Models): Role | undefined {
	const [last, previous] = [acts.at(-1), acts.at(-2)];
	if (last === undefined) return undefined;
	const isAwaited = previous !== undefined && roleOf(previous, scope, models) === 'wait' && (!previous.settled || (previous.group !== undefined && previous.group === last.group));
	return isAwaited ? 'wait' : roleOf(last, scope, models);
}

/** What is so before anything happened, or as long as nothing does, is no race. */
function needsAction({ row, origin }: Read, claim: Claim): boolean {
	const hasMatchers = origin?.from.startsWith('puppeteer') !== true && row.matcher !== undefined;
	return row.of === 'page' || !hasMatchers || saysAbsent(row, claim);
}

/** Whether the claim is only that something is there, or how many there are at least. */
function saysSome({ tells }: RowOf<'ui-read'>, { relation, negated }: Claim): boolean {
	if (tells === 'count') return relation === 'greater' || relation === 'greater-or-equal' || relation === 'truthy';
	return tells === 'element' && (relation === 'truthy' || negated);
}

/** Whether the claim is that something is not shown. */
function saysAbsent({ tells, matcher }: RowOf<'ui-read'>, claim: Claim): boolean {
	const { relation, expected, negated } = claim;
	const value = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	if (tells === 'count' || relation === 'length') return relation === 'falsy' || (['identical', 'deep-equal', 'length'].includes(relation) && !negated && value === 0);
	if (tells === 'element') return relation === 'falsy' || (relation === 'nothing' && !negated) || (value === false && !negated) || (value === null && !negated);
	if (matcher !== 'toBeVisible' && matcher !== 'toBeHidden' && matcher !== 'toBeDisplayed') return false;
	const saysFalse = relation === 'falsy' || (relation === 'truthy' && negated) || (value === false) !== negated;
	return (matcher === 'toBeHidden') !== saysFalse;
}

/** Whether an earlier step leaves, or waited for, just what the reading tells. */
function isOfSameState(step: CourseStep, read: Read, scope: Scope, models: Models): boolean {
	const element = elementOf(read.call, read.row);
	if (element === undefined) return false;
	const claim = waitingClaim(step, scope, models);
	if (claim !== undefined) return claim.matcher === read.row.matcher && sameElement(claim.actual, read, element);
	return step.rows.some(({ row, call }) => {
		if (call === undefined) return false;
		const settles = row.effect === 'ui-action' ? row.settles?.includes(read.row.matcher ?? '') === true : row.effect === 'ui-wait' && shown.has(read.row.matcher ?? '');
		return settles && elementsOf(call).some(each => each === element);
	});
}

/** What an element is that was waited for. */
const shown: ReadonlySet<string> = new Set(['toBeVisible', 'toBeDisplayed', 'toExist']);

function sameElement(actual: Site<Value>, { row }: Read, element: string): boolean {
	return identityOf(actual, 'ways') === element || row.of === 'page';
}

/** What a reading is about: the receiver, or the page and the selector. */
function elementOf(call: Site<Call>, { of }: RowOf<'ui-read'>): string | undefined {
	const [receiver, selected] = elementsOf(call);
	return of === 'receiver' ? receiver : (selected ?? receiver);
}

function elementsOf(call: Site<Call>): readonly (string | undefined)[] {
	const { callee, args } = call.fact;
	const [selector] = args;
	if (callee.kind !== 'member') return [];
	const receiver = identityOf(at(callee.object, call), 'ways');
	const selected = selector === undefined ? undefined : identityOf(at(selector, call), 'ways');
	return [receiver, receiver === undefined || selected === undefined ? undefined : `${receiver}.locator(${selected})`];
}

/** Steps of the hooks in front of a test. */
function around(scope: Scope, models: Models): readonly CourseStep[] {
	const hooks = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase.startsWith('before')) : [];
	return hooks.flatMap(({ body }) => models.effects.courseOf(body));
}

/** A page that the test wrote itself, and nothing was loaded. */
function isStatic(steps: readonly CourseStep[]): boolean {
	const loads = steps.flatMap(({ rows }) => rows.flatMap(({ row }) => (row.effect === 'ui-action' && row.loads !== undefined ? [row.loads] : [])));
	return loads.includes('content') && !loads.includes('page');
}

/** Two readings that are to be the same: that nothing changed is true at once. Nor is a reading a race that a later one is compared with. */
function comparesReadings(claim: Claim, { source }: Read, models: Models): boolean {
	const others = claim.expected === undefined ? [] : models.effects.behind(claim.expected, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'ui-read');
	return others.some(other => !claim.negated || (other.source.module === source.module && other.source.fact.start > source.fact.start));
}
