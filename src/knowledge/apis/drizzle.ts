import type { ApiRow } from '../row.ts';

/** Entry points whose `execute()` gives the driver's own result, with the rows in `rows`. */
const withRows = ['drizzle-orm/node-postgres', 'drizzle-orm/neon-serverless', 'drizzle-orm/neon-http', 'drizzle-orm/vercel-postgres', 'drizzle-orm/pglite'] as const;
const packages = [
	...withRows, 'drizzle-orm/postgres-js', 'drizzle-orm/better-sqlite3', 'drizzle-orm/bun-sqlite', 'drizzle-orm/bun-sql', 'drizzle-orm/libsql', 'drizzle-orm/d1', 'drizzle-orm/mysql2',
	'drizzle-orm/planetscale-serverless', 'drizzle-orm/tidb-serverless', 'drizzle-orm/singlestore', 'drizzle-orm/expo-sqlite', 'drizzle-orm/sql-js', 'drizzle-orm/xata-http',
	'drizzle-orm/pg-proxy', 'drizzle-orm/mysql-proxy', 'drizzle-orm/sqlite-proxy', 'drizzle-orm/pg-core', 'drizzle-orm/mysql-core', 'drizzle-orm/sqlite-core',
] as const;
const start = `import { drizzle } from 'drizzle-orm/node-postgres';\nimport { integer, pgTable, text } from 'drizzle-orm/pg-core';\nconst users = pgTable('users', { id: integer().primaryKey(), email: text().unique() });\nconst db = drizzle('postgres://localhost/test', { schema: { users } });`;

/** Steps that order the rows, make one row of all, or are no query for rows. */
const noList = ['orderBy', 'groupBy', 'having', 'as', 'toSQL', 'getSQL', 'get', '$dynamic', 'union', 'unionAll', 'intersect', 'except'] as const;
/** Conditions, of which one may name a key, and limits. */
const filters = ['where', 'limit', 'innerJoin'] as const;

