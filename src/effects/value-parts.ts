import type { FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';

/** The values that stand directly inside a value; functions and classes keep theirs to themselves. */
export function partsOf(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'template':
		case 'unknown':
			return value.parts;
		case 'member':
			return typeof value.property === 'string' ? [value.object] : [value.object, value.property];
		case 'call':
			return [value.callee, ...value.args];
		case 'object':
			return value.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key !== 'string' ? [entry.key, entry.value] : [entry.value]));
		case 'array':
			return value.elements;
		case 'spread':
		case 'await':
			return [value.value];
		case 'choice':
			return [value.test, ...value.options];
		case 'operation':
			return value.operands;
		case 'instance':
			return [value.of];
		default:
			return [];
	}
}

/** A value and all that stands inside it, outer ones first. */
export function* valuesInside(value: Value): Iterable<Value> {
	yield value;
	for (const part of partsOf(value)) yield* valuesInside(part);
}

/** Every value that the body of a function mentions, those of functions inside it apart; what is written to is not one. */
export function* valuesIn(facts: FunctionFacts, module: ModuleFacts): Iterable<Value> {
	const seen = new Set<Value>();
	for (const value of startsIn(facts, module)) {
		for (const each of valuesInside(value)) {
			if (seen.has(each)) continue;
			seen.add(each);
			yield each;
		}
	}
}

function* startsIn(facts: FunctionFacts, module: ModuleFacts): Iterable<Value> {
	yield* facts.calls;
	for (const { value } of [...facts.returns, ...facts.awaits, ...facts.throws, ...facts.reads]) yield value;
	for (const { value, target } of facts.writes) {
		if (value !== undefined) yield value;
		if (target.kind === 'member' && typeof target.property !== 'string') yield target.property;
	}
	for (const { test, loop } of facts.regions) {
		if (test !== undefined) yield test;
		if (loop?.iterable !== undefined) yield loop.iterable;
	}
	const index = module.functions.indexOf(facts);
	for (const { definitions } of module.bindings) {
		for (const definition of definitions) {
			if ((definition.kind === 'value' || definition.kind === 'iteration') && definition.function === index) yield definition.value;
		}
	}
}

/** A variable, or a part of what it holds: `user` or `user.name`. A computed key is `*`. */
export interface Chain {
	readonly root: Value;
	readonly path: readonly string[];
}

/** What a chain of members begins with, and the names that follow. */
export function chainOf(value: Value): Chain {
	if (value.kind !== 'member') return { root: value, path: [] };
	const { root, path } = chainOf(value.object);
	return { root, path: [...path, nameOf(value.property)] };
}

function nameOf(property: string | Value): string {
	if (typeof property === 'string') return property;
	return property.kind === 'literal' ? String(property.value) : '*';
}
