import type { ApiRow } from '../row.ts';

const start = `import knex from 'knex';\nconst db = knex({ client: 'pg' });`;

/** Steps that order the rows, make one row of all, or are no query for rows. */
const noList = [
	'orderBy', 'orderByRaw', 'insert', 'upsert', 'update', 'del', 'delete', 'truncate', 'increment', 'decrement', 'count', 'countDistinct', 'min', 'max', 'sum',
	'sumDistinct', 'avg', 'avgDistinct', 'groupBy', 'groupByRaw', 'columnInfo', 'modify', 'toSQL', 'toQuery', 'toString', 'stream', 'pipe', 'as', 'batchInsert',
] as const;
/** Conditions that may name a key. */
const filters = ['where', 'andWhere', 'whereRaw', 'having', 'havingRaw'] as const;
const otherFilters = ['orWhere', 'whereIn', 'whereNot', 'whereNotIn', 'whereNull', 'whereNotNull', 'whereBetween', 'whereNotBetween', 'whereExists', 'whereLike', 'whereILike', 'innerJoin', 'join'] as const;

/** The builder that `knex({ … })` gives is `new Knex` here; called with a table, it begins a query. */
export const knex = [
	{
		effect: 'order',
		from: 'knex',
		path: 'new Knex().**',
		yields: 'list',
		unless: [{ chained: noList }, { chained: filters }, { chained: ['first', 'limit'] }],
		see: 'https://knexjs.org/guide/query-builder.html#orderby',
		flaky: `${start}\nawait db('users').whereIn('role', ['admin', 'owner']);`,
		steady: `${start}\nawait db('users').whereIn('role', ['admin', 'owner']).orderBy('id');`,
	},
	{
		effect: 'order',
		from: 'knex',
		path: 'new Knex.{select,column,columns,distinct,from,with,withSchema,queryBuilder}().**',
		yields: 'list',
		when: [{ chained: ['from', 'table', 'into'] }],
		unless: [{ chained: noList }, { chained: filters }, { chained: ['first', 'limit'] }],
		see: 'https://knexjs.org/guide/query-builder.html#orderby',
		flaky: `${start}\nawait db.select('name').from('users');`,
		steady: `${start}\nawait db.select('name').from('users').orderBy('name');`,
	},
	{
		effect: 'order',
		from: 'knex',
		path: 'new Knex().**.first()',
		yields: 'pick',
		unless: [{ chained: noList }, { chained: filters }, { chained: otherFilters }],
		see: 'https://knexjs.org/guide/query-builder.html#first',
		flaky: `${start}\nawait db('users').first();`,
		steady: `${start}\nawait db('users').where({ id: 1 }).first();`,
	},
	{
		effect: 'order',
		from: 'knex',
		path: 'new Knex.raw().rows',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		see: 'https://knexjs.org/guide/raw.html#raw-queries',
		flaky: `${start}\n(await db.raw('SELECT * FROM users WHERE age > ?', [18])).rows;`,
		steady: `${start}\n(await db.raw('SELECT * FROM users WHERE age > ? ORDER BY id', [18])).rows;`,
	},
	{
		effect: 'store',
		from: 'knex',
		path: 'new Knex().**.{insert,upsert}()',
		data: { argument: 0 },
		see: 'https://knexjs.org/guide/query-builder.html#insert',
		flaky: `${start}\nawait db('users').insert({ email: 'a@example.com' });`,
		steady: `${start}\nawait db('users').where({ id: 1 }).update({ name: 'a' });`,
	},
	{
		effect: 'store',
		from: 'knex',
		path: 'new Knex.insert()',
		data: { argument: 0 },
		see: 'https://knexjs.org/guide/query-builder.html#insert',
		flaky: `${start}\nawait db.insert({ email: 'a@example.com' }).into('users');`,
		steady: `${start}\nawait db.update({ name: 'a' }).into('users');`,
	},
	{
		effect: 'store',
		from: 'knex',
		path: 'new Knex.batchInsert()',
		data: { argument: 1 },
		table: { argument: 0 },
		see: 'https://knexjs.org/guide/utility.html#batchinsert',
		flaky: `${start}\nawait db.batchInsert('users', [{ email: 'a@example.com' }]);`,
		steady: `${start}\nawait db('users').count();`,
	},
	{
		effect: 'calls',
		from: 'knex',
		path: 'new Knex.transaction()',
		callback: 0,
		runs: 'now',
		parameters: ['new Knex'],
		see: 'https://knexjs.org/guide/transactions.html',
		flaky: `${start}\nawait db.transaction(async trx => { await trx('users'); });`,
	},
	{
		effect: 'calls',
		from: 'knex',
		path: 'new Knex.schema.**.{createTable,createTableIfNotExists,table,alterTable}()',
		callback: 1,
		runs: 'now',
		parameters: ['new TableBuilder'],
		see: 'https://knexjs.org/guide/schema-builder.html#createtable',
		flaky: `${start}\nawait db.schema.createTable('users', table => { table.increments(); });`,
	},
	{
		effect: 'alias',
		from: 'knex',
		path: '()',
		to: 'new Knex',
		see: 'https://knexjs.org/guide/#configuration-options',
		flaky: `import knex from 'knex';\nknex({ client: 'pg' });`,
	},
	{
		effect: 'alias',
		from: 'knex',
		path: '{knex,Knex}()',
		to: 'new Knex',
		see: 'https://knexjs.org/guide/#configuration-options',
		flaky: `import { knex } from 'knex';\nknex({ client: 'pg' });`,
	},
	{
		effect: 'alias',
		from: 'knex',
		path: 'new Knex.{transactionProvider,withUserParams}()',
		to: 'new Knex',
		see: 'https://knexjs.org/guide/transactions.html#transaction-modes',
		flaky: `${start}\ndb.withUserParams({});`,
	},
	{
		effect: 'alias',
		from: 'knex',
		path: 'Knex.new Transaction',
		to: 'new Knex',
		see: 'https://knexjs.org/guide/transactions.html',
		flaky: `import type { Knex } from 'knex';\ndeclare const trx: Knex.Transaction;\ntrx;`,
	},
] as const satisfies readonly ApiRow[];
