import { describe } from 'vitest';

import rule from '../../rules/no-tight-timeout.ts';
import type { Case } from '../support/rule-case.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-tight-timeout', rule);

describe('the limit of a test', () => {
	flags('behind the body, and among the options', `
import { test, expect, beforeAll } from 'vitest';
beforeAll(async () => { await start(); }, 20);
                                          ~~ 20 ms
test('a', async () => { await work(); }, 50);
                                         ~~ The runner ends this after 50 ms
test('b', { timeout: 100 }, async () => { await work(); });
            ~~~~~~~~~~~~ 100 ms`, {
		mends: {
			'Give it 5 seconds, which only a hang takes.': `
import { test, expect, beforeAll } from 'vitest';
beforeAll(async () => { await start(); }, 5000);
test('a', async () => { await work(); }, 50);
test('b', { timeout: 100 }, async () => { await work(); });`,
		},
	});

	flags('in Jest, Jasmine and Bun', {
		'a.test.js': `
jest.setTimeout(50);
~~~~~~~~~~~~~~~~~~~ 50 ms
it('a', async () => { expect(await work()).toBe(1); }, 80);
                                                       ~~ 80 ms`,
		'package.json': '{ "devDependencies": { "jest": "^30.0.0" } }',
	});

	flags('in Mocha, by `this` and by the chain', {
		'a.test.js': `
describe('a', function () {
	this.timeout(50);
	~~~~~~~~~~~~~~~~ 50 ms
	before(function () { this.timeout(10); return start(); });
	                     ~~~~~~~~~~~~~~~~ 10 ms
	it('b', async function () { [1].forEach(() => this.timeout(20)); await work(); });
	                                              ~~~~~~~~~~~~~~~~ 20 ms
	it('c', async () => { await work(); }).timeout(30);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 30 ms
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	flags('in node:test, AVA and Playwright', {
		'a.test.js': `
import test from 'node:test';
import ava from 'ava';
import { test as pw } from '@playwright/test';
test('a', { timeout: 50 }, async t => {
            ~~~~~~~~~~~ 50 ms
	await t.test('b', { timeout: 60 }, async () => { await work(); });
	                    ~~~~~~~~~~~ 60 ms
});
ava('a', async t => { t.timeout(50); t.is(await work(), 1); });
                      ~~~~~~~~~~~~~ 50 ms
pw.describe.configure({ timeout: 50 });
                        ~~~~~~~~~~~ 50 ms
pw('a', async ({ page }) => { pw.setTimeout(50); await page.goto('/'); });
                              ~~~~~~~~~~~~~~~~~ 50 ms`,
	});

	flags('given by a constant of another file, and by a function that defines the test', {
		'a.test.ts': `
import { test } from 'vitest';
import { SHORT } from './limits';
import { quick } from './quick';
test('a', { timeout: SHORT }, async () => { await work(); });
            ~~~~~~~~~~~~~~ 40 ms
quick('b', async () => { await work(); });
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 30 ms`,
		'limits.ts': 'export const SHORT = 4 * 10;',
		'quick.ts': `import { test } from 'vitest';\nexport const quick = (name, body) => test(name, body, 30);`,
	});

	leaves('a number that is worked out without a suggestion', {
		'a.test.ts': `import { test } from 'vitest';\nimport { SHORT } from './limits';\ntest('a', async () => { await work(); }, SHORT);`,
		'limits.ts': 'export const SHORT = 40;',
	});

	allows('longer ones, none, and what is not known', `
import { test, vi } from 'vitest';
import { LIMIT } from 'elsewhere';
vi.setConfig({ testTimeout: 101 });
test('a', async () => { await work(); }, 5000);
test('b', { timeout: 101 }, async () => { await work(); });
test('c', { timeout: 0 }, async () => { await work(); });
test('d', async () => { await work(); }, LIMIT);
test('e', { retry: 50 }, async () => { await work(); });`);

	allows('up to a number of its own', `
import { test } from 'vitest';
test('a', async () => { await work(); }, 50);`, { options: { most: 20 } });

	flags('up to a larger number', {
		'a.test.ts': `
import { test } from 'vitest';
test('a', async () => { await work(); }, 1000);
                                         ~~~~ 1000 ms`,
	}, { options: { most: 1000 } });

	allows('tests that are to fail, and tests that do not run', `
import { test } from 'vitest';
test.fails('runs out', async () => { await work(); }, 50);
test.skip('later', async () => { await work(); }, 50);`);

	allows('a fake clock that is put back behind all that the test waits for', `
import { expect, test, vi } from 'vitest';
test('a', async () => { vi.useFakeTimers(); await work(); vi.useRealTimers(); expect(done).toBe(true); }, 50);`);

	flags('a fake clock that is put back in front of a wait', `
import { expect, test, vi } from 'vitest';
test('a', async () => { vi.useFakeTimers(); await work(); vi.useRealTimers(); await more(); }, 50);
                                                                                               ~~ 50 ms`);

	allows('a fake clock', `
import { test, vi } from 'vitest';
test('a', async () => { vi.useFakeTimers(); await work(); }, 50);`);

	allows('a number that is no limit: retries in WebdriverIO, delays of Mocha\'s `slow`', {
		'a.test.js': `
it('a', async () => { await $('a').click(); }, 2);
describe('b', function () { this.slow(50); it('c', () => {}); });`,
		'package.json': '{ "devDependencies": { "@wdio/cli": "^9.0.0", "@wdio/mocha-framework": "^9.0.0" } }',
		'wdio.conf.js': `exports.config = { framework: 'mocha' };`,
	});

	allows('a method of another object', `
import { test, expect } from 'vitest';
const client = { timeout(ms) { this.timeout(ms); } };
test('a', () => { client.timeout(50); new Client({ timeout: 50 }); request('/', { timeout: 50 }); expect(client).toBeDefined(); });`);
});

describe('the limit of a wait', () => {
	flags('in Vitest and Testing Library', `
import { test, expect, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
test('a', async () => {
	await vi.waitFor(() => expect(done).toBe(true), { timeout: 50 });
	                                                  ~~~~~~~~~~~ This waits 50 ms at most (vi.waitFor)
	await vi.waitUntil(() => done, 60);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
	await expect.poll(() => done, { timeout: 70, interval: 10 }).toBe(true);
	                                ~~~~~~~~~~~ 70 ms
	await waitFor(() => expect(done).toBe(true), { timeout: 80 });
	                                               ~~~~~~~~~~~ 80 ms
	await screen.findByText('a', {}, { timeout: 90 });
	                                   ~~~~~~~~~~~ 90 ms
});`);

	flags('in Playwright', {
		'a.spec.ts': `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await expect(page.getByText('a')).toBeVisible({ timeout: 50 });
	                                                ~~~~~~~~~~~ 50 ms
	await expect(page.getByText('a')).toHaveText('b', { timeout: 60 });
	                                                    ~~~~~~~~~~~ 60 ms
	await page.waitForSelector('a', { timeout: 70 });
	                                  ~~~~~~~~~~~ 70 ms
	await page.getByRole('button').click({ timeout: 80 });
	                                       ~~~~~~~~~~~ 80 ms
});`,
	});

	flags('in Cypress', {
		'a.cy.js': `
it('a', () => {
	cy.get('a', { timeout: 50 }).should('be.visible');
	              ~~~~~~~~~~~ 50 ms
});`,
		'package.json': '{ "devDependencies": { "cypress": "^15.0.0" } }',
	});

	flags('in a helper of another file, at the call', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { eventually } from './support/eventually';
test('a', async () => {
	start();
	await eventually(() => expect(done).toBe(true));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms at most (eventually (test/support/eventually.ts:2) → vi.waitFor)
});`,
		'test/support/eventually.ts': `import { vi } from 'vitest';\nexport const eventually = (check, timeout = 50) => vi.waitFor(check, { timeout });`,
	});

	allows('that helper with a longer limit', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { eventually } from './support/eventually';
test('a', async () => { await eventually(() => expect(done).toBe(true), 2000); });`,
		'test/support/eventually.ts': `import { vi } from 'vitest';\nexport const eventually = (check, timeout = 50) => vi.waitFor(check, { timeout });`,
	});

	allows('waits for what must not come', {
		'a.spec.ts': `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await expect(page.getByText('a')).not.toBeVisible({ timeout: 50 });
	await expect.poll(() => page.title(), { timeout: 50 }).not.toBe('a');
});`,
	});

	allows('a limit that is meant to run out', `
