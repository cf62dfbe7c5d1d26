import { describe } from 'vitest';

import rule from '../../rules/no-fixed-port.ts';
import { casesOf } from '../support/rule-cases.ts';

const { allows, flags, leaves } = casesOf('no-fixed-port', rule);
const together = casesOf('no-fixed-port', rule, { projectIndex: true });

/** A line, with tildes below the port in it. */
const marked = (line: string): string => (line.includes('3000') ? `${line}\n${line.slice(0, line.indexOf('3000')).replace(/[^\t]/g, ' ')}~~~~` : line);

const zero = 'Listen on port 0: the system picks one that is free.';

describe('ports that are written down', () => {
	flags('one that express listens on', `const express = require('express');
it('listens', done => {
	const server = express().listen(9999, () => server.close(done));
	                                ~~~~ A server of this test listens on port 9999 (listen), which another test or program may hold.
});`, { mends: { [zero]: `const express = require('express');
it('listens', done => {
	const server = express().listen(0, () => server.close(done));
});` } });

	flags('one under a name, where the name is given', `import http from 'node:http';
import { test } from 'vitest';
const PORT = 3000;
             ~~~~ listens on port 3000
test('serves', async () => {
	const server = http.createServer();
	server.listen(PORT);
	await fetch(\`http://localhost:\${PORT}\`);
});`);

	flags('one in the options', `import fastify from 'fastify';
const config = { port: 2023, prefix: '/trpc' };
                       ~~~~ start (a.test.ts:5) → listen
function createServer() {
	const instance = fastify();
	return { start: async () => { await instance.listen({ port: config.port }); } };
}
beforeEach(async () => {
	const server = createServer();
	await server.start();
});
it('serves', () => {});`);

	for (const [name, taking, handed] of [
		['a function', '', `() => server.listen(3000)`],
		['the method of an object', '', `{ begin: () => server.listen(3000) }`],
		['a named function', `const begin = () => server.listen(3000);`, `begin`],
		['an instance of a class', `class Program { begin() { server.listen(3000); } }`, `new Program()`],
		['an object in an object', `const begin = () => server.listen(3000);`, `{ program: { begin } }`],
	] as const) {
		flags(`one that another file's helper takes by ${name} that it is handed`, {
			'test/a.test.ts': `import http from 'node:http';
import { test } from 'node:test';
import { run } from './support/run.ts';
const server = http.createServer();
${marked(taking)}
test('answers', async () => {
${marked(`	await run(${handed});`)}
});`,
			'test/support/run.ts': `export async function run(given) {
	if (typeof given === 'function') await given();
	else await (given.program ?? given).begin();
}`,
		});
	}

	flags('one that a class keeps', {
		'test/a.test.ts': `import { test } from 'node:test';
import { JsonServer } from '../src/server.ts';
test('answers', async () => {
	const port = 8545;
	             ~~~~ listen (src/server.ts:8) → createServer.listen
	const server = new JsonServer({ hostname: '127.0.0.1', port });
	await server.listen();
});`,
		'src/server.ts': `import http from 'node:http';
export class JsonServer {
	constructor(config) {
		this.config = config;
		this.server = http.createServer();
	}
	async listen() {
		this.server.listen({ host: this.config.hostname, port: this.config.port });
	}
}`,
	});

	flags('one in a helper', {
		'test/a.test.ts': `import { start } from './server';
beforeAll(async () => {
	await start();
	      ~~~~~~~ A server of this test listens on port 4000 (start (test/server.ts:4) → createServer.listen)
});
it('serves', () => {});`,
		'test/server.ts': `import http from 'node:http';
import { port } from './ports';
export function start() {
	return http.createServer().listen(port);
}`,
		'test/ports.ts': 'export const port = 4000;',
	});

	flags('one in the code under test', {
		'test/a.test.ts': `import { main } from '../src/main';
it('starts', async () => {
	await main();
	      ~~~~~~ main (src/main.ts:4) → Deno.serve
});`,
		'src/main.ts': `export const answer = () => new Response('');

export async function main() {
	Deno.serve({ port: 8000 }, answer);
}`,
	});

	flags('one while the file is loaded', `import { WebSocketServer } from 'ws';
const server = new WebSocketServer({ port: 8080 });
                                           ~~~~ new WebSocketServer
test('connects', () => {});`);

	flags('one in a suite', `import { createServer } from 'node:net';
describe('sockets', () => {
	const server = createServer().listen('7777');
	                                     ~~~~~~ 7777
	it('connects', () => {});
});`);

	flags('one that a child process is told', `import { spawn, fork } from 'node:child_process';
it('serves', () => {
	spawn('node', ['server.js', '--port', '4505']);
	              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ port 4505
	fork('server.js', [], { env: { ...process.env, PORT: '4506' } });
	                                                     ~~~~~~ port 4506
});`);

	flags('one of a development server', `import { createServer } from 'vite';
it('serves', async () => {
	const server = await createServer({ server: { port: 5173, strictPort: true } });
	                                                    ~~~~ port 5173
	await server.listen();
});`);
});

