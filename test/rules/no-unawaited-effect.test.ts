import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-unawaited-effect', rule);

const wait = 'Wait for it with `await`.';
const loop = 'Go through the list with `for…of`, and await each.';
const later = 'Hand over a function.';
const api = `export async function createPost(title: string) {\n\tconst response = await fetch('/posts', { method: 'POST', body: title });\n\treturn response.json();\n}\nexport const load = (id: string) => fetch('/posts/' + id);\n`;

describe('a promise that a test drops', () => {
	flags('a call of an async function of another file, and the test goes on', {
		'e2e/posts.spec.ts': `
import { expect, test } from '@playwright/test';
import { createPost } from './api';
test('deletes all posts', async ({ page }) => {
	createPost('a');
	~~~~~~~~~~~~~~~ createPost (e2e/api.ts:2) → fetch), and the test goes on to something else
	await page.goto('/posts');
	await expect(page.getByRole('row')).toHaveCount(1);
});`,
		'e2e/api.ts': api,
	}, { mends: { [wait]: `
import { expect, test } from '@playwright/test';
import { createPost } from './api';
test('deletes all posts', async ({ page }) => {
	await createPost('a');
	await page.goto('/posts');
	await expect(page.getByRole('row')).toHaveCount(1);
});` } });

	flags('a call of a function that returns a promise, with assertions behind it', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', () => {
	load('1');
	~~~~~~~~~ load (api.ts:5) → fetch), and assertions follow
	expect(cache.size).toBe(1);
});`,
		'api.ts': api,
	}, { mends: { [wait]: `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await load('1');
	expect(cache.size).toBe(1);
});` } });

	flags('a call of a method of a class of another file', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { Store } from './store';
test('a', async () => {
	const store = new Store();
	store.save('x');
	~~~~~~~~~~~~~~~ save (store.ts:4) → writeFile)
	expect(await store.read()).toBe('x');
});`,
		'store.ts': `
import { readFile, writeFile } from 'node:fs/promises';
export class Store {
	async save(text: string) { await writeFile('a', text); }
	async read() { return await readFile('a', 'utf8'); }
}`,
	});

	flags('the last call of a test', {
		'a.test.ts': `
import { test } from 'vitest';
import { createPost } from './api';
test('a', async () => {
	const page = await open();
	createPost('a');
	~~~~~~~~~~~~~~~ the work goes on when the test is over
});`,
		'api.ts': api,
	});

	flags('one in a hook', {
		'a.test.ts': `
import { afterEach, test } from 'vitest';
import { stop } from './server';
afterEach(() => {
	stop();
	~~~~~~ the work goes on when the hook is over
});
test('a', () => {});`,
		'server.ts': `export function stop() { return new Promise(resolve => server.close(resolve)); }`,
	}, { mends: { [wait]: `
import { afterEach, test } from 'vitest';
import { stop } from './server';
afterEach(async () => {
	await stop();
});
test('a', () => {});` } });

	flags('a chain that a hook does not return', `
const { rm } = require('node:fs/promises');
afterEach(() => {
	rm('tmp', { recursive: true }).then(() => { removed = true; });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (rm)
});
it('a', () => {});`);

	flags('one made inside `then`, and not returned', `
import { rm, writeFile } from 'node:fs/promises';
import { test } from 'vitest';
test('a', () => writeFile('a', 'b').then(() => {
	rm('a');
	~~~~~~~ (rm)
}));`);

	flags('one that is awaited in a callback, where the callback is a part of the test', `
import { test, expect } from '@playwright/test';
test('a', async ({ page }) => {
	await test.step('signs in', async () => {
		page.getByRole('button').click();
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ click)
		await page.goto('/home');
	});
});`);

	flags('a marked one that an assertion depends on', `
import { writeFile, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
test('a', async () => {
	void writeFile('a', 'b');
	     ~~~~~~~~~~~~~~~~~~~ which of them is first is open
	expect(await readFile('a', 'utf8')).toBe('b');
});`, { mends: { [wait]: `
import { writeFile, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
test('a', async () => {
	await writeFile('a', 'b');
	expect(await readFile('a', 'utf8')).toBe('b');
});` } });

	flags('a command of a browser', `
import { browser, expect } from '@wdio/globals';
it('scrolls', async () => {
	browser.scroll(0, 10);
	~~~~~~~~~~~~~~~~~~~~~ browser.scroll)
	const position = await browser.execute(() => [scrollX, scrollY]);
	expect(position).toEqual([0, 10]);
});`);

	flags('a test that ends itself too early', `
import { writeFile } from 'node:fs/promises';
it('writes', done => {
	writeFile('a', 'b');
	~~~~~~~~~~~~~~~~~~~ (writeFile)
	done();
});`);

	leaves('a function that cannot be made async without its caller', `
import { writeFile } from 'node:fs/promises';
it('writes', done => {
	writeFile('a', 'b');
	done();
});`);

	flags('a marked one at the end of a hook, where that is asked for', `
import { rm } from 'node:fs/promises';
afterEach(() => {
	void rm('a');
	     ~~~~~~~ when the hook is over
});
it('a', () => {});`, { options: { void: true } });
});

