import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('node:assert', () => {
	it.each([
		['assert(a)', 'a truthy'],
		['assert.ok(a)', 'a truthy'],
		['assert.equal(a, 1)', 'a identical 1'],
		['assert.strict.equal(a, 1)', 'a identical 1'],
		['assert.strict(a)', 'a truthy'],
		['assert.notEqual(a, 1)', 'not a identical 1'],
		["assert.deepStrictEqual(a, { x: 1 }, 'why')", 'a deep-equal { x: 1 }'],
		['assert.notDeepEqual(a, b)', 'not a deep-equal b'],
		['assert.partialDeepStrictEqual(a, b)', 'a includes-structure b'],
		['assert.match(a, /x/)', 'a matches /x/'],
		['assert.doesNotMatch(a, /x/)', 'not a matches /x/'],
		['assert.throws(a, /x/)', 'a throws /x/'],
		['await assert.rejects(a, /x/)', 'a rejects /x/'],
		['assert.ifError(a)', 'a falsy'],
	])('%s', (code, sentence) => {
		expect(said(`import assert from 'node:assert'; ${code}`)).toEqual([sentence]);
		expect(said(`const assert = require('assert'); ${code}`)).toEqual([sentence]);
	});

	it.each([
		['strict by path', "import assert from 'node:assert/strict'; assert.equal(a, 1)"],
		['strict by name', "import { strict as assert } from 'assert'; assert.equal(a, 1)"],
		['one function', "import { equal } from 'node:assert'; equal(a, 1)"],
		['one function under another name', "const { strictEqual: same } = require('assert').strict; same(a, 1)"],
		['power-assert', "import assert from 'power-assert'; assert.equal(a, 1)"],
		['tspl', "import { tspl } from '@matteo.collina/tspl'; test('x', t => { t = tspl(t, { plan: 1 }); t.equal(a, 1); })"],
		['tspl, taken apart', "const { equal } = require('@matteo.collina/tspl').tspl(t, { plan: 1 }); equal(a, 1)"],
		['tspl as the default', "import tspl from '@matteo.collina/tspl'; tspl(t, { plan: 1 }).equal(a, 1)"],
		['the context of a test', "import { test } from 'node:test'; test('x', t => { t.assert.equal(a, 1) })"],
	])('knows it as %s', (_, code) => {
		expect(said(code)).toEqual(['a identical 1']);
	});

	it.each([
		['an error that is made', "import assert from 'node:assert'; new assert.AssertionError({})"],
		['a failure', "import assert from 'node:assert'; assert.fail('x')"],
		['a spread', "import assert from 'node:assert'; assert.equal(...a)"],
		['a module of the project', { 'a.test.ts': "import assert from './assert'; assert.equal(a, 1)", 'assert.ts': 'export default { equal() {} }' }],
	])('hears nothing in %s', (_, code) => {
		expect(said(code)).toEqual([]);
	});

	it('knows snapshots of node:test', () => {
		expect(said("import { test } from 'node:test'; test('x', t => { t.assert.snapshot(a) })")).toEqual(['a snapshot']);
	});
});

describe('@std/assert', () => {
	it.each([
		['assert(a)', 'a truthy'],
		['assertEquals(a, b)', 'a deep-equal b'],
		['assertStrictEquals(a, 1)', 'a identical 1'],
		['assertNotEquals(a, b)', 'not a deep-equal b'],
		['assertAlmostEquals(a, 1, 0.1)', 'a close-to 1 ± 0.1 delta'],
		['assertArrayIncludes(a, [1])', 'a contains [1]'],
		['assertObjectMatch(a, { x: 1 })', 'a includes-structure { x: 1 }'],
		['assertExists(a)', 'not a nothing'],
		['assertGreater(a, 1)', 'a greater 1'],
		['assertRejects(a, B)', 'a rejects B'],
	])('%s', (code, sentence) => {
		const name = code.slice(0, code.indexOf('('));
		for (const source of ['@std/assert', 'jsr:@std/assert@1', 'https://deno.land/std@0.224.0/assert/mod.ts', 'https://deno.land/std@0.100.0/testing/asserts.ts']) {
			expect(said(`import { ${name} } from '${source}'; ${code}`), source).toEqual([sentence]);
		}
	});

	it('knows snapshots, which take the context first', () => {
		expect(said("import { assertSnapshot } from '@std/testing/snapshot'; assertSnapshot(t, a)")).toEqual(['a snapshot']);
	});

	it('hears nothing in functions of the same name', () => {
		expect(said("import { assertEquals } from './own'; assertEquals(a, b)")).toEqual([]);
	});
});

