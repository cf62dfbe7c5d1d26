import { describe, expect, test } from 'vitest';

import { schemaLanguages } from '../../src/knowledge/unique-columns.ts';
import { readPrismaSchema } from '../../src/syntax/prisma-schema.ts';
import { readInsert, readSqlSchema } from '../../src/syntax/sql-tables.ts';

const readers = { '.prisma': readPrismaSchema, '.sql': readSqlSchema } as const;

describe('a schema language is read', () => {
	test.each(schemaLanguages.map(language => [language.extension, language] as const))('%s', (_, { extension, example, columns }) => {
		expect([...readers[extension](example).values()].flatMap(fields => [...fields])).toEqual(columns);
	});
});

function prisma(text: string): Record<string, string[]> {
	return Object.fromEntries([...readPrismaSchema(text)].map(([model, fields]) => [model, [...fields]]));
}

describe('a Prisma schema', () => {
	test.each<[string, string, Record<string, string[]>]>([
		['has several models', 'model User {\n  id Int @id\n}\nmodel Post {\n  slug String @unique\n}', { User: ['id'], Post: ['slug'] }],
		['has models without unique fields', 'model Log {\n  text String\n}', { Log: [] }],
		['may name the constraint', 'model A {\n  email String @unique(map: "one_email")\n  @@id([key], name: "pk")\n}', { A: ['email', 'key'] }],
		['makes no field of a compound key unique', 'model A {\n  a Int\n  b Int\n  @@id([a, b])\n  @@unique(fields: [b, a])\n}', { A: [] }],
		['may name the list of fields', 'model A {\n  a Int\n  @@unique(fields: [a])\n}', { A: ['a'] }],
		['has comments', 'model A {\n  a String // @unique\n  /// @unique\n  b String @default("https://x") @unique // yes\n}', { A: ['b'] }],
		['has native types and long defaults', 'model A {\n  a String @default(dbgenerated("gen_random_uuid()")) @id @db.Uuid\n  b Json @default("{}")\n  c Int @unique\n}', { A: ['a', 'c'] }],
		['is passed over where it is none', 'garbage { model', {}],
		['has enums and views beside', 'enum Role {\n  A @unique\n}\nmodel A {\n  a Int @id\n}', { A: ['a'] }],
	])('%s', (_, text, expected) => {
		expect(prisma(text)).toEqual(expected);
	});
});

describe('an SQL schema', () => {
	test.each<[string, string, Record<string, string[]>]>([
		['has constraints of its own', 'CREATE TABLE IF NOT EXISTS public."Users" (id serial, email text, CONSTRAINT one UNIQUE (email), PRIMARY KEY (id))', { users: ['email', 'id'] }],
		['has compound keys', 'CREATE TABLE t (a int, b int, UNIQUE (a, b))', { t: [] }],
		['is added to', 'ALTER TABLE users ADD CONSTRAINT one UNIQUE (email); ALTER TABLE ONLY users ADD COLUMN slug text UNIQUE', { users: ['email', 'slug'] }],
		['has unique indexes', 'CREATE UNIQUE INDEX "one" ON "users"("email"); CREATE UNIQUE INDEX two ON users (lower(name)); CREATE UNIQUE INDEX three ON users (nick) WHERE deleted IS NULL', { users: ['email'] }],
		['has other statements', 'SELECT 1; DROP TABLE users; CREATE INDEX i ON users (email); INSERT INTO users (email) VALUES (1)', {}],
		['is passed over where it cannot be read', 'CREATE TABLE t (', {}],
	])('%s', (_, text, expected) => {
		expect(Object.fromEntries([...readSqlSchema(text)].map(([table, columns]) => [table, [...columns]]))).toEqual(expected);
	});
});

describe('an INSERT', () => {
	test.each<[string, string, unknown]>([
		['numbers its parameters', 'INSERT INTO users (name, email) VALUES ($2, $1)', { table: 'users', columns: [{ name: 'name', index: 1 }, { name: 'email', index: 0 }] }],
		['counts its parameters', 'INSERT INTO `app`.`users` (`name`, email) VALUES (\'a\', ?), (?, ?)', { table: 'users', columns: [{ name: 'email', index: 0 }, { name: 'name', index: 1 }, { name: 'email', index: 2 }] }],
		['has casts and expressions', 'INSERT INTO t (a, b, c) VALUES ($1::uuid, lower($2), now()) RETURNING id', { table: 't', columns: [{ name: 'a', index: 0 }] }],
		['assigns', 'INSERT INTO t SET a = ?, b = 1', { table: 't', columns: [{ name: 'a', index: 0 }] }],
		['names no columns', 'INSERT INTO t VALUES ($1)', { table: 't', columns: [] }],
		['is none', 'SELECT 1', undefined],
	])('%s', (_, text, expected) => {
		expect(readInsert(text)).toEqual(expected);
	});
});
