import { describe } from 'vitest';

import rule from '../../rules/no-sleep.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags } = casesOf('no-sleep', rule);

const retried = 'each time, though what follows tries again by itself until it holds';
const sought = 'each time, though what follows looks for its element by itself until it is there';
const bet = 'however long the work takes';

describe('an element that is named behind a wait', () => {
	const inPlaywright = (message: string, body: string, helpers = ''): string => `
import { expect, test } from '@playwright/test';
test('pays', async ({ page }) => {
	await page.getByText('Cart').click();
	await page.waitForTimeout(500);
	      ~~~~~~~~~~~~~~~~~~~~~~~~ ${message}
	${body}
});
${helpers}`;
	flags('and asserted until it holds', inPlaywright(retried, `const total = page.getByTestId('total');\n	await expect(total).toHaveText('3');`));
	flags('and clicked', inPlaywright(sought, `const pay = page.getByRole('button');\n	await pay.click();`));
	flags('one in another', inPlaywright(sought, `const row = page.getByRole('row').filter({ has: page.locator('b') });\n	const pay = row.getByRole('button').first();\n	await pay.click();`));
	flags('by a text that hangs on what is handed over', inPlaywright(retried, 'await confirm();', `async function confirm(page, { cancel = false } = {}) {\n	const name = cancel ? 'no' : \`yes-\${cancel}\`;\n	const button = page.getByTestId(name);\n	await expect(button).toBeVisible();\n}`).replace('confirm();', 'confirm(page);'));
	flags('under a condition', inPlaywright(retried, 'await leave(page);', `async function leave(page, open = true) {\n	if (open) {\n		const menu = page.getByTestId('menu');\n		await expect(menu).toBeVisible();\n		await menu.click();\n	}\n	const out = page.getByText('Log out');\n	await expect(out).toBeVisible();\n}`));
	flags('and read once', inPlaywright(bet, `const total = page.getByTestId('total');\n	expect(await total.textContent()).toBe('3');`));
	flags('behind a value that is read once', inPlaywright(bet, `const before = await page.getByTestId('total').count();\n	await expect(page.getByRole('row')).toHaveCount(before);`));
	flags('by a text that is worked out', inPlaywright(bet, `const name = nameOf(cart);\n	await expect(page.getByText(name)).toBeVisible();`));

	flags('in WebdriverIO', `
import { $, browser, expect } from '@wdio/globals';
it('pays', async () => {
	await $('#cart').click();
	await browser.pause(500);
	      ~~~~~~~~~~~~~~~~~~ ${sought}
	const pay = await $('#pay');
	await pay.click();
});`);
	flags('in Vitest', `
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import sleep from 'delay';
test('pays', async () => {
	await page.getByText('Cart').click();
	await sleep(50);
	      ~~~~~~~~~ ${retried}
	const total = page.getByTestId('total');
	await expect.element(total).toHaveTextContent('3');
});`);
	flags('in TestCafe', `
import { Selector } from 'testcafe';
fixture\`cart\`;
test('pays', async t => {
	await t.click('#cart');
	await t.wait(500);
	      ~~~~~~~~~~~ ${sought}
	const pay = Selector('button').withText('Pay');
	await t.click(pay);
});`);
});
