import type { ClockReading } from '../../effects/clocks/clock-forms.ts';
import { isDue } from '../../effects/clocks/counted-lengths.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Sides } from './sides.ts';
import { distanceOf, isCountedOn, limitsIn, saysLittle, yesOrNoIn } from './compared-forms.ts';
import { isStrict, isUpperBound, opposite } from './bound-relations.ts';
import { areFine, elapsedBetween, isSameRead, isWithin, mayBeSameRead, outermost, stretchOf } from './reading-order.ts';
import type { ClockDependence } from './dependence.ts';
import { near, between, elapsed, isWaitedFor, mayBeMissed, mayBeNought } from './bounded-lengths.ts';

const second = 1_000;

/** How the real clock decides an assertion; undefined where it does not. */
export function clockDependence(sides: Sides): ClockDependence | undefined {
	const { claim, actual, expected } = sides;
	const [read] = [...actual, ...expected];
	if (read === undefined) return undefined;
	switch (claim.relation) {
		case 'truthy':
		case 'falsy':
			return truth(sides, read);
		case 'length':
		case 'snapshot':
			return actual.length > 0 ? { kind: 'unfrozen', read } : undefined;
		case 'identical':
		case 'deep-equal':
		case 'includes-structure':
		case 'includes-subset':
		case 'same-members':
		case 'called-with':
		case 'nth-called-with':
			return equality(sides);
		case 'contains':
			return membership(sides);
		case 'matches':
			return expected.length > 0 && !claim.negated ? equality(sides) : undefined;
		case 'greater':
		case 'greater-or-equal':
		case 'less':
		case 'less-or-equal':
		case 'within':
		case 'close-to':
			return comparison(sides, read);
		default:
			return undefined;
	}
}

function truth(sides: Sides, read: Influence): ClockDependence | undefined {
	const { claim, readingOf } = sides;
	const { form, isOnEdge } = readingOf(claim.actual);
	if (isOnEdge === true) return onEdge(sides);
	const limits = limitsIn(claim.actual, readingOf);
	const isTrue = (claim.relation === 'truthy') !== claim.negated;
	if (isTrue && limits.length === 0 && mayBeNought(sides, readingOf(claim.actual))) return { kind: 'elapsed', read };
	if (limits.length === 0)
		return saysLittle(form) ? { kind: 'unfrozen', read, ...steadiness(sides, readingOf(claim.actual)) } : undefined;
	return limits.some(limit => mayBeMissed(sides, limit, isTrue)) ? { kind: 'elapsed', read } : undefined;
}

function equality(sides: Sides): ClockDependence | undefined {
	const { claim, actual, expected } = sides;
	const [read] = actual;
	if (read === undefined) {
		const inline = expected.find(each => isMadeForClaim(each, sides));
		if (inline === undefined || claim.expected === undefined || claim.negated) return undefined;
		const reading = sides.readingOf(claim.expected);
		return reading.form === 'elapsed' || sides.isOfYear(claim.expected) ? undefined : { kind: 'twice', read: inline };
	}
	if (claim.relation === 'identical' && [claim.actual, claim.expected].some(site => site !== undefined && sides.isObject(site)))
		return undefined;
	const reading = sides.readingOf(claim.actual);
	const { form, isOnEdge } = reading;
	if (expected.length > 0) {
		if (isCountedOn(claim.expected) && reading.cyclic === true && !claim.negated) return { kind: 'unfrozen', read };
		if (!mayDiffer(sides) || (claim.expected !== undefined && sides.isOfYear(claim.expected))) return undefined;
		return claim.negated && (!areMadeAlike(sides) || isApart(sides)) ? undefined : { kind: 'twice', read };
	}
	if (isOnEdge === true) return onEdge(sides);
	if (claim.negated && sides.numberOf(claim.expected) === 0 && mayBeNought(sides, reading)) return { kind: 'elapsed', read };
	if (isKept(sides, reading) && staysKept(reading)) return undefined;
	const yes = claim.expected?.fact.kind === 'literal' ? claim.expected.fact.value : undefined;
	if (typeof yes === 'boolean' && limitsIn(claim.actual, sides.readingOf).length > 0)
		return truth({ ...sides, claim: { ...claim, relation: yes ? 'truthy' : 'falsy' } }, read);
	if (claim.expected === undefined || !sides.isFixed(claim.expected) || (claim.negated && !saysLittle(form))) return undefined;
	return {
		kind: form === 'elapsed' ? 'elapsed' : 'unfrozen',
		read,
		...distanceOf(reading, sides.numberOf(claim.expected)),
		...(isKept(sides, reading) && !isDue(reading, reading.kept?.bound) ? { isSteady: true } : steadiness(sides, reading)),
	};
}

