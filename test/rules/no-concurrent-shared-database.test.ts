import { describe } from 'vitest';

import rule from '../../rules/no-concurrent-shared-database.ts';
import { casesOf } from '../support/rule-cases.ts';

const { allows, flags } = casesOf('no-concurrent-shared-database', rule);
const together = casesOf('no-concurrent-shared-database', rule, { projectIndex: true });

const client = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;

describe('tests of one file that run at once', () => {
	flags('a hook that empties what the tests store', `import test from 'ava';
${client}test.beforeEach(async () => {
	await prisma.user.deleteMany({});
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~ This empties \`user\` (PrismaClient.user.deleteMany) while "a" stores there: AVA runs the tests of a file at once
});
test('a', async t => {
	await prisma.user.create({ data: { name: 'a' } });
	t.pass();
});
test('b', t => t.pass());`);

	flags('a test that empties all, through a helper', {
		'test/a.test.ts': `import { describe, it } from 'vitest';
import { reset, users } from './db';
describe.concurrent('users', () => {
	it('a', async () => {
		await reset();
		      ~~~~~~~ This empties all tables (reset (test/db.ts:5) → Db.dropDatabase) while "b" stores there
	});
	it('b', async () => {
		await users.insertOne({ name: 'b' });
	});
});`,
		'test/db.ts': `import { MongoClient } from 'mongodb';
const db = new MongoClient(process.env.DB_URL).db('app');
export const users = db.collection('users');
export async function reset() {
	await db.dropDatabase();
}`,
	});

	flags('SQL', `import { Pool } from 'pg';
import { test } from 'vitest';
const pool = new Pool();
test.concurrent('a', async () => {
	await pool.query('TRUNCATE TABLE users');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This empties \`users\`
});
test.concurrent('b', async () => {
	await pool.query('INSERT INTO users (name) VALUES ($1)', ['b']);
});`);

	allows('tests that store into another table', `import test from 'ava';
${client}test.beforeEach(() => prisma.post.deleteMany({}));
test('a', t => prisma.user.create({ data: { name: 'a' } }));
test('b', t => prisma.user.create({ data: { name: 'b' } }));`);

	allows('tests that run one after another', `${client}beforeEach(() => prisma.user.deleteMany({}));
it('a', () => prisma.user.create({ data: { name: 'a' } }));
it('b', () => prisma.user.create({ data: { name: 'b' } }));`);

	allows('what takes away a part, and plain inserts', `import test from 'ava';
${client}test('a', async t => {
	await prisma.user.deleteMany({ where: { name: 'a' } });
	await prisma.user.create({ data: { name: 'a' } });
});
test('b', t => prisma.user.create({ data: { name: 'b' } }));`);

	allows('a hook that runs once', `import test from 'ava';
${client}test.before(() => prisma.user.deleteMany({}));
test('a', t => prisma.user.create({ data: { name: 'a' } }));
test('b', t => prisma.user.create({ data: { name: 'b' } }));`);

	allows('a transaction that the test is handed', `import test from 'ava';
${client}test('a', t => prisma.$transaction(async tx => {
	await tx.user.deleteMany({});
	await tx.user.create({ data: { name: 'a' } });
}));
test('b', t => prisma.$transaction(tx => tx.user.create({ data: { name: 'b' } })));`);

	allows('a database of the test’s own', `import test from 'ava';
import { PrismaClient } from '@prisma/client';
test('a', async t => {
	const prisma = new PrismaClient({ datasourceUrl: t.context.url });
	await prisma.user.deleteMany({});
});
test('b', async t => {
	const prisma = new PrismaClient({ datasourceUrl: t.context.url });
	await prisma.user.create({ data: { name: 'b' } });
});`);
});

const db = { 'test/db.ts': `${client}export { prisma };`, 'package.json': '{ "devDependencies": { "@prisma/client": "6" } }' };
const emptying = (mark = ''): string => `import { beforeEach, it } from 'vitest';
import { prisma } from './db';
beforeEach(async () => {
	await prisma.user.deleteMany();${mark}
});
it('a', () => {});`;
const storing = `import { it } from 'vitest';
import { prisma } from './db';
it('b', async () => {
	await prisma.user.create({ data: { name: 'b' } });
});`;

