import { describe, expect, it } from 'vitest';

import { manifest, open, outline } from './reading.ts';

const jest = { 'package.json': manifest({ devDependencies: { jest: '^30.0.0' } }) };
const mocha = { 'package.json': manifest({ devDependencies: { mocha: '^11.0.0' } }) };

describe('suites, tests and hooks', () => {
	it.each<readonly [string, string | Record<string, string>, readonly string[]]>([
		[
			'Vitest',
			`import { describe, it, test, beforeAll, beforeEach, aroundEach, afterEach, afterAll } from 'vitest';
			beforeAll(() => {}); aroundEach(async run => { await run() }); afterAll(() => {});
			test('a', () => {});
			describe('s', () => { beforeEach(() => {}); afterEach(() => {}); it.only('b', () => {}); it.skip('c', () => {}); it.fails('d', () => {}); });`,
			['before-all', 'around-each', 'after-all', 'test a', 'suite s', '  before-each', '  after-each', '  test b [only]', '  test c [skip]', '  test d [failing]'],
		],
		[
			'Vitest chains',
			`import { describe, it, test } from 'vitest';
			describe.concurrent('s', () => { it.sequential('a', () => {}); it.concurrent.each([1])('b %s', () => {}); it.for([1])('c', () => {}); });
			describe.each([1])('e', () => { it.skipIf(true)('d', () => {}); it.runIf(true).concurrent('x', () => {}); });
			test.describe('f', () => { test('g', { concurrent: true }, () => {}); test('h', { concurrent: false }, () => {}); test('i', () => {}, 500); });`,
			['suite s [concurrent]', '  test a [serial]', '  test b %s [concurrent each]', '  test c [each]', 'suite e [each]', '  test d', '  test x [concurrent]', 'suite f', '  test g [concurrent]', '  test h [serial]', '  test i'],
		],
		[
			'Vitest fixtures',
			`import { test as base } from 'vitest';
			const test = base.extend({ db: async ({}, use) => { await use(1) }, log: [async ({}, use) => { await use(1) }, { auto: true }], port: [async ({}, use) => { await use(1) }, { scope: 'file' }] });
			test('a', ({ db }) => {});`,
			['around-each db', 'around-each', 'around-all port', 'test a'],
		],
		['Vitest fixtures by name', `import { test as base } from 'vitest'; const test = base.extend('db', { scope: 'file' }, () => 1); test('a', ({ db }) => {});`, ['around-all db', 'test a']],
		['words that a package hands on', `import { describe, it, beforeEach } from '@acme/testing'; describe('s', () => { beforeEach(() => {}); it('a', () => {}); it.only('b', () => {}) });`, ['suite s', '  before-each', '  test a', '  test b [only]']],
		['words that a package hands on, required', `const { test } = require('@acme/testing'); test('a', () => {});`, ['test a']],
		['Playwright as a package hands it on', `import { test as base, expect } from '@acme/e2e'; const test = base.extend({ db: async ({ page }, use) => { await use(1) } }); test.beforeEach(async ({ page }) => {}); test('a', async ({ page, db }) => {});`, ['around-each db', 'before-each', 'test a']],
		['a script', { 'test/a.js': `const assert = require('assert'); assert.equal(run(), 1);` }, ['test ?']],
		['functions that a script runs', { 'test/a.js': `const assert = require('assert'); const tests = { a() { assert(run()) }, b: async () => { assert(run()) }, c() {} }; for (const each of Object.values(tests)) each();` }, ['test ?', 'test ?']],
		['a function that another file runs', { 'test/a.js': `const assert = require('assert'); module.exports = server => async () => { assert(server.ok) };` }, ['test ?']],
		['functions that other code finds by their names', { 'test/a.js': `const check = require('./check'); module.exports = { testSaves() { check.assertTrue(run()) }, async testLoads() { await load() }, help() {} };` }, ['test ?', 'test ?']],
		['functions found by their names, one by one', { 'test/a.js': `const { assertTrue } = require('./check'); exports.test_a = function () { assertTrue(run()) }; exports.test_b = () => { run() };` }, ['test ?', 'test ?']],
		['functions called so that assert nothing', { 'test/a.js': `module.exports = { testDisk() { return disk.ping(); }, testNet() { return net.ping(); } };` }, []],
		['a word of the file\'s own', { 'test/a.js': `const assert = require('assert'); const queue = []; const check = (title, body) => queue.push(body); check('a', () => { assert(run()) }); check('b', async () => { assert(run()) }); process.on('exit', () => { assert(done()) });` }, ['test ?', 'test ?', 'test ?']],
		['what a script runs by name', { 'test/a.js': `const assert = require('assert'); async function main() { load(check) } function check() { assert(run()) } main();` }, ['test ?']],
		['words that a harness hands over', { 'test/lib/states.ts': `export function register(it: Mocha.TestFunction, expect, context) { const name = context.name; it(name + 'a', () => {}); it('b', async () => {}) }`, ...mocha }, ['test b']],
		['a word that the project\'s own interface hands on', { 'test/a.test.js': `import { test } from './testlib.js'; test.suite('s', test => { test('a', async t => {}); test.skip('b', t => {}) });`, 'test/testlib.js': `import ava from 'ava'; export const test = makeInterface(ava);` }, ['test a', 'test b [skip]']],
		['names made of a runner\'s words', { 'test/a.test.js': `import { postgresTest, runTests } from '@acme/containers'; postgresTest('a', async ({ prisma }) => {}); runTests('c', () => {}); describe('s', () => { postgresTest.skip('b', () => {}) });`, ...mocha }, ['test a', 'suite s', '  test b [skip]']],
		['a file that is one test of tap', { 'test/a.js': `const t = require('tap'); t.plan(1); server.listen(0, () => { t.equal(run(), 1) });` }, ['test ?']],
		['what a set-up file makes global', { 'test/a.test.js': `describe('s', () => { it_exclude_dbs(['postgres'])('a', done => {}); it_only_db('mongo')('b', async () => {}); describe_only_db('mongo')('c', () => { it('d', () => {}) }) });`, ...mocha }, ['suite s', '  test a', '  test b', '  test d']],
		['tests that what a set-up file makes global is handed', { 'test/a.test.js': `function tests() { it('a', () => {}); } const more = () => { it('b', () => {}); }; describe('s', () => { bothWays('x', tests, { if: true }); cases.forEach(more); });`, ...mocha }, ['suite s', '  test a [each]', '  test b [each]']],
		['tests that are handed to what calls them', { 'test/a.test.js': `function tests() { it('a', () => {}); } function wrap(define) { describe('w', () => { define(); }); } wrap(tests);`, ...mocha }, ['suite w', '  test a']],
		['what is handed on inside a test', { 'test/a.test.js': `function tests() { it('a', () => {}); } it('b', () => { later(tests); });`, ...mocha }, ['test b']],
		['what only helps and is handed on', { 'test/a.test.js': `function log(text) { emit('a', () => {}); } it('b', () => {}); listen('x', log);`, ...mocha }, ['test b']],
		['a script beside a runner', { 'test/a.test.js': `const assert = require('assert'); assert(process.env.HOME); it('a', () => { assert(run()) });` }, ['test a']],
		['nothing behind the end of a suite', `import { describe, it } from 'vitest'; describe('s', () => { it('a', () => {}); return; it('b', () => {}); }); describe('t', () => { if (process.env.CI) return; it('c', () => {}); });`, ['suite s', '  test a', 'suite t', '  test c']],
		['Vitest under another name', `import { it as check, describe as group } from 'vitest'; group('s', () => { check('a', () => {}) });`, ['suite s', '  test a']],
		['Vitest as a namespace', `import * as v from 'vitest'; v.describe('s', () => { v.it('a', () => {}) });`, ['suite s', '  test a']],
		[
			'Jest globals',
			{ 'a.test.js': `describe('s', () => { beforeAll(() => {}); fit('a', () => {}); xit('b', () => {}); test.failing('c', () => {}); test.todo('d'); it.each\`a\${1}\`('e', () => {}); xdescribe('t', () => { test('f', done => {}) }) });`, ...jest },
			['suite s', '  before-all', '  test a [only]', '  test b [skip]', '  test c [failing]', '  test e [each]', '  suite t [skip]', '    test f [skip]'],
		],
		['Jest imports', `import { describe, it, beforeEach } from '@jest/globals'; describe.only('s', () => { beforeEach(() => {}); it('a', () => {}) });`, ['suite s [only]', '  before-each', '  test a']],
		['Jest required', `const { test: check } = require('@jest/globals'); check('a', () => {});`, ['test a']],
		['jest-each', { 'a.test.js': `import each from 'jest-each'; each([[1]]).test('a', () => {}); each([[1]]).describe('s', () => { test('b', () => {}) });`, ...jest }, ['test a [each]', 'suite s [each]', '  test b']],
		[
			'Mocha BDD',
			{ 'a.spec.js': `describe('s', function () { before(function () {}); beforeEach(() => {}); afterEach(() => {}); after(() => {}); context('t', () => { specify('a', () => {}); it.only('b', () => {}); xit('c', () => {}); }); });`, ...mocha },
			['suite s', '  before-all', '  before-each', '  after-each', '  after-all', '  suite t', '    test a', '    test b [only]', '    test c [skip]'],
		],
		[
			'Mocha TDD',
			{ 'a.spec.js': `suite('s', () => { suiteSetup(() => {}); setup(() => {}); teardown(() => {}); suiteTeardown(() => {}); test('a', () => {}); test.skip('b', () => {}); });`, ...mocha },
			['suite s', '  before-all', '  before-each', '  after-each', '  after-all', '  test a', '  test b [skip]'],
		],
		['Mocha imports', `import { describe, it } from 'mocha'; describe('s', () => { it('a', () => {}) });`, ['suite s', '  test a']],
		[
			'node:test',
			`import { describe, it, test, suite, before, beforeEach } from 'node:test';
			suite('s', () => { before(() => {}); it('a', { skip: 'later' }, () => {}); it.todo('b', () => {}); });
			describe('t', { concurrency: 2 }, () => { test('c', () => {}) });`,
			['suite s', '  before-all', '  test a [skip]', '  test b [todo]', 'suite t [concurrent]', '  test c'],
		],
		[
			'node:test subtests',
			`import test from 'node:test';
			test('a', async t => { t.before(() => {}); await t.test('b', async u => { u.after(() => {}); await u.test('c', () => {}) }); for (const n of [1, 2]) await t.test('d', () => {}); });`,
			['test a', 'suite a', '  before-all', '  test b', '  test d', '  suite b', '    after-all', '    test c'],
		],
		['node:test properties', `import test from 'node:test'; test.describe('s', () => { test.beforeEach(() => {}); test.it('a', () => {}) });`, ['suite s', '  before-each', '  test a']],
		[
			'Playwright',
			`import { test, expect } from '@playwright/test';
			test.beforeAll(async () => {}); test.beforeEach(async ({ page }) => {});
			test('a', async ({ page }) => {}); test.only('b', { tag: '@x' }, async () => {}); test.fixme('c', async () => {});
			test.describe.serial('s', () => { test('d', async () => { await test.step('e', async () => {}); test.skip(true, 'no'); test.slow(); }) });
			test.describe('t', () => { test.describe.configure({ mode: 'parallel' }); test('f', async () => {}) });`,
			['before-all', 'before-each', 'test a', 'test b [only]', 'test c [skip]', 'suite s [serial]', '  test d', 'suite t [concurrent]', '  test f'],
		],
		[
			'Playwright fixtures of another file',
			{
				'a.spec.ts': `import { test } from './fixtures'; test('a', async ({ db }) => {});`,
				'fixtures.ts': `import { test as base } from '@playwright/test'; export const test = base.extend<{ db: string }>({ db: async ({ page }, use) => { await use('x') }, other: 'value' }); export { expect } from '@playwright/test';`,
			},
			['around-each db', 'test a'],
		],
		[
			'Playwright fixtures over fixtures',
			`import { test as base } from '@playwright/test'; const one = base.extend({ a: async ({}, use) => {} }); const two = one.extend({ b: [async ({ a }, use) => {}, { scope: 'worker' }] }); two('x', async ({ b }) => {});`,
			['around-each a', 'around-all b', 'test x'],
		],
		[
			'Cypress',
			{ 'cypress/e2e/a.cy.ts': `describe('s', { retries: 2 }, () => { before(() => {}); beforeEach(() => { cy.visit('/') }); it('a', () => { cy.get('b').click() }); context('t', () => { specify('b', () => {}) }) });`, 'cypress.config.ts': 'export default {}', ...jest },
			['suite s', '  before-all', '  before-each', '  test a', '  suite t', '    test b'],
		],
		[
			'AVA',
			`import test from 'ava';
			test.before(t => {}); test.beforeEach(t => {}); test.afterEach.always(t => {}); test.serial.after(t => {});
			test('a', t => { t.teardown(() => {}); t.pass() }); test.serial('b', t => {}); test.failing('c', t => {}); test.serial.only('d', t => {}); test.todo('e');`,
			['before-all', 'before-each', 'after-each', 'after-all', 'test a', 'test b [serial]', 'test c [failing]', 'test d [only serial]', 'suite a', '  after-each'],
		],
		[
			'AVA macros',
			`import test from 'ava'; const macro = test.macro({ exec(t, input) { t.is(input, 1) }, title: () => 'x' }); const plain = (t, n) => {}; const short = test.macro((t, n) => {}); test('a', macro, 1); test('b', plain, 2); test('c', short, 3); test('d', [plain], 3);`,
			['test a', 'test b', 'test c', 'test d'],
		],
		['Jasmine', { 'a.spec.js': `describe('s', () => { beforeEach(() => {}); fit('a', () => {}); xdescribe('t', () => { it('b', done => {}) }) });`, 'package.json': manifest({ devDependencies: { jasmine: '5' } }) }, ['suite s', '  before-each', '  test a [only]', '  suite t [skip]', '    test b [skip]']],
		[
			'Bun',
			`import { describe, test, it, beforeEach } from 'bun:test'; describe.concurrent('s', () => { beforeEach(() => {}); test.serial('a', () => {}); test.if(true)('b', () => {}); it.failing('c', () => {}); test.each([1])('d', () => {}) });`,
			['suite s [concurrent]', '  before-each', '  test a [serial]', '  test b', '  test c [failing]', '  test d [each]'],
		],
		[
			'Deno',
			`Deno.test('a', () => {}); Deno.test({ name: 'b', fn: async t => { await t.step('c', () => {}) }, ignore: true }); Deno.test('d', { only: true }, () => {}); Deno.test.ignore('e', () => {}); Deno.test(function f() {}); Deno.test.beforeEach(() => {});`,
			['before-each', 'test a', 'test b [skip]', 'test d [only]', 'test e [skip]', 'test ?'],
		],
		['Deno BDD', `import { describe, it } from 'jsr:@std/testing@1/bdd'; describe({ name: 's', beforeEach() {}, fn() { it('a', () => {}) } });`, ['suite s', '  before-each', '  test a']],
		['Deno BDD by address', `import { describe, it } from 'https://deno.land/std@0.224.0/testing/bdd.ts'; describe('s', () => { it('a', () => {}) });`, ['suite s', '  test a']],
		[
			'tap',
			`import t, { test } from 'tap'; t.before(() => {}); t.beforeEach(() => {}); test('a', async t => { t.test('b', async t => {}); t.teardown(() => {}) }); t.test('c', { skip: true }, t => { t.end() });`,
			['before-all', 'before-each', 'test a', 'test c [skip]', 'suite a', '  after-all', '  test b'],
		],
		['tap required', `const t = require('tap'); t.test('a', t => { t.end() });`, ['test a']],
		['tape', `const test = require('tape'); test('a', t => { t.test('b', u => {}); t.end() }); test.only('c', t => {}); test.skip('d', t => {});`, ['test a', 'test c [only]', 'test d [skip]', 'suite a', '  test b']],
		[
			'QUnit',
			`QUnit.module('m', hooks => { hooks.beforeEach(() => {}); QUnit.test('a', assert => {}); QUnit.module('n', { before() {}, afterEach: () => {} }, () => { QUnit.test.only('b', assert => {}) }) });
			QUnit.module('flat', { beforeEach() {} }); QUnit.test('c', assert => {}); QUnit.test.each('d', [1], (assert, n) => {});`,
			['suite m', '  before-each', '  test a', '  suite n', '    before-all', '    after-each', '    test b [only]', 'suite flat', '  before-each', '  test c', '  test d [each]'],
		],
		['QUnit imports', `import { module, test } from 'qunit'; module('m', function (hooks) { hooks.before(function () {}); test('a', function (assert) {}) });`, ['suite m', '  before-all', '  test a']],
		['WebdriverIO with Mocha', { 'test/specs/a.e2e.ts': `import { browser } from '@wdio/globals'; describe('s', () => { before(async () => {}); it('a', async () => { await browser.url('/') }) });`, 'wdio.conf.ts': `export const config = { framework: 'mocha' };` }, ['suite s', '  before-all', '  test a']],
		['WebdriverIO with Jasmine', { 'test/specs/a.e2e.ts': `describe('s', () => { beforeAll(async () => {}); it('a', async () => { await $('b').click() }) });`, 'wdio.conf.ts': `export const config = { framework: 'jasmine' };` }, ['suite s', '  before-all', '  test a']],
		['uvu', `import { test, suite } from 'uvu'; test.before.each(() => {}); test('a', () => {}); const S = suite('s'); S.before(() => {}); S.after.each(() => {}); S('b', () => {}); S.run();`, ['before-each', 'before-all', 'after-each', 'test a', 'test b']],
		['fancy-test', `import { test } from '@oclif/test'; const set = test.stdout().do(() => {}); describe('s', () => { test.nock('https://x', api => {}).command(['a']).it('a', ctx => {}); set.skip().it('b', ctx => {}); });`, ['suite s', '  test a', '  test b [skip]']],
		['lab', `const Lab = require('@hapi/lab'); const { describe, it, before } = exports.lab = Lab.script(); describe('s', () => { before(() => {}); it('a', () => {}) });`, ['suite s', '  before-all', '  test a']],
		['Tinytest in steps', `testAsyncMulti('a', [async test => {}, async (test, expect) => {}]);`, ['test a', 'test a']],
		['micro-should', `import { beforeEach, describe, it, should } from 'micro-should'; describe('s', () => { beforeEach(() => {}); it('a', () => {}); should('b', () => {}); });`, ['suite s', '  before-each', '  test a', '  test b']],
		[
			'Nightwatch exports',
			`import { NightwatchBrowser } from 'nightwatch';
			const helper = { 'no test': () => {} };
			module.exports = { '@disabled': true, before(browser: NightwatchBrowser, done) {}, 'saves': function (browser: NightwatchBrowser) {}, after: browser => {}, ...helper };`,
			['before-all', 'after-all', 'test saves'],
		],
		['a file that is a function', { 'a.test.js': `module.exports = session => { describe('s', () => { it('a', () => {}); }); };`, ...mocha }, ['suite s', '  test a']],
		[
			'a function for suites, exported by name',
			{ 'a.test.js': `export function storeSuite(store) { describe(store.name, () => { it('a', () => {}); }); } export const hooks = () => { beforeEach(() => {}); };`, ...mocha },
			['suite ?', '  test a'],
		],
		['a file with tests that also exports some', { 'a.test.js': `it('a', () => {}); export function suite() { it('b', () => {}); }`, ...mocha }, ['test a']],
		['a file that calls what it exports', { 'a.test.js': `function suite(x) { it('a', () => {}); } suite(1); module.exports = suite;`, ...mocha }, ['test a']],
		['an export of functions that no runner asks for', `import { save } from './save'; export default { 'saves': () => {} };`, []],
		['Tinytest', `Tinytest.add('a', test => {}); Tinytest.addAsync('b', async test => {});`, ['test a', 'test b']],
	])('%s', (_, files, expected) => {
		expect(outline(files)).toEqual(expected);
	});
});

