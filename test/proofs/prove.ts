import { execFile } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { expect, it } from 'vitest';
import deflake from '../../src/index.ts';
import { root } from '../house/source.ts';
import { scratch } from '../support/scratch.ts';

/** What a test does not control, set to one of the ways that it may be. */
export interface Condition {
	/** What is so. */
	readonly when: string;
	/** Module code that is run before anything of the test. */
	readonly first?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** The only test that is run, by its title. */
	readonly only?: string;
}

/** A test that is reported, and whose verdict really is another one under each of two conditions until it is mended. */
export interface Proof {
	readonly rule: string;
	/** Texts by path; the first one is the test. */
	readonly files: Readonly<Record<string, string>>;
	readonly passes: Condition;
	readonly fails: Condition;
	/** The mend: one of the suggestions, by its place in the list of the first report, or files in the place of others. */
	readonly mend: number | Readonly<Record<string, string>>;
	/** Options of the rule. */
	readonly options?: Readonly<Record<string, unknown>>;
}

/** Runs the test, in a process of its own, as it is and mended, under both conditions, and lints both. */
export function proves(name: string, proof: Proof): void {
	it(`${proof.rule}: ${name}`, async () => {
		const [test = ''] = Object.keys(proof.files);
		const reports = await reportsIn(laidOut(proof.files), test, proof);
		expect(reports.map(({ ruleId }) => ruleId)).toContain(`deflake/${proof.rule}`);
		expect(await verdicts(proof.files, test, proof)).toEqual({ [proof.passes.when]: 'passes', [proof.fails.when]: 'fails' });

		const mended = { ...proof.files, ...(typeof proof.mend === 'number' ? { [test]: suggested(proof.files[test] ?? '', reports, proof.mend) } : proof.mend) };
		expect(await reportsIn(laidOut(mended), test, proof), 'the reports that are left').toEqual([]);
		expect(await verdicts(mended, test, proof)).toEqual({ [proof.passes.when]: 'passes', [proof.fails.when]: 'passes' });
	});
}

/** In a folder of their own, as a package that has the packages of this one. */
function laidOut(files: Proof['files']): string {
	const folder = scratch({ 'package.json': JSON.stringify({ type: 'module', devDependencies: { vitest: '^4.0.0' } }), ...files });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

async function reportsIn(cwd: string, test: string, { rule, options }: Proof): Promise<readonly Linter.LintMessage[]> {
	const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [{ plugins: { deflake }, files: ['**'], rules: { [`deflake/${rule}`]: options === undefined ? 'error' : ['error', options] } }] });
	return (await eslint.lintFiles([test])).flatMap(({ messages }) => messages);
}

function suggested(text: string, [report]: readonly Linter.LintMessage[], index: number): string {
	const fix = report?.suggestions?.[index]?.fix;
	if (fix === undefined) throw new Error(`there is no suggestion ${index} in ${JSON.stringify(report)}`);
	return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}

async function verdicts(files: Proof['files'], test: string, { passes, fails }: Proof): Promise<Record<string, string>> {
	const told: Record<string, string> = {};
	for (const condition of [passes, fails]) told[condition.when] = await verdict(files, test, condition);
	return told;
}

/** By the runner that the test imports. */
async function verdict(files: Proof['files'], test: string, { first = '', env = {}, only }: Condition): Promise<string> {
	const folder = laidOut(files);
	const preload = `data:text/javascript,${encodeURIComponent(first)}`;
	const isVitest = files[test]?.includes(`from 'vitest'`) === true;
	const args = isVitest
		? [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=tap', ...(only === undefined ? [] : ['--testNamePattern', only]), test]
		: ['--test', '--test-reporter=tap', ...(only === undefined ? [] : ['--test-name-pattern', only]), test];
	const { code, out } = await run(args, folder, { NODE_OPTIONS: `--import=${preload}`, TMPDIR: mkdtempSync(join(folder, 'tmp-')), ...env });
	const results = [...out.matchAll(/^ *(not )?ok \d+ - (?!.*# SKIP)/gmu)];
	if (results.length === 0) throw new Error(`no test ran: ${out}`);
	return code === 0 ? 'passes' : 'fails';
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<{ readonly code: number; readonly out: string }> {
	return new Promise(resolve => {
		const child = execFile(process.execPath, args, { cwd, env: { PATH: process.env['PATH'], TZ: 'UTC', ...env }, timeout: 60_000 }, (_, out, err) => {
			resolve({ code: child.exitCode ?? -1, out: out + err });
		});
	});
}
