import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter, type Rule } from 'eslint';
import { sourceGlobs } from '../../src/test-globs.ts';
import { openTestFile } from '../../src/open-test-file.ts';

/**
 * What is seen in a file called like a test: tests, only steps or hooks around them, nothing though it asserts something, nothing and it
 * asserts nothing, or the parser cannot read it.
 */
export type Reading = 'tests' | 'around' | 'unseen' | 'silent' | 'unreadable';

/** Words of the usual libraries: which of them is meant is not asked, for where no test is seen nothing can be resolved. */
const asserts = /\bassert\b|\bexpect\(|\.should\b|\bt\.(?:is|equal|equals|ok|deepEqual|same|true)\(/u;

/** Reads a file as the rules read it, in the folder of its repository. */
export function readingOf(text: string, path: string, directory: string): Reading {
	let seen: Reading = asserts.test(text) ? 'unseen' : 'silent';
	const look: Rule.RuleModule = {
		create(context) {
			const file = openTestFile(context);
			if (file !== undefined && file.tests.length > 0) seen = 'tests';
			else if (file !== undefined && [...file.framework.root.steps, ...file.framework.hooks].length > 0) seen = 'around';
			return {};
		},
	};
	const messages = new Linter({ cwd: directory }).verify(
		text,
		{
			files: [...sourceGlobs],
			languageOptions: { parser },
			linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
			plugins: { own: { rules: { look } } },
			rules: { 'own/look': 'error' },
		},
		join(directory, path),
	);
	return messages.some(({ fatal }) => fatal === true) ? 'unreadable' : seen;
}
