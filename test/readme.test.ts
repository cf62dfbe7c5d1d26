import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { describe, expect, it } from 'vitest';
import { help } from '../src/cli/options.ts';
import plugin from '../src/index.ts';
import { presetNames } from '../src/preset.ts';
import { deflake } from './cli/run-command.ts';
import { scratch } from './support/scratch.ts';
import { root } from './house/source.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gmsu)].map(([, language = '', text = '']) => ({ language, text }));

/** A block of several files, each under a comment with its path. */
const filesIn = (text: string): Record<string, string> =>
	Object.fromEntries([...text.matchAll(/^\/\/ (\S+)\n(.*?)(?=^\/\/ \S+\n|$(?![^]))/gmsu)].map(([, path = '', content = '']) => [path, content]));

describe('the README', () => {
	it('shows what the command prints for its example', async () => {
		const example = blocks.find(({ language }) => language === 'ts')?.text ?? '';
		const shown = blocks.find(({ text }) => text.startsWith('$ npx deflake\n'))?.text.replace('$ npx deflake\n', '');
		const files = filesIn(example);
		expect(Object.keys(files)).toEqual(['test/greeting.test.ts', 'src/greeting.ts', 'src/part-of-day.ts']);
		expect((await deflake(scratch({ 'package.json': '{}', ...files }))).out).toBe(shown);
	});

	it('shows a workflow in which nothing is found', async () => {
		const shown = blocks.find(({ language }) => language === 'yaml')?.text ?? '';
		expect(shown).toContain('npx deflake');
		const { out, code } = await deflake(scratch({ 'package.json': '{}', '.github/workflows/test.yml': shown }), '--preset', 'all', '.github/workflows/test.yml');
		expect({ out, code }).toEqual({ out: 'Nothing found in 1 file.\n', code: 0 });
	});

	it('has every option of the command', () => {
		const options = [...help.matchAll(/--[a-z-]+/gu)].map(([option]) => option);
		for (const option of options) expect(readme).toContain(`\`${option}`);
	});

	it('has every preset', () => {
		for (const preset of presetNames) expect(readme).toContain(`| \`${preset}\` |`);
	});

	describe('sets an option of a rule', () => {
		const wait = `it('is quiet', async () => {\n\tconst calls = [];\n\tstart(calls);\n\tawait new Promise(resolve => setTimeout(resolve, 500));\n\texpect(calls).toEqual([]);\n});\n`;
		const lint = async (overrideConfig: unknown, filePath = 'test/a.test.js') => {
			const cwd = scratch({ 'package.json': '{ "devDependencies": { "jest": "30" } }' });
			const eslint: ESLint = Reflect.construct(ESLint, [{ cwd, overrideConfigFile: true, overrideConfig }]);
			return (await eslint.lintText(wait, { filePath })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
		};
		const rules: Linter.RulesRecord = { 'deflake/no-sleep': ['error', { absence: true }] };

		it('by the preset with other rules', async () => {
			const shown = blocks.find(({ text }) => text.includes('absence: true'))?.text ?? '';
			const body = shown.replace(/^(?:\/\/|import ).*$/gmu, '').replace('export default', 'deflake =>').trim();
			const made: unknown = runInThisContext(body);
			const config: unknown = typeof made === 'function' ? Reflect.apply(made, undefined, [plugin]) : undefined;
			expect(await lint(config)).toEqual(['deflake/no-sleep']);
			expect(await lint(config, 'src/a.js')).toEqual([]);
			expect(await lint(plugin.configs.recommended)).toEqual([]);
		});

		it('beside extends, and not without the plugin', async () => {
			expect(await lint(defineConfig({ plugins: { deflake: plugin }, extends: ['deflake/recommended'], rules }))).toEqual(['deflake/no-sleep']);
			await expect(lint([plugin.configs.recommended, { rules }], 'src/a.js')).rejects.toThrow(/could not find plugin "deflake"/iu);
		});
	});
});
