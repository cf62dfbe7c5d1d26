import path from 'node:path';

import type { Host } from './host.ts';
import { stringAt } from './json.ts';
import type { Module, Project, Resolution } from './model.ts';
import { type ModuleEntry, cacheOf } from './module-cache.ts';
import { resolveModule } from './resolve.ts';
import { Snapshot } from './snapshot.ts';
import { packageEntry } from './workspaces.ts';

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
	const packages = new Packages(host);

	return {
		identity: host.identity,
		root: packages.around(path.dirname(file))?.directory ?? path.dirname(file),
		load: target => modules.load(target),
		mayExport: (target, name) => modules.mayExport(target, name),
		resolve: (source, from) => resolutions.of(source, from),
		packageOf(target, source) {
			const entry = packages.around(path.dirname(target));
			if (entry?.name === undefined) return undefined;
			if (source === entry.name || source?.startsWith(`${entry.name}/`) === true) return source;
			return entry.file === target ? entry.name : undefined;
		},
		text(target) {
			inputs.add(target);
			return host.read(target);
		},
		json(target) {
			inputs.add(target);
			return host.json(target);
		},
		entries: (directory, only) => host.entries(directory, only),
		directoryStamp: (directory, only) => host.directoryStamp(directory, only),
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
			this.#read.set(
				target,
				facts === undefined ? undefined : { file: target, path: displayPath(target, this.#reading.directory), facts },
			);
		}
		return this.#read.get(target);
	}

	mayExport(target: string, name: string): boolean {
		return this.#reading.linted?.file === target || this.#entry(target)?.mayExport(name) === true;
	}

	#entry(target: string): ModuleEntry | undefined {
		if (!this.#entries.has(target))
			this.#entries.set(target, this.#mayAsk(target) ? cacheOf(this.#host).entry(this.#host, target) : undefined);
		return this.#entries.get(target);
	}

	#mayAsk(target: string): boolean {
		this.#reading.inputs.add(target);
		return this.#entries.size < maxModules;
	}
}

interface Package {
	readonly directory: string;
	/** What it is when it is imported by its name. */
	readonly file: string | undefined;
	readonly name: string | undefined;
}

/** The packages that files of the project belong to. */
class Packages {
	readonly #host: Snapshot;
	readonly #around = new Map<string, Package | undefined>();

	constructor(host: Snapshot) {
		this.#host = host;
	}

	/** That of the nearest directory upwards that has a package.json. */
	around(directory: string): Package | undefined {
		if (!this.#around.has(directory)) this.#around.set(directory, this.#find(directory));
		return this.#around.get(directory);
	}

	#find(directory: string): Package | undefined {
		const manifest = path.join(directory, 'package.json');
		const parent = path.dirname(directory);
		if (this.#host.stamp(manifest) === undefined) return parent === directory ? undefined : this.around(parent);
		const entry = packageEntry(this.#host, directory);
		return {
			directory,
			file: entry === undefined ? undefined : this.#host.real(entry),
			name: stringAt(this.#host.json(manifest), 'name'),
		};
	}
}

/** Relative to the working directory, with forward slashes. */
export function displayPath(file: string, directory: string): string {
	return path.relative(directory, file).split(path.sep).join('/');
}
