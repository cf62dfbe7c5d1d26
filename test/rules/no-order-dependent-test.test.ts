import { describe } from 'vitest';

import rule from '../../rules/no-order-dependent-test.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-order-dependent-test', rule);

const vitest = `import { afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';\n`;

describe('variables that one test sets and another reads', () => {
	flags('an id that one test saves and the next one uses', `${vitest}
let id: string;
test('creates', async () => {
	id = (await api.create()).id;
	expect(id).toBeDefined();
});
test('reads', async () => {
	const found = await api.get(id);
	                            ~~ \`id\` holds what "creates" left in it, and "reads" passes or fails by it
	expect(found.name).toBe('Ada');
});
`);
	flags('an id that is used without a claim about it', `${vitest}
let id;
test('creates', async () => {
	id = (await api.create()).id;
});
test('removes', async () => {
	await api.remove(id);
	                 ~~ "creates"
});
`);
	flags('what several later tests read, at the first of them', `${vitest}
let id: string;
test('creates', async () => {
	id = (await api.create()).id;
});
test('reads', async () => {
	expect(await api.get(id)).toBeDefined();
	                     ~~ \`id\` holds what "creates" left in it, and "reads" and 2 more pass or fail by it: it depends on the order of the tests
});
test('renames', async () => {
	expect(await api.rename(id, 'Eva')).toBe(true);
});
test('removes', async () => {
	expect(await api.remove(id)).toBe(true);
});
`);
	flags('a flag', `${vitest}
let seen = false;
test('sends', () => {
	seen = true;
	expect(send()).toBe(1);
});
test('has seen', () => {
	expect(seen).toBe(true);
	       ~~~~ "sends"
});
`);
	flags('one that is set to a variable which has changed', `${vitest}
let mode = 'a';
test('turns', () => {
	let next = mode;
	next += 'b';
	mode = next;
	expect(run()).toBe('ab');
});
test('has turned', () => {
	expect(mode).toBe('ab');
	       ~~~~ "turns"
});
`);
	flags('one that is set to what a variable was given later', `${vitest}
let mode = 'a';
test('turns', () => {
	let next;
	next = turn().result;
	mode = next;
	expect(run()).toBe('b');
});
test('has turned', () => {
	expect(mode).toBe('b');
	       ~~~~ "turns"
});
`);
	flags('a variable of a suite', `${vitest}
describe('cart', () => {
	let total = 0;
	it('adds', () => {
		total += add(1);
		expect(total).toBe(1);
	});
	it('adds more', () => {
		total += add(2);
		expect(total).toBe(3);
		       ~~~~~ "adds"
	});
});
`);
	flags('what a destructuring assignment sets', `${vitest}
let token;
test('logs in', async () => {
	({ token } = await logIn());
	expect(token).toBeTruthy();
});
test('asks', async () => {
	expect(await ask(token)).toBe(1);
	                 ~~~~~ "logs in"
});
`);
	flags('tests of Mocha', {
		'a.test.js': `
const assert = require('assert');
describe('x', function () {
	let id;
	it('creates', async function () {
		id = await create();
		assert.ok(id);
	});
	it('reads', async function () {
		assert.equal(await read(id), 'x');
		                        ~~ "creates"
	});
});
`,
		'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }`,
	});
	flags('tests whose titles begin with a number that counts nothing', `
let id;
test('200 where it is there', () => {
	id = create();
});
test('404 where it is not', () => {
	expect(read(id)).toBe('a');
	            ~~
});
`);

	flags('tests of AVA that are serial without a reason', `
import test from 'ava';
let id;
test.serial('creates', async t => {
	id = await create();
	t.truthy(id);
});
test.serial('reads', async t => {
	t.is(await read(id), 'x');
	                ~~ "creates"
});
`);
	flags('a write in a helper of the file', `${vitest}
let last = 0;
function act(value: number) {
	last = value;
}
test('acts', () => {
	act(3);
	expect(last).toBe(3);
});
test('has acted', () => {
	expect(last).toBe(3);
	       ~~~~ (act (a.test.ts:5) → last)
});
`);
});

describe('writes that are meant to fail', () => {
	allows('in an assertion that something throws', `${vitest}
const locale = frozen({ name: 'a' });
test('cannot be changed', () => {
	expect(() => {
		locale.name = 'b';
	}).toThrow();
	expect(() => {
		delete locale.name;
	}).toThrow('read-only');
});
test('has a name', () => {
	expect(locale.name).toBe('a');
});
`);
});

