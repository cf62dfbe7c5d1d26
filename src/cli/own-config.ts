import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import deflake from '../index.ts';
import type { PresetName } from '../preset.ts';
import { sourceGlobs } from '../test-globs.ts';
import { chosenRules, type RuleChoice } from './rule-choice.ts';

const prefix = `${deflake.meta.namespace}/`;

/**
 * The config of a project that has none: it reads every dialect with one parser and asks nothing but our rules.
 * `settings` are those of the project's own config, if it has any.
 */
export function ownConfig(preset: PresetName, choices: readonly RuleChoice[], settings: Readonly<Record<string, unknown>>): Linter.Config[] {
	const base = Object.entries(deflake.configs[preset].rules).map(([rule, entry]) => [rule.slice(prefix.length), entry] as const);
	const chosen = Object.entries(chosenRules(Object.fromEntries(base), choices));
	return [
		// ESLint leaves out node_modules unless told otherwise; what is linted there was named by the person who asked.
		{ ignores: ['!**/node_modules/'] },
		{
			files: [...sourceGlobs],
			languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
			linterOptions: { reportUnusedDisableDirectives: 'off' },
			plugins: { [deflake.meta.namespace]: deflake },
			rules: Object.fromEntries(chosen.map(([rule, entry]) => [prefix + rule, entry])),
			settings: withIndex(settings),
		},
	];
}

/** The command looks at all tests of a project together, unless the project's own settings say otherwise. */
export function withIndex(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const own = settings[deflake.meta.namespace];
	return { ...settings, [deflake.meta.namespace]: { projectIndex: true, ...(typeof own === 'object' ? own : {}) } };
}
