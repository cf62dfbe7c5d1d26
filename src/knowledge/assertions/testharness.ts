import type { AssertionLibrary } from './row.ts';

export const testharness: AssertionLibrary = {
	name: 'testharness',
	see: 'https://web-platform-tests.org/writing-tests/testharness-api.html#list-of-assertions',
	entries: [{ kind: 'members', from: 'global', path: '' }],
	matchers: [
		{ matcher: 'assert_true', relation: 'identical', is: true },
		{ matcher: 'assert_false', relation: 'identical', is: false },
		{ matcher: 'assert_equals', relation: 'identical', expected: 1 },
		{ matcher: 'assert_not_equals', relation: 'identical', expected: 1, negated: true },
		{ matcher: ['assert_array_equals', 'assert_object_equals'], relation: 'deep-equal', expected: 1 },
		{ matcher: 'assert_in_array', relation: 'other', expected: 1 },
		{ matcher: 'assert_approx_equals', relation: 'close-to', expected: 1, tolerance: { argument: 2, unit: 'delta' } },
		{ matcher: 'assert_less_than', relation: 'less', expected: 1 },
		{ matcher: 'assert_less_than_equal', relation: 'less-or-equal', expected: 1 },
		{ matcher: 'assert_greater_than', relation: 'greater', expected: 1 },
		{ matcher: 'assert_greater_than_equal', relation: 'greater-or-equal', expected: 1 },
		{ matcher: 'assert_between_exclusive', relation: 'within', expected: 1, upper: 2 },
		{ matcher: 'assert_regexp_match', relation: 'matches', expected: 1 },
		{ matcher: ['assert_class_string', 'assert_own_property', 'assert_inherits'], relation: 'type', expected: 1 },
	],
};
