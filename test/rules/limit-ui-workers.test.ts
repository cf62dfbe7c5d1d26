import { describe } from 'vitest';

import rule from '../../rules/limit-ui-workers.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('limit-ui-workers', rule);

describe('Playwright', () => {
	flags('a configuration without a bound', {
		'playwright.config.ts': `
import { defineConfig } from '@playwright/test';

export default defineConfig({
                            ~ Nothing bounds how many browsers Playwright runs at once in CI
	testDir: './e2e',
	fullyParallel: true,
});`,
	}, {
		mends: {
			'Bound the browsers in CI.': `
import { defineConfig } from '@playwright/test';

export default defineConfig({
	workers: process.env.CI ? 1 : undefined,
	testDir: './e2e',
	fullyParallel: true,
});`,
		},
	});

	flags('a bound that is none', {
		'playwright.config.ts': `
import os from 'node:os';
import { defineConfig } from '@playwright/test';
export default defineConfig({ workers: os.cpus().length });
                              ~~~~~~~~~~~~~~~~~~~~~~~~~`,
	}, {
		mends: {
			'Bound the browsers in CI.': `
import os from 'node:os';
import { defineConfig } from '@playwright/test';
export default defineConfig({ workers: process.env.CI ? 1 : undefined });`,
		},
	});
	flags('all processors, said as a share', { 'playwright.config.js': `
module.exports = { workers: '100%' };
                   ~~~~~~~~~~~~~~~` });
	flags('a bound outside of CI alone', { 'playwright.config.js': `
module.exports = { workers: process.env.CI ? undefined : 2 };
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~` });
	flags('the same by a variable', { 'playwright.config.js': `
const isCI = !!process.env.CI;
const workers = isCI ? '100%' : 2;
module.exports = { workers };
                   ~~~~~~~` });
	flags('projects of which one has no bound', { 'playwright.config.js': `
module.exports = { projects: [{ name: 'a', workers: 1 }, { name: 'b' }] };
                 ~` });
	flags('one in a variable, one that a function gives, and one that is spread', {
		'playwright.config.ts': `
import type { PlaywrightTestConfig } from '@playwright/test';
import { shared } from './shared';
const config: PlaywrightTestConfig = { ...shared, retries: 1 };
                                     ~
export default config;`,
		'shared.ts': 'export const shared = { timeout: 1000 };',
	});
	flags('a bound that is none in another file, where it is brought in', {
		'playwright.config.ts': `
import { shared } from './shared';
export default { ...shared, retries: 1 };
                    ~~~~~~`,
		'shared.ts': `export const shared = { workers: '100%' };`,
	});
	leaves('a bound in another file without a suggestion', {
		'playwright.config.ts': `import { shared } from './shared';\nexport default { ...shared };`,
		'shared.ts': `export const shared = { workers: '100%' };`,
	});

	allows('bounds', { 'playwright.config.ts': `
import { defineConfig } from '@playwright/test';
export default defineConfig({ workers: process.env.CI ? 1 : undefined });` });
	allows('a number', { 'playwright.config.ts': 'export default { workers: 4 };' });
	allows('a share of the processors', { 'playwright.config.ts': `export default { workers: '50%' };` });
	allows('a number from the environment', { 'playwright.config.ts': `export default { workers: Number(process.env.WORKERS) };` });
	allows('a bound in CI, said the other way round', { 'playwright.config.ts': `import { isCI } from 'ci-info';\nexport default { workers: !isCI ? undefined : 2 };` });
	allows('a bound in another file', {
		'playwright.config.ts': `import { shared } from './shared';\nexport default { ...shared, retries: 1 };`,
		'shared.ts': 'export const shared = { workers: process.env.CI ? 2 : undefined };',
	});
	allows('what cannot be seen', { 'playwright.config.ts': `import { preset } from 'elsewhere';\nexport default { ...preset(__filename), retries: 1 };` });
	allows('projects that are bounded each', { 'playwright.config.ts': `export default { projects: [{ name: 'a', workers: 1 }, { name: 'b', workers: 2 }] };` });
	allows('a file of another name', { 'server.config.ts': `export default { fullyParallel: true };` });
	allows('no configuration', { 'playwright.config.ts': `export const baseURL = 'http://localhost:3000';` });
});

