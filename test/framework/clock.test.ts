import { describe, expect, it } from 'vitest';

import type { Clock } from '../../src/framework/model.ts';
import { clockIn, manifest, open } from './reading.ts';

const real: Clock = { date: false, dateNow: false, stopped: false, running: false, timers: false, monotonic: false };
const everything: Clock = { date: true, dateNow: true, stopped: true, running: false, timers: true, monotonic: true };
const dateAlone: Clock = { ...real, date: true, dateNow: true, stopped: true };
const timersAlone: Clock = { ...real, timers: true };
const stopped: Clock = { ...everything, date: false, dateNow: false };
const nowAlone: Clock = { ...real, dateNow: true };

const jest = { 'package.json': manifest({ devDependencies: { jest: '^30.0.0' } }) };
const vi = (body: string): string => `import { test, vi } from 'vitest';\ntest('a', async () => { ${body}\nHERE; });`;
const jestTest = (body: string): Record<string, string> => ({ 'a.test.js': `test('a', async () => { ${body}\nHERE; });`, ...jest });
const mocha = (body: string, imports = ''): Record<string, string> => ({ 'a.test.js': `${imports}\nit('a', async () => { ${body}\nHERE; });`, 'package.json': manifest({ devDependencies: { mocha: '11' } }) });

describe('what a call freezes', () => {
	it.each<readonly [string, string | Record<string, string>, Clock]>([
		['nothing', vi(''), real],
		['vi.useFakeTimers()', vi('vi.useFakeTimers();'), stopped],
		['vi.useFakeTimers({ now })', vi('vi.useFakeTimers({ now: new Date(2024, 0, 1) });'), everything],
		['vi.useFakeTimers({ now: real })', vi('vi.useFakeTimers({ now: new Date() });'), stopped],
		['vi.useFakeTimers({ now: computed from the real one })', vi('const soon = Date.now() + 1000; vi.useFakeTimers({ now: soon });'), stopped],
		['vi.useFakeTimers({ toFake: Date })', vi(`vi.useFakeTimers({ now: 0, toFake: ['Date'] });`), dateAlone],
		['vi.useFakeTimers({ toFake: timers })', vi(`vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });`), timersAlone],
		['vi.useFakeTimers({ toNotFake })', vi(`vi.useFakeTimers({ now: 0, toNotFake: ['performance'] });`), { ...everything, monotonic: false }],
		['vi.setSystemTime()', vi(`vi.setSystemTime('2024-01-01');`), dateAlone],
		['vi.setSystemTime(real)', vi('vi.setSystemTime(new Date());'), { ...real, stopped: true }],
		['vi.setSystemTime(frozen)', vi('vi.setSystemTime(0); vi.setSystemTime(Date.now() + 1000);'), dateAlone],
		['both', vi('vi.useFakeTimers(); vi.setSystemTime(0);'), everything],
		['released', vi('vi.useFakeTimers({ now: 0 }); vi.useRealTimers();'), real],
		['released only perhaps', vi('vi.useFakeTimers({ now: 0 }); if (flag) vi.useRealTimers();'), everything],
		['released later', vi('vi.useFakeTimers({ now: 0 }); onTestFinished(() => { vi.useRealTimers() });'), everything],
		['frozen perhaps', vi('if (flag) vi.useFakeTimers({ now: 0 });'), everything],
		['frozen afterwards', `import { test, vi } from 'vitest'; test('a', () => { HERE; vi.useFakeTimers({ now: 0 }); });`, real],
		['vi.stubGlobal(Date)', vi(`vi.stubGlobal('Date', class {});`), dateAlone],
		['vi.stubGlobal, unstubbed', vi(`vi.stubGlobal('Date', class {}); vi.unstubAllGlobals();`), real],
		['vi.spyOn(Date, now)', vi(`vi.spyOn(Date, 'now').mockReturnValue(1);`), nowAlone],
		['vi.spyOn(Date, now) by a variable', vi(`const now = vi.spyOn(Date, 'now'); now.mockImplementation(() => 1);`), nowAlone],
		['vi.spyOn that calls through', vi(`vi.spyOn(Date, 'now');`), real],
		['vi.spyOn(globalThis, Date)', vi(`vi.spyOn(globalThis, 'Date').mockImplementation(() => fixed);`), dateAlone],
		['vi.spyOn, restored', vi(`vi.spyOn(Date, 'now').mockReturnValue(1); vi.restoreAllMocks();`), real],
		['vi.spyOn(performance, now)', vi(`vi.spyOn(performance, 'now').mockReturnValue(1);`), { ...real, monotonic: true }],
		['Date.now = …', vi('Date.now = () => 1;'), nowAlone],
		['Object.defineProperty(Date)', vi(`Object.defineProperty(Date, 'now', { value: () => 1 });`), nowAlone],
		['Object.defineProperty(globalThis)', vi(`Object.defineProperty(globalThis, 'Date', { value: FakeDate });`), { ...real, date: true, dateNow: true, stopped: true }],
		['Reflect.set', vi(`Reflect.set(performance, 'now', () => 1);`), { ...real, monotonic: true }],
		['Object.defineProperty of something else', vi(`Object.defineProperty(api, 'now', { value: () => 1 }); Object.defineProperty(Date.prototype, 'toJSON', { value: () => '' });`), real],
		['Date.now = …, put back', vi('const realNow = Date.now; Date.now = () => 1; Date.now = realNow;'), real],
		['globalThis.Date = …', vi('globalThis.Date = class extends Date {};'), dateAlone],
		['jest.useFakeTimers()', jestTest('jest.useFakeTimers();'), stopped],
		['jest.useFakeTimers().setSystemTime()', jestTest('jest.useFakeTimers().setSystemTime(0);'), everything],
		['vi.useFakeTimers().setSystemTime()', vi('vi.useFakeTimers().setSystemTime(0);'), everything],
		['jest.useFakeTimers({ now })', jestTest('jest.useFakeTimers({ now: 0 });'), everything],
		['jest.useFakeTimers({ doNotFake })', jestTest(`jest.useFakeTimers({ now: 0, doNotFake: ['Date'] });`), { ...everything, date: false, dateNow: false, stopped: false }],
		['jest legacy timers by name', jestTest(`jest.useFakeTimers('legacy');`), timersAlone],
		['jest legacy timers by option', jestTest('jest.useFakeTimers({ legacyFakeTimers: true });'), timersAlone],
		['jest modern timers', jestTest(`jest.useFakeTimers('modern'); jest.setSystemTime(new Date('2020-01-01'));`), everything],
		['jest 26', { ...jestTest('jest.useFakeTimers();'), 'package.json': manifest({ devDependencies: { jest: '~26.4.0' } }) }, timersAlone],
		['jest 26 modern', { ...jestTest(`jest.useFakeTimers('modern');`), 'package.json': manifest({ devDependencies: { jest: '~26.4.0' } }) }, stopped],
		['jest by import', `import { jest, test } from '@jest/globals'; test('a', () => { jest.useFakeTimers({ now: 1 }); HERE; });`, everything],
		['jest.spyOn(Date, now)', jestTest(`jest.spyOn(global.Date, 'now').mockImplementation(() => 1);`), nowAlone],
		['jest.useRealTimers()', jestTest('jest.useFakeTimers({ now: 0 }); jest.useRealTimers();'), real],
		['sinon.useFakeTimers()', mocha('sinon.useFakeTimers();', `import sinon from 'sinon';`), everything],
		['sinon.useFakeTimers(now)', mocha('sinon.useFakeTimers(new Date(2020, 1, 1));', `import sinon from 'sinon';`), everything],
		['sinon.useFakeTimers(real)', mocha('sinon.useFakeTimers(Date.now());', `const sinon = require('sinon');`), stopped],
		['sinon.useFakeTimers({ toFake })', mocha(`sinon.useFakeTimers({ toFake: ['setTimeout'] });`, `import * as sinon from 'sinon';`), timersAlone],
		['sinon, restored by the clock', mocha('const clock = sinon.useFakeTimers(); clock.restore();', `import sinon from 'sinon';`), real],
		['sinon, restored at once', mocha('sinon.useFakeTimers(); sinon.restore();', `import sinon from 'sinon';`), real],
		['a sandbox of sinon', mocha('const box = sinon.createSandbox(); box.useFakeTimers(1);', `import sinon from 'sinon';`), everything],
		['sinon.stub(Date, now)', mocha(`sinon.stub(Date, 'now').returns(1);`, `import sinon from 'sinon';`), nowAlone],
		['sinon.spy(Date, now)', mocha(`sinon.spy(Date, 'now');`, `import sinon from 'sinon';`), real],
		['@sinonjs/fake-timers', mocha('FakeTimers.install({ now: 1 });', `import FakeTimers from '@sinonjs/fake-timers';`), everything],
		['@sinonjs/fake-timers uninstalled', mocha('const clock = FakeTimers.install(); clock.uninstall();', `import * as FakeTimers from '@sinonjs/fake-timers';`), real],
		['lolex', mocha('lolex.install();', `const lolex = require('lolex');`), everything],
		['MockDate', mocha(`MockDate.set('2020-01-01');`, `import MockDate from 'mockdate';`), dateAlone],
		['MockDate.reset', mocha('MockDate.set(0); MockDate.reset();', `import MockDate from 'mockdate';`), real],
		['timekeeper', mocha('timekeeper.freeze(new Date(0));', `import timekeeper from 'timekeeper';`), dateAlone],
		['timekeeper at the real time', mocha('timekeeper.freeze();', `import timekeeper from 'timekeeper';`), { ...real, stopped: true }],
		['timekeeper.withFreeze', mocha('await timekeeper.withFreeze(new Date(0), async () => { HERE });', `import timekeeper from 'timekeeper';`), dateAlone],
		['timekeeper.withFreeze, over', mocha('await timekeeper.withFreeze(new Date(0), async () => {});', `import timekeeper from 'timekeeper';`), real],
		['node:test', `import test from 'node:test'; test('a', t => { t.mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 5 }); HERE; });`, { ...everything, monotonic: false }],
		['node:test, timers alone', `import test, { mock } from 'node:test'; test('a', () => { mock.timers.enable({ apis: ['setTimeout'] }); HERE; });`, timersAlone],
		['node:test, first form', `import test, { mock } from 'node:test'; test('a', () => { mock.timers.enable(['setTimeout']); HERE; });`, timersAlone],
		['node:test, reset', `import test, { mock } from 'node:test'; test('a', () => { mock.timers.enable(); mock.timers.reset(); HERE; });`, real],
		['jasmine.clock().install()', { 'a.spec.js': `it('a', () => { jasmine.clock().install(); HERE; });` }, timersAlone],
		['jasmine.clock().mockDate()', { 'a.spec.js': `it('a', () => { jasmine.clock().install().mockDate(new Date(2020, 1, 1)); HERE; });` }, { ...dateAlone, timers: true }],
		['jasmine.clock().mockDate() of the real one', { 'a.spec.js': `it('a', () => { jasmine.clock().install(); jasmine.clock().mockDate(); HERE; });` }, { ...timersAlone, stopped: true }],
		['jasmine.clock().withMock()', { 'a.spec.js': `it('a', () => { jasmine.clock().withMock(() => { HERE; }); });` }, timersAlone],
		['jasmine.clock().uninstall()', { 'a.spec.js': `it('a', () => { jasmine.clock().install(); jasmine.clock().uninstall(); HERE; });` }, real],
		['Bun setSystemTime()', `import { test, setSystemTime } from 'bun:test'; test('a', () => { setSystemTime(new Date('2020-01-01')); HERE; });`, dateAlone],
		['Bun setSystemTime(), reset', `import { test, setSystemTime } from 'bun:test'; test('a', () => { setSystemTime(new Date('2020-01-01')); setSystemTime(); HERE; });`, real],
		['Deno FakeTime', `import { FakeTime } from 'jsr:@std/testing/time'; Deno.test('a', () => { using time = new FakeTime('2020-01-01'); HERE; });`, { ...everything, monotonic: false }],
		['Deno FakeTime at the real time', `import { FakeTime } from 'jsr:@std/testing/time'; Deno.test('a', () => { using time = new FakeTime(); HERE; });`, { ...stopped, monotonic: false }],
		['Deno FakeTime, restored', `import { FakeTime } from 'jsr:@std/testing/time'; Deno.test('a', () => { const time = new FakeTime(0); time.restore(); HERE; });`, real],
		['Cypress', { 'cypress/e2e/a.cy.js': `it('a', () => { cy.clock(); HERE; });` }, { ...everything, monotonic: false }],
		['Playwright, the page alone', `import { test } from '@playwright/test'; test('a', async ({ page }) => { await page.clock.install(); await page.clock.setFixedTime(0); HERE; });`, real],
		['Angular fakeAsync', { 'a.spec.ts': `import { fakeAsync } from '@angular/core/testing'; it('a', fakeAsync(() => { HERE; }));` }, { ...stopped, monotonic: false }],
		['a local object called vi', `import { test } from 'vitest'; const vi = { useFakeTimers() {} }; test('a', () => { vi.useFakeTimers({ now: 0 }); HERE; });`, real],
		['a local Date', vi('const Date = { now: () => 2 }; Date.now = () => 1;'), real],
	])('%s', (_, files, expected) => {
		expect(clockIn(files)).toEqual(expected);
	});
});