describe('test files that run at once', () => {
	together.flags('a file that empties what another stores', {
		'test/a.test.ts': emptying(`
	      ~~~~~~~~~~~~~~~~~~~~~~~~ This empties \`user\` (PrismaClient.user.deleteMany) while test/b.test.ts:4 stores there: test files run at once`),
		'test/b.test.ts': storing,
		...db,
	});

	together.flags('a file that empties what another empties as well', {
		'test/a.test.ts': emptying(`
	      ~~~~~~~~~~~~~~~~~~~~~~~~ This empties \`user\` (PrismaClient.user.deleteMany), and test/b.test.ts:4 empties it too: test files run at once, and one takes away`),
		'test/b.test.ts': emptying(),
		...db,
	});

	const flushing = (flush: string): string => `import { createClient } from 'redis';
import { afterEach, it } from 'vitest';
import { visit } from '../src/visits';
const redis = createClient();
afterEach(() => redis.${flush}());${flush === 'flushDb' ? `
                ~~~~~~~~~~~~~~~ test/b.test.ts:5 empties it too` : ''}
it('a', () => visit());`;

	together.flags('a cache that two files flush', { 'test/a.test.ts': flushing('flushDb'), 'test/b.test.ts': flushing('flushAll') });

	together.allows('a file that takes away its own', {
		'test/a.test.ts': emptying(),
		'test/b.test.ts': emptying().replace('deleteMany()', "deleteMany({ where: { team: 'b' } })"),
		...db,
	});

	together.allows('files that run one after another', {
		'test/a.test.ts': emptying(),
		'test/b.test.ts': storing,
		...db,
		'vitest.config.ts': 'export default { test: { fileParallelism: false } };',
	});

	together.allows('a database for each worker', {
		'test/a.test.ts': emptying(),
		'test/b.test.ts': storing,
		...db,
		'test/db.ts': `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient({ datasourceUrl: process.env.DB + process.env.VITEST_POOL_ID });`,
	});

	together.allows('files that store into another table', { 'test/a.test.ts': emptying(), 'test/b.test.ts': storing.replace('user', 'post'), ...db });
	allows('anything, where nobody asks for other files', { 'test/a.test.ts': emptying(), 'test/b.test.ts': storing, ...db });
});

