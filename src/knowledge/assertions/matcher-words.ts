/** What says that an element is there to be seen. */
export const shownMatchers: ReadonlySet<string> = new Set(['toBeVisible', 'toBeDisplayed', 'toExist']);

/** What says of an element that it is there, or can be seen (https://github.com/testing-library/jest-dom#tobeinthedocument). */
export const presenceMatchers: ReadonlySet<string> = new Set([...shownMatchers, 'toBeInTheDocument', 'toBeInTheDOM']);

/** What is said of the page as a whole, or of an element that is gone, so that waiting for it says of no element that it is there. */
export const pageMatchers: ReadonlySet<string> = new Set(['toHaveURL', 'toHaveTitle', 'toHaveUrl', 'toBeHidden', 'toBeDetached']);

/** What asks an object for the names in it, and looks at no value (https://www.chaijs.com/api/bdd/#method_keys). */
export const keyMatchers: ReadonlySet<string> = new Set(['key', 'keys', 'hasAllKeys', 'hasAnyKeys', 'containsAllKeys']);