describe('lists, maps and counters', () => {
	flags('a list that nobody empties', `${vitest}
const calls: number[] = [];
test('one', () => {
	run(value => calls.push(value));
	expect(calls).toHaveLength(1);
});
test('two', () => {
	run(value => calls.push(value));
	expect(calls).toHaveLength(2);
	       ~~~~~ "one"
});
`);
	flags('a position of a list', `${vitest}
const calls: number[] = [];
test('one', () => {
	calls.push(run());
});
test('two', () => {
	calls.push(run());
	expect(calls[1]).toBe(2);
	       ~~~~~~~~ "one"
});
`);
	flags('a map, of which a key is read that another test sets', `${vitest}
const users = new Map();
test('adds', () => {
	users.set('ada', add('ada'));
	expect(users.get('ada')).toBeDefined();
});
test('finds', () => {
	expect(users.get('ada')).toBeDefined();
	       ~~~~~ "adds"
});
`);
	flags('a counter', `${vitest}
let count = 0;
const onChange = () => {
	count++;
};
test('one', () => {
	change(onChange);
	expect(count).toBe(1);
});
test('two', () => {
	change(onChange);
	expect(count).toBe(2);
	       ~~~~~ "one"
});
`);
	flags('membership, where the test itself adds nothing', `${vitest}
const names: string[] = [];
test('adds', () => {
	names.push(nameOf(1));
	expect(names).toContain('a');
});
test('has', () => {
	expect(names).toContain('a');
	       ~~~~~ "adds"
});
`);
	flags('a part of an object', `${vitest}
const state: { user?: string } = {};
test('logs in', () => {
	state.user = logIn();
	expect(state.user).toBe('ada');
});
test('is logged in', () => {
	expect(state.user).toBe('ada');
	       ~~~~~~~~~~ \`state.user\` holds what "logs in" left
});
`);
});

const modules = {
	'src/settings.ts': `let mode = 'light';
export const names: string[] = [];
export function setMode(next: string) {
	mode = next;
}
export function getMode() {
	return mode;
}
export function addName(name: string) {
	names.push(name);
}
export function reset() {
	mode = 'light';
	names.length = 0;
}
const cache = new Map();
export function load(key: string) {
	if (!cache.has(key)) cache.set(key, build(key));
	return cache.get(key);
}
let client;
export function getClient() {
	client ??= connect();
	return client;
}
let next = 0;
export const uniqueName = () => \`user\${next++}\`;
`,
	'src/cart.ts': `export class Cart {
	items: string[] = [];
	add(item: string) {
		this.items.push(item);
	}
	get(index: number) {
		return this.items[index];
	}
	count() {
		return this.items.length;
	}
}
export const cart = new Cart();
`,
	'src/use.ts': `import { setMode } from './settings';\nexport function useDark() {\n\tsetMode('dark');\n}\n`,
};

