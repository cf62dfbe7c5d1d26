import { describe } from 'vitest';

import rule from '../../rules/no-unordered-equality.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unordered-equality', rule);

const boats = (order = ''): string => `
import { Pool } from 'pg';
const pool = new Pool();
export const listBoats = async () => (await pool.query('SELECT * FROM boats${order}')).rows;
`;

/** A test that asks an app, whose answer it keeps in \`found\`. */
const files = (app: string, asking: string, { order = '', told = true } = {}): Record<string, string> => {
	const claim = `expect(found).toEqual([{ name: 'tern' }, { name: 'wren' }]);`;
	return {
		'a.test.ts': `
import { app } from './app';
import request from 'supertest';
import { request as asking } from 'chai-http';
test('lists the boats', async () => {
	${asking}
	${claim}
	${told ? underlined(claim) : ''}
});
`,
		'app.ts': `import { listBoats } from './boats';\n${app}`,
		'boats.ts': boats(order),
	};
};

const express = `import express from 'express';
export const app = express();
app.get('/boats', async (req, res) => { res.json(await listBoats()); });
app.post('/boats', async (req, res) => { res.json(['made']); });`;
const hono = `import { Hono } from 'hono';
export const app = new Hono();
app.post('/boats', async c => c.json(['made']));
app.get('/boats', async c => c.json(await listBoats()));`;
const hapi = `import Hapi from '@hapi/hapi';
export const app = Hapi.server({ port: 0 });
app.route([
	{ method: 'POST', path: '/boats', handler: () => ['made'] },
	{ method: 'GET', path: '/boats', handler: async (request, h) => h.response(await listBoats()).code(200) },
]);`;

describe('the answer of an app in the process of the test', () => {
	const told: readonly (readonly [name: string, app: string, asking: string])[] = [
		[
			'Fastify, by its payload',
			`import Fastify from 'fastify';\nexport const app = Fastify();\napp.get('/boats', async () => listBoats());`,
			`const found = JSON.parse((await app.inject({ method: 'GET', url: '/boats' })).payload);`,
		],
		['hapi, in a list of routes', hapi, `const { result: found } = await app.inject('/boats');`],
		[
			'hapi, with a handler among its options',
			`import { Server } from '@hapi/hapi';\nexport const app = new Server();\napp.route({ method: 'GET', path: '/boats', options: { auth: false, handler: () => listBoats() } });`,
			`const found = (await app.inject({ method: 'GET', url: '/boats' })).result;`,
		],
		['Hono, by a request that is made on the spot', hono, `const found = await (await app.fetch(new Request('http://localhost/boats'))).json();`],
		['Hono, by a whole address', hono, `const found = await (await app.request('http://localhost/boats?all=1')).json();`],
		[
			'Elysia',
			`import { Elysia } from 'elysia';\nexport const app = new Elysia().get('/boats', () => listBoats());`,
			`const found = await app.handle(new Request('http://localhost/boats')).then(answer => answer.json());`,
		],
		[
			'restify',
			`import restify from 'restify';\nexport const app = restify.createServer();\napp.get('/boats', async (req, res) => { res.send(await listBoats()); });`,
			`const { body: found } = await request(app).get('/boats');`,
		],
		['Express, asked by chai', express, `const { body: found } = await asking.execute(app).get('/boats');`],
	];
	for (const [name, app, asking] of told) {
		flags(name, files(app, asking));
		allows(`${name}, in an order`, files(app, asking, { order: ' ORDER BY name', told: false }));
	}
	allows('Hono, by another method', files(hono, `const found = await (await app.request('/boats', { method: 'POST' })).json();`, { told: false }));
	allows(
		'Hono, by a request of another method',
		files(hono, `const found = await (await app.fetch(new Request('http://localhost/boats', { method: 'POST' }))).json();`, { told: false }),
	);
	allows('hapi, by another method', files(hapi, `const { result: found } = await app.inject({ method: 'POST', url: '/boats' });`, { told: false }));
	allows('of another host', files(express, `const found = await (await fetch('http://example.com/boats')).json();`, { told: false }));

	flags('that chai hands to a callback', {
		'a.test.ts': `
import chai from 'chai';
import { app } from './app';
test('lists the boats', done => {
	chai.request(app).get('/boats').end((error, { body }) => {
		expect(body).toEqual([{ name: 'tern' }, { name: 'wren' }]);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		done();
	});
});
`,
		'app.ts': `import { listBoats } from './boats';\n${express}`,
		'boats.ts': boats(),
	});
});
