import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const byDefault = casesOf('no-unawaited-effect', rule);

/** With what the option `asserted` adds, unless a case has options of its own. */
const options = { asserted: true };
const flags: typeof byDefault.flags = (title, files, chosen) => byDefault.flags(title, files, { options, ...chosen });
const allows: typeof byDefault.allows = (title, files, chosen) => byDefault.allows(title, files, { options, ...chosen });
const leaves: typeof byDefault.leaves = (title, files, chosen) => byDefault.leaves(title, files, { options, ...chosen });

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

	for (const [form, next] of [['by a name', `const opened = page.goto('/posts');\n\tawait opened;`], ['as the only one of a list', `await Promise.all([page.goto('/posts')]);`], ['in a list', `await Promise.allSettled([page.goto('/posts'), page.reload()]);`], ['in a list by a name', `const opened = page.goto('/posts');\n\tawait Promise.all([opened, page.reload()]);`]] as const) {
		flags(`one behind which something else is awaited ${form}`, {
			'e2e/posts.spec.ts': `
import { expect, test } from '@playwright/test';
import { createPost } from './api';
test('deletes all posts', async ({ page }) => {
	createPost('a');
	~~~~~~~~~~~~~~~ createPost (e2e/api.ts:2) → fetch), and the test goes on to something else
	${next}
	await expect(page.getByRole('row')).toHaveCount(1);
});`,
			'e2e/api.ts': api,
		});
	}

	allows('one before which what is awaited by a name was begun, and one behind which a wait is, by a name or in a list', {
		'e2e/posts.spec.ts': `
import { expect, test } from '@playwright/test';
import { createPost } from './api';
test('a', async ({ page }) => {
	const shown = page.goto('/posts');
	createPost('a');
	await shown;
	await expect(page.getByRole('row')).toHaveCount(1);
});
test('b', async ({ page }) => {
	createPost('a');
	const answered = page.waitForResponse('/posts');
	await answered;
});
test('c', async ({ page }) => {
	createPost('a');
	await Promise.all([page.reload(), page.waitForResponse('/posts')]);
});
test('d', async ({ page }) => {
	createPost('a');
	let opened = page.waitForResponse('/posts');
	if (isSlow) opened = page.goto('/posts');
	await opened;
});`,
		'e2e/api.ts': api,
	});

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

	byDefault.allows('the last call of a test, where nobody asks for it: what it does may be done at once', {
		'a.test.ts': `
import { test } from 'vitest';
import { createPost } from './api';
test('a', async () => {
	const page = await open();
	createPost('a');
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

	flags('one that a function only gives where it is not told to let the work go on', {
		'a.test.ts': `
import { afterEach, test } from 'vitest';
import { removeFolder } from './folders';
afterEach(() => {
	removeFolder('a', { later: true });
	removeFolder('b', { later: false });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the work goes on when the hook is over
	removeFolder('c');
	~~~~~~~~~~~~~~~~~ the work goes on when the hook is over
});
test('a', () => {});`,
		'folders.ts': `import { rm } from 'node:fs/promises';
export function removeFolder(path, { later = false } = {}) {
	const removed = rm(path, { recursive: true });
	if (later) removed.catch(() => {});
	else return removed;
}`,
	});

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

	flags('a marked one that the test races with, where that is asked for', `
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
});` }, options: { void: true } });

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

	flags('one that is kept in a variable which nobody asks for', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost } from './api';
test('a', async () => {
	const post = createPost('a');
	             ~~~~~~~~~~~~~~~ which of them is first is open
	expect(await fetch('/posts')).toBeTruthy();
});`,
		'api.ts': api,
	});

	flags('those of a list, whose callback drops them or gives them to nobody', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost } from './api';
test('a', async () => {
	['a', 'b'].forEach(title => createPost(title));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ createPost (api.ts:2) → fetch), and the test goes on to something else
	expect(await fetch('/posts')).toBeTruthy();
});
test('b', async () => {
	['a', 'b'].forEach(title => {
		createPost(title);
		~~~~~~~~~~~~~~~~~ the test goes on to something else
	});
	expect(await fetch('/posts')).toBeTruthy();
});
test('c', () => {
	['a', 'b'].map(title => createPost(title));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ assertions follow
	expect(posts).toHaveLength(2);
});`,
		'api.ts': api,
	});

	flags('a marked one in a hook', `
import { rm } from 'node:fs/promises';
afterEach(() => {
	void rm('a');
	     ~~~~~~~ when the hook is over
});
it('a', () => {});`);
});

describe('a promise by the habit of the file', () => {
	flags('a call that the file awaits everywhere else', `
import { connect } from './generated/client';
describe('stock', () => {
	let shop;
	beforeEach(async () => { shop = await connect(); });
	it('counts', async () => {
		await shop.stock(1);
		await shop.stock(2);
		expect(await shop.total()).toBe(3);
	});
	it('counts anew', async () => {
		shop.stock(3);
		~~~~~~~~~~~~~ (awaited in line 7), and the test goes on to something else
		const total = await shop.total();
		expect(total).toBe(3);
	});
});`);

	flags('a command of a global that drives a browser', `
it('scrolls', async () => {
	await browser.url('/');
	await browser.execute(() => scrollTo(0, 10));
	browser.scroll(0, -10);
	~~~~~~~~~~~~~~~~~~~~~~ (awaited in line 3), and the test goes on to something else
	const position = await browser.execute(() => [scrollX, scrollY]);
	expect(position).toEqual([0, 0]);
});`);

	allows('commands that the runner queues', `
it('scrolls', async () => {
	browser.url('/');
	browser.scroll(0, -10);
	const position = await browser.execute(() => [scrollX, scrollY]);
	expect(position).toEqual([0, 0]);
});`);

	allows('one that is handed a callback here and not where it is awaited', `
import { connect } from './generated/client';
const handle = error => { expect(error).toBeNull(); };
it('a', async () => {
	const shop = await connect();
	await shop.stock(1);
	await shop.stock(2);
	await shop.stock(3);
	await shop.stock(4);
	await shop.stock(5);
	await shop.stock(6);
	shop.stock(7, error => { expect(error).toBeNull(); });
	shop.stock(8, handle);
	shop.stock(9, null);
	expect(await shop.total()).toBe(3);
});`);

	flags('one that is handed a callback everywhere', `
import { connect } from './generated/client';
it('a', async () => {
	const shop = await connect();
	await shop.stock(() => 1);
	await shop.stock(() => 2);
	shop.stock(() => 3);
	~~~~~~~~~~~~~~~~~~~ (awaited in line 5), and the test goes on to something else
	const total = await shop.total();
	expect(total).toBe(3);
});`);

	flags('a call with a chain behind it elsewhere', `
import { connect } from './generated/client';
const shop = connect();
it('a', () => shop.stock(1).then(() => { expect(shop.count).toBe(1); }));
it('b', () => shop.stock(2).catch(error => { expect(error.code).toBe(2); }));
it('c', () => {
	shop.stock(3);
	~~~~~~~~~~~~~ (waited for in line 4): the work goes on when the test is over
});`);

	flags('a call that tests and chains give back elsewhere', `
import { connect } from './generated/client';
const shop = connect();
it('a', () => {
	return shop.stock(1);
});
it('b', () => {
	return shop.open().then(() => {
		return shop.stock(2);
	});
});
it('c', () => {
	return shop.open().then(() => {
		shop.stock(3);
		~~~~~~~~~~~~~ (waited for in line 5), and the test goes on to something else
		return shop.stock(4);
	});
});`);

	const givingBack = (first: string, mark = '') => `
import { createShop } from './generated/shop';
describe('shop', function () {
	beforeEach(function () {
		this.shop = createShop();
		${first}
	});
	describe('full', function () {
		beforeEach(function () {
			return this.shop.stock(1);
		});
		it('sells', function () { expect(this.shop.count).toBe(1); });
	});
	describe('empty', function () {
		beforeEach(function () {
			return this.shop.stock(0);
		});
		it('sells nothing', function () { expect(this.shop.count).toBe(0); });
	});
	it('opens', function () {
		this.shop.stock(3);${mark}
		return this.shop.open();
	});
});`;
	flags('a call that hooks give back elsewhere', givingBack('this.options = {};', '\n\t\t~~~~~~~~~~~~~~~~~~ (waited for in line 10), and the test goes on'));
	allows('a call that hooks give back elsewhere, as they give back whatever stands last', givingBack('return (this.options = {});'));

	flags('a call that stands in lists which are waited for elsewhere', `
import { connect } from './generated/client';
const shop = connect();
it('a', async () => {
	await Promise.all([shop.remove(1), shop.remove(2)]);
});
it('b', () => {
	shop.remove(3);
	~~~~~~~~~~~~~~ (waited for in line 5): the work goes on when the test is over
});`);

	flags('a method of a global of the suite that a chain shows to give a promise', `
it('a', () => Parse.User.logOut().then(() => { expect(Parse.User.current()).toBe(null); }));
it('b', () => Parse.User.logOut().then(() => { expect(Parse.User.current()).toBe(null); }));
it('c', () => {
	Parse.User.logOut();
	~~~~~~~~~~~~~~~~~~~ (waited for in line 2), and assertions follow
	expect(provider.loggedOut).toBe(true);
});`);

	const populated = (calls: string): string => `
import { connect } from 'some-orm';
it('a', async () => { const post = await connect(1); await post.populate('author'); await post.populate('fans'); });
it('b', async () => { const blog = await connect(2); await blog.populate('author'); await blog.populate('fans'); });
it('c', async () => { const note = await connect(3); await note.populate('author'); });
it('d', async () => {
	const book = await connect(4);
${calls}
	expect(book.author.name).toBe('A');
});`;
	flags('a method that the file awaits on everything else', populated(`	book.populate('author');\n	${'~'.repeat(23)} (awaited in line 3), and the test goes on to something else\n	await note.populate('fans');`));
	allows('a method of something else that bears the same name', populated(`\tconst list = new Menu();\n\tlist.populate('author');`).replace(`'some-orm';`, `'some-orm';\nimport { Menu } from './menu';`));
	allows('a method that it drops on several things', populated(`	book.populate('author');\n	series.populate('author');\n	await connect(5);`));

	flags('a function that gives back what another gave it, which is not known', {
		'a.test.ts': `
import { stock } from './shop';
it('a', () => stock(1).then(count => { expect(count).toBe(1); }));
it('b', () => stock(2).then(count => { expect(count).toBe(2); }));
it('c', () => {
	stock(3);
	~~~~~~~~ (waited for in line 3): the work goes on when the test is over
});`,
		'shop.ts': `import { wrap } from './generated/client';\nexport const stock = count => { return wrap(count).unwrapped(); };`,
	});

	allows('a function of the project that is only awaited, and one that gives nothing back', {
		'a.test.ts': `
import { show, stock } from './shop';
it('a', async () => { await stock(1); await stock(2); await show(1); await show(2); });
it('b', () => { stock(3); show(3); });`,
		'shop.ts': `import { wrap } from './generated/client';\nexport const stock = count => { return wrap(count).unwrapped(); };\nexport const show = count => { wrap(count); };`,
	});

	allows('what only an arrow function gives back, what is awaited out of habit, and a global whose calls are awaited only', `
import { connect } from './generated/client';
const shop = connect();
it('a', () => shop.show(1));
it('b', () => shop.show(2));
it('c', () => shop.open().then(() => shop.show(3)));
it('d', () => { shop.show(4); });
it('e', async () => { await shop.remove(1); await shop.remove(2); });
it('f', () => { shop.remove(3); });
it('g', async () => { await Store.load(1); await Store.load(2); });
it('h', () => { Store.load(3); });`);

	allows('what a runner queues, and promises that the test settles itself', {
		'cypress/e2e/a.cy.ts': `
it('a', () => { cy.get('a').then(a => { expect(a).to.exist; }); cy.get('b').then(b => { expect(b).to.exist; }); cy.get('c'); });`,
	});

	allows('promises of what settles them when the test says so', `
import { module } from 'angular-mocks';
import { connect } from './generated/client';
const shop = connect();
it('a', () => { return shop.stock(1).then(() => { expect(shop.count).toBe(1); }); });
it('b', () => { return shop.stock(1).then(() => { expect(shop.count).toBe(1); }); });
it('c', () => { shop.stock(3); });`);

	allows('one that the file drops as often, one that is awaited once, and what is known to be over', `
import { TestBed } from '@angular/core/testing';
import { render } from '@testing-library/react';
import { connect } from './generated/client';
it('a', async () => {
	const shop = await connect();
	await shop.stock(1);
	await shop.stock(2);
	shop.stock(3);
	shop.stock(4);
	await shop.open();
	shop.open();
	expect(await shop.total()).toBe(3);
});
it('b', async () => {
	await render(first);
	await render(second);
	render(third);
	expect(await shop.total()).toBe(3);
});
it('c', async () => {
	const fixture = TestBed.createComponent(Shop);
	await fixture.detectChanges();
	await fixture.detectChanges();
	fixture.detectChanges();
	expect(await shop.total()).toBe(3);
});`);
});

describe('an assertion that nobody waits for', () => {
	flags('those in the callbacks of a chain', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost } from './api';
test('a', () => {
	createPost('a').then(post => { expect(post.title).toBe('a'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});
test('b', () => {
	createPost('').catch(error => { expect(error.message).toBe('no title'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`,
		'api.ts': api,
	});
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

	flags('a helper that runs what it is handed in a context of its own', {
		'test/a.test.ts': `
import { expect, it } from 'vitest';
import { runWithTenant } from '../src/tenants';
import { books } from '../src/books';
it('a', async () => {
	runWithTenant('public', async () => { await books.insert({ pages: 688 }); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ runWithTenant (src/tenants.ts:4) → AsyncLocalStorage.run
	expect(await fetch('/books/1')).toBeTruthy();
});
it('b', async () => {
	runWithTenant('public', () => { books.forget(); });
	const run = runWithTenant('public', async () => { await books.insert({ pages: 1 }); });
	await run;
	expect(await fetch('/books/1')).toBeTruthy();
});`,
		'src/tenants.ts': `import { AsyncLocalStorage } from 'async_hooks';
const storage: AsyncLocalStorage<{ tenant: string }> = new AsyncLocalStorage();
export const runWithTenant = <T>(tenant: string, job: () => Promise<T>): Promise<T> => {
	return storage.run({ tenant: tenant.toLowerCase() }, job);
};`,
		'src/books.ts': `export const books = createStore('books');`,
	});

	const books = (body: string): Case => ({
		'test/a.test.ts': `
import { expect, it } from 'vitest';
import { runWithTenant } from '../src/tenants';
import { books, pipe } from 'library';
it('a', async () => {
${body}
});`,
		'src/tenants.ts': `import { AsyncLocalStorage } from 'async_hooks';
const storage = new AsyncLocalStorage();
export function runWithTenant(tenant, job) { return storage.run({ tenant }, job); }`,
	});

	flags('what goes on to the thing that the callback works with', books(`
	runWithTenant('public', async () => { await books.insert({ pages: 688 }); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ which of them is first is open
	expect(await books.findOne({ pages: 688 })).toBeTruthy();`));

	flags('a document that is looked for while it is saved', `
import mongoose from 'mongoose';
const User = mongoose.model('User');
it('a', async () => {
	User.create({ name: 'Ada' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ which of them is first is open
	expect(await User.findOne({ name: 'Ada' })).toBeTruthy();
});`);

	flags('a callback of a list that writes what is read next', books(`
	[1, 2].forEach(async pages => { await books.insert({ pages }); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await books.count()).toBe(2);`));

	allows('a sender beside a receiver, and a wait of the same thing', books(`
	runWithTenant('public', async () => { await pipe.write('a'); });
	expect(await pipe.read()).toBe('a');
	runWithTenant('public', async () => { await books.insert({ pages: 1 }); });
	await books.waitForChange();
	runWithTenant('public', async () => { await books.insert({ pages: 2 }); });
	await pipe.flushed();`));

	flags('`act` around an async function, a document of Mongoose, and a job', `
import { act } from 'react';
import mongoose from 'mongoose';
import PgBoss from 'pg-boss';
const User = mongoose.model('User');
it('a', async () => {
	act(async () => { await load(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (act)
	act(() => { start(); });
	expect(states).toHaveLength(2);
});
it('b', async () => {
	new User({ name: 'Ada' }).save();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (Model.save)
	expect(await fetch('/users')).toBeTruthy();
});
it('c', async () => {
	const boss = new PgBoss('postgres://localhost');
	boss.send('mails', {});
	~~~~~~~~~~~~~~~~~~~~~~ (send)
	expect(await boss.getQueueSize('mails')).toBe(1);
});`);

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

describe('assertions in a chain of which nothing is known', () => {
	const unknown = `import { expect, it } from 'vitest';\nimport { api } from 'some-package';\n`;

	flags('a chain that the test drops', `${unknown}
it('loads', () => {
	api.load().then(items => { expect(items).toHaveLength(1); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (then): the test may be over before it is made
});
it('fails', async () => {
	const items = await api.load();
	const failed = api.fail(items);
	failed.catch(error => expect(error.code).toBe(1));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (then)
	expect(items).toHaveLength(1);
});`, { mends: { [wait]: `${unknown}
it('loads', async () => {
	await api.load().then(items => { expect(items).toHaveLength(1); });
});
it('fails', async () => {
	const items = await api.load();
	const failed = api.fail(items);
	failed.catch(error => expect(error.code).toBe(1));
	expect(items).toHaveLength(1);
});` } });

	const chain = 'api.load().then(items => { expect(items).toHaveLength(1); });';
	describe.each([
		['that is returned', `${unknown}it('a', () => ${chain.slice(0, -1)});`],
		['that another wait comes behind', `${unknown}it('a', async () => { ${chain} await api.saved(); });`],
		['that may settle when the test says so', `${unknown}it('a', () => { ${chain} api.flush(); });`],
		['without assertions', `${unknown}it('a', () => { api.load().then(items => { api.save(items); }); expect(api.busy).toBe(true); });`],
		['of a test that ends by a callback', `${unknown.replace('vitest', '@jest/globals')}it('a', done => { ${chain} api.on('end', done); });`],
		['of a test that calls its parameter, whatever the runner makes of that', `${unknown}it('a', done => { ${chain} api.on('end', () => done()); });`],
		['of a test that ends by a package that runs it', `${unknown.replace('some-package', 'rsvp')}it('a', () => { ${chain} });`],
		['of a test that is wrapped', `import { inject } from 'some-mocks';\n${unknown}it('a', inject(api => { ${chain} }));`],
		['of a runner that queues it', `it('a', () => { cy.get('a').then(found => { expect(found).to.have.length(1); }); });`],
		['of AngularJS', `import 'angular-mocks';\n${unknown}it('a', () => { ${chain} });`],
		['of a function that settles at once', `${unknown}const now = value => ({ then: use => use(value) });\nit('a', () => { now(1).then(each => { expect(each).toBe(1); }); });`],
	])('a chain %s', (_, code) => allows('', code));
});

describe('what a property holds that is given later', () => {
	const store = "import { readFile, writeFile } from 'node:fs/promises'; export class Store { async save(name) { await writeFile(name, ''); } async read(name) { return await readFile(name, 'utf8'); } }";
	for (const [name, before, test] of [
		['in the test', '', 'const context = {};\n\tcontext.store = new Store();'],
		['in a hook', 'const context = {};\nbeforeEach(() => { context.store = new Store(); });', ''],
		['in a hook, where it is nothing before', 'const context = { store: null };\nbeforeEach(() => { context.store = new Store(); });\nafterEach(() => { context.store = null; });', ''],
	] as const) {
		flags(name, { 'a.test.ts': `import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from './store';
${before}
test('saves', async () => {
	${test}
	context.store.save('a');
	~~~~~~~~~~~~~~~~~~~~~~~ writeFile
	expect(await context.store.read('a')).toBe('');
});`, 'store.ts': store });
	}

	allows('of a promise that the test settles itself', { 'a.test.ts': `import { test } from 'node:test';
import { deferred } from './deferred';
test('resolves', t => {
	t.plan(1);
	const later = deferred();
	later.promise.then(() => { t.assert.ok(true); }).catch(() => { t.assert.fail(); });
	later.resolve();
});`, 'deferred.ts': `export function deferred() {
	const later = { promise: null, resolve: null };
	later.promise = new Promise(resolve => { later.resolve = resolve; });
	return later;
}` });

	allows('where something else may be there', { 'a.test.ts': `import { beforeEach, expect, test } from 'vitest';
import { Store } from './store';
import { held } from './held';
const context = { ...held };
beforeEach(() => { context.store ??= new Store(); });
test('saves', async () => {
	context.store.save('a');
	expect(await context.store.read('a')).toBe('');
});`, 'store.ts': store, 'held.ts': "export const held = { store: { save(name) { names.push(name); }, async read() { return ''; } } };" });

	flags('in a `try`, whose errors go on', { 'a.test.ts': `import { expect, test } from 'vitest';
import { Store } from './store';
test('saves', async () => {
	let store = null;
	try {
		store = new Store();
		store.save('a');
		~~~~~~~~~~~~~~~ writeFile
		expect(await store.read('a')).toBe('');
	} finally {
		console.log('saved');
	}
});`, 'store.ts': store });
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

	flags('`waitFor` around nothing, and around a query whose answer nobody takes', `
import { render, screen, waitFor } from '@testing-library/react';
test('a', async () => {
	render(element);
	await waitFor(() => {});
	      ~~~~~~~~~~~~~~~~~ the callback cannot fail
	await waitFor(() => undefined);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ the callback cannot fail
	await waitFor(() => { screen.queryByText('tea'); });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the callback cannot fail
	expect(screen.getByText('tea')).toBeInTheDocument();
});`);

	flags('`waitFor` around the answers of several queries', `
import { render, screen, waitFor } from '@testing-library/react';
test('a', async () => {
	const { container } = render(element);
	await waitFor(() => { const image = container.querySelector('img'); const name = screen.queryByText('tea'); return image && name; }, { timeout: 2000 });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the callback cannot fail
	expect(container).toMatchSnapshot();
});`);

	allows('what fails until it is there', `
import { render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { waitFor as waitForHook } from '@testing-library/react-hooks';
import { isReady } from './ready';
test('a', async () => {
	await waitFor(() => screen.getByText('x'));
	await waitFor(() => { screen.getByText('x'); });
	await waitFor(() => expect(save).toHaveBeenCalled());
	await waitFor(() => { if (!ready) throw new Error('not yet'); });
	await waitFor(() => container.querySelector('a').textContent === 'x');
	await waitFor(() => isReady());
	await waitFor(() => loading);
	await waitFor(() => { const button = screen.getByText('x'); return button && loading; });
	await vi.waitUntil(() => items.length === 2);
	await waitForHook(() => result.current.isDone);
});`);
});

