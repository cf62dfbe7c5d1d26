/** What takes an address apart, so that it can be asked for by its parts: by package, the names; an empty one is the package itself. */
export const addressParsers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	['global', new Set(['URL'])],
	['node:url', new Set(['URL', 'parse', 'default.parse', 'default.URL'])],
	['url-parse', new Set(['', 'default'])],
	['whatwg-url', new Set(['URL', 'parseURL'])],
	['parseurl', new Set(['', 'default'])],
]);
