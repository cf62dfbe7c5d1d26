import { describe, expect, test } from 'vitest';

import { uniqueDeclarations } from '../../src/knowledge/unique-columns.ts';
import { decoratedColumns } from '../../src/effects/stores/class-declarations.ts';
import { callDeclarations } from '../../src/effects/stores/column-declarations.ts';
import { analyse } from '../support/analysis.ts';
import type { Files } from '../support/memory-project.ts';

describe('a declaration makes its columns unique', () => {
	test.each(uniqueDeclarations.map(declaration => [`${[declaration.from].flat()[0] ?? ''}: ${'path' in declaration ? declaration.path : declaration.decorator}`, declaration] as const))('%s', (_, { example, columns }) => {
		const { module, provenance, rows } = analyse({ 'schema.ts': example });
		const classes = module.facts.classes.flatMap((__, fact) => decoratedColumns({ provenance, rows }, { module, fact }).columns);
		const calls = callDeclarations({ provenance, rows }, module).flatMap(each => each.columns);
		expect([...new Set([...classes, ...calls])]).toEqual(columns);
	});
});

/** The unique keys that the function `run` stores. */
function keys(files: Files): string[] {
	const { effects, function: named } = analyse(files);
	return effects.storesIn(named('run')).map(({ table, key, why }) => `${table ?? '?'}.${key} (${why})`);
}