describe('modules that keep state', () => {
	flags('a variable of a module, through its functions', {
		'a.test.ts': `${vitest}
import { getMode, setMode } from './src/settings';
test('sets', () => {
	setMode('dark');
	expect(getMode()).toBe('dark');
});
test('is dark', () => {
	expect(getMode()).toBe('dark');
	       ~~~~~~~~~ (setMode (src/settings.ts:4) → mode)
});
`,
		...modules,
	});
	flags('a variable of a module, two modules away', {
		'a.test.ts': `${vitest}
import { getMode } from './src/settings';
import { useDark } from './src/use';
test('sets', () => {
	useDark();
	expect(getMode()).toBe('dark');
});
test('is dark', () => {
	expect(getMode()).toBe('dark');
	       ~~~~~~~~~ (useDark (src/use.ts:3) → setMode (src/settings.ts:4) → mode)
});
`,
		...modules,
	});
	flags('a list that a module exports', {
		'a.test.ts': `${vitest}
import { addName, names } from './src/settings';
test('adds', () => {
	addName('a');
	expect(names).toEqual(['a']);
});
test('adds another', () => {
	addName('b');
	expect(names).toEqual(['a', 'b']);
	       ~~~~~ "adds"
});
`,
		...modules,
	});
	flags('an instance that a module exports', {
		'a.test.ts': `${vitest}
import { cart } from './src/cart';
test('adds', () => {
	cart.add('a');
	expect(cart.items).toEqual(['a']);
});
test('counts', () => {
	cart.add('b');
	expect(cart.count()).toBe(2);
	       ~~~~ "adds"
});
`,
		...modules,
	});
	flags('an instance of the file', {
		'a.test.ts': `${vitest}
import { Cart } from './src/cart';
const own = new Cart();
      ~~~~~~~~~~~~~~~~ \`own.items\` is built once for all tests, "adds" changes it
test('adds', () => {
	own.add('a');
	expect(own.items).toEqual(['a']);
});
test('counts', () => {
	expect(own.items.length).toBe(1);
});
`,
		...modules,
	});
	flags('an instance of the file that an object holds', {
		'a.test.ts': `${vitest}
import { Cart } from './src/cart';
const kept = { cart: new Cart() };
               ~~~~~~~~~~~~~~~~ \`kept.cart.items\` is built once for all tests, "adds" changes it
test('adds', () => {
	kept.cart.add('a');
	expect(kept.cart.items).toEqual(['a']);
});
test('counts', () => {
	expect(kept.cart.items.length).toBe(1);
});
`,
		...modules,
	});
	for (const [name, imports, first, second] of [
		['a cache', 'load', `expect(load('a')).toBe(1);`, `expect(load('a')).toBe(1);`],
		['what is built when it is first asked for', 'getClient', `expect(getClient()).toBeDefined();`, `expect(getClient()).toBeDefined();`],
		['a counter that only makes names unique', 'uniqueName', `const name = uniqueName();\n\texpect(create(name).name).toBe(name);`, `const name = uniqueName();\n\texpect(create(name).name).toBe(name);`],
		['a test that sets before it reads', 'getMode, setMode', `setMode('dark');\n\texpect(getMode()).toBe('dark');`, `setMode('light');\n\texpect(getMode()).toBe('light');`],
	] as const) {
		allows(name, { 'a.test.ts': `${vitest}\nimport { ${imports} } from './src/settings';\ntest('one', () => {\n\t${first}\n});\ntest('two', () => {\n\t${second}\n});\n`, ...modules });
	}
	for (const hook of ['beforeEach(reset);', 'afterEach(() => {\n\treset();\n});', 'beforeEach(() => {\n\tvi.resetModules();\n});', 'beforeEach(() => {\n\tresetEverything();\n});']) {
		allows(`a module that is reset: ${hook}`, { 'a.test.ts': `${vitest}\nimport { getMode, reset, setMode } from './src/settings';\n${hook}\ntest('sets', () => {\n\tsetMode('dark');\n});\ntest('is dark', () => {\n\texpect(getMode()).toBe('dark');\n});\n`, ...modules });
	}
	const changes = `test('sets', () => {\n\tsetMode('dark');\n});\ntest('is dark', () => {\n\texpect(getMode()).toBe('dark');\n\t       ~~~~~~~~~ "sets"\n});\n`;
	for (const [imports, hook] of [
		[`import { cleanup } from '@testing-library/react';`, 'afterEach(() => cleanup());'],
		['', 'afterEach(() => {\n\tvi.restoreAllMocks();\n});'],
		['', 'beforeEach(() => {\n\tlocalStorage.clear();\n\twindow.sessionStorage.clear();\n});'],
		[`import sinon from 'sinon';`, 'afterEach(() => {\n\tsinon.restore();\n});'],
		[`import sinon from 'sinon';\nconst sandbox = sinon.createSandbox();`, 'afterEach(() => sandbox.restore());'],
		[`import userEvent from '@testing-library/user-event';\nlet user;`, 'beforeEach(() => {\n\tuser = userEvent.setup();\n});'],
		[`import { setupServer } from 'msw/node';\nconst server = setupServer();`, 'afterEach(() => server.resetHandlers());'],
	]) {
		flags(`what a hook leaves alone, of which it is known what it puts back: ${hook}`, { 'a.test.ts': `${vitest}\nimport { getMode, setMode } from './src/settings';\n${imports}\n${hook}\n${changes}`, ...modules });
	}
	const setup = { 'package.json': '{ "devDependencies": { "vitest": "^4.0.0", "@testing-library/react": "^16.0.0" } }', 'vitest.config.ts': `export default { test: { setupFiles: ['./test/setup.ts'] } };` };
	flags('what the hook of a set-up file leaves alone', {
		'a.test.ts': `${vitest}\nimport { getMode, setMode } from './src/settings';\n${changes}`,
		'test/setup.ts': `import { cleanup } from '@testing-library/react';\nimport { afterEach } from 'vitest';\nafterEach(() => {\n\tcleanup();\n});\n`,
		...setup,
		...modules,
	});
	allows('what the hook of a set-up file may reset', {
		'a.test.ts': `${vitest}\nimport { getMode, setMode } from './src/settings';\n${changes.replace(/.*~~.*\n/, '')}`,
		'test/setup.ts': `import { resetStores } from 'some-stores';\nimport { afterEach } from 'vitest';\nafterEach(() => {\n\tresetStores();\n});\n`,
		...setup,
		...modules,
	});
	allows('a module that the tests replace', { 'a.test.ts': `${vitest}\nimport { getMode, setMode } from './src/settings';\nvi.mock('./src/settings');\ntest('sets', () => {\n\tsetMode('dark');\n});\ntest('is dark', () => {\n\texpect(getMode()).toBe('dark');\n});\n`, ...modules });
});