describe('WebdriverIO', () => {
	flags('a configuration without a bound', {
		'wdio.conf.ts': `
export const config: WebdriverIO.Config = {
                                          ~ WebdriverIO
	runner: 'local',
	capabilities: [{ browserName: 'chrome' }],
};`,
	}, {
		mends: {
			'Bound the browsers in CI.': `
export const config: WebdriverIO.Config = {
	maxInstances: process.env.CI ? 1 : 10,
	runner: 'local',
	capabilities: [{ browserName: 'chrome' }],
};`,
		},
	});
	allows('bounds', { 'wdio.conf.js': `exports.config = { runner: 'local', maxInstances: 10 };` });
	allows('bounds of each browser', { 'wdio.conf.js': `exports.config = { capabilities: [{ browserName: 'chrome', 'wdio:maxInstances': 2 }, { browserName: 'firefox', maxInstances: 2 }] };` });
});

describe('others', () => {
	flags('Karma with several browsers', { 'karma.conf.js': `
module.exports = config => {
	config.set({ browsers: ['ChromeHeadless', 'FirefoxHeadless'], concurrency: Infinity });
	                                                              ~~~~~~~~~~~~~~~~~~~~~
};` });
	flags('Karma without any bound', { 'karma.conf.js': `
module.exports = function (config) {
	config.set({ browsers: ['ChromeHeadless', 'FirefoxHeadless'] });
	           ~
};` });
	allows('Karma with one browser', { 'karma.conf.js': `module.exports = config => { config.set({ browsers: ['ChromeHeadless'], concurrency: Infinity }); };` });
	allows('Karma with a bound', { 'karma.conf.js': `module.exports = config => { config.set({ browsers: ['A', 'B'], concurrency: 2 }); };` });

	flags('Vitest in a browser', {
		'vitest.config.ts': `
import { defineConfig } from 'vitest/config';
export default defineConfig({
	test: {
	      ~ Vitest
		browser: { enabled: true, provider: 'playwright', instances: [{ browser: 'chromium' }] },
	},
});`,
	}, {
		mends: {
			'Bound the browsers in CI.': `
import { defineConfig } from 'vitest/config';
export default defineConfig({
	test: {
		maxWorkers: process.env.CI ? 1 : undefined,
		browser: { enabled: true, provider: 'playwright', instances: [{ browser: 'chromium' }] },
	},
});`,
		},
	});
	allows('Vitest with a bound', { 'vitest.config.ts': `export default { test: { maxWorkers: 2, browser: { enabled: true } } };` });
	allows('Vitest that runs its files one after another', { 'vitest.config.ts': `export default { test: { browser: { enabled: true, fileParallelism: false } } };` });
	allows('Vitest with a browser to look at, of which there is one', { 'vitest.config.ts': `export default { test: { browser: { enabled: true, headless: false } } };` });
	allows('Vitest without a browser', { 'vitest.config.ts': `export default { test: { environment: 'jsdom', browser: { enabled: false } } };` });

	flags('Jest with Puppeteer', { 'jest.config.js': `
module.exports = { preset: 'jest-puppeteer' };
                 ~ Jest` });
	allows('Jest with Puppeteer and a bound', { 'jest.config.js': `module.exports = { preset: 'jest-puppeteer', maxWorkers: 2 };` });
	allows('Jest alone', { 'jest.config.js': `module.exports = { testEnvironment: 'node' };` });
	allows('TestCafe, which has one browser, and Cypress', { '.testcaferc.js': `module.exports = { browsers: ['chrome', 'firefox'] };` });
	allows('Cypress', { 'cypress.config.js': `module.exports = { e2e: { baseUrl: 'http://localhost:3000' } };` });
	flags('TestCafe with all processors', { '.testcaferc.js': `
module.exports = { concurrency: require('os').cpus().length };
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~` });
});
