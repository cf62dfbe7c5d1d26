import { describe, expect, it } from 'vitest';

import { manifest, open } from './reading.ts';

const vitest = (body: string): string => `import { test, vi, beforeEach, afterEach, afterAll } from 'vitest'; ${body} test('a', () => {});`;
const config = (settings: string): string => `import { defineConfig } from 'vitest/config'; export default defineConfig({ test: { ${settings} } });`;

/** What is put back around the first test: what, when and by what. */
function restores(files: Record<string, string>): readonly string[] {
	const { model } = open(files);
	const [test] = model.tests;
	if (test === undefined) throw new Error('there is no test');
	return model.restoresAround(test).map(({ what, when, by }) => `${what} ${when} by ${by.kind}`).sort();
}

describe('what is put back', () => {
	it.each<readonly [string, Record<string, string>, readonly string[]]>([
		['nothing', { 'a.test.ts': vitest('') }, []],
		['by a hook', { 'a.test.ts': vitest('afterEach(() => { vi.restoreAllMocks(); vi.useRealTimers() });') }, ['clock after by hook', 'spies after by hook']],
		['by a hook in one expression', { 'a.test.ts': vitest('afterEach(() => vi.unstubAllEnvs());') }, ['env after by hook']],
		['by a hook before', { 'a.test.ts': vitest('beforeEach(() => { vi.unstubAllGlobals(); vi.resetModules() });') }, ['globals before by hook', 'modules before by hook']],
		['by a hook at the very end', { 'a.test.ts': vitest('afterAll(() => { vi.restoreAllMocks() });') }, []],
		['by a hook that may not', { 'a.test.ts': vitest('afterEach(() => { if (flag) vi.restoreAllMocks() });') }, []],
		['by a function that the hook calls', { 'a.test.ts': `import { cleanUp } from './clean'; ${vitest('afterEach(() => { cleanUp() });')}`, 'clean.ts': `import { vi } from 'vitest'; export function cleanUp() { vi.useRealTimers() }` }, ['clock after by hook']],
		['by a hook by name', { 'a.test.ts': `import { cleanUp } from './clean'; ${vitest('afterEach(cleanUp);')}`, 'clean.ts': `import { vi } from 'vitest'; export function cleanUp() { vi.useRealTimers() }` }, ['clock after by hook']],
		['by a setup file', { 'a.test.ts': vitest(''), 'vitest.config.ts': config(`setupFiles: ['./setup.ts']`), 'setup.ts': `import { afterEach, vi } from 'vitest'; afterEach(() => { vi.restoreAllMocks() });` }, ['spies after by hook']],
		['by what a setup file calls, with the globals of the runner', { 'a.test.ts': vitest(''), 'vitest.config.ts': config(`setupFiles: ['./setup.ts'], globals: true`), 'setup.ts': `import { registerHooks } from './hooks'; registerHooks();`, 'hooks.ts': `export function registerHooks() { afterEach(() => { vi.restoreAllMocks() }) }` }, ['spies after by hook']],
		['by configuration', { 'a.test.ts': vitest(''), 'vitest.config.ts': config('restoreMocks: true, unstubEnvs: true, unstubGlobals: true') }, ['env before by config', 'globals before by config', 'spies before by config']],
		['by configuration that resets', { 'a.test.ts': vitest(''), 'vitest.config.ts': config('mockReset: true') }, ['calls before by config', 'spies before by config']],
		['by configuration that says no', { 'a.test.ts': vitest(''), 'vitest.config.ts': config('restoreMocks: false') }, []],
		['by configuration that nobody can read', { 'a.test.ts': vitest(''), 'vitest.config.ts': config('restoreMocks: process.env.RESTORE') }, []],
		['by configuration of a function', { 'a.test.ts': vitest(''), 'vitest.config.ts': `export default ({ mode }) => ({ test: { restoreMocks: true } });` }, ['spies before by config']],
		['by merged configuration', { 'a.test.ts': vitest(''), 'vitest.config.ts': `import { mergeConfig, defineConfig } from 'vitest/config'; import base from './vite.base'; export default mergeConfig(base, defineConfig({ test: { clearMocks: true } }));`, 'vite.base.ts': `export default { test: { restoreMocks: true } };` }, ['calls before by config', 'spies before by config']],
		['by spread configuration', { 'a.test.ts': vitest(''), 'vitest.config.ts': `import { base } from './base'; export default { test: { ...base, clearMocks: true } };`, 'base.ts': `export const base = { restoreMocks: true };` }, ['calls before by config', 'spies before by config']],
		['by all groups of tests', { 'a.test.ts': vitest(''), 'vitest.config.ts': config(`projects: [{ test: { restoreMocks: true } }, { test: { restoreMocks: true, name: 'b' } }]`) }, ['spies before by config']],
		['by one group of tests', { 'a.test.ts': vitest(''), 'vitest.config.ts': config(`projects: [{ test: { restoreMocks: true } }, { test: { name: 'b' } }]`) }, []],
		['by a group that extends', { 'a.test.ts': vitest(''), 'vitest.config.ts': config(`restoreMocks: true, projects: [{ extends: true, test: { name: 'b' } }]`) }, ['spies before by config']],
		['by the nearest configuration', { 'packages/a/a.test.ts': vitest(''), 'packages/a/vitest.config.ts': config(''), 'packages/a/package.json': '{}', 'vitest.config.ts': config('restoreMocks: true'), 'package.json': '{}' }, []],
		['by script', { 'a.test.ts': vitest(''), 'package.json': manifest({ scripts: { test: 'vitest --restoreMocks' } }) }, ['spies before by config']],
		['by Vitest 5', { 'a.test.ts': vitest(''), 'package.json': manifest({ devDependencies: { vitest: '^5.0.0' } }) }, ['calls after by runner']],
		['by Vitest 5, switched off', { 'a.test.ts': vitest(''), 'package.json': manifest({ devDependencies: { vitest: '^5.0.0' } }), 'vitest.config.ts': config('clearMocks: false') }, []],
		['by Vitest 4', { 'a.test.ts': vitest(''), 'package.json': manifest({ devDependencies: { vitest: '^4.1.0' } }) }, []],
		['by Jest', { 'a.test.js': `test('a', () => {});`, 'jest.config.js': 'const config = { restoreMocks: true, resetModules: true }; module.exports = config;' }, ['modules before by config', 'spies before by config']],
		['by Jest in package.json', { 'a.test.js': `test('a', () => {});`, 'package.json': manifest({ jest: { clearMocks: true } }) }, ['calls before by config']],
		['by Jest in JSON', { 'a.test.js': `test('a', () => {});`, 'jest.config.json': '{ "restoreMocks": true }' }, ['spies before by config']],
		['by Jest of an async function', { 'a.test.js': `test('a', () => {});`, 'jest.config.mjs': 'export default async () => ({ restoreMocks: true });' }, ['spies before by config']],
		['by typed Jest', { 'a.test.ts': `test('a', () => {});`, 'jest.config.ts': `import type { Config } from 'jest'; const config: Config = { restoreMocks: true }; export default config;` }, ['spies before by config']],
		['by Jasmine', { 'a.spec.js': `it('a', () => {});`, 'package.json': manifest({ devDependencies: { jasmine: '5' } }) }, ['calls after by runner', 'spies after by runner']],
		['by sinon', { 'a.spec.js': `import sinon from 'sinon'; afterEach(() => { sinon.restore() }); it('a', () => {});`, 'package.json': manifest({ devDependencies: { mocha: '11' } }) }, ['calls after by hook', 'clock after by hook', 'properties after by hook', 'spies after by hook']],
		['by a sandbox', { 'a.spec.js': `import { createSandbox } from 'sinon'; const box = createSandbox(); afterEach(() => box.restore()); it('a', () => {});`, 'package.json': manifest({ devDependencies: { mocha: '11' } }) }, ['calls after by hook', 'clock after by hook', 'properties after by hook', 'spies after by hook']],
	])('%s', (_, files, expected) => {
		expect(restores(files)).toEqual(expected);
	});
});
