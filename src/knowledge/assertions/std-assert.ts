import type { AssertionLibrary } from './row.ts';

export const stdAssert: AssertionLibrary = {
	name: '@std/assert',
	see: 'https://jsr.io/@std/assert/doc',
	entries: [{ kind: 'members', from: ['@std/assert', '@std/testing/asserts', '@std/testing/snapshot', '@std/testing/mock'], path: '' }],
	invariants: true,
	words: { promising: ['assertRejects', 'assertSnapshot', 'assertSpyCallAsync'] },
	matchers: [
		{ matcher: 'assert', relation: 'truthy' },
		{ matcher: 'assertFalse', relation: 'falsy' },
		{ matcher: 'assertExists', relation: 'nothing', negated: true },
		{ matcher: 'assertEquals', relation: 'deep-equal', expected: 1 },
		{ matcher: 'assertNotEquals', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'assertStrictEquals', relation: 'identical', expected: 1 },
		{ matcher: 'assertNotStrictEquals', relation: 'identical', expected: 1, negated: true },
		{ matcher: 'assertAlmostEquals', relation: 'close-to', expected: 1, tolerance: { argument: 2, unit: 'delta' } },
		{ matcher: 'assertGreater', relation: 'greater', expected: 1 },
		{ matcher: 'assertGreaterOrEqual', relation: 'greater-or-equal', expected: 1 },
		{ matcher: 'assertLess', relation: 'less', expected: 1 },
		{ matcher: 'assertLessOrEqual', relation: 'less-or-equal', expected: 1 },
		{ matcher: 'assertMatch', relation: 'matches', expected: 1 },
		{ matcher: 'assertNotMatch', relation: 'matches', expected: 1, negated: true },
		{ matcher: ['assertStringIncludes', 'assertArrayIncludes'], relation: 'contains', expected: 1 },
		{ matcher: 'assertObjectMatch', relation: 'includes-structure', expected: 1 },
		{ matcher: 'assertInstanceOf', relation: 'type', expected: 1 },
		{ matcher: 'assertNotInstanceOf', relation: 'type', expected: 1, negated: true },
		{ matcher: ['assertThrows', 'assertIsError'], relation: 'throws', expected: 1 },
		{ matcher: 'assertRejects', relation: 'rejects', expected: 1 },
		/** https://jsr.io/@std/testing/doc/snapshot */
		{ matcher: ['assertSnapshot', 'assertInlineSnapshot'], relation: 'snapshot', actual: 1 },
		/** https://jsr.io/@std/testing/doc/mock */
		{ matcher: 'assertSpyCalls', relation: 'called-times', expected: 1 },
		{ matcher: ['assertSpyCall', 'assertSpyCallArg', 'assertSpyCallArgs', 'assertSpyCallAsync'], relation: 'nth-called-with', expected: 2 },
	],
};
