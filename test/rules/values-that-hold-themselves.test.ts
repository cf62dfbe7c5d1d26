import { describe } from 'vitest';

import plugin from '../../src/index.ts';
import { casesOf } from '../support/rule-cases.ts';

/** What a variable is given that holds it, or is made of it. */
const forms: Readonly<Record<string, string>> = {
	'an object': 'body = { error: body };',
	'a list': 'body = [body, body];',
	'an object that is spread': 'body = { ...body, error: body };',
	'a list that is spread': 'body = [...body, body];',
	'a call': 'body = wrap(body);',
	'a text': 'body = `${body}, ${body}`;',
	'a sum': 'body = body + body;',
	'a function': 'body = () => body;',
	'an instance': 'body = new Error(body);',
	'a part': 'body = body.next;',
};

const file = (form: string): string => `
import { expect, test, vi } from 'vitest';
import { PrismaClient } from '@prisma/client';
import { ask, wrap } from './client';
const prisma = new PrismaClient();
async function check(status: number, body: any) {
	if (status !== 200) ${form}
	const answer = await ask();
	expect(answer).toEqual(body);
	expect(answer).toMatchObject({ status, body });
	expect([1, 2]).toContain(body);
	expect(body).toMatchSnapshot();
	expect(new Date(body).getTime()).toBe(body);
	expect(await prisma.user.findMany(body)).toEqual(body);
	const [first] = await prisma.user.findMany({ where: body });
	expect(first.name).toBe(body);
	await prisma.user.create({ data: { email: body } });
	process.env.BODY = body;
	await fetch(body, body);
	await new Promise(resolve => setTimeout(resolve, body));
}
test('asks', async () => {
	const missing = check.bind(null, 404);
	await missing('nothing');
});
`;

for (const [key, entry] of Object.entries(plugin.configs.all.rules)) {
	const name = key.replace('deflake/', '');
	const rule = plugin.rules[name];
	const options: unknown = Array.isArray(entry) ? entry[1] : undefined;
	if (rule === undefined) throw new Error(`${key} is no rule of the plugin`);
	const { looksAt } = casesOf(name, rule, {}, typeof options === 'object' && options !== null ? options : undefined);
	describe(name, () => {
		for (const [title, form] of Object.entries(forms)) looksAt(title, file(form));
	});
}
