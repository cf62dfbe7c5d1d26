import { type Knowing, rowsOfCall } from '../../effects/knowing.ts';
import type { Influence } from '../../effects/model.ts';
import type { Module, Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { isThen } from '../../syntax/promise-link.ts';
import { waitsForOutside } from './own-waits.ts';

/**
 * Whether the code under an assertion notes in which order its own callbacks come: a test that does asks for that order. One that gathers
 * what the callbacks were waiting for depends on it by accident, and so does one whose callbacks wait for what answers from outside.
 */
export function isRecordedOrder({ row, call }: Influence, isTest: (module: Module) => boolean, knowing: Knowing): boolean {
	return (
		row === undefined &&
		call !== undefined &&
		isTest(call.module) &&
		(isLog(call) || !(call.fact.args.some(argument => isAwaited(argument, call, knowing)) || waitsForOutside(call, knowing)))
	);
}

/** A list that gets words as well: `steps.push('empty')` beside `steps.push('got ' + item)`. */
function isLog({ fact: { callee }, module }: Site<Call>): boolean {
	const binding =
		callee.kind === 'member' && callee.object.kind === 'reference' ? module.facts.bindings[callee.object.binding] : undefined;
	return (
		binding?.definitions.some(each => each.kind === 'method' && each.method === 'push' && each.call.args[0]?.kind === 'literal') ===
		true
	);
}

/** Whether the program itself asks for one record and does not say which: it takes for granted that there is one. */
export function isOnlyRecord({ row, source }: Influence, isTest: (module: Module) => boolean): boolean {
	return row?.effect === 'order' && row.yields === 'pick' && !isTest(source.module);
}

/** Only what an operand, a property or a variable of the same callback hands on is followed. */
function isAwaited(value: Value, call: Site<Call>, knowing: Knowing): boolean {
	switch (value.kind) {
		case 'await':
			return true;
		case 'reference':
			return isAwaitedVariable(value.binding, call, knowing);
		case 'member':
			return isAwaited(value.object, call, knowing);
		case 'call':
			return isAwaited(value.callee, call, knowing) || value.args.some(argument => isAwaited(argument, call, knowing));
		case 'spread':
			return isAwaited(value.value, call, knowing);
		case 'array':
			return value.elements.some(element => isAwaited(element, call, knowing));
		case 'object':
			return value.entries.some(entry => isAwaited(entry.value, call, knowing));
		case 'template':
			return value.parts.some(part => isAwaited(part, call, knowing));
		case 'operation':
			return value.operands.some(operand => isAwaited(operand, call, knowing));
		default:
			return false;
	}
}

/** A variable that an await, `then` or an answer from outside gives its value. */
function isAwaitedVariable(index: number, call: Site<Call>, knowing: Knowing): boolean {
	const definitions = call.module.facts.bindings[index]?.definitions ?? [];
	return definitions.some(definition => {
		if (definition.kind === 'value') return definition.function === call.fact.function && isAwaited(definition.value, call, knowing);
		const passedTo =
			definition.kind === 'parameter' && definition.function === call.fact.function
				? functionAt(call.module, definition.function)?.passedTo
				: undefined;
		return passedTo !== undefined && (isThen(passedTo.call.callee) || isAnswered(at(passedTo.call, call), knowing));
	});
}

function isAnswered(call: Site<Call>, knowing: Knowing): boolean {
	return rowsOfCall(knowing, call).some(({ row }) => row.effect === 'calls' && row.overtakes === true);
}
