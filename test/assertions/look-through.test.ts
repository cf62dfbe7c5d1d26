import { describe, expect, it } from 'vitest';
import { assertionsOf, hear, said } from './said.ts';

const vitest = "import { expect, vi } from 'vitest'; ";
const node = "import assert from 'node:assert'; ";
const sinon = "import sinon from 'sinon'; import { expect } from 'chai'; const spy = sinon.spy(); ";

describe('constants with a name', () => {
	it.each([
		['const total = 12; expect(a).toBe(total)', 'a identical 12'],
		["const texts = { saved: 'Saved' }; expect(a).toBe(texts.saved)", "a identical 'Saved'"],
		["const name = 'Ada'; expect(a).toContain(`by ${name}`)", "a contains 'by Ada'"],
		['const none = null; expect(a).toBe(none)', 'a nothing'],
		['const yes = true; expect(a < b).toBe(yes)', 'a less b'],
		['let total = 12; total = 13; expect(a).toBe(total)', 'a identical total'],
		['const total = sum(); expect(a).toBe(total)', 'a identical total'],
	])('%s', (code, sentence) => {
		expect(said(vitest + code)).toEqual([sentence]);
	});

	it('are what is expected, on whichever side they stand', () => {
		expect(said(`${node}const total = 12; assert.equal(total, rows.length)`)).toEqual(['rows length 12']);
	});
});

describe('lists and objects with a name', () => {
	it.each([
		["const names = ['a', 'b']; expect(a).toEqual(names)", 'array'],
		["const note = { title: 'a', tags: [], at: expect.any(Date) }; expect(a).toEqual(note)", 'object'],
		["const some = expect.arrayContaining(['a']); expect(a).toEqual(some)", 'call'],
		["const names = ['a']; names.push('b'); expect(a).toEqual(names)", 'reference'],
		["const note = {}; note.title = read(); expect(a).toEqual(note)", 'reference'],
		["let names = ['a']; if (more) names = ['b']; expect(a).toEqual(names)", 'reference'],
		["const names = ['a', read()]; expect(a).toEqual(names)", 'reference'],
		['const names = [...others]; expect(a).toEqual(names)', 'reference'],
	])('%s', (code, kind) => {
		expect(assertionsOf(hear(vitest + code)).map(({ expected }) => expected?.fact.kind)).toEqual([kind]);
	});

	it('stand where the name does', () => {
		const code = `${vitest}const names = ['a', 'b']; expect(a).toEqual(names)`;
		expect(assertionsOf(hear(code)).map(({ expected }) => code.slice(expected?.fact.start, expected?.fact.end))).toEqual(['names']);
	});
});

