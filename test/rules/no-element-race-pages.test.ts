import { describe } from 'vitest';

import rule from '../../rules/no-element-race.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-element-race', rule);

function step(declared: string, self: string, page: string): string {
	const claim = `expect(await ${page}.textContent('#status')).toBe('Saved');`;
	return `import { When } from '@cucumber/cucumber';
import { expect, type Page } from '@playwright/test';
${declared}
When('the cart is saved as {string}', async function (${self}name: string) {
	await ${page}.fill('#name', name);
	await ${page}.click('#save');
	${claim}
	${'~'.repeat(claim.length - 1)}
});`;
}

describe('a page of what `this` is said to be', () => {
	flags('by an interface', step('interface Shop { page: Page }', 'this: Shop, ', 'this.page'));
	flags('by a class whose field may be missing', step('class Shop { page?: Page }', 'this: Shop, ', 'this.page!'));
	flags('on the spot', step('', 'this: { page: Page }, ', 'this.page'));

	allows('not where `this` has something else', {
		'a.steps.ts': `import { When } from '@cucumber/cucumber';
interface Shop { page: { click(name: string): Promise<void>; textContent(name: string): Promise<string> } }
When('the cart is saved', async function (this: Shop) {
	await this.page.click('#save');
	if ((await this.page.textContent('#status')) !== 'Saved') throw new Error('not saved');
});`,
	});
});

describe('a page that is put where there is nothing yet', () => {
	flags('in an object that another file fills', {
		'a.spec.ts': `import { expect, it } from 'vitest';
import { shared } from './shared';
it('saves', async () => {
	await shared.page.click('#save');
	expect(await shared.page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'shared.ts': `import type { Page } from '@playwright/test';
export const shared = { page: undefined as unknown as Page };`,
	});

	flags('in a variable', `import { expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { openPage } from '@acme/browser';
let page = null as Page | null;
beforeAll(async () => { page = await openPage(); });
it('saves', async () => {
	await page!.click('#save');
	expect(await page!.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);

	allows('one that stands for a page in an argument', {
		'a.spec.ts': `import { expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { save } from './save';
it('saves', async () => {
	expect(await save({ page: null as unknown as Page })).toBe('Saved');
});`,
		'save.ts': `export async function save({ page }) { if (page === null) return 'Saved'; await page.click('#save'); return page.textContent('#status'); }`,
	});
});

describe('a page from a package of which nothing is known', () => {
	const named = `import { expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { openPage } from '@acme/browser';
`;
	const saved = `await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`;

	flags('by the type of the variable', `${named}let page: Page;
beforeAll(async () => { page = await openPage(); });
it('saves', async () => {
	${saved}
});`);

	flags('by what a function says that it gives', `${named}async function opened(): Promise<Page> { return openPage('/cart'); }
it('saves', async () => {
	const page = await opened();
	${saved}
});`);

	flags('by the type of a parameter', `${named}async function save(page: Page) {
	${saved}
}
it('saves', async () => {
	await save(await openPage());
});`);
});

describe('what is no page by its type', () => {
	allows('an object of a class of the project that is called so', {
		'a.test.ts': `import { expect, it } from 'vitest';
import type { Page } from './page';
import { openPage } from '@acme/browser';
let page: Page;
it('saves', async () => {
	page = await openPage();
	await page.click('#save');
	expect(await page.textContent('#status')).toBe('Saved');
});`,
		'page.ts': `export class Page { async click(name) {} async textContent(name) { return 'Saved'; } }`,
	});
});