describe('files', () => {
	const node = `import fs from 'node:fs';\nimport { afterEach, beforeEach, expect, test } from 'vitest';\n`;
	flags('a file that one test writes and another reads', `${node}
test('writes', () => {
	fs.writeFileSync('out/report.txt', render());
	expect(fs.existsSync('out/report.txt')).toBe(true);
});
test('reads', () => {
	const text = fs.readFileSync('out/report.txt', 'utf8');
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`out/report.txt\` holds what "writes" left in it
	expect(text).toContain('done');
});
`);
	flags('a file that several later tests read, at the first of them', `${node}
test('writes', () => {
	fs.writeFileSync('out/report.txt', render());
});
test('reads', () => {
	expect(fs.readFileSync('out/report.txt', 'utf8')).toContain('done');
	       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`out/report.txt\` holds what "writes" left in it, and "reads" and 1 more pass or fail by it
});
test('reads again', () => {
	expect(fs.readFileSync('out/report.txt', 'utf8')).toContain('all');
});
`);
	flags('a file that a helper of another module writes', {
		'test/a.test.ts': `import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { save } from './save';
test('writes', async () => {
	await save();
});
test('reads', async () => {
	expect(await readFile('/tmp/state.json', 'utf8')).toBe('{}');
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (save (test/save.ts:4) → promises.writeFile)
});
`,
		'test/save.ts': `import { promises } from 'node:fs';
const file = '/tmp/state.json';
export async function save() {
	await promises.writeFile(file, '{}');
}
`,
	});
	for (const [name, code] of [
		['a file that the test itself writes', `test('one', () => {\n\tfs.writeFileSync('out/a', '1');\n});\ntest('two', () => {\n\tfs.writeFileSync('out/a', '2');\n\texpect(fs.readFileSync('out/a', 'utf8')).toBe('2');\n});`],
		['a file that the earlier test removes', `test('one', () => {\n\tfs.writeFileSync('out/a', '1');\n\tfs.rmSync('out/a');\n});\ntest('two', () => {\n\texpect(fs.existsSync('out/a')).toBe(false);\n});`],
		['a folder that a hook removes', `afterEach(() => fs.rmSync('out', { recursive: true }));\ntest('one', () => {\n\tfs.writeFileSync('out/a', '1');\n});\ntest('two', () => {\n\texpect(fs.existsSync('out/a')).toBe(false);\n});`],
		['a file that a hook writes', `beforeEach(() => fs.writeFileSync('out/a', '0'));\ntest('one', () => {\n\tfs.writeFileSync('out/a', '1');\n});\ntest('two', () => {\n\texpect(fs.readFileSync('out/a', 'utf8')).toBe('0');\n});`],
		['another file', `test('one', () => {\n\tfs.writeFileSync('out/a', '1');\n});\ntest('two', () => {\n\texpect(fs.existsSync('out/b')).toBe(false);\n});`],
	] as const) allows(name, `${node}${code}\n`);
});