import { test, expect, vi } from 'vitest';
import assert from 'node:assert';
test('a', async () => {
	await expect(vi.waitFor(() => { throw new Error('a'); }, { timeout: 50 })).rejects.toThrow('a');
	await assert.rejects(vi.waitFor(check, { timeout: 50 }));
	await assert.rejects(() => vi.waitFor(check, { timeout: 50 }));
	const waiting = vi.waitFor(check, { timeout: 50 });
	await expect(waiting).rejects.toThrow();
	await vi.waitFor(check, { timeout: 50 }).catch(() => {});
	try { await vi.waitFor(check, { timeout: 50 }); } catch { seen = true; }
});`);

	flags('a limit in a `try` that is only cleaned up after', `
import { test, expect, vi } from 'vitest';
test('a', async () => {
	try { await vi.waitFor(check, { timeout: 50 }); } finally { stop(); }
	                                ~~~~~~~~~~~ 50 ms
});`);

	allows('a fake clock, longer limits, and options of the code under test', `
import { test, expect, vi } from 'vitest';
import { createClient } from '../src/client';
test('a', async () => {
	vi.useFakeTimers();
	await vi.waitFor(check, { timeout: 50 });
});
test('b', async () => {
	await vi.waitFor(check, { timeout: 2000, interval: 10 });
	const client = createClient({ timeout: 50 });
	expect(await client.get('/', { timeout: 50 })).toBe(1);
	await client.waitFor(check, { timeout: 50 });
});`);
});

describe('a timer that fails the test', () => {
	flags('by `fail`, `done` and `reject`', {
		'a.test.js': `
