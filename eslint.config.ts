import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import deflake from './src/index.ts';

export default defineConfig(
	globalIgnores(['dist/', 'bench/dist/', 'coverage/']),
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	tseslint.configs.strictTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always' }],
			// `node.type === 'Identifier'` is how syntax trees are read.
			'@typescript-eslint/no-unsafe-enum-comparison': 'off',
			// Models are closures without `this`, made to be taken apart.
			'@typescript-eslint/unbound-method': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'object-shorthand': 'error',
			'prefer-const': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['src/syntax/**'],
		// Trees come from several parsers, and the types describe those of one.
		rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
	},
	{
		files: ['rules/**', 'src/rule.ts'],
		extends: [eslintPlugin.configs.recommended],
	},
	{
		files: ['test/**'],
		plugins: { deflake },
		extends: ['deflake/all'],
		rules: {
			// Matchers such as expect.any() are typed any.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			// What the command prints is its answer.
			'deflake/no-exact-log-equality': ['error', { spies: true, synchronous: true }],
		},
	},
);
