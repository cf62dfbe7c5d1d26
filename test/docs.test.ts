import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';

import deflake from '../src/index.ts';
import { configRowOf, isWorkflowPath } from '../src/test-globs.ts';
import { type Example, examplesIn } from './support/doc-examples.ts';
import { root } from './support/memory-project.ts';

const pages = new URL('../docs/rules/', import.meta.url);

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

describe('the coverage of the two documents', () => {
	const page = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8');
	const examples = examplesIn(page);

	test('names every rule', () => {
		expect(Object.keys(deflake.rules).filter(rule => !new RegExp(`\\b${rule}\\b`, 'u').test(page))).toEqual([]);
	});

	test.each(examples.map(example => [example.line, example] as const))('is right at line %i', (_, example) => {
		const { rule } = example;
		if (rule === undefined) throw new Error('an example stands below the rule that it is about');
		expect(messagesIn(rule, example).length > 0).toBe(example.flaky);
	});
});