describe('definitions on the way', () => {
	it.each<readonly [string, Record<string, string>, readonly string[]]>([
		['a loop', { 'a.test.js': `for (const n of [1, 2]) test('a', () => {});` }, ['test a [each]']],
		['forEach over cases', { 'a.test.js': `[1, 2].forEach(n => { test('a', () => {}); describe('s', () => { test('b', () => {}) }) });` }, ['test a [each]', 'suite s [each]', '  test b']],
		['forEach over cases, of a function by name', { 'a.test.js': `const check = n => { test('a', () => {}) }; [1, 2].forEach(check); [1, 2].map(outside); unknown.map(n => n);`, 'b.js': '' }, ['test a [each]']],
		['a function of another file, by name', { 'a.test.js': `import { check } from './checks'; _.each([1, 2], check);`, 'checks.js': `export function check(n) { test('a', () => {}) }` }, ['test a [each]']],
		['a callback that runs once', { 'a.test.js': `withServer(() => { test('a', () => {}) }); function withServer(body) { body() }` }, ['test a']],
		['a callback inside a suite of the project', { 'a.test.js': `import { withDb } from './db'; withDb('s', () => { it('a', () => {}) });`, 'db.js': `export function withDb(title, body) { describe(title, () => { beforeEach(() => {}); body() }) }` }, ['suite s', '  before-each', '  test a']],
		['a callback that a suite of the project calls by a method', { 'a.test.js': `import { withDb } from './db'; withDb('s', () => { it('a', () => {}) });`, 'db.js': `export function withDb(title, body) { describe(title, function () { beforeEach(() => {}); return body.call(this, { db: 1 }) }) }` }, ['suite s', '  before-each', '  test a']],
		['a callback that a suite of the project applies in an inner suite', { 'a.test.js': `import { withDb } from './db'; withDb('s', () => { describe('u', () => { it('a', () => {}) }) });`, 'db.js': `export function withDb(title, body) { describe(title, () => { describe('t', () => { beforeEach(() => {}); body.apply(this, [1]) }) }) }` }, ['suite s', '  suite t', '    before-each', '    suite u', '      test a']],
		['a suite of the project inside another', { 'a.test.js': `import { withApp } from './app'; withApp('s', () => { it('a', () => {}) });`, 'app.js': `import { withDb } from './db'; export function withApp(title, body) { withDb(title, () => { afterEach(() => {}); body() }) }`, 'db.js': `export function withDb(title, body) { describe(title, () => { beforeEach(() => {}); body() }) }` }, ['suite s', '  before-each', '  after-each', '  test a']],
		['a suite body that the project wraps', { 'a.test.js': `import { withDb } from './db'; describe('s', withDb(() => { it('a', () => {}) }));`, 'db.js': `export const withDb = body => () => { beforeEach(() => {}); body() };` }, ['suite s', '  before-each', '  test a']],
		['a suite body in a wrapper that nobody sees', { 'a.test.js': `import { withDb } from 'db'; describe('s', withDb(() => { it('a', () => {}) }));` }, ['suite s', '  test a']],
		['shared behaviour called by a method', { 'a.test.js': `import { behaves } from './shared'; describe('s', function () { behaves.call(this) });`, 'shared.js': `export function behaves() { it('is empty', () => {}) }` }, ['suite s', '  test is empty']],
		['a suite of the project', { 'a.test.js': `import { describeDb } from './db'; describeDb('s', () => { it('a', () => {}) });`, 'db.js': `export const describeDb = (title, body) => describe('db ' + title, body);` }, ['suite db s', '  test a']],
		['a function that is handed the framework', { 'a.test.js': `const t = require('node:test'); require('./put').definePut('put', t);`, 'put.js': `module.exports.definePut = (method, t) => { const test = t.test; test('a ' + method, () => {}); };` }, ['test a put']],
		['a function of the file', { 'a.test.js': `describe('s', () => { useDatabase() }); function useDatabase() { beforeEach(() => {}); afterAll(() => {}) }` }, ['suite s', '  before-each', '  after-all']],
		['a function of another file', { 'a.test.js': `import { useDatabase } from './db'; describe('s', () => { useDatabase(); test('a', () => {}) });`, 'db.js': `export function useDatabase() { beforeEach(async () => {}) }` }, ['suite s', '  before-each', '  test a']],
		['shared behaviour', { 'a.test.js': `import { behavesLikeAList } from './shared'; describe('s', () => { behavesLikeAList(() => []) });`, 'shared.js': `export function behavesLikeAList(make) { describe('list', () => { it('is empty', () => { expect(make()).toEqual([]) }) }) }` }, ['suite s', '  suite list', '    test is empty']],
		['a wrapper with a title of its own', { 'a.test.js': `import { itWithDb } from './wrap'; itWithDb('a', db => { db.find() });`, 'wrap.js': `export const itWithDb = (title, body) => it(title, async () => { const db = connect(); await body(db) });` }, ['test a']],
		['a choice of words', { 'a.test.js': `const check = process.env.CI ? it : it.skip; check('a', () => {});` }, ['test a']],
		['a word of the project\'s own', { 'a.test.js': `describe.onServer('s', () => { it.skipIfNotTouch('a', () => {}); it.when(ready)('b', () => {}); it.step('no test', () => {}); it.title('no body'); it.some.other('c', () => {}) });` }, ['suite s', '  test a', '  test b']],
		['a wrapped body', { 'a.test.js': `import { inject } from './inject'; it('a', inject(() => {}));`, 'inject.js': `export const inject = body => () => body()` }, ['test a']],
		['a body by name', { 'a.test.js': `import { body } from './body'; it('a', body); const local = async () => {}; it('b', local);`, 'body.js': `export function body() {}` }, ['test a', 'test b']],
		['a title in a constant', { 'a.test.js': "const name = 'x'; it(name, () => {}); it(`${name} y`, () => {}); it(`${unknown}`, () => {});" }, ['test x', 'test x y', 'test ?']],
	])('%s', (_, files, expected) => {
		expect(outline({ ...files, ...jest })).toEqual(expected);
	});

	it('gives tests of helpers the call in the linted file, and the body that stands in it', () => {
		const { model, module } = open({
			'a.test.js': `import { itWithDb } from './wrap'; itWithDb('a', db => { db.find() });`,
			'wrap.js': `export const itWithDb = (title, body) => it(title, async () => { const db = connect(); await body(db) });`,
			...jest,
		});
		const [test] = model.tests;
		expect(module.facts.functions[0]?.calls).toContain(test?.call);
		expect(test?.body.module).toBe(module);
		expect(test?.around.map(({ module: { path } }) => path)).toEqual(['wrap.js']);
		expect(test?.definition.module.path).toBe('wrap.js');
	});

	it.each([
		['taken from the options', `export const testDb = (title, options) => { const { body } = options; it(title, async () => { await body(connect()); }); };`],
		['called on the options', `export const testDb = (title, options) => { it(title, async () => { try { await options.body(connect()); } finally { close(); } }); };`],
		['handed on', `function suite({ body }) { it('runs', () => body(connect())); } export const testDb = (title, options) => { describe(title, () => suite(options)); };`],
	])('gives tests of helpers the body that stands among the options in the linted file: %s', (_, harness) => {
		const { model, module } = open({ 'a.test.js': `import { testDb } from './test/harness'; testDb('a', { rows: 3, setup(db) {}, body: async db => { await db.find(); } });`, 'test/harness.js': harness, ...jest });
		expect(model.tests.map(({ body }) => [body.module === module, body.fact.async])).toEqual([[true, true]]);
		expect(model.frameworks.map(({ name }) => name)).toEqual(['jest']);
	});

	it('gives tests that call something else of the linted file the body that the helper has', () => {
		const { model } = open({
			'a.test.js': `import { testDb } from './harness'; const body = { run() {} }; testDb('a', { rows: 3 }); describe('s', () => {}); export { body };`,
			'harness.js': `import { body } from './a.test'; export const testDb = title => it(title, () => { body.run(); });`,
			...jest,
		});
		expect(model.tests.map(({ body: { module } }) => module.path)).toEqual(['harness.js']);
	});

	it('gives tests that the linted file hands to a function of the project their own call', () => {
		const text = `import { describeDb } from './db'; describeDb('s', () => { it('a', () => {}) });`;
		const { model } = open({ 'a.test.js': text, 'db.js': `export const describeDb = (title, body) => describe(title, () => { body() });`, ...jest });
		expect(model.tests.map(({ call }) => text.slice(call.start, call.end))).toEqual([`it('a', () => {})`]);
	});

	it('orders the hooks around a test from the outside in, with the fixtures that it asks for', () => {
		const { model } = open(`import { test as base } from '@playwright/test';
			const test = base.extend({ a: async ({}, use) => {}, b: async ({ a }, use) => {}, c: async ({}, use) => {} });
			test.afterEach(() => {}); test.beforeAll(() => {});
			test.describe('s', () => { test.beforeEach(() => {}); test('x', ({ b }) => {}) });`);
		expect(model.tests[0]?.hooks.map(({ phase, fixture }) => fixture ?? phase)).toEqual(['before-all', 'a', 'b', 'after-each', 'before-each']);
	});

	it.each([
		['Jest', 'a.test.js', `it('a', done => {})`, 0],
		['Jest without a callback', 'a.test.js', `it('a', () => {})`, undefined],
		['Jest with cases', 'a.test.js', `it.each([1])('a', n => {})`, undefined],
		['node:test', 'a.test.js', `import test from 'node:test'; test('a', (t, done) => {})`, 1],
		['node:test with a context', 'a.test.js', `import test from 'node:test'; test('a', t => {})`, undefined],
		['Vitest', 'a.test.js', `import { test } from 'vitest'; test('a', context => {})`, undefined],
	])('knows the callback that ends a test: %s', (_, name, text, expected) => {
		expect(open({ [name]: text, ...jest }).model.tests[0]?.doneParameter).toBe(expected);
	});
});