describe('fixtures that are built once', () => {
	flags('an object that beforeAll builds and a test changes', `${vitest}
let user: { name: string; tags: string[] };
beforeAll(() => {
	user = { name: 'ada', tags: [] };
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`user.tags\` is built once for all tests, "tags" changes it, and "has tags" passes or fails by it
});
test('tags', () => {
	user.tags.push('x');
	expect(user.tags).toEqual(['x']);
});
test('has tags', () => {
	expect(user.tags).toEqual(['x']);
});
`, {
		mends: {
			'Build it before each test.': `${vitest}
let user: { name: string; tags: string[] };
beforeEach(() => {
	user = { name: 'ada', tags: [] };
});
test('tags', () => {
	user.tags.push('x');
	expect(user.tags).toEqual(['x']);
});
test('has tags', () => {
	expect(user.tags).toEqual(['x']);
});
`,
		},
	});
	flags('an instance of a class of the project', {
		'a.test.ts': `${vitest}
import { Cart } from './src/cart';
describe('cart', () => {
	let cart: Cart;
	beforeAll(() => {
		cart = new Cart();
		~~~~~~~~~~~~~~~~~ "adds" changes it
	});
	it('adds', () => {
		cart.add('a');
		expect(cart.count()).toBe(1);
	});
	it('adds another', () => {
		cart.add('b');
		expect(cart.count()).toBe(2);
	});
	it('has both', () => {
		expect(cart.items).toEqual(['a', 'b']);
	});
});
`,
		...modules,
	});
	flags('an object that the file builds, and that a later test hands on', `${vitest}
const doc = { id: 'a', revision: 0 };
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`doc\` is built once for all tests, "stores" changes it, and "stores again" passes or fails by it
test('stores', async () => {
	doc.revision = await store(doc);
	expect(await load('a')).toBeDefined();
});
test('stores again', async () => {
	await store(doc);
	expect(await load('a')).toBeDefined();
});
`);
	for (const [name, code] of [
		['a fixture whose part the test itself sets before it hands it on', `const doc = { id: 'a', revision: 0 };\ntest('one', async () => {\n\tdoc.revision = 1;\n\tawait store(doc);\n});\ntest('two', async () => {\n\tdoc.revision = 2;\n\tawait store(doc);\n});`],
		['a fixture that is only shown', `const doc = { id: 'a', revision: 0 };\ntest('one', async () => {\n\tdoc.revision = 1;\n});\ntest('two', async () => {\n\tconsole.log(doc);\n});`],
		['a fixture that nobody changes', `let user;\nbeforeAll(() => {\n\tuser = { name: 'ada' };\n});\ntest('one', () => {\n\texpect(user.name).toBe('ada');\n});\ntest('two', () => {\n\texpect(user.name).toBe('ada');\n});`],
		['a part that nobody else reads', `let user;\nbeforeAll(() => {\n\tuser = { name: 'ada', tags: [] };\n});\ntest('one', () => {\n\tuser.tags.push(1);\n\texpect(user.tags).toEqual([1]);\n});\ntest('two', () => {\n\texpect(user.name).toBe('ada');\n});`],
		['a fixture that is built anew for an inner suite', `let user;\nbeforeAll(() => {\n\tuser = { tags: [] };\n});\ntest('one', () => {\n\tuser.tags.push(1);\n\texpect(user.tags).toEqual([1]);\n});\ndescribe('inner', () => {\n\tbeforeAll(() => {\n\t\tuser = { tags: [] };\n\t});\n\ttest('two', () => {\n\t\texpect(user.tags).toEqual([]);\n\t});\n});`],
	] as const) allows(name, `${vitest}\n${code}\n`);
});

