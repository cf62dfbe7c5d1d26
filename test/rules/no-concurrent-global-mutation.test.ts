import { describe } from 'vitest';

import rule from '../../rules/no-concurrent-global-mutation.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-concurrent-global-mutation', rule);

/** Tildes under a statement, its semicolon left out. */
const under = (statement: string): string => '~'.repeat(statement.length - 1);

const modules = {
	'src/config.ts': `export const config = { url: 'http://a', nested: { retries: 1 } };\n`,
	'src/settings.ts': `let resource = 'real';
const cache = new Map<string, string>();
export const registry: string[] = [];
export function setResource(value: string) {
	resource = value;
}
export function getResource() {
	return resource;
}
export function remember(key: string) {
	cache.set(key, resource);
}
export function register(name: string) {
	registry.push(name);
}
`,
	'src/service.ts': `export class Service {\n\tload() {\n\t\treturn 2;\n\t}\n}\nexport const load = () => 3;\n`,
	'src/use.ts': `import { setResource } from './settings';\nexport async function useFake() {\n\tsetResource('fake');\n}\n`,
};

/** A file with two concurrent Vitest tests, the first of which has this body. */
const vitestFile = (code: string, imports = ''): string => `
import { expect, test, vi } from 'vitest';
${imports}
test.concurrent('a', async () => {
	${code}
	${under(code)}
	await work();
});
test.concurrent('b', async () => {
	await work();
});
`;

describe('state that all code of the process shares', () => {
	for (const [name, code, imports] of [
		['an environment variable', `process.env.MODE = 'a';`],
		['an environment variable by a computed name', `process.env[name] = 'a';`],
		['an environment variable that is deleted', `delete process.env.MODE;`],
		['the whole environment', `process.env = { MODE: 'a' };`],
		['several environment variables', `Object.assign(process.env, { MODE: 'a' });`],
		['an environment variable of node:process', `env.MODE = 'a';`, `import { env } from 'node:process';`],
		['a stubbed environment variable', `vi.stubEnv('MODE', 'a');`],
		['a property of globalThis', `globalThis.flag = true;`],
		['a property of window', `window.flag = true;`],
		['a global function', `globalThis.fetch = async () => new Response();`],
		['a stubbed global', `vi.stubGlobal('fetch', () => {});`],
		['a prototype', `Array.prototype.last = () => 1;`],
		['a defined property', `Object.defineProperty(process, 'platform', { value: 'win32' });`],
		['the console', `console.warn = () => {};`],
		['the random numbers', `Math.random = () => 0.5;`],
		['the working directory', `process.chdir('/tmp');`],
		['a listener of the process', `process.on('warning', () => {});`],
		['a variable of the file', `count = 1;`],
		['an object of the file', `state.count = 1;`],
		['fake timers', `vi.useFakeTimers();`],
		['the system time', `vi.setSystemTime(0);`],
		['a spy on a global', `vi.spyOn(console, 'warn');`],
		['a spy on an imported object', `vi.spyOn(config, 'url', 'get');`, `import { config } from './src/config';`],
		['a mocked module', `vi.doMock('./src/config');`],
		['a spy on a class', `vi.spyOn(Service.prototype, 'load');`, `import { Service } from './src/service';`],
		['a spy on a module', `vi.spyOn(api, 'load');`, `import * as api from './src/service';`],
		['a replaced method of a class', `Service.prototype.load = () => 1;`, `import { Service } from './src/service';`],
		['reset modules', `vi.resetModules();`],
		['sinon', `sinon.stub(console, 'warn');`, `import sinon from 'sinon';`],
		['an imported object', `config.url = 'http://b';`, `import { config } from './src/config';`],
		['a part of an imported object', `config.nested.retries = 3;`, `import { config } from './src/config';`],
		['an imported object, through an alias', `alias.url = 'http://b';`, `import { config } from './src/config';\nconst alias = config;`],
		['an object of a package', `axios.defaults.baseURL = 'http://b';`, `import axios from 'axios';`],
		['settings of mongoose', `mongoose.set('strictQuery', true);`, `import mongoose from 'mongoose';`],
		['the language of i18next', `await i18next.changeLanguage('de');`, `import i18next from 'i18next';`],
		['a module of the project that keeps state', `setResource('fake');`, `import { setResource } from './src/settings';`],
		['a module of the project, two modules away', `await useFake();`, `import { useFake } from './src/use';`],
	] as const) {
		const extra = `${imports ?? ''}\nlet count = 0;\nconst state = { count: 0 };`;
		const awaited = code.startsWith('await ') ? vitestFile(code, extra).replace(`\t${under(code)}`, `\t      ${'~'.repeat(code.length - 7)}`) : vitestFile(code, extra);
		flags(name, { 'a.test.ts': awaited, ...modules });
	}

	flags('the way to a write in another module', {
		'a.test.ts': `
import { test } from 'vitest';
import { useFake } from './src/use';
test.concurrent('a', async () => {
	await useFake();
	      ~~~~~~~~~ useFake (src/use.ts:3) → setResource (src/settings.ts:5)
});
test.concurrent('b', async () => {});
`,
		...modules,
	});
});

