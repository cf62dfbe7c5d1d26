import { type Stats, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';

import { resolveOnDisk } from './resolve-on-disk.ts';

/**
 * The file system as the project reads it: the one seam through which anything outside the linted file comes in. Patterns of names have
 * no flags: their sources say all.
 */
export interface Host {
	/** What is kept from one linted file to the next is kept by this. */
	readonly identity: object;
	/** Undefined where there is no such file, or it cannot be read as UTF-8 text of at most `maxBytes`. */
	read(file: string): string | undefined;
	/** Changes when the file's content may have changed; undefined where there is no such file. */
	stamp(file: string): string | undefined;
	/** Names in a directory that match `only`, all without it, sorted; empty where it cannot be read. */
	entries(directory: string, only?: RegExp): readonly string[];
	/** Changes when a name in the directory that matches `only` comes or goes; undefined where there is no such directory. */
	directoryStamp(directory: string, only?: RegExp): string | undefined;
	/** The absolute file that a specifier leads to, symbolic links resolved; undefined where it leads nowhere. */
	resolve(source: string, from: string): string | undefined;
	real(file: string): string;
}

/** Larger files are bundles or data: they are not read. */
const maxBytes = 1_000_000;

/** Undefined too for what would stand below a file, where Node.js throws. */
function statsOf(place: string): Stats | undefined {
	try {
		return statSync(place, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

/** The names that match, all where nothing is asked of them. */
export function matching(names: readonly string[], only: RegExp | undefined): readonly string[] {
	return only === undefined ? names : names.filter(name => only.test(name));
}

export const disk: Host = {
	identity: {},
	read(file) {
		try {
			if ((statsOf(file)?.size ?? Infinity) > maxBytes) return undefined;
			return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
		} catch {
			return undefined;
		}
	},
	stamp(file) {
		const stats = statsOf(file);
		return stats?.isFile() === true ? `${stats.mtimeMs}:${stats.size}` : undefined;
	},
	entries(directory, only) {
		try {
			return matching(readdirSync(directory).sort(), only);
		} catch {
			return [];
		}
	},
	directoryStamp(directory) {
		const stats = statsOf(directory);
		return stats?.isDirectory() === true ? String(stats.mtimeMs) : undefined;
	},
	resolve: resolveOnDisk,
	real(file) {
		try {
			return realpathSync.native(file);
		} catch {
			return file;
		}
	},
};
