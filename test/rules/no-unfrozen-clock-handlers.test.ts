import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-unfrozen-clock', rule);

const app = `
import express from 'express';
import { closed } from './hours';
export const app = express();
app.get('/branches', (req, res) => {
	const hour = new Date().getHours();
	if (hour < 12) res.send('good morning');
	else res.send('good evening');
});
app.get('/early', (req, res) => {
	if (new Date().getHours() < 12) return res.json({ text: 'good morning', kind: 'greeting', at: 1 });
	return res.json({ text: 'good evening', kind: 'greeting', at: 2 });
});
app.get('/switch', (req, res) => {
	switch (new Date().getDay()) {
		case 0:
		case 6:
			res.json({ text: 'weekend' });
			break;
		default:
			res.json({ text: 'work' });
	}
});
app.get('/refused', (req, res) => {
	if (closed()) return res.status(403).json({ error: 'closed' });
	res.json({ text: 'open' });
});
app.get('/apart', (req, res) => {
	if (closed()) {
		res.status(403);
		return res.json({ error: 'closed' });
	}
	res.json({ text: 'open' });
});
app.get('/assigned', (req, res) => {
	if (closed()) res.statusCode = 503;
	res.end();
});
app.get('/always', (req, res) => {
	res.status(201);
	if (closed()) return res.json({ text: 'later' });
	res.json({ text: 'open' });
});
app.get('/nested', (req, res) => {
	if (new Date().getMonth() === 11) req.on('data', () => res.json({ text: 'winter' }));
	else res.json({ text: 'other' });
});
app.get('/morning', (req, res) => {
	const hour = new Date().getHours();
	res.json({ morning: hour < 12, day: { isSunday: new Date().getDay() === 0 } });
});
app.get('/expired', async (req, res) => {
	const token = await find(req.query.token);
	if (token.expiresAt < new Date()) return res.status(401).json({ error: 'expired' });
	res.json({ text: 'fine', stale: token.staleAt < Date.now() });
});
app.get('/kept', async (req, res) => {
	if (Date.now() - kept.at < 60_000) return res.json({ text: 'kept' });
	res.json({ text: 'new' });
});
app.get('/marked', (req, res) => {
	if (new Date().getHours() < 12) console.log('early');
	res.json({ text: 'fine' });
});
`;

const hours = `export function closed() {\n\treturn new Date().getHours() < 9;\n}\n`;

/** How each runner's tests begin, and what holds a value to be another one. */
const runners = [
	{ name: 'Vitest', head: `import { expect, test } from 'vitest';`, same: (actual: string, expected: string) => `expect(${actual}).toBe(${expected})` },
	{ name: 'Jest', head: `import { expect, test } from '@jest/globals';`, same: (actual: string, expected: string) => `expect(${actual}).toBe(${expected})` },
	{ name: 'node:test', head: `import assert from 'node:assert';\nimport { test } from 'node:test';`, same: (actual: string, expected: string) => `assert.strictEqual(${actual}, ${expected})` },
	{ name: 'Mocha', head: `import { expect } from 'chai';\nimport { it as test } from 'mocha';`, same: (actual: string, expected: string) => `expect(${actual}).to.equal(${expected})` },
];

function asking(path: string, claim: string, mark = '', head = runners[0]?.head ?? ''): string {
	return `
${head}
import request from 'supertest';
import { app } from './app';
test('answers', async () => {
	const res = await request(app).get('${path}');
	${claim}
	${mark}
});
`;
}

