import { describe } from 'vitest';

import rule from '../../rules/no-leaked-resource.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-leaked-resource', rule);
const end = { options: { end: true } };

const modules = {
	'test/support/server.ts': `import http from 'node:http';
import { onTestFinished } from 'vitest';
import express from 'express';
const started: http.Server[] = [];
export function listen() {
	return express().listen(0);
}
export function listenAndKeep() {
	const server = express().listen(0);
	started.push(server);
	return server;
}
export async function listenToRequests() {
	const server = http.createServer();
	await new Promise<void>(resolve => server.listen(0, resolve));
	return server;
}
export function whenListening() {
	return new Promise(resolve => {
		const server = http.createServer();
		server.listen(0, () => resolve(server));
	});
}
export function listenUntilTheEnd() {
	const server = express().listen(0);
	onTestFinished(() => server.close());
	return server;
}
export function listenToRequestsUntilTheEnd() {
	const server = http.createServer();
	server.listen(0);
	onTestFinished(() => server.close());
	return server;
}
export function listenToRequestsAndKeep() {
	const server = http.createServer();
	server.listen(0);
	started.push(server);
	return server;
}
export function closeAll() {
	for (const server of started) server.close();
}
export async function shut(server: http.Server) {
	server.close();
}
`,
	'src/client.ts': `import Redis from 'ioredis';\nexport const redis = new Redis();\n`,
	'test/support/msw.ts': `import { setupServer } from 'msw/node';\nexport const server = setupServer();\n`,
};

/** A test of Vitest that begins with this statement; what is marked with « and » is reported. */
const vitestFile = (code: string, imports = ''): string => {
	const marks = code.split('\n').map(line => {
		const [start, end] = [line.indexOf('«'), line.indexOf('»')];
		const plain = line.replace('«', '').replace('»', '');
		return start === -1 ? `\t${plain}` : `\t${plain}\n\t${' '.repeat(start)}${'~'.repeat(end - start - 1)}`;
	});
	return `
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
${imports}
test('a', async () => {
${marks.join('\n')}
	expect(await work()).toBe(1);
});
`;
};

