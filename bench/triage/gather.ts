import { relative, sep } from 'node:path';
import { Progress } from '../../src/cli/progress.ts';
import type { Screen } from '../../src/cli/terminal.ts';
import { newestOf, repositoriesIn } from '../clones.ts';
import { handful, said } from './command.ts';
import type { Finding } from './finding.ts';
import type { Drawing } from './options.ts';
import { shuffled } from './random.ts';

/** What is found in some test files of each repository, as it is today. */
export async function gather(drawing: Drawing, screen: Screen): Promise<Finding[]> {
	const names = repositoriesIn(drawing.repositories);
	const progress = new Progress(screen, names.length, 'linting repositories');
	const findings: Finding[] = [];
	for (const [index, repository] of names.entries()) {
		progress.report(index, repository);
		findings.push(...(await gatherFrom(repository, drawing, screen)));
	}
	progress.end();
	return findings;
}

async function gatherFrom(repository: string, { repositories, cache, seed, files }: Drawing, screen: Screen): Promise<Finding[]> {
	const newest = newestOf(repository, repositories, cache);
	if (newest === undefined) return [];
	const { commit, directory, tests } = newest;
	const chosen = shuffled(tests, seed, path => `${repository} ${path}`).slice(0, files);
	const found = await foundIn(directory, chosen, problem => screen.write(`${repository}: ${problem}\n`));
	screen.write(`${repository}: ${found.length} findings in ${chosen.length} of ${tests.length} files\n`);
	return found.map(finding => ({ repository, commit, ...finding }));
}

type Place = Omit<Finding, 'repository' | 'commit'>;

async function foundIn(directory: string, paths: readonly string[], tell: (problem: string) => void): Promise<Place[]> {
	const found: Place[] = [];
	for (let start = 0; start < paths.length; start += handful) {
		const some = paths.slice(start, start + handful);
		try {
			const all = await said(directory, some);
			found.push(
				...all.map(({ file, line, rule, message }) => ({
					path: relative(directory, file).split(sep).join('/'),
					line,
					rule,
					message,
				})),
			);
		} catch (error) {
			tell(`left out: ${some.join(', ')}: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
		}
	}
	return found;
}
