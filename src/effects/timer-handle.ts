import type { Module } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';

/**
 * Whether the handle of a timer is kept where something may call it off: in a variable that is handed to a call (`clearTimeout(timer)`),
 * in a property, or with another function. Such a timer is a limit to a wait and no wait.
 */
export function mayBeCalledOff({ facts }: Module, call: Call): boolean {
	if (call.usage === 'argument') return true;
	if (call.usage !== 'kept') return false;
	const holder = facts.bindings.findIndex(({ definitions }) => definitions.some(each => each.kind === 'value' && isSame(each.value, call)));
	if (holder === -1) return true;
	return facts.functions.some(({ calls }) => calls.some(({ args }) => args.some(argument => argument.kind === 'reference' && argument.binding === holder)));
}

function isSame(value: Value, call: Call): boolean {
	return value.kind === 'call' && value.start === call.start && value.end === call.end;
}
