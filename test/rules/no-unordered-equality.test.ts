import { describe } from 'vitest';

import rule from '../../rules/no-unordered-equality.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { allows, flags } = casesOf('no-unordered-equality', rule, {}, { picked: true });

/** A test of a repository, and the repository. */
const users = (body: string, head = ''): string => `import { test, expect } from 'vitest';
import { allUsers } from './users';
${head}test('lists', async () => {
${body}
});`;

const prismaUsers = {
	'users.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const allUsers = () => prisma.user.findMany();`,
};

describe('sources', () => {
	flags('Prisma', `import { test, expect } from 'vitest';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('lists', async () => {
	expect(await prisma.user.findMany()).toEqual([{ id: 1 }, { id: 2 }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion depends on an order that nothing promises: PrismaClient.user.findMany. Sort
});`);

	flags('TypeORM, by the annotation of a constructor', {
		'users.service.test.ts': `import { UsersService } from './users.service';
describe('users', () => {
	let service: UsersService;
	it('lists', async () => {
		const names = (await service.active()).map(user => user.name);
		expect(names).toEqual(['ana', 'bo']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ active (users.service.ts:10) → Repository.find
	});
});`,
		'users.service.ts': `import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';

@Injectable()
export class UsersService {
	constructor(@InjectRepository(User) private readonly users: Repository<User>) {}
	active() {
		return this.users.find({ where: { active: true } });
	}
}`,
		'user.entity.ts': `import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
@Entity() export class User {
	@PrimaryGeneratedColumn() id: number;
	@Column() name: string;
}`,
	});

	flags('TypeORM, by getRepository', {
		'a.test.ts': `import { source } from './source';
import { User } from './user';
it('lists', async () => {
	const users = await source.getRepository(User).find();
	expect(users[0].name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which of several rows this asserts something of is left to chance, for what gives them (Repository.find) promises no order.
});`,
		'source.ts': `import { DataSource } from 'typeorm';
export const source = new DataSource({ type: 'postgres' });`,
		'user.ts': `export class User {}`,
	});

	flags('TypeORM, in tests that a function defines: the way begins in the test', {
		'a.test.ts': `import { source } from './source';
import { User } from './user';
const all = () => source.getRepository(User).find();
function listing(kind) {
	describe(kind, () => {
		it('lists', async () => {
			const users = await source.getRepository(User).find();
			expect(users[1].name).toBe('ana');
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gives them (Repository.find) promises
			const others = await all();
			expect(others[1].name).toBe('ana');
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ gives them (all (a.test.ts:3) → Repository.find) promises
		});
	});
}
listing('plain');`,
		'source.ts': `import { DataSource } from 'typeorm';
export const source = new DataSource({ type: 'postgres' });`,
		'user.ts': `export class User {}`,
	});

	flags('TypeORM, by a query builder', `import { getRepository } from 'typeorm';
it('lists', async () => {
	const users = await getRepository('User').createQueryBuilder('u').where('u.age > 17').getMany();
	expect(users.map(({ name }) => name)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	flags('Sequelize', {
		'a.test.js': `const { expect } = require('chai');
const User = require('./user');
it('lists', async () => {
	const users = await User.findAll();
	expect(users.map(user => user.name)).to.deep.equal(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ findAll
});`,
		'user.js': `const { Model, DataTypes } = require('sequelize');
class User extends Model {}
module.exports = User;`,
	});

	flags('Sequelize, by a getter of an association of what Bluebird waited for', {
		'a.test.js': `const { expect } = require('chai');
const Promise = require('bluebird');
const User = require('./user');
it('lists', () => Promise.all([User.create({ name: 'ana' }), User.create({ name: 'bo' })]).spread((ana, bo) => {
	return ana.getFriends().then(friends => {
		expect(friends.map(friend => friend.name)).to.deep.equal(['bo', 'cy']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ getFriends
	});
}));`,
		'user.js': `const { Model } = require('sequelize');
class User extends Model {}
module.exports = User;`,
	});

	flags('Knex', {
		'a.test.js': `const assert = require('node:assert');
const { test } = require('node:test');
const { names } = require('./names');
test('lists', async () => {
	assert.deepStrictEqual(await names(), ['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ names (names.js:2) → 
});`,
		'names.js': `const db = require('knex')({ client: 'pg' });
exports.names = () => db('users').where('age', '>', 17).pluck('name');`,
	});

	flags('Drizzle', {
		'a.test.ts': `import { db, users } from './db';
it('lists', async () => {
	const rows = await db.select().from(users);
	expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'db.ts': `import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial } from 'drizzle-orm/pg-core';
export const db = drizzle('postgres://localhost');
export const users = pgTable('users', { id: serial('id') });`,
	});

	flags('Mongoose', {
		'a.test.ts': `import { User } from './user';
it('lists', async () => {
	const users = await User.find({ active: true }).lean();
	expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'user.ts': `import mongoose from 'mongoose';
export const User = mongoose.model('User', new mongoose.Schema({ name: String }));`,
	});

	flags('MongoDB', {
		'a.test.ts': `import { MongoClient } from 'mongodb';
it('lists', async () => {
	const client = await MongoClient.connect('mongodb://localhost');
	const docs = await client.db('test').collection('users').find().toArray();
	expect(docs).toMatchObject([{ name: 'ana' }, { name: 'bo' }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
	});

	flags('SQL text', `import { Pool } from 'pg';
const pool = new Pool();
it('lists', async () => {
	const { rows } = await pool.query('SELECT name FROM users WHERE age > $1', [17]);
	expect(rows).toEqual([{ name: 'ana' }, { name: 'bo' }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	flags('Redis', `import { createClient } from 'redis';
const redis = createClient();
it('lists', async () => {
	expect(await redis.sMembers('tags')).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await redis.keys('tag:*')).toEqual(['tag:a', 'tag:b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	flags('glob', {
		'a.test.ts': `import { sources } from './sources';
it('finds', async () => {
	expect(await sources('src')).toEqual(['a.ts', 'b.ts']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sources (sources.ts:3) → fast-glob
});`,
		'sources.ts': `import fg from 'fast-glob';
export async function sources(cwd: string) {
	return fg('**/*.ts', { cwd });
}`,
	});

	flags('opendir', `import { opendir } from 'node:fs/promises';
it('finds', async () => {
	const names = [];
	for await (const entry of await opendir('src')) names.push(entry.name);
	expect(names).toEqual(['a.ts', 'b.ts']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ opendir
});`);

	flags('a recursive readdir', `import { readdir } from 'node:fs/promises';
it('finds', async () => {
	expect(await readdir('src', { recursive: true })).toEqual(['a.ts', 'b.ts']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
});

describe('ways to depend on an order', () => {
	flags('the first element', { 'a.test.ts': users(`	const [first] = await allUsers();
	expect(first.name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ allUsers (users.ts:3) → PrismaClient.user.findMany`), ...prismaUsers });
	flags('an index', { 'a.test.ts': users(`	const found = await allUsers();
	expect(found[1]).toMatchObject({ name: 'bo' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	flags('the last element', { 'a.test.ts': users(`	const found = await allUsers();
	expect(found.at(-1).name).toBe('bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(found[found.length - 1].name).toBe('bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	flags('destructured rows', { 'a.test.ts': users(`	const [ana, bo] = await allUsers();
	expect(ana.name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(bo.name).toBe('bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	flags('a snapshot', { 'a.test.ts': users(`	expect(await allUsers()).toMatchSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	flags('a joined text', { 'a.test.ts': users(`	const names = (await allUsers()).map(user => user.name).join(', ');
	expect(names).toBe('ana, bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	flags('a list in an object', { 'a.test.ts': users(`	const page = { total: 2, rows: await allUsers() };
	expect(page).toEqual({ total: 2, rows: [{ id: 1 }, { id: 2 }] });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	flags('rows compared with what was stored', { 'a.test.ts': users(`	const one = await create('ana');
	const other = await create('bo');
	expect(await allUsers()).toEqual([one, other]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`, `import { create } from './create';\n`), ...prismaUsers });
	flags('through a service, a factory and a repository', {
		'service.test.ts': `import { createService } from './service';
it('lists', async () => {
	const service = createService();
	const result = await service.list();
	expect(result.map(user => user.name)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ list (service.ts:6) → findAll (repository.ts:5) → PrismaClient.user.findMany
});`,
		'service.ts': `import { prisma } from './prisma';
import { UserRepository } from './repository';
export class UserService {
	constructor(private readonly users: UserRepository) {}
	async list() {
		return await this.users.findAll();
	}
}
export const createService = () => new UserService(new UserRepository(prisma));`,
		'repository.ts': `import type { PrismaClient } from '@prisma/client';
export class UserRepository {
	constructor(private readonly prisma: PrismaClient) {}
	findAll() {
		return this.prisma.user.findMany({ select: { name: true } });
	}
}`,
		'prisma.ts': `import { PrismaClient } from '@prisma/client';
export const prisma = new PrismaClient();`,
	});
	flags('a list among the results of Promise.all', {
		'a.test.ts': `import { page } from './page';
it('lists', async () => {
	const { items, total } = await page();
	expect(total).toBe(2);
	expect(items.map(item => item.name)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion depends on an order that nothing promises: page (page.ts:4)
	expect(items[0].name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'page.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function page(where = {}) {
	const [items, total] = await Promise.all([prisma.user.findMany(), prisma.user.count({ where })]);
	return { items, total };
}`,
	});
	flags('in a helper that asserts, at its call', {
		'a.test.ts': `import { allUsers } from './users';
import { expectNames } from './expect-names';
it('lists', async () => {
	expectNames(await allUsers(), ['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'expect-names.ts': `export function expectNames(users, names) {
	expect(users.map(user => user.name)).toEqual(names);
}`,
		...prismaUsers,
	});
	flags('a lodash sort whose result is dropped', { 'a.test.ts': users(`	const found = await allUsers();
	_.sortBy(found, 'name');
	expect(found.map(user => user.name)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`, `import _ from 'lodash';\n`), ...prismaUsers });
});

describe('rows that the key they are sorted by does not tell apart', () => {
	const stored = (body: string): string => `import { PrismaClient } from '@prisma/client';
import knex from 'knex';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
const prisma = new PrismaClient();
const db = knex({ client: 'pg' });
const Note = mongoose.model('Note', new mongoose.Schema({ text: String, score: Number }));
it('sorts', async () => {
${body}
});
`;
	flags('one value in several records', stored(`	await prisma.note.create({ data: { text: 'a', score: 1 } });
	await prisma.note.create({ data: { text: 'b', score: 1 } });
	const found = await prisma.note.findMany({ orderBy: { score: 'desc' } });
	expect(found.map(note => note.text)).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sorted by \`score\`, which the records of line 10 have in common
	expect(found[0].text).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('several records in one statement, and the time of it', stored(`	const now = new Date();
	await db('notes').insert([{ text: 'a', at: now }, { text: 'b', at: now }]);
	expect((await db('notes').orderBy('at')).map(note => note.text)).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sorted by \`at\`
	await Note.insertMany([{ text: 'a' }, { text: 'b' }]);
	const notes = await Note.find().sort('-createdAt');
	expect(notes.map(note => note.text)).toEqual(['b', 'a']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sorted by \`createdAt\``));
	allows('values of their own, one record, another table, a second key, the key alone, and conditions', stored(`	await prisma.note.createMany({ data: [{ text: 'a', score: 1 }, { text: 'b', score: 2 }] });
	expect((await prisma.note.findMany({ orderBy: { score: 'desc' } })).map(note => note.text)).toEqual(['b', 'a']);
	await prisma.post.create({ data: { text: 'a', score: 1 } });
	expect((await prisma.post.findMany({ orderBy: { score: 'desc' } })).map(post => post.text)).toEqual(['a', 'c']);
	await prisma.page.createMany({ data: [{ text: 'a', score: 1 }, { text: 'b', score: 1 }] });
	expect((await prisma.post.findMany({ orderBy: { score: 'desc' } })).map(post => post.text)).toEqual(['a', 'c']);
	expect((await prisma.page.findMany({ orderBy: [{ score: 'desc' }, { text: 'asc' }] })).map(page => page.text)).toEqual(['a', 'b']);
	expect((await prisma.page.findMany({ orderBy: { score: 'desc' } })).map(page => page.score)).toEqual([1, 1]);
	expect((await prisma.page.findMany({ where: { text: 'a' }, orderBy: { score: 'desc' } })).map(page => page.text)).toEqual(['a', 'c']);
	expect((await prisma.page.findMany({ orderBy: { id: 'desc' } })).map(page => page.text)).toEqual(['b', 'a']);`));
});

describe('sets and maps of unordered rows', () => {
	flags('what they hand out one after the other', { 'a.test.ts': users(`	const rows = await allUsers();
	const names = new Set(rows.map(user => user.name));
	expect([...names]).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ allUsers (users.ts:3) → PrismaClient.user.findMany
	expect(Array.from(names)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect([...new Map(rows.map(user => [user.id, user.name])).values()]).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect([...names].join()).toBe('ana,bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers });
	allows('the sets themselves, and what is sorted on the way', { 'a.test.ts': users(`	const rows = await allUsers();
	const names = new Set(rows.map(user => user.name));
	expect(names).toEqual(new Set(['ana', 'bo']));
	expect(names.size).toBe(2);
	expect([...names].sort()).toEqual(['ana', 'bo']);
	expect([...new Set(rows.map(user => user.name).sort())]).toEqual(['ana', 'bo']);
	expect(Array.from(names)).toHaveLength(2);
	expect([...new Set(['b', 'a'])]).toEqual(['b', 'a']);`), ...prismaUsers });
});

describe('concurrent callbacks', () => {
	flags('pushes from callbacks that overlap', `it('collects', async () => {
	const seen = [];
	await Promise.all(['a', 'b'].map(async name => {
		seen.push(await load(name));
	}));
	expect(seen).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nothing promises: push in callbacks that overlap
});`);
	flags('names of what was gathered', `it('collects', async () => {
	const seen = [];
	await Promise.all(['a', 'b'].map(async name => {
		const row = await load(name);
		seen.push(row);
	}));
	expect(seen.map(row => row.name)).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(seen[0].name).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which of several elements this asserts something of is left to chance
	expect(seen.join()).toBe('a,b');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('pushes once a promise is settled', `it('collects', async () => {
	const seen = [];
	await Promise.all(['a', 'b'].map(name => load(name).then(row => { seen.push(row); })));
	expect(seen).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('elements added in the order of an unordered list', { 'a.test.ts': users(`	const names = [];
	for (const user of await allUsers()) names.push(user.name);
	expect(names).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ allUsers (users.ts:3) → PrismaClient.user.findMany`), ...prismaUsers });
	flags('pushes in the code under test', {
		'a.test.ts': `import { loadAll } from './load-all';
it('collects', async () => {
	expect(await loadAll(['a', 'b'])).toEqual([{ name: 'a' }, { name: 'b' }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ loadAll (load-all.ts:5) → push in callbacks that overlap
});`,
		'load-all.ts': `export async function loadAll(names) {
	const rows = [];
	await Promise.all(names.map(async name => {
		const response = await fetch(name);
		rows.push(await response.json());
	}));
	return rows;
}`,
	});
	allows('callbacks that wait for what the test made', {
		'a.test.ts': `import { expect, test, vi } from 'vitest';
import { loadAll } from './load-all';
test('collects', async () => {
	expect(await loadAll([1, 2], vi.fn(async id => id * 2))).toEqual([2, 4]);
	expect(await loadAll([1, 2], async id => id * 2)).toEqual([2, 4]);
	const load = vi.fn();
	load.mockResolvedValue('x');
	expect(await loadAll([1, 2], load)).toEqual(['x', 'y']);
});`,
		'load-all.ts': `export async function loadAll(ids, load) {
	const rows = [];
	await Promise.all(ids.map(async id => {
		rows.push(await load(id));
	}));
	return rows;
}`,
	});
	flags('pushes from a listener that waits', `it('digests', async () => {
	const digests = [];
	const stream = open('a');
	stream.on('chunk', async chunk => {
		digests.push(await digest(chunk));
	});
	await finished(stream);
	expect(digests).toEqual(['a1', 'b2']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ push in callbacks that overlap
});`);
	flags('pushes from a callback that waits, which nobody waits for', {
		'a.test.ts': `import { visit } from './visit';
it('visits', async () => {
	const seen = [];
	await visit(['a', 'b'], async entry => {
		const text = await entry.text();
		seen.push([entry.name, text]);
	});
	expect(seen).toEqual([['a', '1'], ['b', '2']]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ push in callbacks that overlap
});`,
		'visit.ts': `export async function visit(names, take) {
	const taken = [];
	const each = name => { taken.push(take(name)); };
	names.forEach(each);
	await Promise.all(taken);
}`,
	});
	flags('a callback that is called as files are read', {
		'a.test.ts': `import { visit } from './visit';
it('visits', async () => {
	const seen = [];
	await visit(['a', 'b'], name => { seen.push(name); });
	expect(seen).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ visit (visit.ts:2) → push in callbacks that overlap
});`,
		'visit.ts': `import { readFile } from 'node:fs/promises';
export const visit = (names, take) => Promise.all(names.map(async name => { await readFile(name); take(name); }));`,
	});
	flags('an event that is told as answers come', {
		'a.test.ts': `import { Crawler } from './crawler';
it('crawls', async () => {
	const pages = [];
	const crawler = new Crawler();
	crawler.on('page', page => pages.push(page));
	await crawler.crawl(['/a', '/b']);
	expect(pages).toEqual(['/a', '/b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'crawler.ts': `import { EventEmitter } from 'node:events';
export class Crawler extends EventEmitter {
	async crawl(urls) {
		await Promise.all(urls.map(async url => {
			await fetch(url);
			this.emit('page', url);
		}));
	}
}`,
	});
	allows('callbacks that come one after the other', {
		'a.test.ts': `import { visit, visitEach } from './visit';
import { Crawler } from './crawler';
it('visits', async () => {
	const seen = [];
	await visit(['a', 'b'], async entry => { seen.push(await entry.text()); });
	expect(seen).toEqual(['1', '2']);
	const names = [];
	await visitEach(['a', 'b'], name => { names.push(name); });
	expect(names).toEqual(['a', 'b']);
	const pages = [];
	const crawler = new Crawler();
	crawler.on('page', page => pages.push(page));
	crawler.once('page', async page => pages.push(await page.text()));
	await crawler.crawl(['/a', '/b']);
	expect(pages).toEqual(['/a', '/b']);
	const pieces = [];
	stream.on('data', piece => pieces.push(piece));
	await finished(stream);
	expect(pieces).toEqual(['a', 'b']);
	const only = [];
	await one('a', async entry => { only.push(await entry.text()); });
	expect(only).toEqual(['1', '2']);
});`,
		'visit.ts': `import { readFile } from 'node:fs/promises';
export async function visit(names, take) {
	for (const name of names) await take(name);
}
export async function visitEach(names, take) {
	for (const name of names) {
		await readFile(name);
		take(name);
	}
}
export async function one(name, take) {
	take(name);
}`,
		'crawler.ts': `import { EventEmitter } from 'node:events';
export class Crawler extends EventEmitter {
	async crawl(urls) {
		for (const url of urls) {
			await fetch(url);
			this.emit('page', url);
		}
	}
}`,
	});
	allows('the results of Promise.all', `it('collects', async () => {
	const rows = await Promise.all(['a', 'b'].map(async name => (await load(name)).row));
	expect(rows).toEqual(['a', 'b']);
	expect(rows[0]).toBe('a');
});`);
	allows('a record of the order that the test asks for', `it('locks', async () => {
	const order = [];
	await Promise.all([1, 2].map(async id => {
		await lock.acquire();
		order.push(id);
		lock.release();
	}));
	expect(order).toEqual([1, 2]);
	const later = [];
	await Promise.all([1, 2].map(id => queue.ready().then(() => later.push(id))));
	expect(later).toEqual([1, 2]);
});`);
	flags('a record of the order in which files and hosts answer', {
		'a.test.ts': `import { rename } from 'node:fs/promises';
import { save } from './save';
it('saves', async () => {
	const saved = [];
	await Promise.all(['a', 'b'].map(async name => {
		await save(name);
		saved.push(name);
	}));
	expect(saved).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ push in callbacks that overlap
	const moved = [];
	await Promise.all(['a', 'b'].map(name => rename(name, name + '.old').then(() => moved.push(name))));
	expect(moved).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ push in callbacks that overlap
});`,
		'save.ts': `export async function save(name) {
	await fetch('/items/' + name, { method: 'PUT' });
}`,
	});
	allows('a record of the order in which timers and locks of the project let go', {
		'a.test.ts': `import { setTimeout as delay } from 'node:timers/promises';
import { Lock } from './lock';
it('locks', async () => {
	const lock = new Lock();
	const order = [];
	await Promise.all([1, 2].map(async id => {
		await lock.acquire();
		order.push(id);
	}));
	expect(order).toEqual([1, 2]);
	const later = [];
	await Promise.all([1, 2].map(async id => {
		await delay(id * 1000);
		later.push(id);
	}));
	expect(later).toEqual([1, 2]);
});`,
		'lock.ts': `export class Lock {
	waiting = [];
	async acquire() {
		await new Promise(resolve => this.waiting.push(resolve));
	}
}`,
	});
	allows('pushes before anything is awaited', `it('collects', async () => {
	const seen = [];
	await Promise.all(['a', 'b'].map(async name => {
		seen.push(name);
		await load(name);
	}));
	expect(seen).toEqual(['a', 'b']);
});`);
	allows('pushes one after the other', `it('collects', async () => {
	const seen = [];
	for (const name of ['a', 'b']) {
		await load(name);
		seen.push(name);
	}
	expect(seen).toEqual(['a', 'b']);
});`);
	allows('a set that callbacks fill', `it('collects', async () => {
	const seen = new Set();
	await Promise.all(['a', 'b'].map(async name => {
		await load(name);
		seen.add(name);
	}));
	expect(seen).toEqual(new Set(['a', 'b']));
});`);
	allows('elements added in an order that is given', `it('collects', async () => {
	const names = [];
	for (const name of ['b', 'a']) names.push(await load(name));
	['c', 'd'].forEach(name => names.push(name));
	expect(names).toEqual(['b', 'a', 'c', 'd']);
	expect(names.map(name => name.length)).toEqual([1, 1, 1, 1].concat([]));
});`);
	allows('gathered elements that are sorted later', `it('collects', async () => {
	const seen = [];
	await Promise.all(['a', 'b'].map(async name => {
		const row = await load(name);
		seen.push(row);
	}));
	expect(seen.map(row => row.name).sort()).toEqual(['a', 'b']);
	expect(seen.length).toBe(2);
	expect(seen.find(row => row.name === 'a').age).toBe(1);
});`);
	allows('gathered elements that are sorted', `it('collects', async () => {
	const seen = [];
	await Promise.all(['a', 'b'].map(async name => {
		await load(name);
		seen.push(name);
	}));
	expect(seen.sort()).toEqual(['a', 'b']);
});`);
});

describe('lists in a list', () => {
	flags('of several elements', { 'a.test.ts': `import { expect, test } from 'vitest';
import { allUsers } from './users';
test('lists', async () => {
	expect(await Promise.all([allUsers(), allUsers()])).toEqual([[{ id: 1 }], [{ id: 1 }, { id: 2 }]]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const all = await allUsers();
	expect(all).toHaveLength(2);
	expect(all[0].name).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, ...prismaUsers });
});

describe('silences', () => {
	const silent = (title: string, body: string, head = ''): void => allows(title, { 'a.test.ts': users(body, head), ...prismaUsers });
	silent('the first of a list that has one element', 'const all = await allUsers(); expect(all).toHaveLength(1); expect(all[0].name).toBe("a");');
	silent('the same, its length compared', 'const all = await allUsers(); expect(all.length).toBe(1); expect(all[0].name).toBe("a");');
	silent('lists of one element in a list', 'expect(await Promise.all([allUsers(), allUsers()])).toEqual([[{ id: 1 }], [{ id: 2 }]]);');
	silent('a list of which some elements are looked for', "chai.expect(await allUsers()).to.containSubset([{ id: 1 }, { id: 2 }]);", `import * as chai from 'chai';\n`);

	silent('a sort of what was read', `	expect((await allUsers()).map(user => user.name).sort()).toEqual(['ana', 'bo']);`);
	silent('toSorted', `	expect((await allUsers()).toSorted((a, b) => a.id - b.id)).toEqual([{ id: 1 }, { id: 2 }]);`);
	silent('both sides sorted', `	expect((await allUsers()).map(user => user.id).sort()).toEqual([two.id, one.id].sort());`);
	silent('a sort in place', `	const found = await allUsers();
	found.sort((a, b) => a.id - b.id);
	expect(found[0].name).toBe('ana');
	expect(found).toEqual([{ id: 1 }, { id: 2 }]);`);
	silent('a sort in place of what an object holds', `	const box = {};
	box.found = await allUsers();
	box.found.sort((a, b) => a.id - b.id);
	expect(box.found).toEqual([{ id: 1 }, { id: 2 }]);`);
	silent('a sort by lodash', `	expect(_.sortBy(await allUsers(), 'name')).toEqual([{ name: 'ana' }, { name: 'bo' }]);`, `import _ from 'lodash';\n`);
	silent('a sort in a callback', `	expect(await allUsers().then(found => found.map(user => user.name).sort())).toEqual(['ana', 'bo']);
	expect(await allUsers().then(found => found.length)).toBe(2);`);
	silent('a part of a joined text', `	const text = (await allUsers()).map(user => user.name).join(', ');
	expect(text).toContain('ana');
	expect(text).toMatch(/bo/);
	expect(text.length).toBe(7);
	expect(text.split(', ').sort()).toEqual(['ana', 'bo']);`);
	silent('what stands beside the list', `	const [found, total] = await Promise.all([allUsers(), count()]);
	expect(total).toBe(2);
	expect({ found, total }).toMatchObject({ total: 2 });
	expect(found).toHaveLength(2);`, `import { count } from './count';\n`);
	silent('a length', `	const found = await allUsers();
	expect(found).toHaveLength(2);
	expect(found.length).toBe(2);`);
	silent('membership', `	const found = await allUsers();
	expect(found).toContainEqual({ name: 'ana' });
	expect(found.map(user => user.name)).toContain('ana');
	expect(found.some(user => user.name === 'ana')).toBe(true);
	expect(found.map(user => user.name).includes('ana')).toBe(true);`);
	silent('arrayContaining', `	const found = await allUsers();
	expect(found).toEqual(expect.arrayContaining([{ name: 'ana' }, { name: 'bo' }]));`);
	silent('have.members', `	expect((await allUsers()).map(user => user.name)).to.have.members(['ana', 'bo']);
	expect(await allUsers()).to.have.deep.members([{ name: 'ana' }, { name: 'bo' }]);`, `import * as chai from 'chai';\n`);
	silent('one that a condition finds', `	const found = await allUsers();
	expect(found.find(user => user.id === 1)).toEqual({ id: 1, name: 'ana' });`);
	silent('sets and maps', `	const found = await allUsers();
	expect(new Set(found.map(user => user.name))).toEqual(new Set(['ana', 'bo']));
	expect(new Map(found.map(user => [user.id, user.name])).get(1)).toBe('ana');
	expect(Object.fromEntries(found.map(user => [user.id, user.name]))).toEqual({ 1: 'ana', 2: 'bo' });`);
	silent('one row', `	expect(await allUsers()).toEqual([{ id: 1 }]);`);
	silent('an empty list', `	expect(await allUsers()).toEqual([]);`);
	silent('a sum', `	expect((await allUsers()).reduce((sum, user) => sum + user.age, 0)).toBe(40);`);
	silent('rows that are all alike', `	expect((await allUsers()).map(user => user.role)).toEqual(['guest', 'guest']);`);
	silent('what only says that one is there', `	const [first] = await allUsers();
	expect(first).toBeDefined();
	expect(first.id).toEqual(expect.any(Number));`);
	silent('a negated claim', `	expect(await allUsers()).not.toEqual([{ id: 1 }, { id: 2 }]);`);

	allows('orderBy', `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('lists', async () => {
	expect(await prisma.user.findMany({ orderBy: { id: 'asc' } })).toEqual([{ id: 1 }, { id: 2 }]);
});`);
	allows('ORDER BY', `import { Pool } from 'pg';
const pool = new Pool();
it('lists', async () => {
	const { rows } = await pool.query('SELECT name FROM users ORDER BY name');
	expect(rows).toEqual([{ name: 'ana' }, { name: 'bo' }]);
});`);
	allows('LIMIT 1', `import { Pool } from 'pg';
const pool = new Pool();
it('finds', async () => {
	const { rows } = await pool.query('SELECT name FROM users WHERE age > 17 LIMIT 1');
	expect(rows[0]).toEqual({ name: 'ana' });
});`);
	allows('one row by a unique key', `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('finds', async () => {
	expect(await prisma.user.findUnique({ where: { id: 1 } })).toEqual({ id: 1, name: 'ana' });
	expect(await prisma.user.findFirst({ where: { email: 'a@example.com' } })).toEqual({ id: 1, name: 'ana' });
	const [found] = await prisma.user.findMany({ where: { email: 'a@example.com' } });
	expect(found.name).toBe('ana');
});`);
	allows('object keys', `it('lists', () => {
	const counts = { b: 1, a: 2 };
	expect(Object.keys(counts)).toEqual(['b', 'a']);
	expect(Object.entries(counts)).toEqual([['b', 1], ['a', 2]]);
});`);
	allows('arrays of its own', {
		'a.test.ts': `import { Store } from './store';
it('lists', () => {
	const store = new Store();
	store.add('a');
	store.add('b');
	expect(store.all()).toEqual(['a', 'b']);
	expect(store.all()[0]).toBe('a');
});`,
		'store.ts': `export class Store {
	items = [];
	add(item) { this.items.push(item); }
	all() { return this.items; }
}`,
	});
	silent('the same of each element', `	const found = await allUsers();
	expect(found[0].createdAt.valueOf()).toBeGreaterThan(start);
	expect(found[1].createdAt.valueOf()).toBeGreaterThan(start);`, 'const start = 1;\n');
	flags('the same of one element twice', {
		'a.test.ts': users(`	const found = await allUsers();
	expect(found[1].age).toBe(7);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(found[1].age).toBe(7);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(found[0].age).toBe(8);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
		...prismaUsers,
	});

	allows('what a query says of itself before it is sent', {
		'a.test.ts': `import { User } from './user';
it('asks for both', () => {
	const query = User.find({ $or: [{ name: 'ana' }] }).find({ $or: [{ name: 'bo' }] });
	expect(query.getFilter()).toEqual({ $or: [{ name: 'ana' }, { name: 'bo' }] });
	expect(User.find().populate('team').getPopulatedPaths()).toEqual(['team']);
	expect(User.find().select('-name')._fields).toEqual({ name: 0 });
});`,
		'user.ts': `import mongoose from 'mongoose';
export const User = mongoose.model('User', new mongoose.Schema({ name: String }));`,
	});

	allows('what is decided by whether there is a record at all, whichever it is', {
		'a.test.ts': `import { expect, test } from 'vitest';
import { User } from './model';
async function login(server, name) {
	const user = await User.findOne();
	if (user === null || name === '') throw new Error('nobody');
	return server.post('/login');
}
test('answers', async () => {
	const answer = await login(server, 'ana');
	expect(answer.body.state).toBe('open');
});`,
		'model.ts': `import mongoose from 'mongoose';
export const User = mongoose.model('User', new mongoose.Schema({ name: String }));`,
	});

	flags('what a record decides that the test picks', {
		'a.test.ts': `import { expect, test } from 'vitest';
import { User } from './model';
async function login(server) {
	const user = await User.findOne();
	if (user === null || user.name === '') return 'closed';
	return 'open';
}
test('answers', async () => {
	expect(await login(server)).toBe('open');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ login (a.test.ts:4) → Model.findOne
});`,
		'model.ts': `import mongoose from 'mongoose';
export const User = mongoose.model('User', new mongoose.Schema({ name: String }));`,
	});

	allows('the one record that the program itself takes for granted', {
		'a.test.ts': `import { expect, test } from 'vitest';
import { anyUser } from './user';
test('finds', async () => {
	const user = await anyUser();
	expect(user.name).toBe('ana');
});`,
		'user.ts': `import mongoose from 'mongoose';
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
export const anyUser = () => User.findOne();`,
	});

	allows('readdir, which Node sorts', `import { readdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
it('finds', async () => {
	expect(await readdir('src')).toEqual(['a.ts', 'b.ts']);
	expect(readdirSync('src')).toEqual(['a.ts', 'b.ts']);
});`);
	allows('a repository that the test stands in for', {
		'a.test.ts': `import { Test } from '@nestjs/testing';
import { UsersService } from './users.service';
it('lists', async () => {
	const repository = { find: jest.fn().mockResolvedValue([{ name: 'ana' }, { name: 'bo' }]) };
	const service = new UsersService(repository as any);
	expect(await service.active()).toEqual([{ name: 'ana' }, { name: 'bo' }]);
});`,
		'users.service.ts': `import { Repository } from 'typeorm';
import { User } from './user.entity';
export class UsersService {
	constructor(private readonly users: Repository<User>) {}
	active() { return this.users.find({ where: { active: true } }); }
}`,
	});
	allows('a repository in memory', {
		'a.test.ts': `import { InMemoryUsers } from './in-memory-users';
import { UserService } from './service';
it('lists', async () => {
	const service = new UserService(new InMemoryUsers([{ name: 'ana' }, { name: 'bo' }]));
	expect(await service.list()).toEqual([{ name: 'ana' }, { name: 'bo' }]);
});`,
		'in-memory-users.ts': `export class InMemoryUsers {
	constructor(private readonly rows) {}
	async findMany() { return this.rows; }
}`,
		'service.ts': `import type { PrismaUsers } from './prisma-users';
export class UserService {
	constructor(private readonly users: PrismaUsers) {}
	list() { return this.users.findMany(); }
}`,
		'prisma-users.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export class PrismaUsers {
	findMany() { return prisma.user.findMany(); }
}`,
	});
	allows('a module that the test replaces', {
		'a.test.ts': `import { allUsers } from './users';
jest.mock('./users');
it('lists', async () => {
	allUsers.mockResolvedValue([{ id: 1 }, { id: 2 }]);
	expect(await allUsers()).toEqual([{ id: 1 }, { id: 2 }]);
});`,
		...prismaUsers,
	});
	allows('an export that the test replaces', {
		'a.test.ts': `import { allUsers } from './users';
jest.mock('./users', () => ({ ...jest.requireActual('./users'), allUsers: jest.fn() }));
it('lists', async () => {
	expect(await allUsers()).toEqual([{ id: 1 }, { id: 2 }]);
});`,
		...prismaUsers,
	});
	flags('an export beside the one that the test replaces', {
		'a.test.ts': `import { allUsers } from './users';
jest.mock('./users', () => ({ ...jest.requireActual('./users'), oneUser: jest.fn() }));
it('lists', async () => {
	expect(await allUsers()).toEqual([{ id: 1 }, { id: 2 }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		...prismaUsers,
	});
	allows('a client that the test mocks', `import { PrismaClient } from '@prisma/client';
import { mockDeep } from 'jest-mock-extended';
const prisma = mockDeep<PrismaClient>();
it('lists', async () => {
	prisma.user.findMany.mockResolvedValue([{ id: 1 }, { id: 2 }]);
	expect(await prisma.user.findMany()).toEqual([{ id: 1 }, { id: 2 }]);
});`);
	allows('a spy on the client that gives fixed rows', `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('lists', async () => {
	jest.spyOn(prisma.user, 'findMany').mockResolvedValue([{ id: 1 }, { id: 2 }]);
	expect(await prisma.user.findMany()).toEqual([{ id: 1 }, { id: 2 }]);
});`);
	allows('a service whose method gives fixed rows', {
		'a.test.ts': `import { service } from './service';
it('lists', async () => {
	vi.spyOn(service, 'list').mockResolvedValue([{ id: 1 }, { id: 2 }]);
	expect(await service.list()).toEqual([{ id: 1 }, { id: 2 }]);
});`,
		'service.ts': `import { allUsers } from './users';
class Service { list() { return allUsers(); } }
export const service = new Service();`,
		...prismaUsers,
	});
	allows('a container that hands out a stand-in', {
		'users.service.spec.ts': `import { Test } from '@nestjs/testing';
import { getRepositoryToken } from '@nestjs/typeorm';
import { UsersService } from './users.service';
import { User } from './user.entity';
describe('users', () => {
	let service: UsersService;
	beforeEach(async () => {
		const module = await Test.createTestingModule({
			providers: [UsersService, { provide: getRepositoryToken(User), useValue: { find: jest.fn().mockResolvedValue([{ name: 'ana' }, { name: 'bo' }]) } }],
		}).compile();
		service = module.get<UsersService>(UsersService);
	});
	it('lists', async () => {
		expect(await service.active()).toEqual([{ name: 'ana' }, { name: 'bo' }]);
	});
});`,
		'users.service.ts': `import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';
export class UsersService {
	constructor(@InjectRepository(User) private readonly users: Repository<User>) {}
	active() { return this.users.find({ where: { active: true } }); }
}`,
		'user.entity.ts': `export class User {}`,
	});
	allows('a claim that is tried again', { 'a.test.ts': users(`	await expect.poll(() => allUsers()).toEqual([{ id: 1 }, { id: 2 }]);`), ...prismaUsers });
});

describe('suggestions', () => {
	const sorted = 'Compare both sides sorted.';
	const members = 'Compare the elements in any order.';
	const containing = 'Look for the elements in any order, among others that there may be.';
	const orderBy = 'Sort the rows by `id`.';
	const mended = (title: string, before: string, mends: Readonly<Record<string, string>>, head = ''): void => {
		const outputs = Object.fromEntries(Object.entries(mends).map(([text, after]) => [text, users(after, head)]));
		flags(title, { 'a.test.ts': users(`${before}\n\t${'~'.repeat(before.split('\n').at(-1)?.replace(/^\t|;$/g, '').length ?? 0)}`, head), ...prismaUsers }, { mends: outputs });
	};

	mended('texts, in the order of a sort already', `	const names = (await allUsers()).map(user => user.name);
	expect(names).toEqual(['ana', 'bo']);`, {
		[sorted]: `	const names = (await allUsers()).map(user => user.name);
	expect([...names].sort()).toEqual(['ana', 'bo']);`,
		[members]: `	const names = (await allUsers()).map(user => user.name);
	expect(names).toHaveLength(2);
	expect(names).toEqual(expect.arrayContaining(['ana', 'bo']));`,
	});
	mended('numbers', `	expect((await allUsers()).map(user => user.id)).toEqual([2, /* the last */ 10, 9]);`, {
		[sorted]: `	expect([...(await allUsers()).map(user => user.id)].sort((a, b) => a - b)).toEqual([2, /* the last */ 10, 9].sort((a, b) => a - b));`,
		[containing]: `	expect((await allUsers()).map(user => user.id)).toEqual(expect.arrayContaining([2, /* the last */ 10, 9]));`,
	});
	mended('an awaited subject', `	expect(await allUsers()).toEqual(['b', 'a']);`, {
		[sorted]: `	expect([...await allUsers()].sort()).toEqual(['b', 'a'].sort());`,
	});
	mended('chai', `	expect(await allUsers()).to.deep.equal([{ id: 1 }, { id: 2 }]);`, {
		[members]: `	expect(await allUsers()).to.have.deep.members([{ id: 1 }, { id: 2 }]);`,
	});
	mended('node:assert', `	assert.deepStrictEqual((await allUsers()).map(user => user.name), ['ana', 'bo']);`, {
		[sorted]: `	assert.deepStrictEqual([...(await allUsers()).map(user => user.name)].sort(), ['ana', 'bo']);`,
	}, `import assert from 'node:assert';\n`);
	mended('a statement that a condition decides', `	const found = await allUsers();
	if (found.length > 0)
	expect(found).toEqual([{ id: 1 }, { id: 2 }]);`, {
		[containing]: `	const found = await allUsers();
	if (found.length > 0)
	expect(found).toEqual(expect.arrayContaining([{ id: 1 }, { id: 2 }]));`,
	});
	flags('a query of Prisma in the test itself', `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('lists', async () => {
	expect(await prisma.user.findMany({ where: { active: true } })).toEqual([{ id: 1 }, { id: 2 }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`, { mends: { [orderBy]: `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('lists', async () => {
	expect(await prisma.user.findMany({ orderBy: { id: 'asc' }, where: { active: true } })).toEqual([{ id: 1 }, { id: 2 }]);
});` } });
	flags('a query of Prisma without an argument', `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('lists', async () => {
	const users = await prisma.user.findMany();
	expect(users[0]).toEqual({ id: 1, name: 'ana' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`, { mends: { [orderBy]: `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
it('lists', async () => {
	const users = await prisma.user.findMany({ orderBy: { id: 'asc' } });
	expect(users[0]).toEqual({ id: 1, name: 'ana' });
});` } });
});

describe('what hooks leave for tests in `this`', () => {
	const support = `
const { Sequelize } = require('sequelize');
const sequelize = new Sequelize();
beforeEach(function () { this.sequelize = sequelize; });
module.exports = { sequelize };`;

	flags('a model that a hook made', {
		'a.test.js': `
const { expect } = require('chai');
const { Sequelize } = require('sequelize');
const sequelize = new Sequelize();
describe('users', function () {
	beforeEach(function () { this.User = sequelize.define('User', {}); });
	it('a', async function () {
		const users = await this.User.findAll();
		expect(users[0].name).to.equal('ada');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.findAll
	});
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	flags('a connection that a hook of a support file hands out', {
		'a.test.js': `
const { expect } = require('chai');
require('./support');
it('a', async function () {
	const users = await this.sequelize.define('User', {}).findAll();
	expect(users[0].name).to.equal('ada');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.findAll
});`,
		'support.js': support,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	allows('a method of another object', {
		'a.test.js': `
const { expect } = require('chai');
require('./support');
function Fake() { this.sequelize = { define: () => ({ findAll: async () => [{ name: 'ada' }] }) }; }
Fake.prototype.check = async function () {
	const users = await this.sequelize.define('User', {}).findAll();
	expect(users[0].name).to.equal('ada');
};
it('a', () => new Fake().check());`,
		'support.js': support,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});
});

describe('options that are spread into themselves', () => {
	allows('a query that they may order', `
import { test, expect } from 'vitest';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('a', async () => {
	let options = { where: {} };
	for (const more of await readOptions()) options = { ...options, ...more };
	const users = await prisma.user.findMany(options);
	expect(users[0].name).toBe('ada');
});`);

	flags('an assertion beside such a query', `
import { test, expect } from 'vitest';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('a', async () => {
	let options = { where: {} };
	options = { ...options, take: 2 };
	await prisma.user.findMany(options);
	const users = await prisma.user.findMany({ where: {} });
	expect(users[0].name).toBe('ada');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ PrismaClient.user.findMany
});`);
});

describe('what a library hands to a callback, and methods of objects', () => {
	flags('rows that pg hands to a callback', `import { Client } from 'pg';
test('lists', done => {
	new Client().query('SELECT * FROM users', (error, result) => {
		expect(result.rows[0].name).toBe('ana');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Client.query.rows
		done();
	});
});`);

	allows('sorted rows in a callback', `import { Client } from 'pg';
test('lists', done => {
	new Client().query('SELECT * FROM users ORDER BY id', (error, result) => {
		expect(result.rows[0].name).toBe('ana');
		done();
	});
});`);

	flags('documents that the callbacks of MongoDB get', `import { MongoClient } from 'mongodb';
test('lists', done => {
	MongoClient.connect('mongodb://localhost', (error, client) => {
		client.db('a').collection('b').find().toArray((failure, found) => {
			expect(found[0].name).toBe('ana');
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Collection.find.toArray
			done();
		});
	});
});`);

	flags('a method of an object that is written down, by `this`', {
		'a.test.ts': `import { database } from './database';
test('lists', async () => {
	const rows = await database.all();
	expect(rows[0].name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ all (database.ts:7) → Pool.query.rows
});`,
		'database.ts': `import { Pool } from 'pg';
export const database = {
	pool() {
		return new Pool();
	},
	async all() {
		return (await this.pool().query('SELECT * FROM users')).rows;
	},
};`,
	});

	flags('what an association of Sequelize holds', `import { Sequelize } from 'sequelize';
const sequelize = new Sequelize('sqlite::memory:');
const Article = sequelize.define('Article', {});
const Label = sequelize.define('Label', {});
test('labels', async () => {
	const article = await Article.create({});
	await article.setLabels([await Label.create({ text: 'cheap' }), await Label.create({ text: 'new' })]);
	const labels = await article.getLabels();
	expect(labels[0].text).toBe('cheap');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.create.getLabels
});`);

	allows('an association with one record, and one in order', `import { Sequelize } from 'sequelize';
const Article = new Sequelize('sqlite::memory:').define('Article', {});
test('labels', async () => {
	const article = await Article.create({});
	expect((await article.getAuthor()).name).toBe('ana');
	expect((await article.getLabels({ order: ['id'] }))[0].text).toBe('cheap');
	expect(await article.getLabels()).toHaveLength(2);
});`);

	flags('related rows of a row that was looked for', `import { Model } from 'objection';
class Person extends Model {}
test('pets', async () => {
	const people = await Person.query();
	const pets = await people.find(each => each.id === 1).$relatedQuery('pets');
	expect(pets[0].name).toBe('rex');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.query.find.$relatedQuery
});`);

	flags('SQL whose schema is filled in', `import { Client } from 'pg';
test('migrates', async () => {
	const { rows } = await new Client().query(\`select * from \${process.env.SCHEMA}.migrations\`);
	expect(rows[0].id).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~ Client.query.rows
});`);

	for (const [how, imported, text] of [
		['that a package fills in', "import format from 'pg-format';", "format('select * from %I', 'seats')"],
		['that a driver fills in', "import { format } from 'mysql2';", "format('select * from ??', ['seats'])"],
		['that Node fills in', "import { format } from 'node:util';", "format('select * from %s', 'seats')"],
		['without its indentation', "import dedent from 'dedent';", 'dedent`select *\n\t\tfrom seats`'],
		['without the space around it', '', '` select * from seats `.trim()'],
		['of lines', '', "['select *', 'from seats'].join('\\n')"],
		['of those parts that there are', '', "['select *', 'from seats', ''].filter(Boolean).join(' ')"],
	] as const)
		flags(`SQL ${how}`, `import { Client } from 'pg';
${imported}
test('seats', async () => {
	const { rows } = await new Client().query(${text});
	expect(rows[0].id).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~ Client.query.rows
});`);

	for (const [how, imported, text] of [
		['a text that may hold an order', "import format from 'pg-format';", "format('select * from %I %s', 'seats', process.env.REST)"],
		['an order', "import format from 'pg-format';", "format('select * from %I order by id', 'seats')"],
		['lines of which one may hold an order', '', "['select * from seats', process.env.REST].join(' ')"],
		['parts of which one is taken by a condition', '', "['select * from seats', process.env.REST === '1' ? 'order by id' : ''].filter(Boolean).join(' ')"],
		['a text in which something is replaced', '', "'select * from seats rest'.replace('rest', 'order by id')"],
	] as const)
		allows(`SQL that is made of ${how}`, `import { Client } from 'pg';
${imported}
test('seats', async () => {
	const { rows } = await new Client().query(${text});
	expect(rows[0].id).toBe(1);
});`);

	allows('SQL that ends in something unknown', `import { Client } from 'pg';
test('migrates', async () => {
	const { rows } = await new Client().query(\`select * from migrations \${process.env.REST}\`);
	expect(rows[0].id).toBe(1);
});`);

	flags('what a hook in the support file of a support file puts into the tests\' `this`', {
		'test/unit/a.test.js': `const Support = require('../unit-support');
describe('users', function () {
	it('lists', function () {
		const User = this.sequelize.define('User', {});
		return User.findAll().then(function (users) {
			expect(users[0].name).toBe('ana');
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.findAll
		});
	});
	it('uses another', function () {
		return Promise.resolve().bind({}).then(function (other) {
			this.sequelize = other;
		});
	});
});`,
		'test/unit-support.js': `module.exports = require('./support');`,
		'test/support.js': `const Sequelize = require('sequelize');
const Support = {
	create() {
		return this.open('sqlite::memory:');
	},
	open(url) {
		return new Sequelize(url);
	},
};
Support.sequelize = Support.create();
beforeEach(function () {
	this.sequelize = Support.sequelize;
});
module.exports = Support;`,
	});
});

describe('promises that are waited for together', () => {
	flags('what each of them adds to one list', `import { load } from 'library';
test('loads', async () => {
	const pages: string[] = [];
	await Promise.all([load('/a').then(page => pages.push(page)), load('/b').then(page => pages.push(page))]);
	expect(pages).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ push in callbacks that overlap
});`);

	allows('one after the other, and what they give', `import { load } from 'library';
test('loads', async () => {
	const pages: string[] = [];
	await load('/a').then(page => pages.push(page));
	await load('/b').then(page => pages.push(page));
	expect(pages).toEqual(['a', 'b']);
	expect(await Promise.all([load('/a').then(page => page), load('/b').then(page => page)])).toEqual(['a', 'b']);
});`);
});

describe('calls of a spy that callbacks make which overlap', () => {
	const announce = `import { readFile } from 'node:fs/promises';
export async function announce(paths, send) {
	await Promise.all(paths.map(async path => {
		const text = await readFile(path, 'utf8');
		send(text);
	}));
}
export async function announceInTurn(paths, send) {
	for (const path of paths) send(await readFile(path, 'utf8'));
}
export async function name(paths, send) {
	await Promise.all(paths.map(async path => { await send(path); }));
}
export async function tick(paths, send) {
	await Promise.all(paths.map(async path => { await readFile(path); send('read'); }));
}`;
	const asked = (body: string): Record<string, string> => ({ 'a.test.js': `import { expect, test, vi } from 'vitest';
import { announce, announceInTurn, name, tick } from './announce';
test('announces', async () => {
	const send = vi.fn();
	${body}
});`, 'announce.js': announce });

	flags('all of them', asked(`await announce(['a', 'b'], send);
	expect(send.mock.calls).toEqual([['one'], ['two']]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which of these calls comes first is left to chance (announce (announce.js:5) → calls in callbacks that overlap)`));
	flags('each by its place', asked(`await announce(['a', 'b'], send);
	expect(send).toHaveBeenNthCalledWith(1, 'one');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
	expect(send).toHaveBeenNthCalledWith(2, 'two');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance`));
	flags('those of a module that the test replaces', {
		'a.test.js': `import { announce } from './announce';
import { send } from './send';
jest.mock('./send');
test('announces', async () => {
	await announce(['a', 'b']);
	expect(send.mock.calls).toEqual([['one'], ['two']]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});`,
		'send.js': 'export const send = text => { console.log(text); };',
		'announce.js': announce.replace('(paths, send)', '(paths)').replace('import', `import { send } from './send';\nimport`),
	});
	flags('those of a stub of Sinon', { 'a.test.js': `import { expect } from 'chai';
import sinon from 'sinon';
import { announce } from './announce';
it('announces', async () => {
	const send = sinon.stub();
	await announce(['a', 'b'], send);
	expect(send.firstCall.args[0]).to.equal('one');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
	expect(send.secondCall.args[0]).to.equal('two');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});`, 'announce.js': announce });
	flags('in the test itself', `import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
test('announces', async () => {
	const send = vi.fn();
	await Promise.all(['a', 'b'].map(async path => { const text = await readFile(path, 'utf8'); send(text); }));
	expect(send.mock.calls).toEqual([['one'], ['two']]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});`);

	allows('made one after the other', asked(`await announceInTurn(['a', 'b'], send);
	expect(send.mock.calls).toEqual([['one'], ['two']]);`));
	allows('made before anything is waited for', asked(`await name(['a', 'b'], send);
	expect(send.mock.calls).toEqual([['a'], ['b']]);`));
	allows('that are all alike', asked(`await tick(['a', 'b'], send);
	expect(send.mock.calls).toEqual([['read'], ['read']]);`));
	allows('one of them alone, how many they are, and in any order', asked(`await announce(['a'], send);
	expect(send).toHaveBeenNthCalledWith(1, 'one');
	expect(send).toHaveBeenCalledTimes(2);
	expect(send).toHaveBeenCalledWith('two');
	expect(send.mock.calls).toEqual(expect.arrayContaining([['one'], ['two']]));
	expect(send.mock.calls.sort()).toEqual([['one'], ['two']]);`));
	const announcer = {
		'announcer.ts': `import type { Files } from './files';
export class Announcer {
	constructor(private readonly files: Files, private readonly send: (text: string) => void) {}
	async announce(paths: string[]) {
		await Promise.all(paths.map(async path => {
			const text = await this.files.read(path);
			this.send(text);
		}));
	}
}`,
		'files.ts': `import { readFile } from 'node:fs/promises';
export class Files {
	read(path: string) { return readFile(path, 'utf8'); }
}`,
	};
	flags('where what is handed over reads files', {
		'a.test.ts': `import { expect, test, vi } from 'vitest';
import { Announcer } from './announcer';
import { Files } from './files';
test('announces', async () => {
	const send = vi.fn();
	await new Announcer(new Files(), send).announce(['a', 'b']);
	expect(send.mock.calls).toEqual([['A'], ['B']]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});`,
		...announcer,
	});
	allows('where a stub answers them one after the other', {
		'a.test.ts': `import { expect, test, vi } from 'vitest';
import { Announcer } from './announcer';
test('announces', async () => {
	const send = vi.fn();
	const files = { read: vi.fn(async (path: string) => path.toUpperCase()) };
	await new Announcer(files, send).announce(['a', 'b']);
	expect(send.mock.calls).toEqual([['A'], ['B']]);
});`,
		...announcer,
	});
	allows('of another spy', asked(`const other = vi.fn();
	await announce(['a', 'b'], send);
	other('one'); other('two');
	expect(other.mock.calls).toEqual([['one'], ['two']]);`));
});

describe('records that are made at once', () => {
	const prisma = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
`;

	flags('and sorted by the key that the database gives them', `${prisma}test('lists', async () => {
	await Promise.all(['ana', 'bo'].map(name => prisma.user.create({ data: { name } })));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`createdAt\` is left to chance
	const users = await prisma.user.findMany({ orderBy: { createdAt: 'asc' } });
	expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
});`);

	flags('and expected to have certain keys', `${prisma}test('counts', async () => {
	const [ana, bo] = await Promise.all([prisma.user.create({ data: { name: 'ana' } }), prisma.user.create({ data: { name: 'bo' } })]);
	                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`id\`
	expect(ana.id).toBe(1);
	expect(bo.id).toBe(2);
});`);

	flags('by a hook', `${prisma}describe('users', () => {
	beforeEach(() => Promise.all(['ana', 'bo'].map(name => prisma.user.create({ data: { name } }))));
	                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`createdAt\` is left to chance
	test('lists', async () => {
		const users = await prisma.user.findMany({ orderBy: { createdAt: 'asc' } });
		expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
	});
	test('counts', async () => {
		expect(await prisma.user.count()).toBe(2);
	});
});`);

	flags('by a hook that keeps them', `${prisma}let ana;
let bo;
before(async () => {
	[ana, bo] = await Promise.all([prisma.user.create({ data: { name: 'ana' } }), prisma.user.create({ data: { name: 'bo' } })]);
	                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`id\`
});
it('counts', () => { expect(ana.id).toBe(1); });`);

	allows('by a hook of other tests, one behind them, and by one whose tests sort by what they are made of', `${prisma}describe('one', () => {
	beforeEach(() => Promise.all(['ana', 'bo'].map(name => prisma.user.create({ data: { name } }))));
	test('sorts', async () => {
		const users = await prisma.user.findMany({ orderBy: { name: 'asc' } });
		expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
	});
});
describe('other', () => {
	afterEach(() => Promise.all(['ana', 'bo'].map(name => prisma.user.create({ data: { name } }))));
	test('lists', async () => {
		await prisma.user.create({ data: { name: 'ana' } });
		await prisma.user.create({ data: { name: 'bo' } });
		const users = await prisma.user.findMany({ orderBy: { createdAt: 'asc' } });
		expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
	});
});`);

	allows('with keys of the test\'s own, sorted by what they hold, of two tables, compared in any order, or made one after the other', `${prisma}test('has keys', async () => {
	await Promise.all([prisma.user.create({ data: { id: 1, name: 'ana' } }), prisma.user.create({ data: { id: 2, name: 'bo' } })]);
	expect((await prisma.user.findMany({ orderBy: { id: 'asc' } }))[0].name).toBe('ana');
});
test('sorts', async () => {
	await Promise.all(['ana', 'bo'].map(name => prisma.user.create({ data: { name } })));
	expect((await prisma.user.findMany({ orderBy: { name: 'asc' } }))[0].name).toBe('ana');
	const users = await prisma.user.findMany({ orderBy: { id: 'asc' } });
	expect(users).toHaveLength(2);
	expect(users.map(user => user.name).sort()).toEqual(['ana', 'bo']);
});
test('has two tables', async () => {
	const [user, post] = await Promise.all([prisma.user.create({ data: { name: 'ana' } }), prisma.post.create({ data: { title: 'a' } })]);
	expect(user.id).toBe(1);
	expect(post.id).toBe(1);
});
test('waits', async () => {
	await prisma.user.create({ data: { name: 'ana' } });
	await prisma.user.create({ data: { name: 'bo' } });
	expect((await prisma.user.findMany({ orderBy: { id: 'asc' } }))[0].name).toBe('ana');
});`);
});

describe('equal calls that run at once', () => {
	flags('whose answers a test tells apart', `import request from 'supertest';
import { app } from './app';
test('limits', async () => {
	const [first, second] = await Promise.all([request(app).post('/orders'), request(app).post('/orders')]);
	expect(first.status).toBe(201);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Several equal calls (\`post\`) run at once
	expect(second.status).toBe(409);
});`);

	flags('by the parameters of a callback', `const Sequelize = require('sequelize');
const User = new Sequelize('sqlite::memory:').define('User', {});
it('creates one', () => Sequelize.Promise.join(
	User.findOrCreate({ where: { name: 'ana' } }),
	User.findOrCreate({ where: { name: 'ana' } }),
	(first, second) => {
		expect(first[1]).toBe(true);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~ Several equal calls (\`findOrCreate\`)
		expect(second[1]).toBe(false);
	},
));`);

	allows('the same claim of each, other calls, and a lock in memory', {
		'a.test.ts': `import request from 'supertest';
import { app } from './app';
import { Lock } from './lock';
test('answers', async () => {
	const [first, second] = await Promise.all([request(app).post('/orders'), request(app).post('/orders')]);
	expect(first.status).toBe(201);
	expect(second.status).toBe(201);
});
test('answers each', async () => {
	const [first, second] = await Promise.all([request(app).post('/orders'), request(app).post('/users')]);
	expect(first.status).toBe(201);
	expect(second.status).toBe(404);
});
test('locks', async () => {
	const lock = new Lock();
	const [first, second] = await Promise.all([lock.take(), lock.take()]);
	expect(first).toBe(true);
	expect(second).toBe(false);
});`,
		'lock.ts': `export class Lock {
	held = false;
	async take() {
		if (this.held) return false;
		this.held = true;
		return true;
	}
}`,
	});
});

describe('rows that are all stored alike', () => {
	const rows = (first: string, second: string, claim = `expect(users[0].role).toBe('admin');`): string => `import { test, expect, beforeEach } from 'vitest';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
beforeEach(async () => {
	await prisma.user.create({ data: ${first} });
	await prisma.post.create({ data: { title: 'x' } });
});
test('lists', async () => {
	await prisma.user.create({ data: ${second} });
	const users = await prisma.user.findMany();
	${claim}
});`;
	const kysely = (second: string): string => `import { test, expect, beforeEach } from 'vitest';
import { Kysely } from 'kysely';
const db = new Kysely({ dialect });
beforeEach(async () => {
	await db.insertInto('person').values([{ name: 'ana', likes: json({ mail: true }) }, { name: 'bea', likes: json({ mail: ${second} }) }]).execute();
});
test('maps', async () => {
	const person = await db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
	expect(person.likes).toEqual({ mail: true });
});`;

	const marked = (code: string): string => code.replace(/\n\t(expect.*);\n\}\);$/, (_, claim: string) => `\n\t${claim};\n\t${'~'.repeat(claim.length)} left to chance\n});`);

	allows('by calls', rows(`{ name: 'ana', role: 'admin' }`, `{ name: 'bea', role: 'admin' }`));
	allows('by a list', kysely('true'));
	for (const [name, second] of [['another value', `{ name: 'bea', role: 'guest' }`], ['the one that is the default', `{ name: 'bea' }`], ['what is not seen', `await user()`], ['what may be written over', `{ role: 'admin', ...other }`]] as const) {
		flags(`not where one has ${name}`, marked(rows(`{ name: 'ana', role: 'admin' }`, second)));
	}
	flags('not by another column', marked(rows(`{ name: 'ana', role: 'admin' }`, `{ name: 'bea', role: 'admin' }`, `expect(users[0].name).toBe('ana');`)));
	flags('not in a list with another value', marked(kysely('false')));
});

describe('a table with one row', () => {
	const head = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
`;

	allows('that the test makes, or its hook, or that it says to be the only one', `${head}test('stores', async () => {
	await prisma.user.create({ data: { name: 'ana' } });
	const users = await prisma.user.findMany();
	expect(users[0].name).toBe('ana');
});
test('is told of', async () => {
	const users = await prisma.user.findMany();
	expect(users).toHaveLength(1);
	expect(users[0].name).toBe('ana');
});
describe('with a user', () => {
	beforeEach(async () => {
		await prisma.user.create({ data: { name: 'ana' } });
		await prisma.post.create({ data: { title: 'one' } });
		await prisma.post.create({ data: { title: 'two' } });
	});
	test('reads', async () => {
		expect((await prisma.user.findMany())[0].name).toBe('ana');
	});
});`);

	/** A test of another file, which stores so and so. */
	const registered = (stores: string, mark = ''): Record<string, string> => ({
		'test/a.test.js': `const knex = require('knex');
describe('types', () => {
	require('./types')(knex({ client: 'pg' }));${mark}
});`,
		'test/types.js': `const { expect } = require('chai');
module.exports = function (db) {
	it('keeps a number', function () {
		return db.schema.dropTable('numbers')
			.then(function () { return ${stores}; })
			.then(function () { return db('numbers').select('*'); })
			.then(function (rows) { expect(rows[0].large).to.equal(12); });
	});
};`,
	});
	allows('in a test that another file registers', registered(`db('numbers').insert({ large: 12 })`));
	flags('is not one that a test of another file makes two in', registered(`db('numbers').insert([{ large: 12 }, { large: 13 }])`, `\n\t${'~'.repeat(`require('./types')(knex({ client: 'pg' }))`.length)} left to chance`));

	const orm = {
		'db.ts': `import { DataSource } from 'typeorm';\nexport const source = new DataSource({});`,
		'user.ts': `import { Entity } from 'typeorm';\n@Entity() export class User { name: string; posts: Post[] }\n@Entity() export class Post { title: string }`,
	};
	const saved = (query: string): string => `import { source } from './db';
import { Post, User } from './user';
test('stores a user', async () => {
	const user = new User();
	user.posts = [new Post(), new Post()];
	await source.manager.save(user);
	expect((${query}).name).toBe('ana');
	${'~'.repeat(`expect((${query}).name).toBe('ana')`.length)} left to chance
});`;
	const users = `await source.manager.createQueryBuilder(User, 'user').leftJoinAndSelect('user.posts', 'post').getOne()`;
	const posts = users.replace('User', 'Post');
	allows('in the table of the class that the stored object is of', { 'a.test.ts': saved(users).replace(/\n\t~+.*/, ''), ...orm });
	flags('is not one that it brings with it', { 'a.test.ts': saved(posts), ...orm });

	flags('is not one that two are made in, or several by a callback, or where a second row is asked for', `${head}test('stores two', async () => {
	await prisma.user.create({ data: { name: 'ana' } });
	await prisma.user.create({ data: { name: 'bo' } });
	expect((await prisma.user.findMany())[0].name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});
test('stores many', async () => {
	for (const name of ['ana', 'bo']) await prisma.user.create({ data: { name } });
	expect((await prisma.user.findMany())[0].name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});
test('stores one more', async () => {
	await prisma.user.create({ data: { name: 'bo' } });
	expect((await prisma.user.findMany())[1].name).toBe('bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});`);
});

describe('a condition on what a position picks', () => {
	const found = (condition: string): Record<string, string> => ({
		'a.test.ts': `import { configOf } from './config';
test('finds a configuration', async () => {
	expect(await configOf('.')).toEqual({ isKnown: true });
${condition.includes('active') ? '	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance' : ''}
});`,
		'config.ts': `import { PrismaClient } from '@prisma/client';
export async function configOf(name: string) {
	const [first] = await new PrismaClient().config.findMany();
	if (${condition}) return { isKnown: false };
	return { isKnown: true };
}`,
	});

	allows('asks whether there is any', found('!first'));
	allows('compares it with nothing', found('first === undefined'));
	allows('or asks whether it is empty', found('!first || first.length === 0'));
	flags('asks something of it', found('!first.active'));
});

describe('rows that are all to hold the same', () => {
	const head = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('lists', async () => {
	const users = await prisma.user.findMany();
`;

	allows('the same value at each position', `${head}	expect(users[0].role).toBe('admin');
	expect(users[1].role).toBe('admin');
});`);

	flags('other values', `${head}	expect(users[0].role).toBe('admin');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
	expect(users[1].role).toBe('guest');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
});`);

	allows('records made at once, of which a condition leaves some', `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('lists', async () => {
	await Promise.all(['ana', 'bo'].map(name => prisma.user.create({ data: { name } })));
	const users = await prisma.user.findMany({ where: { name: { not: 'bo' } }, orderBy: { id: 'asc' } });
	expect(users[0].name).toBe('ana');
});`);
});

describe('what a promise spreads over parameters', () => {
	flags('one of several answers', `import { Sequelize } from 'sequelize';
const sequelize = new Sequelize('sqlite::memory:');
const Article = sequelize.define('Article', {});
const Label = sequelize.define('Label', {});
it('has labels', () => Promise.all([Article.create({}), Label.create({ text: 'cheap' }), Label.create({ text: 'new' })]).spread(article =>
	article.getLabels().then(labels => {
		expect(labels[0].text).toBe('cheap');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.create.getLabels
	}),
));`);
});

describe('calls that one connection puts in line', () => {
	allows('requests of a client, and rows that it stores', `import { Client } from 'undici';
import pg from 'pg';
test('pipelines', async () => {
	const client = new Client('http://localhost');
	const [first, second] = await Promise.all([client.request({ path: '/', method: 'GET' }), client.request({ path: '/', method: 'GET' })]);
	expect(first.statusCode).toBe(200);
	expect(second.statusCode).toBe(503);
});
test('stores', async () => {
	const client = new pg.Client();
	await Promise.all(['ana', 'bo'].map(name => client.query('INSERT INTO users (name) VALUES ($1)', [name])));
	const { rows } = await client.query('SELECT * FROM users ORDER BY id');
	expect(rows[0].name).toBe('ana');
});`);

	flags('but not those of a pool', `import { Pool } from 'pg';
const pool = new Pool();
test('stores', async () => {
	await Promise.all(['ana', 'bo'].map(name => pool.query('INSERT INTO users (name) VALUES ($1)', [name])));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by
	const { rows } = await pool.query('SELECT * FROM users ORDER BY id');
	expect(rows[0].name).toBe('ana');
});`);
});

describe('the first of rows that a condition chooses', () => {
	const rows = (body: string): string => `import { test, expect } from 'vitest';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
test('lists', async () => {
	const posts = await prisma.post.findMany({ where: { published: true } });
${body}
});`;

	flags('of which the test says how many there are', rows(`
	expect(posts).toHaveLength(2);
	expect(posts[0].title).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance`));
	flags('of which the test says how many there are, by their length', rows(`
	expect(posts.length).toBe(3);
	expect(posts[0]).toEqual({ title: 'a' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance`));
	flags('of which the test looks at another too', rows(`
	expect(posts[0].title).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance
	expect(posts[1].title).toBe('b');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ left to chance`));

	allows('and may be the only one', rows(`expect(posts[0].title).toBe('a');`));
	allows('and is the only one', rows(`expect(posts).toHaveLength(1);\nexpect(posts[0].title).toBe('a');`));
	allows('where the condition makes it the same in each', rows(`expect(posts).toHaveLength(2);\nexpect(posts[0].published).toBe(true);`));
	allows('where it only has to be there', rows(`expect(posts).toHaveLength(2);\nexpect(posts[0]).toBeDefined();`));
	allows('where the same is said of each', rows(`expect(posts).toHaveLength(2);\nexpect(posts[0].kind).toBe('a');\nexpect(posts[1].kind).toBe('a');`));
});

describe('rows that are loaded with others', () => {
	const entities = `import { DataSource } from 'typeorm';
import { Post } from './entities';
const source = new DataSource({ type: 'postgres' });
`;
	const typeorm = (body: string): string => `${entities}test('loads', async () => {\n${body}\n});`;

	flags('TypeORM, all of them', typeorm(`
	const post = await source.manager.findOneOrFail(Post, { where: { id: 1 }, relations: { comments: true } });
	expect(post.comments).toEqual([{ id: 1 }, { id: 2 }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('TypeORM, by their positions', typeorm(`
	const posts = await source.getRepository(Post).find({ relations: ['comments'], order: { id: 'ASC' } });
	expect(posts[0].comments[1].text).toBe('b');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('Prisma, in a service', {
		'a.test.ts': `import { postWithComments } from './posts';
test('loads', async () => {
	const { comments } = await postWithComments(1);
	expect(comments.map(each => each.text)).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ postWithComments (posts.ts:3)
});`,
		'posts.ts': `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const postWithComments = (id: number) => prisma.post.findUniqueOrThrow({ where: { id }, include: { comments: true } });`,
	});
	flags('the first, where the test says how many there are', typeorm(`
	const post = await source.manager.findOneOrFail(Post, { where: { id: 1 }, relations: { comments: true } });
	expect(post.comments).toHaveLength(2);
	expect(post.comments[0].text).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	for (const [name, body] of [
		['the first, which may be the only one', `const post = await source.manager.findOneOrFail(Post, { where: { id: 1 }, relations: { comments: true } });\nexpect(post.comments[0].text).toBe('a');`],
		['the first of each of several', `const posts = await source.manager.find(Post, { relations: { comments: true }, order: { id: 'ASC' } });\nexpect(posts).toHaveLength(2);\nexpect(posts[0].comments[0].text).toBe('a');\nexpect(posts[1].comments[0].text).toBe('b');`],
		['with an order', `const post = await source.manager.findOneOrFail(Post, { where: { id: 1 }, relations: { comments: true }, order: { comments: { id: 'ASC' } } });\nexpect(post.comments).toEqual([{ id: 1 }, { id: 2 }]);`],
		['a list in a column', `const post = await source.manager.findOneOrFail(Post, { where: { id: 1 }, relations: { comments: true } });\nexpect(post.tags).toEqual(['a', 'b']);`],
		['how many', `const post = await source.manager.findOneOrFail(Post, { where: { id: 1 }, relations: { comments: true } });\nexpect(post.comments).toHaveLength(2);`],
	] as const) {
		allows(name, typeorm(body));
	}
});

describe('elements that are held against others in turn', () => {
	const test = (body: string, mark = ''): string => `
import { PrismaClient } from '@prisma/client';
import { expect, test } from 'vitest';
const prisma = new PrismaClient();
const names = ['ana', 'bo'];
test('lists users', async () => {
	const rows = await prisma.user.findMany();
	${body}
${mark}});
`;
	const claim = 'expect(row.name).toBe(names[index])';
	const flagsLoop = (title: string, head: string, tail: string, inner = claim): void => flags(title, test(`${head}\n${inner}\n${'~'.repeat(inner.length)} findMany\n${tail}`));

	flagsLoop('by forEach', 'rows.forEach((row, index) => {', '});');
	flagsLoop('by entries', 'for (const [index, row] of rows.entries()) {', '}');
	flagsLoop('the other way round', 'rows.forEach((row, index) => {', '});', 'expect(names[index]).toBe(row.name)');
	allows('a list that is in order', test(`rows.toSorted((one, other) => one.id - other.id).forEach((row, index) => { ${claim}; });`));
	allows('a list of one', test(`rows.forEach((row, index) => { expect(row.name).toBe(['ana'][index]); });`));
	allows('a list that is made of the same rows', test(`const all = rows.map(row => row.name); rows.forEach((row, index) => { expect(row.name).toBe(all[index]); });`));
	allows('another element', test(`rows.forEach((row, index) => { expect(row.name).toBe(names[0]); });`));
	allows('another counter', test(`names.forEach((name, index) => { expect(names[index]).toBe(name); });`));
});

describe('a sorted copy', () => {
	flags('that nobody takes', `
import _ from 'lodash';
import sortBy from 'lodash/sortBy';
import { orderBy } from 'lodash-es';
it('lists', async () => {
	const users = await load();
	_.sortBy(users, 'id');
	~~~~~~~~~~~~~~~~~~~~~ gives a sorted copy that nobody takes
	sortBy(users, 'id');
	~~~~~~~~~~~~~~~~~~~
	orderBy(users, 'id');
	~~~~~~~~~~~~~~~~~~~~
	users.toSorted();
	~~~~~~~~~~~~~~~~
	expect(users[0].name).toBe('ana');
});`);

	allows('that is looked at, or behind which nothing is asserted', `
import _ from 'lodash';
it('lists', async () => {
	const users = _.sortBy(await load(), 'id');
	expect(users[0].name).toBe('ana');
	builder.orderBy('id');
	users.sort();
	expect(users[1].name).toBe('bo');
	_.sortBy(users, 'id');
});`);
});

describe('a log of what happens', () => {
	allows('whose order is what the test asks for', `
import { queue } from './queue';
it('calls back', async () => {
	const steps = [];
	queue.empty().then(() => steps.push('empty'));
	await Promise.all(queue.push([1, 2]).map(each => each.then(item => steps.push('got ' + item))));
	expect(steps).toEqual(['empty', 'got 1', 'got 2']);
});`);

	flags('not where the list gets only what was waited for', `
import { queue } from './queue';
it('calls back', async () => {
	const got = [];
	await Promise.all(queue.push([1, 2]).map(each => each.then(item => got.push(item.id))));
	expect(got).toEqual([1, 2]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
});

describe('a row of which nothing says that there are others, without the option', () => {
	const first = `	const rows = await allUsers();
	expect(rows[0].name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`;
	const unmarked = first.replace(/^\s*~+\n/m, '');
	allows('the first', { 'a.test.ts': users(unmarked), ...prismaUsers }, { options: {} });
	allows('the last', { 'a.test.ts': users(unmarked.replace('rows[0]', 'rows.at(-1)')), ...prismaUsers }, { options: {} });
	flags('by their number', { 'a.test.ts': users(`${first}\texpect(rows).toHaveLength(2);`), ...prismaUsers }, { options: {} });
	flags('by another place', { 'a.test.ts': users(`${first}\texpect(rows[1].name).toBe('bo');\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers }, { options: {} });
	flags('by its own place', { 'a.test.ts': users(`\tconst rows = await allUsers();\n\texpect(rows[1].name).toBe('bo');\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), ...prismaUsers }, { options: {} });
	allows('where their number is one', { 'a.test.ts': users(`${unmarked}\texpect(rows).toHaveLength(1);`), ...prismaUsers }, { options: {} });
	allows('by the number and the places of what it holds', { 'a.test.ts': users(`${unmarked}\texpect(rows[0].posts).toHaveLength(2);\n\texpect(rows[0].posts[1].title).toBe('b');`), ...prismaUsers }, { options: {} });
});

describe('what the members of a class add to a list', () => {
	const loader = `import { load } from 'library';
export class Loader {
	rows: string[] = [];
	sorted: string[] = [];
	own: string[] = [];
	async all(ids: string[]) {
		await Promise.all(ids.map(async id => {
			this.rows.push(await load(id));
			this.sorted.push(await load(id));
		}));
		this.sorted.sort();
		for (const id of ids) this.own.push(await load(id));
	}
}
`;
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { Loader } from './loader';
test('loads', async () => {
	const loader = new Loader();
	await loader.all(['a', 'b']);
	${claim}
	${mark}
});
`;
	const claim = `expect(loader.rows).toEqual(['a', 'b']);`;
	flags('while others do too', { 'a.test.ts': test(claim, '~'.repeat(claim.length - 1)), 'loader.ts': loader });
	allows('a list that is put in order', { 'a.test.ts': test(`expect(loader.sorted).toEqual(['a', 'b']);`), 'loader.ts': loader });
	allows('one after the other', { 'a.test.ts': test(`expect(loader.own).toEqual(['a', 'b']);`), 'loader.ts': loader });
});

describe('the answer of an app that the test asks in its own process', () => {
	const app = (query: string): string => `import { PrismaClient } from '@prisma/client';
import express from 'express';
const prisma = new PrismaClient();
export const app = express();
app.get('/users', async (req, res) => { res.json(await prisma.user.findMany(${query})); });
`;
	const test = (claim: string, mark = ''): string => `
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	const { body } = await request(app).get('/users');
	${claim}
	${mark}
});
`;
	const claim = `expect(body.map(user => user.name)).toEqual(['ana', 'bo']);`;
	flags('rows', { 'a.test.ts': test(claim, '~'.repeat(claim.length - 1)), 'app.ts': app('') });
	allows('rows in an order', { 'a.test.ts': test(claim), 'app.ts': app(`{ orderBy: { name: 'asc' } }`) });
	allows('their number', { 'a.test.ts': test('expect(body).toHaveLength(2);'), 'app.ts': app('') });
});

describe('the answer of an app that is handed its database', () => {
	const files = (body: string, others: string, claim = `expect(res.body.map(order => order.total)).toEqual([10, 20]);`, isSaid = true): Record<string, string> => ({
		'a.test.ts': `
import knex from 'knex';
import request from 'supertest';
import { beforeEach, expect, test } from 'vitest';
import { createApp } from './app';
import { freshDb } from './db';
${body}
	const res = await request(app).get('/orders');
	${claim}
${isSaid ? `\t${'~'.repeat(claim.length - 1)} Knex.select` : ''}
});
`,
		'db.ts': `import knex from 'knex';\nexport async function freshDb() { const db = knex({ client: 'pg' }); await db.migrate.latest(); return db; }`,
		'app.ts': `import express from 'express';\n${others}`,
	});
	const own = `test('answers', async () => {\n\tconst app = createApp(knex({ client: 'pg' }));`;
	const hooked = `let db;\nlet app;\nbeforeEach(async () => {\n\tdb = await freshDb();\n\tapp = createApp(db);\n});\ntest('answers', async () => {`;
	const plain = `export function createApp(db) {
	const app = express();
	app.get('/orders', async (req, res) => { res.json(await db('orders').select('*')); });
	return app;
}`;
	const sorted = plain.replace(`select('*')`, `select('*').orderBy('total')`);
	flags('in the test', files(own, plain));
	flags('in a hook', files(hooked, plain));
	flags('through a class that it makes with it', files(own, `class Orders {
	constructor(private readonly db) {}
	open() { return this.db('orders').select('*'); }
}
export const createApp = db => {
	const orders = new Orders(db);
	const app = express();
	app.get('/orders', async (req, res) => { res.json(await orders.open()); });
	return app;
};`));
	flags('through a repository that a function makes', files(own, `const makeOrders = db => ({ open: () => db('orders').select('*') });
export function createApp(db) {
	const orders = makeOrders(db);
	const app = express();
	app.get('/orders', async (req, res, next) => { try { res.json(await orders.open()); } catch (error) { next(error); } });
	return app;
}`));
	flags('through a router that a function makes', files(own, `function routes(db) {
	const router = express.Router();
	router.get('/', async (req, res) => { res.json(await db('orders').select('*')); });
	return router;
}
export function createApp(db) {
	const app = express();
	app.use('/orders', routes(db));
	return app;
}`));
	flags('through a function that adds routes', files(own, `function addOrders(app, db) {
	app.get('/orders', async (req, res) => { res.json(await db('orders').select('*')); });
}
export function createApp(db) {
	const app = express();
	addOrders(app, db);
	return app;
}`));
	const claim = 'expect(res.body.map(order => order.total)).toEqual([10, 20]);';
	allows('that puts them in order', files(own, sorted, claim, false));
	allows('that is handed something else', files(`test('answers', async () => {\n\tconst app = createApp(() => ({ select: () => [{ total: 10 }, { total: 20 }] }));`, plain, claim, false));
	allows('of the other of two that it makes', files(`test('answers', async () => {\n\tcreateApp(knex({ client: 'pg' }));\n\tconst app = createApp(() => ({ select: () => [{ total: 10 }, { total: 20 }] }));`, plain, claim, false));
});

describe('chains of promises', () => {
	const chained = (begin: string, end = `then(users => {
		expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.findAll. Sort
	})`): string => `import { User } from './models';
import { save, load } from './fill';
import { elsewhere } from './not-there';
it('lists', function () {
	return ${begin}.${end};
});`;
	const project = (test: string): Record<string, string> => ({
		'a.test.js': test,
		'models.js': `import { Sequelize, DataTypes } from 'sequelize';
export const sequelize = new Sequelize(process.env.DB);
export const User = sequelize.define('User', { name: DataTypes.STRING });`,
		'fill.js': `import { User } from './models';
export async function save() { await User.create({ name: 'ana' }); }
export const load = () => save().then(() => User.findAll());`,
	});

	flags('behind a store', project(chained(`User.bulkCreate([{ name: 'ana' }, { name: 'bo' }]).then(() => User.findAll())`)));
	flags('behind a function that gives nothing', project(chained('save().then(() => { return User.findAll(); })')));
	flags('behind what nothing is known of', project(chained('elsewhere.fill().then(() => User.findAll())')));
	flags('behind the context of the test', project(chained('this.users.fill().bind(this).then(function () { return User.findAll(); })')));
	flags('behind several at once', project(chained('Promise.all([save(), save()]).spread((one, other) => User.findAll())')));
	flags('of a function that chains them itself', project(chained('load()')));
	flags('a chain in a callback', project(chained('save().then(() => save().then(() => User.findAll()))')));
	flags('a callback that takes the names', project(chained('save().then(() => User.findAll())', `then(users => users.map(user => user.name)).then(names => {
		expect(names).toEqual(['ana', 'bo']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.findAll. Sort
	})`)));
	flags('records made at once', project(`import { User } from './models';
it('numbers', () => {
	return Promise.all([User.create({ name: 'ana' }), User.create({ name: 'bo' })])
	       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`id\` is left to chance
		.then(() => User.findAll({ order: ['id'] })).then(users => {
			expect(users[0].name).toBe('ana');
		});
});`));

	allows('a callback that sorts', project(chained('save().then(() => User.findAll())', `then(users => users.map(user => user.name).sort()).then(names => {
		expect(names).toEqual(['ana', 'bo']);
	})`)));
	allows('a callback that gives something else', project(chained('User.findAll().then(users => users.length)', `then(count => {
		expect([count]).toEqual([2]);
	})`)));
	allows('an order', project(chained(`save().then(() => User.findAll({ order: ['id'] }))`, `then(users => {
		expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
	})`)));
});

describe('associations of Sequelize', () => {
	const associated = (body: string): string => `import { Sequelize, DataTypes } from 'sequelize';
const sequelize = new Sequelize(process.env.DB);
const User = sequelize.define('User', { name: DataTypes.STRING });
const Task = sequelize.define('Task', { title: DataTypes.STRING });
User.hasMany(Task);
it('loads', async () => {
${body}
});`;

	flags('a model that is included, by its name', associated(`	const user = await User.findOne({ where: { id: 1 }, include: [Task] });
	expect(user.Tasks.map(task => task.title)).toEqual(['one', 'two']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Sort`));
	flags('a model that is included, in an object', associated(`	const user = await User.findByPk(1, { include: [{ model: Task, required: false }] });
	expect(user.tasks.map(task => task.title)).toEqual(['one', 'two']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Sort`));
	flags('records of an association that are made through it', associated(`	const user = await User.create({ name: 'ana' });
	await user.createTask({ title: 'one' });
	await user.createTask({ title: 'two' });
	const tasks = await user.getTasks();
	expect(tasks[0].title).toBe('one');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which of several rows this asserts something of is left to chance`));
	flags('records of an association that are made at once', associated(`	const user = await User.create({ name: 'ana' });
	await Promise.all([user.createTask({ title: 'one' }), user.createTask({ title: 'two' })]);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`id\` is left to chance
	const tasks = await Task.findAll({ order: ['id'] });
	expect(tasks[0].title).toBe('one');`));
	flags('records of an association that are made at once, each for another', associated(`	const ana = await User.create({ name: 'ana' });
	const bo = await User.create({ name: 'bo' });
	await Promise.all([ana.createTask(), bo.createTask()]);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ their order by \`id\` is left to chance
	const tasks = await Task.findAll({ include: [{ model: User, where: { active: true } }], order: [['id', 'DESC']] });
	expect(tasks[1].User.name).toBe('ana');`));
	flags('a limit of what is included', associated(`	const users = await User.findAll({ include: [{ model: Task, limit: 2 }], order: ['id'] });
	expect(users[0].Tasks[0].title).toBe('one');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which`));
	flags('a page behind the first', associated(`	const users = await User.findAll({ where: { active: true }, limit: 1, offset: 1 });
	expect(users[0].name).toBe('bo');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which`));
	flags('answers of the promises that come with it', associated(`	return Sequelize.Promise.all([User.create({ name: 'ana' }), Task.create({ title: 'one' })]).spread((user, task) => user.getTasks()).then(tasks => {
		expect(tasks.map(task => task.title)).toEqual(['one', 'two']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Sort
	});`));

	allows('records made at once beside others, where a condition leaves some', associated(`	const ana = await User.create({ name: 'ana' });
	await ana.createTask({ title: 'zero' });
	await Promise.all([ana.createTask({ title: 'one' }), ana.createTask({ title: 'two' })]);
	const tasks = await Task.findAll({ where: { done: false }, order: [['id', 'DESC']] });
	expect(tasks[1].title).toBe('zero');`));
	allows('one of those made at once, which a condition leaves', associated(`	const ana = await User.create({ name: 'ana' });
	await Promise.all([ana.createTask({ title: 'one' }), ana.createTask({ title: 'two' })]);
	const tasks = await Task.findAll({ where: { title: 'one' }, order: [['id', 'DESC']] });
	expect(tasks[0].title).toBe('one');`));
	allows('a model that there is one of', associated(`	const task = await Task.findOne({ where: { id: 1 }, include: [User] });
	expect(task.User.name).toEqual('ana');`));
	allows('a model that is included in an order', associated(`	const user = await User.findByPk(1, { include: [{ model: Task, order: ['title'], separate: true }] });
	expect(user.Tasks.map(task => task.title)).toEqual(['one', 'two']);`));
	allows('one record of an association', associated(`	const user = await User.create({ name: 'ana' });
	await user.createTask({ title: 'one' });
	const tasks = await user.getTasks();
	expect(tasks[0].title).toBe('one');`));
	allows('the first page', associated(`	const users = await User.findAll({ where: { active: true }, limit: 1, offset: 0 });
	expect(users[0].name).toBe('bo');`));
});

describe('a row of those that the test stores itself', () => {
	const stored = (body: string, mark = '', hook = ''): string => `import mongoose from 'mongoose';
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const Team = mongoose.model('Team', new mongoose.Schema({ name: String }));
${hook}it('finds', async () => {
${body}
	const users = await User.find();
	expect(users[0].name).toBe('ana');${mark === '' ? '' : `\n\t${mark}`}
});`;
	const mark = '~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which of several rows this asserts something of is left to chance';
	const plain = { options: {} };

	flags('in one call', stored(`	await User.insertMany([{ name: 'ana' }, { name: 'bo' }]);`, mark), plain);
	flags('in two calls', stored(`	await User.create({ name: 'ana' });\n\tawait User.create({ name: 'bo' });`, mark), plain);
	flags('in a hook and the test', stored(`	await User.create({ name: 'bo' });`, mark, `beforeEach(async () => { await User.create({ name: 'ana' }); });\n`), plain);
	flags('in a loop', stored(`	for (const name of ['ana', 'bo']) await User.create({ name });`, mark), plain);
	flags('by the class that it names', `import { DataSource, Entity, Column } from 'typeorm';
@Entity() class User { @Column() name: string; }
const source = new DataSource({ type: 'postgres' });
it('finds', async () => {
	await source.manager.save(User, [{ name: 'ana' }, { name: 'bo' }]);
	const user = await source.manager.findOneBy(User, {});
	expect(user.name).toBe('ana');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Which
});`, plain);

	allows('one of them', stored(`	await User.create({ name: 'ana' });`), plain);
	allows('one, and others elsewhere', stored(`	await User.create({ name: 'ana' });\n\tawait Team.create({ name: 'red' });\n\tawait Team.create({ name: 'blue' });`), plain);
	allows('some that are taken away again', stored(`	await User.create({ name: 'ana' });\n\tawait User.create({ name: 'bo' });\n\tawait User.deleteOne({ name: 'bo' });`), plain);
	allows('another behind the claim', `${stored(`	await User.create({ name: 'ana' });`).slice(0, -3)}\tawait User.create({ name: 'bo' });\n});`, plain);
	allows('of another class', `import { DataSource, Entity, Column } from 'typeorm';
@Entity() class User { @Column() name: string; }
@Entity() class Team { @Column() name: string; }
const source = new DataSource({ type: 'postgres' });
it('finds', async () => {
	await source.manager.save(User, { name: 'ana' });
	await source.manager.save(Team, { name: 'red' });
	const user = await source.manager.findOneBy(User, {});
	expect(user.name).toBe('ana');
});`, plain);
});

describe('records that others make at once', () => {
	const files = (body: string): Record<string, string> => ({
		'a.test.js': `import Bluebird from 'bluebird';
import { User, Team } from './models';
import { fill, add, listed } from './fill';
it('lists', async () => {
${body}
});`,
		'models.js': `import { Sequelize, DataTypes } from 'sequelize';
const sequelize = new Sequelize(process.env.DB);
export const User = sequelize.define('User', { name: DataTypes.STRING });
export const Team = sequelize.define('Team', { name: DataTypes.STRING });`,
		'fill.js': `import { User } from './models';
export const add = async (name, id) => { const user = await User.create(id === undefined ? { name } : { name, id }); return user; };
export const fill = names => Promise.all(names.map(name => User.create({ name })));
export const listed = () => User.findAll({ order: ['id'] });`,
	});
	const sorted = `	const users = await User.findAll({ order: [['id', 'ASC']] });
	expect(users[0].name).toBe('ana');`;
	const mark = (length: number): string => `${'~'.repeat(length)} their order by \`id\` is left to chance\n`;

	flags('a helper of another file', files(`	await fill(['ana', 'bo']);
	      ${mark(19)}${sorted}`));
	flags('a helper that makes one, called for several', files(`	await Promise.all(['ana', 'bo'].map(name => add(name)));
	      ${mark(49)}${sorted}`));
	flags('where another file lists them', files(`	await fill(['ana', 'bo']);
	      ${mark(19)}	const users = await listed();
	expect(users.map(user => user.name)).toEqual(['ana', 'bo']);`));
	flags('a map of promises', files(`	await Bluebird.map(['ana', 'bo'], name => User.create({ name }));
	      ${mark(58)}${sorted}`));
	flags('promises in variables', files(`	const ana = User.create({ name: 'ana' });
	const bo = User.create({ name: 'bo' });
	await Promise.all([ana, bo]);
	      ${mark(22)}${sorted}`));

	allows('another table', files(`	await fill(['ana', 'bo']);
	const teams = await Team.findAll({ order: ['id'] });
	expect(teams[0].name).toBe('red');`));
	allows('behind the assertion', files(`${sorted}
	await fill(['ana', 'bo']);`));
	allows('one at a time', files(`	await Bluebird.map(['ana', 'bo'], name => User.create({ name }), { concurrency: 1 });
${sorted}`));
	allows('compared in any order', files(`	await fill(['ana', 'bo']);
	const users = await listed();
	expect(users.map(user => user.name).sort()).toEqual(['ana', 'bo']);`));
});

describe('what a hook puts into the context of tests', () => {
	const files = (put: string, more = ''): Record<string, string> => ({
		'a.test.js': `import './support';
${more}it('lists', async function () {
	const User = this.db.define('User', {});
	const users = await User.findAll();
	expect(users.map(user => user.name)).toEqual(['ana', 'bo']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Model.findAll. Sort
});`,
		'support.js': `import { Sequelize } from 'sequelize';
const db = new Sequelize(process.env.DB);
before(function () {
	${put}
});`,
	});

	flags('by an assignment', files('this.db = db;'));
	flags('by a property that it defines', files(`Object.defineProperty(this, 'db', { value: db, writable: false });`));
	flags('by several that it assigns', files('Object.assign(this, { db, started: true });'));
	flags('where the callback of a promise has a context of its own', files('this.db = db;', `import { fill } from './fill';
it('fills', function () {
	return fill(this.db).bind({}).then(function (db) { this.db = db; });
});
`));
	allows('what belongs to an object', { ...files('const holder = {}; Object.assign(holder, { db });'), 'a.test.js': (files('')['a.test.js'] ?? '').replace(/^\s*~+.*\n/m, '') });
});

describe('what a container hands out', () => {
	const files = (get: string, options = 'imports: [AppModule]', claim = `	expect((await users.find()).map(user => user.name)).toEqual(['ana', 'bo']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Sort`): Record<string, string> => ({
		'users.test.ts': `import { Test } from '@nestjs/testing';
import { getRepositoryToken } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { AppModule } from './app.module';
import { User } from './user.entity';
import { UsersService } from './users.service';
describe('users', () => {
	let users: Repository<User>;
	beforeAll(async () => {
		const moduleRef = await Test.createTestingModule({ ${options} }).compile();
		users = ${get};
	});
	it('lists', async () => {
	${claim}
	});
});`,
		'users.service.ts': `import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';
@Injectable() export class UsersService {
	constructor(@InjectRepository(User) private readonly users: Repository<User>) {}
	find() { return this.users.find(); }
}`,
		'user.entity.ts': `import { Column, Entity } from 'typeorm';
@Entity() export class User { @Column() name: string; }`,
	});
	const unmarked = `	expect((await users.find()).map(user => user.name)).toEqual(['ana', 'bo']);`;

	flags('a repository', files('moduleRef.get(getRepositoryToken(User))'));
	flags('a service', files('moduleRef.get(UsersService)'));
	flags('a class of a package', files('moduleRef.createNestApplication().get(DataSource).getRepository(User)'));

	allows('where a test puts in something else', files('moduleRef.get(UsersService)', 'providers: [UsersService, { provide: getRepositoryToken(User), useValue: { find: () => [] } }]', unmarked));
	allows('what another map has', files('registry.get(UsersService)', 'imports: [AppModule]', unmarked));
});

describe('records that are made at once, by names alone', () => {
	const asked = { options: { named: true } };
	const file = (statements: string, claim: string, head = ''): string => `import { expect, test } from 'vitest';
import { api, engine, makeNotes } from './support';
${head}test('lists', async () => {
	const notes = makeNotes();
	${statements}
	${claim}
});
`;
	const each = 'await Promise.all(notes.map(note => api.createNote(note)));';
	const mark = (statement: string, word = 'createNote'): string => `${statement}\n\t      ${'~'.repeat(statement.length - 'await ;'.length)} These records are made at once (\`${word}\`)`;
	const two = `await Promise.all([engine.insert('notes', { id: 'b' }), engine.insert('notes', { id: 'a' })]);`;

	flags('each of a list, compared with it', file(mark(each), 'expect(await api.listNotes()).toEqual(notes);'), asked);
	flags('each of a list, that another method lists by a condition', file(`${mark(each)}\n\tconst { found } = await api.findNotesByOwner(1);`, 'expect(found).toEqual(notes.map(note => ({ ...note, owner: 1 })));'), asked);
	flags('two, picked by their place', file(`${mark(two, 'insert')}\n\tconst rows = await engine.findAll('notes');`, `expect(rows[0].id).toBe('b');\n\texpect(rows[1].id).toBe('a');`), asked);
	flags('two, of which a text is made', file(`${mark(two, 'insert')}\n\tconst rows = await engine.findAll('notes');`, `expect(rows.map(row => row.id)).toEqual(['b', 'a']);`), asked);
	flags('two, told by large numbers', file(`${mark(two, 'insert')}\n\tconst rows = await engine.findAll('notes');`, `expect(rows.map(row => row.offset)).toEqual([1n, -2n]);`), asked);
	flags('what a function of the test makes', file(mark(`await Promise.all(notes.map(note => createNote(note)));`), 'expect(await api.listNotes()).toEqual(notes);', 'const createNote = note => api.createNote({ ...note, owner: 1 });\n'), asked);

	flags('what a class of the project hands on to something unseen', {
		'a.test.ts': file(mark(each), 'expect(await api.listNotes()).toEqual(notes);'),
		'support.ts': `const found: { db?: { save(row: object): Promise<void> } } = {};\nexport const makeNotes = () => [{ id: 'b' }, { id: 'a' }];\nexport const api = { async createNote(note: object) { await found.db.save(note); }, listNotes: () => found.db.all() };\nexport const engine = {};\n`,
	}, asked);
	const posted = `await Promise.all(notes.map(note => api.post('/notes', note)));`;
	flags('what is sent to an address, and asked of it', file(`${mark(posted, 'post')}\n\tconst { data } = await api.get('/notes?limit=10');`, 'expect(data).toEqual(notes);'), asked);
	allows('what is asked of another address', file(posted, `expect((await api.get('/users')).data).toEqual(notes);`), asked);
	allows('what is asked of an address in an order', file(posted, `expect((await api.get('/notes?sort=id')).data).toEqual(notes);`), asked);
	allows('what is sent in turn', file(`for (const note of notes) await api.post('/notes', note);`, `expect((await api.get('/notes')).data).toEqual(notes);`), asked);
	flags('what a page sends, and asks for', `import { expect, test } from '@playwright/test';
test('lists', async ({ request }) => {
	const names = ['Bo', 'Al'];
	await Promise.all(names.map(name => request.post('/api/notes', { data: { name } })));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const notes = await (await request.get('/api/notes')).json();
	expect(notes.map(note => note.name)).toEqual(names);
});
`, asked);
	allows('where the option does not ask for them', file(each, 'expect(await api.listNotes()).toEqual(notes);'));
	const steady: readonly (readonly [string, string, string, string?])[] = [
		['one after the other', 'for (const note of notes) await api.createNote(note);', 'expect(await api.listNotes()).toEqual(notes);'],
		['in any order', each, 'expect(await api.listNotes()).toEqual(expect.arrayContaining(notes));'],
		['how many there are', each, 'expect(await api.listNotes()).toHaveLength(3);'],
		['one that is alone', each, `expect((await api.listNotes())[0].id).toBe('a');`],
		['what is listed in an order', each, `expect(await api.listNotes({ orderBy: 'id' })).toEqual(notes);`],
		['what the test sorts', each, 'expect((await api.listNotes()).sort()).toEqual(notes);'],
		['what is expected sorted', each, 'expect(await api.listNotes()).toEqual(notes.toSorted());'],
		['other things', each, 'expect(await api.listUsers()).toEqual(notes);'],
		['another thing of the same method', two, `expect(await engine.findAll('users')).toEqual([1, 2]);`],
		['what was listed before', `const rows = await api.listNotes();\n\t${each}`, 'expect(rows).toEqual(notes);'],
		['one by its key', each, `expect(await api.getNote('a')).toEqual({ id: 'a', tags: ['x', 'y'] });`],
		['what nothing outside keeps', 'await Promise.all(notes.map(note => createNote(note)));', 'expect(await api.listNotes()).toEqual(notes);', 'const kept = [];\nconst createNote = async note => { kept.push(note); };\n'],
		['what is computed at once', 'const made = await Promise.all(notes.map(note => api.renderNote(note)));', 'expect(made).toEqual(await api.listNotes());'],
	];
	for (const [name, statements, claim, head = ''] of steady) allows(name, file(statements, claim, head), asked);
});

describe('a database that is a part of the process', () => {
	const files = `import { expect, it } from 'vitest';
import Database from 'better-sqlite3';
const db = new Database(':memory:');
it('stores', () => {
	const names = db.prepare('SELECT name FROM people').all();
	expect(names).toEqual([{ name: 'Ada' }, { name: 'Bob' }]);
});`;
	allows('unless it is asked for', files);
	flags('where it is asked for', files.replace(/^(\texpect.*)$/m, line => `${line}\n\t${'~'.repeat(line.length - 2)}`), { options: { embedded: true } });
	flags('but not of a server', `import { expect, it } from 'vitest';
import { createClient } from '@libsql/client';
const db = createClient({ url: process.env.DATABASE_URL });
it('stores', async () => {
	const { rows } = await db.execute('SELECT name FROM people');
	expect(rows).toEqual([{ name: 'Ada' }, { name: 'Bob' }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
});

describe('what a method lists of which only the name tells', () => {
	const asked = { options: { named: true } };
	const file = (statements: string, claims: string): string => `import { expect, test } from 'vitest';
import { connect } from 'shop-client';
import { shop } from './support';
test('lists', async () => {
	const notes = (await connect()).notes;
	${statements}
	${claims}
});
`;
	const several = `await notes.data.insertMany([{ text: 'a' }, { text: 'b' }]);`;
	const told = (claim: string): string => `${claim}\n\t${'~'.repeat(claim.length - 1)} depends on the order in which \`fetchObjects\` gives what \`insertMany\` has made`;

	flags('and that is read at several places', file(several, `const found = await notes.query.fetchObjects().then(each => each.objects);\n\t${told(`expect(found[0].text).toBe('a');`)}\n\texpect(found[1].text).toBe('b');`), asked);
	flags('through variables', file(several, `const { objects } = await notes.query.fetchObjects({ limit: 5 });\n\tconst one = objects[0];\n\tconst [, two] = objects;\n\t${told(`expect(one.text).toBe('a');`)}\n\texpect(two.text).toBe('b');`), asked);
	flags('and that is compared as a whole', file(`await notes.insert('a');\n\tawait notes.insert('b');`, `const texts = await notes.list();\n\t${told(`expect(texts).toEqual(['a', 'b']);`).replace('fetchObjects', 'list').replace('insertMany', 'insert')}`), asked);
	const steady: readonly (readonly [string, string, string])[] = [
		['one alone', several, `const found = await notes.query.fetchObjects();\n\texpect(found[0].text).toBe('a');`],
		['the same of each', several, `const found = await notes.query.fetchObjects();\n\texpect(found[0].kind).toBe('note');\n\texpect(found[1].kind).toBe('note');`],
		['what is asked for in an order', several, `const found = await notes.query.fetchObjects({ sort: 'text' });\n\texpect(found[0].text).toBe('a');\n\texpect(found[1].text).toBe('b');`],
		['what the test sorts', several, `const found = (await notes.query.fetchObjects()).sort();\n\texpect(found[0].text).toBe('a');\n\texpect(found[1].text).toBe('b');`],
		['what a variable asks for in an order', several, `const filter = { page: new Page(0, 2), by: new Sort('text') };\n\texpect(await notes.query.fetchObjects(filter)).toEqual(['a', 'b']);`],
		['equal ones', several, `expect(await notes.query.fetchObjects()).toEqual([{ kind: 'note' }, { kind: 'note' }]);`],
		['the best first', several, `const found = await notes.query.searchObjects('a');\n\texpect(found[0].text).toBe('a');\n\texpect(found[1].text).toBe('b');`],
		['what stands on a page', several, `const found = await notes.findElements('p');\n\texpect(found[0].text).toBe('a');\n\texpect(found[1].text).toBe('b');`],
		['what is there at once', several, `const found = notes.query.fetchObjects();\n\texpect(found[0].text).toBe('a');\n\texpect(found[1].text).toBe('b');`],
		['what others have made', 'await shop.open();', `const found = await notes.query.fetchObjects();\n\texpect(found[0].text).toBe('a');\n\texpect(found[1].text).toBe('b');`],
		['another table', `await notes.insert('one', [1, 2]);`, `const found = await notes.findAll('two');\n\texpect(found).toEqual([1, 2]);`],
	];
	for (const [name, statements, claims] of steady) allows(name, file(statements, claims), asked);

	const handing = (statements: string, claims: string): string => `
import { bus, node, AddSeat, ListSeatsQuery, OrderedSeatsQuery, seatsText } from 'theatre';
import { make } from './make';
test('hands over', async () => {
	const write1 = await make.write('a');
	const write2 = await make.write('b');
	${statements}
	${claims}
});
`;
	const written = 'await node.processMessage(write1.message);\n\tawait node.processMessage(write2.message);';
	const added = `await bus.execute(new AddSeat('a'));\n\tawait bus.execute(new AddSeat('b'));`;
	const inOrder = (lister: string, maker: string) => `depends on the order in which \`${lister}\` gives what \`${maker}\` has made`;
	flags('a message that asks, where others write', handing(written, `const seatsQuery = await make.query();\n\tconst reply = await node.processMessage(seatsQuery.message);\n\texpect(reply.entries[0].data).toBe(write1.data);\n\t${'~'.repeat('expect(reply.entries[0].data).toBe(write1.data)'.length)} ${inOrder('seatsQuery', 'write1')}\n\texpect(reply.entries[1].data).toBe(write2.data);`), asked);
	flags('a query and commands that are made on the spot', handing(added, `const seats = await bus.execute(new ListSeatsQuery());\n\texpect(seats).toEqual([{ at: 'a' }, { at: 'b' }]);\n\t${'~'.repeat(`expect(seats).toEqual([{ at: 'a' }, { at: 'b' }])`.length)} ${inOrder('ListSeatsQuery', 'AddSeat')}`), asked);
	for (const [name, statements, claims] of [
		['a message that asks for an order', written, `const seatsQuery = await make.query({ sort: 'created' });\n\tconst reply = await node.processMessage(seatsQuery.message);\n\texpect(reply.entries[0].data).toBe('a');\n\texpect(reply.entries[1].data).toBe('b');`],
		['a query that says that it has an order', added, `const seats = await bus.execute(new OrderedSeatsQuery());\n\texpect(seats).toEqual(['a', 'b']);`],
		['a text that may hold an order', written, `const reply = await node.execute(seatsText);\n\texpect(reply).toEqual(['a', 'b']);`],
		['a query of the test\'s own text', written, `const seatsQuery = 'list seats by name';\n\tconst reply = await node.processMessage(seatsQuery);\n\texpect(reply).toEqual(['a', 'b']);`],
		['a message that neither asks nor writes', written, `const hello = await make.hello();\n\tconst reply = await node.processMessage(hello.message);\n\texpect(reply.entries).toEqual(['a', 'b']);`],
		['one record', 'await node.processMessage(write1.message);', `const seatsQuery = await make.query();\n\texpect(await node.processMessage(seatsQuery.message)).toEqual(['a', 'b']);`],
	] as const)
		allows(`${name}, handed over`, handing(statements, claims), asked);

	const ofSet = (statements: string, claim: string, mark = ''): string => `
import { cache } from 'some-cache';
test('members', async () => {
	${statements}
	${claim}
	${mark}
});
`;
	flags('members of a set', ofSet(`await cache.setAddElements('seats', ['a', 'b']);\n\tconst found = await cache.setFetch('seats');`, `expect(found.valueArray()).toEqual(['a', 'b']);`, `${'~'.repeat(`expect(found.valueArray()).toEqual(['a', 'b'])`.length)} ${inOrder('setFetch', 'setAddElements')}`), asked);
	flags('members of a set that were added one by one', ofSet(`await cache.sAdd('seats', 'a');\n\tawait cache.sAdd('seats', 'b');`, `expect(await cache.sMembers('seats')).toEqual(['a', 'b']);`, `${'~'.repeat(`expect(await cache.sMembers('seats')).toEqual(['a', 'b'])`.length)} ${inOrder('sMembers', 'sAdd')}`), asked);
	for (const [name, statements, claim] of [
		['members of another set', `await cache.setAddElements('rows', ['a', 'b']);`, `expect((await cache.setFetch('seats')).values()).toEqual(['a', 'b']);`],
		['a set as such', `await cache.setAddElements('seats', ['a', 'b']);`, `expect((await cache.setFetch('seats')).valueSet()).toEqual(new Set(['a', 'b']));`],
		['what a setter answers', `await cache.setAdd('seats', ['a', 'b']);`, `expect(await cache.setMembers('seats')).toEqual(['a', 'b']);`],
		['a list that is fetched', `await cache.listPushAll('seats', ['a', 'b']);`, `expect((await cache.listFetch('seats')).values()).toEqual(['a', 'b']);`],
		['a set that something else has filled', `await cache.fill('seats', ['a', 'b']);`, `expect((await cache.setFetch('seats')).values()).toEqual(['a', 'b']);`],
	] as const)
		allows(name, ofSet(statements, claim), asked);

	allows('where the option does not ask for them', file(several, `expect(await notes.list()).toEqual(['a', 'b']);`));
});

describe('functions that wait, and are called side by side', () => {
	const gathering = (code: string, mark = ''): string => `
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import pLimit from 'p-limit';
import pMap from 'p-map';
import PQueue from 'p-queue';
import { settings } from './settings';
test('gathers', async () => {
	const read: string[] = [];
	const one = async (name: string) => {
		await readFile(name);
		read.push(name);
	};
	const each = (step: () => Promise<void>) => step();
	let last = Promise.resolve();
	const inLine = (step: () => Promise<void>) => (last = last.then(step));
	const guarded = async (step: () => Promise<void>) => {
		await settings.lock();
		await step();
	};
	${code}
	expect(read).toEqual(['a', 'b']);
	${mark}
});
`;
	const callback = 'async () => { await readFile(name); read.push(name); }';
	const handed = (limit: string): string => `await Promise.all(['a', 'b'].map(name => ${limit}(${callback})));`;
	for (const code of [
		`const limit = pLimit(2); ${handed('limit')}`,
		`const limit = pLimit({ concurrency: 4 }); ${handed('limit')}`,
		`const queue = new PQueue({ concurrency: 2 }); ${handed('queue.add')}`,
		`const queue = new PQueue(); ${handed('queue.add')}`,
		`const queue = new PQueue({ timeout: 100 }); ${handed('queue.add')}`,
		`await pMap(['a', 'b'], async name => { await readFile(name); read.push(name); });`,
		`await pMap(['a', 'b'], async name => { await readFile(name); read.push(name); }, { concurrency: 2 });`,
		handed('each'),
		`await Promise.all([one('a'), one('b')]);`,
		`await Promise.all([(async () => { read.push(await readFile('a', 'utf8')); })(), (async () => { read.push(await readFile('b', 'utf8')); })()]);`,
	]) {
		flags(`in ${code}`, gathering(code, underlined(`expect(read).toEqual(['a', 'b']);`)));
	}
	flags('in the code under test', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { Reader } from './reader';
test('reads', async () => {
	expect(await new Reader().all(['a', 'b'])).toEqual(['1', '2']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ → push in callbacks that overlap
});
`,
		'reader.ts': `
import { readFile } from 'node:fs/promises';
import PQueue from 'p-queue';
export class Reader {
	private readonly queue = new PQueue({ concurrency: 3 });
	async all(names: string[]) {
		const texts: string[] = [];
		await Promise.all(names.map(name => this.queue.add(async () => { texts.push(await readFile(name, 'utf8')); })));
		return texts;
	}
}
`,
	});
	for (const code of [
		`const limit = pLimit(1); ${handed('limit')}`,
		`const limit = pLimit(Number(process.env.LIMIT)); ${handed('limit')}`,
		`const queue = new PQueue({ concurrency: 1 }); ${handed('queue.add')}`,
		`const queue = new PQueue(settings); ${handed('queue.add')}`,
		`await pMap(['a', 'b'], async name => { await readFile(name); read.push(name); }, { concurrency: 1 });`,
		handed('inLine'),
		handed('guarded'),
		`await Promise.all([one('a'), readFile('b')]);`,
		`await one('a'); await one('b');`,
		`await Promise.all([one('a'), one('b')]); read.sort();`,
		`const early = async (name: string) => { read.push(name); await readFile(name); }; await Promise.all([early('a'), early('b')]);`,
	]) {
		allows(`in ${code}`, gathering(code));
	}
});

describe('what is done with rows when they were awaited', () => {
	const file = (claim: string): string => `
import { expect, it } from 'vitest';
import knex from 'knex';
const db = knex({ client: 'pg' });
it('finds', async () => {
	const rows = await db('invoices').where({ customer: 'c1' }).select('*');
	${claim}
});`;

	flags('that keeps them as they came', file(`expect(rows.map(row => row.number)).toEqual(['A-1', 'A-2']);\n\t${'~'.repeat(59)} Knex.where.select.`));
	allows('that sorts them', file(`expect(rows.map(row => row.number).sort()).toEqual(['A-1', 'A-2']);`));
	allows('that sorts a copy of them', file(`expect(rows.map(row => row.number).toSorted()).toEqual(['A-1', 'A-2']);`));
	allows('that counts them', file(`expect(rows.filter(row => row.paid)).toHaveLength(2);`));
});
