import { pausing } from '../knowledge/wait-words.ts';
import type { Module, Site } from '../project/model.ts';
import type { Call, FunctionFacts, LoopFacts, ModuleFacts, Region, Span, Value, Write } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { isThen } from '../syntax/promise-link.ts';
import { holds } from '../syntax/spans.ts';
import { valuesIn, valuesInside } from './value-parts.ts';

/**
 * Whether the code of a region is repeated until something holds: a `while`, or any loop that a condition can leave early. A loop
 * that only counts repeats a fixed number of times.
 */
export function isPolling({ module, fact }: Site<FunctionFacts>, region: number | undefined): boolean {
	const around = regionsAround(fact, region);
	return around.some(
		(each, index) =>
			each.loop !== undefined &&
			((each.loop.leaves && !isLeft(fact, around.slice(0, index + 1))) ||
				(isCondition(each.loop, each.test) && !onlyCounts(each, fact, module))),
	);
}

/**
 * `while (turns++ < 5) { await sleep(20); }`: the condition is about a number of the function's own that nothing changes but the loop, which counts with it.
 */
function onlyCounts(loop: Region, { regions, writes }: FunctionFacts, { facts }: Module): boolean {
	const values = loop.test === undefined ? [] : valuesInside(loop.test);
	const named = values.flatMap(value => (value.kind === 'reference' ? [value.binding] : []));
	const isPlain = values.every(({ kind }) => kind === 'operation' || kind === 'reference' || kind === 'literal');
	const isOf = ({ target }: Write, binding: number): boolean => target.kind === 'reference' && target.binding === binding;
	const isStep = (write: Write): boolean =>
		writes.includes(write) &&
		addsNumber(write) &&
		(values.some(value => holds(value, write)) || (write.region !== undefined && regions[write.region] === loop));
	const counted = facts.functions.flatMap(each => each.writes).filter(write => named.some(binding => isOf(write, binding)));
	return isPlain && counted.length > 0 && counted.every(isStep);
}

/** `turns++`, `left -= 2` */
function addsNumber({ operator, value }: Write): boolean {
	const added = value?.kind === 'operation' ? value.operands[1] : undefined;
	return stepping.has(operator) && added?.kind === 'literal';
}

const stepping: ReadonlySet<string> = new Set(['++', '--', '+=', '-=']);

/** Whether what stands in a loop is done once at most, for the loop is left from there: `if (isIt(item)) { await item.open(); await pause(50); break; }`. What is caught may be tried again. */
function isLeft({ regions }: FunctionFacts, upToLoop: readonly Region[]): boolean {
	const exits = upToLoop.at(-1)?.loop?.exits ?? [];
	return (
		upToLoop.every(({ kind }) => kind !== 'try') &&
		exits.some(exit => upToLoop.slice(0, -1).some(region => regions[exit] === region && region.kind !== 'after-exit'))
	);
}

/**
 * Whether a function looks again and again until it has found what it looks for, and gives that back: a loop that leaves, with a pause in it.
 */
export function polls({ module, fact }: Site<FunctionFacts>): boolean {
	return fact.regions.some(loop => isLookingLoop(loop, fact, module));
}

function isLookingLoop({ loop, test, start, end }: Region, { awaits, returns }: FunctionFacts, { facts }: Module): boolean {
	const isInside = (place: Span): boolean => place.start >= start && place.end <= end;
	const isLoop =
		loop !== undefined &&
		(loop.form === 'while' || loop.form === 'do-while' || loop.form === 'for') &&
		(loop.leaves || isCondition(loop, test));
	return isLoop && returns.some(isInside) && awaits.some(each => isInside(each) && isPause(each.value, facts));
}

/** `await sleep(50)`, `await new Promise(resolve => setTimeout(resolve, 50))`, as far as names tell. */
function isPause(value: Value, { bindings }: ModuleFacts): boolean {
	if (value.kind !== 'call') return false;
	const { callee, form } = value;
	const name =
		callee.kind === 'member'
			? callee.property
			: callee.kind === 'reference'
				? bindings[callee.binding]?.word
				: callee.kind === 'global'
					? callee.name
					: undefined;
	return typeof name === 'string' && (form === 'new' ? name === 'Promise' : pausing.test(name));
}

/**
 * Whether a pause is a part of looking again and again. It stands between a first look that may find all there is to find, and a loop that looks again:
 * `if (found) return found; await sleep(100); while (true) { …; if (found) return found; … }`; or right in front of a loop that pauses as long as
 * something does not hold: `await sleep(10); while (!isReady()) await sleep(5);`.
 */