describe('ports that chance picks', () => {
	flags('a number in a range', `import http from 'node:http';
const port = 3000 + Math.floor(Math.random() * 1000);
                               ~~~~~~~~~~~~~ listens on a port that chance picks (Math.random)
it('serves', () => {
	http.createServer().listen(port);
});`);

	flags('a helper that picks', {
		'a.test.ts': `import http from 'node:http';
import { randomPort } from './random-port';
it('serves', () => {
	http.createServer().listen(randomPort());
	                           ~~~~~~~~~~~~ randomPort (random-port.ts:2) → Math.random
});`,
		'random-port.ts': `export function randomPort() {
	return Math.floor(Math.random() * 10000) + 20000;
}`,
	});
});

describe('ports beside those that the system picked', () => {
	flags('one behind a port that the system picked for another server', `import http from 'node:http';
it('goes through the proxy', async () => {
	const server = http.createServer(handle);
	await new Promise(resolve => server.listen(0, resolve));
	const { port } = server.address();
	const proxy = http.createServer(pass);
	await new Promise(resolve => proxy.listen(port + 1, 'localhost', resolve));
	                                          ~~~~~~~~ A server of this test listens on a port that is counted on from one that the system picked for another (createServer.listen)
	proxy.close();
	server.close();
});`);

	flags('one behind a port that a package found', `import express from 'express';
import getPort from 'get-port';
it('listens', async () => {
	const options = { port: 1 + await getPort() };
	                        ~~~~~~~~~~~~~~~~~~~ is counted on from one that the system picked for another (listen)
	express().listen(options.port);
});`);

	flags('one behind a port that a helper tells', {
		'a.test.ts': `import http from 'node:http';
import { start } from './start';
it('goes on', async () => {
	const first = await start();
	http.createServer().listen({ port: first + 1 });
	                                   ~~~~~~~~~ is counted on from one that the system picked
});`,
		'start.ts': `import http from 'node:http';\nexport async function start(): Promise<number> {\n	const server = http.createServer();\n	await new Promise<void>(resolve => server.listen(0, resolve));\n	return server.address().port;\n}`,
	});

	flags('one behind that of another of its kind', `const Peer = require('../..');
const test = require('tape');
test('two find one another', t => {
	let first, second;
	first = new Peer({ tracker: false });
	second = new Peer({ tracker: false, listenPort: first.listenPort + 1, dbPort: first.dbPort + 1 });
	                                                ~~~~~~~~~~~~~~~~~~~~ is counted on from one that the system picked for another (first.listenPort)
	first.add(second);
});`);

	allows('a port behind one of another kind, or of settings', `import { Peer, Tracker } from '../..';
it('two find one another', () => {
	const tracker = new Tracker();
	const settings = read();
	const first = new Peer({ port: tracker.port + 1 });
	const second = new Peer({ port: settings.port + 1 });
	const third = new Peer({ port: first.port });
	const fourth = new Peer({ size: first.size + 1 });
	join(first, second, third, fourth);
});`);

	allows('a port of the environment that is counted on, and one behind an offset of its own', `import http from 'node:http';
it('listens', () => {
	http.createServer().listen(Number(process.env.PORT) + 1);
	http.createServer().listen(3000 + Number(process.env.JEST_WORKER_ID));
	http.createServer().listen(settings.port + 1);
});`);
});

describe('ports that an environment variable may change', () => {
	flags('where nothing sets it', `import http from 'node:http';
const port = Number(process.env.PORT ?? 3000);
                                        ~~~~ listens on port 3000 (createServer.listen)
it('serves', () => {
	http.createServer().listen(port);
	http.createServer().listen(process.env.PORT || process.env.SERVER_PORT || '4000');
	                                                                          ~~~~~~ listens on port 4000
});`);

	flags('however its text becomes a number', `import http from 'node:http';
it('serves', () => {
	http.createServer().listen(parseInt(process.env.P || '5002', 10));
	                                                     ~~~~~~ listens on port 5002
	http.createServer().listen(+(process.env.P || 5003));
	                                              ~~~~ listens on port 5003
	http.createServer().listen(process.env.P ? Number(process.env.P) : 5006);
	                                                                   ~~~~ listens on port 5006
	http.createServer().listen(process.env.P ? +process.env.P : 5007);
	                                                            ~~~~ listens on port 5007
});`);

	flags('in a helper of tests, and as a text', {
		'test/a.test.ts': `import { getPort, start } from './util/server';
beforeAll(done => {
	const port = getPort(process);
	             ~~~~~~~~~~~~~~~~ listens on port 12345 (start (test/util/server.ts:3) → createServer.listen)
	start(port, done);
});
it('serves', () => {});`,
		'test/util/server.ts': `import http from 'node:http';
export const getPort = (process: NodeJS.Process) => process.env.PORT || '12345';
export const start = (port: string, done: () => void) => http.createServer().listen(Number(port), done);`,
		'.env': 'API_PORT=0',
	});

	const own = `import http from 'node:http';
it('serves', () => {
	http.createServer().listen(process.env.PORT || 3000);
});`;
	for (const [name, files] of [
		['which the file sets', { 'a.test.ts': `process.env.PORT = '0';\n${own}` }],
		['which a script sets', { 'a.test.ts': own, 'package.json': '{ "scripts": { "test": "PORT=0 mocha" } }' }],
		['which the runner sets', { 'a.test.ts': own, 'package.json': '{ "devDependencies": { "vitest": "^3.0.0" } }', 'vitest.config.ts': `export default { test: { env: { PORT: '0' } } };` }],
		['which a file of variables sets', { 'a.test.ts': own, 'package.json': '{}', '.env.test': 'HOST=localhost\nPORT=0\n' }],
		['where a package reads variables from files', { 'a.test.ts': `import 'dotenv/config';\n${own}` }],
	] as const) allows(`one ${name}`, files);

	allows('one of the program, whoever runs it', {
		'test/a.test.ts': `import { start } from '../src/server';
it('serves', () => start());`,
		'src/server.ts': `import http from 'node:http';
export const start = () => http.createServer().listen(process.env.PORT || 3000);`,
	});
});

