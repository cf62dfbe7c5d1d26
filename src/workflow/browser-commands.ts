/** How a runner's tests are shared among machines: by an option that takes a share, by its own service, or by naming the files of a part. */
export type Sharing = 'shard' | 'parallel' | 'files';

/** A command that runs tests in browsers. */
export interface BrowserCommand {
	/** The words that it begins with. */
	readonly words: RegExp;
	readonly sharing: Sharing;
	readonly see: string;
}

/** The commands that run all browser tests of a project, where they name no part of them. */
export const browserCommands: readonly BrowserCommand[] = [
	{ words: /^playwright\s+test/, sharing: 'shard', see: 'https://playwright.dev/docs/test-sharding' },
	{ words: /^cypress\s+run/, sharing: 'parallel', see: 'https://docs.cypress.io/cloud/features/smart-orchestration/parallelization' },
	{ words: /^wdio(?:\s+run|\s+\S*wdio\S*)/, sharing: 'shard', see: 'https://webdriver.io/docs/sharding' },
	{ words: /^testcafe\s/, sharing: 'files', see: 'https://testcafe.io/documentation/402639/reference/command-line-interface' },
	{ words: /^codeceptjs\s+run/, sharing: 'files', see: 'https://codecept.io/commands/' },
	{ words: /^nightwatch(?:\s|$)/, sharing: 'files', see: 'https://nightwatchjs.org/guide/running-tests/command-line-options.html' },
	{ words: /^vitest\b.*--browser/, sharing: 'shard', see: 'https://vitest.dev/guide/cli.html#shard' },
];
