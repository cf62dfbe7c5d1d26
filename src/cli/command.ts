import { ESLint } from 'eslint';
import deflake from '../index.ts';
import { counted } from './counted.ts';
import { findTests } from './find-tests.ts';
import { inputsOf } from './inputs.ts';
import { lint } from './lint.ts';
import { help, type Options, parseOptions } from './options.ts';
import { report } from './report.ts';
import { totalsOf } from './results.ts';
import { openSessions, pathFrom, type Session } from './session.ts';
import type { Screen, Terminal } from './terminal.ts';
import { UsageError, reasonIn } from './usage-error.ts';

type ExitCode = 0 | 1 | 2;

/** The whole command. Whatever goes wrong is told on `terminal.err`; nothing is thrown. */
export async function deflakeCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	try {
		return await carryOut(parseOptions(args), terminal);
	} catch (error) {
		terminal.err.write(`deflake: ${explain(error)}\n`);
		return 2;
	}
}

/** One line for whoever asked wrongly, ESLint's check of rule options and ours of settings included, or for what the system refused; everything for a defect of ours. */
function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const [setting] = /settings\.deflake.*/.exec(error.message) ?? [];
	if (setting !== undefined) return setting;
	if (error.message.startsWith('Key "rules"')) return reasonIn(error.message);
	return error instanceof UsageError || 'syscall' in error ? error.message : (error.stack ?? error.message);
}

async function carryOut(options: Options, terminal: Terminal): Promise<ExitCode> {
	if (options.help) return say(terminal.out, help);
	if (options.version) return say(terminal.out, `${deflake.meta.version}\n`);
	if (options.listInputs !== undefined) return await listInputs([options.listInputs, ...options.paths], terminal);
	return await lintPaths(options, terminal);
}

async function listInputs(paths: readonly string[], { cwd, out }: Terminal): Promise<ExitCode> {
	const [test, ...more] = findTests(paths, cwd);
	if (test?.named !== true || more.length > 0)
		throw new UsageError(`--list-inputs wants one file, not ${paths.map(path => `'${path}'`).join(' and ')}`);
	const inputs = await inputsOf(test, cwd);
	return say(out, `${JSON.stringify(inputs.map(file => pathFrom(cwd, file)).sort(), undefined, '\t')}\n`);
}

function say(screen: Screen, text: string): 0 {
	screen.write(text);
	return 0;
}

async function lintPaths(options: Options, terminal: Terminal): Promise<ExitCode> {
	const tests = findTests(options.paths.length === 0 ? ['.'] : options.paths, terminal.cwd);
	const sessions = await openSessions(tests, options, terminal);
	const format = await formatterOf(sessions, options, terminal);
	const results = await lint(sessions, options, terminal);
	if (options.fix) await ESLint.outputFixes(results);
	terminal.out.write(await format(results));
	return verdict(results, options, terminal.err);
}

type Format = (results: ESLint.LintResult[]) => string | Promise<string>;

/** Loaded before anything is linted, so that a misspelt name does not cost a run. */
async function formatterOf(sessions: readonly Session[], { format }: Options, { cwd, out }: Terminal): Promise<Format> {
	const color = out.isTTY === true && process.env['NO_COLOR'] === undefined;
	if (format === undefined) return results => report(results, { cwd, color });
	const eslint = formattingIn(sessions) ?? new ESLint({ cwd });
	try {
		const formatter = await eslint.loadFormatter(format);
		return async results => {
			// A formatter may ask for what is known of the rules, and ESLint answers for files of which it has calculated the config.
			for (const { filePath } of results) await eslint.calculateConfigForFile(filePath);
			return `${await formatter.format(results)}\n`;
		};
	} catch {
		throw new UsageError(
			`there is no formatter '${format}' (ESLint brings stylish, html, json and json-with-metadata; others are packages)`,
		);
	}
}

/** The one that has a config for each file: the command's own, where a part of the files is looked at with it. */
const formattingIn = (sessions: readonly Session[]): ESLint | undefined =>
	(sessions.find(({ ofProject }) => !ofProject) ?? sessions[0])?.eslint;

function verdict(results: readonly ESLint.LintResult[], { exitZero, maxWarnings = Infinity }: Options, err: Screen): ExitCode {
	const { errors, warnings } = totalsOf(results);
	if (exitZero) return 0;
	if (warnings > maxWarnings) err.write(`deflake: ${counted(warnings, 'warning')}, ${maxWarnings} allowed\n`);
	return errors > 0 || warnings > maxWarnings ? 1 : 0;
}