const assert = require('node:assert');
it('a', done => {
	const guard = setTimeout(() => assert.fail('too late'), 50);
	              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This fails the test after 50 ms (setTimeout)
	emitter.once('a', () => { clearTimeout(guard); done(); });
});
it('b', done => {
	const guard = setTimeout(() => done(new Error('too late')), 60);
	              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
	emitter.once('a', () => { clearTimeout(guard); done(); });
});
it('c', async () => {
	await new Promise((resolve, reject) => {
		emitter.once('a', resolve);
		setTimeout(reject, 70);
		~~~~~~~~~~~~~~~~~~~~~~ 70 ms
	});
	await new Promise((resolve, reject) => {
		const guard = setTimeout(() => reject(new Error('too late')), 80);
		              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 80 ms
		emitter.once('a', () => { clearTimeout(guard); resolve(); });
	});
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	}, {
		mends: {
			'Give it 5 seconds, which only a hang takes.': `
const assert = require('node:assert');
it('a', done => {
	const guard = setTimeout(() => assert.fail('too late'), 5000);
	emitter.once('a', () => { clearTimeout(guard); done(); });
});
it('b', done => {
	const guard = setTimeout(() => done(new Error('too late')), 60);
	emitter.once('a', () => { clearTimeout(guard); done(); });
});
it('c', async () => {
	await new Promise((resolve, reject) => {
		emitter.once('a', resolve);
		setTimeout(reject, 70);
	});
	await new Promise((resolve, reject) => {
		const guard = setTimeout(() => reject(new Error('too late')), 80);
		emitter.once('a', () => { clearTimeout(guard); resolve(); });
	});
});`,
		},
	});

	const unless = (check: string, mark = ''): Case => ({
		'a.test.js': `
const assert = require('node:assert');
it('a', done => {
	let heard = false;
	let count = 0;
	emitter.once('a', () => { heard = true; done(); });
	setTimeout(() => { ${check} }, 50);
	${mark}
});`,
		'package.json': '{ "devDependencies": { "jest": "^30.0.0" } }',
	});
	for (const check of [`if (!heard) done(new Error('too late'));`, `if (!heard) done.fail('too late');`, `if (!heard) { fail('too late'); }`]) {
		flags(`unless something has come: ${check}`, unless(check, `${'~'.repeat(`setTimeout(() => { ${check} }, 50)`.length)} This fails the test after 50 ms`));
	}
	for (const check of [`if (heard) done(new Error('too early'));`, `if (!heard && count > 1) done(new Error('too late'));`, `if (!heard) { emitter.emit('b'); }`, `if (!heard) done(new Error('too late')); else emitter.emit('b');`]) {
		allows(`under another condition, or that does more: ${check}`, unless(check));
	}

	flags('in a callback of what the test starts', {
		'a.test.js': `
const assert = require('node:assert');
it('a', done => {
	let guard;
	const fail = () => { listener.stop(); assert.fail('too late'); };
	store.connect(() => {
		const listener = store.onLogin(() => { clearTimeout(guard); done(); });
		guard = setTimeout(fail, 90);
		        ~~~~~~~~~~~~~~~~~~~~ This fails the test after 90 ms
	});
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	flags('a wait that ends a race, with what came about by then asserted next', `
import { test, expect } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
test('a', async () => {
	const seen = [];
	const all = Promise.all(events.map(event => next(event).then(() => seen.push(event))));
	const limit = pause(50);
	await Promise.race([all, limit]);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~ This waits 50 ms at most
	expect(seen).toEqual(events);
});`);

	allows('a race whose winner is asked for, one that nothing follows, and one for what must not come', `
import { test, expect } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
test('a', async () => {
	const first = await Promise.race([load(), pause(50, 'late')]);
	expect(first).toBe('late');
	expect(await Promise.race([load(), pause(50, 'late')])).toBe('late');
});
test('b', async () => {
	const seen = [];
	await Promise.race([next(event).then(() => seen.push(event)), pause(50)]);
	expect(seen).toEqual([]);
});
test('c', async () => {
	expect(load()).toBe(1);
	await Promise.race([stop(), pause(50)]);
});`);

	flags('in a race, however it is spelled', `
import { test, expect } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const tooLate = ms => new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), ms));
test('a', async () => {
	await Promise.race([work(), new Promise((_, reject) => setTimeout(reject, 50))]);
	                                                       ~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	await Promise.race([work(), tooLate(60)]);
	                            ~~~~~~~~~~~ 60 ms
	await Promise.race([work(), sleep(70).then(() => { throw new Error('too late'); })]);
	                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 70 ms
	await Promise.race([work(), pause(80).then(() => expect.fail('too late'))]);
	                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 80 ms
});`);

	flags('in a helper of another file that says how long, at the first test that calls it', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { opened } from './support/opened';
test('a', async () => {
	expect(await opened('a')).toBe(1);
	             ~~~~~~~~~~~ This waits 20 ms at most
});
test('b', async () => {
	expect(await opened('b')).toBe(2);
});`,
		'test/support/opened.ts': `
import { vi } from 'vitest';
export const opened = name => vi.waitFor(() => find(name), { timeout: 20 });`,
	});

	flags('in a helper of another file', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { inTime } from './support/in-time';
test('a', async () => {
	expect(await inTime(work())).toBe(1);
	             ~~~~~~~~~~~~~~ This fails the test after 20 ms (inTime (test/support/in-time.ts:2) → setTimeout)
	expect(await inTime(work(), 2000)).toBe(1);
});`,
		'test/support/in-time.ts': `export const inTime = (work, ms = 20) => new Promise((resolve, reject) => {
	setTimeout(() => reject(new Error('too late')), ms);
	work.then(resolve);
});`,
	});

	allows('one that resolves, one that goes on, and one of seconds', {
		'a.test.js': `
const assert = require('node:assert');
it('a', async () => {
	await new Promise((resolve, reject) => { emitter.once('a', reject); setTimeout(resolve, 50); });
	await Promise.race([work(), new Promise(resolve => setTimeout(resolve, 50))]);
	const guard = setTimeout(() => assert.fail('too late'), 5000);
	await work();
	clearTimeout(guard);
});
it('b', done => { setTimeout(done, 50); });
it('c', done => { setTimeout(() => done(), 50); });`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	allows('a late failure that a stub pretends', `
import { test, expect, vi } from 'vitest';
test('a', async () => {
	const load = () => new Promise((_, reject) => setTimeout(() => reject(new Error('offline')), 10));
	await expect(show(load)).resolves.toBe('offline');
	vi.spyOn(api, 'load').mockImplementation(() => new Promise((resolve, reject) => setTimeout(() => reject(new Error('offline')), 10)));
	const late = await load().catch(error => error);
	expect(late.message).toBe('offline');
});`);

	allows('one that is expected to fail, and one under a fake clock', `
import { test, expect, vi } from 'vitest';
test('a', async () => {
	await expect(Promise.race([never, new Promise((_, reject) => setTimeout(reject, 50))])).rejects.toBe(undefined);
});
test('b', async () => {
	vi.useFakeTimers();
	const waiting = Promise.race([work(), new Promise((_, reject) => setTimeout(reject, 50))]);
	await vi.advanceTimersByTimeAsync(40);
	await waiting;
});`);

	allows('the time limit of the program itself', {
		'test/a.test.ts': `
import { test, expect } from 'vitest';
import { load } from '../src/load';
test('a', async () => { expect(await load()).toBe(1); });`,
		'src/load.ts': `export const load = () => Promise.race([fetchIt(), new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 50))]);`,
	});
});

describe('tests that are over in one turn', () => {
	const limited = (imports: string, marked: boolean): string => `
