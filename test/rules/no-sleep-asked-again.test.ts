import { describe } from 'vitest';

import rule from '../../rules/no-sleep.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-sleep', rule);

const inTest = (lines: string, mark = ''): string => `
import { test, expect } from 'vitest';
import request from 'supertest';
import { app, cache, limiter, shelf } from './app';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('keeps what it has', async () => {
	${lines.split('\n').join('\n\t').replace('await sleep(50);', `await sleep(50);${mark}`)}
});`;
const mark = `\n\t      ~~~~~~~~~`;

describe('a wait behind which the same is asked and asserted as in front of it', () => {
	for (const lines of [
		`await request(app).get('/').expect(200, 'a');\nawait sleep(50);\nawait request(app).get('/').expect(200, 'a');`,
		`cache.set('k', 1);\nexpect(await cache.get('k')).toBe(1);\nawait sleep(50);\nexpect(await cache.get('k')).toBe(1);`,
		`const one = await cache.get('k');\nexpect(one).toBe(1);\nawait sleep(50);\nconst other = await cache.get('k');\nexpect(other).toBe(1);`,
		`let got = await cache.get('k');\nexpect(got.length).toBe(1);\nawait sleep(50);\ngot = await cache.get('k');\nexpect(got.length).toBe(1);`,
		`expect(shelf.list()).toHaveLength(1);\nexpect(shelf.size).toBe(1);\nawait sleep(50);\nexpect(shelf.list()).toHaveLength(1);\nexpect(shelf.size).toBe(1);`,
	]) {
		allows(lines, inTest(lines));
		flags(lines, inTest(lines, `${mark} for what must not happen`), { options: { absence: true } });
	}

	for (const lines of [
		`await request(app).get('/').expect(200, 'a');\nawait sleep(50);\nawait request(app).get('/').expect(200, 'b');`,
		`expect(shelf.size).toBe(1);\nshelf.size = 0;\nawait sleep(50);\nexpect(shelf.size).toBe(1);`,
		`await request(app).post('/').expect(200, 'a');\nawait sleep(50);\nawait request(app).post('/').expect(200, 'a');`,
		`expect(await limiter.take()).toBe(true);\nawait sleep(50);\nexpect(await limiter.take()).toBe(true);`,
		`expect(await cache.get('k')).toBe(1);\ncache.refresh();\nawait sleep(50);\nexpect(await cache.get('k')).toBe(1);`,
		`const one = await cache.get('k');\nexpect(one).toBe(1);\nawait sleep(50);\nconst other = await cache.get('n');\nexpect(other).toBe(1);`,
		`expect(await cache.get('k')).toBe(1);\nawait sleep(50);\nexpect(await cache.get('k')).toBe(1);\nexpect(await cache.get('n')).toBe(2);`,
	])
		flags(lines, inTest(lines, `${mark} however long the work takes`));

	const within = `expect(shelf.list()).toHaveLength(1);\nawait act(async () => { shelf.refresh(); await sleep(50); });\nexpect(shelf.list()).toHaveLength(1);`;
	const done = inTest(within).replace('import request', `import { act } from '@testing-library/react';\nimport request`);
	flags('in which something is done', done.replace('sleep(50); });', `sleep(50); });\n\t${' '.repeat(47)}~~~~~~~~~ however long the work takes`));

	const alive = `const store = createCache({ ttl: 80 });\nawait store.set('k', 'full');\nexpect(await store.get('k')).toBe('full');\nawait sleep(50);\nexpect(await store.get('k')).toBe('full');`;
	flags('where what is asked lives for a while', inTest(alive, `${mark} lives for 80 ms`).replace('import { app', `import { createCache } from 'some-cache';\nimport { app`));
});

describe('a wait that is measured', () => {
	for (const lines of [
		`const start = Date.now();\nawait sleep(50);\nconst took = Date.now() - start;\nexpect(took).toBeGreaterThanOrEqual(45);`,
		`const start = performance.now();\nawait sleep(50);\nexpect(performance.now() - start).toBeGreaterThan(45);`,
	])
		allows(lines, inTest(lines));

	for (const lines of [
		`shelf.fill();\nconst start = Date.now();\nawait sleep(50);\nconst took = Date.now() - start;\nexpect(took).toBeLessThan(900);\nexpect(shelf.size).toBe(1);`,
		`const start = Date.now();\nshelf.fill();\nawait sleep(50);\nexpect(Date.now() - start).toBeGreaterThan(45);`,
	])
		flags(lines, inTest(lines, mark));
});
