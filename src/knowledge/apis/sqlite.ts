import type { ApiRow } from '../row.ts';

const unordered = 'https://www.sqlite.org/lang_select.html#orderby';
const start = `import Database from 'better-sqlite3';\nconst db = new Database(':memory:');`;

/** SQLite drivers: better-sqlite3 and libsql, node:sqlite, bun:sqlite, the promises of `sqlite`, Turso's client. */
export const sqlite = [
	{
		effect: 'order',
		from: ['better-sqlite3', 'libsql', 'bun:sqlite', 'node:sqlite'],
		path: 'new {Database,DatabaseSync}.{prepare,query}().**.{all,iterate,values}()',
		yields: 'list',
		when: [{ call: 1, argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ call: 1, argument: 0, sql: 'narrowed-rows' }],
		see: unordered,
		flaky: `${start}\ndb.prepare('SELECT * FROM users WHERE age > ?').all(18);`,
		steady: `${start}\ndb.prepare('SELECT * FROM users WHERE age > ? ORDER BY id').all(18);`,
	},
	{
		effect: 'order',
		from: 'sqlite',
		path: 'open().all()',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: unordered,
		flaky: `import { open } from 'sqlite';\nconst db = await open({ filename: ':memory:', driver: Object });\nawait db.all('SELECT * FROM users');`,
		steady: `import { open } from 'sqlite';\nconst db = await open({ filename: ':memory:', driver: Object });\nawait db.all('SELECT * FROM users ORDER BY id');`,
	},
	{
		effect: 'order',
		from: ['@libsql/client', '@libsql/client/web', '@libsql/client/sqlite3'],
		path: 'new Client.execute().rows',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: unordered,
		flaky: `import { createClient } from '@libsql/client';\nconst db = createClient({ url: ':memory:' });\n(await db.execute('SELECT * FROM users')).rows;`,
		steady: `import { createClient } from '@libsql/client';\nconst db = createClient({ url: ':memory:' });\n(await db.execute('SELECT * FROM users ORDER BY id')).rows;`,
	},
	{
		effect: 'store',
		from: ['better-sqlite3', 'libsql', 'bun:sqlite', 'node:sqlite'],
		path: 'new {Database,DatabaseSync}.{prepare,query}().run()',
		data: { argument: 0 },
		when: [{ call: 1, argument: 0, sql: 'insert' }],
		see: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#binding-parameters',
		flaky: `${start}\ndb.prepare('INSERT INTO users (email) VALUES (@email)').run({ email: 'a@example.com' });`,
		steady: `${start}\ndb.prepare('DELETE FROM users WHERE email = @email').run({ email: 'a@example.com' });`,
	},
	{
		effect: 'alias',
		from: ['better-sqlite3', 'libsql'],
		path: 'new ',
		to: 'new Database',
		see: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#class-database',
		flaky: `import Database from 'better-sqlite3';\nnew Database(':memory:');`,
	},
	{
		effect: 'alias',
		from: ['@libsql/client', '@libsql/client/web', '@libsql/client/sqlite3'],
		path: 'createClient()',
		to: 'new Client',
		see: 'https://docs.turso.tech/sdk/ts/reference',
		flaky: `import { createClient } from '@libsql/client';\ncreateClient({ url: ':memory:' });`,
	},
] as const satisfies readonly ApiRow[];