describe('what is no test', () => {
	it.each<readonly [string, string | Record<string, string>]>([
		['a local function called it', `import 'vitest'; function it(title, body) { body() } it('a', () => {});`],
		['a local describe', `const describe = (thing, body) => body(thing); describe('s', () => {});`],
		['a parameter called test, in another form', `export function run(test) { test('a'); return test('b', () => {}) }`],
		['a method called it', `const suite = { it(title, body) {} }; suite.it('a', () => {});`],
		['a regular expression', `/a/.test('a'); const pattern = /b/; pattern.test('b', () => {});`],
		['another package, in another form', `import { describe, it } from 'my-dsl'; describe({ s: 1 }, () => {}); export const made = it('a', () => {}); it(() => {}, 'b');`],
		['tools for tests', { 'test/context.js': `const assert = require('assert'); module.exports = options => { const context = { check() { assert(options.ok) } }; return context; };` }],
		['another word of another package', `import { flow } from 'my-dsl'; flow('a', () => {}); flow.test('b', () => {});`],
		['a test without a body', `import { it } from 'vitest'; it('a'); it.todo('b');`],
		['a step of a test', `import { test } from '@playwright/test'; test.step('a', async () => {});`],
		['a table without its tests', `import { it } from 'vitest'; export const table = it.each([() => {}]);`],
		['a part of a test', `import { it } from 'vitest'; it.step('a', () => {});`],
		['the unit test of a runner', `import { describe } from './describe'; describe('s', () => {});`],
	])('%s', (_, files) => {
		expect(outline(files)).toEqual([]);
	});

	it('takes no word of another framework for a hook', () => {
		expect(outline({ 'a.test.js': `describe('s', () => { before(() => {}); beforeAll(() => {}); it('a', () => {}) });`, 'jest.config.js': '', ...jest })).toEqual(['suite s', '  before-all', '  test a']);
	});
});
