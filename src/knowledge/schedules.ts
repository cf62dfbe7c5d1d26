import type { FrameworkName } from './frameworks/row.ts';

/** Modules of Node, and globals beside the classes of the language, whose functions start nothing that goes on when they are over. */
export const calm: ReadonlySet<string> = new Set(['node:path', 'node:url', 'node:util', 'node:os', 'node:assert', 'node:crypto', 'console', 'process', 'performance', 'structuredClone', 'parseInt', 'parseFloat']);

/** Packages that start programs of their own. */
export const childPackages = ['node:child_process', 'cross-spawn'] as const;

/** Packages whose callbacks never run before the call is over, and whose events come from outside the test's own code. */
export const outside: ReadonlySet<string> = new Set([
	...childPackages, 'node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram', 'node:fs', 'node:worker_threads', 'node:zlib', 'node:dns', 'express', 'koa', 'electron', 'electron/main',
	'ws', 'isomorphic-ws', 'reconnecting-websocket', 'eventsource', 'socket.io-client', 'chokidar', 'mqtt', 'bullmq', 'request', 'superagent', 'supertest',
	'graceful-fs', 'fs-extra', 'node:crypto', 'node:readline', 'sqlite3', 'mysql', 'mysql2', 'pg', 'mongoose', 'nedb', '@seald-io/nedb', 'bcrypt', 'bcryptjs', 'needle', 'amqplib/callback_api', 'ioredis',
]);

/** Those that send a request when `end()` is called on it, and hand the answer to its callback (https://github.com/forwardemail/supertest#api). */
export const requestPackages: ReadonlySet<string> = new Set(['superagent', 'supertest', 'supertest-as-promised', 'chai-http']);

/** Functions that take one for whoever asks later: those of servers and watchers, not of connections, and of the packages whose every function but `listen` does. */
export const handling = /^(?:create(?!Connection)|watch|handle)\w*$/;
export const routers: ReadonlySet<string> = new Set(['express', 'koa']);

/** The same, where it is not known what has the name: one that is handed what is done with a thing that it makes may be called `create` alone. */
export const makingHandlers = /^(?:create[A-Z]|watch|handle)/;

/** Names of functions that are awaited out of habit, or give a promise in some calls only. */
export const awaitedNeedlessly = /(?:^|\.)(?:act|add\w*|append|assert\w*|call|change|clear\w*|click|dispatch|emit|end|equal|expect|fail|fire\w*|get\w*|is|locator|frameLocator|log|mock\w*|mount|next|ok|on|once|parse|pass|plan|push|register|remove\w*|render\w*|replace|rerender|reset|restore\w*|send|set\w*|spy\w*|stub|subscribe|then|catch|finally|throws?|tick|trigger|type|unmount|unsubscribe|use\w*|write)$/i;

/** Names of methods that are long enough to be those of one kind of thing, whatever it is called: `updateSettings`. */
export const ownNames = /^(?=.{10,}$)[a-z]+[A-Z][a-z]+/;

/** Modules of Node and packages whose functions are known to be over when they return. */
export const overOnReturn = /^node:|^@testing-library\/|^(?:react|vue|preact|svelte|solid-js|enzyme|chai|sinon|jest|vitest|mocha|tap|tape|ava|qunit|jasmine|uvu|lodash|nock|msw)(?:$|[/-])|^@jest\/|^@vue\/|^@angular\/|^@ngneat\//;

/** Packages whose queries are promises that begin when somebody waits for them (https://www.prisma.io/docs/orm/prisma-client/queries, https://knexjs.org/guide/interfaces.html#then). */
export const lazyPackages = /^(?:@(?:prisma|zenstackhq)\/.*|drizzle-orm(?:\/.*)?|knex|objection)$/;

/** The queries of a model of Prisma's client, and of those that are made like it, and what their only argument holds (https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries). */
export const modelQueries: ReadonlySet<string> = new Set(['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'upsert', 'delete', 'deleteMany', 'findFirst', 'findMany', 'findUnique']);
export const queryParts: ReadonlySet<string> = new Set(['data', 'where']);

/** What a test of Mocha or Jasmine says of itself, and gives back by habit: `return this.skip()` (https://mochajs.org/#inclusive-tests). */
export const ofTestItself: ReadonlySet<string> = new Set(['skip', 'timeout', 'slow', 'retries']);

/** Runners that queue what `then` is handed, and wait for the queue. */
export const queueingRunners: ReadonlySet<FrameworkName> = new Set(['cypress', 'webdriverio', 'nightwatch']);

/** Words of assertion libraries that look at what comes of a promise, or at the promise as such. */
export const unwrapping: ReadonlySet<string> = new Set(['resolves', 'rejects', 'eventually', 'become', 'becomes', 'fulfilled', 'rejected', 'promise', 'poll']);

/** Runners that take it as no error that a test says more than once that it is over. */
export const forgivingRunners: ReadonlySet<FrameworkName> = new Set(['jasmine']);

/** Packages whose promises settle when the test says so, or for which the runner waits. */
export const drivenPromises = /^(?:@?angular(?:-mocks|js)?|@angular\/.*|@?ember(?:-(?!cli-(?:internal|blueprint)-test-helpers).*|\/.*)?|rsvp|jquery|protractor|zone\.js.*)$/;

/** Those that settle only promises of their own (https://docs.angularjs.org/api/ng/service/$q): the language's go on by themselves. */
export const leavesNative = /^(?:angular|angular-mocks|jquery)$/;

/** Globals of frameworks that settle promises when the test says so. */
export const drivenGlobals: ReadonlySet<string> = new Set(['Ember', 'DS', 'Cypress', 'QUnit']);

/** Names of calls by which a test has done what is pending. A name is enough where it only quiets. */
export const drives = /^(?:\$?apply|\$?digest|(?:advance|drain|flush|resolve|respond|run|settle|tick)\w*)$/i;

/** What a parameter is called by which a test or a suite is told that it is over. */
export const endNames = /^(?:done|finish|next|cb|callback|end)$/;

/** The name under which runners hand that over, and which is no global of any of those that hand it over. */
export const undeclaredEnd = 'done';

/** Packages whose helpers are over only when timers, requests and transitions are, whoever began them (https://github.com/emberjs/ember-test-helpers/blob/main/API.md#settled, https://material.angular.dev/cdk/test-harnesses/overview). */
export const settlingPackages: ReadonlySet<string> = new Set(['@ember/test-helpers', '@angular/cdk/testing/testbed']);

/** Globals that run a function later (https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers, https://nodejs.org/api/timers.html). */
export const timerGlobals: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate']);

/** Those that run it again and again. */
export const repeatingTimers: ReadonlySet<string> = new Set(['setInterval']);

/** Jasmine's old way to wait, in the middle of a test (https://jasmine.github.io/1.3/introduction#section-Asynchronous_Support). */
export const queuedWaits: ReadonlySet<string> = new Set(['runs', 'waits', 'waitsFor', 'waitsForPromise']);

/** Functions that call what they are handed several times, beside the methods of lists (ECMAScript, Lodash, async, Faker). */
export const repeating: ReadonlySet<string> = new Set(['from', 'fromAsync', 'times', 'multiple', 'timesLimit', 'timesSeries']);

/** Packages that make what only records how it is called, or holds a promise until it is told. */
export const recorders = /^(?:sinon|jest|vitest|@jest\/globals|p-defer)$/;
