import type { AssertionLibrary } from './row.ts';

export const lib0: AssertionLibrary = {
	name: 'lib0',
	see: 'https://github.com/dmonad/lib0/blob/main/testing.js',
	entries: [{ kind: 'members', from: 'lib0/testing', path: '' }],
	matchers: [
		{ matcher: 'assert', relation: 'truthy' },
		{ matcher: ['compare', 'compareArrays', 'compareObjects'], relation: 'deep-equal', expected: 1 },
		{ matcher: 'compareStrings', relation: 'identical', expected: 1 },
		{ matcher: 'fails', relation: 'throws' },
		{ matcher: 'failsAsync', relation: 'rejects' },
	],
};
