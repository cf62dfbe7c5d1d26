/** The configuration files that are linted themselves: what in them makes tests run one after another, and what bounds the browsers that run at once. */
export interface ConfigFileRow {
	readonly name: string;
	/** Names without extension; `*.config` also stands for `*.ci.config` and `*.config.ci`. */
	readonly stems: readonly string[];
	/** The export that holds the configuration; its default export without it. */
	readonly section?: string;
	/** Settings that make what could run at once run one after another: dotted paths, `*` is every element of a list. */
	readonly serial: readonly { readonly at: string; readonly is: string | number | boolean }[];
	readonly browsers?: BrowserRow;
}

/** How a runner opens browsers, and what bounds them. */
export interface BrowserRow {
	readonly see: `https://${string}`;
	/** All of these hold, or the file is not about browsers that run at once. */
	readonly when: readonly BrowserCondition[];
	/** Settings that bound the browsers; one of them is enough. With `*`, every element of the list has to have it. */
	readonly bounds: readonly string[];
	/** The object that a bound belongs to: empty for the configuration itself. */
	readonly home: string;
	/** The bound as it is written there; undefined where there is nothing to report by default. */
	readonly insert: string | undefined;
}

export type BrowserCondition = { readonly at: string } & (
	| { readonly is: boolean }
	| { readonly isNot: boolean }
	| { readonly matches: RegExp }
	/** A list of at least so many elements. */
	| { readonly atLeast: number }
);

/** https://vitest.dev/config/ */
const vitestSerial = [
	{ at: 'fileParallelism', is: false },
	{ at: 'browser.fileParallelism', is: false },
	{ at: 'maxWorkers', is: 1 },
	{ at: 'maxConcurrency', is: 1 },
	{ at: 'singleThread', is: true },
	{ at: 'poolOptions.threads.singleThread', is: true },
	{ at: 'poolOptions.vmThreads.singleThread', is: true },
	{ at: 'poolOptions.forks.singleFork', is: true },
	{ at: 'poolOptions.vmForks.singleFork', is: true },
	{ at: 'poolOptions.threads.maxThreads', is: 1 },
	{ at: 'poolOptions.forks.maxForks', is: 1 },
] as const;

export const configFiles: readonly ConfigFileRow[] = [
	{
		name: 'Vitest',
		stems: ['vitest.config', 'vite.config', 'vitest.workspace'],
		serial: ['test', 'test.projects.*.test', '*.test'].flatMap(section => vitestSerial.map(({ at, is }) => ({ at: `${section}.${at}`, is }))),
		browsers: {
			see: 'https://vitest.dev/config/browser/fileparallelism',
			when: [{ at: 'test.browser.enabled', is: true }, { at: 'test.browser.headless', isNot: false }],
			bounds: ['test.maxWorkers', 'test.fileParallelism', 'test.browser.fileParallelism', 'test.poolOptions.threads.maxThreads', 'test.poolOptions.forks.maxForks', 'test.poolOptions.threads.singleThread', 'test.poolOptions.forks.singleFork'],
			home: 'test',
			insert: `maxWorkers: process.env.CI ? 1 : undefined`,
		},
	},
	{
		name: 'Jest',
		stems: ['jest.config'],
		serial: [{ at: 'maxWorkers', is: 1 }, { at: 'maxWorkers', is: '1' }, { at: 'maxConcurrency', is: 1 }, { at: 'runInBand', is: true }],
		browsers: {
			see: 'https://jestjs.io/docs/configuration#maxworkers-number--string',
			when: [{ at: '{preset,testEnvironment,runner}', matches: /puppeteer|playwright/ }],
			bounds: ['maxWorkers', 'runInBand'],
			home: '',
			insert: `maxWorkers: process.env.CI ? 1 : '50%'`,
		},
	},
	{
		name: 'Playwright',
		stems: ['playwright.config', 'playwright-ct.config'],
		serial: [{ at: 'workers', is: 1 }, { at: 'workers', is: '1' }, { at: 'projects.*.workers', is: 1 }],
		browsers: { see: 'https://playwright.dev/docs/test-parallel#limit-workers', when: [], bounds: ['workers', 'projects.*.workers'], home: '', insert: 'workers: process.env.CI ? 1 : undefined' },
	},
	{
		name: 'WebdriverIO',
		stems: ['wdio.conf', 'wdio.shared.conf'],
		section: 'config',
		serial: [{ at: 'maxInstances', is: 1 }],
		browsers: {
			see: 'https://webdriver.io/docs/configuration/#maxinstances',
			when: [],
			bounds: ['maxInstances', 'maxInstancesPerCapability', 'capabilities.*.{maxInstances,wdio:maxInstances}'],
			home: '',
			insert: 'maxInstances: process.env.CI ? 1 : 10',
		},
	},
	{
		name: 'Karma',
		stems: ['karma.conf'],
		serial: [{ at: 'concurrency', is: 1 }],
		browsers: {
			see: 'https://karma-runner.github.io/latest/config/configuration-file.html#concurrency',
			when: [{ at: 'browsers', atLeast: 2 }],
			bounds: ['concurrency'],
			home: '',
			insert: 'concurrency: 1',
		},
	},
	{ name: 'AVA', stems: ['ava.config'], serial: [{ at: 'serial', is: true }, { at: 'concurrency', is: 1 }] },
	{ name: 'Mocha', stems: ['.mocharc'], serial: [{ at: 'jobs', is: 1 }] },
	{
		name: 'TestCafe',
		stems: ['.testcaferc'],
		serial: [],
		// One browser unless told.
		browsers: { see: 'https://testcafe.io/documentation/402638/reference/configuration-file#concurrency', when: [], bounds: ['concurrency'], home: '', insert: undefined },
	},
];

/** What stands at the top of a repository: nothing above it is about a file in it. */
export const repositoryEnds: ReadonlySet<string> = new Set(['.git', '.hg', 'pnpm-workspace.yaml', 'package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', 'deno.lock']);
