import { soleValue } from '../syntax/definitions.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';

/** Operators that give true or false. */
const comparing: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '===', '!=', '!==', '!', 'in', 'instanceof']);

/**
 * Whether the comparator that a sort is handed never gives a number below zero: `(one, other) => one.id > other.id` gives true or false, which count as one
 * and zero, and one without a `return` gives nothing. Then each element stays where it is (https://tc39.es/ecma262/#sec-comparearrayelements).
 */
export function sortsNothing({ args: [comparator] }: Call, facts: ModuleFacts): boolean {
	const body = comparator === undefined ? undefined : bodyOf(comparator, facts);
	if (body === undefined || body.generator || body.parameters.length < 2) return false;
	if (body.returns.length === 0) return body.throws.length === 0;
	return body.returns.every(({ value }) => isNeverBelow(value)) && body.returns.some(({ value }) => compares(value));
}

function bodyOf(value: Value, facts: ModuleFacts): FunctionFacts | undefined {
	const body = soleValue(facts, value) ?? value;
	return body.kind === 'function' ? facts.functions[body.function] : undefined;
}

function isNeverBelow(value: Value): boolean {
	switch (value.kind) {
		case 'literal':
			return typeof value.value === 'boolean' || (typeof value.value === 'number' && value.value >= 0);
		case 'operation':
			return comparing.has(value.operator);
		case 'choice':
			return value.options.every(isNeverBelow);
		default:
			return false;
	}
}

function compares(value: Value): boolean {
	if (value.kind === 'choice') return compares(value.test) || value.options.some(compares);
	return value.kind === 'operation' && comparing.has(value.operator);
}
