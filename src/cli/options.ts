import { parseArgs } from 'node:util';
import deflake from '../index.ts';
import { meant } from './nearest.ts';
import { presetNames, type PresetName } from '../preset.ts';
import { parseRuleChoice, type RuleChoice } from './rule-choice.ts';
import { UsageError } from './usage-error.ts';

export interface Options {
	readonly paths: readonly string[];
	readonly preset: PresetName | undefined;
	readonly rules: readonly RuleChoice[];
	/** Undefined for the grouping by cause. */
	readonly format: string | undefined;
	readonly fix: boolean;
	/** Undefined: any number. */
	readonly maxWarnings: number | undefined;
	readonly exitZero: boolean;
	/** Whether what was found is kept on disk for the next run. */
	readonly cache: boolean;
	/** How many threads look at the tests; `auto` goes by how many tests and cores there are. */
	readonly concurrency: number | 'auto';
	readonly listInputs: string | undefined;
	readonly help: boolean;
	readonly version: boolean;
}

export const help = `Usage: deflake [options] [paths…]

Finds the tests in the paths (default: the working directory) and tells why they may flake.
A folder is searched for tests, node_modules and the like left out; a file is read whatever its
name; a pattern ('src/**/*.test.ts') picks files and folders.
No configuration is needed. Where the project's ESLint config has the plugin, for all files
or for some, the rules that are on for a file there are used, unless --preset or --rule chooses
others; its settings always hold.

  --preset NAME           ${presetNames.join(', ')} (default: recommended);
                          strict and all look at workflows of CI as well
  --rule NAME             only this rule, with the options of the preset; may be repeated
  --rule 'NAME: SETTING'  a severity (off, warn, error) or ["error", {options}] for this rule
  --format NAME           any formatter that ESLint brings, json included (default: grouped by cause)
  --fix                   apply fixes, of which no rule has one so far: suggestions are not applied
  --max-warnings N        exit with 1 when there are more warnings
  --exit-zero             exit with 0 whatever was found
  --no-cache              look at every file anew, and keep nothing on disk (default: findings are
                          kept in node_modules/.cache/deflake until something that they depend on changes)
  --concurrency N         how many threads look at the tests: a number, auto (default: as many as there
                          are cores, at the most 4, where there are tests enough) or off
  --list-inputs FILE      print, as JSON, the files that were read for FILE, and each package.json and
                          file named in a configuration that was looked for in vain
  --help, --version

Rules, each with a page in docs/rules of the package:
${wrapped(Object.keys(deflake.rules))}

Exit codes: 0 nothing found that is set to error, 1 found something that is, or more warnings
than --max-warnings, 2 could not run.
`;

/** Names between commas, in lines that are as long as the others. */
function wrapped(names: readonly string[]): string {
	const lines = [''];
	for (const [index, name] of names.entries()) {
		const text = `${name}${index === names.length - 1 ? '' : ','}`;
		const line = lines.at(-1) ?? '';
		if (line.length + text.length > 96) lines.push(text);
		else lines[lines.length - 1] = line === '' ? text : `${line} ${text}`;
	}
	return lines.map(line => `  ${line}`).join('\n');
}

const table = {
	preset: { type: 'string' },
	rule: { type: 'string', multiple: true },
	format: { type: 'string', short: 'f' },
	fix: { type: 'boolean' },
	'max-warnings': { type: 'string' },
	'exit-zero': { type: 'boolean' },
	'no-cache': { type: 'boolean' },
	concurrency: { type: 'string' },
	'list-inputs': { type: 'string' },
	help: { type: 'boolean', short: 'h' },
	version: { type: 'boolean', short: 'v' },
} as const;

export function parseOptions(args: readonly string[]): Options {
	const { values, positionals } = parse(args);
	return {
		paths: positionals,
		preset: values.preset === undefined ? undefined : presetNamed(values.preset),
		rules: (values.rule ?? []).map(parseRuleChoice),
		format: values.format,
		fix: values.fix ?? false,
		maxWarnings: values['max-warnings'] === undefined ? undefined : count(values['max-warnings']),
		exitZero: values['exit-zero'] ?? false,
		cache: values['no-cache'] !== true,
		concurrency: concurrencyIn(values.concurrency ?? 'auto'),
		listInputs: values['list-inputs'],
		help: values.help ?? false,
		version: values.version ?? false,
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: table, allowPositionals: true });
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		// Node adds advice on arguments that begin with a dash.
		throw new UsageError(`${error.message.replace(/\. To specify a positional.*$/su, '')}${optionMeant(error.message)}`);
	}
}

/** For an option that there is not. */
function optionMeant(message: string): string {
	const written = /^Unknown option '--([^']+)'/u.exec(message)?.[1];
	return written === undefined ? '' : meant(written, Object.keys(table)).replaceAll(" '", " '--");
}

function presetNamed(name: string): PresetName {
	const preset = presetNames.find(known => known === name);
	if (preset === undefined)
		throw new UsageError(`there is no preset '${name}', but ${presetNames.join(', ')}${meant(name, presetNames)}`);
	return preset;
}

function count(text: string): number {
	if (!/^\d+$/u.test(text)) throw new UsageError(`--max-warnings wants a number, not '${text}'`);
	return Number(text);
}

/** In the words of ESLint's option of that name. */
function concurrencyIn(text: string): number | 'auto' {
	if (text === 'auto') return text;
	if (text === 'off') return 1;
	if (!/^[1-9]\d*$/u.test(text)) throw new UsageError(`--concurrency wants a number, auto or off, not '${text}'`);
	return Number(text);
}
