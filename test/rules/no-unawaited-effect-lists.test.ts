import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);
const loop = 'Go through the list with `for…of`, and await each.';

function playwright(body: string): string {
	return `import { expect, test } from '@playwright/test';
test('a', async ({ page, request }) => {
	await page.goto('/');
${body}
});`;
}

function webdriver(body: string): string {
	return `import { $, $$, browser, expect } from '@wdio/globals';
it('a', async () => {
	await browser.url('/');
${body}
});`;
}

describe('what is called for each of a list', () => {
	flags('that a page gave, and asserts', playwright(`
	const rows = await page.getByRole('row').all();
	rows.filter(Boolean).forEach(async row => { await expect(row).toHaveText('x'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ this assertion`), {
		mends: { [loop]: playwright(`
	const rows = await page.getByRole('row').all();
	for (const row of rows.filter(Boolean)) { await expect(row).toHaveText('x'); }`) },
	});

	flags('that a page gave, where it stands in parentheses', playwright(`
	(await page.getByRole('row').allTextContents()).forEach(async text => { await expect(page.getByText(text)).toBeVisible(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ this assertion`), {
		mends: { [loop]: playwright(`
	for (const text of (await page.getByRole('row').allTextContents())) { await expect(page.getByText(text)).toBeVisible(); }`) },
	});

	flags('that a page gave, and is given back', playwright(`
	const rows = await page.getByRole('row').all();
	rows.map(row => expect(row).toBeVisible());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	flags('that a server gave', playwright(`
	const orders: { id: string }[] = await (await request.get('/api/orders')).json();
	orders.map(({ id }) => request.delete(\`/api/orders/\${id}\`));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ request.delete
	await page.reload();`));

	flags('that is written down, in front of an assertion that waits', playwright(`
	['Ada', 'Bob'].forEach(async name => { await page.getByText(name).click(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await expect(page.getByRole('status')).toBeVisible();`));

	flags('that acts on what a page gave, in front of an assertion that waits', playwright(`
	const rows = await page.getByRole('row').all();
	rows.forEach(row => { row.click(); });
	                      ~~~~~~~~~~~ page.all.click
	await expect(page.getByRole('status')).toBeVisible();`));

	flags('that WebdriverIO finds', webdriver(`
	$$('li').forEach(async li => { await expect(li).toHaveText('x'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ $$.forEach`));

	allows('that is waited for', playwright(`
	const rows = await page.getByRole('row').all();
	await Promise.all(rows.map(async row => { await expect(row).toHaveText('x'); }));
	const orders = await (await request.get('/api/orders')).json();
	const gone = orders.map(({ id }) => request.delete(\`/api/orders/\${id}\`));
	await Promise.all(gone);
	for (const row of rows) await row.click();`));

	allows('that waits for nothing', playwright(`
	const rows = await page.getByRole('row').all();
	rows.forEach(row => { console.log(row); });
	const texts = (await page.getByRole('row').allTextContents()).map(async text => text.trim());
	await expect(page.getByRole('status')).toBeVisible();`));

	allows('that WebdriverIO finds, and waits for', webdriver(`
	await $$('li').forEach(async li => { await li.click(); });
	const texts = await $$('li').map(async li => li.getText());
	await expect($('#first')).toHaveText(texts[0]);`));
});
