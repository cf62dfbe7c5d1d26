import type { ApiRow } from '../row.ts';

const model = `import { Model } from 'objection';\nclass User extends Model { static tableName = 'users'; }`;

/** Steps that order the rows, make one row of all, or are no query for rows. */
const noList = [
	'orderBy', 'orderByRaw', 'first', 'findOne', 'findById', 'insert', 'insertAndFetch', 'insertGraph', 'insertGraphAndFetch', 'upsertGraph', 'upsertGraphAndFetch', 'update',
	'updateAndFetch', 'updateAndFetchById', 'patch', 'patchAndFetch', 'patchAndFetchById', 'delete', 'deleteById', 'relate', 'unrelate', 'resultSize', 'count', 'countDistinct',
	'min', 'max', 'sum', 'avg', 'groupBy', 'groupByRaw', 'page', 'range', 'truncate', 'increment', 'decrement', 'modify', 'modifiers', 'toKnexQuery', 'as', 'runAfter', 'context', 'onBuild', 'modifyGraph',
] as const;
/** Conditions, of which one may name a key, and limits. */
const filters = ['where', 'andWhere', 'orWhere', 'whereIn', 'whereNot', 'whereNull', 'whereNotNull', 'whereRaw', 'whereComposite', 'findByIds', 'having', 'havingRaw', 'joinRelated', 'limit'] as const;

export const objection = [
	{
		effect: 'order',
		from: 'objection',
		path: 'Model.query().**',
		yields: 'list',
		unless: [{ chained: noList }, { chained: ['$query', '$relatedQuery'] }],
		narrowedBy: [{ chained: filters }],
		see: 'https://vincit.github.io/objection.js/api/query-builder/find-methods.html#orderby',
		flaky: `${model}\nawait User.query().withGraphFetched('pets');`,
		steady: `${model}\nawait User.query().withGraphFetched('pets').orderBy('id');`,
	},
	{
		effect: 'order',
		from: 'objection',
		path: 'new Model.$relatedQuery().**',
		yields: 'list',
		unless: [{ chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://vincit.github.io/objection.js/guide/query-examples.html#relation-queries',
		flaky: `${model}\nconst user = await User.query().findById(1).throwIfNotFound();\nawait user.$relatedQuery('pets').select('name');`,
		steady: `${model}\nconst user = await User.query().findById(1).throwIfNotFound();\nawait user.$relatedQuery('pets').orderBy('id');`,
	},
	{
		effect: 'order',
		from: 'objection',
		path: 'Model.relatedQuery().**',
		yields: 'list',
		when: [{ chained: ['for'] }],
		unless: [{ chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://vincit.github.io/objection.js/guide/query-examples.html#relation-queries',
		flaky: `${model}\nawait User.relatedQuery('pets').for([1, 2]);`,
		steady: `${model}\nawait User.relatedQuery('pets').for([1, 2]).orderBy('id');`,
	},
	{
		effect: 'order',
		from: 'objection',
		path: 'Model.query().**.results',
		yields: 'list',
		when: [{ chained: ['page', 'range'] }],
		unless: [{ chained: ['orderBy', 'orderByRaw', 'modify'] }],
		narrowedBy: [{ chained: filters }],
		see: 'https://vincit.github.io/objection.js/api/query-builder/other-methods.html#page',
		flaky: `${model}\n(await User.query().page(0, 10)).results;`,
		steady: `${model}\n(await User.query().page(0, 10).orderBy('id')).results;`,
	},
	{
		effect: 'store',
		from: 'objection',
		path: 'Model.query().**.{insert,insertAndFetch,insertGraph,insertGraphAndFetch,upsertGraph,upsertGraphAndFetch}()',
		data: { argument: 0 },
		see: 'https://vincit.github.io/objection.js/guide/query-examples.html#insert-queries',
		flaky: `${model}\nawait User.query().insert({ email: 'a@example.com' });`,
		steady: `${model}\nawait User.query().patch({ name: 'a' });`,
	},
	{
		effect: 'store',
		from: 'objection',
		path: 'new Model.$relatedQuery().**.{insert,insertAndFetch,insertGraph,insertGraphAndFetch}()',
		data: { argument: 0 },
		see: 'https://vincit.github.io/objection.js/guide/query-examples.html#relation-insert-queries',
		flaky: `${model}\nconst user = await User.query().findById(1).throwIfNotFound();\nawait user.$relatedQuery('pets').insert({ slug: 'rex' });`,
		steady: `${model}\nconst user = await User.query().findById(1).throwIfNotFound();\nawait user.$relatedQuery('pets').patch({ name: 'Rex' });`,
	},
	{
		effect: 'alias',
		from: 'objection',
		path: 'Model.query().{findById,findOne}()',
		to: 'new Model',
		see: 'https://vincit.github.io/objection.js/guide/query-examples.html#fetch-queries',
		flaky: `${model}\nawait User.query().findById(1);`,
	},
	{
		effect: 'alias',
		from: 'objection',
		path: 'new Model.{throwIfNotFound,withGraphFetched,withGraphJoined}()',
		to: 'new Model',
		see: 'https://vincit.github.io/objection.js/api/query-builder/other-methods.html#throwifnotfound',
		flaky: `${model}\nawait User.query().findById(1).throwIfNotFound();`,
	},
	{
		effect: 'alias',
		from: 'objection',
		path: 'Model.{bindKnex,bindTransaction}()',
		to: 'Model',
		see: 'https://vincit.github.io/objection.js/api/model/static-methods.html#static-bindknex',
		flaky: `import knex from 'knex';\n${model}\nUser.bindKnex(knex({ client: 'pg' }));`,
	},
	{
		effect: 'order',
		from: 'objection',
		path: 'Model.query().**.[].$relatedQuery().**',
		yields: 'list',
		unless: [{ chained: noList }],
		narrowedBy: [{ chained: filters }],
		see: 'https://vincit.github.io/objection.js/guide/query-examples.html#relation-queries',
		flaky: `${model}\nconst users = await User.query();\nawait users[0].$relatedQuery('pets');`,
		steady: `${model}\nconst users = await User.query();\nawait users[0].$relatedQuery('pets').first();`,
	},
] as const satisfies readonly ApiRow[];
