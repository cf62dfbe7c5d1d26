import { describe, expect, it } from 'vitest';

import { concurrencies, manifest, open } from './reading.ts';

const vitest = (body: string): string => `import { describe, it, test } from 'vitest'; ${body}`;
const node = (body: string): string => `import test, { describe, it, suite } from 'node:test'; ${body}`;
const playwright = (body: string): string => `import { test } from '@playwright/test'; ${body}`;
const jest = (body: string): Record<string, string> => ({ 'a.test.js': body, 'jest.config.js': 'module.exports = {};' });

describe('what runs beside a test', () => {
	it.each<readonly [string, string | Record<string, string>, Readonly<Record<string, string>>]>([
		['nothing by default', vitest(`it('a', async () => {}); it('b', async () => {});`), { a: 'none', b: 'none' }],
		['concurrent tests', vitest(`it.concurrent('a', async () => {}); it.concurrent('b', async () => {}); it('c', () => {});`), { a: 'process', b: 'process', c: 'none' }],
		['a concurrent test alone', vitest(`it.concurrent('a', async () => {}); it('b', async () => {});`), { a: 'none', b: 'none' }],
		['concurrent tests with a serial one between', vitest(`it.concurrent('a', async () => {}); it('b', async () => {}); it.concurrent('c', async () => {});`), { a: 'none', b: 'none', c: 'none' }],
		['one concurrent test with a skipped one', vitest(`it.concurrent('a', async () => {}); it.concurrent.skip('b', async () => {});`), { a: 'none', b: 'none' }],
		['concurrent cases', vitest(`it.concurrent.each([1, 2])('a', async () => {});`), { a: 'process' }],
		['a concurrent suite', vitest(`describe.concurrent('s', () => { it('a', async () => {}); it('b', async () => {}); describe('t', () => { it('c', async () => {}); }); });`), { a: 'process', b: 'process', c: 'process' }],
		['concurrent suites of one test', vitest(`describe.concurrent('s', () => { it('a', async () => {}) }); describe.concurrent('t', () => { it('b', async () => {}) });`), { a: 'process', b: 'process' }],
		['an inner sequential', vitest(`describe.concurrent('s', () => { it('a', async () => {}); it('b', async () => {}); it.sequential('c', async () => {}); describe.sequential('t', () => { it('d', async () => {}); it('e', async () => {}) }) });`), { a: 'process', b: 'process', c: 'none', d: 'none', e: 'none' }],
		['options', vitest(`describe('s', { concurrent: true }, () => { it('a', async () => {}); it('b', async () => {}); it('c', { concurrent: false }, async () => {}) });`), { a: 'process', b: 'process', c: 'none' }],
		['Vitest, by its configuration', { 'a.test.ts': vitest(`it('a', async () => {}); it('b', async () => {}); describe.sequential('s', () => { it('c', async () => {}); it('d', async () => {}) });`), 'vitest.config.ts': `export default { test: { sequence: { concurrent: true } } };` }, { a: 'process', b: 'process', c: 'none', d: 'none' }],
		['Vitest, by a script', { 'a.test.ts': vitest(`it('a', async () => {}); it('b', async () => {});`), 'package.json': manifest({ scripts: { test: 'vitest run --sequence.concurrent' } }) }, { a: 'process', b: 'process' }],
		['Jest', jest(`test.concurrent('a', async () => {}); test('b', () => {}); test.concurrent('c', async () => {});`), { a: 'process', b: 'none', c: 'process' }],
		['Jest, alone', jest(`test.concurrent('a', async () => {}); test('b', () => {});`), { a: 'none', b: 'none' }],
		['Jest has no concurrent suites', jest(`describe('s', { concurrent: true }, () => { test('a', async () => {}); test('b', async () => {}) });`), { a: 'none', b: 'none' }],
		['node:test subtests', node(`suite('s', { concurrency: true }, () => { it('a', async () => {}); it('b', async () => {}); });`), { a: 'process', b: 'process' }],
		['node:test, one at a time', node(`suite('s', { concurrency: 1 }, () => { it('a', async () => {}); it('b', async () => {}); });`), { a: 'none', b: 'none' }],
		['node:test, inherited and taken back', node(`suite('s', { concurrency: 4 }, () => { describe('t', () => { it('a', async () => {}); it('b', async () => {}) }); describe('u', { concurrency: false }, () => { it('c', async () => {}) }); });`), { a: 'process', b: 'process', c: 'process' }],
		['node:test, serial inside one suite', node(`suite('u', { concurrency: false }, () => { it('c', async () => {}); it('d', async () => {}) });`), { c: 'none', d: 'none' }],
		['node:test, about its own subtests alone', node(`test('a', { concurrency: true }, async t => { await Promise.all([t.test('b', async () => {}), t.test('c', async () => {})]) }); test('d', { concurrency: true }, async () => {});`), { a: 'none', b: 'process', c: 'process', d: 'none' }],
		['AVA', `import test from 'ava'; test('a', async t => {}); test('b', async t => {}); test.serial('c', async t => {});`, { a: 'process', b: 'process', c: 'none' }],
		['AVA, alone', `import test from 'ava'; test('a', async t => {}); test.serial('b', async t => {});`, { a: 'none', b: 'none' }],
		['AVA, serial by configuration', { 'a.js': `import test from 'ava'; test('a', async t => {}); test('b', async t => {});`, 'ava.config.js': 'export default { serial: true };' }, { a: 'none', b: 'none' }],
		['AVA, serial by configuration function', { 'a.js': `import test from 'ava'; test('a', async t => {}); test('b', async t => {});`, 'ava.config.js': 'export default () => ({ serial: true });' }, { a: 'none', b: 'none' }],
		['AVA, serial in the script', { 'a.js': `import test from 'ava'; test('a', async t => {}); test('b', async t => {});`, 'package.json': manifest({ scripts: { test: 'c8 ava --serial' } }) }, { a: 'none', b: 'none' }],
		['AVA, serial in one script of two', { 'a.js': `import test from 'ava'; test('a', async t => {}); test('b', async t => {});`, 'package.json': manifest({ scripts: { test: 'ava', ci: 'ava --serial' } }) }, { a: 'process', b: 'process' }],
		['Playwright', playwright(`test('a', async () => {}); test('b', async () => {});`), { a: 'none', b: 'none' }],
		['Playwright, a parallel suite', playwright(`test.describe.parallel('s', () => { test('a', async () => {}); test('b', async () => {}) });`), { a: 'machine', b: 'machine' }],
		['Playwright, a parallel file', playwright(`test.describe.configure({ mode: 'parallel' }); test('a', async () => {}); test('b', async () => {}); test.describe('s', () => { test.describe.configure({ mode: 'serial' }); test('c', async () => {}); test('d', async () => {}) });`), { a: 'machine', b: 'machine', c: 'none', d: 'none' }],
		['Playwright, fully parallel', { 'a.spec.ts': playwright(`test('a', async () => {}); test('b', async () => {}); test.describe('s', () => { test.describe.configure({ mode: 'default' }); test('c', async () => {}) });`), 'playwright.config.ts': `import { defineConfig } from '@playwright/test'; export default defineConfig({ fullyParallel: true, workers: process.env.CI ? 1 : undefined, projects: [{ name: 'x' }, { name: 'y' }] });` }, { a: 'machine', b: 'machine', c: 'none' }],
		['Playwright, one worker', { 'a.spec.ts': playwright(`test('a', async () => {}); test('b', async () => {});`), 'playwright.config.ts': `export default { fullyParallel: true, workers: 1 };` }, { a: 'none', b: 'none' }],
		['Bun', `import { test, describe } from 'bun:test'; test.concurrent('a', async () => {}); test('b', async () => {}); test.concurrent('c', async () => {});`, { a: 'process', b: 'none', c: 'process' }],
		['Bun, by a script', { 'a.test.ts': `import { test } from 'bun:test'; test('a', async () => {}); test('b', async () => {}); test.serial('c', async () => {});`, 'package.json': manifest({ scripts: { test: 'bun test --concurrent', build: 'bun build' } }) }, { a: 'process', b: 'process', c: 'none' }],
		['Mocha --parallel is about files', { 'a.spec.js': `it('a', async () => {}); it('b', async () => {});`, 'package.json': manifest({ scripts: { test: 'mocha --parallel' } }) }, { a: 'none', b: 'none' }],
		['mocha.parallel', `const parallel = require('mocha.parallel'); parallel('s', () => { it('a', async () => {}); it('b', async () => {}) }); it('c', () => {});`, { a: 'process', b: 'process', c: 'none' }],
		['Deno', `Deno.test('a', async () => {}); Deno.test('b', async () => {});`, { a: 'none', b: 'none' }],
	])('%s', (_, files, expected) => {
		expect(concurrencies(files)).toEqual(expected);
	});

	it.each([
		['the test itself', vitest(`it.concurrent('a', async () => {}); it.concurrent('b', async () => {});`), '`it.concurrent`'],
		['the suite', vitest(`describe.concurrent('s', () => { it('a', async () => {}); it('b', async () => {}) });`), '`describe.concurrent`'],
		['an option', vitest(`describe('s', { concurrent: true }, () => { it('a', async () => {}); it('b', async () => {}) });`), '`{ concurrent: true }`'],
		['another option', node(`suite('s', { concurrency: 4 }, () => { it('a', async () => {}); it('b', async () => {}) });`), '`{ concurrency: 4 }`'],
		['the mode', playwright(`test.describe.configure({ mode: 'parallel' }); test('a', async () => {}); test('b', async () => {});`), "`mode: 'parallel'`"],
		['the framework', `import test from 'ava'; test('a', async t => {}); test('b', async t => {});`, 'AVA runs the tests of a file at once'],
		['nothing', vitest(`it.concurrent('a', async () => {});`), undefined],
	])('says why: %s', (_, text, expected) => {
		expect(open(text).model.tests[0]?.concurrencyReason).toBe(expected);
	});
});

