import { browserPackages, playwright } from '../browser-packages.ts';
import type { ApiRow } from '../row.ts';

const test = (statement: string): string => `import { test } from '@playwright/test';\ntest('x', async ({ page, context }) => { ${statement} });`;

/** Files that pages, and drivers of browsers, write where they are told. */
export const pageFiles = [
	{
		effect: 'take', what: 'path', act: 'write', from: browserPackages, path: 'page.{screenshot,pdf}()', names: [{ argument: 0, key: 'path' }], when: [{ argument: 0, has: 'path' }],
		see: 'https://playwright.dev/docs/api/class-page#page-screenshot-option-path',
		flaky: test(`await page.screenshot({ path: '/tmp/a.png' });`),
		steady: test(`await page.screenshot();`),
	},
	{
		effect: 'take', what: 'path', act: 'write', from: browserPackages, path: 'page.**.{locator,getByRole,getByText,getByTestId,getByLabel,first,last,nth,filter,$}().screenshot()', names: [{ argument: 0, key: 'path' }], when: [{ argument: 0, has: 'path' }],
		see: 'https://playwright.dev/docs/api/class-locator#locator-screenshot-option-path',
		flaky: test(`await page.getByRole('row').screenshot({ path: '/tmp/a.png' });`),
		steady: test(`await page.getByRole('row').screenshot();`),
	},
	{
		effect: 'take', what: 'path', act: 'write', from: playwright, path: 'context.storageState()', names: [{ argument: 0, key: 'path' }], when: [{ argument: 0, has: 'path' }], handsOn: true,
		see: 'https://playwright.dev/docs/api/class-browsercontext#browser-context-storage-state-option-path',
		flaky: test(`await context.storageState({ path: '/tmp/state.json' });`),
		steady: test(`await context.storageState();`),
	},
	{
		effect: 'take', what: 'path', act: 'write', from: playwright, path: 'page.waitForEvent().saveAs()', names: [{ argument: 0 }],
		see: 'https://playwright.dev/docs/api/class-download#download-save-as',
		flaky: test(`await (await page.waitForEvent('download')).saveAs('/tmp/a.csv');`),
		steady: test(`await (await page.waitForEvent('download')).path();`),
	},
	{
		effect: 'take', what: 'path', act: 'write', from: playwright, path: 'new Download.saveAs()', names: [{ argument: 0 }],
		see: 'https://playwright.dev/docs/api/class-download#download-save-as',
		flaky: `import type { Download } from '@playwright/test';\n(download: Download) => download.saveAs('/tmp/a.csv');`,
		steady: `import type { Download } from '@playwright/test';\n(download: Download) => download.path();`,
	},
	{
		effect: 'take', what: 'path', act: 'write', from: ['@wdio/globals', 'webdriverio'], path: 'browser.{saveScreenshot,savePDF}()', names: [{ argument: 0 }],
		see: 'https://webdriver.io/docs/api/browser/saveScreenshot',
		flaky: `import { browser } from '@wdio/globals';\nawait browser.saveScreenshot('/tmp/a.png');`,
		steady: `import { browser } from '@wdio/globals';\nawait browser.takeScreenshot();`,
	},
] as const satisfies readonly ApiRow[];