describe('what a handler answers by the clock', () => {
	const files = (test: string): Case => ({ 'a.test.ts': test, 'app.ts': app, 'hours.ts': hours });
	const flagsClaim = (title: string, path: string, claim: string): void => flags(title, files(asking(path, claim, underlined(claim))));
	const allowsClaim = (title: string, path: string, claim: string): void => allows(title, files(asking(path, claim)));

	for (const { name, head, same } of runners) {
		for (const end of ['ts', 'js']) {
			const told = (path: string, claim: string): Case => ({ [`a.test.${end}`]: asking(path, `${claim};`, underlined(claim), head), [`app.${end}`]: app, [`hours.${end}`]: hours });
			flags(`branches, in ${name} (${end})`, told('/branches', same('res.text', `'good morning'`)));
			flags(`yes or no, in ${name} (${end})`, told('/morning', same('res.body.morning', 'true')));
		}
	}
	flagsClaim('an early return', '/early', `expect(res.body.text).toBe('good morning');`);
	flagsClaim('all of an answer', '/early', `expect(res.body).toEqual({ text: 'good morning', kind: 'greeting', at: 1 });`);
	flagsClaim('cases', '/switch', `expect(res.body.text).toBe('work');`);
	flagsClaim('an answer that another one comes before', '/refused', `expect(res.body.text).toBe('open');`);
	flagsClaim('a callback under a condition', '/nested', `expect(res.body.text).toBe('other');`);
	flagsClaim('yes or no in an object', '/morning', `expect(res.body).toMatchObject({ morning: true });`);
	for (const [title, sent] of Object.entries({
		'a status that the request is told': `.get('/refused').expect(200)`,
		'one behind what the request says': `.get('/refused').set('accept', 'text/plain').expect(200).expect('content-type', /json/)`,
		'one that is set apart': `.get('/apart').expect(200)`,
		'one that is assigned': `.get('/assigned').expect(200)`,
	}))
		flags(title, files(`
import { test } from 'vitest';
import request from 'supertest';
import { app } from './app';
test('answers', async () => {
	await request(app)${sent};
	      ${'~'.repeat(`request(app)${sent.replace(/\.expect\('.*/, '')}`.length)}
});
`));
	for (const [title, sent] of Object.entries({
		'a status that each branch has': `.get('/early').expect(200)`,
		'one that is set in front of the branches': `.get('/always').expect(201)`,
		'one that only something expired changes': `.get('/expired').expect(200)`,
		'one that something in front of the handler gives': `.get('/refused').expect(401)`,
	}))
		allows(title, files(`
import { test } from 'vitest';
import request from 'supertest';
import { app } from './app';
test('answers', async () => {
	await request(app)${sent};
});
`));
	for (const claim of ['expect(res.status).toBe(401);', `expect(res.body.text).toBe('shut');`])
		allowsClaim(`what something in front of the handler gives: ${claim}`, '/refused', claim);
	flagsClaim('yes or no in an object of an object', '/morning', `expect(res.body).toEqual({ morning: true, day: { isSunday: false } });`);

	allowsClaim('what each branch answers', '/early', `expect(res.body.kind).toBe('greeting');`);
	allowsClaim('that something is answered', '/early', `expect(res.body.text).toBeDefined();`);
	allowsClaim('a condition that decides nothing of it', '/marked', `expect(res.body.text).toBe('fine');`);
	allowsClaim('whether something has expired', '/expired', `expect(res.body.text).toBe('fine');`);
	allowsClaim('yes or no to whether something has expired', '/expired', `expect(res.body).toEqual({ text: 'fine', stale: false });`);
	allowsClaim('what is kept for a while', '/kept', `expect(res.body.text).toBe('new');`);
	allows('a clock that stands still', files(`
import { beforeEach, expect, test, vi } from 'vitest';
import request from 'supertest';
import { app } from './app';
beforeEach(() => { vi.useFakeTimers({ now: new Date(2024, 0, 15, 8), toFake: ['Date'] }); });
test('answers', async () => {
	const { text } = await request(app).get('/branches');
	expect(text).toBe('good morning');
	const { body } = await request(app).get('/morning');
	expect(body.morning).toBe(true);
});
`));

	flags('in Fastify, which answers with what is returned', { 'a.test.ts': `
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	const found = await app.inject('/part');
	expect(found.json().part).toBe('morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const replied = await app.inject('/reply');
	expect(replied.body).toBe('morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, 'app.ts': `import Fastify from 'fastify';
export const app = Fastify();
app.get('/part', async () => {
	if (new Date().getHours() < 12) return { part: 'morning' };
	return { part: 'evening' };
});
app.get('/reply', async (request, reply) => {
	if (new Date().getHours() < 12) reply.send('morning');
	else reply.send('evening');
});
` });

	flags('in Koa, which has it in the context', { 'a.test.ts': `
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	const { body } = await request(app.callback()).get('/part');
	expect(body).toEqual({ part: 'morning' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, 'app.ts': `import Router from '@koa/router';
import Koa from 'koa';
const router = new Router();
router.get('/part', async ctx => {
	ctx.body = { part: 'evening' };
	if (new Date().getHours() < 12) ctx.body = { part: 'morning' };
});
export const app = new Koa();
app.use(router.routes());
` });
});

describe('what a function answers by the clock', () => {
	const parts = {
		'part.ts': `export function part() {
	const hour = new Date().getHours();
	if (hour < 12) return { text: 'morning', kind: 'part', days: ['a', 'b'] };
	return { text: 'evening', kind: 'part', days: ['c', 'd'] };
}
export const early = () => {
	const hour = new Date().getHours();
	return { early: hour < 12, noon: { isNow: hour === 12 } };
};
export function open() {
	if (new Date().getHours() < 9) throw new Error('closed');
	return 'open';
}
export function check(token) {
	if (new Date(token.until) < new Date()) throw new Error('over');
	return { ok: true };
}
export const expired = token => ({ expired: token.until < Date.now() });
`,
	};
	const files = (claim: string, mark = ''): Case => ({ 'a.test.ts': `
import { expect, test } from 'vitest';
import { check, early, expired, open, part } from './part';
test('answers', () => {
	${claim}
	${mark}
});
`, ...parts });
	const flagsClaim = (title: string, claim: string): void => flags(title, files(claim, underlined(claim)));
	const allowsClaim = (title: string, claim: string): void => allows(title, files(claim));

	flagsClaim('an early return', `expect(part().text).toBe('morning');`);
	flagsClaim('a list that is another one', `expect(part().days).toEqual(['a', 'b']);`);
	flagsClaim('yes or no in an object', 'expect(early()).toEqual({ early: true, noon: { isNow: false } });');
	flagsClaim('an answer that an error comes before', `expect(open()).toBe('open');`);
	flagsClaim('yes behind an error for what has expired', `expect(check({ until: '2040-01-01' }).ok).toBe(true);`);
	allowsClaim('yes behind an error for what nobody sees', 'expect(check(token).ok).toBe(true);');
	allowsClaim('yes behind an error for what expired long ago', `expect(check({ until: '2020-01-01' }).ok).toBe(true);`);
	allowsClaim('what each way answers', `expect(part().kind).toBe('part');`);
	allowsClaim('what each way answers, in an object', `expect(part()).toMatchObject({ kind: 'part' });`);
	allowsClaim('how much each way answers', 'expect(part().days).toHaveLength(2);');
	allowsClaim('yes or no to whether something has expired, in an object', 'expect(expired(token)).toEqual({ expired: false });');
});

describe('a date that a request sends, and the handler compares with now', () => {
	const coupons = {
		'app.ts': `import express from 'express';
import { isOver } from './over';
export const app = express();
app.use(express.json());
app.post('/coupons', (req, res) => {
	const { code, expiresAt } = req.body;
	if (new Date(expiresAt) < new Date()) return res.status(400).json({ error: 'expired' });
	res.status(201).json({ code, isNew: true });
});
app.post('/over', (req, res) => { res.json({ over: isOver(req.body.coupon) }); });
app.post('/echo', (req, res) => { res.json({ ...req.body, over: req.body.at > 5 }); });
`,
		'over.ts': `export const isOver = coupon => Date.parse(coupon.expiresAt) <= Date.now();\n`,
	};
	const files = (path: string, sent: string, claim: string, mark = ''): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import request from 'supertest';
import { app } from './app';
const coupon = { code: 'A', expiresAt: '2041-01-01' };
test('answers', async () => {
	const { body } = await request(app).post('${path}').set('Accept', 'application/json').send(${sent});
	${claim}
	${mark}
});
`,
		...coupons,
	});
	const flagsClaim = (title: string, path: string, sent: string, claim: string): void => flags(title, files(path, sent, claim, underlined(claim)));
	const allowsClaim = (title: string, path: string, sent: string, claim: string): void => allows(title, files(path, sent, claim));

	flagsClaim('in a field', '/coupons', `{ code: 'A', expiresAt: '2041-01-01' }`, `expect(body.code).toBe('A');`);
	flagsClaim('of a variable', '/coupons', 'coupon', 'expect(body.isNew).toBe(true);');
	flagsClaim('in an object, in another module', '/over', '{ coupon }', 'expect(body.over).toBe(false);');
	flagsClaim('yes or no', '/over', '{ coupon }', 'expect(body).toEqual({ over: false });');
	allowsClaim('one that has passed for good', '/over', `{ coupon: { expiresAt: '2020-01-01' } }`, 'expect(body.over).toBe(true);');
	allowsClaim('one that is made from the clock', '/over', '{ coupon: { expiresAt: new Date(Date.now() + 60_000).toISOString() } }', 'expect(body.over).toBe(false);');
	allowsClaim('one that nobody sees', '/coupons', 'made()', `expect(body.code).toBe('A');`);
	allowsClaim('one that is not compared', '/echo', '{ at: 1, ...coupon }', `expect(body).toEqual({ at: 1, code: 'A', expiresAt: '2041-01-01', over: false });`);

	flags('a reading that comes back as it was sent, and another one', { 'a.test.ts': `
import { expect, test } from 'vitest';
import request from 'supertest';
import { app } from './app';
test('answers', async () => {
	const at = Date.now();
	const { body } = await request(app).post('/echo').send({ at });
	expect(body.at).toBe(at);
	const other = await request(app).post('/echo').send({ at: Date.now() });
	expect(other.body.at).toBe(at);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`, ...coupons });

	flags('in Fastify, and in Koa', { 'a.test.ts': `
import { expect, test } from 'vitest';
import request from 'supertest';
import { app, koa } from './apps';
test('answers', async () => {
	const found = await app.inject({ method: 'POST', url: '/over', payload: { expiresAt: '2041-01-01' } });
	expect(found.json().over).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const { body } = await request(koa.callback()).post('/over').send({ expiresAt: '2041-01-01' });
	expect(body.over).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, 'apps.ts': `import Router from '@koa/router';
import Fastify from 'fastify';
import Koa from 'koa';
export const app = Fastify();
app.post('/over', async request => ({ over: new Date(request.body.expiresAt) < new Date() }));
const router = new Router();
router.post('/over', async ctx => { ctx.body = { over: new Date(ctx.request.body.expiresAt) < new Date() }; });
export const koa = new Koa();
koa.use(router.routes());
` });
});

describe('fixed dates of a JSON file', () => {
	const licences = {
		'licence.json': `{ "name": "a", "until": "2041-01-01", "since": "2001-01-01", "all": [{ "until": "2041-01-01" }] }\n`,
		'licence.ts': `export const isOver = ({ until }) => new Date(until) < new Date();
export class Licence {
	constructor(data) { this.data = data; }
	get isActive() { return Date.parse(this.data.until) > Date.now(); }
	isOld() { return new Date(this.data.since) < new Date(); }
}
`,
	};
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import data from './licence.json';
import { isOver, Licence } from './licence';
test('holds', () => {
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, claim: string): void => flags(title, { 'a.test.ts': test(claim, underlined(claim)), ...licences });
	const allowsClaim = (title: string, claim: string): void => allows(title, { 'a.test.ts': test(claim), ...licences });

	flagsClaim('handed to a function', 'expect(isOver(data)).toBe(false);');
	flagsClaim('handed to a class', 'expect(new Licence(data).isActive).toBe(true);');
	flagsClaim('in a list of it', 'expect(isOver(data.all[0])).toBe(false);');
	allowsClaim('that have passed for good', 'expect(new Licence(data).isOld()).toBe(true);');
	allowsClaim('that are not compared with now', `expect(new Licence(data).data.name).toBe('a');`);

	flags('that is required', { 'a.test.js': `
const assert = require('node:assert');
const { test } = require('node:test');
const { until } = require('./licence.json');
const { isOver } = require('./licence');
test('holds', () => {
	assert.strictEqual(isOver({ until }), false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, ...licences });
	allows('of a file that is no JSON', { 'a.test.ts': test('expect(isOver(data)).toBe(false);'), ...licences, 'licence.json': '{ "until": "2041-01-01"' });
});

describe('lists that are searched for fixed dates', () => {
	const lists = {
		'events.ts': `
export const upcoming = events => events.filter(event => new Date(event.at) > new Date());
export const names = events => upcoming(events).map(({ name }) => name);
export const next = events => events.find(event => Date.parse(event.at) >= Date.now());
export const named = events => events.filter(({ name }) => name !== '');
`,
		'fixtures.ts': `
export const events = [{ name: 'past', at: '2001-01-01' }, { name: 'to come', at: '2041-01-01' }];
export const over = [{ name: 'one', at: '2001-01-01' }, { name: 'two', at: '2002-01-01' }];
`,
	};
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { named, names, next, upcoming } from './events';
import { events, over } from './fixtures';
test('searches', () => {
	${claim}
	${mark}
});
`;
	const flagsClaim = (claim: string): void => flags(claim, { 'a.test.ts': test(claim, underlined(claim)), ...lists });
	const allowsClaim = (claim: string): void => allows(claim, { 'a.test.ts': test(claim), ...lists });

	flagsClaim('expect(upcoming(events)).toHaveLength(1);');
	flagsClaim('expect(upcoming(events).length).toBe(1);');
	flagsClaim(`expect(names(events)).toEqual(['to come']);`);
	flagsClaim(`expect(next(events)?.name).toBe('to come');`);
	allowsClaim('expect(upcoming(over)).toHaveLength(0);');
	allowsClaim('expect(named(events)).toHaveLength(2);');
	allowsClaim('expect(upcoming([...events, made()])).toHaveLength(2);');
	allowsClaim('expect(upcoming(events).every(({ name }) => name !== undefined)).toBe(true);');
});

describe('two elements of a list that a callback makes', () => {
	const lists = {
		'stamps.ts': `
const now = () => new Date();
export const stamped = names => names.map(name => ({ name, at: Date.now(), by: now() }));
export const stamps = names => names.map(now);
export function together(names) {
	const at = Date.now();
	return names.map(name => ({ name, at, on: new Date(at) }));
}
export const entries = names => names.map((name, index) => [name, Date.now(), index]);
`,
	};
	const test = (statements: string, claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { entries, stamped, stamps, together } from './stamps';
test('stamps', () => {
	${statements}
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, statements: string, claim: string): void =>
		flags(title, { 'a.test.ts': test(statements, claim, `${underlined(claim)} two readings`), ...lists });
	const allowsClaim = (title: string, statements: string, claim: string): void => allows(title, { 'a.test.ts': test(statements, claim), ...lists });
	const both = `const [one, other] = stamped(['a', 'b']);`;

	flagsClaim('held to be the same', both, 'expect(one.at).toBe(other.at);');
	flagsClaim('read by another function', both, 'expect(one.by).toEqual(other.by);');
	flagsClaim('made by a named function', `const list = stamps(['a', 'b']);`, 'expect(list[0]).toEqual(list[1]);');
	flagsClaim('held to differ', both, 'expect(one.at).not.toBe(other.at);');
	flagsClaim('put in order', both, 'expect(other.at).toBeGreaterThan(one.at);');
	flagsClaim('made on the spot', `const [one, other] = ['a', 'b'].map(() => new Date().toISOString());`, 'expect(one).toBe(other);');
	flagsClaim('in lists of them', `const [one, other] = entries(['a', 'b']);`, 'expect(one[1]).toBe(other[1]);');

	allowsClaim('one reading for all', `const [one, other] = together(['a', 'b']);`, 'expect(one.at).toBe(other.at);');
	allowsClaim('a date that is made from one reading for all', `const [one, other] = together(['a', 'b']);`, 'expect(one.on).toEqual(other.on);');
	allowsClaim('the same element', both, 'expect(one.at).toBe(one.at);');
	allowsClaim('an order that holds in one millisecond, too', both, 'expect(other.at).toBeGreaterThanOrEqual(one.at);');
	allowsClaim('elements that are picked by what nobody sees', `const list = stamps(['a', 'b']);`, 'expect(list[first()]).toEqual(list[second()]);');
	allowsClaim('what each element has beside', both, 'expect(one.name).not.toBe(other.name);');
});

describe('a text that the clock picks, and a piece of it', () => {
	const greetings = {
		'greet.ts': `
import express from 'express';
export function greet() {
	const hour = new Date().getHours();
	if (hour < 12) return 'good morning';
	return 'good evening';
}
export const state = token => (token.until < Date.now() ? 'is over' : 'is valid');
export const named = name => (new Date().getDay() === 0 ? \`a Sunday, \${name}\` : \`a day, \${name}\`);
export const app = express();
app.get('/greeting', (req, res) => {
	if (new Date().getHours() < 12) return res.send('good morning');
	res.send('good evening');
});
`,
	};
	const test = (claim: string, mark = ''): string => `
import assert from 'node:assert';
import request from 'supertest';
import { expect, test } from 'vitest';
import { app, greet, named, state } from './greet';
test('greets', async () => {
	const { text } = await request(app).get('/greeting');
	${claim}
	${mark}
});
`;
	const flagsClaim = (claim: string): void => flags(claim, { 'a.test.ts': test(claim, underlined(claim)), ...greetings });
	const allowsClaim = (claim: string): void => allows(claim, { 'a.test.ts': test(claim), ...greetings });

	flagsClaim(`expect(greet()).toContain('morning');`);
	flagsClaim(`expect(greet()).not.toContain('evening');`);
	flagsClaim('expect(greet()).toMatch(/^good morning$/);');
	flagsClaim(`expect(text).toContain('evening');`);
	flagsClaim('assert.match(greet(), /Morning/i);');
	flagsClaim(`expect(named('Ada')).toContain('a day');`);
	allowsClaim(`expect(greet()).toContain('good');`);
	allowsClaim('expect(greet()).toMatch(/morning|evening/);');
	allowsClaim(`expect(greet()).not.toContain('night');`);
	allowsClaim(`expect(state(token)).toContain('valid');`);
	allowsClaim(`expect(named(made())).toContain('a day');`);
	allowsClaim(`expect(greet()).toContain(made());`);
});

describe('the status that a handler answers with', () => {
	const shop = {
		'app.ts': `import express from 'express';
export const app = express();
app.get('/open', (req, res) => {
	if (new Date().getHours() < 9) return res.status(403).json({ error: 'closed' });
	res.json({ text: 'open' });
});
app.get('/text', (req, res) => {
	if (new Date().getHours() < 9) return res.send('morning');
	res.send('later');
});
app.get('/alone', (req, res) => {
	if (new Date().getDay() === 0) res.sendStatus(204);
	else res.status(200).end();
});
app.post('/coupons', (req, res) => {
	if (new Date(req.body.expiresAt) < new Date()) return res.status(400).json({ error: 'expired' });
	return res.status(201).json({ code: 'A' });
});
app.get('/token', (req, res) => {
	if (find(req).expiresAt < Date.now()) return res.status(401).json({ error: 'expired' });
	res.json({ ok: true });
});
app.get('/apart', (req, res) => {
	if (new Date().getHours() < 9) res.status(202);
	else res.status(202).set('x', 'y');
	res.send('text');
});
app.get('/both', (req, res) => {
	res.status(202);
	if (new Date().getHours() < 9) return res.status(202).send('morning');
	res.send('later');
});
`,
	};
	const test = (request: string, claim: string, mark = ''): string => `
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	const res = await request(app).${request};
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, request: string, claim: string): void => flags(title, { 'a.test.ts': test(request, claim, underlined(claim)), ...shop });
	const allowsClaim = (title: string, request: string, claim: string): void => allows(title, { 'a.test.ts': test(request, claim), ...shop });

	flagsClaim('one for what went wrong, and the standard one', `get('/open')`, 'expect(res.status).toBe(200);');
	flagsClaim('by its other name', `get('/open')`, 'expect(res.statusCode).toEqual(200);');
	flagsClaim('alone', `get('/alone')`, 'expect(res.status).toBe(200);');
	flagsClaim('a date that the request sends', `post('/coupons').send({ expiresAt: '2041-01-01' })`, 'expect(res.status).toBe(201);');
	allowsClaim('a date that has passed for good', `post('/coupons').send({ expiresAt: '2001-01-01' })`, 'expect(res.status).toBe(400);');
	allowsClaim('the same status of each answer', `get('/text')`, 'expect(res.status).toBe(200);');
	allowsClaim('whether something has expired', `get('/token')`, 'expect(res.status).toBe(200);');
	allowsClaim('a status that is set apart', `get('/apart')`, 'expect(res.status).toBe(202);');
	allowsClaim('a status that is set before', `get('/both')`, 'expect(res.status).toBe(202);');
	allows('a clock that stands still', { 'a.test.ts': test(`get('/open')`, 'expect(res.status).toBe(200);').replace(`import { expect, test } from 'vitest';`, `import { beforeEach, expect, test, vi } from 'vitest';\nbeforeEach(() => { vi.setSystemTime(new Date(2024, 0, 15, 10)); });`), ...shop });
});

describe('how far a time is from now, which a default parameter reads', () => {
	const subscription = {
		'src/days.ts': `const day = 24 * 60 * 60 * 1000;
export function daysLeft(subscription, now = new Date()) {
	return Math.floor((subscription.endsAt - now) / day);
}
export class Trial {
	constructor(endsAt) { this.endsAt = endsAt; }
	daysLeft(now = Date.now()) { return Math.floor((this.endsAt.getTime() - now) / day); }
}
`,
	};
	const away = 'tells how far a time is from now';
	const testOf = (statements: string, frozen = '', imported = 'expect, test'): string => `
import { ${imported} } from 'vitest';
import { daysLeft, Trial } from './src/days';
const DAY = 86_400_000;
${frozen}test('tells the days', () => {
	${statements}
});
`;
	const mend = 'Freeze the date around each test here, and release it.';
	const hooks = `beforeEach(() => {
	vi.useFakeTimers({ now: new Date(2024, 0, 15, 10), toFake: ['Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});

`;
	const claim = 'expect(daysLeft({ endsAt: new Date(Date.now() + 30 * DAY) })).toBe(30);';
	const files = (statements: string): Case => ({ 'a.test.ts': testOf(statements), ...subscription });
	const mended = (statements: string): string => testOf(statements, hooks, 'afterEach, beforeEach, vi, expect, test');
	const marked = (statement: string): string => `${statement}\n\t${underlined(statement)} ${away}`;

	flags('a time that the test makes from another reading', files(marked(claim)), { mends: { [mend]: mended(claim) } });

	const ofTrial = 'expect(new Trial(new Date(Date.now() - 2 * DAY)).daysLeft()).toBe(-2);';
	flags('one that has passed, of an object', files(marked(ofTrial)), { mends: { [mend]: mended(ofTrial) } });

	const moved = 'const end = new Date(); end.setDate(end.getDate() + 30);\n\texpect(daysLeft({ endsAt: end })).toBe(30);';
	flags('one that is moved on by the calendar', files(`${moved}\n\t${underlined('expect(daysLeft({ endsAt: end })).toBe(30);')} ${away}`));
	leaves('one that is moved on by the calendar, which may not be as many hours away', files(moved));
	leaves('a day that has begun, which is a whole one while the clock stands still', files('expect(daysLeft({ endsAt: new Date(Date.now() + 30 * DAY) })).toBe(29);'));
	allows('the reading is handed over', files('const now = new Date();\n\texpect(daysLeft({ endsAt: new Date(now.getTime() + 30 * DAY) }, now)).toBe(30);'));
	allows('a clock that stands still', { 'a.test.ts': mended(claim), ...subscription });

	flags('in Jest', { 'a.test.ts': `
import { daysLeft } from './src/days';
test('tells the days', () => {
	expect(daysLeft({ endsAt: new Date(Date.now() + 86_400_000) })).toEqual(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ${away}
});
`, 'package.json': '{ "devDependencies": { "jest": "^30.0.0" } }', ...subscription });

	flags('in node:test', { 'a.test.ts': `
import assert from 'node:assert';
import { test } from 'node:test';
import { daysLeft } from './src/days';
test('tells the days', () => {
	assert.equal(daysLeft({ endsAt: new Date(Date.now() + 86_400_000) }), 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ${away}
});
`, ...subscription }, { mends: { 'Freeze the date in this test, and release it behind it.': `
import assert from 'node:assert';
import { test } from 'node:test';
import { daysLeft } from './src/days';
test('tells the days', (t) => {
	t.mock.timers.enable({ apis: ['Date'], now: new Date(2024, 0, 15, 10) });
	assert.equal(daysLeft({ endsAt: new Date(Date.now() + 86_400_000) }), 1);
});
` } });

	flags('in Mocha', { 'a.test.js': `
const { expect } = require('chai');
const { daysLeft } = require('./src/days');
it('tells the days', function () {
	expect(daysLeft({ endsAt: new Date(Date.now() + 86_400_000) })).to.equal(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ${away}
});
`, ...subscription });
});

describe('the clock of a Fastify plugin', () => {
	const told = (plugin: string, register: string, mark = ''): Case => ({
		'a.test.ts': `
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { years } from './years';
const still = () => new Date('2024-05-05T12:00:00Z');
const withOptions = options => { const app = Fastify(); app.register(years, options); return app; };
test('tells the year', async () => {
	${register}
	expect((await app.inject('/year')).json()).toEqual({ year: 2024 });
${mark}});
`,
		'years.ts': `export async function years(app, ${plugin}\n\tapp.get('/year', async () => ({ year: now().getFullYear() }));\n}\n`,
	});
	const mark = `\t${'~'.repeat(`expect((await app.inject('/year')).json()).toEqual({ year: 2024 })`.length)} depends on the real time\n`;
	const byDefault = '{ now = () => new Date() }) {';
	const byChoice = 'options) {\n\tconst now = options.now ?? (() => new Date());';

	for (const plugin of [byDefault, byChoice]) {
		allows(`handed over with the plugin: ${plugin}`, told(plugin, 'const app = Fastify(); app.register(years, { now: still });'));
		allows(`handed over through a function, beside a prefix: ${plugin}`, told(plugin, `const app = withOptions({ prefix: '/', ...{ now: still } });`));
		flags(`left as it is: ${plugin}`, told(plugin, `const app = Fastify(); app.register(years, { prefix: '/' });`, mark));
	}
});

describe('what dates tell, replaced on their prototype', () => {
	const told = (stub: string, mark = ''): Case => ({
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { partOfDay } from './greeting';
test('greets', () => {
	${stub}
	expect(partOfDay()).toBe('morning');
${mark}});
`,
		'greeting.ts': `export const partOfDay = () => new Date().getHours() < 12 ? 'morning' : 'evening';\n`,
	});
	allows('by a spy', told(`vi.spyOn(Date.prototype, 'getHours').mockReturnValue(7);`));
	allows('by a spy on the global object', told(`vi.spyOn(globalThis.Date.prototype, 'getHours').mockImplementation(() => 7);`));
	flags('of another class', told(`vi.spyOn(Map.prototype, 'get').mockReturnValue(7);`, `\t${'~'.repeat(`expect(partOfDay()).toBe('morning')`.length)} depends on the real time\n`));
});
