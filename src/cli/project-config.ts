import { dirname, join, sep } from 'node:path';
import { ESLint } from 'eslint';
import deflake from '../index.ts';
import { examplePaths } from '../test-globs.ts';
import type { FoundTest } from './find-tests.ts';
import { reasonIn } from './usage-error.ts';

/** What the project's own ESLint config says about us and one file. */
export interface ProjectConfig {
	/** The name that the config gave the plugin, for this file or for others; undefined where it does not have it at all. */
	readonly namespace: string | undefined;
	readonly settings: Readonly<Record<string, unknown>>;
}

export interface ProjectConfigs {
	/** By file; a file of a package under node_modules, or one above which there is no config, has none. */
	readonly configs: ReadonlyMap<string, ProjectConfig>;
	/** Why configs could not be read, each once. */
	readonly problems: ReadonlySet<string>;
}

/** Asked for each file, for a config may have the plugin for some files alone, and a package of a workspace a config of its own. */
export async function projectConfigsOf(tests: readonly FoundTest[], cwd: string): Promise<ProjectConfigs> {
	const eslint = new ESLint({ cwd });
	const configs = new Map<string, ProjectConfig>();
	const problems = new Set<string>();
	for (const [configFile, files] of await filesByConfig(eslint, tests)) {
		try {
			for (const [file, config] of await configsOf(eslint, configFile, files)) configs.set(file, config);
		} catch (error) {
			problems.add(error instanceof Error ? reasonIn(error.message) : String(error));
		}
	}
	return { configs, problems };
}

/** What lies in a package under node_modules belongs to no project. */
async function filesByConfig(eslint: ESLint, tests: readonly FoundTest[]): Promise<ReadonlyMap<string, readonly string[]>> {
	const files = new Map<string, string[]>();
	for (const { file } of tests) {
		const configFile = file.split(sep).includes('node_modules') ? undefined : await eslint.findConfigFile(file);
		if (configFile !== undefined) files.set(configFile, [...(files.get(configFile) ?? []), file]);
	}
	return files;
}

async function configsOf(eslint: ESLint, configFile: string, files: readonly string[]): Promise<ReadonlyMap<string, ProjectConfig>> {
	const asked = new Map<string, unknown>();
	for (const file of files) asked.set(file, await eslint.calculateConfigForFile(file));
	const examples = examplePaths.map(path => join(dirname(configFile), path));
	const namespace =
		[...asked.values()].map(pluginName).find(isKnown) ??
		(await firstKnown(examples, async file => pluginName(await eslint.calculateConfigForFile(file))));
	// A file that the project ignores has no config of its own.
	const standIn: unknown = [...asked.values()].every(isKnown)
		? undefined
		: await firstKnown(examples, file => eslint.calculateConfigForFile(file));
	return new Map(
		[...asked].map(([file, config]) => [file, { namespace, settings: deflakeSettings(property(config ?? standIn, 'settings')) }]),
	);
}

const isKnown = <Value>(value: Value | undefined): value is Value => value !== undefined;

async function firstKnown<Value>(files: readonly string[], ask: (file: string) => Promise<Value | undefined>): Promise<Value | undefined> {
	for (const file of files) {
		const answer = await ask(file);
		if (answer !== undefined) return answer;
	}
	return undefined;
}

/** The plugin goes by the name of its package, whichever copy of it the project has installed. */
const pluginName = (config: unknown): string | undefined =>
	Object.entries(property(config, 'plugins') ?? {}).find(
		([, plugin]) => property(property(plugin, 'meta'), 'name') === deflake.meta.name,
	)?.[0];

function deflakeSettings(settings: unknown): Record<string, unknown> {
	const own = property(settings, deflake.meta.namespace);
	return own === undefined ? {} : { [deflake.meta.namespace]: own };
}

function property(value: unknown, name: string): unknown {
	const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return entries.find(([key]) => key === name)?.[1];
}
