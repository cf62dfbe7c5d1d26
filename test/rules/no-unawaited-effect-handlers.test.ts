import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);

describe('a list that a handler fills, behind a wait for another', () => {
	const inbox = (body: string, given = 'two'): string => `
import { expect, test } from 'vitest';
import { waitFor } from './wait';
import { one, two } from './clients';
test('tells both', async () => {
	const first = [];
	const second = [];
	await one.subscribe('news', message => { first.push(message); });
	await ${given}.subscribe('news', message => { second.push(message); });
	await two.publish('news', 'a');
${body}
});`;
	const files = (text: string) => ({ 'test/a.test.ts': text });

	flags('another list', files(inbox(`
	await waitFor(() => second.length === 1);
	expect(second).toEqual(['a']);
	expect(first).toEqual(['a']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Line 12 waits until \`second\` is filled, and nobody waits for \`first\``)));

	flags('its length, the first time', files(inbox(`
	await waitFor(() => second.length === 1);
	expect(first.length).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nobody waits for \`first\`
	expect(first[0]).toBe('a');`)));

	allows('both are waited for', files(inbox(`
	await waitFor(() => first.length + second.length === 2);
	expect(first).toEqual(['a']);`)));

	allows('it was waited for before', files(inbox(`
	await waitFor(() => first.length === 1);
	await waitFor(() => second.length === 1);
	expect(first).toEqual(['a']);`)));

	allows('something else is awaited behind', files(inbox(`
	await waitFor(() => second.length === 1);
	await two.close();
	expect(first).toEqual(['a']);`)));

	allows('the assertion tries again', files(inbox(`
	await waitFor(() => second.length === 1);
	await waitFor(() => expect(first).toEqual(['a']));`)));

	allows('it says that nothing came', files(inbox(`
	await waitFor(() => second.length === 1);
	expect(first).toEqual([]);`)));

	allows('one handler fills both', files(`
import { expect, test } from 'vitest';
import { waitFor } from './wait';
import { one } from './clients';
test('tells both', async () => {
	const first = [];
	const second = [];
	await one.subscribe('news', message => { first.push(message); second.push(message); });
	await waitFor(() => second.length === 1);
	expect(first).toEqual(['a']);
});`));

	allows('the test fills it itself', files(`
import { expect, test } from 'vitest';
import { waitFor } from './wait';
import { one } from './clients';
test('tells both', async () => {
	const first = [];
	const second = [];
	first.push('a');
	await one.subscribe('news', message => { second.push(message); });
	await waitFor(() => second.length === 1);
	expect(first).toEqual(['a']);
});`));

	allows('the handlers are of two kinds', files(inbox(`
	await waitFor(() => second.length === 1);
	expect(first).toEqual(['a']);`).replace('one.subscribe', 'one.tap')));
});

