import type { AssertionLibrary } from './row.ts';

export const qunit: AssertionLibrary = {
	name: 'qunit',
	see: 'https://qunitjs.com/api/assert/',
	entries: [
		{ kind: 'members', from: ['qunit', 'global', 'ember-qunit', 'qunitjs'], path: 'QUnitAssert' },
		{ kind: 'members', from: ['qunit', 'global', 'qunitjs'], path: 'QUnit.assert' },
	],
	matchers: [
		{ matcher: 'ok', relation: 'truthy' },
		{ matcher: 'notOk', relation: 'falsy' },
		{ matcher: 'true', relation: 'identical', is: true },
		{ matcher: 'false', relation: 'identical', is: false },
		{ matcher: ['equal', 'strictEqual'], relation: 'identical', expected: 1 },
		{ matcher: ['notEqual', 'notStrictEqual'], relation: 'identical', expected: 1, negated: true },
		{ matcher: ['deepEqual', 'propEqual'], relation: 'deep-equal', expected: 1 },
		{ matcher: ['notDeepEqual', 'notPropEqual'], relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'propContains', relation: 'includes-structure', expected: 1 },
		{ matcher: 'notPropContains', relation: 'includes-structure', expected: 1, negated: true },
		{ matcher: 'closeTo', relation: 'close-to', expected: 1, tolerance: { argument: 2, unit: 'delta' } },
		{ matcher: ['throws', 'raises'], relation: 'throws', expected: 1 },
		{ matcher: 'rejects', relation: 'rejects', expected: 1 },
	],
};

/** Before version 2, as globals. */
export const qunitGlobals: AssertionLibrary = {
	name: 'qunit globals',
	see: 'https://qunitjs.com/upgrade-guide-2.x/',
	entries: [{ kind: 'members', from: 'global', path: '' }],
	matchers: [
		{ matcher: ['ok'], relation: 'truthy' },
		{ matcher: ['equal', 'equals', 'strictEqual'], relation: 'identical', expected: 1 },
		{ matcher: ['notEqual', 'notStrictEqual'], relation: 'identical', expected: 1, negated: true },
		{ matcher: ['deepEqual', 'same'], relation: 'deep-equal', expected: 1 },
		{ matcher: ['notDeepEqual', 'notSame'], relation: 'deep-equal', expected: 1, negated: true },
	],
};
