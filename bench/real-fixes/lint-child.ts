import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import deflake from 'eslint-plugin-deflake';
import { type Finding, isJob, type Job, type LintedFile } from './linted-file.ts';

/** What the plugin tells of checks that failed, for it swallows what they throw. */
const told: string[] = [];
process.stderr.write = chunk => {
	told.push(String(chunk));
	return true;
};

const prefix = `${deflake.meta.namespace}/`;

interface Run {
	readonly findings: readonly Finding[];
	readonly broken: readonly string[];
	readonly fatal: string | undefined;
	readonly seconds: number;
}

/** As the command lints a project that has no configuration; comments in the file switch nothing on or off. */
async function run({ directory, path }: Job, text: string, rules: Linter.RulesRecord): Promise<Run> {
	const eslint = new ESLint({
		cwd: directory,
		ignore: false,
		overrideConfigFile: true,
		overrideConfig: {
			files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
			languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
			linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
			plugins: { [deflake.meta.namespace]: deflake },
			settings: { deflake: { projectIndex: true } },
			rules,
		},
	});
	const start = process.cpuUsage();
	const [result] = await eslint.lintText(text, { filePath: join(directory, path) });
	const { user, system } = process.cpuUsage(start);
	const messages = result?.messages ?? [];
	return {
		findings: messages.flatMap(findingOf),
		broken: messages.flatMap(message => brokenBy(message, text, path)),
		fatal: messages.find(({ fatal }) => fatal === true)?.message,
		seconds: (user + system) / 1e6,
	};
}

function findingOf({ ruleId, line, endLine, message }: Linter.LintMessage): Finding[] {
	return ruleId === null ? [] : [{ rule: ruleId.replace(prefix, ''), first: line, last: endLine ?? line, message }];
}

/** The suggestions of a message after which the file cannot be read any more. */
function brokenBy({ ruleId, line, fix, suggestions = [] }: Linter.LintMessage, text: string, path: string): string[] {
	return [...(fix === undefined ? [] : [fix]), ...suggestions.map(suggestion => suggestion.fix)].flatMap(
		({ range: [start, end], text: put }) => {
			try {
				parser.parse(text.slice(0, start) + put + text.slice(end), { filePath: path, ecmaFeatures: { jsx: true } });
				return [];
			} catch (error) {
				return [`what ${ruleId ?? 'a fix'} puts at line ${line} does not parse: ${String(error)}`];
			}
		},
	);
}

async function linted(job: Job): Promise<LintedFile> {
	const text = readFileSync(join(job.directory, job.path), 'utf8');
	told.length = 0;
	const alone = await run(job, text, {});
	const recommended = await run(job, text, deflake.configs.recommended.rules);
	const all = await run(job, text, deflake.configs.all.rules);
	return {
		lines: text.split('\n').length,
		all: all.findings,
		recommended: recommended.findings,
		seconds: { parser: alone.seconds, recommended: recommended.seconds, all: all.seconds },
		crashes: [...told.filter(line => line.startsWith('DEFLAKE')), ...all.broken],
		unreadable: alone.fatal,
	};
}

async function answer(job: Job): Promise<void> {
	process.send?.(await linted(job));
}

process.on('message', job => {
	if (!isJob(job)) throw new TypeError('a child process of the evaluation is given a file');
	void answer(job);
});
