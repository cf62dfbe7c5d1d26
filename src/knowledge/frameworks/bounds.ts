import { playwrightPackages } from './playwright.ts';
import type { BoundRow } from './row.ts';
import { tapPackages, tapePackages } from './tap.ts';

const jest = ['@jest/globals', 'global'] as const;
const vitest = ['vitest', 'vite-plus/test', 'global'] as const;
const mochaWords = '{it,specify,test,describe,context,suite,before,beforeEach,after,afterEach}';

/** Calls of test code that say how long its tests may take, or how often they are tried again. */
export const boundRows: readonly BoundRow[] = [
	{ bounds: 'time', from: jest, path: 'jest.setTimeout()', at: { argument: 0 }, see: 'https://jestjs.io/docs/jest-object#jestsettimeouttimeout' },
	{ bounds: 'tries', from: jest, path: 'jest.retryTimes()', at: { argument: 0 }, see: 'https://jestjs.io/docs/jest-object#jestretrytimesnumretries-options' },
	{ bounds: 'time', from: vitest, path: '{vi,vitest}.setConfig()', at: { argument: 0, key: 'testTimeout' }, see: 'https://vitest.dev/api/vi.html#vi-setconfig' },
	{ bounds: 'time', from: vitest, path: '{vi,vitest}.setConfig()', at: { argument: 0, key: 'hookTimeout' }, see: 'https://vitest.dev/api/vi.html#vi-setconfig' },
	{ bounds: 'time', from: ['mocha', 'global'], path: `${mochaWords}().timeout()`, at: { argument: 0 }, see: 'https://mochajs.org/#timeouts' },
	{ bounds: 'tries', from: ['mocha', 'global'], path: `${mochaWords}().retries()`, at: { argument: 0 }, see: 'https://mochajs.org/#retry-tests' },
	{ bounds: 'time', from: playwrightPackages, path: 'test.setTimeout()', at: { argument: 0 }, see: 'https://playwright.dev/docs/test-timeouts' },
	{ bounds: 'time', from: playwrightPackages, path: 'test.describe.configure()', at: { argument: 0, key: 'timeout' }, see: 'https://playwright.dev/docs/test-timeouts' },
	{ bounds: 'tries', from: playwrightPackages, path: 'test.describe.configure()', at: { argument: 0, key: 'retries' }, see: 'https://playwright.dev/docs/test-retries' },
	{ bounds: 'time', from: playwrightPackages, path: 'test.use()', at: { argument: 0, key: 'actionTimeout' }, see: 'https://playwright.dev/docs/test-timeouts' },
	{ bounds: 'time', from: [...playwrightPackages, 'playwright'], path: 'fixtures.{page,context}.{setDefaultTimeout,setDefaultNavigationTimeout}()', at: { argument: 0 }, see: 'https://playwright.dev/docs/api/class-page#page-set-default-timeout' },
	{ bounds: 'time', from: 'ava', path: 'TestContext.timeout()', at: { argument: 0 }, see: 'https://github.com/avajs/ava/blob/main/docs/07-test-timeouts.md' },
	{ bounds: 'time', from: tapPackages, path: 'TestContext.setTimeout()', at: { argument: 0 }, see: 'https://node-tap.org/api/' },
	{ bounds: 'time', from: tapPackages, path: 'setTimeout()', at: { argument: 0 }, see: 'https://node-tap.org/api/' },
	{ bounds: 'time', from: tapePackages, path: 'TestContext.timeoutAfter()', at: { argument: 0 }, see: 'https://github.com/tape-testing/tape#ttimeoutafterms' },
	{ bounds: 'time', from: ['qunit', 'ember-qunit', 'qunitjs', 'global'], path: 'QUnitAssert.timeout()', at: { argument: 0 }, see: 'https://qunitjs.com/api/assert/timeout/' },
	{ bounds: 'time', from: 'bun:test', path: 'setDefaultTimeout()', at: { argument: 0 }, see: 'https://bun.com/docs/test/configuration' },
];