describe('the exit of a child process', () => {
	flags('one after which its output is read', `
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
test('a', () => new Promise(resolve => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.on('data', chunk => { output += chunk; });
	child.on('exit', () => {
	         ~~~~~~ may still have output on its way
		expect(output).toBe('done');
		resolve();
	});
}));`, { mends: { 'Wait for `close`.': `
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
test('a', () => new Promise(resolve => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.on('data', chunk => { output += chunk; });
	child.on('close', () => {
		expect(output).toBe('done');
		resolve();
	});
}));` } });

	flags('one that is awaited', `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
test('a', async () => {
	const child = spawn('node', ['cli.js']);
	const chunks = [];
	child.stderr.on('data', chunk => chunks.push(chunk));
	await once(child, 'exit');
	                  ~~~~~~ may still have output on its way
	expect(chunks.join('')).toBe('done');
});`);

	flags('one by a name of its event', `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
const EXIT = 'exit';
test('a', async () => {
	const child = spawn('node', ['cli.js']);
	const chunks = [];
	child.stderr.on('data', chunk => chunks.push(chunk));
	await once(child, EXIT);
	                  ~~~~ may still have output on its way
	expect(chunks.join('')).toBe('done');
});`, { mends: { 'Wait for `close`.': `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
const EXIT = 'exit';
test('a', async () => {
	const child = spawn('node', ['cli.js']);
	const chunks = [];
	child.stderr.on('data', chunk => chunks.push(chunk));
	await once(child, 'close');
	expect(chunks.join('')).toBe('done');
});` } });

	flags('one that a promise waits for, and what the stream hands back', `
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
test('a', async () => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.setEncoding('utf8').on('data', chunk => { output += chunk; });
	const code = await new Promise(resolve => child.on('exit', resolve));
	                                                   ~~~~~~ may still have output on its way
	expect(code).toBe(0);
	expect(output).toBe('done');
});
test('b', async () => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.on('data', chunk => { output += chunk; });
	await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', code => { resolve(code); });
		         ~~~~~~ may still have output on its way
	});
	expect(output).toBe('done');
});`);

	flags('one after which a property is read that its output is gathered in', `
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
test('says nothing', async () => { expect((await run(['a.js'])).stdout).toBe(''); });
async function run(args) {
	const child = spawn('node', args);
	const result = { code: null, stdout: '', stderr: '' };
	child.stdout.on('data', chunk => { result.stdout += chunk; });
	await new Promise((resolve, reject) => {
		child.on('exit', code => {
		         ~~~~~~ may still have output on its way
			result.code = code;
			if (result.stdout === '') reject(new Error('nothing')); else resolve();
		});
	});
	return result;
}`);

	allows('one that a promise waits for, where no output is read behind it', `
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
test('a', async () => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.on('data', chunk => { output += chunk; });
	expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0);
});
test('b', async () => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.on('data', chunk => { output += chunk; });
	await new Promise(resolve => child.on('close', resolve));
	expect(output).toBe('done');
});`);

	allows('`close`, an exit without output, and one that tells the code alone', `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
test('a', async () => {
	const child = spawn('node', ['cli.js']);
	let output = '';
	child.stdout.on('data', chunk => { output += chunk; });
	const [code] = await once(child, 'close');
	expect(output).toBe('done');
});
test('b', async () => {
	const child = spawn('node', ['cli.js']);
	const [code] = await once(child, 'exit');
	expect(code).toBe(0);
});
test('c', () => new Promise(resolve => {
	const child = spawn('node', ['cli.js']);
	let log = '';
	child.stdout.on('data', chunk => { log += chunk; });
	child.on('exit', code => { expect(code).toBe(0); resolve(); });
}));
test('d', () => new Promise((resolve, reject) => {
	const child = spawn('node', ['server.js']);
	let log = '';
	child.stderr.on('data', chunk => { log += chunk; });
	child.stdout.on('data', () => resolve());
	child.on('exit', code => reject(new Error(\`ended with \${code}: \${log}\`)));
}));`);
});

describe('the exit of a child process that a helper waits for', () => {
	const helper = (body: string): string => `
import { spawn } from 'node:child_process';
export function run(args, callback) {
	return new Promise(resolve => {
		const child = spawn('node', ['cli.js', ...args]);
		let stdout = '';
		child.stdout.on('data', chunk => { stdout += chunk; });
		${body}
	});
}`;
	const asks = (body: string, where = ''): string => `
import { expect, test } from 'vitest';
import { run } from './support/run';
test('a', async () => {
	${body}${where === '' ? '' : `\n\t${where}`}
});`;

	flags('where the test takes what it wrote', {
		'a.test.ts': asks(`const { code, stdout } = await run(['list']);`, `                               ~~~~~~~~~~~~~ This hands over what a process wrote as soon as it exits (run (support/run.ts:8) → exit)`),
		'support/run.ts': helper(`child.on('exit', code => resolve({ code, stdout }));`),
	});
	flags('where it asks for it later, of what it keeps', {
		'a.test.ts': asks(`const result = await run(['list']);`, `                     ~~~~~~~~~~~~~ as soon as it exits\n\texpect(result.output).toBe('one');`),
		'support/run.ts': helper(`child.once('exit', function (code) { resolve({ code, output: stdout.trim() }); });`),
	});
	flags('where the output is all that it gives', {
		'a.test.ts': asks(`expect(await run(['list'])).toBe('one');`, `             ~~~~~~~~~~~~~ as soon as it exits`),
		'support/run.ts': helper(`child.on('exit', () => { resolve(stdout); });`),
	});
	flags('where a callback is handed it', {
		'a.test.js': `
const assert = require('assert');
const { run } = require('./support/run');
test('a', done => {
	run(['list'], (code, text) => { assert.equal(text, 'one'); done(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ as soon as it exits
});`,
		'support/run.js': `
const { spawn } = require('child_process');
exports.run = function (args, callback) {
	const child = spawn('node', ['cli.js'].concat(args));
	let text = '';
	child.stdout.on('data', function (chunk) { text += chunk; });
	child.on('exit', function (code) { callback(code, text); });
};`,
	});
	allows('where the test takes the code alone', {
		'a.test.ts': asks(`const { code } = await run(['list']);\n\texpect(code).toBe(0);`),
		'support/run.ts': helper(`child.on('exit', code => resolve({ code, stdout }));`),
	});
	allows('where nobody takes the output', {
		'a.test.ts': asks(`await run(['build']);`),
		'support/run.ts': helper(`child.on('exit', () => resolve(stdout));`),
	});
	allows('that waits for `close`, or fails with what was written', {
		'a.test.ts': asks(`const { stdout } = await run(['list']);\n\texpect(stdout).toBe('one');`),
		'support/run.ts': helper(`child.on('close', code => resolve({ code, stdout }));\n\t\tchild.on('exit', code => { if (code !== 0) callback(new Error(stdout)); });`),
	});
});

describe('a call that starts something before it waits', () => {
	allows('where the test asks that a spy was called', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { load } from './api';
test('a', () => {
	const onStart = vi.fn();
	load('1', onStart);
	expect(onStart).toHaveBeenCalledTimes(1);
	expect(onStart).toHaveBeenCalledWith('1');
});`,
		'api.ts': api,
	});
	allows('where the test asks that something throws at once', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
import assert from 'node:assert';
test('a', () => {
	load('1');
	expect(() => parse(7)).toThrow('no text');
});
test('b', () => {
	load('1');
	assert.throws(() => parse(7), error => {
		assert.match(error.message, /no text/);
		return true;
	});
});`,
		'api.ts': api,
	});
	flags('where it asks that nothing throws', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', () => {
	load('1');
	~~~~~~~~~ assertions follow
	expect(() => show('1')).not.toThrow();
});
`,
		'api.ts': api,
	});
	flags('not where it asks for more', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { load } from './api';
test('a', () => {
	const onStart = vi.fn();
	load('1', onStart);
	~~~~~~~~~~~~~~~~~~ assertions follow
	expect(onStart).toHaveBeenCalledTimes(1);
	expect(cache.size).toBe(1);
});
test('b', () => {
	const onEnd = vi.fn();
	load('1', onEnd);
	~~~~~~~~~~~~~~~~ assertions follow
	expect(onEnd).not.toHaveBeenCalled();
});`,
		'api.ts': api,
	});
});

describe('what is there at once', () => {
	const stopping = (callback: string, mark = ''): Record<string, string> => ({
		'a.test.ts': `
import { afterEach, expect, test } from 'vitest';
import { Connector } from './connector';
let connector: Connector;
afterEach(() => {
	connector.stop();
${mark}});
test('a', () => {
	connector = new Connector();
	expect(connector.stopped).toBe(false);
});`,
		'connector.ts': `
import { setTimeout } from 'node:timers/promises';
export class Connector {
	stopped = false;
	attempts = new Map();
	async stop() {
		this.stopped = true;
		await Promise.allSettled(Array.from(this.attempts.values()).map(${callback}));
	}
}`,
	});
	allows('a list of async callbacks that wait for nothing', stopping('async each => { each.destroy(); }'));
	flags('a list of async callbacks that wait', stopping('async each => { await setTimeout(10); each.destroy(); }', `\t${'~'.repeat(16)}\n`));
	flags('a list of promises that others make', stopping('each => each.close()', `\t${'~'.repeat(16)}\n`));

	const habit = (claims: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { createRouter } from 'some-router';
const router = createRouter(routes);
test('a', async () => {
	await router.navigate('/a');
	expect(router.state).toBe('a');
	await router.navigate('/b');
	expect(router.state).toBe('b');
});
test('b', () => {
	router.navigate('/c');
${mark}	${claims}
});`;

	allows('on the object itself, where only the habit of the file tells that a promise is given', habit(`expect(router.state).toBe('loading');`));
	flags('not on something else', habit(`expect(requests).toEqual(['/c']);`, `\t${'~'.repeat(21)} assertions follow\n`));
	flags('not where the code tells that a promise is given', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import * as posts from './api';
test('a', () => {
	posts.load('1');
	~~~~~~~~~~~~~~~ assertions follow
	expect(posts.size).toBe(1);
});`,
		'api.ts': api,
	});

	allows('because the same was asserted before', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', () => {
	expect(state).toEqual({ page: 'a' });
	load('1');
	expect(state).toEqual({ page: 'a' });
});`,
		'api.ts': api,
	});

	allows('in a callback behind which the test waits', {
		'a.test.ts': `
import { act } from 'react';
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await act(() => {
		load('1');
	});
	await settled();
	expect(state).toBe('done');
});`,
		'api.ts': api,
	});
	flags('not in a callback behind which assertions follow, or nothing', {
		'a.test.ts': `
import { act } from 'react';
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await act(() => {
		load('1');
		~~~~~~~~~ assertions follow
	});
	expect(state).toBe('done');
});
test('b', async () => {
	await act(() => {
		load('1');
		~~~~~~~~~ when the test is over
	});
});`,
		'api.ts': api,
	});
});

describe('callbacks that nobody waits for', () => {
	flags('one that makes all assertions of a test', `
import { BrowserWindow } from 'electron';
it('fails to load', () => {
	const window = new BrowserWindow();
	window.webContents.once('did-fail-load', (event, code) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
		expect(code).toBe(2);
	});
	window.loadURL('about:nothing');
});`);

	flags('messages of a socket, and requests whose callback asserts', `
const request = require('supertest');
const get = require('request');
const WebSocket = require('ws');
it('greets', () => {
	const socket = new WebSocket('ws://localhost:1234');
	socket.on('message', message => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
		expect(String(message)).toBe('hello');
	});
});
it('answers', () => {
	request(app).get('/').expect(200).end((error, response) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
		expect(response.body).toEqual({});
	});
});
it('is found', () => {
	get('http://localhost:1234', (error, response) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
		expect(response.statusCode).toBe(200);
	});
});`);

	flags('requests of supertest that are dropped', `
