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
const isIterable = (value: object): value is Iterable<Linter.Config> => Symbol.iterator in value;
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
		expect(most.toSorted()).toEqual(all);
	});

	it.each([
		['named in extends', defineConfig({ plugins: { deflake }, extends: ['deflake/recommended'] })],
		['given to extends', defineConfig({ extends: [recommended] })],
		['listed', [recommended]],
		['spread as a list', isIterable(recommended) ? Array.from<Linter.Config>(recommended) : []],
		['spread into a config', [{ ...recommended, name: 'mine' }]],
		['given to defineConfig', defineConfig(recommended, { rules: {} })],
	])('hold where tests are and nowhere else when %s', async (_, config) => {
		const { plugins, rules } = await calculate(config, 'src/a.test.js');
		expect(plugins).toContain('deflake');
		expect(rules).toEqual(inRecommended);
		expect((await calculate(config, 'vitest.config.js')).rules).toEqual(inRecommended);
		expect((await calculate(config, 'src/a.js')).rules).toEqual([]);
	});

	it('hold where they are told to', async () => {
		const config = [{ ...recommended, files: ['checks/**'] }];
		expect((await calculate(config, 'checks/a.js')).plugins).toContain('deflake');
		expect((await calculate(config, 'a.test.js')).plugins).not.toContain('deflake');
		const narrowed = defineConfig({ files: ['app/**'], plugins: { deflake }, extends: ['deflake/recommended'] });
		expect((await calculate(narrowed, 'app/a.test.js')).rules).toEqual(inRecommended);
		expect((await calculate(narrowed, 'lib/a.test.js')).rules).toEqual([]);
	});
});
