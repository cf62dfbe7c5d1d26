import type { ModuleFacts } from '../syntax/facts.ts';
import type { Host } from './host.ts';
import { parseFacts } from './parse.ts';

/** How much source text what is in memory may stand for, in UTF-16 code units; what was used longest ago goes first. */
const maxKept = 64_000_000;

const passesOn = /\bexport\s*\*|\bexport\s*=|\bexports\b/u;

/** A file as it was when it had the stamp. */
export class ModuleEntry {
	readonly stamp: string;
	readonly size: number;
	readonly #file: string;
	#text: string | undefined;
	readonly #named = new Map<string, boolean>();
	#passesOn: boolean | undefined;
	#facts: ModuleFacts | undefined;
	#isParsed = false;

	constructor(file: string, stamp: string, text: string | undefined) {
		this.#file = file;
		this.stamp = stamp;
		this.#text = text;
		this.size = text?.length ?? 0;
	}

	get facts(): ModuleFacts | undefined {
		if (!this.#isParsed && this.#text !== undefined) this.#facts = parseFacts(this.#file, this.#text);
		if (this.#facts !== undefined) this.#text = undefined;
		this.#isParsed = true;
		return this.#facts;
	}

	/** By its text, where it was not parsed yet: a module that passes on all that another exports may export any name. */
	mayExport(name: string): boolean {
		if (this.#facts !== undefined)
			return this.#facts.starExports.length > 0 || this.#facts.exports.some(each => each.name === name || each.name === 'export=');
		if (this.#text === undefined) return false;
		const isNamed = this.#named.get(name) ?? this.#text.includes(name);
		this.#named.set(name, isNamed);
		return isNamed || (this.#passesOn ??= passesOn.test(this.#text));
	}
}

/**
 * What files say, valid for as long as the file's stamp stays the same: an entry is a function of the file's content, so it cannot
 * carry anything from one linted file to another.
 */
export class ModuleCache {
	readonly #entries = new Map<string, ModuleEntry>();
	#kept = 0;

	/** Undefined where there is no such file. */
	entry(host: Host, file: string): ModuleEntry | undefined {
		const stamp = host.stamp(file);
		const known = this.#entries.get(file);
		if (known !== undefined) this.#drop(file, known);
		if (stamp === undefined) return undefined;

		const entry = known?.stamp === stamp ? known : new ModuleEntry(file, stamp, host.read(file));
		this.#entries.set(file, entry);
		this.#kept += entry.size;
		this.#trim();
		return entry;
	}

	#drop(file: string, entry: ModuleEntry): void {
		this.#entries.delete(file);
		this.#kept -= entry.size;
	}

	#trim(): void {
		for (const [file, entry] of this.#entries) {
			if (this.#kept <= maxKept) return;
			this.#drop(file, entry);
		}
	}
}

const caches = new WeakMap<object, ModuleCache>();

export function cacheOf({ identity }: Host): ModuleCache {
	const known = caches.get(identity) ?? new ModuleCache();
	caches.set(identity, known);
	return known;
}
