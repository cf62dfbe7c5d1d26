import type { AssertionLibrary, MatcherRow, Words } from './row.ts';

const words: Words = {
	filler: ['an', 'of', 'a', 'and', 'be', 'been', 'has', 'have', 'with', 'is', 'which', 'the', 'it'],
	negation: ['not'],
	resolving: ['finally', 'eventually'],
	/** https://shouldjs.github.io/#assertion-fulfilled and what follows it */
	promising: ['finally', 'eventually', 'fulfilled', 'resolved', 'rejected', 'fulfilledWith', 'resolvedWith', 'rejectedWith'],
	flags: ['any', 'only'],
};

const matchers: readonly MatcherRow[] = [
	{ matcher: ['equal', 'equals', 'exactly'], relation: 'identical', expected: 0 },
	{ matcher: ['eql', 'eqls', 'deepEqual'], relation: 'deep-equal', expected: 0 },
	{ matcher: ['containEql', 'containDeep', 'startWith', 'endWith', 'keys', 'key'], relation: 'contains', expected: 0 },
	{ matcher: 'containDeepOrdered', relation: 'includes-structure', expected: 0 },
	{ matcher: ['property', 'propertyWithDescriptor', 'ownProperty', 'hasOwnProperty'], relation: 'deep-equal', part: 0, expected: 1, bare: 'contains', moves: true },
	{ matcher: 'properties', relation: 'includes-structure', expected: 0 },
	{ matcher: ['length', 'lengthOf', 'size'], relation: 'length', expected: 0 },
	{ matcher: 'empty', relation: 'length', is: 0, property: true },
	{ matcher: 'true', relation: 'identical', is: true, property: true },
	{ matcher: 'false', relation: 'identical', is: false, property: true },
	{ matcher: ['True'], relation: 'identical', is: true, property: true },
	{ matcher: ['False'], relation: 'identical', is: false, property: true },
	{ matcher: 'ok', relation: 'truthy', property: true },
	{ matcher: ['null', 'undefined', 'NaN', 'Null', 'Undefined'], relation: 'nothing', property: true },
	{ matcher: ['match', 'matchAny', 'matchEach', 'matchEvery', 'matchSome'], relation: 'matches', expected: 0 },
	{ matcher: ['above', 'greaterThan'], relation: 'greater', expected: 0 },
	{ matcher: ['aboveOrEqual', 'greaterThanOrEqual'], relation: 'greater-or-equal', expected: 0 },
	{ matcher: ['below', 'lessThan'], relation: 'less', expected: 0 },
	{ matcher: ['belowOrEqual', 'lessThanOrEqual'], relation: 'less-or-equal', expected: 0 },
	{ matcher: 'within', relation: 'within', expected: 0, upper: 1 },
	{ matcher: 'approximately', relation: 'close-to', expected: 0, tolerance: { argument: 1, unit: 'delta' } },
	{ matcher: ['type', 'instanceof', 'instanceOf', 'class'], relation: 'type', expected: 0 },
	{
		matcher: ['Arguments', 'Array', 'Boolean', 'Class', 'Date', 'Error', 'Function', 'Infinity', 'Number', 'Object', 'Promise', 'String', 'arguments', 'generator', 'iterable', 'iterator'],
		relation: 'type',
		property: true,
	},
	{ matcher: ['oneOf', 'equalOneOf'], relation: 'other', expected: 0 },
	{ matcher: ['throw', 'throwError'], relation: 'throws', expected: 0 },
	{ matcher: ['fulfilled', 'resolved'], relation: 'resolves', property: true },
	{ matcher: ['fulfilledWith', 'resolvedWith'], relation: 'deep-equal', expected: 0 },
	{ matcher: ['rejected', 'rejectedWith'], relation: 'rejects', expected: 0, property: true },
	/** https://www.npmjs.com/package/should-sinon */
	{ matcher: 'called', relation: 'called', property: true },
	{ matcher: 'calledOnce', relation: 'called-times', is: 1, property: true },
	{ matcher: 'calledTwice', relation: 'called-times', is: 2, property: true },
	{ matcher: 'callCount', relation: 'called-times', expected: 0 },
	{ matcher: ['calledWith', 'calledWithExactly', 'calledWithMatch'], relation: 'called-with', rest: 0 },
];

const from = ['should', 'should/as-function', 'should/cjs/should'] as const;

/** Packages that a file loads for its own `should`, whichever others load for it. */
export const shouldPackages: ReadonlySet<string> = new Set(['chai', 'should']);

export const should: AssertionLibrary = {
	name: 'should',
	see: 'https://shouldjs.github.io/',
	entries: [
		{ kind: 'property', from, property: 'should' },
		{ kind: 'subject', from, path: '()' },
		{ kind: 'subject', from: 'global', path: 'should()' },
	],
	words,
	matchers,
};

export const shouldFunctions: AssertionLibrary = {
	name: 'should',
	see: 'https://shouldjs.github.io/#should-equal',
	entries: [
		{ kind: 'members', from, path: '' },
		{ kind: 'members', from: 'global', path: 'should' },
		/** https://www.chaijs.com/guide/styles/#should-extras */
		{ kind: 'members', from: ['chai', '@esm-bundle/chai'], path: 'should()' },
		{ kind: 'members', from: 'vitest', path: 'should' },
	],
	words: { negation: ['not'] },
	matchers: [
		{ matcher: ['equal', 'strictEqual'], relation: 'identical', expected: 1 },
		{ matcher: ['notEqual', 'notStrictEqual'], relation: 'identical', expected: 1, negated: true },
		{ matcher: 'deepEqual', relation: 'deep-equal', expected: 1 },
		{ matcher: 'notDeepEqual', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: ['exist', 'exists'], relation: 'nothing', negated: true },
		{ matcher: ['throws', 'throw', 'Throw'], relation: 'throws', expected: 1 },
		{ matcher: 'doesNotThrow', relation: 'throws', negated: true },
		{ matcher: 'ifError', relation: 'falsy' },
	],
};
