import path from 'node:path';

import { zonePins, localePins } from '../knowledge/environment-variables.ts';
import type { Module, Project } from '../project/model.ts';
import type { Surroundings } from './surroundings.ts';
import { type Setting, settingAt } from './setting.ts';

/** What a project says of the machine that its tests run on. */
export interface PinnedEnvironment {
	readonly zone: boolean;
	readonly locale: boolean;
}

/** Whether scripts, configurations, or what runs before the tests names a zone or a locale; the texts are only searched. */
export function pinnedEnvironment(surroundings: readonly Surroundings[], modules: readonly Module[], project: Project): PinnedEnvironment {
	const texts = [...surroundings.flatMap(each => textsAround(each, project)), ...modules.flatMap(({ file }) => project.text(file) ?? [])];
	return { zone: texts.some(text => zonePins.test(text)), locale: texts.some(text => localePins.test(text)) };
}

function textsAround({ directory, manifest, configs }: Surroundings, project: Project): readonly string[] {
	const own = configs.flatMap(({ file }) => {
		const text = project.text(file) ?? '';
		return [text, ...filesNamedIn(text, directory, project)];
	});
	const inManifest = manifest === undefined ? '' : stringsOf(manifest, 0).join('\n');
	return [...own, inManifest, ...filesNamedIn(inManifest, directory, project)];
}

/** What stands in a folder, or has an extension of its own: other words are keys, and names of packages. */
const fileName = /^(?!@).*\/|\.(?:[cm]?[jt]sx?|json|sh)$|^\.env/;

/** What `globalSetup: './test/global-setup.ts'` and the like lead to. */
function filesNamedIn(text: string, directory: string, project: Project): readonly string[] {
	const named = [
		...text.matchAll(/(?:^|['"`\s=])((?:<rootDir>|\.{1,2})?\/?[\w@./-]*(?:setup|global|env|hooks|bootstrap|init)[\w./-]*)/gim),
	].flatMap(([, name]) => (name !== undefined && fileName.test(name) ? name : []));
	return [...new Set(named)]
		.slice(0, 12)
		.flatMap(name => firstText(path.resolve(directory, name.replace(/^<rootDir>\/?/, './')), project));
}

/** What runs before the tests may be named without its extension. */
const extensions: readonly string[] = ['.ts', '.js', '.mjs', '.cjs', '.mts'];

/** The text of a file, found as it is looked for: whatever comes behind the one that is there is not. */
function firstText(file: string, project: Project): readonly string[] {
	for (const each of /\.\w+$/.test(file) ? [file] : [file, ...extensions.map(extension => file + extension)]) {
		const text = project.text(each);
		if (text !== undefined) return [text];
	}
	return [];
}

function stringsOf(setting: Setting, depth: number): readonly string[] {
	if (depth > 5) return [];
	if (setting.kind === 'value') return typeof setting.value === 'string' ? [setting.value] : [];
	if (setting.kind === 'list') return setting.items.flatMap(each => stringsOf(each, depth + 1));
	const relevant =
		setting.kind === 'object'
			? depth === 0
				? ['scripts', 'jest', 'mocha', 'ava', 'vitest', 'c8', 'nyc', 'tap', 'env'].flatMap(key => settingAt(setting, key) ?? [])
				: [...setting.entries.entries()].flatMap(([key, value]): readonly Setting[] => [{ kind: 'value', value: key }, value])
			: [];
	return relevant.flatMap(each => stringsOf(each, depth + 1));
}
