import { type Witness, behindTest } from '../../effects/witness.ts';
import type { CourseStep } from '../../effects/course.ts';
import type { Influence, RowOf } from '../../effects/model.ts';
import { drawnLater, pageRoots } from '../../knowledge/page-words.ts';
import { isCaught } from '../../assertions/retry.ts';
import { shownMatchers } from '../../knowledge/assertions/matcher-words.ts';
import type { Frame, Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { comparesReadings, laterSide } from './changed-readings.ts';
import { isOvertaken } from './overtaken-claims.ts';
import { type PageMoment, isWaitedFor, momentOf } from './page-moments.ts';
import { repeatsClaim } from '../repeated-claims.ts';
import { type Read, elementOf, elementsOf, isRead, saysAbsent, saysSome } from './ui-readings.ts';
import { isSettled } from './settled-readings.ts';
import { comesWithItsElement, holdsWhatIsTyped, wasThere } from './ui-presence.ts';
import { isAddressWait, placeOfClaim, roleByName, waitingClaims } from './ui-roles.ts';
import { isSkippedAt } from '../what-runs.ts';
import { needsAction } from './needed-actions.ts';
import { isOfOther, shows } from './shown-values.ts';

/** An assertion on what a user interface showed when it was read, once. */
export interface ElementRace {
	readonly scope: Scope;
	readonly claim: Claim;
	/** Where to speak of it. */
	readonly place: Span;
	readonly read: Influence;
	/** From the place to the reading. */
	readonly witness: Witness;
	readonly row: RowOf<'ui-read'>;
	/** Something was waited for since the last action, asserted already, or is waited for by the reading itself, that what is read most likely came with. */
	readonly waited: boolean;
	/** What the test, or a hook of it, is known to have done to the page before: nothing but load it, or not even that. */
	readonly done: 'action' | 'load' | undefined;
	/** What was read is what an assertion waits for. */
	readonly isExpected: boolean;
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
			if (claim.relation === 'throws' || !isMade(claim)) continue;
			const race = claim.retried ? expectedRaceOf(claim, scope, models) : raceOf(claim, scope, models);
			const place = placeOf(race, claim, scope, models);
			const ways = told.get(claim.site.fact) ?? new Set();
			const way = calledFor(claim);
			if (race === undefined || isSkippedAt(scope, place) || places.has(place.start) || ways.has(way)) continue;
			const { fact, frame } = race.read.source;
			const known = readings.get(fact) ?? new Set();
			if (known.has(frame) || comparesReadings(claim, race.read, models) || isAsBefore(claim, scope, models)) continue;
			const { read, moment, overtaken } = race;
			const waited = seen.has(moment.act) || isWaited(race, claim, scope, models);
			places.add(place.start);
			told.set(claim.site.fact, ways.add(way));
			readings.set(fact, known.add(frame));
			seen.add(moment.act);
			const isActed = moment.acts.some(step => roleByName(step, scope, models) === 'action');
			const done = isActed ? 'action' : moment.act && 'load';
			const witness = place === claim.site.fact ? behindTest(read.witness, read.source, claim.site) : read.witness;
			yield {
				scope,
				claim,
				place,
				read,
				witness,
				row: read.row,
				waited: waited && !overtaken,
				done,
				overtaken,
				isExpected: claim.retried,
			};
		}
	}
}

/** The assertion itself, where the test or a function of the linted file makes it of its own reading: what has to wait is there, whoever calls it. */
function placeOf(race: Race | undefined, claim: Claim, scope: Scope, { module }: Models): Span {
	const { site, place } = claim;
	if (site.module === module && race !== undefined && isReadInside(race.read, claim)) return site.fact;
	return scope.body.module === module ? placeOfClaim(claim, scope) : place;
}

/** Whether a page is read in the function that makes a claim, or on behalf of it. */
function isReadInside({ source }: Read, { site }: Claim): boolean {
	for (let { frame } = source; frame !== undefined; frame = frame.call?.frame) if (frame.function === site.frame?.function) return true;
	return false;
}

/** The function that a test calls to come to an assertion; undefined where it makes it itself. */
function calledFor({ site: { frame } }: Claim): FunctionFacts | undefined {
	let first = frame;
	while (first?.call?.frame !== undefined) first = first.call.frame;
	return first?.function;
}

/** A reading that nothing made wait for what it is to show. */
interface Race {
	readonly read: Read;
	readonly moment: PageMoment;
	readonly overtaken: boolean;
	/** What the test did to the page is told by names alone. */
	readonly byName: boolean;
}

/** Whether something was waited for that what is read most likely came with. */
function isWaited({ read, moment, byName }: Race, claim: Claim, scope: Scope, models: Models): boolean {
	if (byName || (moment.role === 'wait' && needsAction(read, claim, models))) return true;
	return isWaitedFor(read, claim, moment, scope, models) || comesWithItsElement(read, claim, moment, scope, models);
}

