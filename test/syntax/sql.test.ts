import { describe, expect, it } from 'vitest';
import { callsSleep, insertsRows, isUnorderedSelect, narrowsRows } from '../../src/syntax/sql.ts';

describe('a query without a promised order', () => {
	it.each([
		'SELECT * FROM users',
		'select id, name from public.users where age > 18;',
		'SELECT name FROM users -- ORDER BY name',
		'SELECT name /* ORDER BY name */ FROM users',
		'SELECT name FROM users WHERE bio = \'ORDER BY name\'',
		'SELECT name FROM users WHERE bio = $$it\'s; ORDER BY name$$',
		'SELECT name FROM "order" o',
		'SELECT [name] FROM [users]',
		'SELECT `name` FROM `users`',
		'SELECT DISTINCT city FROM users',
		'SELECT city, count(*) FROM users GROUP BY city HAVING count(*) > 1',
		'SELECT name, rank() OVER (ORDER BY age) FROM users',
		'SELECT name, count(*) FILTER (WHERE age > 3) OVER () FROM users',
		'SELECT name, (SELECT max(total) FROM orders WHERE user_id = users.id) FROM users',
		'SELECT * FROM users u LEFT JOIN posts p ON p.user_id = u.id AND p.kind = ? WHERE u.id = ?',
		'SELECT * FROM users, posts WHERE posts.user_id = users.id',
		'SELECT * FROM users WHERE id IN (?, ?)',
		'SELECT * FROM users WHERE id = ANY($1)',
		'SELECT * FROM users WHERE id = 1 OR name = \'x\'',
		'SELECT * FROM users WHERE age BETWEEN ? AND ?',
		'SELECT * FROM users WHERE created_at > now() - interval \'1 day\'',
		'SELECT * FROM users WHERE manager IS DISTINCT FROM $1',
		'SELECT * FROM users WHERE tenant = ${tenant}',
		'SELECT * FROM users WHERE data->>\'a\' = :a',
		'SELECT * FROM users LIMIT 10',
		'SELECT * FROM users LIMIT 2 OFFSET 4',
		'SELECT * FROM users OFFSET 4 LIMIT 2',
		'SELECT * FROM users LIMIT 5, 10',
		'SELECT TOP 10 * FROM users',
		'SELECT * FROM users FETCH FIRST 3 ROWS ONLY',
		'SELECT * FROM users FOR UPDATE',
		'SELECT a FROM t UNION ALL SELECT a FROM u',
		'SELECT * FROM (SELECT * FROM users) u',
		'WITH adults AS (SELECT * FROM users WHERE age > 17) SELECT * FROM adults',
		'WITH newest AS MATERIALIZED (SELECT max(id) AS id FROM users), all_users (id) AS (SELECT id FROM users) SELECT * FROM all_users',
		'SELECT * FROM ?',
		'SELECT * FROM users_?',
		'SELECT * FROM ?.users',
		'SELECT * FROM ?.users AS u WHERE u.age > 17',
	])('%s', sql => {
		expect(isUnorderedSelect(sql)).toBe(true);
	});
});

