import { describe } from 'vitest';

import rule from '../../rules/no-sleep.ts';
import { type Case, type Mends, casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-sleep', rule);

const sleep = 'const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));';
const sleepModule = 'export const sleep = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms); });';

describe('a promise around a timer', () => {
	flags('one in a test', `
import { test, expect } from 'vitest';
test('a', async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms (setTimeout), however long the work takes
	expect(done).toBe(true);
});`);

	flags('one in tests that something unknown is handed', { 'test/a.test.js': `
function tests() {
	it('a', async () => {
		start();
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms (setTimeout)
		expect(done).toBe(true);
	});
}
describe('s', () => { bothWays('streams', tests); });`, 'package.json': '{"devDependencies":{"mocha":"^11.0.0"}}' });

	flags('one that ends a test which a loop defines', { 'test/a.test.js': `
for (const name of names) {
	it(name + ' starts', done => {
		start(name);
		setTimeout(() => {
		~~~~~~~~~~~~~~~~~~ What runs 50 ms later (setTimeout) decides this test
			expect(started).toBe(true);
			done();
		}, 50);
	});
}`, 'package.json': '{"devDependencies":{"mocha":"^11.0.0"}}' });

	flags('one with a `new` too many', `
import { test, expect } from 'vitest';
test('a', async () => {
	start();
	await new Promise(resolve => new setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms (new setTimeout)
	expect(done).toBe(true);
});`);

	flags('one in an async function that settles a promise behind it', `
import { test, expect } from 'vitest';
${sleep}
test('a', async () => {
	const server = start();
	await new Promise<void>((resolve, reject) => {
		server.on('error', reject);
		server.once('line', async () => {
			try {
				await server.send('b');
				await sleep(500);
				      ~~~~~~~~~~ This waits 500 ms
				resolve();
			} catch (error) {
				reject(error);
			}
		});
	});
	await new Promise<void>(resolve => { void (async () => { await sleep(400); resolve(); })(); });
	                                                               ~~~~~~~~~~ This waits 400 ms
	expect(server.lines).toEqual(['a', 'b']);
});`);

	allows('one in an async function that does not alone settle a promise, or not behind it', `
import { test, expect } from 'vitest';
${sleep}
test('a', async () => {
	const server = start();
	await new Promise<void>(resolve => {
		server.once('line', resolve);
		server.once('start', async () => { await sleep(500); resolve(); });
	});
	await new Promise<void>(resolve => {
		server.once('line', async () => { await server.send('b'); resolve(); await sleep(500); });
	});
	await new Promise<void>((resolve, reject) => {
		server.once('close', () => { reject(new Error('closed')); });
		server.once('line', async () => { await sleep(500); resolve(); });
	});
	expect(server.lines).toEqual(['a', 'b']);
});`);

	flags('one whose length is worked out', `
import { test, expect } from 'vitest';
const timeout = 40;
test('a', async () => {
	await new Promise<void>(resolve => { setTimeout(() => resolve(), timeout + 10); });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	expect(done).toBe(true);
});`);

	flags('one whose length is not known', `
import { test, expect } from 'vitest';
import { config } from 'somewhere';
test('a', async () => {
	await new Promise(resolve => setTimeout(resolve, config.delay));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a fixed time
	expect(done).toBe(true);
});`);

	flags('one that is returned', `
it('a', () => {
	start();
	return new Promise(resolve => setTimeout(resolve, 50)).then(() => expect(done).toBe(true));
	       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
});`);

	flags('one in a chain', `
it('a', () => start().then(() => new Promise(resolve => setTimeout(resolve, 50))).then(() => expect(done).toBe(true)));
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms`);

	flags('one that settles in a callback', `
import { test } from 'node:test';
import assert from 'node:assert';
import net from 'node:net';
test('a', async () => {
	await new Promise(resolve => {
		const client = net.connect(80, () => {
			client.destroy();
			setTimeout(resolve, 100);
			~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms
		});
	});
	assert.strictEqual(closed, true);
});`);

	flags('one made before and awaited after', `
import { test, expect } from 'vitest';
test('a', async () => {
	const pause = new Promise(resolve => setTimeout(resolve, 50));
	              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	await start();
	await pause;
	expect(done).toBe(true);
});`);

	flags('one for each of a list', `
import { test, expect } from 'vitest';
test('a', async () => {
	await Promise.all([1, 2].map(async () => {
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	}));
	expect(done).toBe(true);
});`);

	flags('one between the turns of a loop that counts', `
import { test, expect } from 'vitest';
test('a', async () => {
	for (let i = 0; i < 3; i++) {
		click();
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	}
	for (const key of ['a', 'b']) {
		press(key);
		await new Promise(resolve => setTimeout(resolve, 20));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 20 ms
	}
	expect(done).toBe(true);
});`);
});

describe('timers of nobody knows whom', () => {
	const shim = `
export const shim = {
	setTimeout: (_run: () => void, _ms: number) => { throw new Error('set by the platform'); },
};`;
	const time = `
import { shim } from './shim.ts';
class Time {
	msleep(ms: number) {
		return new Promise<void>(resolve => { shim.setTimeout(() => { resolve(); }, ms); });
	}
}
export const time = new Time();`;

	flags('one that a platform puts in its place', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import { time } from './time.ts';
test('a', async () => {
	save(note);
	await time.msleep(100);
	      ~~~~~~~~~~~~~~~~ This waits 100 ms (msleep (time.ts:5) → setTimeout), however long
	expect(store.notes.length).toBe(1);
});`,
		'time.ts': time,
		'shim.ts': shim,
	});

	flags('one of what a function is handed', `
import { test, expect } from 'vitest';
const pause = (host, ms) => new Promise(resolve => host.setTimeout(resolve, ms));
test('a', async () => {
	start();
	await pause(page, 50);
	      ~~~~~~~~~~~~~~~ 50 ms
	expect(done).toBe(true);
});`);

	flags('what a missing module exports', `
import { test, expect } from 'vitest';
import { time } from 'lib/time.js';
test('a', async () => {
	start();
	await time.msleep(100);
	      ~~~~~~~~~~~~~~~~ 100 ms
	expect(done).toBe(true);
});`);

	flags('what a missing module calls a time', `
import { test, expect } from 'vitest';
import { timeout } from '@shop/core/promises';
test('a', async () => {
	start();
	await timeout(1000);
	      ~~~~~~~~~~~~~ 1000 ms
	expect(done).toBe(true);
});`);

	allows('one of a clock that does not run by itself', `
import { test, expect } from 'vitest';
const pause = (fakeClock, ms) => new Promise(resolve => fakeClock.setTimeout(resolve, ms));
test('a', async () => {
	start();
	await pause(makeClock(), 50);
	expect(done).toBe(true);
});`);

	allows('one that does something else', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import { loop } from './loop.ts';
test('a', async () => {
	start();
	await new Promise(resolve => loop.setTimeout(resolve, 50));
	expect(done).toBe(true);
});`,
		'loop.ts': 'export const loop = { setTimeout(run: () => void, turn: number) { queue.push(run, turn); } };',
	});

	allows('a time limit of a connection', `
import { test, expect } from 'vitest';
test('a', async () => {
	await new Promise(resolve => socket.setTimeout(50, resolve));
	expect(done).toBe(true);
});`);

	flags('a helper that hands on what it is handed', `
import { test, expect } from 'vitest';
const later = (run, ms) => setTimeout(run, ms);
const soon = run => { setTimeout(() => { run(); }, 20); };
test('a', async () => {
	start();
	await new Promise(resolve => later(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	await new Promise(resolve => soon(resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 20 ms
	expect(done).toBe(true);
});`);

	allows('a helper that may run it sooner', `
import { test, expect } from 'vitest';
const later = (run, ms) => { work.once('done', run); setTimeout(run, ms); };
const now = (run, ms) => { run(); setTimeout(log, ms); };
test('a', async () => {
	start();
	await new Promise(resolve => later(resolve, 50));
	await new Promise(resolve => now(resolve, 50));
	expect(done).toBe(true);
});`);
});

describe('APIs that wait', () => {
	flags('timers/promises', `
import { test, expect } from 'vitest';
import { setTimeout, scheduler } from 'node:timers/promises';
import * as timers from 'timers/promises';
test('a', async () => {
	await setTimeout(10);
	      ~~~~~~~~~~~~~~ 10 ms
	await scheduler.wait(20);
	      ~~~~~~~~~~~~~~~~~~ 20 ms
	await timers.setTimeout(30);
	      ~~~~~~~~~~~~~~~~~~~~~ 30 ms
	expect(done).toBe(true);
});`);

	flags('promisify', `
const { test } = require('node:test');
const assert = require('node:assert');
const { promisify } = require('node:util');
const sleep = promisify(setTimeout);
test('a', async () => {
	await sleep(100);
	      ~~~~~~~~~~ 100 ms
	assert.equal(done, true);
});`);

	flags('packages', `
import { test, expect } from 'vitest';
import delay from 'delay';
import Bluebird from 'bluebird';
test('a', async () => {
	await delay(10);
	      ~~~~~~~~~ 10 ms
	await Bluebird.delay(20);
	      ~~~~~~~~~~~~~~~~~~ 20 ms
	expect(done).toBe(true);
});`);

	flags('waitForTimeout of Playwright', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ 500 ms
	await page.locator('a').page().waitForTimeout(100);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms
	expect(await page.title()).toBe('A');
});`);

	flags('cy.wait with a number', `
it('a', () => {
	cy.visit('/');
	cy.wait(500);
	~~~~~~~~~~~~ 500 ms
	cy.get('#save').click().wait(250);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 250 ms
	cy.wait('@saved');
});`);

	flags('cy.wait with an imported constant', {
		'a.cy.ts': `
import { pause } from './waits';
it('a', () => {
	cy.wait(pause);
	~~~~~~~~~~~~~~ 750 ms
	cy.get('a').click();
});`,
		'waits.ts': 'export const pause = 750;',
	});

	flags('browser.pause of WebdriverIO', `
import { browser, expect, $ } from '@wdio/globals';
describe('a', () => {
	it('b', async () => {
		await browser.pause(500);
		      ~~~~~~~~~~~~~~~~~~ 500 ms
		await expect($('a')).toBeDisplayed();
	});
});`);

	flags('Bun.sleep', `
import { test, expect } from 'bun:test';
test('a', async () => {
	await Bun.sleep(20);
	      ~~~~~~~~~~~~~ 20 ms
	Bun.sleepSync(30);
	~~~~~~~~~~~~~~~~~ 30 ms
	expect(done).toBe(true);
});`);

	flags('Atomics.wait', `
import { test, expect } from 'vitest';
test('a', () => {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	expect(done).toBe(true);
});`);

	flags('loops that spin until a time', `
import { test, expect } from 'vitest';
test('a', () => {
	const end = Date.now() + 50;
	while (Date.now() < end) {}
	       ~~~~~~~~~~~~~~~~ a loop that watches the clock
	expect(done).toBe(true);
});
test('b', () => {
	const start = performance.now();
	while (performance.now() - start < 50);
	       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a loop that watches the clock
	expect(done).toBe(true);
});`);

	flags('shell commands', `
import { test, expect } from 'vitest';
import { execSync, spawnSync } from 'node:child_process';
test('a', () => {
	execSync('sleep 1');
	~~~~~~~~~~~~~~~~~~~ execSync
	spawnSync('sleep', ['1']);
	~~~~~~~~~~~~~~~~~~~~~~~~~ spawnSync
	expect(done).toBe(true);
});`);

	flags('databases', `
import { test, expect } from 'vitest';
import { Pool } from 'pg';
const pool = new Pool();
test('a', async () => {
	await pool.query('SELECT pg_sleep(1)');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Pool.query
	expect(done).toBe(true);
});`);
});

describe('tests and hooks of every framework', () => {
	flags('Jest', `
import { beforeEach, test, expect } from '@jest/globals';
${sleep}
beforeEach(async () => {
	await sleep(5);
	      ~~~~~~~~ 5 ms
});
test('a', async () => {
	await sleep(10);
	      ~~~~~~~~~ 10 ms
	expect(done).toBe(true);
});`);

	flags('Jest with globals', `
${sleep}
describe('a', () => {
	beforeAll(async () => { await sleep(5); });
	                              ~~~~~~~~ 5 ms
	afterEach(() => sleep(6));
	                ~~~~~~~~ 6 ms
	it.each([1, 2])('%i', async () => {
		await sleep(10);
		      ~~~~~~~~~ 10 ms
		expect(done).toBe(true);
	});
});`);

	flags('Mocha with chai', `
const { expect } = require('chai');
${sleep}
describe('a', function () {
	before(async function () { await sleep(5); });
	                                 ~~~~~~~~ 5 ms
	it('b', async function () {
		await sleep(10);
		      ~~~~~~~~~ 10 ms
		expect(done).to.equal(true);
	});
});`);

	flags('node:test with subtests and its hooks', `
const { test, before } = require('node:test');
${sleep}
before(async () => { await sleep(5); });
                           ~~~~~~~~ 5 ms
test('a', async t => {
	t.after(async () => { await sleep(6); });
	                            ~~~~~~~~ 6 ms
	await t.test('b', async t => {
		await sleep(10);
		      ~~~~~~~~~ 10 ms
		t.assert.strictEqual(done, true);
	});
});`);

	flags('AVA', `
import test from 'ava';
${sleep}
test.before(() => sleep(5));
                  ~~~~~~~~ 5 ms
test('a', async t => {
	await sleep(10);
	      ~~~~~~~~~ 10 ms
	t.is(done, true);
});`);

	flags('Jasmine', `
import jasmine from 'jasmine';
${sleep}
describe('a', () => {
	it('b', async () => {
		await sleep(10);
		      ~~~~~~~~~ 10 ms
		expect(done).toBeTrue();
	});
});`);

	flags('Bun', `
import { test, expect, beforeEach } from 'bun:test';
${sleep}
beforeEach(() => sleep(5));
                 ~~~~~~~~ 5 ms
test('a', async () => {
	await sleep(10);
	      ~~~~~~~~~ 10 ms
	expect(done).toBe(true);
});`);

	flags('Deno', `
import { assertEquals } from 'jsr:@std/assert';
import { delay } from 'jsr:@std/async@1/delay';
Deno.test('a', async () => {
	await delay(10);
	      ~~~~~~~~~ 10 ms
	assertEquals(done, true);
});`);

	flags('tap', `
import t from 'tap';
${sleep}
t.test('a', async t => {
	await sleep(10);
	      ~~~~~~~~~ 10 ms
	t.equal(done, true);
});`);

	flags('QUnit', `
import QUnit from 'qunit';
${sleep}
QUnit.module('a', hooks => {
	hooks.beforeEach(() => sleep(5));
	                       ~~~~~~~~ 5 ms
	QUnit.test('b', async assert => {
		await sleep(10);
		      ~~~~~~~~~ 10 ms
		assert.equal(done, true);
	});
});`);

	flags('Playwright, its steps and fixtures', `
import { test as base, expect, type Page } from '@playwright/test';
const test = base.extend({
	user: async ({ page }: { page: Page }, use) => {
		await page.waitForTimeout(5);
		      ~~~~~~~~~~~~~~~~~~~~~~ 5 ms
		await use('ada');
	},
});
test.beforeEach(async ({ page }) => { await page.waitForTimeout(6); });
                                            ~~~~~~~~~~~~~~~~~~~~~~ 6 ms
test('a', async ({ page, user }) => {
	await test.step('b', async () => {
		await page.waitForTimeout(10);
		      ~~~~~~~~~~~~~~~~~~~~~~~ 10 ms
	});
	expect(await page.title()).toBe(user);
});`);

	flags('Testing Library', `
import { render, screen, act } from '@testing-library/react';
it('a', async () => {
	render(view);
	await act(async () => {
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	});
	expect(screen.getByText('done')).toBeInTheDocument();
});`);
});

describe('waits that stand in other functions', () => {
	flags('needless ones of a helper that goes on itself, once, and of one that ends with them, where it is called', `
import { test, expect } from '@playwright/test';
async function opens(page) {
	await page.click('#menu');
	await page.waitForTimeout(50);
	      ~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	await page.click('#open');
}
async function leaves(page) {
	await page.click('#leave');
	await page.waitForTimeout(70);
}
test('a', async ({ page }) => {
	await opens(page);
	await leaves(page);
	      ~~~~~~~~~~~~ 70 ms (leaves (a.test.ts:10)
	await expect(page.getByText('Left')).toBeVisible();
});
test('b', async ({ page }) => {
	await opens(page);
	await expect(page.getByText('Open')).toBeVisible();
});`);

	/** A helper that goes through as many fields of a page. */
	const fields = (count: number, told = ''): Record<string, string> => ({ 'cypress/e2e/a.cy.js': `
function fillsAll() {
	cy.wait(300);${told}
${Array.from({ length: count }, (_, index) => `	cy.get('#field-${index}').click();`).join('\n')}
}
it('fills', () => {
	cy.visit('/form');
	fillsAll();
});`, 'package.json': '{"devDependencies":{"cypress":"^13.0.0"}}' });

	flags('in a long helper, of whose chains each counts as one call', fields(70, '\n\t~~~~~~~~~~~~ 300 ms'));

	allows('in a program, which is not looked into', fields(90));

	flags('a helper of the file, at its call', `
import { test, expect } from 'vitest';
function pause(ms = 100) {
	return new Promise(resolve => setTimeout(resolve, ms));
}
test('a', async () => {
	await pause();
	      ~~~~~~~ This waits 100 ms (pause (a.test.ts:4) → setTimeout)
	await pause(20);
	      ~~~~~~~~~ 20 ms
	expect(done).toBe(true);
});`);

	flags('an imported helper', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import { sleep } from './sleep';
test('a', async () => {
	await sleep(30);
	      ~~~~~~~~~ This waits 30 ms (sleep (sleep.ts:1) → setTimeout)
	expect(done).toBe(true);
});`,
		'sleep.ts': sleepModule,
	});

	flags('a helper that is exported on and calls another', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import { settle as calm } from './support';
test('a', async () => {
	await calm();
	      ~~~~~~ 30 ms (settle (test/settle.ts:4) → sleep (sleep.ts:1) → setTimeout)
	expect(done).toBe(true);
});`,
		'support/index.ts': `export * from '../test/settle';`,
		'test/settle.ts': `import { sleep } from '../sleep';\nimport { shortly } from './times';\nexport async function settle() {\n\tawait sleep(shortly);\n}`,
		'test/times.ts': 'export const shortly = 30;',
		'sleep.ts': sleepModule,
	});

	flags('a default export', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import wait from './wait';
test('a', async () => {
	await wait(30);
	      ~~~~~~~~ 30 ms
	expect(done).toBe(true);
});`,
		'wait.ts': 'export default function (ms: number) {\n\treturn new Promise(resolve => setTimeout(resolve, ms));\n}',
	});

	flags('CommonJS', {
		'a.test.js': `
const { test } = require('node:test');
const assert = require('node:assert');
const helper = require('./helper');
test('a', async () => {
	await helper.sleep(250);
	      ~~~~~~~~~~~~~~~~~ 250 ms
	assert.ok(done);
});`,
		'helper.js': `const { promisify } = require('node:util');\nmodule.exports.sleep = promisify(setTimeout);`,
	});

	flags('a method of a page object', {
		'e2e/a.spec.ts': `
import { test, expect } from '@playwright/test';
import { LoginPage } from './pages/login';
test('a', async ({ page }) => {
	const login = new LoginPage(page);
	await login.open('ada');
	      ~~~~~~~~~~~~~~~~~ 400 ms (open (e2e/pages/login.ts:6) → settle (e2e/pages/base.ts:5) → page.waitForTimeout)
	expect(await page.title()).toBe('A');
});`,
		'e2e/pages/login.ts': `import { BasePage } from './base';
export class LoginPage extends BasePage {
	async open(name: string) {
		await this.page.goto('/login');
		await this.page.fill('#name', name);
		await this.settle();
	}
}`,
		'e2e/pages/base.ts': `import type { Page } from '@playwright/test';
export class BasePage {
	constructor(protected readonly page: Page) {}
	async settle() {
		await this.page.waitForTimeout(400);
	}
}`,
	});

	flags('a page object beside the program, known by what it imports', {
		'a.spec.ts': `
import { test, expect } from '@playwright/test';
import { Dialog } from './src/dialog.page';
test('a', async ({ page }) => {
	await new Dialog(page).close();
	      ~~~~~~~~~~~~~~~~~~~~~~~~ 300 ms
	expect(await page.title()).toBe('A');
});`,
		'src/dialog.page.ts': `import { type Page } from '@playwright/test';
export class Dialog {
	private readonly page: Page;
	constructor(page: Page) { this.page = page; }
	async close() {
		await this.page.click('button');
		await this.page.waitForTimeout(300);
	}
}`,
	});

	flags('hooks handed over by name from another module', {
		'a.test.ts': `
import { afterEach, test, expect } from 'vitest';
import { drain } from './test-utils/drain';
afterEach(drain);
~~~~~~~~~~~~~~~~ This waits 60 ms (setTimeout)
test('a', () => { expect(1).toBe(1); });`,
		'test-utils/drain.ts': `export async function drain() {\n\tawait new Promise(resolve => setTimeout(resolve, 60));\n}`,
	});

	flags('hooks that a function of another module registers', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import { useServer } from './test-utils/server';
useServer();
~~~~~~~~~~~ 60 ms
test('a', () => { expect(1).toBe(1); });`,
		'test-utils/server.ts': `import { beforeAll } from 'vitest';
export function useServer() {
	beforeAll(async () => {
		await new Promise(resolve => setTimeout(resolve, 60));
	});
}`,
	});

	flags('a callback that a helper is handed and that makes assertions', {
		'a.test.ts': `
import { test } from 'node:test';
import assert from 'node:assert';
import { withServer } from './support/server';
${sleep}
test('a', async () => {
	await withServer(async server => {
		await sleep(50);
		      ~~~~~~~~~ 50 ms
		assert.equal(server.requests, 1);
	});
});`,
		'support/server.ts': `import { start } from 'server';
export async function withServer(run) {
	const server = await start();
	try {
		await run(server);
	} finally {
		await server.close();
	}
}`,
	});
});

describe('a helper whose length a call leaves out', () => {
	flags('where there is a standard, or another call hands one over', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { pause, wait } from './wait';
import { store } from './store';
test('saves', async () => {
	store.save('a');
	await wait();
	expect(store.saved).toBe(1);
	await wait(50);
	      ~~~~~~~~ 50 ms
	expect(store.saved).toBe(2);
	await pause();
	      ~~~~~~~ 20 ms
	expect(store.saved).toBe(3);
});
`,
		'wait.ts': `
export const wait = (ms?: number) => new Promise(resolve => setTimeout(resolve, ms));
export const pause = (ms = 20) => wait(ms);
`,
	});
});

describe('waits in objects that are put together', () => {
	flags('by Object.assign and Object.freeze', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { frozen, tools } from './tools';
test('a', async () => {
	start();
	await tools.sleep(frozen.short);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 80 ms (sleep (test/tools.ts:1) → setTimeout)
	expect(done).toBe(true);
});`,
		'test/tools.ts': `const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const base = { sleep };
export const tools = Object.assign(base, { log: console.log });
export const frozen = Object.freeze({ short: 80 });`,
	});
});

describe('a wait by its name, of a package of which nothing else is known', () => {
	const reckoned = (length: string, report = ''): string => `
import { sleep } from '@app/tools';
import { begin, left, sign } from '@app/program';
import { expect, test } from 'vitest';
test('a', async () => {
	const { interval, ttl } = begin();
	await sleep(${length});${report}
	expect(left()).toBe(3);
});`;
	flags('with a length that is reckoned up to milliseconds', reckoned('interval * 1000 + 500', '\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits a fixed time (sleep)'));
	allows('with one that may be a count', reckoned('interval + 1'));
	allows('with one that a call gives', reckoned('left() * 1000'));
	allows('with one that is random', reckoned('Math.random() * 1000'));
	allows('with the time that something lives', reckoned('ttl * 1000 + 500'));

	flags('in the test, by what holds it, and in a helper', {
		'test/a.test.ts': `
import { delayPromise, wait } from '@app/tools';
import tools from '@app/testing';
import { expect, test } from 'vitest';
import { settle } from './settle';
test('a', async () => {
	start();
	await delayPromise(115);
	      ~~~~~~~~~~~~~~~~~ This waits 115 ms (delayPromise)
	expect(done).toBe(true);
});
test('b', async () => {
	start();
	await tools.time.sleep(2);
	      ~~~~~~~~~~~~~~~~~~~ This waits a fixed time (sleep)
	expect(done).toBe(true);
});
test('c', async () => {
	start();
	await settle();
	      ~~~~~~~~ This waits 300 ms (settle (test/settle.ts:2) → wait)
	expect(done).toBe(true);
});`,
		'test/settle.ts': `import { wait } from '@app/tools';
export const settle = () => wait(300);`,
	});

	describe.each([
		['a wait for something', 'wait(() => done)'],
		['one with conditions', 'wait(100, { until: done })'],
		['no wait at all', 'wait(0)'],
		['a method of what a package makes', 'queue.pause(100)'],
		['a word of something else', 'waiter(100)'],
	])('%s', (_, call) => allows('', `
import { makeQueue, wait, waiter } from '@app/tools';
import { expect, test } from 'vitest';
const queue = makeQueue();
test('a', async () => {
	start();
	await ${call};
	expect(done).toBe(true);
});`));
});

describe('a wait that goes through a function which waits for what it is handed', () => {
	const abortable = `export class AbortError extends Error {}
export function abortable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (signal === undefined) {
		return promise;
	}
	if (signal.aborted) {
		return Promise.reject(new AbortError());
	}
	let listener: () => void;
	return new Promise<T>((resolve, reject) => {
		listener = () => { reject(new AbortError()); };
		signal.addEventListener('abort', listener);
		promise.then(resolve, reject);
	}).finally(() => { signal.removeEventListener('abort', listener); });
}`;
	const wait = `import { abortable } from './abortable';
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
	let timer: NodeJS.Timeout;
	return abortable(new Promise<void>(resolve => { timer = setTimeout(resolve, ms); }), signal).finally(() => { clearTimeout(timer); });
}
export async function rest(ms: number, signal?: AbortSignal): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	try {
		await abortable(new Promise<void>(resolve => { timer = setTimeout(resolve, ms); }), signal);
	} finally {
		clearTimeout(timer);
	}
}
export async function waitFor(ms: number, work: Promise<void>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	await Promise.race([new Promise<void>(resolve => { timer = setTimeout(resolve, ms); }), work]).finally(() => { clearTimeout(timer); });
}`;
	const waiting = (...lines: readonly string[]): string => `
import { expect, test } from 'vitest';
import { rest, wait, waitFor } from '../src/wait';
import { start, signal } from 'somewhere';
test('a', async () => {
	const work = start();
	${lines.join('\n\t')}
	expect(done).toBe(true);
});`;
	const src = { 'src/wait.ts': wait, 'src/abortable.ts': abortable };
	flags('one of the program that a signal may end and that is handed none', { 'test/a.test.ts': waiting('await wait(100);', '      ~~~~~~~~~ This waits 100 ms (wait (src/wait.ts:4) → setTimeout)'), ...src });
	flags('one that calls its timer off when it is over', { 'test/a.test.ts': waiting('await rest(100);', '      ~~~~~~~~~ This waits 100 ms'), ...src });
	allows('one that is handed a signal', { 'test/a.test.ts': waiting('await wait(100, signal);', 'await rest(100, signal);'), ...src });
	allows('a race', { 'test/a.test.ts': waiting('await waitFor(100, work);'), ...src });
	allows('one that code under test is handed', { 'test/a.test.ts': waiting('await load(new Promise(resolve => setTimeout(resolve, 50)));').replace("'somewhere'", "'somewhere'; import { load } from '../src/load'"), 'src/load.ts': `import { readFile } from 'node:fs/promises';\nexport async function load(first: Promise<unknown>) {\n\tawait readFile('a');\n\treturn await first;\n}`, ...src });

	flags('one that a helper is handed', `
import { expect, test } from 'vitest';
const logged = async promise => { if (!quiet) console.log('waiting'); return await promise; };
test('a', async () => {
	start();
	await logged(new Promise(resolve => setTimeout(resolve, 50)));
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms (setTimeout)
	expect(done).toBe(true);
});`);
	allows('one that a helper may not wait for', `
import { expect, test } from 'vitest';
import { ready } from 'somewhere';
const first = async promise => { if (ready) return; await promise; };
const either = async (promise, other) => { if (other === undefined) await promise; else await Promise.race([promise, other]); };
test('a', async () => {
	const work = start();
	await first(new Promise(resolve => setTimeout(resolve, 50)));
	await either(new Promise(resolve => setTimeout(resolve, 50)), work);
	expect(done).toBe(true);
});`);
});

describe('a promise that a timer settles or something else, as it is handed', () => {
	const page = `
export function open(url: string, ms?: number): Promise<Element> {
	return new Promise((resolve, reject) => {
		try {
			const loaded = function () {
				if (this.status !== 200) {
					reject(new Error(url));
					return;
				}
				if (typeof ms === 'number') {
					setTimeout(() => { resolve(app); }, ms);
				} else {
					const ready = () => { resolve(app); };
					window.addEventListener('appload', ready);
				}
			};
			const request = new XMLHttpRequest();
			request.addEventListener('load', loaded);
			request.addEventListener('error', error => { reject(error); });
			request.open('GET', url);
			request.send();
		} catch (error) {
			reject(error);
		}
	});
}
export function settle(ms?: number): Promise<void> {
	return new Promise(resolve => {
		if (ms) setTimeout(resolve, ms);
		else window.addEventListener('appload', () => resolve());
	});
}
export function closed(ms: number): Promise<void> {
	return new Promise(resolve => {
		if (app.isOpen) window.addEventListener('close', () => resolve());
		else setTimeout(resolve, ms);
	});
}`;
	const opening = (...lines: readonly string[]): string => `
