import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import deflake from './src/index.ts';

export default defineConfig(
	globalIgnores(['dist/', 'coverage/']),
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	tseslint.configs.strictTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'object-shorthand': 'error',
			'prefer-const': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['rules/**', 'src/rule.ts'],
		extends: [eslintPlugin.configs.recommended],
	},
	{
		files: ['test/**'],
		plugins: { deflake },
		extends: ['deflake/all'],
		// Matchers such as expect.any() are typed any.
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
	},
);