describe('where it is frozen', () => {
	const frozen = 'vi.useFakeTimers({ now: 0 });';
	it.each<readonly [string, string | Record<string, string>, boolean]>([
		['in beforeEach', `import { test, vi, beforeEach } from 'vitest'; beforeEach(() => { ${frozen} }); test('a', () => { HERE; });`, true],
		['in beforeAll of an outer suite', `import { test, vi, describe, beforeAll } from 'vitest'; describe('s', () => { beforeAll(() => { ${frozen} }); describe('t', () => { test('a', () => { HERE; }) }) });`, true],
		['in a hook of another suite', `import { test, vi, describe, beforeEach } from 'vitest'; describe('s', () => { beforeEach(() => { ${frozen} }); test('b', () => {}); }); test('a', () => { HERE; });`, false],
		['in afterEach', `import { test, vi, afterEach } from 'vitest'; afterEach(() => { ${frozen} }); test('a', () => { HERE; });`, false],
		['released in beforeEach of the inner suite', `import { test, vi, describe, beforeEach } from 'vitest'; beforeEach(() => { ${frozen} }); describe('t', () => { beforeEach(() => vi.useRealTimers()); test('a', () => { HERE; }) });`, false],
		['released in afterEach', `import { test, vi, beforeEach, afterEach } from 'vitest'; beforeEach(() => { ${frozen} }); afterEach(() => { vi.useRealTimers() }); test('a', () => { HERE; });`, true],
		['at the top of the file', `import { test, vi } from 'vitest'; ${frozen} test('a', () => { HERE; });`, true],
		['in the body of the suite', `import { test, vi, describe } from 'vitest'; describe('s', () => { ${frozen} test('a', () => { HERE; }) });`, true],
		['in another test', `import { test, vi } from 'vitest'; test('b', () => { ${frozen} }); test('a', () => { HERE; });`, false],
		['in a function of the file', `import { test, vi } from 'vitest'; function freeze() { ${frozen} } test('a', () => { freeze(); HERE; });`, true],
		['in a function of another file', { 'a.test.ts': `import { test } from 'vitest'; import { freeze } from './time'; test('a', () => { freeze(0); HERE; });`, 'time.ts': `import { vi } from 'vitest'; export const freeze = now => { vi.useFakeTimers({ now }) };` }, true],
		['in a function that is given the real time', { 'a.test.ts': `import { test } from 'vitest'; import { freeze } from './time'; test('a', () => { freeze(new Date()); HERE; });`, 'time.ts': `import { vi } from 'vitest'; export const freeze = now => { vi.useFakeTimers({ now }) };` }, false],
		['in a function that the hook is', { 'a.test.ts': `import { test, beforeEach } from 'vitest'; import { freeze } from './time'; beforeEach(freeze); test('a', () => { HERE; });`, 'time.ts': `import { vi } from 'vitest'; export const freeze = () => { ${frozen} };` }, true],
		['in a hook that a function of another file registers', { 'a.test.ts': `import { test } from 'vitest'; import { freezeTime } from './time'; freezeTime(); test('a', () => { HERE; });`, 'time.ts': `import { vi, beforeEach } from 'vitest'; export function freezeTime() { beforeEach(() => { ${frozen} }) }` }, true],
		['in a hook of a module imported for its effect', { 'a.test.ts': `import { test } from 'vitest'; import './time'; test('a', () => { HERE; });`, 'time.ts': `import { vi, beforeEach } from 'vitest'; beforeEach(() => { ${frozen} });` }, true],
		['by a method of an object of the project', { 'a.test.ts': `import { test } from 'vitest'; import { clock } from './time'; test('a', () => { clock.freeze(); HERE; });`, 'time.ts': `import { vi } from 'vitest'; export const clock = { freeze() { ${frozen} } };` }, true],
		['by a method of what a function of the project made', { 'a.test.ts': `import { test } from 'vitest'; import { createClock } from './time'; test('a', () => { const clock = createClock(); clock.freeze(); HERE; });`, 'time.ts': `import { vi } from 'vitest'; export function createClock() { return { freeze() { ${frozen} } } }` }, true],
		['by a function that runs the callback', `import { test, vi } from 'vitest'; async function frozen(run) { ${frozen} try { await run() } finally { vi.useRealTimers() } } test('a', () => frozen(async () => { HERE; }));`, true],
		['after a function that ran its callback', `import { test, vi } from 'vitest'; async function frozen(run) { ${frozen} try { await run() } finally { vi.useRealTimers() } } test('a', async () => { await frozen(async () => {}); HERE; });`, false],
		['by a function of the project that the body is handed to', { 'a.test.ts': `import { atNoon } from './time'; atNoon('a', () => { HERE; });`, 'time.ts': `import { it, vi } from 'vitest'; export const atNoon = (title, body) => it(title, () => { ${frozen} body(); });` }, true],
		['by a function that makes the body, and releases it', `import { test, vi } from 'vitest'; const atNoon = body => () => { ${frozen} try { body(); } finally { vi.useRealTimers(); } }; test('a', atNoon(() => { HERE; }));`, true],
		['by a function that the body is handed to, which releases it', `import { test, vi } from 'vitest'; const atNoon = (title, body) => test(title, () => { ${frozen} body(); vi.useRealTimers(); }); atNoon('a', () => { HERE; });`, true],
		['by a hook around each test, which releases it', `import { test, vi, aroundEach } from 'vitest'; aroundEach(async run => { ${frozen} await run(); vi.useRealTimers(); }); test('a', () => { HERE; });`, true],
		['by a fixture, which releases it', `import { test as base, vi } from 'vitest'; const test = base.extend({ frozen: async ({}, use) => { ${frozen} await use(1); vi.useRealTimers(); } }); test('a', ({ frozen }) => { HERE; });`, true],
		['inside act()', `import { test, vi } from 'vitest'; import { act } from 'react'; test('a', () => { act(() => { ${frozen} }); HERE; });`, true],
		['in a hook, asked in the hook', `import { test, vi, beforeEach } from 'vitest'; beforeEach(() => { ${frozen} HERE; }); test('a', () => {});`, true],
		['in an earlier hook, asked in a later one', `import { test, vi, beforeEach } from 'vitest'; beforeEach(() => { ${frozen} }); beforeEach(() => { HERE; }); test('a', () => {});`, true],
		['in a later hook, asked in an earlier one', `import { test, vi, beforeEach } from 'vitest'; beforeEach(() => { HERE; }); beforeEach(() => { ${frozen} }); test('a', () => {});`, false],
		['in a fixture', `import { test as base, vi } from 'vitest'; const test = base.extend({ frozen: async ({}, use) => { ${frozen} await use(1); } }); test('a', ({ frozen }) => { HERE; });`, true],
		['in a fixture that is not asked for', `import { test as base, vi } from 'vitest'; const test = base.extend({ frozen: async ({}, use) => { ${frozen} await use(1); } }); test('a', () => { HERE; });`, false],
		['in the test around a subtest', `import test, { mock } from 'node:test'; test('a', async t => { t.mock.timers.enable({ now: 1 }); await t.test('b', () => { HERE; }) });`, true],
		['in the test around a subtest, later', `import test, { mock } from 'node:test'; test('a', async t => { await t.test('b', () => { HERE; }); t.mock.timers.enable({ now: 1 }); });`, false],
	])('%s', (_, files, expected) => {
		expect(clockIn(files).date).toBe(expected);
	});
});