describe('ports that nobody else can hold', () => {
	allows('port 0', `import http from 'node:http';
it('serves', () => {
	http.createServer().listen(0);
	http.createServer().listen({ port: 0 });
	http.createServer().listen();
});`);

	allows('a path, and a port that is none', `import net from 'node:net';
it('serves', () => {
	net.createServer().listen('/tmp/app.sock');
	net.createServer().listen(\`/tmp/\${Date.now()}.sock\`);
	net.createServer().listen(-1);
	net.createServer().listen(99999);
	net.createServer().listen(80);
});`);

	allows('a free port that a package finds', `import getPort from 'get-port';
import http from 'node:http';
it('serves', async () => {
	const port = await getPort({ port: 3000 });
	http.createServer().listen(port);
	http.createServer().listen(await getPort());
	http.createServer().listen({ port: await getPort() });
});`);

	allows('a port from the environment', `import http from 'node:http';
it('serves', () => {
	http.createServer().listen(process.env.PORT);
	http.createServer().listen(Number(process.env.PORT));
	http.createServer().listen(+process.env.PORT);
	http.createServer().listen(+(process.env.PORT || 0));
	http.createServer().listen(process.env.PORT || 0);
	http.createServer().listen(3000 + Number(process.env.VITEST_POOL_ID));
	http.createServer().listen(process.env.PORT || (process.platform === 'win32' ? 3000 : 4000));
});`);

	allows('a port that is counted from what nobody can tell', {
		'a.test.ts': `import http from 'node:http';
import { nextPort } from './ports';
let free = 0;
let own = 3000;
it('serves', () => {
	http.createServer().listen(nextPort());
	free = http.createServer().listen(0).address().port;
	http.createServer().listen(free);
	own += Number(process.env.VITEST_POOL_ID);
	http.createServer().listen(own++);
});`,
		'ports.ts': 'let port = Number(process.env.BASE ?? 3000);\nexport const nextPort = () => port++;',
	});

	allows('one of several where 0 is among them', `import http from 'node:http';
let port = 0;
it('serves', () => {
	if (process.argv.includes('--fixed')) port = 3000;
	http.createServer().listen(port);
});`);

	allows('clients, and addresses that never leave the process', `import net from 'node:net';
import request from 'supertest';
import nock from 'nock';
it('connects', async () => {
	net.connect({ port: 5432 });
	nock('http://localhost:3000').get('/').reply(200);
	await request(app).get('http://localhost:3000/');
	new Request('http://localhost:3000/');
});`);

	allows('a server that is mocked', `import http from 'node:http';
import { vi } from 'vitest';
import { start } from './server';
vi.mock('node:http');
it('starts', () => {
	start();
	http.createServer().listen(3000);
});`);

	allows('a method that is stubbed', `import http from 'node:http';
import { vi } from 'vitest';
it('starts', () => {
	vi.spyOn(http, 'createServer').mockReturnValue({ listen() {} });
	http.createServer().listen(3000);
});`);

	allows('a server that is only injected into', `import Hapi from '@hapi/hapi';
it('answers', async () => {
	const server = Hapi.server({ port: 3000 });
	await server.inject('/');
});`);

	allows('a client that is told where to go', `import { execSync, spawn } from 'node:child_process';
it('asks', () => {
	execSync('redis-cli --port 6379 flushall');
	spawn('psql', ['--port', '5432']);
});`);

	allows('what does not run', `import http from 'node:http';
it.skip('serves', () => {
	http.createServer().listen(3000);
});
it('writes about it', () => {
	expect(text).toBe('http.createServer().listen(3000)');
});`);
});

