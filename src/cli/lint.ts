import type { ESLint } from 'eslint';
import { isTestName, isWorkflowPath } from '../test-globs.ts';
import { counted } from './counted.ts';
import { type FoundTest, slashed } from './find-tests.ts';
import type { Options } from './options.ts';
import { parserlessIn, sayingWhy } from './parserless.ts';
import { Progress } from './progress.ts';
import { isUnreadable, withoutOthers } from './results.ts';
import { pathFrom, resultsIn, type Session, type Task, tasksOf } from './session.ts';
import type { Terminal } from './terminal.ts';
import { Threads, threadsBeside } from './threads.ts';
import { Turns } from './turns.ts';

/** What a session found, and which of its files no rule of ours is on for. */
interface Round {
	readonly session: Session;
	readonly results: readonly ESLint.LintResult[];
	readonly idle: ReadonlySet<string>;
}

/** What our rules find, by file. What is left out, and what whoever wrote the project's config may have overlooked, is said on `terminal.err`. */
export async function lint(sessions: readonly Session[], options: Options, { cwd, err }: Terminal): Promise<ESLint.LintResult[]> {
	const say = (what: string): void => void err.write(`deflake: ${what}\n`);
	const found = await lookAt(tasksOf(sessions), options, { cwd, err });
	const rounds = await Promise.all(
		sessions.map(async (session): Promise<Round> => {
			const results = found.flatMap(each => (each.session === session ? each.results : []));
			return { session, results, idle: await idleIn(session, results) };
		}),
	);
	for (const about of [idleWorkflows, idleTests, unmatchedTests]) {
		const hint = about(rounds, cwd);
		if (hint !== undefined) say(hint);
	}
	const results: ESLint.LintResult[] = [];
	for (const round of rounds) results.push(...(await resultsOf(round, cwd, say)));
	return results.sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
}

interface Looked extends Task {
	readonly results: readonly ESLint.LintResult[];
}

/** Each file is looked at by whichever thread is free. What is found does not hang on that, for it hangs on nothing but what the file leads to. */
async function lookAt(tasks: readonly Task[], options: Options, { cwd, err }: Pick<Terminal, 'cwd' | 'err'>): Promise<Looked[]> {
	const began = performance.now();
	const [turns, threads] = [new Turns(), new Threads()];
	const work = { tests: tasks.map(({ test }) => test), options, cwd, turns: turns.shared };
	const progress = new Progress(err, tasks.length);
	const own = new Map<number, readonly ESLint.LintResult[]>();
	const look = async (turn: number, task: Task): Promise<readonly ESLint.LintResult[]> => {
		progress.report(turn, pathFrom(cwd, task.test.file));
		return await resultsIn(task);
	};
	try {
		for (let turn = turns.take(), task = tasks[turn]; task !== undefined; turn = turns.take(), task = tasks[turn]) {
			if (!threads.begun) threads.begin(threadsBeside(tasks.length - turn - 1, performance.now() - began, options), work);
			own.set(turn, await look(turn, task));
		}
		const others = await threads.results(tasks.length - own.size);
		const found: Looked[] = [];
		for (const [turn, task] of tasks.entries())
			found.push({ ...task, results: own.get(turn) ?? others.get(turn) ?? (await look(turn, task)) });
		return found;
	} finally {
		progress.end();
		await threads.end();
	}
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

const isWorkflow = (file: string): boolean => isWorkflowPath(slashed(file));

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
	const noun = idle.every(({ file }) => isTestName(slashed(file))) ? 'test' : 'file';
	return `no rule is on for ${counted(idle.length, noun)} in the ESLint config of the project, \`--preset recommended\` looks at ${idle.length === 1 ? 'it' : 'them'}: ${listed(idle, cwd)}`;
}

/** Where ESLint has looked at nothing, it is said of which tests, so that a gate does not take it for a good answer; of those that were named, each is told by itself. */
function unmatchedTests(rounds: readonly Round[], cwd: string): string | undefined {
	if (rounds.some(({ results }) => results.length > 0)) return undefined;
	const left = rounds.flatMap(({ session, idle }) =>
		session.tests.filter(({ file, certain, named }) => certain && named !== true && !idle.has(file) && !isWorkflow(file)),
	);
	if (left.length === 0) return undefined;
	return `the ESLint config of the project matches none of ${counted(left.length, 'test')}, or ignores them, \`--preset recommended\` looks at them: ${listed(left, cwd)}`;
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
		if (named && !read.has(file))
			say(`left out, for the ESLint config of the project has nothing for it, or ignores it: ${pathFrom(cwd, file)}`);
	const uncertain = new Set(tests.flatMap(({ file, certain }) => (certain ? [] : [file])));
	return looked.flatMap(result => {
		if (!uncertain.has(result.filePath) || !result.messages.some(isUnreadable))
			return [withoutOthers(parserless.has(result.filePath) ? sayingWhy(result) : result, namespace)];
		say(`left out, for it cannot be parsed: ${pathFrom(cwd, result.filePath)}`);
		return [];
	});
}
