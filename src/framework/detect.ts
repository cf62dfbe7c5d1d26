import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, FrameworkRow } from '../knowledge/frameworks/row.ts';
import { contested, exporting, plainSpoken } from '../knowledge/frameworks/shared-words.ts';
import type { Module, Project } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { commandsOf } from './commands.ts';
import { calledGlobals, globalsOfDefiners, handedFrameworks, importedFrameworks } from './mentions.ts';
import { exportedSigns } from './exported-signs.ts';
import type { Framework } from './model.ts';
import { runnerConfig } from './runner-config.ts';
import { settingAt } from './setting.ts';
import { type Surroundings, dependencyRange } from './surroundings.ts';
import { leavesOut } from './test-places.ts';

/** Which frameworks a file is written for. */
export interface Detected {
	/** By import first; then those whose globals it uses. */
	readonly frameworks: readonly Framework[];
	/** Those whose words stand for themselves in it, the likeliest first. */
	readonly globals: readonly FrameworkName[];
	/** Others that the package has too, where nothing that the file imports or calls tells which of them runs it. */
	readonly rivals: readonly FrameworkName[];
	/** Those that find tests in what it exports, though it does not mention them. */
	readonly exporting: readonly FrameworkName[];
}

export function detectFrameworks(
	module: Module,
	surroundings: readonly Surroundings[],
	project: Project,
	provenance: Provenance,
): Detected {
	const named = importedFrameworks(module.facts);
	const imported = named.length > 0 ? named : handedFrameworks(module, provenance);
	const called = new Set([...calledGlobals(module.facts), ...globalsOfDefiners(module, project)]);
	const takers = takersOf(module, project, provenance);
	const meant = isOldQunit(called) ? 'qunit1' : likeliest(module, surroundings, called, takers);
	const words = meant === 'webdriverio' ? webdriverWords(surroundings, project, provenance) : meant;
	const finding = imported.some(name => frameworks[name].objects?.exported === 'imported') ? [] : exportersOf(module, surroundings);
	const spoken = plainSpoken.filter(name => frameworks[name].hints.some(hint => called.has(hint)));
	const used = [...imported, ...spoken, ...finding, ...(usesWords(called, words) ? new Set([meant, words]) : [])];
	return {
		frameworks: [...new Set(used)].map(name => ({ name, version: versionOf(name, surroundings) })),
		globals: [words, ...plainSpoken],
		exporting: finding,
		rivals: imported.length + spoken.length + finding.length > 0 ? [] : rivalsOf(meant, module, surroundings, called, takers),
	};
}

/** The runner whose tests a file exports, as far as what it exports tells, and the nearest directory that names one. */
function exportersOf({ facts }: Module, surroundings: readonly Surroundings[]): readonly FrameworkName[] {
	const signs = exportedSigns(facts);
	if (signs.nodeunit) return ['nodeunit'];
	if (!signs.sentences) return [];
	const handed = new Set(
		facts.functions.flatMap(({ parameters: [first] }) =>
			first?.binding === undefined ? [] : (facts.bindings[first.binding]?.name ?? []),
		),
	);
	for (const surrounding of surroundings) {
		const named = exporting.filter(({ name }) => signsIn(surrounding, frameworks[name]) > 0);
		const told =
			named.find(({ parameter }) => [...handed].some(each => parameter?.test(each) === true)) ??
			named.find(({ parameter }) => parameter === undefined);
		if (told !== undefined) return [told.name];
	}
	return [];
}

/** Suites of which nothing is the body, and tests that say so when they go on: no module of Node.js calls `module`. */
function isOldQunit(called: ReadonlySet<string>): boolean {
	if (called.has('asyncTest')) return true;
	return called.has('module') && called.has('test') && !['describe', 'it', 'suite'].some(word => called.has(word));
}

/** The framework of WebdriverIO's `framework` setting, whose words its tests use. */
function webdriverWords(surroundings: readonly Surroundings[], project: Project, provenance: Provenance): FrameworkName {
	const [variant] = runnerConfig('webdriverio', surroundings, project, provenance).variants;
	const setting = variant === undefined ? undefined : settingAt(variant, 'framework');
	return setting?.kind === 'value' && setting.value === 'jasmine' ? 'jasmine' : 'mocha';
}

/** The nearest directory that names a runner decides, and in it the one with the strongest signs. */
function likeliest(module: Module, surroundings: readonly Surroundings[], called: ReadonlySet<string>, takers: Takers): FrameworkName {
	const inCode = (name: FrameworkName): number => signsInCode(frameworks[name], called, module);
	for (const surrounding of surroundings) {
		const named = contested.filter(name => signsIn(surrounding, frameworks[name]) > 0);
		const signs = takers(named, surrounding).map(name => ({ name, sign: signsIn(surrounding, frameworks[name]) }));
		const [best] = signs.map(({ name, sign }) => ({ name, sign: sign + inCode(name) })).sort((one, other) => other.sign - one.sign);
		if (best !== undefined && best.sign > -3) return best.name;
	}
	const [best] = contested
		.map(name => ({ name, sign: inCode(name) + (name === 'mocha' ? 0.5 : 0) }))
		.sort((one, other) => other.sign - one.sign);
	return best?.name ?? 'mocha';
}

