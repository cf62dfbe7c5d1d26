import type { Call, FunctionFacts, ModuleFacts, Value } from './facts.ts';
import { functionsWithin } from './functions-within.ts';

/** How often one leads to another: `const tell = latch(2, done); const finish = () => tell();` */
const passes = 2;

/**
 * The callbacks of a function, and the variables that are called inside it in their place: `latch(2, done)`, `() => { server.close(); done(); }`.
 * `isEnd`: calls that are as good as one of a callback, `t.end()`.
 */
export function tellersOf(facts: ModuleFacts, fact: FunctionFacts, callbacks: ReadonlySet<number>, isEnd?: (call: Call) => boolean): ReadonlySet<number> {
	const tellers = new Set(callbacks);
	if (callbacks.size === 0 && isEnd === undefined) return tellers;
	const isTeller = (value: Value): boolean => value.kind === 'reference' && tellers.has(value.binding);
	const tells = (call: Call): boolean => isTeller(call.callee) || call.args.some(isTeller) || isEnd?.(call) === true;
	const called = new Set(functionsWithin(facts, fact).flatMap(({ calls }) => calls.flatMap(({ callee }) => (callee.kind === 'reference' ? [callee.binding] : []))));
	for (let pass = 0; pass < passes; pass++) {
		for (const binding of called) {
			const [only, ...others] = facts.bindings[binding]?.definitions ?? [];
			if (only?.kind !== 'value' || only.path.length > 0 || others.length > 0 || only.value.start < fact.start || only.value.end > fact.end) continue;
			if (only.value.kind === 'call' ? only.value.args.some(isTeller) : only.value.kind === 'function' && within(facts, only.value.function).some(tells)) tellers.add(binding);
		}
	}
	return tellers;
}

function within(facts: ModuleFacts, index: number): readonly Call[] {
	const fact = facts.functions[index];
	return fact === undefined ? [] : functionsWithin(facts, fact).flatMap(({ calls }) => calls);
}
