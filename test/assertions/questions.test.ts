import { describe, expect, it } from 'vitest';
import { expectedParts, isCompared } from '../../src/assertions/expected-parts.ts';
import type { Assertion } from '../../src/assertions/model.ts';
import { isOrderSensitive, orderedParts } from '../../src/assertions/order.ts';
import { spyAspect } from '../../src/assertions/spy-aspect.ts';
import { toleranceOf } from '../../src/assertions/tolerance.ts';
import { pathSteps } from '../../src/provenance/rows.ts';
import { type Heard, assertionsOf, hear, pathText, textOf } from './said.ts';

const vitest = "import { expect, vi } from 'vitest'; ";

function only(code: string): { readonly assertion: Assertion; readonly heard: Heard } {
	const heard = hear(code);
	const [assertion, ...others] = assertionsOf(heard);
	if (assertion === undefined || others.length > 0) throw new Error(`one assertion expected in ${code}`);
	return { assertion, heard };
}

describe('parts that are compared', () => {
	const parts = (code: string): { parts: string[]; open: string[] } => {
		const { assertion, heard } = only(code);
		const compared = expectedParts(assertion, heard.provenance);
		return { parts: compared.parts.map(pathText), open: compared.open.map(pathText) };
	};

	it.each([
		['expect(a).toBe(1)', [''], []],
		['expect(a).toEqual(b)', [''], []],
		['expect(a).toEqual({ b: 1, c: 2 })', [''], []],
		['expect(a).toEqual({ b: 1, at: expect.any(Date) })', ['b'], ['at']],
		['expect(a).toEqual({ b: { c: expect.anything(), d: 1 }, e: [1] })', ['b.d', 'e'], ['b.c']],
		['expect(a).toEqual([{ b: 1, at: expect.any(Date) }, c])', ['0.b', '1'], ['0.at']],
		['expect(a).toEqual({ ...b, at: expect.any(Date) })', [''], ['at']],
		['const base = { b: 1, at: 0 }; expect(a).toEqual({ ...base, at: expect.any(Date) })', ['b'], ['at']],
		['const wanted = { b: 1, at: expect.any(Date) }; expect(a).toEqual(wanted)', ['b'], ['at']],
		['expect(a).toEqual({ [b]: 1, at: expect.any(Date) })', [''], ['at']],
		['expect(a).toEqual(expect.any(String))', [], ['']],
		['expect(a).toEqual({ b: expect.stringMatching(/x/), c: expect.closeTo(1), d: expect.toBeDateString() })', [], ['b', 'c', 'd']],
		['expect(a).toEqual({ b: expect.not.stringContaining("x") })', [], ['b']],
		['expect(a).toEqual(expect.objectContaining({ b: 1, c: { d: 2 } }))', ['b', 'c'], []],
		['expect(a).toEqual(expect.arrayContaining([{ b: 1, at: expect.any(Date) }]))', ['*.b'], ['*.at']],
		['expect(a).toEqual({ list: expect.arrayOf({ b: expect.any(String), c: 1 }) })', ['list.*.c'], ['list.*.b']],
		['expect(a).toMatchObject({ text: 1 })', ['text'], []],
		['expect(a).toMatchObject({ b: { c: 1 }, d: [{ e: 2 }] })', ['b.c', 'd.0.e'], []],
		['expect(a).toMatchObject({ b: 1, at: expect.any(Date) })', ['b'], ['at']],
		['expect(a).toMatchObject({})', [], []],
		["expect(a).toHaveProperty('b.c', 1)", ['b.c'], []],
		["expect(a).toHaveProperty('b', { c: 1, d: expect.any(String) })", ['b.c'], ['b.d']],
		["expect(a).toHaveProperty('b')", [], []],
		["expect(a).to.have.property('b', 1)", ['b'], []],
		['expect(a).toMatchSnapshot()', [''], []],
		['expect(a).toMatchSnapshot({ id: expect.any(String), b: 1 })', [''], ['id']],
		['expect(a).toMatchInlineSnapshot({ at: expect.any(Date) }, `x`)', [''], ['at']],
		['expect(a).toMatchInlineSnapshot(`x`)', [''], []],
		['expect(a).toContain(b)', ['*'], []],
		['expect(a).toContainEqual(expect.objectContaining({ b: 1 }))', ['*.b'], []],
		['expect(a.length).toBe(2)', ['length'], []],
		['expect(a).toHaveBeenCalledWith(1, expect.any(Date))', ['0'], ['1']],
		['expect(a).toBeTruthy()', [''], []],
	])('%s', (code, inside, open) => {
		expect(parts(vitest + code)).toEqual({ parts: inside, open });
	});

	it.each([
		['jasmine', 'expect(a).toEqual({ b: 1, at: jasmine.any(Date) })', ['b'], ['at']],
		['jasmine', 'expect(a).toEqual(jasmine.objectContaining({ b: 1 }))', ['b'], []],
		['sinon', "import sinon from 'sinon'; sinon.assert.calledWith(a, { b: 1, at: sinon.match.date })", ['0.b'], ['0.at']],
		['sinon', "import sinon from 'sinon'; sinon.assert.calledWith(a, sinon.match({ b: 1 }))", ['0.b'], []],
		['sinon', "import sinon from 'sinon'; sinon.assert.calledWith(a, sinon.match.any, 1)", ['1'], ['0']],
		['tap', "import t from 'tap'; t.match(a, { b: 1, at: Date, c: /x/ })", ['b'], ['at', 'c']],
		['node', "import assert from 'node:assert'; assert.partialDeepStrictEqual(a, { b: 1 })", ['b'], []],
		['ava', "import test from 'ava'; test('x', t => { t.like(a, { b: 1 }) })", ['b'], []],
		['the context', "import { it } from 'vitest'; it('x', ({ expect }) => { expect(a).toEqual({ b: 1, at: expect.any(Date) }) })", ['b'], ['at']],
	])('of %s: %s', (_, code, inside, open) => {
		expect(parts(code)).toEqual({ parts: inside, open });
	});

	it('tells which paths they cover', () => {
		const compared = { parts: [pathSteps('b'), pathSteps('c.d')], open: [pathSteps('b.at')] };
		const covered = ['b', 'b.x', 'c', 'c.d.e', 'b.at', 'c.x', 'x'].filter(path => isCompared(compared, pathSteps(path)));
		expect(covered).toEqual(['b', 'b.x', 'c', 'c.d.e']);
		expect(isCompared(compared, [])).toBe(true);
		expect(isCompared({ parts: [], open: [] }, [])).toBe(false);
	});

	it('takes any element for any position', () => {
		const compared = { parts: [[{ kind: 'position', index: 0 }, { kind: 'property', name: 'b' }]], open: [] } as const;
		expect(isCompared(compared, [{ kind: 'element' }, { kind: 'property', name: 'b' }])).toBe(true);
		expect(isCompared(compared, [{ kind: 'position', index: undefined }])).toBe(true);
		expect(isCompared(compared, [{ kind: 'position', index: 1 }])).toBe(false);
		expect(isCompared(compared, [{ kind: 'property', name: 'length' }])).toBe(false);
	});
});

