import type { Module, Site } from '../project/model.ts';
import type { FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { entered } from './frames.ts';
import type { Path, Root, Step } from './model.ts';
import type { Walker } from './walker.ts';

/** What a function that is constructed gives its instances, by name. */
type Members = ReadonlyMap<string, readonly Value[]>;

const known = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, Members>>();

/**
 * A member of what a function constructs, as code from before classes writes it: `this.name = …` in the function, `Name.prototype.method = …`
 * and `Name.prototype = { … }` beside it (https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Inheritance_and_the_prototype_chain). Undefined
 * where there is none of that name.
 */
export function walkConstructed(walker: Walker, target: Site<FunctionFacts>, made: Extract<Step, { kind: 'construct' }>, path: Path): Root[] | undefined {
	const [first, ...rest] = path;
	if (first?.kind !== 'property') return undefined;
	const values = membersOf(target.module).get(target.fact)?.get(first.name);
	if (values === undefined) return undefined;
	const frame = made.site === undefined ? undefined : entered(target, made.site, made.site);
	return values.flatMap(value => walker.walk({ module: target.module, fact: value, frame }, rest));
}

function membersOf({ facts }: Module): ReadonlyMap<FunctionFacts, Members> {
	const answer = known.get(facts) ?? readMembers(facts);
	known.set(facts, answer);
	return answer;
}

function readMembers(facts: ModuleFacts): ReadonlyMap<FunctionFacts, Members> {
	const found = new Map<FunctionFacts, Map<string, Value[]>>();
	const note = (owner: FunctionFacts | undefined, name: string | Value, value: Value | undefined): void => {
		if (owner === undefined || typeof name !== 'string' || value === undefined) return;
		const members = found.get(owner) ?? new Map<string, Value[]>();
		found.set(owner, members.set(name, [...(members.get(name) ?? []), value]));
	};
	for (const each of facts.functions) {
		for (const { target, value } of each.writes) {
			if (target.kind !== 'member') continue;
			const { object, property } = target;
			if (object.kind === 'this' && object.class === undefined && each.form === 'function') note(each, property, value);
			else if (isPrototype(object)) note(functionOf(facts, object.object), property, value);
			else if (isPrototype(target) && value?.kind === 'object') for (const entry of value.entries) if (entry.kind === 'property') note(functionOf(facts, target.object), entry.key, entry.value);
		}
	}
	return found;
}

function isPrototype(value: Value): value is Extract<Value, { kind: 'member' }> {
	return value.kind === 'member' && value.property === 'prototype';
}

/** The function that is all that a variable ever is. */
function functionOf(facts: ModuleFacts, value: Value): FunctionFacts | undefined {
	const [only, ...others] = value.kind === 'reference' ? (facts.bindings[value.binding]?.definitions ?? []).filter(({ kind }) => kind !== 'member') : [];
	return only?.kind === 'value' && others.length === 0 && only.value.kind === 'function' ? facts.functions[only.value.function] : undefined;
}