describe('what nothing closes', () => {
	for (const [name, code, imports] of [
		['a server', `const server = http.createServer();\n«server.listen(0)»;`, `import http from 'node:http';`],
		['a server, waited for', `const server = http.createServer();\nawait new Promise(resolve => server.listen(0, resolve));`.replace('server.listen(0, resolve)', '«server.listen(0, resolve)»'), `import http from 'node:http';`],
		['a server that nobody holds', `«http.createServer().listen(0)»;`, `import http from 'node:http';`],
		['a server of Express', `const server = «express().listen(0)»;`, `import express from 'express';`],
		['an application of Fastify', `const app = fastify();\nawait «app.listen({ port: 0 })»;`, `import fastify from 'fastify';`],
		['a WebSocket', `const socket = «new WebSocket('ws://localhost')»;\nsocket.on('message', work);`, `import WebSocket from 'ws';`],
		['an interval', `«setInterval(work, 10)»;`],
		['an interval that is held', `const timer = «setInterval(work, 10)»;`],
		['a watcher', `const watcher = «fs.watch('.')»;`, `import fs from 'node:fs';`],
		['a worker', `const worker = «new Worker('./a.js')»;`, `import { Worker } from 'node:worker_threads';`],
		['a browser', `const browser = await «puppeteer.launch()»;\nconst page = await browser.newPage();`, `import puppeteer from 'puppeteer';`],
		['a pool', `const pool = «new Pool()»;\nawait pool.query('SELECT 1');`, `import { Pool } from 'pg';`],
		['a pool of Knex', `const db = «knex({ client: 'pg', connection: {} })»;\nexpect(await db('users').where({ id: 1 }).first()).toBe(undefined);`, `import knex from 'knex';\nimport { expect } from 'vitest';`],
		['a pool of Knex beside texts', `const db = «knex({ client: 'pg', connection: {} })»;\nwork(db.schema.dropTable('users').toSQL().sql);\nawait db.schema.dropTable('users');`, `import knex from 'knex';`],
		['an ORM', `const orm = await «MikroORM.init({ dbName: 'a' })»;`, `import { MikroORM } from '@mikro-orm/mysql';`],
		['what a helper opens', `const server = «listen()»;`, `import { listen } from './test/support/server';`],
		['what a helper listens with', `const server = await «listenToRequests()»;`, `import { listenToRequests } from './test/support/server';`],
		['what a helper promises', `const server = await «whenListening()»;`, `import { whenListening } from './test/support/server';`],
		['handlers of requests', `«server.use(handler)»;`, `import { setupServer } from 'msw/node';\nconst server = setupServer();`],
		['interceptors that stay', `«nock('http://localhost').persist()»;`, `import nock from 'nock';`],
	] as const) {
		flags(name, { 'a.test.ts': `${vitestFile(code, imports)}\ntest('b', () => {});\n`, ...modules });
	}

	for (const [name, code, imports] of [
		['a pool of Knex that only makes texts', `const db = knex({ client: 'pg', connection: {} });\ndb.on('query', work);\nwork(db.client.version, db.schema.table('users', table => { table.json('a'); }).toSQL()[0].sql, db('users').where({ id: 1 }).toString());`, `import knex from 'knex';`],
		['a pool that nobody asks', `const pool = new Pool();\npool.on('error', work);`, `import { Pool } from 'pg';`],
	] as const) {
		allows(name, { 'a.test.ts': vitestFile(code, imports), ...modules });
	}

	flags('a server that is listening, as an imported function waits for', `
import http from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
test('answers', async () => {
	const server = http.createServer(handler);
	server.listen(0);
	~~~~~~~~~~~~~~~~ a server
	await once(server, 'listening');
	expect(await fetch(server.address().port)).toBe(1);
});
`);

	flags('a server in a `try` that throws again what it catches', `
import express from 'express';
import { expect, test } from 'vitest';
test('answers', async () => {
	try {
		const server = express().listen(0);
		               ~~~~~~~~~~~~~~~~~~~ a server
		expect(await work()).toBe(1);
	} catch (error) {
		console.error(error);
		throw error;
	}
});
test('b', () => {});
`);

	for (const [name, end] of [['may close it when all is done', 'finally {\n\t\tawait cleanUp();\n\t}'], ['catches what it throws', 'catch (error) {\n\t\tconsole.error(error);\n\t}']] as const) {
		allows(`a server in a \`try\` that ${name}`, { 'a.test.ts': vitestFile(`try {\n\t\tconst server = express().listen(0);\n\t\texpect(await work()).toBe(1);\n\t} ${end}`, "import express from 'express';") });
	}

	flags('a variable that a hook fills', `
import { MikroORM } from '@mikro-orm/mysql';
let orm: MikroORM;
beforeAll(async () => {
	orm = await MikroORM.init({ dbName: 'a' });
	            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`afterAll\`
});
test('a', async () => {
	await orm.schema.createSchema();
});
`);
});

describe('what the end of the test closes', () => {
	flags('a server', `
import http from 'node:http';
import { expect, test } from 'vitest';
test('a', async () => {
	const server = http.createServer();
	server.listen(0);
	~~~~~~~~~~~~~~~~ only the end of the test closes
	expect(await work()).toBe(1);
	server.close();
});
`, end);
	flags('an interval', `
import test from 'node:test';
test('a', async t => {
	const timer = setInterval(work, 10);
	              ~~~~~~~~~~~~~~~~~~~~~ \`t.after\`
	await work();
	clearInterval(timer);
});
`, end);
	allows('a server, where only a failing test leaves it', `
import http from 'node:http';
import { expect, test } from 'vitest';
test('a', async () => {
	const server = http.createServer();
	server.listen(0);
	expect(await work()).toBe(1);
	server.close();
});
`);
});

