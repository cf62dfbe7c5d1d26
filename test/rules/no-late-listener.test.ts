import { describe } from 'vitest';

import rule from '../../rules/no-late-listener.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, leaves, allows } = casesOf('no-late-listener', rule);
const first = 'Begin to wait before, and await the promise after.';

function page(body: string): string {
	return `import { expect, test } from '@playwright/test';
test('a', async ({ page, context }) => {
	await page.goto('/');
	await expect(page.locator('h1')).toBeVisible();
${body}
});`;
}

function node(body: string): string {
	return `import { once } from 'node:events';
import { test } from 'vitest';
import { connect, open, server, worker } from './things';
test('a', async () => {
${body}
});`;
}

describe('pages', () => {
	flags('a response that is waited for after the click', page(`
	await page.click('#save');
	await page.waitForResponse('/api/save');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when page.click is over`), {
		mends: { [first]: page(`
	const response = page.waitForResponse('/api/save');
	await page.click('#save');
	await response;`) },
	});

	flags('a request, a window and a navigation', page(`
	await page.getByRole('button').click();
	const request = await page.waitForRequest(/api/);
	                      ~~~~~~~~~~~~~~~~~~~~~~~~~~ waitForRequest
	await page.locator('a').press('Enter');
	const popup = await context.waitForEvent('page');
	                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await popup.reload();
	await page.keyboard.press('Enter');
	await page.waitForNavigation();
	      ~~~~~~~~~~~~~~~~~~~~~~~~`), {
		mends: { [first]: page(`
	const requestPromise = page.waitForRequest(/api/);
	await page.getByRole('button').click();
	const request = await requestPromise;
	await page.locator('a').press('Enter');
	const popup = await context.waitForEvent('page');
	await popup.reload();
	await page.keyboard.press('Enter');
	await page.waitForNavigation();`) },
	});

	flags('several that are waited for together', page(`
	await page.reload();
	await Promise.all([page.waitForResponse('/a'), page.waitForResponse('/b')]);
	                   ~~~~~~~~~~~~~~~~~~~~~~~~~~
	                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	flags('the click of a page object, and the wait of a helper', {
		'e2e/a.spec.ts': `
import { test } from '@playwright/test';
import { Login } from './pages/login';
import { saved } from './helpers';
test('a', async ({ page }) => {
	const login = new Login(page);
	await login.submit();
	await saved(page);
	      ~~~~~~~~~~~ submit (e2e/pages/login.ts:6)
	await login.submitAndWait();
	      ~~~~~~~~~~~~~~~~~~~~~
});`,
		'e2e/pages/login.ts': `import type { Page } from '@playwright/test';
export class Login {
	constructor(private readonly page: Page) {}
	async submit() {
		await this.page.fill('#name', 'a');
		await this.page.click('#submit');
	}
	async submitAndWait() {
		await this.submit();
		await this.page.waitForResponse('/login');
	}
}`,
		'e2e/helpers.ts': `import type { Page } from '@playwright/test';
export const saved = (page: Page) => page.waitForResponse('/api/save');`,
	});

	flags('Puppeteer', `
import puppeteer from 'puppeteer';
test('a', async () => {
	const browser = await puppeteer.launch();
	const page = await browser.newPage();
	await page.click('#next');
	await page.waitForNavigation();
	      ~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	allows('waits that begin before', page(`
	const saved = page.waitForResponse('/api/save');
	await page.click('#save');
	await saved;
	await Promise.all([page.waitForNavigation(), page.click('#next')]);
	const [popup] = await Promise.all([context.waitForEvent('page'), page.click('#open')]);
	await page.click('#a');
	const [request] = await Promise.all([page.waitForRequest('/b'), page.click('#b')]);`));

	allows('waits for what stays so', page(`
	await page.click('#next');
	await page.waitForURL('/next');
	await page.waitForSelector('#done');
	await page.waitForLoadState();
	await page.locator('#done').waitFor();`));

	allows('waits that another trigger follows or that run beside it', page(`
	await page.click('#next');
	const saved = page.waitForResponse('/api/save');
	await page.click('#save');
	await saved;
	await page.click('#c');
	page.click('#d');
	await page.waitForResponse('/d');
	void fetchSoon();
	await page.waitForEvent('websocket');`));

	allows('where the state is looked at first', page(`
	await page.click('#next');
	if (!(await page.isVisible('#done'))) await page.waitForResponse('/api');
	await expect(page.locator('#polling')).toBeVisible();
	await page.waitForResponse('/poll');`));

	allows('another page', `
import { test } from '@playwright/test';
test('a', async ({ context }) => {
	const one = await context.newPage();
	const other = await context.newPage();
	await one.click('#send');
	await other.waitForEvent('console');
});`);

	allows('another page of those that an object holds', `
import { test } from '@playwright/test';
const pages = {};
test('a', async ({ context }) => {
	pages.one = await context.newPage();
	pages.other = await context.newPage();
	await pages.one.click('#send');
	await pages.other.waitForEvent('console');
});`);
});

describe('what stands in a `try`', () => {
	const tried = (end: string, marks = ''): string => `
describe('users', () => {
	it('are loaded', () => {
		try {
			cy.visit('/users');
			cy.intercept('/api/users').as('users');${marks}
			cy.wait('@users');
		} ${end}
	});
});`;
	const mark = '\n\t\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~ @users';
	flags('with an end alone', tried('finally { done = true; }', mark));
	flags('that throws again', tried('catch (error) {\n\t\t\tconsole.log(error);\n\t\t\tthrow error;\n\t\t}', mark));
	allows('that goes on', tried('catch (error) { console.log(error); }'));
	allows('that throws again what it does not know', tried("catch (error) {\n\t\t\tif (error.code === 'x') return;\n\t\t\tthrow error;\n\t\t}"));
});

describe('emitters', () => {
	flags('events that bear the name of the method', node(`
	await server.close();
	await once(server, 'closed');
	      ~~~~~~~~~~~~~~~~~~~~~~ when server.close is over
	await worker.openDevTools();
	await new Promise(resolve => worker.once('devtools-opened', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ devtools-opened`), {
		mends: { [first]: node(`
	const closed = once(server, 'closed');
	await server.close();
	await closed;
	await worker.openDevTools();
	await new Promise(resolve => worker.once('devtools-opened', resolve));`) },
	});

	flags('a promise that is kept and awaited at once', node(`
	await server.close();
	const closed = once(server, 'closed');
	               ~~~~~~~~~~~~~~~~~~~~~~
	console.log('closing');
	await closed;`), {
		mends: { [first]: node(`
	const closed = once(server, 'closed');
	await server.close();
	console.log('closing');
	await closed;`) },
	});

	flags('behind what is awaited by a name', node(`
	const closing = server.close();
	await closing;
	const closed = once(server, 'closed');
	               ~~~~~~~~~~~~~~~~~~~~~~ when server.close is over
	await closed;`));

	flags('what is set going, and something else is awaited before', node(`
	worker.kill();
	await store.close();
	await once(worker, 'exit');
	      ~~~~~~~~~~~~~~~~~~~~ when worker.kill is over
	socket.send('hello');
	await store.open();
	await once(socket, 'message');
	      ~~~~~~~~~~~~~~~~~~~~~~~ \`message\` when send is over`));

	allows('what is set going right before', node(`
	worker.kill();
	await once(worker, 'exit');
	socket.send('hello');
	await once(socket, 'message');
	socket.send('hello');
	await store.open();
	await once(socket, 'close');`));

	flags('the close of a child process, which comes in the turn of its exit', `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
it('a', async () => {
	const child = spawn('ls');
	await once(child, 'exit');
	await once(child, 'close');
	      ~~~~~~~~~~~~~~~~~~~~ when once is over
});`, { mends: { [first]: `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
it('a', async () => {
	const child = spawn('ls');
	const close = once(child, 'close');
	await once(child, 'exit');
	await close;
});` } });

	flags('an emitter that gives promises itself', node(`
	await server.close();
	await server.once('closed');
	      ~~~~~~~~~~~~~~~~~~~~~ when server.close is over`));

	flags('a wait in an async function that is called on the spot, or in a chain', `
import { once } from 'node:events';
it('a', done => {
	(async () => {
		await server.close();
		await once(server, 'closed');
		      ~~~~~~~~~~~~~~~~~~~~~~ is over, and by then it may have happened
		done();
	})();
});
it('b', () => new Promise(resolve => {
	(async () => {
		await server.close();
		await once(server, 'closed');
		      ~~~~~~~~~~~~~~~~~~~~~~ is over, and by then it may have happened
		resolve();
	})();
}));
it('c', () => {
	return server.close().then(() => once(server, 'closed'));
	                                 ~~~~~~~~~~~~~~~~~~~~~~ is over, and by then it may have happened
});`);

	allows('a wait beside an async function that is called on the spot, and in a chain that nobody waits for', `
import { once } from 'node:events';
it('a', async () => {
	(async () => { await server.close(); })();
	await once(server, 'closed');
});
it('b', async () => {
	server.ready().then(() => server.close());
	await once(server, 'closed');
});`);

	const twice = (wait: string): string => node(`
	socket.send('hello');
	await once(socket, 'message');
	${wait}`);
	allows('other events one after the other, and the same one twice', twice(`await once(socket, 'message');
	await once(socket, 'close');
	await once(socket, 'end');`));
	flags('the same event twice, where the option says so', twice(`await once(socket, 'message');
	      ~~~~~~~~~~~~~~~~~~~~~~~ only when the one before it has come`), { options: { again: true } });
	allows('the same event of another object, or behind something else', twice(`await once(other, 'message');
	socket.send('again');
	await once(socket, 'message');`), { options: { again: true } });

	flags('work that is set going for each of a list', `
import { Queue, Worker } from 'bullmq';
it('a', async () => {
	const queue = new Queue('mails');
	const worker = new Worker('mails', async () => {});
	await Promise.all(['a', 'b'].map(name => queue.add(name, {})));
	await new Promise(resolve => worker.on('drained', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when queue.add is over
});`);

	allows('a promise that is kept while something else is done', node(`
	await server.close();
	const closed = once(server, 'closed');
	await connect();
	await closed;
	await worker.add('a');
	const added = new Promise(resolve => worker.on('added', resolve));
	worker.resume();
	await added;`));

	flags('a queue and the worker of the same name', {
		'a.test.ts': `
import { Queue, Worker } from 'bullmq';
import { beforeEach, it } from 'vitest';
import { after } from 'lodash';
let queue: Queue;
let name: string;
beforeEach(async () => {
	name = \`q-\${process.pid}\`;
	queue = new Queue(name);
});
it('a', async () => {
	const worker = new Worker(name, async () => {});
	await worker.waitUntilReady();
	const job = await queue.add('test', {});
	await new Promise<void>(resolve => {
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when queue.add is over
		worker.on('completed', after(4, () => resolve()));
	});
});`,
	});

	const named = (name: string, mark = ''): string => `
import { Queue, Worker } from 'bullmq';
import { beforeEach, it } from 'vitest';
let queue: Queue;
let other: Queue;
let worker: Worker;
beforeEach(() => {
	queue = new Queue('q-' + process.pid);
	other = new Queue('o-' + process.pid);
});
it('a', async () => {
	worker = new Worker(${name}, async () => {});
	await queue.add('test', {});
	await new Promise<void>(resolve => { worker.on('completed', () => resolve()); });${mark}
});`;
	flags('a worker that is made with the name of its queue', named('queue.name', `
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when queue.add is over`));
	allows('a worker that is made with the name of another queue', named('other.name'));

	flags('a queue of the project that a hook makes', {
		'a.test.ts': `
import { beforeEach, it } from 'vitest';
import { Queue, Worker } from './classes';
let queue: Queue;
let name: string;
beforeEach(async () => {
	name = \`q-\${process.pid}\`;
	queue = new Queue(name, {});
});
it('a', async () => {
	const worker = new Worker(name, async () => {});
	await queue.add('test', {});
	await new Promise<void>(resolve => { worker.on('active', () => resolve()); });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'classes.ts': `import { EventEmitter } from 'node:events';
export class Queue extends EventEmitter { constructor(name, options) { super(); } async add(name, data) { this.emit('waiting'); } }
export class Worker extends EventEmitter { constructor(name, run) { super(); } }`,
	});

	flags('a helper of another file', {
		'a.test.ts': `
import { test } from 'vitest';
import { nextEvent } from './support';
import { Bus } from './bus';
test('a', async () => {
	const bus = new Bus('a');
	await bus.publish('x');
	await nextEvent(bus, 'message');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~ bus.publish
});`,
		'support.ts': `export function nextEvent(emitter, event) {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('late')), 1000);
		emitter.once(event, value => { clearTimeout(timer); resolve(value); });
	});
}`,
		'bus.ts': `import { EventEmitter } from 'node:events';
export class Bus extends EventEmitter { async publish(text) { await 0; this.emit('message', text); } }`,
	});

	leaves('where something stands between', node(`
	await server.close();
	console.log('closing');
	await once(server, 'close');`));

	allows('what is not awaited before', node(`
	worker.kill();
	await once(worker, 'exit');
	server.close();
	await once(server, 'close');`));

	allows('waits that begin before', node(`
	const closed = once(server, 'close');
	await server.close();
	await closed;
	const done = new Promise(resolve => worker.once('completed', resolve));
	await worker.add('a');
	await done;`));

	allows('other objects and events of another name', node(`
	await server.close();
	await once(worker, 'close');
	await connect();
	await once(worker, 'ready');
	await server.listen(0);
	await once(server, 'connection');`));

	allows('a call that an assertion is given, and a promise that was taken before', node(`
	await server.load('/a');
	const started = once(server, 'started');
	server.restart();
	await started;
	await once(server, 'loaded');
	await worker.load('/a');
	expect(execute(worker)).toBe(true);
	await once(worker, 'loaded');`).replace("{ test }", "{ expect, test }"));

	allows('a worker that is made after', `
import { Queue, Worker } from 'bullmq';
import { it } from 'vitest';
it('a', async () => {
	const queue = new Queue('a');
	await queue.add('test', {});
	const worker = new Worker('a', async () => {});
	await new Promise(resolve => worker.on('completed', resolve));
});`);

	allows('a trigger inside, an answer that is there already, and what follows', node(`
	await server.start();
	await new Promise(resolve => {
		server.once('started', resolve);
		server.restart();
	});
	await server.close();
	if (!server.closed) await once(server, 'close');
	await worker.publish('a');
	worker.flush();
	await once(worker, 'published');`));

	allows('work that is put off', `
import { Queue, Worker } from 'bullmq';
import { it } from 'vitest';
it('a', async () => {
	const queue = new Queue('a');
	const worker = new Worker('a', async () => {});
	await queue.add('test', {}, { attempts: 2, backoff: { type: 'fixed', delay: 1000 } });
	await new Promise(resolve => worker.on('completed', resolve));
});`);

	allows('queues of other names', `
import { Queue, Worker } from 'bullmq';
import { it } from 'vitest';
it('a', async () => {
	const [queue, worker] = [new Queue('a'), new Worker('b', async () => {})];
	await queue.add('test', {});
	await new Promise(resolve => worker.on('completed', resolve));
});`);
});

describe('Cypress', () => {
	flags('a route behind the visit and behind a click', {
		'cypress/e2e/a.cy.js': `
describe('users', () => {
	it('are loaded', () => {
		cy.visit('/users');
		cy.intercept('/api/users').as('users');
		~~~~~~~~~~~~~~~~~~~~~~~~~~ when \`cy.visit\` has sent
		cy.wait('@users');
		cy.get('#save').click();
		cy.intercept('POST', '/api/users').as('save');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ cy.click
		cy.wait(['@save']);
	});
});`,
	});

	flags('a route whose address has a name', {
		'cypress/e2e/a.cy.js': `
const USERS = '/api/users';
const ALIAS = '@users';
it('are loaded', () => {
	cy.visit('/users');
	cy.intercept(USERS).as('users');
	~~~~~~~~~~~~~~~~~~~ when \`cy.visit\` has sent
	cy.wait(ALIAS);
});`,
	});

	flags('a visit in a hook', {
		'cypress/e2e/a.cy.js': `
describe('users', () => {
	beforeEach(() => { cy.visit('/users'); });
	it('are loaded', () => {
		cy.intercept('/api/users').as('users');
		~~~~~~~~~~~~~~~~~~~~~~~~~~
		cy.wait('@users').its('response.statusCode').should('eq', 200);
	});
});`,
	});

	allows('routes before the visit, for a later action, and without a wait', {
		'cypress/e2e/a.cy.js': `
describe('users', () => {
	it('are loaded', () => {
		cy.intercept('/api/users').as('users');
		cy.visit('/users');
		cy.wait('@users');
		cy.intercept('POST', '/api/users').as('save');
		cy.get('#save').click();
		cy.wait('@save');
		cy.intercept('/other').as('other');
		cy.login();
		cy.wait('@other');
		cy.intercept('/none');
	});
});`,
	});
});

describe('the same event of two things that were begun beside each other', () => {
	const inTest = (body: string): string => `
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { watch } from 'chokidar';
const ready = watcher => new Promise((resolve, reject) => { watcher.on('error', reject); watcher.on('ready', resolve); });
const open = path => { const watcher = watch(path); all.push(watcher); return watcher; };
test('a', async () => {
${body}
});`;

	flags('sockets, and begins to wait for both in its suggestion', inTest(`
	const one = io('/one');
	const two = io('/two');
	await once(one, 'connect');
	await once(two, 'connect');
	      ~~~~~~~~~~~~~~~~~~~~ only when something else that was begun beside has told of its own
	expect(two.id).not.toBe(one.id);`), { mends: { 'Begin to wait before, and await the promise after.': inTest(`
	const one = io('/one');
	const two = io('/two');
	const connect = once(two, 'connect');
	await once(one, 'connect');
	await connect;
	expect(two.id).not.toBe(one.id);`) } });
	flags('watchers of helpers, by a helper', inTest(`
	const one = open('a');
	const two = open('b');
	await ready(one);
	await ready(two);
	      ~~~~~~~~~~ for \`ready\` only when
	expect(two.getWatched()).toEqual({});`));
	flags('instances of a class of the project', {
		'a.test.ts': `
import { once } from 'node:events';
import { Client } from './client';
test('a', async () => {
	const one = new Client(1);
	const two = new Client(2);
	await new Promise(resolve => one.once('ready', resolve));
	await new Promise(resolve => two.once('ready', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ for \`ready\` only when
});`,
		'client.ts': `import { EventEmitter } from 'node:events'; export class Client extends EventEmitter { constructor(readonly id: number) { super(); } }`,
	});

	allows('waits that begin together', inTest(`
	const one = io('/one');
	const two = io('/two');
	await Promise.all([once(one, 'connect'), once(two, 'connect')]);`));
	allows('a wait that begins before the other is over', inTest(`
	const one = io('/one');
	const two = io('/two');
	const connected = once(two, 'connect');
	await once(one, 'connect');
	await connected;`));
	allows('what is begun after the other is ready', inTest(`
	const one = io('/one');
	await once(one, 'connect');
	const two = io('/two');
	await once(two, 'connect');`));
	allows('different things, of which one may need the other', inTest(`
	const one = watch('/one');
	const two = io('/two');
	await once(one, 'ready');
	await once(two, 'ready');`));
	allows('events that the test itself brings about', inTest(`
	const one = io('/one');
	const two = io('/two');
	await once(one, 'told');
	await once(two, 'told');`));
	allows('what is awaited as it is made', inTest(`
	const one = io('/one');
	const two = await io('/two');
	await once(one, 'connect');
	await once(two, 'connect');`));
});

describe('the same event of two things to which the same was done', () => {
	const files = (body: string): Record<string, string> => ({
		'test/a.test.ts': `
import { once } from 'node:events';
import { Node, start } from 'nodes';
import { until } from './helpers';
let one, two;
beforeEach(async () => { one = await start(1); two = await start(2); });
test('a', async () => {
${body}
});`,
		'test/helpers.ts': `import pEvent from 'p-event';\nexport const until = (emitter, event, timeout = 1000) => pEvent(emitter, event, { timeout });`,
	});

	flags('two that are closed', files(`
	one.close();
	two.close();
	await once(one, 'closed');
	await once(two, 'closed');
	      ~~~~~~~~~~~~~~~~~~~ for \`closed\` only when something else`));
	flags('an event whose name is a constant of a package, by a helper of another file', files(`
	one.subscribe('a');
	two.subscribe('a');
	await until(one, Node.events.SUBSCRIBED);
	await until(two, Node.events.SUBSCRIBED);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ for \`SUBSCRIBED\``));

	allows('waits that begin together', files(`
	one.close();
	two.close();
	await Promise.all([once(one, 'closed'), once(two, 'closed')]);`));
	allows('one after the other', files(`
	one.close();
	await once(one, 'closed');
	two.close();
	await once(two, 'closed');`));
	allows('what only the second is told later', files(`
	one.close();
	two.close(500);
	await once(one, 'closed');
	two.close();
	await once(two, 'closed');`));
	allows('different things, of which one may wait for the other', files(`
	const client = connect();
	one.close();
	client.close();
	await once(client, 'closed');
	await once(one, 'closed');`));
	allows('different things that are done to them', files(`
	one.close();
	two.end();
	await once(one, 'close');
	await once(two, 'close');`));
	allows('listening to both', files(`
	one.on('closed', log);
	two.on('closed', log);
	await once(one, 'closed');
	await once(two, 'closed');`));
});

describe('the promises of a library', () => {
	flags('that an event settles', `
const Promise = require('bluebird');
it('a', async () => {
	await queue.add('x');
	await new Promise(resolve => queue.once('added', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when add is over
	expect(queue.length).toBe(1);
});`);
});

describe('a function that something unknown calls inside a test', () => {
	const inside = (body: string): string => `
import { once } from 'node:events';
import { queue, withServer } from 'servers';
test('a', async () => {
	await withServer(async server => {
${body}
	});
});`;

	flags('waits for an event after what triggers it', inside(`
		await queue.add('x');
		await once(queue, 'added');
		      ~~~~~~~~~~~~~~~~~~~~ when queue.add is over
		expect(server.count).toBe(1);`));
	allows('waits before', inside(`
		const added = once(queue, 'added');
		await queue.add('x');
		await added;
		expect(server.count).toBe(1);`));
	allows('waits for what another function triggers', `
import { once } from 'node:events';
import { queue, withServer } from 'servers';
test('a', async () => {
	await queue.add('x');
	await withServer(async server => {
		await server.ready();
		await once(queue, 'added');
	});
});`);
});

describe('acts on what is connected', () => {
	const cores = (body: string): string => `import { create, replicate } from './helpers';
import { expect, it } from 'vitest';
it('a', async () => {
	const core = await create();
	const clone = await create(core.key);
${body}
});`;
	flags('an event that is named after what was done to what the other is made from, with more done behind it', cores(`
	await core.truncate(1);
	await core.append('b');
	await new Promise(resolve => clone.once('truncate', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when core.truncate is over`));
	flags('and of two that were handed to one call', `
import { replicate, open } from './helpers';
it('a', async () => {
	const one = open('a');
	const other = open('b');
	replicate(one, other);
	await one.truncate(1);
	await new Promise(resolve => other.once('truncate', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when one.truncate is over
});`);
	flags('any act on what something came from, where the option says so', `
import { Store } from '../src/store';
const anchor = async (store) => { await store.service.anchor(); };
const synced = async (doc) => { await new Promise(resolve => { doc.on('change', () => { resolve(); }); }); };
it('a', async () => {
	const store = await Store.create();
	const doc = await store.load('a');
	await anchor(store);
	await synced(doc);
	      ~~~~~~~~~~~ when anchor is over
});`, { options: { acts: true } });
	const listeners = (body: string): string => `
import { Worker } from '../src/worker';
import sinon from 'sinon';
it('a', async () => {
	const result = await inPage(async (cb) => {
		try {
			const worker = new Worker('a.js');
${body}
		} catch (error) {
			cb({ error });
		}
	});
	expect(result).toEqual(1);
});`;
	flags('a listener that ends the test, where the option says so', listeners(`
			await worker.register();
			const spy = sinon.spy();
			worker.addEventListener('installed', spy);
			worker.addEventListener('activated', () => { cb({ count: spy.callCount }); });
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when worker.register is over`), { options: { acts: true } });
	allows('a listener in front of what is done, or behind which more is done', listeners(`
			worker.addEventListener('activated', () => { cb(1); });
			await worker.register();
			worker.addEventListener('redundant', () => { cb(2); });
			await worker.replace();`), { options: { acts: true } });
	allows('an act on something else, one whose result is wanted, one that was not awaited, and what makes what is listened to', cores(`
	const other = await create();
	await other.truncate(1);
	await new Promise(resolve => clone.once('truncate', resolve));
	expect(await core.truncate(1)).toBe(1);
	await new Promise(resolve => clone.once('truncate', resolve));
	core.truncate(2);
	await new Promise(resolve => clone.once('truncate', resolve));
	await core.truncate(2);
	const third = await create(core.key);
	await new Promise(resolve => third.once('truncate', resolve));
	await core.truncate(3);
	core.resume();
	await new Promise(resolve => clone.once('truncate', resolve));
	await core.ready();
	await new Promise(resolve => clone.once('peer', resolve));
	await core.append('b');
	await new Promise(resolve => clone.once('open', resolve));`), { options: { acts: true } });
	flags('the act, not a listener that was put in place in front of it', cores(`
	clone.addEventListener('installed', record);
	await clone.register();
	await new Promise(resolve => clone.once('installed', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when clone.register is over`), { options: { acts: true } });
	allows('a listener in front of it, by default', cores(`
	clone.addEventListener('installed', record);
	await clone.register();
	await new Promise(resolve => clone.once('installed', resolve));`));
	allows('an act whose name is not that of the event, by default', cores(`
	await core.append('b');
	await new Promise(resolve => clone.once('change', resolve));`));
});

describe('what a page is given behind the last that is done to it', () => {
	flags('answers to requests', `
import { expect, test } from '@playwright/test';
test('is empty', async ({ page }) => {
	await page.goto('/users');
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when \`goto\` is over
	await expect(page.getByText('No users')).toBeVisible();
});`);

	flags('a handler of what an action brings about', `
import { expect, test } from '@playwright/test';
test('deletes', async ({ page }) => {
	await page.goto('/users');
	await page.getByRole('button', { name: 'Delete' }).click();
	page.on('dialog', dialog => dialog.accept());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`dialog\` when \`click\` is over
	await expect(page.getByText('Deleted')).toBeVisible();
});`);

	const stubbed = (body: string) => ({
		'e2e/users.spec.ts': `
import { expect, test } from '@playwright/test';
import { noUsers } from './stubs';
test('is empty', async ({ page }) => {
${body}
	await expect(page.getByText('No users')).toBeVisible();
});`,
		'e2e/stubs.ts': `import type { Page } from '@playwright/test';
export async function noUsers(page: Page) {
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
}
`,
	});
	flags('answers to requests, by a helper of another file', stubbed(`	await page.goto('/users');
	await noUsers(page);
	      ~~~~~~~~~~~~~ when \`goto\` is over`));
	allows('answers to requests by one in front of it', stubbed(`	await noUsers(page);\n\tawait page.goto('/users');`));
	allows('answers to requests by one, and another action behind it', stubbed(`	await page.goto('/users');\n\tawait noUsers(page);\n\tawait page.getByRole('button').click();`));

	allows('what another action, or something unknown, follows', `
import { expect, test } from '@playwright/test';
import { search } from './search';
test('acts', async ({ page }) => {
	await page.goto('/users');
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
	await page.getByRole('button', { name: 'Reload' }).click();
	await expect(page.getByText('No users')).toBeVisible();
});
test('loads again', async ({ page }) => {
	await page.goto('/users');
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
	await page.reload();
	await expect(page.getByText('No users')).toBeVisible();
});
test('calls', async ({ page }) => {
	await page.goto('/users');
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
	await search(page);
	await expect(page.getByText('No users')).toBeVisible();
});
test('moves the clock', async ({ page }) => {
	await page.goto('/users');
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
	await page.clock.fastForward(10000);
	await expect(page.getByText('No users')).toBeVisible();
});
test('accepts', async ({ page }) => {
	await page.getByRole('button', { name: 'Menu' }).click();
	page.once('dialog', dialog => dialog.accept());
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByText('Deleted')).toBeVisible();
});`);

	const helper = (body: string): string => `
import { expect, test } from '@playwright/test';
async function prepare(page) {
	await page.goto('/users');
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
${body}
}
test('is empty', async ({ page }) => {
	await prepare(page);
	await expect(page.getByText('No users')).toBeVisible();
});`;
	const told = (code: string): string => code.replace('await prepare(page);', 'await prepare(page);\n\t      ~~~~~~~~~~~~~ when `goto` is over');
	const looks = `	await expect(page.getByText('No users')).toBeVisible();`;
	allows('what another action follows in the helper that gives it', helper(`	await page.getByRole('button', { name: 'Reload' }).click();`));
	allows('what another action follows in a helper that waits, too', helper(`	await page.getByRole('button', { name: 'Reload' }).click();\n${looks}`));
	flags('answers to requests, in a helper', told(helper('')));
	flags('answers to requests, in a helper that waits, too', told(helper(looks)));

	allows('handlers of what comes by itself, and those that nothing was done before', `
import { expect, test } from '@playwright/test';
test('listens', async ({ page }) => {
	const errors = [];
	await page.goto('/users');
	page.on('console', message => errors.push(message));
	await expect(page.getByText('Done')).toBeVisible();
});
test('begins first', async ({ page }) => {
	await page.route('**/api/users', route => route.fulfill({ json: [] }));
	await page.goto('/users');
	await expect(page.getByText('No users')).toBeVisible();
});
test('opens a dialog by itself', async ({ page }) => {
	await page.goto('/users');
	page.on('dialog', dialog => dialog.accept());
	await expect(page.getByText('Done')).toBeVisible();
});`);
});

describe('an event of a page that a handler tells of', () => {
	const paged = (body: string): string => `
import { expect, test } from '@playwright/test';
test('saves', async ({ page }) => {
	await page.goto('/notes');
${body}
});`;

	flags('a promise that is made behind the action', paged(`
	await page.getByRole('button').click();
	const answered = new Promise(resolve => {
	                 ~~~~~~~~~~~~~~~~~~~~~~~~ \`response\` when click is over
		page.on('response', response => { if (response.url().endsWith('/notes')) resolve(response.status()); });
	});
	expect(await answered).toBe(201);`));

	flags('one that is awaited where it is made, and acted upon behind', paged(`
	await page.getByRole('button').click();
	await new Promise(resolve => page.once('framenavigated', resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`framenavigated\` when click is over
	await page.getByRole('link').click();`), { mends: { 'Begin to wait before, and await the promise after.': paged(`
	const framenavigated = new Promise(resolve => page.once('framenavigated', resolve));
	await page.getByRole('button').click();
	await framenavigated;
	await page.getByRole('link').click();`) } });

	flags('one of a page that Puppeteer opened', `
import puppeteer from 'puppeteer';
it('saves', async () => {
	const browser = await puppeteer.launch();
	const page = await browser.newPage();
	await page.goto('http://localhost/notes');
	await page.click('#save');
	await new Promise(resolve => { page.on('response', resolve); });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`response\` when page.click is over
	await browser.close();
});`);

	flags('a flag that is asserted behind', paged(`
	await page.getByRole('link').click();
	let loaded = false;
	page.on('domcontentloaded', () => { loaded = true; });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`domcontentloaded\` when \`click\` is over
	await page.waitForURL('/about');
	expect(loaded).toBe(true);`));

	flags('a list that is asserted behind', paged(`
	await page.getByRole('link').click();
	const asked = [];
	page.on('request', request => asked.push(request.url()));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`request\` when \`click\` is over
	await expect(page.getByRole('heading')).toBeVisible();
	expect(asked).toContain('/about');`));

	allows('what is listened to before the action, or for the next one', paged(`
	const answered = new Promise(resolve => page.on('response', resolve));
	await page.getByRole('button').click();
	await answered;
	const asked = [];
	page.on('request', request => asked.push(request.url()));
	await page.getByRole('link').click();
	await expect(page.getByRole('heading')).toBeVisible();
	expect(asked).toContain('/about');`));

	allows('what comes by itself once the page has got somewhere', paged(`
	await page.getByRole('button').click();
	await page.getByRole('status').waitFor();
	await new Promise(resolve => page.once('websocket', resolve));`));

	allows('what must not come, and what nobody asks for', paged(`
	await page.getByRole('button').click();
	const errors = [];
	const asked = [];
	page.on('pageerror', error => errors.push(error));
	page.on('request', request => asked.push(request.url()));
	await expect(page.getByRole('status')).toBeVisible();
	expect(errors).toEqual([]);`));

	allows('an event of something else that bears the name of a page', `
import { expect, test } from 'vitest';
import { openPage } from './pages';
test('saves', async () => {
	const page = openPage();
	await page.click();
	await new Promise(resolve => page.once('response', resolve));
});`);
});

describe('the name of what is waited for', () => {
	flags('is told with the wait', `
import { expect, test } from '@playwright/test';
test('opens', async ({ page, context }) => {
	await page.goto('/');
	await page.getByRole('link').click();
	const popup = await context.waitForEvent('page');
	                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`waitForEvent('page')\` when click is over
	await expect(popup).toHaveURL('/x');
});`);
});

describe('an element, after an act on the page it is in', () => {
	flags('a key that is pressed before the event is waited for', {
		'a.test.js': `
import { sendKeys } from '@web/test-runner-commands';
import { oneEvent } from '@vaadin/testing-helpers';
it('opens', async () => {
	menu.focus();
	await sendKeys({ press: 'Enter' });
	await oneEvent(overlay, 'menu-open');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This begins to wait for \`menu-open\` when sendKeys is over
	expect(overlay.opened).toBe(true);
});`,
	}, { mends: { 'Begin to wait before, and await the promise after.': `
import { sendKeys } from '@web/test-runner-commands';
import { oneEvent } from '@vaadin/testing-helpers';
it('opens', async () => {
	menu.focus();
	const menuOpen = oneEvent(overlay, 'menu-open');
	await sendKeys({ press: 'Enter' });
	await menuOpen;
	expect(overlay.opened).toBe(true);
});` } });

	allows('where the wait begins first, something else is done behind the key, or the page is only made ready', {
		'a.test.js': `
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { oneEvent } from '@open-wc/testing';
it('a', async () => {
	const opened = oneEvent(overlay, 'menu-open');
	await sendKeys({ press: 'Enter' });
	await opened;
});
it('b', async () => {
	await sendKeys({ press: 'Tab' });
	menu.open();
	await oneEvent(overlay, 'menu-open');
});
it('c', async () => {
	await sendKeys({ press: 'Tab' });
	setTimeout(() => menu.click());
	await oneEvent(overlay, 'menu-open');
});
it('d', async () => {
	await setViewport({ width: 400, height: 300 });
	await oneEvent(overlay, 'menu-open');
});`,
	});
});

describe('what a socket reads first', () => {
	const sockets = (body: string): string => `import { once } from 'node:events';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { start } from './server';
function open(url) {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(url);
		socket.on('open', () => resolve(socket));
		socket.on('error', reject);
	});
}
async function connect(url) {
	const socket = new WebSocket(url);
	await once(socket, 'open');
	return socket;
}
function next(socket) {
	return new Promise(resolve => socket.once('message', data => resolve(JSON.parse(data))));
}
test('greets', async () => {
	const url = await start();
${body}
});`;

	flags('a greeting that may come together with the answer that opens it', sockets(`
	const socket = new WebSocket(url);
	await once(socket, 'open');
	const [hello] = await once(socket, 'message');
	                      ~~~~~~~~~~~~~~~~~~~~~~~ This begins to wait for \`message\` when once is over
	expect(hello).toBe('hello');`));

	flags('of a function that gives the socket when it is open', sockets(`
	const socket = await connect(url);
	const hello = await next(socket);
	                    ~~~~~~~~~~~~ when connect (a.test.ts:14) → once is over
	expect(hello.type).toBe('hello');`));

	flags('of a promise that gives it', sockets(`
	const socket = await open(url);
	const hello = await next(socket);
	                    ~~~~~~~~~~~~ when open (a.test.ts:6) → new Promise is over
	expect(hello.type).toBe('hello');`));

	flags('heard by a property', sockets(`
	const socket = await open(url);
	await new Promise(resolve => { socket.onmessage = event => resolve(event.data); });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ for \`message\``));

	allows('the answer to what the test sends', sockets(`
	const socket = await open(url);
	socket.send('a');
	expect(await next(socket)).toEqual({ type: 'a' });`));

	allows('what another socket sends', sockets(`
	const one = await open(url);
	const other = await open(url);
	other.send('a');
	expect(await next(one)).toEqual({ type: 'a' });`));

	allows('what is listened for before it is open', sockets(`
	const socket = new WebSocket(url);
	const hello = next(socket);
	await once(socket, 'open');
	expect(await hello).toEqual({ type: 'hello' });`));

	allows('a socket of which nothing is known', `import { once } from 'node:events';
import { test } from 'vitest';
import { Socket } from './socket';
test('greets', async () => {
	const socket = new Socket();
	await once(socket, 'open');
	await once(socket, 'message');
});`);
});

describe('a beginning that may be over', () => {
	flags('something else was awaited since it was begun', node(`
	const socket = new WebSocket('ws://localhost:1');
	await fetch('http://localhost:1/users');
	await once(socket, 'open');
	      ~~~~~~~~~~~~~~~~~~~~ This begins to wait for \`open\` when fetch is over`));

	flags('heard by a property', `import { test } from 'vitest';
test('a', async () => {
	const socket = new WebSocket('ws://localhost:1');
	await fetch('http://localhost:1/users');
	await new Promise(resolve => { socket.onopen = resolve; });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ when fetch is over
});`);

	allows('what it connects to begins in between', node(`
	const socket = new WebSocket('ws://localhost:1');
	await server.listen(1);
	await once(socket, 'open');`));

	allows('nothing is awaited in between', node(`
	const socket = new WebSocket('ws://localhost:1');
	socket.unref();
	await once(socket, 'open');`));

	allows('it was awaited itself', node(`
	const socket = await open('a');
	await fetch('http://localhost:1/users');
	await once(socket, 'open');`));

	allows('it begins behind the wait', node(`
	await fetch('http://localhost:1/users');
	const socket = new WebSocket('ws://localhost:1');
	await once(socket, 'open');`));

	allows('what is no promise is over at once', node(`
	const socket = new WebSocket('ws://localhost:1');
	await Math.max(1, 2);
	await once(socket, 'open');`));

	allows('it is heard before', node(`
	const socket = new WebSocket('ws://localhost:1');
	const opened = once(socket, 'open');
	await fetch('http://localhost:1/users');
	await opened;`));

	allows('it may be asked whether it is there', node(`
	const socket = new WebSocket('ws://localhost:1');
	await fetch('http://localhost:1/users');
	if (!socket.isOpen) await once(socket, 'open');`));

	allows('a handler that sets something else as well', `import { test } from 'vitest';
import { settings } from './settings';
test('a', async () => {
	const socket = new WebSocket('ws://localhost:1');
	await fetch('http://localhost:1/users');
	await new Promise(resolve => { settings.open = true; socket.onopen = resolve; });
});`);
});
