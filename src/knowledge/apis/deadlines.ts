import { playwright, puppeteer } from '../browser-packages.ts';
import type { ApiRow, DeadlineRow } from '../row.ts';

/** Waits that a test asks for with a time limit of its own, a row for each place where the limit stands. */
interface Family {
	readonly from: DeadlineRow['from'];
	readonly see: DeadlineRow['see'];
	/** Code before each example. */
	readonly start: string;
	/** What stands around the example: a test that hands it its page. */
	readonly inside?: readonly [before: string, after: string];
	/** A path, the argument that holds the limit, the key in it (empty: the argument itself), and an example. */
	readonly waits: readonly (readonly [path: string, argument: number, key: string, example: string])[];
}

function rowsOf({ from, see, start, inside: [before, after] = ['', ''], waits }: Family): readonly ApiRow[] {
	return waits.map(([path, argument, key, example]): DeadlineRow => ({
		effect: 'deadline',
		from,
		path,
		delay: key === '' ? { argument } : { argument, key },
		when: [key === '' ? { argument, number: true } : { argument, has: key }],
		see,
		flaky: `${start}\n${before}${example};${after}`,
	}));
}

const testingLibrary: Family = {
	from: [
		'@testing-library/dom', '@testing-library/react', '@testing-library/vue', '@testing-library/svelte', '@testing-library/angular', '@testing-library/preact',
		'@testing-library/react-native', '@solidjs/testing-library', '@storybook/test', 'storybook/test', '@storybook/testing-library',
	],
	see: 'https://testing-library.com/docs/dom-testing-library/api-async/#waitfor',
	start: `import { screen, waitFor } from '@testing-library/react';`,
	waits: [
		['{waitFor,waitForElementToBeRemoved,waitForElement,wait}()', 1, 'timeout', 'await waitFor(check, { timeout: 50 })'],
		[`screen.{${findBy()}}()`, 2, 'timeout', `await screen.findByText('a', {}, { timeout: 50 })`],
	],
};

/** https://testing-library.com/docs/queries/about#types-of-queries */
function findBy(): string {
	const by = ['Role', 'LabelText', 'PlaceholderText', 'Text', 'DisplayValue', 'AltText', 'Title', 'TestId'];
	return by.flatMap(name => [`findBy${name}`, `findAllBy${name}`]).join(',');
}

const vitest: Family = {
	from: ['vitest', 'vite-plus/test', 'global'],
	see: 'https://vitest.dev/api/vi.html#vi-waitfor',
	start: `import { expect, vi } from 'vitest';`,
	waits: [
		['{vi,vitest}.{waitFor,waitUntil}()', 1, 'timeout', 'await vi.waitFor(check, { timeout: 50 })'],
		['{vi,vitest}.{waitFor,waitUntil}()', 1, '', 'await vi.waitUntil(check, 50)'],
	],
};

const polls: Family = {
	from: ['vitest', 'vite-plus/test', 'global', '@playwright/test', 'playwright/test'],
	see: 'https://vitest.dev/api/expect.html#poll',
	start: `import { expect } from 'vitest';`,
	waits: [['expect.poll()', 1, 'timeout', 'await expect.poll(read, { timeout: 50 })']],
};

const playwrightPackages = ['@playwright/test', 'playwright/test', '@playwright/experimental-ct-react', '@playwright/experimental-ct-vue', '@playwright/experimental-ct-svelte'] as const;

/** https://playwright.dev/docs/test-assertions#auto-retrying-assertions, by the position of their options. */
const matchers = {
	first: 'toBeAttached,toBeChecked,toBeDisabled,toBeEditable,toBeEmpty,toBeEnabled,toBeFocused,toBeHidden,toBeInViewport,toBeVisible,toBeOK,toPass',
	second: 'toContainText,toContainClass,toHaveClass,toHaveCount,toHaveId,toHaveText,toHaveTitle,toHaveURL,toHaveValue,toHaveValues,toHaveRole,toHaveAccessibleName,toHaveAccessibleDescription,toMatchAriaSnapshot',
	third: 'toHaveAttribute,toHaveCSS,toHaveJSProperty',
} as const;

const playwrightAssertions: Family = {
	from: playwrightPackages,
	see: 'https://playwright.dev/docs/test-assertions#auto-retrying-assertions',
	start: `import { expect, test } from '@playwright/test';`,
	waits: ['expect()', 'expect.soft()'].flatMap(start => {
		const subject = start.replace('()', '(shown)');
		return [
			[`${start}.{${matchers.first}}()`, 0, 'timeout', `await ${subject}.toBeVisible({ timeout: 50 })`] as const,
			[`${start}.{${matchers.second}}()`, 1, 'timeout', `await ${subject}.toHaveText('a', { timeout: 50 })`] as const,
			[`${start}.{${matchers.third}}()`, 2, 'timeout', `await ${subject}.toHaveAttribute('a', 'b', { timeout: 50 })`] as const,
		];
	}),
};

