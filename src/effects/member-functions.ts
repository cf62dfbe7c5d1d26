import { calledByLanguage } from '../knowledge/at-once.ts';
import type { FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { valuesIn, valuesInside } from './value-parts.ts';

const known = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, string>>();

/**
 * The name without which a function cannot be called, of one that stands in a property: a method, `{ name() {} }`, `thing.name = () => {}`. None for what
 * the language and the platforms call by themselves.
 */
export function memberNameOf(facts: ModuleFacts, fact: FunctionFacts): string | undefined {
	const names = known.get(facts) ?? read(facts);
	known.set(facts, names);
	return names.get(fact);
}

function read(facts: ModuleFacts): ReadonlyMap<FunctionFacts, string> {
	const found = new Map<FunctionFacts, string>();
	const note = (value: Value | undefined, name: string | Value): void => {
		const fact = value?.kind === 'function' ? facts.functions[value.function] : undefined;
		if (fact !== undefined && typeof name === 'string' && !calledByLanguage.has(name) && name !== '*') found.set(fact, name);
	};
	for (const { members } of facts.classes)
		for (const { kind, name, value } of members) if (kind !== 'constructor' && kind !== 'type') note(value, name);
	for (const each of facts.functions) {
		for (const { target, value } of each.writes) if (target.kind === 'member') note(value, target.property);
		for (const value of valuesIn(each, facts)) {
			if (value.kind === 'object') for (const entry of value.entries) if (entry.kind === 'property') note(entry.value, entry.key);
		}
	}
	for (const { value } of facts.exports.flatMap(each => (each.kind === 'value' ? [each] : []))) {
		for (const each of valuesInside(value))
			if (each.kind === 'object') for (const entry of each.entries) if (entry.kind === 'property') note(entry.value, entry.key);
	}
	return found;
}

/** Whether a value calls a member whose name is worked out: `actions[name](event)`, `actions[name].call(this)`. */
export function callsAnyMember({ callee }: Extract<Value, { kind: 'call' }>): boolean {
	if (callee.kind !== 'member') return false;
	if (typeof callee.property !== 'string') return callee.property.kind !== 'literal';
	return (
		callee.object.kind === 'member' && typeof callee.object.property !== 'string' && ['call', 'apply', 'bind'].includes(callee.property)
	);
}