describe('functions of testharness.js', () => {
	it.each([
		['assert_equals(a, 1)', 'a identical 1'],
		['assert_not_equals(a, 1)', 'not a identical 1'],
		['assert_array_equals(a, [1])', 'a deep-equal [1]'],
		['assert_false(a)', 'a identical false'],
		['assert_less_than(a, 5)', 'a less 5'],
	])('%s', (code, sentence) => {
		expect(said(`promise_test(async () => { ${code}; }, 'x');`)).toEqual([sentence]);
	});
});

describe('contexts of tests', () => {
	const around = {
		ava: (code: string) => `import test from 'ava'; test('x', async t => { ${code} })`,
		tap: (code: string) => `import t from 'tap'; t.test('x', t => { ${code} })`,
		tape: (code: string) => `const test = require('tape'); test('x', t => { ${code} })`,
		qunit: (code: string) => `QUnit.test('x', assert => { ${code} })`,
		tinytest: (code: string) => `import { Tinytest } from 'meteor/tinytest'; Tinytest.add('x', function (test) { ${code} })`,
	};

	it.each([
		['ava', 't.is(a, 1)', 'a identical 1'],
		['ava', 't.not(a, 1)', 'not a identical 1'],
		['ava', 't.deepEqual(a, b)', 'a deep-equal b'],
		['ava', 't.like(a, { x: 1 })', 'a includes-structure { x: 1 }'],
		['ava', 't.true(a)', 'a identical true'],
		['ava', 't.truthy(a)', 'a truthy'],
		['ava', 't.regex(a, /x/)', 'a matches /x/'],
		['ava', 't.snapshot(a)', 'a snapshot'],
		['ava', 'await t.throwsAsync(a)', 'a rejects'],
		['tap', 't.equal(a, 1)', 'a identical 1'],
		['tap', 't.same(a, b)', 'a deep-equal b'],
		['tap', 't.strictNotSame(a, b)', 'not a deep-equal b'],
		['tap', 't.match(a, { x: 1 })', 'a includes-structure { x: 1 }'],
		['tap', 't.match(a, /x/)', 'a matches /x/'],
		['tap', 't.matchSnapshot(a)', 'a snapshot'],
		['tap', 't.notOk(a)', 'a falsy'],
		['tape', 't.deepEqual(a, b)', 'a deep-equal b'],
		['tape', 't.ok(a)', 'a truthy'],
		['tape', 't.isNot(a, 1)', 'not a identical 1'],
		['qunit', 'assert.deepEqual(a, b)', 'a deep-equal b'],
		['qunit', 'assert.propEqual(a, b)', 'a deep-equal b'],
		['qunit', 'assert.closeTo(a, 1, 0.1)', 'a close-to 1 ± 0.1 delta'],
		['qunit', 'assert.true(a)', 'a identical true'],
		['tinytest', 'test.equal(a, b)', 'a deep-equal b'],
		['tinytest', 'test.isFalse(a)', 'a falsy'],
		['tinytest', 'test.length(a, 2)', 'a length 2'],
	] as const)('%s: %s', (framework, code, sentence) => {
		expect(said(around[framework](code))).toEqual([sentence]);
	});

	it.each([
		['ava', "t.log(a); t.pass(); t.plan(2); t.context.is(a, 1); t.timeout(100); t.is.skip(a, 1)"],
		['tap', "t.comment(a); t.plan(2); t.teardown(a); t.context.x = a"],
		['tape', 't.plan(1); t.end(); t.pass()'],
		['qunit', 'assert.expect(1); const done = assert.async(); done()'],
	] as const)('%s: hears nothing in %s', (framework, code) => {
		expect(said(around[framework](code))).toEqual([]);
	});

	it('does not take any other parameter for a context', () => {
		expect(said("run('x', t => { t.is(a, 1); t.equal(a, 1) })")).toEqual([]);
	});

	it('knows tap as a whole', () => {
		expect(said("import tap from 'tap'; tap.equal(a, 1)")).toEqual(['a identical 1']);
		expect(said("import { t } from 'tap'; t.equal(a, 1)")).toEqual(['a identical 1']);
	});
});

