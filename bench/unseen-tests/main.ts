import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Progress } from '../../src/cli/progress.ts';
import { isTestName } from '../../src/test-globs.ts';
import { newestOf, repositoriesIn } from '../clones.ts';
import { optionsOrEnd } from '../options-or-end.ts';
import { shuffled } from '../triage/random.ts';
import { type Options, readOptions, usage } from './options.ts';
import { type Reading, readingOf } from './reading.ts';

/** With fewer files than this whose name alone says that they are tests, whatever lies in a folder of tests is drawn from too. */
const fewNames = 5;

function* readingsIn(repository: string, { repositories, cache, seed, files }: Options): Generator<{ path: string; reading: Reading }> {
	const newest = newestOf(repository, repositories, cache);
	if (newest === undefined) return;
	const named = newest.tests.filter(isTestName);
	const drawn = shuffled(named.length < fewNames ? newest.tests : named, seed, path => `${repository} ${path}`).slice(0, files);
	for (const path of drawn)
		yield { path, reading: readingOf(readFileSync(join(newest.directory, path), 'utf8'), path, newest.directory) };
}

const options = optionsOrEnd(readOptions, usage);
const names = repositoriesIn(options.repositories);
const progress = new Progress(process.stderr, names.length, 'reading repositories');
const counts: Record<Reading, number> = { tests: 0, around: 0, unseen: 0, silent: 0, unreadable: 0 };
for (const [index, repository] of names.entries()) {
	progress.report(index, repository);
	for (const { path, reading } of readingsIn(repository, options)) {
		counts[reading] += 1;
		if (options.list && (reading === 'unseen' || reading === 'silent' || reading === 'unreadable'))
			process.stdout.write(`${reading}  ${repository}  ${path}\n`);
	}
}
progress.end();
const { tests, around, unseen, silent, unreadable } = counts;
process.stdout.write(
	`${tests + around + unseen + silent + unreadable} files in ${names.length} repositories: tests are seen in ${tests}, only what stands around tests in ${around};\nnone in ${unseen} that assert something and ${silent} that assert nothing; ${unreadable} cannot be parsed\n`,
);
