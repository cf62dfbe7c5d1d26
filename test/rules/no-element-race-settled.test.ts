import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-element-race', rule, {}, { waited: true, loaded: true, taken: true });

function playwright(body: string): Case {
	return {
		'a.spec.ts': `import { expect, test } from '@playwright/test';
import { Basket, eventually, until } from './support/basket';
test('a', async ({ page }) => {
	const basket = new Basket(page);
	await page.goto('/');
	await page.click('#add');
${body}
});`,
		'support/basket.ts': `import { expect, type Page } from '@playwright/test';
export class Basket {
	constructor(private readonly page: Page) {}
	get total() { return this.page.getByTestId('total'); }
	async sum() { return Number((await this.total.innerText()).replace(/[^\\d.]/g, '')); }
	lines() { return this.page.getByRole('listitem').count(); }
}
export const eventually = async (read: () => Promise<number>, wanted: number) => { await expect.poll(read).toBe(wanted); };
export async function until(check: () => Promise<boolean>) { await expect(async () => { expect(await check()).toBe(true); }).toPass(); }
`,
	};
}

function puppeteer(body: string): string {
	return `import puppeteer from 'puppeteer';
let browser, page;
beforeAll(async () => { browser = await puppeteer.launch(); });
beforeEach(async () => {
	page = await browser.newPage();
	await page.goto('http://localhost:3000');
});
it('a', async () => {
	await page.click('#add');
${body}
});`;
}

function webdriver(body: string): string {
	return `import { $, $$, browser, expect } from '@wdio/globals';
class Basket {
	get lines() { return $$('li'); }
	async count() { return (await this.lines).length; }
}
const basket = new Basket();
it('a', async () => {
	await browser.url('/');
	await $('#add').click();
${body}
});`;
}

describe('what was waited for', () => {
	describe('is told by a method of a page object', () => {
		allows('by its getter', playwright(`
	await expect(basket.total).toHaveText('€640.00');
	expect(await basket.sum()).toBe(640);`));

		allows('of a fixture', {
			'a.spec.ts': `import { expect } from '@playwright/test';
import { test } from './support/fixtures';
test('a', async ({ basket, page }) => {
	await page.goto('/');
	await page.click('#add');
	await expect(basket.total).toHaveText('€640.00');
	expect(await basket.sum()).toBe(640);
});`,
			'support/fixtures.ts': `import { test as base } from '@playwright/test';
import { Basket } from './basket';
export const test = base.extend<{ basket: Basket }>({ basket: async ({ page }, use) => use(new Basket(page)) });`,
			'support/basket.ts': `import type { Page } from '@playwright/test';
export class Basket {
	constructor(private readonly page: Page) {}
	get total() { return this.page.getByTestId('total'); }
	async sum() { return Number(await this.total.innerText()); }
}`,
		});

		allows('by the way from its page', playwright(`
	await expect(page.getByRole('listitem')).toHaveCount(3);
	expect(await basket.lines()).toBe(3);`));

		flags('of another element', playwright(`
	await expect(page.getByRole('row')).toHaveCount(3);
	expect(await basket.lines()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`));
	});

	describe('is told in a function that is tried again', () => {
		allows('of a helper around a poll', playwright(`
	await eventually(() => page.getByRole('row').count(), 3);
	expect(await page.getByRole('row').count()).toBe(3);`));

		allows('of a helper that is handed a condition', playwright(`
	await until(async () => (await page.getByRole('row').count()) === 3);
	expect(await page.getByRole('row').count()).toBe(3);`));

		allows('of the page', playwright(`
	await page.waitForFunction(() => document.querySelectorAll('li').length === 3);
	expect(await page.locator('li').count()).toBe(3);`));

		allows('of a page of Puppeteer', puppeteer(`
	await page.waitForFunction(wanted => document.querySelectorAll('li').length === wanted, {}, 3);
	expect((await page.$$('li')).length).toBe(3);`));

		allows('of the browser of WebdriverIO', webdriver(`
	await browser.waitUntil(async () => (await $$('li').length) === 3);
	expect(await $$('li').length).toBe(3);`));

		allows('of the browser of WebdriverIO, by a page object', webdriver(`
	await browser.waitUntil(async () => (await basket.count()) === 3);
	expect(await basket.count()).toBe(3);`));

		flags('where it waits for another number', playwright(`
	await page.waitForFunction(() => document.querySelectorAll('li').length > 0);
	expect(await page.locator('li').count()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`));

		flags('where it waits for other elements', playwright(`
	await page.waitForFunction(() => document.querySelectorAll('tr').length === 3);
	expect(await page.locator('li').count()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`));

		flags('where something was done since', playwright(`
	await eventually(() => page.getByRole('row').count(), 3);
	await page.click('#remove');
	expect(await page.getByRole('row').count()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`));
	});

	describe('is a list', () => {
		allows('of which all texts were waited for', playwright(`
	await expect(page.locator('li')).toHaveText(['Ada', 'Carol']);
	expect(await page.$$eval('li', each => each.length)).toBe(2);`));

		allows('of which the number was waited for', playwright(`
	await expect(page.locator('li')).toHaveCount(2);
	expect(await page.$$eval('li', each => each.length)).toBe(2);`));

		allows('of which the last was waited for', puppeteer(`
	await page.waitForSelector('.item:nth-child(2)');
	expect(await page.$$eval('.item', each => each.length)).toBe(2);`));

		flags('of which one was waited for', puppeteer(`
	await page.waitForSelector('.item');
	expect(await page.$$eval('.item', each => each.map(({ textContent }) => textContent))).toEqual(['Ada', 'Carol']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

		flags('of which some texts were told not to be there', playwright(`
	await expect(page.locator('li')).not.toHaveText(['Bob']);
	expect(await page.$$eval('li', each => each.length)).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	});
});
