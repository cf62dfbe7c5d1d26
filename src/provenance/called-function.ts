import type { Module, Project, Site } from '../project/model.ts';
import { soleGiving } from '../syntax/definitions.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import type { Walker } from './walker.ts';

interface Seeing {
	readonly project: Project;
	readonly isReplaced: Walker['isReplaced'];
}

/** How many modules a name is passed on through. */
const maxHops = 8;

/** The one function of the project that a name stands for, by its writing alone: a name of the module, or, with `elsewhere`, one that it imports. */
export function calledFunction(seeing: Seeing, { module, fact }: Site<Value>, elsewhere: boolean): Site<FunctionFacts> | undefined {
	if (fact.kind === 'function') {
		const body = module.facts.functions[fact.function];
		return body === undefined ? undefined : { module, fact: body };
	}
	if (fact.kind === 'member') {
		const { object, property: name } = fact;
		const from = elsewhere ? sourceOf(module, object) : undefined;
		return from?.name === '*' && typeof name === 'string' ? exported(seeing, module, { source: from.source, name }) : undefined;
	}
	const held = soleGiving(module.facts, fact);
	if (held?.kind === 'value' && held.path.length === 0 && held.value.kind === 'function')
		return calledFunction(seeing, { module, fact: held.value }, false);
	const from = elsewhere ? sourceOf(module, fact) : undefined;
	return from === undefined || from.name === '*' ? undefined : exported(seeing, module, from);
}

interface Source {
	readonly source: string;
	readonly name: string;
}

/** What a name is imported from, or required: `*` for the module as a whole. */
function sourceOf({ facts }: Module, value: Value): Source | undefined {
	const held = soleGiving(facts, value);
	if (held?.kind === 'import') return { source: held.source, name: held.imported };
	if (held?.kind !== 'value' || held.value.kind !== 'module') return undefined;
	const [first, ...more] = held.path;
	if (first === undefined) return { source: held.value.source, name: '*' };
	return first.kind === 'property' && more.length === 0 ? { source: held.value.source, name: first.name } : undefined;
}

function exported(seeing: Seeing, from: Module, { source, name }: Source, hops = 0): Site<FunctionFacts> | undefined {
	if (hops > maxHops || seeing.isReplaced(source, from, name)) return undefined;
	const resolution = seeing.project.resolve(source, from.file);
	const module = resolution.kind === 'file' ? seeing.project.load(resolution.file) : undefined;
	if (module === undefined) return undefined;
	const own = module.facts.exports.find(each => each.name === name);
	if (own?.kind === 'value') return calledFunction(seeing, { module, fact: own.value }, false);
	if (own !== undefined) return exported(seeing, module, { source: own.source, name: own.imported }, hops + 1);
	const assigned = memberOfAssigned(module, name);
	if (assigned !== undefined) return calledFunction(seeing, { module, fact: assigned }, false);
	for (const each of module.facts.starExports) {
		const found = exported(seeing, module, { source: each, name }, hops + 1);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** `module.exports = { name }`. */
function memberOfAssigned({ facts }: Module, name: string): Value | undefined {
	const assigned = facts.exports.find(each => each.name === 'export=');
	if (assigned?.kind !== 'value' || assigned.value.kind !== 'object') return undefined;
	for (const entry of assigned.value.entries) if (entry.kind === 'property' && entry.key === name) return entry.value;
	return undefined;
}
