/** Packages that answer requests in the network's place, in all of the process: a file that imports one sees to it. What stands in only for what is loaded through it (proxyquire, esmock, rewire) is none. */
export const interceptors: readonly string[] = [
	'nock', 'msw', 'msw/node', 'msw/browser', 'msw/native', '@mswjs/interceptors', 'fetch-mock', 'fetch-mock-jest', '@fetch-mock/jest', '@fetch-mock/vitest', 'jest-fetch-mock', 'vitest-fetch-mock', 'axios-mock-adapter', 'moxios', 'xhr-mock',
	'@pollyjs/core', 'mitm', 'mock-socket', 'jest-websocket-mock', 'vitest-websocket-mock', 'nise', 'node-replay', 'replay', 'yakbak', 'talkback', 'sepia', 'nock-record', 'jest-nock', 'nock-vcr-recorder', 'back-to-the-fixture', 'mappersmith/test',
	'cloudflare:test', 'superagent-mock', 'superagent-mocker', 'fauxios', 'jest-mock-axios', 'vitest-mock-axios', 'mockttp', 'miragejs', 'pretender', 'sinon-chrome', 'dns-mock', 'mock-require', 'testdouble', 'rewiremock',
];

/** Those of them that let a request go its whole way through the client, and answer there: it takes as many turns as one that is sent. */
export const lateInterceptors = /^(?:nock|msw|miragejs|pretender|mockttp|mitm|@mswjs\/interceptors|@pollyjs\/core)(?:$|\/)/;

/** Those of them that are told what becomes of a request for which they have no handler (https://mswjs.io/docs/api/setup-server/listen), and what makes their servers. */
export const mockService: ReadonlySet<string> = new Set(['msw', 'msw/node']);
export const mockServiceServers: ReadonlySet<string> = new Set(['msw/node']);

/** What makes handlers of addresses; those of other kinds (`graphql`) answer at any. */
export const mockServiceHandlers: readonly { readonly from: string; readonly name: string }[] = [
	{ from: 'msw', name: 'http' },
	{ from: 'msw', name: 'rest' },
];

/** Methods of what makes handlers, for requests that change something: a page sends those for what its user does (https://mswjs.io/docs/api/http, https://mswjs.io/docs/api/graphql). */
export const changingHandlers: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete', 'mutation']);

/** Methods of such a server: it begins to answer, and it is handed more handlers. */
export const mockServiceMethods: { readonly starts: string; readonly hands: ReadonlySet<string> } = { starts: 'listen', hands: new Set(['use', 'resetHandlers']) };

/** The option, and what it says where the request is sent to its host. */
export const passingOption = 'onUnhandledRequest';
export const passingWays: ReadonlySet<string> = new Set(['bypass', 'warn']);

/** How packages and modules of other organisations name what they answer with in a test: `@own/test-server/with-vitest`, `@own/api-mocks`. */
export const interceptingSource = /(?:^|[/_.-])(?:mocks?|mocking|mocker|msw|nock|polly|vcr|cassettes?|intercept(?:or|ors|ing)?|fakes?|stubs?|test-?servers?|mock-?servers?)(?:$|[/_.-])/i;

/** Exports and methods of packages that do more than that. */
export const interceptingNames: readonly string[] = [
	'MockAgent', 'MockPool', 'MockClient', 'setGlobalDispatcher', 'fakeServer', 'createFakeServer', 'useFakeXMLHttpRequest', 'fetchMock', 'mockFetch', 'enableFetchMocks', 'intercept', 'interceptHTTPProtocol', 'interceptHTTPSProtocol',
];

/** What browsers are told, so that a test answers instead of the network. */
export const browserInterceptingNames: readonly string[] = ['route', 'routeFromHAR', 'routeWebSocket', 'setRequestInterception', 'intercept', 'mock', 'onBeforeRequest', 'handle', 'interceptHTTPProtocol', 'interceptHTTPSProtocol', 'registerHttpProtocol'];

/** Names of hosts, or their ends, that are this machine, its own network, or nobody's (RFC 2606, RFC 6761, RFC 6762). */
export const localHosts: readonly RegExp[] = [
	/^localhost$/, /\.(?:localhost|local|test|invalid|example|internal|lan|home|localdomain)$/, /^\[/, /^(?:127|10|0)\.\d+\.\d+\.\d+$/, /^192\.168\.\d+\.\d+$/, /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/, /^169\.254\.\d+\.\d+$/, /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/,
	/^\d{1,3}$/, /^[^.]+$/, /(?:^|\.)(?:lvh\.me|localtest\.me|nip\.io|sslip\.io|vcap\.me)$/,
];

/** Packages that stand in for others in a test. */
export const standIns: ReadonlySet<string> = new Set([...interceptors, 'proxyquire', 'rewire', 'esmock', 'sinon', 'aws-sdk-client-mock', 'aws-sdk-mock', 'mockery']);

/** Words for a server of a cloud's services that runs beside the tests. */
export const localServices = /emulator|localstack|dynamodb-local|azurite|UseDevelopmentStorage|\bendpoint\b|apiEndpoint|forcePathStyle/i;

/** The global clients of browsers. */
export const globalClients: ReadonlySet<string> = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']);

/** Those of them that are built on none of the others: nothing but what they are replaced by answers for them. */
export const clientsAlone: ReadonlySet<string> = new Set(['XMLHttpRequest', 'WebSocket']);

/** Options by which something other than the network answers: a dispatcher, a socket in a file, an agent or adapter of the test's own. */
export const answered = ['dispatcher', 'socketPath', 'agent', 'createConnection', 'adapter', 'fetch', 'httpAgent', 'httpsAgent', 'transport'] as const;

/** What takes a function for a stand-in without making one of it (https://vitest.dev/api/vi.html#vi-mocked), and the methods that only stand-ins have (https://jestjs.io/docs/mock-function-api). */
export const takingForStandIn = 'mocked';
export const ofStandIns = /^mock[A-Z]/;
