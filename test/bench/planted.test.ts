import { describe, expect, it } from 'vitest';
import { markOf, marksIn } from '../../bench/planted/marks.ts';
import { readOptions } from '../../bench/planted/options.ts';
import { projects } from '../../bench/planted/project.ts';

describe('marks', () => {
	const code = ['// FLAKE 1: the clock', 'a();', '', '', '', '', '# SOUND 2: awaited', 'b();', '// WITHDRAWN 3: neither', '* FLAKE 12 in a comment of its own', '// FLAKE: no number'].join('\n');
	const marks = marksIn('a.test.ts', code);

	it('are comments with a kind and a number', () => {
		expect(marks.map(({ kind, number, line }) => [kind, number, line])).toEqual([['FLAKE', 1, 1], ['SOUND', 2, 7], ['FLAKE', 12, 10]]);
	});

	it.each([
		[2, 1],
		[4, 1],
		[5, 2],
		[8, 2],
		[10, 12],
		[14, undefined],
	])('a report in line %i belongs to %s', (line, number) => {
		expect(markOf(marks, 'a.test.ts', line)?.number).toBe(number);
	});

	it('are those of one file', () => {
		expect(markOf(marks, 'b.test.ts', 2)).toBeUndefined();
	});
});

describe('projects', () => {
	it.each(projects().map(project => [project.name, project] as const))('%s has files with marks of both kinds, each number once', (_, { files }) => {
		const marks = files.flatMap(({ path, code }) => marksIn(path, code));
		const numbers = (kind: string): readonly number[] => marks.filter(mark => mark.kind === kind).map(({ number }) => number);
		expect(files.map(({ path }) => path)).toContain('package.json');
		for (const kind of ['FLAKE', 'SOUND']) {
			expect(numbers(kind).length).toBeGreaterThan(50);
			expect(new Set(numbers(kind)).size).toBe(numbers(kind).length);
		}
	});
});

describe('options', () => {
	it('have defaults', () => {
		expect(readOptions([])).toEqual({ preset: 'recommended', list: false });
		expect(readOptions(['--preset', 'all', '--list'])).toEqual({ preset: 'all', list: true });
	});

	it.each([[['--preset', 'none']], [['--unknown']]])('refuse %j', args => {
		expect(() => readOptions(args)).toThrow();
	});
});
