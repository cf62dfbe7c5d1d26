import { toleranceOf } from '../../assertions/tolerance.ts';
import { isTimeBomb } from '../../effects/clocks/fixed-instants.ts';
import { isRemade } from '../../effects/clocks/remade-dates.ts';
import { asksPartSetThere } from '../../effects/clocks/set-there.ts';
import { regionsAround } from '../../effects/loops.ts';
import type { Influence } from '../../effects/model.ts';
import type { Clock } from '../../framework/model.ts';
import { keyMatchers } from '../../knowledge/assertions/matcher-words.ts';
import { stubbedParts } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { property } from '../../provenance/walker.ts';
import type { Region, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { clockDependence } from './clock-dependence.ts';
import type { ClockDependence } from './dependence.ts';
import { isHeldBetween, isOnlyClaimed, isOnlyCompared, readingHandedBeside, unseenReading } from './compared-readings.ts';
import { behindExpected } from './compared-values.ts';
import { isEmpty } from './compared-forms.ts';
import { comparedFileTimes } from './file-times.ts';
import { isExpectedGiven, isGiven } from './given-values.ts';
import { handedApart } from './handed-readings.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isInOtherTest } from '../other-tests.ts';
import { behindRendered } from '../rendered.ts';
import { isCutOff } from '../stand-ins.ts';
import { isOfStub } from '../what-runs.ts';
import { isNeverPicked } from './never-picked.ts';
import { isMovedBefore } from './moved-before.ts';
import { asksPartBesideYear } from './parts-beside-year.ts';
import { outermost } from './reading-order.ts';
import { isQuick } from './quick-work.ts';
import { isRealClock } from './real-clock.ts';
import { areToldApart } from './told-apart.ts';
import { leavesRoom } from './told-lengths.ts';
import { waitedIn } from './waited-lengths.ts';
import { isWholeTime } from './whole-times.ts';
import type { Sides } from './sides.ts';
import { isOfYear } from './year-readings.ts';
import { isStamped, isWrittenDown } from './written-down.ts';
import { comparedStamps, isTimeStamp, isWaitedFor } from './time-stamps.ts';

/** How the real clock decides an assertion; bounds of at least `generous` milliseconds are no measure of speed. */
export function clockBehind(models: Models, scope: Scope, claim: Claim, generous: number): ClockDependence | undefined {
	if (keyMatchers.has(claim.matcher)) return undefined;
	const read = [models.behindActual(claim), behindExpected(models, claim)].map(side => side.filter(({ kind }) => kind === 'clock'));
	const isShown = read.every(side => side.length === 0);
	if (isShown) read[0] = behindRendered(models, scope, claim).filter(({ kind }) => kind === 'clock');
	const isUnread = read.every(side => side.length === 0);
	const unseen =
		(isUnread ? (unseenReading(models, claim) ?? handedApart(models, claim)) : undefined) ?? readingHandedBeside(models, claim);
	const stamps =
		isUnread && unseen === undefined ? (comparedStamps(models, scope, claim) ?? comparedFileTimes(models, scope, claim)) : undefined;
	if (isUnread && unseen === undefined && stamps === undefined) return undefined;
	if (isOfStub(models, scope, claim)) return undefined;
	const clock = models.framework.clockAt(scope, claim.place.start);
	const isStill = clock.date || clock.stopped;
	if (stamps !== undefined) return isStill ? undefined : { kind: 'twice', read: stamps };
	if (unseen !== undefined) return isRealClock(unseen, clock) && !clock.stopped ? { kind: 'twice', read: unseen } : undefined;
	const [behind = [], beside = []] = read.map(side => side.filter(influence => isUncontrolled(models, scope, claim, influence, clock)));
	const expected = beside.length > 0 && isExpectedGiven(models, claim) ? [] : beside;
	const actual = behind.length > 0 && (expected.length === 0 || !isOrder(claim)) && isGiven(models, claim) ? [] : behind;
	const found = clockDependence(sidesOf(models, scope, { claim, actual, expected, generous }));
	if (found?.kind === 'unfrozen' && isNeverPicked(models, claim)) return undefined;
	const isBound = found?.kind === 'elapsed' && (found.isMoved !== true || isOrder(claim));
	if (isBound && isMovedBefore(models, scope, claim, generous)) return undefined;
	if (found?.kind === 'unfrozen' && asksPartBesideYear(models, claim)) return undefined;
	const dependence = found?.kind === 'twice' && isInOtherTest(models, scope, found.read.source) ? undefined : found;
	const isWhole =
		dependence?.kind === 'unfrozen' &&
		!isShown &&
		isWholeTime(models, claim, dependence.read, actual.length > 0 ? 'actual' : 'expected');
	if (dependence !== undefined || isStill)
		return clock.stopped && dependence?.kind !== 'unfrozen'
			? undefined
			: dependence !== undefined && isWhole
				? { ...dependence, isWhole }
				: dependence;
	const changed = comparedStamps(models, scope, claim);
	return changed === undefined ? undefined : { kind: 'twice', read: changed };
}

/** Of two times that are held against each other, each is one. */
function isOrder({ relation }: Claim): boolean {
	return orders.has(relation);
}

const orders: ReadonlySet<Claim['relation']> = new Set(['greater', 'greater-or-equal', 'less', 'less-or-equal', 'within', 'close-to']);

/** What has to be known of an assertion's two sides, with the readings that decide it. */
export function sidesOf(
	models: Models,
	scope: Scope,
	known: Pick<Sides, 'claim' | 'actual' | 'expected' | 'generous'> & { readonly claim: Claim },
): Sides {
	const { effects, provenance, framework } = models;
	return {
		...known,
		readingOf: (site, path) => effects.clockReading(site, path),
		numberOf: site => numberOf(models, site),
		tolerance: toleranceOf(known.claim, provenance),
		isFixed: site =>
			isWrittenDown(provenance, site) &&
			!provenance.roots(site).every(root => root.kind === 'made' && root.path.length === 0 && isEmpty(root.site.fact)),
		isStamped: site => isStamped(models, site),
		isOfYear: site => isOfYear(models, site),
		areToldApart: (one, other) => areToldApart(models, one, other),
		isTimeBomb: site => isTimeBomb(effects.fixedInstant(site) ?? 0),
		isObject: site =>
			provenance
				.roots(site)
				.some(
					root =>
						root.kind === 'instance' || (root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object'),
				),
		isOnlyCompared: read => isOnlyCompared(models, read),
		isOnlyClaimed: read => isOnlyClaimed(models, read),
		isHeldBetween: () => isHeldBetween(models, scope, known.claim),
		isLaterStamp: (site, { source }) => isTimeStamp(models, scope, site) && !isWaitedFor(models, scope, source.fact.start, known.claim),
		waitedIn: stretch => waitedIn(models, scope, stretch),
		leavesRoom: ms => leavesRoom(models, scope, ms),
		isOfTest: ({ source }) =>
			source.module === scope.body.module && source.fact.start >= scope.body.fact.start && source.fact.end <= scope.body.fact.end,
		isQuick: () => isQuick(models, scope),
		isAtOnce: () => framework.isSynchronous(scope),
	};
}

function numberOf({ provenance }: Models, site: Site<Value> | undefined): number | undefined {
	const value = site === undefined ? undefined : staticValue(provenance.roots, site);
	return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : undefined;
}

/** A reading that nothing controls: no fake clock, neither where the test makes it nor where it is looked at, and no stub of what the date that was made tells. */
function isUncontrolled(models: Models, scope: Scope, claim: Claim, influence: Influence, clock: Clock): boolean {
	const { framework } = models;
	const { place } = claim;
	const { origin } = influence;
	const own = outermost(influence.source);
	const isOwn = own.module === scope.body.module && holds(scope.body.fact, own.fact);
	if (
		!isRealClock(influence, clock) ||
		(isOwn && !isRealClock(influence, framework.clockAt(scope, own.fact.start))) ||
		isOtherClock(influence, clock) ||
		isRemade(influence) ||
		isPartSet(models, claim, influence) ||
		isCutOff(influence, target => framework.isStubbed(target, scope, place.start))
	)
		return false;
	return (
		origin === undefined ||
		!stubbedParts.some(name => framework.isStubbed({ from: origin.from, steps: [...origin.steps, property(name)] }, scope, place.start))
	);
}

/** `expect(date.getMinutes()).toBe(30)` of a date whose minutes the code has set. */
function isPartSet({ effects, provenance }: Models, { actual, expected }: Claim, influence: Influence): boolean {
	if (expected === undefined || staticValue(provenance.roots, expected) === undefined) return false;
	return asksPartSetThere(actual, influence, site => effects.behind(site, [{ kind: 'parts' }]).some(({ kind }) => kind === 'clock'));
}

/** A reading of one clock that is made under a condition, where the test has a stub for another: `usePerformance ? performance.now() : Date.now()`. */
function isOtherClock({ source: { module, fact } }: Influence, clock: Clock): boolean {
	if (clock.dateNow === clock.monotonic) return false;
	const [inside] = functionsAround(module.facts, fact);
	return (
		inside !== undefined &&
		(fact.kind === 'call' && fact.region !== undefined
			? regionsAround(inside, fact.region)
			: inside.regions.filter(region => holds(region, fact))
		).some(({ kind }) => branches.has(kind))
	);
}

const branches: ReadonlySet<Region['kind']> = new Set(['then', 'else', 'case', 'after-exit']);