${imports}
test('matches', { timeout: 20 }, () => {
${marked ? "                  ~~~~~~~~~~~\n" : ''}	match('-'.repeat(16000));
});`;
	allows('under node:test, whose timer cannot fire', limited(`import { test } from 'node:test';`, false));
	flags('under Vitest, which looks at the clock behind it', limited(`import { test } from 'vitest';`, true));
	flags('those that take several', `
import { test } from 'node:test';
test('waits', { timeout: 20 }, async () => {
                ~~~~~~~~~~~
	await work();
});
test('returns', { timeout: 20 }, () => work().then(check));
                  ~~~~~~~~~~~
test('tells', { timeout: 20 }, (t, done) => {
                ~~~~~~~~~~~
	work(done);
});`);
});

describe('the limit of a call that nothing is known of', () => {
	const setUp = `
import { beforeEach, expect, test, vi } from 'vitest';
import { connect } from '@acme/broker';
let admin;
beforeEach(async () => { admin = connect(); });`;

	flags('which must run out, where the same call answers', `${setUp}
test('runs out', async () => {
	await admin.open();
	await expect(admin.listTopics({ timeout: 1 })).rejects.toThrow('timed out');
	                                ~~~~~~~~~~ This must take longer than 1 ms, but the same call gets its answer in line 13
});
test('lists', async () => {
	const started = Date.now();
	await admin.open();
	const topics = await admin.listTopics();
	expect(topics).toContain('mails');
});`);

	flags('with other options, and where the one that answers has a longer limit', `${setUp}
