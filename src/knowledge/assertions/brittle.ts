import type { AssertionLibrary } from './row.ts';

export const brittle: AssertionLibrary = {
	name: 'brittle',
	see: 'https://github.com/holepunchto/brittle#assertions',
	entries: [{ kind: 'members', from: 'brittle', path: 'TestContext' }],
	words: { filler: ['coercively', 'all'] },
	matchers: [
		{ matcher: 'ok', relation: 'truthy' },
		{ matcher: 'absent', relation: 'falsy' },
		{ matcher: 'is', relation: 'identical', expected: 1 },
		{ matcher: 'not', relation: 'identical', expected: 1, negated: true },
		{ matcher: 'alike', relation: 'deep-equal', expected: 1 },
		{ matcher: 'unlike', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'exception', relation: 'throws', expected: 1 },
		{ matcher: 'execution', relation: 'throws', negated: true },
		{ matcher: 'snapshot', relation: 'snapshot' },
	],
};

export const zora: AssertionLibrary = {
	name: 'zora',
	see: 'https://github.com/lorenzofox3/zora#assertion-api',
	entries: [{ kind: 'members', from: 'zora', path: 'TestContext' }],
	matchers: [
		{ matcher: ['ok', 'truthy'], relation: 'truthy' },
		{ matcher: ['notOk', 'falsy'], relation: 'falsy' },
		{ matcher: ['equal', 'equals', 'eq', 'deepEqual'], relation: 'deep-equal', expected: 1 },
		{ matcher: ['notEqual', 'notEquals', 'notEq', 'notDeepEqual'], relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: ['is', 'same'], relation: 'identical', expected: 1 },
		{ matcher: ['isNot', 'notSame'], relation: 'identical', expected: 1, negated: true },
		{ matcher: 'throws', relation: 'throws', expected: 1 },
	],
};