describe('what cannot be mended by port 0 alone', () => {
	leaves('a port that is told elsewhere, too', `import http from 'node:http';
it('serves', async () => {
	http.createServer().listen(3000);
	await fetch('http://localhost:3000');
});`);

	leaves('a port under a name', `import http from 'node:http';
const port = 3000;
it('serves', async () => {
	http.createServer().listen(port);
});`);
});

describe('ports of two test files', () => {
	const other = `import http from 'node:http';
import { it } from 'vitest';
it('serves', () => {
	http.createServer().listen(3000);
});`;

	together.flags('the same one', {
		'test/a.test.ts': other.replace('3000);', '3000);\n	                           ~~~~ listens on port 3000 (createServer.listen), and so does test/b.test.ts:4, which may run at the same time'),
		'test/b.test.ts': other,
		'package.json': '{}',
	});

	together.flags('one that a helper has for all', {
		'test/a.test.ts': `import { start } from './start';
import { it } from 'vitest';
it('starts', () => {
	start();
	~~~~~~~ and so does test/c.test.ts:5, which
});`,
		'test/b.test.ts': other,
		'test/c.test.ts': `import { it } from 'vitest';
import { start } from './start';
it('starts', () => {
	const starts = 1;
	start();
});`,
		'test/start.ts': `import http from 'node:http';
const base = 4000;
export const start = () => http.createServer().listen(base + 1);`,
		'package.json': '{}',
	});

	for (const [why, files] of [
		['whose files run one after another', { 'test/b.test.ts': other, 'vitest.config.ts': 'export default { test: { fileParallelism: false } };', 'package.json': '{}' }],
		['of which one is of another runner', { 'test/b.test.ts': other.replace('vitest', '@playwright/test'), 'package.json': '{}' }],
		['of which one is in another package', { 'package.json': '{}', 'test/other/package.json': '{}', 'test/other/b.test.ts': other }],
		['of which one does not run', { 'test/b.test.ts': other.replace("it('", "it.skip('"), 'package.json': '{}' }],
	] as const) {
		together.flags(`the same one, ${why}, as one port`, { 'test/a.test.ts': other.replace('3000);', '3000);\n	                           ~~~~ which another test or program may hold'), ...files });
	}
});

describe('what is no port, or may never be taken', () => {
	allows('the path of a socket', `import fastify from 'fastify';
import { test } from 'node:test';
test('listens', async t => {
	const app = fastify();
	t.after(() => app.close());
	const path = \`app.\${Date.now()}.sock\`;
	await app.listen({ path });
	await app.listen({ path: '/tmp/' + Math.random() });
});`);

	allows('a server that a signal calls off', `import fastify from 'fastify';
import http from 'node:http';
import { test } from 'node:test';
test('does not listen', async () => {
	const controller = new AbortController();
	controller.abort();
	await fastify().listen({ port: 1234, signal: controller.signal });
	http.createServer().listen({ port: 1234, signal: controller.signal });
});`);
});

describe('ports that are counted', () => {
	flags('a variable that is counted up', `import http from 'node:http';
let port = 9100;
           ~~~~ A server of this test listens on a port that is counted from 9100 (createServer.listen), and so may others that count
beforeEach(() => {
	port++;
	http.createServer().listen(port);
});
it('serves', () => {});`);

	flags('one that is used and counted up in one', `import httpProxy from 'http-proxy';
let next = 9100;
           ~~~~ is counted from 9100 (createServer.listen)
it('serves', () => {
	httpProxy.createServer({}).listen(next++);
});`);

	flags('a counter of a helper, at its use', {
		'test/a.test.ts': `import http from 'node:http';
import { nextPort } from './support/ports';
it('serves', () => {
	http.createServer().listen(nextPort());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ is counted from 3000
});`,
		'test/support/ports.ts': 'let port = 3000;\nexport const nextPort = () => port++;',
	});

	flags('one for each turn of a loop', `import http from 'node:http';
const base = 4000;
             ~~~~ is counted from 4000
it('serves', () => {
	for (let index = 0; index < 3; index++) http.createServer().listen(base + index);
});`);

	flags('a counter of a class', `import http from 'node:http';
class Server {
	static port = 5000;
	              ~~~~ is counted from 5000
	start() { http.createServer().listen(Server.port++); }
}
it('serves', () => {
	new Server().start();
});`);
});

describe('ports that a helper chooses where it is told none', () => {
	const helper = `import http from 'node:http';
export function start({ port = 8080, host = '127.0.0.1' } = {}) {
	return http.createServer().listen(port, host);
}`;

	flags('the default', {
		'test/a.test.ts': `import { start } from './support/start';
it('serves', () => {
	start();
	~~~~~~~ listens on port 8080
	start({ host: 'localhost' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ listens on port 8080
});`,
		'test/support/start.ts': helper,
	});

	allows('another than the default', {
		'test/a.test.ts': `import { start } from './support/start';
it('serves', () => {
	start({ port: 0 });
});`,
		'test/support/start.ts': helper,
	});
});

