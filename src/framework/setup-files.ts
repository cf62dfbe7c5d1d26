import path from 'node:path';

import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Module, Project } from '../project/model.ts';
import { type ModuleFacts } from '../syntax/facts.ts';
import { flagValues } from './commands.ts';
import type { RunnerConfig } from './runner-config.ts';
import { settingAt, stringsIn } from './setting.ts';

/** Modules that run before the tests of a file, in the same process, because the runner's set-up says so. */
export function setupModules(config: RunnerConfig, project: Project): readonly Module[] {
	const row = frameworks[config.framework].config;
	if (row === undefined) return [];
	const named = row.setup.flatMap(setting => [
		...config.variants.flatMap(variant => (setting.at === undefined ? [] : stringsIn(settingAt(variant, setting.at)))),
		...config.commands.flatMap(command => flagValues(command, setting)),
	]);
	const specifiers = named.length > 0 ? named : (row.standardSetup ?? []);
	const files = new Set(specifiers.flatMap(specifier => filesOf(specifier, config, project, row.bareSetup === true)));
	const modules = [...files].flatMap(file => project.load(file) ?? []);
	return withBareImports(modules, project);
}

/** `<rootDir>` is the directory of the configuration, unless it says otherwise. */
function filesOf(specifier: string, config: RunnerConfig, project: Project, bare: boolean): readonly string[] {
	const plain = specifier.replace(/^<rootDir>\/?/, './').replace(/^file:\/\//, '');
	const from = path.join(config.directory, 'package.json');
	if (plain.includes('*')) return matching(plain, config, project);
	for (const candidate of [plain, ...(bare && !/^[./]/.test(plain) ? [`./${plain}`] : [])]) {
		const resolution = project.resolve(
			candidate,
			config.file !== undefined && candidate.startsWith('.') && specifier === plain ? config.file : from,
		);
		if (resolution.kind === 'file') return [resolution.file];
	}
	return [];
}

/** Files of one directory whose names end as the pattern does (Jasmine's `helpers/*.js`, from `spec_dir`). */
function matching(pattern: string, { directory, variants: [variant] }: RunnerConfig, project: Project): readonly string[] {
	const [base = 'spec'] = variant === undefined ? [] : stringsIn(settingAt(variant, 'spec_dir'));
	const place = path.resolve(directory, base, pattern.slice(0, pattern.indexOf('*')));
	const end = pattern.slice(pattern.lastIndexOf('*') + 1).replace(/\{.*\}/, '');
	return project
		.entries(place, /\.[cm]?[jt]s$/)
		.filter(name => name.endsWith(end))
		.map(name => path.join(place, name));
}

/** The modules, each after those of the project that it imports for their effects alone. */
export function withBareImports(modules: readonly Module[], project: Project, hops = 2): readonly Module[] {
	if (hops === 0) return modules;
	return modules.flatMap(module => [...withBareImports(bareImports(module, project), project, hops - 1), module]);
}

/** The project's modules that are imported without a name: `import './setup.ts'`. */
export function bareImports(module: Module, project: Project): readonly Module[] {
	const bound = boundSources(module.facts);
	return module.facts.sources.flatMap(source => {
		if (bound.has(source)) return [];
		const resolution = project.resolve(source, module.file);
		return resolution.kind === 'file' ? (project.load(resolution.file) ?? []) : [];
	});
}

function boundSources({ bindings, exports, starExports }: ModuleFacts): ReadonlySet<string> {
	const bound = new Set(starExports);
	for (const each of exports) if (each.kind === 'from') bound.add(each.source);
	for (const definition of bindings.flatMap(({ definitions }) => definitions)) {
		if (definition.kind === 'import') bound.add(definition.source);
		if (definition.kind === 'value' && definition.value.kind === 'module') bound.add(definition.value.source);
	}
	return bound;
}
