import type { PackagePath } from './package-paths.ts';

/** What makes an app, or a part of one, that answers requests by routes, as paths of packages. */
export const appMakers: readonly PackagePath[] = [
	{ from: 'express', path: '()', see: 'https://expressjs.com/en/4x/api.html#express' },
	{ from: 'express', path: 'Router()', see: 'https://expressjs.com/en/4x/api.html#router' },
	{ from: 'express', path: 'new Router', see: 'https://expressjs.com/en/4x/api.html#router' },
	{ from: 'fastify', path: '()', see: 'https://fastify.dev/docs/latest/Reference/Server/' },
	{ from: 'fastify', path: 'fastify()', see: 'https://fastify.dev/docs/latest/Reference/Server/' },
	{ from: ['@koa/router', 'koa-router'], path: 'new ', see: 'https://github.com/koajs/router/blob/master/API.md' },
	{ from: ['@koa/router', 'koa-router'], path: '()', see: 'https://github.com/koajs/router/blob/master/API.md' },
	{ from: 'koa', path: 'new ', see: 'https://koajs.com/' },
	{ from: 'hono', path: 'new Hono', see: 'https://hono.dev/docs/api/routing' },
	{ from: '@hono/zod-openapi', path: 'new OpenAPIHono', see: 'https://hono.dev/examples/zod-openapi' },
	{ from: ['@hapi/hapi', 'hapi'], path: '{server,Server}()', see: 'https://hapi.dev/api/#server' },
	{ from: ['@hapi/hapi', 'hapi'], path: 'new Server', see: 'https://hapi.dev/api/#server' },
	{ from: 'restify', path: 'createServer()', see: 'https://restify.com/docs/server-api/' },
	{ from: 'polka', path: '()', see: 'https://github.com/lukeed/polka#api' },
	{ from: 'express-promise-router', path: '()', see: 'https://github.com/express-promise-router/express-promise-router#example' },
	{ from: 'router', path: '()', see: 'https://github.com/pillarjs/router#api' },
	{ from: 'elysia', path: 'new {Elysia,default}', see: 'https://elysiajs.com/essential/route' },
	{ from: 'elysia', path: 'new ', see: 'https://elysiajs.com/essential/route' },
	{ from: 'itty-router', path: '{Router,AutoRouter,IttyRouter}()', see: 'https://itty.dev/itty-router/' },
];

/** Apps whose routes classes declare, as paths of packages: the last call is handed the module, or what one consists of. */
export const declaredApps: readonly PackagePath[] = [
	{ from: '@nestjs/testing', path: 'Test.createTestingModule()', see: 'https://docs.nestjs.com/fundamentals/testing#end-to-end-testing' },
	{ from: '@nestjs/core', path: 'NestFactory.create()', see: 'https://docs.nestjs.com/first-steps' },
];

/**
 * By which decorators classes declare routes, what modules consist of, the statuses that are standard for a method, and what decorates routes whose
 * answers are changed on the way: https://docs.nestjs.com/controllers
 */
export const routeDeclarations = {
	from: '@nestjs/common',
	module: 'Module',
	parts: { controllers: 'controllers', imports: 'imports', module: 'module' },
	controller: 'Controller',
	path: 'path',
	verbs: new Map([
		['Get', 'get'],
		['Post', 'post'],
		['Put', 'put'],
		['Patch', 'patch'],
		['Delete', 'delete'],
		['All', 'all'],
	]),
	status: 'HttpCode',
	standards: new Map([['post', 201]]),
	changing: 'UseInterceptors',
} as const;

/** The method of an app below whose argument all its routes are: https://docs.nestjs.com/faq/global-prefix */
export const globalPrefix = 'setGlobalPrefix';

/** What hands requests on to an app that it is given first. */
export const servers: readonly (PackagePath & { readonly from: string })[] = [
	{ from: 'node:http', path: 'createServer()', see: 'https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener' },
];

