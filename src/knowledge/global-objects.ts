/** Names of the object whose properties are the globals (ECMAScript 19.1.1, HTML `window` and `self`, Node's `global`). */
export const globalObjects: ReadonlySet<string> = new Set(['globalThis', 'window', 'global', 'self']);
