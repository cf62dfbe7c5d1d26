import type { Module } from '../../project/model.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Condition } from './shown-pieces.ts';

/** A state of a component, with what it is at a moment. */
export interface Moment {
	readonly binding: number;
	/** Undefined where nobody can tell. */
	readonly value: Value | undefined;
}

/** How many variables may stand between a test and the state. */
const maxNames = 3;

/** Whether a condition over a state is met at a moment; undefined where nobody can tell. */
export function isMet({ test, holds, list }: Condition, moment: Moment, module: Module): boolean | undefined {
	const truth = list ? isFilled(valueOf(test, moment, module)) : truthOf(test, moment, module);
	return truth === undefined ? undefined : truth === holds;
}

function truthOf(test: Value, moment: Moment, module: Module): boolean | undefined {
	if (test.kind === 'operation') {
		const [left, right] = test.operands;
		if (left === undefined) return undefined;
		if (test.operator === '!') {
			const truth = truthOf(left, moment, module);
			return truth === undefined ? undefined : !truth;
		}
		return right === undefined
			? undefined
			: compared(test.operator, constantOf(left, moment, module), constantOf(right, moment, module));
	}
	if (test.kind === 'choice' && (test.operator === '&&' || test.operator === '||')) {
		const truths = test.options.map(option => truthOf(option, moment, module));
		const decisive = test.operator === '||';
		if (truths.includes(decisive)) return decisive;
		return truths.includes(undefined) ? undefined : !decisive;
	}
	const value = valueOf(test, moment, module);
	if (value !== undefined && value !== test && (value.kind === 'operation' || value.kind === 'choice'))
		return truthOf(value, moment, module);
	if (value?.kind === 'object' || value?.kind === 'array' || value?.kind === 'function') return true;
	const constant = constantOf(test, moment, module);
	return constant === undefined ? undefined : Boolean(constant.value);
}

/** A constant, in a box of its own: `undefined` is one as well. */
interface Constant {
	readonly value: unknown;
}

function compared(operator: string, left: Constant | undefined, right: Constant | undefined): boolean | undefined {
	if (left === undefined || right === undefined) return undefined;
	const [one, other] = [left.value, right.value];
	const areNothing = (one ?? other ?? undefined) === undefined;
	switch (operator) {
		case '===':
			return one === other;
		case '!==':
			return one !== other;
		case '==':
			return one === other || areNothing;
		case '!=':
			return one !== other && !areNothing;
		case '>':
			return typeof one === 'number' && typeof other === 'number' ? one > other : undefined;
		case '<':
			return typeof one === 'number' && typeof other === 'number' ? one < other : undefined;
		default:
			return undefined;
	}
}

function constantOf(value: Value, moment: Moment, module: Module): Constant | undefined {
	if (value.kind === 'member') {
		const holder = valueOf(value.object, moment, module);
		if (holder?.kind === 'array' && value.property === 'length') return { value: holder.elements.length };
		return holder?.kind === 'literal' && isNothing(holder) ? { value: undefined } : undefined;
	}
	const found = valueOf(value, moment, module);
	if (found?.kind === 'global') return found.name === 'undefined' ? { value: undefined } : undefined;
	return found?.kind === 'literal' ? { value: found.value } : undefined;
}

function isNothing(value: Value): boolean {
	return value.kind === 'literal' && (value.value === undefined || value.value === null);
}

/** What a value is at the moment, where it is the state, something that is written down, or a variable that holds one of them. */
function valueOf(value: Value, moment: Moment, { facts }: Module): Value | undefined {
	let found: Value = value;
	for (let name = 0; found.kind === 'reference' && name <= maxNames; name++) {
		if (found.binding === moment.binding) return moment.value;
		const held = soleValue(facts, found);
		if (held === undefined) return undefined;
		found = held;
	}
	return found.kind === 'reference' ? undefined : found;
}

function isFilled(value: Value | undefined): boolean | undefined {
	if (value?.kind === 'array') return value.elements.every(({ kind }) => kind !== 'spread') ? value.elements.length > 0 : undefined;
	return value !== undefined && isNothing(value) ? false : undefined;
}