describe('sinon.assert, expect.js, unexpected, uvu', () => {
	it.each([
		["import sinon from 'sinon'; sinon.assert.calledOnce(a)", 'a called-times 1'],
		["import { assert } from 'sinon'; assert.callCount(a, 3)", 'a called-times 3'],
		["import sinon from 'sinon'; sinon.assert.notCalled(a)", 'not a called'],
		["import sinon from 'sinon'; sinon.assert.calledWith(a, 1, 2)", 'a called-with [1, 2]'],
		["import sinon from 'sinon'; sinon.createSandbox().assert.called(a)", 'a called'],
		["import { assert } from 'chai'; assert.calledOnce(a)", 'a called-times 1'],
		["import { assert } from 'chai'; assert.neverCalledWith(a, 1)", 'not a called-with [1]'],
		["import { assert } from 'chai'; assert.match(a, /b/)", 'a matches /b/'],
		["import expect from 'expect.js'; expect(a).to.be(1)", 'a identical 1'],
		["import expect from 'expect.js'; expect(a).to.not.eql(b)", 'not a deep-equal b'],
		["import expect from 'expect.js'; expect(a).to.be.ok()", 'a truthy'],
		["import expect from 'unexpected'; expect(a, 'to equal', b)", 'a deep-equal b'],
		["import expect from 'unexpected'; expect(a, 'not to be', 1)", 'not a identical 1'],
		["import * as assert from 'uvu/assert'; assert.equal(a, b)", 'a deep-equal b'],
		["import { is } from 'uvu/assert'; is(a, 1)", 'a identical 1'],
		["import { is } from 'uvu/assert'; is.not(a, 1)", 'not a identical 1'],
		["import * as assert from 'uvu/assert'; assert.not.equal(a, b)", 'not a deep-equal b'],
		["import * as assert from 'uvu/assert'; assert.not(a)", 'a falsy'],
	])('%s', (code, sentence) => {
		expect(said(code)).toEqual([sentence]);
	});
});

describe('Cypress', () => {
	it.each([
		["cy.get('a').should('have.text', 'b')", "retried cy.get('a') identical 'b'"],
		["cy.get('a').should('be.visible')", "retried cy.get('a') other"],
		["cy.get('a').should('not.exist')", "retried cy.get('a') nothing"],
		["cy.get('a').should('have.length', 2)", "retried cy.get('a') length 2"],
		["cy.get('a').should('contain.text', 'b')", "retried cy.get('a') contains 'b'"],
		["cy.get('a').should('have.attr', 'href', 'b')", "retried cy.get('a') identical 'b'"],
		["cy.wrap(a).should('deep.equal', b)", 'retried cy.wrap(a) deep-equal b'],
		["cy.get('a').should('have.length.above', 2)", "retried cy.get('a') at length greater 2"],
		["cy.get('a').should('match', 'b')", "retried cy.get('a') matches 'b'"],
		["cy.get('a').should('be.of.my.kind')", undefined],
		["cy.get('a').should('frobnicate', 1)", "retried cy.get('a') other"],
	])('%s', (code, sentence) => {
		expect(said(code)).toEqual(sentence === undefined ? [] : [sentence]);
	});

	it('takes further claims to be about the same thing', () => {
		expect(said("cy.get('a').should('be.visible').and('have.text', 'b')")).toEqual(["retried cy.get('a') other", "retried cy.get('a') identical 'b'"]);
	});

	it('retries the callback of should, not of then', () => {
		expect(said("cy.get('a').should($a => { expect($a.text()).to.equal('b') })")).toEqual(["retried $a.text() identical 'b'"]);
		expect(said("cy.get('a').then($a => { expect($a.text()).to.equal('b') })")).toEqual(["$a.text() identical 'b'"]);
	});

	it('hears nothing in a method of the same name elsewhere', () => {
		expect(said("page.get('a').should('be.visible')")).toEqual([]);
	});
});
