import { type ClockReads, decisions, equalities, isOnEdge, readingOfComparison, readingOfOrder } from './clock-comparisons.ts';
import { besideOther } from './scaled-readings.ts';
import { takenFrom } from './taken-paths.ts';
import { keepsInstant, orderings } from '../../knowledge/date-words.ts';
import type { FlowRow } from '../../knowledge/row.ts';
import { BySite } from '../../project/by-site.ts';
import type { Site } from '../../project/model.ts';
import { type RowMatch, matchRows } from '../../provenance/match.ts';
import type { Path, Root, Step } from '../../provenance/model.ts';
import { at, settled } from '../../provenance/walker.ts';
import type { LiteralValue, OperationValue, Value } from '../../syntax/facts.ts';
import { throughAnswers } from '../answers/answers.ts';
import {
	type ClockReading,
	afterSign,
	afterWord,
	bothElapsed,
	computed,
	decision,
	distant,
	either,
	isOfCalendar,
	ofClock,
	taken,
} from './clock-forms.ts';
import { clockWord } from './clock-words.ts';
import type { Flow } from '../flow.ts';
import type { Influence } from '../model.ts';
import { distantFromWritten, keptIn } from './kept-lengths.ts';
import { isMoved } from './moved-dates.ts';
import type { Knowing } from '../knowing.ts';
import { isReadBehind } from './reading-order.ts';
import { contributions, lookedUp } from '../transfer.ts';

/** How many steps a reading is followed through. */
const maxDepth = 12;
/** Values that one question may look at; what lies beyond is a time that something is made of. */
const budget = 400;
/** Answers of the flow that are kept. */
const maxKept = 10_000;

/** Tells the readings of values; `flow` tells what stands behind them. */
export class ClockReader {
	readonly #knowing: Knowing;
	readonly #flow: Flow;
	/** Operations that are being read: what is added up mentions itself. */
	readonly #open = new Set<Value>();
	readonly #clocks = new BySite<Value, readonly Influence[]>(maxKept);
	readonly #reads: ClockReads;
	#spent = 0;

	constructor(knowing: Knowing, flow: Flow) {
		this.#knowing = knowing;
		this.#flow = flow;
		this.#reads = { knowing, read: (site, depth) => this.#read(site, [], depth), behind: site => this.#behind(site) };
	}

	/** How a value, and what is taken from it, tells the time. */
	read(site: Site<Value>, path: Path = []): ClockReading {
		this.#spent = 0;
		return this.#read(site, path, 0);
	}

	/** Whether a comparison comes out one way in the millisecond of a reading that was handed over, and the other way in the next. */
	isOnEdge({ fact, ...place }: Site<OperationValue>): boolean {
		this.#spent = 0;
		return isOnEdge(
			this.#reads,
			fact.operator,
			fact.operands.map(operand => at(operand, place)),
			0,
		);
	}

