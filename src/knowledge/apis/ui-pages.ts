import type { ApiRow, UiActionRow, UiReadRow } from '../row.ts';
import { browserPackages as from } from '../browser-packages.ts';
import { playwrightPackages } from '../frameworks/playwright.ts';

const test = (body: string): string => `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\t${body}\n});`;
const locators = 'https://playwright.dev/docs/api/class-locator';
const page = 'https://playwright.dev/docs/api/class-page';

/** What an element shows, by the method that tells it, of a locator or of the element that a selector finds. */
const readings: readonly (Pick<UiReadRow, 'matcher' | 'contains' | 'tells' | 'awaits'> & { readonly method: string })[] = [
	{ method: 'textContent', matcher: 'toHaveText', contains: 'toContainText', tells: 'value', awaits: 'element' },
	{ method: 'innerText', matcher: 'toHaveText', contains: 'toContainText', tells: 'value', awaits: 'element' },
	{ method: 'innerHTML', tells: 'value', awaits: 'element' },
	{ method: 'inputValue', matcher: 'toHaveValue', tells: 'value', awaits: 'element' },
	{ method: 'getAttribute', matcher: 'toHaveAttribute', tells: 'attribute', awaits: 'element' },
	{ method: 'isVisible', matcher: 'toBeVisible', tells: 'state' },
	{ method: 'isHidden', matcher: 'toBeHidden', tells: 'state' },
	{ method: 'isEnabled', matcher: 'toBeEnabled', tells: 'state', awaits: 'element' },
	{ method: 'isDisabled', matcher: 'toBeDisabled', tells: 'state', awaits: 'element' },
	{ method: 'isEditable', matcher: 'toBeEditable', tells: 'state', awaits: 'element' },
	{ method: 'isChecked', matcher: 'toBeChecked', tells: 'state', awaits: 'element' },
];

function readsOf({ method, ...reading }: (typeof readings)[number]): readonly UiReadRow[] {
	const path = `page.**.${method}()`;
	const isNamed = reading.tells === 'attribute';
	const selected = isNamed ? 1 : 0;
	const name = isNamed ? `'href'` : '';
	const options = isNamed ? `'href', {}` : '{}';
	return [
		{
			effect: 'ui-read', of: { argument: 0 }, ...reading, from, path: `page.${method}()`, when: [{ argument: selected, present: true }], see: page,
			flaky: test(`await page.${method}('a'${isNamed ? `, 'href'` : ''});`),
			steady: test(`await page.locator('a').waitFor();`),
		},
		{
			effect: 'ui-read', of: 'receiver', ...reading, from, path, unless: [{ chained: ['setContent'] }], see: locators,
			flaky: test(`await page.locator('a').first().${method}(${name});`),
			steady: test(`await page.locator('a').first().click(${options});`),
		},
	];
}

const acting = [
	'dblclick', 'tap', 'press', 'pressSequentially', 'type', 'dragTo', 'dragAndDrop', 'dispatchEvent', 'selectText', 'hover', 'focus', 'blur', 'drop', 'select',
	'uploadFile', 'down', 'up', 'insertText', 'sendCharacter', 'wheel',
].join(',');

/** Actions that leave an element as they say, by the matchers that would ask for it. */
const settling: Readonly<Record<string, readonly string[]>> = {
	'click': ['toBeChecked'],
	'fill': ['toHaveValue'],
	'clear': ['toHaveValue'],
	'selectOption': ['toHaveValue', 'toHaveValues'],
	'setInputFiles': ['toHaveValue'],
	'check': ['toBeChecked'],
	'uncheck': ['toBeChecked'],
	'setChecked': ['toBeChecked'],
};

function settlingAction(method: string, settles: readonly string[]): UiActionRow {
	return {
		effect: 'ui-action', from, path: `page.**.${method}()`, settles, see: locators,
		flaky: test(`await page.locator('a').${method}('b');`),
		steady: test(`await page.locator('a').waitFor();`),
	};
}

