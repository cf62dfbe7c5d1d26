import type { AssertionLibrary } from './row.ts';

export const ava: AssertionLibrary = {
	name: 'ava',
	see: 'https://github.com/avajs/ava/blob/main/docs/03-assertions.md',
	entries: [{ kind: 'members', from: 'ava', path: 'TestContext' }],
	matchers: [
		{ matcher: ['assert', 'truthy'], relation: 'truthy' },
		{ matcher: 'falsy', relation: 'falsy' },
		{ matcher: 'true', relation: 'identical', is: true },
		{ matcher: 'false', relation: 'identical', is: false },
		{ matcher: 'is', relation: 'identical', expected: 1 },
		{ matcher: 'not', relation: 'identical', expected: 1, negated: true },
		{ matcher: 'deepEqual', relation: 'deep-equal', expected: 1 },
		{ matcher: 'notDeepEqual', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'like', relation: 'includes-structure', expected: 1 },
		{ matcher: 'regex', relation: 'matches', expected: 1 },
		{ matcher: 'notRegex', relation: 'matches', expected: 1, negated: true },
		{ matcher: 'snapshot', relation: 'snapshot' },
		{ matcher: 'throws', relation: 'throws', expected: 1 },
		{ matcher: 'notThrows', relation: 'throws', negated: true },
		{ matcher: 'throwsAsync', relation: 'rejects', expected: 1 },
		{ matcher: 'notThrowsAsync', relation: 'rejects', negated: true },
	],
};
