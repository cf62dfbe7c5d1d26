import type { ApiRow, UiReadRow } from '../row.ts';

const webdriverio = ['global', '@wdio/globals', 'webdriverio', 'spectron'] as const;
const elements = 'https://webdriver.io/docs/api/element';
const globals = (body: string): string => `import { $, $$, browser } from '@wdio/globals';\n${body}`;

const readings: readonly (Pick<UiReadRow, 'matcher' | 'contains' | 'tells'> & { readonly method: string })[] = [
	{ method: 'getText', matcher: 'toHaveText', tells: 'value' },
	{ method: 'getValue', matcher: 'toHaveValue', tells: 'value' },
	{ method: 'getHTML', matcher: 'toHaveHTML', tells: 'value' },
	{ method: 'getAttribute', matcher: 'toHaveAttribute', tells: 'attribute' },
	{ method: 'getProperty', matcher: 'toHaveElementProperty', tells: 'attribute' },
	{ method: 'isDisplayed', matcher: 'toBeDisplayed', tells: 'state' },
	{ method: 'isDisplayedInViewport', matcher: 'toBeDisplayedInViewport', tells: 'state' },
	{ method: 'isExisting', matcher: 'toExist', tells: 'element' },
	{ method: 'isEnabled', matcher: 'toBeEnabled', tells: 'state' },
	{ method: 'isClickable', matcher: 'toBeClickable', tells: 'state' },
	{ method: 'isSelected', matcher: 'toBeSelected', tells: 'state' },
	{ method: 'isFocused', matcher: 'toBeFocused', tells: 'state' },
	{ method: 'getComputedLabel', matcher: 'toHaveComputedLabel', tells: 'value' },
	{ method: 'getComputedRole', matcher: 'toHaveComputedRole', tells: 'value' },
	{ method: 'getCSSProperty', tells: 'value' },
	{ method: 'getSize', tells: 'value' },
	{ method: 'getLocation', tells: 'value' },
];

function readsOf({ method, ...reading }: (typeof readings)[number]): readonly UiReadRow[] {
	const given = reading.tells === 'attribute' ? `'href'` : '';
	const row = { effect: 'ui-read', of: 'receiver', ...reading, from: webdriverio, see: elements, steady: globals(`await $('a').click();`) } as const;
	return [
		{ ...row, path: `{$,$$}().**.${method}()`, flaky: globals(`await $('a').${method}(${given});`) },
		{ ...row, path: `browser.{$,$$}.**.${method}()`, flaky: globals(`await browser.$('a').${method}(${given});`) },
	];
}

