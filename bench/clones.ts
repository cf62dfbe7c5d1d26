import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTestPath } from '../src/test-globs.ts';
import { Clone } from './real-fixes/clone.ts';
import { Tree } from './real-fixes/tree.ts';

/** A repository as its clone stands. */
export interface Repository {
	readonly commit: string;
	/** Where its files are laid out. */
	readonly directory: string;
	/** Its test files, relative to the folder, with forward slashes. */
	readonly tests: readonly string[];
}

/** `owner/name` of every clone, however they are laid out. */
export function repositoriesIn(folder: string): string[] {
	const names = readdirSync(folder)
		.sort()
		.flatMap(name => (name.includes('+') ? [name.replace('+', '/')] : below(folder, name)));
	return names.filter(name => Clone.of(name, folder) !== undefined);
}

/** Lays out the commit that the clone of `owner/name` stands at; undefined where there is no such clone. */
export function newestOf(repository: string, clones: string, cache: string): Repository | undefined {
	const clone = Clone.of(repository, clones);
	if (clone === undefined) return undefined;
	const commit = clone.newest();
	const directory = new Tree(clone, join(cache, 'trees', repository.replace('/', '+'))).layOut(commit);
	const tests = clone
		.blobs(commit)
		.map(({ path }) => path)
		.filter(path => isTestPath(path) && !path.includes('node_modules/') && existsSync(join(directory, path)));
	return { commit, directory, tests };
}

function below(folder: string, owner: string): string[] {
	try {
		return readdirSync(join(folder, owner))
			.sort()
			.map(name => `${owner}/${name}`);
	} catch {
		return [];
	}
}
