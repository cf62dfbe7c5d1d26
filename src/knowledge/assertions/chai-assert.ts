import type { AssertionLibrary, MatcherRow } from './row.ts';
import { spyAssertions } from './sinon.ts';

const truth: readonly MatcherRow[] = [
	{ matcher: ['isOk', 'ok'], relation: 'truthy' },
	{ matcher: ['isNotOk', 'notOk'], relation: 'falsy' },
	{ matcher: 'isTrue', relation: 'identical', is: true },
	{ matcher: 'isNotTrue', relation: 'identical', is: true, negated: true },
	{ matcher: 'isFalse', relation: 'identical', is: false },
	{ matcher: 'isNotFalse', relation: 'identical', is: false, negated: true },
	{ matcher: ['isNull', 'isUndefined', 'isNaN', 'notExists'], relation: 'nothing' },
	{ matcher: ['isNotNull', 'isDefined', 'isNotNaN', 'exists'], relation: 'nothing', negated: true },
	{ matcher: 'ifError', relation: 'falsy' },
];

const comparisons: readonly MatcherRow[] = [
	{ matcher: ['equal', 'strictEqual'], relation: 'identical', expected: 1 },
	{ matcher: ['notEqual', 'notStrictEqual'], relation: 'identical', expected: 1, negated: true },
	{ matcher: ['deepEqual', 'deepStrictEqual'], relation: 'deep-equal', expected: 1 },
	{ matcher: 'notDeepEqual', relation: 'deep-equal', expected: 1, negated: true },
	{ matcher: 'isAbove', relation: 'greater', expected: 1 },
	{ matcher: 'isAtLeast', relation: 'greater-or-equal', expected: 1 },
	{ matcher: 'isBelow', relation: 'less', expected: 1 },
	{ matcher: 'isAtMost', relation: 'less-or-equal', expected: 1 },
	{ matcher: ['closeTo', 'approximately'], relation: 'close-to', expected: 1, tolerance: { argument: 2, unit: 'delta' } },
	{ matcher: 'match', relation: 'matches', expected: 1 },
	{ matcher: 'notMatch', relation: 'matches', expected: 1, negated: true },
	{ matcher: 'lengthOf', relation: 'length', expected: 1 },
	{ matcher: 'isEmpty', relation: 'length', is: 0 },
	{ matcher: 'isNotEmpty', relation: 'length', is: 0, negated: true },
	{ matcher: ['oneOf', 'operator'], relation: 'other', expected: 1 },
];

const types: readonly MatcherRow[] = [
	{ matcher: ['typeOf', 'instanceOf'], relation: 'type', expected: 1 },
	{ matcher: ['notTypeOf', 'notInstanceOf'], relation: 'type', expected: 1, negated: true },
	{
		matcher: ['isArray', 'isBoolean', 'isCallable', 'isFunction', 'isNumber', 'isNumeric', 'isObject', 'isString', 'isFinite', 'isIterable', 'isExtensible', 'isFrozen', 'isSealed'],
		relation: 'type',
	},
	{
		matcher: ['isNotArray', 'isNotBoolean', 'isNotCallable', 'isNotFunction', 'isNotNumber', 'isNotNumeric', 'isNotObject', 'isNotString', 'isNotExtensible', 'isNotFrozen', 'isNotSealed'],
		relation: 'type',
		negated: true,
	},
];

const lists: readonly MatcherRow[] = [
	{ matcher: ['include', 'deepInclude', 'nestedInclude', 'deepNestedInclude', 'ownInclude', 'deepOwnInclude', 'includeMembers', 'includeDeepMembers'], relation: 'contains', expected: 1 },
	{
		matcher: ['notInclude', 'notDeepInclude', 'notNestedInclude', 'notDeepNestedInclude', 'notOwnInclude', 'notDeepOwnInclude', 'notIncludeMembers', 'notIncludeDeepMembers'],
		relation: 'contains',
		expected: 1,
		negated: true,
	},
	{ matcher: ['sameMembers', 'sameDeepMembers'], relation: 'same-members', expected: 1 },
	{ matcher: ['notSameMembers', 'notSameDeepMembers'], relation: 'same-members', expected: 1, negated: true },
	{ matcher: ['sameOrderedMembers', 'sameDeepOrderedMembers'], relation: 'deep-equal', expected: 1 },
	{ matcher: ['notSameOrderedMembers', 'notSameDeepOrderedMembers'], relation: 'deep-equal', expected: 1, negated: true },
	{ matcher: ['includeOrderedMembers', 'includeDeepOrderedMembers'], relation: 'includes-structure', expected: 1 },
	{ matcher: ['notIncludeOrderedMembers', 'notIncludeDeepOrderedMembers'], relation: 'includes-structure', expected: 1, negated: true },
	{ matcher: ['containsSubset', 'containSubset'], relation: 'includes-subset', expected: 1 },
	{ matcher: 'doesNotContainSubset', relation: 'includes-subset', expected: 1, negated: true },
];

