import type { ApiRow } from '../row.ts';

const start = `import { connect } from 'mssql';\nconst pool = await connect('Server=localhost');`;

export const mssql = [
	{
		effect: 'order',
		from: 'mssql',
		path: 'new ConnectionPool.request().**.query().recordset',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: 'https://learn.microsoft.com/sql/t-sql/queries/select-order-by-clause-transact-sql',
		flaky: `${start}\n(await pool.request().input('age', 18).query('SELECT * FROM users WHERE age > @age')).recordset;`,
		steady: `${start}\n(await pool.request().input('age', 18).query('SELECT * FROM users WHERE age > @age ORDER BY id')).recordset;`,
	},
	{
		effect: 'order',
		from: 'mssql',
		path: 'query().recordset',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: 'https://learn.microsoft.com/sql/t-sql/queries/select-order-by-clause-transact-sql',
		flaky: `import { query } from 'mssql';\n(await query\`SELECT * FROM users WHERE age > \${18}\`).recordset;`,
		steady: `import { query } from 'mssql';\n(await query\`SELECT TOP 1 * FROM users WHERE age > \${18}\`).recordset;`,
	},
	{
		effect: 'order',
		from: 'mssql',
		path: 'new Request.**.query().recordset',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: 'https://learn.microsoft.com/sql/t-sql/queries/select-order-by-clause-transact-sql',
		flaky: `import { Request } from 'mssql';\n(await new Request().query('SELECT * FROM users')).recordset;`,
		steady: `import { Request } from 'mssql';\n(await new Request().query('SELECT * FROM users ORDER BY id')).recordset;`,
	},
	{
		effect: 'alias',
		from: 'mssql',
		path: 'connect()',
		to: 'new ConnectionPool',
		see: 'https://github.com/tediousjs/node-mssql#connections-1',
		flaky: `import { connect } from 'mssql';\nawait connect('Server=localhost');`,
	},
	{
		effect: 'alias',
		from: 'mssql',
		path: 'new ConnectionPool.connect()',
		to: 'new ConnectionPool',
		see: 'https://github.com/tediousjs/node-mssql#connections-1',
		flaky: `import { ConnectionPool } from 'mssql';\nawait new ConnectionPool('Server=localhost').connect();`,
	},
] as const satisfies readonly ApiRow[];