describe('an assertion that nobody waits for', () => {
	flags('`resolves`', `
import { expect, test } from 'vitest';
test('a', async () => {
	expect(load()).resolves.toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (expect.resolves.toBe)
});`, { mends: { [wait]: `
import { expect, test } from 'vitest';
test('a', async () => {
	await expect(load()).resolves.toBe(1);
});` } });

	flags('`rejects` of a global `expect`', `
it('a', () => {
	expect(load()).rejects.toThrow();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`);

	flags('a web-first assertion', `
import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	expect(page.getByText('x')).not.toBeVisible();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`);

	flags('`expect.poll`', `
import { expect, test } from 'vitest';
test('a', async () => {
	expect.poll(() => items.length).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`);

	flags('`assert.rejects`', `
import assert from 'node:assert';
import { test } from 'node:test';
test('a', async () => {
	assert.rejects(load());
	~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`);

	flags('assertions in an async callback of `forEach`', `
import { expect, test } from 'vitest';
test('a', async () => {
	items.forEach(async item => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (forEach(async …))
		expect(await load(item)).toBe(1);
	});
});`, { mends: { [loop]: `
import { expect, test } from 'vitest';
test('a', async () => {
	for (const item of items) {
		expect(await load(item)).toBe(1);
	}
});` } });

	flags('`findBy` and `waitFor`', `
import { render, screen, waitFor } from '@testing-library/react';
test('a', async () => {
	render(element);
	screen.findByText('x');
	~~~~~~~~~~~~~~~~~~~~~~ (screen.findByText)
});
test('b', async () => {
	waitFor(() => expect(save).toHaveBeenCalled());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (waitFor)
});`);

	allows('those that are awaited, returned or kept', `
import { expect, test } from 'vitest';
test('a', async () => {
	await expect(load()).resolves.toBe(1);
	const held = expect(load()).rejects.toThrow();
	vi.advanceTimersByTime(1);
	await held;
});
test('b', () => expect(load()).resolves.toBe(1));
test('c', async () => {
	await Promise.all([expect(load()).resolves.toBe(1), expect(load()).resolves.toBe(2)]);
});
test('d', async () => {
	await Promise.all(items.map(async item => { expect(await load(item)).toBe(1); }));
});`);
});

describe('an end that comes too early', () => {
	flags('`then(done())`', `
const { writeFile } = require('node:fs/promises');
beforeEach(done => {
	writeFile('a', 'b').then(done());
	                         ~~~~~~ is called here at once
});
it('a', () => {});`, { mends: { [later]: `
const { writeFile } = require('node:fs/promises');
beforeEach(done => {
	writeFile('a', 'b').then(() => done());
});
it('a', () => {});` } });

	flags('a promise given to `then`', `
const { rm, writeFile } = require('node:fs/promises');
it('a', () => {
	return writeFile('a', 'b').then(Promise.all([rm('a'), rm('b')]));
	                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the chain does not wait for it
});`);

	allows('functions', `
const { rm, writeFile } = require('node:fs/promises');
it('a', done => {
	writeFile('a', 'b').then(() => rm('a')).then(() => done(), done);
});
it('b', () => writeFile('a', 'b').then(makeRemover('a')));`);
});

