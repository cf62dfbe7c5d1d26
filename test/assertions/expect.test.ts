import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const imported = "import { expect } from 'vitest';\n";

describe('expect of Jest, Vitest, Bun and their kin', () => {
	it.each([
		['expect(a).toBe(1)', 'a identical 1'],
		['expect(a).not.toBe(1)', 'not a identical 1'],
		['expect(a).toEqual(b)', 'a deep-equal b'],
		['expect(a).toStrictEqual({ x: 1 })', 'a deep-equal { x: 1 }'],
		['expect(a).toMatchObject({ x: 1 })', 'a includes-structure { x: 1 }'],
		["expect(a).toHaveProperty('b.c', 1)", 'a at b.c deep-equal 1'],
		["expect(a).toHaveProperty(['b', 'c.d'], 1)", 'a at b.c.d deep-equal 1'],
		["expect(a).toHaveProperty('b')", 'a at b contains'],
		['expect(a).toContain(1)', 'a contains 1'],
		['expect(a).toContainEqual(b)', 'a contains b'],
		['expect(a).toMatch(/x/)', 'a matches /x/'],
		['expect(a).toHaveLength(2)', 'a length 2'],
		['expect(a).toBeTruthy()', 'a truthy'],
		['expect(a).not.toBeTruthy()', 'a falsy'],
		['expect(a).toBeFalsy()', 'a falsy'],
		['expect(a).toBeNull()', 'a nothing'],
		['expect(a).toBeDefined()', 'not a nothing'],
		['expect(a).not.toBeDefined()', 'a nothing'],
		['expect(a).toBeGreaterThan(1)', 'a greater 1'],
		['expect(a).not.toBeGreaterThan(1)', 'a less-or-equal 1'],
		['expect(a).toBeLessThanOrEqual(1)', 'a less-or-equal 1'],
		['expect(a).toBeCloseTo(1, 3)', 'a close-to 1 ± 3 digits'],
		['expect(a).toBeCloseTo(1)', 'a close-to 1'],
		['expect(a).toBeInstanceOf(B)', 'a type B'],
		["expect(() => a()).toThrow('x')", "() => a() throws 'x'"],
		['expect(a).toMatchSnapshot()', 'a snapshot'],
		['expect(a).toMatchSnapshot({ at: expect.any(Date) })', 'a snapshot { at: expect.any(Date) }'],
		['expect(a).toMatchInlineSnapshot(`x`)', "a snapshot 'x'"],
		["expect(a).toMatchFileSnapshot('./a.html')", 'a snapshot'],
		['expect(a).toHaveBeenCalled()', 'a called'],
		['expect(a).not.toHaveBeenCalled()', 'not a called'],
		['expect(a).toHaveBeenCalledTimes(2)', 'a called-times 2'],
		['expect(a).toHaveBeenCalledOnce()', 'a called-times 1'],
		['expect(a).toHaveBeenCalledWith(1, b)', 'a called-with [1, b]'],
		['expect(a).toHaveBeenNthCalledWith(2, b)', 'a nth-called-with [b]'],
		['expect(a).toHaveBeenLastCalledWith(b)', 'a nth-called-with [b]'],
		['expect.soft(a).toBe(1)', 'a identical 1'],
		['await expect(a).resolves.toBe(1)', 'a identical 1'],
		['await expect(a).rejects.toThrow(b)', 'a rejects b'],
		['expect(await a).toBe(1)', 'a identical 1'],
		['await expect.poll(() => a).toBe(1)', 'retried a identical 1'],
		['await expect.element(a).toBeVisible()', 'retried a other'],
		['expect(a).toBeMyKind(1)', 'a other'],
		['expect.extend({})(a).toBe(1)', 'a identical 1'],
		["expect(a, 'a message').toBe(1)", 'a identical 1'],
	])('%s', (code, sentence) => {
		expect(said(imported + code)).toEqual([sentence]);
	});

	it.each([
		['without import', 'expect(a).toBe(1)'],
		['jest globals', "import { expect } from '@jest/globals'; expect(a).toBe(1)"],
		['bun', "import { expect } from 'bun:test'; expect(a).toBe(1)"],
		['deno', "import { expect } from '@std/expect'; expect(a).toBe(1)"],
		['deno by registry and version', "import { expect } from 'jsr:@std/expect@1.0.5'; expect(a).toBe(1)"],
		['the expect package', "import expect from 'expect'; expect(a).toBe(1)"],
		['the expect package by name', "import { expect } from 'expect'; expect(a).toBe(1)"],
		['playwright', "import { expect } from '@playwright/test'; expect(a).toBe(1)"],
		['storybook', "import { expect } from 'storybook/test'; expect(a).toBe(1)"],
		['webdriverio', "import { expect } from '@wdio/globals'; expect(a).toBe(1)"],
		['under another name', "import { expect as claim } from 'vitest'; claim(a).toBe(1)"],
		['as a namespace', "import * as v from 'vitest'; v.expect(a).toBe(1)"],
		['required', "const { expect } = require('vitest'); expect(a).toBe(1)"],
		['from the context of a test', "import { it } from 'vitest'; it('x', ({ expect }) => { expect(a).toBe(1) })"],
		['kept in a variable', "import { expect } from 'vitest'; const claim = expect(a); claim.toBe(1)"],
		['extended', "import { expect as base } from '@playwright/test'; const expect = base.extend({}); expect(a).toBe(1)"],
		['configured', "import { expect as base } from '@playwright/test'; const expect = base.configure({ soft: true }); expect(a).toBe(1)"],
	])('knows it %s', (_, code) => {
		expect(said(code)).toEqual(['a identical 1']);
	});

	it('knows it through a module of the project', () => {
		const files = { 'a.test.ts': "import { expect } from './fixtures'; expect(a).toBe(1)", 'fixtures.ts': "export { expect } from '@playwright/test'" };
		expect(said(files)).toEqual(['a identical 1']);
	});

	it('knows it through a function of the project that gives it back', () => {
		const files = { 'a.test.ts': "import { claim } from './claim'; claim(a).toBe(1)", 'claim.ts': "import { expect } from 'vitest'; export const claim = x => expect(x.value)" };
		expect(said(files)).toEqual(['x.value identical 1']);
	});

	it.each([
		['a function of the file', 'function expect(x) { return { toBe() {} } } expect(a).toBe(1)'],
		['another package', "import { expect } from 'parser'; expect(a).toBe(1)"],
		['no subject', `${imported}expect().toBe(1)`],
		['no matcher', `${imported}expect(a)`],
		['no call of the matcher', `${imported}expect(a).toBe`],
		['an unknown word', `${imported}expect(a).maybe.toBe(1)`],
		['a count of assertions', `${imported}expect.assertions(1)`],
		['a custom matcher', `${imported}expect.extend({ toBeX() {} })`],
		['a value for comparison', `${imported}f(expect.any(Date), expect.objectContaining({}))`],
		['an assertion about types', "import { expectTypeOf } from 'vitest'; expectTypeOf(a).toEqualTypeOf(b)"],
		['a spread', `${imported}expect(...a).toBe(1)`],
	])('hears nothing in %s', (_, code) => {
		expect(said(code)).toEqual([]);
	});
});