test('runs out', async () => {
	await admin.open({ retries: 0, log: admin.log });
	await expect(async () => { await admin.find('a', { deep: true, timeout: 2 }); }).rejects.toThrow();
	                                                               ~~~~~~~~~~ 2 ms, but the same call gets its answer in line 12
});
test('finds', async () => {
	await admin.open({ retries: 0, log: console.log });
	expect(await admin.find('a', { deep: true, timeout: 5000 })).toBe(1);
});`);

	flags('behind steps that are the same but for what they carry', `import process from 'node:process';${setUp}
test('runs out', async () => {
	await admin.open();
	let sent = false;
	admin.send({ topic: 'mails', messages: Array(1000).fill('a') }).then(() => { sent = true; });
	await expect(admin.flush({ timeout: 1 })).rejects.toThrow();
	                           ~~~~~~~~~~ same call gets its answer in line 17
});
test('flushes', async () => {
	const started = process.hrtime();
	await admin.open();
	let sent = false;
	admin.send({ topic: 'mails', messages: ['a'] }).then(() => { sent = true; });
	await admin.flush({ timeout: 5000 });
	expect(sent).toBe(true);
});`);

	allows('which is run out of where the other test has done more, has asked for something else, or has no answer either', `${setUp}
test('a', async () => {
	await expect(admin.take({ timeout: 1 })).rejects.toThrow();
	await expect(admin.ask('never', { timeout: 1 })).rejects.toThrow();
	await expect(admin.wait({ timeout: 1 })).rejects.toThrow();
	await expect(admin.slow({ timeout: 50 })).rejects.toThrow();
	await expect(admin.never({ timeout: 0 })).rejects.toThrow();
	await expect(admin.other({ timeout: 1 })).rejects.toThrow();
});
test('b', async () => { await admin.put(1); await admin.take(); });
test('c', async () => { await admin.ask('soon'); });
test('d', async () => { await expect(admin.wait()).rejects.toThrow(); });
test('e', async () => { await admin.slow(); });
test('f', async () => { await admin.never(); });
test('g', async () => { try { await admin.other(); } catch {} });`);

	allows('which is run out of because of what the test has done before', `${setUp}
test('held', async () => {
	await admin.lock('a');
	await expect(admin.lock('a', { timeout: 1 })).rejects.toThrow();
});
test('slow', async () => {
	admin.answer(async () => { await new Promise(resolve => setTimeout(resolve, 100)); });
	await expect(admin.ask({ timeout: 1 })).rejects.toThrow();
});
test('delayed', async () => {
	admin.delay(100);
	await expect(admin.get({ timeout: 1 })).rejects.toThrow();
});
test('faked', async () => {
	vi.useFakeTimers();
	await expect(admin.fetch({ timeout: 1 })).rejects.toThrow();
});
test('locks', async () => { await admin.lock('a'); });
test('asks', async () => { admin.answer(async () => {}); await admin.ask(); });
test('gets', async () => { admin.delay(0); await admin.get(); });
test('fetches', async () => { await admin.fetch(); });`);

	allows('of something that a test has made for itself, or that other hooks set up', `
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '@acme/broker';
let admin;
test('a', async () => {
	const own = connect();
	await expect(own.list({ timeout: 1 })).rejects.toThrow();
});
test('b', async () => {
	const own = connect();
	await own.list();
});
describe('down', () => {
	beforeEach(() => { admin = connect({ down: true }); });
	test('c', async () => { await expect(admin.list({ timeout: 1 })).rejects.toThrow(); });
});
describe('up', () => {
	beforeEach(() => { admin = connect(); });
	test('d', async () => { await admin.list(); });
});`);

	flags('in which it must answer, where the same call runs out of it', `${setUp}
