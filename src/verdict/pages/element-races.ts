import type { CourseStep } from '../../effects/course.ts';
import type { Influence, RowOf } from '../../effects/model.ts';
import { drawnLater, openingWait, pageRoots } from '../../knowledge/page-words.ts';
import { isCaught } from '../../assertions/retry.ts';
import { shownMatchers } from '../../knowledge/assertions/matcher-words.ts';
import type { Frame, Site } from '../../project/model.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Path } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { comparesReadings, laterSide } from './changed-readings.ts';
import { isOvertaken } from './overtaken-claims.ts';
import { type PageMoment, isWaitedFor, momentOf } from './page-moments.ts';
import { repeatsClaim } from '../repeated-claims.ts';
import { type Read, elementOf, elementsOf, isRead, placeOf, saysAbsent, saysSome } from './ui-readings.ts';
import { comesWithItsElement, holdsWhatIsTyped, wasThere } from './ui-presence.ts';
import { placeOfClaim, roleByName, waitingClaims } from './ui-roles.ts';
import { holds } from '../../syntax/spans.ts';
import { isSkippedAt } from '../what-runs.ts';

/** An assertion on what a user interface showed when it was read, once. */
export interface ElementRace {
	readonly scope: Scope;
	readonly claim: Claim;
	/** Where to speak of it. */
	readonly place: Span;
	readonly read: Influence;
	readonly row: RowOf<'ui-read'>;
	/** Something was waited for since the last action, asserted already, or is waited for by the reading itself, that what is read most likely came with. */
	readonly waited: boolean;
	/** What the test, or a hook of it, is known to have done to the page before: nothing but load it, or not even that. */
	readonly done: 'action' | 'load' | undefined;
	/** The page may have got where the claim says that it is not yet. */
	readonly overtaken: boolean;
}

/** Assertions on readings that nothing made wait for what they are to show; what a function asserts for several tests of the file once, and once for each other function by which they come to it. */
export function* elementRaces(models: Models): Iterable<ElementRace> {
	const places = new Set<number>();
	const told = new Map<object, Set<FunctionFacts | undefined>>();
	const readings = new Map<object, Set<Frame | undefined>>();
	for (const scope of [...models.scopes, ...models.steps]) {
		const seen = new Set<CourseStep | undefined>();
		for (const claim of models.assertionsIn(scope)) {
			if (claim.retried || claim.relation === 'throws' || !isMade(claim)) continue;
			const place = scope.body.module === models.module ? placeOfClaim(claim, scope) : claim.place;
			const race = raceOf(claim, scope, models);
			const ways = told.get(claim.site.fact) ?? new Set();
			const way = calledFor(claim);
			if (race === undefined || isSkippedAt(scope, place) || places.has(place.start) || ways.has(way)) continue;
			const { fact, frame } = race.read.source;
			const known = readings.get(fact) ?? new Set();
			if (known.has(frame) || comparesReadings(claim, race.read, models) || isAsBefore(claim, scope, models)) continue;
			const { read, moment, overtaken, byName } = race;
			const waited = seen.has(moment.act) || byName || (moment.role === 'wait' && needsAction(read, claim, models)) || isWaitedFor(read, claim, moment, scope, models) || comesWithItsElement(read, claim, moment, scope, models);
			places.add(place.start);
			told.set(claim.site.fact, ways.add(way));
			readings.set(fact, known.add(frame));
			seen.add(moment.act);
			const isActed = moment.acts.some(step => roleByName(step, scope, models) === 'action');
			yield { scope, claim, place, read, row: read.row, waited: waited && !overtaken, done: isActed ? 'action' : moment.act && 'load', overtaken };
		}
	}
}

/** The function that a test calls to come to an assertion; undefined where it makes it itself. */
function calledFor({ site: { frame } }: Claim): FunctionFacts | undefined {
	let first = frame;
	while (first?.call?.frame !== undefined) first = first.call.frame;
	return first?.function;
}

function raceOf(claim: Claim, scope: Scope, models: Models): { readonly read: Read; readonly moment: PageMoment; readonly overtaken: boolean; readonly byName: boolean } | undefined {
	const own = models.behindActual(claim).filter(isRead).filter(read => !isOfOther(read, claim, scope)).filter(({ row }) => row.tells !== 'picture' || claim.relation === 'snapshot');
	const { actual, reads } = laterSide(claim, own, models);
	for (const read of reads) {
		if (!shows(actual, read, models)) continue;
		for (const byName of [false, true]) {
			const moment = momentOf(read, claim, scope, models, byName);
			const overtaken = isOvertaken(read, claim, moment, scope, models);
			if (overtaken || isRace(read, claim, moment, scope, models)) return { read, moment, overtaken, byName };
		}
	}
	return undefined;
}

