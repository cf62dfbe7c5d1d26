import { chaiElementMatchers } from './chai-elements.ts';
import { chaiJestMatchers } from './chai-jest.ts';
import type { AssertionLibrary, MatcherRow, Words } from './row.ts';
import { sinonChaiMatchers } from './sinon.ts';

/** https://www.chaijs.com/api/bdd/#method_language-chains and the flags after it */
export const chaiWords: Words = {
	filler: ['to', 'be', 'been', 'is', 'that', 'which', 'and', 'has', 'have', 'with', 'at', 'of', 'same', 'but', 'does', 'still', 'also', 'a', 'an', 'always', 'itself'],
	negation: ['not'],
	resolving: ['eventually'],
	/** https://www.chaijs.com/plugins/chai-as-promised/, and https://hardhat.org/hardhat-chai-matchers/docs/reference */
	promising: ['eventually', 'fulfilled', 'become', 'rejected', 'rejectedWith', 'reverted'],
	flags: ['deep', 'ordered', 'any', 'all', 'own', 'nested', 'include', 'includes', 'contain', 'contains'],
	properties: { lengthOf: 'length', length: 'length' },
};

const contained = { include: 'contains', includes: 'contains', contain: 'contains', contains: 'contains' } as const;

const comparisons: readonly MatcherRow[] = [
	{ matcher: ['equal', 'equals', 'eq'], relation: 'identical', expected: 0, flagged: { deep: 'deep-equal' } },
	{ matcher: ['eql', 'eqls'], relation: 'deep-equal', expected: 0 },
	{ matcher: ['above', 'gt', 'greaterThan'], relation: 'greater', expected: 0 },
	{ matcher: ['least', 'gte', 'greaterThanOrEqual'], relation: 'greater-or-equal', expected: 0 },
	{ matcher: ['below', 'lt', 'lessThan'], relation: 'less', expected: 0 },
	{ matcher: ['most', 'lte', 'lessThanOrEqual'], relation: 'less-or-equal', expected: 0 },
	{ matcher: 'within', relation: 'within', expected: 0, upper: 1 },
	{ matcher: ['closeTo', 'approximately'], relation: 'close-to', expected: 0, tolerance: { argument: 1, unit: 'delta' } },
	{ matcher: ['match', 'matches'], relation: 'matches', expected: 0 },
	{ matcher: ['length', 'lengthOf'], relation: 'length', expected: 0 },
	{ matcher: ['satisfy', 'satisfies', 'oneOf', 'respondTo', 'respondsTo'], relation: 'other', expected: 0 },
];

const structures: readonly MatcherRow[] = [
	{ matcher: ['include', 'includes', 'contain', 'contains', 'string'], relation: 'contains', expected: 0 },
	{ matcher: 'members', relation: 'same-members', expected: 0, flagged: { ordered: 'deep-equal', ...contained } },
	{ matcher: 'containSubset', relation: 'includes-subset', expected: 0 },
	{ matcher: ['keys', 'key'], relation: 'same-members', rest: 0, flagged: { any: 'contains', ...contained } },
	{
		matcher: ['property', 'ownProperty', 'haveOwnProperty'],
		relation: 'identical',
		part: 0,
		expected: 1,
		bare: 'contains',
		flagged: { deep: 'deep-equal' },
		moves: true,
	},
	{ matcher: ['ownPropertyDescriptor', 'haveOwnPropertyDescriptor'], relation: 'contains', expected: 0 },
	/** chai-deep-equal-in-any-order, deep-equal-in-any-order: https://www.npmjs.com/package/deep-equal-in-any-order */
	{ matcher: 'equalInAnyOrder', relation: 'same-members', expected: 0 },
];

const states: readonly MatcherRow[] = [
	{ matcher: 'ok', relation: 'truthy', property: true },
	{ matcher: 'true', relation: 'identical', is: true, property: true },
	{ matcher: 'false', relation: 'identical', is: false, property: true },
	{ matcher: ['null', 'undefined', 'NaN'], relation: 'nothing', property: true },
	{ matcher: ['exist', 'exists'], relation: 'nothing', negated: true, property: true },
	{ matcher: 'empty', relation: 'length', is: 0, property: true },
	{ matcher: ['arguments', 'Arguments', 'finite', 'numeric', 'callable', 'iterable', 'extensible', 'sealed', 'frozen'], relation: 'type', property: true },
	{ matcher: ['a', 'an', 'instanceof', 'instanceOf'], relation: 'type', expected: 0 },
];

const functions: readonly MatcherRow[] = [
	{ matcher: ['throw', 'throws', 'Throw'], relation: 'throws', expected: 0, property: true },
	{ matcher: ['change', 'changes', 'increase', 'increases', 'decrease', 'decreases', 'by'], relation: 'other', expected: 0 },
	/** https://www.chaijs.com/plugins/chai-as-promised/ */
	{ matcher: 'fulfilled', relation: 'resolves', property: true },
	{ matcher: 'become', relation: 'deep-equal', expected: 0 },
	{ matcher: ['rejected', 'rejectedWith'], relation: 'rejects', expected: 0, property: true },
	/** https://hardhat.org/hardhat-chai-matchers/docs/reference#.reverted */
	{ matcher: 'reverted', relation: 'rejects', property: true },
	/** https://github.com/suchipi/chai-jest-snapshot */
	{ matcher: ['matchSnapshot', 'toMatchSnapshot'], relation: 'snapshot' },
];

export const chaiMatchers: readonly MatcherRow[] = [...comparisons, ...structures, ...states, ...functions, ...sinonChaiMatchers, ...chaiJestMatchers, ...chaiElementMatchers];

/** Some hand chai on: https://oclif.io/docs/testing, https://github.com/ipfs/aegir#testing-helpers */
const packages = ['chai', 'vitest', '@vitest/expect', 'global', '@esm-bundle/chai', '@open-wc/testing', '@oclif/test', 'fancy-test', 'aegir/chai', 'aegir/utils/chai', 'aegir/utils/chai.js'] as const;

export const chaiExpect: AssertionLibrary = {
	name: 'chai',
	see: 'https://www.chaijs.com/api/bdd/',
	entries: [
		{ kind: 'subject', from: packages, path: 'expect()' },
		{ kind: 'subject', from: packages, path: 'chai.expect()' },
		{ kind: 'subject', from: 'vitest', path: 'TestContext.expect()' },
		{ kind: 'subject', from: 'vitest', path: 'expect.poll()', retried: true, calls: true },
	],
	words: chaiWords,
	matchers: chaiMatchers,
	itself: ['use'],
};

export const chaiShould: AssertionLibrary = {
	name: 'chai should',
	see: 'https://www.chaijs.com/guide/styles/#should',
	entries: [{ kind: 'property', from: ['chai', 'chai/register-should', 'chai/register-should.js', 'chai/register-should.cjs', '@esm-bundle/chai'], property: 'should' }],
	words: chaiWords,
	matchers: chaiMatchers,
};