function raceOf(claim: Claim, scope: Scope, models: Models): Race | undefined {
	const own = models
		.behindActual(claim)
		.filter(isRead)
		.filter(read => !isOfOther(read, claim, scope))
		.filter(({ row }) => row.tells !== 'picture' || claim.relation === 'snapshot');
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

/** A reading by which an assertion that waits is told what to wait for: `await expect(title).toHaveText(await row.textContent())`. */
function expectedRaceOf(claim: Claim, scope: Scope, models: Models): Race | undefined {
	const { expected, actual, negated, relation } = claim;
	if (expected === undefined || expected.fact.kind === 'literal' || negated || relation === 'snapshot') return undefined;
	const subject = identityOf(actual, 'ways', models.provenance.roots);
	const reads = models.effects
		.behind(expected, [{ kind: 'parts' }])
		.filter(isRead)
		.filter(({ row, call }) => ['value', 'attribute', 'count'].includes(row.tells) && elementOf(call, row, models) !== subject);
	for (const read of reads) {
		const moment = momentOf(read, claim, scope, models, false);
		if (shows(expected, read, models) && isRace(read, claim, moment, scope, models))
			return { read, moment, overtaken: false, byName: false };
	}
	return undefined;
}

/** Whether the claim can fail the test here: nothing catches it, and no argument that is left out decides whether it is made. */
function isMade({ site: { fact, module, frame } }: Claim): boolean {
	const inside = fact.kind === 'call' ? module.facts.functions[fact.function] : undefined;
	if (inside === undefined || fact.kind !== 'call') return true;
	if (isCaught(inside, fact.region)) return false;
	for (let index = fact.region; index !== undefined; index = inside.regions[index]?.parent) {
		const test = inside.regions[index]?.test;
		const given = frame?.function === inside ? (frame.call?.fact.args.length ?? 0) : undefined;
		if (test !== undefined && given !== undefined && asksForMissing(test, inside, given)) return false;
	}
	return true;
}

/** Whether a condition mentions a parameter that a call hands nothing. */
function asksForMissing(test: Value, { parameters }: FunctionFacts, given: number): boolean {
	const missing = new Set(
		parameters
			.slice(given)
			.flatMap(({ binding, default: standard }) => (binding === undefined || standard !== undefined ? [] : [binding])),
	);
	const mentions = (value: Value): boolean =>
		value.kind === 'reference' ? missing.has(value.binding) : value.kind === 'operation' && value.operands.some(mentions);
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
	if (holdsWhatIsTyped(read, moment, models) || isSettled(read, claim, moment, scope, models)) return false;
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

/** What is looked at when something was waited for behind an action, where nothing but an action can change it; of a page as a whole, what a script in it tells behind a wait for nothing but the address. */
function isActedBefore({ row }: Read, { role, act, waits }: PageMoment, scope: Scope, models: Models): boolean {
	const isBehindAddress = row.tells === 'value' && row.matcher === undefined && waits.every(step => isAddressWait(step, scope, models));
	return role === 'wait' && (row.of !== 'page' || isBehindAddress) && act !== undefined && roleByName(act, scope, models) === 'action';
}

/** Whether an earlier step leaves, or waited for, just what the reading tells; that an element is there stays so, what it says may be another since the last action. */
function isOfSameState(
	step: CourseStep,
	staysSo: boolean,
	read: Read,
	{ scope, models }: { readonly scope: Scope; readonly models: Models },
): boolean {
	const element = elementOf(read.call, read.row, models);
	if (element === undefined) return false;
	const claims = waitingClaims(step, scope, models);
	if (claims.length > 0)
		return staysSo && claims.some(({ matcher, actual }) => matcher === read.row.matcher && sameElement(actual, read, element, models));
	return step.rows.some(({ row, call }) => {
		if (call === undefined) return false;
		const settles =
			row.effect === 'ui-action'
				? row.settles?.includes(read.row.matcher ?? '') === true
				: row.effect === 'ui-wait' && staysSo && shownMatchers.has(read.row.matcher ?? '');
		return settles && elementsOf(call, models).some(each => each === element);
	});
}

function sameElement(actual: Site<Value>, { row }: Read, element: string, models: Models): boolean {
	return identityOf(actual, 'ways', models.provenance.roots) === element || row.of === 'page';
}

/** A page that the test wrote itself, and nothing was loaded. */
function isStatic(steps: readonly CourseStep[]): boolean {
	const loads = steps.flatMap(({ rows }) =>
		rows.flatMap(({ row }) => (row.effect === 'ui-action' && row.loads !== undefined ? [row.loads] : [])),
	);
	return loads.includes('content') && !loads.includes('page');
}
