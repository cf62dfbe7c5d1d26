import { sep } from 'node:path';
import type { ESLint } from 'eslint';
import { isWorkflowPath } from '../test-globs.ts';
import { counted } from './counted.ts';
import type { FoundTest } from './find-tests.ts';
import { parserlessIn, sayingWhy } from './parserless.ts';
import { Progress } from './progress.ts';
import { isUnreadable, withoutOthers } from './results.ts';
import { pathFrom, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** What a session found, and which of its files no rule of ours is on for. */
interface Round {
	readonly session: Session;
	readonly results: readonly ESLint.LintResult[];
	readonly idle: ReadonlySet<string>;
}

/** What our rules find, by file. What is left out, and what whoever wrote the project's config may have overlooked, is said on `terminal.err`. */
export async function lint(sessions: readonly Session[], { cwd, err }: Terminal): Promise<ESLint.LintResult[]> {
	const say = (what: string): void => void err.write(`deflake: ${what}\n`);
	const rounds = await roundsOf(sessions, new Progress(err, sessions.flatMap(({ tests }) => tests).length), cwd);
	for (const about of [idleWorkflows, idleTests]) {
		const hint = about(rounds, cwd);
		if (hint !== undefined) say(hint);
	}
	const results: ESLint.LintResult[] = [];
	for (const round of rounds) results.push(...(await resultsOf(round, cwd, say)));
	return results.sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
}

async function roundsOf(sessions: readonly Session[], progress: Progress, cwd: string): Promise<Round[]> {
	const rounds: Round[] = [];
	let done = 0;
	try {
		for (const session of sessions) {
			const results: ESLint.LintResult[] = [];
			for (const { file } of session.tests) {
				progress.report(done++, pathFrom(cwd, file));
				results.push(...(await session.eslint.lintFiles([file])));
			}
			rounds.push({ session, results, idle: await idleIn(session, results) });
		}
	} finally {
		progress.end();
	}
	return rounds;
}

/** A comment in a file can switch a rule on. */
async function idleIn({ eslint, tests, namespace }: Session, results: readonly ESLint.LintResult[]): Promise<ReadonlySet<string>> {
	const spoken = new Set(
		results
			.filter(({ messages }) => messages.some(({ ruleId }) => ruleId?.startsWith(`${namespace}/`)))
			.map(({ filePath }) => filePath),
	);
	const idle = new Set<string>();
	for (const { file } of tests) {
		if (spoken.has(file)) continue;
		const config: unknown = await eslint.calculateConfigForFile(file);
		if (config === undefined ? isWorkflow(file) : !hasRuleOn(config, namespace)) idle.add(file);
	}
	return idle;
}

const isWorkflow = (file: string): boolean => isWorkflowPath(file.split(sep).join('/'));

/** ESLint tells a rule as a list that begins with its severity as a number. */
function hasRuleOn(config: unknown, namespace: string): boolean {
	const rules: unknown = typeof config === 'object' && config !== null && 'rules' in config ? config.rules : {};
	return Object.entries(rules ?? {}).some(([rule, entry]) => rule.startsWith(`${namespace}/`) && Array.isArray(entry) && entry[0] !== 0);
}

/** Of workflows that lie in a folder beside tests nothing is said, for the usual presets have no rule about them. */
function idleWorkflows(rounds: readonly Round[], cwd: string): string | undefined {
	const tests = rounds.flatMap(({ session, idle }) => session.tests.map(({ file, named }) => ({ file, named, looked: !idle.has(file) })));
	const unsaid = tests.filter(
		({ file, named, looked }) => !looked && isWorkflow(file) && (named === true || tests.every(each => !each.looked)),
	);
	return unsaid.length === 0 ? undefined : `no rule that is on looks at workflows, \`--preset all\` does: ${listed(unsaid, cwd)}`;
}

/** Of what only lies among tests, or configures a runner, nothing is said. */
function idleTests(rounds: readonly Round[], cwd: string): string | undefined {
	const idle = rounds.flatMap(({ session, idle }) =>
		session.ofProject ? session.tests.filter(({ file, certain }) => certain && idle.has(file) && !isWorkflow(file)) : [],
	);
	if (idle.length === 0) return undefined;
	return `no rule is on for ${counted(idle.length, 'test')} in the ESLint config of the project, \`--preset recommended\` looks at ${idle.length === 1 ? 'it' : 'them'}: ${listed(idle, cwd)}`;
}

const most = 3;

function listed(tests: readonly Pick<FoundTest, 'file'>[], cwd: string): string {
	const paths = tests
		.slice(0, most)
		.map(({ file }) => pathFrom(cwd, file))
		.join(', ');
	return tests.length > most ? `${paths} and ${tests.length - most} more` : paths;
}

/** A file that cannot be parsed is an error in a test; whatever else lies among the tests is only said to be left out. */
async function resultsOf({ session, results, idle }: Round, cwd: string, say: (what: string) => void): Promise<ESLint.LintResult[]> {
	const { eslint, namespace, ofProject, tests } = session;
	const looked = results.filter(({ filePath }) => !idle.has(filePath));
	const parserless = ofProject ? await parserlessIn(eslint, looked) : new Set<string>();
	if (parserless.size > 0)
		say('for TypeScript the ESLint config of the project needs a TypeScript parser; `--preset recommended` does without');
	const read = new Set([...results.map(({ filePath }) => filePath), ...idle]);
	for (const { file, named } of tests)
		if (named && !read.has(file)) say(`left out, for the ESLint config of the project ignores it: ${pathFrom(cwd, file)}`);
	const uncertain = new Set(tests.flatMap(({ file, certain }) => (certain ? [] : [file])));
	return looked.flatMap(result => {
		if (!uncertain.has(result.filePath) || !result.messages.some(isUnreadable))
			return [withoutOthers(parserless.has(result.filePath) ? sayingWhy(result) : result, namespace)];
		say(`left out, for it cannot be parsed: ${pathFrom(cwd, result.filePath)}`);
		return [];
	});
}
