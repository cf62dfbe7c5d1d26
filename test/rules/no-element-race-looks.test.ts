import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, leaves, allows } = casesOf('no-element-race', rule);
const find = 'Wait until it is there.';

function page(body: string, before = ''): string {
	return `import { expect, test } from '@playwright/test';
${before}test('opens', async ({ page }) => {
	await page.goto('/');
${body}
});`;
}

describe('a look whose answer nobody uses', () => {
	flags('in the place of a wait', page(`
	await page.getByText('Welcome').isVisible();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nobody uses the answer
	await page.getByRole('button').click();`), {
		mends: { [find]: page(`
	await page.getByText('Welcome').waitFor();
	await page.getByRole('button').click();`) },
	});
	flags('that something is gone', page(`
	await page.locator('.spinner').isHidden({ timeout: 5000 });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await page.getByRole('row').count()).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), {});
	flags('in a function of the file, once', page(`
	await open(page);
	await open(page);`, `async function open(page) {
	await page.isVisible('#menu');
	      ~~~~~~~~~~~~~~~~~~~~~~~
	await page.click('#open');
}
`));
	flags('in WebdriverIO', `import { $, browser } from '@wdio/globals';
it('opens', async () => {
	await browser.url('/');
	await $('#welcome').isDisplayed();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await $('#open').click();
});`, { mends: { [find]: `import { $, browser } from '@wdio/globals';
it('opens', async () => {
	await browser.url('/');
	await $('#welcome').waitForDisplayed();
	await $('#open').click();
});` } });
	leaves('one of an element that was found once', page(`
	const menu = await page.$('#menu');
	await menu.isVisible();
	await page.click('#open');`));

	allows('in front of what waits for the same element', page(`
	const menu = page.getByRole('menu');
	await menu.isVisible();
	await menu.click();
	await page.getByText('Welcome').isVisible();
	await expect(page.getByText('Welcome')).toHaveText('Welcome, Ada');`));
	allows('one that waits for its element, and one that is the end', page(`
	await page.getByRole('button').isEnabled();
	await page.getByRole('button').click();
	await page.getByText('Welcome').isVisible();`));
	allows('one whose answer is asserted, kept, given or asked', page(`
	await page.getByText('Welcome').waitFor();
	expect(await page.getByText('Welcome').isVisible()).toBe(true);
	const shown = await page.getByText('Welcome').isVisible();
	console.log(shown);
	await expect.poll(() => page.getByText('Welcome').isVisible()).toBe(true);
	await page.getByRole('button').click();`, `const isShown = async page => await page.isVisible('#menu');
`));
	allows('asking an element of Selenium, which fails where it is not there', `import { Builder, By } from 'selenium-webdriver';
it('opens', async () => {
	const driver = await new Builder().forBrowser('firefox').build();
	await driver.findElement(By.id('welcome')).isDisplayed();
	await driver.findElement(By.id('open')).click();
});`);
});

describe('a look that decides what a test does', () => {
	const options = { decided: true };

	flags('right behind the load', page(`
	if (await page.getByText('Cookies').isVisible()) await page.getByText('Accept').click();
	          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ decides what the test does next
	await page.click('#open');`), { options });
	flags('kept first, by their number, and where it leaves', page(`
	const shown = await page.getByText('Cookies').isVisible().catch(() => false);
	                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	if (shown) await page.getByText('Accept').click();
	await page.reload();
	if ((await page.locator('.tip').count()) > 0) { await page.keyboard.press('Escape'); }
	           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.reload();
	const dialog = await page.$('dialog');
	                     ~~~~~~~~~~~~~~~~
	if (!dialog) return;
	await dialog.click();`), { options });
	flags('in a helper, where the test calls it', {
		'e2e/a.spec.ts': page(`
	await accept(page);
	      ~~~~~~~~~~~~
	await page.click('#open');`, `import { accept } from './accept';
`),
		'e2e/accept.ts': `const isShown = page => page.isVisible('#cookies');
export async function accept(page) {
	if (await isShown(page)) await page.click('#accept');
}`,
	}, { options });
	flags('in WebdriverIO', `import { $, browser } from '@wdio/globals';
it('opens', async () => {
	await $('#open').click();
	if (!(await $('#menu').isExisting())) await $('#open').click();
	            ~~~~~~~~~~~~~~~~~~~~~~~
});`, { options });

	allows('unless it is asked for', page(`
	if (await page.getByText('Cookies').isVisible()) await page.getByText('Accept').click();`));
	allows('behind a wait, or what was done with the same element', page(`
	await page.getByRole('main').waitFor();
	if (await page.getByText('Cookies').isVisible()) await page.getByText('Accept').click();
	await page.getByRole('switch').click();
	if (await page.getByRole('switch').isVisible()) await page.getByRole('switch').click();`), { options });
	allows('again and again', page(`
	while (await page.getByText('More').isVisible()) await page.getByText('More').click();
	await page.reload();
	for (let turn = 0; turn < 9; turn++) {
		if (await page.getByText('Done').isVisible()) break;
		await page.getByText('Next').click();
	}
	await page.reload();
	await expect(async () => {
		if (await page.getByText('More').isVisible()) await page.getByText('More').click();
		expect(await page.getByRole('row').count()).toBe(3);
	}).toPass();`), { options });
	allows('where nothing is done by it', page(`
	if (await page.getByText('Cookies').isVisible()) console.log('cookies');
	await page.click('#open');`), { options });
});
