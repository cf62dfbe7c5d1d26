import { describe } from 'vitest';

import noElementRace from '../../rules/no-element-race.ts';
import noLateListener from '../../rules/no-late-listener.ts';
import noSleep from '../../rules/no-sleep.ts';
import noTightTimeout from '../../rules/no-tight-timeout.ts';
import noUnawaitedEffect from '../../rules/no-unawaited-effect.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

describe('waits for events in functions of the file', () => {
	const { flags, allows } = casesOf('no-late-listener', noLateListener);
	const server = (body: string): string => `
import { once } from 'node:events';
import { test } from 'vitest';
import { inbox, outbox, server } from './things';
test('a', async () => {
${body}
});`;

	flags('behind an act in another', server(`
	const stop = async () => { await server.close(); };
	const closed = async () => { await once(server, 'closed'); };
	await stop();
	await closed();
	      ~~~~~~~~ when stop (a.test.ts:7) → server.close is over`));

	flags('twice, where the option says so', server(`
	const next = async () => { await once(server, 'message'); };
	await next();
	await next();
	      ~~~~~~ only when the one before it has come`), { options: { again: true } });

	flags('behind what sends, where the option says so', server(`
	const send = async () => { await outbox.send('a'); };
	const delivered = async () => { await once(inbox, 'parcel'); };
	await send();
	await delivered();
	      ~~~~~~~~~~~ and send is over by then`), { options: { others: true } });

	allows('behind what only looks, or puts off', server(`
	const look = async () => { await outbox.getParcels(); };
	const later = async () => { await outbox.send('a', { delay: 2000 }); };
	const delivered = async () => { await once(inbox, 'parcel'); };
	await look();
	await delivered();
	await later();
	await delivered();`), { options: { others: true } });

	allows('that begin before they act', server(`
	const stop = async () => {
		const closed = once(server, 'closed');
		await server.close();
		await closed;
	};
	await stop();`));
});

describe('what a page is given behind the last that functions of the file do to it', () => {
	const { flags, allows } = casesOf('no-late-listener', noLateListener);
	const users = (body: string): string => `
import { expect, test } from '@playwright/test';
test('is empty', async ({ page }) => {
	const open = async () => { await page.goto('/users'); };
	const answer = async () => { await page.route('**/api/users', route => route.fulfill({ json: [] })); };
	const looks = async () => { await expect(page.getByText('No users')).toBeVisible(); };
${body}
});`;

	flags('answers to requests', users(`
	await open();
	await answer();
	      ~~~~~~~~ when \`goto\` is over
	await looks();`));
	allows('answers in front of that', users(`
	await answer();
	await open();
	await looks();`));
});

describe('promises that nobody waits for, and waits in functions of the file', () => {
	const { flags, allows } = casesOf('no-unawaited-effect', noUnawaitedEffect);
	const queue = (body: string, next: string): string => `
import { logger, queue, worker } from 'some-queue';
it('promotes', async () => {
	const next = async () => { ${body} };
	queue.insert('c');
	${next}
	expect(seen).toEqual(['c']);
});
it('adds', async () => {
	await queue.insert('a');
	await queue.insert('b');
	expect(await queue.count()).toBe(2);
});`;

	flags('with something else in it', queue('await logger.clear();', '~~~~~~~~~~~~~~~~~ the test goes on\n\tawait next();'));
	describe.each([
		['waits, by its name', 'await worker.untilDone();'],
		['takes in what is sent', 'await worker.receive();'],
		['waits for a promise from before', 'await processed;'],
		['does something else and then waits', 'await logger.clear(); await worker.untilDone();'],
		['gives back what waits', 'return worker.untilDone();'],
	])('where a function of the file %s', (_, body) => allows('', queue(body, 'await next();')));

	const saves = (body: string): string => `
import { expect, test } from '@playwright/test';
test('saves', async ({ page }) => {
	const saved = async () => { await expect(page.locator('#state')).toHaveText('Saved'); };
	const answered = async () => { await page.waitForResponse('/save'); };
	await page.goto('/');
${body}
});`;
	flags('an action, and an assertion that tries again', saves(`
	page.click('#save');
	~~~~~~~~~~~~~~~~~~~ the test goes on to something else
	await saved();`));
	allows('an action that is begun before what it sends is answered', saves(`
	page.click('#save');
	await answered();`));

	flags('what a helper drops', {
		'test/a.test.ts': `
import { beforeEach, expect, test } from 'vitest';
import { fill } from './support/posts';
import { load } from '../src/api';
const prepare = async () => { await fill('a'); };
                                    ~~~~~~~~~ starts work that nobody waits for
beforeEach(async () => { await prepare(); });
test('a', async () => { expect(await load('1')).toBe('a'); });`,
		'test/support/posts.ts': `
import { createPost, load } from '../../src/api';
export async function fill(title) {
	createPost(title);
	await load(title);
}`,
		'src/api.ts': `
export async function createPost(title) { await fetch('/posts', { method: 'POST', body: title }); }
export async function load(id) { return (await fetch('/posts/' + id)).json(); }`,
	});
});

