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
	const inputs = new Set<string>([file]);
	const modules = new Modules(host, { directory, inputs, linted });
	const resolutions = new Map<string, Resolution>();
	const packages = new Map<string, string | undefined>();

	return {
		root: packageRoot(host, file) ?? path.dirname(file),
		load: target => modules.load(target),
		mayExport: (target, name) => modules.mayExport(target, name),
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

interface Reading {
	readonly directory: string;
	/** Told every file that is looked at. */
	readonly inputs: Set<string>;
	readonly linted: Module | undefined;
}

/** The modules that one linted file leads to. */
class Modules {
	readonly #host: Host;
	readonly #reading: Reading;
	readonly #read = new Map<string, Module | undefined>();
	/** Modules asked for: the bound is on them, so that it does not matter which of them other files had read. */
	readonly #asked = new Set<string>();

	constructor(host: Host, reading: Reading) {
		this.#host = host;
		this.#reading = reading;
		if (reading.linted !== undefined) this.#read.set(reading.linted.file, reading.linted);
	}

	load(target: string): Module | undefined {
		if (!this.#read.has(target)) {
			const facts = this.#mayAsk(target) ? cacheOf(this.#host).facts(target) : undefined;
			this.#read.set(target, facts === undefined ? undefined : { file: target, path: displayPath(target, this.#reading.directory), facts });
		}
		return this.#read.get(target);
	}

	mayExport(target: string, name: string): boolean {
		return this.#read.has(target) || (this.#mayAsk(target) && cacheOf(this.#host).mayExport(target, name));
	}

	#mayAsk(target: string): boolean {
		this.#reading.inputs.add(target);
		this.#asked.add(target);
		return this.#asked.size <= maxModules;
	}
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
