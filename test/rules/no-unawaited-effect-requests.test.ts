import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);

const test = (body: string, { title = '() =>', before = '' } = {}): string => `
import request from 'supertest';
import { app } from '../src/app';
${before}
it('answers', ${title} {
	${body}
});`;
const marked = (line: string, message: string): string => `${line}\n\t${'~'.repeat(line.length - 1)} ${message}`;

describe('a request that is only sent when somebody waits for it', () => {
	const unsent = 'it is only sent when somebody does: what it expects is never checked';
	for (const [what, line] of [
		['a status and a body', `request(app).get('/shops').expect(200, { shops: [] });`],
		['a header', `request(app).get('/shops').expect('Content-Type', /xml/);`],
		['a body', `request(app).get('/shops').expect({ shops: [] });`],
		['one thing behind another', `request(app).get('/shops').expect('Content-Type', /json/).expect(200, [1]).expect('a', 'b');`],
		['a body with a name', `request(app).post('/shops').send(shop).expect(201, shop);`],
	] as const)
		flags(`and expects ${what}`, test(marked(line, unsent), { before: `const shop = { name: 'Corner' };` }));

	flags('in a helper of another file', {
		'test/a.test.ts': test(marked(`expectShops();`, 'Nobody waits for this request'), { before: `import { expectShops } from './support/shops';` }),
		'test/support/shops.ts': `
import request from 'supertest';
import { app } from '../../src/app';
export function expectShops() {
	request(app).get('/shops').expect(200);
}`,
	});

	flags('in a hook, which expects nothing', `
import request from 'supertest';
import { app } from '../src/app';
beforeEach(() => {
	request(app).post('/shops').send({ name: 'Corner' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ only begun when somebody waits for it
});
it('answers', async () => {
	await request(app).get('/shops').expect(200);
});`);

	for (const [what, line, title] of [
		['is awaited', `await request(app).get('/shops').expect(200, { shops: [] });`, 'async () =>'],
		['is returned', `return request(app).get('/shops').expect('Content-Type', /xml/);`, '() =>'],
		['is sent by what may be a callback', `request(app).get('/shops').expect(200, done);`, 'done =>'],
		['is sent by a callback behind a body', `request(app).get('/shops').expect(200, { shops: [] }, done);`, 'done =>'],
		['may be sent by what it is handed', `request(app).get('/shops').expect(200, told);`, '() =>'],
		['is told more, and awaited then', `const asked = request(app).get('/shops');\n\tasked.set('a', 'b');\n\tasked.expect(200);\n\tasked.expect('Content-Type', /json/);\n\tawait asked;`, 'async () =>'],
		['is told more by a helper', `await json(request(app).get('/shops'));\n\tfunction json(asked) {\n\t\tasked.expect('Content-Type', /json/);\n\t\treturn asked;\n\t}`, 'async () =>'],
		['expects nothing, and is never sent in any run', `request(app).get('/shops');`, '() =>'],
	] as const)
		allows(`that ${what}`, test(line, { title, before: `import { told } from './told';` }));
});

describe('a request whose callback is told whether what it expects holds', () => {
	const later = 'all its assertions are made later';
	for (const [what, line] of [
		['throws', `request(app).get('/shops').expect(500).end(error => { if (error) throw error; });`],
		['throws, behind a header', `request(app).get('/shops').expect('Content-Type', /xml/).end((error, response) => { if (error) throw error; });`],
		['throws, handed to what expects', `request(app).get('/shops').expect(500, error => { if (error) throw error; });`],
	] as const)
		flags(`and ${what}`, test(marked(line, later)));

	allows('and ends the test', test(`request(app).get('/shops').expect(500).end(error => { if (error) throw error; done(); });`, { title: 'done =>' }));
	allows('and settles what the test waits for', test(`return new Promise(resolve => { request(app).get('/shops').expect(500).end(error => { if (error) throw error; resolve(); }); });`));
	allows('and expects nothing', test(`request(app).get('/shops').end(error => { if (error) throw error; });`));
	allows('beside what the test asserts itself', test(`request(app).get('/shops').expect(500).end(error => { if (error) throw error; });\n\texpect(app.asked).toBe(1);`));
});