describe('what is each test\'s own', () => {
	for (const [name, code] of [
		['a variable that a hook sets', `let value = 0;\nbeforeEach(() => {\n\tvalue = 0;\n});\ntest('one', () => {\n\tvalue = 1;\n\texpect(value).toBe(1);\n});\ntest('two', () => {\n\texpect(value).toBe(0);\n});`],
		['a variable that a hook sets through a helper', `let value = 0;\nconst prepare = () => {\n\tvalue = 0;\n};\nbeforeEach(() => {\n\tprepare();\n});\ntest('one', () => {\n\tvalue = 1;\n\texpect(value).toBe(1);\n});\ntest('two', () => {\n\texpect(value).toBe(0);\n});`],
		['a variable that a hook is handed', `let value = 0;\nconst prepare = () => {\n\tvalue = 0;\n};\nbeforeEach(prepare);\ntest('one', () => {\n\tvalue = 1;\n\texpect(value).toBe(1);\n});\ntest('two', () => {\n\texpect(value).toBe(0);\n});`],
		['a list that a hook empties', `const list = [];\nafterEach(() => {\n\tlist.length = 0;\n});\ntest('one', () => {\n\tlist.push(1);\n\texpect(list).toEqual([1]);\n});\ntest('two', () => {\n\tlist.push(2);\n\texpect(list).toEqual([2]);\n});`],
		['a map that a hook clears', `const map = new Map();\nbeforeEach(() => map.clear());\ntest('one', () => {\n\tmap.set('a', 1);\n\texpect(map.size).toBe(1);\n});\ntest('two', () => {\n\tmap.set('b', 1);\n\texpect(map.size).toBe(1);\n});`],
		['a list that a hook hands to a function', `const list = [];\nbeforeEach(() => empty(list));\ntest('one', () => {\n\tlist.push(1);\n\texpect(list).toEqual([1]);\n});\ntest('two', () => {\n\tlist.push(2);\n\texpect(list).toEqual([2]);\n});`],
		['a variable that each test sets first', `let value;\ntest('one', () => {\n\tvalue = act(1);\n\texpect(value).toBe(1);\n});\ntest('two', () => {\n\tvalue = act(2);\n\texpect(value).toBe(2);\n});`],
		['a variable that a callback sets', `let got;\ntest('one', async () => {\n\tawait listen(value => {\n\t\tgot = value;\n\t});\n\texpect(got).toBe(1);\n});\ntest('two', async () => {\n\tawait listen(value => {\n\t\tgot = value;\n\t});\n\texpect(got).toBe(2);\n});`],
		['a variable that a stand-in sets', `let got;\nvi.mock('./send', () => ({ send: value => {\n\tgot = value;\n} }));\ntest('one', () => {\n\tgot = undefined;\n\tact();\n\texpect(got).toBe(1);\n});\ntest('two', () => {\n\tact();\n\texpect(got).toBe(2);\n});`],
		['a list that each test empties first', `const list = [];\ntest('one', () => {\n\tlist.length = 0;\n\tlist.push(1);\n\texpect(list).toEqual([1]);\n});\ntest('two', () => {\n\tlist.length = 0;\n\tlist.push(2);\n\texpect(list).toEqual([2]);\n});`],
		['a difference', `let count = 0;\ntest('one', () => {\n\tcount++;\n\texpect(count).toBe(1);\n});\ntest('two', () => {\n\tconst before = count;\n\tact(() => count++);\n\texpect(count).toBe(before + 1);\n\texpect(count - before).toBe(1);\n});`],
		['membership of what the test itself adds', `const list = [];\ntest('one', () => {\n\tlist.push(1);\n\texpect(list).toContain(1);\n});\ntest('two', () => {\n\tlist.push(2);\n\texpect(list).toContain(2);\n});`],
		['a key of its own', `const map = new Map();\ntest('one', () => {\n\tmap.set('a', 1);\n\texpect(map.get('a')).toBe(1);\n});\ntest('two', () => {\n\tmap.set('b', 2);\n\texpect(map.get('b')).toBe(2);\n});`],
		['a variable that the test puts back', `let mode = 'a';\ntest('one', () => {\n\tmode = 'b';\n\texpect(run(mode)).toBe(1);\n\tmode = 'a';\n});\ntest('two', () => {\n\texpect(run(mode)).toBe(2);\n});`],
		['a part that a callback of the test puts back as it was', `const settings = { port: 1 };\ntest('one', done => {\n\tlet saved = settings.port;\n\tsettings.port = 2;\n\tlisten(settings.port, () => {\n\t\tsettings.port = saved;\n\t\tdone();\n\t});\n});\ntest('two', () => {\n\texpect(settings.port).toBe(1);\n});`],
		['a variable that the test builds anew', `let page = create();\ntest('one', () => {\n\tpage.close();\n\tpage = create();\n});\ntest('two', () => {\n\texpect(open(page)).toBe(2);\n});`],
		['what fakes of the file note when they are made', `const made = new Map();\nclass Fake {\n\tconstructor(options) {\n\t\tmade.set('fake', options);\n\t}\n}\nvi.mock('./real', () => ({ Real: Fake }));\ntest('one', () => {\n\tnew Fake(1);\n});\ntest('two', () => {\n\tact();\n\texpect(made.get('fake')).toBe(2);\n});`],
		['a read that decides nothing', `let last;\ntest('one', () => {\n\tlast = 1;\n\texpect(act()).toBe(1);\n});\ntest('two', () => {\n\tif (last !== undefined) console.log(last);\n\texpect(act()).toBe(1);\n});`],
		['a shared connection', `let connection;\nbeforeAll(async () => {\n\tconnection = await connect();\n});\ntest('one', async () => {\n\tawait connection.insert({ id: 1 });\n\texpect(await connection.find(1)).toBeDefined();\n});\ntest('two', async () => {\n\texpect(await connection.find(2)).toBeUndefined();\n});`],
		['a test that is skipped', `let id;\ntest.skip('one', () => {\n\tid = create();\n});\ntest('two', () => {\n\tread(id);\n});`],
		['a copy', `const base = { tags: [] };\ntest('one', () => {\n\tconst own = { ...base };\n\town.name = 'x';\n\texpect(own).toEqual({ tags: [], name: 'x' });\n});\ntest('two', () => {\n\texpect(base).toEqual({ tags: [] });\n});`],
		['tests that run at once, which another rule reports', `let value = 0;\ntest.concurrent('one', async () => {\n\tvalue = 1;\n});\ntest.concurrent('two', async () => {\n\texpect(value).toBe(1);\n});`],
		['tests that are counted', `let id;\ndescribe('accounts', () => {\n\ttest('step 1: creates', () => {\n\t\tid = create();\n\t});\n\ttest('step 2: reads', () => {\n\t\texpect(read(id)).toBe(1);\n\t});\n});`],
		['tests that are counted without a word', `let id;\ntest('1. creates', () => {\n\tid = create();\n});\ntest('2. reads', () => {\n\texpect(read(id)).toBe(1);\n});`],
		['a suite that is called a journey', `describe('the workflow of an account', () => {\n\tlet id;\n\ttest('creates', () => {\n\t\tid = create();\n\t});\n\ttest('reads', () => {\n\t\texpect(read(id)).toBe(1);\n\t});\n});`],
		['a journey with a reason', `let id;\n// One after the other: the account is costly to make.\ndescribe.sequential('journey', () => {\n\ttest('one', () => {\n\t\tid = create();\n\t});\n\ttest('two', () => {\n\t\tread(id);\n\t});\n});`],
	] as const) allows(name, `${vitest}\n${code}\n`);

	allows('a journey of Playwright', `
import { expect, test } from '@playwright/test';
test.describe.configure({ mode: 'serial' });
let id;
test('creates', async ({ request }) => {
	id = await create(request);
});
test('reads', async ({ request }) => {
	expect(await read(request, id)).toBe(1);
});
`);
	const apart = (variable: string, use: string, mark = '', hook = ''): Record<string, string> => ({
		'tests/a.spec.ts': `
import { expect, test } from '@playwright/test';
${variable}
${hook}
test('orders', async ({ page }) => {
	await page.goto('/shop');
	order = await page.getByTestId('order').innerText();
});
test('shows the order', async ({ page }) => {
	${use}
	${mark}
});
`,
		'playwright.config.ts': `export default { testDir: 'tests', fullyParallel: true };\n`,
	});
	flags('what only another test gives a value to, where each may run in a process of its own', apart('let order: string;', 'await page.goto(`/orders/${order}`);', '                           ~~~~~ `order` holds what "orders" left in it'));
	allows('what has a value without the other test, in a process of its own', apart(`let order = 'none';`, `expect(order).toBe('none');`));
	allows('what a hook gives a value to in each process', apart('let order: string;', 'await page.goto(`/orders/${order}`);', '', `test.beforeEach(() => { order = 'a'; });`));

	allows('steps of one test', `
import { test } from 'node:test';
import assert from 'node:assert';
test('journey', async t => {
	let id;
	await t.test('creates', () => {
		id = create();
	});
	await t.test('reads', () => {
		assert.equal(read(id), 1);
	});
});
`);
	allows('the context of AVA', `
import test from 'ava';
test.beforeEach(t => {
	t.context.id = create();
});
test.serial('one', t => {
	t.context.id = 2;
	t.is(read(t.context.id), 2);
});
test.serial('two', t => {
	t.is(read(t.context.id), 1);
});
`);
	allows('a variable that an option names', `${vitest}\nlet id;\ntest('one', () => {\n\tid = create();\n});\ntest('two', () => {\n\tread(id);\n});\n`, { options: { allow: ['id'] } });
});

