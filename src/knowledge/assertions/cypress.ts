import { chaiMatchers, chaiWords } from './chai.ts';
import type { AssertionLibrary } from './row.ts';

/** "Cypress … will retry until it passes": https://docs.cypress.io/app/core-concepts/retry-ability */
export const cypress: AssertionLibrary = {
	name: 'cypress',
	see: 'https://docs.cypress.io/app/references/assertions',
	entries: [{ kind: 'command', from: 'global', path: 'cy', methods: ['should', 'and'], retried: true }],
	words: chaiWords,
	matchers: chaiMatchers,
	extensible: true,
};
