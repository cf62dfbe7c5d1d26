import { describe } from 'vitest';

import rule from '../../rules/no-unsequenced-fixture.ts';
import { casesOf } from '../support/rule-cases.ts';

const standard = casesOf('no-unsequenced-fixture', rule);

/** With what `strict` sets, for most cases are about addresses. */
const strict = { options: { improbable: true } };
const flags: typeof standard.flags = (title, files, given) => { standard.flags(title, files, { ...strict, ...given }); };
const allows: typeof standard.allows = (title, files) => { standard.allows(title, files, strict); };

const prisma = `import { test } from 'vitest';
import { PrismaClient } from '@prisma/client';
import { faker } from '@faker-js/faker';
const prisma = new PrismaClient();
`;

const schema = { 'prisma/schema.prisma': 'model User {\n  id Int @id @default(autoincrement())\n  email String @unique\n  badge String @unique\n  slug String\n}' };

/** A factory of another file that stores what it makes. */
const factory = (email: string, head = ''): Record<string, string> => ({
	'test/factories/user.ts': `import { faker } from '@faker-js/faker';
import { db } from '../../src/db';
${head}
export const buildUser = (attrs = {}) => ({ email: ${email}, ...attrs });
export async function createUser(attrs = {}) {
	return db.user.create({ data: buildUser(attrs) });
}`,
	'src/db.ts': `import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();`,
});