import { closed, open, settle } from './page';
import { length, start } from 'somewhere';
it('a', async () => {
	await start();
	${lines.join('\n\t')}
	expect(app.textContent).toBe('a');
});`;
	flags('one that is told how long, behind a load that may fail', { 'test/a.test.ts': opening("await open('/', 500);", "      ~~~~~~~~~~~~~~ This waits 500 ms (open (test/page.ts:11) → setTimeout)"), 'test/page.ts': page });
	flags('one that is told how long', { 'test/a.test.ts': opening('await settle(50);', '      ~~~~~~~~~~ This waits 50 ms (settle (test/page.ts:29) → setTimeout)'), 'test/page.ts': page });
	allows('one that is not told, or nobody knows what', { 'test/a.test.ts': opening("await open('/');", 'await settle();', "await open('/', length);", 'await settle(length);', "await open('/', '500');", 'await settle(0);'), 'test/page.ts': page });
	allows('one where something else decides', { 'test/a.test.ts': opening('await closed(50);'), 'test/page.ts': page });
});

describe('a promise of a library', () => {
	for (const [name, imports, wait] of [
		['that is called so', "import Ember from 'ember';", 'new Ember.RSVP.Promise(resolve => setTimeout(resolve, 100))'],
		['that a package of which nothing is known calls so', "import Base from 'base';", 'new Base.Promise(resolve => setTimeout(resolve, 100))'],
		['whose timer is one of a run loop', "import { later } from '@ember/runloop';", 'new Promise(resolve => later(resolve, 100))'],
		['whose timer is one of an old run loop', "import Ember from 'ember';", 'new Promise(resolve => Ember.run.later(this, resolve, 100))'],
	] as const) flags(name, `
import { expect, test } from 'vitest';
${imports}
test('a', async () => {
	start();
	await ${wait};
	      ${'~'.repeat(wait.length)} This waits 100 ms
	expect(done).toBe(true);
});`);
	allows('that is something else', `
import { expect, test } from 'vitest';
import Base from 'base';
test('a', async () => {
	start();
	await new Base.PromiseQueue(resolve => setTimeout(resolve, 100));
	expect(done).toBe(true);
});`);
});

describe('a wait that a signal may end', () => {
	const helpers = `
export function delay(ms: number, controller?: AbortController): Promise<void> {
	return new Promise(resolve => {
		let timeout: ReturnType<typeof setTimeout>;
		const callback = () => {
			controller?.signal.removeEventListener('abort', callback);
			clearTimeout(timeout);
			resolve();
		};
		timeout = setTimeout(callback, ms);
		controller?.signal.addEventListener('abort', callback);
	});
}
export function pause(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal && signal.aborted) return reject(signal.reason);
		const timer = setTimeout(resolve, ms);
		if (signal) signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); });
	});
}
export function rest(ms: number, options?: { signal?: AbortSignal }): Promise<void> {
	return new Promise((resolve, reject) => {
		const { signal } = options ?? {};
		if (signal?.aborted) {
			reject(new Error('stopped'));
			return;
		}
		const listener = signal && (() => {
			reject(new Error('stopped'));
			clearTimeout(timer);
		});
		listener && signal?.addEventListener('abort', listener, { once: true });
		const timer = setTimeout(() => {
			resolve();
			listener && signal?.removeEventListener('abort', listener);
		}, ms);
	});
}`;

	flags('one that is handed none', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { delay, pause, rest } from './helpers';
test('a', async () => {
	start();
	await delay(100);
	      ~~~~~~~~~~ This waits 100 ms (delay (test/helpers.ts:10) → setTimeout)
	expect(done).toBe(true);
});
test('b', async () => {
	start();
	await pause(50);
	      ~~~~~~~~~ This waits 50 ms
	expect(done).toBe(true);
});
test('c', async () => {
	start();
	await rest(50);
	      ~~~~~~~~ This waits 50 ms
	expect(done).toBe(true);
	await rest(60, { signal });
	expect(done).toBe(false);
});`,
		'test/helpers.ts': helpers,
	});

	const named = `export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
	if (ms < 0) return;
	return new Promise((resolve, reject) => {
		if (signal && signal.aborted) return reject(new Error());
		let onDone: () => void = () => {};
		const timeout = setTimeout(() => {
			onDone();
			resolve();
		}, ms);
		const onAbort = (): void => {
			onDone();
			reject(new Error());
		};
		if (signal) signal.addEventListener('abort', onAbort);
		onDone = () => {
			clearTimeout(timeout);
			if (signal) signal.removeEventListener('abort', onAbort);
		};
	});
}`;
	const sleeping = (call: string): string => `
import { expect, test } from 'vitest';
import { sleep } from './helpers';
import { limit } from 'somewhere';
test('a', async () => {
	start();
	await ${call};
	expect(done).toBe(true);
});`;
	flags('one that is handed none, and would be ended by functions with names', { 'test/a.test.ts': sleeping('sleep(100)').replace('100);', '100);\n\t      ~~~~~~~~~~ This waits 100 ms'), 'test/helpers.ts': named });
	const failing = `export class ErrorAborted extends Error {\n\tconstructor() { super('aborted'); }\n}`;
	flags('one of the program, which fails with an error of its own', { 'test/a.test.ts': sleeping('sleep(100)').replace('./helpers', '../src/sleep').replace('100);', '100);\n\t      ~~~~~~~~~~ This waits 100 ms'), 'src/sleep.ts': `import { ErrorAborted } from './errors';\n${named.replaceAll('new Error()', 'new ErrorAborted()')}`, 'src/errors.ts': failing });
	const making = `export function abortError(signal?: AbortSignal) {\n\tconst error = new Error('aborted', { cause: signal?.reason });\n\terror.name = 'AbortError';\n\treturn error;\n}`;
	const madeBy = (settling: string): Record<string, string> => ({
		'src/sleep.ts': `import { abortError } from './errors';\n${named.replaceAll('reject(new Error())', `${settling}(abortError(signal))`)}`,
		'src/errors.ts': making,
	});
	const ofProgram = (report = ''): string =>
		sleeping('sleep(100)').replace('./helpers', '../src/sleep').replace('100);', `100);${report}`);
	flags('one of the program, which fails with an error that a function of its own makes', { 'test/a.test.ts': ofProgram('\n\t      ~~~~~~~~~~ This waits 100 ms'), ...madeBy('reject') });
	allows('one of the program, which gives what a function makes that does more', { 'test/a.test.ts': ofProgram(), ...madeBy('resolve') });
	allows('one of the program, which does more', { 'test/a.test.ts': sleeping('sleep(100)').replace('./helpers', '../src/sleep'), 'src/sleep.ts': `import { Work } from './errors';\n${named.replace('onDone();', 'new Work();\n\t\t\tonDone();')}`, 'src/errors.ts': `export class Work {\n\tconstructor() { console.log('x'); }\n}` });
	allows('one that is handed one, and is ended by functions with names', { 'test/a.test.ts': sleeping('sleep(100, limit)'), 'test/helpers.ts': named });
	flags('a tool of another package that hands its signal on', {
		'packages/app/test/a.test.ts': `
import { test, expect } from 'vitest';
import { start } from 'somewhere';
import { Tools } from '../../tools/src/tools';
test('a', async () => {
	const work = start();
	await Tools.delay(100);
	      ~~~~~~~~~~~~~~~~ This waits 100 ms (delay (packages/tools/src/tools.ts:11) → wait (packages/tools/src/tools.ts:2) → setTimeout)
	expect(work.done).toBe(true);
});`,
		'packages/tools/src/tools.ts': `const wait = (ms: number, signal?: AbortSignal) => new Promise<void>((resolve, reject) => {
	const timer = setTimeout(() => resolve(), ms);
	if (signal) {
		const end = () => { clearTimeout(timer); signal.removeEventListener('abort', end); reject(signal.reason); };
		if (signal.aborted) end();
		signal.addEventListener('abort', end);
	}
});
export class Tools {
	static delay(ms: number, signal?: AbortSignal) {
		return wait(ms, signal);
	}
}`,
	});
	allows('code of another package that calls what it is handed', {
		'packages/app/test/a.test.ts': `
import { test, expect } from 'vitest';
import { load } from '../../tools/src/load';
test('a', async () => {
	expect(await load(100, n => { console.log(n); })).toBe(1);
});`,
		'packages/tools/src/load.ts': `import { read } from 'somewhere';
export const load = (ms: number, tell: (n: number) => void) => new Promise<number>(resolve => {
	const end = () => { read(ms); resolve(1); };
	setTimeout(end, ms);
});`,
	});
	allows('one that something else ends too', { 'test/a.test.ts': sleeping('sleep(100)'), 'test/helpers.ts': named.replace('if (signal) signal.addEventListener', 'process.on') });
	allows('one that another function calls off', { 'test/a.test.ts': sleeping('sleep(100)'), 'test/helpers.ts': named.replace('onDone = () => {', 'process.once("exit", () => { onDone(); });\n\t\tonDone = () => {') });

	flags('one of the program itself that does nothing else', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { rest } from '../src/rest';
test('a', async () => {
	start();
	await rest(50);
	      ~~~~~~~~ This waits 50 ms (rest (src/rest.ts:15) → setTimeout)
	expect(done).toBe(true);
});`,
		'src/rest.ts': `import { AbortError } from './errors';
const event = 'abort';
export function rest(ms: number, options?: { signal?: AbortSignal }): Promise<void> {
	return new Promise((resolve, reject) => {
		const { signal } = options ?? {};
		if (signal?.aborted) {
			reject(new AbortError());
			return;
		}
		const listener = signal && (() => {
			reject(new AbortError());
			clearTimeout(timer);
		});
		listener && signal?.addEventListener(event, listener, { once: true });
		const timer = setTimeout(() => {
			resolve();
			listener && signal?.removeEventListener(event, listener);
		}, ms);
	});
}`,
		'src/errors.ts': 'export class AbortError extends Error {}',
	});

	flags('one of a page that a factory gives its object', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { open } from './driver';
test('a', async () => {
	const driver = await open();
	await driver.settle();
	      ~~~~~~~~~~~~~~~ settle (test/driver.ts:4) → page.waitForTimeout
	expect(saved).toBe(true);
	await driver.idle();
	expect(saved).toBe(true);
});`,
		'test/driver.ts': `import puppeteer from 'puppeteer';
export class Driver {
	constructor() { this.page = null; }
	async settle() { await this.page.waitForTimeout(300); }
	async idle() { await this.queue.waitForTimeout(300); }
}
export async function open() {
	const driver = new Driver();
	driver.page = await (await puppeteer.launch()).newPage();
	driver.page.queue = createQueue();
	return driver;
}`,
	});

	flags('one of the program that does nothing but wait', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { delay } from '../src/utils';
test('a', async () => {
	start();
	await delay(100);
	      ~~~~~~~~~~ This waits 100 ms
	expect(done).toBe(true);
});`,
		'src/utils.ts': helpers,
	});

	const computed = (helper: string): Case => ({
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { delay } from '../src/utils';
test('a', async () => {
	start();
	await delay(100);
	      ~~~~~~~~~~ delay (src/utils.ts:1) → setTimeout
	expect(done).toBe(true);
});`,
		'src/utils.ts': helper,
	});

	flags('one of the program that asks first whether there is anything to wait for', computed('export const delay = (ms: number) => isFinite(ms) ? new Promise<void>(resolve => setTimeout(resolve, ms)) : new Promise<void>(() => undefined);'));
	flags('one of the program that has nothing to wait for at times', computed('export const delay = (ms: number) => ms > 0 ? new Promise<void>(resolve => setTimeout(resolve, ms)) : Promise.resolve();'));
	flags('one of the program that computes how long', computed('export function delay(ms: number) { return new Promise<void>(resolve => { setTimeout(resolve, Math.max(0, Math.round(ms))); }); }'));

	allows('one of the program that decides by its own state whether it waits', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { throttle } from '../src/utils';
test('a', async () => {
	start();
	await throttle(100);
	expect(done).toBe(true);
});`,
		'src/utils.ts': 'import { queue } from \'./queue\';\nexport const throttle = (ms: number) => queue.isBusy() ? new Promise<void>(resolve => setTimeout(resolve, ms)) : Promise.resolve();',
		'src/queue.ts': 'import { Queue } from \'some-queue\';\nexport const queue = new Queue();',
	});

	allows('one that is', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { delay, pause } from './helpers';
test('a', async () => {
	const controller = new AbortController();
	store.on('saved', () => controller.abort());
	await delay(1000, controller);
	await pause(1000, controller);
	expect(done).toBe(true);
});`,
		'test/helpers.ts': helpers,
	});
});