describe('comparisons handed to a matcher', () => {
	it.each([
		['expect(a === b).toBe(true)', 'a identical b'],
		['expect(a === b).toBe(false)', 'not a identical b'],
		['expect(a !== b).toBe(true)', 'not a identical b'],
		['expect(a !== b).not.toBe(true)', 'a identical b'],
		['expect(a == b).toBeTruthy()', 'a identical b'],
		['expect(a < b).toBeTruthy()', 'a less b'],
		['expect(a < b).toBeFalsy()', 'a greater-or-equal b'],
		['expect(a < b).not.toBe(true)', 'a greater-or-equal b'],
		['expect(1 < a).toEqual(true)', 'a greater 1'],
		['expect(!a).toBe(true)', 'a falsy'],
		['expect(!!a).toBe(true)', 'a truthy'],
		['expect(!(a === b)).toBe(true)', 'not a identical b'],
		['expect(Boolean(a)).toBe(true)', 'a truthy'],
		['expect(a instanceof B).toBe(true)', 'a type B'],
		["expect(typeof a === 'string').toBe(true)", "a type 'string'"],
		["expect('b' in a).toBe(true)", "a contains 'b'"],
		['expect(a.includes(b)).toBe(true)', 'a contains b'],
		['expect(a.includes(b)).toBe(false)', 'not a contains b'],
		['expect(a.indexOf(b) > -1).toBe(true)', 'a contains b'],
		['expect(a.indexOf(b) === -1).toBe(true)', 'not a contains b'],
		['expect(a.indexOf(b) >= 0).toBe(false)', 'not a contains b'],
		['expect(a.indexOf(b)).not.toBe(-1)', 'a contains b'],
		['expect(a.lastIndexOf(b)).toBeGreaterThan(-1)', 'a contains b'],
		['expect(a.indexOf(b)).toBe(0)', 'a.indexOf(b) identical 0'],
		['expect(/x/.test(a)).toBe(true)', 'a matches /x/'],
		['expect(Object.is(a, b)).toBe(true)', 'a identical b'],
		['expect(Array.isArray(a)).toBe(true)', 'a type'],
		['expect(a.isBefore(b)).toBe(true)', 'a less b'],
		['const same = a === b; expect(same).toBe(true)', 'a identical b'],
		['expect(a === null).toBe(true)', 'a nothing'],
		['expect(a).toBe(undefined)', 'a nothing'],
		['expect(a).not.toBe(null)', 'not a nothing'],
		['expect(await a === 1).toBe(true)', 'a identical 1'],
		['expect(JSON.stringify(a)).toBe(JSON.stringify(b))', 'a deep-equal b'],
	])('%s', (code, sentence) => {
		expect(said(vitest + code)).toEqual([sentence]);
	});

	it.each([
		['assert(a === b)', 'a identical b'],
		['assert.ok(a > 1)', 'a greater 1'],
		['assert(!a)', 'a falsy'],
		['assert.equal(a > 1, true)', 'a greater 1'],
		['assert.equal(a.length, 2)', 'a length 2'],
		['assert(a.size === 2)', 'a length 2'],
		["import { isDeepStrictEqual } from 'node:util'; assert(isDeepStrictEqual(a, b))", 'a deep-equal b'],
		["import _ from 'lodash'; assert(_.isEqual(a, b))", 'a deep-equal b'],
		["import equal from 'fast-deep-equal'; assert(!equal(a, b))", 'not a deep-equal b'],
		["import test from 'ava'; test('x', t => { t.true(a > b) })", 'a greater b'],
	])('%s', (code, sentence) => {
		expect(said(node + code)).toEqual([sentence]);
	});

	it.each([
		['a plain value', 'expect(a).toBe(true)', 'a identical true'],
		['an index that the project tells', 'const list = { indexOf(x) { return -1 } }; expect(list.indexOf(a)).toBe(-1)', 'list.indexOf(a) identical -1'],
		['a method of the project', 'const list = { includes(x) { return true } }; expect(list.includes(a)).toBe(true)', 'list.includes(a) identical true'],
		['an unknown call', 'expect(isSame(a, b)).toBe(true)', 'isSame(a, b) identical true'],
		['a sum', 'expect(a + b).toBe(3)', 'a + b identical 3'],
		['a comparison that is no verdict', 'expect(a === b).toBe(c)', 'a === b identical c'],
		['one text only', "expect(JSON.stringify(a)).toBe('[]')", "JSON.stringify(a) identical '[]'"],
		['a variable that changes', 'let same = a === b; same = c; expect(same).toBe(true)', 'same identical true'],
	])('stops at %s', (_, code, sentence) => {
		expect(said(vitest + code)).toEqual([sentence]);
	});
});

describe('numbers', () => {
	it.each([
		['expect(a.length).toBe(2)', 'a length 2'],
		['expect(a.length).toEqual(2)', 'a length 2'],
		['expect(a.length).not.toBe(2)', 'not a length 2'],
		['expect(a.length).toBeGreaterThan(2)', 'a.length greater 2'],
		['expect(Math.abs(a - b)).toBeLessThan(10)', 'a close-to b ± 10 delta'],
		['expect(Math.abs(a - b) <= 10).toBe(true)', 'a close-to b ± 10 delta'],
		['expect(Math.abs(a - b)).toBeGreaterThan(10)', 'not a close-to b ± 10 delta'],
		['const off = Math.abs(a - b); expect(off).toBeLessThan(10)', 'a close-to b ± 10 delta'],
		['expect(Math.abs(a)).toBeLessThan(10)', 'Math.abs(a) less 10'],
		['expect(Math.max(a - b)).toBeLessThan(10)', 'Math.max(a - b) less 10'],
		['expect(a - b).toBeLessThan(10)', 'a - b less 10'],
	])('%s', (code, sentence) => {
		expect(said(vitest + code)).toEqual([sentence]);
	});
});

