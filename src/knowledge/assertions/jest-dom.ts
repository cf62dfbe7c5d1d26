import { expectWords, unitEntries } from './expect.ts';
import type { AssertionLibrary } from './row.ts';

/** What it checks is what the page shows when it is asked, once. */
export const jestDom: AssertionLibrary = {
	name: 'jest-dom',
	see: 'https://github.com/testing-library/jest-dom#custom-matchers',
	entries: unitEntries,
	words: expectWords,
	itself: ['extend'],
	matchers: [
		{ matcher: ['toHaveTextContent', 'toContainHTML', 'toContainElement', 'toHaveClass', 'toHaveStyle', 'toHaveFormValues'], relation: 'contains', expected: 0 },
		{ matcher: ['toHaveValue', 'toHaveDisplayValue', 'toHaveSelection', 'toHaveRole'], relation: 'identical', expected: 0 },
		{ matcher: 'toHaveAttribute', relation: 'identical', expected: 1, bare: 'contains' },
		{
			matcher: ['toHaveAccessibleDescription', 'toHaveAccessibleErrorMessage', 'toHaveAccessibleName', 'toHaveDescription', 'toHaveErrorMessage'],
			relation: 'identical',
			expected: 0,
		},
		{ matcher: 'toBeEmptyDOMElement', relation: 'length', is: 0 },
		{
			matcher: [
				'toBeChecked',
				'toBeDisabled',
				'toBeEnabled',
				'toBeInTheDOM',
				'toBeInTheDocument',
				'toBeInvalid',
				'toBePartiallyChecked',
				'toBePartiallyPressed',
				'toBePressed',
				'toBeRequired',
				'toBeValid',
				'toBeVisible',
				'toHaveFocus',
				'toAppearAfter',
				'toAppearBefore',
			],
			relation: 'other',
		},
	],
};
