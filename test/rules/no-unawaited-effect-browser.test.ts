import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);

function browser(body: string, from = 'vitest/browser'): string {
	return `import { expect, it, vi } from 'vitest';
import { page, userEvent } from '${from}';
import { render } from 'vitest-browser-react';
it('a', async () => {
	const saved = vi.fn();
	const screen = await render(createForm(saved));
${body}
});`;
}

describe('the browser mode of Vitest', () => {
	flags('an assertion that tries again', browser(`
	expect.element(screen.getByRole('status')).toHaveTextContent('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expect.element.toHaveTextContent
	expect(saved).toHaveBeenCalled();`), {
		mends: { 'Wait for it with `await`.': browser(`
	await expect.element(screen.getByRole('status')).toHaveTextContent('Saved');
	expect(saved).toHaveBeenCalled();`) },
	});

	flags('an action at the end of the test', browser(`
	page.getByRole('button').click();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ page.getByRole.click`));

	flags('an action of what was rendered, in front of the next', browser(`
	screen.getByLabelText('Name').fill('Ada');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await screen.getByRole('button').click();
	await expect.element(screen.getByRole('status')).toBeVisible();`));

	flags('an action of a user, in front of the next', browser(`
	userEvent.fill(page.getByLabelText('Name'), 'Ada');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ userEvent.fill
	await userEvent.click(page.getByRole('button'));
	await expect.element(page.getByRole('status')).toBeVisible();`, '@vitest/browser/context'));

	flags('an action of a user that was set up', browser(`
	const user = userEvent.setup();
	user.keyboard('{Enter}');
	~~~~~~~~~~~~~~~~~~~~~~~~ userEvent.setup.keyboard`));

	flags('an action of a locator that a helper is handed', `import { expect, it } from 'vitest';
import { page, type Locator } from 'vitest/browser';
async function save(button: Locator) {
	await button.hover();
	button.click();
	~~~~~~~~~~~~~~
}
it('a', async () => {
	await save(page.getByRole('button'));
	await expect.element(page.getByRole('status')).toBeVisible();
});`);

	allows('what is awaited', browser(`
	await userEvent.fill(page.getByLabelText('Name'), 'Ada');
	await Promise.all([page.getByRole('button').hover(), page.getByRole('button').click()]);
	await expect.element(page.getByRole('status')).toHaveTextContent('Saved');`));

	allows('what waits for nothing: locators, and the elements that they find', browser(`
	page.getByRole('button');
	userEvent.setup();
	page.getByRole('button').element();
	expect(page.getByRole('status').query()).toBeNull();`));
});

const paged = (body: string): string => `import { expect, test } from '@playwright/test';
test('saves', async ({ page }) => {
	await page.goto('/notes');
${body}
});`;

describe('what a wait of a page hands over', () => {
	flags('a click on the element that was waited for, in front of the next wait', paged(`
	const save = await page.waitForSelector('#save');
	save.click();
	~~~~~~~~~~~~ page.waitForSelector.click), and the test goes on to something else that takes time
	await page.waitForSelector('.saved');`));

	flags('one that a function gives, at the end of the test', paged(`
	const save = () => page.waitForSelector('#save');
	(await save())?.click();
	~~~~~~~~~~~~~~~~~~~~~~~ page.waitForSelector.click): the work goes on when the test is over`));

	flags('one in a callback that is tried until it holds', paged(`
	const save = async () => page.waitForSelector('#save');
	await expect.poll(async () => {
		(await save())?.click();
		~~~~~~~~~~~~~~~~~~~~~~~ page.waitForSelector.click
		return page.evaluate(() => document.body.innerText);
	}).toContain('saved');`));

	flags('one in a page that another opened', paged(`
	const frame = await (await page.$('iframe')).contentFrame();
	frame.click('#save');
	~~~~~~~~~~~~~~~~~~~~ page.$.contentFrame.click
	await page.waitForSelector('.saved');`));

	allows('what is awaited, and what only tells of it', paged(`
	const save = await page.waitForSelector('#save');
	await save.click();
	save.asElement();
	await page.waitForSelector('.saved');`));
});

