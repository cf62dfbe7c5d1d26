import { describe } from 'vitest';

import noSleep from '../../rules/no-sleep.ts';
import noUnawaitedEffect from '../../rules/no-unawaited-effect.ts';
import noUnfrozenClock from '../../rules/no-unfrozen-clock.ts';
import { casesOf } from '../support/rule-cases.ts';

const sleeps = casesOf('no-sleep', noSleep);
const effects = casesOf('no-unawaited-effect', noUnawaitedEffect);
const clocks = casesOf('no-unfrozen-clock', noUnfrozenClock);

describe('tests of runners with words of their own', () => {
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

	effects.allows('a test that hands its promise to the runner', `
import { test } from '@japa/runner';
test('a', ({ assert }) => assert.rejects(() => save()));`);
});