describe('spies', () => {
	it.each([
		['expect(spy.mock.calls.length).toBe(2)', 'spy called-times 2'],
		['expect(spy.mock.calls).toHaveLength(2)', 'spy called-times 2'],
		['expect(spy.mock.calls.length === 2).toBe(true)', 'spy called-times 2'],
		['expect(spy.mock.callCount()).toBe(2)', 'spy called-times 2'],
		['expect(spy.calls.count()).toBe(2)', 'spy called-times 2'],
		['const { calls } = spy.mock; expect(spy.mock.calls[0][0]).toBe(1)', 'spy.mock.calls[0][0] identical 1'],
		['expect(spy.mock.calls).toEqual([[1], [2]])', 'spy.mock.calls deep-equal [[1], [2]]'],
		['expect(spy.mock.calls[0]).toHaveLength(2)', 'spy.mock.calls[0] length 2'],
	])('%s', (code, sentence) => {
		expect(said(`${vitest}const spy = vi.fn(); ${code}`)).toEqual([sentence]);
	});

	it.each([
		['expect(spy.callCount).to.equal(1)', 'spy called-times 1'],
		['expect(spy.calledOnce).to.equal(true)', 'spy called-times 1'],
		['expect(spy.called).to.equal(false)', 'not spy called'],
		['expect(spy.notCalled).to.equal(true)', 'not spy called'],
		['expect(spy.calledWith(1, 2)).to.equal(true)', 'spy called-with [1, 2]'],
		['expect(spy.args.length).to.equal(1)', 'spy called-times 1'],
		['expect(spy.getCalls().length).to.equal(1)', 'spy called-times 1'],
		['expect(spy.firstCall.args).to.eql([1])', 'spy.firstCall.args deep-equal [1]'],
	])('%s', (code, sentence) => {
		expect(said(sinon + code)).toEqual([sentence]);
	});

	it.each([
		['an object of the project', 'const state = { called: false }; expect(state.called).toBe(true)', 'state.called identical true'],
		['an instance', 'class Phone { callCount = 0 } const phone = new Phone(); expect(phone.callCount).toBe(1)', 'phone.callCount identical 1'],
		['arguments of a program', 'expect(program.args.length).toBe(1)', 'program.args length 1'],
	])('does not take %s for one', (_, code, sentence) => {
		expect(said(vitest + code)).toEqual([sentence]);
	});
});

describe('plain throws', () => {
	it.each([
		['if (a !== b) throw new Error()', 'a identical b'],
		["if (a < 2) { throw new Error('x') }", 'a greater-or-equal 2'],
		['if (!a) throw new Error()', 'a truthy'],
		['if (a) throw new Error()', 'a falsy'],
		['if (a === b) { ok() } else throw new Error()', 'a identical b'],
		['xs.forEach(x => { if (x !== 1) throw new Error() })', 'x identical 1'],
	])('%s', (code, sentence) => {
		expect(said(code)).toEqual([sentence]);
	});

	it.each([
		['in a loop that gives up', 'while (true) { if (Date.now() > end) throw new Error() }'],
		['in a stub', 'const f = vi.fn(x => { if (x !== 1) throw new Error() })'],
		['in a handler of errors', 'try { f() } catch (e) { if (e.code !== 1) throw e }'],
		['after other work', 'if (a !== b) { await close(); throw new Error() }'],
		['without a condition', 'throw new Error()'],
	])('not %s', (_, code) => {
		expect(said(code)).toEqual([]);
	});
});

describe('what is written down, in the place of what is checked', () => {
	it.each([
		["expect('x').toBe(a)", "a identical 'x'"],
		['expect([1, 2]).toEqual(a)', 'a deep-equal [1, 2]'],
		["expect({ a: 1, b: ['x'] }).not.toEqual(a)", "not a deep-equal { a: 1, b: ['x'] }"],
		['expect(true).toBe(a < b)', 'a less b'],
		['expect(2).toBe(a.length)', 'a length 2'],
		['expect([a]).toEqual(b)', '[a] deep-equal b'],
		['expect({ a }).toEqual(b)', '{ a } deep-equal b'],
		['expect([]).toEqual(a)', '[] deep-equal a'],
		['expect(1).toBe(2)', '1 identical 2'],
		["expect('abc').toContain(a)", "'abc' contains a"],
	])('%s', (claim, form) => {
		expect(said(vitest + claim)).toEqual([form]);
	});

	it('holds for every library', () => {
		expect(said(`${node}assert.strictEqual(2, a); assert.deepEqual(['x'], a);`)).toEqual(['a identical 2', "a deep-equal ['x']"]);
	});
});
