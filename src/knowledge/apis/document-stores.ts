import type { ApiRow } from '../row.ts';

const nedbs = ['nedb', '@seald-io/nedb', 'nedb-core', 'nedb-promises', 'nedb-async'] as const;
const notes = `import Datastore from '@seald-io/nedb';\nconst notes = new Datastore();`;
const users = `import monk from 'monk';\nconst users = monk('localhost/test').get('users');`;
const items = `import { CosmosClient } from '@azure/cosmos';\nconst { items } = new CosmosClient({ key }).database('shop').container('orders');`;

/** Stores of documents beside MongoDB. NeDB keeps documents by ids that it draws, and gives them in the order of these. */
export const documentStores = [
	{
		effect: 'order',
		from: nedbs,
		path: 'new .{find,findAsync}().**',
		yields: 'list',
		things: 'documents',
		unless: [{ chained: ['sort'] }],
		narrowedBy: [{ call: 1, argument: 0, has: '*' }, { chained: ['limit'] }],
		see: 'https://github.com/seald/node-nedb#sorting-and-paginating',
		flaky: `${notes}\nawait notes.findAsync({ open: true });`,
		steady: `${notes}\nawait notes.findAsync({ open: true }).sort({ title: 1 });`,
	},
	{
		effect: 'calls',
		from: nedbs,
		path: 'new .find().**',
		callback: 'last',
		runs: 'later',
		parameters: ['', '()'],
		see: 'https://github.com/seald/node-nedb#finding-documents',
		flaky: `${notes}\nnotes.find({ open: true }, (error, found) => { found; });`,
	},
	{
		effect: 'alias',
		from: 'nedb-promises',
		path: 'create()',
		to: 'new ',
		see: 'https://github.com/bajankristof/nedb-promises#usage',
		flaky: `import Datastore from 'nedb-promises';\nDatastore.create();`,
	},
	{
		effect: 'order',
		from: 'monk',
		path: '().{get,create}().find()',
		yields: 'list',
		things: 'documents',
		unless: [{ argument: 1, has: 'sort' }],
		narrowedBy: [{ argument: 0, has: '*' }, { argument: 1, has: 'limit' }],
		see: 'https://automattic.github.io/monk/docs/collection/find.html',
		flaky: `${users}\nawait users.find({ active: true });`,
		steady: `${users}\nawait users.find({ active: true }, { sort: { name: 1 } });`,
	},
	{
		effect: 'order',
		from: 'monk',
		path: '().{get,create}().distinct()',
		yields: 'list',
		things: 'values',
		narrowedBy: [{ argument: 1, has: '*' }],
		see: 'https://www.mongodb.com/docs/manual/reference/command/distinct/',
		flaky: `${users}\nawait users.distinct('name');`,
		steady: `${users}\nawait users.count({});`,
	},
	{
		effect: 'alias',
		from: '@typegoose/typegoose',
		path: '{getModelForClass,addModelToTypegoose,getModelWithString}()',
		to: 'Model',
		in: 'mongoose',
		see: 'https://typegoose.github.io/typegoose/docs/api/functions/getModelForClass/',
		flaky: `import { getModelForClass } from '@typegoose/typegoose';\ngetModelForClass(User);`,
	},
	{
		effect: 'order',
		from: '@azure/cosmos',
		path: 'new CosmosClient.database().container().items.query().{fetchAll,fetchNext}().resources',
		yields: 'list',
		things: 'documents',
		when: [{ call: 3, argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ call: 3, argument: 0, sql: 'narrowed-rows' }],
		see: 'https://learn.microsoft.com/azure/cosmos-db/nosql/query/order-by',
		flaky: `${items}\n(await items.query('SELECT * FROM c WHERE c.open').fetchAll()).resources;`,
		steady: `${items}\n(await items.query('SELECT * FROM c WHERE c.open ORDER BY c.id').fetchAll()).resources;`,
	},
] as const satisfies readonly ApiRow[];
