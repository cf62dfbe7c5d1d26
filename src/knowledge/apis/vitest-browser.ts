import { userActions } from '../user-event.ts';
import { componentRenderers, vitestBrowser } from '../vitest-browser.ts';
import type { ApiRow } from '../row.ts';

const locators = 'https://vitest.dev/api/browser/locators';
const interactivity = 'https://vitest.dev/api/browser/interactivity';
const from = [...vitestBrowser, ...componentRenderers] as const;
const acting = 'click,dblClick,tripleClick,wheel,clear,hover,unhover,fill,dropTo,selectOptions,upload';

function page(body: string): string {
	return `import { page } from 'vitest/browser';\n${body}`;
}

function acts(body: string): string {
	return `import { userEvent } from 'vitest/browser';\n${body}`;
}

/** Vitest's browser mode: its page, the components that packages render into it, and what acts there as a user does. */
export const vitestBrowserMode: readonly ApiRow[] = [
	{
		effect: 'alias', from: vitestBrowser, path: 'page.render()', to: 'page', see: 'https://vitest.dev/guide/browser/component-testing',
		flaky: page(`const screen = await page.render(element);\nscreen.getByRole('button').click();`),
	},
	{
		effect: 'alias', from: componentRenderers, path: 'render()', to: 'page', see: 'https://vitest.dev/guide/browser/component-testing',
		flaky: `import { render } from 'vitest-browser-react';\nconst screen = await render(element);\nscreen.getByRole('button').click();`,
	},
	{
		effect: 'alias', from: vitestBrowser, path: 'new Locator', to: 'page.locator', see: locators,
		flaky: `import type { Locator } from 'vitest/browser';\n(button: Locator) => button.click();`,
	},
	{
		effect: 'promise', from, path: `page.**.{${acting},screenshot,findElement}()`, see: locators,
		flaky: page(`page.getByRole('button').click();`),
		steady: page(`page.getByRole('button');`),
	},
	{
		effect: 'ui-action', from, path: `page.**.{${acting}}()`, see: locators,
		flaky: page(`await page.getByRole('button').click();`),
		steady: page(`await page.getByRole('button').findElement();`),
	},
	{
		effect: 'promise', from: vitestBrowser, path: 'page.viewport()', see: 'https://vitest.dev/api/browser/context',
		flaky: page('page.viewport(400, 800);'),
		steady: page('page.getByRole("button");'),
	},
	...['userEvent', 'userEvent.setup()'].flatMap((user): readonly ApiRow[] => {
		const path = `${user}.{${[...userActions, 'fill', 'dragAndDrop', 'wheel'].join(',')}}()`;
		const examples = { flaky: acts(`${user}.click(button);`), steady: acts('userEvent.setup();') };
		return [
			{ effect: 'promise', from: vitestBrowser, path, see: interactivity, ...examples },
			{ effect: 'ui-action', from: vitestBrowser, path, see: interactivity, ...examples },
		];
	}),
	{
		effect: 'promise', from: ['vitest', 'global'], path: 'expect.element().**', asserts: true, see: 'https://vitest.dev/api/browser/assertions',
		flaky: `import { expect } from 'vitest';\nexpect.element(button).toBeVisible();`,
		steady: `import { expect } from 'vitest';\nexpect(button).toBeVisible();`,
	},
];
