import { describe } from 'vitest';

import rule from '../../rules/require-serial-reason.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('require-serial-reason', rule);

describe('tests and suites', () => {
	flags('in Playwright', {
		'a.spec.ts': `
import { test } from '@playwright/test';
test.describe.configure({ mode: 'serial' });
                          ~~~~~~~~~~~~~~ This runs on its own, and nothing says why.
test.describe.serial('a', () => {
~~~~~~~~~~~~~~~~~~~~
	test('b', async ({ page }) => { await page.goto('/'); });
});
test.describe('c', () => {
	test.describe.configure({ retries: 1, mode: 'serial' });
	                                      ~~~~~~~~~~~~~~
	test('d', async ({ page }) => { await page.goto('/'); });
});`,
	});

	flags('in Vitest', `
import { describe, test } from 'vitest';
describe.sequential('a', () => {
~~~~~~~~~~~~~~~~~~~
	test('b', () => {});
	test.sequential('c', () => {});
	~~~~~~~~~~~~~~~
	test('d', { concurrent: false }, () => {});
	            ~~~~~~~~~~~~~~~~~
	test('e', { sequential: true }, () => {});
	            ~~~~~~~~~~~~~~~~
});`);

	flags('in AVA, Bun and node:test', {
		'a.test.js': `
import test from 'ava';
import { test as bun } from 'bun:test';
import { describe } from 'node:test';
test('a', t => t.pass());
test.serial('b', t => t.pass());
~~~~~~~~~~~
bun.serial('c', () => {});
~~~~~~~~~~
describe('d', { concurrency: 1 }, () => {});
                ~~~~~~~~~~~~~~
describe('e', { concurrency: false }, () => {});
                ~~~~~~~~~~~~~~~~~~`,
	});

	flags('that a helper of another file makes serial', {
		'a.test.ts': `
import { alone } from './support/alone';
alone('a', () => {});
~~~~~~~~~~~~~~~~~~~~`,
		'support/alone.ts': `import { test } from 'vitest';\nexport const alone = (name, body) => test.sequential(name, body);`,
	});

	allows('those of a helper that says why', {
		'a.test.ts': `
import { alone } from './support/alone';
alone('a', () => {});`,
		'support/alone.ts': `import { test } from 'vitest';\n// They all write to the same bucket.\nexport const alone = (name, body) => test.sequential(name, body);`,
	});

	allows('a reason above or on the line', {
		'a.spec.ts': `
import { test } from '@playwright/test';
// All of them sign in as the only administrator.
test.describe.configure({ mode: 'serial' });
test.describe.configure({ mode: 'serial' }); // they sign in as the only administrator
test.describe.configure({
	// They sign in as the only administrator.
	mode: 'serial',
});
/* The tour of #12 goes on from step to step. */
test.describe.serial('a', () => {
	test('b', async ({ page }) => { await page.goto('/'); });
});`,
	});

	allows('one reason for a row of tests', {
		'a.test.js': `
import test from 'ava';
// They all write to the same bucket.
test.serial('a', t => t.pass());

test.serial('b', t => t.pass());
test.serial('c', t => t.pass());`,
	});

	flags('the first after a row that has a reason', {
		'a.test.js': `
import test from 'ava';
// They all write to the same bucket.
test.serial('a', t => t.pass());
test('b', t => t.pass());
test.serial('c', t => t.pass());
~~~~~~~~~~~
test.serial('d', t => t.pass());
~~~~~~~~~~~`,
	});

	flags('what only repeats the code, and titles', {
		'a.test.js': `
import test from 'ava';
// Run these tests serially.
test.serial('writes to the bucket that all tests share', t => t.pass());
~~~~~~~~~~~`,
	});

	allows('tests that run at once, hooks, and what others call serial', {
		'a.test.js': `
import test from 'ava';
import { describe, it } from 'vitest';
test.serial.before(() => start());
test('a', t => t.pass());
describe('b', { concurrent: true }, () => {
	it.concurrent('c', () => { port.serial('x', () => {}); queue.sequential({ concurrency: 1 }); port.configure({ mode: 'serial' }); });
});`,
	});
});