describe('ports that a helper takes for its own default where it is told none', () => {
	const test = (call: string, mark = ''): string => `const { open, start, Mock } = require('./support/start');
it('serves', async () => {
	await ${call};${mark}
});`;
	const told = (call: string): string => test(call, `\n\t      ${' '.repeat(call.indexOf('17379'))}~~~~~ listens on port 17379`);
	const helper = `const http = require('http');
function Mock(port) {
	this.port = port;
	this.server = http.createServer();
}
Mock.prototype.start = function () {
	const self = this;
	return new Promise(resolve => {
		self.server.listen(self.port, () => {
			self.port = self.server.address().port;
			resolve(self);
		});
	});
};
exports.Mock = Mock;
exports.start = function (port) {
	port = port || 0;
	return new Mock(port).start();
};
exports.open = function (options) {
	options = options || {};
	return new Mock(options.port).start();
};`;

	for (const call of ['start(17379)', 'open({ port: 17379 })', 'new Mock(17379).start()']) flags(`as in ${call}, though it keeps what the server tells`, { 'test/a.test.js': told(call), 'test/support/start.js': helper });
	for (const call of ['start()', 'start(0)', 'start(process.env.PORT)', 'open()', 'open({})', 'open({ port: 0 })', 'new Mock(0).start()']) allows(`another, as in ${call}`, { 'test/a.test.js': test(call), 'test/support/start.js': helper });
});

describe('ports that chance picks in one call', () => {
	flags('a range inside the rounding, and one of a library', `import http from 'node:http';
import { randomInt } from 'node:crypto';
function somePort(least = 3000, most = 4000) {
	return Math.floor(Math.random() * (most - least + 1) + least);
	                  ~~~~~~~~~~~~~ a port that chance picks
}
it('serves', () => {
	http.createServer().listen(somePort());
	http.createServer().listen(randomInt(3000, 4000));
	                           ~~~~~~~~~~~~~~~~~~~~~ a port that chance picks
});`);
});

describe('a port on which nobody may listen', () => {
	flags('in an address, an option, and alone', `import assert from 'node:assert';
import net from 'node:net';
import WebSocket from 'ws';
it('is refused', done => {
	const ws = new WebSocket('ws://localhost:1337');
	                         ~~~~~~~~~~~~~~~~~~~~~ counts on nobody listening on port 1337
	ws.on('error', error => {
		assert.strictEqual(error.code, 'ECONNREFUSED');
		done();
	});
});
it('rejects', async () => {
	await assert.rejects(connect({ host: '127.0.0.1', port: 9000 }), /ECONNREFUSED/);
	                                                        ~~~~ port 9000
});
it('tells', done => {
	net.connect(5999).on('error', error => {
	            ~~~~ port 5999
		assert.match(error.message, /connect ECONNREFUSED/);
		done();
	});
});`);

	allows('a port of a server that is closed, a privileged one, another host, and an error of the test itself', `import assert from 'node:assert';
import http from 'node:http';
it('after the close', async () => {
	const server = http.createServer().listen(0);
	const { port } = server.address();
	server.close();
	await assert.rejects(fetch('http://localhost:' + port), /ECONNREFUSED/);
});
it('privileged', async () => {
	await assert.rejects(fetch('http://localhost:1/'), /ECONNREFUSED/);
});
it('elsewhere', async () => {
	await assert.rejects(connect({ host: 'db.example.com', port: 5432 }), /ECONNREFUSED/);
});
it('its own', () => {
	const error = new Error('connect ECONNREFUSED 127.0.0.1:9000');
	assert.equal(messageOf(error, 'http://localhost:9000'), 'connect ECONNREFUSED 127.0.0.1:9000');
});
it('is told of one', () => {
	assert.equal(sessionError({ code: 'ECONNREFUSED', address: '127.0.0.1', port: 4444 }), 'no driver runs');
});
it('is reached', async () => {
	assert.equal((await fetch('http://localhost:3000')).status, 200);
});`);

	allows('where something answers in place of the network', `import assert from 'node:assert';
import nock from 'nock';
it('is refused', async () => {
	nock.enableNetConnect();
	await assert.rejects(fetch('http://localhost:1337'), { code: 'ECONNREFUSED' });
});`);
});

describe('a port that is only preferred', () => {
	const helper = (again: string): string => `
import { createServer } from 'node:http';
const listen = port => new Promise((resolve, reject) => {
	const server = createServer();
	server.once('error', reject);
	server.listen(port, () => resolve(server));
});
export async function listenNear(port) {
	try {
		return await listen(port);
	} catch (error) {
		if (error.code !== 'EADDRINUSE') throw error;
	}
	${again}
}`;
	const file = (mark = ''): string => `
import { test } from 'vitest';
import { listenNear } from './listen-near';
test('answers', async () => {
	const server = await listenNear(4050);${mark}
	server.close();
});`;

	allows('by a function that takes another one where it is refused', { 'test/a.test.ts': file(), 'test/listen-near.ts': helper('return listen(0);') });
	flags('by a function that does nothing then', { 'test/a.test.ts': file(`
	                                ~~~~ port 4050`), 'test/listen-near.ts': helper('return undefined;') });
});

