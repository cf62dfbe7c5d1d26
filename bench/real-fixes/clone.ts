import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file as git knows it: two with the same `object` have the same text. */
export interface Blob {
	readonly path: string;
	readonly object: string;
	readonly size: number;
}

/** A clone that may lack a work tree, and objects. */
export class Clone {
	readonly #gitDirectory: string;

	private constructor(gitDirectory: string) {
		this.#gitDirectory = gitDirectory;
	}

	/** The clone of `owner/name` in a folder of clones, however they are laid out there. */
	static of(repository: string, folder: string): Clone | undefined {
		const joined = repository.replace('/', '+');
		const places = [`${joined}/repo`, joined, repository].flatMap(place => [join(folder, place, '.git'), join(folder, place)]);
		const found = places.find(place => existsSync(join(place, 'HEAD')) && existsSync(join(place, 'objects')));
		return found === undefined ? undefined : new Clone(found);
	}

	/** The commit that the clone stands at. */
	newest(): string {
		return this.#git(['rev-parse', 'HEAD']).toString('utf8').trim();
	}

	/** Every file of a revision whose text the clone has. */
	blobs(revision: string): Blob[] {
		return this.#git(['ls-tree', '-r', '-l', '-z', revision])
			.toString('utf8')
			.split('\0')
			.flatMap(line => {
				const [, mode, object, size, path] = /^(\d+) blob ([\da-f]+) +(\d+)\t(.*)$/su.exec(line) ?? [];
				// A link is neither followed nor laid out.
				if (object === undefined || size === undefined || path === undefined || mode === '120000') return [];
				return [{ path, object, size: Number(size) }];
			});
	}

	/** The texts of `blobs`, in their order; a handful at a time, for they are all in memory. */
	contents(blobs: readonly Blob[]): Buffer[] {
		const output = this.#git(['cat-file', '--batch'], blobs.map(({ object }) => `${object}\n`).join(''));
		let at = 0;
		return blobs.map(({ size }) => {
			const start = output.indexOf('\n', at) + 1;
			at = start + size + 1;
			return output.subarray(start, start + size);
		});
	}

	#git(args: readonly string[], input = ''): Buffer {
		const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
		const { status, stdout, stderr, error } = spawnSync('git', [`--git-dir=${this.#gitDirectory}`, ...args], {
			input,
			env,
			maxBuffer: 2 ** 30,
		});
		if (error !== undefined) throw error;
		if (status !== 0) throw new Error(`git ${args.join(' ')} in ${this.#gitDirectory}: ${stderr.toString('utf8').trim()}`);
		return stdout;
	}
}