/** What tests do to pages of Playwright and Puppeteer, read off them, and wait for. */
export const uiPages: readonly ApiRow[] = [
	{
		effect: 'alias', from: playwrightPackages, path: '{test,mergeTests}.**.expect', to: 'expect', see: 'https://playwright.dev/docs/api/class-test#test-expect',
		flaky: test(`await test.expect(page).toHaveTitle('a');`),
	},
	...readings.flatMap(readsOf),
	{
		effect: 'ui-read', of: 'receiver', tells: 'count', matcher: 'toHaveCount', from, path: 'page.**.count()', see: locators,
		flaky: test(`await page.getByRole('row').count();`),
		steady: test(`await page.getByRole('row').waitFor();`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'value', matcher: 'toHaveText', from, path: 'page.**.{allTextContents,allInnerTexts}()', see: locators,
		flaky: test(`await page.getByRole('row').allTextContents();`),
		steady: test(`await page.getByRole('row').waitFor();`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'count', from, path: 'page.**.all()', see: `${locators}#locator-all`,
		flaky: test(`await page.getByRole('row').all();`),
		steady: test(`page.getByRole('row').first();`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'value', awaits: 'element', from, path: 'page.**.boundingBox()', see: `${locators}#locator-bounding-box`,
		flaky: test(`await page.getByRole('row').boundingBox();`),
		steady: test(`await page.getByRole('row').waitFor();`),
	},
	{
		effect: 'ui-read', of: { argument: 0 }, tells: 'value', from, path: 'page.**.{$eval,$$eval}()', see: `${page}#page-eval-on-selector`,
		flaky: test(`await page.$eval('a', a => a.textContent);`),
		steady: test(`await page.waitForSelector('a');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'page.evaluate()', when: [{ argument: 0, looks: true }], see: `${page}#page-evaluate`,
		flaky: test(`await page.evaluate(() => document.querySelector('a').textContent);`),
		steady: test(`await page.evaluate(() => document.querySelector('a').click());`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'page.{frame,frames,mainFrame}.**.{evaluate,evaluateAll}()', when: [{ argument: 0, looks: true }], see: 'https://playwright.dev/docs/api/class-frame#frame-evaluate',
		flaky: test(`await page.mainFrame().evaluate(() => document.title);`),
		steady: test(`await page.evaluate(() => document.title);`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'value', awaits: 'element', from, path: 'page.*.**.{evaluate,evaluateAll}()', when: [{ argument: 0, looks: true }], unless: [{ chained: ['frame', 'frames', 'mainFrame'] }], see: `${locators}#locator-evaluate`,
		flaky: test(`await page.locator('a').evaluate(a => a.textContent);`),
		steady: test(`await page.locator('a').evaluate(a => a.click());`),
	},
	{
		effect: 'ui-read', of: { argument: 0 }, tells: 'element', matcher: 'toBeAttached', from, path: 'page.**.{$,$x}()', see: `${page}#page-query-selector`,
		flaky: test(`await page.$('a');`),
		steady: test(`await page.waitForSelector('a');`),
	},
	{
		effect: 'ui-read', of: { argument: 0 }, tells: 'element', from, path: 'page.**.$$()', see: `${page}#page-query-selector-all`,
		flaky: test(`await page.$$('a');`),
		steady: test(`await page.waitForSelector('a');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', matcher: 'toHaveURL', from, path: 'page.url()', see: `${page}#page-url`,
		flaky: test(`page.url();`),
		steady: test(`await page.waitForURL('/');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', matcher: 'toHaveTitle', from, path: 'page.title()', see: `${page}#page-title`,
		flaky: test(`await page.title();`),
		steady: test(`await page.goto('/');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'picture', matcher: 'toHaveScreenshot', from, path: 'page.screenshot()', see: `${page}#page-screenshot`,
		flaky: test(`await page.screenshot();`),
		steady: test(`await expect(page).toHaveScreenshot();`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'picture', matcher: 'toHaveScreenshot', from, path: 'page.**.{locator,getByRole,getByText,getByTestId,getByLabel,first,last,nth,filter,$}().screenshot()', see: `${locators}#locator-screenshot`,
		flaky: test(`await page.getByRole('row').screenshot();`),
		steady: test(`await expect(page.getByRole('row')).toHaveScreenshot();`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'page.content()', see: `${page}#page-content`,
		flaky: test(`await page.content();`),
		steady: test(`await page.goto('/');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'page.{frames,workers}()', see: `${page}#page-frames`,
		flaky: test(`page.frames();`),
		steady: test(`page.mainFrame();`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'context.{cookies,storageState}()', see: 'https://playwright.dev/docs/api/class-browsercontext#browser-context-cookies',
		flaky: `import { test } from '@playwright/test';\ntest('x', async ({ context }) => {\n\tawait context.cookies();\n});`,
		steady: `import { test } from '@playwright/test';\ntest('x', async ({ context }) => {\n\tawait context.clearCookies();\n});`,
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'context.pages()', see: 'https://playwright.dev/docs/api/class-browsercontext#browser-context-pages',
		flaky: `import { test } from '@playwright/test';\ntest('x', async ({ context }) => {\n\tcontext.pages();\n});`,
		steady: `import { test } from '@playwright/test';\ntest('x', async ({ context }) => {\n\tcontext.browser();\n});`,
	},

	{
		effect: 'ui-action', from, path: `page.**.{${acting}}()`, see: locators,
		flaky: test(`await page.locator('a').dblclick();`),
		steady: test(`await page.locator('a').waitFor();`),
	},
	{
		effect: 'ui-action', from, path: 'page.**.evaluate()', when: [{ argument: 0, acts: true }], see: `${page}#page-evaluate`,
		flaky: test(`await page.evaluate(() => document.querySelector('a').click());`),
		steady: test(`await page.evaluate(() => document.querySelector('a').textContent);`),
	},
	{
		effect: 'ui-action', from, path: 'page.**.{$eval,$$eval}()', when: [{ argument: 1, acts: true }], see: `${page}#page-eval-on-selector`,
		flaky: test(`await page.$eval('a', a => a.click());`),
		steady: test(`await page.$eval('a', a => a.textContent);`),
	},
	...Object.entries(settling).map(([method, settles]) => settlingAction(method, settles)),
	{
		effect: 'ui-action', loads: 'page', from, path: 'page.**.{goto,reload,goBack,goForward}()', see: `${page}#page-goto`,
		flaky: test(`await page.goto('/');`),
		steady: test(`await page.waitForURL('/');`),
	},
	{
		effect: 'ui-action', loads: 'content', from, path: 'page.**.setContent()', see: `${page}#page-set-content`,
		flaky: test(`await page.setContent('<p></p>');`),
		steady: test(`await page.content();`),
	},

	{
		effect: 'ui-wait', from, path: 'page.**.{waitForURL,waitForLoadState,waitForFunction,waitForNetworkIdle}()', see: `${page}#page-wait-for-url`,
		flaky: test(`await page.waitForURL('/');`),
		steady: test(`await page.goto('/');`),
	},
	{
		effect: 'ui-wait', element: true, from, path: 'page.**.{waitFor,waitForSelector,waitForXPath,waitForElementState,waitForFrame,scrollIntoViewIfNeeded}()', see: `${locators}#locator-wait-for`,
		flaky: test(`await page.locator('a').waitFor();`),
		steady: test(`await page.locator('a').click();`),
	},

	{
		effect: 'event-wait', on: 'page', from, path: 'page.**.{waitForResponse,waitForRequest,waitForEvent,waitForNavigation,waitForFileChooser,waitForDevicePrompt}()', see: `${page}#page-wait-for-event`,
		flaky: test(`await page.waitForResponse('/api');`),
		steady: test(`await page.waitForURL('/');`),
	},
	{
		effect: 'event-wait', on: 'page', from, path: 'context.waitForEvent()', see: 'https://playwright.dev/docs/api/class-browsercontext#browser-context-wait-for-event',
		flaky: `import { test } from '@playwright/test';\ntest('x', async ({ context }) => {\n\tawait context.waitForEvent('page');\n});`,
		steady: `import { test } from '@playwright/test';\ntest('x', async ({ context }) => {\n\tawait context.newPage();\n});`,
	},
];
