import type { AssertionLibrary } from './row.ts';

export const expectJs: AssertionLibrary = {
	name: 'expect.js',
	see: 'https://github.com/Automattic/expect.js#api',
	entries: [{ kind: 'subject', from: 'expect.js', path: '()' }],
	words: { filler: ['to', 'be', 'have', 'an', 'a'], negation: ['not'], flags: ['only', 'own', 'include'], asides: ['withArgs'] },
	matchers: [
		{ matcher: ['be', 'equal'], relation: 'identical', expected: 0 },
		{ matcher: 'eql', relation: 'deep-equal', expected: 0 },
		{ matcher: ['a', 'an'], relation: 'type', expected: 0 },
		{ matcher: 'ok', relation: 'truthy' },
		{ matcher: 'empty', relation: 'length', is: 0 },
		{ matcher: 'within', relation: 'within', expected: 0, upper: 1 },
		{ matcher: ['above', 'greaterThan'], relation: 'greater', expected: 0 },
		{ matcher: ['below', 'lessThan'], relation: 'less', expected: 0 },
		{ matcher: 'match', relation: 'matches', expected: 0 },
		{ matcher: 'length', relation: 'length', expected: 0 },
		{ matcher: 'property', relation: 'identical', part: 0, expected: 1, bare: 'contains' },
		{ matcher: ['contain', 'string', 'key', 'keys'], relation: 'contains', expected: 0 },
		{ matcher: ['throwError', 'throwException'], relation: 'throws', expected: 0 },
	],
};