describe('names that two test files use', () => {
	const orm = (name: string, mark = ''): string => `import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, test } from 'vitest';
let orm;
beforeAll(async () => {
	orm = await MikroORM.init({ dbName: ${name} });${mark}
});
test('a', () => {});`;

	together.flags('a database', {
		'test/a.test.ts': orm(`'app_test'`, `
	                                    ~~~~~~~~~~ The database \`app_test\` is also used by test/b.test.ts:5, and test files run at once`),
		'test/b.test.ts': orm(`'app_test'`),
		'package.json': '{}',
	});

	together.flags('a database in an address', {
		'test/a.test.ts': `import mongoose from 'mongoose';
import { beforeAll, test } from 'vitest';
beforeAll(() => mongoose.connect('mongodb://localhost:27017/app-test'));
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The database \`app-test\` is also used by test/b.test.ts:3
test('a', () => {});`,
		'test/b.test.ts': `import mongoose from 'mongoose';
import { beforeAll, test } from 'vitest';
beforeAll(() => mongoose.connect('mongodb://127.0.0.1/app-test'));
test('b', () => {});`,
		'package.json': '{}',
	});

	const queue = (options: string, mark = ''): string => `import { Queue } from 'bullmq';
import { test } from 'vitest';
test('a', async () => {
	const queue = new Queue('mails'${options});${mark}
});`;
	together.flags('a queue', { 'test/a.test.ts': queue('', `
	                        ~~~~~~~ The queue \`mails\` is also used by test/b.test.ts:4`), 'test/b.test.ts': queue(''), 'package.json': '{}' });

	const topic = (behind: string, mark = ''): string => `const Kafka = require('node-rdkafka');
const assert = require('assert');
describe('mails', () => {
	it('are sent', done => {
		const producer = new Kafka.Producer({});
		producer.produce('mails', null, message);${mark}
		${behind}
	});
});`;
	const either = { 'jest.config.js': '', 'package.json': '{ "devDependencies": { "jest": "29", "mocha": "11" } }' };
	together.flags('a topic that the file reads too, where Jest or Mocha may run it', {
		'e2e/a.spec.js': topic("new Kafka.KafkaConsumer({}).subscribe(['mails']);\n\t\t                                       ~~~~~~~ comes to the other", `
		                 ~~~~~~~ The topic \`mails\` is also used by e2e/b.spec.js:6: what one of them leaves there comes to the other, and to the next run.`),
		'e2e/b.spec.js': topic('done();'),
		...either,
	});
	together.allows('a topic that the file only writes to, where Jest or Mocha may run it', { 'e2e/a.spec.js': topic('done();'), 'e2e/b.spec.js': topic('done();'), ...either });
	together.allows('a topic that the file reads too, where Mocha runs it', { 'e2e/a.spec.js': topic("new Kafka.KafkaConsumer({}).subscribe(['mails']);"), 'e2e/b.spec.js': topic('done();'), 'package.json': '{ "devDependencies": { "mocha": "11" } }' });

	together.flags('a database that the time names', {
		'test/a.test.ts': orm('`app_test_${Date.now()}`', `
	                                                ~~~~~~~~~~ \`app_test_*\`, differs by the time alone (Date.now), and test/b.test.ts:5 makes its own in the same way`),
		'test/b.test.ts': orm('`app_test_${Date.now()}`'),
		'package.json': '{}',
	});

	together.flags('a server that is started once for all', {
		'test/a.test.ts': orm(`'app_test'`, `
	                                    ~~~~~~~~~~ The database \`app_test\` is also used by test/b.test.ts:5`),
		'test/b.test.ts': orm(`'app_test'`),
		'package.json': `{ "devDependencies": { "testcontainers": "10" } }`,
		'vitest.config.ts': `export default { test: { globalSetup: './test/global-setup.ts' } };`,
		'test/global-setup.ts': `import { GenericContainer } from 'testcontainers';\nexport const setup = () => new GenericContainer('postgres').start();`,
	});

	together.allows('a database that the time names, in one file', { 'test/a.test.ts': orm('`app_test_${Date.now()}`'), 'test/b.test.ts': orm('`other_${Date.now()}`'), 'package.json': '{}' });
	together.allows('a time beside what nobody else has', { 'test/a.test.ts': orm('`app_${process.pid}_${Date.now()}`'), 'test/b.test.ts': orm('`app_${process.pid}_${Date.now()}`'), 'package.json': '{}' });
	together.allows('names of their own', { 'test/a.test.ts': orm(`'app_a'`), 'test/b.test.ts': orm(`'app_b'`), 'package.json': '{}' });
	together.allows('a prefix that nobody can tell', { 'test/a.test.ts': queue(', { prefix: makePrefix() }'), 'test/b.test.ts': queue(''), 'package.json': '{}' });
	together.allows('a server of their own', {
		'test/a.test.ts': orm(`'app_test', port: container.getPort()`),
		'test/b.test.ts': orm(`'app_test'`),
		'package.json': '{}',
	});
	together.allows('names that are made', { 'test/a.test.ts': orm('`app_${randomUUID()}`'), 'test/b.test.ts': orm(`'app_test'`), 'package.json': '{}' });
	together.allows('databases in memory', { 'test/a.test.ts': orm(`':memory:'`), 'test/b.test.ts': orm(`':memory:'`), 'package.json': '{}' });
	together.allows('files that run one after another', { 'test/a.test.ts': orm(`'app_test'`), 'test/b.test.ts': orm(`'app_test'`), 'package.json': '{}', 'vitest.config.ts': 'export default { test: { fileParallelism: false } };' });
});

describe('kinds of servers', () => {
	const opens = (from: string, options: string, mark = ''): string => `import { MikroORM } from '${from}';
import { MySqlDriver } from '@mikro-orm/mysql';
import { beforeAll, test } from 'vitest';
beforeAll(async () => {
	await MikroORM.init({ dbName: 'app_test'${options} });${mark}
});
test('a', () => {});`;
	together.allows('one name on two of them', { 'test/a.test.ts': opens('@mikro-orm/postgresql', ''), 'test/b.test.ts': opens('@mikro-orm/core', ', driver: MySqlDriver'), 'package.json': '{}' });
	together.flags('one name on two of a kind', {
		'test/a.test.ts': opens('@mikro-orm/mysql', '', `
	                              ~~~~~~~~~~ is also used by test/b.test.ts:5`),
		'test/b.test.ts': opens('@mikro-orm/core', ', driver: MySqlDriver'),
		'package.json': '{}',
	});
});