describe('waits that are settled by others', () => {
	flags('one in a `then` of another', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { settle } from './helpers';
test('a', async () => {
	start();
	await settle();
	      ~~~~~~~~ This waits 100 ms (settle (test/helpers.ts:3) → setTimeout)
	expect(done).toBe(true);
});`,
		'test/helpers.ts': `
import { setTimeout } from 'node:timers/promises';
export const settle = () => new Promise(resolve => { setTimeout(100).then(() => resolve()).catch(resolve); });`,
	});

	flags('a promise of an unknown library that is put off', `
it('a', () => {
	return load().delay(100).then(user => {
	       ~~~~~~~~~~~~~~~~~ This waits 100 ms (delay)
		assert.equal(user.name, 'Ada');
	});
});`);

	allows('what is no promise, or no number', `
it('a', () => {
	chart.transition().delay(100).attr('x', 1);
	return load().delay(item => item.index).then(user => {
		assert.equal(user.name, 'Ada');
	});
});`);
});

describe('a helper that runs later what it is handed', () => {
	flags('one in the same file and one in another', {
		'test/a.test.ts': `
import { act } from 'react-dom/test-utils';
import { later } from './helpers';
const setActTimeout = (callback, ms) => setTimeout(() => { act(() => { callback(); }); }, ms);
it('a', done => {
	start();
	setActTimeout(() => {
	~~~~~~~~~~~~~~~~~~~~~ What runs 100 ms later (setActTimeout (test/a.test.ts:4) → setTimeout) decides this test
		expect(states.length).toBe(2);
		done();
	}, 100);
});
it('b', done => {
	start();
	later(50, () => {
	~~~~~~~~~~~~~~~~~ What runs 50 ms later
		expect(states.length).toBe(2);
		done();
	});
});`,
		'test/helpers.ts': `export function later(ms: number, run: () => void): void { setTimeout(() => run(), ms); }`,
	});

	allows('one that is called off, and the program\'s own', {
		'test/a.test.ts': `
import { debounce } from '../src/debounce';
import { guarded } from './helpers';
it('a', done => {
	guarded(1000, () => { done(new Error('too late')); });
	store.on('saved', () => { expect(states.length).toBe(2); done(); });
});
it('b', done => {
	debounce(50, () => { expect(states.length).toBe(2); done(); });
});`,
		'test/helpers.ts': `export function guarded(ms: number, run: () => void): void { const timer = setTimeout(() => run(), ms); afterEach(() => clearTimeout(timer)); }`,
		'src/debounce.ts': `export function debounce(ms: number, run: () => void): void { setTimeout(() => run(), ms); }`,
	});
});

describe('callbacks of raw timers', () => {
	flags('assertions in them', `
import { it, expect } from '@jest/globals';
it('a', done => {
	start();
	setTimeout(() => {
	~~~~~~~~~~~~~~~~~~ 50 ms
		expect(finished).toBe(true);
		done();
	}, 50);
});`);

	flags('the way they run', `
import { it, expect } from '@jest/globals';
it('a', done => {
	start();
	setTimeout(() => { expect(finished).toBe(true); done(); }, 50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ What runs 50 ms later (setTimeout) decides this test, whether or not the work is done by then: too early where it takes longer, lost time where it is done sooner. Wait for the work itself, or use a fake clock (\`jest.useFakeTimers()\`).
});`);

	const ended = `
import { it, expect } from '@jest/globals';
it('a', done => {
	start().on('data', chunk => expect(chunk).toBe('a'));
	setTimeout(done, 100);
	~~~~~~~~~~~~~~~~~~~~~ This ends the test 100 ms later (setTimeout), whether or not its assertions have been made by then
});`;
	allows('the end of a test whose assertions are made elsewhere: those that are late fail nothing', ended.replace(/\n\t~.*/, ''));
	flags('the end of a test whose assertions are made elsewhere', ended, { options: { absence: true } });

	const closing = (run: string, mark = '', hook = ''): string => `
import { afterEach, it, expect } from '@jest/globals';
${hook}
it('a', done => {
	const watcher = watch({ poll: true });
	expect(watcher.options.poll).toBe(true);
	watcher.start();
	setTimeout(() => { ${run} }, 100);${mark}
});`;
	const decides = (run: string): string => `\n\t${'~'.repeat(`setTimeout(() => { ${run} }, 100);`.length - 1)} What runs 100 ms later (setTimeout) decides this test`;
	allows('a timer that closes things and ends a test', closing('watcher.close(); done();'));
	allows('a timer that closes all of several and ends a test', closing('for (const each of watchers) each.destroy(); done();'));
	allows('a timer that closes something and ends a test behind which a hook looks for what is left', closing('watcher.close(); done();', '', 'afterEach(() => { expect(open()).toEqual([]); });'));
	flags('a timer that closes things and ends a test behind which a hook looks for what is to come', closing('watcher.close(); done();', decides('watcher.close(); done();'), 'afterEach(() => { expect(nock.pendingMocks()).toEqual([]); });'));
	flags('a timer that does more and ends a test', closing('watcher.check(); done();', decides('watcher.check(); done();')));

	flags('the end of a test whose assertions are counted', `
import { it, expect } from '@jest/globals';
it('a', done => {
	expect.assertions(1);
	start().on('data', chunk => expect(chunk).toBe('a'));
	setTimeout(done, 100);
	~~~~~~~~~~~~~~~~~~~~~ What runs 100 ms later (setTimeout) decides this test
});`);

	flags('the end of a test behind which a hook asserts', `
import { afterEach, it, expect } from '@jest/globals';
afterEach(() => { expect(chunks).toHaveLength(3); });
it('a', done => {
	start().on('data', chunk => { chunks.push(chunk); expect(chunk).toBe('a'); });
	setTimeout(done, 100);
	~~~~~~~~~~~~~~~~~~~~~ What runs 100 ms later (setTimeout) decides this test
});`);

	allows('more work at a chosen time, whose callbacks assert', `
const { it } = require('mocha');
const { expect } = require('chai');
it('a', done => {
	const cargo = cargoOf(delays);
	cargo.drain(done);
	setTimeout(() => { cargo.push(3, (err, arg) => { expect(arg).to.equal('arg'); }); }, 15);
});`);

	flags('assertions at a chosen time, in the loops of the language too', `
const { it } = require('mocha');
const { expect } = require('chai');
it('a', done => {
	const cargo = cargoOf(delays);
	cargo.drain(done);
	setTimeout(() => { cargo.push(3, (err, arg) => { expect(arg).to.equal('arg'); }); expect(cargo.length).to.equal(2); }, 15);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 15 ms
	setTimeout(() => { cargo.tasks.forEach(task => { expect(task).to.equal('arg'); }); }, 25);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 25 ms
	setTimeout(() => { cargo.list((err, tasks) => { expect(tasks).to.equal('arg'); }); }, 30);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 30 ms
	setTimeout(() => { list((err, tasks) => { expect(tasks).to.equal('arg'); done(); }); }, 35);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 35 ms
});`);

	flags('the end of a hook', `
import { beforeEach, it, expect } from '@jest/globals';
beforeEach(done => {
	start();
	setTimeout(done, 100);
	~~~~~~~~~~~~~~~~~~~~~ What runs 100 ms later (setTimeout) decides this test
});
it('a', () => { expect(1).toBe(1); });`);

	flags('the end of the test in what an API calls back', `
const { test } = require('node:test');
const fastify = require('fastify')();
test('a', (t, done) => {
	fastify.ready(err => {
		t.assert.ifError(err);
		setTimeout(() => { fastify.inject('/').then(res => { t.assert.strictEqual(res.statusCode, 200); done(); }); }, 10);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 10 ms
	});
});`);

	flags('assertions in the promise that the test awaits', `
import { test } from 'node:test';
test('a', async t => {
	await new Promise(resolve => {
		setTimeout(() => { t.assert.strictEqual(order.length, 2); resolve(); }, 2000);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 2000 ms
	});
	await new Promise(resolve => {
		setTimeout(() => { app.close(() => { t.assert.strictEqual(order.length, 3); resolve(); }); }, 100);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ What runs 100 ms later
	});
});`);

	flags('callbacks with names', `
import { it, expect } from '@jest/globals';
it('a', done => {
	start();
	setTimeout(verify, 50);
	~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	function verify() {
		expect(finished).toBe(true);
		done();
	}
});`);

	flags('schedules', `
import { it, expect } from '@jest/globals';
it('a', done => {
	setTimeout(() => { expect(calls).toBe(1); }, 60);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
	setTimeout(() => { expect(calls).toBe(2); done(); }, 150);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 150 ms
});`);

	flags('timers of lodash and Meteor', `
import { Meteor } from 'meteor/meteor';
import _ from 'lodash';
import { it, expect } from '@jest/globals';
it('a', done => {
	Meteor.setTimeout(() => { expect(saved).toBe(true); }, 10);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 10 ms
	_.delay(() => { expect(saved).toBe(2); done(); }, 20);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 20 ms
});`);

	allows('a time limit that fails', `
import { it, expect } from '@jest/globals';
it('a', done => {
	setTimeout(() => { done(new Error('too late')); }, 2000);
	setTimeout(() => { expect.fail('too late'); }, 2000);
	setTimeout(() => { throw new Error('too late'); }, 2000);
	setTimeout(() => { clearInterval(ticking); assert.fail('too late'); }, 2000);
	start().on('end', done);
});`);

	allows('a callback that only acts', `
const { test } = require('node:test');
test('a', (t, done) => {
	const req = get('/').on('error', err => { t.assert.ok(err); done(); });
	setTimeout(() => { req.destroy(); }, 10);
	setTimeout(() => controller.abort(), 20);
	setTimeout(server.close, 30);
});`);

	allows('a callback of a handler that ends what it was asked', `
const { test } = require('node:test');
test('a', (t, done) => {
	app.register((instance, options, done) => { setTimeout(done, 500); });
	app.addHook('onClose', (instance, next) => { setTimeout(next, 100); });
	app.inject('/', (err, res) => { t.assert.ok(res); done(); });
});`);

	allows('assertions in the timer of a stub', `
const { test } = require('node:test');
test('a', async t => {
	response.emit = function (event) {
		setTimeout(() => { t.assert.strictEqual(signal.aborted, false); }, 200);
	};
	t.assert.strictEqual((await app.inject('/')).statusCode, 200);
});`);

	allows('timers that wait for no time', `
import { it, expect } from '@jest/globals';
it('a', done => {
	setTimeout(() => { expect(a).toBe(1); done(); });
	setTimeout(() => { expect(a).toBe(1); done(); }, 0);
	setImmediate(() => { expect(a).toBe(1); done(); });
	setImmediate(done);
});`);

	allows('intervals that look again and again', `
import { it, expect } from '@jest/globals';
it('a', done => {
	const ticking = setInterval(() => {
		if (!finished) return;
		clearInterval(ticking);
		expect(result).toBe(1);
		done();
	}, 10);
});`);

	allows('a timer that looks again', `
import { it, expect } from '@jest/globals';
it('a', done => {
	(function poll() {
		if (!finished) return setTimeout(poll, 10);
		expect(result).toBe(1);
		done();
	})();
});`);

	const connecting = (behind: string, mark = ''): string => `
const test = require('tape');
test('a', t => {
	start();
	connects(10, connect, (error, address) => { t.equal(address, 'a'); t.end(); });${mark}
});
function connects(times, work, done) {
	setTimeout(() => {
		work((error, address) => {
			if (!error || times === 0) return done(error, address);
			${behind}
		});
	}, 200);
}`;
	allows('a helper that sets its timer again until what it is handed has worked', connecting('connects(times - 1, work, done);'));
	flags('a helper that sets its timer once', connecting('throw error;', '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ What runs 200 ms later'));

	allows('a timer that is called off', `
import { it, expect } from '@jest/globals';
it('a', done => {
	const guard = setTimeout(() => { expect(finished).toBe(true); done(); }, 2000);
	start().on('end', () => { clearTimeout(guard); done(); });
});`);
});

describe('a wait in a loop that is left behind it', () => {
	flags('for the one of a list that is looked for', `
import { test, expect } from 'vitest';
${sleep}
test('a', async () => {
	for (const tab of await view.tabs()) {
		if (tab.title === 'Week') {
			tab.open();
			await sleep(300);
			      ~~~~~~~~~~ This waits 300 ms
			expect(view.days).toBe(7);
			break;
		}
	}
});
test('b', async () => {
	for (const tab of await view.tabs()) {
		if (tab.title !== 'Week') continue;
		if (tab.isLazy) {
			tab.open();
			await sleep(200);
			      ~~~~~~~~~~ This waits 200 ms
			expect(view.days).toBe(7);
			return;
		}
	}
});`);
});

describe('a helper that calls itself to wait on', () => {
	const waiting = (helper: string, mark = true): string => `
import { test, expect } from 'vitest';
${sleep}
${helper}
${mark ? `${' '.repeat(helper.indexOf('sleep(20)'))}~~~~~~~~~ This waits 20 ms\n` : ''}test('a', async () => {
	start();
	await turns(3);
	expect(done).toBe(true);
});`;
	for (const helper of [
		'const turns = (n = 1) => (n > 0 ? sleep(20).then(() => turns(n - 1)) : Promise.resolve());',
		'const turns = async n => { if (n > 0) { await sleep(20); await turns(n - 1); } };',
		'async function turns(left) { if (left === 0) return; await sleep(20); return turns(left - 1); }',
		'async function turns(to, count = 0) { if (count < 3) { await sleep(20); await turns(to, count + 1); } }',
	])
		flags(`which only counts: ${helper}`, waiting(helper));
	for (const helper of [
		'const turns = async n => { if (n > 0 && !ready()) { await sleep(20); await turns(n - 1); } };',
		'const turns = async n => { if (done || n === 0) return; await sleep(20); await turns(n - 1); };',
		'const turns = async n => { try { await connect(); } catch { if (n > 0) { await sleep(20); await turns(n - 1); } } };',
		'const turns = n => connect().catch(() => (n > 0 ? sleep(20).then(() => turns(n - 1)) : fail()));',
		'const turns = n => connect().then(undefined, () => (n > 0 ? sleep(20).then(() => turns(n - 1)) : fail()));',
		'const turns = n => sleep(20).then(() => (ready() ? 1 : turns(n - 1)));',
		'const turns = async n => { await sleep(20); await turns(n - 1); };',
	])
		allows(`which looks for something, or never ends: ${helper}`, waiting(helper, false));
});

describe('what is no fixed wait', () => {
	const silent = (title: string, body: string, before = ''): void => allows(title, `
import { test, expect, vi } from 'vitest';
${sleep}
${before}
test('a', async () => {
	${body}
	expect(done).toBe(true);
});`);

	silent('a loop that polls', 'while (!ready()) { await sleep(10); }');
	silent('a loop that acts, waits and looks', 'let x; do { await sleep(10); x = await load(); } while (x !== 1);');
	silent('a loop that counts and leaves early', 'for (let i = 0; i < 10; i++) { if (await ready()) break; await sleep(10); }');
	silent('a loop over a list that leaves early', 'for (const pause of [10, 20, 40]) { if (await ready()) return; await sleep(pause); }');
	silent('a loop that waits before each try', 'for (let i = 0; i < 10; i++) { try { await sleep(10); await connect(); break; } catch {} }');
	silent('a loop that goes on where it is not ready', 'while (true) { await sleep(10); if (!ready()) continue; break; }');
	silent('a loop with a deadline', 'const deadline = Date.now() + 1000; while (Date.now() < deadline) { if (ready()) break; await sleep(10); }');
	silent('a loop that waits in a catch', 'for (let i = 0; i < 10; i++) { try { await connect(); break; } catch { await sleep(10); } }');
	silent('an endless loop that is left', 'for (;;) { if (ready()) break; await sleep(10); }');
	silent('a wait helper', 'await waitFor(() => ready());', 'async function waitFor(check) { while (!check()) { await sleep(10); } }');
	silent('a wait helper that tries again', 'await eventually(() => expect(ready()).toBe(true));', 'async function eventually(check) { for (let i = 0; i < 10; i++) { try { return check(); } catch { await sleep(10); } } check(); }');
	silent('a wait helper that calls itself', 'await until(() => ready());', 'async function until(check) { if (check()) return; await sleep(10); return until(check); }');
	silent('a wait helper that has itself called', 'await isDone();', 'const isDone = (tries = 9) => { const look = () => (ready() ? undefined : tries-- > 0 ? sleep(10).then(look) : fail()); return look(); };');
	silent('a method that tries again by itself', 'await new Server().start();', 'class Server { tries = 3; start() { return open().catch(error => { if (this.tries-- === 0) throw error; return sleep(1000).then(() => this.start()); }); } }');
	silent('a pause right in front of a loop that polls', 'await until(() => ready());', 'async function until(check, { first = 10, limit = 500 } = {}) { const end = Date.now() + limit; await sleep(first); while (!check() && Date.now() < end) await sleep(5); }');
	silent('a wait helper of timers', 'await until(() => ready());', 'const until = check => new Promise(resolve => { const look = () => (check() ? resolve() : setTimeout(look, 10)); look(); });');
	silent('a wait helper of an interval', 'await until(() => ready());', 'const until = check => new Promise(resolve => { const ticking = setInterval(() => { if (check()) { clearInterval(ticking); resolve(); } }, 10); });');
	silent('a guard in a race', 'await Promise.race([start(), sleep(1000)]);');
	silent('a guard in a race that was kept', 'const guard = sleep(1000); await Promise.race([start(), guard]);');
	silent('a guard in a race that rejects', `await Promise.race([start(), new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 1000))]);`);
	silent('the first of several', 'await Promise.any([start(), sleep(1000)]);');
	silent('a promise that an event settles too', `await new Promise(resolve => { emitter.once('end', resolve); setTimeout(resolve, 1000); });`);
	silent('a promise that an event fails too', `await new Promise((resolve, reject) => { child.once('exit', reject); setTimeout(resolve, 150); });`);
	silent('a timer that is called off', `await new Promise((resolve, reject) => { const timer = setTimeout(() => resolve(), 150); child.once('exit', code => { clearTimeout(timer); reject(new Error(code)); }); });`);
	silent('a timer whose handle is kept', 'await new Promise(resolve => { timer = setTimeout(resolve, 150); });', 'let timer; const stop = () => clearTimeout(timer);');
	silent('a wait that a signal ends', 'await setTimeout(1000, undefined, { signal });', `import { setTimeout } from 'node:timers/promises'; const { signal } = new AbortController();`);
	silent('a tick', 'await sleep(0); await new Promise(resolve => setTimeout(resolve)); await new Promise(resolve => setTimeout(resolve, 0));');
	silent('a turn of the event loop', 'await new Promise(resolve => setImmediate(resolve)); await new Promise(process.nextTick); await Promise.resolve();');
	silent('a tick of a helper', 'await flushPromises();', 'const flushPromises = () => new Promise(resolve => setTimeout(resolve));');
	silent('a tick of timers/promises', 'await setImmediate(); await setTimeout(0); await setTimeout();', `import { setImmediate, setTimeout } from 'node:timers/promises';`);
	silent('a wait that nobody waits for', 'sleep(10); void sleep(20); const pause = sleep(30);');
	silent('what is done later', 'sleep(10).then(() => socket.destroy()); setTimeout(() => socket.destroy(), 20);');
	silent('code in a template', 'await run(`await new Promise(resolve => setTimeout(resolve, 100)); ${name}`); write(`import { test } from "vitest"; test("b", async () => { await sleep(10); });`);');
	silent('a wait that an API of the framework does', `await vi.waitFor(() => ready()); await expect.poll(() => ready()).toBe(true);`);
	silent('an event', `await once(emitter, 'end');`, `import { once } from 'node:events';`);
	silent('a promise that is listened to before what sets it off', `const active = new Promise(resolve => worker.once('active', resolve)); await queue.add('a'); await active;`);
	silent('a child process that sleeps', `const child = spawn('sleep', ['10']); child.kill();`, `import { spawn } from 'node:child_process';`);

	silent('a block while an answer is waited for', 'const answer = fetch(url); Atomics.wait(cell, 0, 0, 3000); await answer;');
	const apart = (code: string): string => `const item = await make(); ${code} expect(item.savedAt).toBeGreaterThan(start);`;
	silent('what keeps two times apart', apart('const start = Date.now(); await sleep(10); await item.save();'));
	silent('what keeps two dates apart', `let start; ${apart('start = new Date(); await sleep(10); await item.save();').replace('(start)', '(start.valueOf())')}`);
	for (const [name, code] of [
		['a block that nothing waits behind', 'void start(); Atomics.wait(cell, 0, 0, 3000);'],
		['a wait behind a time with nothing done after it', apart('const start = Date.now(); await sleep(10);')],
		['a long wait behind a time', apart('const start = Date.now(); await sleep(500); await item.save();')],
		['a wait for what begins behind a time', apart('const start = Date.now(); item.save(); await sleep(10); await item.read();')],
	] as const) {
		const wait = /(?:await sleep|Atomics.wait)\(.*?\)/.exec(code)?.[0] ?? '';
		const call = wait.replace('await ', '');
		flags(name, `
import { test, expect } from 'vitest';
${sleep}
test('a', async () => {
	${code}
	${' '.repeat(code.indexOf(call))}${'~'.repeat(call.length)}
	expect(done).toBe(true);
});`);
	}

	allows('cy.wait for a request', `
it('a', () => {
	cy.intercept('/users').as('users');
	cy.wait('@users');
	cy.wait(['@users', '@teams']);
	cy.get('li').should('have.length', 2);
});`);

	allows('waits of Playwright and WebdriverIO for something', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	const response = page.waitForResponse('/users');
	await page.click('a');
	await response;
	await page.waitForURL('/done');
	await expect(page.locator('a')).toBeVisible();
});`);

	allows('things of the same names', `
import { test, expect } from 'vitest';
import { sleep, delay, wait } from './virtual-time';
test('a', async () => {
	await sleep(10);
	await delay(10);
	await wait(10);
	await page.pause();
	expect(done).toBe(true);
});`);

	allows('a long timeout', `
describe('a', function () {
	this.timeout(60000);
	it('b', async () => { expect(await load()).toBe(1); }, 60_000);
});`);
});

describe('latency', () => {
	allows('in a stub', `
import { test, expect, vi } from 'vitest';
import { load } from './load';
${sleep}
vi.mock('./api', () => ({ get: async () => { await sleep(10); return 1; } }));
test('a', async () => {
	const get = vi.fn(async () => { await sleep(10); return 1; });
	const other = vi.fn().mockImplementation(() => new Promise(resolve => setTimeout(() => resolve(1), 50)));
	vi.spyOn(api, 'get').mockImplementation(async () => { await sleep(10); return 1; });
	expect(await load(get, other)).toBe(1);
});`);

	allows('in a handler of a server', `
import { test, expect } from 'vitest';
import express from 'express';
import http from 'node:http';
${sleep}
test('a', async () => {
	const app = express();
	app.get('/', async (req, res) => { await sleep(50); res.send('a'); });
	http.createServer(async (req, res) => { await sleep(50); res.end(); }).listen(0);
	expect((await fetch(url)).status).toBe(200);
});`);

	allows('in a handler of msw', `
import { http, delay, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { test, expect } from 'vitest';
const server = setupServer(http.get('/a', async () => { await delay(100); return HttpResponse.json(1); }));
test('a', async () => {
	server.use(http.get('/b', async () => { await delay(100); return HttpResponse.json(1); }));
	expect(await load()).toBe(1);
});`);

	allows('in what a queue works off', `
import { test, expect } from 'vitest';
import { Worker, Queue } from 'bullmq';
${sleep}
test('a', async () => {
	const worker = new Worker('a', async () => { await sleep(100); return 1; });
	const finished = new Promise(resolve => worker.on('completed', resolve));
	await new Queue('a').add('b', {});
	await finished;
	expect(worker.isRunning()).toBe(true);
});`);

	allows('in what is handed to the code under test', {
		'a.test.ts': `
import { test, expect } from 'vitest';
import { limit } from '../src/limit';
${sleep}
test('a', async () => {
	const run = limit(2);
	const slow = async () => { await sleep(10); return 1; };
	expect(await Promise.all([run(slow), run(() => sleep(20).then(() => 2))])).toEqual([1, 2]);
});`,
		'../src/limit.ts': 'export const limit = n => async job => job();',
	});

	allows('in the code under test', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { load } from '../src/load';
test('a', async () => {
	expect(await load()).toBe(1);
});`,
		'src/load.ts': `import { sleep } from './sleep';\nexport async function load() {\n\tconst answer = await fetch('/a');\n\tawait sleep(100);\n\treturn answer.json();\n}`,
		'src/sleep.ts': sleepModule,
	});

	allows('in fake objects', `
import { test, expect } from 'vitest';
${sleep}
const client = {
	async get() { await sleep(10); return 1; },
	close: () => sleep(10),
};
class FakeStore { async read() { await sleep(5); return 2; } }
test('a', async () => {
	expect(await load(client, new FakeStore())).toBe(3);
});`);
});

describe('the last thing that a file does', () => {
	const ending = (hook: string, more = ''): string => `
import { open } from 'some-store';
${sleep}
let store;
describe('a', () => {
	beforeAll(() => { store = open(); });
	${hook}
	it('b', async () => { expect(await store.get(1)).toBe(2); });
});
${more}`;
	allows('is to wait', ending('afterAll(async () => { await sleep(500); });'));
	allows('is to wait behind a closing', ending('afterAll(async () => { await store.close(); await sleep(500); await sleep(10); });'));
	flags('is to wait, as the option for absence asks', ending('afterAll(async () => { await sleep(500); });\n\t                             ~~~~~~~~~~ 500 ms'), { options: { absence: true } });
	flags('is not what stands behind each test', ending('afterEach(async () => { await sleep(500); });\n\t                              ~~~~~~~~~~ 500 ms'));
	flags('is not what another suite comes behind', ending('afterAll(async () => { await sleep(500); });\n\t                             ~~~~~~~~~~ 500 ms', `describe('c', () => { it('d', () => { expect(store.size).toBe(1); }); });`));
	flags('is not to wait where something is done behind it', ending('afterAll(async () => { await sleep(500); await store.check(); });\n\t                             ~~~~~~~~~~ 500 ms'));
	flags('is not to wait where something is claimed', ending('afterAll(async () => { await sleep(500); expect(store.size).toBe(1); });\n\t                             ~~~~~~~~~~ 500 ms'));
});

describe('something slow that a test plays', () => {
	const played = (text: string): string => `
import { expect, test, vi } from 'vitest';
import { queue } from 'some-queue';
${sleep}
test('a', async () => {
	await queue.clear();
	${text}
});`;
	allows('that gives a constant', played(`const load = async () => { await sleep(10); return 42; };
	expect(await load()).toBe(42);`));
	allows('whose value is kept first', played(`const load = async () => { await sleep(10); return { id: 1 }; };
	const item = await load();
	expect(item.id).toBe(1);`));
	allows('that computes with what it is given', played(`const double = async n => { await sleep(10); return n * 2; };
	expect(await Promise.all([double(1), double(2)])).toEqual([2, 4]);`));
	allows('for each of a list', played(`const all = await Promise.all([1, 2].map(async n => { await sleep(n); return n; }));
	expect(all).toEqual([1, 2]);`));
	allows('as a promise', played(`const load = () => new Promise(resolve => setTimeout(() => resolve(42), 10));
	expect(await load()).toBe(42);`));
	allows('as a chain', played(`const load = () => sleep(10).then(() => 42);
	expect(await load()).toBe(42);`));
	allows('as a method', played(`const service = { load: async () => { await sleep(10); return 42; } };
	expect(await service.load()).toBe(42);`));
	allows('that keeps what it is handed', played(`const kept = [];
	const keep = async item => { await sleep(5); kept.push(item); };
	await keep(1);
	expect(kept).toEqual([1]);`));
	allows('that keeps it in a variable', played(`let saved;
	const save = async (name, age) => { await sleep(5); saved = { name, age }; };
	await save('a', 1);
	expect(saved).toEqual({ name: 'a', age: 1 });`));
	allows('that keeps it in an object', played(`class Rows { rows = []; async insert(row) { await sleep(5); this.rows.push(row); } }
	const table = new Rows();
	await table.insert(1);
	expect(table.rows).toEqual([1]);`));
	flags('but one that looks at something else once it has waited', played(`let size;
	const look = async () => { await sleep(5); size = queue.size; };
	await look();
	      ~~~~~~
	expect(size).toBe(1);`));
	flags('and one that keeps first', played(`const kept = [];
	const keep = async item => { kept.push(item); await sleep(5); };
	                                                    ~~~~~~~~
	await keep(1);
	expect(kept).toEqual([1]);`));
	allows('in a helper', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { queue } from 'some-queue';
import { loading, slow } from './support/slow';
test('a', async () => {
	await queue.clear();
	const load = loading(3);
	expect(await load()).toBe(3);
	expect(await slow()).toBe(7);
});`,
		'test/support/slow.ts': `${sleep}\nexport const slow = async () => { await sleep(10); return 7; };\nexport const loading = value => async () => { await sleep(10); return value; };`,
	});
	allows('in a helper, and that is handed to the code under test', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { queue } from 'some-queue';
import { cached } from '../src/cached';
import { slow } from './support/slow';
test('a', async () => {
	await queue.clear();
	expect(await cached(slow)).toBe(1);
});`,
		'src/cached.ts': 'export async function cached(load) { const value = await load(); return value; }',
		'test/support/slow.ts': `${sleep}\nlet calls = 0;\nexport const slow = async () => { calls++; await sleep(10); return calls; };`,
	});

	flags('whose value nobody takes', played(`const settled = async () => { await sleep(10); return true; };
	queue.push(1);
	await settled();
	      ~~~~~~~~~ This waits 10 ms
	expect(queue.done).toBe(1);`));
	flags('whose value nobody takes, among others', played(`const settled = async () => { await sleep(10); return true; };
	await Promise.all([queue.push(1), settled()]);
	                                  ~~~~~~~~~ This waits 10 ms
	expect(queue.done).toBe(1);`));
	flags('that gives what the test works with', played(`const settled = async list => { await sleep(10); return list; };
	const list = await settled(queue.push(1));
	                   ~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
	expect(list.done).toBe(1);`));
	flags('that does something', played(`const push = async () => { queue.push(1); await sleep(10); return true; };
	                                                ~~~~~~~~~ This waits 10 ms
	expect(await push()).toBe(true);
	expect(queue.done).toBe(1);`));
	flags('that gives what there is by then', played(`const size = async () => { await sleep(10); return queue.size; };
	queue.push(1);
	expect(await size()).toBe(1);
	             ~~~~~~ This waits 10 ms`));
});

describe('fake clocks', () => {
	allows('of Vitest', `
import { test, expect, vi } from 'vitest';
${sleep}
test('a', async () => {
	vi.useFakeTimers();
	const pause = sleep(100);
	vi.advanceTimersByTime(100);
	await pause;
	expect(done).toBe(true);
	vi.useRealTimers();
});`);

	allows('of Jest, in a hook', `
${sleep}
describe('a', () => {
	beforeEach(() => { jest.useFakeTimers(); });
	afterEach(() => { jest.useRealTimers(); });
	it('b', async () => {
		const pause = sleep(100);
		await jest.advanceTimersByTimeAsync(100);
		await pause;
		expect(done).toBe(true);
	});
	it('c', done => {
		setTimeout(() => { expect(a).toBe(1); done(); }, 100);
		jest.advanceTimersByTime(100);
	});
});`);

	allows('of sinon, in an outer hook', `
const sinon = require('sinon');
const { expect } = require('chai');
${sleep}
describe('a', () => {
	let clock;
	beforeEach(() => { clock = sinon.useFakeTimers(); });
	afterEach(() => { clock.restore(); });
	describe('b', () => {
		it('c', async () => {
			const pause = sleep(100);
			await clock.tickAsync(100);
			await pause;
			expect(done).to.equal(true);
		});
	});
});`);

	allows('of node:test', `
import { test } from 'node:test';
test('a', async t => {
	t.mock.timers.enable({ apis: ['setTimeout'] });
	const pause = new Promise(resolve => setTimeout(resolve, 100));
	t.mock.timers.tick(100);
	await pause;
	t.assert.strictEqual(done, true);
});`);

	allows('of Jasmine', `
describe('a', () => {
	beforeEach(() => { jasmine.clock().install(); });
	afterEach(() => { jasmine.clock().uninstall(); });
	it('b', done => {
		setTimeout(() => { expect(a).toBe(1); done(); }, 100);
		jasmine.clock().tick(101);
	});
});`);

	allows('of Deno', `
import { assertEquals } from 'jsr:@std/assert';
import { FakeTime } from 'jsr:@std/testing/time';
import { delay } from 'jsr:@std/async/delay';
Deno.test('a', async () => {
	using time = new FakeTime();
	const pause = delay(100);
	await time.tickAsync(100);
	await pause;
	assertEquals(done, true);
});`);

	allows('that the configuration switches on', {
		'a.test.ts': `
import { test, expect } from '@jest/globals';
${sleep}
test('a', async () => {
	const pause = sleep(100);
	await jest.advanceTimersByTimeAsync(100);
	await pause;
	expect(done).toBe(true);
});`,
		'jest.config.js': 'module.exports = { fakeTimers: { enableGlobally: true } };',
		'package.json': '{}',
	});

	flags('a wait after the clock is real again', `
import { test, expect, vi } from 'vitest';
${sleep}
test('a', async () => {
	vi.useFakeTimers();
	vi.useRealTimers();
	await sleep(100);
	      ~~~~~~~~~~ 100 ms
	expect(done).toBe(true);
});`);

	flags('a wait that only a fake date surrounds', `
import { test, expect, vi } from 'vitest';
${sleep}
test('a', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	await sleep(100);
	      ~~~~~~~~~~ 100 ms
	expect(done).toBe(true);
});`);

	flags('a wait that no fake clock reaches', `
import { test, expect, vi } from 'vitest';
test('a', () => {
	vi.useFakeTimers();
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	expect(done).toBe(true);
});`);
});

describe('what must not happen', () => {
	const code = (underline: string, claim: string): string => `
import { test, expect, vi } from 'vitest';
${sleep}
test('a', async () => {
	start();
	await sleep(50);${underline}
	${claim}
});`;
	const mark = '\n\t      ~~~~~~~~~ This waits 50 ms (sleep (a.test.ts:3) → setTimeout) for what must not happen';

	for (const claim of ['expect(spy).not.toHaveBeenCalled();', 'expect(spy).toHaveBeenCalledTimes(0);', 'expect(calls).toEqual([]);', 'const none = [];\n\texpect(calls).toEqual(none);', `const error = expect.arrayContaining(['error']);\n\texpect(calls).not.toEqual(error);`, 'expect(calls).toHaveLength(0);', 'expect(called).toBe(false);', `expect(text).not.toContain('error');`]) {
		allows(claim, code('', claim));
		flags(claim, code(mark, claim), { options: { absence: true } });
	}

	for (const [what, filled] of [['that is filled by its name', `const some = [];\n\tsome.push('a');`], ['that is given another', `let some = [];\n\tif (isSlow) some = ['a'];`], ['with something in it', `const some = ['a'];`]] as const) {
		flags(`a wait before what is compared with a list ${what}`, code('\n\t      ~~~~~~~~~ however long the work takes', `${filled}\n\texpect(calls).toEqual(some);`));
	}

	flags('a wait before what must not happen and what must', code('\n\t      ~~~~~~~~~ however long the work takes', 'expect(spy).not.toHaveBeenCalled();\n\texpect(done).toBe(true);'));

	flags('a wait before an action and what must not happen then', code('\n\t      ~~~~~~~~~ however long the work takes', 'await act();\n\texpect(spy).not.toHaveBeenCalled();'));

	const unclaimed = (behind: string, before = '', mark = ''): string => `
import { expect } from 'chai';
import { load } from 'somewhere';
${sleep}
${before}
it('a', async () => {
	const queue = await load();
	queue.add(1);
	expect(!queue.ran, 'has not run');
	await sleep(50);${mark}
	${behind}
});`;
	const hoped = '\n\t      ~~~~~~~~~ however long the work takes';
	allows('the end of a test without any assertion', unclaimed(''));
	allows('the end of a test that is silent about what it expects', unclaimed(`expect(queue.ran, 'has run');`));
	flags('the end of a test without any assertion', unclaimed('', '', '\n\t      ~~~~~~~~~ for what must not happen'), { options: { absence: true } });
	flags('a wait behind which more is done', unclaimed('queue.check();', '', hoped));
	flags('a wait behind which a hook asserts', unclaimed('', 'afterEach(() => { expect(queue.done).to.equal(true); });', hoped));

	allows('a timer whose callback says so', `
import { it, expect } from '@jest/globals';
it('a', done => {
	emitter.on('end', spy);
	setTimeout(() => { expect(spy).not.toHaveBeenCalled(); done(); }, 50);
});`);

	flags('a timer whose callback says so', `
import { it, expect } from '@jest/globals';
it('a', done => {
	emitter.on('end', spy);
	setTimeout(() => { expect(spy).not.toHaveBeenCalled(); done(); }, 50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms (setTimeout) for what must not happen
});`, { options: { absence: true } });

	flags('no end alone, but an assertion in a function that the test calls with something', `
import { expect, it } from '@jest/globals';
it('a', done => {
	let count = 0;
	function add(index) {
		socket.emit('add', { index }, () => {
			count++;
			if (count === 2) setTimeout(() => { expect(list.length).toBe(2); done(); }, 500);
			                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ What runs 500 ms later (setTimeout) decides this test
		});
	}
	add(0);
	add(1);
});`);

	const expecting = (told: string, underline: string, checked: string): string => `
import { it, expect } from '@jest/globals';
import nock from 'nock';
import sinon from 'sinon';
it('a', done => {
	${told}
	start();
	setTimeout(() => { expect(spy).not.toHaveBeenCalled(); ${checked}; done(); }, 50);${underline}
});`;
	const scope = `const stand = nock('http://host').get('/a').reply(200);`;
	for (const [told, checked] of [[scope, 'stand.done()'], [`const stand = sinon.mock(client);\n\tstand.expects('send').once();`, 'stand.verify()'], [`const box = sinon.createSandbox();\n\tbox.mock(client);`, 'box.verify()']] as const) {
		flags(`beside what a stand-in must have been asked for: ${checked}`, expecting(told, `\n\t${'~'.repeat(71 + checked.length)} What runs 50 ms later (setTimeout) decides this test`, checked));
	}
	for (const checked of ['stand.isDone()', 'spy.done()', 'stand.persist()']) allows(`beside a call that asks for nothing: ${checked}`, expecting(scope, '', checked));

	flags('a timer that claims nothing but that', `
import nock from 'nock';
it('a', done => {
	const scope = nock('http://host').get('/a').reply(200).get('/b').reply(200);
	start();
	setTimeout(() => {
	~~~~~~~~~~~~~~~~~~ What runs 40 ms later (setTimeout) decides this test
		scope.done();
		done();
	}, 40);
});`);

	flags('what must not happen, and what must have been asked for', `
import { test, expect } from 'vitest';
import nock from 'nock';
${sleep}
test('a', async () => {
	const scope = nock('http://host').get('/a').reply(200);
	start();
	await sleep(50);
	      ~~~~~~~~~ however long the work takes
	expect(spy).not.toHaveBeenCalled();
	scope.done();
});`);

	allows('what is looked at behind the wait, and is not there', `
import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.goto('/');
	await page.waitForTimeout(1000);
	const overlay = await page.$('#overlay');
	expect(overlay).toBeNull();
});`);

	flags('what was there when it was looked at before', `
import { expect, test } from 'vitest';
test('a', async () => {
	const workers = await queue.getWorkers();
	expect(workers).toHaveLength(1);
	await client.disconnect();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const left = await queue.getWorkers();
	expect(left).toHaveLength(0);
});`);

	flags('what is done behind the wait', `
import { expect, test } from 'vitest';
test('a', async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const answer = await stop();
	expect(errors).toHaveLength(0);
});`);

	allows('what the title says does not happen', `
import { expect, test } from 'vitest';
test('does not navigate', async () => {
	click(link);
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(heading.textContent).not.toBe('About');
});`);

	allows('that something is not among what there is', `
import { expect, test } from 'vitest';
test('a', async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(logs).not.toEqual(expect.arrayContaining([expect.stringContaining('error')]));
});`);

	allows('what the title says does not happen, with a snapshot of the rest', `
import { expect, test } from 'vitest';
test('should not show an overlay', async ({ page }) => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(document.querySelector('#overlay')).toBeNull();
	expect(document.body.outerHTML).toMatchSnapshot();
});`);

	flags('what is to happen beside what must not', `
import { expect, test } from 'vitest';
test('does not call the next link', async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(resolved).toBe(true);
	expect(called).toBe(false);
});
test('shows an overlay', async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(document.querySelector('#error')).toBeNull();
	expect(document.body.outerHTML).toMatchSnapshot();
});`);

	flags('what is to be over', `
import { expect, test } from 'vitest';
test('loads', async () => {
	click(link);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms
	expect(heading.textContent).not.toBe('Loading');
});
test('does not wait for the body', async () => {
	click(link);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms
	expect(answer).toBeDefined();
	expect(answer).not.toBe(null);
});`);

	allows('what was claimed in front of the wait as well', `
import { expect, it, vi } from 'vitest';
it('a', async () => {
	const send = vi.fn();
	start(send);
	expect(send).toHaveBeenCalledTimes(1);
	expect(state.items).toHaveLength(2);
	click(link);
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(send).toHaveBeenCalledTimes(1);
	expect(state.items).toHaveLength(2);
});
it('b', done => {
	expect(state.items).toHaveLength(3);
	click(link);
	setTimeout(() => { expect(state.items).toHaveLength(3); done(); }, 50);
});`);

	flags('what was something else in front of the wait, or was reset since', `
import { expect, it, vi } from 'vitest';
it('a', async () => {
	const send = vi.fn();
	start(send);
	expect(send).toHaveBeenCalledTimes(1);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(send).toHaveBeenCalledTimes(2);
});
it('b', async () => {
	const send = vi.fn();
	start(send);
	expect(send).toHaveBeenCalledTimes(1);
	send.mockClear();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(send).toHaveBeenCalledTimes(1);
});
it('c', async () => {
	let calls = 0;
	start(() => { calls++; });
	expect(calls).toBe(1);
	calls = 0;
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(calls).toBe(1);
});
it('d', async () => {
	expect(take()).toBe(true);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(take()).toBe(true);
});
it('e', async () => {
	expect(state.open).toBe('no');
	start();
	expect(state.open).toBe('yes');
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(state.open).toBe('no');
});`);

	allows('the end of a test that fails where something happens', `
const { test } = require('node:test');
test('a', (t, done) => {
	process.on('warning', () => { t.assert.fail('no warning'); });
	start();
	setTimeout(done, 500);
});
test('b', (t, done) => {
	process.on('warning', () => { t.assert.fail('no warning'); });
	start();
	setTimeout(() => { t.assert.ok('all is well'); done(); }, 500);
});`);
});

describe('what is to be gone', () => {
	flags('of what the test has put there', `
import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { load } from './loader';
test('deletes what it has read', () => new Promise(done => {
	writeFileSync(dump, 'x');
	let called = false;
	load([dump], () => { called = true; });
	setTimeout(() => {
	~~~~~~~~~~~~~~~~~~ This waits 2000 ms (setTimeout), however long
		expect(called).toBe(false);
		expect(existsSync(dump)).toBe(false);
		done();
	}, 2000);
}));`);

	flags('in a timer of what is called until it does not throw', {
		'a.test.ts': `
import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { load } from './loader';
test('deletes what it has read', () => new Promise(done => {
	writeFileSync(dump, 'x');
	load(dump, text => {
		expect(text).toBe('x');
		setTimeout(() => {
		~~~~~~~~~~~~~~~~~~ This waits 1000 ms (setTimeout), however long
			expect(existsSync(dump)).toBe(false);
			done();
		}, 1000);
	});
}));`,
		'loader.ts': `
export async function load(file: string, use: (text: string) => void) {
	let left = 5;
	while (left-- > 0) {
		try { use(await read(file)); return; } catch { log('again'); }
	}
}`,
	});

	allows('of what the test has not put there', `
import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { load } from './loader';
test('writes nothing', () => new Promise(done => {
	writeFileSync(dump, 'x');
	load([dump]);
	setTimeout(() => {
		expect(existsSync(copy)).toBe(false);
		done();
	}, 2000);
}));`);

	const gone = (before: string, claim: string): string => `
import { expect, test, vi } from 'vitest';
import { screen, fireEvent } from '@testing-library/react';
import { store, send } from 'somewhere';
test('a', async () => {
	const spy = vi.fn();
	let calls = [];
	${before}
	await new Promise(resolve => setTimeout(resolve, 50));
	${claim}
});`;
	const flagged = (before: string, claim: string): string => gone(before, claim).replace('50));', '50));\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ however long the work takes');

	flags('and was claimed to be there', flagged('expect(store.size).toBe(1);\n\tsend("close");', 'expect(store.size).toBe(0);'));
	flags('and was claimed to be there by a function with variables of its own', flagged('expectSame(store.keys().length, 1);\n\tsend("close");', 'expectSame(store.keys().length, 0);')
		.replace('import { store', 'const expectSame = (one, other) => {\n\tconst text = JSON.stringify(one);\n\tconst wanted = JSON.stringify(other);\n\texpect(text).toBe(wanted);\n};\nimport { store'));
	flags('and was claimed to be true', flagged('expect(store.isOpen()).toBe(true);\n\tsend("close");', 'expect(store.isOpen()).toBe(false);'));
	flags('and was claimed to be there in other words', flagged(`expect(screen.queryByText('x')).not.toBeNull();\n\tsend("close");`, `expect(screen.queryByText('x')).toBeNull();`));
	flags('and was looked up before', flagged(`fireEvent.click(screen.getByText('x'));`, `expect(screen.queryByText('x')).toBeNull();`));
	flags('and was waited for before', flagged(`await screen.findByText('x');\n\tsend("close");`, `expect(screen.queryByText('x')).not.toBeInTheDocument();`));
	flags('and is taken away right before', flagged('const gone = store.once("gone");\n\tawait store.disconnect(7);\n\tawait gone;', 'expect(Array.from(store.getConnections().values()).length).toBe(0);'));
	flags('and is taken away from what is handed over', flagged('await removeFrom(store, 7);', 'expect(store.get(7)).toBeUndefined();').replace('import { store', 'import { removeFrom, store'));

	allows('and a timer is called off before that is asked', gone('send("x");', 'clearInterval(ticking);\n\texpect(calls).toHaveLength(0);'));
	flags('though something else is called before that is asked', flagged('send("x");', 'stop(ticking);\n\texpect(calls).toHaveLength(0);'));
	const failing = (behind: string, mark = ''): string => `
import test from 'ava';
test('a', async t => {
	await new Promise(async resolve => {
		listen(() => { t.fail('must not be called'); });
		await new Promise(settle => setTimeout(settle, 50));${mark}
		${behind}
		resolve();
	});
});`;
	allows('where a test only fails by what must not happen', failing('t.pass();'));
	flags('where it does something else before it ends', failing('await stop();', '\n\t\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ however long the work takes'));
	flags('where it claims something behind', failing('t.is(count(), 2);', '\n\t\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ however long the work takes'));

	allows('though nothing was there before', gone('expect(store.size).toBe(0);\n\tsend("x");', 'expect(store.size).toBe(0);'));
	allows('though something else was claimed before', gone('expect(store.name).toBe("x");\n\tsend("x");', 'expect(store.size).toBe(0);'));
	allows('though something else was looked up', gone(`fireEvent.click(screen.getByText('y'));`, `expect(screen.queryByText('x')).toBeNull();`));
	allows('and calls of a spy, which were counted from the start again', gone('expect(spy).toHaveBeenCalledTimes(1);\n\tstartAgain();\n\tsend("x");', 'expect(spy).toHaveBeenCalledTimes(0);'));
	allows('and a list that was emptied before', gone('expect(calls).toHaveLength(1);\n\tcalls = [];\n\tsend("x");', 'expect(calls).toHaveLength(0);'));
	allows('and what listeners note, which are taken away', gone('send.removeListener("x", note);', 'expect(calls).toHaveLength(0);'));
	allows('and what is asked behind another action', gone('store.remove(7);\n\tsend("x");', 'expect(store.get(7)).toBeUndefined();'));
	allows('and what comes of something that is stopped', gone('store.add(1);\n\tstore.kill();', 'expect(store.getLength()).toBe(0);'));
	const timed = (inside: string): string => `
const assert = require('node:assert');
const { store, send } = require('somewhere');
it('a', done => {
	assert.equal(store.isOpen, true);
	setTimeout(() => { ${inside}assert.equal(store.isOpen, false); done(); }, 50);
});`;
	allows('and what the timer itself ends', timed('send("close"); '));
	flags('when a timer is over', timed('').replace('50);', `50);\n\t${'~'.repeat(68)} What runs 50 ms later`));
	allows('and what an assertion itself waits for', `
import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await expect(page.locator('.menu')).toBeVisible();
	await page.click('#close');
	await page.waitForTimeout(500);
	await expect(page.locator('.menu')).not.toBeVisible();
	await expect(page).not.toHaveURL('/other');
});`);
	allows('and what is asked before a variable is switched', gone('let paused = true;\n\tstart(() => paused);', 'expect(calls).toEqual([]);\n\tpaused = false;\n\texpect((await store.result).ended).toBe(true);'));
	allows('and a spy whose calls were counted before, and looked at', gone('await vi.waitFor(() => expect(spy).toHaveBeenCalledTimes(1));\n\texpect(spy).toHaveBeenNthCalledWith(1, "x");', 'expect(spy).toHaveBeenCalledTimes(1);'));
	allows('and what a spy was handed whose calls were counted before', gone('await vi.waitFor(() => expect(spy).toHaveBeenCalledTimes(1));', 'expect(spy).toHaveBeenCalledTimes(1);\n\texpect(spy).toHaveBeenCalledWith("x");'));
	flags('though a spy was only called, and what it was handed is asked', flagged('expect(spy).toHaveBeenCalledTimes(1);\n\tsend("x");', 'expect(spy).toHaveBeenCalledTimes(2);\n\texpect(spy).toHaveBeenCalledWith("x");'));
});

describe('mends', () => {
	const remove = 'Remove the wait: what follows waits by itself.';
	const retry = 'Try the assertions that follow again and again until they hold.';
	flags('Playwright: a wait before an assertion that retries', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await page.click('a');
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~
	// the list is there
	await expect(page.locator('li')).toBeVisible();
});`, { mends: { [remove]: `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await page.click('a');
	// the list is there
	await expect(page.locator('li')).toBeVisible();
});` } });

	flags('Playwright: a wait before an assertion that does not', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await page.locator('li').count()).toBe(2);
	expect(messages).toHaveLength(2);
});`, { mends: { [retry]: `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await expect(async () => {
		expect(await page.locator('li').count()).toBe(2);
		expect(messages).toHaveLength(2);
	}).toPass();
});` } });

	flags('Cypress: a wait of its own and one in a chain', `
it('a', () => {
	cy.wait(500);
	~~~~~~~~~~~~
	cy.get('li').should('have.length', 2);
});`, { mends: { [remove]: `
it('a', () => {
	cy.get('li').should('have.length', 2);
});` } });

	flags('Cypress: a wait in a chain', `
it('a', () => {
	cy.get('li').wait(500).should('have.length', 2);
	~~~~~~~~~~~~~~~~~~~~~~
});`, { mends: { [remove]: `
it('a', () => {
	cy.get('li').should('have.length', 2);
});` } });

	flags('WebdriverIO', `
import { browser, expect, $ } from '@wdio/globals';
describe('a', () => {
	it('b', async () => {
		await browser.pause(500);
		      ~~~~~~~~~~~~~~~~~~
		await expect($('a')).toBeDisplayed();
	});
});`, { mends: { [remove]: `
import { browser, expect, $ } from '@wdio/globals';
describe('a', () => {
	it('b', async () => {
		await expect($('a')).toBeDisplayed();
	});
});` } });

	flags('Vitest: a wait before what waits already', `
import { test, expect, vi } from 'vitest';
import sleep from 'delay';
test('a', async () => {
	await sleep(10)
	      ~~~~~~~~~
	await vi.waitFor(() => expect(spy).toHaveBeenCalled())
})`, { mends: { [remove]: `
import { test, expect, vi } from 'vitest';
import sleep from 'delay';
test('a', async () => {
	await vi.waitFor(() => expect(spy).toHaveBeenCalled())
})` } });

	flags('Cypress: a wait before a query and what is done with what it finds', `
it('a', () => {
	cy.wait(500);
	~~~~~~~~~~~~ This waits 500 ms (cy.wait) each time, though what follows looks for its element by itself until it is there. Remove the wait, or wait for what else must be over first.
	cy.findAllByTestId('row').last().click();
});`, { mends: { [remove]: `
it('a', () => {
	cy.findAllByTestId('row').last().click();
});` } });

	flags('Playwright: a wait before an action that waits for its element', `
import { test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ each time, though what follows looks for its element by itself until it is there
	await page.getByRole('button').click();
});`, { mends: { [remove]: `
import { test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.getByRole('button').click();
});` } });

	flags('Testing Library: a wait before what is looked for until it is there', `
import { screen } from '@testing-library/react';
import { test, expect } from 'vitest';
import sleep from 'delay';
test('a', async () => {
	await sleep(10);
	      ~~~~~~~~~ each time
	const list = await screen.findByRole('list');
	expect(list.textContent).toBe('b');
});`, { mends: { [remove]: `
import { screen } from '@testing-library/react';
import { test, expect } from 'vitest';
import sleep from 'delay';
test('a', async () => {
	const list = await screen.findByRole('list');
	expect(list.textContent).toBe('b');
});` } });

	flags('Vitest: one assertion, and the import', `
import { test, expect } from 'vitest';
test('a', async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(spy).toHaveBeenCalledTimes(2);
	await stop();
});`, { mends: { [retry]: `
import { vi, test, expect } from 'vitest';
test('a', async () => {
	start();
	await vi.waitFor(() => expect(spy).toHaveBeenCalledTimes(2));
	await stop();
});` } });

	flags('Vitest: several assertions, their comments, an imported helper', {
		'a.test.ts': `
import { test, expect, vi } from 'vitest'
import { sleep } from './sleep'
test('a', async () => {
  start()
  await sleep(50) // give it time
        ~~~~~~~~~
  expect(spy).toHaveBeenCalledWith(
    'a',
  )
  expect(store.list.map(each => each.id)).toEqual([1, 2])
  // done
})`,
		'sleep.ts': sleepModule,
	}, { mends: { [retry]: `
import { test, expect, vi } from 'vitest'
import { sleep } from './sleep'
test('a', async () => {
  start()
  await vi.waitFor(() => {
    // give it time
    expect(spy).toHaveBeenCalledWith(
      'a',
    )
    expect(store.list.map(each => each.id)).toEqual([1, 2])
  })
  // done
})` } });

	flags('Testing Library', `
import { render, screen, waitFor } from '@testing-library/react';
it('a', async () => {
	render(view);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(screen.getByText('done')).toBeInTheDocument();
});`, { mends: { [retry]: `
import { render, screen, waitFor } from '@testing-library/react';
it('a', async () => {
	render(view);
	await waitFor(() => expect(screen.getByText('done')).toBeInTheDocument());
});` } });

	flags('node:test', `
import { test } from 'node:test';
import assert from 'node:assert';
${sleep}
test('a', async t => {
	await sleep(50);
	      ~~~~~~~~~
	assert.strictEqual(closed, true);
	assert.deepStrictEqual(order, [1, 2]);
});`, { mends: { [retry]: `
import { test } from 'node:test';
import assert from 'node:assert';
${sleep}
test('a', async t => {
	await t.waitFor(() => {
		assert.strictEqual(closed, true);
		assert.deepStrictEqual(order, [1, 2]);
	});
});` } });

	const inVitest = (body: string, before = ''): string => `
import { test, expect, vi } from 'vitest';
${sleep}
${before}
test('a', async () => {
	${body}
});`;

	flags('Testing Library: a wait in a file that imports what renders from it', `
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
it('a', async () => {
	render(view);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(screen.getByText('done')).toBeInTheDocument();
});`, { mends: { [retry]: `
import { waitFor, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
it('a', async () => {
	render(view);
	await waitFor(() => expect(screen.getByText('done')).toBeInTheDocument());
});` } });
	flags('what turns into its opposite', inVitest(`expect(screen.getByText('busy')).toBeVisible();
	await sleep(10);
	      ~~~~~~~~~
	expect(screen.queryByText('busy')).toBeNull();`), { mends: { [retry]: inVitest(`expect(screen.getByText('busy')).toBeVisible();
	await vi.waitFor(() => expect(screen.queryByText('busy')).toBeNull());`) } });
	flags('what another matcher said before', inVitest(`expect(button).toBeDisabled();
	await sleep(10);
	      ~~~~~~~~~
	expect(button).toBeEnabled();`), { mends: { [retry]: inVitest(`expect(button).toBeDisabled();
	await vi.waitFor(() => expect(button).toBeEnabled());`) } });
	flags('two waits with work between them', inVitest(`open();
	await sleep(10);
	      ~~~~~~~~~
	expect(store.size).toBe(1);
	open();
	await sleep(10);
	      ~~~~~~~~~
	expect(store.size).toBe(2);`), { mends: { [retry]: inVitest(`open();
	await vi.waitFor(() => expect(store.size).toBe(1));
	open();
	await sleep(10);
	expect(store.size).toBe(2);`) } });
	leaves('a call that must come only once', inVitest('type();\n\tawait sleep(80);\n\texpect(load).toHaveBeenCalledTimes(1);'));
	leaves('a count in a test about no more', `import { test, expect } from 'vitest';\n${sleep}\ntest('asks only for the last two words', async () => {\n\ttype();\n\tawait sleep(80);\n\texpect(asked).toHaveLength(2);\n});`);
	leaves('an element that was found before', inVitest(`const toast = screen.getByRole('alert');\n\tawait sleep(60);\n\texpect(toast).toBeInTheDocument();`));
	leaves('an element that was asked for before', inVitest(`click(screen.getByRole('alert'));\n\tawait sleep(60);\n\texpect(screen.queryByRole('alert')).toBeTruthy();`));
	leaves('an absence beside something else', inVitest(`await sleep(60);\n\texpect(screen.queryByRole('alert')).toBeNull();\n\texpect(store.size).toBe(1);`));
	leaves('what was asserted before', inVitest(`expect(store.size).toBe(1);\n\tsave();\n\tawait sleep(60);\n\texpect(store.size).toBe(1);\n\texpect(store.name).toBe('a');`));
	leaves('two waits that say when something goes', inVitest(`await sleep(60);\n\texpect(screen.queryByRole('alert')).toBeTruthy();\n\tawait sleep(60);\n\texpect(screen.queryByRole('alert')).toBeNull();`));

	const counting = (claim: string): string => `import { test, expect, vi } from 'vitest';
import { start } from './poller.js';
${sleep}
test('a', async () => {
	const seen = vi.fn();
	start(seen);
	${claim}
});`;
	const polling = (module: string): Case => ({ 'a.test.ts': counting('await sleep(70);\n\texpect(seen).toHaveBeenCalledTimes(3);'), 'poller.js': module });
	leaves('a count that an interval goes on with', polling('export function start(tell) { return setInterval(() => tell(), 20); }'));
	leaves('a count that an interval of a class goes on with, which another function can end', polling('class Poller { start(tell) { this.timer = setInterval(tell, 20); } stop() { clearInterval(this.timer); } }\nexport const start = tell => new Poller().start(tell);'));
	leaves('a count that an interval of an imported module goes on with', { ...polling(`export { start } from './loop.js';`), 'loop.js': 'export const start = tell => void setInterval(tell, 20);' });
	leaves('a count that a timer goes on with that sets itself', polling('export function start(tell) { const tick = () => { tell(); setTimeout(tick, 20); }; tick(); }'));
	leaves('a count that a method goes on with that puts itself off', polling('class Poller { run(tell) { tell(); if (!this.stopped) this.timer = setTimeout(() => this.run(tell), 20); } }\nexport const start = tell => new Poller().run(tell);'));
	leaves('a list that an interval goes on with', { ...polling('export function start(tell) { return setInterval(() => tell(), 20); }'), 'a.test.ts': counting('await sleep(70);\n\texpect(seen.mock.calls).toEqual([[1], [2]]);') });
	const toldOften = (claim: string): string => counting(`await sleep(70);\n\t      ~~~~~~~~~\n\t${claim};`);
	const triedOften = (claim: string): Mends => ({ [retry]: counting(`await vi.waitFor(() => ${claim});`) });
	const interval = 'export function start(tell) { return setInterval(() => tell(), 20); }';
	for (const claim of ['expect(seen).toHaveBeenCalled()', 'expect(seen.mock.calls.length).toBeGreaterThan(2)'])
		flags(`what an interval makes true for good: ${claim}`, { 'a.test.ts': toldOften(claim), 'poller.js': interval }, { mends: triedOften(claim) });
	const thrice = 'expect(seen).toHaveBeenCalledTimes(3)';
	flags('a count beside an interval that ends itself', { 'a.test.ts': toldOften(thrice), 'poller.js': 'export function start(tell) { let left = 3; const ticking = setInterval(() => { tell(); if (--left === 0) clearInterval(ticking); }, 20); }' }, { mends: triedOften(thrice) });
	flags('a count of what is put off once', { 'a.test.ts': toldOften(thrice), 'poller.js': 'export function start(tell) { for (const ms of [5, 10, 15]) setTimeout(tell, ms); }' }, { mends: triedOften(thrice) });
	leaves('where the framework has no words for it', `
import test from 'ava';
${sleep}
test('a', async t => { await sleep(10); t.is(done, true); });`);
	leaves('for node:test on older versions', {
		'a.test.js': `
import { test } from 'node:test';
${sleep}
test('a', async t => {
	await sleep(10);
	t.assert.ok(done);
});`,
		'package.json': '{ "engines": { "node": ">=20" } }',
	});
	leaves('where assertions are counted', inVitest('expect.assertions(1);\n\tawait sleep(10);\n\texpect(done).toBe(true);'));
	leaves('where a plan counts them', `
import { test } from 'node:test';
${sleep}
test('a', async t => {
	t.plan(1);
	await sleep(10);
	t.assert.ok(done);
});`);
	leaves('before something else', inVitest('await sleep(10);\n\tact();\n\texpect(done).toBe(true);'));
	leaves('where an assertion acts', inVitest('await sleep(10);\n\texpect(queue.drain()).toBe(true);'));
	leaves('where an assertion awaits', inVitest('await sleep(10);\n\texpect(await load()).toBe(true);'));
	leaves('where a result was kept before', inVitest('const answer = await load();\n\tawait sleep(10);\n\texpect(answer).toBe(1);'));
	leaves('where the wait is the body of a branch', inVitest('if (slow)\n\t\tawait sleep(10);\n\texpect(done).toBe(true);'));
	leaves('where the wait is a part of something else', inVitest('const [x] = [await sleep(10)];\n\texpect(done).toBe(true);'));
	leaves('where the promise starts something', inVitest('await new Promise(resolve => { start(); setTimeout(resolve, 10); });\n\texpect(done).toBe(true);'));
	leaves('where the helper does more than wait', inVitest('await startAndWait();\n\texpect(done).toBe(true);', 'async function startAndWait() { start(); await sleep(10); }'));
	leaves('where a comment stands in the wait', inVitest('await sleep(10 /* enough */);\n\texpect(done).toBe(true);'));
	leaves('where nothing can be awaited', `
import { test, expect } from 'vitest';
import { execSync } from 'node:child_process';
test('a', () => {
	execSync('sleep 1');
	expect(done).toBe(true);
});`);
	leaves('where lines in a template would move', inVitest('await sleep(10);\n\texpect(text).toBe(`a\n\tb`);'));
	leaves('where the name means something else', `
import { test, expect } from 'vitest';
${sleep}
const vi = 6;
test('a', async () => {
	await sleep(10);
	expect(done).toBe(true);
});`);
});