describe('what is closed on every path', () => {
	for (const [name, code, imports] of [
		['in finally', `const server = express().listen(0);\n\ttry {\n\t\texpect(await work()).toBe(1);\n\t} finally {\n\t\tserver.close();\n\t}`, `import express from 'express';`],
		['when the test is over', `const server = express().listen(0);\n\tonTestFinished(() => server.close());`, `import express from 'express';`],
		['in a hook', `server = express().listen(0);`, `import express from 'express';\nlet server;\nafterEach(() => {\n\tserver.close();\n});`],
		['in a hook, by a promise', `server = express().listen(0);`, `import { promisify } from 'node:util';\nimport express from 'express';\nlet server;\nafterEach(async () => {\n\tawait promisify(server.close.bind(server))();\n});`],
		['in a function that a hook calls', `server = express().listen(0);`, `import express from 'express';\nlet server;\nconst stop = () => server.close();\nafterEach(stop);`],
		['by using', `using server = express().listen(0);`, `import express from 'express';`],
		['in a property of the context', `const client = (this.client = new pg.Client());\n\tawait client.connect();`, `import pg from 'pg';\nafterEach(function () {\n\treturn this.client.end();\n});`],
		['by a property that holds it too', `const server = (held.server = express().listen(0));`, `import express from 'express';\nconst held = {};\nafterEach(() => held.server.close());`],
		['from a list', `servers.push(express().listen(0));`, `import express from 'express';\nconst servers = [];\nafterEach(() => servers.forEach(each => each.close()));`],
		['from a list, later', `const server = express().listen(0);\n\tservers.push(server);`, `import express from 'express';\nconst servers = [];`],
		['by a helper', `const server = express().listen(0);\n\tawait shut(server);`, `import express from 'express';\nimport { shut } from './test/support/server';`],
		['by the helper that opens it', `const server = listenAndKeep();`, `import { closeAll, listenAndKeep } from './test/support/server';\nafterEach(closeAll);`],
		['by the helper that listens with it', `const server = listenToRequestsAndKeep();`, `import { closeAll, listenToRequestsAndKeep } from './test/support/server';\nafterEach(closeAll);`],
		['by the helper, when the test is over', `const server = listenUntilTheEnd();`, `import { listenUntilTheEnd } from './test/support/server';`],
		['by the helper that listens with it, when the test is over', `const server = listenToRequestsUntilTheEnd();`, `import { listenToRequestsUntilTheEnd } from './test/support/server';`],
		['before anything can fail', `const server = express().listen(0);\n\tserver.close();`, `import express from 'express';`],
		['by clearInterval', `const timer = setInterval(work, 10);\n\tonTestFinished(() => clearInterval(timer));`],
		['in its own callback', `const timer = setInterval(() => {\n\t\tif (isDone()) clearInterval(timer);\n\t}, 10);`],
		['handlers, in a hook', `server.use(handler);`, `import { server } from './test/support/msw';\nafterEach(() => server.resetHandlers());\ntest('b', () => {});`],
	] as const) {
		allows(name, { 'a.test.ts': vitestFile(code, imports), ...modules }, end);
	}
	allows('handlers, in a setup file', {
		'a.test.ts': vitestFile(`server.use(handler);`, `import { server } from './test/support/msw';\ntest('b', () => {});`),
		...modules,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./test/setup.ts'] } });\n`,
		'test/setup.ts': `import { afterAll, afterEach, beforeAll } from 'vitest';\nimport { server } from './support/msw';\nbeforeAll(() => server.listen());\nafterEach(() => server.resetHandlers());\nafterAll(() => server.close());\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	allows('with t.after', `
import http from 'node:http';
import test from 'node:test';
test('a', async t => {
	const server = http.createServer();
	t.after(() => server.close());
	server.listen(0);
	await work();
});
`);
});

describe('what needs no closing', () => {
	for (const [name, code, imports] of [
		['a server that does not listen', `const server = http.createServer();`, `import http from 'node:http';`],
		['what nobody waits for', `const timer = setInterval(work, 10);\n\ttimer.unref();`],
		['an interval of a fake clock', `vi.useFakeTimers();\n\tsetInterval(work, 10);`],
		['a worker that ends by itself', `const worker = new Worker('./a.js');\n\tawait once(worker, 'exit');`, `import { once } from 'node:events';\nimport { Worker } from 'node:worker_threads';`],
		['a worker whose end has a name', `const EXIT = 'exit';\n\tconst worker = new Worker('./a.js');\n\tawait once(worker, EXIT);`, `import { once } from 'node:events';\nimport { Worker } from 'node:worker_threads';`],
		['a socket whose end somebody waits for', `const socket = net.connect(80);\n\tawait new Promise(resolve => socket.on('close', resolve));`, `import net from 'node:net';`],
		['a socket that a loop reads to its end', `const socket = net.connect(80);\n\tfor await (const chunk of socket) read(chunk);`, `import net from 'node:net';`],
		['an application that a signal ends', `const app = fastify();\n\tawait app.listen({ port: 0, signal });`, `import fastify from 'fastify';`],
		['what a part of it lets go of', `const app = fastify();\n\tawait app.listen({ port: 0 });\n\tapp.server.unref();`, `import fastify from 'fastify';`],
		['an attempt that may fail', `const server = http.createServer();\n\ttry {\n\t\tserver.listen(80);\n\t} catch {}`, `import http from 'node:http';`],
		['a watcher that a signal ends', `const watcher = fs.watch('.', { signal });`, `import fs from 'node:fs';`],
		['handlers of a server that another module makes', `server.use(handler);`, `import { server } from './test/support/msw';\ntest('b', () => {});`],
		['a client of the program', `await redis.set('a', 'b');`, `import { redis } from './src/client';`],
		['what goes elsewhere', `start({ server: express().listen(0) });`, `import express from 'express';`],
		['handlers for one request', `server.use(http.get('/', resolver, { once: true }));`, `import { http } from 'msw';\nimport { server } from './test/support/msw';\ntest('b', () => {});`],
		['interceptors for one request', `nock('http://localhost').get('/').reply(200);`, `import nock from 'nock';`],
	] as const) {
		allows(name, { 'a.test.ts': vitestFile(code, imports), ...modules });
	}
});

describe('what a function of the tests makes, and a test opens', () => {
	const built = (rest: string): string => `
import http from 'node:http';
import { after, afterEach, test } from 'node:test';
import { Teardown } from './support/teardown';
const teardown = new Teardown();
afterEach(() => teardown.runAll());
function build(handler) {
	const server = http.createServer(handler);
	${rest}
	return server;
}
test('a', (t, done) => {
	const server = build(answer);
	server.listen(0, () => {
		work(server.address().port, done);
	});
});
`;
	allows('is left where the function hands it to what closes it', { 'a.test.ts': built('teardown.add(server);') });
	allows('is left where the function keeps it in a list', { 'a.test.ts': built('opened.push(server);') });
	flags('is reported where the function gives it back alone', { 'a.test.ts': built(`server.on('error', () => {});`).replace(/\tserver\.listen\(0, [^]*?\}\);/, '\tserver.listen(0, done);\n\t~~~~~~~~~~~~~~~~~~~~~~ a server that nothing closes') });
});

describe('a part of what a function of the tests gives', () => {
	const around = (after: string, helper: string, opening = '~~~~~~~~~~~~~~'): string => `
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stopAll } from './support/stop';
const start = async () => {
	const server = createServer();
	await new Promise(resolve => server.listen(0, () => resolve()));
	return { server, url: 'http://localhost' };
};
${helper}
let app;
beforeAll(async () => {
	app = await start();
${opening === '' ? '' : `\t            ${'~'.repeat('start()'.length)}\n`}});
afterAll(async () => {
	${after}
});
test('a', async () => {
	expect(await ask(app.url)).toBe(1);
});
`;
	const stop = 'const stop = server => new Promise(resolve => server.close(() => resolve()));';
	allows('is left where a function of the file closes it', around('await stop(app.server);', stop, ''));
	allows('is left where an imported function closes it', { 'a.test.ts': around('await stopAll(app.server);', '', ''), 'support/stop.ts': 'export async function stopAll(server) {\n\tserver.closeAllConnections();\n\tserver.close();\n}\n' });
	flags('is reported where a function only looks at it', around('await show(app.server);', 'const show = server => console.log(server.address());'));
	flags('is reported where nothing is handed on', around('await reset();', stop));
});

describe('suggestions', () => {
	flags('what t.after closes', `
import http from 'node:http';
import test from 'node:test';
test('a', async t => {
	const server = http.createServer();
	server.listen(0);
	~~~~~~~~~~~~~~~~
	await work();
});
`, {
		mends: {
			'Register the closing right after the opening.': `
import http from 'node:http';
import test from 'node:test';
test('a', async t => {
	const server = http.createServer();
	server.listen(0);
	t.after(() => server.close());
	await work();
});
`,
		},
	});
	flags('what onTestFinished closes', `
import puppeteer from 'puppeteer';
import { test } from 'vitest';
test('a', async () => {
	const browser = await puppeteer.launch();
	                      ~~~~~~~~~~~~~~~~~~
	await browser.newPage();
});
`, {
		mends: {
			'Register the closing right after the opening.': `
import puppeteer from 'puppeteer';
import { onTestFinished, test } from 'vitest';
test('a', async () => {
	const browser = await puppeteer.launch();
	onTestFinished(() => browser.close());
	await browser.newPage();
});
`,
		},
	});
});

describe('what other tests end', () => {
	const alike = casesOf('no-leaked-resource', rule);
	const options = { alike: true };
	const file = (body: string): string => `
import { expect, it } from 'vitest';
import { Queue } from './queue';
it('a', async () => { const queue = new Queue('a'); await queue.fill(); await queue.close(); });
it('b', async () => { const queue = new Queue('b'); await queue.fill(); await queue.close(); });
it('c', async () => { const queue = new Queue('c'); await queue.fill(); await queue.close(); });
it('d', async () => {
${body}
});`;
	alike.flags('a thing of the same class that is left as it is', file(`	const queue = new Queue('d');
	              ~~~~~~~~~~~~~~ Nothing ends what this makes, where other tests of the file call \`close()\` on theirs (line 4)
	expect(await queue.count()).toBe(0);`), { options });
	alike.allows('the same by default', file(`	const queue = new Queue('d');\n	expect(await queue.count()).toBe(0);`));
	alike.allows('one that is ended, handed to what may end it, given away, or cannot be opened', file(`	const one = new Queue('d');
	await one.stop();
	await one.fill();
	const two = new Queue('e');
	trackQueue(two);
	const three = new Queue('f');
	all.push(three);
	const four = new Queue('g');
	await expect(four.open()).rejects.toThrow();`), { options });
	alike.allows('where too few tests end theirs', `
import { it } from 'vitest';
import { Queue } from './queue';
it('a', async () => { const queue = new Queue('a'); await queue.close(); });
it('b', async () => { const queue = new Queue('b'); await queue.fill(); });`, { options });
	alike.allows('what is handed the context of the test, and may end itself with it', `
import test from 'tap';
import { create } from './queue';
test('a', async t => { const queue = await create(t); await queue.close(); });
test('b', async t => { const queue = await create(t); await queue.close(); });
test('c', async t => { const queue = await create(t); await queue.fill(); });`, { options });
});

