import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';

export interface Options {
	/** The folder of clones. */
	readonly repositories: string;
	readonly cache: string;
	readonly seed: string;
	/** Test files of each repository that are read. */
	readonly files: number;
	/** Tell of each file in which no test is seen. */
	readonly list: boolean;
}

export const usage = `npm run unseen -- --repos DIR [options]

Counts the files called like tests in which something is asserted and no test is seen, so that no rule says anything there. DIR holds
git clones as owner+name/repo, owner+name or owner/name; they need no work tree.

  --files N      test files of each repository, at random (default: 15)
  --seed SEED    of what is drawn (default: one)
  --list         tell of each such file
  --cache DIR    keep trees here (default: the user's cache folder)
`;

export function readOptions(args: readonly string[]): Options {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args: [...args],
		options: { repos: text, seed: text, files: text, cache: text, list: { type: 'boolean' } },
	});
	if (values.repos === undefined) throw new TypeError('--repos is missing');
	const files = Number(values.files ?? '15');
	if (!Number.isInteger(files) || files < 1) throw new RangeError(`--files: ${values.files} is no whole number above zero`);
	return {
		repositories: resolve(values.repos),
		cache: resolve(values.cache ?? join(cacheFolder, 'unseen-tests')),
		seed: values.seed ?? 'one',
		files,
		list: values.list ?? false,
	};
}
