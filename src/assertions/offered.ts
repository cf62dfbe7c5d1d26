import type { Call, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';

/**
 * Whether a function inside a helper runs only where somebody calls it, if at all: the helper gives it to its caller, as a property of an
 * object, or calls it by name, and hands it to nobody else. `callers` are functions of the test, one of which calls what it is given.
 */
export function isOnlyOffered(facts: ModuleFacts, helper: FunctionFacts, inner: FunctionFacts, callers: readonly FunctionFacts[]): boolean {
	const given = givenObjects(facts, helper);
	const names = new Set(given.flatMap(({ entries }) => entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []))));
	if (!callers.some(({ calls }) => calls.some(({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && names.has(callee.property)))) return false;

	const own = bindingsOf(facts, inner);
	const isIt = (value: Value): boolean => (value.kind === 'function' ? facts.functions[value.function] === inner : value.kind === 'reference' && own.has(value.binding));
	const within = functionsWithin(facts, helper);
	const calls = within.flatMap(each => each.calls);
	const isHandedOn = calls.some(call => call.args.some(argument => mentions(argument, isIt))) || within.some(each => each.writes.some(({ target, value }) => value !== undefined && target.kind !== 'reference' && mentions(value, isIt)));
	if (isHandedOn || within.some(each => each.returns.some(({ value }) => isIt(value)))) return false;
	return given.some(object => mentions(object, isIt)) || calls.some(({ callee }: Call) => isIt(callee));
}

/** Objects written in a function that it returns, by a name or at once. */
function givenObjects({ bindings }: ModuleFacts, { returns }: FunctionFacts): readonly Extract<Value, { kind: 'object' }>[] {
	return returns.flatMap(({ value }) => (value.kind === 'reference' ? (bindings[value.binding]?.definitions ?? []).flatMap(each => (each.kind === 'value' && each.path.length === 0 ? [each.value] : [])) : [value])).filter(value => value.kind === 'object');
}

function bindingsOf({ bindings, functions }: ModuleFacts, inner: FunctionFacts): ReadonlySet<number> {
	return new Set(bindings.flatMap(({ definitions }, index) => (definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value.kind === 'function' && functions[each.value.function] === inner) ? [index] : [])));
}

/** Whether a value is, or holds in what is written there, what is asked for. */
function mentions(value: Value, isIt: (value: Value) => boolean): boolean {
	if (isIt(value)) return true;
	if (value.kind === 'object') return value.entries.some(entry => mentions(entry.value, isIt));
	if (value.kind === 'array') return value.elements.some(element => mentions(element, isIt));
	return value.kind === 'spread' && mentions(value.value, isIt);
}
