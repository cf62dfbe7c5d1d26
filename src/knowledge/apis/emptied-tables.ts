import type { ApiRow } from '../row.ts';

const truncate = 'https://dev.mysql.com/doc/refman/8.4/en/truncate-table.html';
const postgres = 'https://www.postgresql.org/docs/current/sql-truncate.html';

/** What takes all rows of a table away, by SQL or by the table's name: clients that are not told of elsewhere. */
export const emptiedTables = [
	{
		effect: 'empty',
		from: ['mysql2/promise', 'mysql2', 'mysql', 'mariadb'],
		path: 'new Connection.{query,execute}()',
		table: { argument: 0 },
		when: [{ argument: 0, sql: 'empties' }],
		see: truncate,
		flaky: `import { createPool } from 'mysql2/promise';\nconst pool = createPool('mysql://localhost/test');\nawait pool.query('TRUNCATE TABLE users');`,
		steady: `import { createPool } from 'mysql2/promise';\nconst pool = createPool('mysql://localhost/test');\nawait pool.query('DELETE FROM users WHERE id = 1');`,
	},
	{
		effect: 'empty',
		from: 'knex',
		path: 'new Knex.raw()',
		table: { argument: 0 },
		when: [{ argument: 0, sql: 'empties' }],
		see: 'https://knexjs.org/guide/raw.html',
		flaky: `import knex from 'knex';\nconst db = knex({});\nawait db.raw('TRUNCATE TABLE users CASCADE');`,
		steady: `import knex from 'knex';\nconst db = knex({});\nawait db.raw('SELECT 1');`,
	},
	{
		effect: 'empty',
		from: ['postgres', 'bun'],
		path: 'new Sql()',
		table: { argument: 0 },
		when: [{ argument: 0, sql: 'empties' }],
		see: postgres,
		flaky: `import connect from 'postgres';\nconst sql = connect();\nawait sql\`TRUNCATE TABLE users\`;`,
		steady: `import connect from 'postgres';\nconst sql = connect();\nawait sql\`DELETE FROM users WHERE id = \${1}\`;`,
	},
	{
		effect: 'empty',
		from: 'pg-promise',
		path: 'new Database.{none,result,any,query,multi}()',
		table: { argument: 0 },
		when: [{ argument: 0, sql: 'empties' }],
		see: postgres,
		flaky: `import connect from 'pg-promise';\nconst db = connect()('postgres://localhost/test');\nawait db.none('TRUNCATE TABLE users');`,
		steady: `import connect from 'pg-promise';\nconst db = connect()('postgres://localhost/test');\nawait db.none('DELETE FROM users WHERE id = 1');`,
	},
	{
		effect: 'empty',
		from: '@prisma/client',
		path: 'new PrismaClient.{$executeRaw,$queryRaw}()',
		table: { argument: 0 },
		when: [{ argument: 0, sql: 'empties' }],
		see: postgres,
		flaky: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nawait prisma.$executeRaw\`TRUNCATE TABLE users\`;`,
		steady: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nawait prisma.$executeRaw\`DELETE FROM users WHERE id = \${1}\`;`,
	},
	{
		effect: 'empty',
		from: 'kysely',
		path: 'new Kysely.deleteFrom().execute()',
		see: 'https://kysely.dev/docs/examples/delete/single-row',
		flaky: `import { Kysely } from 'kysely';\nconst db = new Kysely({});\nawait db.deleteFrom('users').execute();`,
		steady: `import { Kysely } from 'kysely';\nconst db = new Kysely({});\nawait db.deleteFrom('users').where('id', '=', 1).execute();`,
	},
	{
		effect: 'empty',
		from: 'mongodb',
		path: 'new Collection.drop()',
		see: 'https://mongodb.github.io/node-mongodb-native/6.0/classes/Collection.html#drop',
		flaky: `import { MongoClient } from 'mongodb';\nawait new MongoClient(url).db().collection('users').drop();`,
		steady: `import { MongoClient } from 'mongodb';\nawait new MongoClient(url).db().collection('users').dropIndexes();`,
	},
] as const satisfies readonly ApiRow[];
