import type { Module } from '../../project/model.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';

/**
 * Whether the handle of a timer is kept where something may call it off: in a variable that is handed to a call (`clearTimeout(timer)`),
 * in a property, or with another function. Such a timer is a limit to a wait and no wait. `harmless` are calls that call nothing off.
 */
export function mayBeCalledOff(
	{ facts }: Module,
	call: Call,
	harmless: (use: Call, inside: FunctionFacts) => boolean = () => false,
): boolean {
	if (call.usage === 'argument') return true;
	if (call.usage !== 'kept') return false;
	const holder = facts.bindings.findIndex(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && isSame(each.value, call)),
	);
	if (holder === -1) return true;
	return facts.functions.some(inside =>
		inside.calls.some(
			use => use.args.some(argument => argument.kind === 'reference' && argument.binding === holder) && !harmless(use, inside),
		),
	);
}

/** `waiting.finally(() => clearTimeout(timer))`, `try { await waiting; } finally { clearTimeout(timer); }`, around what waits for the timer: it has run by then. */
export function isClearedBehind(clear: Call, inside: FunctionFacts, timer: Call): boolean {
	const isOver = (span: Span): boolean => span.start <= timer.start && timer.end <= span.end;
	const callee = inside.passedTo?.call.callee;
	if (callee?.kind === 'member' && callee.property === 'finally' && isOver(callee.object)) return true;
	return isOver(inside) && clear.region !== undefined && inside.regions[clear.region]?.kind === 'finally' && timer.end <= clear.start;
}

/** What a wait does that a signal may end: it listens for that, calls its timer off, and makes an error. */
export function isOfSignal({ callee, args: [first], form }: Call, { facts }: Module): boolean {
	if (callee.kind === 'global') return callee.name === 'clearTimeout' || (form === 'new' && callee.name.endsWith('Error'));
	if (callee.kind === 'reference') return form === 'new' && facts.bindings[callee.binding]?.word.endsWith('Error') === true;
	const isListening = callee.kind === 'member' && (callee.property === 'addEventListener' || callee.property === 'removeEventListener');
	return isListening && (first?.kind === 'reference' || (first?.kind === 'literal' && first.value === 'abort'));
}

function isSame(value: Value, call: Call): boolean {
	return value.kind === 'call' && value.start === call.start && value.end === call.end;
}
