import { playwrightPackages as from } from '../frameworks/playwright.ts';
import type { AssertionLibrary, MatcherRow } from './row.ts';

/** "Auto-retrying assertions" */
const retrying: readonly MatcherRow[] = [
	{ matcher: ['toHaveText', 'toHaveValue', 'toHaveTitle', 'toHaveURL', 'toHaveId', 'toHaveRole'], relation: 'identical', expected: 0, retried: true },
	{ matcher: ['toHaveAccessibleDescription', 'toHaveAccessibleErrorMessage', 'toHaveAccessibleName'], relation: 'identical', expected: 0, retried: true },
	{ matcher: ['toHaveAttribute', 'toHaveCSS', 'toHaveJSProperty'], relation: 'identical', expected: 1, bare: 'contains', retried: true },
	{ matcher: 'toHaveValues', relation: 'deep-equal', expected: 0, retried: true },
	{ matcher: 'toHaveClass', relation: 'identical', expected: 0, retried: true },
	{ matcher: ['toContainText', 'toContainClass'], relation: 'contains', expected: 0, retried: true },
	{ matcher: 'toHaveCount', relation: 'length', expected: 0, retried: true },
	{ matcher: ['toHaveScreenshot', 'toMatchAriaSnapshot'], relation: 'snapshot', retried: true },
	{
		matcher: [
			'toBeAttached',
			'toBeChecked',
			'toBeDisabled',
			'toBeEditable',
			'toBeEmpty',
			'toBeEnabled',
			'toBeFocused',
			'toBeHidden',
			'toBeInViewport',
			'toBeVisible',
		],
		relation: 'other',
		retried: true,
	},
];

/** Matchers that try until they hold: their calls are promises. */
export const retryingMatchers: readonly string[] = retrying.flatMap(({ matcher }) => matcher);

export const playwright: AssertionLibrary = {
	name: 'playwright',
	see: 'https://playwright.dev/docs/test-assertions',
	entries: [
		{ kind: 'subject', from, path: 'expect()' },
		{ kind: 'subject', from, path: 'expect.soft()' },
		{ kind: 'subject', from, path: 'mergeExpects()()' },
	],
	words: { negation: ['not'] },
	itself: ['extend', 'configure'],
	matchers: [...retrying, { matcher: 'toBeOK', relation: 'truthy' }],
};
