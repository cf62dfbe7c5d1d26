import type { FrameworkRow, Vocabulary, Word } from './row.ts';

export const playwrightPackages = [
	'@playwright/test', 'playwright/test', '@playwright/experimental-ct-react', '@playwright/experimental-ct-react17', '@playwright/experimental-ct-vue', '@playwright/experimental-ct-vue2',
	'@playwright/experimental-ct-svelte', '@playwright/experimental-ct-solid', 'playwright-bdd', '@nuxt/test-utils/playwright', '@grafana/plugin-e2e', '@wordpress/e2e-test-utils-playwright',
	'@chromatic-com/playwright', '@jupyterlab/galata', 'next/experimental/testmode/playwright',
] as const;

const test: Word = { is: 'test' };

/** https://playwright.dev/docs/api/class-test */
const words: Vocabulary = {
	from: playwrightPackages,
	start: { test, '': test, 'mergeTests()': test, _baseTest: test },
	then: {
		only: { adds: 'only' },
		skip: { adds: 'skip' },
		fixme: { adds: 'skip' },
		fail: { adds: 'failing' },
		slow: {},
		describe: { is: 'suite' },
		parallel: { adds: 'concurrent' },
		serial: { adds: 'serial' },
		configure: { is: 'configure' },
		beforeAll: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		afterAll: { is: 'after-all' },
		extend: { called: true, fixtures: true },
	},
};

export const playwright: FrameworkRow = {
	name: 'playwright',
	see: 'https://playwright.dev/docs/test-parallel',
	imports: playwrightPackages,
	packages: ['@playwright/test', '@playwright/experimental-ct-react', '@playwright/experimental-ct-vue', '@playwright/experimental-ct-svelte'],
	commands: ['playwright test'],
	hints: [],
	inPlaceOfWaits: { page: ['await expect(locator).toBeVisible()', 'page.waitForResponse(…)', 'expect.poll(…)'], clock: 'page.clock' },
	vocabularies: [words],
	options: [],
	config: { stems: ['playwright.config', 'playwright-ct.config'], projects: 'projects', setup: [] },
	concurrency: {
		standard: 'none',
		asked: 'machine',
		about: 'children',
		overlap: 'file',
		reason: '`fullyParallel`',
		settings: [
			{ at: 'fullyParallel', is: true, means: 'concurrent' },
			{ flags: ['--fully-parallel'], means: 'concurrent' },
			{ at: 'workers', is: 1, means: 'serial' },
			{ flags: ['--workers=1', '-j=1'], means: 'serial' },
		],
	},
	files: 'processes',
	fileSettings: [
		{ at: 'workers', is: 1, means: 'one after another' },
		{ flags: ['--workers=1', '-j=1'], means: 'one after another' },
	],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};
