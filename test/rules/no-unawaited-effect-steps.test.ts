import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);

function playwright(body: string): Case {
	return {
		'a.spec.ts': `import { expect, test } from '@playwright/test';
import { Checkout } from './pages/checkout';
test('a', async ({ page }) => {
	const checkout = new Checkout(page);
${body}
});`,
		'pages/checkout.ts': `import { test, type Page } from '@playwright/test';
export class Checkout {
	constructor(private readonly page: Page) {}
	async pay() {
		test.step('pay', async () => { await this.page.getByRole('button').click(); });
	}
	payment() {
		return test.step('pay', async () => { await this.page.getByRole('button').click(); });
	}
}`,
	};
}

describe('a step of a test', () => {
	flags('with an action', playwright(`
	test.step('choose', async () => { await page.getByRole('radio').check(); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ test.step
	await expect(page.getByRole('heading')).toHaveText('Pay');`), {
		mends: { 'Wait for it with `await`.': playwright(`
	await test.step('choose', async () => { await page.getByRole('radio').check(); });
	await expect(page.getByRole('heading')).toHaveText('Pay');`)['a.spec.ts'] ?? '' },
	});

	flags('with an assertion, at the end of the test', playwright(`
	await page.goto('/');
	test.step('pay', async () => { await expect(page.getByRole('heading')).toHaveText('Pay'); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ this assertion`));

	flags('that gives back what it begins', playwright(`
	test.step('choose', () => page.getByRole('radio').check());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.getByRole('button').click();`));

	flags('of a page object', playwright(`
	await checkout.pay();
	      ~~~~~~~~~~~~~~ test.step
	await expect(page.getByRole('heading')).toHaveText('Paid');`));

	flags('of a report', `import { step } from 'allure-js-commons';
import { expect, it } from 'vitest';
import { load } from './load';
it('a', async () => {
	const found: string[] = [];
	step('load', async () => { found.push(...(await load())); });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ step
	expect(found).toEqual(['a']);
});`);

	allows('that is awaited, or given back', playwright(`
	await test.step('choose', async () => { await page.getByRole('radio').check(); });
	const text = await test.step('read', async () => page.getByRole('heading').textContent());
	await checkout.payment();
	await expect(page.getByRole('heading')).toHaveText(text ?? '');`));

	allows('that waits for nothing', playwright(`
	test.step('note', () => { console.log('a'); });
	test.step('note', async () => { console.log('b'); });
	await expect(page.getByRole('heading')).toHaveText('Pay');`));
});