describe('values from a generator', () => {
	flags('faker', `${prisma}test('a', async () => {
	await prisma.user.create({ data: { email: faker.internet.email() } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`user.email\` must be unique (by its name), but this value can come twice (faker.internet.email). Use a sequence or a UUID.
});`);

	flags('a factory in another file', {
		'test/a.test.ts': `import { createUser } from './factories/user';
it('signs in', async () => {
	const user = await createUser();
	                   ~~~~~~~~~~~~ createUser (test/factories/user.ts:6) → buildUser (test/factories/user.ts:4) → faker.internet.email
});`,
		...factory('faker.internet.email()'),
	});

	flags('a factory of records in another file', {
		'test/a.test.ts': `import { buildUser } from './factories/user';
import { db } from '../src/db';
it('signs in', async () => {
	await db.user.createMany({ data: [buildUser(), buildUser()] });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`user.email\` must be unique (by its name), but this value can come twice (buildUser (test/factories/user.ts:4) → Math.random)
});`,
		...factory('`user${Math.floor(Math.random() * 1000)}@example.com`'),
	});

	flags('a hook', {
		'test/a.test.ts': `import { createUser } from './factories/user';
beforeEach(async () => {
	await createUser({ name: 'Ana' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ Date.now
});
it('signs in', () => {});`,
		...factory('`user${Date.now()}@example.com`'),
	});

	flags('a column that the schema declares unique', {
		'a.test.ts': `${prisma}test('a', async () => {
	await prisma.user.create({ data: { badge: faker.string.numeric(4), slug: faker.lorem.slug() } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`user.badge\` must be unique (says the schema), but
});`,
		...schema,
	});

	flags('TypeORM', {
		'a.test.ts': `import { faker } from '@faker-js/faker';
import { source } from './db';
import { User } from './user.entity';
test('a', async () => {
	const user = source.getRepository(User).create({ username: faker.internet.username(), email: faker.internet.email() });
	await source.getRepository(User).save(user);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`User.username\` must be unique (says the schema)
});`,
		'db.ts': `import { DataSource } from 'typeorm';\nexport const source = new DataSource({});`,
		'user.entity.ts': `import { Column, Entity } from 'typeorm';\n@Entity() export class User { @Column() email: string; @Column({ unique: true }) username: string }`,
	});

	flags('MikroORM', `import { MikroORM } from '@mikro-orm/core';
import { faker } from '@faker-js/faker';
const orm = await MikroORM.init({});
test('a', async () => {
	await orm.em.insert('User', { email: faker.internet.email() });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`User.email\`
});`);

	flags('Mongoose', {
		'a.test.ts': `import { faker } from '@faker-js/faker';
import { User } from './user';
test('a', async () => {
	const user = new User({ email: faker.internet.email(), nick: faker.internet.username() });
	await user.save();
	      ~~~~~~~~~~~ \`User.nick\` must be unique (says the schema)
});`,
		'user.ts': `import mongoose from 'mongoose';\nexport const User = mongoose.model('User', new mongoose.Schema({ email: String, nick: { type: String, unique: true } }));`,
	});

	flags('Sequelize', {
		'a.test.js': `const { User } = require('./user');
test('a', async () => {
	await User.create({ email: 'user' + Date.now() + '@example.com' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`User.email\` must be unique (says the schema)
});`,
		'user.js': `const { DataTypes, Sequelize } = require('sequelize');\nconst sequelize = new Sequelize('postgres://localhost/test');\nexports.User = sequelize.define('User', { email: { type: DataTypes.STRING, unique: true } });`,
	});

	flags('Drizzle', {
		'a.test.ts': `import { faker } from '@faker-js/faker';
import { db } from './db';
import { users } from './schema';
test('a', async () => {
	await db.insert(users).values([{ email: faker.internet.email() }, { email: 'a@example.com' }]);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`users.email\` must be unique (says the schema)
});`,
		'db.ts': `import { drizzle } from 'drizzle-orm/node-postgres';\nexport const db = drizzle(process.env.DATABASE_URL);`,
		'schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { email: text().unique() });`,
	});

	flags('Knex', {
		'a.test.ts': `import { db } from './db';
test('a', async () => {
	await db('users').insert({ tag: Math.random() });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`users.tag\` must be unique (says the schema)
});`,
		'db.ts': `import knex from 'knex';\nexport const db = knex({ client: 'pg' });`,
		'migrations/1.js': `exports.up = knex => knex.schema.createTable('users', table => { table.float('tag').unique(); });`,
	});

	flags('Kysely', `import { Kysely } from 'kysely';
import { faker } from '@faker-js/faker';
const db = new Kysely({});
test('a', async () => {
	await db.insertInto('users').values({ username: faker.internet.username() }).execute();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`users.username\`
});`);

	flags('Objection', {
		'a.test.ts': `import { faker } from '@faker-js/faker';
import { User } from './user';
test('a', async () => {
	await User.query().insert({ email: faker.internet.email() });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`User.email\`
});`,
		'user.ts': `import { Model } from 'objection';\nexport class User extends Model { static tableName = 'users' }`,
	});

	flags('MongoDB', `import { MongoClient } from 'mongodb';
const users = new MongoClient(process.env.MONGO_URL).db().collection('users');
test('a', async () => {
	await users.insertMany([{ email: \`a\${Date.now()}@example.com\` }, { email: \`b\${Date.now()}@example.com\` }]);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`users.email\`
});`);

	flags('SQL', `import pg from 'pg';
import { faker } from '@faker-js/faker';
const pool = new pg.Pool();
test('a', async () => {
	await pool.query('INSERT INTO users (name, email) VALUES ($1, $2)', ['Ana', faker.internet.email()]);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`users.email\`
});`);

	flags('a generator among constants', `${prisma}const domain = 'example.com';
test('a', async () => {
	const email = \`\${faker.person.firstName()}.\${faker.person.lastName()}@\${domain}\`.toLowerCase();
	await prisma.user.create({ data: { email } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ faker.person.firstName
});`);

	flags('the second call of a factory whose first is given a value', {
		'test/a.test.ts': `import { createUser } from './factories/user';
it('signs in', async () => {
	await createUser({ email: 'ana@example.com' });
	await createUser();
	      ~~~~~~~~~~~~
});`,
		...factory('faker.internet.email()'),
	});
});

