import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { configGlobs, configRowOf, isTestPath, materialGlobs, testGlobs } from '../src/test-globs.ts';

const eslint = new ESLint({
	cwd: '/project',
	overrideConfigFile: true,
	overrideConfig: { files: [...testGlobs], ignores: [...materialGlobs], settings: { picked: true } },
});

const picked = async (path: string): Promise<boolean> => {
	const config: unknown = await eslint.calculateConfigForFile(`/project/${path}`);
	return JSON.stringify(config ?? {}).includes('"picked":true');
};

describe('the search and the globs of the presets', () => {
	it.each([
		'a.test.ts', 'src/a.spec.mjs', 'a-test.js', 'a_test.cts', 'a.e2e.tsx', 'a.cy.js', 'a.tests.jsx', 'test.js', 'src/test.mts',
		'test/a.js', 'tests/deep/a.ts', '__tests__/a.jsx', 'src/__tests__/a.ts', 'cypress/e2e/a.js', 'spec/a.js', 'e2e/a.ts',
	])('both pick %s', async path => {
		expect(isTestPath(path)).toBe(true);
		expect(await picked(path)).toBe(true);
	});

	it.each([
		'a.js', 'src/contest.ts', 'latest.js', 'testing/a.js', 'a.test.json', 'a.test.d.ts', 'test/fixtures/a.test.js', '__mocks__/a.test.js',
		'test/__snapshots__/a.js', 'src/test-server.js', 'test/a.test-d.ts',
	])('both leave %s', async path => {
		expect(isTestPath(path)).toBe(false);
		expect(await picked(path)).toBe(false);
	});
});

describe('the names of configurations', () => {
	const configs = new ESLint({ cwd: '/project', overrideConfigFile: true, overrideConfig: { files: [...configGlobs], settings: { picked: true } } });
	const picks = async (path: string): Promise<boolean> => JSON.stringify((await configs.calculateConfigForFile(`/project/${path}`)) ?? {}).includes('"picked":true');

	it.each([
		['vitest.config.ts', 'Vitest'], ['app/vite.config.mjs', 'Vitest'], ['vitest.unit.config.js', 'Vitest'], ['vitest-unit.config.js', 'Vitest'], ['jest.config.ci.cjs', 'Jest'],
		['playwright.config.ts', 'Playwright'], ['playwright-ct.config.ts', 'Playwright'], ['wdio.conf.ts', 'WebdriverIO'], ['wdio.ci.conf.js', 'WebdriverIO'], ['karma.conf.js', 'Karma'],
		['ava.config.js', 'AVA'], ['.mocharc.cjs', 'Mocha'], ['.testcaferc.js', 'TestCafe'],
	])('say whose %s is', async (path, name) => {
		expect(configRowOf(path)?.name).toBe(name);
		expect(await picks(path)).toBe(true);
	});

	it.each(['vite.config.json', 'webpack.config.js', 'vitest.configuration.ts', 'src/config.ts', 'myjest.config.js', 'jest.config.d.txt'])('leave %s', async path => {
		expect(configRowOf(path)).toBeUndefined();
		expect(await picks(path)).toBe(false);
	});
});
