import { playwright as browsers } from '../browser-packages.ts';
import { playwrightPackages as playwright } from '../frameworks/playwright.ts';
import { vitestBrowser } from '../vitest-browser.ts';
import type { RetriedCallRow, RetryRow } from './row.ts';

const testingLibrary = [
	'@testing-library/dom',
	'@testing-library/react',
	'@testing-library/vue',
	'@testing-library/svelte',
	'@testing-library/angular',
	'@testing-library/preact',
	'@testing-library/react-native',
	'@testing-library/react-hooks',
	'@solidjs/testing-library',
	'@marko/testing-library',
	'@storybook/test',
	'storybook/test',
	'@storybook/testing-library',
] as const;

/** Packages whose `waitFor` tries until nothing is thrown, whatever is returned. */
export const untilNothingThrown: ReadonlySet<string> = new Set(['vitest', ...testingLibrary.filter(name => name.startsWith('@testing-library/') && name !== '@testing-library/react-hooks')]);

export const retryRows: readonly RetryRow[] = [
	{ from: testingLibrary, path: '{waitFor,waitForElement,wait}()', argument: 0, see: 'https://testing-library.com/docs/dom-testing-library/api-async/#waitfor' },
	{ from: '@testing-library/react-hooks', path: 'renderHook().{waitFor,wait}()', argument: 0, see: 'https://react-hooks-testing-library.com/reference/api#waitfor' },
	{ from: 'vitest', path: 'vi.{waitFor,waitUntil}()', argument: 0, see: 'https://vitest.dev/api/vi.html#vi-waitfor' },
	{ from: 'vitest', path: 'vitest.{waitFor,waitUntil}()', argument: 0, see: 'https://vitest.dev/api/vi.html#vi-waitfor' },
	{ from: 'global', path: 'vi.{waitFor,waitUntil}()', argument: 0, see: 'https://vitest.dev/api/vi.html#vi-waitfor' },
	{ from: ['vitest', 'global', '@vitest/expect'], path: 'expect.poll()', argument: 0, see: 'https://vitest.dev/api/expect.html#poll' },
	{ from: 'vitest', path: 'TestContext.expect.poll()', argument: 0, see: 'https://vitest.dev/api/expect.html#poll' },
	{ from: playwright, path: 'expect.poll()', argument: 0, see: 'https://playwright.dev/docs/test-assertions#expectpoll' },
	{ from: playwright, path: 'expect().toPass()', argument: 0, call: 0, see: 'https://playwright.dev/docs/test-assertions#expecttopass' },
	{ from: playwright, path: 'expect().not.toPass()', argument: 0, call: 0, see: 'https://playwright.dev/docs/test-assertions#expecttopass' },
	{ from: 'node:test', path: 'TestContext.waitFor()', argument: 0, see: 'https://nodejs.org/api/test.html#contextwaitforcondition-options' },
	{ from: 'global', path: 'cy.**.{should,and}()', argument: 0, see: 'https://docs.cypress.io/api/commands/should#Function' },
	{ from: 'global', path: 'cy.waitUntil()', argument: 0, see: 'https://www.npmjs.com/package/cypress-wait-until' },
	{ from: ['@wdio/globals', 'webdriverio', 'global'], path: 'browser.waitUntil()', argument: 0, see: 'https://webdriver.io/docs/api/browser/waitUntil' },
	{ from: 'p-wait-for', path: '()', argument: 0, see: 'https://github.com/sindresorhus/p-wait-for' },
	{ from: 'wait-for-expect', path: '()', argument: 0, see: 'https://github.com/TheBrainFamily/wait-for-expect' },
	{ from: 'async-wait-until', path: '()', argument: 0, see: 'https://github.com/devlato/async-wait-until' },
	{ from: 'async-wait-until', path: 'waitUntil()', argument: 0, see: 'https://github.com/devlato/async-wait-until' },
	{ from: ['p-retry', 'async-retry', 'promise-retry'], path: '()', argument: 0, see: 'https://github.com/sindresorhus/p-retry' },
	{ from: ['ts-retry', 'ts-retry-promise', '@lifeomic/attempt', '@std/async'], path: '{retry,retryAsync,retryAsyncUntilDefined,retryUntilDefined,waitUntil,waitUntilAsync}()', argument: 0, see: 'https://github.com/franckLdx/ts-retry' },
	{ from: ['@ember/test-helpers'], path: 'waitUntil()', argument: 0, see: 'https://github.com/emberjs/ember-test-helpers/blob/main/API.md#waituntil' },
	{ from: ['@open-wc/testing', '@open-wc/testing-helpers'], path: 'waitUntil()', argument: 0, see: 'https://open-wc.org/docs/testing/helpers/#waituntil' },
];

