import { describe } from 'vitest';

import noSleep from '../../rules/no-sleep.ts';
import noUnawaitedEffect from '../../rules/no-unawaited-effect.ts';
import noUnfrozenClock from '../../rules/no-unfrozen-clock.ts';
import { casesOf } from '../support/rule-cases.ts';

const sleeps = casesOf('no-sleep', noSleep);
const effects = casesOf('no-unawaited-effect', noUnawaitedEffect);
const clocks = casesOf('no-unfrozen-clock', noUnfrozenClock);

describe('tests of runners with words of their own', () => {
	sleeps.flags('waits in tests of pages', {
		'a.any.js': `
promise_test(() => {
	start();
	return delay(50).then(() => {
	       ~~~~~~~~~ 50 ms (delay)
		assert_equals(count, 1, 'it is called once');
	});
}, 'a');
promise_test(async t => {
	start();
	await new Promise(resolve => t.step_timeout(resolve, 60));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms (TestharnessContext.step_timeout)
	assert_true(isCalled, 'it is called');
}, 'b');
async_test(t => {
	start();
	step_timeout(() => {
	~~~~~~~~~~~~~~~~~~~~ 70 ms later (step_timeout)
		assert_equals(count, 1, 'it is called once');
		t.done();
	}, 70);
}, 'c');`,
	});

	sleeps.allows('waits that such tests do not make, or with which they look whether nothing happens', `
promise_test(() => {
	start();
	return called.then(() => {
		assert_equals(count, 1, 'it is called once');
	});
}, 'a');
promise_test(async () => {
	start();
	await delay(50);
	assert_equals(count, 0, 'it is not called');
}, 'b');`);

	sleeps.flags('a wait in a test of tapes', `
const Test = require('tapes')(require('tape'));
Test('a', async outer => {
	outer.test('b', async test => {
		start();
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
		test.equal(count, 1);
		test.end();
	});
	outer.end();
});`);

	sleeps.flags('a wait in a test of tape-cluster', `
const test = require('tape-cluster')(require('tape'), Cluster);
test('a', { peers: 2 }, function t(cluster, assert) {
	cluster.send('x');
	setTimeout(function onTime() {
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
		assert.equal(cluster.count, 1);
		assert.end();
	}, 50);
});`);

	sleeps.flags('a wait in a test of Japa', `
import { test } from '@japa/runner';
test.group('s', () => {
	test('a', async ({ assert }) => {
		start();
		await new Promise(resolve => setTimeout(resolve, 50));
		      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
		assert.equal(count, 1);
	});
});`);

	sleeps.flags('a wait in front of the end of a test without this', `
const { it } = require('mocha-sugar-free');
const { assert } = require('chai');
it('a', t => {
	start();
	setTimeout(() => {
	~~~~~~~~~~~~~~~~~~ 50 ms
		assert.equal(count, 1);
		t.done();
	}, 50);
});`);

	clocks.flags('an assertion of tapes about the clock', `
const Test = require('tapes')(require('tape'));
Test('a', outer => {
	outer.test('b', test => {
		test.equal(format(new Date()).year, 2026);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ real time
		test.end();
	});
	outer.end();
});
function format(date) { return { year: date.getFullYear() }; }`);

	effects.flags('an assertion of Japa that nobody waits for', `
import { test } from '@japa/runner';
test('a', async ({ assert }) => {
	assert.rejects(() => save());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits
});`);

	effects.allows('a test inside a test of tapes, beside others that are awaited', `
const Test = require('tapes')(require('tape'));
Test('a', async outer => {
	await outer.test('b', async test => { test.ok(await save()); test.end(); });
	await outer.test('c', async test => { test.ok(await save()); test.end(); });
	await outer.test('d', async test => { test.ok(await save()); test.end(); });
	outer.test('e', async test => { test.ok(await save()); test.end(); });
	outer.end();
});`);

	effects.allows('a test that hands its promise to the runner', `
import { test } from '@japa/runner';
test('a', ({ assert }) => assert.rejects(() => save()));`);
});

