import { describe, expect, it } from 'vitest';

import { commandsOf, flagValues, hasFlag } from '../../src/framework/commands.ts';
import { type Setting, settingAt } from '../../src/framework/setting.ts';
import { settingFromData, settingFromText } from '../../src/framework/setting-text.ts';
import { settingFromModule } from '../../src/framework/setting-value.ts';
import { frameworks } from '../../src/knowledge/frameworks/all-frameworks.ts';
import { open } from './reading.ts';

/** Plain data again; what is unknown is `?`. */
function plain(setting: Setting | undefined): unknown {
	switch (setting?.kind) {
		case 'value':
			return setting.value;
		case 'list':
			return setting.items.map(plain);
		case 'object':
			return { ...Object.fromEntries([...setting.entries].map(([key, value]) => [key, plain(value)])), ...(setting.open ? { '…': '?' } : {}) };
		case 'unknown':
			return '?';
		default:
			return undefined;
	}
}

describe('configuration as text', () => {
	it.each([
		['a.json', '{ "a": [1, true, null], "b": { "c": "d" } }', { a: [1, true, null], b: { c: 'd' } }],
		['a.jsonc', '{ // why\n "a": "http://x", /* no */ "b": [1,], }', { a: 'http://x', b: [1] }],
		['a.json', '{ "a": ', undefined],
		['.mocharc.yml', 'parallel: true\nretries: 2\nspec: test/**/*.js\nrequire:\n  - a\n  - "b c" # why\nextension: [ts, "tsx"]\nname: \'x\'\n# end', { parallel: true, retries: 2, spec: 'test/**/*.js', require: ['a', 'b c'], extension: ['ts', 'tsx'], name: 'x' }],
		['.mocharc.yml', 'a:\n  b: 1\nc: &anchor x\nd: |\n  text', { a: '?', c: '?', d: '?' }],
		['bunfig.toml', 'x = 1\n[test]\npreload = ["./a.ts", "./b.ts"]\ncoverage = true\n[install]\ny = "z"', { x: 1, test: { preload: ['./a.ts', './b.ts'], coverage: true }, install: { y: 'z' } }],
	])('%s: %s', (file, text, expected) => {
		expect(plain(settingFromText(file, text))).toEqual(expected);
	});
});

describe('configuration as a module', () => {
	it.each<readonly [string, string, unknown]>([
		['an object', `export default { a: 1, b: ['x', true], c: { d: null } };`, { a: 1, b: ['x', true], c: { d: null } }],
		['a variable', `const config = { a: 1 }; export default config;`, { a: 1 }],
		['CommonJS', `module.exports = { a: -1 };`, { a: -1 }],
		['a typed object', `import type { Config } from 'jest'; export default { a: 1 } satisfies Config;`, { a: 1 }],
		['a call', `import { defineConfig } from 'vitest/config'; export default defineConfig({ a: 1 });`, { a: 1 }],
		['a function', `import { defineConfig } from 'vitest/config'; export default defineConfig(({ mode }) => ({ a: 1 }));`, { a: 1 }],
		['an async function', `module.exports = async () => { return { a: 1 } };`, { a: 1 }],
		['a function of two minds', `export default ({ command }) => { if (command === 'x') return { a: 1 }; return { a: 2 } };`, '?'],
		['a merge', `import { mergeConfig } from 'vitest/config'; export default mergeConfig({ a: 1, l: ['x'], o: { p: 1 } }, { b: 2, l: ['y'], o: { q: 2 } });`, { a: 1, b: 2, l: ['x', 'y'], o: { p: 1, q: 2 } }],
		['a spread', `const base = { a: 1, b: 2 }; export default { ...base, b: 3 };`, { a: 1, b: 3 }],
		['a spread of something unknown', `import { preset } from 'some-package'; export default { ...preset, b: 3 };`, { 'b': 3, '…': '?' }],
		['what depends on the environment', `export default { a: process.env.CI ? 1 : undefined, b: Boolean(process.env.X), c: process.env.CI ? 2 : 2 };`, { a: '?', b: '?', c: 2 }],
		['a path', `import { resolve, join } from 'node:path'; export default { a: resolve(__dirname, 'b.ts'), c: join(import.meta.dirname, './d', 'e.ts') };`, { a: './b.ts', c: './d/e.ts' }],
		['named exports', `export const config = { a: 1 };`, { config: { a: 1 } }],
		['nothing', `export {};`, '?'],
	])('%s', (_, text, expected) => {
		const { module, provenance } = open({ 'x.config.ts': text });
		expect(plain(settingFromModule(provenance, module))).toEqual(expected);
	});

	it('is asked by path', () => {
		const setting = settingFromData({ a: { b: false } });
		expect([settingAt(setting, 'a.b'), settingAt(setting, 'a.c'), settingAt(setting, 'x.y'), settingAt(setting, 'a.b.c')]).toEqual([{ kind: 'value', value: false }, undefined, undefined, undefined]);
	});
});

describe('command lines', () => {
	it.each([
		['jest --ci', 'jest', [['--ci']]],
		['npx jest', 'jest', [[]]],
		['cross-env CI=1 node --experimental-vm-modules node_modules/jest/bin/jest.js -i', 'jest', [['-i']]],
		['eslint . && vitest run --coverage; echo done', 'vitest', [['run', '--coverage']]],
		['node --import tsx --test "test/**/*.ts"', 'node:test', [['--import', 'tsx', '--test', 'test/**/*.ts']]],
		['node server.js', 'node:test', []],
		['bun run test', 'bun', []],
		['bun test --concurrent', 'bun', [['--concurrent']]],
		['playwright install && playwright test --workers 1', 'playwright', [['--workers', '1']]],
		['mochawesome', 'mocha', []],
	] as const)('%s starts %s', (script, name, expected) => {
		expect(commandsOf(settingFromData({ scripts: { test: script } }), frameworks[name])).toEqual(expected);
	});

	it('have flags', () => {
		const row = { flags: ['--workers=1', '-i'], means: 'x' };
		expect([['--workers=1'], ['--workers', '1'], ['-i'], ['--workers=2'], ['--workers', '2'], []].map(command => hasFlag(command, row))).toEqual([true, true, true, false, false, false]);
		expect(flagValues(['--require', 'a', '-r', 'b', '--require=c,d', 'e'], { flags: ['--require', '-r'], means: 'x' })).toEqual(['a', 'b', 'c', 'd']);
	});
});
