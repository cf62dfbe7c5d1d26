import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

/** A test of a page that shows a day. */
const onPage = (made: string, claim: string): string => `
import { expect, test } from '@playwright/test';
test('shows the day', async ({ page }) => {
	await page.goto('/');
	${made}
	${claim}
});`;
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;
const shown = `await expect(page.getByTestId('due')).toHaveText(day.toLocaleDateString());`;

describe('a day that is moved in place', () => {
	const moved: Record<string, string> = {
		'by a day': 'const day = new Date(); day.setDate(day.getDate() + 1);',
		'by a month': 'const day = new Date(); day.setMonth(day.getMonth() - 1);',
		'by an hour': 'const day = new Date(); day.setHours(day.getHours() + 1);',
		'by a number': 'const day = new Date(); day.setDate(5);',
	};
	for (const [name, made] of Object.entries(moved)) flags(name, onPage(made, told(shown)));
	flags('in a helper', onPage(`const inDays = (n: number) => { const day = new Date(); day.setDate(day.getDate() + n); return day.toLocaleDateString(); };`, told(`await expect(page.getByTestId('days')).toHaveText(inDays(2));`)));
	allows('that is handed on', onPage(`const day = new Date(); day.setDate(day.getDate() + 1); await page.getByLabel('Due').fill(day.toLocaleDateString());`, shown));
	flags('that is compared with nothing but what code makes by itself', onPage('const day = new Date(); day.setDate(day.getDate() + 1);', told('expect(await page.evaluate(() => window.due)).toEqual(day);')));
	allows('that another thing is set to as well', onPage('const day = new Date(); page.setDate(day.getDate() + 1);', shown).replace(`({ page }) => {`, `({ page, store }) => {`).replace('page.setDate(', 'store.setDate('));
	allows('that a page is set to', onPage(`const day = new Date(); day.setDate(day.getDate() + 1); await page.clock.setFixedTime(day);`, shown));
	allows('of a fixed one', onPage(`const day = new Date('2024-01-31'); day.setDate(day.getDate() + 1);`, shown));
});

describe('a part of a date that code sets under a condition', () => {
	const parse = (body: string): string => `
export function parse(text: string): Date {
	const found = /(\\d+):(\\d+)/.exec(text);
	const time = new Date();
	${body}
	return time;
}`;
	const parsing = (claim: string): string => `
import { expect, test } from 'vitest';
import { parse } from './parse';
test('parses', () => {
	const time = parse('09:42');
	${claim}
});`;
	const set = 'if (found?.[2]) time.setMinutes(Number(found[2]));';
	const minutes = 'expect(time.getMinutes()).toBe(42);';

	allows('where it is a fixed number', { 'a.test.ts': parsing(minutes), 'parse.ts': parse(set) });
	allows('by way of a variable', { 'a.test.ts': parsing(`const at = time.getMinutes();\n\texpect(at).toBe(42);`), 'parse.ts': parse(set) });
	allows('with the hour', { 'a.test.ts': parsing(minutes), 'parse.ts': parse('if (found) time.setHours(Number(found[1]), Number(found[2]));') });
	allows('in the zone of all', { 'a.test.ts': parsing('expect(time.getUTCHours()).toBe(9);'), 'parse.ts': parse('if (found) time.setUTCHours(Number(found[1]));') });
	flags('where another part is asked for', { 'a.test.ts': parsing(told('expect(time.getHours()).toBe(9);')), 'parse.ts': parse(set) });
	flags('where the hour alone is set', { 'a.test.ts': parsing(told(minutes)), 'parse.ts': parse('if (found) time.setHours(Number(found[1]));') });
	flags('where it is moved from what it was', { 'a.test.ts': parsing(told(minutes)), 'parse.ts': parse('if (found) time.setMinutes(time.getMinutes() + Number(found[2]));') });
	flags('where it is set in another zone', { 'a.test.ts': parsing(told('expect(time.getHours()).toBe(9);')), 'parse.ts': parse('if (found) time.setUTCHours(Number(found[1]));') });
	flags('where it is to be that of another reading', { 'a.test.ts': parsing(`const now = new Date();\n\t${told('expect(time.getMinutes()).toBe(now.getMinutes());')}`), 'parse.ts': parse('if (found?.[3]) time.setMinutes(Number(found[3]));') });
});
