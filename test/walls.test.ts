import { describe, expect, it } from 'vitest';
import { mutableStateProblems } from './house/mutable-state.ts';
import { parseSource, type Source, sourcesIn } from './house/source.ts';
import { barrelProblems, cycleProblems, shelfProblems, wallProblems } from './house/walls.ts';

const sources = [...sourcesIn('src'), ...sourcesIn('rules')];
const shared = sources.filter(({ path }) => !path.startsWith('src/knowledge/'));
const files = (texts: Readonly<Record<string, string>>): Source[] => Object.entries(texts).map(([path, text]) => parseSource(path, text));

describe('walls', () => {
	it('found the house', () => {
		expect(sources.map(({ path }) => path)).toContain('src/index.ts');
	});

	it('lets every room import only what it may know', () => {
		expect(wallProblems(sources)).toEqual([]);
	});

	it('has no cycles', () => {
		expect(cycleProblems(sources)).toEqual([]);
	});

	it('has no shelves that need one another', () => {
		expect(shelfProblems(sources)).toEqual([]);
	});

	it('has no barrels inside rooms', () => {
		expect(barrelProblems(sources)).toEqual([]);
	});

	it('keeps no state that one linted file could leave behind for the next', () => {
		expect(shared.flatMap(mutableStateProblems)).toEqual([]);
	});
});

describe('the check of walls', () => {
	it.each([
		['src/knowledge/a.ts', `import '../syntax/b.ts'`, 'knowledge may not import src/syntax/b.ts'],
		['src/effects/a.ts', `import type { B } from '../framework/b.ts'`, 'effects may not import types of src/framework/b.ts'],
		['src/fixes/a.ts', `import { b } from '../effects/b.ts'`, 'fixes may not import src/effects/b.ts'],
		['src/fixes/a.ts', `import { type B, c } from '../effects/b.ts'`, 'fixes may not import src/effects/b.ts'],
		['src/fixes/a.ts', `export * from '../effects/b.ts'`, 'fixes may not import src/effects/b.ts'],
		['src/fixes/a.ts', `await import('../effects/b.ts')`, 'fixes may not import src/effects/b.ts'],
		['src/syntax/a.ts', `import { readFileSync } from 'node:fs'`, 'only project and results and cli may import node:fs'],
		['src/effects/a.ts', `import { parseSync } from 'oxc-parser'`, 'only project may import oxc-parser'],
		['src/cli/a.ts', `import { ResolverFactory } from 'oxc-resolver'`, 'only project may import oxc-resolver'],
		['src/test-file.ts', `import rule from '../rules/b.ts'`, 'test-file may not import rules/b.ts'],
		['src/project/a.ts', `import '../../package.json'`, 'project may not import package.json'],
		['rules/a.ts', `import b from './b.ts'`, 'rules may not import rules/b.ts'],
		['rules/a.ts', `import { b } from '../src/effects/effect.ts'`, 'rules may not import src/effects/effect.ts'],
		['src/stray.ts', '', 'has no place in the walls'],
	])('%s: %s', (path, text, problem) => {
		expect(wallProblems(files({ [path]: text }))).toEqual([`${path}: ${problem}`]);
	});

	it.each([
		['src/syntax/a.ts', `import { rows } from '../knowledge/b.ts'`],
		['src/effects/a.ts', `import { b } from './b.ts'`],
		['src/fixes/a.ts', `import type { B } from '../effects/b.ts'`],
		['src/fixes/a.ts', `import { type B } from '../effects/b.ts'`],
		['src/project/a.ts', `import { readFileSync } from 'node:fs'; import { parseSync } from 'oxc-parser'`],
		['src/syntax/a.ts', `import type { Program } from 'oxc-parser'`],
		['src/index.ts', `import noSleep from '../rules/no-sleep.ts'`],
		['rules/a.ts', `import { describe } from '../src/effects/witness.ts'; import type { Hook } from '../src/framework/model.ts'`],
	])('lets %s: %s', (path, text) => {
		expect(wallProblems(files({ [path]: text }))).toEqual([]);
	});

	it('finds cycles, also of types and re-exports', () => {
		const ring = files({
			'src/syntax/a.ts': `import { b } from './b.ts'`,
			'src/syntax/b.ts': `export type { c } from './c.ts'`,
			'src/syntax/c.ts': `import type { A } from './a.ts'`,
			'src/syntax/d.ts': `import { a } from './a.ts'`,
		});
		expect(cycleProblems(ring)).toEqual(['src/syntax/a.ts → src/syntax/b.ts → src/syntax/c.ts → src/syntax/a.ts']);
	});

	it('finds shelves that need one another, and lets the room join them', () => {
		const shelves = files({
			'src/effects/a/one.ts': `import { two } from '../b/two.ts'`,
			'src/effects/b/three.ts': `import { four } from '../a/four.ts'`,
			'src/effects/c/five.ts': `import { one } from '../a/one.ts'; import { room } from '../room.ts'`,
			'src/effects/room.ts': `import { five } from './c/five.ts'`,
		});
		expect(shelfProblems(shelves)).toEqual(['src/effects/a → src/effects/b → src/effects/a']);
		expect(cycleProblems(shelves)).toEqual(['src/effects/c/five.ts → src/effects/room.ts → src/effects/c/five.ts']);
	});

	it('finds barrels', () => {
		expect(barrelProblems(files({ 'src/index.ts': '', 'src/syntax/index.ts': '' }))).toEqual(['src/syntax/index.ts: is a barrel']);
	});

	it.each(['let a = 1;', 'export let a;', 'var a;', 'const a = new Map();', 'export const a = new Set<string>();', 'const a: string[] = [];', 'const a: Array<string> = [];'])(
		'finds the state in %s',
		text => {
			expect(mutableStateProblems(parseSource('a.ts', text))).toHaveLength(1);
		},
	);

	it.each([
		'const a = new WeakMap<object, string>();',
		'const a: ReadonlyMap<string, string> = new Map();',
		'const a: readonly string[] = [];',
		'const a: Path = [];',
		'const a = [1] as const;',
		'declare let a: string;',
		'function f() { let a = new Map(); return a; }',
	])('allows %s', text => {
		expect(mutableStateProblems(parseSource('a.ts', text))).toEqual([]);
	});
});