/**
 * Whether a claim on a variable that is written several times is about another of its values than a reading gave: the last one that is written in front of the
 * claim counts, and where that is read off another variable (`width = box.width`), the last one of that in front of it.
 */
function isOfOther(read: Read, { actual: { fact, module } }: Claim, scope: Scope): boolean {
	const place = placeOf(read, scope);
	let value: Value = fact;
	for (let hop = 0; hop < maxHops; hop++) {
		const { root } = chainOf(value);
		const definitions = root.kind === 'reference' ? (module.facts.bindings[root.binding]?.definitions ?? []) : [];
		const values = definitions.flatMap(each => (each.kind === 'value' && each.path.length === 0 ? [each] : []));
		const before: Value = value;
		const last = values.findLast(each => each.value.end <= before.start);
		if (last === undefined || values.some(each => each.function !== last.function || each.region !== last.region)) return false;
		const own = values.find(each => holds(each.value, place));
		if (own !== undefined) return own !== last;
		value = last.value;
	}
	return false;
}

/** Whether a value is what was read, or computed from it by the language: what a call answers that is only handed it is another matter. */
function shows(site: Site<Value>, read: Read, models: Models, hops = 0): boolean {
	if (hops > maxHops) return false;
	return models.provenance.roots(site).some(root => {
		if (root.kind === 'made') return partsOf(root.site.fact).some(part => shows(at(part, root.site), read, models, hops + 1));
		if (root.kind !== 'origin') return false;
		const made = root.origin.steps.findIndex(step => step.kind === 'call' && step.site.fact === read.call.fact);
		if (made !== -1) return root.origin.steps.slice(made + 1).every(step => step.kind !== 'call' || isOfLanguage(step.site.fact, models));
		const [first] = root.origin.steps;
		const last = root.origin.steps.findLast(({ kind }) => kind === 'call');
		const isBuiltIn = root.origin.from === 'global' && first?.kind === 'property' && /^[A-Z]|^parse/.test(first.name);
		return isBuiltIn && last?.kind === 'call' && last.site.fact.args.some(argument => shows(at(argument, last.site), read, models, hops + 1));
	});
}

