import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../bench/package-file.ts';
import { draw } from '../../bench/triage/draw.ts';
import type { Finding, Judged } from '../../bench/triage/finding.ts';
import { figuresOf, readJudged } from '../../bench/triage/judged.ts';
import { readOptions } from '../../bench/triage/options.ts';

const findings: readonly Finding[] = ['a/large', 'b/small'].flatMap((repository, index) =>
	Array.from({ length: index === 0 ? 90 : 10 }, (_, line) => ({ repository, commit: 'c', path: 'a.test.js', line, rule: 'no-sleep' })));

describe('findings that are drawn', () => {
	it('are the same for the same seed, whatever order they were found in', () => {
		expect(draw([...findings].reverse(), 'one', 10, 1)).toEqual(draw(findings, 'one', 10, 1));
	});

	it('are others for another seed', () => {
		expect(draw(findings, 'two', 10, 1)).not.toEqual(draw(findings, 'one', 10, 1));
	});

	it('come from no repository beyond its share', () => {
		const drawn = draw(findings, 'one', 20, 0.25);
		expect(drawn.filter(({ repository }) => repository === 'a/large')).toHaveLength(5);
		expect(drawn.filter(({ repository }) => repository === 'b/small')).toHaveLength(5);
	});

	it('are as many as were asked for', () => {
		expect(draw(findings, 'one', 7, 1)).toHaveLength(7);
	});
});

describe('options', () => {
	it('say which list to count, or what to draw', () => {
		expect(readOptions(['--figures', 'list.jsonl'])).toEqual({ figures: 'list.jsonl' });
		expect(readOptions(['--repos', '/clones', '--seed', 'a', '--draw', '20', '--cache', '/c'])).toEqual({ repositories: '/clones', seed: 'a', draw: 20, files: 50, cache: '/c' });
	});

	it.each([[['--seed', 'a']], [['--repos', '/clones']], [['--repos', '/clones', '--seed', 'a', '--draw', 'many']]])('refuse %j', args => {
		expect(() => readOptions(args)).toThrow();
	});
});

it('figures are counted by rule', () => {
	const judged = (rule: string, verdict: Judged['verdict']): Judged => ({ repository: 'a/b', commit: 'c', path: 'a.test.js', line: 1, rule, verdict, reason: 'Read.' });
	const [, , ...rows] = figuresOf([judged('no-fixed-port', 'wrong'), judged('no-sleep', 'right'), judged('no-sleep', 'arguable')]).trim().split('\n');
	expect(rows.map(row => row.trim().split(/\s+/u))).toEqual([['no-sleep', '2', '1', '1', '0', '0'], ['no-fixed-port', '1', '0', '0', '1', '0'], ['all', '3', '1', '1', '1', '0']]);
});

it('the lists have a verdict and a reason for each finding, and no code', () => {
	const folder = packageFile('bench/triage');
	const lists = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
	const unfinished = lists.flatMap(name => readJudged(`${folder}/${name}`)).filter(({ verdict, reason, message }) => verdict === 'unjudged' || reason === '' || message !== undefined);
	expect(unfinished).toEqual([]);
});
