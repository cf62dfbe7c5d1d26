import { describe } from 'vitest';

import rule from '../../rules/no-sleep.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags } = casesOf('no-sleep', rule);

describe('a wait in front of what tries again by itself', () => {
	const inTest = (lines: string, mark = ''): string => `
import { test, expect } from '@playwright/test';
test('opens', async ({ page }) => {
	await page.goto('/');
	await page.waitForTimeout(300);${mark}
	${lines}
});`;
	const mark = '\n\t      ~~~~~~~~~~~~~~~~~~~~~~~~ though what follows';

	for (const lines of [
		`await expect(page.locator('h1')).toBeVisible();`,
		`await expect(page.locator('h1')).toHaveText('a');\n\tawait page.locator('b').click();\n\tawait expect(page).toHaveURL('/b');`,
		`await expect.poll(() => page.title()).toBe('a');`,
	]) {
		flags(lines, inTest(lines, mark));
	}

	for (const lines of [
		`await page.locator('b').click();`,
		`await page.waitForSelector('h1');\n\tawait expect(page.locator('h1')).toHaveText('a');`,
	])
		flags(lines, inTest(lines, mark));

	const once = `expect(await page.title()).toBe('a');`;
	flags(once, inTest(once, `${mark.split(' though')[0]} This waits`));

	const bySome = (mark = ''): string => `
it('opens', () => {
	cy.get('button').click();
	cy.wait(300);${mark}
	cy.get('h1').should('be.visible');
});`;
	flags('in Cypress', { 'a.cy.js': bySome('\n\t~~~~~~~~~~~~ tries again'), 'package.json': '{"devDependencies":{"cypress":"14"}}' });
});