describe('callbacks that are told of a failure, of a call of which nothing is known', () => {
	const options = { callbacks: true };
	const files = (body: string) => ({
		'test/a.test.js': `
import { expect } from 'chai';
import { store } from 'store';
import { Editor } from 'editor';
describe('store', () => {
	it('loads', ${body});
});`,
	});

	flags('which make all assertions of a test that waits for nothing', files(`() => {
		store.load(7, (error, item) => {
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The test waits for nothing, and all its assertions are made in a callback of \`load\`, of which nothing is known
			expect(item.name).to.equal('a');
		});
	}`), { options });

	flags('what a function of the test hands on to one', {
		'test/a.test.js': `
import { expect } from 'chai';
import { Editor } from 'editor';
function open(text, opened) {
	const editor = new Editor();
	editor.load(text, (error, page) => {
		editor.show(page);
		opened(error, page);
	});
}
describe('editor', () => {
	it('shows', () => {
		open('a', () => {
		~~~~~~~~~~~~~~~~~ in a callback of \`load\`, of which
			expect(document.title).to.equal('a');
		});
	});
});`,
	}, { options });

	const shifted = (body: string) => ({
		'test/a.test.js': `
import { expect } from 'chai';
import { Viewer } from '../src/viewer.js';
describe('viewer', () => {
	it('shows', () => {
		new Viewer().read('a', () => {
			expect(document.title).to.equal('a');
		});
	});
});`,
		'src/viewer.js': `
import { parse } from 'markup';
export class Viewer {
	read(text, options, done) {
${body}
	}
}`,
	});
	const told = (files: ReturnType<typeof shifted>) => ({ ...files, 'test/a.test.js': files['test/a.test.js'].replace('\t\t\texpect(', '\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ in a callback of `parse`, of which\n\t\t\texpect(') });

	flags('what the program takes for a later parameter, where one in front of it was left out', told(shifted(`
		if (typeof options === 'function') {
			done = options;
			options = {};
		}
		parse(text, (error, page) => { done(error, page, options); });`)), { options });

	allows('what the program calls at once under the later name', shifted(`
		if (typeof options === 'function') done = options;
		done(null, text);
		parse(text, (error, page) => { this.log(error, page); });`), { options });

	allows('what the program takes for something else', shifted(`
		parse(text, (error, page) => { done(error, page, options); });`), { options });

	allows('where the option is off', files(`() => {
		store.load(7, (error, item) => {
			expect(item.name).to.equal('a');
		});
	}`));

	allows('that end the test', files(`done => {
		store.load(7, (error, item) => {
			expect(item.name).to.equal('a');
			done();
		});
	}`), { options });

	allows('beside an assertion of the test itself', files(`() => {
		let loaded;
		store.load(7, (error, item) => { loaded = item; expect(error).to.equal(null); });
		expect(loaded.name).to.equal('a');
	}`), { options });

	allows('that are told of no failure', files(`() => {
		store.each(item => {
			expect(item.name).to.equal('a');
		});
	}`), { options });

	allows('of a function of the test that calls them at once', {
		'test/a.test.js': `
import { expect } from 'chai';
function load(key, loaded) { loaded(null, { key }); }
describe('store', () => {
	it('loads', () => {
		load(7, (error, item) => {
			expect(item.key).to.equal(7);
		});
	});
});`,
	}, { options });

	allows('under a fake clock', {
		'test/a.test.js': `
import { store } from 'store';
describe('store', () => {
	beforeEach(() => { jest.useFakeTimers(); });
	it('loads', () => {
		store.load(7, (error, item) => {
			expect(item.name).toBe('a');
		});
	});
});`,
	}, { options });
});

describe('a script that a page is sent', () => {
	const spec = (body: string): string => `
import { expect, test } from '@playwright/test';
const scroll = (page, to) => page.evaluate(to => { window.scrollTo(0, to); }, to);
test('a', async ({ page }) => {
	await page.goto('/');
	${body}
	await expect(page.locator('.top')).toBeVisible();
});`;
	allows('is there before what the page is asked next', spec('page.evaluate(() => { window.scrollTo(0, 0); });'));
	allows('in a helper, too', spec('scroll(page, 200);'));
	allows('by a helper whose calls are awaited elsewhere, in front of another helper of the page', {
		'a.spec.ts': `
import { test } from '@playwright/test';
import { expectPosition, scroll } from './support';
test('a', async ({ page }) => {
	await scroll(page, 100);
	await expectPosition(page, 100);
	await scroll(page, 0);
	await expectPosition(page, 0);
});
test('b', async ({ page }) => {
	scroll(page, 200);
	await expectPosition(page, 200);
});`,
		'support.ts': `
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
export function scroll(page: Page, to: number) { return page.evaluate(to => window.scrollTo(0, to), to); }
export async function expectPosition(page: Page, at: number) { await expect(async () => expect(await page.evaluate(() => scrollY)).toBe(at)).toPass(); }`,
	});
	flags('but not one that waits for its element', spec(`page.locator('.more').evaluate(element => { element.click(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.locator.evaluate`));
	flags('nor a click', spec(`page.click('.more');
	~~~~~~~~~~~~~~~~~~~ page.click`));
});

