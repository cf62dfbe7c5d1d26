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
