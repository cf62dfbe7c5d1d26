import { describe } from 'vitest';

import rule from '../../rules/no-retry-masking.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-retry-masking', rule);

const jest = { 'package.json': '{ "devDependencies": { "jest": "^30.0.0" } }' };
const mocha = { 'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }' };
const cypress = { 'package.json': '{ "devDependencies": { "cypress": "^15.0.0" } }' };
const webdriverio = { 'package.json': '{ "devDependencies": { "@wdio/cli": "^9.0.0", "@wdio/mocha-framework": "^9.0.0" } }', 'wdio.conf.js': `exports.config = { framework: 'mocha' };` };

describe('retries', () => {
	flags('in Jest', {
		'a.test.js': `
import { work } from './work';

jest.retryTimes(3);
~~~~~~~~~~~~~~~~~~ Retries hide that this is flaky

it('a', () => {});`,
		...jest,
	}, {
		mends: {
			'Remove the retries, so that the failures show.': `
import { work } from './work';


it('a', () => {});`,
		},
	});

	flags('in Mocha, by `this` and by the chain', {
		'a.test.js': `
describe('a', function () {
	this.retries(2);
	~~~~~~~~~~~~~~~
	it('b', function () { this.retries(1); });
	                      ~~~~~~~~~~~~~~~
	it('c', () => {}).retries(4);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		...mocha,
	});

	flags('in Vitest', `
import { describe, test } from 'vitest';
describe('a', { retry: 2 }, () => {
                ~~~~~~~~
	test('b', { retry: 3, timeout: 1000 }, () => {});
	            ~~~~~~~~
	test('c', { retry: { count: 3, delay: 100 } }, () => {});
	            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	flags('in Playwright', {
		'a.spec.ts': `
import { test } from '@playwright/test';
test.describe.configure({ mode: 'parallel', retries: 2 });
                                            ~~~~~~~~~~
test('a', async ({ page }) => { await page.goto('/'); });`,
	});

	flags('in Cypress', {
		'a.cy.js': `
describe('a', { retries: 2 }, () => {
                ~~~~~~~~~~
	it('b', { retries: { runMode: 2, openMode: 0 } }, () => { cy.visit('/'); });
	          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		...cypress,
	});

	flags('in WebdriverIO', {
		'a.test.js': `
it('a', async () => { await $('a').click(); }, 3);
                                               ~`,
		...webdriverio,
	});

	flags('whose number is not known, or not always none', {
		'a.test.js': `
jest.retryTimes(process.env.CI ? 2 : 0);
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
it('a', () => {});`,
		...jest,
	});

	flags('that a helper of another file gives', {
		'a.test.ts': `
import { unsteady } from './support/unsteady';
unsteady('a', () => {});
~~~~~~~~~~~~~~~~~~~~~~~`,
		'support/unsteady.ts': `import { test } from 'vitest';\nexport const unsteady = (name, body) => test(name, { retry: 3 }, body);`,
	});

	allows('those of a helper that says why', {
		'a.test.ts': `
import { unsteady } from './support/unsteady';
unsteady('a', () => {});`,
		'support/unsteady.ts': `import { test } from 'vitest';
// The emulator drops the first connection, see #41.
export const unsteady = (name, body) => test(name, { retry: 3 }, body);`,
	});

	leaves('an option, and a call that is no statement, without a suggestion', {
		'a.test.js': `it('a', () => {}).retries(2);`,
		...mocha,
	});
});

describe('a reason', () => {
	allows('above or on the line', {
		'a.test.js': `
// The emulator drops the first connection.
jest.retryTimes(3);
jest.retryTimes(3); // until the emulator keeps its connections
/*
 * Windows holds the file for a moment after it is closed.
 */
jest.retryTimes(3);
jest.retryTimes(3); // #123
// https://example.com/issues/1
jest.retryTimes(3);
it('a', () => {});`,
		...jest,
	});

	allows('at the option, or above the test', `
import { test } from 'vitest';
// The emulator drops the first connection.
test('a', { retry: 3 }, () => {});
test('b', {
	// The emulator drops the first connection.
	retry: 3,
}, () => {});
test('c', {
	retry: 3, // for the emulator drops the first connection
}, () => {});
// prettier-ignore
// The emulator drops the first connection.
// @ts-expect-error
test('d', { retry: 3 }, () => {});`);

	flags('that is none: it repeats the code, speaks to a tool, or stands elsewhere', {
		'a.test.js': `
// The emulator drops the first connection.

const a = 1;
// Retry three times.
jest.retryTimes(3);
~~~~~~~~~~~~~~~~~~
// retry flaky tests
jest.retryTimes(3);
~~~~~~~~~~~~~~~~~~
// istanbul ignore next: generated
jest.retryTimes(3);
~~~~~~~~~~~~~~~~~~
// jest.retryTimes(5, { logErrorsBeforeRetry: true });
jest.retryTimes(3);
~~~~~~~~~~~~~~~~~~
jest.retryTimes(3); // TODO: remove
~~~~~~~~~~~~~~~~~~
const b = 2; // The emulator drops the first connection.
jest.retryTimes(3);
~~~~~~~~~~~~~~~~~~
it('retries, for the emulator drops the first connection', () => {});`,
		...jest,
	});
});

describe('no retries', () => {
	allows('none asked for', {
		'a.test.js': `
jest.retryTimes(0);
it('a', () => {});`,
		...jest,
	});

	allows('none in Vitest, Cypress and Mocha', `
import { test } from 'vitest';
test('a', { retry: 0 }, () => {});
test('b', { retry: undefined }, () => {});
test('c', { repeats: 3 }, () => {});`);

	allows('the program\'s own', `
import { test, expect } from 'vitest';
import pRetry from 'p-retry';
const client = { retries(n) { return n; }, retryTimes: n => n };
test('a', async () => {
	const got = createClient({ retries: 3, retry: 2 });
	client.retries(3);
	client.retryTimes(3);
	expect(await pRetry(() => got.get('/'), { retries: 3 })).toBe(1);
});`);
});
