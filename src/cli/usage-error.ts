/** The command cannot do what it was asked; the message is one line for the person who asked. */
export class UsageError extends Error {}

/** What ESLint says of a config in several lines, in one: what is wrong with options of rules stands behind the first, of all else the first says enough. */
export function reasonIn(message: string): string {
	const lines = message.split('\n').map(line => line.trim());
	return message.startsWith('Key "rules"') ? lines.filter(line => line !== '').join(' ') : (lines[0] ?? '');
}