describe('hooks that run beside tests', () => {
	it.each([
		['each hooks of concurrent tests', vitest(`import { beforeEach } from 'vitest'; beforeEach(() => {}); it.concurrent('a', async () => {}); it.concurrent('b', async () => {});`), true],
		['each hooks of serial tests', vitest(`import { beforeEach } from 'vitest'; beforeEach(() => {}); it('a', async () => {}); it('b', async () => {});`), false],
		['hooks around all tests of a file', vitest(`import { beforeAll } from 'vitest'; beforeAll(() => {}); it.concurrent('a', async () => {}); it.concurrent('b', async () => {});`), false],
		['hooks around all tests of a suite beside another', vitest(`import { beforeAll } from 'vitest'; describe.concurrent('s', () => { beforeAll(() => {}); it('a', async () => {}) }); describe.concurrent('t', () => { it('b', async () => {}) });`), true],
		['AVA each hooks', `import test from 'ava'; test.afterEach(() => {}); test('a', async t => {}); test('b', async t => {});`, true],
		['AVA hooks around all', `import test from 'ava'; test.after(() => {}); test('a', async t => {}); test('b', async t => {});`, false],
		['Playwright, in processes', playwright(`test.describe.configure({ mode: 'parallel' }); test.beforeEach(() => {}); test('a', async () => {}); test('b', async () => {});`), false],
	])('%s', (_, text, expected) => {
		expect(open(text).model.hooks[0]?.concurrent).toBe(expected);
	});
});

