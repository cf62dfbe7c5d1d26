import { describe } from 'vitest';

import races from '../../rules/no-element-race.ts';
import sleeps from '../../rules/no-sleep.ts';
import unawaited from '../../rules/no-unawaited-effect.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const sleep = casesOf('no-sleep', sleeps);
const effect = casesOf('no-unawaited-effect', unawaited);
const race = casesOf('no-element-race', races);

const form = `
class Form {
	get save() { return $('#save'); }
	async open() { await browser.url('/form'); }
	press() { return $('#next').click(); }
	async send() { await this.save.click(); }
	async total() { return $('#total').getText(); }
}
export default new Form();`;

function suite(code: string, packages: Readonly<Record<string, string>>, others: Case = {}): Case {
	return {
		'test/specs/form.e2e.js': code,
		'test/pages/form.page.js': form,
		'package.json': JSON.stringify({ devDependencies: packages }),
		...others,
	};
}

const mocha = { '@wdio/cli': '9', '@wdio/mocha-framework': '9', webdriverio: '9' };
const jasmine = { '@wdio/cli': '^8.1.0', '@wdio/jasmine-framework': '^8.1.0' };
const jasmineConfig = { 'wdio.conf.js': `export const config = { framework: 'jasmine' };` };
const old = { '@wdio/cli': '^7.0.0', '@wdio/sync': '^7.0.0', '@wdio/mocha-framework': '^7.0.0' };
const jest = { jest: '29', jquery: '3' };

describe('what WebdriverIO gives the tests as globals is what its package exports', () => {
	const forgotten = `
it('says so', async () => {
	await $('#save').click();
	expect($('#note')).toHaveText('Saved');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion (expect.toHaveText)
});`;
	effect.flags('an assertion', suite(forgotten, mocha));
	effect.flags('an assertion, in the words of Jasmine', suite(forgotten, jasmine, jasmineConfig));
	effect.flags(
		'where a package beside the runner tells its version',
		suite(forgotten, { '@wdio/local-runner': '9', webdriverio: '9' }, { 'wdio.conf.js': `export const config = { framework: 'mocha' };` }),
	);
	effect.flags(
		'what a page object does',
		suite(
			`
import form from '../pages/form.page.js';
it('sends', async () => {
	form.send();
	~~~~~~~~~~~ → $.click)
	await expect($('#note')).toHaveText('Saved');
});
it('goes on', async () => {
	form.press();
	~~~~~~~~~~~~ → $.click)
	await expect($('#note')).toHaveText('Next');
});`,
			mocha,
		),
	);
	sleep.flags(
		'a matcher that tries again',
		suite(
			`
it('says so', async () => {
	await $('#save').click();
	await browser.pause(500);
	      ~~~~~~~~~~~~~~~~~~ each time, though what follows tries again by itself until it holds
	await expect($('#note')).toHaveText('Saved');
});`,
			mocha,
		),
	);
	race.flags(
		'readings, whoever acts',
		suite(
			`
import form from '../pages/form.page.js';
it('adds up', async () => {
	await form.send();
	expect(await form.total()).toBe('3');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ → $.getText)
});`,
			mocha,
		),
	);
	race.flags(
		'readings that Chai and Jasmine look at',
		suite(
			`
it('adds up', async () => {
	await $('#save').click();
	expect(await $('#total').getText()).to.equal('3');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ $.getText
});
it('is open', async () => {
	await $('#save').click();
	expect(await $('#more').isDisplayed()).toBeTrue();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ $.isDisplayed
});`,
			jasmine,
			jasmineConfig,
		),
	);
});

describe('the same names elsewhere', () => {
	const unlike = `
it('says so', async () => {
	await load();
	$('#save').click();
	expect($('#note')).toHaveText('Saved');
});`;
	effect.allows('in a project whose `$` is jQuery', suite(unlike, jest));
	effect.allows('in one where the commands of WebdriverIO may wait by themselves', suite(unlike.replace('load()', '0'), old));
	effect.allows('in one that drives a browser with WebdriverIO itself, and runs its tests with Jest', suite(unlike, { ...jest, webdriverio: '9' }));
	effect.allows(
		'that the file declares itself',
		suite(`const $ = id => document.getElementById(id);\nconst expect = value => ({ toHaveText: text => check(value, text) });\n${unlike}`, mocha),
	);
	effect.allows(
		'in what runs in the page',
		suite(
			`
it('sends', async () => {
	await browser.execute(() => {
		$('#save').click();
	});
	await expect($('#note')).toHaveText('Saved');
});`,
			mocha,
		),
	);
	sleep.flags(
		'in a project whose `$` is jQuery, behind a wait',
		suite(
			`
import sleep from 'delay';
it('says so', async () => {
	$('#save').click();
	await sleep(500);
	      ~~~~~~~~~~ however long the work takes
	await expect($('#note')).toHaveText('Saved');
});`,
			jest,
		),
	);
	race.allows(
		'in a project whose `$` is jQuery, behind a page object',
		suite(`import form from '../pages/form.page.js';\nit('adds up', async () => {\n\tform.press();\n\texpect($('#total').text()).toBe('3');\n});`, jest),
	);
});
