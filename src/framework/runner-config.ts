import path from 'node:path';

import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, FrameworkRow, SettingRow } from '../knowledge/frameworks/row.ts';
import { watchFlags } from '../knowledge/watch-flags.ts';
import type { Project } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { type Command, commandsOf, hasFlag } from './commands.ts';
import { type Setting, mergedSettings, settingAt, unknownSetting } from './setting.ts';
import { settingFromText } from './setting-text.ts';
import { settingFromModule } from './setting-value.ts';
import type { Surroundings } from './surroundings.ts';

/** How a runner is set up for a file. */
export interface RunnerConfig {
	readonly framework: FrameworkName;
	/** What relative paths in it start from. */
	readonly directory: string;
	/** The file that says so; undefined where no configuration was found. */
	readonly file: string | undefined;
	/** The test settings; several where the configuration has several groups of tests and the file may belong to any. */
	readonly variants: readonly Setting[];
	/** How scripts start the runner. */
	readonly commands: readonly Command[];
}

const nothing: Setting = { kind: 'object', entries: new Map(), open: false };

/** The nearest configuration upwards from a file. It is read as syntax, never run. */
export function runnerConfig(
	name: FrameworkName,
	surroundings: readonly Surroundings[],
	project: Project,
	provenance: Provenance,
): RunnerConfig {
	const row = frameworks[name];
	const commands = surroundings.map(({ manifest }) => commandsOf(manifest, row)).find(found => found.length > 0) ?? [];
	for (const { directory, configs, manifest } of surroundings) {
		const own = configs.filter(({ framework }) => framework === name);
		const files = own.some(({ plain }) => plain) ? own.slice(0, 1) : own;
		const settings = files.flatMap(({ file }) => settingFromFile(file, row, project, provenance) ?? []);
		const inManifest =
			row.config?.packageKey === undefined || manifest === undefined ? undefined : settingAt(manifest, row.config.packageKey);
		const found = settings.length > 0 ? settings : inManifest?.kind === 'object' ? [inManifest] : [];
		const telling = found.filter(setting => row.config?.section !== 'test' || settingAt(setting, 'test') !== undefined);
		if (telling.length > 0) {
			return {
				framework: name,
				directory,
				file: files[0]?.file ?? path.join(directory, 'package.json'),
				variants: telling.flatMap(setting => variantsOf(setting, row)),
				commands,
			};
		}
	}
	const directory = surroundings.find(({ manifest }) => manifest !== undefined)?.directory ?? project.root;
	return { framework: name, directory, file: undefined, variants: [nothing], commands };
}

/** The keys at the top of a configuration that are asked for. */
function topKeys({
	config,
	fileSettings,
	restoreSettings,
	clockSettings,
	clockDefaults,
	concurrency,
}: FrameworkRow): ReadonlySet<string> | undefined {
	if (config?.section !== undefined) return new Set([config.section, 'extends', 'root']);
	const rows = [...fileSettings, ...restoreSettings, ...clockSettings, ...concurrency.settings, ...(config?.setup ?? [])];
	const paths = [
		...rows.map(({ at }) => at),
		clockDefaults?.now,
		clockDefaults?.only,
		config?.projects,
		config?.moduleMap,
		config?.automock,
		...(config?.tests?.folders ?? []),
		...(config?.tests?.patterns ?? []),
		...(config?.tests?.ignored ?? []),
		'extends',
		'rootDir',
		'spec_dir',
		'framework',
	];
	return new Set(paths.flatMap(path => (path === undefined || path === '' ? [] : [path.replace(/\..*$/, '')])));
}

function settingFromFile(file: string, row: FrameworkRow, project: Project, provenance: Provenance): Setting | undefined {
	if (/\.[cm]?[jt]s$/.test(file)) {
		const module = project.load(file);
		return module === undefined ? unknownSetting : settingFromModule(provenance, module, topKeys(row));
	}
	const text = project.text(file);
	return text === undefined ? undefined : (settingFromText(file, text) ?? unknownSetting);
}

/** A configuration with groups of tests is one variant for each; a group inherits where it says so (Vitest), or always (Playwright). */
function variantsOf(setting: Setting, { config, name }: FrameworkRow): readonly Setting[] {
	const base = settingAt(setting, config?.section ?? '') ?? nothing;
	const projects = config?.projects === undefined ? undefined : settingAt(base, config.projects);
	if (projects?.kind !== 'list') return [base];
	const groups = projects.items.flatMap(item => {
		if (item.kind !== 'object') return [base];
		const own = settingAt(item, name === 'vitest' ? 'test' : '') ?? nothing;
		const extended = settingAt(item, 'extends');
		const inherits = name === 'playwright' || (extended?.kind === 'value' && extended.value === true);
		return [inherits ? mergedSettings(base, own) : own];
	});
	return groups.length === 0 ? [base] : groups;
}

/** Whether a row's setting holds: undefined where that cannot be told, or differs between groups of tests. */
export function holds({ variants }: RunnerConfig, row: SettingRow<unknown>): boolean | undefined {
	if (row.at === undefined) return false;
	const { at } = row;
	const answers = new Set(variants.map(variant => isMet(settingAt(variant, at), row)));
	const [answer] = answers;
	return answers.size === 1 ? answer : undefined;
}

function isMet(setting: Setting | undefined, { is }: SettingRow<unknown>): boolean | undefined {
	if (setting === undefined) return false;
	if (setting.kind === 'unknown') return undefined;
	if (setting.kind !== 'value') return is === undefined;
	return is === undefined
		? setting.value !== false && setting.value !== null
		: setting.value === is || String(setting.value) === String(is);
}

/** What the first row that holds means, in the configuration or in every script that starts the runner. */
export function configured<Trait>(config: RunnerConfig, rows: readonly SettingRow<Trait>[]): Trait | undefined {
	return rows.find(row => holds(config, row) === true || isFlaggedEverywhere(config, row))?.means;
}

/** In every script that starts the runner; of those that go on running while files are changed only where there are no others. */
export function isFlaggedEverywhere({ commands }: RunnerConfig, row: SettingRow<unknown>): boolean {
	const once = commands.filter(command => !command.some(word => watchFlags.has(word)));
	const asked = once.length > 0 ? once : commands;
	return asked.length > 0 && asked.every(command => hasFlag(command, row));
}

export function isFlaggedSomewhere({ commands }: RunnerConfig, row: SettingRow<unknown>): boolean {
	return commands.some(command => hasFlag(command, row));
}