const webdriverio = ['@wdio/globals', 'webdriverio', 'global'] as const;
const elementAction = '{click,doubleClick,setValue,addValue,clearValue,selectByVisibleText,selectByIndex,selectByAttribute,moveTo,dragAndDrop,tap,waitForDisplayed,waitForExist,waitForEnabled,waitForClickable,waitForStable}()';

const testCafeAction = '{click,rightClick,doubleClick,hover,drag,dragToElement,typeText,selectText,selectTextAreaContent,setFilesToUpload,switchToIframe}()';
const testCafeWaits = 'https://testcafe.io/documentation/402827/guides/advanced-guides/built-in-wait-mechanisms';

/** Cypress makes all queries of a chain again until the last of them finds something; what a callback is handed is read once. */
const readOnce = ['then', 'each', 'spread', 'wait', 'task', 'exec', 'request', 'reload', 'visit'] as const;
const queries = 'https://docs.cypress.io/app/core-concepts/retry-ability';

/** What waits for an element by itself, and what follows it in a chain: a pause in front of it is on top of that. */
export const retriedCalls: readonly RetriedCallRow[] = [
	{ from: 'global', path: 'cy.{get,contains,focused,url,title,hash,location}()', chained: true, unless: readOnce, see: queries },
	{ from: 'global', path: 'cy.findBy*()', chained: true, unless: readOnce, see: 'https://testing-library.com/docs/cypress-testing-library/intro' },
	{ from: 'global', path: 'cy.findAllBy*()', chained: true, unless: readOnce, see: 'https://testing-library.com/docs/cypress-testing-library/intro' },
	{
		from: browsers, unless: ['keyboard', 'mouse', 'touchscreen'], see: 'https://playwright.dev/docs/actionability',
		path: 'page.**.{click,dblclick,tap,fill,clear,check,uncheck,setChecked,selectOption,setInputFiles,hover,focus,press,pressSequentially,type,dragTo,dragAndDrop,selectText,scrollIntoViewIfNeeded,waitFor,waitForSelector,waitForFunction,waitForURL}()',
	},
	{ from: ['puppeteer', 'puppeteer-core'], path: 'page.**.{waitForSelector,waitForFunction}()', see: 'https://pptr.dev/api/puppeteer.page.waitforselector' },
	{ from: ['puppeteer', 'puppeteer-core'], path: 'page.**.locator().{click,fill,hover,scroll,wait}()', see: 'https://pptr.dev/guides/page-interactions#locators' },
	{ from: vitestBrowser, path: 'page.**.{click,dblClick,tripleClick,fill,clear,hover,selectOptions,upload,dropTo}()', see: 'https://vitest.dev/api/browser/locators' },
	{ from: webdriverio, path: `{$,$$}().**.${elementAction}`, see: 'https://webdriver.io/docs/autowait' },
	{ from: webdriverio, path: `browser.{$,$$}().**.${elementAction}`, see: 'https://webdriver.io/docs/autowait' },
	{ from: 'testcafe', path: `t.**.${testCafeAction}`, see: testCafeWaits },
	{ from: 'global', path: `new TestController.**.${testCafeAction}`, see: testCafeWaits },
	{ from: testingLibrary, path: '**.findBy*()', see: 'https://testing-library.com/docs/dom-testing-library/api-async/#findby-queries' },
	{ from: testingLibrary, path: '**.findAllBy*()', see: 'https://testing-library.com/docs/dom-testing-library/api-async/#findby-queries' },
];

const locators = '{locator,frameLocator,contentFrame,getByRole,getByText,getByLabel,getByPlaceholder,getByAltText,getByTitle,getByTestId,first,last,nth,filter,and,or}()';

/** What only says how an element is to be found: it is looked for when something is asked of it, or done to it. */
export const lazyCalls: readonly RetriedCallRow[] = [
	{ from: browsers, path: `page.**.${locators}`, see: 'https://playwright.dev/docs/locators' },
	{ from: ['puppeteer', 'puppeteer-core'], path: 'page.locator()', see: 'https://pptr.dev/guides/page-interactions#locators' },
	{ from: vitestBrowser, path: `page.**.${locators}`, see: 'https://vitest.dev/api/browser/locators' },
	{ from: webdriverio, path: '$()', see: 'https://webdriver.io/docs/selectors' },
	{ from: webdriverio, path: 'browser.$()', see: 'https://webdriver.io/docs/selectors' },
	{ from: 'testcafe', path: 'Selector()', chained: true, see: 'https://testcafe.io/documentation/402666/reference/test-api/selector' },
	{ from: 'global', path: 'Selector()', chained: true, see: 'https://testcafe.io/documentation/402666/reference/test-api/selector' },
];