describe('what runs at once', () => {
	const body = `process.env.MODE = 'a';\n\t\t~~~~~~~~~~~~~~~~~~~~~~`;

	flags('tests in describe.concurrent', `
import { describe, it } from 'vitest';
describe.concurrent('x', () => {
	it('a', async () => {
		${body} \`describe.concurrent\`
	});
	it('b', async () => {});
});
`);
	flags('tests in a suite with the option', `
import { describe, it } from 'vitest';
describe('x', { concurrent: true }, () => {
	it('a', async () => {
		${body} concurrent
	});
	it('b', async () => {});
});
`);
	flags('tests of node:test beside each other', `
import { describe, it } from 'node:test';
describe('x', { concurrency: true }, () => {
	it('a', async () => {
		${body} concurrency
	});
	it('b', async () => {});
});
`);
	flags('tests of AVA, which run at once', `
import test from 'ava';
test('a', async t => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~ AVA
	t.pass();
});
test('b', async t => {
	t.pass();
});
`);
	flags('tests of Vitest whose configuration says so', {
		'a.test.ts': `
import { describe, it } from 'vitest';
describe('x', () => {
	it('a', async () => {
		${body} sequence.concurrent
	});
	it('b', async () => {});
});
`,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { sequence: { concurrent: true } } });\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	flags('tests of Jest', {
		'a.test.js': `
describe('x', () => {
	test.concurrent('a', async () => {
		${body} \`test.concurrent\`
	});
	test.concurrent('b', async () => {});
});
`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	});
	flags('tests of Bun', `
import { describe, test } from 'bun:test';
describe('x', () => {
	test.concurrent('a', async () => {
		${body} \`test.concurrent\`
	});
	test.concurrent('b', async () => {});
});
`);
	flags('a test that is defined for each of several values', `
import { describe, test } from 'vitest';
describe('x', () => {
	test.concurrent.each([1, 2])('a %i', async () => {
		${body} \`test.concurrent
	});
});
`);
	flags('a hook around concurrent tests', `
import { beforeEach, describe, test } from 'vitest';
describe('x', () => {
	beforeEach(() => {
		${body} \`test.concurrent\`
	});
	test.concurrent('a', async () => {});
	test.concurrent('b', async () => {});
});
`);

	for (const [name, code] of [
		['serial tests', `import { test } from 'vitest';\ntest('a', async () => {\n\tprocess.env.MODE = 'a';\n});\ntest('b', async () => {});`],
		['a single concurrent test', `import { test } from 'vitest';\ntest.concurrent('a', async () => {\n\tprocess.env.MODE = 'a';\n});\ntest('b', async () => {});`],
		['an inner suite that is sequential', `import { describe, it } from 'vitest';\ndescribe.concurrent('x', () => {\n\tdescribe.sequential('y', () => {\n\t\tit('a', async () => {\n\t\t\tprocess.env.MODE = 'a';\n\t\t});\n\t\tit('b', async () => {});\n\t});\n});`],
		['a test that is sequential', `import { describe, it } from 'vitest';\ndescribe.concurrent('x', () => {\n\tit.sequential('a', async () => {\n\t\tprocess.env.MODE = 'a';\n\t});\n\tit('b', async () => {});\n\tit('c', async () => {});\n});`],
		['serial tests of AVA', `import test from 'ava';\ntest.serial('a', async t => {\n\tprocess.env.MODE = 'a';\n\tt.pass();\n});\ntest.serial('b', async t => {\n\tt.pass();\n});`],
		['tests of node:test', `import { describe, it } from 'node:test';\ndescribe('x', () => {\n\tit('a', async () => {\n\t\tprocess.env.MODE = 'a';\n\t});\n\tit('b', async () => {});\n});`],
		['tests of Mocha', `const assert = require('assert');\ndescribe('x', () => {\n\tbefore(() => {\n\t\tprocess.env.MODE = 'a';\n\t});\n\tit('b', async () => {});\n\tit('c', async () => {});\n});`],
		['tests of Playwright, which are processes', `import { test } from '@playwright/test';\ntest.describe.configure({ mode: 'parallel' });\ntest('a', async () => {\n\tprocess.env.MODE = 'a';\n});\ntest('b', async () => {});`],
		['a skipped test', `import { test } from 'vitest';\ntest.concurrent.skip('a', async () => {\n\tprocess.env.MODE = 'a';\n});\ntest.concurrent('b', async () => {});`],
	] as const) {
		allows(name, name.includes('Mocha') ? { 'a.test.js': code, 'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }` } : code);
	}
	allows('tests of AVA that its configuration makes serial', {
		'a.test.js': `import test from 'ava';\ntest('a', async t => {\n\tprocess.env.MODE = 'a';\n});\ntest('b', async t => {});\n`,
		'ava.config.js': `export default { serial: true };\n`,
		'package.json': `{ "devDependencies": { "ava": "^6.0.0" } }`,
	});
});

describe('what a helper makes for each test', () => {
	const file = (helper: string, use: string): string => `
import test from 'ava';
${helper}
test('a', async t => {
	${use}
	await work();
});
test('b', async t => {});
`;
	allows('objects that it makes and fills', file(`function makeRequest() {\n\tconst request = new EventEmitter();\n\trequest.off = request.removeListener.bind(request);\n\treturn request;\n}`, `const request = makeRequest();`));
	allows('its own variables', file(`function check(t, events) {\n\tlet last = events.shift();\n\tfor (const event of events) {\n\t\tt.true(event.size > last.size);\n\t\tlast = event;\n\t}\n}`, `check(t, await work());`));
	allows('spies on what it makes', file(`import sinon from 'sinon';\nfunction spied(Agent) {\n\tconst agent = new Agent();\n\tsinon.spy(agent, 'send');\n\treturn agent;\n}`, `const agent = spied(Agent);`));
	flags('not what it changes of the module', file(`const state = { count: 0 };\nfunction count() {\n\tstate.count = 1;\n}`, `count();\n\t~~~~~~~`));
	for (const [name, exec, isFlagged] of [['what it does only where it is asked to', `if (install) process.env.MODE = 'a';`, false], ['what it always does', `process.env.MODE = 'a';`, true]] as const) {
		const files = {
			'a.test.js': `
import test from 'ava';
import { prepare } from './prepare.js';
test('a', async t => {
	await prepare();
${isFlagged ? '\t      ~~~~~~~~~\n' : ''}});
test('b', async t => {});
`,
			'prepare.js': `export async function prepare({ install } = {}) {\n\t${exec}\n}\n`,
		};
		if (isFlagged) flags(name, files);
		else allows(name, files);
	}
});

describe('an object of a package that a helper fills', () => {
	const files = (written: string, mark = ''): Record<string, string> => ({
		'a.test.js': `
import test from 'ava';
import { commits } from './git.js';
test('a', async t => {
	await commits('a');
${mark}});
test('b', async t => {
	await commits('b');
${mark}});
`,
		'git.js': `import parser from 'git-log-parser';\nexport async function commits(name) {\n\tObject.assign(parser.fields, ${written});\n\treturn parser.parse(name);\n}\n`,
	});

	allows('with the same constants each time', files(`{ hash: 'H', date: { key: 'ci', type: Date } }`));
	flags('with a constant, where it is a setting that has a value before', {
		'a.test.js': `
import test from 'ava';
import { connect } from './db.js';
test('a', async t => {
	await connect();
	      ~~~~~~~~~ mongoose
});
test('b', async t => {});
`,
		'db.js': `import mongoose from 'mongoose';\nexport async function connect() {\n\tmongoose.set('strictQuery', true);\n\tawait open('mongodb://localhost');\n}\n`,
	});
	flags('with what it is handed', files('{ hash: name }', '\t      ~~~~~~~~~~~~ `git-log-parser.fields`\n'));
});

describe('hooks that take away what a neighbour uses', () => {
	for (const code of [`vi.restoreAllMocks();`, `vi.useRealTimers();`, `vi.unstubAllEnvs();`, `vi.unstubAllGlobals();`, `vi.resetAllMocks();`]) {
		flags(code, `
import { afterEach, test, vi } from 'vitest';
afterEach(() => {
	${code}
	${under(code)} puts
});
test.concurrent('a', async () => {});
test.concurrent('b', async () => {});
`);
	}
	flags('sinon.restore', `
import sinon from 'sinon';
import test from 'ava';
test.afterEach(() => {
	sinon.restore();
	~~~~~~~~~~~~~~~ puts
});
test('a', async t => t.pass());
test('b', async t => t.pass());
`);
	allows('them around serial tests', `
import { afterEach, test, vi } from 'vitest';
afterEach(() => {
	vi.restoreAllMocks();
});
test('a', async () => {});
test('b', async () => {});
`);
	allows('them after all tests', `
import { afterAll, test, vi } from 'vitest';
afterAll(() => {
	vi.restoreAllMocks();
});
test.concurrent('a', async () => {});
test.concurrent('b', async () => {});
`);
	flags('state that a hook resets and a test writes', `
import { beforeEach, expect, test } from 'vitest';
let count = 0;
beforeEach(() => {
	count = 0;
});
test.concurrent('a', async () => {
	count = await work();
	~~~~~~~~~~~~~~~~~~~~ \`count\`
	expect(count).toBe(1);
});
test.concurrent('b', async () => {
	count++;
	~~~~~~~ \`count\`
	expect(count).toBe(1);
});
`);
	flags('state that a hook gives each test anew', `
import { beforeEach, expect, test } from 'vitest';
let user;
beforeEach(async () => {
	user = await createUser();
	~~~~~~~~~~~~~~~~~~~~~~~~~ \`user\`
});
test.concurrent('a', async () => {
	expect(user.name).toBe('a');
});
test.concurrent('b', async () => {
	expect(user.name).toBe('b');
});
`);
	flags('only the hook that sets, where another puts back', `
import { afterEach, beforeEach, test } from 'vitest';
beforeEach(() => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
});
afterEach(() => {
	delete process.env.MODE;
});
test.concurrent('a', async () => {});
test.concurrent('b', async () => {});
`);
});

describe('a write that puts back', () => {
	flags('only the first of several writes', `
import { test } from 'vitest';
test.concurrent('a', async () => {
	const old = process.env.MODE;
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
	await work();
	process.env.MODE = old;
});
test.concurrent('b', async () => {});
`);
	flags('only the write before the finally', `
import { test, vi } from 'vitest';
test.concurrent('a', async () => {
	vi.useFakeTimers();
	~~~~~~~~~~~~~~~~~~
	try {
		await work();
	} finally {
		vi.useRealTimers();
	}
});
test.concurrent('b', async () => {});
`);
	allows('what a synchronous body puts back', `
import { expect, test, vi } from 'vitest';
import { mode } from './mode';
test.concurrent('a', () => {
	const old = process.env.MODE;
	process.env.MODE = 'a';
	expect(mode()).toBe('a');
	process.env.MODE = old;
});
test.concurrent('b', () => {
	vi.useFakeTimers();
	expect(mode()).toBe('b');
	vi.useRealTimers();
});
`);
	flags('only the first, where the whole is put back', `
import { test } from 'vitest';
test.concurrent('a', async () => {
	const old = { ...process.env };
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
	await work();
	process.env = old;
});
test.concurrent('b', async () => {});
`);
	allows('what an async body that waits for nothing puts back', `
import test from 'ava';
import { mode } from './mode';
test('a', async t => {
	process.env.MODE = 'a';
	t.is(mode(), 'a');
	delete process.env.MODE;
});
test('b', t => {
	const env = { ...process.env };
	process.env.MODE = 'b';
	t.is(mode(), 'b');
	process.env = env;
});
`);
	flags('what a synchronous body leaves behind', `
import { expect, test } from 'vitest';
import { mode } from './mode';
test.concurrent('a', () => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
	expect(mode()).toBe('a');
});
test.concurrent('b', async () => {});
`);
});

describe('what each test has for itself', () => {
	const imports = `import { config } from './src/config';\nimport { setResource } from './src/settings';`;
	for (const [name, code] of [
		['variables of its own', 'let count = 0;\n\tcount = await work();\n\tcount++;'],
		['objects of its own', `const own = { url: 'a' };\n\town.url = 'b';\n\tObject.assign(own, { url: 'c' });`],
		['a copy of an imported object', `const own = { ...config };\n\town.url = 'b';`],
		['a clone of an imported object', `const own = structuredClone(config);\n\town.url = 'b';`],
		['what a package makes', `const app = fastify();\n\tapp.decorate('a', 1);\n\tapp.settings = {};`],
		['an instance of its own class', `const own = new Store();\n\town.set('a');`],
		['what a factory of the project makes', `const own = makeStore();\n\town.value = 'a';\n\town.list.push('a');`],
		['a mock of its own', `const save = vi.fn();\n\tsave.mockReturnValue(1);\n\tvi.spyOn({ save }, 'save');`],
		['a spy on an object of its own', `const own = makeStore();\n\tvi.spyOn(own, 'value', 'get');`],
		['a read', `expect(process.env.MODE).toBe(config.url);`],
		['a listener of its own emitter', `const child = spawn('x');\n\tchild.on('exit', () => {});`],
		['what it returns', `return Object.assign({}, config);`],
	] as const) {
		allows(name, {
			'a.test.ts': `
import { spawn } from 'node:child_process';
import fastify from 'fastify';
import { expect, test, vi } from 'vitest';
import { Store, makeStore } from './src/store';
${imports}
test.concurrent('a', async () => {
	${code}
});
test.concurrent('b', async () => {
	await work();
});
`,
			...modules,
			'src/store.ts': `export class Store {\n\tvalue = '';\n\tset(value: string) {\n\t\tthis.value = value;\n\t}\n}\nexport function makeStore() {\n\tconst list: string[] = [];\n\treturn { value: '', list };\n}\n`,
		});
	}

	allows('a number that is counted on', `
import { test } from 'vitest';
let next = 0;
const uniqueName = () => \`user-\${next++}\`;
test.concurrent('a', async () => {
	await save(uniqueName());
});
test.concurrent('b', async () => {
	next += 1;
	await save(uniqueName());
});
`);
	const tally = `const counts: Record<string, number> = {};\nexport const add = (name: string) => { counts[name] = (counts[name] ?? 0) + 1; };\nexport const clear = (name: string) => { delete counts[name]; };\nexport const countOf = (name: string) => counts[name] ?? 0;\n`;
	const tallying = (one: string, other: string): Case => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { add, clear, countOf } from './src/tally';
test.concurrent('a', async () => {
	${one}
	await work();
	expect(countOf('mail')).toBe(1);
});
test.concurrent('b', async () => {
	${other}
});
`,
		'src/tally.ts': tally,
	});
	const adds = `add('mail');`;
	const addsTold = `${adds}\n\t~~~~~~~~~~~`;
	allows('an entry that only one test knows by its name', tallying(adds, `expect(countOf('job')).toBe(0);`));
	allows('entries of which each test has its own', tallying(adds, `add('job');\n\tawait work();\n\texpect(countOf('job')).toBe(1);`));
	flags('an entry that another test reads', tallying(addsTold, `expect(countOf('mail')).toBe(0);`));
	flags('an entry that another test counts in', tallying(addsTold, `await work();\n\tadd('mail');\n\t~~~~~~~~~~~`));
	flags('an entry beside one whose name is not known', tallying(addsTold, `for (const name of await names()) add(name);\n\t                                  ~~~~~~~~~`));
	flags('an entry whose name is not known', tallying(`add(await nameOf());\n\t~~~~~~~~~~~~~~~~~~~`, `await work();`));
	allows('caches and lists that a module fills', {
		'a.test.ts': `
import { test } from 'vitest';
import { register, remember } from './src/settings';
test.concurrent('a', async () => {
	remember('a');
	register('a');
});
test.concurrent('b', async () => {});
`,
		...modules,
	});
	allows('the context of AVA', `
import test from 'ava';
test.beforeEach(t => {
	t.context.user = { name: 'a' };
});
test('a', async t => {
	t.context.user.name = 'b';
	t.pass();
});
test('b', async t => {
	t.pass();
});
`);
	allows('fixtures of Vitest', `
import { test as base } from 'vitest';
const test = base.extend<{ user: { name: string } }>({
	user: async ({}, use) => {
		await use({ name: 'a' });
	},
});
test.concurrent('a', async ({ user }) => {
	user.name = 'b';
});
test.concurrent('b', async ({ user }) => {
	user.name = 'c';
});
`);
	allows('names that the option allows', `
import { test } from 'vitest';
test.concurrent('a', async () => {
	process.env.MODE = 'a';
});
test.concurrent('b', async () => {});
`, { options: { allow: ['process.env.MODE'] } });
	allows('a memo that a module fills once', {
		'a.test.ts': `
import { test } from 'vitest';
import { connect } from './src/connect';
test.concurrent('a', async () => {
	await connect();
});
test.concurrent('b', async () => {
	await connect();
});
`,
		'src/connect.ts': `let connection: Promise<object> | undefined;\nlet total = 0;\nexport function connect() {\n\tconnection ??= open();\n\tif (!connection) connection = open();\n\ttotal += 1;\n\treturn connection;\n}\nasync function open() {\n\treturn {};\n}\n`,
	});
});

describe('suggestions', () => {
	const title = 'Run this test on its own, and say why.';
	const reason = '// On its own, for it changes process.env.MODE, which the other tests share.';

	flags('a test that asked to be concurrent', `
import { test } from 'vitest';

// The mode.
test.concurrent('a', async () => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
});
test.concurrent('b', async () => {});
`, { mends: { [title]: `
import { test } from 'vitest';

// The mode.
${reason}
test('a', async () => {
	process.env.MODE = 'a';
});
test.concurrent('b', async () => {});
` } });

	flags('a test in a suite that asked', `
import { describe, it } from 'vitest';
describe.concurrent('x', () => {
	it.each([1])('a', async () => {
		process.env.MODE = 'a';
		~~~~~~~~~~~~~~~~~~~~~~
	});
	it('b', async () => {});
});
`, { mends: { [title]: `
import { describe, it } from 'vitest';
describe.concurrent('x', () => {
	${reason}
	it.sequential.each([1])('a', async () => {
		process.env.MODE = 'a';
	});
	it('b', async () => {});
});
` } });

	flags('a test of AVA', `
import test from 'ava';
test('a', async t => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
	t.pass();
});
test('b', async t => t.pass());
`, { mends: { [title]: `
import test from 'ava';
${reason}
test.serial('a', async t => {
	process.env.MODE = 'a';
	t.pass();
});
test('b', async t => t.pass());
` } });
});

describe('calls of one spy that tests count at once', () => {
	const file = (first: string, second: string, made = 'const send = vi.fn();'): string => `
import { describe, expect, it, vi } from 'vitest';
import { notify } from './notify';
${made}
describe.concurrent('notify', () => {
	it('tells one', async () => {
		await notify(send, 'ann');
		${first}
	});
	it('tells all', async () => {
		await notify(send, '*');
		${second}
	});
});`;
	const told = (claim: string): string => `${claim}\n\t\t${'~'.repeat(claim.length - 1)} \`send\` counts the calls of all tests that run at once`;

	flags('both of them', file(told('expect(send).toHaveBeenCalledTimes(1);'), told('expect(send).toHaveBeenCalledTimes(2);')));
	flags('one of them', file(told('expect(send).toHaveBeenCalledOnce();'), `expect(send).toHaveBeenCalledWith('bob');`));
	flags('that there are none', file(told('expect(send).not.toHaveBeenCalled();'), 'expect(send).toHaveBeenCalled();'));
	flags('as its last call', file(told(`expect(send).toHaveBeenLastCalledWith('ann');`), `expect(send).toHaveBeenCalledWith('bob');`));
	flags('of a suite', file(told('expect(send).toHaveBeenCalledTimes(1);'), `expect(send).toHaveBeenCalledWith('bob');`, '').replace(`describe.concurrent('notify', () => {`, `describe.concurrent('notify', () => {\n\tconst send = vi.fn();`));

	allows('which each is told by what it is handed', file(`expect(send).toHaveBeenCalledWith('ann');`, `expect(send).toHaveBeenCalledWith('bob');`));
	allows('which only one of them counts, and no other is known to call', file('expect(send).toHaveBeenCalledTimes(1);', `expect(await log()).toBe('');`));
	allows('of which each has its own', file(`expect(send).toHaveBeenCalledTimes(1);`, `expect(send).toHaveBeenCalledTimes(2);`, '').replaceAll('await notify', 'const send = vi.fn();\n\t\tawait notify'));
	allows('where they run one after another', file('expect(send).toHaveBeenCalledTimes(1);', 'expect(send).toHaveBeenCalledTimes(2);').replace('describe.concurrent', 'describe'));
	allows('where nothing runs in between', file('expect(send).toHaveBeenCalledTimes(1);', 'expect(send).toHaveBeenCalledTimes(2);').replaceAll('async ', '').replaceAll('await ', ''));
});