test('finds what is there', async () => {
	const limits = { timeout: 80 };
	expect(await admin.get('a', limits)).toBe(1);
	             ~~~~~~~~~~~~~~~~~~~~~~ This must answer within 80 ms, which the same call runs out of in line 9
	await expect(() => admin.get('b', limits)).rejects.toThrow('timed out');
	expect(await admin.find('a', { timeout: 50 })).toBe(1);
	await expect(() => admin.find('b', { timeout: 20 })).rejects.toThrow('timed out');
});`);

	flags('in brittle', `
import test from 'brittle';
import { connect } from '@acme/broker';
test('finds', async t => {
	const admin = connect();
	t.is(await admin.get('a', { timeout: 50 }), 1);
	                            ~~~~~~~~~~~ within 50 ms
	await t.exception(async () => await admin.get('b', { timeout: 50 }), /timed out/);
});`, { mends: { 'Give it 5 seconds, which only a hang takes.': `
import test from 'brittle';
import { connect } from '@acme/broker';
test('finds', async t => {
	const admin = connect();
	t.is(await admin.get('a', { timeout: 5000 }), 1);
	await t.exception(async () => await admin.get('b', { timeout: 50 }), /timed out/);
});` } });
});

describe('a race whose winner is asked for', () => {
	const asked = { options: { asked: true } };
	const raced = (body: string): string => `
import { expect, test, vi } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from '../src/load';
const own = (ms, value) => new Promise(resolve => setTimeout(() => resolve(value), ms));
const bare = ms => new Promise(resolve => setTimeout(resolve, ms));
test('a', async () => {
	${body}
});`;
	for (const [timer, claim] of [
		['pause(20)', 'expect(first).toBeDefined();'],
		['pause(20)', 'expect(first).toEqual({ id: 1 });'],
		["pause(20, 'late')", "expect(first).not.toBe('late');"],
		["pause(20, 'late')", "expect(first).toBe('loaded');"],
		["own(20, 'late')", "expect(first).not.toBe('late');"],
		['bare(20)', 'expect(first).toBeTruthy();'],
		["bare(20).then(() => 'late')", "expect(first).not.toEqual('late');"],
		["new Promise(resolve => { setTimeout(resolve, 20, 'late'); })", "expect(first).toBe('loaded');"],
	] as const) flags(`${timer}, of which ${claim}`, raced(`const first = await Promise.race([load(), ${timer}]);
	                    ${'~'.repeat(`Promise.race([load(), ${timer}])`.length)} 20 ms at most
	${claim}`), asked);
	flags('on the spot', raced(`expect(await Promise.race([load(), pause(20)])).toBe(1);
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), asked);
	allows('unless it is asked for', raced(`expect(await Promise.race([load(), pause(20)])).toBe(1);`));
	for (const body of [
		"expect(await Promise.race([load(), pause(20, 'late')])).toBe('late');",
		'expect(await Promise.race([load(), pause(20)])).toBeUndefined();',
		"expect(await Promise.race([load(), own(20, given)])).toBe('loaded');",
		"expect(await Promise.race([load(), pause(2000, 'late')])).toBe('loaded');",
		"expect(await Promise.race([pause(10, 'first'), pause(90, 'second')])).toBe('first');",
		"const first = await Promise.race([load(), pause(20, 'late')]); if (first === 'late') return; expect(first.length).toBe(2);",
		"vi.useFakeTimers(); expect(await Promise.race([load(), pause(20, 'late')])).toBe('loaded');",
	]) allows(`such as ${body}`, raced(body), asked);
});

