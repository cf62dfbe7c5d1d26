import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import deflake from '../src/index.ts';
import { escapeProblems, lineCount, longFileProblems, longFunctionProblems, median, nameProblems } from './house/conventions.ts';
import { parseSource, pathsIn, root, sourcesIn } from './house/source.ts';

const rules = sourcesIn('rules');
const rooms = sourcesIn('src');
const tests = sourcesIn('test');
const bench = sourcesIn('bench');

describe('conventions', () => {
	it('keeps rules short', () => {
		expect(longFileProblems(rules, 120)).toEqual([]);
		expect(median(rules.map(({ text }) => lineCount(text)))).toBeLessThanOrEqual(60);
	});

	it('keeps files short, tables of facts aside', () => {
		expect(longFileProblems([...rooms, ...bench].filter(({ path }) => !path.startsWith('src/knowledge/')), 300)).toEqual([]);
	});

	it('keeps functions short', () => {
		expect([...rooms, ...rules, ...bench].flatMap(source => longFunctionProblems(source, 40))).toEqual([]);
	});

	it('has no any, casts, non-null assertions or switched-off checks', () => {
		expect([...rooms, ...rules, ...tests, ...bench].flatMap(escapeProblems)).toEqual([]);
	});

	it('names files for what they hold', () => {
		expect([...['src', 'rules', 'test', 'docs'].flatMap(pathsIn), ...bench.map(({ path }) => path)].flatMap(nameProblems)).toEqual([]);
	});

	it('has every rule in the plugin, and nothing else', () => {
		expect(Object.keys(deflake.rules).sort()).toEqual(rules.map(({ path }) => basename(path, '.ts')).sort());
	});

	it.for(rules.map(({ path }) => basename(path, '.ts')))('documents and tests %s', rule => {
		expect(existsSync(join(root, `docs/rules/${rule}.md`)), 'docs').toBe(true);
		expect(existsSync(join(root, `test/rules/${rule}.test.ts`)), 'test').toBe(true);
	});
});

describe('the check of conventions', () => {
	it.each([
		['let a: any;', 'any'],
		['f(a as string);', 'a cast'],
		['f(a as unknown as string);', 'a cast'],
		['f(<string>a);', 'a cast'],
		['f(a!);', 'a non-null assertion'],
		['let a!: string;', 'a non-null assertion'],
		['class A { a!: string }', 'a non-null assertion'],
		['f(); // eslint-disable-line no-undef', 'a check switched off'],
		['/* eslint-disable */ f();', 'a check switched off'],
		['// @ts-expect-error: why\nf();', 'a check switched off'],
	])('finds the escape in %s', (text, what) => {
		expect(escapeProblems(parseSource('a.ts', text))).toContainEqual(expect.stringMatching(new RegExp(`^a\\.ts:\\d: ${what}$`, 'u')));
	});

	it.each(['const a = [1] as const;', 'f(a satisfies string);', 'import { b as c } from "b";', '// says how eslint-disable is read\nf(!a);'])(
		'allows %s',
		text => {
			expect(escapeProblems(parseSource('a.ts', text))).toEqual([]);
		},
	);

	it('says where', () => {
		expect(escapeProblems(parseSource('a.ts', '\n\nf(a!);\n'))).toEqual(['a.ts:3: a non-null assertion']);
	});

	it('measures functions of every kind', () => {
		const source = parseSource('a.ts', 'function f() {\n\n}\nconst g = () => {\n\n};\nclass A { m() {\n\n} }\nconst h = () => 1;');
		expect(longFunctionProblems(source, 2)).toEqual(['a.ts:1: a function of 3 lines', 'a.ts:4: a function of 3 lines', 'a.ts:7: a function of 3 lines']);
		expect(longFunctionProblems(source, 3)).toEqual([]);
	});

	it('measures files', () => {
		expect(longFileProblems([parseSource('a.ts', '\n\n\n')], 2)).toEqual(['a.ts: 3 lines']);
		expect(median([9, 1, 5])).toBe(5);
	});

	it.each(['src/camelCase.ts', 'src/utils.ts', 'test/helpers/a.ts', 'src/Big.ts'])('finds the name of %s', path => {
		expect(nameProblems(path)).toHaveLength(1);
	});

	it('allows names of one thing', () => {
		expect(['src/test-file.ts', 'rules/no-sleep.ts', 'test/rules/no-sleep.test.ts'].flatMap(nameProblems)).toEqual([]);
	});
});