describe('order', () => {
	it.each([
		['expect(a).toEqual([1, 2])', ['']],
		['expect(a).toEqual(b)', ['']],
		['expect(a).toStrictEqual(b.map(f))', ['']],
		['expect(a).toEqual({ list: [b, c] })', ['list']],
		['expect(a).toEqual({ list: b })', ['list']],
		['expect(a).toEqual([[1, 2]])', ['0']],
		['expect(a).toMatchObject([{ b: 1 }, { b: 2 }])', ['']],
		['expect(a).toEqual([...b])', ['']],
		['const wanted = [1, 2]; expect(a).toEqual(wanted)', ['']],
		['const wanted = [1]; wanted.push(2); expect(a).toEqual(wanted)', ['']],
		["expect(a).toHaveProperty('b', [1, 2])", ['b']],
		['expect(a).to.have.ordered.members([1, 2])', ['']],
		['expect(a).toMatchSnapshot()', ['']],
		['expect(a).toMatchInlineSnapshot()', ['']],
		['expect(a).toMatchInlineSnapshot(`\n[\n  1,\n  2,\n]\n`)', ['']],
		['expect(a).toMatchInlineSnapshot({ at: expect.any(Date) }, `\n{\n  "list": [\n    1,\n    2,\n  ],\n}\n`)', ['']],
		['expect(a).toMatchInlineSnapshot(`\n"b\nc"\n`)', ['']],
		["expect(a).toMatchSnapshot('hint')", ['']],
		['expect(a).toHaveBeenNthCalledWith(2, 1)', ['']],
		['expect(a).toEqual(expect.objectContaining({ list: [1, 2] }))', ['list']],
		['expect(a).toContainEqual({ list: [b, { c: 1 }] })', ['*.list']],
		['expect(JSON.stringify(a)).toBe(JSON.stringify([1, 2]))', ['']],
	])('decides in %s', (code, paths) => {
		const { assertion, heard } = only(vitest + code);
		expect(orderedParts(assertion, heard.provenance).map(pathText)).toEqual(paths);
		expect(isOrderSensitive(assertion, heard.provenance)).toBe(paths.length > 0);
	});

	it.each([
		'expect(a).toEqual([1])',
		'expect(a).toEqual([])',
		'expect(a).toEqual([1, 1])',
		'expect(a).toEqual([expect.any(String), expect.any(String)])',
		"expect(a).toEqual('x')",
		'expect(a).toMatchInlineSnapshot(`"b"`)',
		'expect(a).toMatchInlineSnapshot(`[]`)',
		'expect(a).toMatchInlineSnapshot(`\n{\n  "b": 1,\n}\n`)',
		'expect(a).toEqual({ b: 1 })',
		'expect(a).toEqual(expect.arrayContaining([1, 2]))',
		'expect(a).toEqual({ list: expect.arrayContaining([1, 2]) })',
		'expect(a).toEqual(new Set([1, 2]))',
		'expect(a).toEqual(expect.anything())',
		'expect(a).to.have.members([1, 2])',
		'expect(a).toIncludeSameMembers([{ b: 1 }, { b: 2 }])',
		'expect(a).toHaveLength(2)',
		'expect(a.length).toBe(2)',
		'expect(a).toContain(1)',
		'expect(a).to.include.members([1, 2])',
		'expect(a).toBe(1)',
		'expect(a.includes(1)).toBe(true)',
		'expect(a).toHaveBeenCalledWith([1, 2])',
	])('plays no part in %s', code => {
		const { assertion, heard } = only(vitest + code);
		expect(orderedParts(assertion, heard.provenance)).toEqual([]);
		expect(isOrderSensitive(assertion, heard.provenance)).toBe(false);
	});
});

