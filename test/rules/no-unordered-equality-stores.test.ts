import { describe } from 'vitest';

import rule from '../../rules/no-unordered-equality.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unordered-equality', rule);

const claim = `expect(found).toEqual([{ title: 'a' }, { title: 'b' }]);`;

/** A test of what a store gives, through a module of the project. */
const files = (store: string, told = true): Record<string, string> => ({
	'a.test.ts': `
import { loadNotes } from './notes';
test('loads the notes', async () => {
	const found = await loadNotes();
	${claim}
	${told ? underlined(claim) : ''}
});
`,
	'notes.ts': store,
});

describe('what stores give without an order', () => {
	const stores: readonly (readonly [name: string, store: string, ordered: string, inOrder: string])[] = [
		[
			'NeDB',
			`import Datastore from '@seald-io/nedb';\nconst notes = new Datastore();\nexport const loadNotes = () => notes.findAsync({});`,
			'({})',
			'({}).sort({ title: 1 })',
		],
		[
			'NeDB, by a promise of a callback',
			`import Datastore from 'nedb';\nconst notes = new Datastore();\nexport const loadNotes = () => new Promise(resolve => { notes.find({}, (error, found) => resolve(found)); });`,
			'({}, (error, found) => resolve(found))',
			'({}).sort({ title: 1 }).exec((error, found) => resolve(found))',
		],
		[
			'NeDB with promises',
			`import Datastore from 'nedb-promises';\nclass Notes {\n\tstore = Datastore.create();\n\tall() { return this.store.find({}); }\n}\nconst notes = new Notes();\nexport const loadNotes = () => notes.all();`,
			'({})',
			'({}).sort({ title: 1 })',
		],
		[
			'Monk',
			`import monk from 'monk';\nconst db = monk('localhost/test');\nexport const loadNotes = () => db.get('notes').find({});`,
			'({})',
			`({}, { sort: { title: 1 } })`,
		],
		[
			'Typegoose',
			`import { getModelForClass } from '@typegoose/typegoose';\nclass Note {}\nconst NoteModel = getModelForClass(Note);\nexport const loadNotes = () => NoteModel.find({}).lean();`,
			'find({})',
			`find({}).sort('title')`,
		],
		[
			'Cosmos DB',
			`import { CosmosClient } from '@azure/cosmos';\nconst notes = new CosmosClient({}).database('a').container('notes');\nexport const loadNotes = async () => {\n\tconst { resources } = await notes.items.query('SELECT * FROM c').fetchAll();\n\treturn resources;\n};`,
			'FROM c',
			'FROM c ORDER BY c.title',
		],
		[
			'Oracle Database',
			`import oracledb from 'oracledb';\nexport async function loadNotes() {\n\tconst connection = await oracledb.getConnection();\n\treturn (await connection.execute('SELECT title FROM notes')).rows;\n}`,
			'FROM notes',
			'FROM notes ORDER BY title',
		],
		[
			'BigQuery',
			`import { BigQuery } from '@google-cloud/bigquery';\nexport async function loadNotes() {\n\tconst [rows] = await new BigQuery().query('SELECT title FROM a.notes');\n\treturn rows;\n}`,
			'FROM a.notes',
			'FROM a.notes ORDER BY title',
		],
		[
			'Redis, by the values of its keys',
			`import Redis from 'ioredis';\nconst redis = new Redis();\nexport async function loadNotes() {\n\tconst keys = await redis.keys('note:*');\n\treturn (await redis.mget(keys)).map(text => JSON.parse(text));\n}`,
			'mget(keys)',
			'mget(keys.sort())',
		],
		[
			'Redis, by a stream of its keys',
			`import Redis from 'ioredis';\nconst redis = new Redis();\nexport async function loadNotes() {\n\tconst found = [];\n\tfor await (const keys of redis.scanStream({ match: 'note:*' })) found.push(...keys);\n\treturn found;\n}`,
			'return found',
			'return found.sort()',
		],
	];
	for (const [name, store, ordered, inOrder] of stores) {
		flags(name, files(store));
		allows(`${name}, in an order`, files(store.replace(ordered, inOrder), false));
	}
});
