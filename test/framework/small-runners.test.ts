import { describe, expect, it } from 'vitest';

import { manifest, open, outline } from './reading.ts';

const jest = { 'package.json': manifest({ devDependencies: { jest: '^30.0.0' } }) };
const mocha = { 'package.json': manifest({ devDependencies: { mocha: '^11.0.0' } }) };

describe('runners and wrappers with words of their own', () => {
	it.each<readonly [string, string | Record<string, string>, readonly string[]]>([
		[
			'tapes',
			`const Test = require('tapes')(require('tape')); Test('a', async t => { t.beforeEach(u => { u.end() }); t.test('b', async u => { u.test('c', v => v.end()); u.end() }); t.end() });`,
			['test a', 'suite a', '  before-each', '  test b', '  suite b', '    test c'],
		],
		['tape-promise', `const tape = require('tape'); const test = require('tape-promise').default(tape); test('a', async t => {}); test.skip('b', t => {});`, ['test a', 'test b [skip]']],
		['tape-cluster', `const test = require('tape-cluster')(require('tape'), Cluster); test('a', { peers: 2 }, function t(cluster, assert) { assert.end(); });`, ['test a']],
		['blue-tape', `const test = require('blue-tape'); test('a', t => promise());`, ['test a']],
		['tap in the words of Mocha', `const { describe, it, beforeEach } = require('tap').mocha; describe('s', () => { beforeEach(() => {}); it('a', () => {}) });`, ['suite s', '  before-each', '  test a']],
		['tap before version 15', `const t = require('tap'); t.tearDown(() => {}); t.test('a', t => { t.tearDown(() => {}); t.end() });`, ['after-all', 'test a', 'suite a', '  after-all']],
		[
			'Japa',
			`import { test } from '@japa/runner';
			test.group('s', group => { group.setup(() => {}); group.each.setup(() => {}); group.each.teardown(() => {}); group.teardown(() => {}); test('a', ({ assert }) => {}).timeout(10); test('b').with([1]).run(() => {}); test('c').run(() => {}); });`,
			['suite s', '  before-all', '  before-each', '  after-each', '  after-all', '  test a', '  test ?'],
		],
		['Japa before version 5', `const test = require('japa'); test.group('s', group => { group.before(() => {}); group.beforeEach(() => {}); test('a', assert => {}); test.failing('b', assert => {}); });`, ['suite s', '  before-all', '  before-each', '  test a', '  test b [failing]']],
		['esmocha', `import { before, describe, it } from 'esmocha'; describe('s', () => { before(() => {}); it('a', () => {}) });`, ['suite s', '  before-all', '  test a']],
		['Mocha without this', `const { describe, it } = require('mocha-sugar-free'); describe('s', { skipIfBrowser: true }, () => { it('a', { timeout: 5 }, () => {}); it('b', { skip: true }, () => {}) });`, ['suite s', '  test a', '  test b [skip]']],
		['jest-in-case', { 'a.test.js': `import cases from 'jest-in-case'; cases('a', ({ n }) => {}, [{ n: 1 }]);`, ...jest }, ['test a [each]']],
		['poku', `import { describe, it, beforeEach } from 'poku'; describe('s', async () => { beforeEach(() => {}); await it('a', async () => {}) });`, ['suite s', '  before-each', '  test a']],
		['baretest', `const test = require('baretest')('s'); test.before(() => {}); test('a', () => {}); test.run();`, ['before-all', 'test a']],
		['QUnit by its old name', `import { module, test } from 'QUnit'; module('m', { setup() {} }); test('a', () => {});`, ['suite m', '  before-each', '  test a']],
		['a body among its metadata', { 'a.test.js': `describe('s', () => { it('a', { metadata: { needs: 'a replica' }, test: function (done) {} }); it('b', { metadata: {} }); });`, ...mocha }, ['suite s', '  test a']],
		[
			'Effect',
			`import { describe, it, layer } from '@effect/vitest';
			describe('s', () => { it.effect('a', () => work()); it.live('b', () => work()); it.scoped('c', () => work()); it.scopedLive.skip('d', () => work()); it.effect.each([1])('e', n => work(n)); it.effect.skipIf(true)('f', () => work()); it('g', () => {}) });
			layer(Live)('t', it => { it.effect('h', () => work()); it.layer(Other)('u', it => { it.scoped('i', () => work()) }) });`,
			['suite s', '  test a', '  test b', '  test c', '  test d [skip]', '  test e [each]', '  test f', '  test g', 'suite t', '  test h', '  suite u', '    test i'],
		],
		[
			'vows',
			`const vows = require('vows'); const made = () => ({ topic: 1, 'is made': function () {} });
			vows.describe('v').addBatch({ 'a': { topic: function () {}, 'b': function () {}, 'c': { topic() {}, teardown() {}, 'd': check }, on: { 'saved': { 'e': function () {} } } } })
				.addBatch({ 'f': made(), 'g': missing(), 'h': { topic: 1 } }).export(module);
			function check() {}`,
			['suite ?', '  suite a', '    before-all', '    test b', '    suite c', '      before-all', '      after-all', '      test d', '    suite saved', '      test e', 'suite ?', '  suite f', '    test is made'],
		],
		[
			'what a file exports to Mocha',
			{ 'a.test.js': `module.exports = { 'a list': { before(done) {}, 'is empty': function (done) {}, 'inner': { afterEach() {}, 'b': () => {} } }, after() {} };`, ...mocha },
			['after-all', 'suite a list', '  before-all', '  test is empty', '  suite inner', '    after-each', '    test b'],
		],
		['what a file exports to Mocha by name', { 'a.test.js': `exports['a list'] = { 'is empty': function () {} };`, ...mocha }, ['suite a list', '  test is empty']],
		['names that are no sentences', { 'a.test.js': `module.exports = { list: { make() {} }, 'x-y': function () {} };`, ...mocha }, []],
		['sentences where no such runner is at hand', { 'a.test.js': `module.exports = { 'is empty': function () {} };`, ...jest }, []],
		[
			'what a file exports to Nightwatch',
			{ 'a.test.js': `module.exports = { before: browser => {}, 'opens a page': browser => {} };`, 'package.json': manifest({ devDependencies: { nightwatch: '1', mocha: '5' } }) },
			['before-all', 'test opens a page'],
		],
		[
			'nodeunit',
			`exports.group = { setUp: function (callback) { callback() }, tearDown(callback) { callback() }, one: function (test) { test.ok(true); test.done() }, more: { two(test) { test.done() } } }; exports.three = function (test) { test.done() };`,
			['test three', 'suite group', '  before-each', '  after-each', '  test one', '  suite more', '    test two'],
		],
		['nodeunit by testCase', `var testCase = require('nodeunit').testCase; module.exports = testCase({ setUp: function (callback) {}, 'one': function (test) { test.done() } });`, ['suite ?', '  before-each', '  test one']],
		['a context that is not ended', `exports.one = function (test) { test.ok(true) };`, []],
		[
			'Intern',
			`const { registerSuite } = intern.getInterface('object'); registerSuite('s', { before() {}, beforeEach: () => {}, tests: { 'a'() {}, 'b': { setup() {}, tests: { 'c'() {} } } } });
			const { describe, it, before } = intern.getInterface('bdd'); describe('t', () => { before(() => {}); it('d', () => {}) });`,
			['suite s', '  before-all', '  before-each', '  test a', '  suite b', '    before-all', '    test c', 'suite t', '  before-all', '  test d'],
		],
		['Intern by modules', `import registerSuite = require('intern!object'); registerSuite({ name: 's', setup() {}, 'a': function () {} }); registerSuite(function () { return { name: 't', 'b': function () {} } });`, ['suite s', '  before-all', '  test a', 'suite ?', '  test b']],
		['Intern in a module of AMD', `define(['intern!object', './store'], function (registerSuite, store) { registerSuite({ name: 's', 'a': function () {} }); });`, ['suite s', '  test a']],
		['a factory that is handed something else', `define(['require', 'exports', store], function (registerSuite, given, more) { registerSuite({ name: 's', 'a': function () {} }); given({ 'a': function () {} }); more({ 'b': function () {} }); });`, []],
		['lib0', `import * as t from 'lib0/testing'; export const testSave = async tc => {}; export function testLoad(tc) {} export const helper = () => {};`, ['test testSave', 'test testLoad']],
		['a proxy around the words of a runner', { 'a.test.ts': `import { it } from './words'; it.effect('a', () => work()); it('b', () => {});`, 'words.ts': `import * as V from 'vitest'; export const it = new Proxy(V.it, { get: (target, key) => more[key] ?? target[key] });` }, ['test a', 'test b']],
		[
			'a proxy that a function puts around the words with fixtures',
			{ 'a.test.ts': `import { dbTest } from './words'; dbTest('a', async ({ db }) => {});`, 'words.ts': `import { test } from 'vitest'; const warm = <T extends object>(api: T): T => new Proxy(api, { apply: (target, self, args) => Reflect.apply(target, self, args) }) as T; export const dbTest = warm(test.extend({ db: async ({}, use) => { await use(1) } }));` },
			['around-each db', 'test a'],
		],
		['a proxy around something else', `import 'vitest'; const check = new Proxy(words, {}); check('a', () => {}); new Proxy()('b', () => {});`, []],
	])('%s', (_, files, expected) => {
		expect(outline(files)).toEqual(expected);
	});

	it('lets the context of a test end it where no parameter is a callback', () => {
		const { model } = open(`const { it } = require('mocha-sugar-free'); it('a', t => { listen(() => { t.done() }) }); it('b', () => {});`);
		expect(model.tests.map(({ doneParameter, ending }) => [doneParameter, ending.isLater])).toEqual([[undefined, true], [undefined, false]]);
	});
});
