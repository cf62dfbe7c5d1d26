import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const indexed = casesOf('no-unawaited-effect', rule, { projectIndex: true });
const alone = casesOf('no-unawaited-effect', rule);
const options = { suite: true };

/** A test file of the same package that does the line as often as it says. */
const elsewhere = (line: string, times = 3): string => `import { expect, test } from 'vitest';\ntest('does', async context => {\n\tconst { shelf } = context;\n${`\t${line}\n`.repeat(times)}\texpect(shelf).toBeTruthy();\n});\n`;
const dropping = `
import { shelf } from 'shop';
import { expect, test } from 'vitest';
test('sorts', async () => {
	shelf.put('b');
	~~~~~~~~~~~~~~ Nobody waits for this promise (awaited in test/b.test.ts:4), and the test goes on to something
	expect(await fetch('/shelf')).toEqual(['a', 'b']);
});`;
const silent = dropping.replace(/\n\t~.*/, '');

describe('what the other test files of a package wait for', () => {
	indexed.flags('a call of a method on a thing of the same name', { 'test/a.test.ts': dropping, 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) }, { options });

	indexed.flags('one of a thing that has a number behind its name', { 'test/a.test.ts': dropping.replaceAll(/\bshelf(?=[ .])/g, 'shelf2').replace('~~', '~~~'), 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) }, { options });

	indexed.flags('a call of a method whose name is one thing\'s own, on whatever it is called', {
		'test/a.test.ts': `
import { store } from 'shop';
import { test } from 'vitest';
test('opens', async () => {
	store.owner.updateOpeningHours(9);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ awaited in test/b.test.ts:4
	await fetch('/open');
});`,
		'package.json': '{}',
		'test/b.test.ts': elsewhere(`await shelf.updateOpeningHours(8);`),
	}, { options });

	indexed.allows('the same where the option is off', { 'test/a.test.ts': silent, 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) });
	alone.allows('the same without an index of the test files', { 'test/a.test.ts': silent, 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) }, { options });
	indexed.allows('what is awaited too seldom', { 'test/a.test.ts': silent, 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`, 2) }, { options });
	indexed.allows('what others drop as well', { 'test/a.test.ts': silent, 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`), 'test/c.test.ts': elsewhere(`shelf.put('a');`, 1) + elsewhere(`await other();`) }, { options });
	indexed.allows('what is called on another thing', { 'test/a.test.ts': silent, 'package.json': '{}', 'test/b.test.ts': elsewhere(`await drawer.put('a');`) }, { options });
	indexed.allows('what the others hand no callback to', { 'test/a.test.ts': silent.replace(`put('b')`, `put('b', () => {})`), 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) }, { options });
	indexed.allows('what is known to be no promise', { 'test/a.test.ts': silent.replace(`import { shelf } from 'shop';`, '').replace('\tshelf.put', '\tconst shelf = { put(name: string) { return name; } };\n\tshelf.put'), 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) }, { options });
	indexed.allows('a test that awaits nothing', { 'test/a.test.ts': silent.replace('async ', '').replace('await ', ''), 'package.json': '{}', 'test/b.test.ts': elsewhere(`await shelf.put('a');`) }, { options });
});

/** A file that awaits the lines, and then does one more. */
const habit = (lines: readonly string[], last: string, mark = ''): string => `
import { shelfOf } from 'shop';
import { expect, test } from 'vitest';
test('fills', async () => {
	const shelf = await shelfOf('a');
${lines.map(line => `\t${line}\n`).join('')}});
test('sorts', async () => {
	const shelf = await shelfOf('b');
	${last}${mark}
	expect(await shelf.has('a')).toBe(true);
});`;
const fills = [`await shelf.stock('a');`, `expect(await shelf.count()).toBe(1);`, `await shelf.sort();`, `await Promise.all([shelf.stock('b'), shelf.stock('c')]);`, `await expect(shelf.stock('')).rejects.toThrow();`, `expect(await shelf.has('a')).toBe(true);`];

describe('a thing of which the file waits for all else', () => {
	alone.flags('and drops a call of', habit(fills, `shelf.rearrange();`, `\n\t~~~~~~~~~~~~~~~~~ (shelf.stock is awaited in line 6), and the test goes on to something`), { options });
	alone.allows('where the option is off', habit(fills, `shelf.rearrange();`));
	alone.allows('but seldom', habit(fills.slice(0, 2), `shelf.rearrange();`), { options });
	alone.allows('of which results are used as they are', habit([...fills, `expect(shelf.name).toBe(shelf.title());`], `shelf.rearrange();`), { options });
	alone.allows('by what ends it, listens to it, or is awaited by some out of habit', habit(fills, `shelf.close(); shelf.on('full', report); shelf.setOwner('me');`), { options });
	alone.allows('and hands over a callback', habit(fills, `shelf.rearrange(() => {});`), { options });
	alone.allows('of the test\'s own making', habit(fills, `shelf.rearrange();`).replaceAll(/await shelfOf\('.'\)/g, `{ stock: async (name: string) => name, count: async () => 1, sort: async () => 1, has: async () => true, rearrange() {} }`), { options });
});

describe('a method that the file nearly always waits for', () => {
	const many = (last: string, mark = '', others: readonly string[] = []): string => `
import { box, drawer, shelf } from 'shop';
import { shelves } from './generated/shelves';
import { expect, test } from 'vitest';
test('sorts', async () => {
${['box', 'drawer', 'shelf'].map(thing => `\tawait ${thing}.sort('a');\n`.repeat(4)).join('')}${others.map(line => `\t${line}\n`).join('')}});
test('sorts one', async () => {
	const found = shelves().find(each => each.name === 'b');
	${last}${mark}
	expect(await fetch('/shelf')).toEqual(['a', 'b']);
});`;
	alone.flags('and drops on something else', many(`found.sort('b');`, '\n\t~~~~~~~~~~~~~~~ (awaited in line 6)'), { options });
	alone.allows('where the option is off', many(`found.sort('b');`));
	alone.allows('and drops elsewhere as well', many(`found.sort('b');`, '', [`box.sort('b');`]), { options });
	alone.allows('and that the test makes itself', many(`({ sort(name: string) { return name; } }).sort('b');`), { options });
});
