import { describe, expect, test } from 'vitest';

import type { Binding } from '../../src/syntax/facts.ts';
import { openProject } from '../support/memory-project.ts';

const bindingsOf = (text: string): readonly Binding[] => openProject({ 'a.ts': text }).module.facts.bindings;
const namesIn = (text: string): string[] => bindingsOf(text).map(({ name }) => name);
const find = (text: string, name: string): Binding | undefined => bindingsOf(text).find(each => each.name === name);

describe('an object of which only properties are used', () => {
	test('is a variable for each of them, in the place of the object', () => {
		const box = find('function f() { const box = { one: 1, two: g() }; box.three = 3; return box.one; }', 'box.two');
		expect(box).toMatchObject({ word: 'two', kind: 'const', function: 1, start: 37, definitions: [{ kind: 'value', path: [], value: { kind: 'call' } }] });
		expect(namesIn('const box = { one: 1, two: 2 }; box.three = 3; use(box.one);')).toEqual(['box', 'box.three', 'box.one', 'box.two']);
	});

	test('leaves the object itself without a value', () => {
		expect(find('const box = { one: 1 }; use(box.one);', 'box')?.definitions).toEqual([]);
	});

	test('is written in any of the ways that a variable is', () => {
		const valuesOf = (written: string): string[] => find(`const box = { one: 1 } as Box; use(box.one); ${written}`, 'box.one')?.definitions.map(({ kind }) => kind) ?? [];
		for (const written of ['box.one = 2;', 'box.one++;', 'box.one ??= 2;', '[box.one] = [2];', '({ two: box.one } = given);']) expect(valuesOf(written)).toEqual(['value', 'value']);
		expect(valuesOf('for (box.one of given);')).toEqual(['value', 'iteration']);
		expect(valuesOf('box.one.push(2);')).toEqual(['value', 'method']);
		expect(valuesOf('box.one.two = 2;')).toEqual(['value', 'member']);
	});

	test('is a constant where it is made with its value and nothing is written to it', () => {
		const kindOf = (text: string): string | undefined => find(text, 'box.one')?.kind;
		expect(kindOf('const box = { one: 1 }; use(box.one);')).toBe('const');
		expect(kindOf('const set = () => { box.one = 2; }; const box = { one: 1 }; use(box.one);')).toBe('let');
		expect(kindOf('const box = {}; box.one = 1; use(box.one);')).toBe('let');
	});

	test('is what an annotation says of it', () => {
		expect(find(`import { Page } from 'pages'; const box: { one?: Page } = {}; use(box.one);`, 'box.one')?.definitions).toMatchObject([{ kind: 'value', value: { kind: 'instance' }, path: [{ kind: 'property', name: 'one' }] }]);
	});

	test('is found in an element and in a type as well', () => {
		const { module } = openProject({ 'a.tsx': 'const box = { One: make() }; const shown = <box.One />; let other: typeof box.One;' });
		expect(module.facts.functions.flatMap(({ calls }) => calls.map(({ callee }) => callee)).at(-1)).toMatchObject({ kind: 'reference', binding: module.facts.bindings.findIndex(({ name }) => name === 'box.One') });
	});
});

describe('an object stays whole', () => {
	for (const [name, text] of [
		['that is handed on', 'const box = { one: 1 }; use(box); use(box.one);'],
		['that is given back', 'function f() { const box = { one: 1 }; box.one = 2; return box; }'],
		['that is put into another', 'const box = { one: 1 }; const other = { box, ...box }; use(box.one);'],
		['that is exported', 'export const box = { one: 1 }; use(box.one);'],
		['that is exported by its name', 'const box = { one: 1 }; use(box.one); export { box };'],
		['that is given another value', 'let box = { one: 1 }; box = make(); use(box.one);'],
		['that is asked by a computed name', 'const box = { one: 1 }; use(box.one, box[name]);'],
		['that is asked for what every object has', `const box = { one: 1 }; if (box.hasOwnProperty('one')) use(box.one);`],
		['with a method, which may ask for it', 'const box = { one: 1, get() { return this.one; } }; use(box.one);'],
		['with a function, which may ask for it', 'const box = { one: 1, get: function () { return this.one; } }; use(box.one);'],
		['with what another has', 'const box = { one: 1, ...other }; use(box.one);'],
		['that its file never asks for', 'const box = { one: 1 };'],
	] as const) {
		test(name, () => {
			expect(namesIn(text).filter(each => each.includes('.'))).toEqual([]);
			expect(find(text, 'box')?.definitions).not.toEqual([]);
		});
	}
});

describe('what is taken out of a literal', () => {
	const valueOf = (text: string): unknown => {
		const [definition] = find(text, 'one')?.definitions ?? [];
		return definition?.kind === 'value' ? { kind: definition.value.kind, steps: definition.path.length } : undefined;
	};

	test('is the value that stands there', () => {
		for (const text of ['const { one } = { one: f() };', 'const { two: one } = { two: f() };', 'const { two: { one } } = { two: { one: f() } };', 'const [, one] = [1, f()];', 'let one; [one] = [f()];']) {
			expect(valueOf(text)).toEqual({ kind: 'call', steps: 0 });
		}
	});

	test('stays a part of it where another value may stand in', () => {
		for (const text of ['const { one = 1 } = { one: f() };', 'const { one } = { one: f(), ...other };', 'const { one } = { one: f(), [name]: 1 };', 'const { one } = { get one() { return f(); } };']) expect(valueOf(text)).toEqual({ kind: 'object', steps: 1 });
		expect(valueOf('const [one] = [...other, f()];')).toEqual({ kind: 'array', steps: 1 });
	});
});
