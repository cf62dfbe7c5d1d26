import type { ESLint, Linter } from 'eslint';

const count = (messages: readonly Linter.LintMessage[], wanted: (message: Linter.LintMessage) => boolean): number =>
	messages.filter(wanted).length;

const isError = ({ severity }: Linter.LintMessage): boolean => severity === 2;
const isFixable = ({ fix }: Linter.LintMessage): boolean => fix !== undefined;

/** Whether a file could not be read. A comment for ESLint that it does not understand (`eslint-env`) is fatal too, and the file is linted all the same. */
export const isUnreadable = ({ fatal, message }: Linter.LintMessage): boolean => fatal === true && message.startsWith('Parsing error');

/**
 * Only what our rules found and what kept a file from being read: a comment in a linted file can switch on, or complain about,
 * rules of others.
 */
export function withoutOthers(result: ESLint.LintResult, namespace: string): ESLint.LintResult {
	const messages = result.messages.filter(message => isUnreadable(message) || message.ruleId?.startsWith(`${namespace}/`));
	return {
		...result,
		messages,
		errorCount: count(messages, isError),
		fatalErrorCount: count(messages, isUnreadable),
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
