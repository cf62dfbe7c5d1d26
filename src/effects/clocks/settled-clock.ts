import { orderings } from '../../knowledge/date-words.ts';
import { BySite } from '../../project/by-site.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { OperationValue, Value } from '../../syntax/facts.ts';
import { type ClockReading, isBeyondLeft } from './clock-forms.ts';
import type { ClockReader } from './clock-reading.ts';
import { fixedInstant, isTimeBomb } from './fixed-instants.ts';
import type { Flow, Settled } from '../flow.ts';
import type { Influence } from '../model.ts';
import type { Knowing } from '../knowing.ts';

/** Answers of each kind that are kept. */
const maxKept = 10_000;

/**
 * What follows from a clock and yet does not depend on when it is read: a comparison of one time with another that was made from the
 * clock too, unless the two may be of the same millisecond and it depends on that, or with one that has passed for good; a difference of one reading from itself; whether something that holds a time is there.
 */
export function createSettled(knowing: Knowing, reader: ClockReader, flow: Flow): Settled {
	const known = { behind: new BySite<Value, readonly Influence[]>(maxKept), operations: new BySite<OperationValue, boolean>(maxKept), conditions: new BySite<Value, boolean>(maxKept) };
	const behind = (site: Site<Value>): readonly Influence[] => known.behind.of(site, () => flow.behind(site, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock'));
	return {
		operation: site => known.operations.of(site, isSettledOperation),
		condition: site => known.conditions.of(site, isSettled),
		search: site => !isDated(site),
	};

	function isSettledOperation(site: Site<OperationValue>): boolean {
		const [left, right] = site.fact.operands.map(operand => at(operand, site));
		if (left === undefined || right === undefined) return false;
		const sides = [behind(left), behind(right)] as const;
		if (sides.every(side => side.length > 0)) return (isOrder(site) && !reader.isOnEdge(site)) || (isDifference(site) && isSame(...sides) && !sides[0].some(read => isNoted(read, knowing)));
		if (!isOrder(site) || sides.every(side => side.length === 0)) return false;
		const [clock, other] = sides[0].length > 0 ? [left, right] : [right, left];
		return isAlwaysBelow(site, reader.read(clock), clock === left, staticValue(knowing.provenance.roots, other)) || (isInstant(reader.read(clock)) && !isTimeBomb(fixedInstant(knowing, other) ?? 0));
	}

	/** Whether a fixed time that will pass, or a day that comes round, is compared with the clock. */
	function isDated(site: Site<Value>): boolean {
		const { fact } = site;
		if (fact.kind === 'choice') return fact.options.some(each => isDated(at(each, site)));
		if (fact.kind !== 'operation' || fact.operator === '-' || !(isOrder({ fact }) || isDifference({ fact }))) return false;
		const sides = fact.operands.map(operand => at(operand, site));
		const [clock, ...more] = sides.filter(side => behind(side).length > 0);
		const other = sides.find(side => side !== clock);
		if (clock === undefined || other === undefined || more.length > 0) return false;
		const reading = reader.read(clock);
		return isOrder({ fact }) ? isInstant(reading) && isTimeBomb(fixedInstant(knowing, other) ?? 0) : reading.form === 'part' && staticValue(knowing.provenance.roots, other) !== undefined;
	}

	/** Whether a condition asks for an end of waiting, or only whether something is there. */
	function isSettled(site: Site<Value>): boolean {
		const { fact } = site;
		if (fact.kind === 'choice') return [fact.test, ...fact.options].map(each => at(each, site)).every(each => behind(each).length === 0 || isSettled(each));
		if (fact.kind !== 'operation') return ['computed', 'read', 'moved'].includes(reader.read(site).form) || isOrdering(fact, reader.read(site));
		const sides = fact.operands.map(operand => at(operand, site));
		if (isOrder({ fact }) && sides.some(side => reader.read(side).form === 'elapsed')) return true;
		if (fact.operator !== '!' && sides.every(side => behind(side).length === 0 || reader.read(side).form === 'computed')) return true;
		return fact.operator === '!' ? sides.every(isSettled) : isDifference({ fact }) && fact.operands.some(isNothing);
	}
}

/** `date.isAfter(now)`, which asks for no part of the calendar and for no date that will pass. */
function isOrdering(fact: Value, { form, isCalendar }: ClockReading): boolean {
	return fact.kind === 'call' && fact.callee.kind === 'member' && typeof fact.callee.property === 'string' && orderings.has(fact.callee.property) && form === 'decision' && isCalendar !== true;
}

/** Whether what is left until a time ahead is to be no more than it was when that was set: `deadline - Date.now() <= 1_000`. */
function isAlwaysBelow({ fact: { operator } }: Site<OperationValue>, reading: ClockReading, isFirst: boolean, bound: unknown): boolean {
	return operator.startsWith('<') === isFirst && typeof bound === 'number' && isBeyondLeft(reading, bound, !operator.endsWith('='));
}

function isNothing(value: Value): boolean {
	return (value.kind === 'literal' && (value.value === null || value.value === undefined)) || (value.kind === 'global' && value.name === 'undefined');
}

function isInstant({ form }: ClockReading): boolean {
	return form === 'read' || form === 'moved';
}

function isOrder({ fact: { operator } }: { readonly fact: OperationValue }): boolean {
	return ['<', '<=', '>', '>='].includes(operator);
}

function isDifference({ fact: { operator } }: { readonly fact: OperationValue }): boolean {
	return ['-', '==', '===', '!=', '!=='].includes(operator);
}

/** The reading is added to a list each time that it is made: two of its elements are two readings. */
function isNoted({ call }: Influence, { rows }: Knowing): boolean {
	for (let outer = call?.fact.outer; outer !== undefined; outer = outer.outer) {
		const { callee } = outer;
		if (callee.kind === 'member' && typeof callee.property === 'string' && rows.method(callee.property)?.mutates === 'adds') return true;
	}
	return false;
}

function isSame(left: readonly Influence[], right: readonly Influence[]): boolean {
	return left.every(({ source }) => right.every(other => other.source.fact === source.fact && other.source.frame === source.frame));
}
