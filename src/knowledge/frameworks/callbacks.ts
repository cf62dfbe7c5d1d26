import type { AliasRow, ApiRow, CallsRow } from '../row.ts';
import { playwrightPackages } from './playwright.ts';
import { tapPackages, tapeLikePackages, tapeMakers } from './tap.ts';

interface Family {
	readonly from: CallsRow['from'];
	readonly parameters: readonly string[];
	readonly see: CallsRow['see'];
	/** Where a body may stand in an object. */
	readonly key?: string;
	/** Code before each example. */
	readonly start: string;
	/** Paths, each with an example of its own. */
	readonly paths: Readonly<Record<string, string>>;
}

/** The bodies of tests and hooks are the last argument, and run when their turn comes. */
function rowsOf({ from, parameters, key, see, start, paths }: Family): readonly ApiRow[] {
	const at = key === undefined ? {} : { key };
	return Object.entries(paths).map(([path, example]): CallsRow => ({ effect: 'calls', from, path, callback: 'last', ...at, runs: 'later', parameters, see, flaky: `${start}\n${example}` }));
}

/** A parameter that is typed is the same as one that the framework hands over. */
function typed(from: AliasRow['from'], name: string, to: string, see: AliasRow['see'], flaky: string): AliasRow {
	return { effect: 'alias', from, path: `new ${name}`, to, see, flaky };
}

const fixtures: Family = {
	from: playwrightPackages,
	parameters: ['fixtures', 'TestInfo'],
	see: 'https://playwright.dev/docs/api/class-test',
	start: `import { test, mergeTests } from '@playwright/test';`,
	paths: {
		'test()': `test('x', async ({ page }) => {});`,
		'test.{only,skip,fixme,fail}()': `test.only('x', async ({ page }) => {});`,
		'test.fail.only()': `test.fail.only('x', async ({ page }) => {});`,
		'test.{beforeEach,afterEach,beforeAll,afterAll}()': `test.beforeEach(async ({ page }) => {});`,
		'test.**.extend()()': `test.extend({}).extend({}).extend({})('x', async ({ page }) => {});`,
		'test.**.extend().{only,skip,fixme,fail}()': `test.extend({}).only('x', async ({ page }) => {});`,
		'test.**.extend().{beforeEach,afterEach,beforeAll,afterAll}()': `test.extend({}).beforeEach(async ({ page }) => {});`,
		'mergeTests()()': `mergeTests(test, test)('x', async ({ page }) => {});`,
		'mergeTests().{only,skip,fixme,fail}()': `mergeTests(test, test).only('x', async ({ page }) => {});`,
		'mergeTests().{beforeEach,afterEach,beforeAll,afterAll}()': `mergeTests(test, test).beforeEach(async ({ page }) => {});`,
		'mergeTests().**.extend()()': `mergeTests(test, test).extend({})('x', async ({ page }) => {});`,
		'mergeTests().**.extend().{beforeEach,afterEach,beforeAll,afterAll}()': `mergeTests(test, test).extend({}).beforeEach(async ({ page }) => {});`,
	},
};

/** `import test from '@playwright/test'` is the same. */
const fixturesByDefault: Family = {
	...fixtures,
	start: `import test from '@playwright/test';`,
	paths: {
		'()': `test('x', async ({ page }) => {});`,
		'{only,skip,fixme,fail}()': `test.only('x', async ({ page }) => {});`,
		'{beforeEach,afterEach,beforeAll,afterAll}()': `test.beforeEach(async ({ page }) => {});`,
		'extend()()': `test.extend({})('x', async ({ page }) => {});`,
		'extend().{only,skip,fixme,fail}()': `test.extend({}).only('x', async ({ page }) => {});`,
		'extend().{beforeEach,afterEach,beforeAll,afterAll}()': `test.extend({}).beforeEach(async ({ page }) => {});`,
		'extend().**.extend()()': `test.extend({}).extend({})('x', async ({ page }) => {});`,
		'extend().**.extend().{beforeEach,afterEach,beforeAll,afterAll}()': `test.extend({}).extend({}).beforeEach(async ({ page }) => {});`,
	},
};