describe('a wait that nobody can look into', () => {
	const unseen = (body: string, before = ''): string => `
const assert = require('node:assert');
const { sleep } = require('@company/tools');
const { build } = require('@company/browser');
${before}
it('a', async () => {
	const driver = await build();
	driver.click('#save');
	${body}
	assert.equal(await driver.title(), 'Saved');
});`;
	flags('of a package that is not there', unseen('await sleep(500);\n\t      ~~~~~~~~~~ This waits 500 ms (sleep)'));
	flags('of an object whose type is not known', unseen('await driver.sleep(500);\n\t      ~~~~~~~~~~~~~~~~~ This waits 500 ms (sleep)'));
	flags('of a global that a page loads', unseen('await app.test.Util.delay(0.5);\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~ This waits a fixed time (delay)'));
	flags('of a page', unseen('await driver.page.waitForTimeout(pause);\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 300 ms', 'const pause = 300;'));
	flags('by a helper of the file', unseen('await settle();\n\t      ~~~~~~~~ This waits 100 ms (settle (a.test.ts:5) → sleep)', 'const settle = () => sleep(100);'));

	allows('that waits for a number of blocks', unseen('await driver.wait(1);\n\tawait driver.timeout(500);'));
	allows('that is told more than a length', unseen('await sleep(500, { until: driver.isSaved });'));
	allows('whose length is no number', unseen(`await driver.delay('#save');`));
	allows('of another clock', unseen('await driver.clock.sleep(500);\n\tawait fakeTime.delay(500);'));
	allows('of a function of the project', unseen('await delay(500);', 'const delay = async n => driver.ready(n);'));
	allows('of a file that is not there', unseen('await nap.sleep(500);', `const nap = require('./nap');`));
	allows('that is not waited for', unseen('driver.sleep(500);'));
	allows('under a fake clock', unseen('await sleep(500);', 'jest.useFakeTimers();'));
});

describe('a page object that a fixture hands over', () => {
	const page = `import type { Page } from '@playwright/test';
export class LoginPage {
	constructor(private page: Page) {}
	async login() { await this.page.click('#go'); await this.page.waitForTimeout(300); }
	async settle() { await this.page.waitForURL('/'); }
}`;
	const spec = (declared: string, call: string): Case => ({
		'tests/a.spec.ts': `
import { expect, test as base } from '@playwright/test';
import { LoginPage } from './login.page';
${declared}
test('a', async ({ login, page }) => {
	${call}
	expect(await page.textContent('h1')).toBe('x');
});`,
		'tests/login.page.ts': page,
	});
	const reported = 'await login.login();\n\t      ~~~~~~~~~~~~~ This waits 300 ms (login (tests/login.page.ts:4) → page.waitForTimeout)';

	flags('by its function', spec('const test = base.extend<{ login: LoginPage }>({ login: async ({ page }, use) => { await use(new LoginPage(page)); } });', reported));
	flags('by a function with options', spec(`const test = base.extend<{ login: LoginPage }>({ login: [async ({ page }, use) => { const it = new LoginPage(page); await use(it); }, { scope: 'test' }] });`, reported));
	flags('by the last of several', spec('const first = base.extend({ login: async ({ page }, use) => { await use(new LoginPage(page)); } });\nconst test = first.extend({ other: async ({}, use) => { await use(2); } });', reported));
	flags('of another module', {
		'tests/a.spec.ts': `
import { expect, test } from './fixtures';
test.beforeEach(async ({ login }) => { await login.login(); });
                                             ~~~~~~~~~~~~~ This waits 300 ms
test('a', async ({ page }) => { expect(await page.textContent('h1')).toBe('x'); });`,
		'tests/fixtures.ts': `import { test as base } from '@playwright/test';
import { LoginPage } from './login.page';
type Pages = { login: LoginPage };
export const test = base.extend<Pages>({ login: async ({ page }, use) => use(new LoginPage(page)) });
export { expect } from '@playwright/test';`,
		'tests/login.page.ts': page,
	});

	allows('whose method waits for what happens', spec('const test = base.extend({ login: async ({ page }, use) => { await use(new LoginPage(page)); } });', 'await login.settle();'));
	allows('of another name', spec('const test = base.extend({ other: async ({ page }, use) => { await use(new LoginPage(page)); } });', 'await login.login();'));
});

describe('several waits behind one call', () => {
	flags('told once', {
		'test/a.test.js': `
const assert = require('node:assert');
const { settle } = require('./support');
it('a', async () => {
	start();
	await settle();
	      ~~~~~~~~ settle (test/support.js:2) → setTimeout
	assert.ok(done);
});`,
		'test/support.js': `exports.settle = async () => {
	await new Promise(resolve => setTimeout(resolve, 50));
	await flush();
	await new Promise(resolve => setTimeout(resolve, 100));
};`,
	});
});

describe('a wait that may fail', () => {
	const waiting = (executor: string): string => `
const assert = require('node:assert');
const { server } = require('somewhere');
it('a', async () => {
	server.start();
	await new Promise((resolve, reject) => { ${executor} });
	assert.equal(server.calls, 1);
});`;
	const flagged = (executor: string): string => {
		const timer = executor.indexOf('setTimeout');
		const [from, length] = timer === 0 ? ['await '.length, 'new Promise((resolve, reject) => {  })'.length + executor.length] : ['await new Promise((resolve, reject) => { '.length + timer, executor.length - timer - 1];
		return waiting(executor).replace(' });\n\tassert', ` });\n\t${' '.repeat(from)}${'~'.repeat(length)} This waits 50 ms\n\tassert`);
	};
	flags('by an error of what is tested', flagged(`server.on('error', reject); setTimeout(resolve, 50);`));
	flags('by an error of what is tested, told on', flagged(`server.once('error', error => { reject(error); }); setTimeout(() => resolve(), 50);`));
	flags('by what it finds', flagged('setTimeout(() => { if (server.ready) resolve(); else reject(new Error()); }, 50);'));
	flags('by what it finds first', flagged('setTimeout(() => { if (!server.ready) return reject(new Error()); resolve(); }, 50);'));
	allows('by an event that is hoped for', waiting(`server.on('close', reject); setTimeout(resolve, 50);`));
	allows('by what must not be there', waiting('setTimeout(() => { if (server.called) reject(new Error()); else resolve(); }, 50);'));
	allows('by what must not be there, which it finds first', waiting('setTimeout(() => { if (!server.called) return resolve(); reject(new Error()); }, 50);'));
	allows('where it looks again', waiting('setTimeout(function look() { if (server.ready) resolve(); else setTimeout(look, 50); }, 50);'));
	allows('where only a failure is left to the timer', waiting(`server.on('ready', resolve); setTimeout(() => { if (!server.ready) reject(new Error()); }, 50);`));
	allows('where something else decides', waiting(`server.on('ready', ok => { if (ok) resolve(); else reject(new Error()); });`));
});

describe('a wait in a page', () => {
	const inPage = (body: string): string => `
import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.click('#save');
	${body}
	expect(await page.textContent('h1')).toBe('Saved');
});`;
	flags('that the page is asked for', inPage(`await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)));
	                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 100 ms (setTimeout)`));
	flags('between what the page is asked for', inPage(`await page.mainFrame().evaluate(async () => {
		document.title = 'x';
		await new Promise(resolve => { setTimeout(() => resolve(), 100); });
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 100 ms
	});`));
	allows('for the next frame', inPage('await page.evaluate(() => new Promise(requestAnimationFrame));'));
	allows('that the page begins', inPage('await page.evaluate(() => { setTimeout(() => document.body.click(), 100); });'));
	allows('until the page says so', inPage('await page.evaluate(async () => { while (!window.ready) await new Promise(resolve => setTimeout(resolve, 100)); });'));
});

describe('a wait where tests are no calls', () => {
	flags('one in an exported test', `
import type { NightwatchBrowser } from 'nightwatch';
export default {
	'shows the file': (browser: NightwatchBrowser) => {
		browser
			.click('#open')
			.pause(1000)
			 ~~~~~~~~~~~ 1000 ms
			.assert.visible('#file');
	},
};`);

	flags('one in the second step of a test', `
testAsyncMulti('a', [
	async test => { await insert(); },
	async test => {
		await new Promise(resolve => {
			Meteor.setTimeout(async () => { test.equal(await fetched(), []); resolve(); }, 1500);
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 1500 ms
		});
	},
]);`);
});

describe('a helper in another package of the workspace', () => {
	const workspace = (manifest: object) => ({
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { wait } from 'core/shared';
test('a', async () => {
	start();
	await wait(100);
	      ~~~~~~~~~ wait (packages/core/src/exports/shared.ts:1) → setTimeout
	expect(done).toBe(true);
});`,
		'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
		'packages/core/package.json': JSON.stringify({ name: 'core', ...manifest }),
		'packages/core/src/exports/shared.ts': 'export const wait = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms); });',
	});

	flags('behind a pattern of exports', workspace({ exports: { './*': { types: './src/exports/*.ts', import: './src/exports/*.ts' } } }));
	flags('behind an exact path, which counts before a pattern', workspace({ exports: { './*': './src/*.ts', './shared': './src/exports/shared.ts' } }));
	flags('behind the longest of two patterns', workspace({ exports: { './*': './src/*.ts', './s*': './src/exports/s*.ts' } }));
	flags('behind what is built from it', workspace({ exports: { './shared': { import: './dist/exports/shared.js' } } }));
	flags('behind what is built from it with the name of its folder', workspace({ exports: { './shared': './dist/src/exports/shared.js' } }));

	flags('behind what is built from another folder than src', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { wait } from 'core';
test('a', async () => {
	start();
	await wait(100);
	      ~~~~~~~~~ wait (packages/core/lib/index.ts:1) → setTimeout
	expect(done).toBe(true);
});`,
		'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
		'packages/core/package.json': JSON.stringify({ name: 'core', main: './dist/lib/index.js' }),
		'packages/core/lib/index.ts': 'export const wait = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms); });',
	});
});

describe('a wait in what listens', () => {
	const inTest = (body: string): string => `
const test = require('node:test');
const assert = require('node:assert');
test('a', (t, done) => {
${body}
});`;

	flags('before an assertion, in the callback of listen', inTest(`
	server.listen(0, async () => {
		const { socket } = await connect(server);
		await new Promise(resolve => setTimeout(resolve, 10));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
		assert.strictEqual(socket.closed, true);
		done();
	});`));
	flags('before an assertion, in the listener of an event', inTest(`
	client.once('open', async () => {
		await new Promise(resolve => setTimeout(resolve, 10));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
		assert.strictEqual(messages.length, 2);
	});`));
	flags('before the end of a hook, by a helper of another module', {
		'a.test.ts': `
import { sleep } from './util';
describe('cluster', () => {
	beforeEach(done => {
		for (const client of clients) {
			client.on('connect', async () => {
				if (++connected === 3) {
					await sleep(100);
					      ~~~~~~~~~~ sleep (util.ts:1) → setTimeout
					done();
				}
			});
		}
	});
	it('tells all', () => {});
});`,
		'util.ts': sleepModule,
	});
	flags('before an assertion of tspl', `
import { test } from 'node:test';
import { tspl } from '@matteo.collina/tspl';
test('a', async t => {
	t = tspl(t, { plan: 1 });
	server.listen(0, async () => {
		await new Promise(resolve => setTimeout(resolve, 10));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
		t.strictEqual(socket.closed, true);
	});
	await t.completed;
});`);

	const wrapped = `export async function withServer(callback) { return start(callback); }
async function start(callback) { const server = await open(); try { await callback(server); } finally { server.close(); } }
export async function work(handler) { handlers.push(handler); }`;
	const inWrapper = (body: string): Record<string, string> => ({ 'test/a.test.js': `const assert = require('node:assert');\nconst { withServer, work } = require('../src/server');\nconst lib = require('somewhere');\n${body}`, 'src/server.js': wrapped });
	flags('before an assertion, in what a function of the program is handed', inWrapper(`
it('a', async () => {
	await withServer(async server => {
		await new Promise(resolve => setTimeout(resolve, 10));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
		assert.strictEqual(server.calls, 1);
	});
});`));
	flags('before an assertion, in what a package is handed', inWrapper(`
it('a', () => lib.inFolder(async folder => {
	start(folder);
	await new Promise(resolve => setTimeout(resolve, 10));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
	assert.strictEqual(started, true);
}));`));
	flags('before an assertion, in what a package is handed inside such a callback', inWrapper(`
it('a', async () => {
	await lib.inFolder(async () => {
		await lib.inProcess(async () => {
			await new Promise(resolve => setTimeout(resolve, 10));
			      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 10 ms
			assert.strictEqual(started, true);
		});
	});
});`));
	allows('in what is tried again and again', inWrapper(`
it('a', async () => {
	await lib.retry(async () => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(started, true);
	});
});`));
	allows('in a handler that is kept, before an assertion on what it is handed', inWrapper(`
it('a', async () => {
	await work(async job => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(job.name, 'x');
	});
	await run();
});`));
	allows('in a handler that answers', inWrapper(`
it('a', async () => {
	await lib.serve(async () => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(started, true);
		return { status: 200 };
	});
});`));
	allows('in a callback that nobody waits for', inWrapper(`
it('a', async () => {
	lib.each(async () => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(started, true);
	});
});`));

	allows('before an answer to what it was handed', inTest(`
	server.on('request', async (request, response) => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(seen, true);
		response.end();
	});
	fetch(url).then(() => done());`));
	allows('before an assertion on what it was handed alone', inTest(`
	server.on('message', async message => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(message.text, 'x');
	});
	send('x', done);`));
	allows('before an assertion on a part of it', inTest(`
	server.on('message', async ({ text }) => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(text, 'x');
	});
	send('x', done);`));
	allows('behind the assertions', inTest(`
	server.on('close', async () => {
		assert.strictEqual(seen, true);
		await new Promise(resolve => setTimeout(resolve, 10));
	});
	send('x', done);`));
	allows('in work that a library waits for', inTest(`
	queue.process(async () => {
		await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(running, 1);
		done();
	});`));
	allows('in a poll', inTest(`
	server.on('ready', async () => {
		while (!done.called) await new Promise(resolve => setTimeout(resolve, 10));
		assert.strictEqual(running, 1);
		done();
	});`));
});

