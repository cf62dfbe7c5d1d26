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

describe('what each of a list is mapped to', () => {
	flags('by a function that reads it', page(`
	const cards = await page.getByTestId('card').all();
	const titles = await Promise.all(cards.map(card => card.textContent()));
	expect(titles).toEqual(['A', 'B']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.all.textContent`), { options: { taken: true } });

	flags('by one that waits for the reading and cuts it', page(`
	const cards = await page.getByTestId('card').all();
	const titles = await Promise.all(cards.map(async card => (await card.innerText()).trim()));
	expect(titles).toEqual(['A', 'B']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	allows('where the list was waited for', page(`
	await expect(page.getByTestId('card')).toHaveText(['A', 'B']);
	const cards = await page.getByTestId('card').all();
	const titles = await Promise.all(cards.map(card => card.textContent()));
	expect(titles).toEqual(['A', 'B']);`));
});

describe('elements of a list of WebdriverIO', () => {
	const wdio = (body: string): string => `import { $, $$, browser, driver } from '@wdio/globals';
import { equal, deepEqual } from 'node:assert/strict';
it('opens', async () => {
	await $('#open').click();
${body}
});`;

	flags('by their place', wdio(`
	equal(await $$('.card')[0].getText(), 'A');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('taken out of the list', wdio(`
	const [card] = await $$('.card');
	equal(await card.$('h2').getText(), 'A');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('kept in a list of the test', wdio(`
	const titles = [];
	for (const card of await browser.$$('.card')) titles.push(await card.getText());
	deepEqual(titles, ['A', 'B']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('how they look', wdio(`
	equal(await $('.card').getSize('width'), 40);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('and the page, by its other name', wdio(`
	equal(await driver.getTitle(), 'Cards');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	allows('that were waited for', wdio(`
	const [card] = await $$('.card');
	await card.waitForDisplayed();
	equal(await card.getText(), 'A');`));
});

describe('elements of Selenium that are no result of `findElement`', () => {
	const driven = (body: string): string => `import { Builder, By, until } from 'selenium-webdriver';
import { expect, it } from 'vitest';
it('opens', async () => {
	const driver = await new Builder().forBrowser('firefox').build();
	await driver.wait(until.elementLocated(By.id('open'))).click();
${body}
});`;

	flags('one of a list', driven(`
	const cards = await driver.findElements(By.css('.card'));
	expect(await cards[0].getText()).toBe('A');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ WebElement.getText`));
	flags('all of a list', driven(`
	const cards = await driver.findElements(By.css('.card'));
	expect(await Promise.all(cards.map(card => card.getText()))).toEqual(['A', 'B']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('one inside another, in a helper that is handed it', {
		'a.test.ts': driven(`
	const card = await driver.findElement(By.css('.card'));
	await card.findElement(By.css('button')).click();
	expect(await titleOf(card)).toBe('A');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ findElement.getText`).replace('\nit(', `\nimport { titleOf } from './cards';\nit(`),
		'cards.ts': `import { By, type WebElement } from 'selenium-webdriver';
export async function titleOf(card: WebElement) { return (await card.findElement(By.css('h2'))).getText(); }`,
	});
	allows('what was waited for', driven(`
	const card = await driver.wait(until.elementLocated(By.css('.card')));
	expect(await card.getText()).toBe('A');`));
});

describe('what Playwright mounts', () => {
	flags('is an element', {
		'a.spec.tsx': `import { expect, test } from '@playwright/experimental-ct-react';
test('opens', async ({ mount }) => {
	const card = await mount(<Card />);
	await card.getByRole('button').click();
	expect(await card.getByRole('status').textContent()).toBe('Open');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
});`,
	});
});

describe('scripts of a page that are handed over as text', () => {
	const driven = (...bodies: readonly string[]): string => `import { Builder, By } from 'selenium-webdriver';
import { expect, it } from 'vitest';
${bodies.map(body => `it('opens', async () => {
	const driver = await new Builder().forBrowser('firefox').build();
	await driver.executeScript('arguments[0].click();', await driver.findElement(By.id('open')));
${body}
});
`).join('')}`;

	flags('what one only looks at', driven(
		`	expect(await driver.executeScript('return document.querySelectorAll(".card").length')).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ WebDriver.executeScript`,
		`	expect(await driver.executeScript('return document.title')).toBe('Cards');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	flags('in Playwright', page(`
	expect(await page.evaluate('window.location.hash')).toBe('#cards');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expect.poll`));
	allows('what the program keeps', page(`
	expect(await page.evaluate('window.calls')).toEqual(['open']);`));
	allows('one that does more', driven(
		`	expect(await driver.executeScript('document.title = "Cards"; return document.title')).toBe('Cards');
	expect(await driver.executeScript('return count(document.body)')).toBe(2);
	expect(await driver.executeScript('return document.activeElement.id')).toBe('open');`));
});
