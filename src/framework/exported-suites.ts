import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, Role } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Call, FunctionFacts, ObjectEntry, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { importedFrameworks, mentionsTests } from './mentions.ts';
import type { Said } from './vocabulary.ts';

/** A test or hook that a module exports, as if a call had defined it. */
interface Exported {
	readonly site: Site<Call>;
	readonly said: Said;
}

/** The tests and hooks of a runner that finds them by name in what a file exports: `module.exports = { 'saves': browser => {} }`. */
export function exportedTests(module: Module, provenance: Provenance): readonly Exported[] {
	return importedFrameworks(module.facts).flatMap(framework => {
		const { exportedHooks } = frameworks[framework];
		if (exportedHooks === undefined) return [];
		return objectsExported(module, provenance).flatMap(entry => exportedAs(entry, module, framework, exportedHooks[nameOf(entry)] ?? 'test'));
	});
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
	const nobody: Value = { kind: 'unknown', parts: [], start, end: start };
	const title: Value = { kind: 'literal', value: nameOf(entry), start, end: start };
	const call: Call = { kind: 'call', form: 'call', callee: nobody, args: [title, value], usage: 'discarded', outer: undefined, function: 0, region: undefined, start, end };
	return [{ site: { module, fact: call }, said: { framework, role, modifiers: new Set(), words: nameOf(entry), fixtures: [] } }];
}