describe('values that come twice only improbably', () => {
	const head = `${prisma}import { Chance } from 'chance';\nconst chance = new Chance();\n`;
	const stores = (value: string): string => `${head}test('a', async () => { await prisma.user.create({ data: { username: ${value} } }); });`;
	/** The same, with its mark. */
	const stored = (value: string): string => `${head}test('a', async () => {
	await prisma.user.create({ data: { username: ${value} } });
	      ${'~'.repeat(`prisma.user.create({ data: { username: ${value} } })`.length)} \`user.username\`
});`;
	const places: readonly (readonly [string, string])[] = [
		['addresses', 'faker.internet.email().toLowerCase()'],
		['addresses at a host', `faker.internet.email({ provider: 'example.com' })`],
		['domains', 'faker.internet.domainName()'],
		['telephone numbers', 'faker.phone.number()'],
		['sentences', 'faker.lorem.sentence()'],
		['addresses of chance', 'chance.email()'],
		['first and last names together', '`${faker.person.firstName()} ${faker.person.lastName()}`'],
		['a name and a number', '`${faker.person.firstName()}${Math.floor(Math.random() * 10_000)}`'],
		['many digits', 'faker.string.numeric(9)'],
		['all of a random number', 'Math.random().toString(36).slice(2)'],
		['a random number up to a million', '`user${Math.floor(Math.random() * 1_000_000)}`'],
	];
	for (const [title, value] of places) standard.allows(title, stores(value));
	for (const [title, value] of places) flags(`${title}, where that is asked for`, stored(value));
	standard.allows('in a factory of another file', { 'test/a.test.ts': `import { createUser } from './factories/user';\nit('signs in', async () => { await createUser(); });`, ...factory('faker.internet.email()') });

	const likely: readonly (readonly [string, string])[] = [
		['first names', 'faker.person.firstName()'],
		['an address of a first name', '`${faker.person.firstName()}@example.com`.toLowerCase()'],
		['an address for a name', `faker.internet.email({ firstName: 'Ana', lastName: 'Smith' })`],
		['few digits', 'faker.string.numeric(4)'],
		['a random number up to a thousand', '`user${Math.floor(Math.random() * 1000)}`'],
		['some letters of a random number', 'Math.random().toString(36).slice(2, 5)'],
		['the clock', '`user${Date.now()}`'],
		['companies', 'faker.company.name()'],
	];
	for (const [title, value] of likely) standard.flags(`but not ${title}`, stored(value));
});

describe('values that tell records apart', () => {
	allows('a sequence', { 'test/a.test.ts': `import { createUser } from './factories/user';\nit('signs in', async () => { await createUser(); });`, ...factory('`user-${++n}@example.com`', 'let n = 0;') });
	allows('a sequence behind the clock', { 'test/a.test.ts': `import { createUser } from './factories/user';\nit('signs in', async () => { await createUser(); });`, ...factory('`user-${Date.now()}-${next()}@example.com`', 'let n = 0;\nconst next = () => n++;') });
	allows('a sequence in another file', { 'test/a.test.ts': `import { createUser } from './factories/user';\nit('signs in', async () => { await createUser(); });`, 'test/factories/sequence.ts': 'let count = 0;\nexport function sequence(prefix) { count += 1; return `${prefix}${count}-${Date.now()}`; }', ...factory(`sequence('user')`, `import { sequence } from './sequence';`) });
	allows('a UUID', `${prisma}test('a', async () => { await prisma.user.create({ data: { email: \`\${crypto.randomUUID()}@example.com\` } }); });`);
	allows('a UUID of a package', `${prisma}import { v4 } from 'uuid';\ntest('a', async () => { await prisma.user.create({ data: { email: faker.internet.email({ firstName: v4() }), username: v4() } }); });`);
	allows("faker's UUID", `${prisma}test('a', async () => { await prisma.user.create({ data: { id: faker.string.uuid() } }); });`);
	allows("a worker's id", `${prisma}test('a', async () => { await prisma.user.create({ data: { email: \`w\${process.env.VITEST_POOL_ID}-\${Date.now()}@example.com\` } }); });`);
	allows("a test's id", `import { test } from '@playwright/test';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\ntest('a', async ({}, info) => { await prisma.user.create({ data: { email: \`\${info.testId}-\${Date.now()}@example.com\` } }); });`);
	allows('an index', `${prisma}test('a', async () => { await prisma.user.createMany({ data: Array.from({ length: 3 }, (_, index) => ({ email: \`u\${index}-\${Date.now()}@example.com\` })) }); });`);
	allows('a part that nobody can see', `${prisma}import { unique } from './gone';\ntest('a', async () => { await prisma.user.create({ data: { email: \`\${unique()}-\${Date.now()}@example.com\` } }); });`);
	allows('fixed values in tests one after another', `${prisma}test('a', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); });\ntest('b', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); });`);
});