describe('what a function replaces around what it runs', () => {
	const helpers = {
		'clock.ts': `export class Clock {
			install() { this.#clocks(); }
			#clocks() { const FakeDate = function () {}; this.#patch(globalThis, 'Date', FakeDate); this.#patch(globalThis.performance, 'now', () => 0); }
			#patch(target, key, value) { Object.defineProperty(target, key, { configurable: true, value }); }
		}`,
		'time.ts': `import { Clock } from './clock';
		export const stopped = run => { const now = Date.now; Date.now = () => 0; try { run(); } finally { Date.now = now; } };
		export const stoppedBody = run => () => stopped(run);
		export function virtual(run) { return Promise.resolve().then(() => execute(run)); }
		async function execute(run) { const clock = new Clock(); clock.install(); await run(); }`,
	};
	it.each<readonly [string, string, Clock]>([
		['an assignment, put back behind it', `test('a', () => { stopped(() => { HERE; }); });`, nowAlone],
		['behind the function that put it back', `test('a', () => { stopped(() => {}); HERE; });`, real],
		['by a function that makes the body', `test('a', stoppedBody(() => { HERE; }));`, nowAlone],
		['by a class that is told what to replace', `test('a', async () => { await virtual(() => { HERE; }); });`, { ...everything, timers: false }],
	])('%s', (_, body, expected) => {
		expect(clockIn({ 'a.test.ts': `import { test } from 'vitest'; import { stopped, stoppedBody, virtual } from './time'; ${body}`, ...helpers })).toEqual(expected);
	});
});