describe('a query with an order, with one row at most, or in doubt', () => {
	it.each([
		'SELECT * FROM users ORDER BY id',
		'SELECT a FROM t UNION SELECT a FROM u ORDER BY a',
		'SELECT 1',
		'SELECT now(), version()',
		'SELECT EXISTS (SELECT * FROM users)',
		'SELECT 1 FROM dual',
		'SELECT count(*) FROM users',
		'SELECT count(*)::int AS n, max(age) FROM users',
		'SELECT coalesce(sum(total), 0) FROM orders',
		'SELECT count(*) FILTER (WHERE age > 3) FROM users',
		'SELECT json_agg(u) FROM users u',
		'SELECT * FROM users LIMIT 1',
		'SELECT * FROM users LIMIT 0, 1',
		'SELECT * FROM users LIMIT $1',
		'SELECT TOP 1 * FROM users',
		'SELECT TOP (1) * FROM users',
		'SELECT * FROM users FETCH FIRST ROW ONLY',
		'SELECT a FROM t UNION SELECT a FROM u LIMIT 1',
		'SELECT * FROM users WHERE id = ?',
		'SELECT * FROM users u WHERE u.id = $1::uuid',
		'SELECT * FROM users WHERE \'a@example.com\' = email',
		'SELECT * FROM users WHERE (id = 1) AND deleted_at IS NULL',
		'SELECT * FROM generate_series(1, 3)',
		'SELECT * FROM unnest($1::int[]) AS t(id)',
		'SELECT * FROM (VALUES (1), (2)) AS t(id)',
		'SELECT * FROM (SELECT * FROM users ORDER BY id) u',
		'WITH sorted AS (SELECT * FROM users ORDER BY id) SELECT * FROM sorted',
		'WITH created AS (INSERT INTO users (name) VALUES (\'a\'), (\'b\') RETURNING *) SELECT * FROM created',
		'WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t',
		'SELECT * INTO copies FROM users',
		'SELECT * FROM users; SELECT * FROM posts',
		'SELECT * FROM users ?',
		'SELECT * FROM users WHERE ?',
		'SELECT * FROM users WHERE age > 1 AND ?',
		'SELECT * FROM users WHERE age > 1 ${rest}',
		'SELECT ? FROM users',
		'SELECT * FROM users WHERE a = 1 ALLOW FILTERING',
		'SELECT * FROM users FINAL SAMPLE 0.1',
		'SELECT * FROM users FOR JSON AUTO',
		'SELECT * FROM users WHERE name = \'it\\\'s\'',
		'SELECT * FROM users WHERE (id = 1',
		'SELECT * FROM users)',
		'INSERT INTO users (name) VALUES (\'a\') RETURNING *',
		'UPDATE users SET name = \'a\' RETURNING *',
		'EXPLAIN SELECT * FROM users',
		'SHOW TABLES',
		'',
	])('%s', sql => {
		expect(isUnorderedSelect(sql)).toBe(false);
	});
});

describe('a wait inside the database', () => {
	it.each(['SELECT pg_sleep(1)', 'select pg_catalog.pg_sleep($1)', 'DO SLEEP(0.5)', 'WAITFOR DELAY \'00:00:02\'', 'SELECT 1 WHERE (SELECT pg_sleep(2)) IS NULL', 'SELECT pg_sleep_for(\'5 minutes\')'])(
		'%s',
		sql => { expect(callsSleep(sql)).toBe(true); },
	);

	it.each(['SELECT pg_sleep(0)', 'SELECT \'pg_sleep(1)\'', 'SELECT 1 -- pg_sleep(1)', 'INSERT INTO sleep (hours) VALUES (8)', 'CREATE TABLE sleep (hours int)', 'SELECT sleep FROM nights', 'SELECT "sleep" (1)'])(
		'not in: %s',
		sql => { expect(callsSleep(sql)).toBe(false); },
	);
});

describe('a statement that stores rows', () => {
	it.each([
		'INSERT INTO users (email) VALUES ($1)',
		'insert ignore into users set email = ?',
		'REPLACE INTO users VALUES (1)',
		'BEGIN; INSERT INTO users DEFAULT VALUES; COMMIT',
		'WITH u AS (INSERT INTO users (email) VALUES (?) RETURNING id) SELECT id FROM u',
		'WITH u AS (SELECT 1 AS id) INSERT INTO users SELECT id FROM u',
	])('%s', sql => {
		expect(insertsRows(sql)).toBe(true);
	});

	it.each(['SELECT * FROM inserts', 'SELECT \'INSERT INTO users\'', 'UPDATE users SET email = ?', 'SELECT replace(name, \'a\', \'b\') FROM users', 'CREATE TRIGGER t AFTER INSERT ON users'])(
		'not: %s',
		sql => { expect(insertsRows(sql)).toBe(false); },
	);
});

describe('a query whose conditions decide how many rows there are', () => {
	it.each(['SELECT * FROM users WHERE name = ?', 'SELECT * FROM users LIMIT 10', 'SELECT TOP 3 * FROM users', 'SELECT * FROM users u JOIN posts p ON p.user_id = u.id'])('%s', sql => {
		expect(narrowsRows(sql)).toBe(true);
	});

	it.each(['SELECT * FROM users', 'SELECT * FROM (SELECT * FROM users WHERE a = 1) u', 'SELECT \'where\' FROM users', 'SELECT \''])('not: %s', sql => {
		expect(narrowsRows(sql)).toBe(false);
	});
});
