import type { FrameworkRow } from './row.ts';

/** Its tests are written in the words of the framework that `framework` in its configuration names. */
export const webdriverio: FrameworkRow = {
	name: 'webdriverio',
	see: 'https://webdriver.io/docs/frameworks/',
	imports: ['@wdio/globals'],
	packages: ['@wdio/cli', '@wdio/mocha-framework', '@wdio/jasmine-framework', '@wdio/cucumber-framework'],
	alike: ['@wdio/mocha-framework', '@wdio/jasmine-framework', '@wdio/local-runner', '@wdio/globals', 'webdriverio'],
	commands: ['wdio run', 'wdio'],
	hints: ['browser', 'driver', '$', '$$'],
	/** https://webdriver.io/docs/api/globals: from version 8 on all of them are promises. */
	given: { from: '@wdio/globals', names: ['$', '$$', 'browser', 'driver', 'expect', 'multiremotebrowser'], since: 8 },
	vocabularies: [],
	/** https://webdriver.io/docs/retry: the number behind the body is no time here. */
	bounds: [{ bounds: 'tries', behindBody: true }],
	options: [],
	done: 0,
	config: { stems: ['wdio.conf', 'wdio.shared.conf'], section: 'config', setup: [{ at: 'mochaOpts.require', means: 'module' }, { at: 'jasmineOpts.requires', means: 'module' }], bareSetup: true, tests: { folders: ['specs'], patterns: [], ignored: [] } },
	concurrency: { standard: 'none', asked: 'machine', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'processes',
	fileSettings: [{ at: 'maxInstances', is: 1, means: 'one after another' }],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};