const playwrightPage: Family = {
	from: playwright,
	see: 'https://playwright.dev/docs/api/class-page',
	start: `import { test } from '@playwright/test';`,
	inside: [`test('x', async ({ page }) => { `, ' });'],
	waits: [
		['page.**.{waitFor,click,dblclick,check,uncheck,hover,tap,focus,clear,press}()', 0, 'timeout', `await page.getByRole('a').click({ timeout: 50 })`],
		[
			'page.**.{waitForSelector,waitForURL,waitForEvent,waitForResponse,waitForRequest,waitForLoadState,goto,click,fill,check,hover,selectOption,press}()', 1, 'timeout',
			`await page.waitForSelector('a', { timeout: 50 })`,
		],
		['page.**.{waitForFunction,fill}()', 2, 'timeout', `await page.waitForFunction(check, 1, { timeout: 50 })`],
	],
};

const puppeteerPage: Family = {
	from: puppeteer,
	see: 'https://pptr.dev/api/puppeteer.page.waitforselector',
	start: `import { launch } from 'puppeteer';`,
	waits: [['page.**.{waitForSelector,waitForFunction,waitForResponse,waitForRequest}()', 1, 'timeout', `await (await (await launch()).newPage()).waitForSelector('a', { timeout: 50 })`]],
};

const cypress: Family = {
	from: 'global',
	see: 'https://docs.cypress.io/api/commands/get#Arguments',
	start: '',
	waits: [
		['cy.**.{get,find,contains,wait,request,visit}()', 1, 'timeout', `cy.get('a', { timeout: 50 })`],
		['cy.**.contains()', 2, 'timeout', `cy.contains('a', 'b', { timeout: 50 })`],
		['cy.**.{click,dblclick,check,uncheck,clear}()', 0, 'timeout', `cy.get('a').click({ timeout: 50 })`],
	],
};

const webdriverio: Family = {
	from: ['@wdio/globals', 'webdriverio', 'global'],
	see: 'https://webdriver.io/docs/api/element/waitForDisplayed',
	start: `import { $, browser } from '@wdio/globals';`,
	waits: [
		['{$,$$}().**.{waitForDisplayed,waitForExist,waitForClickable,waitForEnabled,waitForStable}()', 0, 'timeout', `await $('a').waitForDisplayed({ timeout: 50 })`],
		['browser.{$,$$}().**.{waitForDisplayed,waitForExist,waitForClickable,waitForEnabled,waitForStable}()', 0, 'timeout', `await browser.$('a').waitForExist({ timeout: 50 })`],
		['browser.waitUntil()', 1, 'timeout', 'await browser.waitUntil(check, { timeout: 50 })'],
	],
};

const others: readonly Family[] = [
	{
		from: 'node:test',
		see: 'https://nodejs.org/api/test.html#contextwaitforcondition-options',
		start: `import { test } from 'node:test';`,
		inside: [`test('x', async t => { `, ' });'],
		waits: [['TestContext.waitFor()', 1, 'timeout', 'await t.waitFor(check, { timeout: 50 })']],
	},
	{
		from: 'p-wait-for',
		see: 'https://github.com/sindresorhus/p-wait-for#timeout',
		start: `import pWaitFor from 'p-wait-for';`,
		waits: [['()', 1, 'timeout', 'await pWaitFor(check, { timeout: 50 })'], ['()', 1, 'timeout.milliseconds', 'await pWaitFor(check, { timeout: { milliseconds: 50 } })']],
	},
	{ from: 'wait-for-expect', see: 'https://github.com/TheBrainFamily/wait-for-expect', start: `import waitForExpect from 'wait-for-expect';`, waits: [['()', 1, '', 'await waitForExpect(check, 50)']] },
	{
		from: 'p-event',
		see: 'https://github.com/sindresorhus/p-event#timeout',
		start: `import { pEvent } from 'p-event';`,
		waits: [['{pEvent,pEventMultiple}()', 2, 'timeout', `await pEvent(emitter, 'a', { timeout: 50 })`]],
	},
	{
		from: 'p-timeout',
		see: 'https://github.com/sindresorhus/p-timeout',
		start: `import pTimeout from 'p-timeout';`,
		waits: [['()', 1, 'milliseconds', 'await pTimeout(work, { milliseconds: 50 })'], ['()', 1, '', 'await pTimeout(work, 50)']],
	},
	{
		from: '@ember/test-helpers',
		see: 'https://github.com/emberjs/ember-test-helpers/blob/main/API.md#waituntil',
		start: `import { waitUntil } from '@ember/test-helpers';`,
		waits: [['{waitUntil,waitFor}()', 1, 'timeout', 'await waitUntil(check, { timeout: 50 })']],
	},
	{
		from: ['@open-wc/testing', '@open-wc/testing-helpers'],
		see: 'https://open-wc.org/docs/testing/helpers/#waituntil',
		start: `import { waitUntil } from '@open-wc/testing';`,
		waits: [['waitUntil()', 2, 'timeout', `await waitUntil(check, 'a', { timeout: 50 })`]],
	},
];

/** Waits that give up when something has not come about in time. */
export const deadlines: readonly ApiRow[] = [testingLibrary, vitest, polls, playwrightAssertions, playwrightPage, puppeteerPage, cypress, webdriverio, ...others].flatMap(rowsOf);
