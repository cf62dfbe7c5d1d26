import { lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { digest } from './evidence.ts';

/** Those of other builds of the plugin stand beside the folder in use, maybe among folders of somebody else: the name says whose they are. */
const buildFolder = /^deflake-results-[\w-]{22}$/;

/**
 * Texts by name in a folder of one build of the plugin. Whatever goes wrong with the disk is as if there were no cache: what cannot be
 * read is not there, what cannot be written is left out.
 */
export class CacheFolder {
	readonly #root: string;
	readonly #folder: string;

	/** `root` is the cache's own folder; `build` tells one build of the plugin from another. */
	constructor(root: string, build: string) {
		this.#root = root;
		this.#folder = path.join(root, `deflake-results-${digest(build).slice(0, 22)}`);
	}

	read(name: string): string | undefined {
		try {
			return readFileSync(this.#fileOf(name), 'utf8');
		} catch {
			return undefined;
		}
	}

	/** Another process, or thread, sees the old text or the new one, and never a part. */
	write(name: string, text: string): void {
		const file = this.#fileOf(name);
		const draft = `${file}.${process.pid}.${threadId}`;
		attempt(() => {
			if (mkdirSync(this.#folder, { recursive: true }) !== undefined) this.#dropOthers();
			if (leadsAway(this.#root, this.#folder)) return;
			if (
				!attempt(() => {
					writeFileSync(draft, text);
					renameSync(draft, file);
				})
			)
				rmSync(draft, { force: true });
		});
	}

	/** What other builds found is not asked for again. */
	#dropOthers(): void {
		const others = readdirSync(this.#root).filter(name => buildFolder.test(name) && path.join(this.#root, name) !== this.#folder);
		for (const name of others) rmSync(path.join(this.#root, name), { recursive: true, force: true });
	}

	/** Names are digested, so that none leads out of the folder. */
	#fileOf(name: string): string {
		return path.join(this.#folder, `${digest(name)}.json`);
	}
}

/** Of a file of any size; empty where it cannot be read. */
export function contentDigest(file: string): string {
	try {
		return digest(readFileSync(file, 'utf8'));
	} catch {
		return '';
	}
}

/** Whether the disk let it be done. */
function attempt(act: () => void): boolean {
	try {
		act();
		return true;
	} catch {
		return false;
	}
}

/** Whether a folder inside the cache is a link to some other place: nothing is written outside the cache. */
function leadsAway(root: string, folder: string): boolean {
	return lstatSync(folder).isSymbolicLink() || realpathSync(folder) !== path.join(realpathSync(root), path.basename(folder));
}
