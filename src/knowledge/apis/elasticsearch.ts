import type { ApiRow } from '../row.ts';

const packages = ['@elastic/elasticsearch', '@opensearch-project/opensearch'] as const;
const start = `import { Client } from '@elastic/elasticsearch';\nconst client = new Client({ node: 'http://localhost:9200' });`;

/** Without a query, or with one that gives all documents the same score, "documents will be returned in effectively random order". */
export const elasticsearch = [
	{
		effect: 'order',
		from: packages,
		path: 'new Client.search().hits.hits',
		yields: 'list',
		unless: [
			{ argument: 0, has: 'sort' },
			{ argument: 0, has: 'body' },
			{ argument: 0, has: 'query' },
			{ argument: 0, has: 'q' },
			{ argument: 0, has: 'retriever' },
			{ argument: 0, has: 'knn' },
			{ argument: 0, in: [1], key: 'size' },
		],
		see: 'https://www.elastic.co/guide/en/elasticsearch/guide/current/_sorting.html',
		flaky: `${start}\n(await client.search({ index: 'users' })).hits.hits;`,
		steady: `${start}\n(await client.search({ index: 'users', sort: 'id' })).hits.hits;`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Client.search().hits.hits',
		yields: 'list',
		when: [{ argument: 0, has: 'query.match_all' }],
		unless: [{ argument: 0, has: 'sort' }, { argument: 0, in: [1], key: 'size' }],
		see: 'https://www.elastic.co/guide/en/elasticsearch/guide/current/_sorting.html',
		flaky: `${start}\n(await client.search({ index: 'users', query: { match_all: {} } })).hits.hits;`,
		steady: `${start}\n(await client.search({ index: 'users', query: { match: { name: 'a' } } })).hits.hits;`,
	},
	{
		effect: 'order',
		from: packages,
		path: 'new Client.search().body.hits.hits',
		yields: 'list',
		when: [{ argument: 0, has: 'body' }],
		unless: [
			{ argument: 0, has: 'sort' },
			{ argument: 0, has: 'body.sort' },
			{ argument: 0, has: 'body.query' },
			{ argument: 0, has: 'body.knn' },
			{ argument: 0, in: [1], key: 'body.size' },
		],
		see: 'https://www.elastic.co/guide/en/elasticsearch/guide/current/_sorting.html',
		flaky: `import { Client } from '@opensearch-project/opensearch';\nconst client = new Client({ node: 'http://localhost:9200' });\n(await client.search({ index: 'users', body: {} })).body.hits.hits;`,
		steady: `import { Client } from '@opensearch-project/opensearch';\nconst client = new Client({ node: 'http://localhost:9200' });\n(await client.search({ index: 'users', body: { sort: ['id'] } })).body.hits.hits;`,
	},
] as const satisfies readonly ApiRow[];
