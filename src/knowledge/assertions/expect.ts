import { playwrightPackages } from '../frameworks/playwright.ts';
import type { AssertionLibrary, Entry, MatcherRow, Words } from './row.ts';

/** Packages whose `expect` has Jest's matchers and takes those of jest-extended and jest-dom. */
const unitPackages = ['vitest', '@jest/globals', 'bun:test', '@std/expect', 'global', '@storybook/test', 'storybook/test', '@storybook/jest', '@vitest/expect', '@effect/vitest', 'esmocha'] as const;
/** Browser drivers have Jest's matchers beside their own. */
const driverPackages = [...playwrightPackages, '@wdio/globals', 'expect-webdriverio'] as const;

export const expectWords: Words = {
	negation: ['not'],
	resolving: ['resolves'],
	rejecting: ['rejects'],
};

function entriesOf(from: readonly string[]): readonly Entry[] {
	return [
		{ kind: 'subject', from, path: 'expect()' },
		{ kind: 'subject', from, path: 'expect.soft()' },
		{ kind: 'subject', from, path: 'expect.poll()', retried: true, calls: true },
	];
}

/** https://vitest.dev/guide/test-context.html, https://vitest.dev/api/browser/assertions */
export const unitEntries: readonly Entry[] = [
	...entriesOf(unitPackages),
	{ kind: 'subject', from: 'vitest', path: 'expect.element()', retried: true },
	{ kind: 'subject', from: 'global', path: 'expect.element()', retried: true },
	{ kind: 'subject', from: 'expect', path: '()' },
	{ kind: 'subject', from: 'expect', path: 'expect()' },
	{ kind: 'subject', from: 'vitest', path: 'TestContext.expect()' },
	{ kind: 'subject', from: 'vitest', path: 'TestContext.expect.soft()' },
	{ kind: 'subject', from: 'vitest', path: 'TestContext.expect.poll()', retried: true, calls: true },
	{ kind: 'subject', from: 'vitest', path: 'createExpect()()' },
	/** https://japa.dev/docs/plugins/expect */
	{ kind: 'subject', from: '@japa/runner', path: 'TestContext.expect()' },
];

/** https://playwright.dev/docs/test-assertions#non-retrying-assertions */
const driverEntries: readonly Entry[] = [...entriesOf(driverPackages), { kind: 'subject', from: playwrightPackages, path: 'mergeExpects()()' }];

const expectMatchers: readonly MatcherRow[] = [
	{ matcher: 'toBe', relation: 'identical', expected: 0 },
	{ matcher: ['toEqual', 'toStrictEqual'], relation: 'deep-equal', expected: 0 },
	{ matcher: 'toMatchObject', relation: 'includes-structure', expected: 0 },
	{ matcher: 'toHaveProperty', relation: 'deep-equal', part: 0, expected: 1, bare: 'contains' },
	{ matcher: ['toContain', 'toContainEqual'], relation: 'contains', expected: 0 },
	{ matcher: 'toMatch', relation: 'matches', expected: 0 },
	{ matcher: 'toHaveLength', relation: 'length', expected: 0 },
	{ matcher: 'toBeTruthy', relation: 'truthy' },
	{ matcher: 'toBeFalsy', relation: 'falsy' },
	{ matcher: ['toBeNull', 'toBeUndefined', 'toBeNaN', 'toBeNullable'], relation: 'nothing' },
	{ matcher: 'toBeDefined', relation: 'nothing', negated: true },
	{ matcher: 'toBeGreaterThan', relation: 'greater', expected: 0 },
	{ matcher: 'toBeGreaterThanOrEqual', relation: 'greater-or-equal', expected: 0 },
	{ matcher: 'toBeLessThan', relation: 'less', expected: 0 },
	{ matcher: 'toBeLessThanOrEqual', relation: 'less-or-equal', expected: 0 },
	{ matcher: 'toBeCloseTo', relation: 'close-to', expected: 0, tolerance: { argument: 1, unit: 'digits' } },
	{ matcher: ['toBeInstanceOf', 'toBeTypeOf'], relation: 'type', expected: 0 },
	{ matcher: ['toBeOneOf', 'toSatisfy'], relation: 'other', expected: 0 },
	{ matcher: ['toThrow', 'toThrowError'], relation: 'throws', expected: 0 },
	{ matcher: ['toThrowErrorMatchingSnapshot', 'toThrowErrorMatchingInlineSnapshot'], relation: 'throws' },
	{ matcher: 'toMatchSnapshot', relation: 'snapshot', expected: 0 },
	{ matcher: 'toMatchInlineSnapshot', relation: 'snapshot', expected: 0, inline: true },
	{ matcher: ['toMatchFileSnapshot', 'toMatchScreenshot', 'toMatchImageSnapshot', 'toMatchSpecificSnapshot'], relation: 'snapshot' },
	{ matcher: ['toHaveBeenCalled', 'toBeCalled'], relation: 'called' },
	{ matcher: ['toHaveBeenCalledTimes', 'toBeCalledTimes'], relation: 'called-times', expected: 0 },
	{ matcher: 'toHaveBeenCalledOnce', relation: 'called-times', is: 1 },
	{ matcher: ['toHaveBeenCalledWith', 'toBeCalledWith', 'toHaveBeenCalledExactlyOnceWith'], relation: 'called-with', rest: 0 },
	{ matcher: ['toHaveBeenLastCalledWith', 'lastCalledWith'], relation: 'nth-called-with', rest: 0 },
	{ matcher: ['toHaveBeenNthCalledWith', 'nthCalledWith'], relation: 'nth-called-with', rest: 1 },
	{ matcher: ['toHaveBeenCalledBefore', 'toHaveBeenCalledAfter'], relation: 'other', expected: 0 },
	{
		matcher: [
			'toHaveReturned',
			'toReturn',
			'toHaveReturnedTimes',
			'toReturnTimes',
			'toHaveReturnedWith',
			'toReturnWith',
			'toHaveLastReturnedWith',
			'lastReturnedWith',
			'toHaveNthReturnedWith',
			'nthReturnedWith',
			'toHaveResolved',
			'toHaveResolvedTimes',
			'toHaveResolvedWith',
			'toHaveLastResolvedWith',
			'toHaveNthResolvedWith',
		],
		relation: 'other',
		expected: 0,
	},
];

export const jestExpect: AssertionLibrary = {
	name: 'expect',
	see: 'https://jestjs.io/docs/expect',
	entries: [...unitEntries, ...driverEntries],
	words: expectWords,
	matchers: expectMatchers,
	itself: ['extend', 'configure'],
	extensible: true,
};