	#read(site: Site<Value>, path: Path, depth: number): ClockReading {
		if (depth > maxDepth || this.#spent++ > budget) return computed;
		const roots = throughAnswers(this.#knowing.provenance, this.#knowing.provenance.roots(site, path));
		const readings = roots
			.filter(root => literalOf(root) === undefined && !(root.kind === 'unknown' && root.later === 'event'))
			.map(root => (this.#isPicked(root, depth + 1) ? this.#decided(root, depth + 1) : this.#ofRoot(root, depth + 1)));
		const [first, ...others] = readings;
		if (first === undefined) return { ...(isEitherWay(roots) ? decision : computed), ...this.#calendarOf(roots, depth + 1) };
		const reading = others.reduce(either, first);
		return reading.form === 'read' && isMoved(site) ? { ...reading, form: 'moved', offset: undefined } : reading;
	}

	/** One of several values, picked by the clock. */
	#decided(root: Root, depth: number): ClockReading {
		const isDecision = root.kind === 'made' && root.site.fact.kind === 'operation' && decisions.has(root.site.fact.operator);
		return { ...(isDecision ? decision : computed), ...this.#calendarOf([root], depth) };
	}

	#calendarOf(roots: readonly Root[], depth: number): Pick<ClockReading, 'isCalendar'> {
		return roots.some(({ conditions }) => conditions.some(condition => isOfCalendar(this.#read(condition, [], depth))))
			? { isCalendar: true }
			: {};
	}

	#isPicked({ conditions }: Root, depth: number): boolean {
		return conditions.some(
			condition =>
				this.#behind(condition).length > 0 &&
				!this.#isPresence(condition, depth) &&
				!(condition.fact.kind === 'operation' && this.#ofSum(at(condition.fact, condition), depth).form === 'computed'),
		);
	}

	/** Whether a condition asks no more than whether the clock has been read yet: `if (this.end)`, `start !== 0 && end !== undefined`. */
	#isPresence(site: Site<Value>, depth: number): boolean {
		const { fact } = site;
		const isOf = (value: Value): boolean => this.#behind(at(value, site)).length === 0 || this.#isPresence(at(value, site), depth);
		if (fact.kind === 'choice') return [fact.test, ...fact.options].every(isOf);
		if (fact.kind === 'operation' && fact.operator === '!') return fact.operands.every(isOf);
		if (fact.kind === 'operation' && equalities.has(fact.operator))
			return fact.operands.some(({ kind }) => kind === 'literal') && fact.operands.every(isOf);
		if (fact.kind === 'operation') return false;
		const { form } = this.#read(site, [], depth);
		return form === 'read' || form === 'moved';
	}

	/** Readings of clocks behind a value. */
	#behind(site: Site<Value>): readonly Influence[] {
		return this.#clocks.of(site, () => this.#flow.behind(site, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock'));
	}

	#ofRoot(root: Root, depth: number): ClockReading {
		const steps = root.kind === 'made' ? root.path : root.kind === 'origin' ? root.origin.steps : [];
		const asked = lookedUp(steps);
		if (asked !== undefined && this.#behind(asked).length > 0)
			return this.#tellsTime(asked, depth) ? { ...decision, isCalendar: true } : decision;
		return this.#ofCallback(steps, depth) ?? this.#ofItself(root, depth);
	}

	/** Whether a part of the calendar is asked for, or something that is made of the time. */
	#tellsTime(site: Site<Value>, depth: number): boolean {
		return isOfCalendar(this.#read(site, [], depth)) || this.#read(site, [], depth).form === 'computed';
	}

	/** What the last callback on the way makes of the clock: `times.map(time => time - start)`, `work.then(() => Date.now() - start)`. */
	#ofCallback(steps: readonly Step[], depth: number): ClockReading | undefined {
		const { provenance, rows } = this.#knowing;
		const made = contributions(steps, rows)
			.filter(({ picks }) => !picks)
			.map(({ value, call, rest }) => {
				const results = provenance
					.roots(at(value, call))
					.flatMap(root =>
						root.kind === 'function' && root.path.length === 0
							? root.site.fact.returns.map(each => at(each.value, root.site))
							: [],
					);
				return { rest, results: results.filter(result => this.#behind(result).length > 0) };
			});
		const last = made.findLast(({ results }) => results.length > 0);
		if (last === undefined) return undefined;
		const taken = takenFrom(last.rest, rows);
		return taken === undefined ? computed : last.results.map(result => this.#read(result, taken, depth)).reduce(either);
	}

	#ofItself(root: Root, depth: number): ClockReading {
		if (root.kind === 'made') return root.site.fact.kind === 'operation' ? this.#ofSum(at(root.site.fact, root.site), depth) : computed;
		if (root.kind !== 'origin') return computed;
		const [found] = matchRows(this.#knowing.rows, this.#knowing.provenance.roots, root.origin).filter(
			({ row }) => row.effect === 'clock' || row.effect === 'flow',
		);
		if (found === undefined) return computed;
		const further = found.origin.steps.slice(found.match.length);
		const given = found.row.effect === 'flow' && found.row.gives !== undefined ? found.call?.fact.args[found.row.gives] : undefined;
		if (given !== undefined && found.call !== undefined) return this.#read(at(given, found.call), settled(further), depth);
		const start =
			found.row.effect === 'clock'
				? ofClock(found.row, further)
				: found.row.effect === 'flow'
					? this.#ofFlow(found, found.row, depth)
					: computed;
		const moved =
			start.form === 'read' && found.call !== undefined && isMoved(found.call)
				? { ...start, form: 'moved' as const, offset: undefined }
				: start;
		return further.reduce((reading, step, index) => this.#afterStep(reading, step, further[index + 1]), moved);
	}

	#afterStep(reading: ClockReading, step: Step, next: Step | undefined): ClockReading {
		if (step.kind !== 'property') return reading;
		if (reading.form === 'computed') return clockWord(step.name) === 'part' ? afterWord(reading, 'part', step.name) : reading;
		if (orderings.has(step.name))
			return readingOfOrder(this.#knowing, next?.kind === 'call' ? next.site.fact.args.map(argument => at(argument, next.site)) : []);
		const word = clockWord(step.name);
		if (word === 'distance')
			return next?.kind === 'call' && next.site.fact.args.some(argument => this.#behind(at(argument, next.site)).length > 0)
				? distant(reading)
				: computed;
		return afterWord(reading, word, step.name);
	}

	#ofFlow({ call, origin, match }: RowMatch, { carries }: FlowRow, depth: number): ClockReading {
		if (call === undefined) return computed;
		const { callee, args } = call.fact;
		const carried = carries.flatMap((each): readonly Value[] =>
			each === 'receiver' ? (callee.kind === 'member' ? [callee.object] : []) : each === 'all' ? args : args.slice(each, each + 1),
		);
		const clocks = carried.map(value => at(value, call)).filter(site => this.#behind(site).length > 0);
		const name = origin.steps.slice(0, match.length).findLast(step => step.kind === 'property')?.name ?? 'default';
		const [first] = clocks;
		if (first === undefined) return computed;
		const inner =
			first.fact.kind === 'spread'
				? this.#read(at(first.fact.value, first), [{ kind: 'element' }], depth)
				: this.#read(first, [], depth);
		// A date that is put together from parts: the first of the month, tomorrow.
		if (name === 'Date' && clocks.length > 1)
			return clocks.every(site => this.#read(site, [], depth).form === 'part')
				? { form: 'moved', unit: 1, offset: undefined }
				: computed;
		const sides = carried.map(value => at(value, call));
		if (keepsInstant.has(name)) return clocks.length === 1 ? keptIn(this.#knowing, name, sides, inner) : computed;
		if (orderings.has(name))
			return readingOfOrder(
				this.#knowing,
				[callee.kind === 'member' ? callee.object : callee, ...args].map(value => at(value, call)),
			);
		const word = clockWord(name);
		if (word === 'distance')
			return clocks.length > 1
				? distant(inner)
				: distantFromWritten(this.#knowing, name, { clock: first, reading: inner, sides, call });
		return afterWord(inner, word, name);
	}

	#ofSum(site: Site<OperationValue>, depth: number): ClockReading {
		if (this.#open.has(site.fact)) return computed;
		this.#open.add(site.fact);
		const reading = this.#ofOperation(site, depth);
		this.#open.delete(site.fact);
		return reading;
	}

	/** Whether the one reading behind a value is made behind the one behind another. */
	#isMadeBehind(one: Site<Value>, other: Site<Value>): boolean {
		const [[reading, ...more], [earlier, ...others]] = [this.#behind(one), this.#behind(other)];
		const areSingle = more.length === 0 && others.length === 0;
		return reading !== undefined && earlier !== undefined && areSingle && isReadBehind(reading, earlier) === true;
	}

	/** What a value is so far, to which the operation that is being read adds. */
	#isSoFar(site: Site<Value>): boolean {
		const roots = this.#knowing.provenance.roots(site);
		return (
			roots.some(root => root.kind === 'made' && this.#open.has(root.site.fact)) &&
			roots.every(root => root.kind === 'made' && (root.site.fact.kind === 'literal' || this.#open.has(root.site.fact)))
		);
	}

	#ofOperation(site: Site<OperationValue>, depth: number): ClockReading {
		const { operator, operands } = site.fact;
		const sides = operands.map(operand => at(operand, site));
		if (decisions.has(operator)) return readingOfComparison(this.#reads, operator, sides, depth);
		const clocks = sides.filter(side => this.#behind(side).length > 0 && !(operator === '+' && this.#isSoFar(side)));
		const [first, second] = clocks;
		if (first === undefined) return computed;
		const reading = this.#read(first, [], depth);
		if (second !== undefined) {
			const later = this.#read(second, [], depth);
			return operator === '-' ? taken(reading, later, this.#isMadeBehind(first, second)) : bothElapsed(reading, later);
		}
		const other = sides.find(side => side !== first);
		return other === undefined
			? afterSign(reading, operator)
			: besideOther(this.#knowing, reading, operator, other, first === sides[0]);
	}
}

function literalOf(root: Root): LiteralValue | undefined {
	return root.kind === 'made' && root.site.fact.kind === 'literal' ? root.site.fact : undefined;
}

/** Literals that a condition picks from, some of them truthy and some not. */
function isEitherWay(roots: readonly Root[]): boolean {
	const truths = roots.map(root => Boolean(literalOf(root)?.value));
	return truths.includes(true) && truths.includes(false);
}
