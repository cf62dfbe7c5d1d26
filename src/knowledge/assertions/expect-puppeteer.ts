import type { AssertionLibrary } from './row.ts';

export const expectPuppeteer: AssertionLibrary = {
	name: 'expect-puppeteer',
	see: 'https://github.com/argos-ci/jest-puppeteer/tree/main/packages/expect-puppeteer',
	entries: [
		{ kind: 'subject', from: 'expect-puppeteer', path: '()' },
		{ kind: 'subject', from: 'expect-puppeteer', path: 'expect()' },
	],
	words: { negation: ['not'] },
	matchers: [
		{ matcher: ['toMatchTextContent', 'toMatch'], relation: 'matches', expected: 0, retried: true },
		{ matcher: 'toMatchElement', relation: 'contains', expected: 0, retried: true },
	],
};