describe('what tests add to at once, and count', () => {
	const file = (made: string, first: string, second: string): string => `
import { describe, expect, it } from 'vitest';
import { work } from './work';
${made}
describe.concurrent('jobs', () => {
	it('runs one', async () => {
		${first.replace('; expect', ';\n\t\tawait work();\n\t\texpect')}
	});
	it('runs another', async () => {
		${second}
		await work();
	});
});`;
	const told = (claim: string): string => `${claim}\n\t\t${'~'.repeat(claim.length - 1)} holds what all tests add that run at once`;

	flags('a number', file('let count = 0;', `count++; ${told('expect(count).toBe(1);')}`, 'count++;'));
	flags('a sum', file('const sums = { paid: 0 };', `sums.paid += 5; ${told('expect(sums.paid).toEqual(5);')}`, 'sums.paid += 2;'));
	flags('the length of a list', file('const seen: string[] = [];', `seen.push('a'); ${told('expect(seen).toHaveLength(1);')}`, `seen.push('b');`));
	flags('the elements of a list', file('const seen: string[] = [];', `seen.push('a'); ${told(`expect(seen).toEqual(['a']);`)}`, `on('job', job => { seen.push(job); });`));

	allows('that only one of them adds to', file('let count = 0;', 'count++; expect(count).toBe(1);', 'log(count);'));
	allows('that is asked for its part', file('const seen: string[] = [];', `seen.push('a'); expect(seen).toContain('a');`, `seen.push('b');`));
	allows('of which each has its own', file('', 'let count = 0; count++; expect(count).toBe(1);', 'let count = 0; count++;'));
	allows('before anything else runs', file('let count = 0;', 'count++;\n\t\texpect(count).toBe(1);', 'count++;'));
	allows('one after another', file('let count = 0;', 'count++; expect(count).toBe(1);', 'count++;').replace('describe.concurrent', 'describe'));
});