describe('values that are not stored under a unique key', () => {
	allows('never stored', `${prisma}test('a', () => { const user = { email: faker.internet.email() }; send(user); });`);
	allows('in other columns', `${prisma}test('a', async () => { await prisma.user.create({ data: { name: faker.person.fullName(), createdAt: new Date() } }); });`);
	allows('in columns that the schema does not declare unique', { 'a.test.ts': `${prisma}test('a', async () => { await prisma.user.create({ data: { slug: faker.lorem.slug(), email: 'a@example.com' } }); });`, ...schema });
	allows('in a key of several columns', { 'a.test.ts': `${prisma}test('a', async () => { await prisma.user.create({ data: { slug: faker.lorem.slug() } }); });`, 'prisma/schema.prisma': 'model User {\n  id Int @id\n  team Int\n  slug String\n  @@unique([team, slug])\n}' });
	allows('overridden', { 'test/a.test.ts': `import { createUser } from './factories/user';\nit('signs in', async () => { await createUser({ email: 'ana@example.com' }); });`, ...factory('faker.internet.email()') });
	allows('in an upsert', `${prisma}test('a', async () => { await prisma.user.upsert({ where: { id: 1 }, update: {}, create: { email: faker.internet.email() } }); });`);
	allows('where duplicates are passed over', `${prisma}import knex from 'knex';\nconst db = knex({});\ntest('a', async () => { await prisma.user.createMany({ data: [{ email: faker.internet.email() }], skipDuplicates: true }); await db('users').insert({ email: faker.internet.email() }).onConflict('email').ignore(); });`);
	allows('in an object of the same name', `import { faker } from '@faker-js/faker';\nconst prisma = { user: { create: async () => {} } };\ntest('a', async () => { await prisma.user.create({ data: { email: faker.internet.email() } }); });`);
	allows('in a mocked module', { 'test/a.test.ts': `import { vi, it } from 'vitest';\nimport { createUser } from './factories/user';\nvi.mock('./factories/user');\nit('signs in', async () => { await createUser(); });`, ...factory('faker.internet.email()') });
	allows('by the code that makes the schema', { 'a.test.ts': `${prisma}test('a', async () => { await prisma.gone.create(); });`, ...schema });
});

describe('generators under control', () => {
	allows('seeded', `${prisma}import { beforeEach } from 'vitest';\nbeforeEach(() => { faker.seed(1); });\ntest('a', async () => { await prisma.user.create({ data: { email: faker.internet.email() } }); });`);
	allows('stubbed', `${prisma}import { vi } from 'vitest';\ntest('a', async () => { vi.spyOn(Math, 'random').mockReturnValue(0.5); await prisma.user.create({ data: { email: \`\${Math.random()}@example.com\` } }); });`);
	allows('frozen', `${prisma}import { vi } from 'vitest';\ntest('a', async () => { vi.useFakeTimers(); await prisma.user.create({ data: { email: \`\${Date.now()}@example.com\` } }); });`);
});

