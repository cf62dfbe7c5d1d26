import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName } from '../knowledge/frameworks/row.ts';
import { madeOfWords, testWords } from '../knowledge/frameworks/shared-words.ts';
import type { Module, Project, Site } from '../project/model.ts';
import { isTestSupport } from '../project/test-support.ts';
import { handedRunnersIn } from '../provenance/handed-runner.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Definition, ModuleFacts, Value } from '../syntax/facts.ts';
import { exportedSigns } from './exported-signs.ts';
import { packageNameOf } from './package-names.ts';

/** The frameworks whose packages a module imports itself. */
export function importedFrameworks(facts: ModuleFacts): readonly FrameworkName[] {
	const { sources } = facts;
	const names: ReadonlySet<string> = new Set([
		...sources.map(source => packageNameOf(source.replace(/^(npm|jsr):/, '').replace(/(?<=.)@[^/]*/, ''))),
		...handedRunnersIn(facts),
	]);
	return Object.values(frameworks).flatMap(({ name, imports }) => (imports.some(each => names.has(each)) ? [name] : []));
}

/** The frameworks whose words the project's own modules hand on to a module: `import { test } from './testing'`, which exports Vitest's. */
export function handedFrameworks(module: Module, provenance: Provenance): readonly FrameworkName[] {
	const names = new Set(
		module.facts.bindings.flatMap(({ definitions: [definition], start }, binding) => {
			const word = definition === undefined ? undefined : takenName(definition);
			return word === undefined || wordIn(word) === undefined
				? []
				: provenance
						.origins(at({ kind: 'reference', binding, start, end: start }, { module, frame: undefined }))
						.map(({ from }) => from);
		}),
	);
	return Object.values(frameworks).flatMap(({ name, imports }) => (imports.some(each => names.has(each)) ? [name] : []));
}

/** What a name is called in the module that it is taken from. */
function takenName(definition: Definition): string | undefined {
	if (definition.kind === 'import') return definition.imported;
	const [first] = definition.kind === 'value' && definition.value.kind === 'module' ? definition.path : [];
	return first?.kind === 'property' ? first.name : undefined;
}

/** Globals that the module calls, or reads a property of to call it. */
export function calledGlobals({ functions }: ModuleFacts): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { calls } of functions)
		for (const { callee } of calls) {
			const base = baseOf(callee);
			if (base.kind === 'global') names.add(base.name);
		}
	return names;
}

/** What a chain of members and calls begins with. */
export function baseOf(value: Value): Value {
	let base = value;
	while (base.kind === 'member' || base.kind === 'call') base = base.kind === 'member' ? base.object : base.callee;
	return base;
}

