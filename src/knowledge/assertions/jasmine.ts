import type { AssertionLibrary, MatcherRow } from './row.ts';

const matchers: readonly MatcherRow[] = [
	{ matcher: 'toBe', relation: 'identical', expected: 0 },
	{ matcher: 'toEqual', relation: 'deep-equal', expected: 0 },
	{ matcher: 'toBeTrue', relation: 'identical', is: true },
	{ matcher: 'toBeFalse', relation: 'identical', is: false },
	{ matcher: 'toHaveSize', relation: 'length', expected: 0 },
	{ matcher: 'toContain', relation: 'contains', expected: 0 },
	{ matcher: 'toMatch', relation: 'matches', expected: 0 },
	{ matcher: ['toBePositiveInfinity', 'toBeNegativeInfinity'], relation: 'other' },
	{ matcher: 'toHaveBeenCalledOnceWith', relation: 'called-with', rest: 0 },
	{ matcher: 'toHaveSpyInteractions', relation: 'called' },
	{ matcher: 'toThrowMatching', relation: 'throws', expected: 0 },
];

/** What Jasmine says beside the matchers that Jest took over from it. */
export const jasmine: AssertionLibrary = {
	name: 'jasmine',
	see: 'https://jasmine.github.io/api/edge/matchers.html',
	entries: [{ kind: 'subject', from: ['global', 'jasmine'], path: 'expect()' }],
	words: { negation: ['not'], asides: ['withContext'] },
	matchers,
};

export const jasmineAsync: AssertionLibrary = {
	name: 'jasmine',
	see: 'https://jasmine.github.io/api/edge/async-matchers.html',
	entries: [{ kind: 'subject', from: ['global', 'jasmine'], path: 'expectAsync()' }],
	words: { negation: ['not'], filler: ['already'], asides: ['withContext'] },
	matchers: [
		{ matcher: 'toBeResolved', relation: 'resolves' },
		{ matcher: 'toBeResolvedTo', relation: 'deep-equal', expected: 0 },
		{ matcher: ['toBeRejected', 'toBeRejectedWith', 'toBeRejectedWithError'], relation: 'rejects', expected: 0 },
		{ matcher: 'toBePending', relation: 'other' },
	],
	extensible: true,
};