const request = require('supertest');
const agent = request.agent(app);
it('lists', () => {
	request(app).get('/users').expect(200).expect(response => expect(response.body).toEqual([]));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ it is only sent when somebody does: what it expects is never checked
});
it('answers', () => {
	request(app).get('/users').then(response => { expect(response.status).toBe(200); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});
it('logs in', () => {
	agent.post('/login').send({ name: 'a' }).expect(302);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ it is only sent when somebody does
});`);

	allows('requests of supertest that are returned, or end the test', `
const request = require('supertest');
it('lists', () => request(app).get('/users').expect(200).expect(response => expect(response.body).toEqual([])));
it('answers', done => {
	request(app).get('/users').expect(response => expect(response.body).toEqual([])).expect(200, done);
});
it('ends', done => {
	request(app).get('/users').expect(200).expect(response => expect(response.body).toEqual([])).end(done);
});`);

	allows('those whose test the callback ends', `
const request = require('supertest');
const WebSocket = require('ws');
it('greets', done => {
	const socket = new WebSocket('ws://localhost:1234');
	socket.on('message', message => {
		expect(String(message)).toBe('hello');
		done();
	});
});
it('answers', () => request(app).get('/').expect(response => { expect(response.body).toEqual({}); }));
it('answers later', done => {
	request(app).get('/').end((error, response) => {
		expect(response.body).toEqual({});
		done();
	});
});`);

	describe('tests that say through their context when they are over', () => {
		const load = `import { readFile } from 'node:fs/promises';
export async function load() { return await readFile('a', 'utf8'); }`;

		for (const importing of [`import { test } from 'tap';`, `import test from 'tape';`]) {
			allows(`ended in the callback: ${importing}`, {
				'a.test.js': `
${importing}
import { readFile } from 'node:fs';
import { load } from './load.js';
test('a', t => {
	readFile('a', 'utf8', (error, text) => {
		t.equal(text, 'b');
		t.end();
	});
});
test('b', t => { load().then(text => { t.equal(text, 'b'); t.end(); }); });
test('c', t => { load().then(text => { t.equal(text, 'b'); }).then(t.end, t.end.bind(t)); });
test('d', t => { readFile('a', 'utf8', (error, text) => finish(t, text)); });
test('e', t => {
	const check = text => { t.equal(text, 'b'); close(() => { t.end(); }); };
	load().then(text => { check(text); });
});
function finish(t, text) { t.equal(text, 'b'); t.end(); }`,
				'load.js': load,
			});

			flags(`ended by a function that another callback calls: ${importing}`, {
				'a.test.js': `
${importing}
import { readFile } from 'node:fs';
import { load } from './load.js';
test('a', t => {
	const check = text => { t.equal(text, 'b'); t.end(); };
	readFile('a', 'utf8', (error, text) => { check(text); });
	load().then(text => { t.equal(text, 'b'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`,
				'load.js': load,
			});

			allows(`over when so many assertions were made: ${importing}`, {
				'a.test.js': `
${importing}
import { readFile } from 'node:fs';
import { load } from './load.js';
test('a', t => {
	t.plan(1);
	readFile('a', 'utf8', (error, text) => { t.equal(text, 'b'); });
});
test('b', t => {
	t.plan(1);
	load().then(text => { t.equal(text, 'b'); });
});`,
				'load.js': load,
			});
		}

		flags('ended at once, or with the promise of the function', {
			'a.test.js': `
import { test } from 'tap';
import { readFile } from 'node:fs';
import { load } from './load.js';
test('a', t => {
	readFile('a', 'utf8', (error, text) => { t.equal(text, 'b'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
	t.end();
});
test('b', async t => {
	load().then(text => { t.equal(text, 'b'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`,
			'load.js': load,
		});

		flags('subtests each by their own context', `
import { test } from 'tap';
import { readFile } from 'node:fs';
test('outer', t => {
	t.test('a', inner => {
		readFile('a', 'utf8', (error, text) => { inner.equal(text, 'b'); inner.end(); });
	});
	t.test('b', inner => {
		readFile('a', 'utf8', (error, text) => { inner.equal(text, 'b'); });
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
		inner.end();
	});
	t.end();
});`);

		allows('ended by a function that the context gives', {
			'a.test.js': `
import QUnit from 'qunit';
import { readFile } from 'node:fs';
import { load } from './load.js';
QUnit.test('a', assert => {
	const done = assert.async();
	readFile('a', 'utf8', (error, text) => {
		assert.equal(text, 'b');
		done();
	});
});
QUnit.test('b', assert => {
	const done = assert.async();
	load().then(text => { assert.equal(text, 'b'); }).then(done);
});
QUnit.test('c', assert => { load().then(text => { assert.equal(text, 'b'); }).then(assert.async()); });`,
			'load.js': load,
		});

		flags('where the context gives none', `
import QUnit from 'qunit';
import { readFile } from 'node:fs';
QUnit.test('a', assert => {
	readFile('a', 'utf8', (error, text) => { assert.equal(text, 'b'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all its assertions are made later
});`);
	});

	flags('a file that is read by a callback', `
import { readFile } from 'node:fs';
import { expect, test } from 'vitest';
test('a', () => {
	readFile('a', 'utf8', (error, text) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (readFile)
		expect(text).toBe('b');
	});
});`);

	allows('handlers that a hook registers, for they are called when a test asks', `
import express from 'express';
import http from 'node:http';
import net from 'node:net';
import fs from 'node:fs';
import { WebSocketServer } from 'ws';
let url, socket, changed, client, error;
beforeEach(() => {
	const server = http.createServer();
	server.on('request', request => { url = request.url; });
	net.createServer(each => { socket = each; });
	fs.watch('a', event => { changed = event; });
	new WebSocketServer({ port: 0 }).on('connection', each => { client = each; });
	const app = express();
	app.get('/', () => { error = undefined; });
	app.use(each => { error = each; });
});
it('answers', async () => {
	await fetch('http://localhost/');
	assert.deepEqual([url, socket, changed, client, error], []);
});`);

	flags('one that sets what the tests read', `
const http = require('node:http');
let server, url;
before(() => {
	server = http.createServer(handle);
	server.listen(0, '127.0.0.1', () => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sets \`url\`, which the tests read
		url = 'http://127.0.0.1:' + server.address().port;
	});
});
it('answers', async () => {
	expect(await fetch(url)).toBeTruthy();
});`);

	flags('a request beside the one that ends the test', `
const assert = require('node:assert');
const request = require('supertest');
it('answers both', done => {
	request(app).get('/a').end((error, response) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ another one ends the test
		assert.equal(response.status, 200);
	});
	request(app).get('/b').end((error, response) => {
		assert.equal(response.status, 404);
		done();
	});
});`);

	const tunnelled = (handler: string, mark = ''): string => `
const assert = require('node:assert');
const http = require('node:http');
it('tunnels', done => {
	const server = http.createServer();
	server.on('connect', (request, socket) => {${mark}
		assert.equal(request.url, 'a:80');${handler}
	});
	server.listen(() => {
		const client = http.request({ method: 'CONNECT', path: 'a:80', port: server.address().port });
		client.on('connect', () => { server.close(done); });
		client.end();
	});
});`;
	flags('what a server is told, where it answers nobody', tunnelled('', `\n\t${'~'.repeat(43)} another one ends the test`));
	allows('what a server is told, where it answers', tunnelled(`\n\t\tsocket.write('HTTP/1.1 200 OK\\r\\n\\r\\n');`));

	flags('a request that asserts by itself beside the one that ends the test, where its callback only tells of a failure', `
const request = require('supertest');
it('answers both', done => {
	request(app).get('/a').expect(200, error => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ another one ends the test
		if (error) return done(error);
	});
	request(app).get('/b').expect(404, error => {
		if (error) return done(error);
		done();
	});
});`);

	flags('two readings of files, of which one ends the test', `
const test = require('tape');
const fs = require('node:fs');
test('reads both', t => {
	fs.readFile('a', 'utf8', (error, text) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ another one ends the test
		t.error(error);
		t.equal(text, 'a');
	});
	fs.readFile('b', 'utf8', (error, text) => {
		t.equal(text, 'b');
		t.end();
	});
});`);

	flags('two calls of the project that call back when a file is written', {
		'a.test.js': `
const assert = require('node:assert');
const { put } = require('./store');
it('writes both', done => {
	put('a', 1, error => {
	~~~~~~~~~~~~~~~~~~~~~~ another one ends the test
		assert.equal(error, null);
	});
	put('b', 2, error => {
		assert.equal(error, null);
		done();
	});
});
it('reads what it wrote', () => {
	put('a', 1, error => {
	~~~~~~~~~~~~~~~~~~~~~~ The test waits for nothing
		assert.equal(error, null);
	});
});
it('is over at once', done => {
	['a', 'b'].forEach(name => {
		put(name, 1, error => {
			assert.equal(error, null);
		});
	});
	done();
	~~~~~~ a callback
});`,
		'store.js': `const fs = require('node:fs');
exports.put = (name, value, told) => { fs.writeFile(name, String(value), error => told(error)); };`,
	});

	allows('callbacks that are called at once, are planned, or count each other', {
		'a.test.js': `
const { put, each } = require('./store');
const test = require('tape');
it('calls at once', () => {
	each([1, 2], value => {
		expect(value).toBeGreaterThan(0);
	});
});
it('one for the other', done => {
	put('a', 1, error => {
		expect(error).toBeNull();
		put('b', 2, () => done());
	});
});
it('counts', done => {
	let left = 2;
	put('a', 1, error => { expect(error).toBeNull(); if (--left === 0) done(); });
	put('b', 2, error => { expect(error).toBeNull(); if (--left === 0) done(); });
});
test('is planned', t => {
	t.plan(2);
	put('a', 1, error => { t.error(error); });
	put('b', 2, error => { t.error(error); t.end(); });
});`,
		'store.js': `const fs = require('node:fs');
exports.put = (name, value, told) => { fs.writeFile(name, String(value), error => told(error)); };
exports.each = (list, run) => { list.forEach(value => run(value)); fs.writeFile('log', '', () => {}); };`,
	});

	allows('those that end the test, count, or are waited for', `
const http = require('node:http');
const { readFile } = require('node:fs');
const request = require('supertest');
let server, url;
before(done => {
	server = http.createServer(handle);
	server.listen(0, () => {
		url = 'http://127.0.0.1:' + server.address().port;
		done();
	});
});
beforeEach(() => new Promise(resolve => {
	server.listen(0, () => { url = server.address().port; resolve(); });
}));
it('answers', async () => {
	expect(await fetch(url)).toBeTruthy();
});
it('counts', done => {
	let count = 0;
	const finish = () => { if (++count === 2) done(); };
	request(app).get('/a').end((error, response) => {
		expect(response.status).toBe(200);
		finish();
	});
	request(app).get('/b').end((error, response) => {
		expect(response.status).toBe(404);
		finish();
	});
});
it('one in the other', done => {
	request(app).get('/a').end((error, response) => {
		expect(response.status).toBe(200);
		request(app).get('/b').end((error, response) => {
			expect(response.status).toBe(404);
			done();
		});
	});
});
it('asserts at once too', () => {
	readFile('a', (error, text) => { expect(text).toBe('b'); });
	expect(pending()).toBe(1);
});
it('emits itself', () => {
	const emitter = new (require('node:events'))();
	emitter.on('a', value => { expect(value).toBe(1); });
	emitter.emit('a', 1);
});`);
});

describe('what the handler of an event gathers', () => {
	flags('a list, asserted right after the action', `
import { expect, test } from '@playwright/test';
test('saves', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	await page.goto('/');
	await page.getByRole('button').click();
	expect(requests).toContain('/save');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The handler of \`request\` fills \`requests\`, and nobody waits for the event after click
});`);

	flags('a list that a function of another file gives', {
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { collectLogs } from './logs';
test('logs', async ({ page }) => {
	const logs = collectLogs(page);
	await page.goto('/');
	expect(logs.length).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ The handler of \`console\` fills \`lines\`
});`,
		'e2e/logs.ts': `
import type { Page } from '@playwright/test';
export function collectLogs(page: Page) {
	const lines: string[] = [];
	page.on('console', message => lines.push(message.text()));
	return lines;
}`,
	});

	flags('what a page calls, or asks for', `
import { expect, test } from '@playwright/test';
test('tells', async ({ page }) => {
	const told = [];
	let asked = 0;
	await page.exposeFunction('tell', message => told.push(message));
	await page.route('**/api', route => { asked += 1; return route.fulfill({ body: '' }); });
	await page.goto('/');
	await page.click('button');
	expect(told).toEqual(['hello']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The handler of \`tell\` fills \`told\`, and nobody waits for the event after click
	expect(asked).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~ The handler of \`request\` fills \`asked\`
});`);

	allows('what a page asked for while it was loaded, and routes of a server', `
import { expect, test } from '@playwright/test';
import { app } from './app';
test('asks', async ({ page }) => {
	let asked = 0;
	let served = 0;
	await page.route('**/api', route => { asked += 1; return route.fulfill({ body: '' }); });
	await page.goto('/');
	expect(asked).toBe(1);
	app.route('/api', () => { served += 1; });
	await page.click('button');
	expect(served).toBe(1);
});`);

	flags('a flag, and a list that a hook begins to fill', `
import { expect, test } from '@playwright/test';
const errors = [];
test.beforeEach(async ({ page }) => {
	page.on('pageerror', error => errors.push(error));
});
test('fails', async ({ page }) => {
	let asked = false;
	page.on('dialog', () => { asked = true; });
	await page.click('button');
	expect(asked).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~ fills \`asked\`
	expect(errors).toHaveLength(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fills \`errors\`
});`);

	flags('assertions in the handler, and the action is the last that is awaited', `
import { expect, test } from '@playwright/test';
test('posts', async ({ page }) => {
	await page.goto('/form');
	page.on('request', request => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The handler of \`request\` makes the assertions, and nobody waits for the event after click
		if (request.isNavigationRequest()) expect(request.method()).toBe('POST');
	});
	await page.click('#submit');
});`);

	allows('assertions in a handler, where the test goes on to what shows the end', `
import { expect, test } from '@playwright/test';
test('posts', async ({ page }) => {
	await page.goto('/form');
	page.on('request', request => { expect(request.method()).toBe('POST'); });
	await page.click('#submit');
	await expect(page.getByText('sent')).toBeVisible();
});
test('logs', async ({ page }) => {
	page.on('request', request => { expect(request.method()).toBe('POST'); });
	await page.click('#submit');
	await page.waitForURL('/sent');
});`);

	flags('the jobs of a worker', `
import { Queue, Worker } from 'bullmq';
import { expect, test } from 'vitest';
test('works', async () => {
	const queue = new Queue('mails');
	const worker = new Worker('mails', send);
	const done = [];
	worker.on('completed', job => done.push(job.name));
	await queue.add('welcome', {});
	expect(done).toEqual(['welcome']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fills \`done\`, and nobody waits for the event after add
});`);

	allows('what is waited for, tried again, or not to happen', `
import { expect, test } from '@playwright/test';
import { settle } from './nowhere';
test('a', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	await page.getByRole('button').click();
	await expect.poll(() => requests).toContain('/save');
	expect(requests).toContain('/save');
});
test('b', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	await page.getByRole('button').click();
	await expect(page.getByText('saved')).toBeVisible();
	expect(requests).toContain('/save');
});
test('c', async ({ page }) => {
	const errors = [];
	page.on('pageerror', error => errors.push(error));
	await page.getByRole('button').click();
	expect(errors).toEqual([]);
	expect(errors).toHaveLength(0);
});
test('d', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	const saved = page.waitForRequest('/save');
	await page.getByRole('button').click();
	await saved;
	expect(requests).toContain('/save');
});
test('e', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	await page.getByRole('button').click();
	await settle();
	expect(requests).toContain('/save');
});
test('f', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	await page.goto('/');
	expect(requests).toContain('/');
});
test('g', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	const [response] = await Promise.all([page.waitForResponse('/save'), page.getByRole('button').click()]);
	expect(requests).toContain('/save');
});`);

	allows('a helper that waits before it asserts', {
		'e2e/a.spec.ts': `
import { test } from '@playwright/test';
import { expectRequested } from './requests';
test('a', async ({ page }) => {
	const requests = [];
	page.on('request', request => { requests.push(request.url()); });
	await page.getByRole('button').click();
	await expectRequested(page, requests, '/save');
});`,
		'e2e/requests.ts': `
import { expect } from '@playwright/test';
export async function expectRequested(page, requests, path) {
	await expect(page.getByText('saved')).toBeVisible();
	expect(requests).toContain(path);
}`,
	});

	allows('events that the test emits itself', `
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createStore } from './store';
test('a', async () => {
	const emitter = new EventEmitter();
	const seen = [];
	emitter.on('saved', name => seen.push(name));
	emitter.emit('saved', 'a');
	expect(seen).toEqual(['a']);
});
test('b', async () => {
	const store = createStore();
	const seen = [];
	store.on('change', name => seen.push(name));
	await store.save('a');
	expect(seen).toEqual(['a']);
});
test('c', async () => {
	const store = createStore();
	const seen = [];
	store.on('added', name => seen.push(name));
	await store.add('a');
	expect(seen).toEqual(['a']);
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

	allows('those of a list that are gathered, and those that are asked for later', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost } from './api';
test('a', async () => {
	const saving = [];
	['a', 'b'].forEach(title => saving.push(createPost(title)));
	const posts = ['a', 'b'].map(title => createPost(title));
	await Promise.all([...saving, ...posts]);
	const last = createPost('c');
	expect(await fetch('/posts')).toBeTruthy();
	await last;
});
test('b', async () => {
	['a', 'b'].forEach(title => { createPost(title); });
	await settled();
	expect(posts).toHaveLength(2);
});
test('c', async () => {
	createPost('a').then(post => { expect(post.title).toBe('a'); });
	await settled();
});
export const kept = createPost('d');`,
		'api.ts': api,
	});

	allows('another branch, a handler that is called again, and what is to throw', {
		'a.test.ts': `
import assert from 'node:assert';
import { createPost } from './api';
it('a', done => {
	let count = 0;
	posts.subscribe({
		next(list) {
			count++;
			if (count === 1) {
				createPost('a');
			} else if (count === 2) {
				assert.equal(list.length, 1);
			}
		},
	});
	posts.on('end', done);
});
it('b', done => {
	let count = 0;
	posts.subscribe(list => {
		count++;
		if (count === 1) createPost('a');
		if (count === 3) {
			assert.ok(list);
			done();
		}
	});
});
it('c', () => {
	assert.throws(() => { createPost(undefined); }, /no title/);
	assert.throws(() => { createPost(null); }, /no title/);
});`,
		'api.ts': api,
	});

	flags('one before a condition whose branches assert', {
		'a.test.ts': `
import assert from 'node:assert';
import { createPost } from './api';
it('a', () => {
	if (isFirst) {
		createPost('a');
		~~~~~~~~~~~~~~~ assertions follow
		if (isNew) assert.equal(posts.length, 1);
		else assert.equal(posts.length, 2);
	}
});`,
		'api.ts': api,
	});

	allows('a mark that nobody is to wait, timers that start something, and matchers that wait', {
		'a.test.ts': `
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPost } from './api';
test('a', async () => {
	void createPost('a');
	expect(isLoading()).toBe(true);
});
test('b', async () => {
	setTimeout(10).then(() => store.emit('late'));
	expect(await fetch('/a')).toBeTruthy();
});
test('c', async () => {
	createPost('a');
	await expect(stream).toEmitValue(1);
});`,
		'api.ts': api,
	});

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

	allows('what runs until it is stopped', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { Worker } from './worker';
test('a', async () => {
	const worker = new Worker();
	worker.run();
	await worker.add('x');
	expect(await fetch('/x')).toBeTruthy();
});`,
		'worker.ts': `
export class Worker {
	async run() { await this.#loop(); }
	async #loop() { while (!this.stopped) await fetch('/next'); }
	async add(name: string) { await fetch('/add/' + name); }
}`,
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

	allows('assertions in a callback that comes later', {
		'a.test.ts': `
import assert from 'node:assert';
import { createPost } from './api';
it('a', done => {
	createPost('a');
	setTimeout(() => {
		assert.equal(posts.length, 1);
		done();
	}, 10);
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

	const server = `
export class Server {
	async close() { await fetch('http://localhost/stop'); }
}`;

	allows('what a test closes at its end', {
		'a.test.ts': `
import test from 'node:test';
import { Server } from './server';
test('a', t => {
	const server = new Server();
	t.after(() => { server.close(); });
});
test('marked', t => {
	const { close } = new Server();
	t.after(() => { void close(); });
});
test('b', () => {
	const server = new Server();
	server.close();
});`,
		'server.ts': server,
	});

	const nested = (marks = ''): Record<string, string> => ({
		'a.test.ts': `
import test, { after } from 'node:test';
import { Server } from './server';
async function run() {
	const shared = new Server();
	after(() => { ${marks === '' ? 'return ' : ''}shared.close(); });${marks}
	test('a', async t => {
		const server = new Server();
		t.after(() => { server.close(); });
	});
}
run();`,
		'server.ts': server,
	});
	allows('what a test closes at its end that a function defines', nested());
	flags('what the hook of all tests closes that a function defines', nested('\n\t              ~~~~~~~~~~~~~~ the work goes on when the hook is over'));

	const saved = (hook: string, body: string): Record<string, string> => ({
		'a.test.ts': `
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { save } from './save';
const client = { put: vi.fn(), ping: vi.fn() };
describe('saving', () => {
	beforeEach(() => {
${hook}
	});
	it('tells the client', ${body});
});`,
		'save.ts': 'export async function save(client) { if (client.readOnly) return; await client.put(1); await client.ping(); }',
	});
	const dropped = '\t\tsave(client);\n\t\t~~~~~~~~~~~~ the work goes on when the hook is over';
	allows('in a hook what spies are asked for in the tests, as where both stand in one function', saved('\t\tsave(client);', '() => { expect(client.put).toHaveBeenCalledWith(1); }'));
	byDefault.allows('in a hook what spies must not be called for in the tests', saved('\t\tsave(client);', '() => { expect(client.put).not.toHaveBeenCalled(); }'));
	flags('in a hook what the tests ask for otherwise', saved(dropped, '() => { expect(client.put).toHaveBeenCalled(); expect(client.done).toBe(true); }'));
	flags('in a hook where a test takes time', saved(dropped, 'async () => { await save(client); expect(client.put).toHaveBeenCalled(); }'));
	flags('in a hook that goes on', saved(`${dropped}\n\t\tclient.put.mockClear();`, '() => { expect(client.put).toHaveBeenCalled(); }'));

	flags('what a test closes at its end, where the option says so', {
		'a.test.ts': `
import test from 'node:test';
import { Server } from './server';
test('b', () => {
	const server = new Server();
	server.close();
	~~~~~~~~~~~~~~ the work goes on when the test is over
});`,
		'server.ts': server,
	}, { options: { closing: true } });

	flags('what a hook around all tests closes', {
		'a.test.ts': `
import test, { after } from 'node:test';
import { Server } from './server';
const server = new Server();
after(() => {
	server.close();
	~~~~~~~~~~~~~~ the work goes on when the hook is over
});
test('a', () => {});`,
		'server.ts': server,
	});
});

describe('what would wait for itself', () => {
	const server = `export class Server {
	#routes = new Map();
	get(path, handle) { this.#routes.set(path, handle); }
	async close() { await Promise.all([...this.#routes.values()].map(handle => handle())); await fetch('http://localhost/close'); }
}`;

	allows('a server that its own handler closes', {
		'a.test.ts': `
import test from 'node:test';
import { Server } from './server';
test('a', async () => {
	const server = new Server();
	server.get('/', async () => {
		server.close();
		await fetch('http://localhost/other');
	});
	await ask('/');
});`,
		'server.ts': server,
	});

	flags('another server', {
		'a.test.ts': `
import test from 'node:test';
import { Server } from './server';
test('a', async () => {
	const server = new Server();
	const other = new Server();
	server.get('/', async () => {
		other.close();
		~~~~~~~~~~~~~
		await fetch('http://localhost/other');
	});
	await ask('/');
});`,
		'server.ts': server,
	});
});

describe('what a call does before it first waits', () => {
	const test = (calls: string, before = ''): string => `
import test from 'node:test';
import assert from 'node:assert';
import { Queue } from '../src/queue';
${before}
test('a', () => {
	const queue = new Queue();
	const controller = new AbortController();
	${calls}
});`;
	const queue = (body: string): string => `import { List } from './list';
export class Queue {
	#list = new List();
	size = 0;
	get length() { return this.#list.length; }
	${body}
}`;
	const list = 'export class List {\n\titems = [];\n\tget length() { return this.items.length; }\n\tput(item) { this.items.push(item); }\n}';
	const files = (calls: string, body: string): Record<string, string> => ({ 'test/a.test.ts': test(calls), 'src/queue.js': queue(body), 'src/list.js': list });
	const added = 'queue.add(1);\n\tassert.equal(queue.length, 1);';
	const flagged = 'queue.add(1);\n\t~~~~~~~~~~~~ assertions follow\n\tassert.equal(queue.length, 1);';

	allows('a field that is set first', files('queue.add(1);\n\tassert.equal(queue.size, 1);', 'async add(item) { this.size++; await fetch(item); this.size--; }'));
	flags('a field that is set afterwards', files(flagged, 'async add(item) { await fetch(item); this.size++; }'));
	allows('what the executor of a promise does', files(added, 'add(item) { return new Promise(resolve => { this.#list.put(item); fetch(item).then(resolve); }); }'));
	flags('what a callback in it does', files(flagged, 'add(item) { return new Promise(resolve => { fetch(item).then(answer => { this.#list.put(answer); resolve(); }); }); }'));
	allows('what another method does', files(added, 'async add(item) { this.put(item); await fetch(item); }\n\tput(item) { this.#list.put(item); }'));
	allows('what is handed over', files('queue.add(1, controller.signal);\n\tassert.equal(getEventListeners(controller.signal, "abort").length, 1);', 'async add(item, signal) { signal.addEventListener("abort", () => {}); await fetch(item); }'));
	flags('something else', files('const other = new Queue();\n\tqueue.add(1);\n\t~~~~~~~~~~~~ assertions follow\n\tassert.equal(other.length, 0);', 'async add(item) { this.#list.put(item); await fetch(item); }'));
	flags('where something else is waited for then', { ...files('', 'async add(item) { this.#list.put(item); await fetch(item); }'), 'test/a.test.ts': test('queue.add(1);\n\t~~~~~~~~~~~~ something else that takes time\n\tassert.equal(queue.length, 1);\n\tconst answer = await fetch("/");\n\tassert.equal(answer.status, 200);').replace('() => {', 'async () => {') });

	const build = 'export class Build {\n\terror = null;\n\trun(done) { spawn("make").on("close", done); }\n\trebuild() { return new Promise(resolve => { this.run(result => { this.error = result.error; resolve(); }); }); }\n}';
	const rebuilding = (stub: string): string => `
import { expect, test, vi } from 'vitest';
import { Build } from '../src/build';
test('a', () => {
	const build = new Build();
	const callbacks = [];
	${stub}
	build.rebuild();
	callbacks.forEach(callback => callback({ error: 'no' }));
	expect(build.error).toBe('no');
});`;
	allows('what the test lets happen itself', { 'test/a.test.ts': rebuilding(`vi.spyOn(build, 'run').mockImplementation(callback => callbacks.push(callback));`), 'src/build.js': build });
	flags('the same without a stub', { 'test/a.test.ts': rebuilding('').replace('\tbuild.rebuild();', '\tbuild.rebuild();\n\t~~~~~~~~~~~~~~~'), 'src/build.js': build });
});

describe('files that a stream still writes', () => {
	const files = (body: string): string => `
import assert from 'node:assert';
import fs from 'node:fs';
import { once } from 'node:events';
import { finished, pipeline } from 'node:stream';
import request from 'superagent';
import { waitForFile } from './files';
const target = '/tmp/page.txt';
${body}`;

	flags('at the end of what is written', files(`
it('saves', done => {
	const stream = fs.createWriteStream('/tmp/page.txt');
	const req = request.get('/page');
	req.on('end', () => {
		assert.equal(fs.readFileSync('/tmp/page.txt', 'utf8'), 'page');
		             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The file is read while \`stream\` may still write it
		done();
	});
	req.pipe(stream);
});`));

	flags('right after it was ended, under a name of the path', files(`
it('saves', async () => {
	const stream = fs.createWriteStream(target);
	stream.on('error', error => assert.fail(error));
	stream.write('a');
	stream.end();
	assert.equal(await fs.promises.readFile(target, 'utf8'), 'a');
	                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ may still write it
});`));

	flags('right after it was closed', files(`
it('saves', () => {
	const stream = fs.createWriteStream(target);
	stream.write('a');
	stream.close();
	assert.ok(fs.existsSync(target));
	          ~~~~~~~~~~~~~~~~~~~~~ may still write it
});`));

	flags('right after it was closed, by a function that gives a promise instead of calling back', files(`
import { promisify } from 'node:util';
const exists = promisify(fs.exists);
it('saves', async () => {
	const stream = fs.createWriteStream(target);
	stream.write('a');
	stream.close();
	assert.ok(await exists(target));
	                ~~~~~~~~~~~~~~ may still write it
});`));

	allows('of which another function that gives a promise asks nothing', files(`
import { promisify } from 'node:util';
const trim = promisify(fs.truncate);
it('saves', async () => {
	const stream = fs.createWriteStream(target);
	stream.end('a');
	await trim(target);
});`));

	flags('through a class of the project, and by a helper that reads it', {
		'a.test.ts': `
import { strictEqual } from 'node:assert';
import { FileSystem } from './file-system';
import { assertText, temporaryName } from './test-helpers';
it('saves', async () => {
	const target = await temporaryName('a');
	const stream = new FileSystem().createWriteStream(target);
	stream.write('a');
	stream.destroy();
	await assertText(target, 'a');
	      ~~~~~~~~~~~~~~~~~~~~~~~ The file is read while \`stream\` may still write it
});
it('saves another', async () => {
	const [target, other] = [await temporaryName('a'), await temporaryName('b')];
	const stream = new FileSystem().createWriteStream(target);
	stream.end('a');
	await assertText(other, 'b');
});`,
		'file-system.ts': `
import * as fs from 'node:fs';
export class FileSystem {
	createWriteStream(path: string) {
		return fs.createWriteStream(path);
	}
}`,
		'test-helpers.ts': `
import * as assert from 'node:assert';
import { promises as fs } from 'node:fs';
export async function assertText(path: string, expected: string) {
	const text = await fs.readFile(path, 'utf8');
	assert.strictEqual(text, expected);
}`,
	});

	allows('once the stream is done', files(`
it('finish', done => {
	const stream = fs.createWriteStream(target);
	stream.on('finish', () => {
		assert.equal(fs.readFileSync(target, 'utf8'), 'page');
		done();
	});
	request.get('/page').pipe(stream);
});
it('the end of a chain', done => {
	const stream = fs.createWriteStream(target);
	request.get('/page').pipe(stream).on('close', () => {
		assert.equal(fs.readFileSync(target, 'utf8'), 'page');
		done();
	});
});
it('a callback', done => {
	const stream = fs.createWriteStream(target);
	stream.end('a', () => {
		assert.equal(fs.readFileSync(target, 'utf8'), 'a');
		done();
	});
});
it('a callback by name', async () => {
	const stream = fs.createWriteStream(target);
	await new Promise(resolve => { stream.end(resolve); });
	assert.equal(fs.readFileSync(target, 'utf8'), '');
});
it('a callback by name, of its close', async () => {
	const stream = fs.createWriteStream(target);
	await new Promise(resolve => { stream.close(resolve); });
	assert.ok(fs.existsSync(target));
});
it('a promise', async () => {
	const stream = fs.createWriteStream(target);
	stream.end('a');
	await once(stream, 'finish');
	assert.equal(fs.readFileSync(target, 'utf8'), 'a');
});
it('helpers of streams', done => {
	const [one, other] = [1, 2];
	const stream = fs.createWriteStream(target);
	finished(stream, () => {
		assert.equal(fs.readFileSync(target, 'utf8'), 'a');
		done();
	});
	stream.end('a');
});`));

	flags('that is piped into on the spot, and read as a stream in a function that tests call', files(`
async function entriesOf(source) {
	source.pipe(fs.createWriteStream(target));
	const entries = [];
	for await (const entry of fs.createReadStream(target).pipe(parse())) entries.push(entry);
	                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~ The file is read while \`createWriteStream\` may still write it
	return entries;
}
it('saves', async () => { assert.deepEqual(await entriesOf(request.get('/page')), ['a']); });`));

	allows('that is piped into on the spot, when something waits for it', files(`
it('the end of the chain', done => {
	request.get('/page').pipe(fs.createWriteStream(target)).on('finish', () => {
		assert.equal(fs.readFileSync(target, 'utf8'), 'a');
		done();
	});
});
it('a wait for the file', async () => {
	request.get('/page').pipe(fs.createWriteStream(target));
	await waitForFile(target);
	assert.equal(fs.readFileSync(target, 'utf8'), 'a');
});
const text = async (path, size) => {
	for (let round = 0; round < 10; round++) {
		const data = fs.readFileSync(path, 'utf8');
		if (data.length >= size) return data;
		await turn();
	}
};
it('a function that tries again', async () => {
	const stream = fs.createWriteStream(target);
	stream.write('a');
	assert.equal(await text(target, 1), 'a');
});
it('another path', async () => {
	request.get('/page').pipe(fs.createWriteStream(target));
	assert.equal(fs.readFileSync('/tmp/other.txt', 'utf8'), 'a');
});`));

	allows('of another path, and what was read before', files(`
it('saves', () => {
	const before = fs.readFileSync(target, 'utf8');
	const stream = fs.createWriteStream(target);
	stream.end('a');
	assert.equal(before, '');
	assert.equal(fs.readFileSync('/tmp/other.txt', 'utf8'), 'page');
});`));

	allows('what is asked for again and again', files(`
it('saves', async () => {
	const stream = fs.createWriteStream(target);
	stream.end('a');
	while (fs.readFileSync(target, 'utf8') !== 'a') await turn();
});`));
});

describe('an end before the callback', () => {
	const served = (body: string): string => `
import assert from 'node:assert';
import request from 'supertest';
import { app } from './app';
it('answers', done => {${body}
});`;

	flags('whose assertions are made later', served(`
	request(app).get('/').end((error, response) => {
		assert.equal(response.status, 200);
	});
	done();
	~~~~~~ \`done()\` is called here at once, and a callback`));

	flags('that is told of what the request asserts', served(`
	request(app).get('/').expect(202).end(() => {});
	done();
	~~~~~~ \`done()\` is called here at once, and a callback`));
	allows('that is told of what the request asserts, and ends the test', served(`
	request(app).get('/').expect(202).end(() => { done(); });`));

	allows('that makes none, or ends the test itself', served(`
	request(app).get('/').end(() => {});
	done();`));
	allows('that makes its assertions and ends the test', served(`
	if (!app.ready) return done();
	request(app).get('/').end((error, response) => {
		assert.equal(response.status, 200);
		done();
	});`));
});

describe('an end that a timer tells', () => {
	const ended = (head: string, chain: string, end = 'setTimeout(() => { done(); }, 1000);'): string => `
import { expect, test } from '@jest/globals';
import { later } from './later';
test('settles', done => {${head}
	${chain}
	${end}
});`;
	const all = 'Promise.all([later(1), later(2)]).then(values => { expect(values).toEqual([1, 2]); });';
	const told = `${all}\n\t${'~'.repeat(all.length - 1)} Nobody waits for this assertion`;
	allows('when all assertions are counted', ended('\n\texpect.assertions(1);', all));
	allows('when all assertions are counted, and others follow at once', ended('\n\texpect.assertions(2);', `${all}\n\texpect(later.size).toBe(2);`));
	flags('when they are not', ended('', told));
	flags('beside another end', ended('\n\texpect.assertions(1);', told, 'setTimeout(() => { done(); }, 1000);\n\tlater(3).then(() => { done(); });'));
});

describe('a promise that nothing but assertions follows, without the option', () => {
	byDefault.allows('a function of the project, which may do what is asserted before it first waits', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', () => {
	load('1');
	expect(cache.size).toBe(1);
});`,
		'api.ts': api,
	});

	byDefault.flags('an API', `
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
test('a', () => {
	writeFile('a.txt', 'a');
	~~~~~~~~~~~~~~~~~~~~~~~ and assertions follow
	expect(readFileSync('a.txt', 'utf8')).toBe('a');
});`);

	byDefault.flags('the promises of an async callback', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', () => {
	['1', '2'].forEach(async id => { await load(id); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ and assertions follow
	expect(cache.size).toBe(2);
});`,
		'api.ts': api,
	});
});

describe('a function of the file that a test calls', () => {
	flags('what it drops, where it goes on to something else', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost, load } from './api';
async function fill() {
	createPost('a');
	~~~~~~~~~~~~~~~ fill (a.test.ts:5) → createPost (api.ts:2) → fetch), and the test goes on to something else
	await load('1');
}
test('a', async () => {
	await fill();
	expect(cache.size).toBe(1);
});`,
		'api.ts': api,
	});

	flags('what it drops, where the test goes on, or a hook is over', {
		'a.test.ts': `
import { beforeEach, expect, test } from 'vitest';
import { createPost, load } from './api';
const fill = () => {
	createPost('a');
	~~~~~~~~~~~~~~~ and the test goes on to something else
};
function clean() {
	createPost('');
	~~~~~~~~~~~~~~ the work goes on when the hook is over
}
beforeEach(() => { clean(); });
test('a', async () => {
	fill();
	expect(await load('1')).toBe('a');
});`,
		'api.ts': api,
	});

	flags('what it asserts in a chain that it drops', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
function check(id) {
	load(id).then(item => { expect(item).toBe('a'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 
}
test('a', () => {
	check('1');
});`,
		'api.ts': api,
	});

	flags('what a function drops that an object of the file holds', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost, load } from './api';
function createApp() {
	const stop = () => {
		createPost('bye');
		~~~~~~~~~~~~~~~~~ the work goes on when the hook is over
	};
	return { stop };
}
let app;
beforeEach(() => { app = createApp(); });
afterEach(async () => { void app.stop(); });
test('a', async () => {
	expect(await load('1')).toBe('a');
});`,
		'api.ts': api,
	});

	flags('what a function drops that an object of the file holds, which several hooks make anew', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost, load } from './api';
function createApp(options) {
	const stop = () => {
		createPost('bye');
		~~~~~~~~~~~~~~~~~ the work goes on when the hook is over
	};
	return { stop };
}
let app;
describe('as a guest', () => { beforeEach(() => { app = createApp({ user: 'a' }); }); });
describe('as an owner', () => { beforeEach(() => { app = createApp({ user: 'b' }); }); });
afterEach(async () => { void app.stop(); });
test('a', async () => {
	expect(await load('1')).toBe('a');
});`,
		'api.ts': api,
	});

	allows('what it gives back, hands on, or what the test waits for behind it', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { createPost, load } from './api';
function begin() {
	return createPost('a');
}
function start() {
	createPost('a');
}
const Component = () => { load('1'); return null; };
test('a', async () => {
	await begin();
	start();
	await vi.waitFor(() => expect(cache.size).toBe(1));
});
test('b', () => {
	render(Component);
});`,
		'api.ts': api,
	});
});

describe('a list that is awaited', () => {
	flags('for its promises', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await ['1', '2'].forEach(async id => { expect(await load(id)).toBe('a'); });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});
test('b', async () => {
	await Object.keys(ids).map(id => load(id));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ A list of promises (load (api.ts:5) → fetch) is awaited here, which waits for none of them
	expect(cache.size).toBe(2);
});`,
		'api.ts': api,
	});

	flags('of what is read from a file, and of what is written down', {
		'a.test.ts': `
import { beforeEach, expect, test } from 'vitest';
import { load } from './api';
import { ids } from './ids.json';
beforeEach(async () => {
	await ids.known.map(async id => {
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ A list of promises (map(async …)) is awaited
		await load(id);
	});
});
test('a', async () => {
	await [load('1'), load('2')];
	       ~~~~~~~~~ A list of promises (load (api.ts:5) → fetch) is awaited
	                  ~~~~~~~~~ A list of promises (load (api.ts:5) → fetch) is awaited
	expect(cache.size).toBe(2);
});
test('c', async () => {
	await Promise.all([['1', '2'].map(id => load(id))]);
	                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ A list of promises (load (api.ts:5) → fetch) is awaited
	expect(cache.size).toBe(2);
});`,
		'ids.json': '{ "known": ["1"] }',
		'api.ts': api,
	});

	flags('and is mended with `Promise.all`', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await ['1', '2'].map(id => load(id));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ A list of promises
	expect(cache.size).toBe(2);
});`,
		'api.ts': api,
	}, { mends: { 'Await `Promise.all` of the list.': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await Promise.all(['1', '2'].map(id => load(id)));
	expect(cache.size).toBe(2);
});` } });

	allows('that holds what is there at once, that is waited for in whole, or that is of a kind of its own', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	const found = await query();
	await found.map(async item => { await load(item); });
	const readable = await open();
	await readable.forEach(async id => { await load(id); });
	await Promise.all([...found.map(async id => { await load(id); })]);
	await Promise.all([['1'].map(id => id + 1), load('2')]);
	await Promise.all([pages.map(async id => { await load(id); })]);
	await [await load('1'), 2];
	expect(cache.size).toBe(2);
});`,
		'api.ts': api,
	});

	allows('that may wait for them itself, or gives none', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	await cursor.forEach(async id => { expect(await load(id)).toBe('a'); });
	await query().map(id => load(id));
	await Promise.all(['1'].map(id => load(id)));
	await ['1'].map(id => id + 1);
	expect(cache.size).toBe(2);
});`,
		'api.ts': api,
	});
});

describe('turns of `reduce`', () => {
	const turns = (callback: string): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost } from './api';
const createAll = async titles => {
	await titles.reduce(${callback}, Promise.resolve());
${callback.includes('before;') || callback.includes('then') ? '' : `	      ${'~'.repeat(`titles.reduce(${callback}, Promise.resolve())`.length)} all of them begin at once\n`}};
test('a', async () => {
	await createAll(['a', 'b']);
	expect(cache.size).toBe(2);
});`,
		'api.ts': api,
	});

	flags('that nobody waits for', turns('async (before, title) => { await createPost(title); }'));
	flags('whose parameter is left out', turns('async () => { await createPost(\'a\'); }'));
	allows('that are awaited one after the other', turns('async (before, title) => { await before; await createPost(title); }'));
	allows('that are chained', turns('(before, title) => before.then(() => createPost(title))'));
});

describe('a promise that its executor settles', () => {
	const files = (executor: string, mark = ''): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { kept, remember } from './helper';
test('remembers', () => {
	remember('name', 'Ann');
${mark}	expect(kept.get('name')).toBe('Ann');
});`,
		'helper.ts': `export const kept = new Map();
export function remember(key, value) {
	return new Promise((resolve, reject) => {
		${executor}
	});
}`,
	});
	const marked = `\t${'~'.repeat(23)} Nobody waits for this promise\n`;

	flags('later', files(`queueMicrotask(() => { kept.set(key, value); resolve(); });`, marked));
	flags('with another promise', files(`kept.set(key, value); resolve(persist(kept));`, marked));
	flags('or hands on to be settled', files(`kept.set(key, value); if (kept.size > 9) reject(new Error('full')); else persist(kept, resolve);`, marked));
	allows('before it is given back', files(`try { kept.set(key, value); resolve('done'); } catch (error) { reject('not kept'); }`));
	allows('with nothing', files(`kept.set(key, value); resolve();`));
});

describe('a timer that is awaited, though it is no promise', () => {
	flags('where assertions follow', `
import { expect, it } from 'vitest';
it('counts what is under way', async () => {
	await client.publish('a');
	await setTimeout(() => {}, 2000);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~ A timer is no promise
	expect(client.pending()).toBe(0);
});
it('is stopped', async () => {
	await window.setTimeout(async () => { await client.stop(); }, 50);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ A timer is no promise
	expect(client.isOpen).toBe(false);
});`);
	flags('where the assertions are made in it', `
import { setTimeout } from 'node:timers';
import test from 'node:test';
import assert from 'node:assert';
test('is ready', async () => {
	await client.start();
	await setTimeout(() => { assert.ok(client.isReady); }, 20);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ A timer is no promise
});`);
	allows('what is a promise', `
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
const setTimeout = (callback, ms) => new Promise(resolve => globalThis.setTimeout(() => { callback(); resolve(); }, ms));
it('a', async () => {
	await pause(10);
	await setTimeout(() => {}, 10);
	expect(client.pending()).toBe(0);
});`);
	allows('where nothing hangs on it, or the clock stands still', `
import { expect, it, vi } from 'vitest';
it('a', async () => {
	expect(client.pending()).toBe(0);
	await setTimeout(() => { client.stop(); }, 10);
});
it('b', async () => {
	vi.useFakeTimers();
	await setTimeout(() => { client.stop(); }, 10);
	vi.runAllTimers();
	expect(client.pending()).toBe(0);
});`);
});

describe('a timer that calls back after the end of the test', () => {
	flags('and makes assertions', `
import { expect, test, vi } from 'vitest';
test('a', async () => {
	const listener = vi.fn();
	client.onOpen(listener);
	await client.connect();
	setTimeout(() => {
	~~~~~~~~~~~~~~~~~~ The test is over before this timer calls back
		expect(listener).toHaveBeenCalled();
	}, 100);
});`);

	flags('of a package, or given back to the runner, which cannot wait for it', `
import { expect, it } from 'vitest';
import _ from 'lodash';
it('a', () => {
	router.go('/inbox');
	_.defer(() => { expect(router.path).toBe('/inbox'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The test is over before this timer calls back
});
it('b', () => {
	router.go('/inbox');
	return setTimeout(() => { expect(router.path).toBe('/inbox'); }, 5);
	       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The test is over before this timer calls back
});
it('c', () => window.setTimeout(() => { expect(router.path).toBe('/'); }, 5));
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The test is over before this timer calls back
`);

	flags('and gives commands of Cypress, for which the page is looked through', `
it('gives the focus to the drawer', () => {
	cy.get('#open').click();
	setTimeout(() => cy.focused().contains('Close'), 1000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The test is over before this timer calls back
});
it('closes it', () => {
	cy.get('#open').click();
	setTimeout(() => {
	~~~~~~~~~~~~~~~~~~ The test is over before this timer calls back
		cy.get('#close').click();
	}, 500);
});`);

	allows('in the page, of the program that it stands in for, or that is the end of a promise for Cypress', `
it('opens late', () => {
	cy.window().then(win => { win.load = () => setTimeout(() => win.show(), 500); });
	setTimeout(() => { store.cy = 1; }, 500);
	cy.wrap(new Promise(resolve => setTimeout(() => resolve(1), 10))).should('equal', 1);
});`);

	allows('of what gives a promise to wait for, or runs what it is handed at once', `
import { expect, it } from 'vitest';
import _ from 'lodash';
import { defer } from './defer';
it('a', () => defer(() => { expect(router.path).toBe('/inbox'); }));
it('b', () => { _.attempt(() => { expect(router.path).toBe('/inbox'); }); });
it('c', done => { _.defer(() => { expect(router.path).toBe('/inbox'); done(); }); });
it('d', async () => {
	_.defer(() => { expect(router.path).toBe('/inbox'); });
	await router.settled();
});`);

	allows('in a test that a helper hands its context behind what it has made', {
		'test/a.test.js': `const { withServer } = require('./with-server');
withServer('a', function (server, t) {
	server.go();
	setTimeout(() => { t.equal(server.count, 1); t.end(); }, 10);
});`,
		'test/with-server.js': `const test = require('tape');
exports.withServer = (title, run) => test(title, t => { run(start(), t); });`,
	});

	allows('in a test that calls its parameter, for a setup file may make that its end', `
import { expect, test } from 'vitest';
test('a', done => {
	setTimeout(() => { expect(1).toBe(1); done(); }, 10);
});`);

	allows('in a test that waits, that another one ends, or whose clock is fake', `
import { expect, test, vi } from 'vitest';
test('a', async () => {
	let text = '';
	setTimeout(() => { expect(text).toBe('a'); }, 10);
	text = await load();
});
it('b', done => {
	setTimeout(() => { expect(1).toBe(1); done(); }, 10);
});
test('c', () => new Promise(resolve => {
	setTimeout(() => { expect(1).toBe(1); resolve(); }, 10);
}));
test('d', () => {
	vi.useFakeTimers();
	setTimeout(() => { expect(1).toBe(1); }, 10);
	vi.runAllTimers();
});
test('e', () => {
	setTimeout(() => { server.close(); }, 10);
	expect(1).toBe(1);
});`);
});

describe('an assertion that nothing is thrown', () => {
	flags('of a function that gives a promise or drops one', {
		'a.test.ts': `
import assert from 'node:assert';
import { expect, test } from 'vitest';
import { createPost, load } from './api';
test('a', () => {
	expect(() => load('1')).not.toThrow();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion always holds: \`load\` gives a promise (load (api.ts:5) → fetch), so nothing is thrown here
	expect(() => { createPost('a'); }).not.toThrow();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`createPost\` gives a promise (createPost (api.ts:2) → fetch)
	expect(async () => { await load('1'); }).not.toThrow();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails later is seen by nobody
	assert.doesNotThrow(() => load('1'));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails later is seen by nobody
});`,
		'api.ts': api,
	});

	flags('of what the file waits for elsewhere', `
import { connect } from './generated/client';
const shop = connect();
it('a', async () => { await shop.stock(1); });
it('b', async () => { await shop.stock(2); });
it('c', () => {
	expect(() => shop.stock(3)).not.toThrow();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (awaited in line 4), so nothing is thrown here
});`);

	const stop = (caught: string): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { stop } from './api';
test('a', () => {
	expect(() => stop()).not.toThrow();
});`,
		'api.ts': `export async function stop() {
	try {
		if (server === undefined) return;
		await fetch('/stop');
	} catch (error) {
		${caught}
	}
}`,
	});
	allows('of a promise that never fails', stop('console.error(error);'));
	flags('of one that fails after all', Object.fromEntries(Object.entries(stop('throw new Error(error.message);')).map(([file, text]) => [file, text.replace(/(\texpect.*);\n/, (line, claim: string) => `${line}\t${'~'.repeat(claim.length - 1)} fails later is seen by nobody\n`)])));

	const checked = (api: string, others = ''): Case => ({ 'a.test.ts': `
import { Shop } from './shop';
const shop = new Shop();
it('a', () => {
	expect(() => shop.stock('a')).not.toThrow();
});${others}`, 'shop.ts': `import { fetchStock } from './remote';\nimport { check } from './check';\nexport class Shop {\n\t${api}\n}`, 'remote.ts': `export const fetchStock = (id: string) => fetch('/stock/' + id);`, 'check.ts': `export function check(id: string): void {\n\tif (id === '') throw new TypeError('no id');\n}` });
	flags('of one that checks nothing at once', { ...checked('stock(id: string) { return fetchStock(id); }'), 'a.test.ts': `
import { Shop } from './shop';
const shop = new Shop();
it('a', () => {
	expect(() => shop.stock('a')).not.toThrow();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails later is seen by nobody
});` });
	allows('of one that throws at once what it finds wrong', checked(`stock(id: string) { if (id.length > 9) { throw new RangeError(id); } return fetchStock(id); }`));
	allows('of one that calls what throws at once', checked(`stock(id: string) { check(id); return fetchStock(id); }`));
	allows('of one of which the file asserts elsewhere that it throws', checked('stock(id: string) { return fetchStock(id); }', `\nit('b', () => {\n\texpect(() => shop.stock('')).toThrow(TypeError);\n});`));

	allows('of one that is over when it returns, and of a promise', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	expect(() => JSON.parse('1')).not.toThrow();
	await expect(load('1')).resolves.not.toThrow();
	await expect(async () => { await load('1'); }).resolves.not.toThrow();
	expect(() => load('1').catch(() => {})).not.toThrow();
});
it('b', done => {
	expect(() => { createPost('a', () => { done(); }); }).not.toThrow();
});`.replace('{ load }', '{ createPost, load }'),
		'api.ts': api,
	});
});

describe('what comes behind a promise that is dropped', () => {
	flags('a promise of `fs.promises`, which is no wait for another', `
import fs from 'node:fs';
import { promisify } from 'node:util';
import Bluebird from 'bluebird';
import pify from 'pify';
test('a', async () => {
	promisify(fs.writeFile)('a', 'b');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on
	Bluebird.promisify(fs.writeFile)('a', 'b');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on
	pify(fs.writeFile)('a', 'b');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on
	await fs.promises.mkdir('c');
});`);

	flags('an action of Playwright, whose test is the default export, too', `
import test from '@playwright/test';
test.beforeAll(async ({ browser }) => {
	const page = await browser.newPage();
	page.setViewportSize({ width: 10, height: 10 });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on
	await page.click('a');
});
test('a', async ({ page }) => {
	page.click('a');
	~~~~~~~~~~~~~~~ and the test goes on
	await page.click('b');
});`);
});

describe('a function of another file that exists for tests', () => {
	const helpers = (body: string): Case => ({
		'test/support/posts.ts': `
import { createPost, load } from '../../src/api';
export ${body}`,
		'src/api.ts': api,
	});
	const files = (test: string, body: string): Case => ({ 'test/a.test.ts': `
import { beforeEach, expect, test } from 'vitest';
import { fill } from './support/posts';
import { load } from '../src/api';
${test}`, ...helpers(body) });

	flags('where it drops a promise, and the test goes on', files(`
test('a', async () => {
	fill('a');
	~~~~~~~~~ starts work that nobody waits for (fill (test/support/posts.ts:4) → createPost (src/api.ts:2) → fetch)
	expect(await load('1')).toBe('a');
});`, `function fill(title) {
	createPost(title);
}`));

	flags('where it drops a promise, though it waits for another, and the hook is over', files(`
beforeEach(async () => {
	await fill('a');
	      ~~~~~~~~~ starts work that nobody waits for
});
test('a', async () => {
	expect(await load('1')).toBe('a');
});`, `async function fill(title) {
	createPost(title);
	await load(title);
}`));

	for (const [what, body] of [
		['in a list, by an async function for each element', `function fill(titles) {\n\ttitles.split(',').forEach(async title => {\n\t\tawait createPost(title);\n\t});\n}`],
		['in a list that is made of promises', `async function fill(titles) {\n\t[titles].map(title => createPost(title));\n}`],
		['in a list that is awaited', `async function fill(titles) {\n\tawait [titles].map(title => createPost(title));\n}`],
		['in a loop', `function fill(titles) {\n\tfor (const title of [titles]) createPost(title);\n}`],
		['for the first of two', `async function fill(title) {\n\tseedOne(title);\n\tawait seedOne(title);\n}\nasync function seedOne(title) {\n\tawait createPost(title);\n}`],
	] as const) {
		flags(`where it drops promises ${what}`, files(`
test('a', async () => {
	await fill('a');
	      ~~~~~~~~~ starts work that nobody waits for (fill (test/support/posts.ts:
	expect(await load('1')).toBe('a');
});`, body));
	}
	flags('where it drops what it asks of a database that it is handed', {
		'test/a.test.ts': `
import knex from 'knex';
import { expect, test } from 'vitest';
import { fill } from './support/rows';
const db = knex({ client: 'pg' });
test('a', async () => {
	fill(db, [1, 2]);
	~~~~~~~~~~~~~~~~ starts work that nobody waits for (fill (test/support/rows.ts:2) → forEach(async …))
	expect(await db('orders').select('*')).toHaveLength(2);
});`,
		'test/support/rows.ts': `export function fill(db, totals) {\n\ttotals.forEach(async total => {\n\t\tawait db('orders').insert({ total });\n\t});\n}`,
	});
	flags('where it drops what a request behind it is to find', {
		'test/a.test.ts': `
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from '../src/app';
import { fill } from './support/posts';
test('a', async () => {
	fill(['a']);
	~~~~~~~~~~~ starts work that nobody waits for
	const { body } = await request(app).get('/posts').expect(200);
	expect(body).toHaveLength(1);
});`,
		...helpers(`function fill(titles) {\n\ttitles.forEach(async title => {\n\t\tawait createPost(title);\n\t});\n}`),
	});
	allows('that calls what it is handed behind the last, looks again and again, or hands over all', files(`
test('a', async () => {
	fill('a');
	expect(await load('1')).toBe('a');
});`, `function fill(titles, told = () => {}) {
	[titles].forEach(async title => {
		await createPost(title);
		told();
	});
	for (const title of [titles]) {
		if (title === '') createPost(title);
	}
	[titles].forEach(title => {
		note(title);
	});
	[titles].map(title => createPost(title).catch(note));
}`));

	allows('that waits, that gives back what can be waited for, or is marked', files(`
test('a', async () => {
	await fill('a');
	expect(await load('1')).toBe('a');
});`, `function fill(title) {
	if (title === '') createPost(title);
	void createPost(title);
	createPost(title).catch(() => {});
	return createPost(title);
}`));

	allows('behind which the test waits', files(`
test('a', async () => {
	fill('a');
	await vi.waitFor(() => expect(cache.size).toBe(1));
});`, `function fill(title) {
	createPost(title);
}`));

	allows('that is a part of the program', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { fill } from '../src/fill';
import { load } from '../src/api';
test('a', async () => {
	fill('a');
	expect(await load('1')).toBe('a');
});`,
		'src/fill.ts': `import { createPost } from './api';\nexport function fill(title) {\n\tcreatePost(title);\n}`,
		'src/api.ts': api,
	});
});

describe('a page object in front of what is tried again', () => {
	const page = (act: string, mark = ''): Case => ({
		'tests/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { LoginPage } from '../pages/login';
test('signs in', async ({ page }) => {
	const login = new LoginPage(page);
	await login.open();
	${act}
${mark}
	await expect(page).toHaveURL(/home/);
});`,
		'pages/login.ts': `
import type { Locator, Page } from '@playwright/test';
export class LoginPage {
	private readonly submit: Locator;
	constructor(private readonly page: Page) {
		this.submit = page.getByRole('button');
	}
	async open() {
		await this.page.goto('/login');
	}
	async signIn(name) {
		await this.page.getByLabel('Name').fill(name);
		await this.submit.click();
	}
	async hurry(name) {
		await this.page.getByLabel('Name').fill(name);
		this.submit.click();
	}
}`,
	});

	flags('whose promise the test drops', page(`login.signIn('ada');`, `\t~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise (signIn (pages/login.ts:`));
	flags('that drops a promise itself', page(`await login.hurry('ada');`, `\t      ~~~~~~~~~~~~~~~~~~ starts work that nobody waits for (hurry (pages/login.ts:`));
	allows('that waits', page(`await login.signIn('ada');`));
	flags('of the same file', `
import { expect, test } from '@playwright/test';
async function hurry(page) {
	await page.getByLabel('Name').fill('ada');
	page.getByRole('button').click();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise
}
test('signs in', async ({ page }) => {
	await hurry(page);
	await expect(page).toHaveURL(/home/);
});`);
	allows('that only looks', {
		...page('login.look();'),
		'pages/login.ts': `export class LoginPage {\n\tconstructor(private readonly page) {}\n\tasync open() { await this.page.goto('/'); }\n\tasync look() { return await this.page.evaluate(() => 1); }\n}`,
	});
});

