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

/** Settings that are ports. */
export const portOption = /(?:^p|P|_p)ort$/;

/** Those of what the program connects to, or opens only for whoever looks for faults in it. */
export const clientPorts = /^(?:db|database|postgres|pg|mysql|maria|mongo|redis|kafka|rabbit|amqp|elastic|smtp|imap|mail|ldap|proxy|remote|target|upstream|client|peer|dest|debug|inspect)/i;