describe('settings of which some ports are set to 0', () => {
	const settings = {
		'src/settings.ts': `
const schema = () => ({ rpcPort: { doc: 'the third', default: 6000 }, apiPort: { default: 4000 }, webPort: { default: 3000 }, dbPort: { default: 5432 } });
export class Settings {
	async example() {
		const known = schema();
		const apiPort = (known.apiPort as { default: number }).default;
		return { host: 'localhost', apiPort, webPort: known.webPort.default, rpcPort: (known.rpcPort as { default: number }).default, dbPort: known.dbPort.default };
	}
}
export const defaults = { apiPort: 4000, webPort: 3000, rpcPort: 6000 };
`,
	};
	const file = (writes: string): string => `
import { beforeAll, test } from 'vitest';
import { start } from '../src/server';
import { Settings, defaults } from '../src/settings';
let options;
beforeAll(async () => {
	const settings = new Settings();
	options = await settings.example();
	${writes}
	await start(options);
});
test('answers', async () => { await fetch(options.url); });`;

	flags('the one that is left', { 'test/a.test.ts': file(`options.apiPort = 0;
	options.webPort = 0;
	~~~~~~~~~~~~~~~~~~~ This sets the other ports to 0 and leaves \`rpcPort\` at 6000`), ...settings });
	flags('the one that is left of a record that is spread', { 'test/a.test.ts': file(`await start({ ...defaults, apiPort: 0, webPort: 0 });
	                                       ~~~~~~~~~~ leaves \`rpcPort\` at 6000`), ...settings });
	allows('all of them', { 'test/a.test.ts': file('options.apiPort = 0;\n\toptions.webPort = 0;\n\toptions.rpcPort = 0;'), ...settings });
	allows('one alone, beside which the others may not be used', { 'test/a.test.ts': file('options.apiPort = 0;'), ...settings });
	allows('those that are not 0', { 'test/a.test.ts': file('options.apiPort = pick();\n\toptions.webPort = pick();'), ...settings });
	allows('one that something else is put in the place of', { 'test/a.test.ts': file('options.apiPort = 0;\n\toptions.webPort = 0;\n\toptions.rpcPort = pick();'), ...settings });
	allows('a file without tests', { 'bench/start.ts': `import { defaults } from '../src/settings';\nstart({ ...defaults, apiPort: 0, webPort: 0 });`, ...settings });
	allows('spread ones that are all set', { 'test/a.test.ts': file('await start({ ...defaults, apiPort: 0, webPort: 0, rpcPort: 0 });'), ...settings });
});

describe('ports that a test tells a program', () => {
	const writes = (body: string): string => `
import { test } from 'vitest';
import { site } from './site';
test('answers', async () => {
	const program = await site({
		path: 'index.js',
		content: \`
			const server = require('http').createServer((request, response) => response.end());
			server.listen(4444);
		\`,
	});
${body}
});`;
	flags('one that a program which the test writes listens on, where the test names it again', writes(`
	await program.start({ targetPort: 4444 });
	                                  ~~~~ A program that this test runs is to listen on port 4444`));
	flags('and where it asks there', writes(`
	await fetch('http://localhost:4444/a');
	            ~~~~~~~~~~~~~~~~~~~~~~~~~`));
	allows('a program that only stands in a text, with other numbers beside it', writes(`
	await fetch('http://localhost:44440/a');
	expect(program.lines).toHaveLength(3);`));
	allows('a text alone', writes('\tawait program.start();'));

	const runs = (line: string, mark = ''): string => `
import { $ } from 'zx';
test('answers', async () => {
	const server = $\`${line}\`;
	const out = await $\`node cli.js http://127.0.0.1:8080/a.js\`;${mark}
	server.kill();
});`;
	for (const line of ['echo hello | nc -l 8080', 'nc -lp 8080 < ${file}', 'netcat -k -l -p 8080', 'python3 -m http.server 8080', 'php -S localhost:8080']) flags(`one of a command line: ${line}`, runs(line, `\n\t                   ${'~'.repeat(40)} A program that this test runs is to listen on port 8080`));
	for (const line of ['nc -z localhost 8080', 'nc -l 18080', 'python3 -m http.client 8080', 'echo nc -l', 'sync -l 8080']) allows(`a command line that does not: ${line}`, runs(line));
});