describe('what an address is asked of', () => {
	flags('is not kept under the address', `
const assert = require('node:assert');
const { create } = require('../lib');
describe('pages', () => {
	let app;
	it('starts', async () => {
		app = await create();
		assert(app.modules);
	});
	it('asks', async () => {
		const page = await app.http.get('/api/page');
		                   ~~~~~~~~ \`app.http\` holds what "starts" left in it
		assert.strictEqual(page.title, 'a');
	});
});`);
});

describe('a test that only cleans up', () => {
	allows('what an earlier one gave it', `${vitest}
let dispose: () => void;
test('renders', () => {
	dispose = render();
	expect(dispose).toBeDefined();
});
test('disposes', () => dispose());
`);
	flags('and claims something', `${vitest}
let dispose: () => void;
test('renders', () => {
	dispose = render();
});
test('disposes', () => {
	expect(dispose()).toBe(true);
	       ~~~~~~~ "renders"
});
`);
});

describe('a variable of which a test says', () => {
	const counted = (claimed: number): string => `${vitest}
let calls = 0;
const count = () => { calls++; };
test('starts', () => {
	run(count);
	count();
	reset();
	expect(calls).toBe(${claimed});
});
test('goes on', () => {
	expect(calls).toBe(1);
`;
	allows('that it is as it was at first', `${counted(0)}});
`);
	flags('that it is something else', `${counted(1)}	       ~~~~~ "starts"
});
`);
});

