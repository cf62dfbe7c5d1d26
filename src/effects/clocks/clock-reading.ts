import { keepsInstant, orderings } from '../../knowledge/date-words.ts';
import type { FlowRow } from '../../knowledge/row.ts';
import { BySite } from '../../project/by-site.ts';
import type { Site } from '../../project/model.ts';
import { type RowMatch, matchRows } from '../../provenance/match.ts';
import type { Path, Root, Step } from '../../provenance/model.ts';
import type { Rows } from '../../provenance/rows.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, settled } from '../../provenance/walker.ts';
import type { LiteralValue, OperationValue, Value } from '../../syntax/facts.ts';
import { throughAnswers } from '../answers/answers.ts';
import { type ClockReading, afterSign, afterWord, apart, bothElapsed, computed, decision, distant, either, isBeyondLeft, isOfCalendar, left, movedBy, ofClock, taken } from './clock-forms.ts';
import { clockWord } from './clock-words.ts';
import { fixedInstant, isTimeBomb } from './fixed-instants.ts';
import type { Flow } from '../flow.ts';
import { isHandedLeft } from './handed-times.ts';
import type { Influence } from '../model.ts';
import { isMoved } from './moved-dates.ts';
import type { Knowing } from '../knowing.ts';
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
	#spent = 0;

	constructor(knowing: Knowing, flow: Flow) {
		this.#knowing = knowing;
		this.#flow = flow;
	}

	read(site: Site<Value>, path: Path = []): ClockReading {
		this.#spent = 0;
		return this.#read(site, path, 0);
	}

	#read(site: Site<Value>, path: Path, depth: number): ClockReading {
		if (depth > maxDepth || this.#spent++ > budget) return computed;
		const roots = throughAnswers(this.#knowing.provenance, this.#knowing.provenance.roots(site, path));
		const readings = roots.filter(root => literalOf(root) === undefined).map(root => (this.#isPicked(root, depth + 1) ? this.#decided(root, depth + 1) : this.#ofRoot(root, depth + 1)));
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
		return roots.some(({ conditions }) => conditions.some(condition => this.#read(condition, [], depth).isCalendar === true)) ? { isCalendar: true } : {};
	}

	#isPicked({ conditions }: Root, depth: number): boolean {
		return conditions.some(condition => this.#behind(condition).length > 0 && !this.#isPresence(condition, depth) && !(condition.fact.kind === 'operation' && this.#ofSum(at(condition.fact, condition), depth).form === 'computed'));
	}

	/** Whether a condition asks no more than whether the clock has been read yet: `if (this.end)`, `start !== 0 && end !== undefined`. */
	#isPresence(site: Site<Value>, depth: number): boolean {
		const { fact } = site;
		const isOf = (value: Value): boolean => this.#behind(at(value, site)).length === 0 || this.#isPresence(at(value, site), depth);
		if (fact.kind === 'choice') return [fact.test, ...fact.options].every(isOf);
		if (fact.kind === 'operation' && fact.operator === '!') return fact.operands.every(isOf);
		if (fact.kind === 'operation' && equalities.has(fact.operator)) return fact.operands.some(({ kind }) => kind === 'literal') && fact.operands.every(isOf);
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
		if (asked !== undefined && this.#behind(asked).length > 0) return isOfCalendar(this.#read(asked, [], depth)) || this.#read(asked, [], depth).form === 'computed' ? { ...decision, isCalendar: true } : decision;
		return this.#ofCallback(steps, depth) ?? this.#ofItself(root, depth);
	}

	/** What the last callback on the way makes of the clock: `times.map(time => time - start)`, `work.then(() => Date.now() - start)`. */
	#ofCallback(steps: readonly Step[], depth: number): ClockReading | undefined {
		const { provenance, rows } = this.#knowing;
		const made = contributions(steps, rows).filter(({ picks }) => !picks).map(({ value, call, rest }) => {
			const results = provenance.roots(at(value, call)).flatMap(root => (root.kind === 'function' && root.path.length === 0 ? root.site.fact.returns.map(each => at(each.value, root.site)) : []));
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
		const [found] = matchRows(this.#knowing.rows, this.#knowing.provenance.roots, root.origin).filter(({ row }) => row.effect === 'clock' || row.effect === 'flow');
		if (found === undefined) return computed;
		const further = found.origin.steps.slice(found.match.length);
		const given = found.row.effect === 'flow' && found.row.gives !== undefined ? found.call?.fact.args[found.row.gives] : undefined;
		if (given !== undefined && found.call !== undefined) return this.#read(at(given, found.call), settled(further), depth);
		const start = found.row.effect === 'clock' ? ofClock(found.row, further) : found.row.effect === 'flow' ? this.#ofFlow(found, found.row, depth) : computed;
		const moved = start.form === 'read' && found.call !== undefined && isMoved(found.call) ? { ...start, form: 'moved' as const, offset: undefined } : start;
		return further.reduce((reading, step, index) => this.#afterStep(reading, step, further[index + 1]), moved);
	}

	#afterStep(reading: ClockReading, step: Step, next: Step | undefined): ClockReading {
		if (step.kind !== 'property' || reading.form === 'computed') return reading;
		if (orderings.has(step.name)) return this.#ordered(next?.kind === 'call' ? next.site.fact.args.map(argument => at(argument, next.site)) : []);
		const word = clockWord(step.name);
		if (word === 'distance') return next?.kind === 'call' && next.site.fact.args.some(argument => this.#behind(at(argument, next.site)).length > 0) ? distant(reading) : computed;
		return afterWord(reading, word, step.name);
	}

	#ofFlow({ call, origin, match }: RowMatch, { carries }: FlowRow, depth: number): ClockReading {
		if (call === undefined) return computed;
		const { callee, args } = call.fact;
		const carried = carries.flatMap((each): readonly Value[] => (each === 'receiver' ? (callee.kind === 'member' ? [callee.object] : []) : each === 'all' ? args : args.slice(each, each + 1)));
		const clocks = carried.map(value => at(value, call)).filter(site => this.#behind(site).length > 0);
		const name = origin.steps.slice(0, match.length).findLast(step => step.kind === 'property')?.name ?? 'default';
		const [first] = clocks;
		if (first === undefined) return computed;
		const inner = first.fact.kind === 'spread' ? this.#read(at(first.fact.value, first), [{ kind: 'element' }], depth) : this.#read(first, [], depth);
		// A date that is put together from parts: the first of the month, tomorrow.
		if (name === 'Date' && clocks.length > 1) return clocks.every(site => this.#read(site, [], depth).form === 'part') ? { form: 'moved', unit: 1, offset: undefined } : computed;
		if (keepsInstant.has(name)) return clocks.length === 1 ? { ...inner, ...this.#keptFrom(name, carried.map(value => at(value, call))) } : computed;
		if (orderings.has(name)) return this.#ordered([callee.kind === 'member' ? callee.object : callee, ...args].map(value => at(value, call)));
		const word = clockWord(name);
		if (word === 'distance') return clocks.length > 1 ? distant(inner) : computed;
		return afterWord(inner, word, name);
	}

	/** `Math.max(0, left)`. */
	#keptFrom(name: string, sides: readonly Site<Value>[]): Pick<ClockReading, 'kept'> {
		const bounds = keeps.has(name) ? sides.map(side => staticValue(this.#knowing.provenance.roots, side)) : [];
		const bound = bounds.find(each => typeof each === 'number');
		return bound === undefined ? {} : { kept: bound };
	}

	#ofSum(site: Site<OperationValue>, depth: number): ClockReading {
		if (this.#open.has(site.fact)) return computed;
		this.#open.add(site.fact);
		const reading = this.#ofOperation(site, depth);
		this.#open.delete(site.fact);
		return reading;
	}

	/** What a value is so far, to which the operation that is being read adds. */
	#isSoFar(site: Site<Value>): boolean {
		const roots = this.#knowing.provenance.roots(site);
		return roots.some(root => root.kind === 'made' && this.#open.has(root.site.fact)) && roots.every(root => root.kind === 'made' && (root.site.fact.kind === 'literal' || this.#open.has(root.site.fact)));
	}

	#ofOperation(site: Site<OperationValue>, depth: number): ClockReading {
		const { operator, operands } = site.fact;
		const sides = operands.map(operand => at(operand, site));
		if (decisions.has(operator)) return this.#ofComparison(operator, sides, depth);
		const clocks = sides.filter(side => this.#behind(side).length > 0 && !(operator === '+' && this.#isSoFar(side)));
		const [first, second] = clocks;
		if (first === undefined) return computed;
		const reading = this.#read(first, [], depth);
		if (second !== undefined) {
			const later = this.#read(second, [], depth);
			return operator === '-' ? taken(reading, later) : bothElapsed(reading, later);
		}
		const other = sides.find(side => side !== first);
		return other === undefined ? afterSign(reading, operator) : this.#scaled(reading, operator, other, first === sides[0]);
	}

	#ofComparison(operator: string, sides: readonly Site<Value>[], depth: number): ClockReading {
		if (!orders.has(operator)) return this.#isOfName(sides, depth) ? computed : this.#asked(sides, depth);
		for (const [index, side] of sides.entries()) {
			const other = sides[1 - index];
			const bound = other === undefined ? undefined : staticValue(this.#knowing.provenance.roots, other);
			if ((typeof bound !== 'number' && typeof bound !== 'bigint') || this.#behind(side).length === 0) continue;
			const reading = this.#read(side, [], depth);
			if (reading.form === 'part') return { ...decision, isCalendar: true };
			if (reading.form !== 'elapsed') continue;
			const isUpper = operator.startsWith('<') === (index === 0);
			return isUpper && isBeyondLeft(reading, Number(bound), !operator.endsWith('=')) ? decision : { ...decision, limit: { ms: Number(bound) * reading.unit, isUpper } };
		}
		return this.#isOnEdge(operator, sides, depth) ? { ...decision, isOnEdge: true } : this.#asked(sides, depth);
	}

	/** Whether a comparison comes out one way in the millisecond of a reading that was handed over, and the other way in the next. */
	isOnEdge(site: Site<OperationValue>): boolean {
		this.#spent = 0;
		return this.#isOnEdge(site.fact.operator, site.fact.operands.map(operand => at(operand, site)), 0);
	}

	#isOnEdge(operator: string, sides: readonly Site<Value>[], depth: number): boolean {
		const [left, right] = sides;
		const isLeftHanded = left === undefined || right === undefined ? undefined : isHandedLeft(left, this.#behind(left), this.#behind(right));
		if (left === undefined || right === undefined || isLeftHanded === undefined || operator !== (isLeftHanded ? '<' : '>') && operator !== (isLeftHanded ? '>=' : '<=')) return false;
		const [one, other] = [this.#read(left, [], depth + 1), this.#read(right, [], depth + 1)];
		return [one, other].every(({ form }) => form === 'read' || form === 'moved') && apart(one, other) === 0;
	}

	/** Which of some instants is the earlier one: where none is written down that will pass, that comes out the same in nearly every test. */
	#ordered(sides: readonly Site<Value>[]): ClockReading {
		return sides.some(side => isTimeBomb(fixedInstant(this.#knowing, side) ?? 0)) ? { ...decision, isCalendar: true } : decision;
	}

	#asked(sides: readonly Site<Value>[], depth: number): ClockReading {
		const clock = sides.find(side => this.#behind(side).length > 0);
		if (clock === undefined) return decision;
		const reading = this.#read(clock, [], depth);
		const isOver = reading.form !== 'elapsed' && sides.some(side => side !== clock && isTimeBomb(fixedInstant(this.#knowing, side) ?? 0));
		return isOver || isOfCalendar(reading) ? { ...decision, isCalendar: true } : decision;
	}

	/** `entity.key === `key${Date.now()}``: a name that is compared with what nobody sees is itself at any time. */
	#isOfName(sides: readonly Site<Value>[], depth: number): boolean {
		const [first, ...others] = sides.filter(side => this.#behind(side).length > 0);
		const other = sides.find(side => side !== first);
		if (first === undefined || others.length > 0 || other === undefined || this.#read(first, [], depth).form !== 'computed') return false;
		return this.#knowing.provenance.roots(other).every(root => root.kind !== 'made');
	}

	#scaled(reading: ClockReading, operator: string, other: Site<Value>, isLeft: boolean): ClockReading {
		const value = staticValue(this.#knowing.provenance.roots, other);
		const number = typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : undefined;
		switch (operator) {
			case '/':
				// By something that is not written down it is mostly an average.
				if (number === undefined && isLeft && reading.form === 'elapsed') return reading;
				return number === undefined || !isLeft ? computed : { ...reading, unit: reading.unit * number };
			case '*':
				return number === undefined || number === 0 ? computed : { ...reading, unit: reading.unit / number };
			case '+':
			case '-':
				if (reading.form === 'part') return reading;
				if (reading.form === 'elapsed' && operator === '-' && !isLeft && number !== undefined && reading.isLeft !== true) return left(reading, number);
				// What is added to a measured time mostly says how long that should be.
				if (reading.form === 'elapsed') return number === undefined || reading.offset === 0 ? reading : { ...reading, offset: movedBy(reading, operator === '-' ? -number : number) };
				if (typeof value === 'string' || (reading.form !== 'read' && reading.form !== 'moved') || (operator === '-' && !isLeft && number !== undefined)) return computed;
				if (number === undefined && operator === '-' && reading.form === 'read') return { ...reading, form: 'moved', offset: undefined, isDistance: true };
				return { ...reading, form: 'moved', offset: movedBy(reading, operator === '-' && number !== undefined ? -number : number) };
			case '%':
				return { ...reading, form: 'part' };
			case '|':
			case '>>>':
				return reading;
			default:
				return computed;
		}
	}
}

/** The path that further steps take from an element of a list, or from what a promise gives; undefined where they compute something from it. */
function takenFrom(steps: readonly Step[], rows: Rows): Path | undefined {
	const path: Step[] = [];
	for (let index = 0; index < steps.length; index++) {
		const [step, next] = [steps[index], steps[index + 1]];
		if (step?.kind === 'property' && next?.kind === 'call') {
			if (!['same', 'position', 'element'].includes(rows.method(step.name)?.result ?? '')) return undefined;
			index++;
		} else if (step?.kind === 'property') {
			path.push(step);
		} else if (step?.kind === 'call' || step?.kind === 'construct') {
			return undefined;
		}
	}
	return path;
}

const keeps: ReadonlySet<string> = new Set(['max', 'min']);
const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const equalities: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);
const decisions: ReadonlySet<string> = new Set([...orders, ...equalities, '!', 'in', 'instanceof']);

function literalOf(root: Root): LiteralValue | undefined {
	return root.kind === 'made' && root.site.fact.kind === 'literal' ? root.site.fact : undefined;
}

/** Literals that a condition picks from, some of them truthy and some not. */
function isEitherWay(roots: readonly Root[]): boolean {
	const truths = roots.map(root => Boolean(literalOf(root)?.value));
	return truths.includes(true) && truths.includes(false);
}
