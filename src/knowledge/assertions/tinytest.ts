import type { AssertionLibrary } from './row.ts';

export const tinytest: AssertionLibrary = {
	name: 'tinytest',
	see: 'https://github.com/meteor/meteor/blob/devel/packages/tinytest/tinytest.js',
	entries: [
		{ kind: 'members', from: 'meteor/tinytest', path: 'TestContext' },
		{ kind: 'members', from: 'global', path: 'TinytestContext' },
	],
	matchers: [
		{ matcher: 'equal', relation: 'deep-equal', expected: 1 },
		{ matcher: '_stringEqual', relation: 'identical', expected: 1 },
		{ matcher: 'notEqual', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'instanceOf', relation: 'type', expected: 1 },
		{ matcher: 'notInstanceOf', relation: 'type', expected: 1, negated: true },
		{ matcher: 'matches', relation: 'matches', expected: 1 },
		{ matcher: 'notMatches', relation: 'matches', expected: 1, negated: true },
		{ matcher: 'isTrue', relation: 'truthy' },
		{ matcher: 'isFalse', relation: 'falsy' },
		{ matcher: ['isNull', 'isUndefined', 'isNaN'], relation: 'nothing' },
		{ matcher: ['isNotNull', 'isNotUndefined', 'isNotNaN'], relation: 'nothing', negated: true },
		{ matcher: 'include', relation: 'contains', expected: 1 },
		{ matcher: 'notInclude', relation: 'contains', expected: 1, negated: true },
		{ matcher: 'length', relation: 'length', expected: 1 },
		{ matcher: ['throws', 'throwsAsync'], relation: 'throws', expected: 1 },
	],
};