describe('a CommonJS module of helpers that call each other', () => {
	const calling = (...names: string[]): string => `const assert = require('node:assert');
const help = require('./help');
${names.map(name => `it('${name}', async () => {
	await help.${name}();
	      ~~~~~~~${'~'.repeat(name.length)} ${name} (test/help.js`).join('\n\tassert.equal(answer(), 1);\n});\n')}
	assert.equal(answer(), 1);
});`;

	flags('by exports', {
		'test/a.test.js': calling('settle', 'late', 'later', 'slow'),
		'test/help.js': `exports.wait = ms => new Promise(resolve => setTimeout(resolve, ms));
exports.settle = async () => { await exports.wait(100); };
module.exports.late = async function () { await module.exports.wait(100); };
const self = module.exports;
self.later = () => self.wait(200);
exports.slow = function () { return this.wait(300); };`,
	});
	flags('by an object that is exported', {
		'test/a.test.js': calling('settle', 'late'),
		'test/help.js': `module.exports = {
	wait(ms) { return new Promise(resolve => setTimeout(resolve, ms)); },
	settle() { return this.wait(100); },
	async late() { await module.exports.wait(50); },
};`,
	});
	allows('where what they call on themselves waits for nothing', {
		'test/a.test.js': `const assert = require('node:assert');
const help = require('./help');
it('a', async () => {
	await help.settle();
	assert.equal(answer(), 1);
});`,
		'test/help.js': `exports.wait = ms => new Promise(resolve => setTimeout(resolve, ms));
exports.load = async () => 1;
exports.settle = function () { return this.load(exports); };`,
	});
});

describe('a method that heirs fill in', () => {
	const pages = (ready: string): string => `export abstract class Page {
	abstract ready(): Promise<void>;
	async open() { await this.ready(); }
}
export class Home extends Page {
	async ready() { ${ready} }
}`;
	const test = (mark: string): string => `import { expect, test } from 'vitest';
import { Home } from './pages';
test('opens', async () => {
	const home = new Home();
	await home.open();
${mark}	expect(title()).toBe('Home');
});`;

	flags('waits where the heir does', {
		'test/a.test.ts': test(`	      ~~~~~~~~~~~ open (test/pages.ts:3) → ready (test/pages.ts:6) → setTimeout\n`),
		'test/pages.ts': pages('await new Promise(resolve => setTimeout(resolve, 500));'),
	});
	allows('does not where the heir asks for what there is', { 'test/a.test.ts': test(''), 'test/pages.ts': pages('await this.loaded;') });
	allows('does not where another heir does', {
		'test/a.test.ts': test(''),
		'test/pages.ts': `${pages('await this.loaded;')}\nexport class Slow extends Page {\n\tasync ready() { await new Promise(resolve => setTimeout(resolve, 500)); }\n}`,
	});
});

describe('a coroutine', () => {
	const inFile = (test: string): string => `
import assert from 'node:assert';
import co from 'co';
import Promise from 'bluebird';
${sleep}
${test}`;

	flags('of co, wrapped', inFile(`
it('a', co.wrap(function* () {
	start();
	yield sleep(100);
	      ~~~~~~~~~~ This waits 100 ms
	assert.equal(done, true);
}));`));
	flags('of co, returned', inFile(`
it('a', () => co(function* () {
	start();
	yield sleep(100);
	      ~~~~~~~~~~ This waits 100 ms
	assert.equal(done, true);
}));`));
	flags('of co that nobody waits for, and that ends the test', inFile(`
it('a', done => {
	co(function* () {
		start();
		yield sleep(100);
		      ~~~~~~~~~~ This waits 100 ms
		assert.equal(ready, true);
		done();
	}).catch(done);
});`));
	flags('of Bluebird', inFile(`
it('a', Promise.coroutine(function* () {
	start();
	yield sleep(100);
	      ~~~~~~~~~~ This waits 100 ms
	assert.equal(done, true);
}));`));
	leaves('of the runner, without a suggestion that needs await', inFile(`
it('a', function* () {
	start();
	yield sleep(100);
	assert.equal(done, true);
});`));

	allows('that asks again and again', inFile(`
it('a', co.wrap(function* () {
	start();
	while (!(yield load())) yield sleep(100);
	assert.equal(done, true);
}));`));
	allows('that is none: what a generator of the test yields', inFile(`
it('a', () => {
	function* numbers() { yield sleep(100); }
	assert.equal(numbers().next().done, false);
});`));
	allows('that is none: pieces of a stream', inFile(`
it('a', async () => {
	await pipeline(async function* () { yield sleep(100); }, target);
	assert.equal(target.length, 1);
});`));
});

describe('the promises of a library', () => {
	flags('under the name of the global one', `
const assert = require('node:assert');
const Promise = require('bluebird');
it('a', () => {
	start();
	return new Promise(resolve => setTimeout(resolve, 100)).then(() => assert.equal(done, true));
	       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 100 ms
});`);
	flags('in a helper of another module', {
		'a.test.js': `
const assert = require('node:assert');
const { sleep } = require('./util');
it('a', async () => {
	start();
	await sleep(100);
	      ~~~~~~~~~~ sleep (util.js:2) → setTimeout
	assert.equal(done, true);
});`,
		'util.js': `const Q = require('q');
exports.sleep = ms => new Q.Promise(resolve => setTimeout(resolve, ms));`,
	});

	allows('another class that is handed a function', `
const assert = require('node:assert');
const { Task } = require('tasks');
it('a', async () => {
	await new Task(resolve => setTimeout(resolve, 100));
	assert.equal(done, true);
});`);
	allows('one that an event may settle too', `
const assert = require('node:assert');
const Promise = require('bluebird');
it('a', async () => {
	await new Promise(resolve => { client.once('done', resolve); setTimeout(resolve, 100); });
	assert.equal(done, true);
});`);
});

describe('a millisecond', () => {
	const waiting = (wait: string): string => `import { expect, test } from 'vitest';
test('is used later', async () => {
	const first = await save();
	await new Promise(resolve => setTimeout(resolve, ${wait}));
	expect((await save()).used).toBeGreaterThan(first.used);
});`;
	flags('is a wait where that is asked for', waiting('1').replace(/(\tawait new Promise.*)/, '$1\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 1 ms'), { options: { millisecond: true } });
	flags('is less than two', waiting('2').replace(/(\tawait new Promise.*)/, '$1\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 2 ms'));
	allows('takes no longer than a turn of the event loop', waiting('1'));
	allows('is no turn of the event loop', waiting('0'), { options: { millisecond: true } });
	flags('a turn of the event loop, where that is asked for', waiting('0').replace(/(\tawait new Promise.*)/, '$1\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ one turn'), { options: { turn: true } });
});

describe('a turn of the event loop', () => {
	const turning = (before: string, behind: string): string => `import { expect, test } from 'vitest';
import { load, save } from './store.js';
test('is saved', async () => {
	save();
${before}
	${behind}
});`;
	const options = { turn: true };
	flags('for a callback', { 'a.test.js': `const { load, save } = require('./store');
it('is saved', done => {
	save();
	setImmediate(() => {
	~~~~~~~~~~~~~~~~~~~~ one turn
		assert.equal(load(), 1);
		done();
	});
});` }, { options });
	allows('in front of what must not happen', turning('	await new Promise(resolve => setTimeout(resolve, 0));', 'expect(load).not.toHaveBeenCalled();'), { options });
	const posting = (queue: string, mark = ''): { readonly 'a.test.js': string; readonly 'post.js': string } => ({
		'a.test.js': `import { expect, test } from 'vitest';
import { post } from './post.js';
test('is heard', async () => {
	let heard;
	post(text => { heard = text; });
	await new Promise(resolve => setTimeout(resolve, 0));${mark}
	expect(heard).toBe('hello');
});`,
		'post.js': `export function post(listen) {\n\t${queue}\n}`,
	});
	flags('for a message, which comes from another queue than timers', posting(`const { port1, port2 } = new MessageChannel();\n\tport2.onmessage = ({ data }) => listen(data);\n\tport1.postMessage('hello');`, '\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ one turn'), { options });
	allows('for what a timer of no length does that was set before', posting(`setTimeout(() => listen('hello'), 0);`), { options });
	allows('for promises, unless asked', turning('	await new Promise(resolve => setImmediate(resolve));', 'expect(load()).toBe(1);'));
});

describe('what is over before a wait', () => {
	const detect = 'module.exports = function detect(list, check, done) {\n\tlist.forEach(item => check(item, (error, found) => { if (found) done(error, item); }));\n};';
	const detecting = `
const { expect } = require('chai');
const lib = require('../lib');
it('a', done => {
	const seen = [];
	lib.detect([1, 2], (item, next) => { seen.push(item); next(null, item === 2); }, () => seen.push('done'));
	setTimeout(() => {
		expect(seen).to.eql([1, 2, 'done']);
		done();
	}, 25);
});`;
	const awaiting = (source: string): string => `
import { expect, test } from 'vitest';
import { Store } from '../src/store';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('a', async () => {
	const store = new Store();
	const seen = [];
	store.listen(value => seen.push(value));
	${source}
	await sleep(10);
	expect(seen).toEqual([1]);
});`;
	const flagged = awaiting('store.set(1);').replace('\tawait sleep(10);', '\tawait sleep(10);\n\t      ~~~~~~~~~ 10 ms');
	const store = (set: string, head = '', more = ''): string => `${head}
export class Store {
	#listeners = new Set();
	listen(listener) { this.#listeners.add(listener); }
	set(value) { ${set} }
	tell(value) { for (const listener of this.#listeners) listener(value); }
	${more}
}`;

	allows('a timer behind a callback that is called at once', { 'test/a.test.js': detecting, 'lib/index.js': `exports.detect = require('./detect');\nexports.later = (ms, done) => setTimeout(done, ms);`, 'lib/detect.js': detect });
	flags('the same where the library puts it off', {
		'test/a.test.js': detecting.replace('\tsetTimeout(() => {\n', '\tsetTimeout(() => {\n\t~~~~~~~~~~~~~~~~~~ 25 ms\n'),
		'lib/index.js': `exports.detect = require('./detect');`,
		'lib/detect.js': detect.replace('done(error, item);', 'setTimeout(() => done(error, item), 5);'),
	});

	allows('a store that tells at once', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('this.tell(value);') });
	allows('one that walks by a function which calls itself', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('walk([value], each => this.tell(each));', 'const walk = function next(list, visit) { if (list.length > 0) { visit(list[0]); next(list.slice(1), visit); } };') });
	allows('one that tells in a microtask', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('queueMicrotask(() => this.tell(value));') });
	allows('one that tells in a chain of promises', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('Promise.resolve(value).then(async next => { await null; this.tell(next); });') });
	allows('one that tells a turn later', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('defer(() => this.tell(value));', `const defer = typeof setImmediate === 'function' ? setImmediate : task => setTimeout(task, 0);`) });
	allows('one that tells by an emitter', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': `import { EventEmitter } from 'node:events';\nexport class Store extends EventEmitter {\n\tlisten(listener) { this.on('set', listener); }\n\tset(value) { this.emit('set', value); }\n}` });
	allows('one that a hook makes', { 'test/a.test.js': awaiting('store.set(1);').replace(`test('a', async () => {\n\tconst store = new Store();`, `let store;\nbeforeEach(() => { store = new Store(); });\ntest('a', async () => {`).replace('expect, test', 'beforeEach, expect, test'), 'src/store.js': store('this.tell(value);') });
	allows('a wait behind another', { 'test/a.test.js': awaiting('await sleep(20);\n\tstore.set(1);'), 'src/store.js': store('this.tell(value);') });
	allows('assertions of the context of a test', { 'test/a.test.js': `
import test from 'ava';
import { Store } from '../src/store.js';
test('a', async t => {
	t.plan(1);
	const store = new Store();
	let seen;
	store.listen(value => { seen = value; });
	store.set(1);
	await new Promise(resolve => setTimeout(resolve, 10));
	t.is(seen, 1);
});`, 'src/store.js': store('this.tell(value);') });

	allows('a timer in the class that is shorter than the wait', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('setTimeout(() => this.tell(value), 5);') });
	allows('an interval of which only one turn comes before the wait is over', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('setInterval(() => this.tell(value), 6);') });
	flags('an interval of which there may be several', { 'test/a.test.js': flagged, 'src/store.js': store('setInterval(() => this.tell(value), 5);') });
	flags('a timer that is as long as the wait', { 'test/a.test.js': flagged, 'src/store.js': store('setTimeout(() => this.tell(value), 10);') });
	flags('a shorter one whose length nobody knows', { 'test/a.test.js': flagged, 'src/store.js': store('setTimeout(() => this.tell(value), this.pause);') });
	flags('shorter ones one behind the other', { 'test/a.test.js': flagged, 'src/store.js': store('setTimeout(() => this.next(value), 3);', '', 'next(value) { setTimeout(() => this.tell(value), 3); }') });
	flags('shorter ones that are set again and again', { 'test/a.test.js': flagged, 'src/store.js': store('setTimeout(() => (value > 0 ? this.set(value - 1) : this.tell(value)), 1);') });
	flags('a shorter one behind which more may be put off', { 'test/a.test.js': flagged, 'src/store.js': store('pause().then(pause).then(() => this.tell(value));', 'const pause = () => new Promise(resolve => { setTimeout(() => { resolve(); }, 3); });') });
	flags('a shorter one that is set a turn later', { 'test/a.test.js': flagged, 'src/store.js': store('setImmediate(() => { setTimeout(() => this.tell(value), 5); });') });
	allows('what is kept of listeners of the process', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store(`if (process.listeners('exit').length === 0) process.stdout.write('set'); this.tell(value);`) });
	allows('a module that the test replaces', { 'test/a.test.js': awaiting('store.set(1);').replace('expect, test', 'expect, test, vi').replace('const sleep', `vi.mock('someday', () => ({ later: task => task() }));\nconst sleep`), 'src/store.js': store('later(() => this.tell(value));', `import { later } from 'someday';`) });
	flags('a module that the test replaces by what puts off as well', { 'test/a.test.js': flagged.replace('expect, test', 'expect, test, vi').replace('const sleep', `vi.mock('someday', () => ({ later: async task => { (await import('else')).later(task); } }));\nconst sleep`), 'src/store.js': store('later(() => this.tell(value));', `import { later } from 'someday';`) });
	allows('a timer without a length, which runs before any that is set later', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('setTimeout(() => this.tell(value), 0);') });
	flags('one that sets itself again', { 'test/a.test.js': flagged, 'src/store.js': store('setTimeout(() => (value > 0 ? this.set(value - 1) : this.tell(value)));') });
	flags('one whose callback is handed over', { 'test/a.test.js': flagged, 'src/store.js': store('defer(() => this.tell(value));', 'const defer = task => setTimeout(task, 0);') });
	flags('one that leads to another', { 'test/a.test.js': flagged, 'src/store.js': store('setTimeout(() => this.next(value));', '', 'next(value) { this.last(value); }\n\tlast(value) { setTimeout(() => this.tell(value)); }') });
	allows('several beside each other', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('setTimeout(() => this.tell(value)); setTimeout(() => value.page.set(value));') });
	allows('a timer for much later than the wait', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('this.tell(value); setTimeout(() => this.drop(), hour);', 'const hour = 3600000;', 'drop() { this.#listeners.clear(); }') });
	flags('a timer for not so much later', { 'test/a.test.js': flagged, 'src/store.js': store('this.tell(value); setTimeout(() => this.drop(), 50);', '', 'drop() { this.#listeners.clear(); }') });
	allows('a timer in a method whose name nobody mentions', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('this.tell(value);', '', 'poll() { setInterval(() => this.tell(0), 5); }') });
	flags('one in a method whose name is worked out', { 'test/a.test.js': flagged, 'src/store.js': store('this[`on${value}`](value);', '', 'on1(value) { setTimeout(() => this.tell(value), 15); }') });
	flags('one in a method that is named in a text', { 'test/a.test.js': flagged, 'src/store.js': store('call(this, "later", value);', 'const call = (thing, name, value) => { const run = thing[name]; run.call(thing, value); };', 'later(value) { setTimeout(() => this.tell(value), 15); }') });
	flags('one in a method that is taken apart', { 'test/a.test.js': flagged, 'src/store.js': store('const { later } = this; later.call(this, value);', '', 'later(value) { setTimeout(() => this.tell(value), 15); }') });
	flags('one in an object of actions of which any is called', { 'test/a.test.js': flagged, 'src/store.js': store('actions[value](this);', 'const actions = { 1(store) { setTimeout(() => store.tell(1), 15); } };') });
	flags('one that a module starts that is brought in only for that', { 'test/a.test.js': `import '../src/start';\n${flagged.trimStart()}`, 'src/store.js': store('queue.push(() => this.tell(value));', `import { queue } from './queue';`), 'src/queue.js': 'export const queue = [];', 'src/start.js': `import { queue } from './queue';\nsetInterval(() => queue.shift()?.(), 5);` });
	allows('files that are read at once, and packages that only compute', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': store('this.tell(readFileSync(path.join(tmpdir(), String(value))).length + area(value));', `import { readFileSync } from 'node:fs';\nimport { tmpdir } from 'node:os';\nimport path from 'node:path';\nimport area from '@turf/area';`) });
	allows('subjects and signals', { 'test/a.test.js': awaiting('store.set(1);'), 'src/store.js': `import { Subject, filter } from 'rxjs';\nimport { nextTick, ref } from 'vue';\nexport class Store {\n\tvalue = ref(0);\n\t#subject = new Subject();\n\tlisten(listener) { this.#subject.pipe(filter(Boolean)).subscribe(listener); }\n\tset(value) { nextTick(() => this.#subject.next(value)); }\n}` });
	flags('subjects that put it off', { 'test/a.test.js': flagged, 'src/store.js': `import { Subject, debounceTime } from 'rxjs';\nexport class Store {\n\t#subject = new Subject();\n\tlisten(listener) { this.#subject.pipe(debounceTime(5)).subscribe(listener); }\n\tset(value) { this.#subject.next(value); }\n}` });
	flags('a timer that another module starts', { 'test/a.test.js': flagged, 'src/store.js': store('later(() => this.tell(value));', `import { later } from './later';`), 'src/later.js': 'export { later } from "./timers";', 'src/timers.js': 'export const later = task => setTimeout(task, 5);' });
	flags('a timer in a class that it extends', { 'test/a.test.js': flagged, 'src/store.js': `import { Base } from './base';\nexport class Store extends Base {}`, 'src/base.js': store('setTimeout(() => this.tell(value), 15);').replace('class Store', 'class Base') });
	flags('a timer that a module starts when it is loaded', { 'test/a.test.js': flagged, 'src/store.js': store('queue.push(() => this.tell(value));', 'const queue = [];\nsetInterval(() => queue.shift()?.(), 5);') });
	flags('a timer in a default', { 'test/a.test.js': flagged, 'src/store.js': store('this.tell(value);', '', 'run(task, schedule = setTimeout) { schedule(task, 5); }').replace('this.tell(value); }', 'this.run(() => this.tell(value)); }') });
	flags('a prototype that is written to', { 'test/a.test.js': flagged, 'src/store.js': 'export function Store() { this.listeners = []; }\nStore.prototype.listen = function (listener) { this.listeners.push(listener); };\nStore.prototype.set = function (value) { setTimeout(() => this.listeners.forEach(each => each(value)), 15); };' });
	flags('a file that is read', { 'test/a.test.js': flagged, 'src/store.js': store('readFile(value, () => this.tell(value));', `import { readFile } from 'node:fs';`) });
	flags('a package of which nothing is known', { 'test/a.test.js': flagged, 'src/store.js': store('later(() => this.tell(value));', `import later from 'someday';`) });
	flags('a clock that is compared', { 'test/a.test.js': flagged, 'src/store.js': store('this.until = Date.now() + value;') });
	flags('a global of which nothing is known', { 'test/a.test.js': flagged, 'src/store.js': store('requestIdleCallback(() => this.tell(value));') });
	flags('a function that is only declared', { 'test/a.test.js': flagged.replace('store.set(1);', 'set(store);').replace('{ Store }', '{ Store, set }'), 'src/store.ts': `${store('this.tell(value);')}\nexport declare function set(store: Store): void;` });
	flags('a hook that begins something', { 'test/a.test.js': flagged.replace('test(\'a\'', `beforeEach(() => { client.connect(); });\ntest('a'`), 'src/store.js': store('this.tell(value);') });
	flags('what stands beside the tests', { 'test/a.test.js': flagged.replace('test(\'a\'', `client.connect();\ntest('a'`), 'src/store.js': store('this.tell(value);') });
	flags('what the runner hands over', { 'test/a.test.js': flagged.replace('async () => {', 'async ({ page }) => {').replace('store.set(1);', 'page.click(store);'), 'src/store.js': store('this.tell(value);') });
	flags('what a hook puts on the context', { 'test/a.test.js': flagged.replace('async () => {', 'async function () {').replace('store.set(1);', 'this.server.send(store);'), 'src/store.js': store('this.tell(value);') });
	flags('another that is not waited for', { 'test/a.test.js': flagged.replace('store.set(1);', 'sleep(5).then(() => store.set(1));'), 'src/store.js': store('this.tell(value);') });
	flags('work inside the wait', { 'test/a.test.js': `
import { expect, test } from 'vitest';
import net from 'node:net';
test('a', async () => {
	let seen = 0;
	await new Promise(resolve => {
		net.connect(80, () => { seen++; });
		setTimeout(resolve, 10);
		~~~~~~~~~~~~~~~~~~~~~~~ 10 ms
	});
	expect(seen).toBe(1);
});` });
});

describe('waits for a time', () => {
	allows('as long as the clock says that it takes', { 'test/a.test.js': `
import { test } from '@playwright/test';
import { nextMinute } from './support/windows';
test('a', async ({ request }) => {
	await nextMinute();
	await request.get('/');
});`, 'test/support/windows.js': `export async function nextMinute() {\n\tconst left = 60000 - (Date.now() % 60000);\n\tawait new Promise(resolve => setTimeout(resolve, left + 100));\n}` });
	allows('handed to an API', `
import { test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.waitForTimeout(Math.max(0, deadline - Date.now()));
	await page.reload();
});`);
	const timed = (length: string): string => `
const assert = require('node:assert');
const { load, left } = require('somewhere');
it('a', done => {
	load();
	setTimeout(() => { assert.ok(load.done); done(); }, ${length});
});`;
	allows('of a timer', timed('1000 - (Date.now() % 1000) + 200'));
	flags('that somebody else tells', timed('left() + 200').replace('\tsetTimeout(() => { assert.ok(load.done); done(); }, left() + 200);', '\tsetTimeout(() => { assert.ok(load.done); done(); }, left() + 200);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ What runs a fixed time later'));
	allows('of a random length, between tries', { 'test/a.test.js': `
const assert = require('node:assert');
const { load } = require('somewhere');
const { backOff } = require('./support');
it('a', async function () {
	this.retries(3);
	await backOff(this.test);
	assert.ok(await load());
});`, 'test/support.js': `exports.backOff = async test => {
	const retries = test.currentRetry();
	if (retries === 0) return;
	const ms = Math.pow(2, retries) + Math.random() * 1000;
	return new Promise(done => { setTimeout(done, ms); });
};` });
});

describe('tests that do not run', () => {
	allows('skipped by their words', `
it.skip('a', async () => { await load(); await new Promise(resolve => setTimeout(resolve, 10)); });
xit('b', async () => { await load(); await new Promise(resolve => setTimeout(resolve, 10)); });
describe.skip('c', () => { it('d', async () => { await load(); await new Promise(resolve => setTimeout(resolve, 10)); }); });`);
	allows('skipped inside', `
import { test } from '@playwright/test';
test('a', async ({ page }) => {
	test.skip(true, 'not yet');
	await page.waitForTimeout(100);
});
test('b', async ({ page }) => {
	await test.step('c', async () => {
		test.fixme();
		await page.waitForTimeout(100);
	});
});`);
	flags('skipped under a condition, or only a part', `
import { test } from '@playwright/test';
test('a', async ({ page, browserName }) => {
	test.skip(browserName === 'webkit', 'not there');
	await page.waitForTimeout(100);
	      ~~~~~~~~~~~~~~~~~~~~~~~~
	await page.click('a');
});
test('b', async ({ page }) => {
	await test.step('c', async () => { test.skip(true, 'not yet'); });
	await page.waitForTimeout(100);
	      ~~~~~~~~~~~~~~~~~~~~~~~~
	await page.click('a');
	if (page.isClosed()) test.skip();
	await page.waitForTimeout(100);
	      ~~~~~~~~~~~~~~~~~~~~~~~~
	await page.click('a');
});`);
});

describe('waits to see that nothing changes', () => {
	const changing = (claims: string, before = ''): string => `
import { expect, test } from 'vitest';
import { open } from 'views';
test('a', async () => {
	const view = open();
	const size = view.getSize();
	${before}
	view.reload();
	await new Promise(resolve => setTimeout(resolve, 100));
	${claims}
});`;
	const flagged = (claims: string, before = ''): string => changing(claims, before).replace(', 100));', ', 100));\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~');

	allows('by the same reading', changing('expect(view.getSize()).toEqual(size);'));
	allows('by a part of it', changing('const later = view.getSize();\n\texpect(later.width).toBe(size.width);'));
	flags('by another', flagged('expect(view.getBounds()).toEqual(size);'));
	flags('that something does change', flagged('expect(view.getSize()).not.toEqual(size);'));
	flags('with something else', flagged('expect(view.getSize()).toEqual(size);\n\texpect(view.loads).toBe(2);'));

	const calling = (claim: string, more = ''): string => `
const assert = require('node:assert');
const { send } = require('transport');
it('a', done => {
	let calls = 0;
	${more}
	send('x', () => {
		calls++;
		setTimeout(() => {
			assert.strictEqual(${claim}, 1);
			done();
		}, 50);
	});
});`;
	allows('by a count of calls that is right already', calling('calls'));
	flags('by a count that others go on with', calling('calls', `send.on('sent', () => { calls++; });`).replace('\t\tsetTimeout(() => {\n', '\t\tsetTimeout(() => {\n\t\t~~~~~~~~~~~~~~~~~~\n'));
	flags('by a list that is emptied first', `
import { expect, test } from 'vitest';
import { open } from 'views';
test('a', async () => {
	let sent = [];
	open().on('send', what => { sent.push(what); });
	sent = [];
	await new Promise(resolve => setTimeout(resolve, 100));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(sent).toEqual(['x']);
});`);
	flags('by what the count is not', calling('send.calls').replace('\t\tsetTimeout(() => {\n', '\t\tsetTimeout(() => {\n\t\t~~~~~~~~~~~~~~~~~~\n'));

	const looking = (last: string): string => `
import { screen } from '@testing-library/react';
test('a', async () => {
	click(screen.getByText('save'));
	await screen.findByText('saved');
	await new Promise(resolve => setTimeout(resolve, 50));
	${last}
});`;
	allows('by looking again', looking(`await screen.findByText('saved');`));
	flags('by looking for something else', looking(`await screen.findByText('closed');`).replace(', 50));', ', 50));\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'));
	flags('by looking again, and something else', looking(`await screen.findByText('saved');\n\tawait screen.findByText('closed');`).replace(', 50));', ', 50));\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'));

	allows('of which a snapshot shows the rest', `
import { test } from 'node:test';
import { expect } from 'expect';
import { open } from './browser';
test('should not show the overlay', async t => {
	const { page } = await open();
	await new Promise(resolve => setTimeout(resolve, 1000));
	const html = await page.evaluate(() => document.body.outerHTML);
	const overlay = await page.$('#overlay');
	expect(overlay).toBeNull();
	t.assert.snapshot(await format(html));
});`);
});