describe('user-event without `setup()`', () => {
	const clicks = (version: string, line: string): Case => ({
		'a.test.tsx': `
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
test('opens', async () => {
	render(dialog);
	userEvent.click(screen.getByRole('button'));
${line}	expect(screen.getByText('open')).toBeInTheDocument();
});`,
		'package.json': JSON.stringify({ devDependencies: { '@testing-library/user-event': version } }),
	});

	flags('whose version gives promises', clicks('^14.5.1', '\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ userEvent.click), and assertions follow\n'));
	allows('whose version does not', clicks('^13.5.0', ''));
	allows('whose version nobody tells', clicks('workspace:*', ''));
});

describe('a chain beside the end of a test', () => {
	flags('assertions in a chain of which nothing is known, where another callback calls `done`', `
import assert from 'node:assert';
import { connect } from './generated/client';
it('signs', done => {
	const client = connect();
	const wallet = connect();
	client.inject(payload => {
		client.sign(1).then(signed => {
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (then)
			const { raw } = signed;
			assert.deepEqual(payload.params, [raw]);
		});
	});
	wallet.send(1).on('receipt', () => { done(); });
});`);

	flags('assertions of one request beside another that ends the test', `
import { expect } from 'chai';
it('loads', done => {
	fetch('/a').then(response => { expect(response.status).to.equal(200); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (fetch)
	fetch('/b').then(response => { expect(response.status).to.equal(200); done(); });
});`);

	allows('where the chain ends the test itself, counts for its end, tells another, or hands on its failure', `
import { expect } from 'chai';
import { bus, client } from './generated/client';
it('a', done => { client.load().then(item => { expect(item).to.equal(1); }).then(done, done); });
it('b', done => {
	let left = 2;
	const next = () => { if (--left === 0) done(); };
	client.load().then(item => { expect(item).to.equal(1); next(); });
	client.save().then(() => { next(); });
});
it('c', done => { client.load().then(item => { expect(item).to.equal(1); bus.emit('x'); }); bus.on('x', () => { done(); }); });
it('d', done => { client.load().then(item => { expect(item).to.equal(1); }).catch(done); bus.on('x', () => { done(); }); });
it('e', done => {
	let seen = false;
	client.load().then(item => { expect(item).to.equal(1); seen = true; });
	bus.on('x', () => { if (seen) done(); });
});
it('f', done => {
	client.get('/', (request, response) => { client.load().then(item => { expect(item).to.equal(1); response.end(); }); });
	client.ask('/').on('end', () => { done(); });
});`);

	allows('where the chain ends a test by its parameter, whatever the runner makes of that', {
		'a.test.ts': `
import { expect } from 'chai';
import { test } from 'vitest';
import { load } from './api';
test('a', done => {
	load('1').then(() => done(new Error('no'))).catch(error => {
		expect(error.code).to.equal(1);
		done();
	});
});
test('b', done => { load('1').then(item => { expect(item).to.equal(1); }).then(done, done); });`,
		'api.ts': api,
	});

	allows('where the chain asserts only when it fails, and where the test settles its promises', `
import { expect } from 'chai';
import { bus, client } from './generated/client';
it('a', done => { client.load().catch(error => { expect(error).to.equal(null); }); bus.on('x', () => { done(); }); });
it('b', done => {
	client.load().then(item => { expect(item).to.equal(1); });
	bus.on('x', () => { done(); });
	client.flush();
});`);
});

