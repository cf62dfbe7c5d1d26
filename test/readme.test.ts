import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { help } from '../src/cli/options.ts';
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

	it('has every option of the command', () => {
		const options = [...help.matchAll(/--[a-z-]+/gu)].map(([option]) => option);
		for (const option of options) expect(readme).toContain(`\`${option}`);
	});

	it('has every preset', () => {
		for (const preset of presetNames) expect(readme).toContain(`| \`${preset}\` |`);
	});
});
