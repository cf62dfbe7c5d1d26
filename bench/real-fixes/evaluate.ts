import { join } from 'node:path';
import { Progress } from '../../src/cli/progress.ts';
import type { Screen } from '../../src/cli/terminal.ts';
import { Clone } from './clone.ts';
import { FileLinter } from './file-linter.ts';
import type { LintedFile } from './linted-file.ts';
import type { Options } from './options.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Place, Row } from './row.ts';
import { Store } from './store.ts';
import { Tree } from './tree.ts';

/** Lints every row's file before its fix and, where the cause was found, after it, each in the project as it was then. */
export async function evaluate(rows: readonly Row[], { repositories, cache, fresh }: Options, screen: Screen): Promise<Outcome[]> {
	const linter = new FileLinter();
	const progress = new Progress(screen, rows.length, 'linting real fixes');
	const store = new Store(join(cache, 'results'), fresh);
	const outcomes: Outcome[] = [];
	try {
		for (const repository of new Set(rows.map(row => row.repository))) {
			const own = rows.filter(row => row.repository === repository);
			const clone = Clone.of(repository, repositories);
			if (clone === undefined) {
				screen.write(`${repository} is not there: ${own.length} rows are left out\n`);
				continue;
			}
			const tree = new Tree(clone, join(cache, 'trees', repository.replace('/', '+')));
			for (const row of own) {
				progress.report(outcomes.length, `${repository} ${row.before.path}`);
				const read = (place: Place): Promise<LintedFile> => lintedAt(repository, place, { tree, store, linter });
				const before = outcomeOf(row, await read(row.before), undefined);
				// What the fix silenced is asked only where there was something to silence.
				outcomes.push(before.isHit && row.after !== undefined ? outcomeOf(row, before.before, await read(row.after)) : before);
			}
		}
	} finally {
		progress.end();
		linter.close();
	}
	return outcomes;
}

interface Means {
	readonly tree: Tree;
	readonly store: Store;
	readonly linter: FileLinter;
}

async function lintedAt(repository: string, { revision, path }: Place, { tree, store, linter }: Means): Promise<LintedFile> {
	const key = `${repository} ${revision} ${path}`;
	const known = store.get(key);
	if (known !== undefined) return known;
	const directory = tree.layOut(revision);
	const linted = await linter.lint({ directory, path }).catch(broken);
	store.put(key, linted);
	return linted;
}

const broken = (error: unknown): LintedFile => ({
	lines: 0,
	all: [],
	recommended: [],
	seconds: { parser: 0, recommended: 0, all: 0 },
	crashes: [String(error)],
	unreadable: undefined,
});
