/** Where tests live by convention: the one list behind the presets' `files` and the command's search. */
const extensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'] as const;
const folders = ['test', 'tests', '__tests__', 'spec', 'specs', 'e2e', 'cypress'] as const;
const marks = ['test', 'tests', 'spec', 'e2e', 'cy'] as const;
/** Material that tests read and no runner runs. */
const materials = ['fixtures', '__fixtures__', '__mocks__', '__snapshots__'] as const;

const braces = (names: readonly string[]): string => `{${names.join(',')}}`;

/** Every kind of file that the rules can read. */
export const sourceGlobs: readonly string[] = [`**/*.${braces(extensions)}`];

/** `a.test.ts`, `a-spec.js`, `a_test.ts` (Deno), `test.js` (node:test), and whatever lies in a folder of tests. */
export const testGlobs: readonly string[] = [
	`**/*{.,-,_}${braces(marks)}.${braces(extensions)}`,
	`**/test.${braces(extensions)}`,
	`**/${braces(folders)}/**/*.${braces(extensions)}`,
];

export const materialGlobs: readonly string[] = [`**/${braces(materials)}/**`, `**/*.d.{ts,mts,cts}`];

const sourceName = new RegExp(`\\.(?:${extensions.join('|')})$`, 'u');
const testName = new RegExp(`(?:^test|[._-](?:${marks.join('|')}))\\.(?:${extensions.join('|')})$`, 'u');
const declarationName = /\.d\.[cm]?ts$/u;

const includes = (names: readonly string[], name: string): boolean => names.includes(name);

export const isSource = (path: string): boolean => sourceName.test(path);

/** Whether the name alone says that it is a test, and not something that tests use. */
export const isTestName = (path: string): boolean => testName.test(path.slice(path.lastIndexOf('/') + 1));

/** Whether the globs above pick `path`, which is relative to the root of its package and has forward slashes. */
export function isTestPath(path: string): boolean {
	const directories = path.split('/');
	const name = directories.pop() ?? '';
	if (!sourceName.test(name) || declarationName.test(name) || directories.some(directory => includes(materials, directory))) return false;
	return isTestName(name) || directories.some(directory => includes(folders, directory));
}
