import type { MatcherRow } from './row.ts';

/** What Chai can ask of elements: https://www.chaijs.com/plugins/chai-jquery/ (Cypress brings it: https://docs.cypress.io/app/references/assertions#Chai-jQuery), https://www.chaijs.com/plugins/chai-dom/ */
export const chaiElementMatchers: readonly MatcherRow[] = [
	{ matcher: ['text', 'html', 'value', 'id'], relation: 'identical', expected: 0, flagged: { contain: 'contains', include: 'contains' } },
	{ matcher: ['attr', 'attribute', 'prop', 'css', 'style', 'data'], relation: 'identical', expected: 1, bare: 'contains' },
	{ matcher: ['class', 'descendant', 'descendants'], relation: 'contains', expected: 0 },
	{ matcher: ['visible', 'hidden', 'displayed', 'selected', 'checked', 'enabled', 'disabled', 'focused', 'focus'], relation: 'other', property: true },
];
