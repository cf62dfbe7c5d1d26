import { dirname, join, sep } from 'node:path';
import { ESLint } from 'eslint';
import deflake from '../index.ts';
import { isSource } from '../test-globs.ts';
import type { FoundTest } from './find-tests.ts';
import { reasonIn } from './usage-error.ts';

/** What the project's own ESLint config says about us. */
export interface ProjectConfig {
	/** The name it gave the plugin; undefined where it does not have it. */
	readonly namespace: string | undefined;
	readonly settings: Readonly<Record<string, unknown>>;
	/** Why it could not be read. */
	readonly problem: string | undefined;
}

const none: ProjectConfig = { namespace: undefined, settings: {}, problem: undefined };

/** A file that stands for all where the one that was asked for is ignored. Nothing is read of it. */
const standIn = 'any.test.js';

/** Asked for one file that stands for all: the first one that belongs to the project itself, code before workflows. */
export async function projectConfigOf(tests: readonly FoundTest[], cwd: string): Promise<ProjectConfig> {
	const ofProject = tests.filter(({ file }) => !file.split(sep).includes('node_modules'));
	const own = ofProject.find(({ file }) => isSource(file)) ?? ofProject[0];
	if (own === undefined) return none;
	const eslint = new ESLint({ cwd });
	const configFile = await eslint.findConfigFile(own.file);
	if (configFile === undefined) return none;
	try {
		const config: unknown = (await eslint.calculateConfigForFile(own.file)) ?? (await eslint.calculateConfigForFile(join(dirname(configFile), standIn)));
		return { namespace: namespaceIn(property(config, 'plugins')), settings: deflakeSettings(property(config, 'settings')), problem: undefined };
	} catch (error) {
		return { ...none, problem: error instanceof Error ? reasonIn(error.message) : String(error) };
	}
}

/** The plugin goes by the name of its package, whichever copy of it the project has installed. */
const namespaceIn = (plugins: unknown): string | undefined =>
	Object.entries(plugins ?? {}).find(([, plugin]) => property(property(plugin, 'meta'), 'name') === deflake.meta.name)?.[0];

function deflakeSettings(settings: unknown): Record<string, unknown> {
	const own = property(settings, deflake.meta.namespace);
	return own === undefined ? {} : { [deflake.meta.namespace]: own };
}

function property(value: unknown, name: string): unknown {
	const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return entries.find(([key]) => key === name)?.[1];
}