/** Whether nothing but the time tells the two sides apart. */
function areMadeAlike({ claim: { actual, expected }, isStamped, areToldApart }: Sides): boolean {
	const isApart = expected === undefined ? true : areToldApart(actual, expected);
	return isApart === false || (isApart === undefined && [actual, expected].every(site => site !== undefined && isStamped(site)));
}

/** Whether a number is to be the one that it is kept from falling below, or rising above: that says yes or no. */
function isKept({ claim, numberOf }: Sides, { kept }: ClockReading): boolean {
	return kept !== undefined && numberOf(claim.expected) === kept.bound;
}

/** Whether what is kept from falling, or from rising, only goes farther that way: it is never anything else again. */
function staysKept({ kept, counted }: ClockReading): boolean {
	return kept !== undefined && counted?.falls === kept.isFloor;
}

/** The code under test was handed a reading, and holds it against its own; a wait in between makes them differ. */
function onEdge({ claim, actual, waitedIn, isOfTest }: Sides): ClockDependence | undefined {
	const [read] = actual.filter(isOfTest);
	const isWaitedFor = read === undefined || waitedIn({ start: outermost(read.source).fact.end, end: claim.place.end }) !== undefined;
	return isWaitedFor ? undefined : { kind: 'twice', read };
}

/** Yes or no of the program, not of a comparison in the test, and neither for a part of the calendar nor for a date that will have passed. */
function steadiness(
	{ claim: { actual, expected, part }, readingOf }: Sides,
	{ form, isCalendar }: ClockReading,
): Pick<ClockDependence, 'isSteady'> {
	const said = form === 'decision' ? [] : form === 'computed' && expected !== undefined ? yesOrNoIn(expected.fact) : undefined;
	const isOfTest = actual.fact.kind === 'operation' || actual.fact.kind === 'choice';
	const isDated = isCalendar === true || said?.some(path => readingOf(actual, [...part, ...path]).isCalendar === true) === true;
	return said !== undefined && !isDated && !isOfTest ? { isSteady: true } : {};
}

/** A reading that was made to be compared with: nothing else was handed it. */
function isMadeForClaim(read: Influence, { claim, isOnlyCompared }: Sides): boolean {
	return isWithin(read, claim) || isOnlyCompared(read);
}

/**
 * Whether the two sides have readings of their own. What only the expected side has may have been handed to the code under test, where the actual
 * side has none beside, or where it is inside an object: that is then the same on both sides.
 */
function mayDiffer(sides: Sides): boolean {
	const { claim, actual, expected } = sides;
	// What is to be another one is not the one that was kept.
	const isSame = claim.negated ? isSameRead : mayBeSameRead;
	const [own, others] = [actual.filter(each => !isSame(each, expected)), expected.filter(each => !isSame(each, actual))];
	const isHanded = own.length === 0 || (claim.expected !== undefined && holdsObjects(claim.expected, sides));
	return isHanded
		? others.some(each => isWithin(each, claim) || sides.isOnlyCompared({ ...each, source: outermost(each.source) }))
		: others.length > 0;
}

/** An object that a variable holds, or a list of nothing else. */
function holdsObjects({ fact, ...place }: Site<Value>, sides: Sides): boolean {
	if (fact.kind === 'array')
		return (
			fact.elements.length > 0 && fact.elements.every(element => element.kind === 'reference' && sides.isObject(at(element, place)))
		);
	return fact.kind === 'reference' && sides.isObject(at(fact, place));
}

/** One of several, told from the clock; or a text, or one of some times, that has a reading in it. */
function membership(sides: Sides): ClockDependence | undefined {
	const { claim, actual, expected, readingOf, isFixed } = sides;
	const [read] = expected;
	if (read === undefined) return claim.negated || claim.actual.fact.kind !== 'array' ? undefined : ofTimes(sides);
	if (claim.expected === undefined) return undefined;
	if (actual.length === 0 && isFixed(claim.actual))
		return saysLittle(readingOf(claim.expected).form) ? { kind: 'unfrozen', read } : undefined;
	return claim.negated ? undefined : equality(sides);
}

/** One of some times that were made to be compared with, and handed to nobody: `[now, now + 1].includes(record.time)`. */
function ofTimes({ claim, actual, isOnlyClaimed, isOfYear }: Sides): ClockDependence | undefined {
	const read = actual.find(each => isOnlyClaimed({ ...each, source: outermost(each.source) }));
	return read === undefined || isOfYear(claim.actual) ? undefined : { kind: 'twice', read };
}