describe('what kind of thing something is', () => {
	allows('does not depend on what its class holds', `${vitest}
const Fake = fakeOf(Row);
test('stubs', () => {
	Fake.create = () => 1;
	expect(run(Fake)).toBe(1);
});
test('is one', () => {
	expect(make() instanceof Fake).toBe(true);
	expect(make()).toBeInstanceOf(Fake);
});
`);
	flags('but what it holds does', `${vitest}
const Fake = fakeOf(Row);
test('stubs', () => {
	Fake.create = () => 1;
});
test('makes one', () => {
	expect(Fake.create).toBe(undefined);
	       ~~~~~~~~~~~ "stubs"
});
`);
});

describe('state that is read through a getter', () => {
	const cart = (read: string): string => `
import { expect, test } from 'vitest';
import { cart } from './src/cart';
test('adds', () => {
	cart.add('pen');
});
test('counts', () => {
	cart.add('ink');
	${read}
});`;
	const list = `const items: string[] = [];
export const cart = {
	add(item: string) { items.push(item); },
	get items() { return items; },
	get shop() { return 'corner'; },
};`;
	const kept = `class Cart {
	private count = 0;
	add(item: string) { this.count++; }
	get size() { return this.count; }
	get shop() { return 'corner'; }
}
export const cart = new Cart();`;

	flags('of an object', { 'a.test.ts': cart(`expect(cart.items).toEqual(['ink']);\n\t       ~~~~~~~~~~ \`items\` holds what "adds" left in it`), 'src/cart.ts': list });
	flags('of an object, and what that has', { 'a.test.ts': cart(`expect(cart.items.length).toBe(1);\n\t       ~~~~~~~~~~ "adds" left in it`), 'src/cart.ts': list });
	flags('of the one instance of a class', { 'a.test.ts': cart(`expect(cart.size).toBe(1);\n\t       ~~~~ "adds" left in it`), 'src/cart.ts': kept });

	for (const source of [list, kept])
		allows('that tells something else', { 'a.test.ts': cart(`expect(cart.shop).toBe('corner');`), 'src/cart.ts': source });
	allows('of an instance that each test makes', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { Cart } from './src/cart';
test('adds', () => {
	const cart = new Cart();
	cart.add('pen');
	expect(cart.size).toBe(1);
});
test('counts', () => {
	const cart = new Cart();
	cart.add('ink');
	expect(cart.size).toBe(1);
});`,
		'src/cart.ts': kept.replace('class Cart', 'export class Cart'),
	});
	allows('of state that is emptied before each test', {
		'a.test.ts': cart(`expect(cart.items).toEqual(['ink']);`).replace(`test('adds'`, `beforeEach(() => {\n\tcart.clear();\n});\ntest('adds'`),
		'src/cart.ts': list.replace('get shop', 'clear() { items.length = 0; },\n\tget shop'),
	});
});
