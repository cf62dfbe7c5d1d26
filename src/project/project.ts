import path from 'node:path';

import type { Host } from './host.ts';
import { readJson, stringAt } from './json.ts';
import type { Module, Project, Resolution } from './model.ts';
import { cacheOf } from './module-cache.ts';
import { resolveModule } from './resolve.ts';
import { ancestors, packageEntry } from './workspaces.ts';

/** Modules read on behalf of one linted file; beyond it everything is unknown. */
const maxModules = 1_000;

/**
 * The project as seen from `file`. `directory` is what paths in messages are relative to; `linted` is the file as it stands in the
 * editor, which may differ from what is on disk.
 */
export function createProject(host: Host, file: string, directory: string, linted?: Module): Project {
	const modules = new Map<string, Module | undefined>(linted === undefined ? [] : [[file, linted]]);
	const resolutions = new Map<string, Resolution>();
	const packages = new Map<string, string | undefined>();
	const inputs = new Set<string>([file]);
	const root = packageRoot(host, file) ?? path.dirname(file);

	/** Modules asked for: the bound is on them, so that it does not matter which of them other files had read. */
	const asked = new Set<string>([file]);

	const load = (target: string): Module | undefined => {
		asked.add(target);
		if (!modules.has(target)) {
			inputs.add(target);
			const facts = asked.size <= maxModules ? cacheOf(host).facts(target) : undefined;
			modules.set(target, facts === undefined ? undefined : { file: target, path: displayPath(target, directory), facts });
		}
		return modules.get(target);
	};

	return {
		root,
		load,
		mayExport(target, name) {
			if (modules.has(target)) return true;
			asked.add(target);
			inputs.add(target);
			return asked.size <= maxModules && cacheOf(host).mayExport(target, name);
		},
		resolve(source, from) {
			const key = `${path.dirname(from)}\0${source}`;
			const known = resolutions.get(key) ?? resolveModule(host, source, from);
			resolutions.set(key, known);
			return known;
		},
		packageOf(target) {
			if (!packages.has(target)) packages.set(target, entryName(host, target, packageRoot(host, target) ?? path.dirname(target)));
			return packages.get(target);
		},
		text(target) {
			inputs.add(target);
			return host.read(target);
		},
		entries: host.entries,
		directoryStamp: host.directoryStamp,
		get inputs() {
			return [...inputs].sort();
		},
	};
}

/** What the package in a directory is called, where the file is its entry. */
function entryName(host: Host, file: string, directory: string): string | undefined {
	const entry = packageEntry(host, directory);
	return entry !== undefined && host.real(entry) === file ? stringAt(readJson(host, path.join(directory, 'package.json')), 'name') : undefined;
}

/** The nearest directory upwards that has a package.json. */
function packageRoot(host: Host, file: string): string | undefined {
	for (const directory of ancestors(path.dirname(file))) {
		if (host.stamp(path.join(directory, 'package.json')) !== undefined) return directory;
	}
	return undefined;
}

/** Relative to the working directory, with forward slashes. */
export function displayPath(file: string, directory: string): string {
	return path.relative(directory, file).split(path.sep).join('/');
}
