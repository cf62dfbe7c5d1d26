import MagicString from 'magic-string';
import { describe, expect, it } from 'vitest';
import { readCase } from '../../bench/changed-cases/case-file.ts';
import { allChanges } from '../../bench/changed-cases/changes/all-changes.ts';
import type { Change } from '../../bench/changed-cases/changes/change.ts';
import { count, noCounts, shown } from '../../bench/changed-cases/counts.ts';
import { type Difference, differenceOf } from '../../bench/changed-cases/differences.ts';
import { readOptions } from '../../bench/changed-cases/options.ts';
import { lineBefore } from '../../bench/changed-cases/places.ts';
import deflake from '../../src/index.ts';
import { lintCase, type RuleCase } from '../support/rule-case.ts';

const caseOf = (text: string, rule = 'no-sleep'): RuleCase => ({ rule, files: { 'a.test.ts': text }, options: undefined, settings: {} });

function changed(kind: string, text: string): { readonly text: string; readonly added: ReadonlyMap<string, string> } {
	const file = readCase(caseOf(text));
	const draft = { text: new MagicString(text), added: new Map<string, string>() };
	if (file !== undefined) allChanges[kind]?.(file, draft);
	return { text: draft.text.toString(), added: draft.added };
}

const test = `test('saves', async () => { await save(1); });`;

describe('a change', () => {
	it.each([
		['suite-function', test, `function wholeSuite() { ${test} } wholeSuite();`],
		['outer-suite', test, `describe('outer', () => { ${test} });`],
		['outer-suite', `import { test } from 'vitest'; ${test}`, `import { describe, test } from 'vitest'; describe('outer', () => { ${test} });`],
		['loop', `const a = 1; ${test}`, `const a = 1; for (const turn of [1, 2]) { ${test} }`],
		['try-finally', test, `test('saves', async () => { try { await save(1); } finally {} });`],
		['rethrow', test, `test('saves', async () => { try { await save(1); } catch (caught) { throw caught; } });`],
		['early-return', test, `test('saves', async () => { if (process.platform === 'none') return; await save(1); });`],
		['function-expression', test, `test('saves', async function ()  { await save(1); });`],
		['function-expression', `test('saves', done => { done(); });`, `test('saves', function (done)  { done(); });`],
		['named-body', test, `const body0 = async () => { await save(1); }; test('saves', body0);`],
		['require', `import a, { b as c } from 'd'; ${test}`, `const a = require('d'); const { b: c } = require('d'); ${test}`],
		['namespace', `import { b as c } from 'd'; f(c, { c }); ${test}`, `import * as all0 from 'd'; f(all0.b, { c: all0.b }); ${test}`],
		['alias', `import { b, c as d } from 'e'; b(d); ${test}`, `import { b as bOwn, c as dOwn } from 'e'; bOwn(dOwn); ${test}`],
		['declared-first', `const a = f(); ${test}`, `let a; a = f(); ${test}`],
		['object-field', `const a = f(); g(a); ${test}`, `const aContext = {}; aContext.a = f(); g(aContext.a); ${test}`],
		['object-property', `const a = f(); g(a); ${test}`, `const aContext = { a: f() }; g(aContext.a); ${test}`],
		['destructured', `const a = f(); ${test}`, `const { a } = { a: f() }; ${test}`],
		['object-property', `const a = (b = f()); ${test}`, `const aContext = { a: (b = f()) }; ${test}`],
		['literal-constant', test, `const literal0 = 1; test('saves', async () => { await save(literal0); });`],
		['template', `test('saves', () => { save('a'); });`, `test('saves', () => { save(\`a\`); });`],
		['claimed-constant', `test('saves', () => { expect(f()).toBe(1); });`, `test('saves', () => { const claimed0 = f(); expect(claimed0).toBe(1); });`],
		['expected-constant', `test('saves', () => { expect(a).not.toEqual([1]); });`, `test('saves', () => { const expected0 = [1]; expect(a).not.toEqual(expected0); });`],
		['promise-constant', test, `test('saves', async () => { const promise0 = save(1); await promise0; });`],
		['result-constant', `test('saves', async () => { const a = await f(); });`, `test('saves', async () => { const promise0 = f(); const a = await promise0; });`],
		['promise-list', test, `test('saves', async () => { await Promise.all([save(1)]); });`],
		['step-function', test, `test('saves', async () => { const step0 = async () => { await save(1); }; await step0(); });`],
	])('%s of %s', (kind, text, expected) => {
		expect(changed(kind, text).text).toBe(expected);
	});

	it('can put a module beside the file', () => {
		const { text, added } = changed('re-export', `import a, { b } from 'c'; import { d } from './d.ts'; ${test}`);
		expect(text).toBe(`import a, { b } from './handed-on-0'; import { d } from './d.ts'; ${test}`);
		expect([...added]).toEqual([['handed-on-0.ts', `export * from 'c';\nexport { default } from 'c';\n`]]);
	});

	it.each([
		['a function that depends on how it is called', 'function-expression', `test('saves', () => { this.save(); });`],
		['a suite around what waits at the top', 'suite-function', `await start(); ${test}`],
		['a suite around what is exported in between', 'suite-function', `${test} export const a = 1; ${test}`],
		['a namespace for a type', 'namespace', `import { A } from 'b'; let a: A; ${test}`],
		['a default export of the project', 'require', `import a from './a.ts'; ${test}`],
		['an object for a name that is given out by a pattern', 'object-field', `const a = f(); ({ a } = g()); ${test}`],
		['a constant for the path of what is required', 'literal-constant', `test('saves', () => { require('./a'); });`],
		['a constant for what may reject', 'claimed-constant', `test('saves', async () => { await expect(f()).resolves.toBe(1); });`],
	])('leaves %s', (_, kind, text) => {
		expect(changed(kind, text).text).toBe(text);
	});

	it('keeps code that parses in each kind', () => {
		const text = `import { it, expect } from 'vitest';\nimport a from 'a';\nconst b = a();\nit('saves', async done => {\n\tconst c = await b.get('x');\n\tawait b.wait(1);\n\texpect(c.d).toEqual([b]);\n});\n`;
		for (const kind of Object.keys(allChanges)) expect.soft(readCase(caseOf(changed(kind, text).text)), kind).toBeDefined();
	});
});