describe('what handlers fill, and acts in functions of the file', () => {
	const { flags, allows } = casesOf('no-unawaited-effect', noUnawaitedEffect);
	const requests = (body: string): string => `
import { expect, test } from '@playwright/test';
test('saves', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	const save = async () => { await page.getByRole('button').click(); };
	const saved = async () => { await expect(page.getByText('saved')).toBeVisible(); };
	await save();
${body}
});`;

	flags('right behind an act', requests(`
	expect(requests).toContain('/save');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nobody waits for the event after`));
	allows('behind a wait', requests(`
	await saved();
	expect(requests).toContain('/save');`));
	allows('behind a promise that was taken before', requests(`
	const settled = async () => { await answered; };
	await settled();
	expect(requests).toContain('/save');`));
});

describe('what a page showed, and waits in functions of the file', () => {
	const { flags, allows } = casesOf('no-element-race', noElementRace);
	const status = (body: string): string => `
import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	const save = async () => { await page.click('#save'); };
	const saved = async () => { await expect(page.locator('#status')).toHaveText('Saved'); };
	await save();
${body}
});`;

	flags('right behind an act', status(`
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ showed when it was asked, once`));
	allows('behind an assertion that tries again', status(`
	await saved();
	expect(await page.textContent('#status')).toBe('Saved');`));
});

describe('sleeps in functions inside a test', () => {
	const { flags, allows } = casesOf('no-sleep', noSleep);
	const store = (set: string, mark: string): Case => ({
		'test/a.test.js': `
import { expect, test } from 'vitest';
import { Store } from '../src/store';
test('a', async () => {
	const settle = async ms => { await new Promise(resolve => setTimeout(resolve, ms)); };
	const store = new Store();
	store.set(1);
	await settle(10);${mark}
	expect(store.seen).toEqual([1]);
});`,
		'src/store.js': `
export class Store {
	seen = [];
	set(value) { ${set} }
}`,
	});

	flags('where the program takes time', store('setTimeout(() => this.seen.push(value), 15);', '\n\t      ~~~~~~~~~~ waits 10 ms'));
	allows('where a timer that the program has set is over before the wait is', store('setTimeout(() => this.seen.push(value), 5);', ''));
	allows('where nothing that the test has begun takes time', store('this.seen.push(value);', ''));
	allows('of the tests of what waits', {
		'src/pause.spec.ts': `
import { pause } from './pause';
it('waits', async () => {
	const short = async () => { await pause(30); };
	await short();
	expect(done).toBe(true);
});`,
		'src/pause.ts': 'export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));',
	});
});

describe('limits in functions of the file', () => {
	const { flags, allows } = casesOf('no-tight-timeout', noTightTimeout);
	const limit = (body: string, mark = ''): string => `
import assert from 'node:assert';
import { expect, test, vi } from 'vitest';
async function tries() {
	${body}
}
test('a', async () => {
	await tries();${mark}
});`;
	const mark = '\n\t      ~~~~~~~ waits 50 ms at most';

	flags('that must not run out', limit('await vi.waitFor(check, { timeout: 50 });', mark));
	allows('that are to run out', limit('await expect(vi.waitFor(check, { timeout: 50 })).rejects.toThrow();'));
	allows('that are to run out in a callback', limit('await assert.rejects(() => vi.waitFor(check, { timeout: 50 }));'));
	allows('that may run out', limit('try { await vi.waitFor(check, { timeout: 50 }); } catch { missed = true; }'));
});