describe('names in an account that all machines share', () => {
	const cloud = `import { TranslationServiceClient } from '@google-cloud/translate';
import { Storage } from '@google-cloud/storage';
import { DisksClient } from '@google-cloud/compute';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'mocha';
const client = new TranslationServiceClient();
`;

	flags('a resource in an address', `${cloud}const glossaryId = 'my-glossary';
                   ~~~~~~~~~~~~~ \`my-glossary\` is one name for all runs in this account (TranslationServiceClient.createGlossary)
before(async () => {
	const project = await client.getProjectId();
	await client.createGlossary({ glossary: { name: \`projects/\${project}/glossaries/\${glossaryId}\` } });
});
it('translates', () => {});`);

	flags('a bucket, and a disk that is deleted', `${cloud}it('stores', async () => {
	await new Storage().createBucket('my-files');
	                                 ~~~~~~~~~~
});
after(() => new DisksClient().delete({ project: 'p', zone: 'z', disk: 'my-disk' }));
                                                                      ~~~~~~~~~`);

	allows('names that are made', `${cloud}before(() => client.createGlossary({ glossary: { name: 'projects/p/glossaries/' + randomUUID() } }));
it('stores', () => new Storage().createBucket(\`files-\${randomUUID()}\`));`);
	allows('an emulator', `${cloud}it('stores', () => new Storage({ apiEndpoint: 'http://localhost:4443' }).createBucket('my-files'));`);
	allows('a stub', `import sinon from 'sinon';\n${cloud}it('stores', () => new Storage().createBucket('my-files'));`);
	flags('a log that all runs write', {
		'test/a.test.ts': `
import { Logging } from '@google-cloud/logging';
it('counts', async () => { const [entries] = await new Logging().log('mails').getEntries(); });
                                                                     ~~~~~~~ \`mails\` is one name for all runs in this account`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	flags('what other clouds keep', `
import { BlobServiceClient } from '@azure/storage-blob';
import AWS from 'aws-sdk';
import { test } from 'vitest';
test('stores', async () => {
	await new AWS.SQS().createQueue({ QueueName: 'my-queue' }).promise();
	                                             ~~~~~~~~~~
	await BlobServiceClient.fromConnectionString(process.env.STORAGE).createContainer('my-files');
	                                                                                  ~~~~~~~~~~
});`);
	allows('a service that runs beside the tests', `
import { BlobServiceClient } from '@azure/storage-blob';
import { test } from 'vitest';
test('stores', async () => { await BlobServiceClient.fromConnectionString('UseDevelopmentStorage=true').createContainer('my-files'); });`);
	allows('an emulator that a script starts', {
		'test/a.test.ts': `${cloud}it('stores', () => new Storage().createBucket('my-files'));`,
		'package.json': '{ "scripts": { "test": "firebase emulators:exec mocha" } }',
	});
});

describe('queues with a fixed name', () => {
	const queue = (name: string, mark = ''): string => `import { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { test } from 'vitest';
test('a', async () => {
	const queue = new Queue(${name});${mark}
});`;
	flags('one, where the option asks', queue(`'mails'`, `
	                        ~~~~~~~ The queue \`mails\` is one for all runs on this server`), { options: { own: true } });
	allows('one, where nobody asks', queue(`'mails'`));
	flags('topics, and groups of those that read them', {
		'a.test.js': `
const Kafka = require('node-rdkafka');
const topic = 'mails';
              ~~~~~~~ The topic \`mails\`
let consumer;
beforeEach(() => { consumer = new Kafka.KafkaConsumer({ 'group.id': 'mail-tests', 'client.id': 'tests' }, {}); });
                                                                    ~~~~~~~~~~~~ The consumer group \`mail-tests\`
it('a', () => {
	consumer.subscribe([topic]);
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	}, { options: { own: true } });
	allows('a group of a client whose class the file changes', `
import { Kafka } from 'kafkajs';
import { beforeEach, test } from 'vitest';
beforeEach(() => { Kafka.prototype.consumer = function () { return { connect() {} }; }; });
test('a', async () => { await new Kafka({ brokers: [] }).consumer({ groupId: 'mail-tests' }).connect(); });`, { options: { own: true } });
	flags('the group of a client for Kafka', `
import { Kafka } from 'kafkajs';
import { test } from 'vitest';
test('a', async () => {
	await new Kafka({ brokers: [] }).consumer({ groupId: 'mail-tests' }).connect();
	                                                     ~~~~~~~~~~~~ The consumer group \`mail-tests\`
});`, { options: { own: true } });
	allows('one that is made', queue('`mails-${randomUUID()}`'), { options: { own: true } });
});

describe('SQL in the text of tests, over a connection of which nothing is known', () => {
	const beside = (one: string, other: string, before = ''): string => `import { afterAll, beforeAll, describe, test } from 'vitest';
import { connect, query, sql } from './client';
describe.concurrent('tables', () => {
	let shared;
	beforeAll(async () => {
		shared = await connect();
	});
	test('a', async () => {
		${before}
		${one}
	});
	test('b', async () => {
		${before}
		${other}
	});
});`;
	const made = (connection: string, table = 'users'): string => `await ${connection}('CREATE TABLE IF NOT EXISTS ${table} (name TEXT)');`;
	const dropped = (connection: string, table = 'users'): string => `await ${connection}('DROP TABLE IF EXISTS ${table}');`;
	const marked = (statement: string): string => `${statement}\n\t\t      ${'~'.repeat(statement.length - 7)} This empties \`users\``;

	flags('that the suite has', beside(marked(dropped('shared.query')), made('shared.query')));
	flags('with quotes, and among other statements', beside(marked('await shared.execute(\'DROP TABLE IF EXISTS `users`\');'), 'await shared.execute("CREATE TABLE posts (id INT); INSERT INTO `users` VALUES (1)");'));
	flags('that another module has', beside(marked(dropped('query')), made('query')));
	flags('as both do', beside(`${marked(dropped('query'))}\n\t\t${made('query')}`, `${marked(dropped('query'))}\n\t\t${made('query')}`));
	flags('of which all rows are taken', beside(marked(`await shared.run('DELETE FROM users');`), `await shared.run("INSERT INTO users VALUES ('a')");`));

	allows('of which some are', beside(`await shared.run("DELETE FROM users WHERE name = 'b'");`, `await shared.run("INSERT INTO users VALUES ('a')");`));
	allows('of which each has its own', beside(dropped('shared.query'), made('shared.query', 'posts')));
	allows('which each opens', beside(dropped('own.query'), made('own.query'), 'const own = await connect();'));
	allows('which are not the same', beside(dropped('shared.query'), made('query')));
	allows('which only the connection sees', beside(dropped('shared.query'), `await shared.query('CREATE TEMPORARY TABLE users (name TEXT)');`));
	allows('and no statement', beside(`await shared.log('drop table users');`, `await shared.log('users');`));
	allows('one after another', beside(dropped('shared.query'), made('shared.query')).replace('.concurrent', ''));
});

describe('what takes all rows away, by other clients', () => {
	const emptied = (start: string, statement: string, stored: string, what: string): string => `import { beforeEach, describe, it } from 'vitest';
${start}
describe.concurrent('users', () => {
	it('a', async () => {
		await ${statement};
		      ${'~'.repeat(statement.length)} This empties ${what}
	});
	it('b', async () => {
		await ${stored};
	});
});`;
	flags('MySQL', emptied(`import { createPool } from 'mysql2/promise';\nconst pool = createPool('mysql://localhost/test');`, `pool.query('TRUNCATE TABLE users')`, `pool.query('INSERT INTO users SET ?', [{ name: 'b' }])`, '`users`'));
	flags('Knex, by SQL', emptied(`import knex from 'knex';\nconst db = knex({ client: 'pg' });`, `db.raw('TRUNCATE TABLE users RESTART IDENTITY CASCADE')`, `db('users').insert({ name: 'b' })`, '`users`'));
	flags('Kysely', emptied(`import { Kysely } from 'kysely';\nconst db = new Kysely({});`, `db.deleteFrom('users').execute()`, `db.insertInto('users').values({ name: 'b' }).execute()`, '`users`'));
	flags('MongoDB, as a whole', emptied(`import { MongoClient } from 'mongodb';\nconst users = new MongoClient(process.env.DB_URL).db('app').collection('users');`, `users.drop()`, `users.insertOne({ name: 'b' })`, '`users`'));
});