describe('what a change does', () => {
	const paused = `import { expect, test } from 'vitest';\ntest('saves', async () => {\n\tsave();\n\tawait new Promise(done => setTimeout(done, 500));\n\texpect(store.saved).toBe(1);\n});\n`;

	function difference(change: Change, text = paused): Difference | undefined {
		const ruleCase = caseOf(text);
		const file = readCase(ruleCase);
		return file && differenceOf(ruleCase, file, lintCase(ruleCase, deflake), { change, plugin: deflake });
	}

	it('is nothing where the report stands in the same line as before, wherever that is now', () => {
		expect(difference((file, { text }) => { text.prepend('\n\n\n'); })).toMatchObject({ lost: [], added: [], broken: undefined });
	});

	it('is a report that is lost where none stands in its line any more', () => {
		const lost = difference((file, { text }) => { text.overwrite(paused.indexOf('setTimeout'), paused.indexOf('(done, 500)'), 'queue'); });
		expect(lost).toMatchObject({ lost: [{ line: 4 }], added: [] });
		const counts = noCounts('a');
		if (lost !== undefined) count(counts, 1, lost);
		expect(counts).toEqual({ kind: 'a', reported: 1, reports: 1, lost: 1, added: 0, silent: 0, raised: 0, broken: 0 });
		expect(shown([counts]).split('\n').at(-1)).toMatch(/^a +1 +1 +1 +0 +0 +0 +0$/u);
	});

	it('is a report that is added where none stood in its line', () => {
		const silent = paused.replace('setTimeout', 'queue');
		const added = difference((file, { text }) => { text.overwrite(silent.indexOf('queue'), silent.indexOf('(done, 500)'), 'setTimeout'); }, silent);
		expect(added).toMatchObject({ lost: [], added: [{ line: 4 }] });
		const counts = noCounts('a');
		if (added !== undefined) count(counts, 0, added);
		expect(counts).toMatchObject({ silent: 1, raised: 1, reports: 0 });
	});

	it('is undefined where the text stays as it is, and broken where it can no longer be read', () => {
		expect(difference(() => undefined)).toBeUndefined();
		expect(difference((file, { text }) => { text.prepend('('); })?.broken).toMatch(/^Parsing error/u);
	});
});

describe('a place before a change', () => {
	const mappings = [[], [[2, 0, 4, 0], [6, 0, 7, 0]]];

	it.each([
		['of a piece', { line: 2, column: 7 }, 8],
		['of what is put behind a piece', { line: 2, column: 6 }, 5],
		['of what is put before the first', { line: 2, column: 1 }, 5],
		['in a line of which nothing was there', { line: 1, column: 1 }, undefined],
		['behind the end', { line: 3, column: 1 }, undefined],
	])('%s', (_, place, line) => {
		expect(lineBefore(mappings, place)).toBe(line);
	});
});

describe('options', () => {
	it('take all kinds of change, or those that are named', () => {
		expect(readOptions([])).toMatchObject({ rule: undefined, list: false });
		expect(readOptions([]).changes).toHaveLength(Object.keys(allChanges).length);
		expect(readOptions(['--only', 'loop,alias', '--rule', 'no-sleep', '--list'])).toMatchObject({ changes: [['loop', allChanges['loop']], ['alias', allChanges['alias']]], rule: 'no-sleep', list: true });
	});

	it.each([[['--only', 'nothing']], [['--only', 'constructor']], [['--unknown']]])('refuse %j', args => {
		expect(() => readOptions(args)).toThrow();
	});
});
