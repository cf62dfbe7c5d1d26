import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import deflake from '../index.ts';
import type { PresetName } from '../preset.ts';
import { sourceGlobs, workflowGlobs } from '../test-globs.ts';
import { chosenRules, type RuleChoice } from './rule-choice.ts';

const prefix = `${deflake.meta.namespace}/`;

export interface OwnConfigOptions {
	readonly preset: PresetName;
	readonly rules: readonly RuleChoice[];
	/** Those of the project. */
	readonly settings: Readonly<Record<string, unknown>>;
	readonly cache: boolean;
	/** Read as scripts that are not in strict mode, by ESLint's own parser. */
	readonly sloppy?: boolean;
}

/** The config of a project that has none: it reads every dialect with one parser and asks nothing but our rules. */
export function ownConfig({ preset, rules, settings, cache, sloppy = false }: OwnConfigOptions): Linter.Config[] {
	const listed = [...deflake.configs[preset]].flatMap(({ rules = {} }) =>
		Object.entries(rules).flatMap(([rule, entry]) => (entry === undefined ? [] : [[rule, entry] as const])),
	);
	const base = listed.map(([rule, entry]) => [rule.slice(prefix.length), entry] as const);
	const chosen = Object.entries(chosenRules(Object.fromEntries(base), rules));
	const rulesOf = (language: string): Linter.RulesRecord =>
		Object.fromEntries(
			chosen.flatMap(([rule, entry]) =>
				deflake.rules[rule]?.meta?.languages?.includes(language) === true ? [[prefix + rule, entry]] : [],
			),
		);
	const shared = { linterOptions: { reportUnusedDisableDirectives: 'off' as const }, plugins: { [deflake.meta.namespace]: deflake } };
	return [
		// ESLint leaves out node_modules unless told otherwise; what is linted there was named by the person who asked.
		{ ignores: ['!**/node_modules/'] },
		{
			...shared,
			files: [...sourceGlobs],
			languageOptions: { ...(sloppy ? { sourceType: 'commonjs' } : { parser }), parserOptions: { ecmaFeatures: { jsx: true } } },
			rules: rulesOf('js/js'),
		},
		{ ...shared, files: [...workflowGlobs], language: 'deflake/yaml', rules: rulesOf('deflake/yaml') },
		commandDefaults,
		{ settings: { ...settings } },
		...(cache ? [] : [uncached]),
	];
}

/** The command looks at all tests of a project together and keeps what it finds, unless the project's own settings say otherwise. */
export const commandDefaults: Linter.Config = { settings: { [deflake.meta.namespace]: { projectIndex: true, cache: true } } };

/** Whatever the project says, nothing is kept. */
export const uncached: Linter.Config = { settings: { [deflake.meta.namespace]: { cache: false } } };
