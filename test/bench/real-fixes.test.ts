import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Clone } from '../../bench/real-fixes/clone.ts';
import { figures, missed } from '../../bench/real-fixes/figures.ts';
import type { Finding, LintedFile } from '../../bench/real-fixes/linted-file.ts';
import { outcomeOf } from '../../bench/real-fixes/outcome.ts';
import { devRows, readRows, type Row } from '../../bench/real-fixes/row.ts';
import { Tree } from '../../bench/real-fixes/tree.ts';
import { scratch } from '../support/scratch.ts';

const row = {
	id: 'a-1',
	repository: 'owner/name',
	cause: 'sleep',
	reason: 'it sleeps',
	detectable: true,
	weak: false,
	before: { revision: '1', path: 'a.test.js', first: 10, last: 12 },
	after: { revision: '2', path: 'a.test.js', first: 20, last: 20 },
	cured: true,
} as const satisfies Row;

const finding = (rule: string, first: number): Finding => ({ rule, first, last: first, message: `at ${first}` });
const linted = (...all: readonly Finding[]): LintedFile =>
	({ lines: 100, all, recommended: all, seconds: { parser: 1, recommended: 1.5, all: 2 }, crashes: [], unreadable: undefined });

describe('an outcome', () => {
	const isHit = (rule: string, line: number): boolean => outcomeOf(row, linted(finding(rule, line)), undefined).isHit;

	it('is a hit where a rule for the cause reports within two lines', () => {
		expect([7, 8, 12, 14, 15].map(line => isHit('no-sleep', line))).toEqual([false, true, true, true, false]);
	});

	it('is no hit where the rule is for another cause', () => {
		const outcome = outcomeOf(row, linted(finding('no-unfrozen-clock', 10)), undefined);
		expect(outcome).toMatchObject({ isHit: false, isNoticed: true });
	});

	it('takes any rule where the cause has none', () => {
		expect(outcomeOf({ ...row, cause: 'other' }, linted(finding('no-sleep', 10)), undefined).isHit).toBe(true);
	});

	it('tells hits of recommended apart', () => {
		const outcome = outcomeOf(row, { ...linted(finding('no-sleep', 10)), recommended: [] }, undefined);
		expect(outcome).toMatchObject({ isHit: true, isRecommended: false });
	});

	it.each([
		['the report is gone', row, linted(), true],
		['it is another rule', row, linted(finding('no-unfrozen-clock', 20)), true],
		['it stands there still', row, linted(finding('no-sleep', 22)), false],
		['the code is gone', { ...row, after: undefined }, undefined, undefined],
		['the fix was no cure', { ...row, cured: false }, linted(), undefined],
	])('knows whether the fix silenced it: %s', (_, fixed, after, silenced) => {
		expect(outcomeOf(fixed, linted(finding('no-sleep', 10)), after).isSilenced).toBe(silenced);
	});
});

describe('figures', () => {
	const hit = outcomeOf(row, linted(finding('no-sleep', 10)), linted());
	const miss = outcomeOf({ ...row, id: 'a-2', before: { ...row.before, path: 'b.test.js' } }, linted(), linted());
	const weak = outcomeOf({ ...row, id: 'a-3', weak: true, before: { ...row.before, path: 'c.test.js' } }, linted(), linted());

	it('count rows that may be found and speak of flakiness', () => {
		expect(figures([hit, miss, weak])).toMatch(/^sleep +3 +2 +1 +50 % +1 +50 % +1 +50 % +1 +1 +100 %$/mu);
	});

	it('count each file once', () => {
		expect(figures([hit, hit, miss])).toContain('2 files with 200 lines, before the fixes\nreports in 1,000 lines: 5.0 with recommended, 5.0 with all');
	});

	it('tell what was missed, and what is reported around it', () => {
		const near = outcomeOf(row, linted(finding('no-sleep', 20), finding('no-sleep', 40)), undefined);
		expect(missed([hit, near, weak])).toBe('a-1  sleep  owner/name 1 a.test.js:10-12\n    it sleeps\n    near: 20 no-sleep: at 20\n');
	});
});

describe('the rows', () => {
	it('can be read, and each has a name of its own', () => {
		const ids = readRows(devRows).map(({ id }) => id);
		expect(new Set(ids).size).toBe(210);
	});
});

describe('a tree', () => {
	function repository(): { folder: string; commit: (files: Readonly<Record<string, string | undefined>>) => string } {
		const folder = scratch({});
		const work = join(folder, 'owner+name');
		const git = (...args: readonly string[]): string =>
			execFileSync('git', ['-C', work, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { encoding: 'utf8' }).trim();
		mkdirSync(work);
		git('init', '-q');
		return {
			folder,
			commit(files) {
				for (const [path, text] of Object.entries(files)) {
					if (text === undefined) rmSync(join(work, path));
					else {
						mkdirSync(join(work, path, '..'), { recursive: true });
						writeFileSync(join(work, path), text);
					}
				}
				git('add', '-A', '-f');
				git('commit', '-q', '-m', 'A commit');
				return git('rev-parse', 'HEAD');
			},
		};
	}

	function treeOf(folder: string): Tree {
		const clone = Clone.of('owner/name', folder);
		if (clone === undefined) throw new Error('there is no clone');
		return new Tree(clone, join(folder, 'trees'));
	}

	it('holds what a lint needs, and goes from one revision to the next', () => {
		const { folder, commit } = repository();
		const first = commit({ 'a.test.js': '1', 'src/b.ts': 'é', 'node_modules/c/index.js': '', 'd.png': '', '.mocharc': 'x', 'big.json': ' '.repeat(1_000_001) });
		const second = commit({ 'a.test.js': '2', 'src/b.ts': undefined, 'src/e.ts': 'e' });
		const tree = treeOf(folder);

		const old = tree.layOut(first);
		expect(['a.test.js', 'src/b.ts', '.mocharc'].map(path => readFileSync(join(old, path), 'utf8'))).toEqual(['1', 'é', 'x']);
		expect(['node_modules', 'd.png', 'big.json'].filter(path => existsSync(join(old, path)))).toEqual([]);

		const now = tree.layOut(second);
		expect(['a.test.js', 'src/e.ts', '.mocharc'].map(path => readFileSync(join(now, path), 'utf8'))).toEqual(['2', 'e', 'x']);
		expect([old, join(now, 'src/b.ts')].filter(path => existsSync(path))).toEqual([]);
	});

	it('begins again after it was interrupted', () => {
		const { folder, commit } = repository();
		const revision = commit({ 'a.test.js': '1' });
		const directory = treeOf(folder).layOut(revision);
		writeFileSync(join(directory, 'half-written.js'), '');
		rmSync(join(folder, 'trees/manifest.json'));
		treeOf(folder).layOut(revision);
		expect(existsSync(join(directory, 'half-written.js'))).toBe(false);
	});

	it('is not there without a clone', () => {
		expect(Clone.of('owner/name', scratch({}))).toBeUndefined();
	});
});
