import type { FrameworkRow, SettingRow } from '../knowledge/frameworks/row.ts';
import { type Setting, settingAt } from './setting.ts';

/** The words that follow a runner's name on a command line. */
export type Command = readonly string[];

const commandLines = new WeakMap<Setting, CommandLines>();

/** How the scripts of package.json start a runner. */
export function commandsOf(manifest: Setting | undefined, row: FrameworkRow): readonly Command[] {
	if (manifest === undefined) return [];
	const known = commandLines.get(manifest) ?? new CommandLines(manifest);
	commandLines.set(manifest, known);
	return known.of(row);
}

/** The scripts of one package.json, which many files ask about. */
class CommandLines {
	readonly #lines: readonly (readonly string[])[];
	readonly #answers = new Map<FrameworkRow, readonly Command[]>();

	constructor(manifest: Setting) {
		this.#lines = linesOf(manifest);
	}

	of(row: FrameworkRow): readonly Command[] {
		const known =
			this.#answers.get(row) ??
			this.#lines.flatMap(words => row.commands.flatMap(command => argumentsOf(words, command.split(' '))).slice(0, 1));
		this.#answers.set(row, known);
		return known;
	}
}

/** The commands of all scripts, as words. */
function linesOf(manifest: Setting): readonly (readonly string[])[] {
	const scripts = settingAt(manifest, 'scripts');
	if (scripts?.kind !== 'object') return [];
	return [...scripts.entries.values()].flatMap(script =>
		script.kind === 'value' && typeof script.value === 'string' ? script.value.split(/&&|\|\||[;|]/).map(wordsOf) : [],
	);
}

function wordsOf(line: string): readonly string[] {
	return (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(word => word.replace(/^(['"])(.*)\1$/, '$2'));
}

/** A flag of the name may have other flags before it (`node --import tsx --test`); another word follows at once (`bun test`). */
function argumentsOf(words: readonly string[], [name, ...rest]: readonly string[]): readonly Command[] {
	const start = words.findIndex(word => word.replace(/^.*\//, '').replace(/\.[cm]?js$/, '') === name);
	if (start === -1) return [];
	const after = words.slice(start + 1);
	const [next] = rest;
	if (next === undefined) return [after];
	if (next.startsWith('--')) return after.includes(next) ? [after] : [];
	return after[0] === next ? [after.slice(1)] : [];
}

/** Whether a command line has one of a row's flags. */
export function hasFlag(command: Command, { flags = [] }: SettingRow<unknown>): boolean {
	return flags.some(flag => {
		const [name, value] = flag.split('=');
		if (value === undefined) return command.includes(flag);
		return command.some((word, index) => word === flag || (word === name && command[index + 1] === value));
	});
}

/** The values that a flag is given: `--require a --require=b`. */
export function flagValues(command: Command, { flags = [] }: SettingRow<unknown>): readonly string[] {
	return command.flatMap((word, index) => {
		const [, name = word, value] = /^(--?[\w-]+)=(.*)$/.exec(word) ?? [];
		if (!flags.includes(name)) return [];
		const given = value ?? command[index + 1];
		return given === undefined ? [] : given.split(',');
	});
}