describe('what a mocked service is told, right behind the act of a user', () => {
	const edited = (body: string, verb = 'put'): string => `
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, test, vi } from 'vitest';
import { Editor } from './editor';
const server = setupServer();
let saved;
const listen = () => {
	server.use(http.${verb}('/notes/:id', async ({ request, params }) => {
		saved = { id: params.id, note: await request.json() };
		return HttpResponse.json({});
	}));
	return userEvent.setup();
};
test('saves', async () => {
	const user = listen();
	render(<Editor />);
${body}
});`;
	const files = (text: string) => ({ 'src/editor.test.tsx': text });

	flags('a variable that its handler sets', files(edited(`
	await user.click(await screen.findByRole('button', { name: 'Save' }));
	expect(saved.note).toEqual({ title: 'a' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The handler of \`http.put\` fills \`saved\`, and nobody waits for the event after user.click`)));

	flags('a part of it, behind several acts', files(edited(`
	await user.type(screen.getByRole('textbox'), 'a');
	await user.click(screen.getByRole('button', { name: 'Save' }));
	const { id } = saved;
	expect(id).toBe('7');
	~~~~~~~~~~~~~~~~~~~~ fills \`saved\``)));

	flags('a spy that its handler calls', files(edited(`
	const told = vi.fn();
	server.use(http.post('/notes', async ({ request }) => { told(await request.json()); return HttpResponse.json({}); }));
	await user.click(screen.getByRole('button', { name: 'Save' }));
	expect(told).toHaveBeenCalledWith({ title: 'a' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The handler of \`http.post\` fills \`told\``)));

	allows('where something was waited for since the first act, by whatever', files(edited(`
	await user.click(screen.getByRole('button', { name: 'Save' }));
	await screen.findByText('Saved');
	await user.click(screen.getByRole('button', { name: 'Close' }));
	expect(saved.id).toBe('7');`)));

	allows('where the assertion is tried again', files(edited(`
	await user.click(screen.getByRole('button', { name: 'Save' }));
	await waitFor(() => expect(saved.id).toBe('7'));
	expect(saved.note).toEqual({ title: 'a' });`)));

	allows('that it was told nothing', files(edited(`
	await user.click(screen.getByRole('button', { name: 'Close' }));
	expect(saved).toBeUndefined();`)));
	allows('what it is told of a request that the component sends by itself', files(edited(`
	await user.click(screen.getByRole('button', { name: 'Open' }));
	expect(saved.id).toBe('7');`, 'get')));
});

