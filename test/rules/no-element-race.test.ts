import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, leaves, allows } = casesOf('no-element-race', rule);
const wait = 'Let the assertion wait until it holds.';

function page(body: string): string {
	return `import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.goto('/');
${body}
});`;
}

describe('what Playwright reads once', () => {
	flags('the text of an element', page(`
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`), {
		mends: { [wait]: page(`
	await expect(page.locator('#status')).toHaveText('Saved');`) },
	});

	flags('a part of the text of a locator', page(`
	expect(await page.getByRole('status').innerText()).toContain('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.getByRole.innerText)`), {
		mends: { [wait]: page(`
	await expect(page.getByRole('status')).toContainText('Saved');`) },
	});

	flags('whether an element is visible', page(`
	expect(await page.locator('#done').isVisible()).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toBeVisible
	expect(await page.isVisible('#done')).toBeTruthy();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toBeVisible`), {
		mends: { [wait]: page(`
	await expect(page.locator('#done')).toBeVisible();
	expect(await page.isVisible('#done')).toBeTruthy();`) },
	});

	flags('a picture of the page, and of an element, after a click', page(`
	await page.click('#theme');
	expect(await page.screenshot()).toMatchSnapshot('dark.png');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveScreenshot
	await page.click('#draw');
	const chart = await page.locator('#chart').screenshot();
	expect(chart).toMatchSnapshot('chart.png');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveScreenshot`), {
		mends: { [wait]: page(`
	await page.click('#theme');
	await expect(page).toHaveScreenshot('dark.png');
	await page.click('#draw');
	const chart = await page.locator('#chart').screenshot();
	expect(chart).toMatchSnapshot('chart.png');`) },
	});

	allows('a picture that is compared with none', page(`
	await page.click('#theme');
	await page.screenshot({ path: 'debug.png' });
	const shot = await page.screenshot();
	expect(shot).toBeTruthy();
	expect(shot.length).toBeGreaterThan(0);`));

	flags('that something is gone after a click', page(`
	await page.click('#close');
	expect(await page.locator('#dialog').isVisible()).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toBeVisible`), {
		mends: { [wait]: page(`
	await page.click('#close');
	await expect(page.locator('#dialog')).not.toBeVisible();`) },
	});

	flags('how many there are', page(`
	const rows = page.getByRole('row');
	expect(await rows.count()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount
	expect(await rows.count()).toBeGreaterThan(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`), {
		mends: { [wait]: page(`
	const rows = page.getByRole('row');
	await expect(rows).toHaveCount(3);
	expect(await rows.count()).toBeGreaterThan(0);`) },
	});

	flags('an attribute that a constant holds, at the assertion', page(`
	const island = page.locator('astro-island');
	await expect(island).toHaveCount(1);
	const time = await island.getAttribute('client-render-time');
	expect(time).not.toBeNull();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.locator.getAttribute`), {
		mends: { [wait]: page(`
	const island = page.locator('astro-island');
	await expect(island).toHaveCount(1);
	const time = await island.getAttribute('client-render-time');
	await expect(island).toHaveAttribute('client-render-time');`) },
	});

	flags('the texts of several, a value, and what a soft assertion asks', page(`
	expect(await page.locator('li').allTextContents()).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect.soft(await page.inputValue('#name'), 'the name').not.toBe('');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), {
		mends: { [wait]: page(`
	await expect(page.locator('li')).toHaveText(['a', 'b']);
	expect.soft(await page.inputValue('#name'), 'the name').not.toBe('');`) },
	});

	flags('a handle', page(`
	expect(await page.$('#done')).not.toBeNull();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.$
	const heading = await page.$('h1');
	expect(await heading.textContent()).toBe('Done');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.$.textContent`), {
		mends: { [wait]: page(`
	await expect(page.locator('#done')).toBeAttached();
	const heading = await page.$('h1');
	expect(await heading.textContent()).toBe('Done');`) },
	});

	flags('an attribute that must not be null', page(`
	const time = await page.getAttribute('p', 'title');
	expect(time).not.toBe(null);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveAttribute`), {
		mends: { [wait]: page(`
	const time = await page.getAttribute('p', 'title');
	await expect(page.locator('p')).toHaveAttribute('title');`) },
	});

	flags('a look at the document after a click', page(`
	expect(await page.evaluate(() => document.title)).toBe('A');
	await page.click('#next');
	expect(await page.evaluate(() => document.querySelector('h1').textContent.trim())).toBe('Next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate
	expect(await page.evaluate(() => window.compute(1))).toBe(2);`));

	flags('how many frames and windows there are after a click', `
import { expect, test } from '@playwright/test';
test('a', async ({ context, page }) => {
	await page.goto('/');
	expect(page.frames()).toHaveLength(1);
	await page.click('#open');
	expect(page.frames()).toHaveLength(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.frames)
	expect(context.pages().length).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (context.pages)
});`);

	flags('the address after a click', page(`
	await page.click('#next');
	expect(page.url()).toBe('/next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveURL
	expect(page.url()).toContain('/next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.url`), {
		mends: { [wait]: page(`
	await page.click('#next');
	await expect(page).toHaveURL('/next');
	expect(page.url()).toContain('/next');`) },
	});

	flags('what a page object and a helper read', {
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { statusOf } from './helpers';
import { ListPage } from './pages/list';
test('a', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('x');
	expect(await list.firstRow()).toBe('x');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ firstRow (e2e/pages/list.ts:8)
	const status = await statusOf(page);
	expect(status).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ statusOf (e2e/helpers.ts:3)
});`,
		'e2e/pages/list.ts': `import type { Page, Locator } from '@playwright/test';
export class ListPage {
	readonly rows: Locator;
	constructor(readonly page: Page) { this.rows = page.getByRole('row'); }
	async add(text: string) {
		await this.page.getByRole('textbox').fill(text);
	}
	async firstRow() { return this.rows.first().innerText(); }
}`,
		'e2e/helpers.ts': `import type { Page } from '@playwright/test';
export async function statusOf(page: Page) {
	const text = await page.textContent('#status');
	return text.trim();
}`,
	});

	flags('what tests assert that a function makes, once', `
import { expect, test } from '@playwright/test';
function suite(name) {
	test(name, async ({ page }) => {
		await page.goto('/');
		expect(await page.textContent('h1')).toBe(name);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		await page.click('#save');
		await expect(page.locator('#saved')).toBeVisible();
		expect(page.url()).toBe('/saved');
	});
}
suite('a');
suite('b');`);

	flags('what a helper asserts for several tests, at the first', {
		'e2e/a.spec.ts': `
import { test } from '@playwright/test';
import { addRow } from './helpers';
test('a', async ({ page }) => {
	await addRow(page, 1);
	      ~~~~~~~~~~~~~~~ page.getByRole.count
});
test('b', async ({ page }) => {
	await addRow(page, 2);
});`,
		'e2e/helpers.ts': `import { type Page, expect } from '@playwright/test';
export async function addRow(page: Page, count: number) {
	await page.click('#add');
	expect(await page.getByRole('row').count()).toBe(count);
}`,
	});

	flags('all elements, their place, cookies, and what the page stores, after an action', page(`
	await page.click('#add');
	const rows = await page.getByRole('row').all();
	expect(rows).toHaveLength(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.getByRole.all
	const box = await page.locator('#box').boundingBox();
	expect(box.width).toBe(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.locator.boundingBox
	const cookies = await page.context().cookies();
	expect(cookies.find(each => each.name === 'session')).toBeDefined();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const draft = await page.evaluate(() => JSON.parse(localStorage.getItem('draft')));
	expect(draft).toEqual({ title: 'A' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate`));

	allows('the same before an action', page(`
	expect(await page.getByRole('row').all()).toHaveLength(3);
	expect((await page.locator('#box').boundingBox()).width).toBe(100);
	expect(await page.context().cookies()).toEqual([]);
	expect(await page.evaluate(() => localStorage.getItem('draft'))).toBeNull();`));

	flags('a page of a package for one browser, that a setup file opens', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { page } from './setup';
test('a', async () => {
	await page.click('#next');
	expect(await page.textContent('h1')).toBe('Second');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'setup.ts': `
import { chromium, type Page } from 'playwright-chromium';
export let page: Page = undefined!;
beforeAll(async () => {
	const browser = await chromium.connect('ws://localhost');
	page = await browser.newPage();
});`,
	});

	flags('tests that a function of another file makes, where it is called', {
		'a.test.ts': `
import { tests } from './tests';
tests();
~~~~~~~ page.textContent`,
		'tests.ts': `
import { expect, test } from '@playwright/test';
export function tests() {
	test('a', async ({ page }) => {
		await page.goto('/a/page/with/an/address/that/is/longer/than/the/file/that/is/linted');
		await page.click('#next');
		expect(await page.textContent('h1')).toBe('Second');
	});
}`,
	});

	const withoutMatchers = (action: string): string => `
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
test('a', async () => {
	const page = await (await chromium.launch()).newPage();
	await page.goto('/');${action}
	expect(await page.textContent('h1')).toBe('A');
});`;

	leaves('where the runner has no matchers that wait', withoutMatchers(`
	await page.click('a');`));

	allows('what was loaded, where the runner has no matchers that wait', withoutMatchers(''));

	leaves('what was loaded, where the runner has no matchers that wait, as the option asks', withoutMatchers(''), { options: { loaded: true } });

	leaves('where no matcher says it', page(`
	expect(await page.innerHTML('p')).toMatchSnapshot();
	await page.click('a');
	expect(await page.innerHTML('p')).toMatchSnapshot();`));
});

describe('other tools', () => {
	flags('WebdriverIO', {
		'a.e2e.ts': `
import { $, browser, expect } from '@wdio/globals';
describe('a', () => {
	it('b', async () => {
		await $('#new').click();
		expect(await $('.page').getText()).toBe('Second');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
		await expect(await $('.name').getText()).toBe('Second');
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(await browser.getUrl()).toContain('/second');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
});`,
	});

	const driver = (asserts: string): Case => ({
		'e2e/a.test.ts': `
import { expect, test } from 'vitest';
import { Driver } from './driver';
test('a', async () => {
	const driver = await Driver.start();
${asserts}
});`,
		'e2e/driver.ts': `import puppeteer from 'puppeteer';
export class Driver {
	static async start() {
		const driver = new Driver();
		driver.page = await (await puppeteer.launch()).newPage();
		return driver;
	}
	async submit() { await this.page.click('[type=submit]'); }
	async follow(link) { await Promise.all([this.page.waitForNavigation(), this.page.click(link)]); }
}`,
	});

	flags('a page that a factory gives its object, after a method of the object clicked', driver(`
	await driver.submit();
	expect(await driver.page.content()).toContain('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.content`));

	allows('such a page after a method that waits for what it clicked', driver(`
	await driver.page.type('#name', 'Persons');
	await driver.follow('#next');
	const shown = await driver.page.content();
	expect(shown).toContain('No fields');`));

	flags('Puppeteer after a click', `
import puppeteer from 'puppeteer';
test('a', async () => {
	const browser = await puppeteer.launch();
	const page = await browser.newPage();
	await page.goto('http://localhost');
	expect(await page.$eval('h1', h => h.textContent)).toBe('One');
	await page.click('#next');
	expect(await page.$eval('h1', h => h.textContent)).toBe('Two');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.$eval
});`);
});

describe('other readings of WebdriverIO', () => {
	const wdio = (body: string): Case => ({ 'a.e2e.ts': `
import { $, browser, expect } from '@wdio/globals';
it('opens', async () => {
	await $('#open').click();${body}
});` });

	flags('what a script looks at', wdio(`
	const color = await browser.execute(() => document.body.className);
	expect(color).toBe('dark');
	~~~~~~~~~~~~~~~~~~~~~~~~~~ browser.execute`));

	allows('what was waited for on the same element', wdio(`
	await $('#dialog').waitForDisplayed();
	expect(await $('#dialog').isDisplayed()).toBe(true);
	await $('#list').waitForExist();
	expect(await $('#list').isExisting()).toBe(true);`));
});

describe('what is no race', () => {
	allows('assertions that wait', page(`
	await expect(page.locator('#status')).toHaveText('Saved');
	await expect(page).toHaveURL('/next');`));

	allows('readings that are tried again', page(`
	await expect.poll(() => page.textContent('#status')).toBe('Saved');
	await expect(async () => {
		expect(await page.textContent('#status')).toBe('Saved');
	}).toPass();`));

	allows('a helper that is tried again', {
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { withRetry } from './helpers';
test('a', async ({ page }) => {
	await page.goto('/');
	await withRetry(async () => {
		expect(await page.textContent('#status')).toBe('Saved');
	});
});`,
		'e2e/helpers.ts': `export async function withRetry(attempt: () => Promise<void>) {
	for (;;) {
		try { return await attempt(); } catch { await new Promise(resolve => setTimeout(resolve, 50)); }
	}
}`,
	});

	allows('assertions that are not made here, or may fail', page(`
	await expectLink('/a');
	async function expectLink(url, count) {
		await expect(page.locator(url)).toBeAttached();
		const links = await page.locator(url).count();
		if (count != null) expect(links).toBe(count);
		try {
			expect(links).toBe(1);
		} catch {
			console.log('not yet');
		}
	}`));

	allows('what was waited for', page(`
	const status = page.locator('#status');
	await expect(status).toHaveText(/Saved/);
	expect(await page.locator('#status').textContent()).toBe('Saved at noon');
	await page.locator('#done').waitFor();
	expect(await page.locator('#done').isVisible()).toBe(true);
	await page.waitForSelector('#other');
	expect(await page.isVisible('#other')).toBe(true);`));

	const beside = page(`
	await page.click('#next');
	await page.waitForSelector('#head');
	expect(await page.locator('#total').textContent()).toBe('12');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	expect(await page.locator('#name').innerText()).toBe('Ada');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`);
	const condition = page(`
	const count = await page.locator('p').count();
	await page.keyboard.press('Enter');
	await page.waitForFunction(before => document.querySelectorAll('p').length > before, count);
	expect(await page.locator('p').count()).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`);
	allows('what a condition of the test was waited for', condition.replaceAll(/\n\t~.*/g, ''));
	flags('what a condition of the test was waited for', condition, { options: { waited: true } });
	flags('what an action comes behind', page(`
	await page.waitForFunction(() => document.querySelector('p') !== null);
	await page.click('#add');
	expect(await page.locator('p').count()).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`));
	allows('what stands behind a skip', page(`
	test.skip(true, 'not yet');
	await page.click('#add');
	expect(await page.locator('p').count()).toBe(2);`));

	allows('the text of what most likely came with an element that was waited for', beside.replaceAll(/\n\t~.*/g, ''));
	flags('the text of what most likely came with an element that was waited for', beside, { options: { waited: true } });

	flags('the text where the wait was for something else than an element, or for one to go, or an action came since', page(`
	await page.click('#next');
	await page.waitForURL('/next');
	expect(await page.locator('#total').textContent()).toBe('12');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.waitForSelector('#spinner', { state: 'hidden' });
	expect(await page.locator('#total').textContent()).toBe('13');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await expect(page.locator('#spinner')).not.toBeVisible();
	expect(await page.locator('#total').textContent()).toBe('14');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.waitForSelector('#head');
	await page.click('#more');
	expect(await page.locator('#total').textContent()).toBe('15');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.waitForSelector('li');
	expect(await page.locator('li').count()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`));

	flags('what was read before, where something else is to be there now', page(`
	await expect(page.locator('#clicks')).toHaveText('0');
	await page.waitForSelector('#total');
	expect(await page.locator('#total').textContent()).toBe('12');
	await page.click('#other');
	expect(await page.locator('#total').textContent()).toBe('12');
	await page.click('#more');
	expect(await page.locator('#total').textContent()).toBe('13');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.click('#less');
	expect(await page.locator('#total').textContent()).toBe('12');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`));

	const linked = page(`
	await page.click('#next');
	await expect(page.getByRole('heading')).toHaveText('Report');
	expect(await page.getByRole('link').getAttribute('href')).toContain('issues');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`);
	allows('an attribute of what most likely came with an element that was waited for', linked.replaceAll(/\n\t~.*/g, ''));
	flags('an attribute of what most likely came with an element that was waited for', linked, { options: { waited: true } });

	allows('the validity of a field, which the browser computes', page(`
	await page.getByLabel('Vendor').fill('x');
	expect(await page.getByLabel('Vendor').evaluate(field => field.validity.valid)).toBe(false);
	expect(await page.getByLabel('Vendor').evaluate(field => !field.validity.valid)).toBe(true);
	expect(await page.getByLabel('Vendor').evaluate(field => field.selectionStart)).toBe(1);`));

	allows('that there is something, where something was waited for', page(`
	await expect(page.getByRole('row').first()).toBeVisible();
	expect(await page.getByRole('row').count()).toBeGreaterThan(1);
	await page.waitForSelector('#menu');
	const item = await page.$('#item');
	expect(item).toBeTruthy();`));

	allows('what the action itself leaves', page(`
	await page.fill('#name', 'Ada');
	expect(await page.inputValue('#name')).toBe('Ada');
	const box = page.getByRole('checkbox');
	await box.check();
	expect(await box.isChecked()).toBe(true);`));

	allows('the address where the page was loaded', page(`
	expect(page.url()).toBe('/');
	await page.click('#next');
	await page.waitForURL('/next');
	expect(page.url()).toBe('/next');
	await Promise.all([page.waitForNavigation(), page.click('#on')]);
	expect(await page.title()).toBe('On');`));

	allows('a page that the test wrote itself', `
import { expect, test } from '@playwright/test';
test.beforeEach(async ({ page }) => { await page.setContent('<p>b</p>'); });
test('a', async ({ page }) => {
	expect(await page.textContent('p')).toBe('b');
});
test('c', async ({ page }) => {
	await page.setContent('<i>d</i>');
	expect(await page.locator('i').innerText()).toBe('d');
});`);

	allows('that something was never there', page(`
	expect(await page.$('.error')).toBeNull();
	expect(await page.locator('.error').isVisible()).toBe(false);
	expect(await page.locator('.error').isHidden()).toBe(true);
	expect(await page.locator('.error').count()).toBe(0);`));

	allows('two readings that are to be the same', page(`
	const before = await page.textContent('#total');
	await page.click('#refresh');
	const after = await page.textContent('#total');
	expect(after).toBe(before);`));

	allows('what a call answers that is handed a reading', page(`
	await page.click('#save');
	const id = page.url().split('/').pop();
	const saved = await api.find({ id });
	expect(saved.title).toBe('a');
	const before = await page.textContent('h1');
	await page.click('#next');
	await expect(page.locator('h2')).toHaveText('next');
	const after = await page.textContent('h1');
	expect(before).not.toBe(after);`));

	allows('what is no page', `
import { expect, test } from 'vitest';
import { render, screen } from '@testing-library/react';
test('a', async () => {
	const report = { textContent: async () => 'a', isVisible: () => true };
	expect(await report.textContent()).toBe('a');
	expect(report.isVisible()).toBe(true);
	render(null);
	expect(screen.getByText('a').textContent).toBe('a');
});`);
});
