import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import deflake from '../index.ts';
import type { PresetName } from '../preset.ts';
import { sourceGlobs, workflowGlobs } from '../test-globs.ts';
import { chosenRules, type RuleChoice } from './rule-choice.ts';

const prefix = `${deflake.meta.namespace}/`;

/**
 * The config of a project that has none: it reads every dialect with one parser and asks nothing but our rules.
 * `settings` are those of the command, with those of the project's own config.
 */
export function ownConfig(preset: PresetName, choices: readonly RuleChoice[], settings: Readonly<Record<string, unknown>>): Linter.Config[] {
	const listed = [...deflake.configs[preset]].flatMap(({ rules = {} }) => Object.entries(rules).flatMap(([rule, entry]) => (entry === undefined ? [] : [[rule, entry] as const])));
	const base = listed.map(([rule, entry]) => [rule.slice(prefix.length), entry] as const);
	const chosen = Object.entries(chosenRules(Object.fromEntries(base), choices));
	const rulesOf = (language: string): Linter.RulesRecord => Object.fromEntries(chosen.flatMap(([rule, entry]) => (deflake.rules[rule]?.meta?.languages?.includes(language) === true ? [[prefix + rule, entry]] : [])));
	const shared = { linterOptions: { reportUnusedDisableDirectives: 'off' as const }, plugins: { [deflake.meta.namespace]: deflake }, settings };
	return [
		// ESLint leaves out node_modules unless told otherwise; what is linted there was named by the person who asked.
		{ ignores: ['!**/node_modules/'] },
		{ ...shared, files: [...sourceGlobs], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, rules: rulesOf('js/js') },
		{ ...shared, files: [...workflowGlobs], language: 'deflake/yaml', rules: rulesOf('deflake/yaml') },
	];
}

/** The command looks at all tests of a project together and keeps what it finds, unless the project's own settings say otherwise; nothing is kept where `cache` is false. */
export function commandSettings(settings: Readonly<Record<string, unknown>>, cache: boolean): Record<string, unknown> {
	const own = settings[deflake.meta.namespace];
	return { ...settings, [deflake.meta.namespace]: { projectIndex: true, cache, ...(typeof own === 'object' ? own : {}), ...(cache ? {} : { cache }) } };
}
