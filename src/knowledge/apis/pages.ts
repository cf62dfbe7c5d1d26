import type { AliasRow } from '../row.ts';
import { playwright, puppeteer } from '../browser-packages.ts';

interface Same {
	readonly from: AliasRow['from'];
	readonly see: AliasRow['see'];
	/** By what it is: the ways to it, each with an example. */
	readonly ways: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function aliases({ from, see, ways }: Same): readonly AliasRow[] {
	return Object.entries(ways).flatMap(([to, paths]) => Object.entries(paths).map(([path, flaky]): AliasRow => ({ effect: 'alias', from, path, to, see, flaky })));
}

/** What tells of a page that opens by itself, and by which event. */
const popups = [
	{ path: 'page.waitForEvent()', event: 'popup', see: 'https://playwright.dev/docs/pages#handling-popups', flaky: `test('x', async ({ page }) => (await page.waitForEvent('popup')).url());` },
	{ path: 'context.waitForEvent()', event: 'page', see: 'https://playwright.dev/docs/pages#handling-new-pages', flaky: `test('x', async ({ context }) => (await context.waitForEvent('page')).url());` },
	{ path: 'electronApplication.waitForEvent()', event: 'window', see: 'https://playwright.dev/docs/api/class-electronapplication#electron-application-wait-for-event', flaky: `(await app.waitForEvent('window')).url();` },
] as const;

/** Pages, contexts and browsers are the same however a test comes by them; what belongs to a page is named as if the page had it. */
export const pages: readonly AliasRow[] = [
	...aliases({
		from: playwright,
		see: 'https://playwright.dev/docs/api/class-page',
		ways: {
			page: {
				'fixtures.page': `test('x', async ({ page }) => page.url());`,
				'new Page': `(page: Page) => page.url();`,
				'context.newPage()': `(await context.newPage()).url();`,
				'browser.newPage()': `(await browser.newPage()).url();`,
				'electronApplication.firstWindow()': `(await app.firstWindow()).url();`,
				'electronApplication.windows().[]': `app.windows()[0].url();`,
				'context.pages().[]': `context.pages()[0].url();`,
			},
			'page.locator': {
				'new Locator': `(locator: Locator) => locator.click();`,
				'fixtures.mount()': `test('x', async ({ mount }) => (await mount(App)).click());`,
				'new FrameLocator': `(frame: FrameLocator) => frame.locator('a').click();`,
			},
			'page.all': { 'page.**.all().[]': `test('x', async ({ page }) => (await page.getByRole('row').all())[0].click());` },
			'page.frame': {
				'new Frame': `(frame: Frame) => frame.click('a');`,
				'page.frames().[]': `page.frames()[0].click('a');`,
			},
			'page.handle': { 'new ElementHandle': `(handle: ElementHandle) => handle.click();` },
			context: {
				'fixtures.context': `test('x', async ({ context }) => context.newPage());`,
				'new BrowserContext': `(context: BrowserContext) => context.newPage();`,
				'page.context()': `test('x', async ({ page }) => page.context().newPage());`,
				'browser.newContext()': `await browser.newContext();`,
				'browser.contexts().[]': `browser.contexts()[0].newPage();`,
				'{chromium,firefox,webkit}.launchPersistentContext()': `await chromium.launchPersistentContext('');`,
			},
			electronApplication: {
				'_electron.launch()': `await electron.launch();`,
				'new ElectronApplication': `(app: ElectronApplication) => app.firstWindow();`,
			},
			browser: {
				'fixtures.browser': `test('x', async ({ browser }) => browser.newPage());`,
				'new Browser': `(browser: Browser) => browser.newPage();`,
				'{chromium,firefox,webkit}.{launch,connect,connectOverCDP}()': `await chromium.launch();`,
			},
			request: {
				'fixtures.request': `test('x', async ({ request }) => request.get('/'));`,
				'new APIRequestContext': `(request: APIRequestContext) => request.get('/');`,
				'page.request': `test('x', async ({ page }) => page.request.get('/'));`,
				'context.request': `test('x', async ({ context }) => context.request.get('/'));`,
			},
		},
	}),
	...popups.map(({ event, path, see, flaky }): AliasRow => ({ effect: 'alias', from: playwright, path, to: 'page', handed: [event], see, flaky })),
	...aliases({
		from: ['@nuxt/test-utils', '@nuxt/test-utils/e2e'],
		see: 'https://nuxt.com/docs/getting-started/testing#end-to-end-testing',
		ways: {
			page: { 'createPage()': `(await createPage('/')).url();` },
			browser: { 'getBrowser()': `await getBrowser();` },
		},
	}),
	...aliases({
		from: puppeteer,
		see: 'https://pptr.dev/api/puppeteer.page',
		ways: {
			page: {
				'new Page': `(page: Page) => page.url();`,
				'context.newPage()': `(await context.newPage()).url();`,
				'browser.newPage()': `(await browser.newPage()).url();`,
				'{browser,context}.pages().[]': `(await browser.pages())[0].url();`,
			},
			'page.frame': {
				'new Frame': `(frame: Frame) => frame.click('a');`,
				'page.frames().[]': `page.frames()[0].click('a');`,
			},
			'page.handle': { 'new ElementHandle': `(handle: ElementHandle) => handle.click();` },
			context: {
				'new BrowserContext': `(context: BrowserContext) => context.newPage();`,
				'browser.browserContexts().[]': `browser.browserContexts()[0].newPage();`,
				'browser.{createBrowserContext,createIncognitoBrowserContext,defaultBrowserContext}()': `await browser.createBrowserContext();`,
			},
			browser: {
				'new Browser': `(browser: Browser) => browser.newPage();`,
				'{launch,connect}()': `await puppeteer.launch();`,
			},
		},
	}),
	...aliases({
		from: 'global',
		see: 'https://github.com/argos-ci/jest-puppeteer#globals',
		ways: {
			page: { 'browser.newPage()': `(await browser.newPage()).url();`, 'context.newPage()': `(await context.newPage()).url();` },
			context: { 'browser.{newContext,createBrowserContext,createIncognitoBrowserContext}()': `(await browser.newContext()).newPage();` },
		},
	}),
];
