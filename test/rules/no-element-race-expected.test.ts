import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-element-race', rule);

function page(body: string): string {
	return `import { expect, test } from '@playwright/test';
test('opens', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('h1')).toHaveText('Shelves');
	await page.click('#open');
${body}
});`;
}

describe('what an assertion waits for is read off the page', () => {
	flags('in the assertion', page(`
	await expect(page.getByTestId('crumb')).toHaveText(await page.locator('h1').textContent());
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ it waits for something else`));
	flags('before it', page(`
	const count = await page.getByRole('row').count();
	await page.click('#more');
	await expect(page.getByRole('row')).toHaveCount(count + 10);
	await expect(page.getByTestId('total')).toHaveText(String(count));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('of an element that comes with its text, where that is asked for', page(`
	const name = await page.getByTestId('name').innerText();
	await expect(page.getByTestId('crumb')).toHaveText(name);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), { options: { waited: true } });

	allows('of the same element', page(`
	await expect(page.locator('h1')).toHaveText(await page.locator('h1').textContent());`));
	allows('of an element that comes with its text', page(`
	const name = await page.getByTestId('name').innerText();
	await expect(page.getByTestId('crumb')).toHaveText(name);`));
	allows('of one that was waited for', page(`
	await expect(page.locator('h1')).toHaveText('Shelf');
	await expect(page.getByTestId('crumb')).toHaveText(await page.locator('h1').textContent());`));
	allows('what is not to be so', page(`
	await expect(page.getByTestId('crumb')).not.toHaveText(await page.locator('h1').textContent());`));
});