/** The words that start a suite, test or hook without an import. */
const globalWords: ReadonlySet<string> = new Set(
	Object.values(frameworks).flatMap(({ vocabularies }) =>
		vocabularies
			.filter(({ from }) => from.includes('global'))
			.flatMap(({ start }) => Object.keys(start).map(key => key.replace(/[.(].*$/, ''))),
	),
);

/** The runner's words that a name may stand for: itself, or those that one with more in it is made of (`postgresTest`, `itOnLinux`). */
export function wordIn(name: string): readonly string[] | undefined {
	if (globalWords.has(name)) return [name];
	return madeOfWords.test(name) ? testWords : undefined;
}

const answers = new WeakMap<ModuleFacts, boolean>();

/** Whether the module can define tests or hooks: it imports a framework, or calls one of the globals that define them. */
export function mentionsTests(facts: ModuleFacts): boolean {
	const answer =
		answers.get(facts) ??
		(importedFrameworks(facts).length > 0 || [...calledGlobals(facts)].some(name => globalWords.has(name)) || takesWords(facts));
	answers.set(facts, answer);
	return answer;
}

/** Whether it takes such a word from another module, or is handed it, and gives it a title and a function: `import { test } from '@acme/testing'; test('saves', () => {})`. */
function takesWords({ functions, bindings }: ModuleFacts): boolean {
	return functions.some(({ calls }) =>
		calls.some(call => {
			const base = baseOf(call.callee);
			const binding = base.kind === 'reference' && hasTitleAndBody(call) ? bindings[base.binding] : undefined;
			return (
				binding?.definitions.some(definition =>
					namesTaken(definition).some(name => wordIn(name) !== undefined || wordIn(binding.name) !== undefined),
				) === true
			);
		}),
	);
}

/** What a variable takes from another module, by its name there; nothing of what a parameter is handed is known but its own. */
function namesTaken(definition: Definition): readonly string[] {
	if (definition.kind === 'parameter') return [''];
	if (definition.kind === 'import') return [definition.imported];
	if (definition.kind !== 'value' || definition.value.kind !== 'module') return [];
	const [first] = definition.path;
	return [first?.kind === 'property' ? first.name : ''];
}

export const isPackage = (source: string): boolean => !/^[./]/.test(source);

/** Whether a call is handed what a test or suite is: a text, and behind it a function. */
export function hasTitleAndBody({ args: [title, ...others] }: Call): boolean {
	return (
		((title?.kind === 'literal' && typeof title.value === 'string') || title?.kind === 'template') &&
		others.some(({ kind }) => kind === 'function')
	);
}

/** Whether a call hands a framework to what it calls: `testPut(require('node:test'))`. */
export function handsOverFramework({ fact, module }: Site<Call>): boolean {
	return fact.args.some(argument =>
		sourcesOf(argument, module.facts).some(source => importedFrameworks({ ...module.facts, sources: [source] }).length > 0),
	);
}

function sourcesOf(value: Value, { bindings }: ModuleFacts): readonly string[] {
	if (value.kind === 'module') return [value.source];
	if (value.kind !== 'reference') return [];
	return (bindings[value.binding]?.definitions ?? []).flatMap(definition => {
		if (definition.kind === 'import') return [definition.source];
		return definition.kind === 'value' && definition.value.kind === 'module' ? [definition.value.source] : [];
	});
}

/**
 * A cheap look at whether a file can contain tests at all. A framework's words may also come from the project's own files
 * (`import { test } from './fixtures'`): the files it imports directly count, and what those pass on.
 */
export function canContainTests(module: Module, project: Project): boolean {
	const signs = exportedSigns(module.facts);
	return (
		mentionsTests(module.facts) ||
		signs.sentences ||
		signs.nodeunit ||
		importsOne(module, project, facts => importedFrameworks(facts).length > 0, maxLayers) ||
		globalsOfDefiners(module, project).size > 0
	);
}

/** The globals by which functions define tests that a file calls when it is loaded: `import { testService } from './harness'; testService('a', { body() {} });`. Empty where the file has such words itself. */
export function globalsOfDefiners(module: Module, project: Project): ReadonlySet<string> {
	if (mentionsTests(module.facts)) return new Set();
	const called = module.facts.functions
		.slice(0, 1)
		.flatMap(({ calls }) =>
			calls.filter(({ usage }) => usage === 'discarded').flatMap(({ callee }) => sourcesOf(baseOf(callee), module.facts)),
		);
	const definers = [...new Set(called)].flatMap(source => {
		const resolution = project.resolve(source, module.file);
		const target = resolution.kind === 'file' ? project.load(resolution.file) : undefined;
		return target !== undefined && isTestSupport(target) && mentionsTests(target.facts) ? [target] : [];
	});
	return new Set(definers.flatMap(({ facts }) => [...calledGlobals(facts)]).filter(name => globalWords.has(name)));
}

/** The same of a module that runs before the tests: what it registers, functions of what it imports may register by the frameworks' globals. */
export function canRegisterHooks(module: Module, project: Project): boolean {
	return mentionsTests(module.facts) || exportsRootHooks(module.facts) || importsOne(module, project, mentionsTests, 2);
}

const rootHookNames: ReadonlySet<string> = new Set(
	Object.values(frameworks).flatMap(({ rootHooks }) => (rootHooks === undefined ? [] : [rootHooks.exported])),
);

function exportsRootHooks({ exports }: ModuleFacts): boolean {
	return exports.some(
		each =>
			rootHookNames.has(each.name) ||
			(each.kind === 'value' &&
				each.value.kind === 'object' &&
				each.value.entries.some(
					entry => entry.kind === 'property' && typeof entry.key === 'string' && rootHookNames.has(entry.key),
				)),
	);
}

/** How many files fixtures may be built upon, one after another. */
const maxLayers = 5;

/** Whether one of the project's files that a module imports, or that those pass on, is such a one. */
function importsOne({ facts, file }: Module, project: Project, isOne: (facts: ModuleFacts) => boolean, hops: number): boolean {
	return facts.sources.some(source => {
		const resolution = project.resolve(source, file);
		const target = resolution.kind === 'file' ? project.load(resolution.file) : undefined;
		return (
			target !== undefined &&
			(isOne(target.facts) || (hops > 1 && passesOn(target.facts) && importsOne(target, project, isOne, hops - 1)))
		);
	});
}

/** The runner's words that make a test of another: `base.extend({})`. */
const layering: ReadonlySet<string> = new Set(
	Object.values(frameworks).flatMap(({ vocabularies }) =>
		vocabularies.flatMap(({ then }) => Object.entries(then).flatMap(([name, { fixtures }]) => (fixtures === true ? [name] : []))),
	),
);

/** Whether a module passes on what it imports: as it is, or a word of a runner that it makes of it (`export const test = base.extend({})`). */
function passesOn({ exports, starExports }: ModuleFacts): boolean {
	return (
		starExports.length > 0 ||
		exports.some(each => each.kind === 'from' || wordIn(each.name) !== undefined || isLayer(each.value) || holdsWord(each.value))
	);
}

function isLayer(value: Value): boolean {
	return (
		value.kind === 'call' &&
		value.callee.kind === 'member' &&
		typeof value.callee.property === 'string' &&
		layering.has(value.callee.property)
	);
}

/** `module.exports = { test, expect };` */
function holdsWord(value: Value): boolean {
	return (
		value.kind === 'object' &&
		value.entries.some(entry => entry.kind === 'property' && typeof entry.key === 'string' && wordIn(entry.key) !== undefined)
	);
}
