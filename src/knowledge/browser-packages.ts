import { playwrightPackages } from './frameworks/playwright.ts';

/** The last ones are packages of one browser each, and wrappers that hand on what they wrap. */
export const playwright = [...playwrightPackages, 'playwright', 'playwright-core', 'playwright-chromium', 'playwright-firefox', 'playwright-webkit', 'playwright-extra', 'patchright', '@nuxt/test-utils', '@nuxt/test-utils/e2e'] as const;
/** The last one is of Deno, and has its pages after Puppeteer's (https://jsr.io/@astral/astral). */
export const puppeteer = ['puppeteer', 'puppeteer-core', 'puppeteer-extra', '@astral/astral'] as const;
/** Packages, and globals of jest-puppeteer and jest-playwright, whose pages are `page` for the rows. */
export const browserPackages = [...playwright, ...puppeteer, 'global'] as const;

/** Packages whose classes drive a browser. */
export const drivers: ReadonlySet<string> = new Set([...playwright, ...puppeteer, 'selenium-webdriver', 'webdriverio', '@wdio/globals']);

/** The package whose rows tell of a page of which only that is known: what Puppeteer and Playwright share is the same in both. */
export const assumedBrowser: (typeof puppeteer)[number] = 'puppeteer';

/** Names under which such a page is handed out, or made. */
export const pageNames: ReadonlySet<string> = new Set(['page', 'newPage']);

/** What nothing but pages of Puppeteer and Playwright, and their frames, can be called with. */
export const onlyOfPages: ReadonlySet<string> = new Set([
	'$eval', '$$eval', 'waitForSelector', 'waitForFunction', 'waitForNavigation', 'waitForNetworkIdle', 'evaluateOnNewDocument', 'addInitScript', 'setRequestInterception', 'evaluateHandle',
	'keyboard.press', 'keyboard.type', 'mouse.click', 'mouse.move', 'mouse.down',
]);

/** What opens an address in one, where it is handed an address. */
export const opening = 'goto';

/** What is asked of a page by what rows are about. */
export const ofPages: ReadonlySet<string> = new Set([
	'$', '$$', '$eval', '$$eval', '$x', 'evaluate', 'evaluateHandle', 'click', 'tap', 'type', 'press', 'fill', 'focus', 'hover', 'select', 'keyboard', 'mouse', 'goto', 'reload', 'goBack', 'goForward', 'setContent', 'url', 'title', 'content', 'screenshot', 'frames',
	'waitFor', 'waitForSelector', 'waitForFunction', 'waitForNavigation', 'waitForNetworkIdle', 'waitForResponse', 'waitForRequest', 'waitForTimeout', 'waitForXPath', 'locator', 'context', 'frame', 'mainFrame',
]);

/** What nothing but the browser of Nightwatch can be called with (https://nightwatchjs.org/api/commands/). */
export const onlyOfNightwatch: ReadonlySet<string> = new Set([
	'waitForElementVisible', 'waitForElementNotVisible', 'waitForElementPresent', 'waitForElementNotPresent', 'useXpath', 'useCss',
	'containsText', 'textContains', 'urlContains', 'titleContains', 'elementPresent', 'elementNotPresent', 'cssClassPresent', 'cssClassNotPresent', 'attributeContains', 'valueContains', 'elementsCount',
]);

/** The type by which rows tell of it. */
export const nightwatchBrowser = { from: 'nightwatch', type: 'NightwatchBrowser' } as const;

/** What Intern gives to its tests as a member of `this`: a command of Leadfoot (https://github.com/theintern/intern/blob/master/docs/writing_tests.md#functional-tests). */
export const internRemote = { from: 'intern', member: 'remote', global: 'intern', modules: /^intern(?:$|[!/])/ } as const;