describe('ports that a class is made with', () => {
	const mock = (text: string): string => `import { createServer } from 'node:net';\n${text}`;

	for (const [name, text] of [
		['its constructor listens on the field', 'export class Mock { constructor(port) { this.port = port; createServer().listen(this.port); } }'],
		['its constructor calls a method that does', 'export class Mock { constructor(port) { this.port = port; this.connect(); } connect() { this.server = createServer(); this.server.listen(this.port); } }'],
		['a parameter is the field', 'export class Mock { constructor(private port: number) { this.connect(); } connect() { createServer().listen(this.port); } }'],
		['it inherits the constructor', 'class Base { constructor(port) { this.port = port; createServer().listen(this.port); } }\nexport class Mock extends Base {}'],
		['it calls the constructor above with other arguments', 'class Base { constructor(name, port) { this.port = port; createServer().listen(this.port); } }\nexport class Mock extends Base { constructor(port) { super("mock", port); } }'],
		['it inherits the method', 'class Base { constructor(name, port) { this.port = port; } connect() { createServer().listen(this.port); } }\nexport class Mock extends Base { constructor(port) { super("mock", port); this.connect(); } }'],
	] as const) {
		flags(name, {
			'test/a.test.ts': `import { Mock } from './support/mock';
it('answers', () => {
	new Mock(17379, () => {});
	         ~~~~~ A server of this test listens on port 17379 (new Mock
});`,
			'test/support/mock.ts': mock(text),
		});
	}

	allows('another argument, and a class that does not listen before it is told to', {
		'test/a.test.ts': `import { Heir, Lazy, Mock } from './support/mock';
it('answers', () => {
	new Mock(0, 17379);
	new Heir(17379);
	new Lazy(17379);
});`,
		'test/support/mock.ts': mock(`export class Mock { constructor(port, size) { this.port = port; this.size = size; createServer().listen(this.port); } }
export class Heir extends Mock { constructor(size) { super(0, size); } }
export class Lazy { constructor(port) { this.port = port; } connect() { createServer().listen(this.port); } }`),
	});
});

describe('ports in what a test hands over', () => {
	flags('callbacks, whoever calls them', `import http from 'node:http';
import { connect } from 'some-database';
it('answers', done => {
	connect(() => {
		const server = http.createServer();
		server.on('request', () => http.createServer().listen(3002));
		                                                      ~~~~ listens on port 3002
		server.listen(3001, done);
		              ~~~~ listens on port 3001
	});
	setTimeout(() => http.createServer().listen(3003), 10);
	                                            ~~~~ listens on port 3003
});`);

	allows('what a named function does with what it is told, and tests that do not run', `import http from 'node:http';
import { test } from 'node:test';
test('answers', async t => {
	const start = (port = 3000) => new Promise(resolve => http.createServer().listen(port, resolve));
	await start(0);
	await t.test('later', { skip: true }, () => { http.createServer().listen(3001); });
});`);
});

describe('servers of which only the name of the method tells', () => {
	flags('something that a package or nobody known makes', {
		'test/a.test.ts': `import { app } from 'some-framework';
import api from './lib/missing';
import { make } from './support/make';
before(async () => {
	await app().use('todos', {}).listen(8787);
	                                    ~~~~ A server of this test listens on port 8787 (listen)
	api.listen(3000);
	           ~~~~ listens on port 3000
	make(9988);
	     ~~~~ listens on port 9988 (make (test/support/make.ts:3) → listen)
});
it('answers', () => {});`,
		'test/support/make.ts': `import { app } from 'some-framework';
export function make(port) {
	return app().configure(app.rest()).listen(port);
}`,
	});

	allows('functions, stand-ins, what is no port, and what the program does', {
		'test/a.test.ts': `import { app } from 'some-framework';
import { run } from '../src/run';
it('answers', () => {
	app().listen();
	app().listen(0);
	app().listen(80);
	app().listen({ onUnhandledRequest: 'error' });
	app().listen('changed', () => {});
	app().listen(chosen());
	const stub = { listen: jest.fn() };
	stub.listen(3000);
	const own = { listen(ms) { return ms; } };
	own.listen(3000);
	run();
});`,
		'src/run.ts': `import { app } from 'some-framework';
export const run = () => app().listen(3000);`,
	});
});

describe('what a test gives in place of a server', () => {
	const given = (setup: string): Record<string, string> => ({
		'test/a.test.ts': `import { expect, it } from 'vitest';
import { login } from '../src/login';
import { Shop } from '../src/shop';
it('runs', async () => {
	const command = login();
	const other = login();
	const shop = new Shop();
	${setup}
	expect(command).toBeDefined();
});`,
		'src/login.ts': `import { Asker } from './asker';
export function login() {
	let runner;
	return {
		set runner(value) { runner = value; },
		async handle(name) {
			if (!runner) runner = new Asker();
			await runner.withName(name).run();
		},
	};
}`,
		'src/shop.ts': `import { Asker } from './asker';
export class Shop {
	asker = new Asker();
	async open() { await this.asker.run(); }
}`,
		'src/asker.ts': `import http from 'node:http';
export class Asker {
	withName(name) { this.name = name; return this; }
	async run() { http.createServer().listen(9898); }
}`,
	});
	const marks = (call: string): string => `await ${call};\n\t      ${'~'.repeat(call.length)} listens on port 9898`;
	flags('none', given(marks("command.handle('a')")));
	allows('by a setter', given("command.runner = { withName: () => ({ run: async () => {} }) };\n\tawait command.handle('a');"));
	allows('as a field', given('shop.asker = { run: async () => {} };\n\tawait shop.open();'));
	flags('too late', given(`${marks("command.handle('a')")}\n\tcommand.runner = { run: async () => {} };`));
	flags('to another', given(`other.runner = { run: async () => {} };\n\t${marks("command.handle('a')")}`));
	flags('and takes away again', given(`command.runner = null;\n\t${marks("command.handle('a')")}`));
	flags('for something else', given(`shop.name = { run: async () => {} };\n\t${marks('shop.open()')}`));
});

