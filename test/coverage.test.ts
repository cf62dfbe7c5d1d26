import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';

import deflake from '../src/index.ts';
import { configRowOf, isWorkflowPath } from '../src/test-globs.ts';
import { root } from './support/memory-project.ts';

const page = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8');

interface Example {
	readonly rule: string;
	readonly files: Readonly<Record<string, string>>;
}

/** What stands below a line with ❌ and the name of a rule, up to the next line of text. */
const examples: readonly Example[] = page.split(/^❌ /mu).slice(1).map(part => {
	const [, rule = ''] = /^`([\w-]+)`/.exec(part) ?? [];
	const [shown = ''] = /^.*\n(?:\n```\w+ title="[^\n]*\n[^]*?\n```\n)*/.exec(part) ?? [];
	return { rule, files: Object.fromEntries([...shown.matchAll(/```\w+ title="(.*)"\n([^]*?)```/g)].map(([, name = '', text = '']) => [name, text])) };
});

test.each(examples.map(example => [example.rule, example] as const))('%s reports its example', (rule, { files }) => {
	const shared = { plugins: { deflake }, rules: { [`deflake/${rule}`]: 'error' }, settings: { deflake: { files } } } as const;
	const linted = Object.entries(files).filter(([name]) => /\.test\./.test(name) || configRowOf(name) !== undefined || isWorkflowPath(name));
	const messages = linted.flatMap(([name, text]) => {
		const config: Linter.Config = isWorkflowPath(name) ? { ...shared, files: ['**/*.*'], language: 'deflake/yaml' } : { ...shared, files: ['**/*.*'], languageOptions: { parser } };
		return new Linter({ configType: 'flat', cwd: root }).verify(text, [config], { filename: path.join(root, name) });
	});
	expect(messages.map(({ ruleId }) => ruleId)).toContain(`deflake/${rule}`);
});
