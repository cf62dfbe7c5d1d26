import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import deflake from '../src/index.ts';
import { presetNames } from '../src/preset.ts';

const cwd = '/project';
const { recommended } = deflake.configs;

interface Calculated {
	readonly plugins: readonly string[];
	readonly rules: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const keysOf = (value: unknown): string[] => (isRecord(value) ? Object.keys(value) : []);

async function calculate(config: Linter.Config[], file: string): Promise<Calculated> {
	const calculated: unknown = await new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config }).calculateConfigForFile(`${cwd}/${file}`);
	const { plugins, rules } = isRecord(calculated) ? calculated : {};
	return { plugins: keysOf(plugins), rules: keysOf(rules).filter(rule => rule.startsWith('deflake/')).sort() };
}

describe('the plugin', () => {
	it('says who it is', () => {
		expect(deflake.meta).toEqual({ name: packageJson.name, version: packageJson.version, namespace: 'deflake' });
	});
});

describe('presets', () => {
	const all = Object.keys(deflake.rules).map(rule => `deflake/${rule}`).sort();
	const inRecommended = Object.keys(recommended.rules).sort();

	it('grow from recommended through strict to all', () => {
		const [few = [], more = [], most = []] = presetNames.map(name => Object.keys(deflake.configs[name].rules));
		expect(more).toEqual(expect.arrayContaining(few));
		expect(most).toEqual(expect.arrayContaining(more));
		expect([...most, ...Object.keys(deflake.configs.workflows.rules)].toSorted()).toEqual(all);
	});

	it.each([
		['named in extends', defineConfig({ plugins: { deflake }, extends: ['deflake/recommended'] })],
		['given to extends', defineConfig({ extends: [recommended] })],
		['listed', [recommended]],
		['spread as a list', [...recommended]],
		['spread into a config', [Object.assign({}, recommended, { name: 'mine' })]],
		['given to defineConfig', defineConfig(recommended, { rules: {} })],
	])('hold where tests are and nowhere else when %s', async (_, config) => {
		const { plugins, rules } = await calculate(config, 'src/a.test.js');
		expect(plugins).toContain('deflake');
		expect(rules).toEqual(inRecommended);
		expect((await calculate(config, 'vitest.config.js')).rules).toEqual(inRecommended);
		expect((await calculate(config, 'src/a.js')).rules).toEqual([]);
	});

	it.each([
		['spread from a preset', [...deflake.configs.strict], ['deflake/require-ci-cache']],
		['spread from the largest', [...deflake.configs.all], ['deflake/require-ci-cache', 'deflake/require-ci-shards']],
		['named', defineConfig({ plugins: { deflake }, extends: ['deflake/strict', 'deflake/workflows'] }), ['deflake/require-ci-cache', 'deflake/require-ci-shards']],
		['listed', [deflake.configs.strict, deflake.configs.workflows], ['deflake/require-ci-cache', 'deflake/require-ci-shards']],
	])('hold for workflows when %s', async (_, config, wanted) => {
		for (const file of ['.github/workflows/ci.yml', 'app/.github/workflows/e2e.yaml', '.gitlab-ci.yml']) expect((await calculate(config, file)).rules).toEqual(wanted);
		expect((await calculate(config, 'config.yml')).rules).toEqual([]);
		expect((await calculate(config, 'src/a.test.js')).rules).not.toContain('deflake/require-ci-cache');
	});

	it('hold where they are told to', async () => {
		const config = [Object.assign({}, recommended, { files: ['checks/**'] })];
		expect((await calculate(config, 'checks/a.js')).plugins).toContain('deflake');
		expect((await calculate(config, 'a.test.js')).plugins).not.toContain('deflake');
		const narrowed = defineConfig({ files: ['app/**'], plugins: { deflake }, extends: ['deflake/recommended'] });
		expect((await calculate(narrowed, 'app/a.test.js')).rules).toEqual(inRecommended);
		expect((await calculate(narrowed, 'lib/a.test.js')).rules).toEqual([]);
	});
});
