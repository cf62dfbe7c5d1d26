/** Properties that tell of an answer of HTTP: https://developer.mozilla.org/docs/Web/API/Response, https://nodejs.org/api/http.html#class-httpincomingmessage */
export const answerParts: ReadonlySet<string> = new Set([
	'status',
	'statusCode',
	'statusText',
	'statusMessage',
	'headers',
	'rawHeaders',
	'trailers',
	'httpVersion',
	'httpVersionMajor',
	'httpVersionMinor',
	'ok',
	'redirected',
]);

/** Methods that read the body of one. */
export const bodyReads: ReadonlySet<string> = new Set(['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text']);

/** Properties of options that say where a request goes to. */
export const addressOptions: readonly string[] = ['url', 'uri', 'href'];