describe('several of what comes one by one, behind a wait for fewer', () => {
	const heard = (body: string, given = ''): string => `
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { connect } from './feed';
import { waitFor } from './wait';
test('tells all', async () => {
	const feed = await connect();
	const seen = [];
	const told = vi.fn();
	feed.on('item', item => { seen.push(item); });
	feed.on('item', told);${given}
${body}
});`;
	const files = (text: string) => ({ 'test/a.test.ts': text });

	flags('a wait for any of them', files(heard(`
	await waitFor(() => expect(seen.length).toBeGreaterThan(0));
	expect(seen).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Line 13 waits for fewer of what comes to \`seen\` than this asks for`)));

	flags('a condition', files(heard(`
	await waitFor(() => seen.length >= 2);
	expect(seen.map(each => each.id)).toEqual([1, 2, 3]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ than this asks for`)));

	flags('one of them, and it is not the last', files(heard(`
	await waitFor(() => expect(seen).toContain('a'));
	expect(seen).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ than this asks for`)));

	flags('a spy that was called', files(heard(`
	await vi.waitFor(() => expect(told).toHaveBeenCalled());
	expect(told).toHaveBeenCalledTimes(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ what comes to \`told\``)));

	flags('the second of them', files(heard(`
	await waitFor(() => seen.length);
	expect(seen[1]).toBe('b');
	~~~~~~~~~~~~~~~~~~~~~~~~~ than this asks for`)));

	flags('the event, once', files(heard(`
	await once(feed, 'item');
	expect(seen).toHaveLength(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Line 13 waits for fewer`)));

	flags('a handler that settles the promise when it is first called', files(`
import { expect, test } from 'vitest';
import { connect } from './feed';
test('tells all', async () => {
	const feed = await connect();
	const seen = [];
	await new Promise(resolve => feed.on('item', item => { seen.push(item); resolve(); }));
	expect(seen).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Line 7 waits for fewer
});`));

	allows('a handler that settles the promise when there are enough', files(`
import { expect, test } from 'vitest';
import { connect } from './feed';
test('tells all', async () => {
	const feed = await connect();
	const seen = [];
	await new Promise(resolve => feed.on('item', item => { seen.push(item); if (seen.length === 2) resolve(); }));
	expect(seen).toEqual(['a', 'b']);
});`));

	allows('a wait for as many', files(heard(`
	await waitFor(() => expect(seen).toHaveLength(2));
	expect(seen).toEqual(['a', 'b']);`)));

	allows('a wait for the last', files(heard(`
	await waitFor(() => expect(seen).toContain('b'));
	expect(seen).toEqual(['a', 'b']);`)));

	allows('a wait for what may be the last', files(heard(`
	await waitFor(() => expect(told).toHaveBeenCalledWith('b'));
	expect(told).toHaveBeenCalledTimes(2);`)));

	allows('a wait for something else as well', files(heard(`
	await waitFor(() => { expect(seen.length).toBeGreaterThan(0); expect(feed.isOver).toBe(true); });
	expect(seen).toEqual(['a', 'b']);`)));

	allows('the event as often', files(heard(`
	await once(feed, 'item');
	await once(feed, 'item');
	expect(seen).toHaveLength(2);`)));

	allows('another event, perhaps the end', files(heard(`
	await once(feed, 'end');
	expect(seen).toHaveLength(2);`)));

	allows('what the test tells of itself comes at once', files(heard(`
	const first = once(feed, 'item');
	feed.emit('item', 'a');
	feed.emit('item', 'b');
	await first;
	expect(seen).toHaveLength(2);`)));

	allows('the test brings the others itself in between', files(heard(`
	await waitFor(() => expect(told).toHaveBeenCalledTimes(1));
	feed.tell('b');
	expect(told).toHaveBeenCalledTimes(2);`)));

	allows('one of them', files(heard(`
	await waitFor(() => expect(told).toHaveBeenCalled());
	expect(told).toHaveBeenCalledTimes(1);`)));

	allows('a list that is asked for as a whole', files(`
import { expect, test } from 'vitest';
import { waitFor } from './wait';
import { rows } from './rows';
test('shows all', async () => {
	let shown = rows();
	await waitFor(() => { shown = rows(); expect(shown.length).toBeGreaterThan(0); });
	expect(shown).toEqual(['a', 'b']);
});`));

	allows('a fake clock', files(heard(`
	await vi.waitFor(() => expect(told).toHaveBeenCalled());
	expect(told).toHaveBeenCalledTimes(2);`, `
	vi.useFakeTimers();`)));
});