/** What tests do in WebdriverIO and Cypress, and what they read off the page. */
export const uiRunners: readonly ApiRow[] = [
	...readings.flatMap(readsOf),
	{
		effect: 'ui-read', of: 'page', tells: 'value', from: webdriverio, path: 'browser.getAlertText()', see: 'https://webdriver.io/docs/api/webdriver#getalerttext',
		flaky: globals(`await browser.getAlertText();`),
		steady: globals(`await browser.url('/');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from: webdriverio, path: 'browser.getWindowHandles()', see: 'https://webdriver.io/docs/api/webdriver#getwindowhandles',
		flaky: globals(`await browser.getWindowHandles();`),
		steady: globals(`await browser.getWindowHandle();`),
	},
	...['$$()', 'browser.$$()'].map((path): UiReadRow => ({
		effect: 'ui-read', of: { argument: 0 }, tells: 'count', from: webdriverio, path, see: 'https://webdriver.io/docs/api/browser/$$',
		flaky: globals(`await ${path.replace('()', `('a')`)};`),
		steady: globals(`await $('a');`),
	})),
	{
		effect: 'ui-read', of: 'page', tells: 'value', from: webdriverio, path: 'browser.execute()', when: [{ argument: 0, looks: true }], see: 'https://webdriver.io/docs/api/browser/execute',
		flaky: globals(`await browser.execute(() => document.title);`),
		steady: globals(`await browser.execute(() => document.querySelector('a').click());`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', matcher: 'toHaveUrl', from: webdriverio, path: 'browser.getUrl()', see: 'https://webdriver.io/docs/api/webdriver#geturl',
		flaky: globals(`await browser.getUrl();`),
		steady: globals(`await browser.url('/');`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', matcher: 'toHaveTitle', from: webdriverio, path: 'browser.getTitle()', see: 'https://webdriver.io/docs/api/webdriver#gettitle',
		flaky: globals(`await browser.getTitle();`),
		steady: globals(`await browser.url('/');`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'value', from: webdriverio, path: '$$().**.map()', see: 'https://webdriver.io/docs/api/browser/$$',
		flaky: globals(`await $$('a').map(each => each.getText());`),
		steady: globals(`await $('a').click();`),
	},
	{
		effect: 'ui-read', of: 'receiver', tells: 'value', from: webdriverio, path: 'browser.$$().**.map()', see: 'https://webdriver.io/docs/api/browser/$$',
		flaky: globals(`await browser.$$('a').map(each => each.getText());`),
		steady: globals(`await browser.$('a').click();`),
	},
	...['$$()', 'browser.$$()'].map((path): ApiRow => ({
		effect: 'promise', from: webdriverio, path: `${path}.{forEach,forEachSeries,map,mapSeries}()`, ofCallback: 0, see: 'https://webdriver.io/docs/api/browser/$$',
		flaky: globals(`${path.replace('()', `('a')`)}.forEach(async each => {\n\tawait each.click();\n});`),
		steady: globals(`await $('a').click();`),
	})),
	...['{$,$$}()', 'browser.{$,$$}'].flatMap((element): readonly ApiRow[] => {
		const shown = element.replace(/\{\$,\$\$\}(\(\))?/, `$('a')`);
		return [
			{
				effect: 'ui-action', from: webdriverio, path: `${element}.**.{click,doubleClick,setValue,addValue,clearValue,selectByVisibleText,selectByIndex,selectByAttribute,moveTo,dragAndDrop,tap}()`, see: elements,
				flaky: globals(`await ${shown}.click();`),
				steady: globals(`await ${shown}.waitForDisplayed();`),
			},
			{
				effect: 'ui-wait', element: true, from: webdriverio, path: `${element}.**.{waitForDisplayed,waitForExist,waitForEnabled,waitForClickable,waitForStable,waitUntil}()`, see: 'https://webdriver.io/docs/api/element/waitForDisplayed',
				flaky: globals(`await ${shown}.waitForDisplayed();`),
				steady: globals(`await ${shown}.click();`),
			},
		];
	}),
	...['$$().[]', '{$,$$}().**.$$().[]', 'browser.{$,$$}.**.$$().[]', 'browser.$$().[]'].map((path): ApiRow => ({
		effect: 'alias', from: webdriverio, path, to: 'browser.$$', see: 'https://webdriver.io/docs/api/browser/$$',
		flaky: globals(`await ${path.replace('**.', '').replace('{$,$$}', '$').replaceAll('()', `('a')`).replace('.[]', '[0]').replace('browser.$.', `browser.$('a').`)}.getText();`),
	})),
	{
		effect: 'alias', from: ['global', '@wdio/globals'], path: 'driver', to: 'browser', see: 'https://webdriver.io/docs/api/globals',
		flaky: `import { driver } from '@wdio/globals';\nawait driver.getTitle();`,
	},
	{
		effect: 'alias', from: 'global', path: 'WebdriverIO.new Element', to: 'browser.$$', see: 'https://webdriver.io/docs/api/element',
		flaky: `declare const row: WebdriverIO.Element;\nawait row.getText();`,
	},
	{
		effect: 'alias', from: 'webdriverio', path: 'new {Element,ChainablePromiseElement}', to: 'browser.$$', see: 'https://webdriver.io/docs/api/element',
		flaky: `import type { ChainablePromiseElement } from 'webdriverio';\nasync function look(row: ChainablePromiseElement) {\n\tawait row.getText();\n}`,
	},
	{
		effect: 'alias', from: 'webdriverio', path: '{remote,attach,multiremote}()', to: 'browser', see: 'https://webdriver.io/docs/api/modules#remoteoptions-modifier',
		flaky: `import { remote } from 'webdriverio';\nawait remote({ capabilities: {} });`,
	},
	{
		effect: 'alias', from: 'webdriverio', path: 'new Browser', to: 'browser', see: 'https://webdriver.io/docs/api/browser',
		flaky: `import type { Browser } from 'webdriverio';\ndeclare const browser: Browser;\nbrowser;`,
	},
	{
		effect: 'alias', from: 'global', path: 'WebdriverIO.new {Browser,MultiRemoteBrowser}', to: 'browser', see: 'https://webdriver.io/docs/api/browser',
		flaky: `declare const app: WebdriverIO.Browser;\napp;`,
	},
	{
		effect: 'ui-action', from: webdriverio, path: 'browser.{keys,back,forward,switchToWindow,switchWindow,newWindow,execute,executeAsync,action,actions}()', see: 'https://webdriver.io/docs/api/browser/keys',
		flaky: globals(`await browser.keys('a');`),
		steady: globals(`await browser.waitUntil(() => true);`),
	},
	{
		effect: 'ui-action', loads: 'page', from: webdriverio, path: 'browser.{url,navigateTo,refresh}()', see: 'https://webdriver.io/docs/api/browser/url',
		flaky: globals(`await browser.url('/');`),
		steady: globals(`await browser.getUrl();`),
	},
	{
		effect: 'ui-wait', from: webdriverio, path: 'browser.waitUntil()', see: 'https://webdriver.io/docs/api/browser/waitUntil',
		flaky: globals(`await browser.waitUntil(() => true);`),
		steady: globals(`await browser.keys('a');`),
	},

	{
		effect: 'ui-action', from: 'global', path: 'cy.**.{click,dblclick,rightclick,type,check,uncheck,select,selectFile,trigger,submit,clear,visit,reload,go,request,tick}()', see: 'https://docs.cypress.io/api/commands/click',
		flaky: `cy.get('button').click();`,
		steady: `cy.get('button').should('be.visible');`,
	},
	{
		effect: 'event-wait', on: 'page', from: 'global', path: 'cy.intercept()', see: 'https://docs.cypress.io/api/commands/intercept',
		flaky: `cy.intercept('/api');`,
		steady: `cy.wait('@api');`,
	},
];
