import type { Module } from '../project/model.ts';
import type { Call, Definition, FunctionFacts, ModuleFacts, Span, Value } from '../syntax/facts.ts';
import { valuesIn, valuesInside } from './value-parts.ts';

/** What code does with a variable. */
export type Use = { readonly place: Span } &
	/** A method of it is called. */
	(
		| { readonly kind: 'method'; readonly name: string; readonly call: Call }
		/** A property of it is read: `server.close.bind(server)`; `handed` is where that goes, as it is. */
		| { readonly kind: 'read'; readonly name: string; readonly handed?: { readonly call: Call; readonly argument: number } }
		| { readonly kind: 'handed'; readonly call: Call; readonly argument: number }
		| { readonly kind: 'returned' }
		/** It goes where it is not followed: into another variable, a property, a list. */
		| { readonly kind: 'escapes' }
	);

/** Everything that a module does with one of its variables, its definitions aside. */
export function usesOf({ facts }: Module, binding: number): readonly Use[] {
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === binding;
	const holdsIt = (value: Value): boolean => isIt(value) || partsOf(value).some(holdsIt);
	const { functions, definitions } = mentionsOf(facts).get(binding) ?? nowhere;
	const uses: Use[] = [...functions].flatMap(each => usesIn(each, isIt, holdsIt));
	for (const { value, ...definition } of definitions) {
		const [step] = definition.path;
		if (isIt(value) && step?.kind === 'property') uses.push({ kind: 'read', name: step.name, place: value });
		else if (holdsIt(value)) uses.push({ kind: 'escapes', place: value });
	}
	if (facts.exports.some(each => each.kind === 'value' && holdsIt(each.value)))
		uses.push({ kind: 'escapes', place: { start: 0, end: 0 } });
	return uses;
}

/** Whether a function of a module reads a variable. */
export function isMentioned(facts: ModuleFacts, binding: number): boolean {
	return (mentionsOf(facts).get(binding)?.functions.size ?? 0) > 0;
}

const holders = new WeakMap<ModuleFacts, ReadonlyMap<Value, number>>();

/** The variable that is nothing but a value: `const saved = save()`. */
export function onlyHolderOf(facts: ModuleFacts, value: Value): number | undefined {
	const known =
		holders.get(facts) ??
		new Map(
			facts.bindings.flatMap(({ definitions: [only, ...others] }, binding) =>
				only?.kind === 'value' && only.path.length === 0 && others.length === 0 ? [[only.value, binding]] : [],
			),
		);
	holders.set(facts, known);
	return known.get(value);
}

type ValueDefinition = Extract<Definition, { readonly kind: 'value' }>;

/** Where a variable is mentioned: the functions, and the definitions of variables. */
interface Mentions {
	readonly functions: Set<FunctionFacts>;
	readonly definitions: Set<ValueDefinition>;
}

const nowhere: Mentions = { functions: new Set(), definitions: new Set() };

const mentions = new WeakMap<ModuleFacts, ReadonlyMap<number, Mentions>>();

function mentionsOf(facts: ModuleFacts): ReadonlyMap<number, Mentions> {
	const known = mentions.get(facts) ?? readMentions(facts);
	mentions.set(facts, known);
	return known;
}

function readMentions(facts: ModuleFacts): ReadonlyMap<number, Mentions> {
	const found = new Map<number, Mentions>();
	const at = (binding: number): Mentions => {
		const known = found.get(binding) ?? { functions: new Set(), definitions: new Set() };
		found.set(binding, known);
		return known;
	};
	for (const each of facts.functions) {
		for (const value of valuesIn(each, facts)) if (value.kind === 'reference') at(value.binding).functions.add(each);
	}
	for (const definition of facts.bindings.flatMap(({ definitions }) => definitions)) {
		if (definition.kind !== 'value') continue;
		for (const value of valuesInside(definition.value)) if (value.kind === 'reference') at(value.binding).definitions.add(definition);
	}
	return found;
}

function usesIn({ calls, writes, returns }: FunctionFacts, isIt: (value: Value) => boolean, holdsIt: (value: Value) => boolean): Use[] {
	const uses: Use[] = [];
	for (const call of calls) {
		const { callee } = call;
		if (callee.kind === 'member' && (isIt(callee.object) || readsOf(callee.object, isIt).length > 0))
			uses.push(methodOf(callee.property, call));
		else uses.push(...readsOf(callee, isIt));
		call.args.forEach((argument, index) => {
			if (isIt(argument)) uses.push({ kind: 'handed', call, argument: index, place: call });
			else if (holdsIt(argument)) uses.push({ kind: 'escapes', place: call });
			else uses.push(...readsOf(argument, isIt).map(read => ({ ...read, handed: { call, argument: index } })));
		});
	}
	for (const { target, value, ...place } of writes) {
		if (value !== undefined && target.kind !== 'reference' && holdsIt(value)) uses.push({ kind: 'escapes', place });
	}
	for (const { value, ...place } of returns) {
		if (holdsIt(value)) uses.push({ kind: 'returned', place });
		else uses.push(...readsOf(value, isIt));
	}
	return uses;
}

/** A method of it, or of a part of it: `app.server.close()`. What a computed name calls is not followed. */
function methodOf(property: string | Value, call: Call): Use {
	return typeof property === 'string' ? { kind: 'method', name: property, call, place: call } : { kind: 'escapes', place: call };
}

/** `server.close` in a value that is no call of it. */
function readsOf(value: Value, isIt: (value: Value) => boolean): Extract<Use, { readonly kind: 'read' }>[] {
	if (value.kind !== 'member') return [];
	return isIt(value.object) ? [{ kind: 'read', name: nameOf(value.property), place: value }] : readsOf(value.object, isIt);
}

function nameOf(property: string | Value): string {
	return typeof property === 'string' ? property : '*';
}

/** What a value hands on as it is. */
function partsOf(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'object':
			return value.entries.map(entry => entry.value);
		case 'array':
			return value.elements;
		case 'choice':
			return value.options;
		case 'spread':
		case 'await':
			return [value.value];
		case 'unknown':
			return value.parts;
		default:
			return [];
	}
}