const record = `{ id: 1, email: 'a', slug: 'b', badge: 'c', name: 'd' }`;
const client = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nasync function run() { await prisma.user.create({ data: ${record} }); }`;
const model = 'model User {\n  id Int @id\n  email String\n  badge String @unique\n}';

describe('a Prisma schema says what is unique', () => {
	test.each<[string, Files]>([
		['in its own place', { 'prisma/schema.prisma': model }],
		['at the top', { 'schema.prisma': model }],
		['where package.json says', { 'package.json': '{"prisma":{"schema":"db/main.prisma"}}', 'db/main.prisma': model }],
		['where its configuration says', { 'prisma.config.ts': `import { defineConfig } from 'prisma/config';\nexport default defineConfig({ schema: 'db/main.prisma' });`, 'db/main.prisma': model }],
		['in several files', { 'prisma/schema/schema.prisma': 'generator client {\n}', 'prisma/schema/user.prisma': model }],
		['in files beside the main one', { 'prisma/schema.prisma': 'generator client {\n}', 'prisma/models/user.prisma': model }],
	])('%s', (_, files) => {
		expect(keys({ 'test/a.test.ts': client, ...files })).toEqual(['user.id (schema)', 'user.badge (schema)']);
	});

	test.each<[string, Files]>([
		['in no file', {}],
		['of another model', { 'prisma/schema.prisma': 'model Post {\n  id Int @id\n}' }],
		['in a broken file', { 'prisma/schema.prisma': 'model {{{', 'package.json': '{"prisma":{"schema":3}}' }],
		['above the repository', { 'prisma/schema.prisma': model, 'repo/.git': '', 'repo/a.test.ts': client }],
	])('or not: %s', (_, files) => {
		const entry = 'repo/a.test.ts' in files ? files : { 'test/a.test.ts': client, ...files };
		const [first = ''] = Object.keys(entry).filter(name => name.endsWith('a.test.ts'));
		const { effects, function: named } = analyse(entry, first);
		expect(effects.storesIn(named('run')).map(({ key, why }) => `${key} (${why})`)).toEqual(['id (name)', 'email (name)', 'slug (name)']);
	});
});

const bySchema = ['id (name)', 'badge (schema)'];
const run = (body: string): string => `async function run() { ${body} }`;

describe('a schema wins over names', () => {
	test.each<[string, Files, string]>([
		['TypeORM entities', { 'a.test.ts': `import { DataSource } from 'typeorm';\nimport { User } from './user';\nconst source = new DataSource({});\n${run(`await source.getRepository(User).save(${record});`)}`, 'user.ts': `import { Column, Entity } from 'typeorm';\n@Entity() export class User { @Column() email: string; @Column({ unique: true }) badge: string }` }, 'User'],
		['TypeORM entities that are saved', { 'a.test.ts': `import { DataSource } from 'typeorm';\nimport { User } from './user';\nconst source = new DataSource({});\n${run(`const user = Object.assign(new User(), ${record}); await source.manager.save(user);`)}`, 'user.ts': `import { Column, Entity } from 'typeorm';\n@Entity() export class User { @Column() email: string; @Column({ unique: true }) badge: string }` }, 'User'],
		['TypeORM entities that save themselves', { 'a.test.ts': `import { User } from './user';\n${run(`const user = new User(); user.id = 1; user.email = 'a'; user.badge = 'b'; await user.save();`)}`, 'user.ts': `import { BaseEntity, Column, Entity } from 'typeorm';\n@Entity() export class User extends BaseEntity { @Column() email: string; @Column({ unique: true }) badge: string }` }, 'User'],
		['TypeORM entities that a repository makes', { 'a.test.ts': `import { DataSource } from 'typeorm';\nimport { User } from './user';\nconst source = new DataSource({});\nconst users = source.getRepository(User);\n${run(`const user = users.create(${record}); await users.save(user);`)}`, 'user.ts': `import { Column, Entity } from 'typeorm';\n@Entity() export class User { @Column() email: string; @Column({ unique: true }) badge: string }` }, 'User'],
		['TypeORM schemas', { 'a.test.ts': `import { DataSource, EntitySchema } from 'typeorm';\nconst User = new EntitySchema({ name: 'user', columns: { email: { type: String }, badge: { type: String, unique: true } } });\nconst source = new DataSource({});\n${run(`await source.getRepository(User).save(${record});`)}` }, 'User'],
		['inherited entities', { 'a.test.ts': `import { DataSource } from 'typeorm';\nimport { User } from './user';\nconst source = new DataSource({});\n${run(`await source.manager.insert(User, ${record});`)}`, 'user.ts': `import { Column, Entity } from 'typeorm';\nclass Base { @Column({ unique: true }) badge: string }\n@Entity() export class User extends Base { @Column() email: string }` }, 'User'],
		['MikroORM entities', { 'a.test.ts': `import { MikroORM } from '@mikro-orm/core';\nimport { User } from './user';\nconst orm = await MikroORM.init({});\n${run(`await orm.em.insert(User, ${record});`)}`, 'user.ts': `import { Entity, Property, Unique } from '@mikro-orm/core';\n@Entity() @Unique({ properties: ['badge'] }) export class User { @Property() email: string; @Property() badge: string }` }, 'User'],
		['Mongoose schemas', { 'a.test.ts': `import { User } from './user';\n${run(`await User.create(${record});`)}`, 'user.ts': `import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ email: String, badge: { type: String, unique: true } });\nexport const User = mongoose.model('User', schema);` }, 'User'],
		['Mongoose documents', { 'a.test.ts': `import { User } from './user';\n${run(`const user = new User(${record}); await user.save();`)}`, 'user.ts': `import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({ email: String, badge: { type: String, unique: true } });\nexport const User = mongoose.model('User', schema);` }, 'User'],
		['Mongoose indexes', { 'a.test.ts': `import { User } from './user';\n${run(`await User.create([${record}]);`)}`, 'user.ts': `import { Schema, model } from 'mongoose';\nconst schema = new Schema({ email: String, badge: String });\nschema.index({ badge: 1 }, { unique: true });\nschema.index({ email: 1, name: 1 }, { unique: true });\nexport const User = model('User', schema);` }, 'User'],
		['Sequelize models', { 'a.test.ts': `import { User } from './user';\n${run(`await User.create(${record});`)}`, 'user.ts': `import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nexport const User = sequelize.define('User', { email: DataTypes.STRING, badge: { type: DataTypes.STRING, unique: true } });` }, 'User'],
		['Sequelize classes', { 'a.test.ts': `import { User } from './user';\n${run(`await User.create(${record});`)}`, 'user.ts': `import { DataTypes, Model } from 'sequelize';\nimport { sequelize } from './db';\nexport class User extends Model {}\nUser.init({ email: DataTypes.STRING, badge: { type: DataTypes.STRING, unique: true } }, { sequelize });` }, 'User'],
		['Sequelize instances', { 'a.test.ts': `import { User } from './user';\n${run(`await User.build(${record}).save();`)}`, 'user.ts': `import { DataTypes, Model } from 'sequelize';\nimport { sequelize } from './db';\nexport class User extends Model {}\nUser.init({ email: DataTypes.STRING, badge: { type: DataTypes.STRING, unique: true } }, { sequelize });` }, 'User'],
		['Sequelize classes with decorators', { 'a.test.ts': `import { User } from './user';\n${run(`await User.bulkCreate([${record}]);`)}`, 'user.ts': `import { Column, Model, Table } from 'sequelize-typescript';\n@Table export class User extends Model { @Column email: string; @Column({ unique: true }) badge: string }` }, 'User'],
		['Drizzle tables', { 'a.test.ts': `import { drizzle } from 'drizzle-orm/node-postgres';\nimport { users } from './schema';\nconst db = drizzle('');\n${run(`await db.insert(users).values(${record});`)}`, 'schema.ts': `import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { email: text().notNull(), badge: text('badge').unique() });\nexport const posts = pgTable('posts', { slug: text().unique() });` }, 'users'],
		['Drizzle indexes', { 'a.test.ts': `import { drizzle } from 'drizzle-orm/node-postgres';\nimport * as schema from './schema';\nconst db = drizzle('');\n${run(`await db.insert(schema.users).values(${record});`)}`, 'schema.ts': `import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { email: text(), badge: text() }, table => [uniqueIndex('one').on(table.badge)]);` }, 'users'],
		['Knex migrations', { 'a.test.ts': `import knex from 'knex';\nconst db = knex({});\n${run(`await db('users').insert(${record});`)}`, 'migrations/1.js': `exports.up = knex => knex.schema.createTable('users', table => { table.increments(); table.string('email'); table.string('badge').notNullable().unique(); }).createTable('posts', table => { table.string('slug').unique(); });` }, 'users'],
		['Knex migrations with types', { 'a.test.ts': `import knex from 'knex';\nconst db = knex({});\n${run(`await db('users').returning('id').insert(${record});`)}`, 'db/migrations/1.ts': `import type { Knex } from 'knex';\nexport async function up(knex: Knex): Promise<void> { await knex.schema.createTable('users', table => { table.string('badge'); table.string('email'); table.unique(['badge']); }); }` }, 'users'],
		['Kysely migrations', { 'a.test.ts': `import { Kysely } from 'kysely';\nconst db = new Kysely({});\n${run(`await db.insertInto('users').values(${record}).execute();`)}`, 'migrations/1.ts': `import { Kysely } from 'kysely';\nexport async function up(db: Kysely<any>) { await db.schema.createTable('users').addColumn('email', 'text').addColumn('badge', 'text', column => column.notNull().unique()).execute(); }` }, 'users'],
		['SQL migrations', { 'a.test.ts': `import pg from 'pg';\nconst pool = new pg.Pool();\n${run(`await pool.query('INSERT INTO users (id, email, slug, badge) VALUES ($1, $2, $3, $4)', [1, 'a', 'b', 'c']);`)}`, 'migrations/1.sql': 'CREATE TABLE users (id serial, email text, badge text UNIQUE, slug text);' }, 'users'],
		['SQL schemas', { 'a.test.ts': `import Database from 'better-sqlite3';\nconst db = new Database('test.db');\nconst insert = db.prepare('INSERT INTO users (id, badge, email) VALUES (?, ?, ?)');\n${run(`insert.run(1, 'c', 'a');`)}`, 'schema.sql': 'CREATE TABLE users (id integer, email text, badge text UNIQUE);' }, 'users'],
		['SQL schemas, for names', { 'a.test.ts': `import Database from 'better-sqlite3';\nconst db = new Database('test.db');\n${run(`db.prepare('INSERT INTO users (id, badge, email) VALUES (@id, @badge, @email)').run(${record});`)}`, 'schema.sql': 'CREATE TABLE users (id integer, email text, badge text UNIQUE);' }, 'users'],
		['Objection tables', { 'a.test.ts': `import { User } from './user';\n${run(`await User.query().insert(${record});`)}`, 'user.ts': `import { Model } from 'objection';\nexport class User extends Model { static tableName = 'users' }`, 'migrations/1.sql': 'CREATE TABLE users (id serial PRIMARY KEY, email text, badge text UNIQUE);' }, 'User'],
	])('%s', (_, files, table) => {
		const found = keys(files).map(each => each.replace('id (schema)', 'id (name)'));
		expect(found).toEqual(bySchema.map(each => `${table}.${each}`));
	});

	test('and where duplicates are passed over, nothing is unique', () => {
		expect(keys({ 'a.test.ts': `import Database from 'better-sqlite3';\nconst db = new Database('test.db');\nconst insert = db.prepare('INSERT OR IGNORE INTO users (id, email) VALUES (?, ?)');\n${run(`insert.run(1, 'a');`)}` })).toEqual([]);
		expect(keys({ 'a.test.ts': `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocument.from(new DynamoDB());\n${run(`await db.put({ TableName: 'users', Item: ${record} });`)}` })).toEqual([]);
	});

	test('and names stand in where there is none', () => {
		expect(keys({ 'a.test.ts': `import { createClient } from '@supabase/supabase-js';\nconst db = createClient('', '');\n${run(`await db.from('users').insert([${record}]);`)}` })).toEqual(['users.id (name)', 'users.email (name)', 'users.slug (name)']);
		expect(keys({ 'a.test.ts': `import knex from 'knex';\nconst db = knex({});\n${run(`await db('users').insert(${record});`)}` })).toEqual(['users.id (name)', 'users.email (name)', 'users.slug (name)']);
		expect(keys({ 'a.test.ts': `import { MongoClient } from 'mongodb';\nconst client = new MongoClient('');\n${run(`await client.db('test').collection('users').insertOne(${record});`)}` })).toEqual(['users.id (name)', 'users.email (name)', 'users.slug (name)']);
		expect(keys({ 'a.test.ts': `import mysql from 'mysql2/promise';\nconst db = await mysql.createConnection({});\n${run(`await db.query('INSERT INTO users SET ?', ${record});`)}` })).toEqual(['users.id (name)', 'users.email (name)', 'users.slug (name)']);
	});
});
