import { browserCommands } from './browser-commands.ts';
import type { Sharing } from './browser-commands.ts';

/** A command line taken apart as far as these rules ask. */
export interface ShellCommand {
	readonly words: readonly string[];
	/** Where it stands in the text it was found in. */
	readonly index: number;
	readonly text: string;
}

/** The commands of a script, comments and continued lines seen to. */
export function commandsIn(script: string): readonly ShellCommand[] {
	const joined = script
		.replace(/\\\r?\n/g, match => ' '.repeat(match.length))
		.replace(/(^|\s)#[^\n]*/g, match => ' '.repeat(match.length));
	const commands: ShellCommand[] = [];
	for (const { 0: text, index } of joined.matchAll(/[^\n;&|]+/g)) {
		const words = text
			.trim()
			.split(/\s+/)
			.filter(word => word !== '')
			.map(word => word.replace(/^['"]|['"]$/g, ''));
		const first = words.findIndex(word => !/^[A-Za-z_]\w*=/.test(word) && !prefixes.has(word));
		if (first !== -1)
			commands.push({ words: words.slice(first), index: index + (text.length - text.trimStart().length), text: text.trim() });
	}
	return commands;
}

/** What stands in front of a command and runs it. */
const prefixes: ReadonlySet<string> = new Set([
	'sudo',
	'time',
	'env',
	'cross-env',
	'xvfb-run',
	'then',
	'else',
	'do',
	'if',
	'!',
	'(',
	'{',
	'exec',
	'retry',
	'corepack',
	'command',
	'-E',
	'-a',
	'--auto-servernum',
]);

/** Options that the next word belongs to. */
const withValue: ReadonlySet<string> = new Set([
	'--prefix',
	'-C',
	'--cwd',
	'--dir',
	'--filter',
	'-F',
	'-w',
	'--workspace',
	'--registry',
	'--cache',
	'--network-timeout',
	'--omit',
	'--include',
]);

/** Whether a command installs what package.json lists. */
export function installs({ words: [program = '', ...rest] }: ShellCommand): boolean {
	const names = rest.filter((word, index) => !word.startsWith('-') && !withValue.has(rest[index - 1] ?? ''));
	const [verb] = names;
	const isGlobal = rest.some(
		word =>
			word === '-g' ||
			word === '--global' ||
			word === '--version' ||
			word === '--help' ||
			word === '-v' ||
			word === '--lockfile-only' ||
			word === '--package-lock-only',
	);
	if (isGlobal) return false;
	switch (program) {
		case 'npm':
			return (
				['ci', 'clean-install', 'install-clean', 'cit', 'install-ci-test'].includes(verb ?? '') ||
				(['install', 'i', 'it', 'install-test'].includes(verb ?? '') && names.length === 1)
			);
		case 'yarn':
			return verb === undefined
				? rest.every(
						(word, index) =>
							withValue.has(rest[index - 1] ?? '') ||
							/^--(?:cwd|immutable|frozen-lockfile|prod|production|silent|non-interactive|ignore-\w+|check-cache|inline-builds|network-timeout)/.test(
								word,
							),
					)
				: verb === 'install';
		case 'pnpm':
		case 'bun':
			return ['install', 'i', 'ci'].includes(verb ?? '') && (program === 'pnpm' || names.length === 1);
		default:
			return false;
	}
}

/** What stands in front of a package's command and runs it. */
const launchers = /^(?:npx|pnpx|bunx|pnpm|yarn|bun|npm)\s+(?:(?:exec|dlx|run|x|--|-y|--yes|--no-install|--no)\s+)*/;
/** Words of it that leave a part of the tests to other jobs, or name a part. */
const partial =
	/--shard|--parallel\b|--group\b|--spec[\s=]|--suite[\s=]|--grep[\s=]|-g\s|--last-failed|--only-changed|--list\b|--ui\b|CI_NODE_INDEX|SHARD|SPLIT|matrix\.|\.(?:spec|test|cy|e2e)\.|--component\b|--help\b|--version\b/;

/** A command that runs the browser tests of the project. */
export interface BrowserRun {
	readonly extent: 'whole' | 'part';
	readonly sharing: Sharing;
}

/** Whether a command runs all browser tests of the project, or a part of them; undefined where it runs none. `scripts` are those of package.json. */
export function browserRun({ words, text }: ShellCommand, scripts: ReadonlyMap<string, string>, depth = 0): BrowserRun | undefined {
	const line = words.join(' ').replace(launchers, '');
	const known = browserCommands.find(({ words }) => words.test(line));
	if (known !== undefined) return { extent: partial.test(text) ? 'part' : 'whole', sharing: known.sharing };
	const name = scriptOf(words);
	const script = name === undefined || depth > 3 ? undefined : scripts.get(name);
	if (script === undefined) {
		const quoted = depth > 3 ? [] : [...text.matchAll(/["']([^"']{3,})["']/g)].flatMap(([, inner = '']) => commandsIn(inner));
		return widest(quoted.map(command => browserRun(command, scripts, depth + 1)));
	}
	const run = widest(commandsIn(script).map(command => browserRun(command, scripts, depth + 1)));
	return run?.extent === 'whole' && partial.test(text) ? { ...run, extent: 'part' } : run;
}

function widest(runs: readonly (BrowserRun | undefined)[]): BrowserRun | undefined {
	return runs.find(run => run?.extent === 'whole') ?? runs.find(run => run !== undefined);
}

/** The script that a command runs: `npm run e2e`, `yarn e2e`, `npm t`. */
function scriptOf([program = '', ...rest]: readonly string[]): string | undefined {
	const names = rest.filter(word => !word.startsWith('-'));
	const [verb, name] = names;
	if (!['npm', 'yarn', 'pnpm', 'bun'].includes(program) || verb === undefined) return undefined;
	if (verb === 'run' || verb === 'run-script') return name;
	if (['test', 't', 'tst'].includes(verb)) return 'test';
	return program === 'npm' ? undefined : verb;
}
