import { describe, expect, it, test } from 'vitest';

import type { Module, Site } from '../../src/project/model.ts';
import type { Path, Root } from '../../src/provenance/model.ts';
import type { Provenance } from '../../src/provenance/provenance.ts';
import type { Value } from '../../src/syntax/facts.ts';
import { analyse } from '../support/analysis.ts';
import type { Files } from '../support/memory-project.ts';

/** What `a.js` asks of each call of `use`, by what stands between the brackets. */
function questions(module: Module): Site<Value>[] {
	return module.facts.functions.flatMap(({ calls }) => calls).flatMap(({ callee, args: [argument] }): Site<Value>[] => (callee.kind === 'global' && callee.name === 'use' && argument !== undefined ? [{ module, fact: argument }] : []));
}

/** The roots of a value, each as one word, in no order. */
function told(provenance: Provenance, site: Site<Value>): string[] {
	return provenance.roots(site).map(word).toSorted();
}

function word(root: Root): string {
	if (root.kind === 'origin') return root.origin.from + written(root.origin.steps);
	if (root.kind === 'unknown') return 'unknown';
	if (root.kind === 'function') return `function ${root.site.fact.name ?? ''}${written(root.path)}`;
	if (root.kind === 'parameter') return `parameter ${root.index}${written(root.path)}`;
	if (root.kind === 'made') return (root.site.fact.kind === 'literal' ? String(root.site.fact.value) : root.site.fact.kind) + written(root.path);
	return `${root.kind} ${root.site.module.facts.classes[root.site.fact]?.name ?? ''}${written(root.path)}`;
}

function written(path: Path): string {
	return path.map(step => (step.kind === 'property' ? `.${step.name}` : step.kind === 'position' ? `[${step.index ?? '?'}]` : step.kind === 'call' ? '()' : ` ${step.kind}`)).join('');
}

function roots(files: Files, asking = 'a.js'): string[] {
	const { module, provenance } = analyse(files, asking);
	const [question] = questions(module);
	if (question === undefined) throw new Error('the code asks for nothing');
	return told(provenance, question);
}

describe('what a CommonJS module exports, when it is its own', () => {
	const asking = `const own = require('./own'); use(own.sum);`;

	it.each([
		'exports.add = (a, b) => a + b; module.exports = exports;',
		'const own = exports; own.add = (a, b) => a + b; module.exports = own;',
		'exports.add = (a, b) => a + b; module.exports = module.exports;',
		'exports.add = (a, b) => a + b; module.exports = { ...exports };',
		'exports.add = (a, b) => a + b; module.exports = Object.assign(exports, exports);',
	])('is not known by a name that it has not: %s', own => {
		expect(roots({ 'a.js': asking, 'own.js': own })).not.toContain('function add');
	});
	it.each(['exports.sum = function sum() {}; module.exports = exports;', 'const own = exports; own.sum = function sum() {}; module.exports = own;'])('is known by a name that it has: %s', own => {
		expect(roots({ 'a.js': asking, 'own.js': own })).toContain('function sum');
	});
});

describe('a name of a constant', () => {
	const whereItIsWritten = (code: string): string[] => {
		const { module, provenance } = analyse({ 'a.js': code }, 'a.js');
		return questions(module).flatMap(question => provenance.roots(question)).flatMap(root => (root.kind === 'made' ? [code.slice(root.site.fact.start, root.site.fact.end)] : []));
	};
	const kindsOf = (code: string): string[] => questions(analyse({ 'a.js': code }, 'a.js').module).map(({ fact }) => fact.kind);

	it.each([`const A = 'a'; use(A);`, 'const A = `a`; use(A);', 'use(A); const A = 1;', `const A = 'a' as const; use(A);`, 'const A = true; use(A);'])('is a literal as written out: %s', code => {
		expect(kindsOf(code)).toEqual(['literal']);
	});
	it.each([`let a = 'a'; use(a);`, 'const [a] = [1]; use(a);', 'const a = /a/; use(a);', 'const a = null; use(a);', 'const a = `${b}`; use(a);', 'for (const a of [1]) use(a);', 'const a = 1; { const a = f(); use(a); }', `var a = 'a'; use(a);`])('is a reference where it may stand for something else: %s', code => {
		expect(kindsOf(code)).toEqual(['reference']);
	});
	it('leads to where the constant is written', () => {
		expect(whereItIsWritten(`const PORT = 3000; use(PORT);`)).toEqual(['3000']);
	});
	it('is no longer the constant behind a sign', () => {
		const [question] = questions(analyse({ 'a.js': 'const A = 5; use(-A);' }, 'a.js').module);
		expect(question?.fact).toMatchObject({ kind: 'literal', value: -5 });
		expect(question?.fact).not.toHaveProperty('binding');
	});
});

