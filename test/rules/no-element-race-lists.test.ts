import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-element-race', rule);

function page(body: string): string {
	return `import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.goto('/');
	await page.click('#add');
${body}
});`;
}

describe('what is read off each of a list that is there at one moment', () => {
	flags('and kept in a list', page(`
	const titles: string[] = [];
	for (const card of await page.getByTestId('card').all()) titles.push((await card.textContent()) ?? '');
	expect(titles).toEqual(['A', 'B']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.all.textContent`));

	flags('and summed up', page(`
	let sum = 0;
	for (const cell of await page.getByTestId('price').all()) sum += Number(await cell.textContent());
	expect(sum).toBe(30);
	~~~~~~~~~~~~~~~~~~~~`));

	flags('by its number, where that is asked for', page(`
	const cards = page.getByTestId('card');
	const titles: string[] = [];
	for (let index = 0; index < (await cards.count()); index++) titles.push((await cards.nth(index).textContent()) ?? '');
	expect(titles).toEqual(['A', 'B']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), { options: { waited: true } });

	flags('and asserted', page(`
	for (const card of await page.getByTestId('card').all()) expect(await card.textContent()).toBe('A');
	                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`));

	flags('where one is taken by its place', page(`
	await (await page.getByTestId('card').all())[1].click();
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await expect(page.getByRole('dialog')).toBeVisible();`), { options: { taken: true } });

	allows('where the number of them was waited for', page(`
	await expect(page.getByTestId('card')).toHaveCount(2);
	const titles: string[] = [];
	for (const card of await page.getByTestId('card').all()) titles.push((await card.textContent()) ?? '');
	expect(titles).toEqual(['A', 'B']);`));

	allows('where each is only acted on', page(`
	for (const card of await page.getByTestId('card').all()) await card.click();
	await expect(page.getByTestId('card')).toHaveCount(0);`));

	allows('where something else is kept', page(`
	const seen: string[] = [];
	for (const card of await page.getByTestId('card').all()) seen.push(String(card));
	expect(seen).not.toContain('');`));
});