describe('a wait for nothing', () => {
	flags('`waitFor` around a query', `
import { render, waitFor } from '@testing-library/react';
test('a', async () => {
	const { container } = render(element);
	await waitFor(() => container.querySelector('canvas'));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the callback cannot fail
	expect(container.outerHTML).toMatchSnapshot();
});`);

	flags('`waitFor` around a comparison', `
import { expect, test, vi } from 'vitest';
test('a', async () => {
	await vi.waitFor(() => items.length === 2);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the callback cannot fail
	expect(items[1]).toBe('b');
});`);

	allows('what fails until it is there', `
import { render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { waitFor as waitForHook } from '@testing-library/react-hooks';
import { isReady } from './ready';
test('a', async () => {
	await waitFor(() => screen.getByText('x'));
	await waitFor(() => expect(save).toHaveBeenCalled());
	await waitFor(() => { if (!ready) throw new Error('not yet'); });
	await waitFor(() => container.querySelector('a').textContent === 'x');
	await waitFor(() => isReady());
	await vi.waitUntil(() => items.length === 2);
	await waitForHook(() => result.current.isDone);
});`);
});

describe('silences', () => {
	allows('a promise that is kept, passed on, or collected', `
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
test('a', async () => {
	const written = writeFile('a', 'b');
	const all = [];
	all.push(writeFile('c', 'd'));
	track(writeFile('e', 'f'));
	await written;
	await Promise.all(all);
	expect(await readFile('a', 'utf8')).toBe('b');
});`);

	allows('a failure that is taken', `
import { rm } from 'node:fs/promises';
afterEach(() => {
	rm('tmp').catch(() => {});
});
it('a', () => {});`);

	allows('a test that then waits for the effect', {
		'a.test.ts': `
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { waitFor } from '@testing-library/react';
import { createPost } from './api';
import { settled } from './support';
test('a', async () => {
	createPost('a');
	await vi.waitFor(() => expect(posts).toHaveLength(1));
});
test('b', async () => {
	createPost('a');
	expect(isLoading()).toBe(true);
	await waitFor(() => expect(isLoading()).toBe(false));
});
test('c', async () => {
	const stored = once(store, 'stored');
	createPost('a');
	await stored;
});
test('d', async () => {
	createPost('a');
	await settled();
	expect(posts).toHaveLength(1);
});
test('e', async () => {
	createPost('a');
	await new Promise(resolve => store.on('stored', resolve));
});
test('f', async () => {
	createPost('a');
	await nobodyKnows();
});`,
		'api.ts': api,
		'support.ts': `export async function settled() { while (busy()) await fetch('/tick'); }`,
	});

	allows('a clock that the test moves', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { createPost } from './api';
test('a', () => {
	vi.useFakeTimers();
	createPost('a');
	vi.advanceTimersByTime(100);
	expect(posts).toHaveLength(1);
	vi.useRealTimers();
});`,
		'api.ts': api,
	});

	allows('functions that only look asynchronous, and those that give nothing', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { count, either, start } from './counter';
test('a', () => {
	count();
	start();
	either(() => {});
	expect(total()).toBe(1);
});`,
		'counter.ts': `
let total = 0;
export async function count() { total += 1; }
export function start() { fetch('/start'); }
export function either(callback?: () => void) {
	if (callback) return callback();
	return fetch('/a');
}`,
	});

	allows('what the test replaces', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { createPost } from './api';
vi.mock('./api');
test('a', () => {
	createPost('a');
	expect(createPost).toHaveBeenCalled();
});`,
		'api.ts': api,
	});

	allows('suites and tests, and the commands of Cypress', `
import { describe, it, test } from 'node:test';
describe('a', () => {
	it('b', async () => {});
	test('c', async () => {});
});
it('visits', () => {
	cy.visit('/');
	cy.get('a').click();
});`);

	allows('work inside promises, handlers and stubs', {
		'a.test.ts': `
import { createPost } from './api';
test('a', async () => {
	const stored = new Promise(resolve => {
		store.on('stored', resolve);
		createPost('a');
	});
	store.on('stored', () => { createPost('b'); });
	await stored;
});
test('b', done => {
	createPost('a').then(() => done(), done);
});
test('c', done => {
	store.on('stored', () => done());
	createPost('a');
});`,
		'api.ts': api,
	});

	allows('an async callback of what is no list', `
import { expect, test } from 'vitest';
import { forEach } from 'p-iteration';
test('a', async () => {
	await forEach(items, async item => { expect(await load(item)).toBe(1); });
	items.forEach(async item => { expect(item).toBe(1); });
});`);
});