/** Steps that Playwright runs are handed its fixtures. */
const steps: Family = {
	from: 'playwright-bdd',
	parameters: ['fixtures'],
	see: 'https://vitalets.github.io/playwright-bdd/#/writing-steps/playwright-style',
	start: `import { createBdd } from 'playwright-bdd';\nconst { Given, Before } = createBdd();`,
	paths: {
		'createBdd().{Given,When,Then,Step}()': `Given('I am here', async ({ page }) => {});`,
		'createBdd().{Before,After,BeforeScenario,AfterScenario,BeforeStep,AfterStep}()': `Before(async ({ page }) => {});`,
	},
};

const nodeTest: Family = {
	from: 'node:test',
	parameters: ['TestContext'],
	see: 'https://nodejs.org/api/test.html#class-testcontext',
	start: `import test, { it, beforeEach } from 'node:test';`,
	paths: {
		'()': `test('x', t => {});`,
		'{only,skip,todo}()': `test.only('x', t => {});`,
		'{test,it}()': `it('x', t => {});`,
		'{test,it}.{only,skip,todo}()': `it.only('x', t => {});`,
		'{before,beforeEach,afterEach,after}()': `beforeEach(t => {});`,
		'TestContext.test()': `test('x', t => { t.test('y', u => {}); });`,
		'TestContext.{before,beforeEach,afterEach,after}()': `test('x', t => { t.beforeEach(u => {}); });`,
	},
};

const tap: Family = {
	from: tapPackages,
	parameters: ['TestContext'],
	see: 'https://node-tap.org/api/',
	start: `import t, { test } from 'tap';`,
	paths: {
		'{test,only,skip,todo}()': `test('x', u => {});`,
		'test.{only,skip,todo}()': `test.only('x', u => {});`,
		'{t,tap}.{test,only,skip,todo}()': `import { t as tap } from 'tap';\ntap.test('x', u => {});`,
		'{before,beforeEach,afterEach,after,teardown}()': `t.beforeEach(u => {});`,
		'{t,tap}.{before,beforeEach,afterEach,after,teardown}()': `import { t as tap } from 'tap';\ntap.beforeEach(u => {});`,
		'TestContext.{test,only}()': `test('x', u => { u.test('y', v => {}); });`,
		'TestContext.{before,beforeEach,afterEach,after,teardown}()': `test('x', u => { u.beforeEach(v => {}); });`,
	},
};

const tape: Family = {
	from: tapeLikePackages,
	parameters: ['TestContext'],
	see: 'https://github.com/tape-testing/tape#methods',
	start: `import test from 'tape';`,
	paths: {
		'()': `test('x', t => {});`,
		'{only,skip,test,solo}()': `test.only('x', t => {});`,
		'TestContext.test()': `test('x', t => { t.test('y', u => {}); });`,
	},
};

/** Also `tapes`, whose tests have hooks, and `tape-cluster`, whose tests are handed what they run beside first. */
const madeTape: Family = {
	...tape,
	from: tapeMakers.filter(name => name !== 'tape-cluster'),
	start: `import tapes from 'tapes';\nimport tape from 'tape';\nconst test = tapes(tape);`,
	paths: {
		'()()': `test('x', t => {});`,
		'().{only,skip,test}()': `test.only('x', t => {});`,
		'TestContext.test()': `test('x', t => { t.test('y', u => {}); });`,
		'TestContext.{beforeEach,afterEach}()': `test('x', t => { t.beforeEach(u => {}); });`,
	},
};

const tapeCluster: Family = {
	from: 'tape-cluster',
	parameters: ['cluster', 'TestContext'],
	see: 'https://github.com/Raynos/tape-cluster#docs',
	start: `import tapeCluster from 'tape-cluster';\nimport tape from 'tape';\nconst test = tapeCluster(tape, class {});`,
	paths: { '()()': `test('x', {}, (cluster, t) => {});`, '().{only,skip}()': `test.only('x', {}, (cluster, t) => {});` },
};

const japa: Family = {
	from: '@japa/runner',
	parameters: ['TestContext'],
	see: 'https://japa.dev/docs/test-context',
	start: `import { test } from '@japa/runner';`,
	paths: {
		'test()': `test('x', ({ assert }) => {});`,
		'test().run()': `test('x').run(({ assert }) => {});`,
	},
};

/** Before version 5 a test is handed the assertions alone. */
const oldJapa: Family = { from: 'japa', parameters: ['assert'], see: 'https://www.npmjs.com/package/japa/v/4.0.0', start: `import test from 'japa';`, paths: { '()': `test('x', assert => {});` } };