const properties: readonly MatcherRow[] = [
	{ matcher: ['property', 'ownProperty', 'nestedProperty'], relation: 'contains', expected: 1 },
	{ matcher: ['notProperty', 'notOwnProperty', 'notNestedProperty'], relation: 'contains', expected: 1, negated: true },
	{ matcher: ['propertyVal', 'ownPropertyVal', 'nestedPropertyVal'], relation: 'identical', part: 1, expected: 2 },
	{ matcher: ['notPropertyVal', 'notOwnPropertyVal', 'notNestedPropertyVal'], relation: 'identical', part: 1, expected: 2, negated: true },
	{ matcher: ['deepPropertyVal', 'deepOwnPropertyVal', 'deepNestedPropertyVal'], relation: 'deep-equal', part: 1, expected: 2 },
	{ matcher: ['notDeepPropertyVal', 'notDeepOwnPropertyVal', 'notDeepNestedPropertyVal'], relation: 'deep-equal', part: 1, expected: 2, negated: true },
	{ matcher: ['hasAllKeys', 'hasAllDeepKeys'], relation: 'same-members', expected: 1 },
	{ matcher: ['hasAnyKeys', 'hasAnyDeepKeys', 'containsAllKeys', 'containsAllDeepKeys'], relation: 'contains', expected: 1 },
	{ matcher: ['doesNotHaveAllKeys', 'doesNotHaveAllDeepKeys', 'doesNotHaveAnyKeys', 'doesNotHaveAnyDeepKeys'], relation: 'contains', expected: 1, negated: true },
];

const functions: readonly MatcherRow[] = [
	{ matcher: ['throws', 'throw', 'Throw'], relation: 'throws', expected: 1 },
	{ matcher: 'doesNotThrow', relation: 'throws', negated: true },
	{ matcher: ['changes', 'changesBy', 'increases', 'increasesBy', 'decreases', 'decreasesBy', 'doesNotChange', 'doesNotIncrease', 'doesNotDecrease'], relation: 'other' },
	/** https://www.chaijs.com/plugins/chai-as-promised/ */
	{ matcher: 'isFulfilled', relation: 'resolves' },
	{ matcher: 'becomes', relation: 'deep-equal', expected: 1 },
	{ matcher: 'isRejected', relation: 'rejects', expected: 1 },
];

export const chaiAssert: AssertionLibrary = {
	name: 'chai assert',
	see: 'https://www.chaijs.com/api/assert/',
	entries: [
		{ kind: 'members', from: ['chai', 'vitest', '@effect/vitest', 'global', '@esm-bundle/chai', '@open-wc/testing'], path: 'assert', call: 'ok' },
		/** https://github.com/theintern/intern/blob/master/docs/writing_tests.md#assertions */
		{ kind: 'members', from: 'intern/chai!assert', path: '', call: 'ok' },
		{ kind: 'members', from: ['intern', 'global'], path: 'intern.getPlugin().assert', call: 'ok' },
		/** https://japa.dev/docs/plugins/assert */
		{ kind: 'members', from: '@japa/runner', path: 'TestContext.assert', call: 'ok' },
		{ kind: 'members', from: 'japa', path: 'assert', call: 'ok' },
		{ kind: 'members', from: ['chai', 'global'], path: 'chai.assert', call: 'ok' },
	],
	itself: ['use'],
	/** https://www.chaijs.com/plugins/chai-as-promised/ */
	words: { resolving: ['eventually'], promising: ['eventually', 'isFulfilled', 'isRejected', 'becomes'] },
	/** `sinon.assert.expose(chai.assert, { prefix: '' })`: https://sinonjs.org/releases/latest/assertions/#sinonassertexposeobject-options */
	matchers: [...truth, ...comparisons, ...types, ...lists, ...properties, ...functions, ...spyAssertions],
};