describe('bodies that nothing can interleave', () => {
	it.each([
		['a synchronous body', `test('a', () => { f(); });`, true],
		['an async body', `test('a', async () => {});`, false],
		['a body that gives back a promise', `test('a', () => fetch('/'));`, false],
		['a body that gives back an assertion', `test('a', () => expect(1).toBe(1));`, true],
		['a body that gives back an asynchronous assertion', `test('a', () => expect(p).resolves.toBe(1));`, false],
		['a body that gives back what a function of the file does', `const f = () => 1; test('a', () => f());`, true],
		['a body that gives back what an async function does', `const f = async () => 1; test('a', () => f());`, false],
		['a body that gives back nothing', `test('a', () => { if (x) return; f(); });`, true],
		['a generator', `test('a', function* () {});`, false],
	])('%s', (_, text, expected) => {
		const { model, here } = open(`import { test, expect } from 'vitest'; ${text}`);
		expect(model.isSynchronous(here.scope)).toBe(expected);
	});

	it('a callback', () => {
		const { model, here } = open(jest(`test('a', done => { done() });`));
		expect(model.isSynchronous(here.scope)).toBe(false);
	});
});

describe('how test files run', () => {
	it.each<readonly [string, Record<string, string>, string | undefined]>([
		['Vitest', { 'a.test.ts': vitest(`it('a', () => {});`) }, 'processes'],
		['Vitest, one file at a time', { 'a.test.ts': vitest(`it('a', () => {});`), 'vitest.config.ts': 'export default { test: { fileParallelism: false } };' }, 'one after another'],
		['Vitest, one thread', { 'a.test.ts': vitest(`it('a', () => {});`), 'vitest.config.ts': 'export default { test: { poolOptions: { threads: { singleThread: true } } } };' }, 'one after another'],
		['Vitest in threads', { 'a.test.ts': vitest(`it('a', () => {});`), 'vitest.config.ts': `export default { test: { pool: 'threads' } };` }, 'threads'],
		['Vitest, by script', { 'a.test.ts': vitest(`it('a', () => {});`), 'package.json': manifest({ scripts: { test: 'vitest --no-file-parallelism' } }) }, 'one after another'],
		['Jest', jest(`test('a', () => {});`), 'processes'],
		['Jest, in band', { 'a.test.js': `test('a', () => {});`, 'package.json': manifest({ scripts: { test: 'jest --runInBand' } }) }, 'one after another'],
		['Jest, in band but for who watches', { 'a.test.js': `test('a', () => {});`, 'package.json': manifest({ scripts: { test: 'jest --runInBand', 'test:watch': 'jest --watch' } }) }, 'one after another'],
		['Jest, which is only watched', { 'a.test.js': `test('a', () => {});`, 'package.json': manifest({ scripts: { 'test:watch': 'jest --watch' } }) }, 'processes'],
		['Jest, in band with one worker', { 'a.test.js': `test('a', () => {});`, 'package.json': manifest({ scripts: { test: 'jest --maxWorkers 1' } }) }, 'one after another'],
		['Jest, in band in one script of two', { 'a.test.js': `test('a', () => {});`, 'package.json': manifest({ scripts: { test: 'jest', ci: 'jest -i' } }) }, 'processes'],
		['Mocha', { 'a.spec.js': `it('a', () => {});`, '.mocharc.json': '{}' }, 'one process'],
		['Mocha, parallel', { 'a.spec.js': `it('a', () => {});`, '.mocharc.yaml': 'parallel: true # at last' }, 'processes'],
		['node:test', { 'a.js': node(`test('a', () => {});`) }, 'processes'],
		['node:test, one at a time', { 'a.js': node(`test('a', () => {});`), 'package.json': manifest({ scripts: { test: 'node --test --test-concurrency=1' } }) }, 'one after another'],
		['Playwright, one worker', { 'a.spec.ts': playwright(`test('a', () => {});`), 'playwright.config.ts': 'export default { workers: 1 };' }, 'one after another'],
		['AVA', { 'a.js': `import test from 'ava'; test('a', t => {});` }, 'processes'],
		['Bun', { 'a.test.ts': `import { test } from 'bun:test'; test('a', () => {});` }, 'one process'],
		['Jest, where Vitest is there too', { 'a.test.js': `test('a', () => {});`, 'jest.config.js': '', 'package.json': manifest({ devDependencies: { jest: '29', vitest: '3' } }) }, 'processes'],
		['Jest, where Mocha is there too, by its words', { 'a.test.js': `test('a', () => { expect(1).toBe(1); }); beforeAll(() => {});`, 'jest.config.js': '', 'package.json': manifest({ devDependencies: { jest: '29', mocha: '11' } }) }, 'processes'],
		['Jest, where Mocha is there too, by a script', { 'a.test.js': `it('a', () => {});`, 'package.json': manifest({ scripts: { test: 'jest' }, devDependencies: { jest: '29', mocha: '11' } }) }, 'processes'],
		['Mocha, where WebdriverIO runs other folders', { 'test/unit/a.js': `it('a', () => {});`, 'wdio.conf.js': `exports.config = { specs: ['./test/e2e/**/*.js'] };`, 'wdio.local.conf.js': `exports.config = { specs: ['./test/local/**/*.js'] };`, 'package.json': manifest({ devDependencies: { '@wdio/cli': '9', mocha: '11' } }) }, 'one process'],
		['Mocha or WebdriverIO', { 'test/unit/a.js': `it('a', () => {});`, 'wdio.conf.js': `exports.config = { specs: ['./test/e2e/**/*.js'] };`, 'wdio.local.conf.js': `exports.config = { specs: ['./test/**/*.js'] };`, 'package.json': manifest({ devDependencies: { '@wdio/cli': '9', mocha: '11' } }) }, undefined],
		['Jest or Mocha', { 'a.test.js': `it('a', () => {});`, 'jest.config.js': '', 'package.json': manifest({ devDependencies: { jest: '29', mocha: '11' } }) }, undefined],
	])('%s', (_, files, expected) => {
		expect(open(files).model.fileRun).toBe(expected);
	});
});
