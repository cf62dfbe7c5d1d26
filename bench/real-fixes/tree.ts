import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Blob, Clone } from './clone.ts';

/** Files that are larger are not read by the plugin either. */
const largest = 1_000_000;
/** Bytes that are asked of git at a time. */
const handful = 32_000_000;

/**
 * Sources, and what tells of a project, its runner, its database or its interface; a name that begins with a dot is a setting. No
 * configuration of ESLint, which would be run.
 */
const isNeeded = ({ path, size }: Blob): boolean =>
	size <= largest &&
	!/(?:^|\/)(?:node_modules\/|eslint\.config\.|\.eslintrc)/u.test(path) &&
	/\.(?:[cm]?[jt]sx?|g[jt]s|json[5c]?|ya?ml|toml|sql|prisma|graphql|gql|opts)$|(?:^|\/)\.[^/]*$/u.test(path);

/** What is laid out: the text that each file has, as git names it. */
interface Manifest {
	readonly revision: string;
	readonly objects: Readonly<Record<string, string>>;
}

/**
 * The files of one repository on disk, of one revision after the other, so that only what differs is written. The folder is named by the
 * revision: what a process remembers of a path stays true.
 */
export class Tree {
	readonly #clone: Clone;
	readonly #folder: string;
	readonly #manifestFile: string;

	constructor(clone: Clone, folder: string) {
		this.#clone = clone;
		this.#folder = folder;
		this.#manifestFile = join(folder, 'manifest.json');
	}

	/** The folder that holds the revision. */
	layOut(revision: string): string {
		const directory = join(this.#folder, revision);
		const old = this.#manifest();
		if (old?.revision === revision) return directory;
		const blobs = this.#clone.blobs(revision).filter(isNeeded);
		const objects = Object.fromEntries(blobs.map(({ path, object }) => [path, object]));
		this.#startFrom(old, directory);
		for (const path of Object.keys(old?.objects ?? {}))
			if (!Object.hasOwn(objects, path)) rmSync(join(directory, path), { force: true });
		this.#write(
			directory,
			blobs.filter(({ path, object }) => old?.objects[path] !== object),
		);
		writeFileSync(this.#manifestFile, JSON.stringify({ revision, objects } satisfies Manifest));
		return directory;
	}

	/** Whoever is interrupted after this begins with an empty folder the next time. */
	#startFrom(old: Manifest | undefined, directory: string): void {
		rmSync(this.#manifestFile, { force: true });
		if (old === undefined) {
			rmSync(this.#folder, { recursive: true, force: true });
			// The mark by which tools know the root of a repository.
			mkdirSync(join(directory, '.git'), { recursive: true });
		} else {
			renameSync(join(this.#folder, old.revision), directory);
		}
	}

	#write(directory: string, blobs: readonly Blob[]): void {
		for (const some of handfuls(blobs)) {
			const contents = this.#clone.contents(some);
			for (const [index, { path }] of some.entries()) {
				const file = join(directory, path);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, contents[index] ?? '');
			}
		}
	}

	#manifest(): Manifest | undefined {
		try {
			const manifest: unknown = JSON.parse(readFileSync(this.#manifestFile, 'utf8'));
			return isManifest(manifest) ? manifest : undefined;
		} catch {
			return undefined;
		}
	}
}

function isManifest(value: unknown): value is Manifest {
	return typeof value === 'object' && value !== null && 'revision' in value && 'objects' in value;
}

function handfuls(blobs: readonly Blob[]): Blob[][] {
	const all: Blob[][] = [];
	let room = 0;
	for (const blob of blobs) {
		if (room < blob.size) {
			all.push([]);
			room = handful;
		}
		all.at(-1)?.push(blob);
		room -= blob.size;
	}
	return all;
}