describe('work that only a callback hears of', () => {
	const work = 'its callback tells nobody when the work is done';

	flags('a file that is written while the test reads it', `
import assert from 'node:assert';
import fs from 'node:fs';
it('writes', () => {
	fs.writeFile('a.txt', 'a', () => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this (writeFile): ${work}
	assert.equal(fs.readFileSync('a.txt', 'utf8'), 'a');
});`);

	flags('folders and files of hooks, whatever the package', `
import { remove } from 'fs-extra';
import rimraf from 'rimraf';
beforeEach(() => { rimraf('out', error => { if (error) throw error; }); });
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this (rimraf): ${work}
afterEach(async () => { remove('out', () => { console.log('gone'); }); });
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this (remove): ${work}
it('a', () => {});`);

	leaves('it without a suggestion, for there is no promise to await', `
import fs from 'node:fs';
afterEach(() => { fs.unlink('a.txt', () => {}); });
it('a', () => {});`);

	allows('what calls back to the test, to a promise or to a counter, what a wait follows, and what works at once', `
import { once } from 'node:events';
import fs from 'node:fs';
import { waitFor } from '@testing-library/dom';
it('a', done => { fs.unlink('a.txt', () => { done(); }); });
it('b', done => { fs.unlink('a.txt', done); });
it('c', async () => { await new Promise(resolve => { fs.writeFile('a.txt', 'a', () => { resolve(); }); }); });
it('d', done => { let left = 2; fs.unlink('a', () => { if (--left === 0) done(); }); fs.unlink('b', () => { if (--left === 0) done(); }); });
it('e', done => { fs.writeFile('a.txt', 'a', () => {}); watcher.on('change', () => { done(); }); });
it('f', async () => { const watcher = fs.watch('.'); fs.writeFile('a.txt', 'a', () => {}); await once(watcher, 'change'); });
it('g', async () => { fs.writeFile('a.txt', 'a', () => {}); await waitFor(() => { expect(fs.existsSync('a.txt')).toBe(true); }); });
it('h', () => { fs.writeFileSync('a.txt', 'a'); expect(fs.existsSync('a.txt')).toBe(true); });
it('i', () => { fs.access('a.txt', () => {}); });`);
});

describe('a promise in a hook that another call ends', () => {
	flags('where that knows nothing of the promise', `
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
const server = createServer();
before(done => {
	mkdir('out');
	~~~~~~~~~~~~ (mkdir): the work goes on when the hook is over
	server.listen(0, done);
});
after(done => {
	rm('out', { recursive: true });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (rm): the work goes on when the hook is over
	server.close(() => { done(); });
});
it('a', () => {});`);

	allows('where that listens, waits, or asks the same thing', `
import { mkdir } from 'node:fs/promises';
import { createClient } from 'redis';
import { helpers, server } from './support';
const redis = createClient();
before(done => { mkdir('out'); server.on('listening', done); });
before(done => { mkdir('out'); setTimeout(done, 100); });
before(done => { mkdir('out'); helpers.waitForReady(done); });
before(done => { mkdir('out').then(() => { server.listen(0, done); }); });
before(done => { redis.connect(); redis.ping(done); });
it('a', done => { mkdir('out'); server.listen(0, done); });`);
});

describe('a callback that ends the suite in the place of the test', () => {
	flags('whose assertions nothing waits for', `
import assert from 'node:assert';
import { announcer } from './announcer';
describe('announcer', done => {
	it('goes', () => {
		announcer.destroy(() => {
		~~~~~~~~~~~~~~~~~~~~~~~~~ The test waits for nothing
			assert.equal(announcer.node, null);
			done();
		});
	});
});`);

	allows('where the test has its own, and a function that the suite is handed from a table', `
import assert from 'node:assert';
import { announcer } from './announcer';
describe('announcer', done => {
	it('goes', done => {
		announcer.destroy(() => {
			assert.equal(announcer.node, null);
			done();
		});
	});
});
describe.each([stop, leave])('announcer', end => {
	it('goes', async () => { await announcer.destroy(() => { end(); assert.equal(announcer.node, null); }); });
});`);
});

describe('a callback that calls a done which nobody declares', () => {
	const stored = (parameter: string, body: string): string => `
import { expect } from 'chai';
import { when } from 'mobx';
import { createStore } from './store';
describe('the store', () => {
	it('loads', ${parameter} => {
		const store = createStore();
${body}
	});
});`;

	flags('whose assertions nothing waits for', stored('()', `
		when(() => store.ready, () => {
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (a callback that calls \`done\`, which nobody declares)
			expect(store.notes).to.have.length(2);
			done();
		});`));

	flags('where the test keeps what gives the callback, too', stored('()', `
		const stop = store.start();
		store.load(() => {
		~~~~~~~~~~~~~~~~~~ The test waits for nothing
			expect(store.notes).to.have.length(2);
			stop();
			done();
		});`));

	allows('one that the test is handed, that the file declares, or that only tells of what must not happen', {
		'a.test.js': `${stored('done', `
		store.load(() => {
			expect(store.notes).to.have.length(2);
			done();
		});`)}
it('loads one', () => {
	const done = () => {};
	createStore().load(() => {
		expect(1).to.equal(1);
		done();
	});
});
it('loads none', () => {
	const store = createStore();
	store.onError(error => {
		expect(error).to.equal(undefined);
		done();
	});
	expect(store.notes).to.have.length(0);
});`,
	});
});

describe('a promise that a test drops while another callback ends it', () => {
	const files = (body: string): Case => ({ 'a.test.ts': `
import { expect } from 'chai';
import { load } from './api';
import { bus, socket } from './generated/client';
it('a', done => {
${body}
});`, 'api.ts': api });

	byDefault.flags('with the option `beside`', files(`	bus.on('open', () => {
		load('1');
		~~~~~~~~~ (load (api.ts:5) → fetch), and a callback of something else ends the test
		socket.ask(() => { done(); });
	});`), { options: { beside: true } });

	byDefault.allows('without it', files(`	bus.on('open', () => {
		load('1');
		socket.ask(() => { done(); });
	});`));

	byDefault.allows('that ends the test itself, that a wait follows, and what is asked of the thing that ends it', files(`	bus.on('open', async () => {
		load('1').then(() => { done(); }, done);
		load('2');
		await socket.opened();
		socket.ask(() => { done(); });
	});
	const begin = async () => { await socket.open(); await socket.open(); };
	socket.open();`), { options: { beside: true } });
});

describe('a hook that does not wait for the callbacks that make its assertions', () => {
	const hook = (body: string, client = ''): Case => ({
		'a.test.js': `
const assert = require('assert');
const http = require('http');
const { send, served } = require('./client');
describe('a', () => {
${body}
	it('b', () => send({ path: '/b' }));
});`,
		'client.js': `const http = require('http');
exports.send = function (options, callback) {
	const request = http.request(options, answer => {
		let body = '';
		answer.on('data', piece => { body += piece; });
		answer.on('end', () => callback(null, body));
	});
	${client}
	request.end();
};
exports.served = (options, answer) => http.createServer((_, response) => answer(response));`,
	});

	byDefault.flags('of a request that a helper sends', hook(`	before(() => {
		send({ method: 'PUT' }, error => { assert.ifError(error); });
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The hook is over before this callback (request)
	});`));
	byDefault.flags('of a request', hook(`	after(() => {
		http.get('/down', answer => { assert.equal(answer.statusCode, 200); });
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The hook is over before
	});`));
	byDefault.allows('where it takes `done`', hook(`	before(done => { send({ method: 'PUT' }, error => { assert.ifError(error); done(); }); });`));
	byDefault.allows('where it gives a promise', hook(`	before(() => new Promise(resolve => { send({ method: 'PUT' }, error => { assert.ifError(error); resolve(); }); }));`));
	byDefault.allows('of a handler, which is called in the tests', hook(`	before(() => { served({}, response => { assert.equal(typeof response.end, 'function'); response.end(); }); });`));
	byDefault.allows('where it asserts something at once', hook(`	before(() => { assert.equal(typeof send, 'function'); send({ method: 'PUT' }, error => { assert.ifError(error); }); });`));
});

