import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';

/** What is drawn, and from where. */
export interface Drawing {
	/** The folder of clones. */
	readonly repositories: string;
	readonly cache: string;
	readonly seed: string;
	/** Findings that are drawn. */
	readonly draw: number;
	/** Test files of each repository that are linted. */
	readonly files: number;
}

/** A list to count the verdicts of, or a drawing. */
export type Options = { readonly figures: string } | Drawing;

export const usage = `npm run triage -- --repos DIR --seed SEED [options]
npm run triage -- --figures LIST

Draws findings of the preset recommended at random from the newest trees of git clones, one line of JSON each, for a person to judge;
or counts the verdicts in a judged list. DIR holds the clones as owner+name/repo, owner+name or owner/name; they need no work tree.

  --draw N       findings (default: 200), at most a tenth of them from one repository
  --files N      test files of each repository, at random too (default: 50)
  --cache DIR    keep trees here (default: the user's cache folder)
`;

export function readOptions(args: readonly string[]): Options {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args: [...args],
		options: { repos: text, seed: text, draw: text, files: text, cache: text, figures: text },
	});
	if (values.figures !== undefined) return { figures: values.figures };
	if (values.repos === undefined) throw new TypeError('--repos is missing');
	if (values.seed === undefined) throw new TypeError('--seed is missing');
	return {
		repositories: resolve(values.repos),
		cache: resolve(values.cache ?? join(cacheFolder, 'triage')),
		seed: values.seed,
		draw: countOf('--draw', values.draw ?? '200'),
		files: countOf('--files', values.files ?? '50'),
	};
}

function countOf(option: string, text: string): number {
	const count = Number(text);
	if (!Number.isInteger(count) || count < 1) throw new RangeError(`${option}: ${text} is no whole number above zero`);
	return count;
}