describe('ports that a file draws for an address', () => {
	const file = (port: string, use = 'const url = `http://localhost:${port}`;'): Record<string, string> => ({ 'a.test.js': `import { randomInt } from 'node:crypto';
import getPort from 'get-port';
import { start } from 'some-server';
const port = ${port}
${use}
describe('server', () => {
	before(() => start({ port }));
	it('answers', async () => { expect(await ask(port)).to.equal(1); });
});
`, 'package.json': '{"devDependencies":{"mocha":"10"}}' });
	const marked = (port: string): string => `${port};\n             ${'~'.repeat(port.length)} listens on a port that chance picks`;

	flags('by chance', file(marked('30000 + Math.floor(Math.random() * 1000)')));
	flags('by a draw of Node.js', file(marked('randomInt(20000, 30000)')));
	flags('out of the clock', file(marked('parseInt(Date.now().toString().slice(3, 8), 10)')));
	flags('for an address by number', file(marked('5000 + (Date.now() % 1000)'), 'const url = `ws://127.0.0.1:${port}/ws`;'));
	flags('for a multiaddress', file(marked('10000 + Math.floor(Math.random() * 50000)'), 'const address = `/ip4/127.0.0.1/tcp/${port}`;'));
	allows('that was looked for', file('await getPort()'));
	allows('for another host', file('30000 + Math.floor(Math.random() * 1000)', 'const url = `http://${host}:${port}`;'));
	allows('for no address', file('30000 + Math.floor(Math.random() * 1000)', ''));
	allows('by the process', file('30000 + (process.pid % 1000)'));
	allows('under another name', { 'a.test.js': 'const count = 3000 + Math.floor(Math.random() * 10);\nit("a", () => { expect(parse(`http://localhost:${count}`)).to.equal(count); });' });
	allows('by another function', file('pick(3000 + Math.floor(Math.random() * 10))'));
});

describe('servers of a table, by the keys that the call hands over', () => {
	const client = `import http from 'node:http';
import version from './version.json';
const start = async ({ group, kind, port = 5001, ...rest }) => {
	const named = () => (/plain/.test(kind) ? \`\${kind}\${version.major > 2 ? '' : 1}\` : kind);
	return servers[group][named()]({ port, ...rest });
};
const listening = port => new Promise(resolve => {
	const server = http.createServer().listen(port, () => resolve(server));
});
const servers = {
	local: {
		plain: () => listening(0),
		secure: ({ port }) => listening(port),
		proxied: ({ port }) => listening(port),
	},
	remote: {
		mirror: ({ port }) => listening(port),
		plain: () => listening(0),
	},
};
export default start;`;
	const starting = (group: string, kinds: string, ...told: readonly string[]) => ({
		'test/a.test.js': `import start from './client.js';
[${kinds}].forEach(kind => {
	describe(kind, () => {
		let server;
		before(async () => {
			server = await start({ group: '${group}', kind });
${told.map(line => `\t\t\t               ${line}\n`).join('')}		});
		it('serves', () => server.address());
	});
});`,
		'test/client.js': client,
		'test/version.json': '{ "major": 3 }',
	});
	const place = '~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~';

	flags('the one that the list of kinds has', starting('local', `'plain', 'proxied'`, `${place} start (test/client.js:5) → proxied (test/client.js:14) → listening (test/client.js:8)`));

	flags('that of the other group', starting('remote', `'mirror'`, `${place}~ start (test/client.js:5) → mirror (test/client.js:17)`));

	allows('where no kind of the list listens on it', starting('local', `'plain'`));

	flags('any of them, where nobody tells the kind', starting('local', '...process.argv', `${place} start (test/client.js:5) → secure (test/client.js:13)`));
});

describe('a server that is to throw', () => {
	const src = { 'src/serve.ts': `import http from 'node:http';
export function serve(host: string | undefined, port: number) {
	if (host === undefined) throw new TypeError('no host');
	return http.createServer().listen(port, host);
}` };
	const serving = (line: string) => ({ 'test/a.test.ts': `import { expect, it } from 'vitest';
import { serve } from '../src/serve';
it('a', () => {
	${line}
});`, ...src });

	allows('before it listens', serving('expect(() => serve(undefined, 1234)).toThrow(/host/);'));
	flags('and does not', serving('expect(() => serve("127.0.0.1", 1234)).not.toThrow();\n\t                                ~~~~'));
	flags('and one beside it', serving('const server = serve("127.0.0.1", 1234);\n\t                                  ~~~~\n\texpect(() => server.address(1)).toThrow();'));
});
