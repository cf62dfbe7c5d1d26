import { chaiMatchers, chaiWords } from './chai.ts';
import type { AssertionLibrary } from './row.ts';

/** "Cypress … will retry until it passes": https://docs.cypress.io/app/core-concepts/retry-ability */
export const cypress: AssertionLibrary = {
	name: 'cypress',
	see: 'https://docs.cypress.io/app/references/assertions',
	entries: [{ kind: 'command', from: 'global', path: 'cy', methods: ['should', 'and'], retried: true }],
	words: chaiWords,
	matchers: [
		{ matcher: ['text', 'html', 'value', 'id'], relation: 'identical', expected: 0, flagged: { contain: 'contains', include: 'contains' } },
		{ matcher: ['attr', 'prop', 'css', 'data'], relation: 'identical', expected: 1, bare: 'contains' },
		{ matcher: ['class', 'descendants'], relation: 'contains', expected: 0 },
		{ matcher: ['visible', 'hidden', 'selected', 'checked', 'enabled', 'disabled', 'focused', 'focus'], relation: 'other', property: true },
		...chaiMatchers,
	],
	extensible: true,
};
