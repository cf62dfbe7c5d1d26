import type { ModuleFacts } from '../syntax/facts.ts';
import { type Host, disk } from './host.ts';
import { parseFacts } from './parse.ts';

/** How much source text the facts in memory may stand for, in UTF-16 code units; what was used longest ago goes first. */
const maxKept = 64_000_000;

const passesOn = /\bexport\s*\*|\bexport\s*=|\bexports\b/u;

interface Entry {
	readonly stamp: string;
	readonly size: number;
	readonly facts: ModuleFacts | undefined;
}

/**
 * Facts by file, valid for as long as the file's stamp stays the same: an entry is a function of the file's content, so it cannot
 * carry anything from one linted file to another.
 */
export class ModuleCache {
	readonly #host: Host;
	readonly #entries = new Map<string, Entry>();
	#kept = 0;

	constructor(host: Host) {
		this.#host = host;
	}

	facts(file: string): ModuleFacts | undefined {
		const stamp = this.#host.stamp(file);
		const known = this.#entries.get(file);
		if (known !== undefined) this.#drop(file, known);
		if (stamp === undefined) return undefined;

		const entry = known?.stamp === stamp ? known : this.#read(file, stamp);
		this.#entries.set(file, entry);
		this.#kept += entry.size;
		this.#trim();
		return entry.facts;
	}

	/** By its text, where it was not read yet: a module that passes on all that another exports may export any name. */
	mayExport(file: string, name: string): boolean {
		const known = this.#entries.get(file);
		if (known?.facts !== undefined && known.stamp === this.#host.stamp(file)) return known.facts.starExports.length > 0 || known.facts.exports.some(each => each.name === name || each.name === 'export=');
		const text = this.#host.read(file);
		return text !== undefined && (text.includes(name) || passesOn.test(text));
	}

	#read(file: string, stamp: string): Entry {
		const text = this.#host.read(file);
		return { stamp, size: text?.length ?? 0, facts: text === undefined ? undefined : parseFacts(file, text) };
	}

	#drop(file: string, entry: Entry): void {
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

const caches = new WeakMap<Host, ModuleCache>([[disk, new ModuleCache(disk)]]);

export function cacheOf(host: Host): ModuleCache {
	const known = caches.get(host) ?? new ModuleCache(host);
	caches.set(host, known);
	return known;
}