describe('what only the end of a test ends', () => {
	const options = { end: true, own: true };

	flags('in the callback in which it asserts', `import http from 'node:http';
it('answers', done => {
	const server = http.createServer(handle).listen(0);
	               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This opens a server that only the end of the test closes
	http.get({ port: server.address().port }, response => {
		expect(response.statusCode).toBe(200);
		server.close(done);
	});
});`, { options });

	flags('in a promise that is made for it', `import http from 'node:http';
it('answers', async () => {
	const server = http.createServer(handle).listen(0);
	               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ only the end of the test closes
	expect(await ask(server.address().port)).toBe(200);
	await new Promise(resolve => server.close(resolve));
});`, { options });

	flags('of whatever kind, where it is waited for', `import { Broker } from '../src/broker';
it('tells', async () => {
	const broker = new Broker({ retries: 0 });
	               ~~~~~~~~~~~~~~~~~~~~~~~~~~ Only the end of the test calls \`stop()\` on what this makes
	await broker.start();
	expect(await broker.ask('name')).toBe('Ada');
	await broker.stop();
});
it('tells in a callback', done => {
	const client = connectClient();
	               ~~~~~~~~~~~~~~~ Only the end of the test calls \`disconnect()\`
	client.get('name', (error, value) => {
		expect(value).toBe('Ada');
		client.disconnect(() => done());
	});
});`, { options });

	allows('what every path ends, what goes elsewhere, and what takes no time', `import http from 'node:http';
import { Broker } from '../src/broker';
it('on every path', async () => {
	const broker = new Broker();
	try {
		expect(await broker.ask('name')).toBe('Ada');
	} finally {
		await broker.stop();
	}
});
it('in a callback without an assertion', done => {
	const server = http.createServer(handle).listen(0);
	server.once('request', () => server.close());
	http.get({ port: server.address().port }, response => {
		expect(response.statusCode).toBe(200);
		server.close(done);
	});
});
it('elsewhere', async () => {
	const broker = new Broker();
	register(broker);
	expect(await broker.ask('name')).toBe('Ada');
	await broker.stop();
});
it('no time', () => {
	const modal = new Modal();
	expect(modal.text).toBe('Ada');
	modal.close();
});
it('nothing before it', async () => {
	const broker = new Broker();
	await broker.stop();
	expect(broker.stopped).toBe(true);
});`, { options });

	const asking = (ask: string, marks = ''): string => `import { build } from '../src/app';
it('answers', async () => {
	const app = build();
${marks === '' ? '' : `\t            ${marks}\n`}	${ask}
	expect((await app.inject('/')).statusCode).toBe(200);
	await app.close();
});`;
	allows('an application that is asked without a server', asking('await app.ready();'), { options });
	flags('one that is asked, and listens as well', asking('await app.listen({ port: 0 });', '~~~~~~~'), { options });
	flags('one that is asked, and starts something', asking('await app.startJobs();', '~~~~~~~'), { options });

	allows('without the option', `it('tells', async () => {
	const broker = new Broker();
	expect(await broker.ask('name')).toBe('Ada');
	await broker.stop();
});`, { options: { end: true } });
});
