import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { configRowOf, isSource, isTestName, isTestPath, isWorkflowPath, packageFolders } from '../test-globs.ts';
import { UsageError } from './usage-error.ts';

/** What a package builds or collects beside its package.json: copies of the tests, if any. */
const outputs: readonly string[] = ['dist', 'build', 'out', 'coverage'];

export interface FoundTest {
	/** Absolute. */
	readonly file: string;
	/** It was named, or its name says so; otherwise it only lies where tests lie, and may be anything they use. */
	readonly certain: boolean;
	/** It was named itself, and not found in a folder or by a pattern. */
	readonly named?: true;
}

/** The files to lint, sorted: every named file, and the tests, configurations of runners and workflows in every named folder. */
export function findTests(paths: readonly string[], cwd: string): FoundTest[] {
	const found = new Map<string, FoundTest>();
	for (const path of paths)
		for (const test of testsAt(path, cwd))
			found.set(test.file, { ...found.get(test.file), ...test, certain: test.certain || found.get(test.file)?.certain === true });
	return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function testsAt(path: string, cwd: string): FoundTest[] {
	const absolute = resolve(cwd, path);
	const stats = statSync(absolute, { throwIfNoEntry: false });
	if (!stats && isDynamicPattern(path)) return testsMatching(path, cwd);
	if (!stats) throw new UsageError(`there is no file or folder '${path}'`);
	if (stats.isDirectory()) {
		const files = testsBelow(absolute, packageRoot(absolute));
		if (files.length === 0) throw new UsageError(`there are no tests in '${path}'`);
		return files.map(file => ({ file, certain: isTestName(slashed(file)) }));
	}
	if (!isSource(absolute) && !isWorkflowPath(slashed(absolute)))
		throw new UsageError(`'${path}' is no JavaScript or TypeScript file, and no workflow`);
	return [{ file: absolute, certain: true, named: true }];
}

/** A pattern that no shell has expanded: it picks what a shell would, packages and hidden folders left out. */
function testsMatching(pattern: string, cwd: string): FoundTest[] {
	const places = globSync(pattern, {
		cwd,
		absolute: true,
		onlyFiles: false,
		expandDirectories: false,
		followSymbolicLinks: false,
		ignore: packageFolders.map(folder => `**/${folder}/**`),
	});
	const files = places.flatMap(place => {
		if (place.endsWith('/')) return testsBelow(resolve(place), packageRoot(place));
		return isSource(place) || isWorkflowPath(place) ? [resolve(place)] : [];
	});
	if (files.length === 0) throw new UsageError(`there are no tests that match '${pattern}'`);
	return files.map(file => ({ file, certain: isTestName(slashed(file)) }));
}

export const slashed = (path: string): string => path.split(sep).join('/');

/** Conventions about folders hold from here down: a package may itself lie in a folder called `test`. */
function packageRoot(directory: string): string {
	for (let at = directory; ; at = dirname(at)) {
		if (existsSync(join(at, 'package.json'))) return at;
		if (at === dirname(at)) return directory;
	}
}

/** Links to folders are not followed, so that no file is found twice and no ring goes on for ever. */
function testsBelow(directory: string, root: string): string[] {
	const entries = readdirSync(directory, { withFileTypes: true });
	const isPackage = entries.some(({ name }) => name === 'package.json');
	return entries.flatMap(entry => {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) return isSearched(entry, isPackage) ? testsBelow(path, root) : [];
		return entry.isFile() &&
			(isTestPath(slashed(relative(root, path))) || configRowOf(entry.name) !== undefined || isWorkflowPath(slashed(path)))
			? [path]
			: [];
	});
}

const isSearched = ({ name }: Dirent, inPackage: boolean): boolean =>
	!packageFolders.includes(name) && (!name.startsWith('.') || name === '.github') && !(inPackage && outputs.includes(name));

/** The nearest folder that holds all files and the working directory: ESLint reads nothing outside of its own. */
export function baseOf(tests: readonly FoundTest[], cwd: string): string {
	let base = cwd;
	for (const { file } of tests) while (!file.startsWith(base.endsWith(sep) ? base : base + sep)) base = dirname(base);
	return base;
}
