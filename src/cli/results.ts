import type { ESLint, Linter } from 'eslint';

const count = (messages: readonly Linter.LintMessage[], wanted: (message: Linter.LintMessage) => boolean): number => messages.filter(wanted).length;

const isError = ({ severity }: Linter.LintMessage): boolean => severity === 2;
const isFixable = ({ fix }: Linter.LintMessage): boolean => fix !== undefined;

/**
 * Only what our rules found and what kept a file from being read: a comment in a linted file can switch on, or complain about,
 * rules of others.
 */
export function withoutOthers(result: ESLint.LintResult, namespace: string): ESLint.LintResult {
	const messages = result.messages.filter(({ ruleId, fatal }) => fatal === true || ruleId?.startsWith(`${namespace}/`));
	return {
		...result,
		messages,
		errorCount: count(messages, isError),
		fatalErrorCount: count(messages, message => message.fatal === true),
		warningCount: count(messages, message => !isError(message)),
		fixableErrorCount: count(messages, message => isError(message) && isFixable(message)),
		fixableWarningCount: count(messages, message => !isError(message) && isFixable(message)),
	};
}

export interface Totals {
	readonly errors: number;
	readonly warnings: number;
}

export const totalsOf = (results: readonly ESLint.LintResult[]): Totals => ({
	errors: results.reduce((sum, { errorCount }) => sum + errorCount, 0),
	warnings: results.reduce((sum, { warningCount }) => sum + warningCount, 0),
});
