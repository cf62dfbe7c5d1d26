import type { ESLint } from 'eslint';
import { isUnreadable } from './results.ts';

/** ESLint's own parser, which a config has that names none; it reads no types. */
const plainParser = 'espree';

/** The files in TypeScript that could not be read because the config in force has no parser for them. */
export async function parserlessIn(eslint: ESLint, results: readonly ESLint.LintResult[]): Promise<ReadonlySet<string>> {
	const unread = results
		.filter(({ filePath, messages }) => /\.[cm]?tsx?$/.test(filePath) && messages.some(isUnreadable))
		.map(({ filePath }) => filePath);
	const configs: unknown[] = await Promise.all(unread.map(file => eslint.calculateConfigForFile(file)));
	return new Set(
		unread.filter((_, index) => member(member(member(configs[index], 'languageOptions'), 'parser'), 'name') === plainParser),
	);
}

const member = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** "Unexpected token" alone looks like a mistake in the test. */
export function sayingWhy(result: ESLint.LintResult): ESLint.LintResult {
	const why = '(the ESLint config of the project has no TypeScript parser for this file)';
	return {
		...result,
		messages: result.messages.map(message => (isUnreadable(message) ? { ...message, message: `${message.message} ${why}` } : message)),
	};
}