/** Those of several runners that a directory names whose configuration there does not leave the file out; all, where none would take it. */
type Takers = (named: readonly FrameworkName[], surrounding: Surroundings) => readonly FrameworkName[];

function takersOf({ file }: Module, project: Project, provenance: Provenance): Takers {
	return (named, surrounding) => {
		if (named.length < 2) return named;
		const taking = named.filter(name =>
			eachConfig(name, surrounding).some(each => !leavesOut(runnerConfig(name, [each], project, provenance), file)),
		);
		return taking.length > 0 ? taking : named;
	};
}

/** A directory as each of the configurations in it sees it: any of them may take a file. */
function eachConfig(name: FrameworkName, surrounding: Surroundings): readonly Surroundings[] {
	const own = surrounding.configs.filter(({ framework }) => framework === name);
	return own.length < 2 ? [surrounding] : own.map(config => ({ ...surrounding, configs: [config] }));
}

/** Runners that the nearest directory names beside the one that is meant, and for which the code speaks as much; where a script starts the one, only those that one starts too. */
function rivalsOf(
	meant: FrameworkName,
	module: Module,
	surroundings: readonly Surroundings[],
	called: ReadonlySet<string>,
	takers: Takers,
): readonly FrameworkName[] {
	const speaks = (name: FrameworkName): number => signsInCode(frameworks[name], called, module);
	const nearest = surroundings.find(surrounding => signsIn(surrounding, frameworks[meant]) > 0);
	if (nearest === undefined) return [];
	const isStarted = (name: FrameworkName): boolean => commandsOf(nearest.manifest, frameworks[name]).length > 0;
	const named = contested.filter(name => name === meant || signsIn(nearest, frameworks[name]) > 0);
	return takers(named, nearest).filter(name => name !== meant && speaks(name) >= speaks(meant) && (isStarted(name) || !isStarted(meant)));
}

function signsIn({ configs, manifest }: Surroundings, row: FrameworkRow): number {
	const listed = manifest !== undefined && row.packages.some(name => dependencyRange(manifest, name) !== undefined);
	const key = row.config?.packageKey;
	const own = configs.some(({ framework, file }) => framework === row.name && (listed || !/\bvite\.config\.[^/]*$/.test(file)));
	const started = commandsOf(manifest, row).length > 0;
	const inManifest = key !== undefined && manifest !== undefined && settingAt(manifest, key) !== undefined;
	return (own ? 3 : 0) + (inManifest ? 3 : 0) + (started ? 2 : 0) + (listed ? 1 : 0);
}

/** Words that the framework alone has speak for it; words that it does not have speak against it. */
function signsInCode(row: FrameworkRow, called: ReadonlySet<string>, { path }: Module): number {
	const words = new Set(row.vocabularies.filter(({ from }) => from.includes('global')).flatMap(({ start }) => Object.keys(start)));
	const missing = row.name === 'webdriverio' ? 0 : [...contestedWords].filter(word => called.has(word) && !words.has(word)).length;
	const hinted = row.hints.filter(hint => called.has(hint)).length;
	const home = row.name === 'cypress' ? (/(^|\/)cypress\/|\.cy\.[jt]sx?$/.test(path) || hinted > 0 ? 5 : -6) : 0;
	return (
		(row.name === 'mocha' ? Math.min(hinted, 1) : 5 * Math.min(hinted, 1)) -
		3 * missing +
		home +
		(words.has('beforeAll') && called.has('expect') ? 1 : 0)
	);
}

const contestedWords: ReadonlySet<string> = new Set(
	contested.flatMap(name =>
		frameworks[name].vocabularies.filter(({ from }) => from.includes('global')).flatMap(({ start }) => Object.keys(start)),
	),
);

function usesWords(called: ReadonlySet<string>, name: FrameworkName): boolean {
	return frameworks[name].vocabularies.some(
		({ from, start }) => from.includes('global') && Object.keys(start).some(word => called.has(word)),
	);
}

/** The first number of the range in which package.json asks for the framework. */
function versionOf(name: FrameworkName, surroundings: readonly Surroundings[]): number | undefined {
	const { packages, alike = [] } = frameworks[name];
	const range = [...packages.slice(0, 1), ...alike]
		.flatMap(dependency =>
			surroundings.map(({ manifest }) => (manifest === undefined ? undefined : dependencyRange(manifest, dependency))),
		)
		.find(each => each !== undefined);
	const [major] =
		range === undefined || /^(workspace|catalog|file|link|github|git)[:+]/.test(range)
			? []
			: (/\d+/.exec(range.replace(/^npm:.*@/, '')) ?? []);
	return major === undefined ? undefined : Number(major);
}
