import type { ApiRow } from '../row.ts';

const start = `import { Kysely, type KyselyConfig } from 'kysely';\ndeclare const config: KyselyConfig;\nconst db = new Kysely<{ users: { id: number; email: string } }>(config);`;

/** Steps that order the rows or make one row of all. */
const noList = ['orderBy', 'groupBy', 'having', 'union', 'unionAll', 'intersect', 'except', '$call', '$if'] as const;
/** Conditions, of which one may name a key, and limits. */
const filters = ['where', 'whereRef', 'limit', 'top', 'fetch', 'innerJoin'] as const;

export const kysely = [
	{
		effect: 'order',
		from: 'kysely',
		path: 'new Kysely.selectFrom().**.execute()',
		yields: 'list',
		when: [{ chained: ['selectAll'] }],
		unless: [{ chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://kysely.dev/docs/examples/select/all-columns',
		flaky: `${start}\nawait db.selectFrom('users').selectAll().execute();`,
		steady: `${start}\nawait db.selectFrom('users').selectAll().orderBy('id').execute();`,
	},
	{
		effect: 'order',
		from: 'kysely',
		path: 'new Kysely.selectFrom().select().**.execute()',
		yields: 'list',
		unless: [{ call: 2, argument: 0, callable: true }, { chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://kysely.dev/docs/examples/select/all-columns',
		flaky: `${start}\nawait db.selectFrom('users').select(['id', 'email']).execute();`,
		steady: `${start}\nawait db.selectFrom('users').select(eb => eb.fn.countAll().as('n')).execute();`,
	},
	{
		effect: 'order',
		from: 'kysely',
		path: 'new Kysely.selectFrom().**.{executeTakeFirst,executeTakeFirstOrThrow}()',
		yields: 'pick',
		when: [{ chained: ['selectAll'] }],
		unless: [{ chained: noList }, { chained: filters }],
		see: 'https://kysely-org.github.io/kysely-apidoc/interfaces/SelectQueryBuilder.html#executeTakeFirst',
		flaky: `${start}\nawait db.selectFrom('users').selectAll().executeTakeFirst();`,
		steady: `${start}\nawait db.selectFrom('users').selectAll().where('id', '=', 1).executeTakeFirst();`,
	},
	{
		effect: 'order',
		from: 'kysely',
		path: 'sql().execute().rows',
		yields: 'list',
		when: [{ call: 0, argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ call: 0, argument: 0, sql: 'narrowed-rows' }],
		see: 'https://kysely.dev/docs/recipes/raw-sql',
		flaky: `import { sql } from 'kysely';\n${start}\n(await sql\`SELECT * FROM users\`.execute(db)).rows;`,
		steady: `import { sql } from 'kysely';\n${start}\n(await sql\`SELECT * FROM users ORDER BY id\`.execute(db)).rows;`,
	},
	{
		effect: 'store',
		from: 'kysely',
		path: 'new Kysely.{insertInto,replaceInto}().values()',
		data: { argument: 0 },
		see: 'https://kysely.dev/docs/examples/insert/single-row',
		flaky: `${start}\nawait db.insertInto('users').values({ id: 1, email: 'a@example.com' }).execute();`,
		steady: `${start}\nawait db.updateTable('users').set({ email: 'a@example.com' }).execute();`,
	},
	{
		effect: 'calls',
		from: 'kysely',
		path: 'new Kysely.transaction().**.execute()',
		callback: 0,
		runs: 'now',
		parameters: ['new Kysely'],
		see: 'https://kysely.dev/docs/examples/transactions/simple-transaction',
		flaky: `${start}\nawait db.transaction().execute(async trx => { await trx.selectFrom('users').selectAll().execute(); });`,
	},
	{
		effect: 'alias',
		from: 'kysely',
		path: 'new Kysely.{withSchema,withPlugin,withoutPlugins,withTables}()',
		to: 'new Kysely',
		see: 'https://kysely-org.github.io/kysely-apidoc/classes/Kysely.html',
		flaky: `${start}\ndb.withSchema('public');`,
	},
	{
		effect: 'alias',
		from: 'kysely',
		path: 'new Transaction',
		to: 'new Kysely',
		see: 'https://kysely-org.github.io/kysely-apidoc/classes/Transaction.html',
		flaky: `import type { Transaction } from 'kysely';\ndeclare const trx: Transaction<object>;\ntrx;`,
	},
] as const satisfies readonly ApiRow[];
