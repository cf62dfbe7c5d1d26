import { describe, expect, it } from 'vitest';

import { canContainTests } from '../../src/framework/mentions.ts';
import { manifest, open } from './reading.ts';

function names(files: Record<string, string>, entry?: string): readonly string[] {
	return open(files, entry).model.frameworks.map(({ name, version }) => (version === undefined ? name : `${name}@${version}`));
}

const globals = `describe('s', () => { it('a', () => {}) });`;

describe('which framework a file is written for', () => {
	it.each<readonly [string, Record<string, string>, readonly string[]]>([
		['by import', { 'a.ts': `import { it } from 'vitest'; it('a', () => {});` }, ['vitest']],
		['by require', { 'a.js': `const { test } = require('node:test'); test('a', () => {});` }, ['node:test']],
		['by what a file of the project hands on', { 'a.ts': `import { it } from './testing'; it('a', () => {});`, 'testing.ts': `export { it } from 'vitest';` }, ['vitest']],
		['by what several hand on, under another name', { 'a.ts': `import { test as check } from './testing'; check('a', () => {});`, 'testing/index.ts': `export * from './words';`, 'testing/words.ts': `import { test } from 'bun:test'; export { test };` }, ['bun']],
		['by what is required of one', { 'a.js': `const { test } = require('./testing'); test('a', () => {});`, 'testing.js': `const { test } = require('node:test'); module.exports = { test };` }, ['node:test']],
		['not by what is no word of a runner', { 'a.ts': `import { delay } from './testing'; delay(1);`, 'testing.ts': `import { vi } from 'vitest'; export const delay = vi.fn();` }, []],
		['by import, against the project', { 'a.ts': `import { test } from '@playwright/test'; test('a', () => {});`, 'package.json': manifest({ devDependencies: { vitest: '^3.2.0', '@playwright/test': '~1.50.1' } }) }, ['playwright@1']],
		['by two imports', { 'a.ts': `import { it } from 'vitest'; import test from 'ava'; it('a', () => {}); test('b', t => {});` }, ['vitest', 'ava']],
		['by configuration file', { 'a.test.js': globals, 'jest.config.mjs': 'export default {};' }, ['jest']],
		['by configuration file above', { 'packages/a/src/a.test.js': globals, 'packages/a/package.json': '{}', '.mocharc.cjs': 'module.exports = {};', 'package.json': '{}' }, ['mocha']],
		['by the nearest of two', { 'packages/a/a.test.js': globals, 'packages/a/vitest.config.ts': 'export default { test: { globals: true } };', 'packages/a/package.json': '{}', 'jest.config.js': '', 'package.json': '{}' }, ['vitest']],
		['by a package that only comes with it', { 'a.test.js': globals, 'package.json': manifest({ devDependencies: { 'ts-jest': '^29.0.0' } }) }, ['jest']],
		['by dependency', { 'a.test.js': globals, 'package.json': manifest({ devDependencies: { jasmine: '~5.1.0' } }) }, ['jasmine@5']],
		['by the key of package.json', { 'a.test.js': globals, 'package.json': manifest({ mocha: {} }) }, ['mocha']],
		['by script', { 'a.test.js': globals, 'package.json': manifest({ scripts: { test: 'cross-env NODE_ENV=test node_modules/.bin/mocha test/*.js' } }) }, ['mocha']],
		['by script, not by the name of another', { 'a.test.js': globals, 'package.json': manifest({ scripts: { test: 'bun run test', x: 'mocha' } }) }, ['mocha']],
		['by script of Bun', { 'a.test.js': globals, 'package.json': manifest({ scripts: { test: 'bun test' } }) }, ['bun']],
		['by the jest global', { 'a.test.js': `jest.mock('x'); ${globals}`, 'package.json': manifest({ devDependencies: { jest: '29', mocha: '10' } }) }, ['jest@29']],
		['by the vi global', { 'a.test.js': `vi.mock('x'); ${globals}`, 'package.json': manifest({ devDependencies: { jest: '29', vitest: '3' } }) }, ['vitest@3']],
		['by words that only one has', { 'a.test.js': `describe('s', () => { before(() => {}); it('a', () => {}) });`, 'package.json': manifest({ devDependencies: { jest: '29', mocha: '10' } }) }, ['mocha@10']],
		['Cypress in its directory', { 'cypress/e2e/a.js': globals, 'cypress.config.ts': '', 'jest.config.js': '' }, ['cypress']],
		['not Cypress elsewhere', { 'src/a.test.js': globals, 'cypress.config.ts': '', 'jest.config.js': '' }, ['jest']],
		['Cypress by its own file name', { 'src/a.cy.tsx': globals, 'package.json': manifest({ devDependencies: { cypress: '^14.0.0', vitest: '3' } }) }, ['cypress@14']],
		['a vite.config without Vitest', { 'a.test.js': globals, 'vite.config.ts': 'export default {};', 'package.json': manifest({ devDependencies: { jest: '29' } }) }, ['jest@29']],
		['WebdriverIO and its words', { 'a.e2e.js': globals, 'wdio.conf.js': `exports.config = { framework: 'mocha' };` }, ['webdriverio', 'mocha']],
		['QUnit before version 2 by its words', { 'a.js': `module('m'); test('a', 2, function () {});` }, ['qunit1']],
		['QUnit before version 2 by a word of its own', { 'a.js': `(function () { asyncTest('a', function () {}); }());` }, ['qunit1']],
		['Mocha beside the modules of Angular', { 'a.js': `describe('m', () => { beforeEach(module('app')); it('a', () => {}); });` }, ['mocha']],
		['QUnit by its global', { 'a.js': `QUnit.test('a', assert => {});`, 'package.json': manifest({ devDependencies: { jest: '29' } }) }, ['qunit']],
		['Deno by its global', { 'a.ts': `Deno.test('a', () => {});` }, ['deno']],
		['by words alone', { 'a.js': `describe('s', () => { beforeAll(() => {}); it('a', () => { expect(1).toBe(1) }) });` }, ['vitest']],
		['by older words alone', { 'a.js': `describe('s', () => { before(() => {}); it('a', () => {}) });` }, ['mocha']],
		['by no version', { 'a.test.js': globals, 'package.json': manifest({ devDependencies: { jest: 'workspace:*' } }) }, ['jest']],
		['by a catalogue', { 'a.test.js': globals, 'package.json': manifest({ devDependencies: { jest: 'catalog:test4' } }) }, ['jest']],
		['a release candidate', { 'a.test.ts': `import 'vitest';`, 'package.json': manifest({ devDependencies: { vitest: '^5.0.0-rc.2' } }) }, ['vitest@5']],
		['not above the repository', { 'repo/a.test.js': `describe('s', () => { before(() => {}); it('a', () => {}) });`, 'repo/package.json': '{}', 'repo/package-lock.json': '{}', 'jest.config.js': '' }, ['mocha']],
		['not Jest outside of its roots', { 'integration/a.js': globals, 'package.json': manifest({ jest: { roots: ['src/'] }, scripts: { test: 'jest', integration: 'jasmine --config=jasmine.json' }, devDependencies: { jest: '24', jasmine: '3' } }) }, ['jasmine@3']],
		['Jest within its roots', { 'src/a.js': globals, 'package.json': manifest({ jest: { roots: ['<rootDir>/src'] }, scripts: { test: 'jest', integration: 'jasmine' }, devDependencies: { jest: '24', jasmine: '3' } }) }, ['jest@24']],
		['not Jest outside of the folder of its globs', { 'test/e2e/a.js': globals, 'jest.config.js': `module.exports = { testMatch: ['<rootDir>/test/unit/**/*.js'] };`, 'package.json': manifest({ scripts: { test: 'jest', e2e: 'mocha test/e2e' } }) }, ['mocha']],
		['Jest with globs of any folder', { 'test/e2e/a.js': globals, 'jest.config.js': `module.exports = { testMatch: ['**/e2e/**/*.js', '!**/unit/**'] };`, 'package.json': manifest({ scripts: { test: 'jest', e2e: 'mocha test/e2e' } }) }, ['jest']],
		['not Jest where its pattern does not match', { 'test/a.e2e.js': globals, 'jest.config.js': `module.exports = { testRegex: '\\.unit\\.js$' };`, 'package.json': manifest({ scripts: { test: 'jest', e2e: 'mocha' } }) }, ['mocha']],
		['not Jest where it ignores the file', { 'test/e2e/a.test.js': globals, 'package.json': manifest({ jest: { testPathIgnorePatterns: ['<rootDir>/test/e2e/'] }, scripts: { test: 'jest', e2e: 'mocha' } }) }, ['mocha']],
		['Jest where what it ignores is elsewhere', { 'test/e2e/a.test.js': globals, 'package.json': manifest({ jest: { testPathIgnorePatterns: ['<rootDir>/e2e/'] }, scripts: { test: 'jest', e2e: 'mocha' } }) }, ['jest']],
		['not Jest outside of its root', { 'e2e/a.test.js': globals, 'package.json': manifest({ jest: { rootDir: 'src' }, scripts: { test: 'jest', e2e: 'mocha' } }) }, ['mocha']],
		['Jest outside of its roots where nothing else would run it', { 'integration/a.js': globals, 'package.json': manifest({ jest: { roots: ['src/'] }, scripts: { test: 'jest' } }) }, ['jest']],
		['Jest outside of the roots of one of its configurations', { 'integration/a.js': globals, 'jest.config.js': `module.exports = { roots: ['src'] };`, 'jest.integration.config.js': '', 'package.json': manifest({ scripts: { test: 'jest', e2e: 'mocha' } }) }, ['jest']],
		['Jest outside of its roots where a script names others', { 'integration/a.js': globals, 'package.json': manifest({ jest: { roots: ['src/'] }, scripts: { test: 'jest', integration: 'jest --roots integration', e2e: 'mocha' } }) }, ['jest']],
		['Jest where its roots cannot be read', { 'integration/a.js': globals, 'jest.config.js': `module.exports = { roots: places() };`, 'package.json': manifest({ scripts: { test: 'jest', e2e: 'mocha' } }) }, ['jest']],
		['none', { 'a.js': `run();` }, []],
		['a broken package.json', { 'a.test.js': globals, 'package.json': '{', 'jest.config.js': '' }, ['jest']],
		['a configuration that cannot be parsed', { 'a.test.js': globals, 'jest.config.js': '{{{' }, ['jest']],
	])('%s', (_, files, expected) => {
		expect(names(files)).toEqual(expected);
	});
});

