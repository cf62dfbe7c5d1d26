import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const file = (claim: string, mark = ''): string => `
import assert from 'node:assert';
import { expect, test, vi } from 'vitest';
import { client } from 'some-client';
import { title } from './title';
test('says the day', async () => {
	const today = new Date().toISOString().slice(0, 10);
	const year = new Date().getFullYear();
	${claim}
	${mark}
});
`;
const title = { 'title.ts': `export const title = (name: string) => name + ' of ' + new Date().toISOString();\nexport const plain = (name: string) => name;\n` };

describe('a reading of the test in a text or a pattern that another one is to match', () => {
	for (const claim of [
		'expect(client.label()).toMatch(today);',
		'expect(client.label()).toMatch(new RegExp(today));',
		'expect(client.label()).toMatch(new RegExp(`^${today}T`));',
		'assert.match(client.label(), new RegExp(today));',
		'expect(client.all()).toEqual({ at: expect.stringContaining(today) });',
		'expect(client.all()).toMatchObject({ at: expect.stringMatching(new RegExp(`^${today}`)) });',
		'expect(client.all()).toEqual([expect.objectContaining({ at: expect.stringContaining(today) })]);',
		`expect(title('a')).toMatch(new RegExp(today));`,
		'expect(() => client.fail()).toThrow(today);',
		'expect(() => client.fail()).toThrow(new RegExp(`over since ${today}`));',
		'await expect(client.refuse()).rejects.toThrow(`over since ${today}`);',
	])
		flags(claim, { 'a.test.ts': file(claim, underlined(claim)), ...title });

	for (const claim of [
		'expect(client.label(today)).toMatch(today);',
		'client.start(today); expect(client.label()).toMatch(new RegExp(today));',
		'client.start(today); expect(client.all()).toEqual({ at: expect.stringContaining(today) });',
		'expect(client.label()).not.toMatch(new RegExp(today));',
		'expect(client.label()).toMatch(new RegExp(`^${year}`));',
		'expect(client.all()).toEqual({ at: expect.stringContaining(`${year}`) });',
		'expect(client.all()).toEqual({ from: year, list: [year + 1] });',
		`expect(client.label()).toMatch(new RegExp('^20'));`,
		`expect(title('a')).toMatch(/^a of \\d{4}-/);`,
		`expect({ at: title('a') }).toEqual({ at: expect.stringMatching(/^a of /) });`,
		'vi.setSystemTime(0); expect(client.label()).toMatch(new RegExp(new Date().toISOString()));',
		'expect(() => client.fail(today)).toThrow(today);',
		'expect(() => client.fail()).toThrow(new RegExp(`${year}`));',
	])
		allows(claim, { 'a.test.ts': file(claim), ...title });
});
