import path from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { type ESLint, Linter } from 'eslint';

import { root } from './memory-project.ts';

/** Texts by path; the first one is linted. */
export type Case = Readonly<Record<string, string>>;

/** What a test of a rule lints. Plain data, for it is kept as the test's `meta`, where the bench finds it (bench/changed-cases). */
export interface RuleCase {
	readonly rule: string;
	readonly files: Case;
	readonly options: object | undefined;
	readonly settings: Readonly<Record<string, unknown>>;
}

declare module 'vitest' {
	interface TaskMeta {
		ruleCase?: RuleCase;
	}
}

/** What the case's rule says of its first file, with the plugin that is handed over; of code that does not parse, that. */
export function lintCase({ rule, files, options, settings }: RuleCase, plugin: ESLint.Plugin): Linter.LintMessage[] {
	const [[entry, text] = ['', '']] = Object.entries(files);
	const linter = new Linter({ configType: 'flat', cwd: root });
	const language = isWorkflow(entry) ? { language: 'deflake/yaml' } : { languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: /x$/.test(entry) } } } };
	const config: Linter.Config = {
		files: ['**/*.*'],
		plugins: { deflake: plugin },
		rules: { [`deflake/${rule}`]: options === undefined ? 'error' : ['error', options] },
		...language,
		settings: { deflake: { ...settings, files } },
	};
	return linter.verify(text, [config], { filename: path.join(root, entry) });
}

export const isWorkflow = (file: string): boolean => /\.ya?ml$/.test(file);
