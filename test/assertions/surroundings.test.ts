import { describe, expect, it } from 'vitest';
import { assertionsOf, hear, said, saidWithin } from './said.ts';

const vitest = "import { expect, vi } from 'vitest'; ";

describe('assertions inside callbacks', () => {
	it.each([
		['then', 'p.then(x => { expect(x).toBe(1) })'],
		['forEach', 'xs.forEach(x => expect(x).toBe(1))'],
		['a timer', 'setTimeout(() => { expect(x).toBe(1) }, 10)'],
		['a promise', 'await new Promise(done => { expect(x).toBe(1); done() })'],
		['a step', "await test.step('s', async () => { expect(x).toBe(1) })"],
		['try', 'try { expect(x).toBe(1) } finally { f() }'],
		['a handler in an object', 'run({ onEnd() { expect(x).toBe(1) } })'],
		['a function of its own', 'function check() { expect(x).toBe(1) } check()'],
	])('in %s', (_, code) => {
		expect(said(vitest + code)).toEqual(['x identical 1']);
	});

	it('come in the order of the text', () => {
		expect(said(`${vitest}p.then(() => { expect(a).toBe(1) }); expect(b).toBe(2); p.then(() => { expect(c).toBe(3) })`)).toEqual([
			'a identical 1',
			'b identical 2',
			'c identical 3',
		]);
	});

	it('leaves out functions that stand apart', () => {
		const heard = hear(`${vitest}expect(a).toBe(1); sub(() => { expect(b).toBe(2); f(() => { expect(c).toBe(3) }) })`);
		const [body, sub] = heard.module.facts.functions;
		if (body === undefined) throw new Error('a module has a body');
		const found = heard.assertions.in({ module: heard.module, fact: body }, facts => facts === sub);
		expect(found).toHaveLength(1);
		expect(assertionsOf(heard)).toHaveLength(3);
	});
});

describe('retried', () => {
	it.each([
		["import { waitFor } from '@testing-library/react'; ", 'await waitFor(() => { expect(x).toBe(1) })'],
		["import { waitFor } from '@testing-library/react'; ", 'await waitFor(() => expect(x).toBe(1), { timeout: 10 })'],
		["import { waitFor } from '@testing-library/react'; ", 'const check = () => { expect(x).toBe(1) }; await waitFor(check)'],
		["import { waitFor } from '@testing-library/react'; ", 'await waitFor(() => { xs.forEach(x => { expect(x).toBe(1) }) })'],
		['', 'await vi.waitFor(() => { expect(x).toBe(1) })'],
		["import { expect as e } from '@playwright/test'; ", 'await e(async () => { expect(x).toBe(1) }).toPass()'],
		["import pWaitFor from 'p-wait-for'; ", 'await pWaitFor(() => { expect(x).toBe(1) })'],
		["import waitForExpect from 'wait-for-expect'; ", 'await waitForExpect(() => { expect(x).toBe(1) })'],
		["import { waitUntil } from 'async-wait-until'; ", 'await waitUntil(() => { expect(x).toBe(1) })'],
		["import pRetry from 'p-retry'; ", 'await pRetry(async () => { expect(x).toBe(1) })'],
		["import { test } from 'node:test'; ", "test('x', async t => { await t.waitFor(() => { expect(x).toBe(1) }) })"],
	])('%s%s', (imports, code) => {
		expect(said(vitest + imports + code)).toEqual(['retried x identical 1']);
	});

	it('by a loop of the test', () => {
		expect(said(`${vitest}for (;;) { try { expect(x).toBe(1); break } catch { await tick() } }`)).toEqual(['retried x identical 1']);
		expect(said(`${vitest}while (Date.now() < end) { try { expect(x).toBe(1) } catch (e) { last = e } }`)).toEqual(['retried x identical 1']);
	});

	it('by a function of the project', () => {
		const loop = 'export async function eventually(f) { for (let i = 0; i < 9; i++) { try { return await f() } catch {} await tick() } return f() }';
		const timer = 'export const eventually = f => new Promise(done => { const again = () => { try { f(); done() } catch { setTimeout(again, 10) } }; again() })';
		for (const retry of [loop, timer]) {
			expect(said({ 'a.test.ts': `${vitest}import { eventually } from './retry'; await eventually(() => { expect(x).toBe(1) })`, 'retry.ts': retry })).toEqual([
				'retried x identical 1',
			]);
		}
	});

	it.each([
		['a function of the same name', "import { waitFor } from './own'; await waitFor(() => { expect(x).toBe(1) })"],
		['a loop over cases', 'for (const x of xs) { try { expect(x).toBe(1) } catch {} }'],
		['a loop that cleans up', 'for (;;) { try { expect(x).toBe(1) } finally { f() } }'],
		['a catch that throws again', 'for (;;) { try { expect(x).toBe(1) } catch (e) { throw e } }'],
		['a function that calls once', 'const once = async f => { try { await f() } catch (e) { log(e) } }; await once(() => { expect(x).toBe(1) })'],
		['after the wait', "import { waitFor } from '@testing-library/react'; await waitFor(() => f()); expect(x).toBe(1)"],
	])('not by %s', (_, code) => {
		expect(said({ 'a.test.ts': vitest + code, 'own.ts': 'export const waitFor = f => f()' })).toEqual(['x identical 1']);
	});
});