describe('a callback of a program, a stream or a database', () => {
	const test = (imports: string, body: string, done = ''): Record<string, string> => ({
		'test/a.test.js': `const assert = require('node:assert');
${imports}
it('answers', ${done === '' ? '()' : done} => {
${body}
});`,
		'package.json': '{ "devDependencies": { "mocha": "11.0.0" } }',
	});

	flags('a stream that is read to its end', test(`const fs = require('node:fs');`, `
	let text = '';
	const file = fs.createReadStream('a');
	file.on('data', piece => { text += piece; });
	file.on('end', () => { assert.equal(text, 'a'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The test waits for nothing, and all its assertions are made later, in callbacks (createReadStream.on)`));

	flags('what a program writes', test(`const { spawn } = require('node:child_process');`, `
	const child = spawn('ls');
	child.stdout.on('data', piece => { assert.match(String(piece), /a/); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ made later, in callbacks (spawn.stdout.on)`));

	flags('a query', test(`const { Pool } = require('pg');`, `
	new Pool().query('select 1 as one', (error, { rows }) => { assert.equal(rows[0].one, 1); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ made later, in callbacks (Pool.query)`));

	flags('a query in what is run at once', test(`const { Database } = require('sqlite3');`, `
	const db = new Database(':memory:');
	db.serialize(() => {
		db.get('select 1 as one', (error, row) => { assert.equal(row.one, 1); });
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ made later, in callbacks (Database.get)
	});`));

	flags('a document that is saved and read again', test(`const mongoose = require('mongoose');
const User = mongoose.model('User', new mongoose.Schema({ name: String }));`, `
	const user = new User({ name: 'a' });
	user.save(() => User.findById(user.id, (error, found) => { assert.equal(found.name, 'a'); }));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ made later, in callbacks (Model.save)`));

	flags('an end that does not wait for it', test(`const crypto = require('node:crypto');`, `
	crypto.scrypt('a', 'b', 8, (error, key) => { assert.equal(key.length, 8); });
	done();
	~~~~~~ \`done()\` is called here at once, and a callback (scrypt) makes its assertions later`, 'done'));

	allows('one that ends the test', test(`const crypto = require('node:crypto');`, `
	crypto.scrypt('a', 'b', 8, (error, key) => { assert.equal(key.length, 8); done(); });`, 'done'));

	allows('one that settles what the test gives back', test(`const { Database } = require('sqlite3');`, `
	const db = new Database(':memory:');
	return new Promise(resolve => db.get('select 1 as one', (error, row) => { assert.equal(row.one, 1); resolve(); }));`));

	allows('the runner is told what to wait for', {
		'test/a.test.js': `const { spawn } = require('node:child_process');
it('answers', () => {
	let isOver = false;
	spawn('ls').on('close', code => { expect(code).toBe(0); isOver = true; });
	waitsFor(() => isOver);
});`,
		'package.json': '{ "devDependencies": { "jasmine-node": "1.14.0" } }',
	});

	allows('the same without a callback gives a promise, or is done at once', test(`const crypto = require('node:crypto');`, `
	const key = crypto.scryptSync('a', 'b', 8);
	assert.equal(key.length, 8);`));
});

describe('what one end of a connection sets, behind the end of the other', () => {
	const closing = (body: string, handler = "socket.on('close', () => { ended += 1; });", given = 'async () =>'): Record<string, string> => ({
		'test/a.test.js': `const assert = require('node:assert');
const { once } = require('node:events');
const { Server, WebSocket } = require('ws');
const { until } = require('./until');
it('ends', ${given} {
	let ended = 0;
	const server = new Server({ port: 0 });
	server.on('connection', socket => { ${handler} });
	const client = new WebSocket('ws://localhost:' + server.address().port);
${body}
});`,
		'package.json': '{ "devDependencies": { "mocha": "11.0.0" } }',
	});

	flags('the close of the client', closing(`
	await once(client, 'open');
	client.close();
	await once(client, 'close');
	assert.equal(ended, 1);
	~~~~~~~~~~~~~~~~~~~~~~ The handler of \`close\` fills \`ended\`, and nobody waits for the event after once of \`close\``));

	flags('in the handler of the client', closing(`
	client.on('open', () => client.close());
	client.on('close', () => {
		assert.equal(ended, 1);
		~~~~~~~~~~~~~~~~~~~~~~ nobody waits for the event after on('close')
		done();
	});`, undefined, 'done =>'));

	allows('it is waited for', closing(`
	client.on('open', () => client.close());
	await until(() => ended === 1);
	await once(client, 'close');
	assert.equal(ended, 1);`));

	allows('it is waited for behind', closing(`
	client.on('open', () => client.close());
	await once(client, 'close');
	await until(() => ended === 1);
	assert.equal(ended, 1);`));

	allows('the server closes it', closing(`
	await once(client, 'close');
	assert.equal(ended, 1);`, "socket.on('close', () => { ended += 1; }); socket.close();"));

	allows('what the server has heard before it answered', closing(`
	await once(client, 'message');
	assert.equal(ended, 1);`, "socket.on('message', () => { ended += 1; socket.send('a'); });"));

	allows('it says that it has not ended', closing(`
	await once(client, 'close');
	assert.equal(ended, 0);`));

	allows('the handler of the server itself', closing(`
	client.on('open', () => client.close());`, "socket.on('close', () => { ended += 1; assert.equal(ended, 1); done(); });", 'done =>'));
});