describe('tolerance', () => {
	it.each([
		['expect(a).toBeCloseTo(1)', 0.005],
		['expect(a).toBeCloseTo(1, 0)', 0.5],
		['const digits = 1; expect(a).toBeCloseTo(1, digits)', 0.05],
		['expect(a).to.be.closeTo(1, 20)', 20],
		['expect(a).to.be.approximately(1, 2 * 1000)', 2000],
		['expect(a).to.be.within(10, 30)', 20],
		['expect(Math.abs(a - b)).toBeLessThan(50)', 50],
		['expect(a).to.be.closeTo(1, b)', undefined],
		['expect(a).toBeCloseTo(1, b)', undefined],
		['expect(a).to.be.within(b, c)', undefined],
		['expect(a).toBe(1)', undefined],
	])('%s', (code, tolerance) => {
		const { assertion, heard } = only(vitest + code);
		const found = toleranceOf(assertion, heard.provenance);
		if (tolerance === undefined) expect(found).toBeUndefined();
		else expect(found).toBeCloseTo(tolerance, 10);
	});
});

describe('aspects of a spy', () => {
	it.each([
		['expect(spy).toHaveBeenCalledTimes(2)', 'count of spy'],
		['expect(spy.mock.calls.length).toBe(2)', 'count of spy'],
		['expect(spy.mock.calls.length).toBeGreaterThan(2)', 'count of spy'],
		['expect(spy.mock.calls).toEqual([[1], [2]])', 'calls of spy'],
		['const { calls } = spy.mock; const all = spy.mock.calls; expect(all).toEqual([])', 'calls of spy'],
		['expect(spy.mock.calls[0][0]).toBe(1)', 'nth of spy'],
		['expect(spy.mock.calls[0]).toEqual([1])', 'nth of spy'],
		['expect(spy.mock.lastCall).toEqual([1])', 'nth of spy'],
		['expect(spy).toHaveBeenNthCalledWith(1, 2)', 'nth of spy'],
		['expect(spy.mock.calls[0][0].text.trim()).toBe(1)', 'nth of spy'],
		['expect(spy.thirdCall.args).toEqual([1])', 'nth of spy'],
		['expect(spy.getCall(0).args[0]).toBe(1)', 'nth of spy'],
		['expect(spy.mock.calls.map(([line]) => line)).toEqual([1])', 'calls of spy'],
		['expect(spy.mock.calls.map(([line]) => line)).toHaveLength(2)', 'count of spy'],
		['expect(spy.mock.calls.map(([line]) => line)[0]).toBe(1)', 'nth of spy'],
		["expect(spy.mock.calls.flat().join(' ')).toBe('a')", 'some of spy'],
		['expect(console.log.firstCall.args).toEqual([1])', 'nth of console.log'],
		['expect(console.log.args[0]).toEqual([1])', 'nth of console.log'],
		['expect(console.log.calls.length).toBe(1)', 'count of console.log'],
		['const log = () => {}; expect(log.args).toEqual([[1]])', 'calls of log'],
		['const found = { args: [1] }; expect(found.args).toEqual([1])', undefined],
		['expect(parse(b).args).toEqual([1])', undefined],
		['expect(Deno.args).toEqual([1])', undefined],
		['expect(spy).toHaveBeenCalledWith(2)', 'some of spy'],
		['expect(spy).toHaveBeenCalled()', 'some of spy'],
		['expect(spy.name).toBe(1)', undefined],
		['expect(calls[0]).toBe(1)', undefined],
	])('%s', (code, aspect) => {
		const { assertion, heard } = only(`${vitest}const spy = vi.fn(); ${code}`);
		const found = spyAspect(assertion, heard.provenance);
		expect(found === undefined ? undefined : `${found.aspect} of ${textOf(found.spy, heard)}`).toBe(aspect);
	});
});
