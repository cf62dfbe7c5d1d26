import type { ApiRow, UiReadRow } from '../row.ts';

const from = 'selenium-webdriver';
const elements = 'https://www.selenium.dev/documentation/webdriver/elements/';
const browser = 'https://www.selenium.dev/documentation/webdriver/interactions/';
const driven = (body: string): string => `import { Builder, By, until } from 'selenium-webdriver';\nconst driver = await new Builder().forBrowser('firefox').build();\n${body}`;

const readings: readonly (Pick<UiReadRow, 'tells'> & { readonly methods: string })[] = [
	{ methods: '{getText,getTagName,getCssValue,getRect}', tells: 'value' },
	{ methods: '{getAttribute,getDomAttribute,getProperty}', tells: 'attribute' },
	{ methods: '{isDisplayed,isEnabled,isSelected}', tells: 'state' },
];

/** The ways to an element, each with an example. */
const found = [
	{ path: 'new WebDriver.{findElement,wait}()', code: `await driver.findElement(By.id('a'))` },
	{ path: 'new WebElement', code: `const [row] = await driver.findElements(By.id('a'));\nawait row` },
] as const;

/** What tests do with Selenium, and what they read off the page: nothing of it tries again. */
export const uiSelenium: readonly ApiRow[] = [
	{
		effect: 'alias', from, path: 'new Builder.**.build()', to: 'new WebDriver', see: 'https://www.selenium.dev/documentation/webdriver/drivers/',
		flaky: driven('await driver.getTitle();'),
	},
	{
		effect: 'alias', from, path: 'new {ThenableWebDriver,IWebDriver}', to: 'new WebDriver', see: 'https://www.selenium.dev/documentation/webdriver/drivers/',
		flaky: `import type { ThenableWebDriver } from 'selenium-webdriver';\nasync function settle(driver: ThenableWebDriver) {\n\tawait driver.getTitle();\n}`,
	},
	{
		effect: 'alias', from, path: 'new {WebDriver,WebElement}.**.findElements().[]', to: 'new WebElement', see: `${elements}finders/`,
		flaky: driven(`const [row] = await driver.findElements(By.css('li'));\nawait row.getText();`),
	},
	{
		effect: 'alias', from, path: 'new WebDriver.wait().[]', to: 'new WebElement', see: 'https://www.selenium.dev/documentation/webdriver/waits/',
		flaky: driven(`const [row] = await driver.wait(until.elementsLocated(By.css('li')));\nawait row.getText();`),
	},
	{
		effect: 'alias', from, path: 'new WebElementPromise', to: 'new WebElement', see: elements,
		flaky: `import type { WebElementPromise } from 'selenium-webdriver';\nasync function look(row: WebElementPromise) {\n\tawait row.getText();\n}`,
	},
	...found.flatMap(element =>
		readings.map(
			({ methods, tells }): ApiRow => ({
				effect: 'ui-read', of: 'receiver', tells, from, path: `${element.path}.**.${methods}()`, see: `${elements}information/`,
				flaky: driven(`${element.code}.${(/\w+/.exec(methods) ?? [''])[0]}(${tells === 'attribute' ? `'href'` : ''});`),
				steady: driven(`${element.code}.click();`),
			}),
		),
	),
	{
		effect: 'ui-read', of: { argument: 0 }, tells: 'element', from, path: 'new {WebDriver,WebElement}.**.findElements()', see: `${elements}finders/`,
		flaky: driven(`await driver.findElements(By.css('li'));`),
		steady: driven(`await driver.wait(until.elementLocated(By.css('li')));`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'new WebDriver.{getTitle,getCurrentUrl,getPageSource,getAllWindowHandles}()', see: browser,
		flaky: driven(`await driver.getCurrentUrl();`),
		steady: driven(`await driver.wait(until.urlContains('/done'));`),
	},
	{
		effect: 'ui-read', of: 'page', tells: 'value', from, path: 'new WebDriver.{executeScript,executeAsyncScript}()', when: [{ argument: 0, looks: true }], see: browser,
		flaky: driven(`await driver.executeScript(() => document.title);`),
		steady: driven(`await driver.executeScript(() => document.querySelector('a').click());`),
	},
	...found.map(
		(element): ApiRow => ({
			effect: 'ui-action', from, path: `${element.path}.**.{click,sendKeys,clear,submit}()`, see: `${elements}interactions/`,
			flaky: driven(`${element.code}.click();`),
			steady: driven(`${element.code}.getText();`),
		}),
	),
	{
		effect: 'ui-action', from, path: 'new WebDriver.{executeScript,executeAsyncScript}()', when: [{ argument: 0, acts: true }], see: browser,
		flaky: driven(`await driver.executeScript('document.forms[0].submit()');`),
		steady: driven(`await driver.executeScript('return document.title');`),
	},
	{
		effect: 'ui-action', loads: 'page', from, path: 'new WebDriver.get()', see: `${browser}navigation/`,
		flaky: driven(`await driver.get('http://localhost');`),
		steady: driven(`await driver.getTitle();`),
	},
	{
		effect: 'ui-action', loads: 'page', from, path: 'new WebDriver.navigate().{to,back,forward,refresh}()', see: `${browser}navigation/`,
		flaky: driven(`await driver.navigate().refresh();`),
		steady: driven(`await driver.getTitle();`),
	},
	{
		effect: 'ui-action', from, path: 'new WebDriver.actions().**.perform()', see: 'https://www.selenium.dev/documentation/webdriver/actions_api/',
		flaky: driven(`await driver.actions().click().perform();`),
		steady: driven(`driver.actions().click();`),
	},
	{
		effect: 'ui-wait', element: true, from, path: 'new WebDriver.wait()', see: 'https://www.selenium.dev/documentation/webdriver/waits/',
		flaky: driven(`await driver.wait(until.elementLocated(By.id('a')));`),
		steady: driven(`await driver.findElement(By.id('a'));`),
	},
];
