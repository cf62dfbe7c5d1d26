import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, leaves, allows } = casesOf('no-element-race', rule);
const wait = 'Let the assertion wait until it holds.';

function page(body: string): string {
	return `import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.goto('/');
	await page.click('#save');
${body}
});`;
}

function loaded(body: string): string {
	return page(body).replace("\tawait page.click('#save');\n", '');
}

describe('what Playwright reads once', () => {
	flags('the text of an element', page(`
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`), {
		mends: { [wait]: page(`
	await expect(page.locator('#status')).toHaveText('Saved');`) },
	});

	flags('the text of an element, in a body with a name', `import { expect, test } from '@playwright/test';
const saves = async ({ page }) => {
	await page.goto('/');
	await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
};
test('a', saves);`);

	flags('a page of fixtures that a package of which nothing is known hands on', page(`
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`).replace('@playwright/test', '@acme/e2e'));

	flags('what one of the frames of a page, or of the pages of its context, shows', {
		'a.spec.ts': `import { expect, test } from '@playwright/test';
test('a', async ({ page, context }) => {
	await page.goto('/');
	await page.click('#save');
	expect(await page.frames()[1].locator('#status').innerText()).toContain('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const [, popup] = context.pages();
	await popup.click('#save');
	expect(await popup.locator('#status').innerText()).toContain('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
	});

	flags('a part of the text of a locator', page(`
	expect(await page.getByRole('status').innerText()).toContain('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.getByRole.innerText)`), {
		mends: { [wait]: page(`
	await expect(page.getByRole('status')).toContainText('Saved');`) },
	});

	describe('where no matcher of elements says what is claimed', () => {
		flags('that one of a list of texts is a given one', page(`
	expect(await page.getByRole('row').allTextContents()).toContain('INV-1');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expect.poll`), {
			mends: { [wait]: page(`
	await expect.poll(() => page.getByRole('row').allTextContents()).toContain('INV-1');`) },
		});

		flags('of a constant, whose name is said elsewhere as well', page(`
	// Is it dark?
	const dark = await page.evaluate(() => document.body.classList.contains('dark'));
	expect(dark).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~ expect.poll
});
test('dark', ({ theme }) => {
	const dark = theme.dark;
	start(dark);`), {
			mends: { [wait]: page(`
	// Is it dark?
	await expect.poll(() => page.evaluate(() => document.body.classList.contains('dark'))).toBe(true);
});
test('dark', ({ theme }) => {
	const dark = theme.dark;
	start(dark);`) },
		});
		flags('of a constant that something else asks for', page(`
	const dark = await page.evaluate(() => document.body.className);
	expect(dark).toBe('dark');
	~~~~~~~~~~~~~~~~~~~~~~~~~ expect.poll
	note(\`\${dark}\`);`), {
			mends: { [wait]: page(`
	const dark = await page.evaluate(() => document.body.className);
	await expect.poll(() => page.evaluate(() => document.body.className)).toBe('dark');
	note(\`\${dark}\`);`) },
		});

		flags('that none of them is, kept first', page(`
	const texts = await page.getByRole('row').allInnerTexts();
	expect(texts, 'the invoice is gone').not.toContain('INV-1');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expect.poll`), {
			mends: { [wait]: page(`
	await expect.poll(() => page.getByRole('row').allInnerTexts(), 'the invoice is gone').not.toContain('INV-1');`) },
		});

		flags('that some of them are in it, in any order', page(`
	expect(await page.getByRole('row').allTextContents()).toEqual(expect.arrayContaining(['INV-1', 'INV-2']));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expect.poll`), {
			mends: { [wait]: page(`
	await expect.poll(() => page.getByRole('row').allTextContents()).toEqual(expect.arrayContaining(['INV-1', 'INV-2']));`) },
		});

		flags('what is asked of an element that is awaited itself', page(`
	expect(await (await page.$('#status')).innerHTML()).toBe('<b>Saved</b>');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expect.poll`), {
			mends: { [wait]: page(`
	await expect.poll(async () => (await page.$('#status')).innerHTML()).toBe('<b>Saved</b>');`) },
		});

		leaves('an assertion that unwraps a promise, or goes on where it fails', page(`
	await expect(page.evaluate(() => document.body.textContent)).resolves.toContain('Saved');
	await page.click('#save');
	expect.soft(await page.evaluate(() => document.body.textContent)).toContain('Saved twice');`));
	});

	flags('whether an element is visible', page(`
	expect(await page.locator('#done').isVisible()).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toBeVisible
	await page.click('#save');
	expect(await page.isVisible('#done')).toBeTruthy();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toBeVisible`), {
		mends: { [wait]: page(`
	await expect(page.locator('#done')).toBeVisible();
	await page.click('#save');
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
	await page.click('#more');
	expect(await rows.count()).toBeGreaterThan(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount`), {
		mends: { [wait]: page(`
	const rows = page.getByRole('row');
	await expect(rows).toHaveCount(3);
	await page.click('#more');
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
	await expect(island).toHaveAttribute('client-render-time');`) },
	});

	flags('the texts of several, a value, and what a soft assertion asks', page(`
	expect(await page.locator('li').allTextContents()).toEqual(['a', 'b']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.click('#next');
	expect.soft(await page.inputValue('#name'), 'the name').not.toBe('');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), {
		mends: { [wait]: page(`
	await expect(page.locator('li')).toHaveText(['a', 'b']);
	await page.click('#next');
	expect.soft(await page.inputValue('#name'), 'the name').not.toBe('');`) },
	});

	flags('a handle', page(`
	expect(await page.$('#done')).not.toBeNull();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.$
	await page.click('#next');
	const heading = await page.$('h1');
	expect(await heading.textContent()).toBe('Done');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.$.textContent`), {
		mends: { [wait]: page(`
	await expect(page.locator('#done')).toBeAttached();
	await page.click('#next');
	const heading = await page.$('h1');
	expect(await heading.textContent()).toBe('Done');`) },
	});

	flags('an attribute that must not be null', page(`
	const time = await page.getAttribute('p', 'title');
	expect(time).not.toBe(null);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveAttribute`), {
		mends: { [wait]: page(`
	await expect(page.locator('p')).toHaveAttribute('title');`) },
	});

	flags('a look at the document after a click', page(`
	await page.waitForURL('/next');
	expect(await page.evaluate(() => document.title)).toBe('A');
	await page.click('#next');
	expect(await page.evaluate(() => document.querySelector('h1').textContent.trim())).toBe('Next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate
	expect(await page.evaluate(() => window.compute(1))).toBe(2);`));

	flags('that a list of the page got something after a click', page(`
	await page.click('#next');
	const calls = await page.evaluate(() => window.calls);
	expect(calls.length).toBeGreaterThan(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate`));

	allows('that an element shows more than nothing', page(`
	await page.click('#next');
	expect(Number(await page.locator('h1').textContent())).toBeGreaterThan(0);`));

	flags('what a script in the page tells behind a wait for nothing but the address, with the option', page(`
	await page.click('#next');
	await expect(page).toHaveURL('/next');
	const calls = await page.evaluate(() => window.calls);
	expect(calls.length).toBeGreaterThan(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate`), { options: { waited: true } });

	allows('the same without the option', page(`
	await page.click('#next');
	await page.waitForURL('/next');
	expect((await page.evaluate(() => window.calls)).length).toBeGreaterThan(0);`));

	allows('what a script in the page tells behind a wait for more than the address', page(`
	await page.click('#next');
	await page.waitForURL('/next');
	await expect(page.getByText('Done')).toBeVisible();
	expect((await page.evaluate(() => window.calls)).length).toBeGreaterThan(0);`), { options: { waited: true } });

	flags('a look at the document after a click that is awaited by a name', page(`
	const clicked = page.click('#next');
	await clicked;
	expect(await page.evaluate(() => document.querySelector('h1').textContent.trim())).toBe('Next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate`));

	flags('how many frames and windows there are after a click', `
import { expect, test } from '@playwright/test';
test('a', async ({ context, page }) => {
	await page.goto('/');
	expect(page.frames()).toHaveLength(1);
	await page.click('#open');
	expect(page.frames()).toHaveLength(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.frames)
	await page.click('#other');
	expect(context.pages().length).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (context.pages)
});`);

	flags('the address after a click', page(`
	await page.click('#next');
	expect(page.url()).toBe('/next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveURL
	await page.click('#further');
	expect(page.url()).toContain('/next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.url`), {
		mends: { [wait]: page(`
	await page.click('#next');
	await expect(page).toHaveURL('/next');
	await page.click('#further');
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
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ firstRow (e2e/pages/list.ts:9)
	await list.add('y');
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
		await this.rows.first().hover();
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
		await page.click('#open');
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

	flags('what a function of the file reads and asserts, there and once', {
		'e2e/a.spec.ts': `
import { type Page, expect, test } from '@playwright/test';
async function addRow(page: Page, count: number) {
	await page.click('#add');
	expect(await page.getByRole('row').count()).toBe(count);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.getByRole.count)
}
test('a', async ({ page }) => {
	await addRow(page, 1);
});
test('b', async ({ page }) => {
	await addRow(page, 2);
});`,
	});
	flags('what a test reads for a function of the file that asserts it', {
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
function isSo(found: number, count: number) {
	expect(found).toBe(count);
}
test('a', async ({ page }) => {
	await page.click('#add');
	isSo(await page.getByRole('row').count(), 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.getByRole.count)
});`,
	});

	flags('what a helper asserts, at the first test of each other function that comes to it', {
		'e2e/a.spec.ts': `
import { test } from '@playwright/test';
import { Form } from './form';
test('a', async ({ page }) => {
	await new Form(page).showsSaved();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ (showsSaved (e2e/form.ts:6) → shows (e2e/form.ts:13)
});
test('b', async ({ page }) => {
	await new Form(page).showsSaved();
});
test('c', async ({ page }) => {
	await new Form(page).showsSent();
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~ (showsSent (e2e/form.ts:10) → shows (e2e/form.ts:13)
});`,
		'e2e/form.ts': `import { type Page, expect } from '@playwright/test';
export class Form {
	constructor(private readonly page: Page) {}
	async showsSaved() {
		await this.page.click('#save');
		await this.shows('Saved');
	}
	async showsSent() {
		await this.page.click('#send');
		await this.shows('Sent');
	}
	async shows(text: string) {
		expect(await this.page.getByRole('status').allTextContents()).toEqual([text]);
	}
}`,
	});

	flags('what a step of a test in words reads behind what it does', {
		'features/step_definitions/a.ts': `
import { createBdd } from 'playwright-bdd';
import { expect } from '@playwright/test';
const { When, Then } = createBdd();
When('I save', async ({ page }) => {
	await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
});
Then('it is saved', async ({ page }) => {
	await expect(page.getByRole('status')).toHaveText('Saved');
	expect(await page.textContent('#title')).toBe('a');
});`,
	});

	allows('what is read by a function that waits for it itself, in a file that does not look like one for tests', {
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { Calls } from '../shared/calls';
async function saves(page) {
	await page.click('#save');
	const calls = await new Calls(page).whenCounted(1);
	expect(calls).toEqual(['save']);
}
test('a', async ({ page }) => {
	await saves(page);
});`,
		'shared/calls.ts': `export class Calls {
	constructor(readonly page) {}
	async outgoing() { return this.page.evaluate(() => window.calls); }
	async whenCounted(count) {
		await this.page.waitForFunction(wanted => window.calls.length === wanted, count);
		return this.outgoing();
	}
}`,
	});

	flags('with the assertions that belong to a test', page(`
	test.expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`));

	flags('with those of a test that is made of another, in a file of fixtures upon fixtures', {
		'e2e/a.spec.ts': `
import { expect, test } from './page';
test('a', async ({ page }) => {
	await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'e2e/page.ts': `import { test as base } from './theme';
export const test = base.extend<{ size: number }>({ size: 2 });
export const expect = test.expect;`,
		'e2e/theme.ts': `import { test as base } from './user';
export const test = base.extend<{ theme: string }>({ theme: 'dark' });`,
		'e2e/user.ts': `import { test as base } from '@playwright/test';
export const test = base.extend<{ user: string }>({ user: 'ann' });`,
	});

	flags('all elements, their place, cookies, and what the page stores, after an action', page(`
	await page.click('#add');
	const rows = await page.getByRole('row').all();
	expect(rows).toHaveLength(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.getByRole.all
	await page.locator('#box').hover();
	const box = await page.locator('#box').boundingBox();
	expect(box.width).toBe(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.locator.boundingBox
	await page.click('#accept');
	const cookies = await page.context().cookies();
	expect(cookies.find(each => each.name === 'session')).toBeDefined();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.click('#save');
	const draft = await page.evaluate(() => JSON.parse(localStorage.getItem('draft')));
	expect(draft).toEqual({ title: 'A' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.evaluate`));

	allows('the same before an action', loaded(`
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

	flags('a page of a fixture that is made of another one beside it', {
		'a.spec.ts': `import { expect } from '@playwright/test';
import { test } from './fixtures';
test('a', async ({ shop }) => {
	await shop.page.click('#buy');
	expect(await shop.page.textContent('#status')).toBe('Bought');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.textContent
});`,
		'fixtures.ts': `import { test as base } from '@playwright/test';
import { _electron as electron } from 'playwright';
class Shop { constructor(public page) {} }
export const test = base.extend({
	app: [async ({}, use) => {
		const app = await electron.launch();
		await use(app);
	}, { auto: true }],
	shop: async ({ app }, use) => { await use(new Shop(await app.firstWindow())); },
});`,
	});

	flags('a fixture that takes the place of one with the same name, and is made of that', {
		'a.spec.ts': `import { expect, test as base } from '@playwright/test';
const test = base.extend({
	page: async ({ page }, use) => {
		await page.goto('/');
		await use(page);
	},
});
test('a', async ({ page }) => {
	await page.click('#buy');
	expect(await page.textContent('#status')).toBe('Bought');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.textContent
});`,
	});

	flags('the window of an application of Electron of which nothing but a type tells', `import { expect, test } from '@playwright/test';
import type { ElectronApplication } from 'playwright';
let app: ElectronApplication;
test('a', async () => {
	const page = await app.firstWindow();
	await page.click('#buy');
	expect(await page.textContent('#status')).toBe('Bought');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
});`);

	flags('pages that are opened side by side, by themselves and in what a helper gives', `import { expect, test } from '@playwright/test';
async function enter(browser, name) {
	const page = await browser.newPage();
	await page.goto('/?' + name);
	return { page, name };
}
test('a', async ({ browser, context }) => {
	const [ada, bob] = await Promise.all([enter(browser, 'ada'), enter(browser, 'bob')]);
	await ada.page.click('#call');
	expect(await bob.page.textContent('#status')).toBe('Called');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.textContent
	const [first, second] = await Promise.all([context.newPage(), context.newPage()]);
	await second.click('#call');
	expect(await second.textContent('#status')).toBe('Called');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.textContent
});`);

	flags('a page that a helper makes another object of, with methods of its own', {
		'a.spec.ts': `import { expect, test } from '@playwright/test';
import { shopOf } from './shop';
test('a', async ({ page }) => {
	const shop = shopOf(page);
	await shop.enter();
	await shop.click('#buy');
	expect(await shop.textContent('#status')).toBe('Bought');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.textContent
});`,
		'shop.ts': `export function shopOf(page) {
	const shop = Object.create(page);
	return Object.assign(shop, { enter: async () => { await page.goto('/shop'); } });
}`,
	});

	flags('an element that a helper looks up where it is handed the selector, and keeps under the same name', {
		'a.test.ts': `
import { page, colorOf } from './page';
test('a', async () => {
	await page.click('#paint');
	expect(await colorOf('#wall')).toBe('green');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ colorOf
});`,
		'page.ts': `
import { chromium, type ElementHandle, type Page } from 'playwright-chromium';
export const page: Page = await (await chromium.launch()).newPage();
async function found(element: string | ElementHandle) {
	if (typeof element === 'string') return await page.$(element);
	return element;
}
export async function colorOf(element: string | ElementHandle) {
	element = await found(element);
	return element.evaluate(each => getComputedStyle(each).color);
}`,
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

describe('the same in another form', () => {
	flags('what constants say that are written elsewhere', {
		'a.test.ts': `import { expect, test } from '@playwright/test';
import { texts } from './texts';
const status = '#status';
const places = { title: 'h1' };
test('a', async ({ page }) => {
	await page.goto('/');
	await page.click('#save');
	expect(await page.textContent(status)).toBe(texts.saved);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.click('#save');
	expect(await page.textContent(places.title)).toBe(\`\${texts.saved}!\`);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.click('#close');
	expect(await page.locator(texts.dialog).count()).toBe(texts.none);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveCount
});`,
		'texts.ts': "export const texts = { saved: 'Saved', dialog: '#dialog', none: 0 };",
	});

	flags('what a function reads that the test keeps', page(`
	const status = async () => (await page.textContent('#status')).trim();
	expect(await status()).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (status (a.test.ts:6) → page.textContent)
	await page.click('#next');
	expect(await status()).toBe('Done');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	flags('what is thrown again', page(`
	try {
		expect(await page.textContent('#status')).toBe('Saved');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	} catch (error) {
		console.error(error);
		throw error;
	}`));

	for (const [name, body] of [
		['what is caught', `
	try {
		expect(await page.textContent('#status')).toBe('Saved');
	} catch (error) {
		console.error(error);
	}`],
		['an element that a constant names and that the reading waits for', `
	const row = '.row';
	expect(await page.textContent(row)).toBe('Saved');`],
		['what a kept function reads when the page was waited for', `
	const status = () => page.textContent('#status');
	await expect(page.locator('#status')).toHaveText('Saved');
	expect(await status()).toBe('Saved');`],
	] as const) {
		allows(name, page(body));
	}
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
		await $('#new').click();
		await expect(await $('.name').getText()).toBe('Second');
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		await $('#new').click();
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

describe('a page that a name for a type tells', () => {
	const typed = (type: string, body: string): Case => ({
		'a.test.ts': `
import { expect } from 'chai';
import type { App } from './app';
import { start } from './start';
let app: App;
before(async () => { app = await start(); });
it('saves', async () => {${body}
});`,
		'app.ts': `import type { Page } from 'playwright';
import type { Browser } from 'webdriverio';
${type}`,
	});
	const playwright = `
	await app.click('#save');
	expect(await app.textContent('#status')).to.equal('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ textContent`;
	const webdriver = `
	await app.$('#save').click();
	const status = await app.$('#status');
	const isThere = await status.isExisting();
	expect(isThere).to.equal(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ isExisting`;

	flags('another name', typed('export type App = Page;', playwright));
	flags('with more in it', typed('export type App = Page & { user: string };', playwright));
	flags('a part of it', typed('export type App = { page: Page };', playwright.replaceAll('app.', 'app.page.').replace('~~~', '~~~~~~~~')));
	flags('of WebdriverIO', typed('export type App = Browser & { user: string };', webdriver));
	flags('of the types that WebdriverIO makes global', typed('export type App = WebdriverIO.Browser & { user: string };', webdriver));
	flags('what WebdriverIO starts', { 'a.test.ts': `
import { expect } from 'chai';
import { remote } from 'webdriverio';
let app;
before(async () => { app = await remote({ capabilities: {} }); });
it('saves', async () => {${webdriver}
});` });

	allows('one of several types, and a name that stands for a value as well', {
		...typed('export type App = Page | Browser;', playwright.replace(/\t~+.*$/, '')),
		'b.test.ts': `
import { expect } from 'chai';
import type { Page } from 'playwright';
const App = { textContent: () => 'Saved' };
type App = Page;
it('saves', () => {
	expect(App.textContent('#status')).to.equal('Saved');
});`,
	});
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

	const counting = (reading: string): string => page(`	let count = -1;
${reading}
	expect(count).toBe(4);`);
	const strict = { options: { waited: true } };
	allows('the last of the readings that a poll made', counting(`	await expect.poll(async () => {
		const before = count;
		count = Number(await page.textContent('#count'));
		return count === before;
	}).toBe(true);`), strict);
	flags('a reading in a callback that runs once', counting(`	await test.step('counts', async () => {
		count = Number(await page.textContent('#count'));
	});`).replace('toBe(4);', 'toBe(4);\n\t~~~~~~~~~~~~~~~~~~~~~'), strict);

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
	await expect(page.locator('#total')).toBeVisible();
	await page.click('#next');
	await page.waitForURL('/next');
	expect(await page.locator('#total').textContent()).toBe('12');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.click('#next');
	await page.waitForSelector('#spinner', { state: 'hidden' });
	expect(await page.locator('#total').textContent()).toBe('13');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.click('#next');
	await expect(page.locator('#spinner')).not.toBeVisible();
	expect(await page.locator('#total').textContent()).toBe('14');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.waitForSelector('#head');
	await page.click('#more');
	expect(await page.locator('#total').textContent()).toBe('15');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	await page.click('#more');
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

	allows('the address where the page was loaded', loaded(`
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

	allows('that something was never there', loaded(`
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

describe('one moment', () => {
	const several = page(`
	expect(await page.textContent('h1')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await page.locator('#done').isVisible()).toBe(true);
	expect(await page.locator('li').count()).toBe(3);`);
	flags('the first of several readings that nothing is done between', several);

	flags('the first assertion on what is read once', page(`
	const text = await page.textContent('h1');
	expect(text).toContain('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(text).toContain('at noon');`), { options: { waited: true } });

	const slept = page(`
	await page.waitForTimeout(500);
	expect(await page.textContent('h1')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`);
	allows('what comes behind a fixed time', slept.replace(/\n\t~.*/, ''));
	flags('what comes behind a fixed time', slept, { options: { waited: true } });

	const came = page(`
	expect(await page.getByTestId('total').textContent()).toBe('12');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`);
	allows('the text of an element that a reading waits for, and that nothing shows to have been there', came.replace(/\n\t~.*/, ''));
	flags('the text of an element that a reading waits for, and that nothing shows to have been there', came, { options: { waited: true } });

	flags('the text of an element that was looked at before', page(`
	await expect(page.getByTestId('total')).toHaveText('12');
	await page.click('#add');
	expect(await page.getByTestId('total').textContent()).toBe('13');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	const atOnce = loaded(`
	expect(await page.textContent('h1')).toBe('Welcome');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`);
	allows('the text of an element that a reading waits for, where nothing was done', atOnce.replace(/\n\t~.*/, ''));
	flags('the text of an element that a reading waits for, where nothing was done', atOnce, { options: { loaded: true } });

	const titled = loaded(`
	expect(await page.title()).toMatch(/Sources/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveTitle`);
	allows('a title, where nothing was done', titled.replace(/\n\t~.*/, ''));
	flags('a title, where nothing was done', titled, { options: { loaded: true } });
	allows('the address that was asked for, where nothing was done', loaded(`	expect(page.url()).toBe('http://localhost:3000/');`), { options: { loaded: true } });

	const opened = (body: string): string => `
import { expect, test } from '@playwright/test';
test('opens another page', async ({ page }) => {
	const [other] = await Promise.all([page.waitForEvent('popup'), page.getByText('help').click()]);
${body}
});
test('opens a page of the context', async ({ page, context }) => {
	const opening = context.waitForEvent('page');
	await page.getByText('help').click();
	const other = await opening;
${body}
});`;
	flags('the address of a page that has just opened', opened(`	expect(other.url()).toContain('/help');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.url`));
	flags('what a page shows that has just opened', opened(`	expect(await other.getByRole('heading').isVisible()).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.getByRole.isVisible`));
	allows('what it is waited for to show', opened(`	await expect(other).toHaveURL(/help/);`));
	allows('what another event hands over', `
import { expect, test } from '@playwright/test';
test('loads', async ({ page }) => {
	const [request] = await Promise.all([page.waitForEvent('request'), page.getByText('help').click()]);
	expect(request.url()).toContain('/help');
});`);

	flags('in tests that are left out on some machines', `
import { expect, test } from '@playwright/test';
const onUnix = process.platform === 'win32' ? test.skip : test;
onUnix('a', async ({ page }) => {
	await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	flags('in a body that a function of the project hands on', `
import { expect, test } from '@playwright/test';
function onUnix(title, body) {
	if (process.platform === 'win32') test.skip(title, body);
	else test(title, body);
}
onUnix('a', async ({ page }) => {
	await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	allows('what a helper waits for itself when it has acted', {
		'e2e/a.spec.ts': `
import { expect, test } from '@playwright/test';
import { App } from './app';
test('a', async ({ page }) => {
	const app = new App(page);
	await app.follow('#next');
	expect(await page.textContent('h1')).toBe('Next');
});`,
		'e2e/app.ts': `import type { Page } from '@playwright/test';
export class App {
	constructor(readonly page: Page) {}
	async follow(link: string) { await untilIdle(this.page, () => this.page.click(link)); }
}
async function untilIdle(page: Page, act: () => Promise<void>) {
	let settle;
	const idle = new Promise(resolve => { settle = resolve; });
	page.on('requestfinished', () => settle());
	await act();
	await idle;
}`,
	});

	allows('what is tried again in front of it', page(`
	await untilShown(async () => {
		expect(await page.textContent('h1')).toBe('Saved');
	});
	async function untilShown(attempt) {
		await vi.waitFor(attempt);
	}`).replace('import', `import { vi } from 'vitest';\nimport`));

	allows('what a loop reads until it is there', page(`
	let isThere = false;
	for (let round = 0; round < 10; round++) {
		isThere = await page.locator('#done').isVisible();
		if (isThere) break;
	}
	expect(isThere).toBe(true);`));

	flags('what each round of a loop changes for the next', loaded(`
	const total = page.locator('#total');
	await total.waitFor();
	for (let round = 0; round < 3; round++) {
		expect(await total.textContent()).toBe(String(round));
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		await page.click('#add');
	}`));
});

describe('what is there before', () => {
	allows('that something is not there which nothing shows to have been there', page(`
	expect(await page.locator('.error').isVisible()).toBe(false);
	expect(await page.locator('.warning').count()).toBe(0);
	expect(await page.evaluate(() => document.querySelector('.hint') !== null)).toBe(false);`));

	flags('that something is not there any more', page(`
	await expect(page.locator('.error')).toBeVisible();
	await page.click('#retry');
	expect(await page.locator('.error').isVisible()).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.keyboard.press('Escape');
	expect(await page.locator('.dialog').count()).toBe(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	allows('what typing and a click leave themselves', page(`
	const editor = page.locator('[contenteditable]');
	await editor.pressSequentially('a');
	expect(await editor.innerHTML()).toBe('<p>a</p>');
	await page.keyboard.press('Enter');
	expect(await editor.innerHTML()).toBe('<p>a</p><p></p>');
	const cell = page.locator('td').last();
	await cell.click();
	await page.keyboard.type('typed');
	expect(await cell.textContent()).toContain('typed');
	expect(await page.evaluate(() => document.querySelector('[contenteditable]').textContent)).toBe('a');
	const box = page.getByLabel('All');
	await box.click();
	expect(await box.isChecked()).toBe(true);`));

	allows('what is typed into an element that a page object holds', {
		'e2e/a.spec.ts': `
import { test as base, expect } from '@playwright/test';
import { Sheet } from './sheet';
const test = base.extend<{ sheet: Sheet }>({ sheet: async ({ page }, use) => { await use(new Sheet(page)); } });
test('a', async ({ page, sheet }) => {
	await page.goto('/');
	await sheet.root.pressSequentially('a');
	expect(await sheet.root.innerHTML()).toBe('<p>a</p>');
	await page.keyboard.press('Enter');
	expect(await sheet.root.innerHTML()).toBe('<p>a</p><p></p>');
});`,
		'e2e/sheet.ts': `import type { Page } from '@playwright/test';
export class Sheet {
	constructor(readonly page: Page) {}
	get root() { return this.page.locator('.sheet'); }
}`,
	});

	allows('that there is a number, and a text', page(`
	expect(await page.locator('li').count()).toBeDefined();
	expect(await page.textContent('h1')).not.toBeNull();`));

	allows('what a test of WebdriverIO renders itself', { 'a.test.js': `
import { $, expect } from '@wdio/globals';
import { html, render } from 'lit';
it('shows', async () => {
	render(html\`<p>a</p>\`, document.body);
	expect(await $('p').getText()).toBe('a');
});` });
});

describe('helpers that wait and act', () => {
	const helped = (body: string): string => `import { expect, test } from '@playwright/test';
async function buy(page) {
${body}
}
test('a', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('#status')).toHaveText('Open');
	await buy(page);
	expect(await page.textContent('#status')).toBe('Bought');
});`;
	const wait = `	await expect(page.locator('#dialog')).toBeVisible();`;
	const act = `	await page.click('#buy');`;

	flags('that act last: what they waited for before they did tells nothing of what comes of it', helped(`${wait}\n${act}`).replace(/(\texpect\(await page.textContent.*\n)/, '$1\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.textContent\n'));
	allows('that wait when they have acted', helped(`${act}\n${wait}`));
	allows('that wait by another helper when they have acted', `${helped(`${act}\n	await shown(page);`)}
async function shown(page) { await expect(page.locator('#dialog')).toBeVisible(); }`);
	const read = (wait: string): Record<string, string> => ({
		'a.spec.ts': `import { expect, test } from '@playwright/test';
import { Bar } from './bar';
test('a', async ({ page }) => {
	await page.goto('/');
	await page.click('#open');
	const name = await new Bar(page).name();
	if (!name) throw new Error('no name');
${wait === '' ? '	    ~~~~~ name' : ''}
});`,
		'bar.ts': `import { expect } from '@playwright/test';
export class Bar {
	constructor(private page) {}
	field() { return this.page.getByTestId('name'); }
	async name() {
${wait}
		return (await this.field().getAttribute('data-name')) ?? undefined;
	}
}`,
	});
	flags('that read', read(''));
	allows('that try until it is so, and read', read(`		await expect(async () => { await expect(this.field()).not.toHaveAttribute('data-name', ''); }).toPass();`));
	allows('that hand what waits to a function of which nothing is known', `import { step } from 'somewhere';
${helped(`${act}\n	await step(async () => {\n${wait}\n	});`)}`);
});

describe('pages that nothing tells the type of', () => {
	const helpers = `export async function loadAll(file) {
	return Promise.all(globalThis.sessions.map(async session => {
		const page = await session.browser.newPage();
		await page.goto(file);
		return [session.name, page];
	}));
}
export async function draw(page) {
	await page.click('#draw');
}`;

	flags('by what is called on them', {
		'test/a.spec.ts': `
import { beforeEach, describe, expect, it } from 'vitest';
import { draw, loadAll } from './helpers';
describe('a', () => {
	let pages;
	beforeEach(async () => { pages = await loadAll('a.pdf'); });
	it('b', async () => {
		await Promise.all(pages.map(async ([name, page]) => {
			await page.waitForSelector('#draw');
			await draw(page);
			expect(await page.$eval('#alert', alert => alert.textContent)).toBe('Drawn');
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		}));
	});
});`,
		'test/helpers.ts': helpers,
	});

	allows('what is called like them', { 'a.spec.js': `
import { describe, expect, it } from 'vitest';
describe('a', () => {
	it('b', async () => {
		await Promise.all(globalThis.books.map(async page => {
			await page.click('#draw');
			expect(await page.evaluate(() => document.title)).toBe('Drawn');
			expect(page.url()).toBe('/drawn');
		}));
	});
});` });
});

describe('what a page gets to by itself', () => {
	flags('that it is not there yet, in front of a wait for it', loaded(`
	expect(await page.evaluate(() => window.isReady)).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ waits next until it is
	await page.waitForFunction(() => window.isReady);
	expect(await page.locator('#done').isVisible()).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ waits next until it is
	await expect(page.locator('#done')).toBeVisible();`));

	allows('that it is not there yet, where something is done in between, or something else is waited for', loaded(`
	expect(await page.locator('#done').isVisible()).toBe(false);
	await page.click('#save');
	await expect(page.locator('#done')).toBeVisible();
	expect(await page.locator('#error').isVisible()).toBe(false);
	await expect(page.locator('#hint')).toBeVisible();
	expect(await page.evaluate(() => window.isReady)).toBe(false);
	await page.waitForFunction(() => window.isOpen);
	expect(await page.mainFrame().evaluate(() => document.querySelectorAll('.selected').length)).toBe(0);
	await clickOn('#first');
	async function clickOn(selector) {
		await page.waitForSelector(selector);
		await page.click(selector);
	}`));
});

describe('scripts in the page', () => {
	flags('what is read behind one that sends, or clicks', loaded(`
	await page.evaluate(() => {
		window.socket.send('hello');
	});
	expect(await page.evaluate(() => window.messages)).toEqual(['hello']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.$eval('#add', button => button.click());
	expect(await page.locator('li').count()).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	allows('what is read behind one that sets something, or waits itself', loaded(`
	await page.evaluate(() => {
		window.messages = ['hello'];
	});
	expect(await page.evaluate(() => window.messages)).toEqual(['hello']);
	await page.evaluate(() => new Promise(resolve => {
		window.socket.onmessage = resolve;
		window.socket.send('hello');
	}));
	expect(await page.evaluate(() => window.messages)).toEqual(['hello', 'hello']);`));
});

describe('commands of the project itself', () => {
	const commands = (body: string): string => `import { expect } from 'chai';
import type { Browsing } from './browsing';
import { launch } from './launch';
async function nodesOf(browser: Browsing): Promise<string[]> {
	await browser.waitForAnimations('.diagram');
	return await browser.$$('.node').map(element => element.getAttribute('title'));
}
describe('diagram', () => {
	let browser: Browsing;
	before(async () => { browser = (await launch()).browser; });
	it('a', async () => {
${body}
	});
});`;
	const files = (body: string) => ({
		'a.spec.ts': commands(body),
		'browsing.ts': `export type Browsing = WebdriverIO.Browser & { [name: string]: (...args: unknown[]) => Promise<void> };`,
	});
	const strict = { options: { waited: true } };
	flags('a list that is read behind a command with a verb, where the option says so', files(`
		await browser.clickVisible('#undo');
		const nodes = await nodesOf(browser);
		expect(nodes).to.deep.equal(['a', 'b']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ browser.$$.map`), strict);
	flags('that something is gone that was there, behind a wait for something else', files(`
		let shell = await browser.$('#shell');
		let exists = await shell.isExisting();
		expect(exists).to.equal(true);
		await browser.clickVisible('#save');
		await browser.$('#settings').waitForDisplayed({ reverse: true });
		shell = await browser.$('#shell');
		exists = await shell.isExisting();
		expect(exists).to.equal(false);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ browser.$.isExisting`), strict);
	allows('such a reading by default', files(`
		await browser.clickVisible('#undo');
		expect(await browser.$('#count').getText()).to.equal('3');`));
	allows('a command that is no act, and one of something else', files(`
		await browser.logMessage('looks');
		expect(await browser.$('#count').getText()).to.equal('3');
		await browser.waitForAnimations('.diagram');
		expect(await browser.$('#sum').getText()).to.equal('3');`), strict);
	flags('the reading that a variable holds when it is asserted', files(`
		let text = await browser.$('#count').getText();
		expect(text).to.equal('3');
		await browser.$('#undo').click();
		text = await browser.$('#count').getText();
		expect(text).to.equal('2');
		~~~~~~~~~~~~~~~~~~~~~~~~~~ browser.$.getText`));
});

describe('what Cypress hands to `then`', () => {
	const should = 'Let `should` call it until it holds.';

	flags('behind an action', { 'cypress/e2e/a.cy.js': `
it('pages', () => {
	cy.visit('/users');
	cy.get('.next').click();
	cy.get('.shown').invoke('text').then(text => {
		expect(text.trim()).to.eq('11 - 20 of 30');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.get.invoke): \`then\` does not try again
	});
});` }, { mends: { [should]: `
it('pages', () => {
	cy.visit('/users');
	cy.get('.next').click();
	cy.get('.shown').invoke('text').should(text => {
		expect(text.trim()).to.eq('11 - 20 of 30');
	});
});` } });

	flags('in words that Chai has for elements', { 'cypress/e2e/a.cy.js': `
it('resets', () => {
	cy.visit('/editor');
	cy.get('.reset').click();
	cy.get('.lines').first().then(lines => expect(lines).to.have.text('empty'));
	                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.get.first)
});
it('closes', () => {
	cy.visit('/editor');
	cy.get('.close').click();
	cy.get('.panel').then($panel => { expect($panel).not.to.be.visible; });
	                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.get)
});` });

	flags('of an address, behind an action of a page object', { 'cypress/e2e/a.cy.js': `
import { List } from '../support/List';
it('leaves', () => {
	List.open();
	List.leave();
	cy.url().then(url => expect(url).to.contain('/login'));
	                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.url)
});`, 'cypress/support/List.js': `
export const List = {
	open() { cy.visit('/list'); },
	leave() { cy.get('.leave').click(); },
};` });

	flags('of what a page object finds, kept in a constant', { 'cypress/e2e/a.cy.ts': `
import { Pager } from '../support/Pager';
it('pages', () => {
	const pager = new Pager();
	cy.visit('/users');
	pager.next().click();
	pager.shown().then($shown => {
		const text = $shown.text();
		expect(text).to.eq('11');
		~~~~~~~~~~~~~~~~~~~~~~~~ (cy.get)
	});
});`, 'cypress/support/Pager.ts': `
export class Pager {
	next() { return cy.get('.next'); }
	shown() { return cy.get('.shown'); }
}` });

	flags('what changed since it was read', { 'cypress/e2e/a.cy.js': `
it('sorts', () => {
	cy.visit('/users');
	cy.get('tr').first().invoke('text').then(before => {
		cy.get('th').first().click();
		cy.get('tr').first().invoke('text').then(after => {
			expect(after).to.not.equal(before);
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.get.first.invoke)
		});
	});
});` });

	flags('behind a wait, and behind nothing but the load, with the options', { 'cypress/e2e/a.cy.js': `
it('waits', () => {
	cy.get('.next').click();
	cy.contains('Page 2');
	cy.url().then(url => expect(url).to.contain('page=2'));
	                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.url)
});
it('loads', () => {
	cy.visit('/users');
	cy.get('tr').then($rows => expect($rows).to.have.length(3));
	                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (cy.get)
});` }, { options: { waited: true, loaded: true } });

	allows('behind a wait, or a function of the project that may be one', { 'cypress/e2e/a.cy.js': `
import { settle } from '../support/settle';
it('waits', () => {
	cy.get('.next').click();
	cy.contains('Page 2');
	cy.url().then(url => expect(url).to.contain('page=2'));
});
it('waits in the chain', () => {
	cy.get('.next').click();
	cy.get('.shown').should('be.visible').then($shown => expect($shown.text()).to.eq('11'));
});
it('waits elsewhere', () => {
	cy.get('.next').click();
	settle('page=2');
	cy.get('.shown').then($shown => expect($shown.text()).to.eq('11'));
});
it('has a command of its own', () => {
	cy.get('.next').click();
	cy.settle();
	cy.get('.shown').then($shown => expect($shown.text()).to.eq('11'));
});
it('only loads', () => {
	cy.visit('/users');
	cy.get('tr').then($rows => expect($rows).to.have.length(3));
});`, 'cypress/support/settle.js': `export function settle(part) { cy.url().should('contain', part); }` });

	allows('what is no look at the page, or tries again', { 'cypress/e2e/a.cy.js': `
it('asks', () => {
	cy.get('.save').click();
	cy.request('/users').then(({ status }) => expect(status).to.eq(200));
});
it('waits for an answer', () => {
	cy.get('.save').click();
	cy.wait('@save').then(({ response }) => expect(response.statusCode).to.eq(200));
});
it('asks for what was kept', () => {
	cy.get('.save').click();
	cy.get('@users').then(users => expect(users).to.have.length(3));
});
it('tries again', () => {
	cy.get('.next').click();
	cy.get('.shown').should($shown => { expect($shown.text()).to.eq('11'); });
});
it('asks for what is in the field', () => {
	cy.get('#name').type('Ada');
	cy.get('#name').then($name => expect($name.val()).to.eq('Ada'));
});
it('asks for something else', () => {
	cy.get('.next').click();
	cy.get('.shown').then(() => { expect(Cypress.config('retries')).to.eq(0); });
});
it('goes on', () => {
	cy.get('.next').click();
	cy.get('tr').its('length').then(count => { if (count > 3) throw new Error('too many'); });
});` });

	leaves('a callback that gives commands', { 'cypress/e2e/a.cy.js': `
it('pages', () => {
	cy.get('.next').click();
	cy.get('.shown').then($shown => {
		expect($shown.text()).to.eq('11');
		cy.get('.last').click();
	});
});` });
});

describe('Selenium', () => {
	const driven = (...bodies: readonly string[]): string => `import { Builder, By, until, type WebDriver } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, it } from 'vitest';
let driver: WebDriver;
beforeAll(async () => { driver = await new Builder().forBrowser('firefox').build(); });
afterAll(() => driver.quit());
${bodies.map(body => `it('saves', async () => {
	await driver.get('http://localhost:3000/');
	await driver.findElement(By.id('save')).click();
${body}
});
`).join('')}`;
	flags('what is read right after an action', driven(
		`	expect(await driver.findElement(By.id('state')).getText()).toBe('saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (WebDriver.findElement.getText)`,
		`	const rows = await driver.findElements(By.css('tr'));
	expect(rows.length).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
		`	expect(await driver.getCurrentUrl()).toContain('/done');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
	), { options: { loaded: true } });
	allows('what is in a field behind nothing but keys', driven(`	const name = await driver.findElement(By.name('name'));
	await name.sendKeys('Ada');
	expect(await name.getAttribute('value')).toBe('Ada');`));
	allows('what is waited for, and what a wait asks', driven(`	await driver.wait(until.elementTextIs(driver.findElement(By.id('state')), 'saved'));
	expect(await driver.findElement(By.id('state')).getText()).toBe('saved');
	await driver.wait(async () => (await driver.findElements(By.css('tr'))).length === 2);`), { options: { loaded: true } });
	allows('what a condition waited for, of an element or of the page', driven(
		`	const state = await driver.findElement(By.id('state'));
	await driver.wait(until.elementTextIs(state, 'saved'), 5000);
	expect(await state.getText()).toBe('saved');`,
		`	const saved = until.elementTextContains(driver.findElement(By.id('state')), 'saved');
	const state = await driver.wait(saved);
	expect(await state.getText()).toBe('saved twice');`,
		`	const state = await driver.findElement(By.id('state'));
	await driver.wait(until.elementIsVisible(state));
	expect(await state.isDisplayed()).toBe(true);`,
		`	await driver.wait(until.titleIs('Done'));
	expect(await driver.getTitle()).toBe('Done');`,
	), { options: { loaded: true, waited: true } });
	flags('what no condition waited for: another element, another text, or another matter', driven(
		`	await driver.wait(until.elementTextIs(driver.findElement(By.id('other')), 'saved'));
	expect(await driver.findElement(By.id('state')).getText()).toBe('saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
		`	const state = await driver.findElement(By.id('state'));
	await driver.wait(until.elementTextIs(state, 'saving'));
	expect(await state.getText()).toBe('done');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
		`	const state = await driver.findElement(By.id('state'));
	await driver.wait(until.elementIsVisible(state));
	expect(await state.getText()).toBe('saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
	), { options: { waited: true } });
});

describe('what is to be something else than before', () => {
	flags('a number that is counted up from the one before', `
import { expect, test } from '@playwright/test';
test('adds', async ({ page }) => {
	await page.goto('/');
	const before = await page.locator('li').count();
	await page.getByRole('button', { name: 'Add' }).click();
	expect(await page.locator('li').count()).toBe(before + 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.locator.count)
});`);

	flags('a number that is greater', `
import { expect, test } from '@playwright/test';
test('adds', async ({ page }) => {
	await page.goto('/');
	const before = await page.locator('li').count();
	await page.getByRole('button', { name: 'Add' }).click();
	const after = await page.locator('li').count();
	expect(after).toBeGreaterThan(before);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.locator.count)
});`);

	flags('what was read before, which is to differ from what is read last', `
import { expect, test } from '@playwright/test';
test('renames', async ({ page }) => {
	await page.goto('/');
	const old = await page.locator('h1').textContent();
	await page.getByRole('button', { name: 'Rename' }).click();
	const now = await page.locator('h1').textContent();
	expect(old).not.toBe(now);
	~~~~~~~~~~~~~~~~~~~~~~~~~ (page.locator.textContent)
});`);

	allows('two readings that are to be the same', `
import { expect, test } from '@playwright/test';
test('stays', async ({ page }) => {
	await page.goto('/');
	const before = await page.locator('li').count();
	await page.getByRole('button', { name: 'Cancel' }).click();
	const after = await page.locator('li').count();
	expect(after).toBe(before);
	expect(before).toBe(after);
});`);
});

describe('a variable that is written again', () => {
	flags('where what is read last is read off another', `
import { expect, test } from '@playwright/test';
test('grows', async ({ page }) => {
	await page.goto('/');
	let box = await page.locator('#n').boundingBox();
	let width = box?.width;
	expect(width).toBe(3);
	await page.getByRole('button', { name: 'Grow' }).click();
	box = await page.locator('#n').boundingBox();
	width = box?.width;
	expect(width).toBe(4);
	~~~~~~~~~~~~~~~~~~~~~ (page.locator.boundingBox)
});`);
});

describe('a callback of a function of the project', () => {
	flags('that is awaited, behind an action', {
		'e2e/home.spec.js': `
const { expect, test } = require('@playwright/test');
const named = require('../pageobjects/named');
test('opens', async ({ page }) => {
	await page.goto('/');
	await page.click('#home');
	await named('address', async () => {
		expect(page.url()).toBe('/home');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.url)
	});
});
test('opens in a callback', async ({ page }) => {
	await page.goto('/');
	await named('button', async () => { await page.click('#home'); });
	await named('address', async () => {
		expect(page.url()).toBe('/home');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.url)
	});
});`,
		'pageobjects/named.js': `module.exports = async function named(name, claim) {\n\ttry {\n\t\tawait claim();\n\t} catch (error) {\n\t\tconsole.log(name);\n\t\tthrow error;\n\t}\n};`,
	});

	allows('that waits before it asks', {
		'e2e/home.spec.js': `
import { expect, test } from '@playwright/test';
import { named } from '../pageobjects/named';
test('opens', async ({ page }) => {
	await page.goto('/');
	await page.click('#home');
	await named('address', async () => {
		await page.waitForURL('/home');
		expect(page.url()).toBe('/home');
	});
});
test('asserts before it asks', async ({ page }) => {
	await page.goto('/');
	await page.click('#home');
	await named('title', async () => { await expect(page.locator('h1')).toHaveText('Home'); });
	await named('address', async () => {
		expect(page.url()).toBe('/home');
	});
});
test('tells of what is to come', async ({ page }) => {
	await page.goto('/');
	await page.click('#home');
	page.on('load', () => { expect(page.url()).toBe('/home'); });
	await page.waitForURL('/home');
});`,
		'pageobjects/named.js': `export async function named(name, claim) {\n\tawait claim();\n}`,
	});
});

describe('packages that hand on Playwright\'s tests', () => {
	flags('those of Nuxt', `
import { expect, test } from '@nuxt/test-utils/playwright';
test('switches', async ({ page, goto }) => {
	await goto('/');
	await page.getByText('Switch').click();
	expect(await page.getByRole('status').textContent()).toBe('on');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.getByRole.textContent)
});`);
});

describe('a constant that nothing asks for when the assertion waits', () => {
	flags('and one that something else asks for too', page(`
	const text = await page.getByRole('status').textContent();
	expect(text).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText
	console.log(text);`), { mends: { [wait]: page(`
	const text = await page.getByRole('status').textContent();
	await expect(page.getByRole('status')).toHaveText('Saved');
	console.log(text);`) } });

	flags('that stands alone', page(`
	const text = await page.getByRole('status').textContent();
	expect(text).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~ toHaveText`), { mends: { [wait]: page(`
	await expect(page.getByRole('status')).toHaveText('Saved');`) } });
});

describe('what is taken at one moment', () => {
	const test = (...bodies: readonly string[]): string => `import { expect, test } from '@playwright/test';
${bodies.map(body => `test('a', async ({ page, context }) => {
	await page.goto('/');
${body}
});
`).join('')}`;
	flags('a window that an action is to open', test(
		`	await page.getByText('Open').click();
	const popup = context.pages()[1];
	              ~~~~~~~~~~~~~~~ (context.pages), once
	await popup.click('#ok');`,
		`	await page.click('a[target=_blank]');
	const pages = context.pages();
	              ~~~~~~~~~~~~~~~ (context.pages), once
	await pages[1].click('#ok');`,
		`	await page.click('a[target=_blank]');
	const [, popup] = context.pages();
	                  ~~~~~~~~~~~~~~~ (context.pages), once
	await popup.click('#ok');`,
	));
	flags('one of Selenium', `import { Builder, By } from 'selenium-webdriver';
it('opens', async () => {
	const driver = await new Builder().forBrowser('firefox').build();
	await driver.get('http://localhost:3000/');
	await driver.findElement(By.id('open')).click();
	const handles = await driver.getAllWindowHandles();
	                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ once
	await driver.switchTo().window(handles[1]);
});`);
	allows('a window that was waited for, one that was there, and none at all', test(
		`	const opened = context.waitForEvent('page');
	await page.getByText('Open').click();
	await opened;
	await context.pages()[1].click('#ok');`,
		`	await page.getByText('Open').click();
	await expect.poll(() => context.pages().length).toBe(2);
	await context.pages()[1].click('#ok');`,
		`	await page.getByText('Open').click();
	const [first] = context.pages();
	await first.click('#ok');`,
		`	const pages = context.pages();
	await pages[1].click('#ok');`,
	));
	const taken = test(
		`	await page.click('#open');
	const ok = await page.$('#ok');
	                 ~~~~~~~~~~~~~ (page.$), once
	await ok.click();`,
		`	await page.click('#open');
	await (await page.$$('.row'))[1].click();
	             ~~~~~~~~~~~~~~~ (page.$$), once`,
	);
	flags('an element, where the option says so', taken, { options: { taken: true } });
	allows('an element', taken.replaceAll(/\t+ +~.*\n/g, ''));
	flags('a frame behind a load, where the option says so', test(
		`	const frame = page.frames()[1];
	              ~~~~~~~~~~~~~ once
	await frame.click('#ok');`,
	), { options: { loaded: true } });
	allows('an element that is waited for, was there, is asked for, or that is typed into next to another', test(
		`	await page.click('#open');
	await page.waitForSelector('#ok');
	await (await page.$('#ok')).click();`,
		`	await page.fill('#name', 'a');
	await page.click('#open');
	await (await page.$('#name')).click();`,
		`	await page.click('#open');
	const ok = await page.$('#ok');
	if (ok) await ok.click();`,
		`	await page.click('#open');
	const ok = await page.$('#ok');
	expect(ok).toBeNull();`,
		`	await page.fill('#first', 'a');
	const last = await page.$('#last');
	await last.fill('b');`,
		`	const ok = await page.$('#ok');
	await ok.click();`,
	), { options: { taken: true } });
});

describe('what a script of the page sets', () => {
	const asked = (script: string, claim: string): string => loaded(`
	const results = await page.evaluate(() => ${script});
	${claim}`);
	const strict = { options: { loaded: true, waited: true } };

	flags('where it is asked for behind a load', asked('window.results', `expect(results).toBeDefined();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.evaluate)`), strict);
	flags('behind a wait for something else', loaded(`
	await page.waitForSelector('#app');
	expect(await page.evaluate(() => window.app.ready)).toBeTruthy();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.evaluate)`), strict);
	allows('where it is to be nothing', asked('window.results', 'expect(results).toBeUndefined();'), strict);
	allows('where it is what the browser has', asked('document.title', 'expect(results).toBeTruthy();'), strict);
	allows('where nobody asks for so much', asked('window.results', 'expect(results).toBeDefined();'));
});

describe('what Cypress looks at before its commands run', () => {
	const spec = (body: string): Case => ({ 'cypress/e2e/a.cy.js': `
beforeEach(() => { cy.visit('/'); });
it('a', () => {
${body}
});` });

	flags('in the text of a test', spec(`	const rows = Cypress.$('tbody').find('tr').length;
	             ~~~~~~~~~~~~~~~~~~ while the commands are only queued
	cy.get('#add').click();
	cy.get('tbody tr').should('have.length', rows + 1);`));
	flags('behind what is only queued', spec(`	cy.get('#open').click();
	if (cy.$$('#dialog').length > 0) cy.get('#close').click();
	    ~~~~~~~~~~~~~~~~ while the commands are only queued`));
	allows('in callbacks of commands', spec(`	cy.get('tbody tr').then(rows => { const count = Cypress.$('tr').length; expect(count).to.equal(rows.length + 1); });`));
	allows('where it makes an element, or wraps one', spec(`	const made = Cypress.$('<p>');
	const wrapped = Cypress.$(document.body);
	cy.wrap(made).should('exist');
	cy.wrap(wrapped).should('exist');`));
	allows('without commands', { 'cypress/e2e/a.cy.js': `it('a', () => { expect(Cypress.$('body').length).to.equal(1); });` });
	allows('jQuery of the project', { 'cypress/e2e/a.cy.js': `import { Cypress } from './tools';\nit('a', () => { const found = Cypress.$('tr'); cy.get('tr').should('have.length', found.length); });`, 'cypress/e2e/tools.js': `export const Cypress = { $: name => [name] };` });
});

describe('what Astral reads once', () => {
	const opened = (body: string): Case => ({ 'main.test.ts': `
import { launch } from '@astral/astral';
import { assertEquals } from '@std/assert';
Deno.test('a', async () => {
	await using browser = await launch();
	await using page = await browser.newPage('http://localhost:8000');
	await page.locator('#next').click();
${body}
});` });
	flags('the text of an element', opened(`	assertEquals(await page.locator('p').evaluate(each => each.textContent), 'next');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.locator.evaluate)`));
	allows('what it waits for', opened(`	await page.waitForFunction(() => document.title === 'next');`));
});

describe('what Spectron reads once', () => {
	const driven = (body: string): string => `
import { Application } from 'spectron';
const app = new Application({ path: 'app' });
it('a', async () => {
	await app.start();
	await app.client.click('#save');
${body}
});`;
	flags('the text of an element', driven(`	expect(await app.client.getText('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (browser.getText)`));
	allows('what it waits for', driven(`	await app.client.waitUntilTextExists('#status', 'Saved');`));
});

describe('what a hook before each test does to the page', () => {
	const hooked = (hook: string, body: string, phase = 'beforeEach'): string => `
import puppeteer from 'puppeteer';
let page;
beforeAll(async () => { page = await (await puppeteer.launch()).newPage(); });
${phase}(async () => {
	await page.goto('http://localhost:3000');
${hook}
});
it('a', async () => {
${body}
});`;
	const clicked = `	await page.click('#open');`;
	const asked = `	expect(await page.$eval('#title', each => each.textContent)).toBe('Open');`;

	flags('last, before the test looks', hooked(clicked, `${asked}
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.$eval)`));
	allows('and waits for', hooked(`${clicked}\n	await page.waitForSelector('#title');`, asked));
	flags('and waits for, on request', hooked(`${clicked}\n	await page.waitForSelector('#title');`, `${asked}
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.$eval)`), { options: { waited: true } });
	allows('and the test waits for', hooked(clicked, `	await page.waitForSelector('#title');\n${asked}`));
	allows('once for all tests', hooked(clicked, asked, 'beforeAll'));
	allows('nothing but load it', hooked('', asked));
});

describe('an address that is taken right behind an action', () => {
	const strict = { options: { taken: true } };

	flags('and cut up', page(`
	const id = page.url().split('/').at(-1);
	           ~~~~~~~~~~ This takes what is there at this moment (page.url)
	await page.goto('/posts');
	await page.getByTestId(id).click();`), strict);
	flags('and gone to later', page(`
	const post = page.url();
	             ~~~~~~~~~~ This takes what is there at this moment (page.url)
	await page.goto('/');
	await page.goto(post);`), strict);
	flags('of its location, for another test', `
import { expect, test } from '@playwright/test';
let post;
test('a', async ({ page }) => {
	await page.goto('/');
	await page.click('#save');
	post = await page.evaluate(() => window.location.hash);
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (page.evaluate)
});
test('b', async ({ page }) => {
	await page.goto(\`/\${post}\`);
	await expect(page.locator('h1')).toHaveText('Saved');
});`, strict);
	allows('without the option', page(`
	const post = page.url();
	await page.goto(post);`));
	allows('and only told, or asked', page(`
	console.log(page.url());
	const here = page.url();
	if (here.endsWith('/old')) await page.goto('/new');`), strict);
	allows('and compared with', page(`
	const before = page.url();
	await page.click('#next');
	await expect(page).not.toHaveURL(before);`), strict);
	allows('behind a wait for it', page(`
	await page.waitForURL('**/posts/*');
	const post = page.url();
	await page.goto(post);`), strict);
	allows('behind nothing but a load', loaded(`
	const post = page.url();
	await page.goto(post);`), strict);
});

describe('a reading behind a wait in a loop that is left behind it', () => {
	allows('by a break', `
import { expect, test } from '@playwright/test';
test('a', async ({ page }) => {
	await page.goto('/');
	for (const tab of await page.getByRole('tab').all()) {
		if ((await tab.textContent()) === 'Week') {
			await tab.click();
			await page.waitForTimeout(300);
			const isShown = await page.locator('.week').isVisible();
			expect(isShown).toBe(true);
			break;
		}
	}
});`);
});
