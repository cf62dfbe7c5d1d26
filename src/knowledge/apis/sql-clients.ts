import type { ApiRow } from '../row.ts';

const when = [{ argument: 0, sql: 'unordered-rows' }] as const;
const narrowedBy = [{ argument: 0, sql: 'narrowed-rows' }] as const;
const oracle = `import oracledb from 'oracledb';\nconst connection = await oracledb.getConnection();`;
const planetscale = `import { connect } from '@planetscale/database';\nconst connection = connect({ url });`;
const spanner = `import { Spanner } from '@google-cloud/spanner';\nconst database = new Spanner().instance('one').database('shop');`;
const databases = `import createConnectionPool, { sql } from '@databases/pg';\nconst db = createConnectionPool(url);`;

/** Clients of further databases that are handed SQL as text. */
export const sqlClients = [
	{
		effect: 'order', from: 'oracledb', path: 'new Connection.execute().rows', yields: 'list', when, narrowedBy,
		see: 'https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/SELECT.html',
		flaky: `${oracle}\n(await connection.execute('SELECT * FROM orders')).rows;`,
		steady: `${oracle}\n(await connection.execute('SELECT * FROM orders ORDER BY id')).rows;`,
	},
	{
		effect: 'alias', from: 'oracledb', path: 'getConnection()', to: 'new Connection',
		see: 'https://node-oracledb.readthedocs.io/en/latest/api_manual/oracledb.html#oracledb.getConnection',
		flaky: `import oracledb from 'oracledb';\nawait oracledb.getConnection();`,
	},
	{
		effect: 'alias', from: 'oracledb', path: '{createPool,getPool}().getConnection()', to: 'new Connection',
		see: 'https://node-oracledb.readthedocs.io/en/latest/api_manual/pool.html#pool.getConnection',
		flaky: `import oracledb from 'oracledb';\nawait (await oracledb.createPool({})).getConnection();`,
	},
	{
		effect: 'order', from: '@planetscale/database', path: 'new Client.execute().rows', yields: 'list', when, narrowedBy,
		see: 'https://dev.mysql.com/doc/refman/8.4/en/sorting-rows.html',
		flaky: `${planetscale}\n(await connection.execute('SELECT * FROM orders')).rows;`,
		steady: `${planetscale}\n(await connection.execute('SELECT * FROM orders ORDER BY id')).rows;`,
	},
	{
		effect: 'alias', from: '@planetscale/database', path: 'connect()', to: 'new Client',
		see: 'https://github.com/planetscale/database-js#usage',
		flaky: `import { connect } from '@planetscale/database';\nconnect({});`,
	},
	{
		effect: 'alias', from: '@planetscale/database', path: 'new Client.connection()', to: 'new Client',
		see: 'https://github.com/planetscale/database-js#usage',
		flaky: `import { Client } from '@planetscale/database';\nnew Client({}).connection();`,
	},
	{
		effect: 'order', from: '@google-cloud/bigquery', path: 'new BigQuery.query().0', yields: 'list', when, narrowedBy,
		see: 'https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax#order_by_clause',
		flaky: `import { BigQuery } from '@google-cloud/bigquery';\n(await new BigQuery().query('SELECT name FROM shop.orders'))[0];`,
		steady: `import { BigQuery } from '@google-cloud/bigquery';\n(await new BigQuery().query('SELECT name FROM shop.orders ORDER BY name'))[0];`,
	},
	{
		effect: 'order', from: '@google-cloud/spanner', path: 'new Spanner.instance().database().run().0', yields: 'list', when, narrowedBy,
		see: 'https://cloud.google.com/spanner/docs/reference/standard-sql/query-syntax#order_by_clause',
		flaky: `${spanner}\n(await database.run('SELECT * FROM orders'))[0];`,
		steady: `${spanner}\n(await database.run('SELECT * FROM orders ORDER BY id'))[0];`,
	},
	{
		effect: 'order', from: ['@databases/pg', '@databases/mysql'], path: '().query()', yields: 'list', when, narrowedBy,
		see: 'https://www.atdatabases.org/docs/pg-guide-query',
		flaky: `${databases}\nawait db.query(sql\`SELECT * FROM orders\`);`,
		steady: `${databases}\nawait db.query(sql\`SELECT * FROM orders ORDER BY id\`);`,
	},
] as const satisfies readonly ApiRow[];