const japaGroups: readonly ApiRow[] = [
	...rowsOf({ ...japa, parameters: ['Group'], see: 'https://japa.dev/docs/lifecycle-hooks', paths: { 'test.group()': `test.group('g', group => {});` } }),
	...rowsOf({ ...oldJapa, parameters: ['Group'], paths: { 'group()': `test.group('g', group => {});` } }),
];

/** https://github.com/Effect-TS/effect/tree/main/packages/vitest: tests that are given what a layer makes are defined by what its suite is handed. */
const effectLayers: Family = {
	from: '@effect/vitest',
	parameters: ['it'],
	see: 'https://effect-ts.github.io/effect/vitest/index.ts.html#layer',
	start: `import { it, layer } from '@effect/vitest';`,
	paths: { 'layer()()': `layer({})('x', it => {});`, 'it.layer()()': `it.layer({})('x', it => {});` },
};

const sugarFree: Family = {
	from: 'mocha-sugar-free',
	parameters: ['TestContext'],
	see: 'https://github.com/domenic/mocha-sugar-free#readme',
	start: `import { it, before } from 'mocha-sugar-free';`,
	paths: { '{it,specify,test}()': `it('x', t => {});`, '{before,beforeEach,afterEach,after}()': `before(t => {});` },
};

const ava: Family = {
	from: 'ava',
	parameters: ['TestContext'],
	see: 'https://github.com/avajs/ava/blob/main/docs/02-execution-context.md',
	start: `import test from 'ava';`,
	paths: {
		'()': `test('x', t => {});`,
		'{serial,only,skip,failing,cb,macro}()': `test.serial('x', t => {});`,
		'{serial,failing,cb}.{only,skip,failing,cb}()': `test.serial.only('x', t => {});`,
		'{before,beforeEach,afterEach,after}()': `test.beforeEach(t => {});`,
		'{before,beforeEach,afterEach,after}.{always,skip}()': `test.afterEach.always(t => {});`,
		'serial.{before,beforeEach,afterEach,after}()': `test.serial.beforeEach(t => {});`,
	},
};

const vitest: Family = {
	from: 'vitest',
	parameters: ['TestContext'],
	see: 'https://vitest.dev/guide/test-context',
	start: `import { test, beforeEach } from 'vitest';`,
	paths: {
		'{test,it}()': `test('x', ({ expect }) => {});`,
		'{test,it}.{only,skip,fails,concurrent,sequential}()': `test.concurrent('x', ({ expect }) => {});`,
		'{test,it}.{concurrent,sequential,only,skip}.{only,skip,fails}()': `test.concurrent.only('x', ({ expect }) => {});`,
		'{test,it}.{skipIf,runIf,extend}()()': `test.runIf(true)('x', ({ expect }) => {});`,
		'{test,it}.extend().{only,skip,fails,concurrent,sequential}()': `test.extend({}).concurrent('x', ({ expect }) => {});`,
		'{beforeEach,afterEach}()': `beforeEach(({ expect }) => {});`,
	},
};

/** `for` hands over the case first. */
const vitestFor: Family = {
	...vitest,
	parameters: ['case', 'TestContext'],
	paths: {
		'{test,it}.for()()': `test.for([1])('x', (n, { expect }) => {});`,
		'{test,it}.concurrent.for()()': `test.concurrent.for([1])('x', (n, { expect }) => {});`,
	},
};

const qunit: Family = {
	from: ['qunit', 'ember-qunit', 'qunitjs'],
	parameters: ['QUnitAssert'],
	see: 'https://qunitjs.com/api/QUnit/test/',
	start: `import QUnit, { test } from 'qunit';`,
	paths: {
		'{test,only,skip,todo}()': `test('x', assert => {});`,
		'test.{only,skip,todo,if}()': `test.only('x', assert => {});`,
		'test.each()': `test.each('x', [1], assert => {});`,
		'NestedHooks.{before,beforeEach,afterEach,after}()': `QUnit.module('m', hooks => { hooks.beforeEach(assert => {}); });`,
		'hooks.{beforeEach,afterEach}()': `QUnit.hooks.beforeEach(assert => {});`,
	},
};