describe('what the configuration freezes', () => {
	const test = `it('a', () => { HERE; });`;
	it.each<readonly [string, Record<string, string>, Clock]>([
		['Jest, globally', { 'a.test.js': test, 'jest.config.js': 'module.exports = { fakeTimers: { enableGlobally: true } };' }, stopped],
		['Jest, globally at a time', { 'a.test.js': test, 'jest.config.ts': 'export default { fakeTimers: { enableGlobally: true, now: 1600000000000 } };' }, everything],
		['Jest, configured but not enabled', { 'a.test.js': test, 'jest.config.js': 'module.exports = { fakeTimers: { now: 1 } };' }, real],
		['Jest in package.json', { 'a.test.js': test, 'package.json': manifest({ jest: { timers: 'fake' } }) }, stopped],
		['Jest, the time of the configuration', { 'a.test.js': `it('a', () => { jest.useFakeTimers(); HERE; });`, 'jest.config.js': 'module.exports = { fakeTimers: { now: 1 } };' }, everything],
		['Jest, switched back', { 'a.test.js': `it('a', () => { jest.useRealTimers(); HERE; });`, 'jest.config.js': 'module.exports = { fakeTimers: { enableGlobally: true } };' }, real],
		['Vitest, the time of the configuration', { 'a.test.ts': `import { vi } from 'vitest'; it('a', () => { vi.useFakeTimers(); HERE; });`, 'vitest.config.ts': `import { defineConfig } from 'vitest/config'; export default defineConfig({ test: { fakeTimers: { now: 1, toFake: ['Date'] } } });` }, dateAlone],
		['a Vitest setup file', { 'a.test.ts': `import { it } from 'vitest'; ${test}`, 'vitest.config.ts': `import { defineConfig } from 'vitest/config'; export default defineConfig({ test: { setupFiles: ['./setup.ts'] } });`, 'setup.ts': `import { vi } from 'vitest'; vi.setSystemTime(0);` }, dateAlone],
		['a hook of a setup file', { 'a.test.ts': `import { it } from 'vitest'; ${test}`, 'vite.config.ts': `export default { test: { setupFiles: 'test/setup.ts' } };`, 'test/setup.ts': `import { vi, beforeEach } from 'vitest'; beforeEach(() => { vi.setSystemTime(0) });` }, dateAlone],
		['a hook of a setup file with globals', { 'a.test.ts': `import { vi } from 'vitest'; ${test}`, 'vitest.config.ts': `export default { test: { setupFiles: 'test/setup.ts', globals: true } };`, 'test/setup.ts': `beforeEach(() => { vi.setSystemTime(0) });` }, dateAlone],
		['a setup file by path functions', { 'a.test.ts': `import { it } from 'vitest'; ${test}`, 'vitest.config.ts': `import path from 'node:path'; export default { test: { setupFiles: [path.resolve(__dirname, 'test', 'setup.ts')] } };`, 'test/setup.ts': `import { vi } from 'vitest'; vi.setSystemTime(0);` }, dateAlone],
		['a setup file by URL', { 'a.test.ts': `import { it } from 'vitest'; ${test}`, 'vitest.config.ts': `import { fileURLToPath } from 'node:url'; export default { test: { setupFiles: [fileURLToPath(new URL('./setup.ts', import.meta.url))] } };`, 'setup.ts': `import { vi } from 'vitest'; vi.setSystemTime(0);` }, dateAlone],
		['global setup, which is another process', { 'a.test.ts': `import { it } from 'vitest'; ${test}`, 'vitest.config.ts': `export default { test: { globalSetup: './setup.ts' } };`, 'setup.ts': `import { vi } from 'vitest'; vi.setSystemTime(0);` }, real],
		['Jest setup files', { 'src/a.test.js': test, 'jest.config.js': `module.exports = { setupFilesAfterEnv: ['<rootDir>/test/setup.js'] };`, 'test/setup.js': `jest.useFakeTimers({ now: 1 });` }, everything],
		['a setup file that imports another', { 'src/a.test.js': test, 'jest.config.js': `module.exports = { setupFiles: ['<rootDir>/setup.js'] };`, 'setup.js': `import './clock';`, 'clock.js': `import MockDate from 'mockdate'; MockDate.set(0);` }, dateAlone],
		['a Mocha require', { 'a.spec.js': test, '.mocharc.json': manifest({ require: 'test/setup.js' }), 'test/setup.js': `require('mockdate').set(0);` }, dateAlone],
		['a Mocha require in YAML', { 'a.spec.js': test, '.mocharc.yml': `require:\n  - ts-node/register\n  - ./setup.js\n`, 'setup.js': `require('mockdate').set(0);` }, dateAlone],
		['a Mocha require in the script', { 'a.spec.js': test, 'package.json': manifest({ scripts: { test: 'NODE_ENV=test nyc mocha -r ./setup.js spec/**/*.js' } }), 'setup.js': `require('mockdate').set(0);` }, dateAlone],
		['hooks around every test, exported to Mocha', { 'a.spec.js': test, '.mocharc.json': manifest({ require: 'hooks.js' }), 'hooks.js': `const MockDate = require('mockdate'); exports.mochaHooks = { beforeEach() { MockDate.set(0); } };` }, dateAlone],
		['hooks around every test in an ES module, in a list', { 'a.spec.js': test, '.mocharc.json': manifest({ require: './hooks.mjs' }), 'hooks.mjs': `import MockDate from 'mockdate'; const freeze = () => { MockDate.set(0); }; export const mochaHooks = { beforeEach: [() => {}, freeze] };` }, dateAlone],
		['hooks around every test that a function gives', { 'a.spec.js': test, '.mocharc.json': manifest({ require: './hooks.js' }), 'hooks.js': `const MockDate = require('mockdate'); module.exports = { mochaHooks: async () => ({ beforeAll: function () { MockDate.set(0); } }) };` }, dateAlone],
		['hooks of that name that Mocha is not told of', { 'a.spec.js': test, '.mocharc.json': '{}', 'hooks.js': `const MockDate = require('mockdate'); exports.mochaHooks = { beforeEach() { MockDate.set(0); } };` }, real],
		['AVA require', { 'a.js': `import test from 'ava'; test('a', () => { HERE; });`, 'package.json': manifest({ ava: { require: ['./setup.js'] } }), 'setup.js': `import MockDate from 'mockdate'; MockDate.set(0);` }, dateAlone],
		['node --import', { 'a.js': `import test from 'node:test'; test('a', () => { HERE; });`, 'package.json': manifest({ scripts: { test: 'node --import ./setup.js --test' } }), 'setup.js': `import MockDate from 'mockdate'; MockDate.set(0);` }, dateAlone],
		['a Cypress support file', { 'cypress/e2e/a.cy.js': test, 'cypress.config.js': 'module.exports = {};', 'cypress/support/e2e.js': `beforeEach(() => { cy.clock(0) });` }, { ...everything, monotonic: false }],
		['Jasmine helpers', { 'spec/a.spec.js': test, 'spec/support/jasmine.json': manifest({ spec_dir: 'spec', helpers: ['helpers/**/*.js'] }), 'spec/helpers/clock.js': `beforeEach(() => { jasmine.clock().install() });` }, timersAlone],
		['bunfig preload', { 'a.test.ts': `import { test } from 'bun:test'; test('a', () => { HERE; });`, 'bunfig.toml': `[install]\nx = 1\n[test]\npreload = ["./setup.ts"]\n`, 'setup.ts': `import { setSystemTime } from 'bun:test'; setSystemTime(new Date(0));` }, dateAlone],
	])('%s', (_, files, expected) => {
		expect(clockIn(files)).toEqual(expected);
	});
});