/** The database that `drizzle()` gives is `new Database` here, whatever its driver. */
export const drizzle = [
	{
		effect: 'order',
		from: packages,
		path: 'new Database.{select,selectDistinct}().from().**',
		yields: 'list',
		when: [{ call: 1, argument: 0, present: false }],
		unless: [{ chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://orm.drizzle.team/docs/select#order-by',
		flaky: `${start}\nawait db.select().from(users);`,
		steady: `${start}\nawait db.select().from(users).orderBy(users.id);`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Database.{select,selectDistinct}().from().**',
		yields: 'list',
		when: [{ call: 1, argument: 0, present: true }, { call: 1, argument: 0, has: 'id' }],
		unless: [{ chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://orm.drizzle.team/docs/select#order-by',
		flaky: `${start}\nawait db.select({ id: users.id }).from(users);`,
		steady: `import { count } from 'drizzle-orm';\n${start}\nawait db.select({ users: count() }).from(users);`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Database.query.*.findMany()',
		yields: 'list',
		unless: [{ argument: 0, has: 'orderBy' }],
		narrowedBy: [{ argument: 0, has: 'where' }, { argument: 0, has: 'limit' }],
		see: 'https://orm.drizzle.team/docs/rqb#order-by',
		flaky: `${start}\nawait db.query.users.findMany();`,
		steady: `${start}\nawait db.query.users.findMany({ orderBy: users.id });`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Database.query.*.findFirst().*',
		yields: 'list',
		when: [{ argument: 0, joins: 'with' }],
		narrowedBy: [{ argument: 0, has: 'with' }],
		see: 'https://orm.drizzle.team/docs/rqb#include-relations',
		flaky: `import { eq } from 'drizzle-orm';\n${start}\n(await db.query.users.findFirst({ where: eq(users.id, 1), with: { posts: true } })).posts;`,
		steady: `import { eq } from 'drizzle-orm';\n${start}\n(await db.query.users.findFirst({ where: eq(users.id, 1), with: { posts: { orderBy: { id: 'asc' } } } })).posts;`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Database.query.*.findMany().[].*',
		yields: 'list',
		when: [{ argument: 0, joins: 'with' }],
		narrowedBy: [{ argument: 0, has: 'with' }],
		see: 'https://orm.drizzle.team/docs/rqb#include-relations',
		flaky: `${start}\n(await db.query.users.findMany({ orderBy: users.id, with: { posts: true } }))[0].posts;`,
		steady: `${start}\n(await db.query.users.findMany({ orderBy: users.id, with: { posts: { orderBy: { id: 'asc' } } } }))[0].posts;`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Database.query.*.findFirst()',
		yields: 'pick',
		unless: [{ argument: 0, has: 'orderBy' }, { argument: 0, has: 'where' }],
		see: 'https://orm.drizzle.team/docs/rqb#find-first',
		flaky: `${start}\nawait db.query.users.findFirst();`,
		steady: `import { eq } from 'drizzle-orm';\n${start}\nawait db.query.users.findFirst({ where: eq(users.id, 1) });`,
	},
	{
		effect: 'order',
		from: withRows,
		path: 'new Database.execute().rows',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: 'https://www.postgresql.org/docs/current/queries-order.html',
		flaky: `${start}\n(await db.execute('SELECT * FROM users')).rows;`,
		steady: `${start}\n(await db.execute('SELECT * FROM users ORDER BY id')).rows;`,
	},
	{
		effect: 'order',
		from: ['drizzle-orm/postgres-js', 'drizzle-orm/bun-sql'],
		path: 'new Database.execute()',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: 'https://www.postgresql.org/docs/current/queries-order.html',
		flaky: `import { drizzle } from 'drizzle-orm/postgres-js';\nconst db = drizzle('postgres://localhost/test');\nawait db.execute('SELECT * FROM users');`,
		steady: `import { drizzle } from 'drizzle-orm/postgres-js';\nconst db = drizzle('postgres://localhost/test');\nawait db.execute('SELECT count(*) FROM users');`,
	},
	{
		effect: 'store',
		from: packages,
		path: 'new Database.insert().values()',
		data: { argument: 0 },
		see: 'https://orm.drizzle.team/docs/insert',
		flaky: `${start}\nawait db.insert(users).values({ id: 1, email: 'a@example.com' });`,
		steady: `${start}\nawait db.update(users).set({ email: 'a@example.com' });`,
	},
	{
		effect: 'calls',
		from: packages,
		path: 'new Database.transaction()',
		callback: 0,
		runs: 'now',
		parameters: ['new Database'],
		see: 'https://orm.drizzle.team/docs/transactions',
		flaky: `${start}\nawait db.transaction(async tx => { await tx.select().from(users); });`,
	},
	{
		effect: 'alias',
		from: packages,
		path: 'drizzle()',
		to: 'new Database',
		see: 'https://orm.drizzle.team/docs/connect-overview',
		flaky: `import { drizzle } from 'drizzle-orm/postgres-js';\ndrizzle('postgres://localhost/test');`,
	},
	{
		effect: 'alias',
		from: packages,
		path: 'new {NodePgDatabase,NeonDatabase,NeonHttpDatabase,VercelPgDatabase,PgliteDatabase,PostgresJsDatabase,BetterSQLite3Database,BunSQLiteDatabase,BunSQLDatabase,LibSQLDatabase,DrizzleD1Database,MySql2Database,PlanetScaleDatabase,PgDatabase,MySqlDatabase,BaseSQLiteDatabase,PgTransaction,MySqlTransaction,SQLiteTransaction}',
		to: 'new Database',
		see: 'https://orm.drizzle.team/docs/goodies#type-api',
		flaky: `import type { NodePgDatabase } from 'drizzle-orm/node-postgres';\ndeclare const db: NodePgDatabase;\ndb;`,
	},
] as const satisfies readonly ApiRow[];