describe('waits that a call asks for', () => {
	const keys = {
		'e2e/keys.ts': `
import { sleep } from './sleep';
export async function moveLeft(count = 1, delay?: number): Promise<void> {
	if (delay !== undefined) {
		await sleep(delay);
	}
	await press('ArrowLeft', count);
}
export async function moveUp(options?: { delay: number }): Promise<void> {
	await press('ArrowUp', 1);
	if (!options) return;
	await sleep(options.delay);
}
`,
		'e2e/sleep.ts': sleepModule,
	};
	const test = (body: string): string => `
import { expect, test } from '@playwright/test';
import { moveLeft, moveUp } from './e2e/keys';
test('a', async ({ page }) => {${body}
	expect(await cursor()).toBe(1);
});
`;

	flags('of a helper, by what it is handed', {
		'a.spec.ts': test(`
	await moveLeft(3, 50);
	      ~~~~~~~~~~~~~~~
	await moveUp({ delay: 50 });
	      ~~~~~~~~~~~~~~~~~~~~~`),
		...keys,
	});

	flags('of a helper that is handed it in a template', {
		'a.spec.ts': test(`
	await press\`left \${50}\`;
	      ~~~~~~~~~~~~~~~~~`).replace('moveLeft, moveUp', 'press'),
		'e2e/keys.ts': `
import { sleep } from './sleep';
export async function press(keys: TemplateStringsArray, delay?: number): Promise<void> {
	if (delay === undefined) return;
	await sleep(delay);
}
`,
		'e2e/sleep.ts': sleepModule,
	});

	allows('of a helper that is handed none', {
		'a.spec.ts': test(`
	await moveLeft(3);
	await moveLeft(3, undefined);
	await moveUp();`),
		...keys,
	});
});

