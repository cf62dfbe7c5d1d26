import type { Site } from '../project/model.ts';
import type { FunctionFacts, LoopFacts, Region, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';

/**
 * Whether the code of a region is repeated until something holds: a `while`, or any loop that a condition can leave early. A loop
 * that only counts repeats a fixed number of times.
 */
export function isPolling(facts: FunctionFacts, region: number | undefined): boolean {
	return regionsAround(facts, region).some(({ loop, test }) => loop !== undefined && (loop.leaves || isCondition(loop, test)));
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
	return test.kind === 'operation' && test.operands.every(operand => operand.kind === 'reference' || operand.kind === 'literal' || (operand.kind === 'member' && operand.property === 'length'));
}

/** The regions that hold a place, innermost first. */
export function regionsAround(facts: FunctionFacts, region: number | undefined): Region[] {
	const around: Region[] = [];
	for (let index = region; index !== undefined; ) {
		const current = facts.regions[index];
		if (current === undefined) break;
		around.push(current);
		index = current.parent;
	}
	return around;
}

/** A function that waits and calls itself again polls. */
export function callsItself({ module: { facts }, fact }: Site<FunctionFacts>): boolean {
	return functionsWithin(facts, fact).some(each => each.calls.some(({ callee }) => {
		if (callee.kind !== 'reference') return false;
		return facts.bindings[callee.binding]?.definitions.some(definition => definition.kind === 'value' && definition.value.kind === 'function' && facts.functions[definition.value.function] === fact) === true;
	}));
}
