import { tapPackages, tapeMakers, tapePackages } from '../frameworks/tap.ts';
import type { AssertionLibrary, MatcherRow } from './row.ts';

/** The names that tap had before version 16 are among them: https://node-tap.org/changelog/#160 */
const matchers: readonly MatcherRow[] = [
	{ matcher: ['ok', 'true', 'assert'], relation: 'truthy' },
	{ matcher: ['notOk', 'notok', 'false'], relation: 'falsy' },
	{ matcher: ['error', 'ifError', 'ifErr', 'iferror'], relation: 'falsy' },
	{ matcher: ['equal', 'equals', 'isEqual', 'is', 'strictEqual', 'strictEquals', 'strictIs', 'isStrict', 'isStrictly'], relation: 'identical', expected: 1 },
	{ matcher: ['not', 'inequal', 'notEqual', 'notEquals', 'notStrictEqual', 'notStrictEquals', 'isNot', 'isNotEqual', 'doesNotEqual', 'isInequal'], relation: 'identical', expected: 1, negated: true },
	{ matcher: ['same', 'equivalent', 'looseEqual', 'looseEquals', 'deepEqual', 'deepEquals', 'isLoose', 'looseIs', 'isSimilar', 'isDeeply'], relation: 'deep-equal', expected: 1 },
	{ matcher: ['strictSame', 'strictEquivalent', 'strictDeepEqual', 'sameStrict', 'deepIs', 'isDeeplyStrict'], relation: 'deep-equal', expected: 1 },
	{ matcher: ['notSame', 'inequivalent', 'looseInequal', 'notDeep', 'deepInequal', 'notLoose', 'looseNot', 'notEquivalent'], relation: 'deep-equal', expected: 1, negated: true },
	{ matcher: ['strictNotSame', 'strictInequivalent', 'notStrictSame', 'deepNot'], relation: 'deep-equal', expected: 1, negated: true },
	{ matcher: ['has', 'hasFields', 'includes', 'include', 'contains', 'hasStrict', 'match', 'matches', 'similar', 'like', 'matchStrict', 'matchOnly', 'matchOnlyStrict'], relation: 'includes-structure', expected: 1 },
	{ matcher: ['notHas', 'notHasStrict', 'notMatch', 'dissimilar', 'unsimilar', 'unlike', 'notMatchStrict', 'notMatchOnly', 'notMatchOnlyStrict'], relation: 'includes-structure', expected: 1, negated: true },
	{ matcher: ['hasProp', 'hasOwnProp', 'hasProps', 'hasOwnProps', 'hasOwnPropsOnly'], relation: 'contains', expected: 1 },
	{ matcher: ['type', 'isa', 'isA'], relation: 'type', expected: 1 },
	{ matcher: ['throws', 'throw'], relation: 'throws', expected: 1 },
	{ matcher: ['doesNotThrow', 'notThrow'], relation: 'throws', negated: true },
	{ matcher: 'rejects', relation: 'rejects', expected: 1 },
	{ matcher: 'resolves', relation: 'resolves' },
	{ matcher: 'resolveMatch', relation: 'includes-structure', expected: 1 },
	{ matcher: ['matchSnapshot', 'resolveMatchSnapshot'], relation: 'snapshot' },
	{ matcher: 'emits', relation: 'other', expected: 1 },
];

export const tap: AssertionLibrary = {
	name: 'tap',
	see: 'https://node-tap.org/api/interfaces/_tapjs_test.index.Test.html',
	entries: [
		{ kind: 'members', from: tapPackages, path: 'TestContext' },
		{ kind: 'members', from: tapPackages, path: '{t,tap}' },
		{ kind: 'members', from: tapPackages, path: '' },
	],
	matchers,
};

export const tape: AssertionLibrary = {
	name: 'tape',
	see: 'https://github.com/tape-testing/tape#methods',
	entries: [
		{ kind: 'members', from: [...tapePackages, ...tapeMakers], path: 'TestContext' },
	],
	matchers: [
		{ matcher: ['ok', 'true', 'assert'], relation: 'truthy' },
		{ matcher: ['notOk', 'notok', 'false'], relation: 'falsy' },
		{ matcher: ['error', 'ifError', 'ifErr', 'iferror'], relation: 'falsy' },
		{ matcher: ['equal', 'equals', 'isEqual', 'is', 'strictEqual', 'strictEquals', 'looseEqual', 'looseEquals'], relation: 'identical', expected: 1 },
		{
			matcher: ['notEqual', 'notEquals', 'isNotEqual', 'doesNotEqual', 'isInequal', 'notStrictEqual', 'notStrictEquals', 'isNot', 'not', 'notLooseEqual', 'notLooseEquals'],
			relation: 'identical',
			expected: 1,
			negated: true,
		},
		{ matcher: ['deepEqual', 'deepEquals', 'isEquivalent', 'same', 'deepLooseEqual'], relation: 'deep-equal', expected: 1 },
		{ matcher: ['notDeepEqual', 'notDeepEquals', 'notEquivalent', 'notDeeply', 'notSame', 'isNotDeepEqual', 'isNotDeeply', 'isNotEquivalent', 'isInequivalent', 'notDeepLooseEqual'], relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'match', relation: 'matches', expected: 1 },
		{ matcher: 'doesNotMatch', relation: 'matches', expected: 1, negated: true },
		{ matcher: 'throws', relation: 'throws', expected: 1 },
		{ matcher: 'doesNotThrow', relation: 'throws', negated: true },
		// Of brittle: https://github.com/holepunchto/brittle#assertions
		{ matcher: 'alike', relation: 'deep-equal', expected: 1 },
		{ matcher: 'unlike', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'exception', relation: 'rejects', expected: 1 },
		{ matcher: 'execution', relation: 'resolves' },
	],
};