/** How an app in the test's own process is asked: the app is the first argument of the path's first call, or what the method is called on. */
export const appClients: readonly (PackagePath & { readonly from: string })[] = [
	{ from: 'supertest', path: '()', see: 'https://github.com/forwardemail/supertest#example' },
	{ from: 'supertest', path: 'agent()', see: 'https://github.com/forwardemail/supertest#example' },
	{ from: 'supertest', path: 'new agent', see: 'https://github.com/forwardemail/supertest#example' },
	{ from: 'supertest-as-promised', path: '()', see: 'https://github.com/WhoopInc/supertest-as-promised#usage' },
	{ from: 'chai', path: 'request()', see: 'https://www.chaijs.com/plugins/chai-http/' },
	{ from: 'chai-http', path: 'request.execute()', see: 'https://www.chaijs.com/plugins/chai-http/' },
	{ from: 'chai', path: 'use().request.execute()', see: 'https://www.chaijs.com/plugins/chai-http/' },
];

/** Methods of an app that make a request of their own: `app.inject({ method: 'GET', url: '/' })`, `app.request('/')`. */
export const injecting: ReadonlySet<string> = new Set(['inject', 'request', 'fetch', 'handle']);

/** The class whose instance such a method may be handed: https://developer.mozilla.org/docs/Web/API/Request */
export const requestMaker = 'Request';

/** The one of them that is a method of nothing else: clients have a `request`, too. */
export const injectsAlone = 'inject';

/** Methods of apps and of clients that are named for those of HTTP. */
export const verbs: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'all']);

/** Methods of apps that hand a path on to a part of the app, or to what adds routes to it. */
export const mounting: ReadonlySet<string> = new Set(['use', 'register', 'route']);

/** Methods by which a handler answers, on its way through those that set the status and headers. */
export const answering: ReadonlySet<string> = new Set(['json', 'send', 'jsonp', 'text', 'html', 'body', 'end', 'response']);

/** Names of what holds the content of an answer. */
export const contents: ReadonlySet<string> = new Set(['body', 'json', 'text', 'payload', 'result']);

/** The property of a context that is the answer: `ctx.body = users` (Koa). */
export const answerProperty = 'body';

/** What a route that is written as an object says (Fastify, hapi), which a request of `inject` names in the same way; and where the path stands below which a plugin's routes are. */
export const routeFields = {
	method: 'method',
	url: 'url',
	paths: [['url'], ['path']],
	handlers: [['handler'], ['options', 'handler'], ['config', 'handler']],
	prefix: 'prefix',
} as const;

/** The method that gives what further verbs are called on: `app.route('/users').get(…)`. */
export const routeMaker = 'route';

/** Methods of a request that say what it sends: https://forwardemail.github.io/superagent/#post--put-requests */
export const sending: ReadonlySet<string> = new Set(['send']);

/** Options of `inject` that say what the request sends: https://github.com/fastify/light-my-request#api */
export const payloads: readonly string[] = ['payload', 'body'];

/** Where a handler finds what a request sends: `req.body` (Express, Fastify), `ctx.request.body` (Koa). */
export const requestFields = { request: 'request', body: 'body' } as const;

/** Names of what holds the status of an answer. */
export const statuses: ReadonlySet<string> = new Set(['status', 'statusCode']);

/** Names of what says whether the status of an answer is one of success: https://developer.mozilla.org/docs/Web/API/Response/ok */
export const successes: ReadonlySet<string> = new Set(['ok']);

/**
 * Methods by which a handler sets the status on its way to answering (https://expressjs.com/en/4x/api.html#res.status), those that are handed it behind the
 * content (https://hono.dev/docs/api/context), the one that answers with nothing else, and those that have one of their own.
 */
export const statusSetters = {
	before: new Set(['status', 'code']),
	behind: new Set(['json', 'text', 'html', 'body']),
	alone: 'sendStatus',
	own: new Map([
		['redirect', 302],
		['notFound', 404],
	]),
	standard: 200,
	failing: 400,
} as const;

/** What a handler makes and returns as its answer, content first: https://developer.mozilla.org/docs/Web/API/Response */
export const responses = { name: 'Response', maker: 'json' } as const;