describe('what moves a fake clock', () => {
	it.each([
		['vi.advanceTimersByTime', `import { vi } from 'vitest'; vi.advanceTimersByTime(1);`, true],
		['jest.runAllTimersAsync', `import { jest } from '@jest/globals'; jest.runAllTimersAsync();`, true],
		['clock.tick of sinon', `import sinon from 'sinon'; const clock = sinon.useFakeTimers(); clock.tick(1);`, true],
		['clock.tick of fake-timers', `import FakeTimers from '@sinonjs/fake-timers'; const clock = FakeTimers.install(); clock.tickAsync(1);`, true],
		['mock.timers.tick', `import { mock } from 'node:test'; mock.timers.tick(1);`, true],
		['jasmine.clock().tick', `jasmine.clock().tick(1);`, true],
		['time.tick of Deno', `import { FakeTime } from '@std/testing/time'; const time = new FakeTime(); time.tick(1);`, true],
		['cy.tick', `cy.tick(1);`, true],
		['vi.useFakeTimers', `import { vi } from 'vitest'; vi.useFakeTimers();`, false],
		['another tick', `const clock = { tick() {} }; clock.tick(1);`, false],
	])('%s', (_, text, expected) => {
		const { model, module } = open(text);
		const fact = module.facts.functions[0]?.calls.at(-1);
		if (fact === undefined) throw new Error('there is no call');
		expect(model.clockActOf({ module, fact }) === 'advance').toBe(expected);
	});
});
