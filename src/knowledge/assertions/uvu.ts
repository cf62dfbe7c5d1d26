import type { AssertionLibrary } from './row.ts';

export const uvu: AssertionLibrary = {
	name: 'uvu',
	see: 'https://github.com/lukeed/uvu/blob/master/docs/api.assert.md',
	entries: [{ kind: 'members', from: 'uvu/assert', path: '' }],
	words: { negation: ['not'], flags: ['is'] },
	matchers: [
		{ matcher: 'ok', relation: 'truthy' },
		{ matcher: 'not', relation: 'truthy', negated: true, expected: 1, flagged: { is: 'identical' } },
		{ matcher: 'is', relation: 'identical', expected: 1 },
		{ matcher: 'equal', relation: 'deep-equal', expected: 1 },
		{ matcher: ['type', 'instance'], relation: 'type', expected: 1 },
		{ matcher: 'match', relation: 'matches', expected: 1 },
		{ matcher: ['snapshot', 'fixture'], relation: 'identical', expected: 1 },
		{ matcher: 'throws', relation: 'throws', expected: 1 },
	],
};