describe('assertions in functions that the test calls', () => {
	const helpers = `${vitest}export function checkUser(user) { expect(user.name).toBe('x'); deeper(user) } const deeper = user => expect(user.id).toBe(1)`;

	it('are found with the way there', () => {
		const files = { 'a.test.ts': "import { checkUser } from './check'; checkUser(load())", 'check.ts': helpers };
		expect(said(files)).toEqual([]);
		expect(saidWithin(files)).toEqual(["checkUser(load()) → user.name identical 'x'", 'checkUser(load()) → deeper(user) → user.id identical 1']);
	});

	it('know what their parameters stand for', () => {
		const heard = hear({ 'a.test.ts': "import { checkUser } from './check'; import { find } from 'orm'; checkUser(find())", 'check.ts': helpers });
		const [first] = assertionsOf(heard, true);
		const origins = first === undefined ? [] : heard.provenance.origins(first.actual);
		expect(origins.map(({ from, steps }) => [from, steps.map(({ kind }) => kind)])).toEqual([['orm', ['property', 'call', 'property']]]);
	});

	it('come once for each call', () => {
		expect(saidWithin(`${vitest}const check = x => { expect(x).toBe(1) }; check(a); check(b)`)).toEqual(['check(a) → x identical 1', 'check(b) → x identical 1']);
	});

	it('are retried where their call is', () => {
		const files = {
			'a.test.ts': "import { waitFor } from '@testing-library/dom'; import { check } from './check'; await waitFor(() => check(a)); check(b)",
			'check.ts': `${vitest}export const check = x => { expect(x).toBe(1) }`,
		};
		expect(saidWithin(files)).toEqual(['check(a) → retried x identical 1', 'check(b) → x identical 1']);
	});

	it('are methods too', () => {
		const files = {
			'a.test.ts': "import { Page } from './page'; const page = new Page(); page.expectTitle('x')",
			'page.ts': `${vitest}export class Page { expectTitle(title) { expect(this.title).toBe(title) } }`,
		};
		expect(saidWithin(files)).toEqual(["page.expectTitle('x') → this.title identical 'x'"]);
	});

	it('are found where the context is handed on', () => {
		const files = {
			'a.test.ts': "import test from 'ava'; import { check } from './check'; test('x', t => { check(t, a) })",
			'check.ts': 'export const check = (t, x) => { t.is(x, 1) }',
		};
		expect(saidWithin(files)).toEqual(['check(t, a) → x identical 1']);
	});

	it('are found where the function itself is handed to what retries', () => {
		const files = {
			'a.test.ts': "import { waitFor } from '@testing-library/dom'; import { ready } from './check'; await waitFor(ready)",
			'check.ts': `${vitest}export const ready = () => { expect(a).toBe(1) }`,
		};
		expect(saidWithin(files)).toEqual(['waitFor(ready) → retried a identical 1']);
	});

	it('are found behind functions that assert nothing themselves', () => {
		const files = {
			'a.test.ts': "import { all } from './all'; all(a)",
			'all.ts': "import { check } from './check'; export const all = xs => xs.forEach(x => check(x))",
			'check.ts': `${vitest}export const check = x => { expect(x).toBe(1) }`,
		};
		expect(saidWithin(files)).toEqual(['all(a) → check(x) → x identical 1']);
	});

	it('end where functions call themselves', () => {
		expect(saidWithin(`${vitest}function walk(x) { expect(x).toBe(1); walk(x.next) } walk(a)`)).toEqual(['walk(a) → x identical 1']);
	});

	it('leave out what the tested program asserts for itself', () => {
		const load = "import assert from 'node:assert'; export function load(id) { assert(id > 0) }";
		const test = (from: string) => `import { load } from '${from}'; load(1)`;
		expect(saidWithin({ 'src/load.test.ts': test('./load'), 'src/load.ts': load })).toEqual([]);
		expect(saidWithin({ 'src/load.test.ts': test('./test-support'), 'src/test-support.ts': load })).toEqual(['load(1) → id greater 0']);
		expect(saidWithin({ 'src/load.test.ts': test('./load'), 'src/load.ts': load }, { isTestCode: () => true })).toEqual(['load(1) → id greater 0']);
		expect(said({ 'src/load.ts': load })).toEqual(['id greater 0']);
	});

	it('by what a function of the tests throws that is called so', () => {
		const asserts = 'module.exports = { assertTrue: function (condition, text) { if (!condition) { throw new Failure(text); } }, assertSame(one, other) { if (one !== other) throw new Error(); }, assertAll(list) { this.assertTrue(list.length > 0); } };';
		const imported = (code: string): Record<string, string> => ({ 'src/a.test.js': `const check = require('../test/check'); ${code}`, 'test/check.js': asserts });
		expect(saidWithin(imported('check.assertTrue(a < b)'))).toEqual(['check.assertTrue(a < b) → a less b']);
		expect(saidWithin(imported('check.assertSame(a, 1)'))).toEqual(['check.assertSame(a, 1) → one identical other']);
		expect(saidWithin("function assertOpen(door) { if (!door.open) throw new Error('shut') } assertOpen(front)")).toEqual(['assertOpen(front) → door.open truthy']);
		expect(saidWithin('function open(door) { if (!door.ready) throw new Error() } open(front)')).toEqual([]);
		expect(saidWithin("function assertOpen(door) { if (!door.open) { log(door); throw new Error('shut') } } assertOpen(front)")).toEqual([]);
	});

	it('leave out plain throws of the code under test', () => {
		expect(saidWithin({ 'a.test.ts': "import { assertValid } from './load'; assertValid(1)", 'load.ts': 'export function assertValid(id) { if (id < 0) throw new RangeError() }' })).toEqual([]);
		expect(saidWithin({ 'a.test.ts': "import { load } from './load'; load(1)", 'load.ts': 'export function load(id) { if (id < 0) throw new RangeError() }' })).toEqual([]);
	});
});