describe('whether a file can contain tests at all', () => {
	it.each<readonly [string, Record<string, string>, boolean]>([
		['a framework import', { 'a.ts': `import { it } from 'vitest';` }, true],
		['a global word', { 'a.ts': `it('a', () => {});` }, true],
		['a word on a global object', { 'a.ts': `Deno.test('a', () => {});` }, true],
		['fixtures of the project', { 'a.ts': `import { test } from './fixtures'; test('a', () => {});`, 'fixtures.ts': `import { test as base } from '@playwright/test'; export const test = base.extend({});` }, true],
		['fixtures over fixtures', { 'a.ts': `import { test } from './app'; test('a', () => {});`, 'app.ts': `import { test as base } from './db'; const extended = base.extend({}); export { extended as test };`, 'db.ts': `import { test as base } from '@playwright/test'; export const test = base.extend({});` }, true],
		['the same under a name of the file', { 'a.ts': `import { extended as test } from './app'; test('a', () => {});`, 'app.ts': `import { base } from './db'; export const extended = base.extend({});`, 'db.ts': `import { test as base } from '@playwright/test'; export { base };` }, true],
		['another function with a title and a body', { 'a.ts': `import { flow } from './app'; flow('a', () => {});`, 'app.ts': `import { flow } from './db'; export { flow };`, 'db.ts': '' }, false],
		['fixtures passed on', { 'a.ts': `import { test } from './index'; test('a', () => {});`, 'index.ts': `export { test } from './fixtures';`, 'fixtures.ts': `export { test } from '@playwright/test';` }, true],
		['all of fixtures passed on', { 'a.ts': `import { test } from './index'; test('a', () => {});`, 'index.ts': `export * from './fixtures';`, 'fixtures.ts': `export { test } from '@playwright/test';` }, true],
		['fixtures upon fixtures', { 'a.ts': `import { test } from './page'; test('a', () => {});`, 'page.ts': `import { test as base } from './base'; export const test = base.extend({});`, 'base.ts': `import { test as base } from './user'; export const test = base.extend({});`, 'user.ts': `import { test as base } from '@playwright/test'; export const test = base.extend({});` }, true],
		['fixtures upon fixtures of CommonJS', { 'a.js': `const { test } = require('./page'); test('a', () => {});`, 'page.js': `const { test } = require('./base'); exports.test = test.extend({});`, 'base.js': `const base = require('@playwright/test'); exports.test = base.test.extend({});` }, true],
		['fixtures upon fixtures in an object', { 'a.js': `const { test } = require('./page'); test('a', () => {});`, 'page.js': `const { test: base } = require('./base'); module.exports = { test: base.extend({}) };`, 'base.js': `const base = require('@playwright/test'); module.exports = { test: base.test.extend({}) };` }, true],
		['fixtures upon fixtures without names', { 'a.ts': `import test from './page'; test('a', () => {});`, 'page.ts': `import base from './base'; export default base.extend({});`, 'base.ts': `import { test as base } from '@playwright/test'; export default base.extend({});` }, true],
		['a helper that uses a runner, behind one that does not pass it on', { 'a.ts': `import { make } from './make'; make('a', () => {});`, 'make.ts': `import { check } from './check'; export const make = () => check();`, 'check.ts': `import { expect } from 'vitest'; export const check = () => expect(1);` }, false],
		['a call of what defines tests by the globals', { 'a.ts': `import { testService } from './test/harness'; testService('a', { body() {} });`, 'test/harness.ts': `export const testService = (title, { body }) => { it(title, () => body()); };` }, true],
		['a call of one of its members', { 'a.ts': `const { testService } = require('./test/harness'); testService.only('a', { body() {} });`, 'test/harness.ts': `exports.testService = (title, { body }) => { it(title, () => body()); };` }, true],
		['an import of what defines tests, for use inside functions', { 'a.ts': `import { make } from './test/harness'; export const run = () => { make(); };`, 'test/harness.ts': `export const make = () => {}; it('b', () => {});` }, false],
		['a call of program code that has such a word', { 'a.ts': `import { make } from './harness'; make('a', () => {});`, 'harness.ts': `export const make = () => { test('b', () => {}); };` }, false],
		['program code', { 'a.ts': `import { b } from './b'; b('a', () => {});`, 'b.ts': `export const b = () => {};` }, false],
		['a method called test', { 'a.ts': `/x/.test('a');` }, false],
	])('%s', (_, files, expected) => {
		const { module, project } = open(files);
		expect(canContainTests(module, project)).toBe(expected);
	});
});
