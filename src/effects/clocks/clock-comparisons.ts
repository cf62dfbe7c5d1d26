import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';
import type { Influence } from '../model.ts';
import { type ClockReading, type LengthLimit, apart, computed, decision, isAlwaysOn, isOfCalendar } from './clock-forms.ts';
import { isDue } from './counted-lengths.ts';
import { fixedInstant, isTimeBomb } from './fixed-instants.ts';
import { isHandedLeft } from './handed-times.ts';

/** What tells of values, at a depth of one question, how they tell the time and which readings of clocks stand behind them. */
export interface ClockReads {
	readonly knowing: Knowing;
	readonly read: (site: Site<Value>, depth: number) => ClockReading;
	readonly behind: (site: Site<Value>) => readonly Influence[];
}

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
/** The operators that ask whether two values are the same. */
export const equalities: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);
/** The operators that give yes or no. */
export const decisions: ReadonlySet<string> = new Set([...orders, ...equalities, '!', 'in', 'instanceof']);

/** What a comparison of values makes of the clock behind them. */
export function readingOfComparison(reads: ClockReads, operator: string, sides: readonly Site<Value>[], depth: number): ClockReading {
	if (!orders.has(operator)) return isOfName(reads, sides, depth) ? computed : asked(reads, sides, depth);
	for (const [index, side] of sides.entries()) {
		const bound = boundOf(reads.knowing, sides[1 - index]);
		if (bound === undefined || reads.behind(side).length === 0) continue;
		const reading = reads.read(side, depth);
		if (reading.form === 'part' || isDue(reading, bound)) return { ...decision, isCalendar: true };
		if (reading.form !== 'elapsed') continue;
		const isUpper = operator.startsWith('<') === (index === 0);
		const limit: LengthLimit = { ms: bound * reading.unit, isUpper, isStrict: !operator.endsWith('='), length: reading };
		return isUpper && isAlwaysOn('below', limit) ? decision : { ...decision, limit };
	}
	return isOnEdge(reads, operator, sides, depth) ? { ...decision, isOnEdge: true } : asked(reads, sides, depth);
}

function boundOf({ provenance }: Knowing, side: Site<Value> | undefined): number | undefined {
	const bound = side === undefined ? undefined : staticValue(provenance.roots, side);
	return typeof bound === 'number' || typeof bound === 'bigint' ? Number(bound) : undefined;
}

/** Whether a comparison comes out one way in the millisecond of a reading that was handed over, and the other way in the next. */
export function isOnEdge(reads: ClockReads, operator: string, [left, right]: readonly Site<Value>[], depth: number): boolean {
	if (left === undefined || right === undefined) return false;
	const isLeftHanded = isHandedLeft(left, reads.behind(left), reads.behind(right));
	if (isLeftHanded === undefined || !(isLeftHanded ? ['<', '>='] : ['>', '<=']).includes(operator)) return false;
	const [one, other] = [reads.read(left, depth + 1), reads.read(right, depth + 1)];
	return [one, other].every(({ form }) => form === 'read' || form === 'moved') && apart(one, other) === 0;
}

/** Which of some instants is the earlier one: where none is written down that will pass, that comes out the same in nearly every test. */
export function readingOfOrder(knowing: Knowing, sides: readonly Site<Value>[]): ClockReading {
	return sides.some(side => willPass(knowing, side)) ? { ...decision, isCalendar: true } : decision;
}

function willPass(knowing: Knowing, side: Site<Value>): boolean {
	return isTimeBomb(fixedInstant(knowing, side) ?? 0);
}

function asked({ knowing, read, behind }: ClockReads, sides: readonly Site<Value>[], depth: number): ClockReading {
	const clock = sides.find(side => behind(side).length > 0);
	if (clock === undefined) return decision;
	const reading = read(clock, depth);
	const isOver = reading.form !== 'elapsed' && sides.some(side => side !== clock && willPass(knowing, side));
	return isOver || isOfCalendar(reading) ? { ...decision, isCalendar: true } : decision;
}

/** `entity.key === `key${Date.now()}``: a name that is compared with what nobody sees is itself at any time. */
function isOfName({ knowing, read, behind }: ClockReads, sides: readonly Site<Value>[], depth: number): boolean {
	const [first, ...others] = sides.filter(side => behind(side).length > 0);
	const other = sides.find(side => side !== first);
	if (first === undefined || others.length > 0 || other === undefined) return false;
	return read(first, depth).form === 'computed' && knowing.provenance.roots(other).every(root => root.kind !== 'made');
}