describe('timers between the steps of a list', () => {
	const steps = (list: string): string => `
const async = require('async');
const { expect } = require('chai');
const { dial, peers } = require('./node');
it('dials', done => {
	async.series([
		next => dial(next),${list}
	], done);
});
`;

	flags('that hands on', steps(`
		next => setTimeout(next, 250),
		        ~~~~~~~~~~~~~~~~~~~~~
		next => { expect(peers.size).to.equal(1); next(); },`));

	flags('whose callback hands on', steps(`
		next => { setTimeout(() => next(), 250); },
		          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		next => { expect(peers.size).to.equal(1); next(); },`));

	flags('that asserts', steps(`
		next => setTimeout(() => { expect(peers.size).to.equal(1); next(); }, 250),
		        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	flags('of a package of its own, in a hook', `
import series from 'run-series';
import { start } from './node';
before(done => {
	series([
		next => start(next),
		next => setTimeout(next, 1000),
		        ~~~~~~~~~~~~~~~~~~~~~~
		next => start(next),
	], done);
});
it('is up', () => {});
`);

	flags('that is the last of a hook', `
import series from 'run-series';
import { start } from './node';
before(done => {
	series([
		next => start(next),
		next => setTimeout(next, 1000),
		        ~~~~~~~~~~~~~~~~~~~~~~
	], done);
});
it('is up', () => {});
`);

	flags('that is the last, behind which something is asserted', `
const async = require('async');
const { expect } = require('chai');
const { dial, peers } = require('./node');
it('dials', done => {
	async.series([
		next => dial(next),
		next => { setTimeout(() => next(), 250); },
		          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	], error => { expect(peers.size).to.equal(1); done(error); });
});
`);

	allows('that is the last of a test, and only ends it', steps(`
		next => { expect(peers.size).to.equal(1); next(); },
		next => setTimeout(next, 250),`));

	allows('that only fail, or stand in for work', steps(`
		next => { setTimeout(() => next(new Error('too late')), 250); peers.once('open', next); },
		next => { peers.answer = callback => setTimeout(callback, 250); next(); },
		next => { expect(peers.size).to.equal(1); next(); },`));
});

describe('steps of a list that a helper makes', () => {
	const helper = `
exports.wait = (ms, callback) => function (error) {
	if (error) return callback(error);
	setTimeout(callback, ms);
};
exports.delay = ms => next => { setTimeout(() => next(), ms); };
exports.task = (run, ...args) => next => run(...args, next);
exports.limit = (ms, callback) => { const timer = setTimeout(() => callback(new Error('late')), ms); return () => { clearTimeout(timer); callback(); }; };
exports.ticks = () => next => { setTimeout(next, 0); };`;
	const steps = (list: string, call = 'async.series', before = `const async = require('async');`): Case => ({
		'test/a.test.js': `
${before}
const { expect } = require('chai');
const { stop, start, peers } = require('./node');
const helper = require('./helper');
it('dials', done => {
	${call}([
		helper.task(start, 1),${list}
	], done);
});
`,
		'test/helper.js': helper,
	});
	const claim = 'next => { expect(peers.size).to.equal(1); next(); },';

	flags('that goes on later', steps(`
		helper.delay(5000),
		~~~~~~~~~~~~~~~~~~ 5000 ms
		${claim}`));
	flags('that goes on later, of a list that the project works off itself', steps(`
		helper.delay(5000),
		~~~~~~~~~~~~~~~~~~
		${claim}`, 'utils.series', `const utils = require('../lib/utils');`));
	flags('that hands on what it was handed', steps(`
		next => stop(1, helper.wait(5000, next)),
		                ~~~~~~~~~~~~~~~~~~~~~~~ 5000 ms
		${claim}`));
	flags('that hands it on, in a list that the project works off itself', steps(`
		next => { stop(1, helper.wait(5000, next)); },
		                  ~~~~~~~~~~~~~~~~~~~~~~~
		${claim}`, 'utils.series', `const utils = require('../lib/utils');`));

	allows('that does its work, or waits for nothing', steps(`
		helper.task(stop, 1),
		helper.ticks(),
		next => stop(1, helper.ticks()),
		next => stop(1, helper.limit(500, next)),
		${claim}`));
	allows('behind which nothing but the end comes', steps(`
		${claim}
		helper.delay(5000),`));
	allows('that hands on the end alone', steps(`
		${claim}
		next => stop(1, helper.wait(5000, next)),`));
	allows('in a list that nothing works off', steps(`
		helper.delay(5000),
		${claim}`, 'queue.add', `const queue = require('./queue');`));
});

describe('timers that a listener sets', () => {
	const heard = (body: string): string => `
import { expect, test } from 'vitest';
import { request } from './request';
test('pauses', () => new Promise(resolve => {
	request.on('row', row => {${body}
	});
	request.on('end', resolve);
}));
`;

	flags('and that assert', heard(`
		request.pause();
		setTimeout(() => { expect(request.stream.isPaused()).toBe(true); request.resume(); }, 200);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	flags('in a promise that a chain waits for', `
import { expect, test } from 'vitest';
import { open, read } from './store';
test('flushes', () => open().then(store => new Promise((resolve, reject) => {
	store.set('a', 1, () => {
		setTimeout(() => {
		~~~~~~~~~~~~~~~~~~
			read('a').then(data => { expect(data).toBe(1); resolve(); }).catch(reject);
		}, 1500);
	});
})));
`);

	allows('in a promise that stands for work', `
import { expect, test } from 'vitest';
import { open, read } from './store';
test('flushes', () => open({
	save: value => new Promise(resolve => {
		queue.push(() => { setTimeout(() => { expect(value).toBe(1); resolve(); }, 15); });
	}),
}).then(store => store.set(1)));
`);

	allows('for the other side, with what it was handed', heard(`
		setTimeout(() => { expect(row.id).toBe(1); row.answer('x'); }, 200);`).replace('row => {', '({ ...row }) => {'));

	allows('and that only act', heard(`
		setTimeout(() => request.resume(), 200);`));
});

describe('timers in the callbacks of calls', () => {
	const called = (body: string): string => `
const assert = require('node:assert');
const client = require('client');
it('counts', done => {${body}
});
`;

	flags('that assert, where something else ends the test', called(`
	client.on('end', done);
	client.start(() => { setTimeout(() => { assert.equal(client.count, 1); client.end(); }, 50); });
	                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	flags('that settle the promise of the test', `
import { expect, test } from 'vitest';
import client from 'client';
test('counts', () => new Promise((resolve, reject) => {
	client.start(() => {
		setTimeout(() => {
		~~~~~~~~~~~~~~~~~~
			try { expect(client.count).toBe(1); resolve(); } catch (error) { reject(error); }
		}, 50);
	});
}));
`);

	flags('that are waits of a coroutine which is run at once', called(`
	client.start();
	(async () => {
		await new Promise(resolve => setTimeout(resolve, 100));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		assert.equal(client.count, 2);
		done();
	})();`));

	allows('that answer with what they were handed, or stand in for work', called(`
	client.on('end', done);
	client.serve((request, answer) => { setTimeout(() => { assert.equal(request.id, 1); answer(); }, 50); });
	client.stub = () => new Promise(resolve => client.once('open', () => { setTimeout(resolve, 100); }));
	client.start();`));
});

describe('timers of what is handed the end of a test', () => {
	const handed = (helper: string, mark = ' What runs 20 ms later (finish (a.test.ts:8) → setTimeout)'): string => `
import { expect } from 'chai';
import { agent } from './agent';
it('closes', done => {
	agent.load(() => { finish(done); });
${mark === '' ? '' : `	                   ~~~~~~~~~~~~${mark}`}
});
it('opens', () => {});
${helper}
`;

	flags('and that assert in a callback', handed('function finish(done) { agent.close(() => { setTimeout(() => { expect(agent.left).to.equal(1); done(); }, 20); }); }'));
	flags('and that only end it, on request', handed('const finish = end => { agent.close(); setTimeout(end, 20); };', ' This waits 20 ms'), { options: { absence: true } });
	allows('and that look again', handed('function finish(done) { if (agent.left === 0) done(); else setTimeout(() => finish(done), 20); }', ''));
	allows('and that fail it', handed(`function finish(done) { agent.once('close', done); setTimeout(() => done(new Error('late')), 20); }`, ''));
	allows('and that do something else', handed('function finish(done) { agent.close(done); setTimeout(() => { agent.log(); }, 20); }', ''));

	flags('a wait in a callback, behind which it is handed on', `
import { agent } from './agent';
it('points', done => {
	agent.put({}, async error => {
		if (error) return done(error);
		await new Promise(resolve => setTimeout(resolve, 100));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms
		agent.check({ left: 1 }, done);
	});
});
`);

	allows('a wait in a callback, behind which only failures are handed on', `
import { agent } from './agent';
it('points', done => {
	agent.once('end', () => done());
	agent.put({}, async () => {
		await new Promise(resolve => setTimeout(resolve, 100));
		agent.close().catch(done);
	});
});
`);
});

describe('hooks of a suite', () => {
	allows('that has no test: no runner runs them', `
describe('a', () => {
	const store = open();
	before(done => { store.fill(() => setTimeout(done, 100)); });
	describe('b', () => { before(async () => { await sleep(100); await store.read(); }); });
	after(() => store.close());
});
it('runs', () => {});
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));`);

	flags('whose tests something unseen may define', `
describe('a', () => {
	before(done => { store.fill(() => setTimeout(done, 100)); });
	                                  ~~~~~~~~~~~~~~~~~~~~~
	definesTests();
});
it('runs', () => {});`);

	flags('whose tests are defined in a loop', `
describe('a', () => {
	before(done => { store.fill(() => setTimeout(done, 100)); });
	                                  ~~~~~~~~~~~~~~~~~~~~~
	for (const each of cases) it(each.name, () => { expect(each.run()).to.equal(1); });
});`);
});

describe('tests of QUnit before version 2', () => {
	flags('that say when they go on, and by a word of their own', `
module('effects');
test('fades', 1, function () {
	stop();
	var div = jQuery('<div>').animate({ left: 200 }, 1000);
	setTimeout(function () {
	~~~~~~~~~~~~~~~~~~~~~~~~
		notEqual(div.width(), 0, 'has begun');
		start();
	}, 100);
});
asyncTest('throttles', 1, function () {
	run();
	setTimeout(function () { equal(count, 1); QUnit.start(); }, 64);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('by a variable that holds the runner', `
var QUnit = root.QUnit || load('../vendor/qunit.js');
asyncTest('throttles', 1, function () {
	run();
	setTimeout(function () { equal(count, 1); QUnit.start(); }, 64);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('that only end when something is over', `
module('effects');
test('fades', 1, function () {
	stop();
	jQuery('<div>').animate({ left: 200 }, 1000, function () {
		ok(true);
		start();
	});
});
`);
});

describe('a wait between the elements of a stream', () => {
	const reading = (claimed: string): string => `
import { test, expect } from 'vitest';
import { rows } from './rows';
test('a', async () => {
	const seen = [];
	for await (const row of rows()) {
		seen.push(row);
		await new Promise(resolve => setTimeout(resolve, 100));
${claimed}`;
	allows('is how slow the reader is', `${reading('\t}\n\texpect(seen).toEqual([1, 2]);')}
});
`);
	flags('is hoped to be long enough where a claim stands behind it', `${reading('\t\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms\n\t\texpect(seen).toEqual(later);\n\t}')}
});
`);
	allows('is how slow it is where each element is claimed something about as it comes', `
import { test, expect } from 'vitest';
import { rows } from './rows';
test('a', async () => {
	const names = ['one', 'two'];
	for await (const row of rows()) {
		expect(row.name).toBe(names.shift());
		await new Promise(resolve => setTimeout(resolve, 100));
	}
});`);
	flags('is hoped to be long enough where each round claims something else', `
import { test, expect } from 'vitest';
import { rows, sent } from './rows';
test('a', async () => {
	let round = 0;
	for await (const row of rows()) {
		expect(sent()).toBe(round++);
		await new Promise(resolve => setTimeout(resolve, 100));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms
	}
});`);
	flags('is hoped to be long enough where more is done with the element behind it', `
import { test, expect } from 'vitest';
import { rows } from './rows';
test('a', async () => {
	for await (const row of rows()) {
		expect(row.name).toBe('one');
		await new Promise(resolve => setTimeout(resolve, 100));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms
		row.close();
	}
});`);
	flags('is one as any other between the elements of a list', `
import { test, expect } from 'vitest';
import { send, received } from './rows';
test('a', async () => {
	for (const row of [1, 2]) {
		send(row);
		await new Promise(resolve => setTimeout(resolve, 100));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 100 ms
	}
	expect(received()).toEqual([1, 2]);
});
`);
});

describe('a wait behind a poll', () => {
	const polled = (poll: string, claims: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { until } from './until';
import { feed } from './feed';
${sleep}
test('a', async () => {
	const events = [];
	const others = [];
	feed.on('event', event => events.push(event));
	${poll}
	await sleep(20);${mark}
	${claims}
	feed.send('next');
});`;
	const said = '\n\t      ~~~~~~~~~ however long the work takes';
	const claims = 'expect(events.length).toBe(2);\n\texpect(events[1].text).toBe("b");';
	allows('that only looks for more of the same', polled('await until(() => events.length >= 2);', claims));
	allows('that only looks for more, as another library counts', polled('await until(() => events.length > 1, { timeout: 500 });', 'expect(events).toHaveLength(2);'));
	allows('that only looks for more, where the poll tries an assertion', polled('await vi.waitFor(() => expect(events).toHaveLength(2));', claims).replace('{ expect, test }', '{ expect, test, vi }'));
	flags('that counts otherwise than the assertion that was tried', polled('await vi.waitFor(() => expect(events).toHaveLength(1));', claims, said).replace('{ expect, test }', '{ expect, test, vi }'));
	flags('that looks for more', polled('await until(() => events.length === 2);', claims, '\n\t      ~~~~~~~~~ for what must not happen'), { options: { absence: true } });
	flags('that counts more than was polled for', polled('await until(() => events.length >= 1);', claims, said));
	flags('that asserts something else as well', polled('await until(() => events.length >= 2);', `${claims}\n\texpect(others).toEqual(["c"]);`, said));
	flags('that does not count', polled('await until(() => events.length >= 2);', 'expect(events[1].text).toBe("b");', said));
	flags('behind a deed of the test', polled('await until(() => events.length >= 2);\n\tfeed.send("c");', claims, said));
	flags('of another list', polled('await until(() => others.length >= 2);', claims, said));
});

describe('a wait for something to expire', () => {
	const imports = `
import { expect, test } from 'vitest';
import { createCache } from 'some-cache';
${sleep}`;
	const expired = (setup: string, wait: string, claims: string, mark = ''): string => `${imports}
test('a', async () => {
	${setup}
	await sleep(${wait});${mark}
	${claims}
});`;
	const gone = `expect(await cache.get(['a', 'b'])).toEqual([undefined, 1]);`;
	const said = '\n\t      ~~~~~~~~~ This waits 50 ms (sleep (a.test.ts:4) → setTimeout) for something to expire, each time.';
	const hoped = '\n\t      ~~~~~~~~~ however long the work takes';

	for (const [title, setup] of [
		['a lifetime for all', 'const cache = createCache({ ttl: 10 }); await cache.set(1, 2);'],
		['a lifetime in an argument', `const cache = createCache(); await cache.set('a', 1, 10); await cache.set('b', 1);`],
		['a lifetime in an option of one', `const cache = createCache(); await cache.set('a', 1, { maxAge: 10 });`],
		['a deadline', `const cache = createCache(); await cache.set('a', 1, { expires: Date.now() + 10 });`],
		['a deadline that is a date', `const cache = createCache(); await cache.set('a', 1, { expiresAt: new Date(Date.now() + 10) });`],
		['a deadline that a helper works out', `const after = ms => Date.now() + ms; const cache = createCache(); await cache.set('a', 1, after(10));`],
		['a deadline that is over already', `const cache = createCache(); await cache.set('a', 1, Date.now() - 1000);`],
		['a lifetime in words', `const cache = createCache({ expiresIn: '10ms' }); await cache.set('a', 1);`],
		['a lifetime in an option that names its unit', `const cache = createCache(); await cache.save('a', 1, { metadata: { ttlInMs: '10' } });`],
		['a lifetime of what the cache is made with', 'const store = createCache({ ttl: 10 }); const cache = createCache({ store }); await cache.set(1, 2);'],
	] as const) {
		allows(title, expired(setup, '50', gone));
		flags(title, expired(setup, '50', gone, said), { options: { expiry: true } });
	}

	const short = `const cache = createCache({ ttl: 10 }); await cache.set('a', 1);`;
	for (const [title, claims] of [
		['what lasts is there, what does not is not', `const values = await cache.get(['a', 'b']);\n\texpect(values).toEqual(['1', undefined]);`],
		['what is left is counted', 'const keys = await cache.keys();\n\texpect(keys).toHaveLength(1);\n\texpect(keys).toContain(`b`);'],
		['what was expired is made anew', `await cache.get('a');\n\texpect(make).toHaveBeenCalledTimes(2);`],
		['what is expired is refused', `await expect(cache.load('a')).rejects.toThrow();`],
	] as const) allows(title, expired(short, '50', claims));

	for (const from of ["request from 'supertest'", "{ request } from '@eggjs/supertest'"]) allows(`who gets nothing any more, by what is answered (${from})`, `
import { test } from 'vitest';
import ${from};
import { createApp } from './app';
${sleep}
test('a', async () => {
	const app = createApp({ maxAge: 10 });
	const server = app.callback();
	await request(server).post('/').expect('hi');
	await sleep(50);
	await request(server).get('/').expect('');
});`);
	const limited = (window: string, wait: number, status: number, mark = ''): string => `
import { expect, test } from 'vitest';
import { createApp, Redis } from './app';
import Client from 'ioredis';
${sleep}
test('a', async () => {
	const app = createApp({ max: 1, ${window}, redis: new Client() });
	expect((await app.inject('/')).statusCode).toBe(200);
	expect((await app.inject('/')).statusCode).toBe(${status});
	await sleep(${wait});${mark}
	expect((await app.inject('/')).statusCode).toBe(200);
});`;
	allows('who is let in again when a window of time is over', limited('timeWindow: 1000', 1100, 429));
	flags('who is let in again when a window of time is hardly over', limited('timeWindow: 1000', 1050, 429, '\n\t      ~~~~~~~~~~~ however long the work takes'));
	flags('who never was refused', limited('timeWindow: 1000', 1100, 200, '\n\t      ~~~~~~~~~~~ however long the work takes'));
	flags('who is let in again after a time that nobody tells', limited('max: 3', 1100, 429, '\n\t      ~~~~~~~~~~~ however long the work takes'));

	const inSeconds = (wait: number, mark = ''): string => expired(`const cache = createCache({ ttlSeconds: 1 }); await cache.set('a', 1);`, String(wait), gone, mark);
	allows('a lifetime in seconds that is over', inSeconds(1500));
	flags('a lifetime in seconds that is not over', inSeconds(500, `\n\t      ~~~~~~~~~~ however long the work takes`));

	const inTurn = (first: string, claim: string, mark = ''): string => `${imports}
test('a', async () => {
	const cache = createCache();
	await cache.set('a', 1, { ttl: 30 });
	await sleep(20);
	${first}
	await sleep(20);${mark}
	${claim}
});`;
	flags('the first of two that are long enough together', inTurn('~~~~~~~~~ however long the work takes\n\texpect(await cache.get(\'a\')).toBe(1);', `expect(await cache.get('a')).toBe(undefined);`).replace('\t~~~', '\t      ~~~'));
	flags('two that are long enough together, where nothing is gone by then', inTurn(`~~~~~~~~~ however long the work takes\n\tawait cache.touch('a');`, `expect(await cache.get('a')).toBe('full');\n\tawait sleep(50);\n\texpect(await cache.get('a')).toBe(undefined);`, '\n\t      ~~~~~~~~~ however long the work takes').replace('\t~~~', '\t      ~~~'));

	const aged = (call: string, mark = ''): string => expired(`await folder.write('a', 1);`, '50', `await folder.write('b', 2);\n\tawait ${call};\n\texpect(await folder.list()).toHaveLength(1);`, mark);
	allows('what is cleared by its age', aged('folder.cleanOldEntries(list, 10)'));
	flags('what is cleared by its age', aged('folder.cleanOldEntries(list, 10)', said), { options: { expiry: true } });
	flags('what is cleared by an age that it may not have', aged('folder.cleanOldEntries(list, 50)', hoped));
	flags('what is cleared by an age that nobody tells', aged('folder.cleanOldEntries(list)', hoped));
	flags('what is cleared whatever its age', aged('folder.cleanEntries(list, 10)', hoped));

	allows('in a hook', `${imports}
let cache;
beforeEach(() => { cache = createCache({ ttl: 10 }); });
test('a', async () => {
	await cache.set('a', 1);
	expect(await cache.get('a')).toBe(1);
	await sleep(50);
	expect(await cache.get('a')).toBeUndefined();
});`);

	allows('in a timer', `${imports}
import { it } from 'mocha';
it('a', done => {
	const cache = createCache({ ttl: 10 });
	cache.set('a', 1);
	expect(cache.get('a')).toBe(1);
	setTimeout(() => { expect(cache.get('a')).toBe(undefined); done(); }, 50);
});`);

	for (const [title, setup, claims] of [
		['one that is no longer than the lifetime', `const cache = createCache({ ttl: 50 }); await cache.set('a', 1); expect(await cache.get('a')).toBe(1);`, gone],
		['one where something lives longer', `const cache = createCache({ ttl: 10, maxAge: 100 }); await cache.set('a', 1); expect(await cache.get('a')).toBe(1);`, gone],
		['one where what expires is swept by a timer', `const cache = createCache({ ttl: 10, checkInterval: 20 }); await cache.set('a', 1); expect(cache.size).toBe(1);`, 'expect(cache.size).toBe(0);'],
		['one behind which nothing that expires is asked', `const cache = createCache({ ttl: 10 }); start(cache);`, 'expect(sent).toHaveLength(1);'],
		['one behind which only something is there', `const cache = createCache({ ttl: 10 }); start(cache);`, `expect(await cache.get('a')).toBe('done');`],
		['one where nothing is known of the lifetime', `const cache = createCache({ ttl: lifetime }); start(cache);`, `expect(await cache.get('a')).toHaveLength(1);`],
		['one behind a number that is no lifetime', `const cache = createCache({ throttle: 10 }); start(cache);`, `expect(await cache.get('a')).toHaveLength(1);`],
	] as const) flags(title, expired(setup, '50', claims, hoped));

	const there = `expect(await cache.get('a')).toBe('full');`;
	const lives = '\n\t      ~~~~~~~~~ This waits 50 ms (sleep (a.test.ts:4) → setTimeout), and what is asked behind it lives for 80 ms: on a slow machine it is gone by then. Use a fake clock (`vi.useFakeTimers()`), or let it live much longer.';
	const living = (setup: string, claims: string, mark: string): string => expired(`const cache = createCache({ ${setup} }); await cache.set('a', 'full');`, '50', claims, mark);
	flags('what is to be there still', living('ttl: 80', there, lives));
	flags('what is to be there still, the shortest of two', living('ttl: 80, maxAge: 100', there, lives));
	flags('what is to be there still, and lives far longer', living('ttl: 500', there, hoped));
	flags('what has expired in a part of the wait, if it is not touched', living('ttl: 80, maxAge: 50', there, hoped));
	flags('something else than what lives', living('ttl: 80', `expect(sent).toBe('full');`, hoped));

	const onServer = (wait: number, mark = ''): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { Store } from './store';
${sleep}
test('a', async () => {
	const store = new Store();
	await store.set('a', 1, 40);
	await sleep(${wait});${mark}
	expect(await store.get(['a', 'b'])).toEqual([undefined, 1]);
});`,
		'store.ts': `import { createClient } from 'redis'; export class Store { client = createClient(); async set(key, value, ms) { await this.client.set(key, value, { PX: ms }); } async get(key) { return this.client.get(key); } }`,
	});
	flags('a little more than what lives on a server', onServer(80, hoped));
	allows('much more than what lives on a server', onServer(300));

	allows('in a suite of another file', {
		'a.test.ts': `
import { test } from 'vitest';
import { cacheTests } from './suite';
import { createCache } from 'some-cache';
cacheTests(test, createCache);`,
		'suite.ts': `
import { expect } from 'vitest';
${sleep}
export function cacheTests(test, create) {
	test('a', async () => {
		const cache = create();
		await cache.set('a', 1, 10);
		expect(await cache.get('a')).toBe(1);
		await sleep(50);
		expect(await cache.get('a')).toBeUndefined();
	});
}`,
	});
});

describe('code under test that is slow on purpose', () => {
	const slow = (code: string, call: string, mark = ''): Case => ({
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { todos } from '../src/todos';
test('a', async () => {
	const started = todos.begin();
	${call}${mark}
	expect(started.done).toBe(true);
});`,
		'src/todos.ts': `
import { begin } from 'some-queue';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const rows = [];
${code}`,
		'package.json': '{}',
	});
	allows('and gives what it keeps', slow('export const todos = { begin, async list() { await sleep(300); return [...rows]; } };', 'await todos.list();'));
	allows('and gives what its object keeps', slow('class Todos { rows = []; begin() { return begin(); } async list() { await sleep(300); return this.rows; } }\nexport const todos = new Todos();', 'await todos.list();'));
	flags('but not a tool that gives what it was handed', slow('export const todos = { begin, async pause(value) { await sleep(300); return value; } };', 'await todos.pause(1);', '\n\t      ~~~~~~~~~~~~~~ pause (src/todos.ts:5) → sleep (src/todos.ts:3) → setTimeout'));
});

describe('suites that another file defines', () => {
	const suiteIn = (file: string, mark = ''): Case => ({
		'test/a.test.ts': `
import { loginSuite } from '../${file}';
loginSuite();${mark}`,
		'package.json': '{}',
		[`${file}.ts`]: `
import { describe, expect, it } from 'vitest';
import { login } from './login';
export function loginSuite() {
	describe('login', () => {
		it('gets in', async () => {
			const page = login();
			await new Promise(resolve => setTimeout(resolve, 500));
			expect(page.title).toBe('Home');
		});
	});
}`,
	});
	flags('no file of tests', suiteIn('src/suites/login', '\n~~~~~~~~~~~~ loginSuite (src/suites/login.ts:8) → setTimeout'));
	allows('a file of tests, which is linted itself', suiteIn('test/suites/login'));
});

describe('tools for tests that the package gives to others', () => {
	const tools = (manifest: object, mark = ''): Case => ({
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { openPage } from '../src/testing/page';
test('a', async () => {
	const page = await openPage();
	page.setContent('<a-b></a-b>');
	await page.waitForChanges();${mark}
	expect(page.text).toBe('b');
});`,
		'src/testing/page.ts': `
class Page {
	text = '';
	async waitForChanges() { await this.flush(); await new Promise(resolve => setTimeout(resolve, 100)); await this.sync(); }
}
export async function openPage() { await start(); return new Page(); }`,
		'package.json': JSON.stringify({ name: 'core', ...manifest }),
	});
	const mark = '\n\t      ~~~~~~~~~~~~~~~~~~~~~ waitForChanges (src/testing/page.ts:4)';
	allows('among its exports', tools({ exports: { '.': './dist/index.js', './testing': './testing/index.js' } }));
	allows('among its files', tools({ files: ['dist/', 'testing/'] }));
	flags('those that it keeps', tools({ exports: { '.': './dist/index.js', './*': './dist/*.js' }, files: ['dist', 'src'] }, mark));
	flags('those of a package that is not published', tools({ private: true, exports: { './testing': './testing/index.js' } }, mark));
});

describe('a clock that an earlier test fakes', () => {
	const suite = (first: string, second: string): string => `import test from 'tape';
import sinon from 'sinon';
import { schedule } from './schedule.js';
let clock;
test('setup', t => { ${first} t.end(); });
test('runs', t => {
	let runs = 0;
	schedule(() => { runs++; });
	setTimeout(() => { t.equal(runs, 3); t.end(); }, 3250);
${second}
});`;
	allows('and that this one moves', suite('clock = sinon.useFakeTimers();', '\tclock.tick(3250);'));
	flags('and that this one does not move', suite('clock = sinon.useFakeTimers();', '').replace('3250);', '3250);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 3250 ms'));
	flags('and that this one puts back', suite('clock = sinon.useFakeTimers();', '\tclock.tick(1);').replace('\tlet runs', '\tclock.restore();\n\tlet runs').replace('3250);', '3250);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 3250 ms'));
	flags('which is a date alone', `import { advanceBy } from 'jest-date-mock';
import { start } from './start';
it('a', async () => {
	start();
	advanceBy(500);
	await new Promise(resolve => setTimeout(resolve, 50));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(done).toBe(true);
});`);
});

describe('a timer that only acts', () => {
	const acts = { options: { acts: true } };
	const twin = (timer: string, mark = '', begin = `device.on('update', patch => { if (patch.size === 2) done(); });`): string => `
import { connect } from 'somewhere';
import sinon from 'sinon';
const { device, service } = connect();
const spy = sinon.spy();
it('hears of updates', done => {
	${begin}
	${timer}${mark}
});`;
	const update = 'setTimeout(() => { service.update({ size: 2 }); }, 3000)';
	const told = (timer: string, line = 7): string => `\n\t${'~'.repeat(timer.length)} acts on what line ${line} begins`;

	flags('behind a listener that ends the test', twin(`${update};`, told(update)), acts);
	allows('behind a listener that ends the test', twin(`${update};`));
	for (const act of ['service.update(2, error => { if (error) throw error; })', `fs.writeFileSync('a.txt', '')`, 'child.kill()', 'child.stdin.write("q")', 'advance(device)']) {
		const timer = `setTimeout(() => ${act}, 500)`;
		flags(`that says ${act}`, twin(`${timer};`, told(timer)), acts);
	}
	for (const act of ['done(new Error("too late"))', 'controller.abort()', 'device.close()', 'clearTimeout(limit)', 'console.log("so late")', 'assert.fail()', 'this.skip()', 'span.endAll()', 'device.resume()', 'spy()']) {
		allows(`that says ${act}`, twin(`setTimeout(() => { ${act}; }, 500);`), acts);
	}
	const chained = 'wait(1000).then(() => { service.update({ size: 2 }); })';
	const withWait = (code: string): string => `const wait = ms => new Promise(resolve => setTimeout(resolve, ms));${code}`;
	flags('that a promise is', withWait(twin(`${chained};`, told(chained))), acts);
	allows('that a promise is', withWait(twin(`${chained};`)));
	allows('that a promise is which is no wait', twin(`service.open(1000).then(() => { service.update({ size: 2 }); });`), acts);
	allows('that is called off', twin(`const timer = ${update};\n\tdevice.once('update', () => clearTimeout(timer));`), acts);
	allows('without a length', twin('setTimeout(() => { service.update({ size: 2 }); });'), acts);
	allows('of no length', twin('setTimeout(() => { service.update({ size: 2 }); }, 0);'), acts);
	for (const [name, timer] of [['without a length', 'setTimeout(() => { service.update({ size: 2 }); })'], ['of no length', 'setTimeout(() => { service.update({ size: 2 }); }, 0)']] as const) {
		flags(`${name}, where turns of the event loop are told of`, twin(`${timer};`, told(timer)), { options: { acts: true, turn: true } });
	}
	flags('that does once more what was done before it', twin(`${update};`, told(update), 'service.update({ size: 1 });'), acts);
	allows('that does once more what has been waited for', twin(`${update};`, '', 'await service.update({ size: 1 });').replace('done =>', 'async () =>'), acts);
	allows('that does something else to the same', twin(`${update};`, '', 'service.rename("a");'), acts);
	allows('that comes again and again', twin('setInterval(() => { service.update({ size: 2 }); }, 100);'), acts);
	allows('behind the end of the test', twin(`device.on('update', () => { done(); ${update}; });`, '', ''), acts);
	allows('behind nothing that was begun', twin(`${update};`, '', 'device.reset();'), acts);
	allows('behind a listener that tells of failures', twin(`${update};`, '', `device.on('error', done);`), acts);
	allows('in a listener that tells of failures', twin(`device.on('error', error => { ${update}; });`, '', `device.reset();`), acts);
	allows('on an emitter that the test has made', twin(`setTimeout(() => { device.emit('update', { size: 2 }); }, 10);`, '', `const device = new EventEmitter();\n\tdevice.on('update', () => done());`).replace('import', `import { EventEmitter } from 'node:events';\nimport`), acts);
	allows('for latency, in what answers', twin(`device.on('request', answer => { setTimeout(() => { answer.send('late'); }, 100); });`), acts);
	allows('for latency, by what the handler makes of what it was handed', twin(`device.on('open', socket => { const send = text => socket.send(text); setTimeout(() => send('late'), 100); done(); });`), acts);
	allows('for latency, in an answer that is laid down', twin(`device.mockResponse('size', () => { setTimeout(() => { service.update(2); }, 100); });
	device.on('update', () => done());`), acts);
	allows('for latency, in a stand-in', twin(`service.send = vi.fn(() => { setTimeout(() => { device.push('late'); }, 100); });`), acts);
	allows('under a fake clock', twin(`vi.useFakeTimers();\n\t${update};\n\tvi.runAllTimers();`), acts);
	allows('that settles a promise', twin(`const late = new Promise(resolve => { setTimeout(() => { service.update({ size: 2 }); resolve(1); }, 100); });`), acts);
	allows('where all that the test begins is over at once', {
		'a.test.js': `
import { createStore } from './store.js';
it('tells', done => {
	const store = createStore();
	store.subscribe(() => done());
	setTimeout(() => { store.add(2); }, 20);
});`,
		'store.js': 'export const createStore = () => { const heard = []; return { subscribe: each => { heard.push(each); }, add: value => { for (const each of heard) each(value); } }; };',
	}, acts);

	allows('where what it does once more is over at once', {
		'a.test.js': `
import { createStore } from './store.js';
it('keeps what is added later', done => {
	const store = createStore(() => {});
	store.add(1);
	setTimeout(() => { store.add(2); }, 20);
});`,
		'store.js': 'export const createStore = tell => { const kept = []; return { add: value => { kept.push(value); } }; };',
	}, acts);

	const monitor = `
import { monitor } from 'somewhere';
import { appendFileSync } from 'node:fs';
it('starts anew', done => {
	monitor('a.js').on('start', () => {
		setTimeout(() => { appendFileSync('a.js', ' '); }, 1000);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 1000 ms
	}).on('restart', () => done());
});`;
	flags('in a listener', monitor, acts);
	flags('in a listener, of a test that another ends', monitor.replace("() => done()", '() => hear(done)'), acts);

	const kept = (wait: string, mark = ''): string => `
import { ask } from 'somewhere';
it('answers', async () => {
	const answer = ask('size');
	setTimeout(() => { bus.publish('size', 2); }, 100);${mark}
	${wait}
});`;
	const published = told(`setTimeout(() => { bus.publish('size', 2); }, 100)`, 4);
	for (const wait of ['expect(await answer).toBe(2);', 'await expect(answer).resolves.toBe(2);', 'await Promise.all([answer, other()]);', 'return answer;']) {
		flags(`behind a promise: ${wait}`, kept(wait, published), acts);
	}
	allows('behind an object that is asked later', kept('expect(await answer.first()).toBe(2);'), acts);
	allows('behind an object that is looked at until it is so', kept('await expect(answer).toHaveText(2);'), acts);
	allows('behind a promise that it settles itself', kept('await answer;').replace('bus', 'answer'), acts);

	const helper = { 'test/helper.js': 'export class Helper { soon(run) { setTimeout(() => run(), 400); } }' };
	flags('that a helper sets, in what another of it runs', {
		'test/a.test.js': `
import { watch } from 'somewhere';
import { Helper } from './helper.js';
it('hears of changes', done => {
	const helper = new Helper();
	const watcher = watch('.');
	watcher.on('change', () => done());
	helper.soon(() => {
		helper.soon(() => { watcher.touch('b'); });
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 400 ms later (soon (test/helper.js:1)
	});
	setTimeout(() => { watcher.touch('c'); setTimeout(() => watcher.touch('d'), 9); }, 7);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 7 ms
});`,
		...helper,
	}, acts);
});

describe('a wait in the queue of Cypress', () => {
	const cypress = (body: string): Case => ({ 'cypress/e2e/a.cy.js': body, 'package.json': '{ "devDependencies": { "cypress": "13" } }' });

	flags('at the end of a callback, in a hook and in a test', cypress(`
describe('notes', () => {
	beforeEach(() => {
		cy.addNote({ id: 1 }).then(note => {
			cy.visit(note.url);
			cy.wait(5000);
			~~~~~~~~~~~~~ 5000 ms
		});
	});
	it('shows them', () => {
		cy.get('#list').within(() => {
			cy.get('button').click();
			cy.wait(500);
			~~~~~~~~~~~~ 500 ms
		});
		cy.get('#status').should('have.text', 'done');
	});
});`));

	flags('given by a helper, at each call of it', cypress(`
const pause = () => cy.wait(300);
it('shows them', () => {
	cy.get('button').click();
	pause();
	~~~~~~~ This waits 300 ms (pause (cypress/e2e/a.cy.js:2) → cy.wait) each time
	cy.get('#status').should('have.text', 'done');
});`));

	describe('in a command of the project', () => {
		const support = {
			'package.json': '{ "devDependencies": { "cypress": "13" } }',
			'cypress/support/e2e.js': "import './commands';",
			'cypress/support/commands.js': `
Cypress.Commands.add('pause', ms => cy.wait(ms));
Cypress.Commands.add('signIn', name => {
	cy.get('#name').type(name);
	cy.wait(1000);
	cy.get('#go').click();
});
Cypress.Commands.add('choose', { prevSubject: 'element' }, (list, name) => { cy.wrap(list).contains(name).click().wait(200); });
Cypress.Commands.addAll({ open(name) { cy.signIn(name); }, look() { cy.wait('@notes'); } });
Cypress.Commands.overwrite('visit', (visit, url) => { visit(url); });`,
		};

		flags('of its own, of several at once, and of what it is called on', {
			'cypress/e2e/a.cy.js': `
describe('notes', () => {
	beforeEach(() => {
		cy.signIn('ada');
		~~~~~~~~~~~~~~~~ This waits 1000 ms (signIn (cypress/support/commands.js:5) → cy.wait) each time
	});
	it('shows them', () => {
		cy.get('button').click();
		cy.pause(300);
		~~~~~~~~~~~~~ 300 ms (pause (cypress/support/commands.js:2) → cy.wait)
		cy.get('ul').choose('Notes');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 200 ms (choose (cypress/support/commands.js:8) → cy.wait) each time
		cy.get('#status').should('have.text', 'done');
	});
	it('opens them', () => {
		cy.open('ada');
		~~~~~~~~~~~~~~ 1000 ms (open (cypress/support/commands.js:9) → signIn (cypress/support/commands.js:5) → cy.wait)
		cy.get('#status').should('have.text', 'done');
	});
});`,
			...support,
		});

		flags('that a helper calls', {
			'cypress/e2e/a.cy.js': `
import { enter } from '../support/enter';
it('shows them', () => {
	enter();
	~~~~~~~ 1000 ms (enter (cypress/support/enter.js:1) → signIn (cypress/support/commands.js:5) → cy.wait)
	cy.get('#status').should('have.text', 'done');
});`,
			'cypress/support/enter.js': "export function enter() { cy.visit('/'); cy.signIn('ada'); }",
			...support,
		});

		allows('that waits for a request, is of another object, or is only made', {
			'cypress/e2e/a.cy.js': `
const page = { signIn: name => { cy.get('#name').type(name); } };
it('shows them', () => {
	cy.look();
	cy.visit('/notes');
	page.signIn('ada');
	const later = () => { cy.signIn('ada'); };
	cy.get('#status').should('have.text', 'done');
});`,
			...support,
		});
	});

	allows('for a request, and in a function that nothing calls', cypress(`
it('shows them', () => {
	cy.addNote({ id: 1 }).then(() => {
		cy.wait('@notes');
	});
	const pause = () => { cy.wait(500); };
	cy.get('#status').should('have.text', 'done');
});`));
});

describe('the mend', () => {
	const inFile = (head: string, title: string, call: string, words: string): string => `
${head}
${title}
	await ${call};
	      ${'~'.repeat(call.length)} lost time where it is done sooner. Wait for ${words}.
	expect(await load()).toBe('b');
});`;
	const timer = 'new Promise(resolve => setTimeout(resolve, 50))';

	flags("is said in Vitest's words", inFile("import { expect, test } from 'vitest';", "test('a', async () => {", timer, 'the work itself (`vi.waitFor(…)`), or use a fake clock (`vi.useFakeTimers()`)'));
	flags("is said in Jest's words", inFile("import { expect, test } from '@jest/globals';", "test('a', async () => {", timer, 'the work itself, or use a fake clock (`jest.useFakeTimers()`)'));
	flags("is said in node:test's words", inFile("import test from 'node:test';\nimport { expect } from 'expect';", "test('a', async () => {", timer, 'the work itself, or use a fake clock (`t.mock.timers.enable()`)'));
	flags("is said in Playwright's words", inFile("import { expect, test } from '@playwright/test';", "test('a', async ({ page }) => {", 'page.waitForTimeout(50)', 'what has to be there by then (`await expect(locator).toBeVisible()`, `page.waitForResponse(…)`, `expect.poll(…)`)'));
	flags('is said in the words of the tool that waits', inFile("import { expect, test } from '@jest/globals';\nimport puppeteer from 'puppeteer';\nconst page = await (await puppeteer.launch()).newPage();", "test('a', async () => {", 'page.waitForTimeout(50)', 'what has to be there by then (`page.waitForSelector(…)`, `page.waitForResponse(…)`)'));
	flags("is said in the words of Selenium", inFile("import { Builder } from 'selenium-webdriver';\nconst driver = await new Builder().forBrowser('firefox').build();", "it('a', async () => {", 'driver.sleep(50)', 'what has to be there by then (`driver.wait(until.…)`)'));
	flags('is said without words of a framework that has none', inFile("import test from 'ava';", "test('a', async () => {", timer, 'the work itself, or use a fake clock'));
});

describe('what follows a wait', () => {
	const retried = 'each time, though what follows tries again by itself';
	const sought = 'each time, though what follows looks for its element by itself until it is there';
	const once = 'however long the work takes';
	const followed = (message: string, body: string, helpers = ''): string => `
${helpers}
it('a', () => {
${body.replaceAll(/^.*\bWAIT\b.*$/gm, line => {
		const [before = ''] = /^[\t ]*/.exec(line) ?? [];
		const code = line.replace('WAIT', 'cy.wait(500)');
		return `${code}\n${before}${'~'.repeat('cy.wait(500)'.length)} ${message}`;
	})}
});`;
	const helped = (message: string, behind: string, helper: string): string => `
${helper}
it('a', () => {
	add('b');
	~~~~~~~~ ${message}
	${behind}
});`;

	flags('tries again inside what is found', followed(retried, "\tWAIT;\n\tcy.get('li').first().within(() => { cy.findByText('b').should('exist'); });"));
	flags('looks once which of two there is', followed(once, "\tWAIT;\n\tcy.get('body').then(body => {\n\t\tif (body.find('form').length > 0) cy.get('form').submit();\n\t\telse cy.get('button').should('be.enabled').click();\n\t});"));
	flags('looks until it is there', followed(retried, "\tWAIT;\n\tcy.get('li').should('exist');"));
	flags('looks until there is something in it', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await page.getByRole('button').click();
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ ${retried}
	await expect(page.locator('li').first()).toBeVisible();
});`);
	allows('looks for what is not there', "it('a', () => {\n\tcy.get('button').click();\n\tcy.wait(500);\n\tcy.get('li').should('not.exist');\n});");
	flags('tries again in a helper', followed(retried, '\tWAIT;\n\texpectRow();', "const rows = () => cy.get('li');\nfunction expectRow() { rows().eq(0).should('be.visible'); }"));
	flags('looks for elements on each way on', followed(sought, "\tWAIT;\n\tif (process.env.SLOW) {\n\t\tcy.get('a').click();\n\t} else {\n\t\tcy.get('b').click();\n\t}\n\tcy.get('c').click();"));
	flags('looks for elements behind the helper that waits, or tries again', helped(sought, "cy.get('li').should('have.length', 2);", "function add(name) { cy.get('button').click(); cy.wait(500); if (name) { cy.get('input').type(name); } }"));

	const support = {
		'test/support.ts': `import { request } from 'undici';
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
export async function look(url: string, timeout = 15000) {
	const found = await request(url);
	if (found) return found;
	await sleep(2000);
	const end = Date.now() + timeout;
	while (Date.now() < end) {
		const later = await request(url);
		if (later) return later;
		await sleep(500);
	}
	throw new Error('not there');
}
export async function lookSafely(url: string) {
	try {
		const found = await request(url);
		if (found) return found;
	} catch {}
	await sleep(2000);
	while (true) {
		const found = await request(url);
		if (found) return found;
		await new Promise(resolve => setTimeout(resolve, 50));
	}
}
export async function page(name: string) {
	for (let i = 0; ; i++) {
		const answer = await request('/pages/' + i);
		if (answer.name === name) return answer;
	}
}
export async function rows(count: number, timeout = 6000) {
	const tries = timeout / 50;
	for (let i = 0; i < tries; i++) {
		const answer = await request('/rows');
		if (answer.rows.length >= count) return answer.rows;
		await sleep(50);
	}
	throw new Error('too few');
}
export async function settle(url: string) {
	const found = await request(url);
	if (!found) return undefined;
	await sleep(2000);
	for (const row of found.rows) await request(row.url);
	return await request(url);
}
export const deferred = () => {
	let resolve = () => {};
	const promise = new Promise<void>(run => { resolve = run; });
	return { promise, resolve };
};`,
	};
	const supported = (body: string): Case => ({ 'test/a.test.ts': `\nimport { expect, test } from 'vitest';\nimport { start } from 'somewhere';\nimport { deferred, look, lookSafely, page, rows, settle } from './support';\ntest('a', async () => {\n${body}\n});`, ...support });

	const began = 'each time, though what follows waits for what was begun in front of it. Remove the wait';
	const wait = 'await new Promise(resolve => setTimeout(resolve, 50));';
	const marks = `      ${'~'.repeat(wait.length - 'await ;'.length)} `;
	flags('looks again and again in a helper of the project', supported(`start();\n${wait}\n${marks}${retried}\nconst all = await rows(2);\nexpect(all).toHaveLength(2);`));
	flags('goes through a list in a helper of the project', supported(`start();\n${wait}\n${marks}${once}\nexpect(await page('a')).toBe(1);`));
	flags('waits for what was begun in front of it', supported(`const work = start();\n${wait}\n${marks}${began}\nexpect(await work).toBe(1);`));
	flags('waits for a promise that was made in front of it', supported(`const done = deferred();\nstart(() => { done.resolve(); });\n${wait}\n${marks}${began}\nawait done.promise;\nexpect(done).toBeTruthy();`));
	flags('does something, then waits for what was begun', supported(`const work = start();\n${wait}\n${marks}${once}\nstart();\nexpect(await work).toBe(1);`));
	flags('begins what it waits for', supported(`start();\n${wait}\n${marks}${once}\nexpect(await start()).toBe(1);`));
	allows('a first pause of a helper that has looked and looks again', supported("start();\nexpect(await look('/a')).toBe(1);\nexpect(await lookSafely('/a')).toBe(1);"));
	flags('a pause of a helper that looks before, and does not look again', supported("start();\nexpect(await settle('/a')).toBe(1);\n             ~~~~~~~~~~~~ 2000 ms (settle (test/support.ts:45)"));
	flags('reads what is found once', followed(once, "\tWAIT;\n\tcy.get('li').then(list => { expect(list.length).to.equal(2); });"));
	flags('reads inside what is found', followed(once, "\tWAIT;\n\tcy.get('li').first().within(() => { cy.task('count').then(count => { expect(count).to.equal(2); }); });"));
	flags('loads the page', followed(once, "\tWAIT;\n\tcy.reload();\n\tcy.get('li').should('have.length', 2);"));
	flags('loads the page on one way', followed(once, "\tWAIT;\n\tif (process.env.SLOW) {\n\t\tcy.reload();\n\t}\n\tcy.get('c').click();"));
	flags('loads the page in a helper', followed(once, '\tWAIT;\n\topen();', "function open() { cy.visit('/'); cy.get('li').click(); }"));
	const inHelper = (behind: string, before: string, after: string): string => `
function add(name) {
	${before}
	cy.wait(500);
	~~~~~~~~~~~~ ${once}
	${after}
}
it('a', () => {
	add('b');
	${behind}
});`;
	flags('loads the page behind the helper that waits', inHelper('cy.reload();', "cy.get('button').click();", "if (name) { cy.get('input').type(name); }"));
	flags('waits again, in a loop', inHelper("cy.get('li').should('have.length', 2);", "for (const letter of name) { cy.task('key', letter);", '}'));
	flags('keeps a value', followed(once, "\tWAIT;\n\tcount = store.rows;\n\tcy.get('li').should('have.length', 2);", 'let count;'));
	flags('presses a key, which looks for nothing', `
import { test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ ${once}
	await page.keyboard.press('Enter');
});`);
	flags('reads an element when it is there', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ ${once}
	expect(await page.locator('li').textContent()).toBe('b');
});`);
	flags('clicks with Puppeteer, which does not wait', `
import puppeteer from 'puppeteer';
it('a', async () => {
	const page = await (await puppeteer.launch()).newPage();
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ ${once}
	await page.click('a');
});`);
});

describe('a step of a test that is written in words', () => {
	flags('Cucumber: a step, a hook, and a step that a callback ends', `
const { Before, When, Then } = require('@cucumber/cucumber');
const assert = require('node:assert');
Before(async function () {
	await this.server.start();
	await new Promise(resolve => setTimeout(resolve, 500));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 500 ms
});
When('I click {string}', async function (name) {
	await this.page.click(name);
	await this.page.waitForTimeout(1000);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 1000 ms
});
When('I stop it', { timeout: 5000 }, function (callback) {
	setTimeout(() => { this.server.stop(callback); }, 2000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 2000 ms
});
Then(/^(\\d+) are (left|gone)$/, async function (count) {
	await new Promise(resolve => setTimeout(resolve, 300));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 300 ms
	assert.equal(this.server.clients.size, Number(count));
});`);

	flags('Cucumber of old, which hands the words to a callback', `
const { defineSupportCode } = require('cucumber');
defineSupportCode(({ Before, When, setDefaultTimeout }) => {
	setDefaultTimeout(10000);
	When('I click {stringInDoubleQuotes}', (name, callback) => {
		browser.sleep(500);
		~~~~~~~~~~~~~~~~~~ 500 ms
		element(by.css(name)).click().then(() => callback());
	});
});
defineSupportCode(code => {
	code.Before(async () => {
		start();
		await new Promise(resolve => setTimeout(resolve, 400));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 400 ms
	});
});`);

	flags('playwright-bdd, and a helper', {
		'features/step_definitions/a.ts': `
import { createBdd } from 'playwright-bdd';
import { settle } from './settle';
const { Given } = createBdd();
Given('I am signed in', async ({ page }) => {
	await page.goto('/');
	await settle(page);
	      ~~~~~~~~~~~~ 250 ms (settle (features/step_definitions/settle.ts:2) → page.waitForTimeout)
	await page.fill('#name', 'ada');
});`,
		'features/step_definitions/settle.ts': `import type { Page } from '@playwright/test';
export const settle = (page: Page) => page.waitForTimeout(250);`,
	});

	flags('Cypress', {
		'cypress/e2e/step_definitions/a.js': `
import { When } from '@badeball/cypress-cucumber-preprocessor';
When('I save', () => {
	cy.get('#save').click();
	cy.wait(500);
	~~~~~~~~~~~~ 500 ms
});`,
		'package.json': '{ "devDependencies": { "cypress": "13" } }',
	});

	allows('what looks again and again, only fails, and waits for nothing to happen', `
import { Then, When } from '@cucumber/cucumber';
import assert from 'node:assert';
Then('it is ready', async function () {
	while (!this.server.ready) {
		await new Promise(resolve => setTimeout(resolve, 50));
	}
});
When('it starts', function (callback) {
	setTimeout(() => callback(new Error('too late')), 1000);
	this.server.once('open', callback);
});
Then('nothing is sent', async function () {
	await new Promise(resolve => setTimeout(resolve, 300));
	assert.equal(this.sent.length, 0);
});`);
});

describe('runners of browser tests with globals of their own', () => {
	flags('TestCafe', `
import { Selector, t as controller } from 'testcafe';
fixture\`notes\`.page\`/notes\`.beforeEach(async t => {
	await t.wait(100);
	      ~~~~~~~~~~~ 100 ms
});
const settle = async t => { await t.click('#ok'); await t.wait(200); };
                                                        ~~~~~~~~~~~ 200 ms (settle (a.test.ts:6)
test('saves', async t => {
	await t.click('#save').wait(300).expect(Selector('p').innerText).eql('saved');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 300 ms (t.wait), however long
	await t.useRole(ana).click('#notes').wait(310).click('#first').expect(Selector('p').count).eql(1);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 310 ms (t.wait) each time, though what follows looks for its element
	await t.click('#notes').wait(320).pressKey('enter').click('#first');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 320 ms (t.wait), however long
});
async function opened(t: TestController) { await t.click('#notes').wait(330).click('#first'); }
test.page('/other')('opens', async t => {
	await settle(t);
	await t.expect(Selector('p').innerText).eql('open');
});
test('closes', async t => {
	await t.wait(400);
	      ~~~~~~~~~~~ 400 ms (t.wait) each time, though what follows looks for its element
	await t.click('#close');
	await controller.wait(500);
	      ~~~~~~~~~~~~~~~~~~~~ 500 ms
	await opened(t);
	      ~~~~~~~~~ This waits 330 ms (opened (a.test.ts:12) → t.wait) each time, though what follows looks for its element
	await t.expect(Selector('p').exists).notOk();
});`);

	flags('CodeceptJS', `
Feature('notes');
Before(({ I }) => {
	I.amOnPage('/notes');
	I.wait(1);
	~~~~~~~~~ 1000 ms
});
Scenario('saves', ({ I }) => {
	I.click('Save');
	I.wait(2);
	~~~~~~~~~ 2000 ms
	I.see('saved');
});
Data(['a', 'b']).Scenario('opens', async ({ I, current }) => {
	I.click(current);
	I.see('open');
}).tag('@slow');`);

	allows('a test of another runner that has a function of that name', `
import { fixture } from './support';
fixture('notes');
test('saves', t => {
	t.wait(100);
	t.end();
});`);

	allows('TestCafe: what looks until it is there', `
import { Selector } from 'testcafe';
fixture('notes').page('/notes');
test('saves', async t => {
	await t.click('#save').expect(Selector('p').innerText).eql('saved', { timeout: 5000 });
	await t.wait(0);
});`);
});

describe('a wait by its name, of what nobody can tell', () => {
	const test = (call: string): string => `const assert = require('assert');
module.exports.define = bot => {
	it('speaks', async () => {
		bot.chat('hello');
		await ${call};
		assert(bot.time > 1);
	});
};
for (const bot of require('@app/bots')) module.exports.define(bot);`;

	flags('a number of hundreds', { 'a.test.js': test('bot.test.wait(500)').replace("		await bot.test.wait(500);", "		await bot.test.wait(500);\n		      ~~~~~~~~~~~~~~~~~~ 500 ms") });
	flags('a word with its unit', { 'a.test.js': test('bot.waitMs(20)').replace("		await bot.waitMs(20);", "		await bot.waitMs(20);\n		      ~~~~~~~~~~~~~~") });
	allows('a number of blocks', { 'a.test.js': test('bot.wait(12)') });
	allows('a limit beside what is waited for', { 'a.test.js': test("bot.wait('spawn', 500)") });
	allows('a player that pauses', { 'a.test.js': test('bot.pause(500)') });
});

describe('a test without a runner', () => {
	flags('what the file does when it is run', {
		'test/saves.js': `const assert = require('assert');
const { delay, saved, start } = require('@app/store');
(async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 200));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 200 ms
	assert.strictEqual(saved(), 1);
})();`,
	});

	flags('what it keeps, or exports as a whole, for the file that runs it', {
		'test/saves.js': `import assert from 'node:assert';
import { saved, start } from '@app/store';
const tests = {
	async saves() {
		start();
		await new Promise(resolve => setTimeout(resolve, 200));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		assert.strictEqual(saved(), 1);
	},
	async loads() {
		assert.strictEqual(saved(), 0);
	},
};
export default () => async server => {
	server.open();
	await new Promise(resolve => setTimeout(resolve, 300));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	assert.ok(server.isOpen);
};`,
	});

	const helper = `const assert = require('assert');
const { saved, start } = require('@app/store');
module.exports = async () => {
	start();
	await new Promise(resolve => setTimeout(resolve, 200));
	assert.strictEqual(saved(), 1);
};`;
	allows('what helps with tests, by its path', { 'test/helpers/saves.js': helper });
	allows('what helps with tests, by what it gives', { 'test/saves.js': helper.replace(/async \(\) => \{([^]*)\};$/, '() => ({ async check() {$1} });') });
	allows('what lies among no tests', { 'lib/saves.js': helper });
	allows('what asserts nothing', { 'test/saves.js': helper.replace(/assert\.strictEqual\(saved\(\), 1\)/, 'saved()') });
});

describe('a wait that a setup file has made global', () => {
	flags('by its own name', `
it('saves', async () => {
	save();
	await wait(100);
	      ~~~~~~~~~ 100 ms
	expect(store.size).toBe(1);
});`);

	allows('one that is handed something else, or that nobody waits for', `
it('saves', async () => {
	await wait('saved');
	await pause();
	wait(100);
	await settle(100);
	await player.pause(100);
	expect(store.size).toBe(1);
});`);
});

describe('browsers whose commands are queued', () => {
	flags('Protractor, which nobody has to wait for', {
		'e2e/a.spec.ts': `
import { browser, by, element } from 'protractor';
import { Notes } from './notes.po';
describe('notes', () => {
	beforeEach(() => {
		browser.get('/');
		browser.sleep(500);
		~~~~~~~~~~~~~~~~~~ 500 ms
	});
	it('saves', () => {
		element(by.css('button')).click();
		browser.driver.sleep(300);
		~~~~~~~~~~~~~~~~~~~~~~~~~ 300 ms
		new Notes().open();
		~~~~~~~~~~~~~~~~~~ 1000 ms (open (e2e/notes.po.ts:2) → browser.sleep)
		expect(element(by.css('p')).getText()).toEqual('saved');
	});
});`,
		'e2e/notes.po.ts': `import { browser } from 'protractor';
export class Notes { open() { browser.get('/notes'); browser.sleep(1000); } }`,
	});

	flags('Nightmare', `
import Nightmare from 'nightmare';
it('saves', async () => {
	const page = new Nightmare();
	const text = await page.goto('/').click('button').wait(500).evaluate(() => document.title);
	                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 500 ms
	expect(text).toBe('saved');
});`);
});

describe('what only a shipped build does', () => {
	const shim = (choice: string): string => `const pause = () => new Promise(resolve => setTimeout(resolve, 10));
const isShipped = process.env.NODE_ENV === 'production';
async function shipped(run) { await run(); await pause(); }
async function plain(run) { await run(); }
export const act = ${choice};`;
	const test = `import { expect, it } from 'vitest';
import { act } from './act';
it('acts', async () => {
	await act(() => {});
	expect(document.title).toBe('a');
});`;
	allows('a shim of the shipped build', { 'a.test.ts': test, 'act.ts': shim(`process.env.NODE_ENV === 'production' ? shipped : plain`) });
	allows('one that a constant tells', { 'a.test.ts': test, 'act.ts': shim('isShipped ? shipped : plain') });
	flags('what tests run', { 'a.test.ts': test.replace('\tawait act(() => {});', '\tawait act(() => {});\n\t      ~~~~~~~~~~~~~ setTimeout'), 'act.ts': shim(`process.env.NODE_ENV !== 'production' ? shipped : plain`) });
});

describe('a wait in what a library is handed', () => {
	const mapping = (args: string, marks = ''): string => `
import { test, expect } from 'vitest';
import delay from 'delay';
import pMap from 'p-map';
import { sent } from './sent';
const load = async (value: number) => { await delay(20); return value; };
test('a', async () => {
	expect(await pMap(${args})).toEqual(sent);
${marks}});`;
	flags('is one as any other', mapping('list(), load', `	             ${'~'.repeat(18)} 20 ms\n`));
	allows('is none where there is nothing to call it for', mapping('[], load'));
	allows('is latency where the library is what is tested', {
		'a.test.ts': mapping('list(), load').replace("'p-map'", "'./index.js'"),
		'index.js': 'export default async function pMap(list, mapper) { return []; }',
		'package.json': '{ "name": "p-map", "main": "index.js" }',
	});
});

describe('a wait in a loop over what a function is handed', () => {
	const feeding = (list: string, mark = ''): string => `
import { test, expect } from 'vitest';
import { sent } from './sent';
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
async function feed(rows: readonly string[]) {
	for (const row of rows) {
		sent.push(row);
		await sleep(30);
${mark}	}
}
test('a', async () => {
	await feed(${list});
	expect(sent).toEqual([]);
	expect(sent.done).toBe(true);
});`;
	flags('is one as any other', feeding("['a']", `		      ${'~'.repeat(9)} 30 ms\n`));
	allows('is none where the list is empty', feeding('[]'));
});

describe('a wait that never comes', () => {
	allows('is none behind the end of its suite', `
describe('s', () => {
	it('a', () => { expect(1).toBe(1); });
	return;
	it('b', async () => {
		start();
		await new Promise(resolve => setTimeout(resolve, 50));
		expect(done).toBe(true);
	});
});`);
	flags('is one where its suite only ends under a condition', `
describe('s', () => {
	if (process.env.CI) return;
	it('b', async () => {
		start();
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
		expect(done).toBe(true);
	});
});`);
	flags('is one in a function that stands behind the end', `
it('b', async () => {
	start();
	await settle();
	      ~~~~~~~~ 50 ms
	expect(done).toBe(true);
	return;
	function settle() { return new Promise(resolve => setTimeout(resolve, 50)); }
});`);
});

describe('a wait in a function that a test has inside', () => {
	flags('is told of where it is called, as often as it is', `
it('a', async () => {
	const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
	const image = await load('a');
	await wait(150);
	      ~~~~~~~~~ waits 150 ms
	expect(image.frame).toBe(1);
	await wait(250);
	      ~~~~~~~~~ waits 250 ms
	expect(image.frame).toBe(2);
});
it('b', () => {
	const wait = function (ms) { return new Promise(function (resolve) { setTimeout(resolve, ms); }); };
	let image;
	return load('b').then(function (loaded) {
		image = loaded;
		return wait(150);
		       ~~~~~~~~~ waits 150 ms
	}).then(function () { expect(image.frame).toBe(1); });
});`);
	flags('or where it is written, behind what the function does, or where what runs it stands in the test', `
it('a', async () => {
	const save = async name => {
		start(name);
		await new Promise(resolve => setTimeout(resolve, 100));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ waits 100 ms
	};
	await save('a');
	expect(saved).toBe('a');
});
it('b', async () => {
	await (async () => {
		start('b');
		await new Promise(resolve => setTimeout(resolve, 70));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ waits 70 ms
	})();
	expect(saved).toBe('b');
});`);
	flags('also in what a helper of the program is handed', { 'a.test.ts': `
import { expect, it } from 'vitest';
import { withPage } from './page';
it('a', async () => {
	await withPage(async page => {
		async function press(id) {
			await page.click(id);
			await new Promise(resolve => setTimeout(resolve, 100));
			      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ waits 100 ms
			expect(page.text).toBe('pressed');
		}
		await press('#a');
	});
});`, 'page.ts': `import { start } from 'somewhere';\nexport async function withPage(run) {\n\tconst server = await start();\n\tawait run(server.page);\n}` });
});

describe('a wait in front of what is tried again and was there before', () => {
	const browsing = (title: string, lines: string, marks = ''): Record<string, string> => ({
		'a.browser.test.ts': `
import { test, expect, vi } from 'vitest';
import { page } from '@vitest/browser/context';
import { expectGone, expectThere } from './support';
test('${title}', async () => {
	await page.getByTestId('opener').click();
	await expectThere(page.getByTestId('dialog'));
	await page.getByTestId('row').click();
	await new Promise(resolve => setTimeout(resolve, 50));
${marks}	${lines}
});`,
		'support.ts': `
import { expect, vi } from 'vitest';
import type { Locator } from '@vitest/browser/context';
export async function expectThere(locator: Locator) { await expect.element(locator).toBeInTheDocument(); }
export async function expectGone(locator: Locator) { await vi.waitFor(() => expect(() => locator.element()).toThrow()); }`,
	});
	const open = `await expect.element(page.getByTestId('dialog')).toHaveAttribute('data-state', 'open');`;
	const marks = `	      ${'~'.repeat(47)} though what follows tries again\n`;

	allows('only gives time to what must not happen', browsing('should not close the dialog', `${open}\n\tawait expectGone(page.getByTestId('menu'));`));
	flags('is needless where something is to happen, by the title', browsing('should mark the dialog', open, marks));
	flags('is needless where only something is missing, by the title', browsing('closes the menu without a dialog', open, marks));
	flags('is needless where something else is looked for', browsing('should not close the dialog', `await expect.element(page.getByTestId('menu')).toBeVisible();`, marks));
});

describe('a wait for the eye', () => {
	const shown = (lines: string): Case => ({
		'cypress/e2e/a.cy.js': `
it('a', () => {
	cy.get('#menu').should('be.visible');
	cy.viewport('ipad-2');
${lines}
});`,
		'cypress.config.js': 'module.exports = {};',
		'package.json': '{ "devDependencies": { "cypress": "^14.0.0" } }',
	});
	allows('behind which only the size of the page changes', shown("\tcy.wait(200);\n\tcy.viewport('iphone-4');\n\tcy.wait(200);"));
	flags('behind which something is looked for', shown("\tcy.wait(200);\n\t~~~~~~~~~~~~ 200 ms\n\tcy.viewport('iphone-4');\n\tcy.get('#menu').then(menu => expect(menu.width()).to.equal(3));"));
	flags('behind something else', shown("\tcy.get('#menu').click();\n\tcy.wait(200);\n\t~~~~~~~~~~~~ 200 ms"));
});

describe('a timer in what a call has called back', () => {
	const sending = (before: string, inside: string, said: string): Case => ({
		'a.test.js': `
const assert = require('assert');
const { client, socket } = require('./client');
it('a', done => {
	client.send('title', ${before}
		setTimeout(() => {
		${'~'.repeat('setTimeout(() => {'.length)} ${said}
			assert.strictEqual(socket.count, 1);
			${inside}
			done();
		}, 1000);
	});
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});
	const called = 'This is asserted 1000 ms later (setTimeout), each time, though what line 5 begins has called back by then.';
	const hoped = 'decides this test, whether or not the work is done by then';
	flags('is told of as that', sending('error => {\n\t\tassert.ifError(error);', '', called));
	flags('is one as any other where more is begun in front of it', sending('error => {\n\t\tsocket.flush();', '', hoped));
	flags('is one as any other where more is done in it', sending('error => {', 'socket.close();', hoped));
	flags('is one as any other where no failure is handed over', sending('message => {', '', hoped));
});

describe('a wait in a function of the file', () => {
	const using = (helpers: string, tests: string): string => `
import { test, expect } from 'vitest';
import { connect, store } from './store';
${sleep}
${helpers}
${tests}`;
	const twice = "test('a', async () => { await save('a'); expect(store.size).toBe(1); });\ntest('b', async () => { await save('b'); expect(store.size).toBe(2); });";
	flags('that does something first is told of once', using(`async function save(name) {
	store.put(name);
	await sleep(50);
	      ~~~~~~~~~ This waits 50 ms (save (a.test.ts:7) → sleep (a.test.ts:4) → setTimeout), however long
}`, twice));
	flags('that another such function calls', using(`async function put(name) {
	store.put(name);
	await sleep(50);
	      ~~~~~~~~~ 50 ms
}
async function save(name) { connect(); await put('x'); }`, twice));
	flags('that is a test itself, and that another test calls', using(`async function save(t) {
	store.put(t);
	await sleep(50);
	      ~~~~~~~~~ 50 ms
	expect(store.size).toBe(1);
}`, `test('a', save);\ntest('b', async () => { await save(2); expect(store.size).toBe(1); });`));
	flags('that is told how long', using('async function save(name, ms) { store.put(name); await sleep(ms); }', `test('a', async () => {
	await save('a', 50);
	      ~~~~~~~~~~~~~ 50 ms
	expect(store.size).toBe(1);
});`));
	flags('that only waits', using('const settle = () => sleep(50);', `test('a', async () => {
	store.put('a');
	await settle();
	      ~~~~~~~~ 50 ms
	expect(store.size).toBe(1);
});`));
	flags('of another file', { 'test/a.test.ts': `
import { test, expect } from 'vitest';
import { save, size } from './saving';
test('a', async () => {
	await save('a');
	      ~~~~~~~~~ 50 ms
	expect(size()).toBe(1);
});`, 'test/saving.ts': 'export async function save(name) { store.put(name); await new Promise(resolve => setTimeout(resolve, 50)); }' });
});

describe('a helper that waits in real time', () => {
	const flushed = (helper: string, mark = ''): Case => ({
		'test/a.test.js': `
import { flush } from './flush';
import { events, send } from '../src/send';
beforeEach(() => { jest.useFakeTimers(); });
it('sends', async () => {
	send('a');
	await flush();
${mark}	expect(events()).toEqual(['a']);
});`,
		'test/flush.js': `export const flush = async () => { ${helper} };`,
		'package.json': '{"devDependencies":{"jest":"^30.0.0"}}',
	});
	const told = `	      ${'~'.repeat(7)} This waits 10 ms (flush (test/flush.js:1) → setTimeout)\n`;
	flags('inside its promise', flushed('await new Promise(resolve => { jest.useRealTimers(); setTimeout(resolve, 10); jest.useFakeTimers(); });', told));
	flags('around its promise', flushed('jest.useRealTimers(); await new Promise(resolve => setTimeout(resolve, 10)); jest.useFakeTimers();', told));
	allows('only afterwards', flushed('const waited = new Promise(resolve => setTimeout(resolve, 10)); jest.advanceTimersByTime(10); await waited; jest.useRealTimers();'));
	allows('no more', flushed('jest.useRealTimers(); jest.useFakeTimers(); await new Promise(resolve => setTimeout(resolve, 10));'));
	allows('never', flushed('await new Promise(resolve => setTimeout(resolve, 10));'));
});

describe('a timer in what a call of the test calls back, in a test that its context ends', () => {
	const called = (later: string, around = 'client.request("a", onResponse);\n\tfunction onResponse(error) {\n\t\tLATER\n\t}'): string => `
const test = require('tape');
const { client, log, server } = require('somewhere');
test('logs', t => {
	${around.replace('LATER', later)}
});`;
	flags('asserts and ends it', called(`setTimeout(() => {
		~~~~~~~~~~~~~~~~~~ What runs 300 ms later (setTimeout) decides this test
			t.equal(log.lines[0], 'a');
			t.end();
		}, 300);`));
	flags('asserts and ends it by what the context gives', { 'test/a.js': `
QUnit.test('logs', assert => {
	const done = assert.async();
	client.request('a', error => {
		setTimeout(() => {
		~~~~~~~~~~~~~~~~~~ 300 ms later (setTimeout)
			assert.equal(log.lines[0], 'a');
			done();
		}, 300);
	});
});` });
	allows('only ends it', called("t.equal(error, null);\n\t\tsetTimeout(() => { t.end(); }, 300);"));
	allows('is the latency of an answer', called('', `server.on('request', (request, answer) => { setTimeout(() => { answer.end('late'); }, 50); });
	client.request('a', error => { t.equal(error, null); t.end(); });`));
	allows('only fails', called('const limit = setTimeout(() => { t.fail("too late"); t.end(); }, 300);\n\t\tclient.once("ready", () => { clearTimeout(limit); t.end(); });'));
});

describe('a timer in what a call of the test calls back, in a test that so many assertions end', () => {
	const planned = (later: string, plan = 't.plan(1);'): string => `
const test = require('tape');
const { events, server } = require('somewhere');
test('publishes', t => {
	${plan}
	events.publish({ name: 'saved' }, error => {
		if (error) t.fail(error);
		else ${later}
	});
});`;
	flags('makes the last of them', planned(`setTimeout(() => {
		     ~~~~~~~~~~~~~~~~~~ What runs 500 ms later (setTimeout) decides this test
			t.ok(server.isSaved());
		}, 500);`));
	allows('asserts what the call has handed over', planned('setTimeout(() => { t.ok(error); }, 500);'));
	allows('only fails', planned("setTimeout(() => { t.fail('too late'); }, 500);"));
	allows('is of a test that ends at once', planned('setTimeout(() => { log(server.isSaved()); }, 500);', 't.end();'));
});

describe('a promise that a timer settles, whatever fails behind it', () => {
	const helped = (run: string): string => `
import { expect, test } from 'vitest';
import { draft, load, watch } from 'somewhere';
const later = (run, ms) => new Promise((resolve, reject) => {
	${run}
});
test('saves', async () => {
	const watched = watch(draft);
	await later(() => watched.stop(), 100);
	${run.includes('again') ? '' : '      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 100 ms (later'}
	expect(load()).toBe(1);
});`.replace(/^\t\n/m, '');
	flags('by handing the failure on', helped('setTimeout(() => { try { resolve(run()); } catch (error) { reject(error); } }, ms);'));
	flags('by handing on the failure of what is waited for', helped('setTimeout(async () => { try { const value = await run(); resolve(value); } catch (error) { reject(error); } }, ms);'));
	flags('at last', helped('setTimeout(() => { try { run(); } finally { resolve(); } }, ms);'));
	allows('by trying again', helped('const again = () => { try { resolve(run()); } catch { setTimeout(again, ms); } };\n\tsetTimeout(again, ms);'));
});

describe('what nobody knows who reads the file', () => {
	const opened = (driver: string): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { openPage } from './browser';
test('shows the name', async () => {
	const page = await openPage();
	page.click('#name');
	await new Promise(resolve => setTimeout(resolve, 100));
	expect(page.text).toBe('Ada');
});`,
		'browser.ts': `
let driver;
export async function openPage() {
	${driver}
	return { text: '', click(selector) { driver.click(selector); } };
}`,
	});
	flags('may take time: a module that is only named when it runs', Object.fromEntries(Object.entries(opened(`driver = await import(String('driver'));`)).map(([name, text]) => [name, text.replace('resolve, 100));\n', 'resolve, 100));\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 100 ms\n')])));
	allows('is not there', opened('driver = { click() {} };'));
});

describe('a branch that a call rules out, though it calls by a method', () => {
	const suites = (call: string, mark = ''): Record<string, string> => ({
		'test/a.test.js': `
const { describeWithChecks } = require('./checks');
describeWithChecks('accounts', () => {${mark}
	it('opens', () => { expect(open()).toBe(1); });
});`,
		'test/checks.js': `
const suite = describe;
exports.install = function(isWhole, define) {
	if (isWhole) {
		before(() => { look(); });
	} else {
		afterEach(async () => { await new Promise(resolve => setTimeout(resolve, 200)); look(); });
	}
	if (define) define.call(this);
};
exports.describeWithChecks = function(title, define) {
	suite.call(this, title, function() { ${call} });
};`,
	});
	const runner = { 'package.json': '{ "devDependencies": { "mocha": "10" } }' };
	for (const call of ['exports.install(true, define);', 'exports.install.call(this, true, define);', 'exports.install.apply(this, [true, define]);']) allows(call, { ...suites(call), ...runner });
	for (const call of ['exports.install(false, define);', 'exports.install.call(this, false, define);']) flags(call, { ...suites(call, '\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 200 ms'), ...runner });
});

describe('a wait of another file that what it awaits decides upon', () => {
	const opened = (open: string, mark = ''): Record<string, string> => ({
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { open } from './support/panel';
test('opens', async ({ page }) => {
	await open(page, true);${mark}
	expect(await page.title()).toBe('Panel');
});`,
		'e2e/support/panel.ts': `
export const close = async page => { await new Promise(resolve => setTimeout(resolve, 250)); await page.click('#close'); };
export const open = async (page, first) => { ${open} await page.click('#open'); };`,
	});
	const mark = '\n\t~~~~~~~~~~~~~~~~~~~~~~ This waits 250 ms'.replace('~', '      ').replaceAll(/~+/g, '~~~~~~~~~~~~~~~~');
	allows('in the condition', opened('if (await page.isVisible("#panel")) await close(page);'));
	allows('in front of it', opened('const shown = await page.locator("#panel").count(); if (shown > 0) { await Promise.all([close(page)]); }'));
	flags('by no condition', opened('await close(page);', mark));
	flags('nothing is awaited for', opened('if (first) await close(page);', mark));
	flags('behind another', opened('if (await page.isVisible("#hint")) await page.click("#hint"); await close(page);', mark));
});

describe('a wait on which nothing depends that was not known in front of it', () => {
	const asked = (claims: string, mark = '', title = 'does nothing in a dry run'): string => `
import { expect, test, vi } from 'vitest';
import { handle, mail } from './handle';
const send = vi.spyOn(mail, 'send');
test('${title}', async () => {
	const entry = await handle(3, { dryRun: true });
	await new Promise(resolve => setTimeout(resolve, 200));${mark}
	${claims}
});`;
	const mark = '\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 200 ms';
	allows('what was answered, of a test of what does not happen', asked(`expect(entry.status).toBe('skipped');\n\texpect(send).not.toHaveBeenCalled();`, '', 'does not do anything in a dry run'));
	flags('what was answered, and nothing else', asked(`expect(entry.status).toBe('skipped');`, mark, 'does not do anything in a dry run'));
	flags('of a test of what happens', asked(`expect(entry.status).toBe('skipped');\n\texpect(send).not.toHaveBeenCalled();`, mark));

	const counted = (condition: string, mark = ''): string => `
const { client } = require('somewhere');
it('takes five at a time', done => {
	const messages = [];
	client.on('message', message => {
		messages.push(message);
		if (${condition}) {
			setTimeout(() => {${mark}
				assert.strictEqual(messages.length, 5);
				client.close(done);
			}, 500);
		}
	});
});`;
	const timer = '\n\t\t\t~~~~~~~~~~~~~~~~~~ What runs 500 ms later';
	allows('the condition that it stands behind', counted('messages.length === 5'));
	flags('another condition', counted('messages.length === 4', timer));
});

describe('a wait that is the subject', () => {
	const slept = (mark = ''): string => `
import { expect, test } from 'vitest';
import { pause } from './pause';
test('takes its time', async () => {
	const start = performance.now();
	await pause(30);${mark}
	expect(performance.now() - start).toBeGreaterThan(20);
});`;
	const pause = 'export const pause = ms => new Promise(resolve => setTimeout(resolve, ms));';
	allows('of the tests of what waits', { 'src/pause.spec.ts': slept(), 'src/pause.ts': pause });
	const elsewhere = slept('\n\t      ~~~~~~~~~ This waits 30 ms').replace('performance.now() - start', 'queue.size');
	flags('of no other tests', { 'src/queue.spec.ts': elsewhere, 'src/pause.ts': pause });

	const wrapped = (body: string, mark = '', file = 'src/wrap'): Record<string, string> => ({
		'test/a.test.js': `
const assert = require('node:assert');
const { wrap } = require('../${file}');
it('wraps a function of callbacks', done => {
	const run = wrap((data, callback) => {
		setTimeout(() => {${mark}
			${body}
			done();
		}, 20);
	});
	run(1);
});`,
		[`${file}.js`]: `const { begin } = require('somewhere');\nexports.wrap = run => data => begin(() => run(data, () => {}));`,
		'package.json': '{ "devDependencies": { "mocha": "10" } }',
	});
	const timer = '\n\t\t~~~~~~~~~~~~~~~~~~ What runs 20 ms later';
	allows('of a function that the code under test is handed, and that calls back', wrapped('assert.equal(data, 1); callback();'));
	flags('of one that does not call back', wrapped('assert.equal(data, 1);', timer));
	flags('of one that a helper of tests is handed', wrapped('assert.equal(data, 1); callback();', timer, 'test/wrap'));
});

describe('a wait of a package of which nothing is known', () => {
	const slept = (wait: string): string => `
import { expect, test } from 'vitest';
import { sleep } from '@acme/tools';
import { select, shown } from './select';
test('selects', async () => {
	select();
	await sleep${wait}
	expect(shown()).toBe(true);
});`;
	allows('of one, which may be a millisecond', slept('(1);'));
	flags('of more', slept('(2);\n\t      ~~~~~~~~ This waits a fixed time (sleep)'));
});

describe('a wait that only lets the clock go on', () => {
	const touching = (claims: string, { action = "await store.touch('a');", mark = '' } = {}): string => `
import test from 'ava';
import { store } from '../src/store';
test('touches', async t => {
	await store.set('a', { name: 'ada' });
	const first = await store.find('a');
	const firstAt = first?.updatedAt?.getTime();
	await new Promise(resolve => setTimeout(resolve, 20));${mark}
	${action}
	const second = await store.find('a');
	${claims}
});`;
	const later = 't.true((second?.updatedAt?.getTime() ?? 0) > (firstAt ?? 0));';
	const mark = `\n\t${'~'.repeat('await new Promise(resolve => setTimeout(resolve, 20))'.length)}`.replace('~~~~~~', '      ');

	allows('between two times that are compared', touching(later));
	allows('beside what is known by then', touching(`t.is(second.name, first.name);\n\tt.truthy(second.updatedAt);\n\t${later}`));
	allows('in the words of another runner', touching('expect(second.updatedAt).toBeGreaterThan(first.updatedAt);').replace("import test from 'ava'", "import { expect, test } from 'vitest'").replace('t =>', '() =>'));
	flags('where the option asks for it', touching(later, { mark: `${mark} only for the clock to show a later time` }), { options: { expiry: true } });

	flags('where nothing is done behind it', touching(later, { action: '', mark }));
	flags('where something else is asked for', touching(`t.is(store.size(), 1);\n\t${later}`, { mark }));
	flags('where no later time is asked for', touching('t.is(second.name, first.name);', { mark }));
	flags('where counts are compared', touching('t.true(second.visits > first.visits);', { mark }));
});

describe('a fixture of another file that waits', () => {
	const file = (tests: string): Record<string, string> => ({
		'test/a.test.ts': `
import { expect } from 'vitest';
import { test } from './setup';
${tests}`,
		'test/setup.ts': `
import { test as base } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { open } from '../src/page';
export const test = base.extend({
	page: async ({}, use) => { const page = open(); await pause(500); await use(page); },
	login: async ({ page }, use) => { await use(page.login()); },
	name: async ({}, use) => { await use('Ada'); },
});`,
	});
	flags('at the first test that asks for it, itself or by another', file(`test('a', async ({ name }) => { expect(name).toBe('Ada'); });
test('b', async ({ login }) => { expect(login).toBe(true); });
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 500 ms
test('c', async ({ page }) => { expect(page.name).toBe('Bob'); });`));
	allows('that no test asks for', file("test('a', async ({ name }) => { expect(name).toBe('Ada'); });"));
});

describe('waits for what must not come, up to the end', () => {
	const watching = (after: string): string => `
import { expect, test } from 'vitest';
import { watch } from '../src/watch';
const tick = ms => new Promise(resolve => setTimeout(resolve, ms));
test('is quiet', async () => {
	const errors = [];
	const watcher = watch('/missing');
	watcher.on('error', error => errors.push(error));
	await tick(20);
	${after}
	expect(errors).toEqual([]);
});`;
	allows('behind which something is closed, and waited once more', watching('watcher.close();\n\tawait tick(20);'));
	flags('but not one behind which something is done that it was to be in time for', watching('await watcher.add("/other");').replace('\tawait tick(20);', '\tawait tick(20);\n\t      ~~~~~~~~ This waits 20 ms'));
	flags('nor one behind which is asked what has come', watching('watcher.close();').replace('toEqual([])', 'toHaveLength(1)').replace('\tawait tick(20);', '\tawait tick(20);\n\t      ~~~~~~~~ This waits 20 ms'));
});

describe('a write that listeners hear of before it is over', () => {
	const store = (helper: string): Record<string, string> => ({
		'test-helpers.ts': `import { addDoc, getDoc, setDoc } from 'firebase/firestore';
export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
${helper}`,
	});
	const added = `export async function added(...args) {
	const note = await addDoc(...args);
	await sleep(30);
	return note;
}`;
	const test = (body: string): string => `import { expect, it } from 'vitest';
import { added, sleep } from './test-helpers';
import { bound, load } from './generated/bound';
it('lists', async () => {
	const list = bound('notes');
${body}
});`;

	allows('in a helper that gives it time', {
		'a.test.ts': test(`	await added(notes, { name: 'a' });
	await added(notes, { name: 'b' });
	expect(list.value).toHaveLength(2);`),
		...store(added),
	});

	flags('a wait of the test itself, and one that what is asked for next may need', {
		'a.test.ts': test(`	await added(notes, { name: 'a' });
	await sleep(20);
	      ~~~~~~~~~ This waits 20 ms
	expect(list.value).toHaveLength(1);`),
		...store(added),
	});

	flags('where the test then asks for something that may have to be made of it', {
		'a.test.ts': test(`	await added(notes, { name: 'a' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 30 ms
	const counted = await load('counts');
	expect(counted.notes).toBe(1);`),
		...store(added),
	});

	flags('what is no write, or none that is awaited', {
		'a.test.ts': test(`	await added(notes, { name: 'a' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 30 ms
	expect(list.value).toHaveLength(1);`),
		...store(added.replace('const note = await addDoc(...args)', 'const note = addDoc(...args)')),
	});
});

describe('what was called off', () => {
	const test = (before: string, said: string): string => `import { expect, it } from 'vitest';
import { open } from './generated/search';
it('searches', async () => {
	const search = open();
	${before}
	await new Promise(resolve => setTimeout(resolve, 150));
	expect(search.state).toBe(${said});
});`;

	allows('and must not come to anything', test('search.cancel();', `'pending'`));
	allows('by a switch', test('search.set(search.enabled, false);', `'idle'`));
	const flagged = (code: string): string => code.replace(/^\tawait new.*$/m, line => `${line}\n\t      ${'~'.repeat(line.length - 8)} This waits 150 ms`);
	flags('and is to be over', flagged(test('search.cancel();', `'cancelled'`)));
	flags('not where it is begun', flagged(test('search.start();', `'pending'`)));
});

describe('a token of another second', () => {
	const test = (ms: number, said: string): string => `import { expect, it, vi } from 'vitest';
import { client } from './generated/client';
it('is signed anew', async () => {
	const asks = vi.spyOn(client, 'refresh');
	const { data } = await client.login('a');
	await new Promise(resolve => setTimeout(resolve, ${ms}));
	const { data: next, error } = await client.session();
	expect(error).toBeNull();
	expect(asks).toHaveBeenCalledTimes(1);
	${said}
});`;
	const other = 'expect(next.access_token).not.toEqual(data.access_token);';
	const flagged = (code: string, told = ''): string =>
		code.replace(/^\tawait new.*$/m, line => `${line}\n\t      ${'~'.repeat(line.length - 8)}${told}`);

	allows('needs the clock to go on', test(1000, other));
	flags('where the option asks for it', flagged(test(1000, other), ' only for the clock to show a later time'), { options: { expiry: true } });
	flags('not by less than a second', flagged(test(500, other)));
	flags('not where another thing is to be another', flagged(test(1000, 'expect(next.name).not.toEqual(data.name);')));
	flags('not where it is to be the same', flagged(test(1000, 'expect(next.access_token).toEqual(data.access_token);')));
	flags('not where the work before must be over', flagged(test(1000, `${other}\n\texpect(client.users.size).toBe(1);`)));
});