describe('helpers that are over when a component has settled', () => {
	flags('one of Ember that assertions follow', {
		'tests/note-test.js': `
import { module, test } from 'qunit';
import { click, find, render } from '@ember/test-helpers';
import { hbs } from 'ember-cli-htmlbars';
module('note', () => {
	test('opens', async function (assert) {
		await render(hbs\`<Note />\`);
		click('button');
		~~~~~~~~~~~~~~~ (click), and assertions follow
		assert.equal(find('dialog').textContent, 'a');
	});
});`,
	});

	allows('one of Ember behind which another is awaited, which waits until all is settled', {
		'tests/note-test.js': `
import { module, test } from 'qunit';
import { click, render, settled, waitFor } from '@ember/test-helpers';
import { hbs } from 'ember-cli-htmlbars';
module('note', () => {
	test('opens', async function (assert) {
		render(hbs\`<Note />\`);
		await waitFor('.loading');
		assert.dom('.loading').exists();
		click('button');
		await settled();
		assert.dom('dialog').hasText('a');
	});
});`,
	});

	allows('work behind which a helper of Ember is awaited', {
		'tests/note-test.js': `
import { module, test } from 'qunit';
import { find, visit } from '@ember/test-helpers';
import { answerOnce } from './answers';
module('note', () => {
	test('opens', async function (assert) {
		answerOnce('note', { title: 'a' });
		await visit('/notes');
		assert.equal(find('h1').textContent, 'a');
	});
});`,
		'tests/answers.js': `
const waiting = [];
export function answerOnce(type, answer) {
	return new Promise(resolve => {
		waiting.push({ type, answer, resolve });
	});
}`,
	});

	flags('an act on the harness of a component of Angular', {
		'src/note.spec.ts': `
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Note } from './note';
describe('note', () => {
	let loader;
	beforeEach(() => {
		loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Note));
	});
	it('opens', async () => {
		const button = await loader.getHarness(MatButtonHarness);
		button.click();
		~~~~~~~~~~~~~~ and assertions follow
		expect(document.body.textContent).toContain('a');
	});
});`,
	});

	flags('a wait for the next update of a hook', {
		'src/notes.test.js': `
import { renderHook } from '@testing-library/react-hooks';
import { expect, it } from 'vitest';
import { useNotes } from './notes';
it('loads', async () => {
	const { result, waitForNextUpdate } = renderHook(() => useNotes());
	waitForNextUpdate();
	~~~~~~~~~~~~~~~~~~~ and assertions follow
	expect(result.current).toHaveLength(2);
});`,
	});
});

describe('Selenium', () => {
	const driven = (...bodies: readonly string[]): string => `import { Builder, By, until } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, it } from 'vitest';
let driver;
beforeAll(async () => { driver = await new Builder().forBrowser('firefox').build(); });
afterAll(() => driver.quit());
${bodies.map(body => `it('a', async () => {
${body}
});
`).join('')}`;

	flags('an action in front of a reading, of a wait, and at the end of the test', driven(
		`	await driver.get('http://localhost:3000/');
	driver.findElement(By.id('save')).click();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ WebDriver.findElement.click
	expect(await driver.findElement(By.id('state')).getText()).toBe('saved');`,
		`	await driver.get('http://localhost:3000/');
	const name = await driver.findElement(By.name('name'));
	name.sendKeys('Ada');
	~~~~~~~~~~~~~~~~~~~~
	await driver.wait(until.titleIs('Ada'));`,
		`	expect(await driver.getTitle()).toBe('Home');
	driver.findElement(By.id('close')).click();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`,
		`	await driver.findElement(By.id('save')).click();
	driver.wait(until.titleIs('Saved'));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await driver.findElement(By.id('state')).getText()).toBe('saved');`,
	));

	allows('what is awaited, returned or joined', driven(
		`	await driver.get('http://localhost:3000/');
	await Promise.all([driver.findElement(By.id('a')).click(), driver.findElement(By.id('b')).click()]);
	return driver.findElement(By.id('c')).click();`,
	));

	allows('commands that waited for one another by themselves, as those of version 3 did', `import { Builder, By } from 'selenium-webdriver';
const driver = new Builder().forBrowser('firefox').build();
it('a', () => {
	driver.get('http://localhost:3000/');
	driver.findElement(By.id('save')).click();
	return driver.findElement(By.id('state')).getText().then(text => { expect(text).toBe('saved'); });
});
it('b', async () => {
	driver.get('http://localhost:3000/');
	driver.findElement(By.id('save')).click();
	await driver.quit();
});`);

	allows('a method of the same name of something else', `import { expect, it } from 'vitest';
it('a', async () => {
	const driver = await open();
	await driver.get('http://localhost:3000/');
	driver.findElement('save').click();
	await driver.getTitle();
});`);
});
