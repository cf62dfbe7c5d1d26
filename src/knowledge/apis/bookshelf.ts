import type { ApiRow } from '../row.ts';

const start = `import bookshelf from 'bookshelf';\nimport knex from 'knex';\nconst shelf = bookshelf(knex({ client: 'pg' }));\nconst User = shelf.Model.extend({ tableName: 'users' });`;

/** Steps that order the rows, or may do so: a callback of `query` is handed the builder. */
const ordered = ['orderBy', 'query', 'resetQuery'] as const;
const see = 'https://bookshelfjs.org/api.html#Model-instance-orderBy';

/** Models are `Model` here, however they were made; `new Model` is a row. */
export const bookshelf = [
	{
		effect: 'order',
		from: 'bookshelf',
		path: 'Model.**.fetchAll()',
		yields: 'list',
		unless: [{ chained: ordered }],
		narrowedBy: [{ chained: ['where'] }],
		see,
		flaky: `${start}\nawait User.fetchAll();`,
		steady: `${start}\nawait User.orderBy('id').fetchAll();`,
	},
	{
		effect: 'order',
		from: 'bookshelf',
		path: 'new Model.**.fetchAll()',
		yields: 'list',
		unless: [{ chained: ordered }],
		narrowedBy: [{ chained: ['where'] }],
		see,
		flaky: `${start}\nawait new User().fetchAll();`,
		steady: `${start}\nawait new User().orderBy('id').fetchAll();`,
	},
	{
		effect: 'store',
		from: 'bookshelf',
		path: 'new Model.save()',
		data: 'receiver',
		see: 'https://bookshelfjs.org/api.html#Model-instance-save',
		flaky: `${start}\nawait new User({ email: 'a@example.com' }).save();`,
		steady: `${start}\nawait new User({ email: 'a@example.com' }).fetch();`,
	},
	{
		effect: 'alias',
		from: 'bookshelf',
		path: '().Model.extend()',
		to: 'Model',
		see: 'https://bookshelfjs.org/api.html#Model-static-extend',
		flaky: `import bookshelf from 'bookshelf';\nbookshelf(connection).Model.extend({ tableName: 'users' });`,
	},
	{
		effect: 'alias',
		from: 'bookshelf',
		path: '().model()',
		to: 'Model',
		see: 'https://bookshelfjs.org/api.html#Bookshelf-instance-model',
		flaky: `import bookshelf from 'bookshelf';\nbookshelf(connection).model('User', { tableName: 'users' });`,
	},
	{
		effect: 'alias',
		from: 'bookshelf',
		path: 'Model.extend()',
		to: 'Model',
		see: 'https://bookshelfjs.org/api.html#Model-static-extend',
		flaky: `${start}\nUser.extend({});`,
	},
	{
		effect: 'alias',
		from: 'bookshelf',
		path: 'Model.forge()',
		to: 'new Model',
		see: 'https://bookshelfjs.org/api.html#Model-static-forge',
		flaky: `${start}\nUser.forge({ id: 1 });`,
	},
] as const satisfies readonly ApiRow[];