describe('an assertion that a helper of another file drops', () => {
	const files = (body: string, form: string): Case => ({
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { Form } from './form';
test('a', async ({ page }) => {
	const form = new Form(page);
	await page.goto('/');
${body}
});`,
		'e2e/form.ts': `import { type Page, expect } from '@playwright/test';
export class Form {
	constructor(readonly page: Page) {}
	async titled(title: string) {
		const found = await this.page.locator('title').textContent();
		expect(found).toBe(title);
	}
	async counts(length: number) { expect([1]).toHaveLength(length); await this.page.waitForTimeout(1); }
	async shown() {
${form}
		await expect(this.page.getByRole('heading')).toBeVisible();
	}
	async opened() { await this.page.click('#open'); await this.shown(); }
}`,
	});
	const own = '\t\tawait this.titled("a");';

	byDefault.flags('behind which it waits for something else', files(`
	await form.shown();
	      ~~~~~~~~~~~~ makes an assertion that nobody waits for (shown (e2e/form.ts:10) → titled`, '\t\tthis.titled("a");'));
	byDefault.flags('further on', files(`
	await form.opened();
	      ~~~~~~~~~~~~~ makes an assertion that nobody waits for (opened`, '\t\tthis.titled("a");'));
	byDefault.flags('and that waits itself', files(`
	await form.shown();
	      ~~~~~~~~~~~~ makes an assertion that nobody waits for`, '\t\texpect(this.page).toHaveTitle("a");'));
	byDefault.flags('and that the test drops, whatever it waits for next', files(`
	form.titled('a');
	~~~~~~~~~~~~~~~~ Nobody waits for this assertion
	await expect(page.getByRole('main')).toBeVisible();`, own));
	byDefault.allows('and that the helper waits for', files('\tawait form.opened();', own));
	byDefault.allows('and that it makes before it waits', files('\tawait form.shown();', '\t\tthis.counts(1);'));
	byDefault.allows('and whose failure it takes', files('\tawait form.shown();', '\t\tthis.titled("a").catch(() => {});'));
	byDefault.allows('and that it joins with others', files('\tawait form.shown();', '\t\tawait Promise.all([this.titled("a"), this.counts(1)]);'));
	byDefault.allows('of a test that something else ends', {
		'a.test.ts': `
import { check } from './helpers';
it('a', done => { check(done); });`,
		'helpers.ts': `export async function check(done: () => void) { const answer = await fetch('/a'); expect(answer.status).toBe(200); done(); }`,
	});
	byDefault.allows('of a test whose context it is handed', {
		'test/a.js': `
const test = require('tape');
const { check } = require('./helpers');
test('a', t => { check(t); });`,
		'test/helpers.js': `exports.check = async t => { const answer = await fetch('/a'); t.equal(answer.status, 200); t.end(); };`,
	});
});

describe('two clients, one of which ends the test, in a callback of it', () => {
	const clients = (first: string, second: string, plan = ''): string => `
const net = require('net');
const { test } = require('tap');
test('a', t => {
	${plan}
	const server = net.createServer(socket => { socket.end('a'); });
	server.listen(0, () => {
		const { port } = server.address();
${first}
		const two = net.createConnection({ port }, () => {
			two.once('data', data => { t.match(data.toString(), /a/); ${second} });
		});
	});
});`;

	byDefault.flags('that makes the assertions of the other', clients(`
		const one = net.createConnection({ port }, () => {
		            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this callback
			one.once('data', data => { t.match(data.toString(), /a/); });
		});`.slice(1), 't.end();'));
	byDefault.allows('when the other has answered', clients(`
		const one = net.createConnection({ port }, () => {
			one.once('data', data => { t.match(data.toString(), /a/); });
		});`.slice(1), `one.once('close', () => t.end());`));
	byDefault.allows('when both have told it', clients(`
		let left = 2;
		const one = net.createConnection({ port }, () => {
			one.once('data', data => { t.match(data.toString(), /a/); left--; });
		});`.slice(1), 't.end();'));
	byDefault.allows('where the plan counts them', clients(`
		const one = net.createConnection({ port }, () => {
			one.once('data', data => { t.match(data.toString(), /a/); });
		});`.slice(1), '', 't.plan(2);'));
});

describe('a step of a test that is written in words', () => {
	byDefault.flags('that drops what is done to a page, an assertion, and what it leaves', {
		'features/step_definitions/a.ts': `
import { createBdd } from 'playwright-bdd';
import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
const { Given, When, Then } = createBdd();
Given('a file', () => {
	writeFile('a.txt', 'a');
	~~~~~~~~~~~~~~~~~~~~~~~ the work goes on when the step is over
});
When('I save', async ({ page }) => {
	page.click('#save');
	~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise
	await page.click('#close');
});
Then('it is saved', async ({ page }) => {
	expect(page.getByRole('status')).toHaveText('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`,
	});
	byDefault.allows('that gives its promise back, one that a callback ends, and commands that Cypress queues', {
		'features/step_definitions/a.js': `
const { Given, When } = require('@badeball/cypress-cucumber-preprocessor');
const { writeFile } = require('node:fs/promises');
Given('a file', () => writeFile('a.txt', 'a'));
Given('two files', function (callback) { writeFile('b.txt', 'b').then(() => callback(), callback); });
When('I save', () => { cy.get('#save').click(); cy.get('#status').should('have.text', 'Saved'); });`,
	});
});

describe('commands of Redis', () => {
	byDefault.flags('behind which a hook goes on', `
import Redis from 'ioredis';
const redis = new Redis();
afterEach(() => {
	redis.keys('a:*').then(keys => redis.del(keys));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the work goes on when the hook is over
});
it('a', async () => { expect(await redis.get('a:1')).toBe(null); });`);
	byDefault.allows('that a hook gives back, and those with a callback', `
import Redis from 'ioredis';
const redis = new Redis();
afterEach(() => redis.keys('a:*').then(keys => redis.del(keys)));
it('a', done => { redis.get('a:1', (error, value) => { expect(value).toBe(null); done(); }); });`);
});

describe('a promise that a helper drops while another callback ends the test', () => {
	const files = (helper: string): Case => ({ 'a.test.ts': `
import { expect } from 'chai';
import { load } from './api';
import { bus } from './generated/client';
it('a', done => {
	bus.on('open', () => { expectOpen(bus, done); });
	bus.on('close', () => { done(); });
});
${helper}`, 'api.ts': `export async function load(id: string, told?: () => void): Promise<string> { const answer = await fetch(id); told?.(); return answer.text(); }` });
	byDefault.flags('with the option `beside`', files(`
function expectOpen(bus, end) {
	load('1');
	~~~~~~~~~ and a callback of something else ends the test
}`), { options: { beside: true } });

	byDefault.allows('and whose callback calls what the helper is handed', files(`
function expectOpen(bus, end) {
	load('1', () => { setTimeout(() => { end(); }, 1); });
}`), { options: { beside: true } });
});

describe('a chain inside the executor of a promise', () => {
	const executor = (then: string): string => `import { expect, test } from 'vitest';
import { load } from './load';
test('a', () => new Promise<void>((resolve, reject) => {
	load().then(data => {
		${then}
	}).catch(error => {
		reject(error);
	});
	expect(state()).toBe('loading');
}));
`;
	const load = { 'load.ts': 'export async function load() { return await fetch("/a"); }' };
	allows('which it settles', { 'a.test.ts': executor('expect(data.ok).toBe(true);\n\t\tresolve();'), ...load });
	flags('which something else settles', { 'a.test.ts': `import { expect, test } from 'vitest';
import { load } from './load';
test('a', () => new Promise<void>(resolve => {
	load().then(data => {
	~~~~~~~~~~~~~~~~~~~~~
		expect(data.ok).toBe(true);
	});
	expect(state()).toBe('loaded');
	resolve();
}));
`, ...load });
});

describe('promises of the web platform', () => {
	const helpers = `
export const send = async event => {
	const answers = watch(event);
	self.dispatchEvent(event);
	await answersOf(event);
};
export const sendAndWaitForAnswer = async event => {
	await send(event);
	return await answers.get(event);
};
export const waitForAnswer = async event => await answers.get(event);
`;

	flags('a write into a cache, and a helper that waits for what it sends itself', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { sendAndWaitForAnswer } from './helpers';
test('a', async () => {
	const cache = await caches.open('pages');
	cache.put('/', new Response('a'));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (caches.open.put), and the test goes on to something else
	const answer = await sendAndWaitForAnswer(new FetchEvent('fetch'));
	expect(answer).toBeDefined();
});`,
		'helpers.ts': helpers,
	});

	allows('a helper that waits for what may have been begun before', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { waitForAnswer } from './helpers';
test('a', async () => {
	const cache = await caches.open('pages');
	cache.put('/', new Response('a'));
	const answer = await waitForAnswer(event);
	expect(answer).toBeDefined();
});`,
		'helpers.ts': helpers,
	});

	flags('what a hook leaves', `
import { beforeEach, expect, test } from 'vitest';
beforeEach(async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	registration.unregister();
	~~~~~~~~~~~~~~~~~~~~~~~~~ when the hook is over
});
test('a', () => { expect(1).toBe(1); });`);

	flags('a write into a store of the browser, with assertions behind it', `
import Dexie from 'dexie';
import { expect, test } from 'vitest';
const db = new Dexie('shop');
test('a', async () => {
	db.items.put({ id: 1 });
	~~~~~~~~~~~~~~~~~~~~~~~ and assertions follow
	expect(seen).toEqual([1]);
});`);

	allows('what the store does in turn, and the test asks it for something after', `
import Dexie from 'dexie';
import { expect, test } from 'vitest';
const db = new Dexie('shop');
test('a', async () => {
	db.items.put({ id: 1 });
	expect(await db.items.toArray()).toEqual([{ id: 1 }]);
});`);

	allows('what one connection to a database does in turn', `
import { expect, test } from 'vitest';
import { Client } from 'pg';
const client = new Client();
test('a', async () => {
	client.query('INSERT INTO users (id) VALUES (1)');
	const { rowCount } = await client.query('SELECT * FROM users');
	expect(rowCount).toBe(1);
});`);

	flags('what a pool of connections does beside', `
import { expect, test } from 'vitest';
import { Pool } from 'pg';
const pool = new Pool();
test('a', async () => {
	pool.query('INSERT INTO users (id) VALUES (1)');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on to something else
	const { rowCount } = await pool.query('SELECT * FROM users');
	expect(rowCount).toBe(1);
});`);
});

describe('a wait that ends in a promise which code makes by hand', () => {
	const files = (store: string, helpers: string): Case => ({
		'src/a.test.ts': `
import { expect, test } from 'vitest';
import { Store } from './store';
import { entriesOf } from '../test/helpers';
test('a', async () => {
	const store = new Store();
	store.push('a');
	const entries = await entriesOf(store);
	expect(entries).toEqual(['a']);
});`,
		'src/store.ts': store,
		'test/helpers.ts': helpers,
	});
	const store = (method: string): string => `
import { open } from './database';
export class Store {
	async push(item: string) {
		const database = await open();
		await database.add(item);
	}
	${method}() {
		return new Promise(resolve => { const request = indexedDB.open('a'); request.onsuccess = () => { resolve(request.result); }; });
	}
}`;

	byDefault.flags('of the program, which is asked for what is there', {
		...files(store('getAll'), 'export const entriesOf = async store => await store.getAll();'),
		'src/a.test.ts': `
import { expect, test } from 'vitest';
import { Store } from './store';
import { entriesOf } from '../test/helpers';
test('a', async () => {
	const store = new Store();
	store.push('a');
	~~~~~~~~~~~~~~~ and the test goes on to something else
	const entries = await entriesOf(store);
	expect(entries).toEqual(['a']);
});`,
	});
	byDefault.allows('of the program, which may wait for work', files(store('nextBatch'), 'export const entriesOf = async store => await store.nextBatch();'));
	byDefault.allows('of a helper for tests', files(store('nextBatch'), `export const getEntries = store => new Promise(resolve => { store.listener = resolve; });\nexport const entriesOf = async store => await getEntries(store);`));
});

describe('the habit of a file with calls that are handed a callback', () => {
	const files = (dropped: string): string => `
import { expect, test } from 'vitest';
import { store } from 'stores';
test('a', async () => { const transaction = await store.transaction(); await transaction.rollback(); });
test('b', async () => { await store.transaction(async () => { one = 1; }); });
test('c', async () => { await store.transaction(async () => { one = 2; }); });
test('d', async () => {
	${dropped}
	expect(seen.count).toBe(0);
});`;

	flags('of which most are awaited', files(`store.transaction(async () => { one = 3; });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (awaited in line 5), and assertions follow`));
	allows('of which none is awaited', `
import { expect, test } from 'vitest';
import { store } from 'stores';
test('a', async () => { const transaction = await store.transaction(); await transaction.rollback(); });
test('b', async () => { const transaction = await store.transaction(); await transaction.rollback(); });
test('d', async () => {
	store.transaction(() => { one = 3; });
	expect(store.size).toBe(0);
});`);
});

describe('a chain that tells the end through something else', () => {
	const files = (tell: string): Case => ({
		'a.test.js': `
const assert = require('assert');
const { latch } = require('./latch');
it('a', done => {
	${tell}
	socket.once('open', tell);
	fetch('/a').then(answer => {
		assert.equal(answer.status, 200);
		tell();
	}, tell);
});`,
	});

	allows('that counts for it', files('const tell = latch(2, done);'));
	allows('that calls it', files('function tell(error) { socket.close(); done(error); }'));
	flags('which has nothing to do with it', { 'a.test.js': `
const assert = require('assert');
const { latch } = require('./latch');
it('a', done => {
	const tell = latch(2, log);
	socket.once('open', done);
	fetch('/a').then(answer => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		assert.equal(answer.status, 200);
		tell();
	}, tell);
});` });
});

describe('a promise whose maker says less', () => {
	const shop = `
let last;
export class Shop {
	client: unknown;
	opened: Promise<void>;
	open(): Promise<void> {
		return this.opened;
	}
	close(): Promise<void> {
		return Promise.resolve();
	}
	static start(): Promise<Shop> {
		return last;
	}
}`;

	flags('a method that gives back what is kept, and whose type says that it is a promise', {
		'a.test.ts': `
import { Shop } from './shop';
it('opens', async () => {
	const shop = new Shop();
	shop.open();
	~~~~~~~~~~~ (open (shop.ts:7) → await)
	await fetch('/stock');
});`,
		'shop.ts': shop,
	});

	allows('one that gives a promise that is settled', {
		'a.test.ts': `
import { Shop } from './shop';
it('closes', async () => {
	const shop = new Shop();
	shop.close();
	await fetch('/stock');
});`,
		'shop.ts': shop,
	});

	flags('a method of what a function gives whose type alone says what that is', {
		'a.test.ts': `
import { Shop } from './shop';
let shop;
beforeEach(async () => {
	shop = await Shop.start();
});
it('opens', async () => {
	shop.open();
	~~~~~~~~~~~ (open (shop.ts:7) → await)
	await fetch('/stock');
});`,
		'shop.ts': shop,
	});

	flags('a method of what a large function gives', {
		'a.test.js': `
import { makeSite } from './site';
let site;
beforeAll(async () => {
	site = await makeSite();
});
it('builds', async () => {
	site.build();
	~~~~~~~~~~~~ (build (site.js:83) → fetch)
	await fetch('/pages');
});`,
		'site.js': `export async function makeSite() {\n${Array.from({ length: 81 }, (_, index) => `\tprepare(${index});`).join('\n')}\n\treturn { build: async () => { await fetch('/build'); } };\n}`,
	});

	flags('a function that gives the promise of its own deferred', {
		'a.test.js': `
import { start } from './remote';
it('starts', async () => {
	start(1);
	~~~~~~~~ (start (remote.js:10) → deferred (remote.js:4) → new Promise)
	await fetch('/members');
});`,
		'remote.js': `
function deferred() {
	let resolve;
	const promise = new Promise(settle => {
		resolve = settle;
	});
	return { promise, resolve };
}
export function start(id) {
	const started = deferred();
	controller.start(id, () => started.resolve());
	return started.promise;
}`,
	});
});

describe('a step of the same thing that comes next', () => {
	const worker = `
export class Worker {
	async pause() {
		await this.connection.pause();
	}
	async getNext() {
		while (!this.ready) await this.connection.ping();
		return this.connection.take();
	}
	async receive() {
		while (!this.ready) await this.connection.ping();
	}
}`;
	const next = (call: string): string => `
import { Worker } from './worker';
it('pauses', async () => {
	const worker = new Worker();
	worker.pause();
	${call}
	expect(worker.jobs).toEqual([]);
});`;

	flags('and that asks again and again, but not by its name for what the first does', { 'a.test.js': next('~~~~~~~~~~~~~~ (pause (worker.js:4) → await), and the test goes on\n\tawait worker.getNext();'), 'worker.js': worker });

	allows('and that takes in what the first sends', { 'a.test.js': next('await worker.receive();'), 'worker.js': worker });
});

describe('a call that the file waits for elsewhere', () => {
	const elsewhere = `
it('adds', async () => {
	await queue.insert('a');
	await queue.insert('b');
	expect(await queue.count()).toBe(2);
});`;

	flags('and not here, though something else is waited for that is not known', `
import { later, queue } from 'some-queue';
it('promotes', async () => {
	queue.insert('c');
	~~~~~~~~~~~~~~~~~ (awaited in line 9)
	await later.promote();
	expect(await queue.count()).toBe(1);
});${elsewhere}`);

	describe.each([
		['where what comes next waits, by its name', 'await worker.untilDone();'],
		['where what comes next takes in what is sent', 'await worker.receive();'],
		['where what comes next ends the thing', 'await worker.close();'],
		['where a promise from before is waited for', 'await processed;'],
	])('and not here, %s', (_, next) => allows('', `
import { queue, worker } from 'some-queue';
it('promotes', async () => {
	queue.insert('c');
	${next}
	expect(seen).toEqual(['c']);
});${elsewhere}`));

	allows('and not here, where it is awaited out of habit', `
let page;
it('adds', async () => {
	await page.locator('#add');
	await page.locator('#name');
	await page.click('#add');
});
it('shows', async () => {
	const title = page.locator('#title');
	await checkThat('it is there');
});`);

	allows('and not here, where it drives what is waited for next', `
import { backend, client } from 'some-mocks';
it('scrolls', async () => {
	backend.flush('/messages');
	await client.scrollback();
	expect(client.length).toBe(1);
});
it('syncs', async () => {
	await backend.flush('/sync');
	await backend.flush('/sync');
	expect(client.length).toBe(2);
});`);
});

describe('assertions that are tried until they hold', () => {
	flags('and that nobody waits for, though the test waits for others', `
import { waitFor } from '@testing-library/react';
it('shows', async () => {
	waitFor(() => { expect(list.length).toBe(1); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (waitFor)
	await waitFor(() => { expect(total).toBe(2); });
});`);
});

describe('an end right behind the work', () => {
	const save = `export const save = () => fetch('/items', { method: 'POST' });`;

	flags('in a callback that ends the test', {
		'a.test.js': `
import { save } from './api';
it('saves', done => {
	store.on('change', () => {
		save();
		~~~~~~ the work goes on when the test is over
		done();
	});
	store.change();
});`,
		'api.js': save,
	});

	flags('in a callback that settles what the test waits for', {
		'a.test.js': `
import { save } from './api';
it('saves', async () => {
	const added = Promise.withResolvers();
	store.listen({
		added: () => {
			save();
			~~~~~~ the test goes on to something else
			added.resolve();
		},
	});
	await added.promise;
	expect(store.size).toBe(1);
});`,
		'api.js': save,
	});

	allows('that waits for it', {
		'a.test.js': `
import { save } from './api';
it('saves', done => {
	store.on('change', () => {
		save().then(() => done(), done);
	});
	store.change();
});
it('counts', done => {
	store.on('change', async () => {
		await save();
		done();
	});
});`,
		'api.js': save,
	});

	allows('of something else, in a branch', {
		'a.test.js': `
import { save } from './api';
it('saves', done => {
	store.on('change', changes => {
		save();
		if (changes.length === 2) done();
	});
	store.change();
});`,
		'api.js': save,
	});
});

describe('an assertion in the place of a function', () => {
	flags('is made at once', `
import { load } from './api';
it('loads', () => {
	return load().then(expect(total).toBe(1));
	                   ~~~~~~~~~~~~~~~~~~~~~ is called at once
});`);

	allows('is no function that makes it', `
import { load } from './api';
const checkThat = total => () => { expect(total).toBe(1); };
it('loads', () => {
	return load().then(() => expect(total).toBe(1)).then(checkThat(total));
});`);
});

describe('a call of a hook that prepares tests', () => {
	const app = `
export const app = {
	async start() {
		await connect();
	},
};
export async function fill() {
	while (rows.length < 3) await insert();
}
export async function untilReady() {
	while (rows.length < 3) await look();
}`;

	flags('beside something else that the hook waits for', {
		'a.test.js': `
import { app, fill } from './app';
beforeEach(async () => {
	app.start();
	~~~~~~~~~~~ (start (app.js:4) → await), and the test goes on
	await fill();
});
it('answers', async () => {
	expect(await app.ask()).toBe(1);
});`,
		'app.js': app,
	});

	allows('that waits, by its name, until it is done', {
		'a.test.js': `
import { app, untilReady } from './app';
beforeEach(async () => {
	app.start();
	await untilReady();
});
it('answers', async () => {
	expect(await app.ask()).toBe(1);
});`,
		'app.js': app,
	});

	allows('but of a test, beside what may wait for it', {
		'a.test.js': `
import { app, fill } from './app';
it('answers', async () => {
	app.start();
	await fill();
	expect(await app.ask()).toBe(1);
});`,
		'app.js': app,
	});
});

describe('a query that is sent when it is awaited', () => {
	const files = (wait: string, mark = ''): Case => ({
		'a.test.ts': `
import knex, { Knex } from 'knex';
import { Index } from './indexes';
let db: Knex;
beforeEach(() => { db = knex({ client: 'pg' }); });
it('makes a table', async () => {
	const index = new Index(db);
	index.init();${mark}
	await ${wait};
	expect(await db.schema.hasTable('notes')).toBe(true);
});`,
		'indexes.ts': `import type { Knex } from 'knex';
import { migrate } from 'migrations';
export class Index {
	constructor(private readonly db: Knex) {}
	async init(): Promise<void> { await migrate(this.db); }
}`,
	});
	const mark = '\n\t~~~~~~~~~~~~ Nobody waits for this promise';

	flags('of the schema', files(`db.schema.createTable('notes', table => { table.increments(); })`, mark));
	flags('of rows', files(`db('notes').insert({ id: 1 })`, mark));

	allows('what something unknown may wait for', files(`other.ready`));
	allows('a call of something unknown', files(`settle(db)`));
});

describe('clean-ups that are handed over apart from each other', () => {
	const closing = { options: { closing: true } };
	const tap = (body: string): string => `import tap from 'tap';
import { Ledger } from '../src/ledger';
tap.test('starts', async (assert) => {
	const ledger = new Ledger();
${body}
	assert.ok(await ledger.start());
});`;
	byDefault.flags('two of one object', tap(`
	assert.teardown(() => ledger.stop());
	assert.teardown(async () => { await ledger.destroy(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Two clean-ups of \`ledger\` are handed over apart`), closing);
	byDefault.allows('one that awaits both, of two objects, and what is over at once', tap(`
	assert.teardown(async () => { await ledger.stop(); await ledger.destroy(); });
	assert.teardown(() => other.stop());
	assert.teardown(() => { ledger.reset(); });`), closing);
	byDefault.allows('two of one object, by default', tap(`
	assert.teardown(() => ledger.stop());
	assert.teardown(() => ledger.destroy());`));
	byDefault.allows('a runner that keeps their order', `import { it, onTestFinished } from 'vitest';
it('starts', async (context) => {
	context.onTestFinished(() => ledger.stop());
	context.onTestFinished(() => ledger.destroy());
});`, closing);
});

describe('an action on a page', () => {
	flags('where an assertion of the runner tries again behind it', `
import { expect, test } from '@playwright/test';
test('saves', async ({ page }) => {
	await page.goto('/');
	page.click('#save');
	~~~~~~~~~~~~~~~~~~~ (page.click), and the test goes on to something else
	await expect(page.locator('#state')).toHaveText('Saved');
});`);

	flags('where an element is waited for behind it', `
import puppeteer from 'puppeteer';
import { test } from 'vitest';
test('saves', async () => {
	const browser = await puppeteer.launch();
	const page = await browser.newPage();
	await page.goto('http://localhost:3000');
	page.click('#save');
	~~~~~~~~~~~~~~~~~~~ (page.click), and the test goes on to something else
	await page.waitForSelector('#saved');
});`);

	flags('that WebdriverIO\'s globals do, where they are awaited as well', {
		'e2e/save.spec.js': `
it('saves', async () => {
	await browser.url('/');
	$('#save').click();
	~~~~~~~~~~~~~~~~~~ ($.click), and the test goes on to something else
	await $('#saved').waitForDisplayed();
});
it('leaves', async () => {
	browser.url('/');
	~~~~~~~~~~~~~~~~ (browser.url), and the test goes on to something else
	await $('#leave').click();
});`,
		'wdio.conf.js': `exports.config = { framework: 'mocha' };`,
		'package.json': `{ "devDependencies": { "@wdio/cli": "9.0.0" } }`,
	});

	allows('that an event is waited for behind, which may come while it runs', `
import { expect, test } from '@playwright/test';
test('downloads', async ({ page }) => {
	await page.goto('/');
	page.click('#download');
	const download = await page.waitForEvent('download');
	expect(download.suggestedFilename()).toBe('a.txt');
});
test('sends', async ({ page }) => {
	await page.goto('/');
	page.click('#send');
	await Promise.all([page.waitForResponse('/send'), page.waitForNavigation()]);
});
test('takes its failure', async ({ page }) => {
	page.goto('/slow').catch(() => {});
	await expect(page.locator('#loading')).toBeVisible();
});`);

	allows('commands that wait by themselves, as they once did', {
		'e2e/save.spec.js': `
it('saves', () => {
	browser.url('/');
	$('#save').click();
	expect($('#state').getText()).toBe('Saved');
});
it('asks a server', async () => {
	browser.url('/');
	$('#save').click();
	const found = await fetchSaved();
	expect(found).toBe(1);
});`,
		'wdio.conf.js': `exports.config = { framework: 'mocha' };`,
		'package.json': `{ "devDependencies": { "@wdio/cli": "6.0.0" } }`,
	});
});

describe('a query that its chain sends', () => {
	flags('by `then`, where nobody waits for the chain', `
import knex from 'knex';
import { beforeEach, expect, test } from 'vitest';
const db = knex({ client: 'pg' });
beforeEach(() => {
	db('users').insert({ id: 1 }).then(() => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the work goes on when the hook is over
});
test('has one', async () => {
	db('users').insert({ id: 2 }).then(ids => { console.log(ids); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the test goes on to something else
	const rows = await db('users').where({ id: 2 });
	expect(rows).toHaveLength(1);
});`);

	allows('not without it, and where its failure is taken', `
import knex from 'knex';
import { beforeEach, expect, test } from 'vitest';
const db = knex({ client: 'pg' });
beforeEach(() => db('users').insert({ id: 1 }).then(() => {}));
test('has one', async () => {
	const query = db('users').insert({ id: 2 });
	await query.then(() => {});
	db('logs').insert({ id: 2 }).then(() => {}, () => {});
	const rows = await db('users').where({ id: 2 });
	expect(rows).toHaveLength(1);
});`);

	flags('a request of Playwright', `
import { expect, test } from '@playwright/test';
test('lists', async ({ page, request }) => {
	request.post('/users', { data: { name: 'Ada' } });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (request.post)
	await page.goto('/users');
	await expect(page.getByRole('row')).toHaveCount(1);
});`);
});

describe('the name of what nobody waits for', () => {
	flags('is the test\'s own for what `setup()` gave', `
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
test('saves', async () => {
	const user = userEvent.setup();
	render(page);
	user.click(screen.getByRole('button'));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (user.click)
	expect(screen.getByText('Saved')).toBeVisible();
});`);
});

describe('what an editor is asked for', () => {
	flags('and nobody waits for', {
		'a.test.ts': `
import * as vscode from 'vscode';
import { strict as assert } from 'node:assert';
test('a', async () => {
	const edit = new vscode.WorkspaceEdit();
	vscode.workspace.applyEdit(edit);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise (workspace.applyEdit), and the test goes on
	await vscode.commands.executeCommand('undo');
	vscode.env.clipboard.writeText('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise
	assert.equal(paste(), 'a');
});`,
	});

	allows('where it is awaited, or a message that nobody closes', {
		'a.test.ts': `
import * as vscode from 'vscode';
import { strict as assert } from 'node:assert';
test('a', async () => {
	vscode.window.showInformationMessage('Start all tests.');
	await vscode.workspace.applyEdit(new vscode.WorkspaceEdit());
	assert.equal(vscode.window.activeTextEditor?.document.getText(), 'a');
});`,
	});
});

describe('an async callback that makes assertions', () => {
	flags('where nothing is waited for behind the call, whatever calls it', {
		'a.test.js': `
describe('saving', () => {
	const self = {};
	it('keeps it', async () => {
		const note = { text: 'a' };
		self.store.create([note], async err => {
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this callback, whoever calls it
			expect(err).toBe(null);
			const saved = await self.load(note.id);
			expect(saved).toEqual(note);
		});
	});
	it('runs inside', async () => {
		await self.ready();
		inside(async () => {
		~~~~~~~~~~~~~~~~~~~~ Nobody waits for this callback, whoever calls it
			const folder = await self.folder();
			expect(cwd()).toBe(folder);
		});
	});
});`,
	});

	allows('where what calls it is awaited, something else is, it asserts at once, or it is kept for later', {
		'a.test.js': `
import { test } from 'node:test';
test('a', async t => {
	await inside(async () => { expect(await load()).toBe(1); });
	inside(async () => { expect(await load()).toBe(1); });
	await told;
});
test('b', async t => {
	t.after(async () => { expect(await load()).toBe(1); });
	store.mockImplementation(async () => { await load(); expect(1).toBe(1); });
	cleanups.push(async () => { await load(); expect(1).toBe(1); });
	server.on('request', async () => { await load(); expect(1).toBe(1); });
	inside(async () => { expect(1).toBe(1); await load(); });
	if (store.isLate) inside(async () => { if (store.isOpen) await store.close(); expect(1).toBe(1); });
});
test('c', () => new Promise(resolve => {
	inside(async () => { expect(await load()).toBe(1); resolve(); });
}));
test('d', (t, done) => {
	inside(async () => { expect(await load()).toBe(1); done(); });
});
test('e', async () => {
	return inside(async () => { expect(await load()).toBe(1); });
});
`,
	});

	allows('where the runner counts assertions, or waits in its own way', {
		'a.test.js': `
import { test } from 'tap';
test('a', t => {
	t.plan(1);
	inside(async () => { t.equal(await load(), 1); });
});`,
		'b.test.js': `
it('a', () => {
	waitsForPromise(async () => { expect(await load()).toBe(1); });
});`,
	});
});

describe('the end of a test at a piece of output', () => {
	flags('of a process, whatever comes behind it', {
		'a.test.js': `
const { spawn } = require('node:child_process');
const assert = require('node:assert');
function run(...flags) {
	return spawn('tool', flags);
}
it('tells its name', done => {
	const child = run('--name');
	child.stderr.on('data', data => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Output comes in as many pieces as the pipe makes of it
		assert.match(String(data), /tool/);
		done();
	});
});
it('is ready', done => {
	const child = run('--serve');
	let output = '';
	child.stdout.on('data', data => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Output comes in as many pieces as the pipe makes of it
		output += data;
		if (output.includes('ready')) done();
	});
});`,
	});

	allows('that is heard once, that nothing follows, or of which a condition picks one', {
		'a.test.js': `
const { spawn } = require('node:child_process');
it('a', done => {
	const child = spawn('tool');
	child.stdout.once('data', () => { done(); });
});
it('b', done => {
	const child = spawn('tool');
	child.stdout.on('data', () => { child.kill(); done(); });
});
it('c', done => {
	const child = spawn('tool');
	let isOver = false;
	child.stdout.on('data', () => { if (!isOver) done(); isOver = true; });
});
it('d', done => {
	const child = spawn('tool');
	let output = '';
	child.stdout.on('data', data => { output += data; });
	child.on('close', () => { expect(output).toBe('a'); done(); });
});
it('e', done => {
	const child = spawn('tool');
	child.stderr.on('data', data => { done(new Error(data)); });
	child.stdout.on('data', data => { if (String(data).includes('ready')) done(); });
});
it('f', done => {
	stream.on('data', data => { expect(data).toBe('a'); done(); });
	stream.write('a');
});`,
	});
});

describe('a promise that is taken for true', () => {
	flags('by an assertion that it is there', {
		'a.test.ts': `
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { load } from './api';
test('a', () => {
	expect(screen.findByText('saved')).not.toBeNull();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks whether a promise (screen.findByText) is there
	expect(load('1')).toBeTruthy();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks whether a promise (load (api.ts:5) → fetch) is there
});`,
		'api.ts': api,
	});

	allows('where it is awaited, or the promise as such is meant', {
		'a.test.ts': `
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { load } from './api';
test('a', async () => {
	expect(await screen.findByText('saved')).not.toBeNull();
	await expect(load('1')).resolves.toBeTruthy();
	expect(load('1')).toBeInstanceOf(Promise);
	expect(find('1')).toBeTruthy();
	expect(load('1').then).toBeTruthy();
	expect(screen.queryByText('saved')).not.toBeNull();
});`,
		'api.ts': api,
	});

	flags('by a function that asks for an answer', {
		'a.test.ts': `
import { test } from 'vitest';
import { load } from './api';
import { until } from './until';
test('a', async () => {
	await until(async () => (await load('1')).ok);
	            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`until\` takes what this gives for the answer
	await until(() => load('1').then(({ ok }) => ok));
	            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`until\` takes what this gives for the answer
});`,
		'until.ts': `
export function until(holds: () => unknown) {
	return new Promise<void>(resolve => {
		const timer = setInterval(() => {
			if (holds()) { clearInterval(timer); resolve(); }
		}, 10);
	});
}`,
		'api.ts': api,
	});

	allows('by one that awaits the answer, hands it on, or gets one that is there', {
		'a.test.ts': `
import { test } from 'vitest';
import { load } from './api';
import { until, tried, counted } from './until';
test('a', async () => {
	await until(async () => (await load('1')).ok);
	await tried(async () => (await load('1')).ok);
	await counted(() => store.size > 1);
});`,
		'until.ts': `
export async function until(holds: () => unknown) {
	while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 10));
}
export async function tried(holds: () => unknown) {
	const answer = holds();
	if (await answer) return;
}
export async function counted(holds: () => unknown) {
	while (!holds()) await new Promise(resolve => setTimeout(resolve, 10));
}`,
		'api.ts': api,
	});
});

describe('what gives a promise by the language, and by programs', () => {
	flags('a module that a hook begins to load', `
const { expect, test } = require('vitest');
beforeEach(() => {
	import('../src/register.mjs');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (import)
});
test('is there', () => {
	expect(globalThis.registered).toBe(true);
});
test('asserts in the chain', () => {
	import('../src/part.mjs').then(({ value }) => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits
		expect(value).toBe(1);
	});
});`);

	allows('a module that is awaited, given back or handed on', `
const { expect, test } = require('vitest');
beforeEach(() => import('../src/register.mjs'));
test('is there', async () => {
	await import('../src/part.mjs');
	const later = () => import('../src/other.mjs');
	expect(await later()).toBeTruthy();
});`);

	flags('a command of a shell, also where something else is run next', `
import { $ } from 'zx';
import { beforeEach, expect, it } from 'vitest';
beforeEach(async () => {
	$\`rm -rf build\`;
	~~~~~~~~~~~~~~~ (
	await $\`mkdir build\`;
});
it('builds', async () => {
	const { stdout } = await $\`node build.js\`;
	expect(stdout).toContain('done');
});`);

	allows('a command of a shell that is awaited, and one that is run at once', `
import { $ } from 'zx';
import { expect, it } from 'vitest';
it('builds', async () => {
	await $\`rm -rf build\`;
	$.sync\`mkdir build\`;
	$.verbose = true;
	expect((await $\`node build.js\`).stdout).toContain('done');
});`);
});

describe('a wait that nobody waits for', () => {
	const helpers = `
export const waitForMember = (group, limit = 5000) => new Promise((resolve, reject) => {
	setTimeout(reject, limit);
	group.on('joined', resolve);
});
export async function waitForTurns(group) {
	while (!(await fetch(group.url)).ok) await fetch(group.url);
}
export const waitForMessages = async list => { while (list.length === 0) await new Promise(resolve => setTimeout(resolve, 5)); };
export const listen = group => new Promise(resolve => group.on('message', resolve));`;
	flags('in front of another one', {
		'a.test.js': `
import { waitForMember, waitForMessages, waitForTurns } from './helpers';
it('sends', async () => {
	await group.start();
	waitForMember(group);
	~~~~~~~~~~~~~~~~~~~~ Nobody waits
	await group.send('a');
	await waitForMessages(group.messages);
	expect(group.messages).toEqual(['a']);
});
it('takes turns', async () => {
	waitForTurns(group);
	~~~~~~~~~~~~~~~~~~~ Nobody waits
	await waitForMessages(group.messages);
});`,
		'helpers.js': helpers,
	});

	allows('one that is awaited later, and what is no wait by its name', {
		'a.test.js': `
import { listen, waitForMember, waitForMessages } from './helpers';
it('sends', async () => {
	const member = waitForMember(group);
	listen(group);
	await group.send('a');
	await member;
	await waitForMessages(group.messages);
	expect(group.messages).toEqual(['a']);
});`,
		'helpers.js': helpers,
	});
});

describe('a step behind it of which nothing is known', () => {
	const next = (step: string, mark = ''): string => `
import { workspace } from 'vscode';
import { handler, waitForIdle } from './handler';
it('inserts', async () => {
	workspace.applyEdit(edit);${mark}
	await ${step};
	assert.equal(text(), 'a');
});`;
	byDefault.flags('with the option `unsure`', next(`handler.press('i')`, `
	~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on to something else`), { options: { unsure: true } });
	byDefault.allows('without it', next(`handler.press('i')`));
	byDefault.flags('with the option, a step that calls what may be a wait', {
		'a.test.ts': next(`press('i')`, `
	~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on to something else`).replace('handler,', 'press,'),
		'handler.ts': `export async function press(key: string) { await updateView(key); }\nasync function updateView(key: string) { await fetch('/view', { method: 'POST', body: key }); }`,
	}, { options: { unsure: true } });
	byDefault.flags('with the option, a step that is handed an event', next(`handler.handleKeyEvent('i')`, `
	~~~~~~~~~~~~~~~~~~~~~~~~~ and the test goes on to something else`), { options: { unsure: true } });
	for (const step of ['waitForIdle()', 'handler.settled()', 'handler.nextEvent()', 'handler.handleEventually()', 'handler.events()', 'handler.close()', 'done']) byDefault.allows(`${step}, which may be a wait`, next(step), { options: { unsure: true } });
});

describe('a callback of something unknown beside the one that ends the test', () => {
	const beside = (mark: string, first: string, second: string): string => `
const assert = require('node:assert');
const { open, close } = require('torrents');
it('has it all', done => {
	open('a', torrent => {
		${first}${mark}
			assert.ifError(error);
			assert.equal(text, 'a');
		});
		${second}
	});
});`;
	const read = `torrent.file.read((error, text) => {`;
	const end = `open('b', other => other.once('done', () => { done(); }));`;
	byDefault.flags('with the option `beside`', beside(`
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ another one ends the test`, read, end), { options: { beside: true } });
	byDefault.allows('without it', beside('', read, end));
	byDefault.allows('one that is no answer', beside('', `torrent.on('piece', text => {
			const error = null;`, end), { options: { beside: true } });
	byDefault.allows('one that is chained to a promise', beside('', `torrent.load().catch(error => { const text = null;`, end), { options: { beside: true } });
	byDefault.allows('one of the same thing', beside('', read, `torrent.file.end(() => { done(); });`), { options: { beside: true } });
	byDefault.allows('one in which the other begins, and one that only closes', `
const assert = require('node:assert');
const { open } = require('torrents');
it('one in the other', done => {
	open('a', torrent => {
		torrent.file.read((error, text) => {
			assert.equal(text, 'a');
			torrent.once('done', () => { done(); });
		});
	});
});
it('closes', done => {
	open('a', torrent => {
		torrent.close(error => { assert.ifError(error); });
		open('b', other => other.once('done', () => { done(); }));
	});
});`, { options: { beside: true } });
});

describe('a callback beside the one that ends a step of the test', () => {
	const stepped = (first: string, second: string, mark = '', runner = 'async.auto'): string => `
const async = require('async');
const assert = require('node:assert');
const { open } = require('torrents');
it('has it all', done => {
	${runner}({
		seed: callback => { open('seed', callback); },
		load: ['seed', (callback, { seed }) => {
			open('a', torrent => {
				${first}${mark}
					if (error) throw error;
					assert.equal(text, 'a');
				});
				${second}
			});
		}],
	}, done);
});`;
	const options = { beside: true };
	const read = `torrent.file.read((error, text) => {`;
	const end = `seed.once('done', () => { callback(null, seed); });`;
	const mark = `\n\t\t\t\t${'~'.repeat(36)} another one ends the test, or this step of it`;
	byDefault.flags('with the option `beside`', stepped(read, end, mark), { options });
	byDefault.allows('without it', stepped(read, end));
	byDefault.allows('that ends only where something has failed', stepped(read, `seed.once('error', error => { callback(error); });`), { options });
	byDefault.allows('that the step ends in as well', stepped(`torrent.file.read((error, text) => { count(callback);`, end), { options });
	byDefault.allows('of the same thing', stepped(read, `torrent.file.close(() => { callback(null, seed); });`), { options });
	byDefault.allows('of what runs no steps', stepped(read, end, '', 'define'), { options });
});

describe('what goes on when a stand-in has ended the test', () => {
	const options = { beside: true };
	const stubbed = (operation: string, mark = '', stand = 'store.log = () => { done(); };'): string => `
const request = require('supertest');
const { app, store, handler } = require('./app');
it('logs', done => {
	${stand}
	${operation}${mark}
});`;
	const save = `store.save({ name: 'a' }, error => { if (error) return done(error); });`;
	byDefault.flags('a call whose callback takes nothing but a failure', stubbed(save, `\n\t${'~'.repeat(save.length - 1)} goes on while the next test runs`), { options });
	const asked = `request(app).get('/none').end();`;
	byDefault.flags('a request whose answer nobody takes', stubbed(asked, `\n\t${'~'.repeat(asked.length - 1)} goes on while the next test runs`, `app.use(handler({ log: told }));\n\tfunction told() { done(); }`), { options });
	byDefault.allows('without the option', stubbed(save));
	byDefault.allows('where the callback ends the test as well', stubbed(`store.save({ name: 'a' }, error => { done(error); });`), { options });
	byDefault.allows('where the callback does something', stubbed(`store.save({ name: 'a' }, error => { if (error) return done(error); told = true; });`), { options });
	byDefault.allows('where the answer ends the test', stubbed(`request(app).get('/none').end(done);`), { options });
	byDefault.allows('an answer of the own', stubbed(`store.response().status(200).end();`), { options });
	byDefault.allows('where a listener ends the test', stubbed(save, '', `store.on('log', () => { done(); });`), { options });
	byDefault.allows('where what comes last begins nothing', stubbed(`${save}\n\tstore.check();`), { options });
});

describe('a variable that one callback sets and another asserts about', () => {
	const options = { beside: true };
	const both = (set: string, assertion: string, mark = ''): string => `
const assert = require('node:assert');
const { agent, store } = require('./app');
it('tells the agent of the error', done => {
	let failure;
	${set}${mark}
	${assertion}
});`;
	const save = `store.save('a', (error, item) => { failure = error; });`;
	const told = `agent.once('trace', trace => { assert.equal(trace.error, failure.name); done(); });`;
	byDefault.flags('with the option `beside`', both(save, told, `\n\t${'~'.repeat(save.length - 1)} sets \`failure\`, and the assertions of another one are about that`), { options });
	byDefault.allows('without it', both(save, told));
	const chain = `store.save('a').then(error => { failure = error; });`;
	byDefault.flags('of a promise that the test drops', both(chain, told, `\n\t${'~'.repeat(chain.length - 1)} sets \`failure\``), { options });
	byDefault.allows('that asks for it first', both(save, `agent.on('trace', trace => { if (failure === undefined) return; assert.equal(trace.error, failure.name); done(); });`), { options });
	byDefault.allows('begun in the other', both(`store.save('a', (error, item) => { failure = error; ${told} });`, ''), { options });
	byDefault.allows('of the same thing', both(save, told.replace('agent', 'store')), { options });
	byDefault.allows('of a handler, which is called on the way', both(`store.on('save', item => { failure = item; });`, told), { options });
	byDefault.allows('that tells of it', both(`store.save('a', error => { failure = error; agent.flush(); });`, told), { options });
	byDefault.allows('that others set as well', both(`failure = new Error('none');\n\t${save.replace('failure = error', 'failure = failure || error')}\n\tagent.on('error', error => { failure = error; });`, told), { options });
	byDefault.allows('behind a wait', both(save, `setTimeout(() => { assert.ok(failure); done(); }, 100);`), { options });
	byDefault.allows('whose variable is its own', both(`store.save('a', error => { let failure; failure = error; });`, told), { options });
});

describe('a copy by streams that nobody has in hand', () => {
	const copied = `fs.createReadStream('fixtures/a.js').pipe(fs.createWriteStream(path));`;
	const mark = `\n\t${'~'.repeat(copied.length - 1)} Nobody can hear when this copy is written`;
	const file = (body: string, hook = ''): string => `
import fs from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { compile } from './compile';
function prepare(path: string, done?: () => void) {
	${body}
	return path;
}
beforeEach(() => {
	${hook}
});
test('compiles', async () => {
	expect(await compile(prepare('build/a.js'))).toBeDefined();
});`;
	byDefault.flags('in a function that the test calls', file(`${copied}${mark}`));
	byDefault.flags('in a hook', file('', `const path = 'a.js';\n\t${copied}${mark}`));
	byDefault.allows('whose end is heard', file(`fs.createReadStream('fixtures/a.js').pipe(fs.createWriteStream(path)).on('finish', () => {});`));
	byDefault.allows('whose stream is kept', file(`const out = fs.createWriteStream(path);\n\tout.on('close', () => {});\n\tfs.createReadStream('fixtures/a.js').pipe(out);`));
	byDefault.allows('from or to something else', file(`fs.createReadStream('fixtures/a.js').pipe(process.stdout);\n\tresponse.pipe(fs.createWriteStream(path));`));
	byDefault.allows('in what tells when it is done itself', file(`${copied}\n\tif (done) poll(path, () => done());`));
	byDefault.allows('in a test, which may wait until the file is there', `
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { changed } from './watch';
test('sees the copy', async () => {
	const path = 'a.js';
	${copied}
	await changed(path);
});`);
});

describe('a hook that says at once that it is over', () => {
	const hook = (mark: string, begun: string, end = 'done();'): string => `
const assert = require('node:assert');
const http = require('node:http');
const { after, before, describe, it } = require('mocha');
describe('server', () => {
	let port;
	before(done => {
		${begun}${mark}
		${end}
	});
	it('has a port', () => { assert.ok(port > 0); });
});`;
	const listen = `http.get('http://localhost:3000/port', response => { port = response.headers.port; });`;
	byDefault.flags('before a callback sets what the tests read', hook(`\n\t\t${'~'.repeat(listen.length - 1)} sets \`port\`, which the tests read`, listen));
	byDefault.allows('in the callback', hook('', `http.get('http://localhost:3000/port', response => { port = response.headers.port; done(); });`, ''));
	byDefault.allows('before a callback sets what no test reads', hook('', listen.replace('port =', 'other =')));
	byDefault.allows('and is told of it in a handler', hook('', `const server = http.createServer((request, response) => { port = request.headers.port; });`));
});

describe('a list that is waited for, and what its callback does not give back', () => {
	const saved = (body: string, behind = '\n\texpect(store.size).toBe(2);'): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost, load } from './api';
test('a', async () => {
	${body}${behind}
});`,
		'api.ts': api,
	});
	flags('in the list of `Promise.all`, with assertions behind it', saved(`await Promise.all(['a', 'b'].map(title => { createPost(title); }));
	                                            ~~~~~~~~~~~~~~~~~ and assertions follow`));
	flags('one that the test gives back', saved(`return Promise.all(['a', 'b'].map(async title => { await load(title); createPost(title); }));
	                                                                      ~~~~~~~~~~~~~~~~~ when the test is over`, ''));
	allows('what it gives back', saved(`await Promise.all(['a', 'b'].map(title => { return createPost(title); }));`));
	allows('what is waited for in it', saved(`await Promise.all(['a', 'b'].map(async title => { await createPost(title); }));`));
	allows('a list that is kept for later', saved(`const posts = ['a', 'b'].map(title => { return createPost(title); });\n\tawait Promise.all(posts);`));
});

describe('a promise that is asked whether it is true, by a list and by a condition', () => {
	const asked = (body: string): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost, load } from './api';
test('a', async () => {
	${body}
});`,
		'api.ts': api,
	});
	flags('the answer of a callback', asked(`expect(['a', 'b'].filter(async id => (await load(id)).ok)).toHaveLength(1);
	                         ${'~'.repeat(31)} \`filter\` takes what this gives for the answer`));
	flags('one that a callback gives back', asked(`const ids = ['a', 'b'];\n\texpect(ids.every(id => load(id))).toBe(true);
	                 ~~~~~~~~~~~~~~ \`every\` takes what this gives for the answer`));
	flags('a condition', asked(`if (!load('a')) await createPost('a');\n\t     ~~~~~~~~~ This asks whether a promise`));
	allows('an answer that is there', asked(`expect(['a', 'b'].filter(id => id !== 'a')).toHaveLength(1);\n\tif (await load('a')) await createPost('a');`));
	allows('what may be no list', asked(`expect(await items.filter(async id => (await load(id)).ok)).toHaveLength(1);\n\titems.find(async id => await load(id));`));
	allows('a promise that may be missing', asked(`const task = items.length > 0 ? load('a') : undefined;\n\tif (task) await task;`));
});

describe('a callback that is called where it is handed over', () => {
	const begun = (line: string, mark = ''): string => `
const assert = require('node:assert');
const http = require('node:http');
const { after, before, describe, it } = require('mocha');
describe('server', () => {
	const server = http.createServer();
	before(done => {
		${line}${mark}
	});
	it('listens', () => { assert.ok(server.listening); });
});`;
	const called = (line: string, call = 'done()'): void => byDefault.flags(line, begun(line, `\n\t\t${' '.repeat(line.indexOf(call))}${'~'.repeat(call.length)} is called here at once`), { mends: { [later]: begun(line.replace(call, `() => ${call}`)) } });
	called('server.listen(0, done());');
	called('setTimeout(done(), 100);');
	called(`server.once('listening', done());`);
	called('return new Promise(resolve => { server.listen(0, resolve()); });', 'resolve()');
	for (const line of ['server.listen(0, done);', 'server.listen(0, () => done());', 'server.listen(0, done.bind(null));', 'store.add(done());', `server.once('listening', handlerOf(done));`]) byDefault.allows(line, begun(line));
});

describe('a callback of a chain inside the list of `Promise.all`', () => {
	flags('that drops a promise', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { createPost, load } from './api';
test('a', async () => {
	await Promise.all([load('a').then(() => { createPost('b'); })]);
	                                          ~~~~~~~~~~~~~~~ and assertions follow
	expect(store.size).toBe(2);
});`,
		'api.ts': api,
	});
});

describe('a promise that a matcher of nobody knows whom is handed', () => {
	const asked = (body: string, more = ''): Case => ({
		'a.test.ts': `
import { expect } from 'chai';
import { createPost, load } from './api';
it('a', async () => {
	await createPost('a');
	${body}
});${more}`,
		'api.ts': api,
	});
	flags('as the last of its test', asked(`expect(createPost('b')).to.failWith('no');\n\t${'~'.repeat(41)} Nobody waits for this assertion`));
	flags('of an `expect` of another package', {
		'a.test.ts': `
import { expect } from '@acme/testing';
import { createPost } from './api';
it('a', async () => {
	await createPost('a');
	expect(createPost('b')).to.revertWith(error('no'));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`,
		'api.ts': api,
	});
	const many = Array.from({ length: 90 }, (_, index) => `\tcheck(${index}, order);`).join('\n');
	flags('about a function that asserts itself, and about one that is long', {
		'a.test.ts': `
import { expect } from 'chai';
import { createPost } from './api';
import { fillAll } from './long';
async function fill(title: string) {
	await createPost(title);
	expect(title).to.equal('b');
}
it('a', async () => {
	await fill('b');
	expect(fill('c')).to.revertWith('no');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});
it('b', async () => {
	await fill('b');
	expect(fillAll('c')).to.revertWith('no');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});`,
		'api.ts': api,
		'long.ts': `import { createPost } from './api';\nexport async function fillAll(order: string) {\n\tawait createPost(order);\n${many}\n}\nfunction check(index: number, order: string) { return index; }`,
	});
	allows('what is waited for, or given back', asked(`await expect(createPost('b')).to.failWith('no');\n\treturn expect(createPost('b')).to.failWith('no');`));
	allows('what is no promise', asked(`expect(load).to.failWith('no');\n\texpect(await load('a')).to.revertWith('no');`));
	allows('what is no matcher', asked(`render(createPost('b')).to.show('no');`));
});

describe('assertions behind what is settled already', () => {
	flags('in a test that waits for nothing', `
import { expect, test } from 'vitest';
import { start } from './app';
test('a', () => {
	const seen = start();
	Promise.resolve().then(() => {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (then)
		expect(seen).toEqual(['a']);
	});
});`);
	allows('in one that gives it back, or is ended behind it', `
import { expect, test } from 'vitest';
import { start } from './app';
test('a', () => {
	const seen = start();
	return Promise.resolve().then(() => { expect(seen).toEqual(['a']); });
});
test('b', async () => {
	const seen = start();
	Promise.resolve().then(() => { expect(seen).toEqual(['a']); });
	await start.over();
});
it('c', done => {
	const seen = start();
	Promise.resolve().then(() => { expect(seen).toEqual(['a']); done(); });
});`);
});

describe('what a contract of Truffle is told', () => {
	const contract = (body: string): string => `
const Ledger = artifacts.require('Ledger');
contract('Ledger', accounts => {
	beforeEach(async function () {
		this.ledger = await Ledger.new();
${body}
	});
	it('adds', async function () {
		await this.ledger.add(accounts[0], 1);
		assert.equal(await this.ledger.sum(), 6);
	});
});`;
	flags('and nobody waits for', contract(`		this.ledger.fill(accounts, 5);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise`));
	allows('in turn', contract(`		await this.ledger.fill(accounts, 5);`));
	allows('with a callback', contract(`		await new Promise(resolve => { this.ledger.fill(accounts, 5, () => resolve()); });`));
});

describe("what a contract of Hardhat's ethers is told", () => {
	const contract = (body: string): string => `
import { expect } from 'chai';
import { ethers } from 'hardhat';
describe('Ledger', () => {
	let ledger;
	beforeEach(async () => {
		const Ledger = await ethers.getContractFactory('Ledger');
		ledger = await Ledger.deploy();
	});
	it('adds', async () => {
		const [ada] = await ethers.getSigners();
${body}
		expect(await ledger.sum()).to.equal(6);
	});
});`;
	flags('and nobody waits for', contract(`		ledger.add(ada.address, 6);
		~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise`));
	flags('by somebody, and nobody waits for', contract(`		ledger.connect(ada).add(ada.address, 6);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise`));
	allows('in turn', contract(`		await ledger.add(ada.address, 6);`));
	allows('of what it tells', contract(`		ledger.on('Added', total => { console.log(total); });
		ledger.removeAllListeners();
		await ledger.add(ada.address, 6);`));
});

describe('what a client of Spectron is told', () => {
	const driven = (body: string): string => `
import { Application } from 'spectron';
const app = new Application({ path: 'app' });
test('signs in', async () => {
	await app.start();
${body}
	await app.client.waitForExist('#list');
	expect(await app.client.getText('#list')).toBe('none');
});`;
	flags('and nobody waits for', driven(`	app.client.$('#sign-in').click();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise`));
	allows('in turn', driven(`	await app.client.$('#sign-in').click();`));
});

describe('what a test says of itself', () => {
	allows('given back by habit, and dropped', `
import { load } from './generated/api';
it('a', function () {
	if (!process.env.A) return this.skip();
	return load('a');
});
it('b', function () {
	if (!process.env.B) return this.skip();
	return load('b');
});
it('c', async function () {
	if (!process.env.C) {
		this.skip();
	}
	await load('c');
});`);
});

describe('a promise that only begins when somebody waits for it', () => {
	const prisma = (body: string): string => `
import { PrismaClient } from '@prisma/client';
import knex from 'knex';
import mongoose from 'mongoose';
const prisma = new PrismaClient();
const db = knex({});
const User = mongoose.model('User');
${body}`;
	flags('in a hook, where it is never done', prisma(`afterEach(async () => {
	prisma.user.deleteMany();
	~~~~~~~~~~~~~~~~~~~~~~~~ is never done
	await prisma.$disconnect();
});
beforeEach(() => {
	db.raw('DELETE FROM users');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ is never done
	User.deleteMany({});
	~~~~~~~~~~~~~~~~~~~ is never done
});
it('a', async () => { expect(await prisma.user.count()).toBe(0); });`));
	const inTest = prisma(`it('a', async () => {
	prisma.user.create({ data: { name: 'a' } });
	await prisma.user.findMany();
});`);
	allows('in a test, which is the same each time', inTest);
	flags('in a test, where that is asked for', inTest.replace('\n\tawait', '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ is never done\n\tawait'), { options: { lazy: true } });
	flags('of which another promise is made', prisma(`it('a', async () => {
	prisma.user.create({ data: { name: 'a' } }).then(() => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ which of them is first is open
	await fetch('/users');
});
const add = async () => { await prisma.user.create({ data: { name: 'a' } }); };
it('b', async () => {
	add();
	~~~~~ which of them is first is open
	await fetch('/users');
});`));

	const unknown = (call: string): string => `
import { createTestClient } from '@acme/testing';
let client;
beforeEach(async () => { client = await createTestClient(); });
it('a', async () => { await client.post.create({ data: { title: 'a' } }); await client.post.store({ title: 'a' }); });
it('b', async () => { await client.post.create({ data: { title: 'b' } }); await client.post.store({ title: 'a' }); });
it('c', async () => {
	${call}
	await fetch('/posts');
});`;
	flags('or not, for all that is known', unknown(`client.post.store({ title: 'c' });\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ which of them is first is open`));
	allows('of a client that is made as that of Prisma is', unknown(`client.post.create({ data: { title: 'c' } });`));
});

describe('a test whose end is hidden', () => {
	const drives = (made: string, mark = ''): Case => ({ 'a.test.js': `
const test = require('tape');
const Replicator = require('./replicator');
test('a', t => {
	const drive = make();
	const r = ${made};
	drive.ready(error => { t.error(error); next(); });${mark}
	setTimeout(() => { t.end(); }, 100);
	function next() { last(); }
	function last() { r.end(); }
});
function make() { return { async ready(call) { await fetch('/drive'); call(); } }; }`, 'replicator.js': `module.exports = class Replicator { constructor(t) { this.t = t; } end() { if (this.t) this.t.end(); } };` });
	allows('in what was made with its context', drives('new Replicator(t)'));
	flags('nowhere', drives('new Replicator(null)', '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the test may be over before it is made'));

	const planned = (made: string, mark = ''): Case => ({ 'a.test.js': `
const assert = require('assert');
const { Plan } = require('./plan');
it('a', done => {
	const plan = ${made};
	load('a').then(text => { assert.equal(text, 'a'); plan.ok(); });${mark}
	setTimeout(() => { done(); }, 100);
});
async function load(name) { await fetch(name); }`, 'plan.js': `exports.Plan = class Plan { constructor(count, end) { this.count = count; this.end = end; } ok() { if (--this.count === 0) this.end(); } };` });
	allows('in what was made with its callback', planned('new Plan(2, done)'));
	flags('in something else', planned('new Plan(2, null)', '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the test may be over before it is made'));
});

describe('a promise of the language beside a framework that drives its own', () => {
	const beside = (framework: string, begin: string, mark = ''): string => `
const framework = require('${framework}');
it('a', function () {
	open();
	${begin}.then(function () { expect(seen).toEqual(['a']); });${mark}
});`;
	const begun = 'Promise.resolve().then(function () { expect(seen).toEqual([\'a\']); })';
	flags('goes on by itself', beside('angular', 'Promise.resolve()', `\n\t${'~'.repeat(begun.length)} the test may be over before it is made`));
	allows('is patched by others', beside('zone.js', 'Promise.resolve()'));
	allows('is no promise of the framework', beside('angular', '$q.resolve()'));
});

describe('what handlers fill, asserted once', () => {
	const hooks = `import { createServer } from 'node:http';
export const received = new Map();
export const names = [];
export const server = createServer((request, response) => {
	received.set(request.url, request.headers);
	names.push(request.url);
	response.end();
});`;
	const child = `const { fork } = require('child_process');
class Child {
	constructor() { this.messages = []; }
	start() {
		const self = this;
		this.process = fork('app.js');
		this.process.on('message', message => { self.messages.push(message); });
	}
	getMessages() { return this.messages; }
}
module.exports = Child;`;
	const ofHooks = (second: string, first = `await waitUntil(() => names.length === 1);\n\tassert.deepEqual(names, ['/a']);`): Case => ({ 'a.test.js': `
import assert from 'node:assert';
import { test } from 'node:test';
import * as all from './hooks.js';
import { names } from './hooks.js';
import { waitUntil } from './wait.js';
test('one', async () => {
	await fetch('/accounts/a', { method: 'POST' });
	${first}
});
test('other', async () => {
	${second}
});`, 'hooks.js': hooks, 'wait.js': `export async function waitUntil(holds) { while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 10)); }` });
	flags('behind a request, where the file waits for it elsewhere', ofHooks(`await fetch('/accounts/b', { method: 'POST' });
	const found = names.filter(name => name === '/b');
	assert.equal(found.length, 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ as line 9 does`));
	flags('behind a wait for something else, in a chain', {
		'test/a.test.js': `
const { expect } = require('chai');
const { retry } = require('./retry');
const Child = require('./child');
const child = new Child();
before(() => child.start());
it('one', () => request('/one').then(() => retry(() => { expect(child.getMessages()).to.have.lengthOf(1); })));
it('other', () => request('/other').then(() => {
	const messages = child.getMessages();
	expect(messages[messages.length - 1]).to.equal('other');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ as line 7 does
}));`,
		'test/child.js': child,
		'test/retry.js': `exports.retry = (attempt, left = 10) => Promise.resolve().then(attempt).catch(error => { if (left === 0) throw error; return exports.retry(attempt, left - 1); });`,
	});
	allows('behind a wait for the same, a wait of which nothing is known, a pause, or nothing', ofHooks(`await fetch('/accounts/b');
	await waitUntil(() => names.length === 2);
	assert.deepEqual(names, ['/a', '/b']);
});
test('b', async () => {
	await fetch('/accounts/b');
	await all.allReady();
	assert.deepEqual(names, ['/a', '/b']);
});
test('c', () => {
	assert.deepEqual(names, ['/a', '/b']);`, `await waitUntil(() => names.length === 1);
	await waitUntil(() => names.includes('/x'));
	await waitUntil(() => names.includes('/y'));
	assert.deepEqual(names, ['/a']);`));
	allows('more often than it is waited for', ofHooks(`await fetch('/accounts/b');
	assert.ok(names.includes('/b'));
});
test('b', async () => {
	await fetch('/accounts/c');
	assert.ok(names.includes('/c'));`));
	allows('where nothing is to be there', ofHooks(`await fetch('/accounts/b');
	assert.equal(names.length, 0);`));
	const filled = (by: string): Case => ({ 'a.test.js': `
import { expect, test, vi } from 'vitest';
import { waitUntil } from './wait';
const names = [];
${by}
test('one', async () => {
	await save('a');
	await waitUntil(() => names.length === 1);
	expect(names).toEqual(['a']);
});
test('other', async () => {
	await save('b');
	expect(names).toContain('b');
});` });
	allows('by a stand-in, or by what the test calls itself', filled(`const save = vi.fn(async name => { names.push(name); });`));
	allows('by a list', filled(`async function save(name) { [name].forEach(each => { names.push(each); }); }`));
	flags('by an emitter', Object.fromEntries(Object.entries(filled(`client.on('saved', name => { names.push(name); });`)).map(([file, text]) => [file, text.replace(/(\texpect\(names\)\.toContain.*)\n/, (line, claim: string) => `${line}\t${'~'.repeat(claim.length - 2)} as line 8 does\n`)])));
});

describe('work whose end is told by events', () => {
	flags('of a hook, and of a test that goes on', `
import { exec, execFile } from 'node:child_process';
import * as child from 'node:child_process';
const names = ['a', 'b'];
before(async () => {
	await exec('make clean');
	      ~~~~~~~~~~~~~~~~~~ no promise (exec)
});
beforeEach(() => {
	child.execFile('redis-cli', ['FLUSHALL']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ goes on beside what follows
	for (const name of names) execFile('dropdb', [name]);
	                          ~~~~~~~~~~~~~~~~~~~~~~~~~~ goes on beside what follows
});
afterEach(() => window.indexedDB.deleteDatabase('notes'));
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ indexedDB.deleteDatabase
after(() => {
	names.forEach(name => { indexedDB.deleteDatabase(name); });
	                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nobody listens
});
it('a', async () => {
	exec('touch a');
	~~~~~~~~~~~~~~~ no promise (exec)
	assert.equal(await list(), 'a');
});`);
	allows('that is heard, or is a promise, or a stand-in, or nothing follows', `
import { exec as run, execSync } from 'node:child_process';
import * as child from 'node:child_process';
import { promisify } from 'node:util';
import sinon from 'sinon';
const exec = promisify(run);
before(async () => {
	await exec('make clean');
	execSync('make');
});
beforeEach(done => {
	run('redis-cli FLUSHALL', done);
});
afterEach(() => new Promise((resolve, reject) => {
	const request = indexedDB.deleteDatabase('notes');
	request.onsuccess = resolve;
	request.onerror = reject;
}));
afterEach(done => {
	indexedDB.deleteDatabase('notes').onsuccess = () => done();
});
it('a', () => {
	expect(1).to.equal(1);
	run('xdg-open report.html');
});
it('b', () => {
	const exec = sinon.stub(child, 'exec');
	child.exec('make');
	expect(exec.called).to.equal(true);
});`);
});

describe('a promise whose failure alone is asserted', () => {
	const written = (handler: string, mark = ''): string => `
const stream = require('somewhere');
const write = async () => { await new Promise(resolve => stream.once('drain', resolve)); stream.end(); };
exports['reads all'] = test => {
	stream.on('end', () => { test.ok(stream.done); test.done(); });
	write().catch(${handler});${mark}
};`;
	const runner = { 'package.json': '{ "devDependencies": { "nodeunit": "0.11" } }' };
	allows('says that there is none', { 'test/a.js': written('error => test.ifError(error)'), ...runner });
	flags('says which it is', { 'test/a.js': written("error => test.equal(error.code, 'ENOENT')", "\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion"), ...runner });
});

describe('a promise that is marked by a chain', () => {
	const drained = (mark: string): string => `
import { expect, it } from 'vitest';
import { connect } from 'somewhere';
const drain = async items => { for await (const item of items) { await item.acknowledge(); } };
it('counts', async () => {
	const items = await connect();
	drain(items)${mark}
	await items.ask('count');
	expect(items.total).toBe(3);
});`;
	allows('which is handed nothing', drained('.then();'));
	flags('by none', drained(';\n\t~~~~~~~~~~~~ Nobody waits for this promise'), { options: { unsure: true } });
	flags('which is handed nothing, on request', drained('.then();\n\t~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise'), { options: { void: true, unsure: true } });
	flags('which is handed something', drained('.then(log);\n\t~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this promise'), { options: { unsure: true } });
});

describe('what a hook replaces on the way of a promise', () => {
	const asking = (replaced: string, mark = ''): Readonly<Record<string, string>> => ({
		'test/a.test.ts': `
import { beforeEach, expect, test, vi } from 'vitest';
import { Client } from '../src/client';
let client: Client;
let connection;
beforeEach(() => {
	client = new Client();
	connection = client.connection;
	${replaced}
});
test('asks', async () => {
	client.rules('first');${mark}
	const answer = await fetch('/rules');
	expect(answer.status).toBe(200);
});`,
		'src/client.ts': `import { Connection } from './connection';
export class Client {
	connection = new Connection();
	rules(name: string): Promise<string[]> {
		return this.connection.ask(name).then(answer => answer.rules);
	}
}`,
		'src/connection.ts': `export class Connection {
	ask(name: string): Promise<{ rules: string[] }> {
		return new Promise((resolve, reject) => {
			request(name, (error, answer) => { error ? reject(error) : resolve(answer); });
		});
	}
}`,
	});

	allows('by what answers at once', asking(`vi.spyOn(connection, 'ask').mockResolvedValue({ rules: [] });`));
	flags('where it only watches', asking(`vi.spyOn(connection, 'ask');`, `\n\t~~~~~~~~~~~~~~~~~~~~~ rules (src/client.ts:5) → ask (src/connection.ts:3) → new Promise`));
	flags('where it replaces something else', asking(`vi.spyOn(connection, 'close').mockReturnValue(undefined);`, `\n\t~~~~~~~~~~~~~~~~~~~~~ rules (src/client.ts:5)`));
});
