import type { ApiRow } from '../row.ts';

const unordered = 'https://dev.mysql.com/doc/refman/8.4/en/limit-optimization.html';
const packages = ['mysql2/promise', 'mysql2'] as const;
const start = `import { createConnection } from 'mysql2/promise';\nconst connection = await createConnection('mysql://localhost/test');`;

/** A query of mysql2 gives its rows first and its columns second; one of mariadb gives the rows alone. */
export const mysql = [
	{
		effect: 'order',
		from: packages,
		path: 'new Connection.{query,execute}().0',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: unordered,
		flaky: `${start}\n(await connection.query('SELECT * FROM users WHERE age > ?', [18]))[0];`,
		steady: `${start}\n(await connection.query('SELECT * FROM users WHERE age > ? ORDER BY id', [18]))[0];`,
	},
	{
		effect: 'order',
		from: 'mariadb',
		path: 'new Connection.{query,execute}()',
		yields: 'list',
		when: [{ argument: 0, sql: 'unordered-rows' }],
		narrowedBy: [{ argument: 0, sql: 'narrowed-rows' }],
		see: unordered,
		flaky: `import { createPool } from 'mariadb';\nconst pool = createPool('mariadb://localhost/test');\nawait pool.query('SELECT * FROM users');`,
		steady: `import { createPool } from 'mariadb';\nconst pool = createPool('mariadb://localhost/test');\nawait pool.query('SELECT * FROM users ORDER BY id');`,
	},
	{
		effect: 'store',
		from: [...packages, 'mysql', 'mariadb'],
		path: 'new Connection.{query,execute}()',
		data: { argument: 1 },
		when: [{ argument: 0, sql: 'insert' }],
		see: 'https://sidorares.github.io/node-mysql2/docs/examples/queries/prepared-statements/insert',
		flaky: `${start}\nawait connection.query('INSERT INTO users SET ?', { email: 'a@example.com' });`,
		steady: `${start}\nawait connection.query('SELECT * FROM users WHERE email = ?', ['a@example.com']);`,
	},
	{
		effect: 'alias',
		from: [...packages, 'mysql', 'mariadb'],
		path: '{createConnection,createPool,createPoolCluster}()',
		to: 'new Connection',
		see: 'https://sidorares.github.io/node-mysql2/docs',
		flaky: `import { createPool } from 'mysql2/promise';\ncreatePool('mysql://localhost/test');`,
	},
	{
		effect: 'alias',
		from: [...packages, 'mysql', 'mariadb'],
		path: 'new Connection.{promise,getConnection}()',
		to: 'new Connection',
		see: 'https://sidorares.github.io/node-mysql2/docs#using-promise-wrapper',
		flaky: `import { createPool } from 'mysql2';\ncreatePool('mysql://localhost/test').promise();`,
	},
	{
		effect: 'alias',
		from: [...packages, 'mariadb'],
		path: 'new {Pool,PoolConnection}',
		to: 'new Connection',
		see: 'https://sidorares.github.io/node-mysql2/docs/documentation/typescript-examples',
		flaky: `import type { Pool } from 'mysql2/promise';\ndeclare const pool: Pool;\npool;`,
	},
] as const satisfies readonly ApiRow[];
