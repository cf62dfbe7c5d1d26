/** Names of the object whose properties are the globals (ECMAScript 19.1.1, HTML `window` and `self`, Node's `global`). */
export const globalObjects: ReadonlySet<string> = new Set(['globalThis', 'window', 'global', 'self']);

/** Globals whose functions tell nothing to the rest of a program. */
export const silentGlobals: ReadonlySet<string> = new Set(['console', 'JSON', 'Object', 'Array', 'Number', 'String', 'Boolean', 'Math', 'Date', 'Buffer', 'Error', 'parseInt', 'parseFloat', 'Symbol', 'Map', 'Set', 'URL']);

/** The global that shows a reader what its functions are handed, and hands it on to nobody. */
export const showing = 'console';

/** Globals of the language whose functions look into what they are handed, and whose classes hold it. */
export const languageObjects: ReadonlySet<string> = new Set(['Object', 'Array', 'JSON', 'String', 'Number', 'Boolean', 'Reflect', 'Set', 'Map']);

/** State of the page, and of a process that ends, that belongs to what a test shows, not to how it is set up. */
export const pageState = /^(?:document|location|history|localStorage|sessionStorage)\.|^document$|^process\.(?:exitCode|title)$/;

/** Objects of a runtime whose properties are settings for all. */
export const runtimeObjects: ReadonlySet<string> = new Set(['chrome', 'console', 'crypto', 'fetch', 'indexedDB', 'navigator', 'performance', 'process', 'screen', 'visualViewport']);

/** Classes of the language and of the platforms that hold what they are given. */
export const collections: ReadonlySet<string> = new Set(['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'URLSearchParams', 'FormData', 'Headers']);

/** Functions of the language that give a new list. */
export const listMakers: ReadonlySet<string> = new Set(['Object.keys', 'Object.values', 'Object.entries', 'Array.from', 'Array.of']);

/** What makes one promise of a list of them (https://tc39.es/ecma262/#sec-promise-constructor). */
export const promiseJoins: ReadonlySet<string> = new Set(['all', 'allSettled', 'any', 'race']);