describe('a value is followed to where it comes from', () => {
	test.each<[string, string, string[], Files?]>([
		['a literal', 'use(1)', ['1']],
		['every value that a variable is ever given', 'let x = 1; use(x); x = 2', ['1', '2']],
		['both sides of a choice', 'use(a ? 1 : 2)', ['1', '2']],
		['a field of an object', 'const o = { p: { q: 3 } }; use(o.p.q)', ['3']],
		['an element at its position', 'const [, b] = [1, 2]; use(b)', ['2']],
		['what a function gives back', 'const f = () => 4; use(f())', ['4']],
		['what a function is handed', 'const same = x => x; use(same(5))', ['5']],
		['a parameter that nobody fills', 'export function f(x) { use(x.y) }', ['parameter 0.y']],
		['what is not handed over', 'const f = (x = 6) => x; use(f())', ['6']],
		['a package', `import { readFile as read } from 'node:fs/promises'; use(read)`, ['node:fs/promises.readFile']],
		['a variable that a function looks at, and is given again what that gives', `import { find } from 'x';
			async function found(x) { if (x) return await find(x); return x }
			async function f(x) { x = await found(x); return x.y }
			use(await f(1))`, ['1.y await', 'x.find() await.y await']],
		['what an object is made of', `import { page } from 'x'; use(Object.create(page).url)`, ['x.page.url']],
		['an object that is made of nothing', `use(Object.create(null).url)`, ['global.Object.create().url']],
		['a call of a package', `import axios from 'axios'; use(axios.get('/').data)`, ['axios.get().data']],
		['a property under the name of a constant', `const NAME = 'p'; const o = { [NAME]: { q: 3 } }; use(o[NAME].q)`, ['3']],
		['a field under the name of a constant', `const NAME = 'm'; class A { [NAME]() { return 10 } } use(new A().m())`, ['10']],
		['what is taken out under the name of a constant', `const NAME = 'p'; const { [NAME]: x } = { p: 1, q: 2 }; use(x)`, ['1']],
		['a global', 'use(Math.random())', ['global.Math.random()']],
		['another module', `import { x } from './b.js'; use(x)`, ['7'], { 'b.js': 'export const x = 7' }],
		['a module that passes on another', `import { y } from './b.js'; use(y)`, ['8'], { 'b.js': `export * from './c.js'`, 'c.js': 'const x = 8; export { x as y }' }],
		['a CommonJS module', `const { x } = require('./b'); use(x)`, ['9'], { 'b.js': 'exports.x = 9' }],
		['a method of a class', 'class A { m() { return 10 } } use(new A().m())', ['10']],
		['a field that the constructor sets', 'class A { constructor(x) { this.x = x } } use(new A(11).x)', ['11']],
		['a method of a class that an interface adds to', `import { A } from './b'; use(new A().m())`, ['10'], { 'b.ts': 'export interface A { on(event: string): this; } export class A { m() { return 10; } }' }],
		['a field that only the interface of a class tells of', `import { A } from './b'; use(new A().store.find)`, ['pg.Client construct.find'], { 'b.ts': `import { Client } from 'pg'; export class A { m() {} } export interface A { store: Client; m(): void; }` }],
		['what the interface of a class extends', `import { A } from './b'; use(new A().query)`, ['pg.Client construct.query'], { 'b.ts': `import { Client } from 'pg'; export interface A extends Client {} export class A {}` }],
		['what a class extends before what its interface does', `import { A } from './b'; use(new A().m())`, ['11'], { 'b.ts': `import { Client } from 'pg'; class B { m() { return 11; } } export interface A extends Client {} export class A extends B {}` }],
		['nothing that is known', 'use(later.anything)', ['global.later.anything']],
	])('%s', (_, code, expected, others = {}) => {
		expect(roots({ 'a.js': code, ...others })).toEqual(expected);
	});
});

describe('a parameter that is given its own default', () => {
	test.each<[string, string, string[]]>([
		['what is handed over', 'function f(x) { x = x || 6; return x } use(f(1))', ['1']],
		['what is handed over, though it is false', 'function f(x) { x = x ?? 6; return x } use(f(0))', ['0']],
		['a part of what is handed over', 'function f(o) { o = o || {}; return o.p } use(f({ p: 1 }))', ['1']],
		['what is handed over, and is kept under another name', 'function f(x) { x = x || 6; const y = x; return y } use(f(1))', ['1']],
		['what is handed over, and what a branch that it rules out does not give', 'function f(x) { x = x || 6; return x ? 1 : 2 } use(f(5))', ['1']],
	])('is %s', (_, code, expected) => {
		expect(roots({ 'a.js': code })).toEqual(expected);
	});

	test.each<[string, string, string[]]>([
		['that is false', 'function f(x) { x = x || 6; return x } use(f(0))', ['0', '6']],
		['of which nothing is known', 'function f(x) { x = x || 6; return x } use(f(a))', ['6', 'global.a']],
		['that has another value later', 'function f(x) { x = x || 6; x = 7; return x } use(f(1))', ['1', '6', '7']],
		['that is given the default of another', 'function f(x, y) { x = y || 6; return x } use(f(1, 2))', ['1', '2']],
		['that is not handed over, and asked for before and behind', 'function f(o) { if (!o) g(); o = o || {}; return o ? 1 : 2 } use(f())', ['1', '2']],
	])('may be either, %s', (_, code, expected) => {
		expect(roots({ 'a.js': code })).toEqual(expected);
	});
});