describe('jest-extended, jest-dom and Jasmine', () => {
	it.each([
		['expect(a).toIncludeSameMembers(b)', 'a same-members b'],
		['expect(a).toBeTrue()', 'a identical true'],
		['expect(a).toBeEmpty()', 'a length 0'],
		['expect(a).toBeWithin(1, 3)', 'a within 1 to 3'],
		['expect(a).toBeBefore(b)', 'a less b'],
		['expect(a).toContainKey(1)', 'a contains 1'],
		["expect(a).toHaveTextContent('x')", "a contains 'x'"],
		["expect(a).toHaveAttribute('x', 'y')", "a identical 'y'"],
		['expect(a).toBeInTheDocument()', 'a other'],
		["expect(a).withContext('x').toBe(1)", 'a identical 1'],
		['expect(a).toHaveSize(2)', 'a length 2'],
		['expect(a).toHaveBeenCalledOnceWith(1)', 'a called-with [1]'],
		['await expectAsync(a).toBeResolvedTo(1)', 'a deep-equal 1'],
		['await expectAsync(a).toBeRejectedWith(b)', 'a rejects b'],
		['await expectAsync(a).not.toBeRejected()', 'not a rejects'],
	])('%s', (code, sentence) => {
		expect(said(code)).toEqual([sentence]);
	});
});

describe('expect of browser drivers', () => {
	it.each([
		["await expect(a).toHaveText('x')", "retried a identical 'x'"],
		['await expect(a).not.toBeVisible()', 'retried not a other'],
		['await expect(a).toHaveCount(2)', 'retried a length 2'],
		["await expect(a).toHaveAttribute('href', 'x')", "retried a identical 'x'"],
		["await expect(a).toContainText('x')", "retried a contains 'x'"],
		['await expect(a).toHaveScreenshot()', 'retried a snapshot'],
		['await expect.soft(a).toBeHidden()', 'retried a other'],
		['await expect(a).toBeOK()', 'a truthy'],
		['expect(a).toMatchSnapshot()', 'a snapshot'],
		['expect(await a).toBe(1)', 'a identical 1'],
		['await expect.poll(async () => a).toBe(1)', 'retried a identical 1'],
	])('of Playwright: %s', (code, sentence) => {
		expect(said(`import { expect } from '@playwright/test'; ${code}`)).toEqual([sentence]);
	});

	it.each([
		["await expect(a).toHaveText('x')", "retried a identical 'x'"],
		['await expect(a).toBeDisplayed()', 'retried a other'],
		['await expect(a).toBeElementsArrayOfSize(2)', 'retried a length 2'],
		['expect(await a).toBe(1)', 'a identical 1'],
	])('of WebdriverIO: %s', (code, sentence) => {
		expect(said(`import { expect } from '@wdio/globals'; ${code}`)).toEqual([sentence]);
		expect(said(code, { globals: ['@wdio/globals'] })).toEqual([sentence]);
	});

	it('does not take the global expect for one that retries', () => {
		expect(said("expect(a).toHaveText('x')")).toEqual(['a other']);
		expect(said("expect(a).toHaveValue('x')")).toEqual(["a identical 'x'"]);
	});

	it('of expect-puppeteer', () => {
		expect(said("import expect from 'expect-puppeteer'; await expect(page).toMatchElement('x')")).toEqual(["retried page contains 'x'"]);
	});
});
