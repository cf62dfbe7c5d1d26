import { type ConfigFileRow, configFiles } from './knowledge/config-files.ts';

export { packageFolders } from './knowledge/package-folders.ts';

/** Where tests live by convention: the one list behind the presets' `files` and the command's search. */
const extensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'] as const;
const folders = ['test', 'tests', '__tests__', 'spec', 'specs', 'e2e', 'cypress', 'step_definitions', 'step-definitions'] as const;
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

/** A test in each place where tests lie by convention, in JavaScript and in TypeScript, for whoever asks about tests that are not at hand. */
export const examplePaths: readonly string[] = ['', ...folders.map(folder => `${folder}/`)].flatMap(folder => [
	`${folder}any.test.js`,
	`${folder}any.test.ts`,
]);

/** Configuration of the runners: `jest.config.js`, and with a word of the project's own `jest.unit.config.js` or `jest.config.unit.js`. */
export const configGlobs: readonly string[] = configFiles
	.flatMap(({ stems }) => stems)
	.map(stem => {
		const [, base, end] = /^(.+)(\.conf(?:ig)?)$/u.exec(stem) ?? [];
		return base === undefined ? `**/${stem}.${braces(extensions)}` : `**/${base}{,.*,-*}${end}{,.*}.${braces(extensions)}`;
	});

/** Workflows of continuous integration services. */
export const workflowGlobs: readonly string[] = ['**/.github/workflows/*.{yml,yaml}', '**/*.gitlab-ci.{yml,yaml}'];

const workflowPath = /(?:^|[/\\])\.github[/\\]workflows[/\\][^/\\]+\.ya?ml$|\.gitlab-ci\.ya?ml$/u;
export const isWorkflowPath = (path: string): boolean => workflowPath.test(path);

export const materialGlobs: readonly string[] = [`**/${braces(materials)}/**`, `**/*.d.{ts,mts,cts}`, `**/*.test-d.{ts,mts,cts,tsx}`];

const sourceName = new RegExp(`\\.(?:${extensions.join('|')})$`, 'u');
const testName = new RegExp(`(?:^test|[._-](?:${marks.join('|')}))\\.(?:${extensions.join('|')})$`, 'u');
const configNames = configFiles.map(row => ({
	row,
	name: new RegExp(`(?:^|[/\\\\])(?:${row.stems.map(configPattern).join('|')})\\.(?:${extensions.join('|')})$`, 'u'),
}));
/** Declarations, and tests of types, which compilers check and nobody runs (tsd, Vitest). */
const declarationName = /\.(?:d|test-d)\.[cm]?tsx?$/u;

const includes = (names: readonly string[], name: string): boolean => names.includes(name);

function configPattern(stem: string): string {
	const [, base, end] = /^(.+)(\.conf(?:ig)?)$/u.exec(stem) ?? [];
	return base === undefined || end === undefined ? stem.replaceAll('.', '\\.') : `${base}(?:[.-][\\w.-]+)?\\${end}(?:\\.[\\w.-]+)?`;
}

export const isSource = (path: string): boolean => sourceName.test(path);

/** Whether the name alone says that it is a test, and not something that tests use. */
export const isTestName = (path: string): boolean => testName.test(path.slice(path.lastIndexOf('/') + 1));

/** What is known of the runner whose configuration a file is, by the file's name. */
export const configRowOf = (path: string): ConfigFileRow | undefined => configNames.find(({ name }) => name.test(path))?.row;

/** Whether the globs of tests pick `path`, which is relative to the root of its package and has forward slashes. */
export function isTestPath(path: string): boolean {
	const directories = path.split('/');
	const name = directories.pop() ?? '';
	if (!sourceName.test(name) || declarationName.test(name) || directories.some(directory => includes(materials, directory))) return false;
	return isTestName(name) || directories.some(directory => includes(folders, directory));
}