describe('what a function with a name is handed', () => {
	it.each([
		['a fixture of the test that it is the body of', `import { test } from '@playwright/test'; const saves = async ({ page }) => { use(page); }; test('saves', saves);`, ['@playwright/test.page']],
		['the same of a declared one', `import { test } from '@playwright/test'; test('saves', saves); async function saves({ page }) { use(page); }`, ['@playwright/test.page']],
		['an element of a list that a method goes through', `const show = each => { use(each); }; ['a'].forEach(show);`, ['a']],
		['what a function of the project hands on', `const show = each => { use(each); }; within(show); function within(body) { body('b'); }`, ['b']],
		['one thing here, another there', `const show = each => { use(each); }; ['a'].forEach(show); ['b'].map(show);`, ['a', 'b']],
	])('is %s', (_, text, expected) => {
		expect(roots({ 'a.js': text })).toEqual(expected);
	});

	it.each([
		['where the file calls it as well', `const show = each => { use(each); }; ['a'].forEach(show); show(other());`],
		['where its name is given another function', `let show = each => { use(each); }; show = other; ['a'].forEach(show);`],
		['where nobody knows what it is handed to', `const show = each => { use(each); }; other(show);`],
	])('is open %s', (_, text) => {
		expect(roots({ 'a.js': text })).toEqual(['parameter 0']);
	});
});

describe('a value that is made of itself', () => {
	test.each<[string, string, string[]]>([
		['has what was put in from outside', 'let x = 1; x = x; use(x)', ['1']],
		['through two variables', 'let x = 1; let y = x; x = y; use(y)', ['1']],
		['through a function that calls itself', 'const f = n => n ? f(n - 1) : 2; use(f(later))', ['2', 'unknown']],
		['through functions that call each other', 'function even(n) { return n ? odd(n - 1) : 3 } function odd(n) { return n ? even(n - 1) : 4 } use(odd(later))', ['3', '4', 'unknown']],
	])('%s', (_, code, expected) => {
		expect(roots({ 'a.js': code })).toEqual(expected);
	});

	/** A ring of variables, of which each is given a number of its own too, with others beside that look into the ring. */
	const ring = Array.from({ length: 6 }, (_, index) => `let r${index} = ${index}; let out${index} = r${index};`).join('\n');
	const closed = Array.from({ length: 6 }, (_, index) => `r${index} = r${(index + 1) % 6};`).join('\n');
	const asked = Array.from({ length: 6 }, (_, index) => `use(out${index}); use(r${index});`).join('\n');

	it('is the same whichever part of it is asked first', () => {
		const everything = ['0', '1', '2', '3', '4', '5'];
		for (const first of Array.from({ length: 12 }, (_, index) => index)) {
			const { module, provenance } = analyse({ 'a.js': `${ring}\n${closed}\n${asked}` }, 'a.js');
			const sites = questions(module);
			const inTurn = [...sites.slice(first), ...sites.slice(0, first)];
			expect(inTurn).toHaveLength(12);
			expect(inTurn.map(site => told(provenance, site))).toEqual(inTurn.map(() => everything));
		}
	});
});

describe('what an annotation says of what a package gives of which nothing is known', () => {
	const asking = (type: string): string => `import { make } from '@acme/tools';
import type { Page } from '@playwright/test';
import type { Repository } from 'typeorm';
let it: ${type}; it = make(); use(it);`;

	it('counts for what drives a browser', () => {
		expect(roots({ 'a.ts': asking('Page') }, 'a.ts')).toEqual(['@playwright/test.page']);
	});
	it('does not count for what may be a stand-in', () => {
		expect(roots({ 'a.ts': asking('Repository<Task>') }, 'a.ts')).toEqual(['@acme/tools.make()']);
	});
});

describe('the annotation of `this`', () => {
	const asking = `import type { Page } from '@playwright/test';
class Shop { page: Page; name = 'corner'; }
function open(this: Shop, name: string) { use(this.page); }
open.call(new Shop(), 'b');`;

	it('says what it is called on', () => {
		expect(roots({ 'a.ts': asking }, 'a.ts')).toEqual(['@playwright/test.page']);
	});
	it('is none of the parameters', () => {
		expect(roots({ 'a.ts': `function named(this: Date, name: string) { return name; }\nuse(named('b'));` }, 'a.ts')).toEqual(['b']);
	});
});