function comparison(sides: Sides, read: Influence): ClockDependence | undefined {
	const { claim, actual, expected } = sides;
	const [left, right] = [claim.actual, claim.expected].map(site => (site === undefined ? undefined : sides.readingOf(site)));
	if (left === undefined) return undefined;
	if (actual.length > 0 && left.form === 'elapsed')
		return claim.relation === 'within' ? between(sides, left, read) : elapsed(sides, left, claim.expected, read);
	if (expected.length > 0 && right?.form === 'elapsed') return elapsed(turned(sides), right, claim.actual, read);
	if (actual.length > 0 && expected.length > 0 && right !== undefined) return ofBoth(sides, left, right, read);
	if (claim.relation === 'close-to') return isRough(sides) || isHandedOver(sides) ? undefined : { kind: 'twice', read };
	if (isEarlierThanStamp(sides, actual.length > 0 ? left : right, read)) return { kind: 'twice', read };
	if (actual.length > 0) return ofOne(sides, left, claim.expected, read);
	if (right === undefined) return undefined;
	return (
		ofOne(turned(sides), right, claim.actual, read) ??
		(right.form === 'read' && isStrict(claim) && sides.isHeldBetween() ? { kind: 'twice', read } : undefined)
	);
}

/** Whether two readings may be so far apart that they always fit, or nobody can tell how far. */
function isRough({ claim, tolerance, readingOf }: Sides): boolean {
	return tolerance === undefined ? claim.tolerance?.value !== undefined : tolerance * readingOf(claim.actual).unit >= near;
}

/** Whether one side is a reading of the test that it gave to others as well: the other side may be the same one, handed back. */
function isHandedOver({ claim, actual, expected, isOfTest, isOnlyClaimed }: Sides): boolean {
	return [actual, expected].some(
		side => side.length > 0 && side.every(read => isOfTest(read) && !isWithin(read, claim) && !isOnlyClaimed(read)),
	);
}

/** A record that is stored after the reading is to have a later time, and may have the same. */
function isEarlierThanStamp({ claim, actual, isLaterStamp }: Sides, reading: ClockReading | undefined, read: Influence): boolean {
	const [stamp, isLater] = actual.length > 0 ? [claim.expected, isUpperBound(claim)] : [claim.actual, !isUpperBound(claim)];
	return reading?.form === 'read' && isLater && isStrict(claim) && stamp !== undefined && isLaterStamp(stamp, read);
}

/** Two readings: near each other, in strict order, or no farther apart than a bound. */
function ofBoth(sides: Sides, left: ClockReading, right: ClockReading, read: Influence): ClockDependence | undefined {
	const { claim, actual, expected, generous } = sides;
	if (left.cyclic === true && right.cyclic === true && claim.relation !== 'close-to') return { kind: 'unfrozen', read };
	const isSame = isStrict(claim) ? isSameRead : mayBeSameRead;
	if (expected.every(each => isSame(each, actual))) return undefined;
	if (claim.relation === 'close-to') return isRough(sides) || isHandedOver(sides) ? undefined : { kind: 'twice', read };
	const bound = elapsedBetween({ reading: left, behind: actual }, { reading: right, behind: expected }, claim);
	if (bound !== undefined)
		return bound.ms < 1 || bound.ms >= generous || (bound.isLeftLater !== isUpperBound(claim) && isWaitedFor(sides, bound.ms))
			? undefined
			: { kind: 'elapsed', read };
	return left.form === 'read' && right.form === 'read' && isStrict(claim) && !areFine([...actual, ...expected]) && !isApart(sides)
		? { kind: 'twice', read }
		: undefined;
}

/** A wait between two readings makes them differ. */
function isApart({ actual, expected, waitedIn }: Sides): boolean {
	return waitedIn(stretchOf([...actual, ...expected])) !== undefined;
}

/** A part of the calendar against a number, or the time against one that will have passed. */
function ofOne(
	{ claim, numberOf, isTimeBomb, generous }: Sides,
	reading: ClockReading,
	other: Site<Value> | undefined,
	read: Influence,
): ClockDependence | undefined {
	if (other === undefined) return undefined;
	const { form, cyclic, isDistance, unit, counted } = reading;
	const isUpper = isUpperBound(claim);
	const bound = numberOf(other);
	if (counted !== undefined && counted.falls !== isUpper && isDue(reading, bound)) return { kind: 'unfrozen', read };
	// Only of two times that were read shortly after one another can the distance be small.
	if (isDistance === true && isUpper && bound !== undefined && bound > 0 && bound * unit <= Math.min(second, generous))
		return { kind: 'elapsed', read };
	const most = claim.relation === 'within' && isDistance === true ? numberOf(claim.upper) : undefined;
	if (most !== undefined && bound !== undefined && (most - bound) * unit <= Math.min(second, generous))
		return { kind: 'elapsed', read, isMoved: true };
	if (form === 'read' || form === 'moved') return isUpper && isTimeBomb(other) ? { kind: 'unfrozen', read } : undefined;
	if (bound === undefined) return cyclic === true && form === 'part' ? { kind: 'unfrozen', read } : undefined;
	return form === 'part' && (bound < 1_000 || isUpper) ? { kind: 'unfrozen', read } : undefined;
}

/** The same comparison, read from its other side. */
function turned(sides: Sides): Sides {
	return { ...sides, claim: { ...sides.claim, relation: opposite(sides.claim.relation) } };
}
