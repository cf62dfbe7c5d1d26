import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, FrameworkRow, Role } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import type { Path, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts, ObjectEntry, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { importedFrameworks, mentionsTests } from './mentions.ts';
import type { Said } from './vocabulary.ts';

/** A test or hook that a module exports, as if a call had defined it. */
interface Exported {
	readonly site: Site<Call>;
	readonly said: Said;
}

/** The tests and hooks of a runner that finds them by name in what a file exports: `module.exports = { 'saves': browser => {} }`, `exports.mochaHooks = { afterEach() {} }`. */
export function exportedTests(module: Module, provenance: Provenance): readonly Exported[] {
	const tests = importedFrameworks(module.facts).flatMap(framework => {
		const { exportedHooks } = frameworks[framework];
		if (exportedHooks === undefined) return [];
		return objectsExported(module, provenance).flatMap(entry => exportedAs(entry, module, framework, exportedHooks[nameOf(entry)] ?? 'test'));
	});
	return [...tests, ...withRootHooks.flatMap(row => rootHooks(module, provenance, row))];
}

const withRootHooks: readonly FrameworkRow[] = Object.values(frameworks).filter(row => row.rootHooks !== undefined);

/** Hooks around every test, which a module that the runner loads ahead exports under one name. */
function rootHooks(module: Module, provenance: Provenance, { name: framework, rootHooks: row }: FrameworkRow): readonly Exported[] {
	if (row === undefined) return [];
	const { exported, phases } = row;
	const values = module.facts.exports.flatMap(each => {
		if (each.kind !== 'value' || (each.name !== exported && !isWhole(each.name))) return [];
		return [{ value: each.value, path: isWhole(each.name) ? [property(exported)] : [] }];
	});
	const given = values.flatMap(({ value, path }) => [{ value, path }, ...resultsOf(provenance.roots({ module, fact: value }, path), module)]);
	return Object.entries(phases).flatMap(([key, phase]) =>
		given.flatMap(({ value, path }) => provenance.roots({ module, fact: value }, [...path, property(key)])).flatMap(root => hookBodies(root, provenance)).map(body => ({ site: definitionOf(body), said: { framework, role: phase, modifiers: new Set(), words: key, fixtures: [] } })),
	);
}

/** What functions give that stand in the module itself; a promise of it will do. */
function resultsOf(roots: readonly Root[], module: Module): readonly { readonly value: Value; readonly path: Path }[] {
	return roots.flatMap(root => (root.kind === 'function' && root.path.length === 0 && root.site.module === module ? root.site.fact.returns.map(({ value }) => ({ value, path: [] })) : []));
}

/** A function, or each of a list. */
function hookBodies(root: Root, provenance: Provenance): readonly Site<FunctionFacts>[] {
	if (root.kind === 'function') return root.path.length === 0 ? [root.site] : [];
	if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'array') return [];
	return root.site.fact.elements.flatMap(element => provenance.roots(at(element, root.site))).flatMap(each => (each.kind === 'function' && each.path.length === 0 ? [each.site] : []));
}

/** What runs without a runner. */
export function asTests(scripts: readonly Site<FunctionFacts>[]): readonly Exported[] {
	return scripts.map(body => ({ site: definitionOf(body), said: { framework: 'script', role: 'test', modifiers: new Set(), words: '', fixtures: [] } }));
}

/** A call that would have defined it. */
function definitionOf({ module, fact }: Site<FunctionFacts>): Site<Call> {
	const { start, end } = fact;
	const body: Value = { kind: 'function', function: module.facts.functions.indexOf(fact), start, end };
	return { module, fact: definingCall([body], start, end) };
}

function definingCall(args: readonly Value[], start: number, end: number): Call {
	const nobody: Value = { kind: 'unknown', parts: [], start, end: start };
	return { kind: 'call', form: 'call', callee: nobody, args, usage: 'discarded', outer: undefined, function: 0, region: undefined, start, end };
}

/**
 * Functions that a file is, called by another file that hands them what they test: `module.exports = session => { describe(…) }`; of several that
 * it exports by name those that define tests, not those that only help with them.
 */
export function exportedBodies(module: Module, provenance: Provenance, isTest: (call: Site<Call>) => boolean): readonly Site<FunctionFacts>[] {
	const functionsOf = (values: readonly Value[]): readonly Site<FunctionFacts>[] => values.flatMap(value => provenance.roots({ module, fact: value })).flatMap(root => {
		const isOwn = root.kind === 'function' && root.path.length === 0 && root.site.module === module;
		return isOwn ? [{ module, fact: root.site.fact }] : [];
	});
	const named = mentionsTests(module.facts) ? module.facts.exports.flatMap(each => (each.kind === 'value' && !isWhole(each.name) ? [each.value] : [])) : [];
	const defining = functionsOf(named).filter(({ fact }) => functionsWithin(module.facts, fact).some(({ calls }) => calls.some(call => isTest({ module, fact: call }))));
	return [...functionsOf(exportedValues(module)), ...defining];
}

const isWhole = (name: string): boolean => name === 'default' || name === 'export=';

const exportedValues = ({ facts }: Module): readonly Value[] =>
	facts.exports.flatMap(each => (each.kind === 'value' && isWhole(each.name) ? [each.value] : []));

type Property = Extract<ObjectEntry, { kind: 'property' }>;

function objectsExported(module: Module, provenance: Provenance): readonly Property[] {
	return exportedValues(module).flatMap(value => provenance.roots({ module, fact: value })).flatMap(root => {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.module !== module || root.site.fact.kind !== 'object') return [];
		return root.site.fact.entries.filter(entry => entry.kind === 'property');
	});
}

const nameOf = ({ key }: Property): string => (typeof key === 'string' ? key : '');

function exportedAs(entry: Property, module: Module, framework: FrameworkName, role: Role): readonly Exported[] {
	const { value, start, end } = entry;
	if (value.kind !== 'function') return [];
	const title: Value = { kind: 'literal', value: nameOf(entry), start, end: start };
	return [{ site: { module, fact: definingCall([title, value], start, end) }, said: { framework, role, modifiers: new Set(), words: nameOf(entry), fixtures: [] } }];
}
