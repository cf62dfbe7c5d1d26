import path from 'node:path';

import type { Host } from './host.ts';
import { stringAt } from './json.ts';
import type { Module, Project, Resolution } from './model.ts';
import { type ModuleEntry, cacheOf } from './module-cache.ts';
import { resolveModule } from './resolve.ts';
import { Snapshot } from './snapshot.ts';
import { ancestors, packageEntry } from './workspaces.ts';

/** Modules read on behalf of one linted file; beyond it everything is unknown. */
const maxModules = 1_000;

/**
 * The project as seen from `file`. `directory` is what paths in messages are relative to; `linted` is the file as it stands in the
 * editor, which may differ from what is on disk.
 */
export function createProject(files: Host, file: string, directory: string, linted?: Module): Project {
	const host = Snapshot.of(files);
	const inputs = new Set<string>([file]);
	const modules = new Modules(host, { directory, inputs, linted });
	const resolutions = new Resolutions(host);
	const packages = new Map<string, PackageEntry | undefined>();

	return {
		identity: host.identity,
		root: packageRoot(host, file) ?? path.dirname(file),
		load: target => modules.load(target),
		mayExport: (target, name) => modules.mayExport(target, name),
		resolve: (source, from) => resolutions.of(source, from),
		packageOf(target) {
			const root = packageRoot(host, target);
			if (root === undefined) return undefined;
			if (!packages.has(root)) packages.set(root, entryOf(host, root));
			const entry = packages.get(root);
			return entry?.file === target ? entry.name : undefined;
		},
		text(target) {
			inputs.add(target);
			return host.read(target);
		},
		json(target) {
			inputs.add(target);
			return host.json(target);
		},
		entries: directory => host.entries(directory),
		directoryStamp: directory => host.directoryStamp(directory),
		get inputs() {
			return [...inputs].sort();
		},
	};
}

/** What specifiers mean: files of one directory agree. */
class Resolutions {
	readonly #host: Snapshot;
	readonly #inDirectory = new Map<string, Map<string, Resolution>>();
	readonly #inFile = new Map<string, Map<string, Resolution>>();

	constructor(host: Snapshot) {
		this.#host = host;
	}

	of(source: string, from: string): Resolution {
		const resolutions = this.#inFile.get(from) ?? this.#besides(from);
		const known = resolutions.get(source) ?? resolveModule(this.#host, source, from);
		resolutions.set(source, known);
		return known;
	}

	#besides(from: string): Map<string, Resolution> {
		const directory = path.dirname(from);
		const resolutions = this.#inDirectory.get(directory) ?? new Map<string, Resolution>();
		this.#inDirectory.set(directory, resolutions);
		this.#inFile.set(from, resolutions);
		return resolutions;
	}
}

interface Reading {
	readonly directory: string;
	/** Told every file that is looked at. */
	readonly inputs: Set<string>;
	readonly linted: Module | undefined;
}

/** The modules that one linted file leads to. */
class Modules {
	readonly #host: Snapshot;
	readonly #reading: Reading;
	readonly #read = new Map<string, Module | undefined>();
	readonly #entries = new Map<string, ModuleEntry | undefined>();

	constructor(host: Snapshot, reading: Reading) {
		this.#host = host;
		this.#reading = reading;
		if (reading.linted !== undefined) this.#read.set(reading.linted.file, reading.linted);
	}

	load(target: string): Module | undefined {
		if (!this.#read.has(target)) {
			const facts = this.#entry(target)?.facts;
			this.#read.set(target, facts === undefined ? undefined : { file: target, path: displayPath(target, this.#reading.directory), facts });
		}
		return this.#read.get(target);
	}

	mayExport(target: string, name: string): boolean {
		return this.#reading.linted?.file === target || this.#entry(target)?.mayExport(name) === true;
	}

	#entry(target: string): ModuleEntry | undefined {
		if (!this.#entries.has(target)) this.#entries.set(target, this.#mayAsk(target) ? cacheOf(this.#host).entry(this.#host, target) : undefined);
		return this.#entries.get(target);
	}

	#mayAsk(target: string): boolean {
		this.#reading.inputs.add(target);
		return this.#entries.size < maxModules;
	}
}

interface PackageEntry {
	readonly file: string;
	readonly name: string | undefined;
}

/** The file that the package in a directory is when it is imported by its name. */
function entryOf(host: Snapshot, directory: string): PackageEntry | undefined {
	const file = packageEntry(host, directory);
	return file === undefined ? undefined : { file: host.real(file), name: stringAt(host.json(path.join(directory, 'package.json')), 'name') };
}

/** The nearest directory upwards that has a package.json. */
function packageRoot(host: Snapshot, file: string): string | undefined {
	for (const directory of ancestors(path.dirname(file))) {
		if (host.stamp(path.join(directory, 'package.json')) !== undefined) return directory;
	}
	return undefined;
}

/** Relative to the working directory, with forward slashes. */
export function displayPath(file: string, directory: string): string {
	return path.relative(directory, file).split(path.sep).join('/');
}
