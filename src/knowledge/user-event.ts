/** The package that acts as a user does. */
export const userEvent = '@testing-library/user-event';
/** What `userEvent.setup()` gives, and the package itself, can do. */
export const userActions: readonly string[] = ['click', 'dblClick', 'tripleClick', 'hover', 'unhover', 'type', 'clear', 'tab', 'keyboard', 'pointer', 'selectOptions', 'deselectOptions', 'upload', 'copy', 'cut', 'paste'];
/** What it is called in tests. */
export const userNames = /^user(?:Event)?$/i;
