import { relative, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ESLint, type Linter } from 'eslint';
import deflake from '../index.ts';
import { baseOf, type FoundTest } from './find-tests.ts';
import type { Options } from './options.ts';
import { commandDefaults, ownConfig, uncached } from './own-config.ts';
import { type ProjectConfig, projectConfigsOf } from './project-config.ts';
import { isUnreadable } from './results.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** ESLint set up for the files that are looked at in one way, and the name our plugin has in it. */
export interface Session {
	readonly tests: readonly FoundTest[];
	readonly eslint: ESLint;
	/** For scripts that are not in strict mode, where the project's config does not say what is read how. */
	readonly sloppy: ESLint | undefined;
	readonly namespace: string;
	/** Whether the rules and the parser are those of the project's config. */
	readonly ofProject: boolean;
}

/**
 * A file whose config has our plugin, for it or for others, is looked at as ESLint looks at it. All other files, and all where rules were chosen, are looked at with rules of
 * the command and the settings that hold for them.
 */
export async function openSessions(
	tests: readonly FoundTest[],
	{ preset, rules, fix, cache }: Options,
	{ cwd, err }: Terminal,
): Promise<Session[]> {
	const { configs, problems } = await projectConfigsOf(tests, cwd);
	const chosen = preset !== undefined || rules.length > 0;
	const mistake = chosen ? undefined : [...problems].find(isOfOurRules);
	if (mistake !== undefined) throw new UsageError(`the ESLint config of the project cannot be read: ${mistake}`);
	for (const problem of problems)
		err.write(`deflake: the ESLint config of the project cannot be read, its rules and settings are left out: ${problem}\n`);
	const shared = { cwd: baseOf(tests, cwd), fix, globInputPaths: false, warnIgnored: false };
	return sharesOf(tests, configs, chosen).map(({ namespace, settings, tests }) => {
		if (namespace === undefined) {
			const own = { preset: preset ?? 'recommended', rules, settings, cache };
			const eslintFor = (overrideConfig: Linter.Config[]): ESLint =>
				new ESLint({ ...shared, overrideConfigFile: true, overrideConfig });
			return {
				tests,
				eslint: eslintFor(ownConfig(own)),
				sloppy: eslintFor(ownConfig({ ...own, sloppy: true })),
				namespace: deflake.meta.namespace,
				ofProject: false,
			};
		}
		const prefix = `${namespace}/`;
		const around = { baseConfig: commandDefaults, overrideConfig: cache ? [] : [uncached] };
		return {
			tests,
			eslint: new ESLint({ ...shared, ...around, ruleFilter: ({ ruleId }) => ruleId.startsWith(prefix) }),
			sloppy: undefined,
			namespace,
			ofProject: true,
		};
	});
}

/** `Key "rules": Key "deflake/no-slep": Could not find …`: what was meant to be on is not, and a gate that goes on would let everything through. */
const isOfOurRules = (problem: string): boolean => problem.startsWith(`Key "rules": Key "${deflake.meta.namespace}/`);

interface Share extends ProjectConfig {
	readonly tests: FoundTest[];
}

/** The settings of the project hold by themselves where its rules do. */
function sharesOf(tests: readonly FoundTest[], configs: ReadonlyMap<string, ProjectConfig>, chosen: boolean): readonly Share[] {
	const shares: Share[] = [];
	for (const test of tests) {
		const { namespace, settings = {} } = configs.get(test.file) ?? {};
		const way = chosen || namespace === undefined ? { namespace: undefined, settings } : { namespace, settings: {} };
		const share = shares.find(({ namespace, settings }) => isDeepStrictEqual({ namespace, settings }, way));
		if (share === undefined) shares.push({ ...way, tests: [test] });
		else share.tests.push(test);
	}
	return shares;
}

/** A file to look at, and how. */
export interface Task {
	readonly session: Session;
	readonly test: FoundTest;
}

/** In an order that hangs on nothing but the tests and the project's config. */
export const tasksOf = (sessions: readonly Session[]): Task[] =>
	sessions.flatMap(session => session.tests.map(test => ({ session, test })));

/** What ESLint finds in a file. One that cannot be read as strict code is read as what Node.js takes it for: `0755`, `with (a) { … }`. */
export async function resultsIn({ session: { eslint, sloppy }, test: { file } }: Task): Promise<ESLint.LintResult[]> {
	const results = await eslint.lintFiles([file]);
	const areUnread = (found: readonly ESLint.LintResult[]): boolean => found.some(({ messages }) => messages.some(isUnreadable));
	if (sloppy === undefined || !script.test(file) || !areUnread(results)) return results;
	const others = await sloppy.lintFiles([file]);
	return areUnread(others) ? results : others;
}

const script = /\.c?js$/;

/** As people write it: from the working directory, with forward slashes. */
export const pathFrom = (cwd: string, file: string): string => relative(cwd, file).split(sep).join('/');