/** `text.trim()`; what is read off a frame that was looked up is another reading. */
function isOfLanguage({ callee }: Call, { rows }: Models): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && rows.method(callee.property) !== undefined;
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
	if (isCaught(inside, fact.region)) return false;
	for (let index = fact.region; index !== undefined; index = inside.regions[index]?.parent) {
		const region = inside.regions[index];
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

/** The same was claimed before, and what was done since leaves it: `Server count: 1` in front of a click on another counter, and behind it. */
function isAsBefore(claim: Claim, scope: Scope, models: Models): boolean {
	const claims = models.assertionsIn(scope);
	return repeatsClaim(claim, claims.slice(0, Math.max(claims.indexOf(claim), 0)), scope.body.fact);
}

function isRace(read: Read, claim: Claim, moment: PageMoment, scope: Scope, models: Models): boolean {
	const { acts, before, role } = moment;
	if (moment.isTriedAgain || isAlwaysSo(read.row, claim)) return false;
	const isDrawn = role === 'load' && drawnLater.has(read.row.matcher ?? '');
	if (needsAction(read, claim, models) && role !== 'action' && !isDrawn && !isActedBefore(read, moment, scope, models)) return false;
	if (saysSome(read.row, claim) && role === 'wait') return false;
	if (saysAbsent(read.row, claim) && !wasThere(read, claim, moment, scope, models)) return false;
	if (holdsWhatIsTyped(read, moment, models)) return false;
	const staysSo = shownMatchers.has(read.row.matcher ?? '') && !saysAbsent(read.row, claim);
	if (acts.some(step => isOfSameState(step, staysSo || moment.waits.includes(step), read, { scope, models }))) return false;
	return !isStatic(before) && (isOfBrowser(read) || before.some(step => isDone(step, scope, models)));
}

/** A page that a fixture opens is there before the test does anything; what WebdriverIO looks at without that may be what the test has rendered itself. */
function isOfBrowser({ origin }: Read): boolean {
	return origin?.steps.some(step => step.kind === 'property' && pageRoots.has(step.name)) === true;
}

function isDone(step: CourseStep, scope: Scope, models: Models): boolean {
	const role = roleByName(step, scope, models);
	return role === 'action' || role === 'load';
}

/** How many there are, and the text of an element that is waited for, is never nothing. */
function isAlwaysSo({ tells, awaits }: RowOf<'ui-read'>, { relation }: Claim): boolean {
	return relation === 'nothing' && (tells === 'count' || (tells === 'value' && awaits === 'element'));
}

/** An element that is looked at when something was waited for behind an action, where nothing but an action can change it. */
function isActedBefore({ row }: Read, { role, act }: PageMoment, scope: Scope, models: Models): boolean {
	return role === 'wait' && row.of !== 'page' && act !== undefined && roleByName(act, scope, models) === 'action';
}

/**
 * What is so before anything happened, or as long as nothing does, is no race. What a script of the page sets may not be there when the page is, and a page that
 * has just opened is empty at first.
 */
function needsAction(read: Read, claim: Claim, models: Models): boolean {
	const { row, origin } = read;
	const hasMatchers = origin?.from.startsWith('puppeteer') !== true && row.matcher !== undefined;
	return row.of === 'page' ? !isOfSet(read, claim) && !isOfNew(read, models) : !hasMatchers || saysAbsent(row, claim);
}

/** `(await page.waitForEvent('popup')).url()`, and that of a page which is waited for beside what opens it. */
function isOfNew({ call: { fact: { callee }, ...place } }: Read, { provenance }: Models): boolean {
	return callee.kind === 'member' && provenance.origins(at(callee.object, place)).some(({ steps }) => steps.some((step, index) => (step.kind === 'property' && step.name === openingWait) || (step.kind === 'call' && opens(step.site.fact, steps.slice(index + 1)))));
}

/** Whether what is taken from a list of promises is what the wait for a page gives. */
function opens({ args: [list] }: Call, taken: Path): boolean {
	const position = taken.find(({ kind }) => kind === 'position');
	const promise = list?.kind === 'array' && position?.kind === 'position' && position.index !== undefined ? list.elements[position.index] : undefined;
	return promise?.kind === 'call' && promise.callee.kind === 'member' && promise.callee.property === openingWait;
}

/** `expect(await page.evaluate(() => window.results)).toBeDefined()` */
function isOfSet({ row, call: { fact: { callee, args: [script] }, module } }: Read, { relation, negated }: Claim): boolean {
	const [given, ...others] = script?.kind === 'function' ? (module.facts.functions[script.function]?.returns ?? []) : [];
	const isThere = (relation === 'nothing' && negated) || (relation === 'truthy' && !negated);
	return isThere && row.tells === 'value' && callee.kind === 'member' && others.length === 0 && given !== undefined && isKeptByWindow(given.value);
}

/** `window.results` */
function isKeptByWindow(value: Value): boolean {
	const { root, path } = chainOf(value);
	return value.kind === 'member' && root.kind === 'global' && root.name === 'window' && path.length > 0;
}

/** Whether an earlier step leaves, or waited for, just what the reading tells; that an element is there stays so, what it says may be another since the last action. */
function isOfSameState(step: CourseStep, staysSo: boolean, read: Read, { scope, models }: { readonly scope: Scope; readonly models: Models }): boolean {
	const element = elementOf(read.call, read.row, models);
	if (element === undefined) return false;
	const claims = waitingClaims(step, scope, models);
	if (claims.length > 0) return staysSo && claims.some(({ matcher, actual }) => matcher === read.row.matcher && sameElement(actual, read, element, models));
	return step.rows.some(({ row, call }) => {
		if (call === undefined) return false;
		const settles = row.effect === 'ui-action' ? row.settles?.includes(read.row.matcher ?? '') === true : row.effect === 'ui-wait' && staysSo && shownMatchers.has(read.row.matcher ?? '');
		return settles && elementsOf(call, models).some(each => each === element);
	});
}

function sameElement(actual: Site<Value>, { row }: Read, element: string, models: Models): boolean {
	return identityOf(actual, 'ways', models.provenance.roots) === element || row.of === 'page';
}

/** A page that the test wrote itself, and nothing was loaded. */
function isStatic(steps: readonly CourseStep[]): boolean {
	const loads = steps.flatMap(({ rows }) => rows.flatMap(({ row }) => (row.effect === 'ui-action' && row.loads !== undefined ? [row.loads] : [])));
	return loads.includes('content') && !loads.includes('page');
}
