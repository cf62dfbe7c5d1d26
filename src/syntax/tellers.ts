import { isGiving } from './definitions.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from './facts.ts';
import { functionsWithin } from './functions-within.ts';

/** How often one leads to another: `const tell = latch(2, done); const finish = () => tell();` */
const passes = 2;

/**
 * The callbacks of a function, and the variables that are called inside it in their place, or whose methods are: `latch(2, done)`, `() => { server.close(); done(); }`, `new Plan(2, done)`.
 * `isEnd`: calls that are as good as one of a callback, `t.end()`.
 */
export function tellersOf(
	facts: ModuleFacts,
	fact: FunctionFacts,
	callbacks: ReadonlySet<number>,
	isEnd?: (call: Call) => boolean,
): ReadonlySet<number> {
	const tellers = new Set(callbacks);
	if (callbacks.size === 0 && isEnd === undefined) return tellers;
	const isTeller = (value: Value): boolean => value.kind === 'reference' && tellers.has(value.binding);
	const tells = (call: Call): boolean =>
		isTeller(call.callee) ||
		(call.callee.kind === 'member' && isTeller(call.callee.object)) ||
		call.args.some(isTeller) ||
		isEnd?.(call) === true;
	const callees = functionsWithin(facts, fact).flatMap(({ calls }) => calls.map(({ callee }) => callee));
	const called = new Set(callees.flatMap(callee => (callee.kind === 'reference' ? [callee.binding] : [])));
	const holders = new Set(
		callees.flatMap(callee => (callee.kind === 'member' && callee.object.kind === 'reference' ? [callee.object.binding] : [])),
	);
	for (let pass = 0; pass < passes; pass++) {
		for (const binding of new Set([...called, ...holders])) {
			const value = onlyValue(facts, fact, binding);
			if (value === undefined) continue;
			if (!called.has(binding) && (value.kind !== 'call' || value.form !== 'new')) continue;
			const isMadeOfOne =
				value.kind === 'call' ? value.args.some(isTeller) : value.kind === 'function' && within(facts, value.function).some(tells);
			if (isMadeOfOne) tellers.add(binding);
		}
	}
	return tellers;
}

/** What a variable of a function holds, where that is one thing. */
function onlyValue(facts: ModuleFacts, { start, end }: FunctionFacts, binding: number): Value | undefined {
	const [only, ...others] = (facts.bindings[binding]?.definitions ?? []).filter(isGiving);
	if (only?.kind !== 'value' || only.path.length > 0 || others.length > 0) return undefined;
	return only.value.start < start || only.value.end > end ? undefined : only.value;
}

function within(facts: ModuleFacts, index: number): readonly Call[] {
	const fact = facts.functions[index];
	return fact === undefined ? [] : functionsWithin(facts, fact).flatMap(({ calls }) => calls);
}