const qunitGlobal: Family = {
	...qunit,
	from: ['global', 'qunit', 'qunitjs'],
	start: '',
	paths: {
		'QUnit.{test,only,skip,todo}()': `QUnit.test('x', assert => {});`,
		'QUnit.test.{only,skip,todo,if}()': `QUnit.test.only('x', assert => {});`,
		'QUnit.test.each()': `QUnit.test.each('x', [1], assert => {});`,
		'QUnit.hooks.{beforeEach,afterEach}()': `QUnit.hooks.beforeEach(assert => {});`,
	},
};

/** Before version 2. */
const qunitAsync: Family = { ...qunitGlobal, paths: { 'asyncTest()': `asyncTest('x', assert => {});`, 'QUnit.asyncTest()': `QUnit.asyncTest('x', assert => {});` } };

const qunitSuites: readonly ApiRow[] = [
	...rowsOf({ ...qunit, parameters: ['NestedHooks'], see: 'https://qunitjs.com/api/QUnit/module/', paths: { 'module()': `QUnit.module('m', hooks => {});`, 'module.{only,skip,todo}()': `QUnit.module.only('m', hooks => {});` } }),
	...rowsOf({
		...qunitGlobal,
		parameters: ['NestedHooks'],
		see: 'https://qunitjs.com/api/QUnit/module/',
		paths: { 'QUnit.module()': `QUnit.module('m', hooks => {});`, 'QUnit.module.{only,skip,todo}()': `QUnit.module.only('m', hooks => {});` },
	}),
	...rowsOf({ ...qunitGlobal, from: 'global', paths: { 'NestedHooks.{before,beforeEach,afterEach,after}()': `QUnit.module('m', hooks => { hooks.beforeEach(assert => {}); });` } }),
];

const deno: Family = {
	from: 'global',
	parameters: ['DenoTestContext'],
	key: 'fn',
	see: 'https://docs.deno.com/api/deno/~/Deno.TestContext',
	start: '',
	paths: { 'Deno.test()': `Deno.test('x', t => {});`, 'Deno.test.{only,ignore}()': `Deno.test.only('x', t => {});` },
};

const testharness: CallsRow = {
	effect: 'calls',
	from: 'global',
	path: '{promise_test,async_test}()',
	callback: 0,
	runs: 'later',
	parameters: ['TestharnessContext'],
	see: 'https://web-platform-tests.org/writing-tests/testharness-api.html#asynchronous-tests',
	flaky: `promise_test(t => {}, 'x');`,
};

const tinytest: readonly ApiRow[] = [
	...rowsOf({ from: 'global', parameters: ['TinytestContext'], see: 'https://docs.meteor.com/packages/testing', start: '', paths: { 'Tinytest.{add,addAsync}()': `Tinytest.add('x', test => {});` } }),
	...rowsOf({
		from: 'meteor/tinytest', parameters: ['TestContext'], see: 'https://docs.meteor.com/packages/testing', start: `import { Tinytest } from 'meteor/tinytest';`,
		paths: { 'Tinytest.{add,addAsync}()': `Tinytest.add('x', test => {});` },
	}),
];

/** What the parameters of tests, suites and hooks are: `TestContext`, Playwright's `fixtures`, QUnit's `QUnitAssert`. */
export const testCallbacks: readonly ApiRow[] = [
	...[fixtures, fixturesByDefault, steps, nodeTest, tap, tape, madeTape, tapeCluster, japa, oldJapa, effectLayers, sugarFree, ava, vitest, vitestFor, qunit, qunitGlobal, qunitAsync, deno].flatMap(rowsOf),
	...japaGroups,
	...qunitSuites,
	...tinytest,
	testharness,
	typed('node:test', 'TestContext', 'TestContext', nodeTest.see, `import type { TestContext } from 'node:test';\ndeclare const t: TestContext;\nt.mock;`),
	typed('ava', 'ExecutionContext', 'TestContext', ava.see, `import type { ExecutionContext } from 'ava';\ndeclare const t: ExecutionContext;\nt.is(1, 1);`),
	typed(tapPackages, 'Test', 'TestContext', tap.see, `import type { Test } from 'tap';\ndeclare const t: Test;\nt.equal(1, 1);`),
	typed(tapeLikePackages, 'Test', 'TestContext', tape.see, `import type { Test } from 'tape';\ndeclare const t: Test;\nt.equal(1, 1);`),
	typed('vitest', 'TestContext', 'TestContext', vitest.see, `import type { TestContext } from 'vitest';\ndeclare const t: TestContext;\nt.expect(1);`),
];
