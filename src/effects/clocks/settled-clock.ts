import { orderings } from '../../knowledge/date-words.ts';
import { BySite } from '../../project/by-site.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, OperationValue, Value } from '../../syntax/facts.ts';
import { type ClockReading, isBeyondLeft, isYear } from './clock-forms.ts';
import type { ClockReader } from './clock-reading.ts';
import { isDue } from './counted-lengths.ts';
import { fixedInstant, fixedInstants, isTimeBomb } from './fixed-instants.ts';
import type { Flow } from '../flow.ts';
import type { Settled } from '../settled.ts';
import { isClock } from '../influences.ts';
import type { Influence } from '../model.ts';
import type { Knowing } from '../knowing.ts';
import { isWholeAnyway, roundingOf } from './whole-lengths.ts';

/** Answers of each kind that are kept. */
const maxKept = 10_000;

/**
 * What follows from a clock and yet does not depend on when it is read: a comparison of one time with another that was made from the
 * clock too, unless the two may be of the same millisecond and it depends on that, or with one that has passed for good; a difference of one reading from itself; a length that is
 * rounded and lies well between two whole ones; whether something that holds a time is there.
 */
export class SettledClock implements Settled {
	readonly #knowing: Knowing;
	readonly #reader: ClockReader;
	readonly #flow: Flow;
	readonly #behind = new BySite<Value, readonly Influence[]>(maxKept);
	readonly #operations = new BySite<OperationValue, boolean>(maxKept);
	readonly #conditions = new BySite<Value, boolean>(maxKept);

	constructor(knowing: Knowing, reader: ClockReader, flow: Flow) {
		this.#knowing = knowing;
		this.#reader = reader;
		this.#flow = flow;
	}

	operation(site: Site<OperationValue>): boolean {
		return this.#operations.of(site, () => this.#isSettledOperation(site));
	}

	rounding(call: Site<Call>): boolean {
		const [length, ...others] = call.fact.args;
		const round = length === undefined || others.length > 0 ? undefined : roundingOf(call.fact);
		return round !== undefined && length !== undefined && isWholeAnyway(this.#reader.read(at(length, call)), round);
	}

	condition(site: Site<Value>): boolean {
		return this.#conditions.of(site, () => this.#isSettled(site));
	}

	search(site: Site<Value>): boolean {
		return !this.#isDated(site);
	}

	#clocksBehind(site: Site<Value>): readonly Influence[] {
		return this.#behind.of(site, () => this.#flow.behind(site, [{ kind: 'parts' }]).filter(isClock));
	}

	#isSettledOperation(site: Site<OperationValue>): boolean {
		const [left, right] = site.fact.operands.map(operand => at(operand, site));
		if (left === undefined || right === undefined) return false;
		const sides = [this.#clocksBehind(left), this.#clocksBehind(right)] as const;
		if (sides.every(side => side.length > 0))
			return (
				(isOrder(site) && !this.#reader.isOnEdge(site)) ||
				(site.fact.operator === '-' && [left, right].every(side => isYear(this.#reader.read(side)))) ||
				(isDifference(site) && isSame(...sides) && !sides[0].some(read => isNoted(read, this.#knowing)))
			);
		if (!isOrder(site) || sides.every(side => side.length === 0)) return false;
		const [clock, other] = sides[0].length > 0 ? [left, right] : [right, left];
		const [reading, bound] = [this.#reader.read(clock), staticValue(this.#knowing.provenance.roots, other)];
		return (
			isAlwaysBelow(site, reading, clock === left, bound) ||
			(isInstant(reading) && !isDue(reading, bound) && !isTimeBomb(fixedInstant(this.#knowing, other) ?? 0))
		);
	}

	/** Whether a fixed time that will pass, or a day that comes round, is compared with the clock. */
	#isDated(site: Site<Value>): boolean {
		const { fact } = site;
		if (fact.kind === 'choice') return fact.options.some(each => this.#isDated(at(each, site)));
		if (fact.kind !== 'operation' || fact.operator === '-' || !(isOrder({ fact }) || isDifference({ fact }))) return false;
		const sides = fact.operands.map(operand => at(operand, site));
		const [clock, ...more] = sides.filter(side => this.#clocksBehind(side).length > 0);
		const other = sides.find(side => side !== clock);
		if (clock === undefined || other === undefined || more.length > 0) return false;
		const reading = this.#reader.read(clock);
		return isOrder({ fact })
			? isInstant(reading) && fixedInstants(this.#knowing, other).some(isTimeBomb)
			: reading.form === 'part' && staticValue(this.#knowing.provenance.roots, other) !== undefined;
	}

	/** Whether a condition asks for an end of waiting, or only whether something is there. */
	#isSettled(site: Site<Value>): boolean {
		const { fact } = site;
		if (fact.kind === 'choice')
			return [fact.test, ...fact.options]
				.map(each => at(each, site))
				.every(each => this.#clocksBehind(each).length === 0 || this.#isSettled(each));
		if (fact.kind !== 'operation')
			return saysNothing(this.#reader.read(site)) || isInstant(this.#reader.read(site)) || isOrdering(fact, this.#reader.read(site));
		const sides = fact.operands.map(operand => at(operand, site));
		if (isOrder({ fact }) && this.#reader.read(site).isCalendar === true) return false;
		if (isOrder({ fact }) && sides.some(side => this.#reader.read(side).form === 'elapsed')) return true;
		if (fact.operator !== '!' && sides.every(side => this.#clocksBehind(side).length === 0 || saysNothing(this.#reader.read(side))))
			return true;
		return fact.operator === '!' ? sides.every(side => this.#isSettled(side)) : isDifference({ fact }) && fact.operands.some(isNothing);
	}
}

/** `date.isAfter(now)`, which asks for no part of the calendar and for no date that will pass. */
function isOrdering(fact: Value, { form, isCalendar }: ClockReading): boolean {
	return (
		fact.kind === 'call' &&
		fact.callee.kind === 'member' &&
		typeof fact.callee.property === 'string' &&
		orderings.has(fact.callee.property) &&
		form === 'decision' &&
		isCalendar !== true
	);
}

/** Whether what is left until a time ahead is to be no more than it was when that was set: `deadline - Date.now() <= 1_000`. */
function isAlwaysBelow({ fact: { operator } }: Site<OperationValue>, reading: ClockReading, isFirst: boolean, bound: unknown): boolean {
	return operator.startsWith('<') === isFirst && typeof bound === 'number' && isBeyondLeft(reading, bound, !operator.endsWith('='));
}

function isNothing(value: Value): boolean {
	return (
		(value.kind === 'literal' && (value.value === null || value.value === undefined)) ||
		(value.kind === 'global' && value.name === 'undefined')
	);
}

/** Something that is made of the time, and is not one of several things that the calendar picks from. */
function saysNothing({ form, isCalendar }: ClockReading): boolean {
	return form === 'computed' && isCalendar !== true;
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
		if (callee.kind === 'member' && typeof callee.property === 'string' && rows.method(callee.property)?.mutates === 'adds')
			return true;
	}
	return false;
}

function isSame(left: readonly Influence[], right: readonly Influence[]): boolean {
	return left.every(({ source }) => right.every(other => other.source.fact === source.fact && other.source.frame === source.frame));
}