describe('configurations', () => {
	flags('of Vitest', {
		'vitest.config.ts': `
import { defineConfig } from 'vitest/config';
export default defineConfig({
	test: {
		fileParallelism: false,
		~~~~~~~~~~~~~~~~~~~~~~ This makes tests run one after another
		maxWorkers: 1,
		~~~~~~~~~~~~~
		poolOptions: { forks: { singleFork: true }, threads: { singleThread: true } },
		                        ~~~~~~~~~~~~~~~~
		                                                       ~~~~~~~~~~~~~~~~~~
		projects: [{ test: { name: 'a', maxConcurrency: 1 } }],
		                                ~~~~~~~~~~~~~~~~~
	},
});`,
	});

	flags('of Jest', {
		'jest.config.js': `
module.exports = { maxWorkers: 1, testEnvironment: 'node' };
                   ~~~~~~~~~~~~~`,
	});
	flags('of AVA', {
		'ava.config.js': `
export default () => ({ serial: true, concurrency: 1 });
                        ~~~~~~~~~~~~
                                      ~~~~~~~~~~~~~~`,
	});
	flags('of Karma', {
		'karma.conf.js': `
module.exports = function (config) {
	config.set({ browsers: ['Chrome', 'Firefox'], concurrency: 1 });
	                                              ~~~~~~~~~~~~~~
};`,
	});
	flags('of Playwright', {
		'playwright.config.ts': `
import { type PlaywrightTestConfig } from '@playwright/test';
const config: PlaywrightTestConfig = { workers: 1, projects: [{ name: 'a', workers: 1 }] };
                                       ~~~~~~~~~~
                                                                           ~~~~~~~~~~
export default config;`,
	});
	flags('of WebdriverIO', {
		'wdio.ci.conf.ts': `
export const config: WebdriverIO.Config = { runner: 'local', maxInstances: 1 };
                                                             ~~~~~~~~~~~~~~~`,
	});
	flags('of Mocha', {
		'.mocharc.cjs': `
module.exports = { parallel: true, jobs: 1 };
                                   ~~~~~~~`,
	});

	flags('put together from another file, where it is brought in', {
		'vitest.config.ts': `
import { mergeConfig } from 'vitest/config';
import shared from './shared';
export default mergeConfig(shared, { test: { globals: true } });
                           ~~~~~~`,
		'shared.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { fileParallelism: false } });`,
	});

	allows('a reason in that file, or where it is brought in', {
		'vitest.config.ts': `
import { mergeConfig } from 'vitest/config';
import shared from './shared';
import reasoned from './reasoned';
export default mergeConfig(
	// One database for all.
	shared,
	reasoned,
);`,
		'shared.ts': `export default { test: { fileParallelism: false } };`,
		'reasoned.ts': `export default { test: {\n\t// One database for all.\n\tmaxWorkers: 1 } };`,
	});

	allows('reasons, bounds, and what runs at once', {
		'playwright.config.ts': `
import { defineConfig } from '@playwright/test';
export default defineConfig({
	// The tests share one account.
	workers: 1,
	projects: [{ name: 'a', workers: 1 /* the printer prints one page at a time */ }, { name: 'b', workers: 2 }],
	retries: 1,
});`,
	});
	allows('a number that CI alone has', {
		'playwright.config.ts': `
import { defineConfig } from '@playwright/test';
export default defineConfig({
	/* Opt out of parallel tests on CI. */
	workers: process.env.CI ? 1 : undefined,
});`,
	});
	flags('a comment that repeats the code', {
		'playwright.config.ts': `
import { defineConfig } from '@playwright/test';
export default defineConfig({
	/* Opt out of parallel tests. */
	workers: 1,
	~~~~~~~~~~
});`,
	});
	allows('the same settings in other files, and in other places', {
		'server.config.ts': `export default { workers: 1, maxWorkers: 1, test: { fileParallelism: false } };`,
	});
	allows('settings of something else', {
		'vite.config.ts': `export default { worker: { maxWorkers: 1 }, build: { fileParallelism: false } };`,
	});
});
