import type { AssertionLibrary } from './row.ts';

/** https://hapi.dev/module/code/api/: everything is a method, and equality is deep unless `shallow` stands before it. */
export const hapiCode: AssertionLibrary = {
	name: '@hapi/code',
	see: 'https://hapi.dev/module/code/api/',
	entries: [{ kind: 'subject', from: ['@hapi/code', 'code'], path: 'expect()' }],
	words: {
		filler: ['a', 'an', 'and', 'at', 'be', 'have', 'in', 'to'],
		negation: ['not'],
		flags: ['once', 'only', 'part', 'shallow'],
		/** https://hapi.dev/module/code/api/#await-rejecttype-message */
		promising: ['reject', 'rejects'],
	},
	matchers: [
		{ matcher: ['equal', 'equals'], relation: 'deep-equal', expected: 0, flagged: { shallow: 'identical' } },
		{ matcher: ['include', 'includes', 'contain', 'contains', 'startWith', 'startsWith', 'endWith', 'endsWith'], relation: 'contains', expected: 0 },
		{ matcher: ['above', 'greaterThan'], relation: 'greater', expected: 0 },
		{ matcher: ['least', 'min'], relation: 'greater-or-equal', expected: 0 },
		{ matcher: ['below', 'lessThan'], relation: 'less', expected: 0 },
		{ matcher: ['most', 'max'], relation: 'less-or-equal', expected: 0 },
		{ matcher: ['within', 'range', 'between'], relation: 'within', expected: 0, upper: 1 },
		{ matcher: 'about', relation: 'close-to', expected: 0, tolerance: { argument: 1, unit: 'delta' } },
		{ matcher: 'length', relation: 'length', expected: 0 },
		{ matcher: 'empty', relation: 'length', is: 0 },
		{ matcher: 'true', relation: 'identical', is: true },
		{ matcher: 'false', relation: 'identical', is: false },
		{ matcher: ['null', 'undefined', 'NaN'], relation: 'nothing' },
		{ matcher: ['exist', 'exists'], relation: 'nothing', negated: true },
		{ matcher: ['match', 'matches'], relation: 'matches', expected: 0 },
		{ matcher: ['arguments', 'array', 'boolean', 'buffer', 'date', 'error', 'function', 'number', 'regexp', 'string', 'object'], relation: 'type' },
		{ matcher: ['instanceof', 'instanceOf'], relation: 'type', expected: 0 },
		{ matcher: ['satisfy', 'satisfies'], relation: 'other', expected: 0 },
		{ matcher: ['throw', 'throws'], relation: 'throws', expected: 0 },
		{ matcher: ['reject', 'rejects'], relation: 'rejects', expected: 0 },
	],
};
