/** The package that acts as a user does. */
export const userEvent = '@testing-library/user-event';
/** What `userEvent.setup()` gives, and the package itself, can do. */
export const userActions: readonly string[] = ['click', 'dblClick', 'tripleClick', 'hover', 'unhover', 'type', 'clear', 'tab', 'keyboard', 'pointer', 'selectOptions', 'deselectOptions', 'upload', 'copy', 'cut', 'paste'];
/** What it is called in tests. */
export const userNames = /^user(?:Event)?$/i;
/** What `fireEvent` of Testing Library sets off that components handle most (https://testing-library.com/docs/dom-testing-library/api-events/#fireevent). */
export const firedEvents: ReadonlySet<string> = new Set(['click', 'change', 'submit', 'input', 'blur', 'focus', 'keyDown', 'keyUp', 'mouseDown', 'mouseUp', 'mouseEnter', 'press', 'changeText']);
