/** Queries that give nothing, or an empty list, where there is nothing. */
export const quietQueries = /^(query(All)?By\w+|querySelector(All)?|getElementById|getElementsBy\w+|closest|matches|includes|has|toString)$/;

/** Queries of Testing Library, locators of Playwright, and what they and its pages tell of themselves. */
export const queries =
	/^(?:(?:get|query)(?:All)?By[A-Z]\w*|locator|frameLocator|first|last|nth|textContent|innerText|innerHTML|inputValue|isVisible|isHidden|isChecked|isEnabled|isDisabled|isEditable|getAttribute|count|allTextContents|allInnerTexts|title|url)$/;

/** Queries that fail where there is nothing (https://testing-library.com/docs/queries/about/#types-of-queries). */
export const failingQueries = /^(?:find|get)(?:All)?By[A-Z]/;

/** What tries again until it holds: queries, waits, and matchers that are awaited. */
export const retriedLooks = /^(?:find(?:All)?By|waitFor|to)[A-Z]/;

/** Matchers that hold where a query of Testing Library finds nothing (https://testing-library.com/docs/queries/about/#types-of-queries). */
export const absentMatchers: ReadonlySet<string> = new Set(['toBeNull', 'toBeFalsy', 'toBeUndefined']);

/** Matchers that hold where it finds something. */
export const presentMatchers: ReadonlySet<string> = new Set(['toBeInTheDocument', 'toBeVisible']);
