import type { AssertionLibrary } from './row.ts';

const from = ['node:assert', 'node:assert/strict', 'assert', 'power-assert', 'assert-plus'] as const;

export const nodeAssert: AssertionLibrary = {
	name: 'node:assert',
	see: 'https://nodejs.org/api/assert.html',
	entries: [
		{ kind: 'members', from, path: '', call: 'ok' },
		{ kind: 'members', from, path: 'assert', call: 'ok' },
		{ kind: 'members', from, path: 'strict', call: 'ok' },
		/** https://nodejs.org/api/test.html#contextassert */
		{ kind: 'members', from: 'node:test', path: 'TestContext.assert', call: 'ok' },
		/** https://poku.io/docs/documentation/assert */
		{ kind: 'members', from: 'poku', path: '{assert,strict}', call: 'ok' },
		/** https://effect-ts.github.io/effect/vitest/utils.ts.html */
		{ kind: 'members', from: '@effect/vitest/utils', path: '' },
		/** https://github.com/mcollina/tspl#readme: the same methods, counted. */
		{ kind: 'members', from: '@matteo.collina/tspl', path: 'tspl()' },
		{ kind: 'members', from: '@matteo.collina/tspl', path: '()' },
	],
	itself: ['customize'],
	invariants: true,
	words: { filler: ['strict'] },
	matchers: [
		{ matcher: ['ok', 'strict', 'assert', 'assertTrue'], relation: 'truthy' },
		{ matcher: 'assertFalse', relation: 'falsy' },
		{ matcher: ['equal', 'strictEqual'], relation: 'identical', expected: 1 },
		{ matcher: ['notEqual', 'notStrictEqual'], relation: 'identical', expected: 1, negated: true },
		{ matcher: ['deepEqual', 'deepStrictEqual'], relation: 'deep-equal', expected: 1 },
		{ matcher: ['notDeepEqual', 'notDeepStrictEqual'], relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'partialDeepStrictEqual', relation: 'includes-structure', expected: 1 },
		{ matcher: 'match', relation: 'matches', expected: 1 },
		{ matcher: 'doesNotMatch', relation: 'matches', expected: 1, negated: true },
		{ matcher: 'throws', relation: 'throws', expected: 1 },
		{ matcher: 'doesNotThrow', relation: 'throws', negated: true },
		{ matcher: 'rejects', relation: 'rejects', expected: 1 },
		{ matcher: 'doesNotReject', relation: 'rejects', negated: true },
		{ matcher: 'ifError', relation: 'falsy' },
		{ matcher: ['snapshot', 'fileSnapshot'], relation: 'snapshot' },
	],
};
