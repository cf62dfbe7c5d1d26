import { describe } from 'vitest';

import rule from '../../rules/no-real-network.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-real-network', rule);

const vitest = `import { beforeEach, expect, test, vi } from 'vitest';`;

describe('requests', () => {
	flags('a request of the test itself', `
${vitest}
import axios from 'axios';
import https from 'node:https';
test('asks', async () => {
	const response = await fetch('https://api.github.com/users');
	                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ api.github.com
	await axios.get('http://example.com/');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	https.get({ hostname: 'www.google.com', path: '/' }, () => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ www.google.com
	expect(response.status).toBe(200);
});
`);

	flags('what the code under test asks, two modules away', {
		'a.test.ts': `
${vitest}
import { loadUser } from './src/users';
test('loads', async () => {
	expect(await loadUser('ann')).toBeDefined();
	             ~~~~~~~~~~~~~~~ loadUser (src/users.ts:2) → get (src/client.ts:4) → create.get
});
`,
		'src/users.ts': `import { get } from './client';\nexport const loadUser = (name: string) => get('/users/' + name);\n`,
		'src/client.ts': `import axios from 'axios';\nimport { base } from './config';\nconst client = axios.create({ baseURL: base });\nexport const get = (path: string) => client.get(path);\n`,
		'src/config.ts': `const host = 'api.github.com';\nexport const base = \`https://\${host}/v3\`;\n`,
	});

	flags('services that everybody asks at one host', {
		'a.test.ts': `
${vitest}
import OpenAI from 'openai';
import { newest } from './src/versions';
test('asks', async () => {
	expect(await newest('express')).toBe('5.0.0');
	             ~~~~~~~~~~~~~~~~~ This asks \`registry.npmjs.org\` over the real network (newest (src/versions.ts:2) → latest-version)
	const client = new OpenAI({ apiKey: 'test' });
	expect(await client.models.list()).toBeDefined();
	             ~~~~~~~~~~~~~~~~~~~~ api.openai.com
});
`,
		'src/versions.ts': `import latestVersion from 'latest-version';\nexport const newest = (name: string) => latestVersion(name);\n`,
	});

	allows('them where the test names another host, something else answers, or nothing is asked', {
		'a.test.ts': `
${vitest}
import OpenAI from 'openai';
import packageJson from 'package-json';
import { Octokit } from '@octokit/rest';
import { newest } from './src/versions';
vi.mock('latest-version');
test('asks', async () => {
	expect(await newest('express')).toBe('5.0.0');
	expect(await packageJson('express', { registryUrl: 'http://localhost:4873' })).toBeDefined();
	const client = new OpenAI({ apiKey: 'test', fetch: async () => new Response('{}') });
	expect(await client.models.list()).toBeDefined();
	expect(await new Octokit({ baseUrl: server.url }).rest.users.getByUsername({ username: 'ann' })).toBeDefined();
	expect(new OpenAI({ apiKey: 'test' }).apiKey).toBe('test');
});
`,
		'src/versions.ts': `import latestVersion from 'latest-version';\nexport const newest = (name: string) => latestVersion(name);\n`,
	});

	flags('clients of less known packages', `
${vitest}
import urllib from 'urllib';
import wretch from 'wretch';
import git from 'isomorphic-git';
test('asks', async () => {
	await urllib.request('https://github.com/');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ github.com
	await wretch('https://api.github.com').get('/users').json();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await git.clone({ fs, http, dir, url: 'https://github.com/a/b' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await git.clone({ fs, http, dir, url: 'http://localhost:8174/b' });
});
`);

	flags('sockets, names, and addresses with a part that is not known', `
${vitest}
import WebSocket from 'ws';
import dns from 'node:dns/promises';
beforeEach(async () => {
	await dns.lookup('github.com');
	      ~~~~~~~~~~~~~~~~~~~~~~~~
});
test('asks', async () => {
	const socket = new WebSocket('wss://echo.websocket.org');
	               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await fetch(\`https://api.github.com/users/\${process.env.USER}\`);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await fetch(new URL('/users', 'https://api.github.com'));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('pages of others', `
import { test, expect } from '@playwright/test';
test('searches', async ({ page }) => {
	await page.goto('https://www.google.com');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This opens a page of
	await page.goto('http://localhost:3000/');
	await page.goto('/about');
});
`);

	allows('local hosts, data and what is not known', `
${vitest}
test('asks', async () => {
	await fetch('http://localhost:3000/users');
	await fetch('http://127.0.0.1/users');
	await fetch('http://[::1]:8080/users');
	await fetch('http://api.test/users');
	await fetch('http://redis:6379/');
	await fetch('/users');
	await fetch('data:text/plain,a');
	await fetch(process.env.API_URL);
	await fetch(\`https://\${process.env.HOST}/users\`);
	await fetch(\`https://api.\${process.env.ENVIRONMENT}\`);
	const request = new Request('https://example.com/');
	expect(new URL('https://example.com/a').pathname).toBe('/a');
	expect(request.url).toBe('https://example.com/');
});
`);

	allows('an app that is asked without a network', `
${vitest}
import request from 'supertest';
import { Hono } from 'hono';
const app = new Hono();
test('asks', async () => {
	await app.request('https://example.com/users');
	await app.fetch(new Request('https://example.com/users'));
	await request(app).get('/users');
	const fetch = async (url: string) => url;
	await fetch('https://example.com/users');
});
`);

	allows('what the code under test sends only under a condition', {
		'a.test.ts': `
${vitest}
import { load } from './src/load';
test('loads', async () => {
	expect(await load({ offline: true })).toBe('');
});
`,
		'src/load.ts': `export async function load({ offline }) {\n\tif (offline) return '';\n\treturn fetch('https://api.github.com/users');\n}\n`,
	});

	allows('a host that is not there', `
${vitest}
test('fails', async () => {
	await expect(fetch('https://not.a.host.anywhere')).rejects.toThrow();
});
`);

	allows('tests that do not run', `
${vitest}
test.skip('asks', () => fetch('https://api.github.com/'));
`);

	allows('a host that may be asked', `
${vitest}
test('asks', () => fetch('https://staging.shop.com/'));
`, { options: { allow: ['staging.shop.com'] } });
});

describe('hosts of the project', () => {
	const asks = `${vitest}\ntest('connects', async () => {\n\tawait fetch('https://sandbox.realtime.ably-nonprod.net/apps');\n`;
	const called = asks + '\t      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks `sandbox.realtime.ably-nonprod.net`\n});\n';
	const named = (name: string) => ({ 'package.json': JSON.stringify({ name, devDependencies: { vitest: '4' } }) });
	allows('the sandbox that a suite of integration is about', { 'test/integration/a.test.ts': `${asks}});\n`, ...named('ably') });
	allows('the same for a package of the organisation', { 'packages/a/integration-tests/a.test.ts': `${asks}});\n`, ...named('@ably/chat') });
	flags('it where the option says so', { 'test/integration/a.test.ts': called, ...named('ably') }, { options: { ownHosts: true } });
	flags('a test of a unit', { 'test/unit/a.test.ts': called, ...named('ably') });
	flags('a host of others', { 'test/integration/a.test.ts': called, ...named('realtime-chat') });
});

describe('requests that never leave', () => {
	allows('what is ended in the turn that makes it', `
${vitest}
import http from 'node:http';
import request from 'request';
import got from 'got';
import WebSocket from 'ws';
test('signs', done => {
	const signed = request.post({ url: 'https://api.twitter.com/oauth' });
	process.nextTick(() => {
		expect(signed.headers.Authorization).toBe('a');
		signed.abort();
		done();
	});
});
test('is destroyed', () => {
	const sent = http.request('http://github.com/');
	sent.on('error', () => {});
	sent.destroy();
});
test('is aborted', async () => {
	const controller = new AbortController();
	const answer = fetch('https://api.github.com/', { signal: controller.signal });
	controller.abort();
	await expect(answer).rejects.toThrow('aborted');
	const cancelled = got('https://api.github.com/');
	cancelled.cancel();
	await fetch('https://api.github.com/', { signal: AbortSignal.abort() }).catch(() => {});
});
test('is closed', () => {
	const socket = new WebSocket('wss://echo.websocket.org');
	queueMicrotask(() => socket.terminate());
});
`);

	allows('what a helper begins and the test ends at once', {
		'a.test.ts': `${vitest}\nimport { start } from './start';\ntest('ends', () => {\n\tconst sent = start('/users');\n\tsent.abort();\n});\n`,
		'start.ts': `import http from 'node:http';\nexport function start(path: string) {\n\tconst sent = http.get('http://api.github.com' + path);\n\treturn sent;\n}\n`,
	});

	flags('what is ended when it has been on its way', `
${vitest}
import http from 'node:http';
test('is late', async () => {
	const controller = new AbortController();
	const answer = await fetch('https://api.github.com/', { signal: controller.signal });
	                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ api.github.com
	controller.abort();
	const sent = http.get('http://github.com/');
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ github.com
	await new Promise(resolve => sent.on('response', resolve));
	sent.destroy();
	const other = http.get('http://github.com/a');
	              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ github.com
	setTimeout(() => other.destroy(), 1000);
	const kept = http.get('http://github.com/b');
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ github.com
	sent.destroy();
	kept.on('response', () => kept.destroy());
});
`);

	allows('a proxy of this machine', `
${vitest}
import request from 'request';
import axios from 'axios';
const server = makeServer();
test('tunnels', async () => {
	request({ url: 'http://google.com', proxy: server.url, tunnel: true }, (error, response) => expect(response.statusCode).toBe(200));
	request('http://google.com', { proxy: 'http://localhost:3128' }, () => {});
	await axios.get('http://google.com', { proxy: { host: '127.0.0.1', port: 3128 } });
});
`);

	flags('a proxy of others, and none', `
${vitest}
import request from 'request';
import axios from 'axios';
test('tunnels', async () => {
	request('http://google.com', { proxy: 'http://proxy.github.com:3128' }, () => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ google.com
	await axios.get('http://google.com', { proxy: false });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ google.com
});
`);
});

describe('what answers in the network\'s place', () => {
	const asks = `test('asks', async () => {\n\tconst response = await fetch('https://api.github.com/users');\n\texpect(response.status).toBe(200);\n});\n`;

	allows('MSW', `${vitest}\nimport { setupServer } from 'msw/node';\nconst server = setupServer();\nbeforeEach(() => server.listen());\n${asks}`);
	const told = `test('asks', async () => {\n\tconst response = await fetch('https://api.github.com/users');\n\t                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ api.github.com\n\texpect(response.status).toBe(200);\n});\n`;
	const serving = (code: string, handlers: string, listen: string, more = ''): Case => ({
		'a.test.ts': `${vitest}\n${more}\n${code}`,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./support/setup.ts'] } });\n`,
		'support/setup.ts': `import { server } from './server';\nimport { beforeAll } from 'vitest';\nbeforeAll(() => server.listen(${listen}));\n`,
		'support/server.ts': `import { setupServer } from 'msw/node';\nimport { graphql, http, HttpResponse } from 'msw';\nimport { handlers } from './handlers';\nexport const server = setupServer(${handlers});\n`,
		'support/handlers.ts': `import { http, HttpResponse } from 'msw';\nconst rates = [http.get('https://rates.test-bank.com/:country', () => HttpResponse.json({})), http.post('/own', () => HttpResponse.json({}))];\nexport const handlers = [...rates, http.get('https://mail.test-bank.com:443/*', () => HttpResponse.json({}))];\n`,
		'package.json': `{ "devDependencies": { "vitest": "4" } }`,
	});
	const bypass = `{ onUnhandledRequest: 'bypass' }`;
	flags('a host that MSW lets pass', serving(told, '...handlers', bypass));
	flags('a host of which MSW only warns', serving(told, '...handlers', `{ onUnhandledRequest: 'warn' }`));
	flags('a host that MSW lets pass without a list', serving(told, `http.get('https://rates.test-bank.com/', () => HttpResponse.json({}))`, bypass));
	flags('a host that no handler of the test is for', serving(told, '...handlers', bypass, `import { server } from './support/server';\nimport { http } from 'msw';\nbeforeEach(() => server.use(http.get('https://rates.test-bank.com/de', answer)));`));
	allows('a host that a handler is for', serving(asks, `...handlers, http.get('https://api.github.com/*', () => HttpResponse.json({}))`, bypass));
	allows('a host that a handler of the test is for', serving(asks, '...handlers', bypass, `import { server } from './support/server';\nimport { http } from 'msw';\nbeforeEach(() => server.use(http.get('https://API.github.com/users', answer)));`));
	for (const [name, handlers] of [
		['any host', `http.all('*', () => HttpResponse.json({}))`],
		['some hosts', `http.get('https://*.github.com/users', () => HttpResponse.json({}))`],
		['a pattern', `http.get(/github/, () => HttpResponse.json({}))`],
		['queries', `graphql.query('users', () => HttpResponse.json({}))`],
		['what is not known', '...made()'],
		['what is not known, beside', '...handlers, ...more'],
	] as const)
		allows(`a handler for ${name}`, serving(asks, handlers, bypass));
	for (const [name, listen] of [['an error', `{ onUnhandledRequest: 'error' }`], ['a function', '{ onUnhandledRequest: request => deny(request) }'], ['a name', '{ onUnhandledRequest: policy }'], ['options of a name', 'options']] as const)
		allows(`what MSW does with the rest where that is ${name}`, serving(asks, '...handlers', listen));
	allows('something else beside MSW', serving(asks, '...handlers', bypass, `import nock from 'nock';`));
	allows('nock', `${vitest}\nimport nock from 'nock';\nnock('https://api.github.com').get('/users').reply(200);\n${asks}`);
	allows('a stub of fetch', `${vitest}\nbeforeEach(() => {\n\tvi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response());\n});\n${asks}`);
	allows('a stubbed global', `${vitest}\nvi.stubGlobal('fetch', vi.fn());\n${asks}`);
	allows('a replaced global', `${vitest}\nbeforeEach(() => {\n\tglobalThis.fetch = async () => new Response();\n});\n${asks}`);
	flags('a replaced global of another kind', `${vitest}
window.fetch = async () => new Response();
it('asks', done => {
	const request = new XMLHttpRequest();
	request.open('GET', 'https://api.github.com/users');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	request.onload = () => { done(); };
	request.send();
});`);
	allows('one that the client may be built on', `${vitest}
window.XMLHttpRequest = Standin;
it('asks', async () => {
	const request = new XMLHttpRequest();
	request.open('GET', 'https://api.github.com/users');
	request.send();
	await fetch('https://api.github.com/users');
});`);
	allows('an agent of undici', `${vitest}\nimport { MockAgent, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new MockAgent());\n${asks}`);
	allows('a proxy that the environment names', `${vitest}\nbeforeEach(() => {\n\tprocess.env.HTTPS_PROXY = 'http://localhost:3128';\n});\n${asks}`);
	allows('a module that is replaced', `
${vitest}
import axios from 'axios';
vi.mock('axios');
test('asks', async () => {
	await axios.get('https://api.github.com/users');
});
`);
	allows('a server of a package of the workspace, behind modules that only pass it on', {
		'a.test.ts': `${vitest}\nimport { createTestServer } from './testing/vitest';\ncreateTestServer();\n${asks}`,
		'testing/vitest.ts': `import { createServer } from './index';\nexport function createTestServer() {\n\tconst server = createServer();\n\tbeforeAll(() => server.start());\n}\n`,
		'testing/index.ts': `export * from './parts';\n`,
		'testing/parts.ts': `export { createServer } from './server';\n`,
		'testing/server.ts': `import { setupServer } from 'msw/node';\nexport const createServer = () => {\n\tconst server = setupServer();\n\treturn { start: () => server.listen() };\n};\n`,
	});
	allows('a package that says by its name that it answers', `${vitest}\nimport { createTestServer } from '@own/test-server/with-vitest';\ncreateTestServer({});\n${asks}`);
	allows('a server of a setup file', {
		'a.test.ts': `${vitest}\n${asks}`,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./test/setup.ts'] } });\n`,
		'test/setup.ts': `import { server } from './server';\nimport { beforeAll } from 'vitest';\nbeforeAll(() => server.listen());\n`,
		'test/server.ts': `import { setupServer } from 'msw/node';\nexport const server = setupServer();\n`,
		'package.json': `{ "devDependencies": { "vitest": "4" } }`,
	});
	allows('a route of the browser', `
import { test } from '@playwright/test';
test('searches', async ({ page }) => {
	await page.route('**', route => route.fulfill({ body: '' }));
	await page.goto('https://www.google.com');
});
`);
	allows('a suite that says that it is about the real thing', { 'smoke/a.test.ts': `${vitest}\n${asks}` });
});

flags('sockets, brokers, and what a command line fetches', `
import { execSync } from 'node:child_process';
import net from 'node:net';
import mqtt from 'mqtt';
import { test } from 'vitest';
test('connects', () => {
	net.connect({ port: 80, host: 'github.com' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`github.com\`
	mqtt.connect('mqtts://test.mosquitto.org');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`test.mosquitto.org\`
	execSync('git clone --depth 1 https://github.com/a/b.git out');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`github.com\`
});
`);

allows('those of this machine, and addresses that are only said', `
import { execSync } from 'node:child_process';
import net from 'node:net';
import { test } from 'vitest';
test('connects', () => {
	net.connect(8080, 'localhost');
	net.connect('/tmp/socket');
	net.connect({ path: '/tmp/socket' });
	execSync('curl http://localhost:3000/health');
	execSync('echo https://github.com');
	execSync('git remote add origin https://github.com/a/b.git');
});
`);

flags('a client of the project that bears the name of a global one', {
	'test/a.test.js': `
const { test } = require('node:test');
const assert = require('node:assert');
const { fetch } = require('..');
test('asks', async () => {
	const response = await fetch('https://api.github.com/users');
	                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`api.github.com\`
	assert.equal(response.status, 200);
});
`,
	'index.js': `
module.exports.fetch = require('./lib/fetch');
exports.WebSocket = class {};
`,
	'lib/fetch.js': `module.exports = url => global.fetch(url);`,
});

allows('one that the project puts in the place of the global one', {
	'test/a.test.js': `
const { test } = require('node:test');
const assert = require('node:assert');
require('..');
test('asks', async () => {
	const response = await fetch('https://api.github.com/users');
	assert.equal(response.status, 200);
});
`,
	'index.js': `global.fetch = async () => ({ status: 200 });`,
});

describe('requests that settle a promise', () => {
	flags('one whose callback is the settling itself', `import https from 'node:https';
import { expect, test } from 'vitest';
test('answers', async () => {
	const response = await new Promise((resolve, reject) => {
		https.get('https://api.github.com/users', resolve).on('error', reject);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`api.github.com\` over the real network
	});
	expect(response.statusCode).toBe(200);
});`);

	allows('one whose options may answer in the place of the network', `import https from 'node:https';
import { expect, test } from 'vitest';
import { options } from './options';
test('answers', async () => {
	const response = await new Promise((resolve, reject) => {
		https.get('https://api.github.com/users', options, resolve).on('error', reject);
	});
	expect(response.statusCode).toBe(200);
});`);
});

describe('a page that a link leads to', () => {
	flags('which the test waits for, or asserts to be there', `
import { expect, test } from '@playwright/test';
test('leaves', async ({ page, context }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Sign in' }).click();
	await page.waitForURL('https://github.com/login');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This opens a page of \`github.com\`
	const [tab] = await Promise.all([context.waitForEvent('page'), page.getByText('Help').click()]);
	await expect(tab).toHaveURL('https://docs.github.com/');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This opens a page of \`docs.github.com\`
});
`);
	allows('of this machine, one that is answered for, and one where the browser is not to get', `
import { expect, test } from '@playwright/test';
test('stays', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Sign in' }).click();
	await page.waitForURL('http://localhost:3000/login');
	await expect(page).toHaveURL('/login');
	await expect(page).not.toHaveURL('https://github.com/login');
});
test('is answered', async ({ page }) => {
	await page.route('https://github.com/**', route => route.fulfill({ body: '' }));
	await page.goto('/');
	await page.getByRole('link', { name: 'Sign in' }).click();
	await page.waitForURL('https://github.com/login');
});
`);
});

describe('requests of a browser runner that no page sends', () => {
	flags('those of Playwright, by the fixture and by a page', `import { expect, test } from '@playwright/test';
test('asks', async ({ page, request }) => {
	await page.route('https://api.github.com/**', route => route.fulfill({ json: [] }));
	const response = await request.get('https://api.github.com/users');
	                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`api.github.com\` over the real network (request.get)
	expect(response.status()).toBe(200);
	const other = await page.request.get('https://api.github.com/teams');
	                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`api.github.com\`
	expect(other.status()).toBe(200);
});`);

	flags('those of Cypress, by method and address', { 'cypress/e2e/a.cy.js': `
it('asks', () => {
	cy.request('GET', 'https://api.github.com/users').its('status').should('eq', 200);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`api.github.com\`
});` });

	allows('those of the own server', `import { expect, test } from '@playwright/test';
test('asks', async ({ request }) => {
	expect((await request.get('/api/users')).status()).toBe(200);
	expect((await request.get('http://localhost:3000/api/users')).status()).toBe(200);
	expect((await request.get(process.env.API + '/users')).status()).toBe(200);
});`);
});

describe('a client that is called itself, with what a function is handed', () => {
	const loads = (call: string, body: string, told?: string): string => `
import axios from 'axios';
import request from 'request';
import { expect, test } from 'vitest';
const load = (address, options) => ${body};
test('loads', async () => {
	expect(await ${call}).toBeDefined();${told === undefined ? '' : `\n\t             ${'~'.repeat(call.length)} ${told}`}
});`;

	flags('an address', loads(`load('https://nodejs.org/dist')`, 'axios(address)', 'load (a.test.ts:5) → axios'));
	flags('an address, in the executor of a promise', loads(`load('https://nodejs.org/dist')`, 'new Promise((resolve, reject) => request(address, (error, response) => (error ? reject(error) : resolve(response))))', 'load (a.test.ts:5) → request'));
	flags('an address, and options that answer nothing', loads(`load('https://nodejs.org/dist', { timeout: 100 })`, 'axios(address, options)', 'load (a.test.ts:5) → axios'));

	allows('an address of this machine', loads(`load('http://localhost:3000/dist')`, 'axios(address)'));
	allows('options that answer in its place', loads(`load('https://nodejs.org/dist', { adapter: own })`, 'axios(address, options)'));
	allows('options that nobody can tell', loads(`load('https://nodejs.org/dist', makeOptions())`, 'axios(address, options)'));
});

describe('an address that a function of the project takes apart', () => {
	const asks = (call: string): string => `
const assert = require('assert');
const { describe, it } = require('mocha');
const client = require('../lib/client');
describe('client', () => {
	it('asks', done => {
		${call}
	});
});`;
	const sending = `const options = { host: parsed.hostname, path: parsed.path, agent: exports.agent };\n\tconst request = library.request(options, response => callback(null, response));\n\trequest.end();`;
	const parsing = `const parsed = typeof address === 'string' ? url.parse(address) : address;`;
	const client = (body: string): string => `const http = require('http');\nconst https = require('https');\nconst url = require('url');\nexports.agent = new http.Agent();\nexports.ask = function (address, options, callback) {\n\tif (callback) return exports.send(address, options, callback);\n\treturn new Promise((resolve, reject) => {\n\t\texports.send(address, options, (error, response) => (error ? reject(error) : resolve(response)));\n\t});\n};\nexports.send = function (address, settings, callback) {\n\t${body}\n};\n`;
	const whole = client(`${parsing}\n\tconst library = parsed.protocol === 'https:' ? https : http;\n\t${sending}`);
	const asked = (call: string): string => asks(`${call}\n\t\t${'~'.repeat(call.length - 1)} ask (lib/client.js:6) → send (lib/client.js:15) → request)`);

	flags('two functions away', { 'test/a.test.js': asked(`client.ask('https://nodejs.org/dist', { timeout: 100 }, done);`), 'lib/client.js': whole });

	flags('in a variable, and in the executor of a promise', {
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { load } from '../src/load';
const address = 'https://nodejs.org/dist';
test('loads', async () => {
	expect(await load(address)).toBeDefined();
	             ~~~~~~~~~~~~~ asks \`nodejs.org\` over the real network (load (src/load.ts:5) → request)
});`,
		'src/load.ts': `import http from 'node:http';\nexport function load(address: string) {\n\tconst target = new URL(address);\n\treturn new Promise(resolve => {\n\t\thttp.request(optionsOf(target), resolve).end();\n\t});\n}\nfunction optionsOf(target: URL) {\n\tconst options = {};\n\tfor (const key of ['hostname', 'port']) options[key] = target[key];\n\treturn options;\n}\n`,
	});

	const stays = (title: string, call: string, lib = whole): void => allows(title, { 'test/a.test.js': asks(call), 'lib/client.js': lib });
	stays('of this machine', `client.ask('http://localhost:3000/', {}, done);`);
	stays('where the test says what is to answer', `client.ask('https://nodejs.org/dist', { agent: own }, done);`);
	stays('where something answers for all of the process', `require('nock')('https://nodejs.org').get('/').reply(200);\n\t\tclient.ask('https://nodejs.org/', {}, done);`);
	stays('where a stub stands in for the function in between', `sinon.stub(client, 'send').yields(null, {});\n\t\tclient.ask('https://nodejs.org/', {}, done);`);
	stays('that is compared only', `assert.equal(client.send.name('https://nodejs.org'), 'nodejs'); done();`);
	stays('that decides whether anything is asked', `client.ask('https://nodejs.org/dist', {}, done);`, client(`${parsing}\n\tconst library = http;\n\tif (parsed.hostname.endsWith('.own')) {\n\t\t${sending}\n\t}`));
	stays('that goes to a host of its own', `client.ask('https://nodejs.org/dist', {}, done);`, client(`${parsing}\n\thttp.request({ hostname: 'localhost', path: parsed.path }, callback).end();`));
	stays('that is not taken apart', `client.ask('https://nodejs.org/dist', {}, done);`, client(`const library = http;\n\tconst parsed = settings;\n\t${sending}`));
});

describe('an address that is taken apart, and handed on', () => {
	const test = (mark: string): string => `
import { expect, test } from 'vitest';
import { load } from '../src/load';
test('loads', async () => {
	const answer = await load('https://nodejs.org/dist');
${mark}	expect(answer.statusCode).toBe(200);
});`;
	const sends = (body: string): Record<string, string> => ({
		'src/load.ts': `import http from 'node:http';
import https from 'node:https';
const send = (url: URL) => { ${body} };
export const load = (address: string) => send(new URL(address));
`,
	});
	const marked = test(`\t${' '.repeat(21)}${'~'.repeat(31)} asks \`nodejs.org\`\n`);

	flags('as it is', { 'test/a.test.ts': marked, ...sends('return http.get(url);') });
	flags('to what its protocol picks', { 'test/a.test.ts': marked, ...sends(`const { get } = url.protocol === 'https:' ? https : http; return get(url);`) });
	flags('as a text again', { 'test/a.test.ts': marked, ...sends(`return https.get(url.href);`) });
	flags('as a text that is asked for', { 'test/a.test.ts': marked, ...sends(`return https.get(url.toString());`) });
	flags('by its parts', { 'test/a.test.ts': marked, ...sends(`return https.get({ hostname: url.hostname, path: url.pathname });`) });
	allows('of which another part is taken', { 'test/a.test.ts': test(''), ...sends(`return https.get(url.pathname);`) });
	allows('whose host is set to another', { 'test/a.test.ts': test(''), ...sends(`url.host = '127.0.0.1:8080'; return fetch(url);`) });
	allows('with an agent of its own', { 'test/a.test.ts': test(''), ...sends(`return https.get(url, { agent: own });`) });
});

describe('a page that is known by the address that it goes to', () => {
	flags('one that a function gives of which nothing is known', `
${vitest}
import { open } from '@own/browsers';
test('opens', async () => {
	const page = await open();
	await page.goto('https://nodejs.org/en');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ opens a page of \`nodejs.org\`
	expect(await page.content()).toContain('Node');
});`);

	allows('what goes elsewhere, and what is known to be something else', `
${vitest}
import { open } from '@own/browsers';
const history = { goto: (address: string) => visited.push(address) };
const visited: string[] = [];
test('opens', async () => {
	const page = await open();
	await page.goto('http://localhost:3000/');
	history.goto('https://nodejs.org/en');
	expect(visited).toHaveLength(1);
});`);
});

describe('what a browser is told to answer for other addresses', () => {
	const cypress = (pattern: string, visit: string): Record<string, string> => ({ 'cypress/e2e/a.cy.js': `describe('leaving', () => {
	it('goes elsewhere', () => {
		cy.intercept(${pattern}).as('settings');
		cy.visit('/settings');
		${visit}
	});
});
`, 'cypress.config.js': 'module.exports = {};' });
	const origin = `cy.origin('https://www.google.com', () => { cy.url().should('contain', 'search'); });`;
	const marked = `${origin}\n\t\t${'~'.repeat(origin.length - 1)} This opens a page of \`www.google.com\``;

	flags('by a path', cypress(`'GET', '/api/*/settings', { body: {} }`, marked));
	flags('by a glob with a path', cypress(`'**/api/settings', { body: {} }`, marked));
	flags('by another host', cypress(`'https://maps.acme.com/**', { body: {} }`, marked));
	flags('a route of a page', `
import { test } from '@playwright/test';
test('searches', async ({ page }) => {
	await page.route('**/api/users', route => route.fulfill({ body: '' }));
	await page.goto('https://www.google.com');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This opens a page of \`www.google.com\`
});
`);
	allows('by the host', cypress(`'https://www.google.com/**', { body: '' }`, origin));
	allows('by the path of the address', cypress(`'GET', '/search', { body: '' }`, `cy.visit('https://www.google.com/search?q=a');`));
	allows('by a glob of all', cypress(`'**', { body: '' }`, origin));
	allows('by a pattern', cypress(`/google/, { body: '' }`, origin));
	allows('by an object', cypress(`{ hostname: 'www.google.com' }, { body: '' }`, origin));
	allows('by a name', cypress(`search, { body: '' }`, origin));
	allows('this machine', cypress(`'/api', {}`, `cy.origin('http://localhost:3001', () => {});`));
});

describe('frames of other sites', () => {
	const file = (selector: string): string => `
import { expect, test } from '@playwright/test';
test('shows help', async ({ page }) => {
	await page.goto('http://localhost:3000');
	await expect(page.frameLocator(${selector}).locator('h1')).toHaveText('Help');
});
`;
	const marked = (selector: string): string => file(selector).replace(/(\tawait expect\()(page\.frameLocator\(.*?\))(\.locator.*)\n/, (_all, before: string, call: string, after: string) => `${before}${call}${after}\n\t${' '.repeat(before.length - 1)}${'~'.repeat(call.length)} This opens a page of \`docs.acme.org\`\n`);

	flags('by their address', marked(`'iframe[src="https://docs.acme.org/help"]'`));
	flags('by how it begins', marked(`'#side iframe[src^="https://docs.acme.org"]'`));
	allows('of this machine', file(`'iframe[src="http://localhost:3000/help"]'`));
	allows('by a part of the address', file(`'iframe[src*="docs.acme.org"]'`));
	allows('by a path', file(`'iframe[src="/help"]'`));
	allows('by a title', file(`'iframe[title="https://docs.acme.org/help"]'`));
});

describe('hosts for which an environment variable may name another', () => {
	const file = (address: string, mark = ''): string => `
import axios from 'axios';
import { expect, test } from 'vitest';
const base = ${address};
test('echoes', async () => {
	const client = axios.create({ baseURL: base });
	expect((await client.get('/get')).status).toBe(200);${mark}
});
`;
	const told = `\n\t              ${'~'.repeat(`client.get('/get')`.length)} This asks \`httpbin.org\`, unless \`ECHO_URL\` says another, over the real network`;
	const asked = { options: { defaults: true } };

	flags('the one that is written beside it', file(`process.env.ECHO_URL || 'https://httpbin.org/'`, told), asked);
	flags('by a condition', file(`process.env.ECHO_URL ? process.env.ECHO_URL : 'https://httpbin.org/'`, told), asked);
	flags('in a text', file("`${process.env.ECHO_URL ?? 'https://httpbin.org'}/v1`", told), asked);
	flags('of a helper for tests', {
		'a.test.ts': file(`echo`, told).replace('axios from', `axios from 'axios';\nimport { echo } from './test/helpers';\nimport other from`),
		'test/helpers.ts': `export const echo = process.env.ECHO_URL ?? 'https://httpbin.org';\n`,
	}, asked);

	allows('where the option does not ask for them', file(`process.env.ECHO_URL || 'https://httpbin.org/'`));
	allows('this machine', file(`process.env.ECHO_URL || 'http://localhost:3000/'`), asked);
	allows('none', file('process.env.ECHO_URL'), asked);
	allows('two that something else decides between', file(`isFast() ? 'https://httpbin.org' : 'https://other.org'`), asked);
	allows('one that the file sets', file(`process.env.ECHO_URL || 'https://httpbin.org/'`).replace('const base', `process.env.ECHO_URL = 'http://localhost:3000';\nconst base`), asked);
	allows('one that is set for the project', { 'a.test.ts': file(`process.env.ECHO_URL || 'https://httpbin.org/'`), '.env.test': 'ECHO_URL=http://localhost:3000\n' }, asked);
	allows('one of the program, which those who run it set', { 'a.test.ts': file(`echo`).replace('axios from', `axios from 'axios';\nimport { echo } from './src/echo';\nimport other from`), 'src/echo.ts': `export const echo = process.env.ECHO_URL ?? 'https://httpbin.org';\n` }, asked);
});

describe('a client that an object keeps in a property of its own', () => {
	const sending = (keeping: string, made: string, mark = ''): Case => ({
		'a.test.ts': `
${vitest}
import { Registry } from './src/registry';
const handed = vi.fn(async () => ({ status: 200 }));
test('asks', async () => {
	const registry = ${made};
	expect((await registry.load('left')).status).toBe(200);
	${mark}
});
`,
		'src/registry.ts': `
export class Registry {
	constructor(base, ${keeping} }
	load(path) { return this.fetch(this.base + path); }
}
`,
	});
	const base = `'https://registry.yarnpkg.com/'`;
	const keepings: Record<string, string> = {
		'an option with a default': '{ fetch: send = fetch } = {}) { this.base = base; this.fetch = send;',
		'an option or the global one': 'options = {}) { this.base = base; this.fetch = options.fetch ?? fetch;',
	};
	for (const [name, keeping] of Object.entries(keepings)) {
		flags(`${name}: left out`, sending(keeping, `new Registry(${base})`, `              ${'~'.repeat(`registry.load('left')`.length)}`));
		allows(`${name}: a stand-in`, sending(keeping, `new Registry(${base}, { fetch: handed })`));
		allows(`${name}: a stand-in that is told what it gives`, sending(keeping, `new Registry(${base}, { fetch: vi.fn().mockResolvedValueOnce({ status: 200 }) })`));
		allows(`${name}: a function`, sending(keeping, `new Registry(${base}, { fetch: async () => ({ status: 200 }) })`));
	}
});

describe('an answer of HTTP that a test reads, of a client of the project', () => {
	const file = (body: string): string => `
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { Client, connect, get } from '../src/client';
const client = connect();
test('asks', async () => {
	${body}
});
`;
	const lib = {
		'src/client.ts': `
import http from 'node:http';
import tls from 'node:tls';
export class Client {
	constructor(options) { this.options = options; this.kept = new Map(); }
	api() { return { request: (address, options) => this.request(address, options) }; }
	async request(address, options) {
		const url = new URL(address);
		if (this.kept.has(url.host)) return this.kept.get(url.host);
		return url.protocol === 'http:' ? plain(url, options) : secure(url);
	}
}
const plain = (url, options) => new Promise((resolve, reject) => {
	const request = (url.port ? http : http).request({ ...options, host: url.host }, resolve);
	request.on('error', reject);
});
const secure = url => new Promise(resolve => { tls.connect(443, url.host, resolve); });
export const connect = options => new Client(options).api();
export const get = (address, callback) => { connect().request(address).then(callback); };
export const parse = async address => ({ status: new URL(address).pathname });
`,
	};
	const asked = (body: string, call: string): Case => {
		const [before = ''] = body.split(call);
		return { 'test/a.test.ts': file(`${body.split('\n')[0]}\n\t${' '.repeat(before.length)}${'~'.repeat(call.length)} This asks \`echo.acme.org\` over the real network${body.slice(body.split('\n')[0]?.length)}`), ...lib };
	};
	const call = `client.request('https://echo.acme.org/status/200')`;

	flags('by a variable', asked(`const answer = await ${call};\n\texpect(answer.statusCode).toBe(200);`, call));
	flags('by a pattern', asked(`const { headers } = await ${call};\n\texpect(headers['content-type']).toBe('text/plain');`, call));
	flags('at once', asked(`expect((await ${call}).status).toBe(200);`, call));
	flags('its body', asked(`const answer = await ${call};\n\texpect(await answer.json()).toEqual({});`, call));
	flags('in a part of it', asked(`const answer = await ${call};\n\texpect(answer.message.statusCode).toBe(200);`, call));
	flags('behind a promise', asked(`return ${call}.then(answer => {\n\t\texpect(answer.status).toBe(200);\n\t});`, call));
	flags('by an option', asked(`const answer = await new Client({ timeout: 100 }).request({ url: 'https://echo.acme.org/get' });\n\texpect(answer.ok).toBe(true);`, `new Client({ timeout: 100 }).request({ url: 'https://echo.acme.org/get' })`));
	const handed = `get('https://echo.acme.org/get', answer => expect(answer.status).toBe(200))`;
	flags('in a callback', asked(`${handed};`, handed));

	const stays = (title: string, body: string, others: Readonly<Record<string, string>> = {}): void => allows(title, { 'test/a.test.ts': file(body), ...lib, ...others });
	stays('of this machine', `const answer = await client.request('http://localhost:8080/status/200');\n\texpect(answer.status).toBe(200);`);
	stays('of what sends nothing', `const { parse } = await import('../src/client');\n\tconst answer = await parse('https://echo.acme.org/get');\n\texpect(answer.status).toBe('/get');`);
	stays('that has a part of another name', `const answer = await ${call};\n\texpect(answer.title.text).toBe('Echo');`);
	stays('that is no answer', `const answer = await ${call};\n\texpect(answer).toBe(client);`);
	stays('where a stand-in is handed over', `const own = connect({ send: async () => ({ status: 200 }) });\n\tconst answer = await own.request('https://echo.acme.org/get');\n\texpect(answer.status).toBe(200);`);
	stays('where what asks is made of something', `const { counting } = await import('../src/counting');\n\tconst answer = await counting(vi.fn().mockResolvedValue({ status: 200 }))('https://echo.acme.org/get');\n\texpect(answer.status).toBe(200);`, { 'src/counting.ts': `export const counting = (send: typeof fetch) => address => send(address);\n` });
	const counted = `const { counting } = await import('../src/counting');\n\tconst send = counting(vi.fn().mockResolvedValue({ status: 200 }));\n\tconst answer = await send('https://echo.acme.org/get');\n\texpect(answer.status).toBe(200);`;
	stays('where what asks is kept', counted, { 'src/counting.ts': `export const counting = (send: typeof fetch) => address => send(address);\n` });
	stays('where an agent of the test is', `const answer = await client.request('http://echo.acme.org/get', { agent: own });\n\texpect(answer.status).toBe(200);`);
	stays('where a package answers', `const { default: nock } = await import('nock');\n\tnock('https://echo.acme.org').get('/status/200').reply(200);\n\tconst answer = await ${call};\n\texpect(answer.status).toBe(200);`);
	stays('that is expected to fail', `await expect(${call}.then(answer => answer.json())).rejects.toThrow();`);
	stays('of a client that nobody knows', `const { other } = await import('@own/client');\n\tconst answer = await other.request('https://echo.acme.org/get');\n\texpect(answer.status).toBe(200);`);
});

describe('what is asked for where nothing else is there', () => {
	const file = (body: string, call: string, mark = ''): Case => ({
		'a.test.ts': `
${vitest}
import { upgrade } from './src/upgrade';
test('upgrades', async () => {
	expect(await ${call}).toBe('5.0.0');${mark}
});
`,
		'src/upgrade.ts': `const newest = async () => (await (await fetch('https://registry.yarnpkg.com/left')).json()).version;\nexport async function upgrade(version?: string) { ${body} }\n`,
	});
	allows('by an assignment', file(`version ??= await newest(); return version;`, `upgrade('5.0.0')`));
	allows('by another', file(`version ||= await newest(); return version;`, `upgrade('5.0.0')`));
	flags('whatever is there', file(`version = await newest(); return version;`, 'upgrade()', `\n\t             ${'~'.repeat(9)} This asks \`registry.yarnpkg.com\``));
});

describe('options that are left out', () => {
	const lib = {
		'src/hub.ts': `
const home = 'https://hub.acme.org';
interface Options { base?: string; send?: typeof fetch; name: string }
export async function info(options: Options) {
	const answer = await (options.send ?? fetch)(\`\${options.base ?? home}/things/\${options.name}\`);
	return answer.json();
}
export class Hub {
	constructor(options: Partial<Options> = {}) { this.base = options.base || home; }
	things() { return this.ask('/things'); }
	ask(path: string) { return fetch(this.base + path); }
}
export class Settled {
	constructor(options) { this.options = { base: home, ...options }; }
	things() { return fetch(\`\${this.options.base}/things\`); }
}
export const connect = ({ base = home } = {}) => ({ things: () => fetch(base + '/things') });
`,
	};
	const file = (call: string, mark = ''): Case => ({
		'a.test.ts': `
${vitest}
import { connect, Hub, info, Settled } from './src/hub';
test('finds', async () => {
	expect(await ${call}).toEqual({});${mark}
});
`,
		...lib,
	});
	for (const call of [`info({ name: 'first' })`, `new Hub().things()`, `new Hub({ name: 'first' }).things()`, `new Settled({ name: 'first' }).things()`, `connect().things()`])
		flags(call, file(call, `\n\t             ${'~'.repeat(call.length)} This asks \`hub.acme.org\``));
	const own = `'http://localhost:3000'`;
	for (const call of [`info({ name: 'first', base: ${own} })`, `info({ name: 'first', send: async () => new Response('{}') })`, `info(options)`, `info({ ...options, name: 'first' })`, `new Hub({ base: ${own} }).things()`, `new Hub(options).things()`, `new Settled({ base: ${own} }).things()`, `connect({ base: ${own} }).things()`])
		allows(call, file(call));

	const told = (telling: string): Case => ({
		'a.test.ts': `
${vitest}
import { info } from './src/hub';
test('finds', async () => {
	${telling}
	expect(await info({ name: 'first' })).toEqual({});
});
`,
		...lib,
	});
	allows('where the client is taken for a stand-in', told(`vi.mocked(fetch).mockResolvedValueOnce(new Response('{}'));`));
	allows('where it is told what to answer', told(`(globalThis.fetch as Mock).mockResolvedValueOnce(new Response('{}'));`));
});

describe('what loads a module with stand-ins for what it loads', () => {
	const file = (loading: string, call: string, mark = ''): Case => ({
		'test/a.test.js': `
const { expect } = require('chai');
const proxyquire = require('proxyquire');
const versions = require('../lib/versions');
${loading}
describe('versions', () => {
	it('finds the newest', async () => {
		expect(await ${call}).to.equal('5.0.0');${mark}
	});
});
`,
		'package.json': '{ "devDependencies": { "mocha": "10", "proxyquire": "2" } }',
		'lib/versions.js': `const got = require('got');\nexports.newest = async name => (await got('https://registry.yarnpkg.com/' + name)).body.version;\n`,
		'lib/other.js': `const fs = require('fs');\nexports.read = () => fs.readFileSync('a');\n`,
	});
	flags('leaves what is loaded by itself', file(`const other = proxyquire('../lib/other', { fs: {} });`, `versions.newest('left')`, `\n\t\t             ${'~'.repeat(23)} This asks \`registry.yarnpkg.com\``));
	allows('answers for what it loads', file(`const own = proxyquire('../lib/versions', { got: async () => ({ body: { version: '5.0.0' } }) });`, `own.newest('left')`));
});

describe('clients of services, and what they are told to ask instead', () => {
	flags('mail, models and brokers', `
${vitest}
import nodemailer from 'nodemailer';
import { GoogleGenAI } from '@google/genai';
import { Verifier } from '@pact-foundation/pact';
const broker = { provider: 'notes', pactBrokerUrl: 'https://acme.pactflow.io' };
test('asks', async () => {
	const account = await nodemailer.createTestAccount();
	                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ api.nodemailer.com
	await nodemailer.createTransport({ host: 'smtp.gmail.com', auth: account }).sendMail({ to: 'a@acme.org' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ smtp.gmail.com
	expect(await new GoogleGenAI({ apiKey: 'a' }).models.list()).toBeDefined();
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ generativelanguage.googleapis.com
	await new Verifier(broker).verifyProvider();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ acme.pactflow.io
});
`);

	allows('servers of this machine, and files', `
${vitest}
import nodemailer from 'nodemailer';
import { GoogleGenAI } from '@google/genai';
import { Verifier } from '@pact-foundation/pact';
test('asks', async () => {
	await nodemailer.createTransport({ host: 'localhost', port: 1025 }).sendMail({ to: 'a@acme.org' });
	await nodemailer.createTransport({ jsonTransport: true }).sendMail({ to: 'a@acme.org' });
	expect(await new GoogleGenAI({ httpOptions: { baseUrl: 'http://localhost:3000' } }).models.list()).toBeDefined();
	await new Verifier({ provider: 'notes', pactUrls: ['./pacts/notes.json'] }).verifyProvider();
});
`);
});

describe('what a handler asks of an app that the test asks in its own process', () => {
	const rates = `export async function dollar(): Promise<number> {\n\tconst answer = await fetch('https://rates.example.com/usd');\n\treturn (await answer.json()).rate;\n}\n`;
	const express = `
import express from 'express';
import { dollar } from './rates';
export const app = express();
app.use(express.json());
app.get('/usd', async (request, response) => {
	response.json({ rate: await dollar() });
});
app.get('/now', async (request, response) => {
	if (request.query.fresh === 'yes') await dollar();
	response.json({ rate: 1 });
});
`;
	const asked = (body: string, app = express, before = ''): Case => ({
		'test/a.test.ts': `
import { expect, it } from 'vitest';
import request from 'supertest';
import { app } from '../src/app';
${before}
it('tells the rate', async () => {
${body}
});
`,
		'src/app.ts': app,
		'src/rates.ts': rates,
	});

	flags('by supertest', asked(`	await request(app).get('/usd').expect(200);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ This asks \`rates.example.com\` over the real network`));
	flags('by supertest, whose answer is looked at behind it', asked(`	const response = await request(app).get('/usd');
	                       ~~~~~~~~~~~~~~~~~~~~~~~~ rates.example.com
	expect(response.status).toBe(200);`));
	flags('by `inject`, where the handler asks itself', asked(`	const response = await app.inject({ url: '/usd' });
	                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~ rates.example.com
	expect(response.statusCode).toBe(200);`, `
import Fastify from 'fastify';
export const app = Fastify();
app.get('/usd', async () => (await fetch('https://rates.example.com/usd')).json());
`));
	flags('by `request` of the app', asked(`	const response = await app.request('/usd');
	                       ~~~~~~~~~~~~~~~~~~~ rates.example.com
	expect(response.status).toBe(200);`, `
import { Hono } from 'hono';
import { dollar } from './rates';
export const app = new Hono();
app.get('/usd', async context => context.json({ rate: await dollar() }));
`));

	allows('that is asked for something else', asked(`	await request(app).get('/euro').expect(200);`));
	allows('that is to refuse', asked(`	await request(app).get('/usd').expect(401);`));
	allows('that may refuse, for all that the test says', asked(`	const response = await request(app).get('/usd');\n\texpect(response.body).toEqual({ error: 'who?' });`));
	allows('that asks only in some cases', asked(`	await request(app).get('/now').expect(200);`));
	allows('where something answers in its place', asked(`	nock('https://rates.example.com').get('/usd').reply(200, { rate: 1 });\n\tawait request(app).get('/usd').expect(200);`, express, `import nock from 'nock';`));
	allows('where the service has a stand-in', asked(`	await request(app).get('/usd').expect(200);`, express, `vi.mock('../src/rates');`));
});
