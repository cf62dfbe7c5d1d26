/** Packages that answer requests of tests over a connection; others have rows of what they send and store. */
export const requestClients: ReadonlySet<string> = new Set(['supertest', 'chai-http', 'superagent', 'axios', 'got', 'undici', 'node-fetch', 'ky']);

/** What gives one connection of a database, which answers in the order in which it was asked. */
export const singleConnections: ReadonlySet<string> = new Set(['Client', 'createClient', 'createConnection', 'getConnection', 'connect', 'reserve']);

/** Globals that drive a browser. */
export const browserDrivers: ReadonlySet<string> = new Set(['browser', 'driver']);

/** Events of a page that are over when it is loaded. */
export const loadingEvents: ReadonlySet<string> = new Set(['load', 'domcontentloaded', 'framenavigated', 'frameattached', 'request', 'response']);

/** Globals that a runner or a loader gives, and whose functions are no part of the language. */
export const givenGlobals: ReadonlySet<string> = new Set([...browserDrivers, 'page', 'require', '$', '$$']);

/** Programs that connect to the port that they are told. */
export const clientPrograms = /(?:^|[\s/])(?:psql|pg_\w+|createdb|dropdb|mysql\w*|redis-cli|mongo|mongosh|mongo(?:dump|restore|import)|curl|nc|wait-on|kill-port|ssh|scp|cypress|nightwatch)(?:\s|$)/;
