import type { ApiRow } from '../row.ts';

/** Mongoose gives out the driver's own collections (`connection.db`, `Model.collection`). */
const packages = ['mongodb', 'mongoose'] as const;
const start = `import { MongoClient } from 'mongodb';\nconst users = new MongoClient('mongodb://localhost').db('test').collection('users');`;

export const mongodb = [
	{
		effect: 'order',
		from: packages,
		path: 'new Collection.find().**',
		yields: 'list',
		unless: [{ chained: ['sort', 'count', 'explain', 'hasNext', 'next', 'tryNext'] }, { call: 1, argument: 1, has: 'sort' }],
		narrowedBy: [{ call: 1, argument: 0, has: '*' }, { call: 1, argument: 1, has: 'limit' }, { chained: ['limit'] }],
		see: 'https://www.mongodb.com/docs/manual/reference/method/cursor.sort/',
		flaky: `${start}\nawait users.find({ active: true }).toArray();`,
		steady: `${start}\nawait users.find({ active: true }).sort({ _id: 1 }).toArray();`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Collection.findOne()',
		yields: 'pick',
		unless: [{ argument: 0, has: '*' }, { argument: 1, has: 'sort' }],
		see: 'https://www.mongodb.com/docs/manual/reference/method/db.collection.findOne/',
		flaky: `${start}\nawait users.findOne({});`,
		steady: `${start}\nawait users.findOne({ email: 'a@example.com' });`,
	},
	{
		effect: 'store',
		from: packages,
		path: 'new Collection.{insertOne,insertMany}()',
		data: { argument: 0 },
		see: 'https://www.mongodb.com/docs/drivers/node/current/crud/insert/',
		flaky: `${start}\nawait users.insertOne({ email: 'a@example.com' });`,
		steady: `${start}\nawait users.deleteOne({ email: 'a@example.com' });`,
	},
	{
		effect: 'alias',
		from: 'mongodb',
		path: 'MongoClient.connect()',
		to: 'new MongoClient',
		see: 'https://www.mongodb.com/docs/drivers/node/current/connect/mongoclient/',
		flaky: `import { MongoClient } from 'mongodb';\nawait MongoClient.connect('mongodb://localhost');`,
	},
	{
		effect: 'alias',
		from: 'mongodb',
		path: 'new MongoClient.connect()',
		to: 'new MongoClient',
		see: 'https://www.mongodb.com/docs/drivers/node/current/connect/mongoclient/',
		flaky: `import { MongoClient } from 'mongodb';\nawait new MongoClient('mongodb://localhost').connect();`,
	},
	{
		effect: 'alias',
		from: 'mongodb',
		path: 'new MongoClient.db()',
		to: 'new Db',
		see: 'https://www.mongodb.com/docs/drivers/node/current/databases-collections/',
		flaky: `import { MongoClient } from 'mongodb';\nnew MongoClient('mongodb://localhost').db('test');`,
	},
	{
		effect: 'alias',
		from: packages,
		path: 'new Db.{collection,createCollection}()',
		to: 'new Collection',
		see: 'https://www.mongodb.com/docs/drivers/node/current/databases-collections/',
		flaky: `import { MongoClient } from 'mongodb';\nnew MongoClient('mongodb://localhost').db('test').collection('users');`,
	},
] as const satisfies readonly ApiRow[];
