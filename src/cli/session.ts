import { relative, sep } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import deflake from '../index.ts';
import { isWorkflowPath } from '../test-globs.ts';
import { baseOf, type FoundTest } from './find-tests.ts';
import type { Options } from './options.ts';
import { commandSettings, ownConfig } from './own-config.ts';
import { parserlessIn, sayingWhy } from './parserless.ts';
import { Progress } from './progress.ts';
import { projectConfigOf } from './project-config.ts';
import { isUnreadable, withoutOthers } from './results.ts';
import type { Terminal } from './terminal.ts';

/** ESLint set up for one run, and the name our plugin has in it. */
export interface Session {
	readonly eslint: ESLint;
	readonly namespace: string;
	/** Whether the rules and the parser are those of the project's config. */
	readonly ofProject: boolean;
}

/** How many files ESLint is handed at a time; between two handfuls the progress line is written. */
const handful = 10;

export async function openSession(tests: readonly FoundTest[], { preset, rules, fix, cache }: Options, { cwd, err }: Terminal): Promise<Session> {
	const project = await projectConfigOf(tests, cwd);
	if (project.problem !== undefined) err.write(`deflake: the ESLint config of the project cannot be read, its rules and settings are left out: ${project.problem}\n`);
	const settings = commandSettings(project.settings, cache);
	const shared = { cwd: baseOf(tests, cwd), fix, globInputPaths: false, warnIgnored: false };
	if (project.namespace !== undefined && preset === undefined && rules.length === 0) {
		const prefix = `${project.namespace}/`;
		return { eslint: new ESLint({ ...shared, overrideConfig: { settings }, ruleFilter: ({ ruleId }) => ruleId.startsWith(prefix) }), namespace: project.namespace, ofProject: true };
	}
	const overrideConfig = ownConfig(preset ?? 'recommended', rules, settings);
	return { eslint: new ESLint({ ...shared, overrideConfigFile: true, overrideConfig }), namespace: deflake.meta.namespace, ofProject: false };
}

/** A file that cannot be parsed is an error in a test; whatever else lies among the tests is only said to be left out. */
export async function lint(session: Session, tests: readonly FoundTest[], { cwd, err }: Terminal): Promise<ESLint.LintResult[]> {
	const { eslint, namespace, ofProject } = session;
	const results = await lintInHandfuls(eslint, tests, cwd, new Progress(err, tests.length));
	const idle = await idleWorkflows(session, tests);
	const looked = tests.filter(({ file }) => !idle.includes(file));
	const unsaid = idle.filter(file => looked.length === 0 || tests.some(test => test.file === file && test.named === true));
	if (unsaid.length > 0) err.write(`deflake: no rule that is on looks at workflows, \`--preset all\` does: ${unsaid.map(file => pathFrom(cwd, file)).join(', ')}\n`);
	const parserless = ofProject ? await parserlessIn(eslint, results) : new Set<string>();
	if (ofProject) for (const hint of await hintsAbout(session, looked, parserless.size > 0, cwd)) err.write(`deflake: ${hint}\n`);
	const read = new Set([...results.map(({ filePath }) => filePath), ...idle]);
	for (const { file, named } of tests) if (named && !read.has(file)) err.write(`deflake: left out, for the ESLint config of the project ignores it: ${pathFrom(cwd, file)}\n`);
	const uncertain = new Set(tests.flatMap(({ file, certain }) => (certain ? [] : [file])));
	return results.flatMap(result => {
		if (idle.includes(result.filePath)) return [];
		if (!uncertain.has(result.filePath) || !result.messages.some(isUnreadable)) return [withoutOthers(parserless.has(result.filePath) ? sayingWhy(result) : result, namespace)];
		err.write(`deflake: left out, for it cannot be parsed: ${pathFrom(cwd, result.filePath)}\n`);
		return [];
	});
}

/** The workflows at which no rule of ours looks. */
async function idleWorkflows({ eslint, namespace }: Session, tests: readonly FoundTest[]): Promise<readonly string[]> {
	const workflows = tests.map(({ file }) => file).filter(file => isWorkflowPath(file.split(sep).join('/')));
	const configs: unknown[] = await Promise.all(workflows.map(file => eslint.calculateConfigForFile(file)));
	return workflows.filter((_, index) => !isLookedAt(configs[index], namespace));
}

const isLookedAt = (config: unknown, namespace: string): boolean => hasRules(config) && Object.keys(config.rules ?? {}).some(rule => rule.startsWith(`${namespace}/`));

/** What whoever wrote the project's config may have overlooked: no parser for TypeScript, no rule for a file that was named. */
async function hintsAbout({ eslint, namespace }: Session, tests: readonly FoundTest[], needsParser: boolean, cwd: string): Promise<string[]> {
	const hints = needsParser ? ['for TypeScript the ESLint config of the project needs a TypeScript parser; `--preset recommended` does without'] : [];
	for (const { file, named } of tests) {
		const config: unknown = named === true ? await eslint.calculateConfigForFile(file) : undefined;
		if (hasRules(config) && !isLookedAt(config, namespace)) {
			hints.push(`no rule is on for this file in the ESLint config of the project, \`--preset recommended\` looks at it: ${pathFrom(cwd, file)}`);
		}
	}
	return hints;
}

const hasRules = (config: unknown): config is Linter.Config => typeof config === 'object' && config !== null;

async function lintInHandfuls(eslint: ESLint, tests: readonly FoundTest[], cwd: string, progress: Progress): Promise<ESLint.LintResult[]> {
	const results: ESLint.LintResult[] = [];
	try {
		for (let start = 0; start < tests.length; start += handful) {
			const files = tests.slice(start, start + handful).map(({ file }) => file);
			progress.report(start, pathFrom(cwd, files[0] ?? ''));
			results.push(...(await eslint.lintFiles(files)));
		}
	} finally {
		progress.end();
	}
	return results;
}

/** As people write it: from the working directory, with forward slashes. */
export const pathFrom = (cwd: string, file: string): string => relative(cwd, file).split(sep).join('/');
