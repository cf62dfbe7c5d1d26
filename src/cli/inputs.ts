import { ESLint, type Rule } from 'eslint';
import { openTestFile } from '../open-test-file.ts';
import { sourceGlobs } from '../test-globs.ts';
import { baseOf, type FoundTest } from './find-tests.ts';
import { ownConfig } from './own-config.ts';
import { projectConfigsOf } from './project-config.ts';

/**
 * Every file that the findings in a test may depend on, absolute and sorted: the test, the modules it reaches, what configures
 * them and the runner. Every rule is run, for what is read is read when a rule asks for it; what was found earlier is not asked for.
 */
export async function inputsOf(test: FoundTest, cwd: string): Promise<string[]> {
	const inputs = new Set([test.file]);
	const collect: Rule.RuleModule = {
		create: context => ({
			'Program:exit': () => {
				for (const input of openTestFile(context)?.inputs ?? []) inputs.add(input);
			},
		}),
	};
	const { configs } = await projectConfigsOf([test], cwd);
	const eslint = new ESLint({
		cwd: baseOf([test], cwd),
		globInputPaths: false,
		overrideConfigFile: true,
		overrideConfig: [
			...ownConfig({ preset: 'all', rules: [], settings: configs.get(test.file)?.settings ?? {}, cache: false }),
			{ files: [...sourceGlobs], plugins: { inputs: { rules: { collect } } }, rules: { 'inputs/collect': 'error' } },
		],
	});
	await eslint.lintFiles([test.file]);
	return [...inputs].sort();
}
