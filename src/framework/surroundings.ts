import path from 'node:path';

import { repositoryEnds } from '../knowledge/config-files.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName } from '../knowledge/frameworks/row.ts';
import type { Project } from '../project/model.ts';
import { ancestors } from '../project/workspaces.ts';
import { type Setting, settingAt } from './setting.ts';
import { settingFromJson } from './setting-text.ts';

/** A directory at or above a file, with what it says about test runners. */
export interface Surroundings {
	readonly directory: string;
	/** Its package.json. */
	readonly manifest: Setting | undefined;
	/** Configuration files in it; where a runner has several, the one with the plain name is first. */
	readonly configs: readonly ConfigFile[];
}

export interface ConfigFile {
	readonly framework: FrameworkName;
	readonly file: string;
	/** Named just as the runner looks for it. */
	readonly plain: boolean;
}

/** Directories above a file that are looked at. */
const maxLevels = 12;
/** The directories from a file's own up to the root of its package, and on to the root of the repository. */
export function surroundingsOf(file: string, project: Project): readonly Surroundings[] {
	const found: Surroundings[] = [];
	for (const directory of ancestors(path.dirname(file))) {
		if (found.length === maxLevels) break;
		const { configs, hasManifest, isEnd } = listed(project, directory);
		found.push({ directory, manifest: hasManifest ? manifestIn(project, directory) : undefined, configs });
		if (isEnd && isAtOrAbove(directory, project.root)) break;
	}
	return found.slice(
		0,
		1 + found.findLastIndex(each => each.manifest !== undefined || each.configs.length > 0 || each.directory === project.root),
	);
}

function isAtOrAbove(directory: string, root: string): boolean {
	return root === directory || root.startsWith(directory.endsWith(path.sep) ? directory : directory + path.sep);
}

interface Named {
	readonly framework: FrameworkName;
	readonly stem: string;
	readonly pattern: RegExp;
	readonly directories: readonly string[];
}

const extension = '(?:\\.(?:[cm]?[jt]s|jsonc?|ya?ml|toml))?';

const named: readonly Named[] = Object.values(frameworks).flatMap(({ name, config }) =>
	(config?.stems ?? []).map(stem => ({
		framework: name,
		stem,
		pattern: new RegExp(`^${withWords(stem)}${extension}$`),
		directories: config?.directories ?? [],
	})),
);

/** `jest.config`, and with words of the project's own `jest.unit.config` or `jest.config.unit`. */
function withWords(stem: string): string {
	const [, base, end] = /^(.*)(\.conf(?:ig)?)$/.exec(stem) ?? [];
	return base === undefined || end === undefined ? escaped(stem) : `${escaped(base)}(?:[.-][\\w-]+)*${escaped(end)}(?:[.-][\\w-]+)*`;
}

function escaped(text: string): string {
	return text.replaceAll('.', '\\.');
}

/** Folders in which a runner looks for its configuration as well. */
const furtherFolders: readonly string[] = [...new Set(named.flatMap(({ directories }) => directories))];

/** All names in a directory that say something about runners: what else comes or goes there changes nothing. */
const tellingNames = new RegExp(
	`^(?:${[
		...['package.json', ...repositoryEnds, ...furtherFolders.map(each => each.split('/')[0] ?? each)].map(escaped),
		`(?:${[...new Set(named.map(({ stem }) => withWords(stem)))].join('|')})${extension}`,
	].join('|')})$`,
);

function mayHold(names: readonly string[], folder: string): boolean {
	return names.includes(folder.split('/')[0] ?? folder);
}

function configsIn(project: Project, directory: string, names: readonly string[]): readonly ConfigFile[] {
	return named.flatMap(({ framework, stem, pattern, directories }) => {
		const below = directories.filter(each => mayHold(names, each)).map(each => path.join(directory, each));
		const places = [
			{ place: directory, inside: names },
			...below.map(place => ({ place, inside: project.entries(place, tellingNames) })),
		];
		return places
			.flatMap(({ place, inside }) =>
				inside
					.filter(name => pattern.test(name))
					.map(name => ({
						framework,
						file: path.join(place, name),
						plain: name === stem || /^\.[a-z]+$/.test(name.slice(stem.length)),
					})),
			)
			.sort((one, other) => Number(other.plain) - Number(one.plain));
	});
}

/** The version range of a dependency that package.json lists. */
export function dependencyRange(manifest: Setting, name: string): string | undefined {
	for (const group of ['devDependencies', 'dependencies', 'peerDependencies', 'optionalDependencies']) {
		const entries = settingAt(manifest, group);
		const range = entries?.kind === 'object' ? entries.entries.get(name) : undefined;
		if (range?.kind === 'value' && typeof range.value === 'string') return range.value;
	}
	return undefined;
}

const manifests = new WeakMap<object, Map<string, { readonly text: string; readonly manifest: Setting | undefined }>>();

/** The same object for the same text. */
function manifestIn(project: Project, directory: string): Setting | undefined {
	const text = project.text(path.join(directory, 'package.json'));
	if (text === undefined) return undefined;
	const known = manifests.get(project.identity) ?? new Map<string, { readonly text: string; readonly manifest: Setting | undefined }>();
	manifests.set(project.identity, known);
	const last = known.get(directory);
	if (last?.text === text) return last.manifest;
	const manifest = settingFromJson(text);
	known.set(directory, { text, manifest });
	return manifest;
}

interface Listing {
	/** Those of the directory, and of the folders in it that were looked into. */
	readonly stamps: readonly (readonly [directory: string, stamp: string | undefined])[];
	readonly configs: readonly ConfigFile[];
	readonly hasManifest: boolean;
	readonly isEnd: boolean;
}

/** A run asks about the same directory once for each file in it: what its listing says holds while the stamps stay the same. */
const listings = new WeakMap<object, Map<string, Listing>>();

function listed(project: Project, directory: string): Listing {
	const known = listings.get(project.identity) ?? new Map<string, Listing>();
	listings.set(project.identity, known);
	const last = known.get(directory);
	if (last?.stamps.every(([place, stamp]) => project.directoryStamp(place, tellingNames) === stamp) === true) return last;
	const names = project.entries(directory, tellingNames);
	const below = furtherFolders.filter(each => mayHold(names, each)).map(each => path.join(directory, each));
	const stamps = [directory, ...below].map(place => [place, project.directoryStamp(place, tellingNames)] as const);
	const listing = {
		stamps,
		configs: configsIn(project, directory, names),
		hasManifest: names.includes('package.json'),
		isEnd: names.some(name => repositoryEnds.has(name)),
	};
	known.set(directory, listing);
	return listing;
}
