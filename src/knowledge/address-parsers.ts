/** What takes an address apart, so that it can be asked for by its parts: by package, the names; an empty one is the package itself. */
export const addressParsers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	['global', new Set(['URL'])],
	['node:url', new Set(['URL', 'parse', 'default.parse', 'default.URL'])],
	['url-parse', new Set(['', 'default'])],
	['whatwg-url', new Set(['URL', 'parseURL'])],
	['parseurl', new Set(['', 'default'])],
]);

/** The parts that an address is taken apart into (https://url.spec.whatwg.org/#api, https://nodejs.org/api/url.html#legacy-urlobject). */
export const addressParts: ReadonlySet<string> = new Set([
	'auth',
	'hash',
	'host',
	'hostname',
	'href',
	'origin',
	'password',
	'path',
	'pathname',
	'port',
	'protocol',
	'query',
	'search',
	'searchParams',
	'slashes',
	'username',
]);

/** What gives the whole address again, and what gives its host. */
export const addressTexts: ReadonlySet<string> = new Set(['href', 'toString', 'toJSON']);
export const addressHosts: ReadonlySet<string> = new Set(['host', 'hostname']);