describe('one record in a table that is emptied around each test', () => {
	const one = `import { createUser } from './factories/user';\nimport { db } from '../src/db';\n`;
	const stores = `it('signs in', async () => { await createUser(); });`;
	const made = factory('faker.internet.email()');

	allows('by a hook', { 'test/a.test.ts': `${one}afterEach(async () => { await db.user.deleteMany(); });\n${stores}`, ...made });
	allows('by SQL', { 'test/a.test.ts': `${one}beforeEach(async () => { await db.$executeRawUnsafe('TRUNCATE users'); });\n${stores}`, ...made });
	allows('by a function of the project', { 'test/a.test.ts': `${one}import { setup } from './setup';\nsetup();\n${stores}`, 'test/setup.ts': `import mongoose from 'mongoose';\nexport const setup = () => { beforeEach(async () => { await Promise.all(Object.values(mongoose.connection.collections).map(async each => each.deleteMany())); }); };`, ...made });
	allows('by a function that nobody can see', { 'test/a.test.ts': `${one}import { resetDatabase } from 'my-database';\nbeforeEach(() => resetDatabase());\n${stores}`, ...made });
	allows('by a setup file', { 'test/a.test.ts': `${one}${stores}`, 'jest.config.json': '{"setupFilesAfterEach":[],"setupFilesAfterEnv":["<rootDir>/test/setup.ts"]}', 'package.json': '{"devDependencies":{"jest":"29"}}', 'test/setup.ts': `import { db } from '../src/db';\nafterEach(async () => { await db.user.deleteMany(); });`, ...made });
	allows('where each test has a database of its own', `import knex from 'knex';
import { faker } from '@faker-js/faker';
let db;
beforeEach(() => { db = knex({ client: 'better-sqlite3', connection: ':memory:' }); });
it('signs in', async () => { await db('users').insert({ email: faker.internet.email() }); });`);
	allows('and one value stored by several tests', `import { faker } from '@faker-js/faker';
import { model, Schema } from 'mongoose';
const User = model('User', new Schema({ email: { type: String, unique: true } }));
const ana = { email: faker.internet.email() };
beforeEach(async () => { await User.deleteMany({}); });
it('a', async () => { await User.insertMany([ana]); });
it('b', async () => { await User.insertMany([ana]); });`);

	flags('but not two', {
		'test/a.test.ts': `${one}afterEach(async () => { await db.user.deleteMany(); });
it('signs in', async () => {
	await createUser();
	      ~~~~~~~~~~~~
	await createUser();
	      ~~~~~~~~~~~~
});`,
		...made,
	});
	flags('but not one beside a hook’s', {
		'test/a.test.ts': `${one}beforeEach(async () => {
	await db.user.deleteMany();
	await createUser();
	      ~~~~~~~~~~~~
});
it('signs in', async () => {
	await createUser();
	      ~~~~~~~~~~~~
});`,
		...made,
	});
	flags('but not in a loop', {
		'test/a.test.ts': `${one}afterEach(async () => { await db.user.deleteMany(); });
it('signs in', async () => {
	for (const name of ['a', 'b']) await createUser({ name });
	                                     ~~~~~~~~~~~~~~~~~~~~
});`,
		...made,
	});
	flags('but not for each of a list', {
		'test/a.test.ts': `${one}import { buildUser } from './factories/user';
afterEach(async () => { await db.user.deleteMany(); });
it('signs in', async () => {
	await db.user.createMany({ data: Array.from({ length: 9 }, () => buildUser()) });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		...made,
	});
});

describe('fixed values in tests that run at once', () => {
	flags('in one suite', `${prisma}test.concurrent('a', async () => {
	await prisma.user.create({ data: { email: 'a@example.com' } });
});
test.concurrent('b', async () => {
	await prisma.user.create({ data: { email: 'a@example.com' } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`user.email\` must be unique (by its name), but "a" stores \`a@example.com\` too, at the same time: \`test.concurrent\`. Give
});`);

	flags('through a factory in another file', {
		'test/a.test.ts': `import { test } from 'vitest';
import { createUser } from './factories/user';
test.concurrent('a', async () => {
	await createUser();
});
test.concurrent('b', async () => {
	await createUser();
	      ~~~~~~~~~~~~ "a" stores \`ana@example.com\` too
});`,
		...factory(`'ana@example.com'`),
	});

	flags('in a hook around each of them', `${prisma}import { beforeEach } from 'vitest';
beforeEach(async () => {
	await prisma.user.create({ data: { email: 'a@example.com' } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "a" stores
});
test.concurrent('a', async () => {});
test.concurrent('b', async () => {});`);

	flags('in each run of one test', `${prisma}test.concurrent.each([1, 2])('a %s', async () => {
	await prisma.user.create({ data: { email: 'a@example.com' } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ each run of this test stores
});`);

	flags('in AVA', `import test from 'ava';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('a', async t => {
	await prisma.coin.create({ data: { symbol: 'BTC' } });
});
test('b', async t => {
	await prisma.coin.create({ data: { symbol: 'BTC' } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "a" stores \`BTC\` too
});`);

	flags('in processes of their own', {
		'a.spec.ts': `import { test } from '@playwright/test';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test.describe.configure({ mode: 'parallel' });
test('a', async () => {
	await prisma.user.create({ data: { email: 'a@example.com' } });
});
test('b', async () => {
	await prisma.user.create({ data: { email: 'a@example.com' } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "a" stores
});`,
	});

	allows('of other tables', `${prisma}test.concurrent('a', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); });\ntest.concurrent('b', async () => { await prisma.admin.create({ data: { email: 'a@example.com' } }); });`);
	allows('that differ', `${prisma}test.concurrent('a', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); });\ntest.concurrent('b', async () => { await prisma.user.create({ data: { email: 'b@example.com' } }); });`);
	allows('in one serial test', `${prisma}test.concurrent('a', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); });\ntest('b', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); });`);
	allows('in suites that run one after another', `${prisma}import { describe } from 'vitest';\ndescribe('x', () => { test.concurrent('a', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); }); });\ndescribe('y', () => { test.concurrent('b', async () => { await prisma.user.create({ data: { email: 'a@example.com' } }); }); });`);
	allows('in a database of each test', `import { test } from 'vitest';\nimport knex from 'knex';\nconst open = () => knex({ client: 'better-sqlite3', connection: { filename: ':memory:' } });\ntest.concurrent('a', async () => { const db = open(); await db('users').insert({ email: 'a@example.com' }); });\ntest.concurrent('b', async () => { const db = open(); await db('users').insert({ email: 'a@example.com' }); });`);
	allows('in a transaction of each test', `${prisma}test.concurrent('a', async () => { await rollback(async tx => { await tx.user.create({ data: { email: 'a@example.com' } }); }); });\ntest.concurrent('b', async () => { await rollback(async tx => { await tx.user.create({ data: { email: 'a@example.com' } }); }); });\nasync function rollback(run) { await prisma.$transaction(async tx => { await run(tx); throw new Error('rollback'); }).catch(() => {}); }`);
	allows('that a row of the table gives', `${prisma}test.concurrent.each(['a@x.com', 'b@x.com'])('%s', async email => { await prisma.user.create({ data: { email } }); });`);
	allows('that are upserted', `${prisma}test.concurrent('a', async () => { await prisma.user.upsert({ where: { email: 'a' }, update: {}, create: { email: 'a' } }); });\ntest.concurrent('b', async () => { await prisma.user.upsert({ where: { email: 'a' }, update: {}, create: { email: 'a' } }); });`);
});

describe('mends', () => {
	const uuid = 'Put a UUID into the value.';

	flags('an address', `${prisma}test('a', async () => {
	await prisma.user.create({ data: { email: faker.internet.email() } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`, { mends: { [uuid]: `import { test } from 'vitest';
import { PrismaClient } from '@prisma/client';
import { faker } from '@faker-js/faker';
import { randomUUID } from 'node:crypto';
const prisma = new PrismaClient();
test('a', async () => {
	await prisma.user.create({ data: { email: \`\${randomUUID()}@example.com\` } });
});` } });

	flags('a part of a template', `import { randomUUID as id } from 'crypto';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('a', async () => {
	const email = \`user-\${Math.random().toString(36).slice(2)}@example.com\`;
	await prisma.user.create({ data: { email } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`, { mends: { [uuid]: `import { randomUUID as id } from 'crypto';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('a', async () => {
	const email = \`user-\${id()}@example.com\`;
	await prisma.user.create({ data: { email } });
});` } });

	flags('an addend, in CommonJS', `'use strict';
// Users
const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();
test('a', async () => {
	await prisma.user.create({ data: { email: 'user' + (Date.now() % 1000) + '@example.com' } });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`, { mends: { [uuid]: `'use strict';
// Users
const { randomUUID } = require('node:crypto');
const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();
test('a', async () => {
	await prisma.user.create({ data: { email: 'user' + (randomUUID()) + '@example.com' } });
});` } });
});

describe('names that differ by the time alone', () => {
	const together = casesOf('no-unsequenced-fixture', rule, { projectIndex: true });
	const config = { 'package.json': '{ "devDependencies": { "vitest": "^2.0.0" } }' };
	/** A file that makes a name and hands it over. */
	const file = (name: string, use = 'await rent(shelf);'): string => `import { beforeEach, expect, test } from 'vitest';
import { rent } from 'shop';
let shelf;
beforeEach(async () => {
	shelf = ${name};
	${use}
});
test('a', () => { expect(shelf).toBeTruthy(); });`;
	const flagged = (name: string, text: string, use?: string): string => file(name, use).replace(`shelf = ${name};\n`, `shelf = ${name};\n\t        ${'~'.repeat(name.length)} \`${text}\` differs by the time alone, and test/b.test.js:5 makes its own in the same way\n`);
	const on = { options: { timed: true } };

	together.flags('and that two files make', { 'test/a.test.js': flagged(`'user_' + Date.now()`, 'user_*'), 'test/b.test.js': file('`user_${Date.now()}`'), ...config }, on);
	together.flags('in an object, with more behind it', {
		'test/a.test.js': flagged('{ email: `ann-${new Date().getTime()}@example.com` }', 'ann-*@example.com').replace(/~+/, `         ${'~'.repeat(41)}`),
		'test/b.test.js': file('{ email: `ann-${new Date().getTime()}@example.com` }'),
		...config,
	}, on);
	const silent: Readonly<Record<string, readonly [own: string, other: string]>> = {
		'and that no other file makes': [file(`'user_' + Date.now()`), file(`'owner_' + Date.now()`)],
		'with a part that tells more': [file('`user_${Date.now()}_${Math.random()}`'), file('`user_${Date.now()}_${Math.random()}`')],
		'that are handed to nothing that is awaited': [file(`'user_' + Date.now()`, 'print(shelf);'), file(`'user_' + Date.now()`)],
		'that are looked for': [file(`'user_' + Date.now()`, 'await findUser(shelf);'), file(`'user_' + Date.now()`)],
		'that name nothing': [file(`'hello-' + Date.now()`), file(`'hello-' + Date.now()`)],
		'of a clock that the test sets': [file(`'user_' + Date.now()`).replace('shelf =', `vi.setSystemTime(0);\n\tshelf =`).replace('{ before', '{ vi, before'), file(`'user_' + Date.now()`)],
	};
	for (const [title, [own, other]] of Object.entries(silent)) together.allows(title, { 'test/a.test.js': own, 'test/b.test.js': other, ...config }, on);
	together.allows('where the option is off', { 'test/a.test.js': file(`'user_' + Date.now()`), 'test/b.test.js': file(`'user_' + Date.now()`), ...config });
	together.allows('where files run one after the other', { 'test/a.test.js': file(`'user_' + Date.now()`).replaceAll('vitest', 'mocha'), 'test/b.test.js': file(`'user_' + Date.now()`).replaceAll('vitest', 'mocha'), 'package.json': '{ "devDependencies": { "mocha": "^10.0.0" } }' }, on);
});