export function isFirstPause({ module, fact }: Site<FunctionFacts>, pause: Span): boolean {
	const mayHaveFound = fact.returns.some(found => found.region !== undefined && found.end <= pause.start);
	return fact.regions.some(
		loop =>
			loop.start >= pause.end &&
			((mayHaveFound && isLookingLoop(loop, fact, module)) || (isPausingLoop(loop, fact, module) && isNextTo(pause, loop, fact))),
	);
}

function isPausingLoop({ loop, test, start, end }: Region, { awaits }: FunctionFacts, { facts }: Module): boolean {
	return (
		loop !== undefined &&
		isCondition(loop, test) &&
		awaits.some(each => each.start >= start && each.end <= end && isPause(each.value, facts))
	);
}

/** Whether nothing is done between a pause and a loop; what the loop's own condition asks belongs to the loop. */
function isNextTo(pause: Span, { start, test }: Region, { calls, writes }: FunctionFacts): boolean {
	const loopStart = Math.min(start, test?.start ?? start);
	const isBetween = (each: Span): boolean => each.start >= pause.end && each.end <= loopStart;
	return !calls.some(isBetween) && !writes.some(isBetween);
}

function isCondition({ form }: LoopFacts, test: Value | undefined): boolean {
	if (form === 'while' || form === 'do-while') return test !== undefined && !isConstant(test);
	return form === 'for' && test !== undefined && !comparesCounter(test);
}

function isConstant(test: Value): boolean {
	return test.kind === 'literal';
}

/** `i < n`, with plain names or numbers on both sides. */
function comparesCounter(test: Value): boolean {
	return (
		test.kind === 'operation' &&
		test.operands.every(
			operand =>
				operand.kind === 'reference' || operand.kind === 'literal' || (operand.kind === 'member' && operand.property === 'length'),
		)
	);
}

/** The regions that hold a place, innermost first. */
export function regionsAround(facts: FunctionFacts, region: number | undefined): Region[] {
	const around: Region[] = [];
	for (let index = region; index !== undefined;) {
		const current = facts.regions[index];
		if (current === undefined) break;
		around.push(current);
		index = current.parent;
	}
	return around;
}

/** A function that waits and calls itself again polls, or has itself called: `return sleep(50).then(look)`. One that only counts how often it still has to does not. */
export function callsItself(site: Site<FunctionFacts>): boolean {
	const {
		module: { facts },
		fact,
	} = site;
	const isItself = (value: Value): boolean =>
		(value.kind === 'member' &&
			value.object.kind === 'this' &&
			value.property === fact.name &&
			fact.class !== undefined &&
			value.object.class === fact.class) ||
		(value.kind === 'reference' &&
			facts.bindings[value.binding]?.definitions.some(
				definition =>
					definition.kind === 'value' &&
					definition.value.kind === 'function' &&
					facts.functions[definition.value.function] === fact,
			) === true);
	const calls = functionsWithin(facts, fact).flatMap(each => each.calls);
	const own = calls.filter(({ callee }) => isItself(callee));
	const isHanded = calls.some(({ callee, args }) => isThen(callee) && args.some(isItself));
	return isHanded || (own.length > 0 && !countsDown(site, own));
}

/** `const pause = async n => { if (n > 0) { await sleep(20); await pause(n - 1); } }`: nothing but what it counts decides whether it goes on. */
function countsDown({ module: { facts }, fact }: Site<FunctionFacts>, own: readonly Call[]): boolean {
	const isCounted = (value: Value | undefined, binding: number | undefined): boolean =>
		value?.kind === 'operation' &&
		['-', '+'].includes(value.operator) &&
		value.operands.some(operand => operand.kind === 'reference' && operand.binding === binding) &&
		value.operands.some(({ kind }) => kind === 'literal');
	const counted = fact.parameters.flatMap(({ binding }, index) =>
		binding !== undefined && own.every(({ args }) => isCounted(args[index], binding)) ? [binding] : [],
	);
	const isOfCount = (value: Value): boolean =>
		valuesInside(value).every(
			each => ['literal', 'operation'].includes(each.kind) || (each.kind === 'reference' && counted.includes(each.binding)),
		);
	const inside = functionsWithin(facts, fact);
	const choices = inside.flatMap(each => [...valuesIn(each, facts)]).flatMap(value => (value.kind === 'choice' ? [value.test] : []));
	const regions = inside.flatMap(each => each.regions);
	const tests = [...choices, ...regions.flatMap(({ test }) => test ?? [])];
	const isAttempt =
		regions.some(({ kind }) => kind === 'loop' || kind === 'try' || kind === 'catch') ||
		inside.some(({ calls }) =>
			calls.some(({ callee, args }) => callee.kind === 'member' && (callee.property === 'catch' || args.length > 1)),
		);
	return counted.length > 0 && tests.length > 0 && !isAttempt && tests.every(isOfCount);
}
