import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';

import deflake from '../src/index.ts';
import { configRowOf, isWorkflowPath } from '../src/test-globs.ts';
import { root } from './support/memory-project.ts';

const pages = new URL('../docs/rules/', import.meta.url);

interface Example {
	readonly line: number;
	readonly flaky: boolean;
	/** Texts by path; a file that an example under the same heading showed before, and this one does not, is still there. */
	readonly files: Readonly<Record<string, string>>;
}

/** What stands under a line that begins with ❌ or ✅, up to the next such line or heading. */
function examplesIn(page: string): Example[] {
	const examples: Example[] = [];
	let shown: Record<string, string> = {};
	let current: { line: number; flaky: boolean } | undefined;
	const lines = page.split('\n');
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		if (/^#/.test(line)) [shown, current] = [{}, undefined];
		if (/^[❌✅]/u.test(line)) current = { line: index + 1, flaky: line.startsWith('❌') };
		const title = /^```\w+ title="(.+)"$/.exec(line)?.[1];
		if (title === undefined) continue;
		const end = lines.indexOf('```', index);
		shown = { ...shown, [title]: lines.slice(index + 1, end).join('\n') };
		index = end;
		if (current === undefined) continue;
		const last = examples.at(-1);
		if (last?.line === current.line) examples.pop();
		examples.push({ ...current, files: shown });
	}
	return examples;
}

/** What the rule says of the example's tests, configurations and workflows. */
function messagesIn(rule: string, { files }: Example): Linter.LintMessage[] {
	const linter = new Linter({ configType: 'flat', cwd: root });
	const config: Linter.Config = {
		files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
		plugins: { deflake },
		rules: { [`deflake/${rule}`]: 'error' },
		languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
		settings: { deflake: { files } },
	};
	const workflows: Linter.Config = { files: ['**/*.yml'], language: 'deflake/yaml', plugins: { deflake }, rules: config.rules ?? {}, settings: config.settings ?? {} };
	const linted = Object.entries(files).filter(([name]) => /\.(test|spec|cy)\./.test(name) || configRowOf(name) !== undefined || isWorkflowPath(name));
	return linted.flatMap(([name, text]) => linter.verify(text, [isWorkflowPath(name) ? workflows : config], { filename: path.join(root, name) }));
}

describe.each(readdirSync(pages).map(file => path.parse(file).name))('the page of %s', rule => {
	const examples = examplesIn(readFileSync(new URL(`${rule}.md`, pages), 'utf8'));

	test('shows flaky and calm code', () => {
		expect(examples.some(({ flaky }) => flaky)).toBe(true);
		expect(examples.some(({ flaky }) => !flaky)).toBe(true);
	});

	test.each(examples.map(example => [example.line, example] as const))('is right at line %i', (_, example) => {
		const messages = messagesIn(rule, example);
		expect(messages.filter(({ ruleId }) => ruleId !== `deflake/${rule}`)).toEqual([]);
		if (example.flaky) expect(messages).not.toEqual([]);
		else expect(messages).toEqual([]);
	});
});
