import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import type { Suite } from './suite.ts';

export type Setup = Pick<Linter.Config, 'plugins' | 'rules' | 'settings'>;

/** The same run for every setup: the same files, read by the same parser; comments in the files switch nothing on or off. */
export function lintSuite({ directory, patterns }: Suite, setup: Setup, stats: boolean): Promise<ESLint.LintResult[]> {
	const eslint = new ESLint({
		cwd: directory,
		stats,
		warnIgnored: false,
		overrideConfigFile: true,
		overrideConfig: [
			{ ignores: ['!**/node_modules/'] },
			{
				files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
				languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
				linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
				...setup,
			},
		],
	});
	return eslint.lintFiles([...patterns]);
}
