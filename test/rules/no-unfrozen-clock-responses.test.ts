import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const app = `
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
const late = () => new Date().getHours() > 12;
const inner = new Hono().get('/one', c => c.text('one')).get('/two', c => c.json({}, late() ? 410 : 200));
export const app = new Hono();
app.get('/early', c => {
	if (late()) return c.json({ error: 'late' }, 410);
	return c.json({ fine: 1 });
});
app.get('/behind', c => c.json({}, late() ? 410 : 200));
app.get('/option', c => c.text('x', { status: late() ? 410 : 200 }));
app.get('/nothing', c => c.body(null, late() ? 410 : 204));
app.get('/apart', c => {
	c.status(late() ? 410 : 200);
	return c.json({});
});
app.get('/thrown', c => {
	if (late()) throw new HTTPException(410);
	return c.text('x');
});
app.get('/lost', c => {
	if (late()) return c.notFound();
	return c.text('x');
});
app.get('/moved', c => (late() ? c.redirect('/early', 301) : c.text('x')));
app.get('/made', () => new Response('x', { status: late() ? 410 : 200 }));
app.get('/given', () => Response.json({ late: late() }));
app.get('/created', c => {
	if (late()) return c.json({ id: 1 }, 201);
	return c.json({ id: 2 }, 201);
});
app.get('/hour', c => c.json({ hour: new Date().getHours() }));
app.get('/either', c => c.text(late() ? 'late' : 'early', late() ? 202 : 200));
app.route('/inner', inner);
`;

function asking(path: string, claim: string, mark = ''): Case {
	return {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	const answer = await app.request('${path}');
	${claim}
	${mark}
});
`,
		'app.ts': app,
	};
}

describe('what a handler of Hono answers by the clock', () => {
	const flagsClaim = (path: string, claim: string): void => flags(`${path}: ${claim}`, asking(path, claim, underlined(claim)));
	const allowsClaim = (path: string, claim: string): void => allows(`${path}: ${claim}`, asking(path, claim));

	for (const path of ['early', 'behind', 'option', 'apart', 'thrown', 'lost', 'moved', 'made', 'inner/two'])
		flagsClaim(`/${path}`, 'expect(answer.status).toBe(200);');
	for (const path of ['early', 'behind', 'made', 'lost']) flagsClaim(`/${path}`, 'expect(answer.ok).toBe(true);');
	flagsClaim('/nothing', 'expect(answer.status).toBe(204);');
	flagsClaim('/behind', 'expect(answer.ok).toBeTruthy();');
	flagsClaim('/early', 'expect(await answer.json()).toEqual({ fine: 1 });');
	flagsClaim('/given', 'expect(await answer.json()).toEqual({ late: false });');

	for (const path of ['created', 'hour', 'either', 'inner/one']) allowsClaim(`/${path}`, 'expect(answer.ok).toBe(true);');
	allowsClaim('/created', 'expect(answer.status).toBe(201);');
	allowsClaim('/hour', 'expect(answer.status).toBe(200);');
	allowsClaim('/early', 'expect(answer.status).toBe(401);');
	allowsClaim('/moved', 'expect(answer.status).toBe(500);');
	allowsClaim('/given', 'expect(answer.status).toBe(200);');
});

describe('answers of other apps', () => {
	const files = (body: string): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import request from 'supertest';
import { app, koa } from './apps';
test('answers', async () => {
	${body}
});
`,
		'apps.ts': `
import Router from '@koa/router';
import express from 'express';
import Koa from 'koa';
const late = () => new Date().getHours() > 12;
export const app = express();
app.get('/moved', (req, res) => {
	if (late()) return res.redirect('/late');
	res.json({});
});
app.get('/text', (req, res) => { res.end(late() ? 'late' : 'early', 'utf8'); });
const router = new Router();
router.get('/moved', ctx => {
	if (late()) ctx.redirect('/late');
	else ctx.body = 'early';
});
export const koa = new Koa();
koa.use(router.routes());
`,
	});
	flags('that lead elsewhere', files(`
	await request(app).get('/moved').expect(200);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await request(koa.callback()).get('/moved').expect(200);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	`));
	allows('whose second part is no status', files(`await request(app).get('/text').expect(200);`));
});
