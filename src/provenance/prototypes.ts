import type { Module, Site } from '../project/model.ts';
import type { FunctionFacts, ModuleFacts, ObjectValue, Value } from '../syntax/facts.ts';
import { entered } from './frames.ts';
import { walkGetter } from './made.ts';
import type { Path, Root, Step } from './model.ts';
import type { Walker } from './walker.ts';

/** What a function that is constructed gives its instances, by name. */
type Members = ReadonlyMap<string, readonly Member[]>;

interface Member {
	readonly value: Value;
	/** Reading it calls it. */
	readonly isGetter?: boolean;
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, Members>>();

/**
 * A member of what a function constructs, as code from before classes writes it: `this.name = …` in the function and its methods, `Name.prototype.method = …`
 * and `Name.prototype = { … }` beside it (https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Inheritance_and_the_prototype_chain). Undefined
 * where there is none of that name.
 */
export function walkConstructed(
	walker: Walker,
	target: Site<FunctionFacts>,
	made: Extract<Step, { kind: 'construct' }>,
	path: Path,
): Root[] | undefined {
	const [first, ...rest] = path;
	if (first?.kind !== 'property') return undefined;
	const values = membersOf(target.module).get(target.fact)?.get(first.name);
	if (values === undefined) return undefined;
	const frame = made.site === undefined ? undefined : entered(target, made.site, made.site);
	return values.flatMap(({ value, isGetter }) => {
		const site: Site<Value> = { module: target.module, fact: value, frame };
		return isGetter === true ? walkGetter(walker, site, rest) : walker.walk(site, rest);
	});
}

function membersOf({ facts }: Module): ReadonlyMap<FunctionFacts, Members> {
	const answer = known.get(facts) ?? readMembers(facts);
	known.set(facts, answer);
	return answer;
}

function readMembers(facts: ModuleFacts): ReadonlyMap<FunctionFacts, Members> {
	const found = new Map<FunctionFacts, Map<string, Member[]>>();
	const owners = new Map<FunctionFacts, FunctionFacts>();
	const note = (owner: FunctionFacts | undefined, name: string | Value, member: Member): void => {
		if (owner === undefined || typeof name !== 'string') return;
		const members = found.get(owner) ?? new Map<string, Member[]>();
		found.set(owner, members.set(name, [...(members.get(name) ?? []), member]));
		const method = member.value.kind === 'function' ? facts.functions[member.value.function] : undefined;
		if (method !== undefined) owners.set(method, owner);
	};
	for (const { target, value } of facts.functions.flatMap(({ writes }) => writes)) {
		if (target.kind !== 'member' || value === undefined) continue;
		if (isPrototype(target.object)) note(functionOf(facts, target.object.object), target.property, { value });
		else if (isPrototype(target) && value.kind === 'object')
			for (const { name, member } of membersIn(value)) note(functionOf(facts, target.object), name, member);
	}
	for (const each of facts.functions) {
		for (const { target, value } of each.writes) {
			const isOwn =
				target.kind === 'member' &&
				target.object.kind === 'this' &&
				target.object.class === undefined &&
				(each.form === 'function' || owners.has(each));
			if (isOwn && value !== undefined) note(owners.get(each) ?? each, target.property, { value });
		}
	}
	return found;
}

function membersIn({ entries }: ObjectValue): { readonly name: string | Value; readonly member: Member }[] {
	return entries.flatMap(entry =>
		entry.kind === 'property' && entry.accessor !== 'set'
			? [{ name: entry.key, member: { value: entry.value, isGetter: entry.accessor === 'get' } }]
			: [],
	);
}

function isPrototype(value: Value): value is Extract<Value, { kind: 'member' }> {
	return value.kind === 'member' && value.property === 'prototype';
}

/** The function that is all that a variable ever is. */
function functionOf(facts: ModuleFacts, value: Value): FunctionFacts | undefined {
	const [only, ...others] =
		value.kind === 'reference' ? (facts.bindings[value.binding]?.definitions ?? []).filter(({ kind }) => kind !== 'member') : [];
	return only?.kind === 'value' && others.length === 0 && only.value.kind === 'function'
		? facts.functions[only.value.function]
		: undefined;
}