describe('tests that are written as objects', () => {
	sleeps.flags('waits of the topics of vows', `
const vows = require('vows');
const assert = require('assert');
const store = require('./store');
vows.describe('a store').addBatch({
	'with one': {
		topic: function () {
			const self = this;
			store.start();
			setTimeout(function () { self.callback(null, store.count); }, 50);
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
		},
		'counts it': function (error, count) { assert.equal(count, 1); },
	},
}).addBatch({
	'with two': {
		topic: function () { store.start(); setTimeout(this.callback, 60); },
		                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
		'counts them': function () { assert.equal(store.count, 2); },
		'later': {
			topic: function () {
				const emitter = store.watch();
				setTimeout(() => emitter.emit('success', store.count), 70);
				~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 70 ms
				return emitter;
			},
			'counts three': function (count) { assert.equal(count, 3); },
		},
	},
}).export(module);`);

	sleeps.allows('topics of vows that wait for the work', `
const vows = require('vows');
const assert = require('assert');
const store = require('./store');
vows.describe('a store').addBatch({
	'with one': {
		topic: function () {
			const self = this;
			store.on('saved', function () { self.callback(null, store.count); });
			setTimeout(function () { store.save(); }, 50);
		},
		'counts it': function (error, count) { assert.equal(count, 1); },
	},
}).export(module);`);

	sleeps.flags('waits of tests that Mocha finds in what a file exports', {
		'a.test.js': `
const assert = require('assert');
const store = require('./store');
module.exports = {
	'a store': {
		beforeEach: function (done) { store.start(); setTimeout(done, 50); },
		                                             ~~~~~~~~~~~~~~~~~~~~ 50 ms
		'counts one': function (done) {
			store.start();
			setTimeout(function () { assert.equal(store.count, 1); done(); }, 60);
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
		},
	},
};`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	sleeps.flags('waits of nodeunit', `
const store = require('./store');
exports.store = {
	setUp: function (callback) { store.start(); setTimeout(callback, 50); },
	                                            ~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	one: function (test) {
		test.expect(1);
		store.start();
		setTimeout(function () { test.equal(store.count, 1); test.done(); }, 60);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
	},
};`);

	clocks.flags('an assertion of nodeunit about the clock', `
exports.year = function (test) {
	test.equal(format(new Date()).year, 2026);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ real time
	test.done();
};
function format(date) { return { year: date.getFullYear() }; }`);

	sleeps.flags('waits of suites of Intern', `
const { registerSuite } = intern.getInterface('object');
const { assert } = intern.getPlugin('chai');
const store = require('./store');
registerSuite('store', {
	tests: {
		async 'one'() {
			store.start();
			await new Promise(resolve => setTimeout(resolve, 50));
			      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
			assert.equal(store.count, 1);
		},
		'two'() {
			const ending = this.async(1000);
			store.start();
			setTimeout(ending.callback(() => { assert.equal(store.count, 2); }), 60);
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 60 ms
		},
	},
});`);

	effects.allows('a test of Intern that ends later', `
const { registerSuite } = intern.getInterface('object');
const { assert } = intern.getPlugin('chai');
const store = require('./store');
registerSuite('store', { 'one'() { const ending = this.async(); store.on('saved', ending.callback(() => { assert.equal(store.count, 1); })); } });`);

	sleeps.flags('a wait of a test of lib0', `
import * as promise from 'lib0/promise';
import * as t from 'lib0/testing';
import { connect } from './store';
export const testConnection = async tc => {
	const store = connect();
	await promise.wait(50);
	      ~~~~~~~~~~~~~~~~ 50 ms
	t.compare(store.count, 1);
};`);
});

describe('what such tests are handed', () => {
	sleeps.flags('pauses of the browser that Nightwatch hands to what a file exports', {
		'a.test.js': `
module.exports = {
	'opens a page': function (browser) {
		browser.url('/').waitForElementVisible('body', 1000).pause(50).assert.title('a');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	},
	'saves it': function (browser) {
		browser.click('#save');
		browser.pause(60);
		~~~~~~~~~~~~~~~~~ 60 ms
		browser.assert.title('b').end();
	},
};`,
		'package.json': '{ "devDependencies": { "nightwatch": "^1.0.0" } }',
	});

	sleeps.flags('pauses of the browser that Nightwatch hands over, known by its assertions', {
		'a.test.js': `
module.exports = {
	'signs in': function (browser) {
		browser.url('/').click('#go').pause(50).assert.urlContains('/home').end();
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 50 ms
	},
	'shows it': function (browser) {
		browser.click('#show');
		browser.pause(60);
		~~~~~~~~~~~~~~~~~ 60 ms
		browser.assert.containsText('#title', 'a');
	},
};`,
		'package.json': '{ "devDependencies": { "nightwatch": "^1.0.0" } }',
	});

	sleeps.flags('a sleep in the middle of a chain of wd', `
const wd = require('wd');
describe('the editor', () => {
	let browser;
	before(() => {
		browser = wd.promiseChainRemote();
		return browser.init({ browserName: 'chrome' });
	});
	it('saves', () => browser.get('/').elementById('save').click().sleep(70).elementById('status').text().then(text => { assert.equal(text, 'Saved'); }));
	                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 70 ms
});`);

	sleeps.allows('a method of that name of something else', {
		'a.test.js': `
module.exports = {
	'plays a song': async function (player) {
		await player.pause(50);
		assert.equal(player.state, 'paused');
	},
};`,
		'package.json': '{ "devDependencies": { "nightwatch": "^1.0.0" } }',
	});

	sleeps.flags('a sleep of the command that Intern gives to tests, in a module of AMD', `
define(['intern', 'intern!object', 'intern/chai!assert'], function (intern, registerSuite, assert) {
	registerSuite({
		name: 'a page',
		'opens': function () {
			return this.remote.get('/')
				.findById('open')
				.click()
				.end()
				.sleep(50)
				 ~~~~~~~~~ 50 ms
				.findById('title').getVisibleText().then(text => { assert.equal(text, 'a'); });
		},
	});
});`);

	sleeps.allows('a sleep of something else that this holds', `
describe('s', () => {
	it('a', function () { return this.remote.get('/').sleep(50).then(text => { expect(text).toBe('a'); }); });
});`);
});
