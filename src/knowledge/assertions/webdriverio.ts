import type { AssertionLibrary } from './row.ts';

const from = ['@wdio/globals', 'expect-webdriverio', 'webdriverio'] as const;

/** All of them wait; https://webdriver.io/docs/api/expect-webdriverio: "These matchers will wait until the expectation is met". */
export const webdriverio: AssertionLibrary = {
	name: 'webdriverio',
	see: 'https://webdriver.io/docs/api/expect-webdriverio',
	entries: [
		{ kind: 'subject', from, path: 'expect()' },
		{ kind: 'subject', from, path: 'expect.soft()' },
	],
	words: { negation: ['not'] },
	itself: ['extend'],
	matchers: [
		{
			matcher: ['toHaveText', 'toHaveValue', 'toHaveTitle', 'toHaveUrl', 'toHaveId', 'toHaveHref', 'toHaveLink', 'toHaveHTML', 'toHaveComputedLabel', 'toHaveComputedRole', 'toHaveClipboardText'],
			relation: 'identical',
			expected: 0,
			retried: true,
		},
		{ matcher: ['toHaveAttribute', 'toHaveAttr', 'toHaveElementProperty', 'toHaveLocalStorageItem'], relation: 'identical', expected: 1, bare: 'contains', retried: true },
		{ matcher: ['toHaveClass', 'toHaveElementClass', 'toHaveStyle'], relation: 'contains', expected: 0, retried: true },
		{ matcher: ['toHaveChildren', 'toBeElementsArrayOfSize'], relation: 'length', expected: 0, retried: true },
		{ matcher: ['toHaveSize', 'toHaveWidth', 'toHaveHeight'], relation: 'identical', expected: 0, retried: true },
		{ matcher: 'toBeRequested', relation: 'called', retried: true },
		{ matcher: 'toBeRequestedTimes', relation: 'called-times', expected: 0, retried: true },
		{ matcher: 'toBeRequestedWith', relation: 'called-with', rest: 0, retried: true },
		{
			matcher: [
				'toBeChecked',
				'toBeClickable',
				'toBeDisabled',
				'toBeDisplayed',
				'toBeDisplayedInViewport',
				'toBeEnabled',
				'toBeExisting',
				'toBeFocused',
				'toBePresent',
				'toBeSelected',
				'toExist',
			],
			relation: 'other',
			retried: true,
		},
	],
};

/** Matchers that try until they hold: their calls are promises. */
export const retryingMatchers: readonly string[] = webdriverio.matchers.flatMap(({ matcher }) => matcher);