describe('a limit that races with a timer of the test', () => {
	const races = { options: { most: 100, races: true } };
	const raced = (body: string): string => `
import { expect, test, vi } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { withTimeout, later } from '../src/time';
test('gives what comes in time', async () => {
	${body}
});`;
	const made = (ms: number): string => `new Promise(resolve => { setTimeout(() => resolve('a'), ${ms}); })`;
	flags('in the call', raced(`expect(await withTimeout(${made(10)}, 25)).toBe('a');
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 25 ms before a timer of 10 ms`), races);
	flags('in a variable, and whose result is kept', raced(`const promise = ${made(10)};
	const result = await withTimeout(promise, 25, 'late');
	                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(result).toBe('a');`), races);
	flags('by an option, with a wait', raced(`await expect(later(wait(30, 'a'), { timeout: 50 })).resolves.toBe('a');
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), races);
	allows('where nobody asks for it', raced(`expect(await withTimeout(${made(10)}, 25)).toBe('a');`));
	for (const body of [
		`expect(await withTimeout(${made(10)}, 500)).toBe('a');`,
		`expect(await withTimeout(${made(10)}, 90)).toBe('a');`,
		`expect(await later(${made(10)}, 25)).toBe('a');`,
		`await expect(withTimeout(${made(50)}, 25)).rejects.toThrow();`,
		`await expect(withTimeout(${made(10)}, 25)).rejects.toThrow();`,
		`try { await withTimeout(${made(10)}, 25); } catch {}`,
		`vi.useFakeTimers(); const result = withTimeout(${made(10)}, 25); vi.advanceTimersByTime(10); expect(await result).toBe('a');`,
		`expect(await withTimeout(Promise.resolve('a'), 25)).toBe('a');`,
	]) allows(`such as ${body}`, raced(body), races);
});

describe('a few milliseconds that the code under test is told', () => {
	const handed = { options: { handed: true } };
	const source = {
		'src/rpc.ts': `
export class Rpc {
	#seen = new Map<string, number>();
	constructor(private readonly options: { ackTimeout: number; maxEntryAge?: number }) {}
	call(name: string, replyTimeout?: number) {
		const rest = replyTimeout ?? 1000;
		setTimeout(() => this.giveUp(), this.options.ackTimeout);
		if (this.#started + replyTimeout < Date.now()) throw new Error('too late');
	}
	keep(name: string) {
		this.#seen.set(name, Date.now());
	}
	has(name: string) {
		return Date.now() - this.#seen.get(name) < this.options.maxEntryAge;
	}
}
`,
	};
	const file = (code: string): Record<string, string> => ({ 'a.test.ts': `\nimport { beforeEach, describe, expect, test, vi } from 'vitest';\nimport { Rpc } from './src/rpc';\n${code}`, ...source });

	flags('as an option, in a test, in a hook and for the whole file', file(`
const options = { ackTimeout: 5 };
                  ~~~~~~~~~~~~~ \`ackTimeout\` runs out 5 ms later (src/rpc.ts:7)
describe('calls', () => {
	let rpc;
	beforeEach(() => { rpc = new Rpc({ ackTimeout: 20 }); });
	                                   ~~~~~~~~~~~~~~ 20 ms
	test('answers', async () => { expect(await rpc.call('add')).toBe(3); });
});
test('answers', async () => { expect(await new Rpc(options).call('add')).toBe(3); });
test('keeps', async () => {
	const rpc = new Rpc({ ackTimeout: 3_000, maxEntryAge: 50 });
	                                         ~~~~~~~~~~~~~~~ \`maxEntryAge\` runs out 50 ms later (src/rpc.ts:14)
	await rpc.keep('a');
	expect(await rpc.has('a')).toBe(true);
});
`), handed);

	flags('as an argument that the parameter says to be a time-out', file(`
test('answers', async () => {
	expect(await new Rpc({}).call('add', 1)).toBe(3);
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~ \`replyTimeout\` runs out 1 ms later (src/rpc.ts:8)
});
`), { ...handed, mends: { 'Give it 5 seconds, which only a hang takes.': file(`
test('answers', async () => {
	expect(await new Rpc({}).call('add', 5000)).toBe(3);
});
`)['a.test.ts'] ?? '' } });

	const answers = `test('answers', async () => { expect(await new Rpc({ ackTimeout: 5 }).call('add')).toBe(3); });`;
	allows('where nobody asks for it', file(answers));
	allows('that is to run out', file(`
test('times out', async () => { expect(await new Rpc({ ackTimeout: 5 }).call('add')).toBe(undefined); });
test('fails', async () => { await expect(new Rpc({ ackTimeout: 5 }).call('add')).rejects.toThrow(); });
test('says so', async () => { expect(await new Rpc({ ackTimeout: 5 }).call('add')).toEqual({ error: 'ack timeout' }); });
test('waits', async () => {
	const answer = new Rpc({ ackTimeout: 5 }).call('add');
	await new Promise(resolve => setTimeout(resolve, 20));
	expect(await answer).toBe(undefined);
});
`), handed);
	allows('where no time passes, or that is only looked at', file(`
test('keeps', () => { expect(new Rpc({ ackTimeout: 5 }).options.size).toBe(1); });
test('tells', async () => { expect((await load(Rpc)).options).toEqual({ ackTimeout: 5 }); });
describe('with a fake clock', () => {
	beforeEach(() => { vi.useFakeTimers(); });
	${answers}
});
`), handed);
	allows('that the code does not wait for', { ...file(answers), 'src/rpc.ts': `export class Rpc { constructor(readonly options: object) {} call(name: string) { setTimeout(() => this.sweep(), this.options.interval); } }` }, handed);
	allows('that a wrapper around the body of a test about time-outs is handed, where others are not', file(`
import { withOptions } from './options';
test('keeps', async () => { expect(await new Rpc().has('a')).toBe(true); });
test('times out', withOptions({ ackTimeout: 5 }, async () => { expect(await new Rpc().call('add')).toBe(undefined); }));
`), handed);
	for (const period of ['aggregateTimeout', 'resetTimeout', 'rollingCountTimeout']) {
		allows(`that is a period: ${period}`, { ...file(answers.replace('ackTimeout', period)), 'src/rpc.ts': `export class Rpc { constructor(readonly options: object) {} call(name: string) { setTimeout(() => this.tell(), this.options.${period}); } }` }, handed);
	}
	allows('that is long enough, or an interval', file(`test('answers', async () => { expect(await new Rpc({ ackTimeout: 500, interval: 5 }).call('add')).toBe(3); });`), handed);
});

describe('a timer that runs what a helper gives back', () => {
	const helper = (body: string): Record<string, string> => ({ 'common.js': `
const assert = require('node:assert');
exports.mustNotCall = text => {
	const from = new Error().stack;
	return function mustNotCall(...args) { ${body} };
};
` });
	const file = (marks: string): string => `
const { test } = require('node:test');
const { mustNotCall } = require('./common');
test('answers', (t, done) => {
	const timer = setTimeout(mustNotCall(), 50);
	${marks}
	connect().on('close', () => { clearTimeout(timer); done(); });
});
`;
	flags('and that fails', { 'a.test.js': file('              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This fails the test after 50 ms'), ...helper('assert.fail((text || "called") + from + args.length);') });
	allows('and that only counts', { 'a.test.js': file(''), ...helper('exports.calls.push(args.length);') });
});

describe('a limit that decides nothing', () => {
	const limiting = (body: string): string => `
import { test, expect } from 'vitest';
import pTimeout from 'p-timeout';
import { setTimeout as delay } from 'node:timers/promises';
import { work, closed } from './work';
${body}`;

	allows('where what it is put on takes longer', limiting(`
test('a', async () => {
	const given = await pTimeout(delay(200), { milliseconds: 50, fallback: () => 'late' });
	expect(given).toBe('late');
});`));

	flags('unless that is quicker, or not known', limiting(`
test('a', async () => {
	expect(await pTimeout(delay(20, 7), { milliseconds: 50 })).toBe(7);
	                                      ~~~~~~~~~~~~~~~~ 50 ms
	expect(await pTimeout(work(), { milliseconds: 60 })).toBe(1);
	                                ~~~~~~~~~~~~~~~~ 60 ms
});`));

	const swallowing = (handled: string, marks = '', tried = 'await limited'): string => limiting(`
async function check(start: () => Promise<unknown>): Promise<unknown> {
	const limited = pTimeout(start(), { milliseconds: 100 });
	let given;
	try {
		${tried};
	} catch {${handled}}
	expect(closed).toHaveBeenCalled();
	return given;
}
test('a', async () => {
	await check(work);
${marks}});`);
	allows('where both ends are the same', swallowing('\n\t\t// either will do\n\t'));
	flags('unless the late one is told', swallowing(' return null; ', '\t      ~~~~~~~~~~~ 100 ms\n'));
	flags('unless what comes in time is kept', swallowing('', '\t      ~~~~~~~~~~~ 100 ms\n', 'given = await limited'));

	const guarding = (lines: string, marks = ''): Record<string, string> => ({
		'a.test.ts': `
import { Server } from './server';
it('a', async () => {
	const server = new Server();
	const guard = setTimeout(() => { fail('too late'); }, 100);
${marks}	${lines}
});`,
		'server.ts': `
export class Server {
	open = true;
	url(): string { if (this.open) throw new Error('open'); return ''; }
	async start(): Promise<void> { if (this.open) throw new Error('open'); await fetch('/'); }
	async stop(): Promise<void> { await fetch('/'); if (this.open) throw new Error('open'); }
}`,
		'package.json': '{ "devDependencies": { "jest": "^30.0.0" } }',
	});
	const tried = (call: string, ending = 'fail();', handler = 'clearTimeout(guard); expect(error).toBeInstanceOf(Error);'): string => `try { ${call}; ${ending} } catch (error) { ${handler} }`;
	const marks = `	              ${'~'.repeat("setTimeout(() => { fail('too late'); }, 100)".length)} 100 ms\n`;

	allows('where it is called off before any timer goes off', guarding(tried('server.url()')));
	allows('where it is called off once a call refuses at once', guarding(tried('await server.start()')));
	flags('unless the call does something first', guarding(tried('await server.stop()'), marks));
	flags('unless the call is to succeed', guarding(`${tried('await server.start()', '')} `, marks));
	flags('unless it is only called off behind more that takes time', guarding(tried('await server.start()', 'fail();', 'await server.stop(); clearTimeout(guard);'), marks));
});
