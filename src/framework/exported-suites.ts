import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, FrameworkRow } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import type { Path, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { importedFrameworks, mentionsTests } from './mentions.ts';
import { type Held, type Named, definingCall, heldAs } from './object-suites.ts';

/**
 * The tests, hooks and suites of a runner that finds them by name in what a file exports: `module.exports = { 'saves': browser => {} }`,
 * `exports.mochaHooks = { afterEach() {} }`. Those that need not be imported are told.
 */
export function exportedTests(module: Module, provenance: Provenance, exporting: readonly FrameworkName[]): readonly Held[] {
	const imported = importedFrameworks(module.facts).filter(name => frameworks[name].objects?.exported === 'imported');
	const tests = [...new Set([...imported, ...exporting])].flatMap(framework => {
		const { objects } = frameworks[framework];
		return objects === undefined
			? []
			: namedExports(module, provenance).flatMap(named => heldAs(provenance, named, framework, objects));
	});
	return [...tests, ...withRootHooks.flatMap(row => rootHooks(module, provenance, row))];
}

const withRootHooks: readonly FrameworkRow[] = Object.values(frameworks).filter(row => row.rootHooks !== undefined);

/** Hooks around every test, which a module that the runner loads ahead exports under one name. */
function rootHooks(module: Module, provenance: Provenance, { name: framework, rootHooks: row }: FrameworkRow): readonly Held[] {
	if (row === undefined) return [];
	const { exported, phases } = row;
	const values = module.facts.exports.flatMap(each => {
		if (each.kind !== 'value' || (each.name !== exported && !isWhole(each.name))) return [];
		return [{ value: each.value, path: isWhole(each.name) ? [property(exported)] : [] }];
	});
	const given = values.flatMap(({ value, path }) => [
		{ value, path },
		...resultsOf(provenance.roots({ module, fact: value }, path), module),
	]);
	return Object.entries(phases).flatMap(([key, phase]) =>
		given
			.flatMap(({ value, path }) => provenance.roots({ module, fact: value }, [...path, property(key)]))
			.flatMap(root => hookBodies(root, provenance))
			.map(body => ({ site: definitionOf(body), said: { framework, role: phase, modifiers: new Set(), words: key, fixtures: [] } })),
	);
}

/** What functions give that stand in the module itself; a promise of it will do. */
function resultsOf(roots: readonly Root[], module: Module): readonly { readonly value: Value; readonly path: Path }[] {
	return roots.flatMap(root =>
		root.kind === 'function' && root.path.length === 0 && root.site.module === module
			? root.site.fact.returns.map(({ value }) => ({ value, path: [] }))
			: [],
	);
}

/** A function, or each of a list. */
function hookBodies(root: Root, provenance: Provenance): readonly Site<FunctionFacts>[] {
	if (root.kind === 'function') return root.path.length === 0 ? [root.site] : [];
	if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'array') return [];
	return root.site.fact.elements
		.flatMap(element => provenance.roots(at(element, root.site)))
		.flatMap(each => (each.kind === 'function' && each.path.length === 0 ? [each.site] : []));
}

/** What runs without a runner. */
export function asTests(scripts: readonly Site<FunctionFacts>[]): readonly Held[] {
	return scripts.map(body => ({
		site: definitionOf(body),
		said: { framework: 'script', role: 'test', modifiers: new Set(), words: '', fixtures: [] },
	}));
}

/** A call that would have defined it. */
function definitionOf({ module, fact }: Site<FunctionFacts>): Site<Call> {
	const { start, end } = fact;
	const body: Value = { kind: 'function', function: module.facts.functions.indexOf(fact), start, end };
	return { module, fact: definingCall([body], start, end) };
}

/**
 * Functions that a file is, called by another file that hands them what they test: `module.exports = session => { describe(…) }`; of several that
 * it exports by name those that define tests, not those that only help with them.
 */
export function exportedBodies(
	module: Module,
	provenance: Provenance,
	isTest: (call: Site<Call>) => boolean,
): readonly Site<FunctionFacts>[] {
	const functionsOf = (values: readonly Value[]): readonly Site<FunctionFacts>[] =>
		values
			.flatMap(value => provenance.roots({ module, fact: value }))
			.flatMap(root => {
				const isOwn = root.kind === 'function' && root.path.length === 0 && root.site.module === module;
				return isOwn ? [{ module, fact: root.site.fact }] : [];
			});
	const named = mentionsTests(module.facts)
		? module.facts.exports.flatMap(each => (each.kind === 'value' && !isWhole(each.name) ? [each.value] : []))
		: [];
	const defining = functionsOf(named).filter(({ fact }) =>
		functionsWithin(module.facts, fact).some(({ calls }) => calls.some(call => isTest({ module, fact: call }))),
	);
	return [...functionsOf(exportedValues(module)), ...defining];
}

const isWhole = (name: string): boolean => name === 'default' || name === 'export=';

const exportedValues = ({ facts }: Module): readonly Value[] =>
	facts.exports.flatMap(each => (each.kind === 'value' && isWhole(each.name) ? [each.value] : []));

/** What a module exports under names: as one object, or one after the other. */
function namedExports(module: Module, provenance: Provenance): readonly Named[] {
	const single = module.facts.exports.flatMap((each): readonly Named[] =>
		each.kind === 'value' && !isWhole(each.name)
			? [{ module, name: each.name, value: { module, fact: each.value }, span: each.value }]
			: [],
	);
	const whole = exportedValues(module)
		.flatMap(value => provenance.roots({ module, fact: value }))
		.flatMap((root): readonly Named[] => {
			if (root.kind !== 'made' || root.path.length > 0 || root.site.module !== module || root.site.fact.kind !== 'object') return [];
			return root.site.fact.entries.flatMap(entry =>
				entry.kind === 'property' && typeof entry.key === 'string' && entry.accessor === undefined
					? [{ module, name: entry.key, value: { module, fact: entry.value }, span: entry }]
					: [],
			);
		});
	return [...single, ...whole];
}
