import { stateOfRead } from '../../effects/state/shared-state.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import { type Chain, chainsIn } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { instanceMembers } from '../../provenance/class-members.ts';
import { at, property } from '../../provenance/walker.ts';
import type { FunctionFacts, ModuleFacts, ObjectEntry, Span, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** The states that a write gives a value to, in the form of their keys: of several that are written down together, each. */
export function keysWritten({ key, name, row, origin: { fact }, value }: SharedWrite): readonly string[] {
	const whole = key.startsWith('row:') ? `global:${name.replace(/^globalThis\./, '')}` : key;
	const stem = whole.replace(/(?:\.\*)+$/, '');
	if (stem === whole && stem !== environment && row?.target !== '{0}') return [whole];
	const given = 'callee' in fact ? fact.args.slice(1) : value === undefined ? [] : [value.fact];
	return given.flatMap(each => (each.kind === 'object' ? namesIn(each.entries).map(one => `${stem}.${one}`) : []));
}

/** The state whose parts are the variables of the environment; it is written as a whole with what was in it. */
export const environment = 'global:process.env';

function namesIn(entries: readonly ObjectEntry[]): readonly string[] {
	return entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []));
}

/** The first place in a function's own text that reads one of these states, or a part of it, as `scope` sees it. */
export function readOf(
	{ provenance }: Models,
	scope: Site<FunctionFacts>,
	{ module, fact }: Site<FunctionFacts>,
	keys: readonly string[],
): Span | undefined {
	const words = new Set(keys.map(lastWord));
	const isRead = (chain: Chain): boolean => {
		if (!mayBe(chain, words, module.facts)) return false;
		const state = stateOfRead(provenance, scope, { module, fact: chain.root, frame: undefined }, chain.path);
		return state !== undefined && keys.some(key => state.key === key || state.key.startsWith(`${key}.`));
	};
	return chainsIn(fact, module.facts).find(isRead)?.root;
}

/** The name that such a key ends with; empty where it is a variable's as a whole. */
function lastWord(key: string): string {
	return key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf(':')) + 1);
}

function mayBe({ root, path }: Chain, words: ReadonlySet<string>, { bindings }: ModuleFacts): boolean {
	if (root.kind === 'global') return words.has(root.name) || path.some(name => words.has(name));
	if (root.kind !== 'reference') return false;
	const first = bindings[root.binding]?.definitions[0];
	const imported = first?.kind === 'import' ? first.imported : undefined;
	return words.has('') || path.some(name => words.has(name)) || (imported !== undefined && words.has(imported));
}

/** The functions of the project that a write puts something else in the place of: a method of a class, an export that is stubbed. */
export function replacedBy({ provenance }: Models, { origin, row }: SharedWrite): readonly FunctionFacts[] {
	const target = 'target' in origin.fact ? origin.fact.target : undefined;
	const [object, name] = 'callee' in origin.fact && row?.undoneBy === 'spies' ? origin.fact.args : [];
	const holder: Value | undefined = target?.kind === 'member' ? target.object : object;
	const member = target?.kind === 'member' ? target.property : name?.kind === 'literal' ? name.value : undefined;
	if (holder === undefined || typeof member !== 'string') return [];
	const methods = provenance
		.roots(at(holder, origin), [property(member)])
		.flatMap(root =>
			root.kind === 'function' && root.path.length === 0 && root.site.module !== origin.module ? [root.site.fact] : [],
		);
	const isPrototype = holder.kind === 'member' && holder.property === 'prototype';
	return isPrototype ? [...methods, ...methodsOf(provenance, at(holder.object, origin), member)] : methods;
}

/** The methods of a name that a class has. */
function methodsOf(provenance: Models['provenance'], site: Site<Value>, name: string): readonly FunctionFacts[] {
	return provenance.roots(site).flatMap(root => {
		if (root.kind !== 'class' || root.path.length > 0) return [];
		const { facts } = root.site.module;
		const members = instanceMembers(facts.classes[root.site.fact], name);
		return members.flatMap(({ value }) => (value.kind === 'function' ? (facts.functions[value.function] ?? []) : []));
	});
}
