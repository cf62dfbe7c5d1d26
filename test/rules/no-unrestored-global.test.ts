import { describe } from 'vitest';

import rule from '../../rules/no-unrestored-global.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-unrestored-global', rule, {}, { unseen: true });

/** The same with the option `end`. */
const flagsAtEnd: typeof flags = (title, files, more) => {
	flags(title, files, { ...more, options: { unseen: true, ...more?.options, end: true } });
};
const leavesAtEnd: typeof leaves = (title, files) => {
	leaves(title, files, { options: { unseen: true, end: true } });
};

/** Tildes under a statement, its semicolon left out. */
const under = (statement: string): string => '~'.repeat(statement.replace(/;.*$/, '').length);

const modules = {
	'src/config.ts': `export const cache: Record<string, number> = {};\nexport const config = { url: 'http://a', nested: { retries: 1 } };\nexport enum Fruit { Apple = 'apple' }\nexport class Job {\n\tload() {\n\t\treturn 1;\n\t}\n}\nexport const load = () => 3;\n`,
	'test/support/data.ts': `export const user = { name: 'a' };\nexport enum Colour { Red = 'red' }\n`,
	'test/support/env.ts': `export function useMode(mode: string) {
	process.env.MODE = mode;
}
export async function withMode(mode: string, run: () => Promise<void>) {
	const old = process.env.MODE;
	process.env.MODE = mode;
	try {
		await run();
	} finally {
		process.env.MODE = old ?? '';
	}
}
export function setMode(mode: string) {
	const { MODE } = process.env;
	process.env.MODE = mode;
	return () => {
		if (MODE === undefined) delete process.env.MODE;
		else process.env.MODE = MODE;
	};
}
export async function withLevel(level: string, run: () => Promise<void>) {
	const restore = setMode(level);
	try {
		await run();
	} finally {
		restore();
	}
}
export function putBack() {
	delete process.env.MODE;
}
`,
};

/** Two tests of Vitest, the first of which begins with this statement. */
const vitestFile = (code: string, imports = '', marked = true): string => `
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
${imports}
test('a', async () => {
	${code}
${marked ? `\t${under(code)}\n` : ''}	expect(await work()).toBe(1);
});
test('b', async () => {
	expect(await work()).toBe(2);
});
`;

describe('settings that stay changed', () => {
	for (const [name, code, imports] of [
		['an environment variable', `process.env.MODE = 'a';`],
		['an environment variable by a computed name', `process.env[name] = 'a';`],
		['the whole environment', `process.env = { MODE: 'a' };`],
		['several environment variables', `Object.assign(process.env, { MODE: 'a' });`],
		['an environment variable of node:process', `env.MODE = 'a';`, `import { env } from 'node:process';`],
		['a stubbed environment variable', `vi.stubEnv('MODE', 'a');`],
		['a global function', `globalThis.fetch = async () => new Response();`],
		['a stubbed global', `vi.stubGlobal('fetch', () => {});`],
		['a prototype', `Array.prototype.last = () => 1;`],
		['a replaced method of a class', `Job.prototype.load = () => 2;`, `import { Job } from './src/config';`],
		['a defined property', `Object.defineProperty(process, 'platform', { value: 'win32' });`],
		['a defined property of the page', `Object.defineProperty(window, 'innerWidth', { value: 1 });`],
		['the console', `console.warn = () => {};`],
		['a global of the program', `window.app = start();`],
		['a part of the runtime', `navigator.clipboard = {};`],
		['the random numbers', `Math.random = () => 0.5;`],
		['the working directory', `process.chdir('/tmp');`],
		['fake timers', `vi.useFakeTimers();`],
		['a stub of a global', `vi.spyOn(Math, 'random').mockReturnValue(1);`],
		['a stub of a module', `vi.spyOn(api, 'load').mockReturnValue(1);`, `import * as api from './src/config';`],
		['an imported object', `config.url = 'http://b';`, `import { config } from './src/config';`],
		['an imported object, through an alias', `alias.url = 'http://b';`, `import { config } from './src/config';\nconst alias = config;`],
		['an imported enum', `Fruit.Banana = 'banana';`, `import { Fruit } from './src/config';`],
		['an imported enum of the tests', `Object.assign(Colour, { Blue: 'blue' });`, `import { Colour } from './test/support/data';`],
		['an object of a package', `axios.defaults.baseURL = 'http://b';`, `import axios from 'axios';`],
		['the locale of faker', `faker.locale = 'de';`, `import faker from 'faker';`],
		['settings of mongoose', `mongoose.set('strictQuery', true);`, `import mongoose from 'mongoose';`],
		['functions of math.js', `math.import({ one: 1 });`, `import * as math from 'mathjs';`],
		['the language of i18n', `i18n.setLocale('de');`, `import i18n from 'i18n';`],
		['sinon', `sinon.stub(process, 'exit');`, `import sinon from 'sinon';`],
		['what a helper of another file changes', `useMode('a');`, `import { useMode } from './test/support/env';`],
	] as const) {
		flags(name, { 'a.test.ts': vitestFile(code, imports).replace(/~+/, code.includes(').mock') ? '~'.repeat(code.indexOf(').mock') + 1) : '$&'), ...modules });
	}

	flags('the way to a write in a helper', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { useMode } from './test/support/env';
test('a', () => {
	useMode('a');
	~~~~~~~~~~~~ (useMode (test/support/env.ts:2) → process.env.MODE)
});
test('b', () => {});
`,
		...modules,
	});
	for (const [runner, object] of [['vitest', 'vi'], ['@jest/globals', 'jest']] as const) {
		flags(`fake timers whose time is set in the next statement, in ${runner}`, `
import { expect, ${object}, test } from '${runner}';
test('a', () => {
	${object}.useFakeTimers();
	${under(`${object}.useFakeTimers()`)} stays changed
	${object}.setSystemTime(new Date(2020, 1, 1));
	expect(work()).toBe(1);
});
test('b', () => {});
`);
		flagsAtEnd(`fake timers whose time is set, put back as the last statement, in ${runner}`, `
import { expect, ${object}, test } from '${runner}';
test('a', () => {
	${object}.useFakeTimers();
	${under(`${object}.useFakeTimers()`)} put back at the end of the test
	${object}.setSystemTime(new Date(2020, 1, 1));
	expect(work()).toBe(1);
	${object}.useRealTimers();
});
test('b', () => {});
`);
	}
	flags('a hook of one suite, seen by another', `
import { beforeAll, beforeEach, describe, it, vi } from 'vitest';
describe('x', () => {
	beforeAll(() => {
		process.env.MODE = 'a';
		~~~~~~~~~~~~~~~~~~~~~~ this hook
	});
	beforeEach(() => {
		vi.useFakeTimers();
		~~~~~~~~~~~~~~~~~~ The clock stays changed after this hook
	});
	it('a', () => {});
});
it('b', () => {});
`);
	flags('what a CommonJS module keeps', {
		'test/a.test.js': `
const sinon = require('sinon');
const { expect } = require('chai');
const mailer = require('../src/mailer');
const { Store } = require('../src/store');
describe('x', () => {
	it('a', () => {
		sinon.stub(mailer, 'send').returns(1);
		~~~~~~~~~~~~~~~~~~~~~~~~~~ \`mailer.send\` stays changed after this test
		expect(mailer.send()).to.equal(1);
	});
	it('b', () => {
		Store.prototype.load = () => 'b';
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`Store.prototype.load\` stays changed
		expect(new Store().load()).to.equal('b');
	});
});
`,
		'src/mailer.js': `class Mailer { send() { return 0; } }
module.exports = new Mailer();`,
		'src/store.js': `class Store { load() { return 'a'; } }
module.exports = { Store };`,
		'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }`,
	});
	flags('a hook of Mocha, whose files share a process', {
		'a.test.js': `
describe('x', () => {
	before(() => {
		process.env.MODE = 'a';
		~~~~~~~~~~~~~~~~~~~~~~
	});
	it('a', () => {});
});
`,
		'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }`,
	});
	flags('what takes the output of the process in a hook and is never stopped', {
		'a.test.js': `
import { stderr, stdout } from 'stdout-stderr';
describe('a', () => {
	beforeEach(() => {
		stdout.start();
		~~~~~~~~~~~~~~ \`process.stdout.write\` stays changed after this hook
		stderr.start();
	});
	afterEach(() => { stderr.stop(); });
	it('prints', () => { run(); });
});`,
		'package.json': '{ "devDependencies": { "mocha": "^11.0.0" } }',
	});

	flags('a spy that is only cleared', `
import { afterEach, expect, jest, test } from '@jest/globals';
afterEach(() => {
	jest.clearAllMocks();
});
test('a', () => {
	jest.spyOn(console, 'warn').mockImplementation(() => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
test('b', () => {
	jest.spyOn(process, 'exit').mockImplementation(() => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(console.warn).not.toHaveBeenCalled();
});
test('c', () => {});
`);
	const platforms = (marks = ''): string => `
import { expect, test } from 'vitest';
import { config } from './src/config';
test('a', () => {
	config.url = 'http://a';${marks}
	expect(work()).toBe(1);
});
test('b', () => {
	config.url = 'http://b';${marks}
	expect(work()).toBe(2);
});
test('c', () => {
	expect(other()).toBe(3);
});
`;
	allows('what each test that is about it sets itself', { 'a.test.ts': platforms(), ...modules }, { options: {} });
	flags('what each test that is about it sets itself, where it is asked for', { 'a.test.ts': platforms(`\n\t${under(`config.url = 'http://a';`)}`), ...modules }, { options: { unseen: true } });
	allows('what the last test sets', { 'a.test.ts': `
import { expect, test } from 'vitest';
import { config } from './src/config';
test('a', () => {
	expect(work()).toBe(1);
});
test('b', () => {
	config.url = 'http://b';
	expect(work()).toBe(2);
});
`, ...modules });
	for (const [name, code] of [['a spy that calls through', `vi.spyOn(api, 'load');`], ['a spy that stands in once', `vi.spyOn(api, 'load').mockReturnValueOnce(1);`], ['a silent console', `vi.spyOn(console, 'warn').mockImplementation(() => {});`]] as const) {
		const file = { 'a.test.ts': vitestFile(code, `import * as api from './src/config';`, false), ...modules };
		allows(`${name}, which no other test looks at`, file, { options: {} });
		flags(`${name}, where it is asked for`, { ...file, 'a.test.ts': file['a.test.ts'].replace(code, `${code}\n\t${'~'.repeat(code.indexOf(')') + 1)}`) }, { options: { unseen: true } });
	}
	const watching = (hook: string, marks = ''): string => `
import { beforeEach, expect, it, vi } from 'vitest';
import { Job } from './src/config';
beforeEach(() => {
	${hook}
});
it('a', async () => {
	const load = vi.spyOn(Job.prototype, 'load');
${marks}	await work();
	expect(load).toHaveBeenCalled();
});
it('b', async () => {
	const load = vi.spyOn(Job.prototype, 'load');
${marks}	await work();
	expect(load).not.toHaveBeenCalled();
});
it('c', () => {});
`;
	flags('a spy that another test looks at', { 'a.test.ts': watching('prepare();', `\t             ${'~'.repeat(31)}\n`), ...modules });
	allows('a spy that another test looks at, where it forgets its calls before each', { 'a.test.ts': watching('vi.clearAllMocks();'), ...modules }, { options: {} });
	const ofVersion = (range: string): Record<string, string> => ({ 'package.json': `{ "devDependencies": { "vitest": "${range}" } }`, ...modules });
	allows('a spy that another test looks at by one of its own, which begins without calls before Vitest 4', { 'a.test.ts': watching('prepare();'), ...ofVersion('^3.2.0') }, { options: {} });
	flags('the same with Vitest 4, where it is the same spy', { 'a.test.ts': watching('prepare();', `\t             ${'~'.repeat(31)}\n`), ...ofVersion('^4.0.0') });
	flags('a spy that another test of Vitest 3 looks at without one of its own', { 'a.test.ts': `
import { expect, it, vi } from 'vitest';
import { Job } from './src/config';
it('a', async () => {
	vi.spyOn(console, 'warn');
	~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(work()).toBe(1);
});
it('b', async () => {
	expect(console.warn).not.toHaveBeenCalled();
});
`, ...ofVersion('^3.2.0') });
	const refused = (inside: string): string => `
import assert from 'node:assert';
import { it } from 'mocha';
import mongoose from 'mongoose';
it('a', () => {
	try {
		${inside}
		assert.fail();
	} catch (error) {
		assert.ok(error);
	}
});
it('b', () => {});
`;
	allows('what the test wants to fail', refused(`mongoose.set('unknown', true);`));
	flags('what comes before the call that the test wants to fail', refused(`mongoose.set('unknown', true);\n\t\t${'~'.repeat(29)}\n\t\tmongoose.connect();`));
	flags('the one of two properties that the hook leaves', `
import { afterEach, it } from 'vitest';
const arch = process.arch;
afterEach(() => {
	Object.defineProperty(process, 'arch', { value: arch });
});
it('a', () => {
	Object.defineProperty(process, 'platform', { value: 'linux' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`process.platform\`
	Object.defineProperty(process, 'arch', { value: 'arm64' });
});
it('b', () => {});
`);
	flags('a change in a callback that the test runs', {
		'a.test.ts': `
import { describe, it } from 'mocha';
import { Fruit } from './src/config';
describe('x', () => {
	it('a', () =>
		Promise.all(sources.map(async source => {
			const fruit = Fruit;
			fruit.Banana = 'banana';
			~~~~~~~~~~~~~~~~~~~~~~~
		})));
});
`,
		...modules,
	});
});

describe('settings that are put back on the happy path alone', () => {
	flagsAtEnd('as the last statement', `
import { expect, test } from 'vitest';
test('a', () => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test
	expect(work()).toBe(1);
	delete process.env.MODE;
});
test('b', () => {});
`);
	flagsAtEnd('by the spy, which another test looks at', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	             ~~~~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test
	expect(work()).toBe(1);
	warn.mockRestore();
});
test('b', () => {
	expect(console.warn).not.toHaveBeenCalled();
});
`);
	flagsAtEnd('by the spy, where it is asked for', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	             ~~~~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test
	expect(work()).toBe(1);
	warn.mockRestore();
});
test('b', () => {});
`, { options: { unseen: true } });
	allows('by the spy, which only an earlier test looks at', `
import { expect, test, vi } from 'vitest';
test('b', () => {
	expect(console.warn).not.toHaveBeenCalled();
});
test('a', () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	expect(work()).toBe(1);
	warn.mockRestore();
});
test('b', () => {});
`);
	flagsAtEnd('by the clock', `
import { expect, jest, test } from '@jest/globals';
test('a', () => {
	jest.useFakeTimers();
	~~~~~~~~~~~~~~~~~~~~ put back at the end of the test
	expect(work()).toBe(1);
	jest.useRealTimers();
});
test('b', () => {});
`);
	flagsAtEnd('after something that may fail', `
import { test } from 'vitest';
test('a', async () => {
	const { warn } = console;
	console.warn = () => {};
	~~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test
	await work();
	console.warn = warn;
});
test('b', () => {});
`);
	flagsAtEnd('in a callback', `
import { describe, it } from 'mocha';
describe('x', () => {
	it('a', done => {
		const old = console.warn;
		console.warn = () => {};
		~~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test
		start(result => {
			assert.equal(result, 1);
			console.warn = old;
			done();
		});
	});
});
`);
	flags('after the last test', `
import { afterAll, test } from 'vitest';
const { location } = window;
afterAll(() => {
	Object.defineProperty(window, 'location', { value: location });
});
test('a', () => {
	Object.defineProperty(window, 'location', { value: { href: 'http://a' } });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`location\` is put back only after the last test
});
test('b', () => {});
`);
	flags('saved before each test and put back once', `
import { afterAll, beforeEach, describe, test } from 'vitest';
describe('x', () => {
	let old;
	beforeEach(() => {
		old = console.warn;
		console.warn = () => {};
		~~~~~~~~~~~~~~~~~~~~~~~ saved before each test
	});
	afterAll(() => {
		console.warn = old;
	});
	test('a', () => {});
});
test('b', () => {});
`);
});

describe('an environment variable that may not have been set', () => {
	flags('put back in a hook', `
import { afterEach, test } from 'vitest';
const old = process.env.PLAN;
afterEach(() => {
	process.env.PLAN = old;
	~~~~~~~~~~~~~~~~~~~~~~ the text "undefined"
});
test('a', () => {
	process.env.PLAN = 'a';
});
`);
	flags('saved in a hook', `
import { afterEach, beforeEach, test } from 'vitest';
let old: string | undefined;
beforeEach(() => {
	old = process.env.PLAN;
	process.env.PLAN = 'a';
});
afterEach(() => {
	process.env.PLAN = old;
	~~~~~~~~~~~~~~~~~~~~~~ the text "undefined"
});
test('a', () => {});
`);
	flags('put back when the test is over', `
import test from 'node:test';
test('a', t => {
	const old = process.env.PLAN;
	t.after(() => {
		process.env.PLAN = old;
		~~~~~~~~~~~~~~~~~~~~~~ the text "undefined"
	});
	process.env.PLAN = 'a';
});
`);
	const putBack = (name: string): string => `
import { afterEach, test } from 'vitest';
const old = process.env.${name};
afterEach(() => {
	process.env.${name} = old;
});
test('a', () => {
	process.env.${name} = 'pnpm/1.0.0';
});
`;
	allows('one that the package manager sets for all that it runs', putBack('npm_config_user_agent'));
	flags('one that only looks like it', putBack('npm_token').replace('= old;\n}', `= old;\n\t${'~'.repeat('process.env.npm_token = old'.length)} the text "undefined"\n}`));
	for (const [name, code] of [
		['a condition', `if (old === undefined) delete process.env.PLAN;\n\telse process.env.PLAN = old;`],
		['an early end', `if (old === undefined) {\n\t\tdelete process.env.PLAN;\n\t\treturn;\n\t}\n\tprocess.env.PLAN = old;`],
		['a default', `process.env.PLAN = old ?? 'none';`],
	] as const) {
		allows(`one put back with ${name}`, `
import { afterEach, test } from 'vitest';
const old = process.env.PLAN;
afterEach(() => {
	${code}
});
test('a', () => {
	process.env.PLAN = 'a';
});
`);
	}
	allows('one that the file sets before', `
import { afterEach, test } from 'vitest';
process.env.PLAN = 'test';
const old = process.env.PLAN;
afterEach(() => {
	process.env.PLAN = old;
});
test('a', () => {});
`);
	for (const [name, files] of [
		['the configuration', { 'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { env: { PLAN: 'a' } } });\n`, 'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }` }],
		['a script', { 'package.json': `{ "scripts": { "test": "PLAN=a vitest run" }, "devDependencies": { "vitest": "^3.0.0" } }` }],
	] as const) {
		allows(`one that ${name} sets`, { 'a.test.ts': `import { afterEach, test } from 'vitest';\nconst old = process.env.PLAN;\nafterEach(() => {\n\tprocess.env.PLAN = old;\n});\ntest('a', () => {});\n`, ...files });
	}
	allows('one that is always set', `
import { afterEach, test } from 'vitest';
const old = process.env.PATH;
afterEach(() => {
	process.env.PATH = old;
});
test('a', () => {});
`);
});

describe('what is put back on every path', () => {
	for (const [name, code] of [
		['finally', `process.env.MODE = 'a';\n\ttry {\n\t\texpect(work()).toBe(1);\n\t} finally {\n\t\tdelete process.env.MODE;\n\t}`],
		['a function for the end of the test', `process.env.MODE = 'a';\n\tonTestFinished(() => {\n\t\tdelete process.env.MODE;\n\t});`],
		['a promise that ends either way', `process.env.MODE = 'a';\n\treturn work().finally(() => {\n\t\tdelete process.env.MODE;\n\t});`],
		['a helper that does it for a callback', `await withMode('a', async () => {\n\t\texpect(await work()).toBe(1);\n\t});`],
		['a helper of the helper', `await withLevel('a', async () => {\n\t\texpect(await work()).toBe(1);\n\t});`],
		['what a helper hands back', `onTestFinished(setMode('a'));`],
		['a variable that a helper hands back', `const restore = setMode('a');\n\tonTestFinished(restore);`],
		['nothing that can fail between', `const old = console.warn;\n\tconsole.warn = () => {};\n\tconst result = work();\n\tconsole.warn = old;\n\texpect(result).toBe(1);`],
		['a spy whose end is told', `const spy = vi.spyOn(console, 'warn');\n\tonTestFinished(() => spy.mockRestore());`],
		['using', `using spy = vi.spyOn(console, 'warn');`],
	] as const) {
		allows(`by ${name}`, { 'a.test.ts': vitestFile(code, `import { setMode, withLevel, withMode } from './test/support/env';`, false), ...modules });
	}

	for (const [name, code, hook, imports] of [
		['an environment variable', `process.env.MODE = 'a';`, `delete process.env.MODE;`],
		['the environment', `process.env.MODE = 'a';`, `process.env = env;`],
		['each variable of the environment', `process.env.MODE = 'a';`, `for (const key of Object.keys(env)) process.env[key] = env[key];`],
		['stubbed variables', `vi.stubEnv('MODE', 'a');`, `vi.unstubAllEnvs();`],
		['stubbed globals', `vi.stubGlobal('fetch', () => {});`, `vi.unstubAllGlobals();`],
		['spies', `vi.spyOn(console, 'warn');`, `vi.restoreAllMocks();`],
		['one spy by its object', `vi.spyOn(console, 'warn');`, `vi.mocked(console.warn).mockRestore();`],
		['the clock', `vi.useFakeTimers();`, `vi.useRealTimers();`],
		['stubs of sinon', `sinon.stub(console, 'warn');`, `sinon.restore();`, `import sinon from 'sinon';`],
		['stubs of a sandbox', `sandbox.stub(console, 'warn');`, `sandbox.restore();`, `import sinon from 'sinon';\nconst sandbox = sinon.createSandbox();`],
		['the clock of sinon', `clock = sinon.useFakeTimers();`, `clock.restore();`, `import sinon from 'sinon';\nlet clock;`],
		['a property', `Object.defineProperty(process, 'platform', { value: 'a' });`, `Object.defineProperty(process, 'platform', platform);`],
		['the working directory', `process.chdir('/tmp');`, `process.chdir(home);`],
		['a variable, in a helper', `process.env.MODE = 'a';`, `putBack();`, `import { putBack } from './test/support/env';`],
	] as const) {
		allows(`${name} in a hook`, { 'a.test.ts': vitestFile(code, `${imports ?? ''}\nconst env = { ...process.env };\nafterEach(() => {\n\t${hook}\n});`, false), ...modules });
	}

	allows('a clock that a property holds', {
		'a.test.js': `describe('x', () => {\n\tbefore(function () {\n\t\tthis.clock = sinon.useFakeTimers();\n\t});\n\tafter(function () {\n\t\tthis.clock.restore();\n\t});\n\tit('a', () => {});\n});\n`.replace(/^/, `const sinon = require('sinon');\n`),
		'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }`,
	});
	allows('a global by another of its names', {
		'a.test.ts': vitestFile(`const { fetch } = global;\n\tdelete globalThis.fetch;\n\tglobalThis.fetch = fetch;`, '', false),
	});
	allows('by the settings of Vitest', {
		'a.test.ts': vitestFile(`vi.stubEnv('MODE', 'a');\n\tvi.stubGlobal('fetch', () => {});\n\tvi.spyOn(console, 'warn');`, '', false),
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { restoreMocks: true, unstubEnvs: true, unstubGlobals: true } });\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	allows('by the settings of Jest', {
		'a.test.js': `test('a', () => {\n\tjest.spyOn(console, 'warn');\n});\ntest('b', () => {});\n`,
		'jest.config.js': `module.exports = { restoreMocks: true };\n`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	});
	allows('by a setup file', {
		'a.test.ts': vitestFile(`vi.spyOn(console, 'warn');`, '', false),
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./test/setup.ts'] } });\n`,
		'test/setup.ts': `import { afterEach, vi } from 'vitest';\nafterEach(() => {\n\tvi.restoreAllMocks();\n});\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	allows('by the test of node:test itself', `
import test from 'node:test';
test('a', t => {
	t.mock.method(console, 'warn', () => {});
	t.mock.timers.enable();
});
test('b', () => {});
`);
	allows('by t.after', `
import test from 'node:test';
test('a', t => {
	process.env.MODE = 'a';
	t.after(() => {
		delete process.env.MODE;
	});
});
test('b', () => {});
`);
	allows('by what a list keeps until the end', `
import { afterEach, test } from 'node:test';
const cleanups = [];
afterEach(() => {
	for (const cleanup of cleanups.splice(0)) cleanup();
});
test('a', () => {
	process.env.MODE = 'a';
	cleanups.push(() => {
		delete process.env.MODE;
	});
});
test('b', () => {});
`);
	allows('by what an object of another file keeps until the end', {
		'a.test.js': `
import { beforeEach, test } from 'node:test';
import sinon from 'sinon';
import { Teardowns } from './teardowns.js';
const teardowns = new Teardowns();
beforeEach(() => teardowns.runAll());
test('a', () => {
	teardowns.add({ once: true }, () => clock.restore());
	const clock = sinon.useFakeTimers();
});
test('b', () => {});`,
		'teardowns.js': `
export class Teardowns {
	#all = [];
	add(options, teardown) { this.#all.push(teardown); }
	runAll() { for (const each of this.#all.splice(0)) each(); }
}`,
	});
	flags('what a list keeps until the end, but something else', `
import { afterEach, test } from 'node:test';
const cleanups = [];
afterEach(() => {
	for (const cleanup of cleanups.splice(0)) cleanup();
});
test('a', () => {
	process.env.MODE = 'a';
	~~~~~~~~~~~~~~~~~~~~~~ stays
	cleanups.push(() => {
		process.env.OTHER = '';
	});
});
test('b', () => {});
`);
	allows('spies of Jasmine', {
		'a.spec.js': `describe('x', () => {\n\tit('a', () => {\n\t\tspyOn(console, 'warn');\n\t});\n\tit('b', () => {});\n});\n`,
		'package.json': `{ "devDependencies": { "jasmine": "^5.0.0" } }`,
	});
	allows('spies of Jasmine, in a project that has Mocha too', {
		'a.spec.js': `describe('x', () => {\n\tit('a', () => {\n\t\tspyOn(console, 'warn').andReturn(1);\n\t});\n\tit('b', () => {});\n});\n`,
		'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }`,
	});
	allows('at the end of a test that a failed assertion does not end', `
import t from 'tap';
t.test('a', async t => {
	process.env.MODE = 'a';
	t.equal(work(), 1);
	delete process.env.MODE;
});
t.test('b', async t => {});
`);
	allows('by what a hook hands back', `
import { beforeEach, describe, test } from 'vitest';
describe('x', () => {
	beforeEach(() => {
		process.env.MODE = 'a';
		return () => {
			delete process.env.MODE;
		};
	});
	test('a', () => {});
});
test('b', () => {});
`);
});

describe('what does not run', () => {
	allows('hooks and tests of a suite that is skipped', `
import { beforeEach, describe, test } from 'vitest';
describe.skip('x', () => {
	beforeEach(() => {
		process.env.MODE = 'a';
	});
	describe('y', () => {
		test('a', () => {
			process.env.LEVEL = 'a';
		});
	});
});
test('b', () => {});
`);
});

describe('what no other test sees', () => {
	allows('the only test of an isolated file', `
import { test } from 'vitest';
test('a', () => {
	process.env.MODE = 'a';
});
`);
	allows('a configuration of the whole file', `
import { beforeAll, beforeEach, test, vi } from 'vitest';
process.env.MODE = 'a';
vi.useFakeTimers();
beforeAll(() => {
	process.env.LEVEL = 'a';
});
beforeEach(() => {
	process.env.NAME = 'a';
	globalThis.fetch = vi.fn();
});
test('a', () => {});
test('b', () => {});
`);
	allows('what each test writes again', `
import { test } from 'vitest';
test('a', () => {
	process.env.MODE = 'a';
});
test('b', () => {
	process.env.MODE = 'b';
});
`);
	allows('what the hook before each test writes again', `
import { beforeEach, test } from 'vitest';
beforeEach(() => {
	process.env.MODE = 'default';
});
test('a', () => {
	process.env.MODE = 'a';
});
test('b', () => {});
`);
	allows('what a setup file writes again before each test', {
		'a.test.ts': vitestFile(`process.env.MODE = 'a';`, `beforeEach(() => {\n\tprocess.env.LEVEL = 'a';\n});`, false),
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./test/setup.ts'] } });\n`,
		'test/setup.ts': `import { beforeEach } from 'vitest';\nbeforeEach(() => {\n\tprocess.env.MODE = process.env.LEVEL = 'default';\n});\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	allows('a write that is meant to fail', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { config } from './src/config';
test('a', () => {
	expect(() => {
		config.url = 'x';
	}).toThrow();
});
test('b', () => {});
`,
		...modules,
	});
});

describe('what is no setting', () => {
	for (const [name, code, imports] of [
		['a variable of the file', `count = 1;`, `let count = 0;`],
		['an object of the file', `state.count = 1;`, `const state = { count: 0 };`],
		['an object of the test', `const state = { count: 0 };\n\tstate.count = 1;`],
		['an entry of a map', `cache['http://a'] = 1;`, `import { cache } from './src/config';`],
		['data of tests', `user.name = 'b';`, `import { user } from './test/support/data';`],
		['a variable that is taken away', `delete process.env.MODE;`],
		['a value that is emptied', `process.env.MODE = '';`],
		['an old value that is put back', `process.env = env;`, `const env = process.env;`],
		['the page', `document.body.innerHTML = '<p>';`],
		['the exit code', `process.exitCode = 1;`],
		['a model that the test defines', `const Team = sequelize.define('team');\n\tTeam.Agent = 1;`, `import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize();`],
		['a plugin', `dayjs.extend(utc);`, `import dayjs from 'dayjs';\nimport utc from 'dayjs/plugin/utc';`],
		['a spy on an object of the test', `const api = { load() {} };\n\tvi.spyOn(api, 'load');`],
		['what the program does itself', `start();`, `import { start } from './src/start';`],
		['a part of what the program keeps on the global object', `window.app.items = [];`],
		['the same, in a helper', `setItems([]);`, `const { app } = window;\nfunction setItems(items) {\n\tapp.items = items;\n}`],
	] as const) {
		allows(name, { 'a.test.ts': vitestFile(code, imports, false), ...modules, 'src/start.ts': `export function start() {\n\tprocess.env.STARTED = '1';\n}\n` });
	}
});

describe('suggestions', () => {
	flags('what a hook puts back', `
import { test, vi } from 'vitest';
test('a', () => {
	vi.spyOn(process, 'exit').mockImplementation(() => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~
	work();
});
test('b', () => {});
`, {
		mends: {
			'Put all of these back after each test.': `
import { afterEach, test, vi } from 'vitest';
afterEach(() => {
	vi.restoreAllMocks();
});

test('a', () => {
	vi.spyOn(process, 'exit').mockImplementation(() => {});
	work();
});
test('b', () => {});
`,
		},
	});
	flags('the clock of Jest, whose words are global', {
		'a.test.js': `
test('a', () => {
	jest.useFakeTimers();
	~~~~~~~~~~~~~~~~~~~~
});
test('b', () => {});
`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	}, {
		mends: {
			'Put all of these back after each test.': `
afterEach(() => {
	jest.useRealTimers();
});

test('a', () => {
	jest.useFakeTimers();
});
test('b', () => {});
`,
		},
	});
	flags('a variable that can be stubbed', `
import { test, vi } from 'vitest';
test('a', () => {
	process.env.PLAN = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
});
test('b', () => {});
`, {
		mends: {
			'Stub the variable, and end that after each test.': `
import { afterEach, test, vi } from 'vitest';
afterEach(() => {
	vi.unstubAllEnvs();
});

test('a', () => {
	vi.stubEnv('PLAN', 'a');
});
test('b', () => {});
`,
		},
	});
	const keep = 'Keep the variable, and put it back after each test.';
	flags('a variable, in a suite of Jest', `
describe('plans', () => {
	it('a', () => {
		process.env.PLAN_NAME = nameOf('a');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
	it('b', () => {});
});
`, {
		mends: {
			[keep]: `
describe('plans', () => {
	const originalPlanName = process.env.PLAN_NAME;
	afterEach(() => {
		if (originalPlanName === undefined) delete process.env.PLAN_NAME;
		else process.env.PLAN_NAME = originalPlanName;
	});

	it('a', () => {
		process.env.PLAN_NAME = nameOf('a');
	});
	it('b', () => {});
});
`,
		},
	});
	flags('a variable, with imported words', `
import { test } from 'node:test';
test('a', () => {
	process.env.PLAN = 'a';
	~~~~~~~~~~~~~~~~~~~~~~
});
test('b', () => {});
`, {
		mends: {
			[keep]: `
import { afterEach, test } from 'node:test';
const originalPlan = process.env.PLAN;
afterEach(() => {
	if (originalPlan === undefined) delete process.env.PLAN;
	else process.env.PLAN = originalPlan;
});

test('a', () => {
	process.env.PLAN = 'a';
});
test('b', () => {});
`,
		},
	});
	flagsAtEnd('what the last statement puts back', `
import { expect, test, vi } from 'vitest';
test('a', async () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	             ~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(await work()).toBe(1);
	warn.mockRestore();
});
test('b', () => {});
`, {
		options: { unseen: true },
		mends: {
			'Put it back in `finally`.': `
import { expect, test, vi } from 'vitest';
test('a', async () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	try {
	expect(await work()).toBe(1);
	} finally {
	warn.mockRestore();
	}
});
test('b', () => {});
`,
		},
	});
	flags('what may not have been set', `
import { afterEach, test } from 'vitest';
const old = process.env.PLAN;
afterEach(() => {
	process.env.PLAN = old;
	~~~~~~~~~~~~~~~~~~~~~~
});
test('a', () => {});
`, {
		mends: {
			'Delete the variable where it was not set.': `
import { afterEach, test } from 'vitest';
const old = process.env.PLAN;
afterEach(() => {
	if (old === undefined) delete process.env.PLAN;
	else process.env.PLAN = old;
});
test('a', () => {});
`,
		},
	});
	leavesAtEnd('what is put back in the middle of a test', `
import { expect, test } from 'vitest';
test('a', async () => {
	process.env.PLAN = 'a';
	expect(await work()).toBe(1);
	delete process.env.PLAN;
	expect(await work()).toBe(2);
});
test('b', () => {});
`);
});

describe('what ends by itself', () => {
	allows('a stand-in that puts the earlier function back when it is called, in the test and in a helper', `
import { expect, test } from 'vitest';
function sink(method, take) {
	const kept = console[method];
	console[method] = (...args) => {
		console[method] = kept;
		take(args);
	};
}
test('a', () => {
	const warn = console.warn;
	console.warn = line => {
		console.warn = warn;
		expect(line).toBe('a');
	};
	work();
});
test('b', () => {
	sink('error', args => expect(args).toEqual(['b']));
	work();
});
test('c', () => work());
`);
	flags('a stand-in that puts something else back', `
import { test } from 'vitest';
test('a', () => {
	const { warn, error } = console;
	console.warn = line => {
	~~~~~~~~~~~~~~~~~~~~~~~~
		console.error = error;
	};
	work();
});
test('b', () => work());
`);
	allows('what a helper puts back in a callback of its own', {
		'a.test.js': `
const { frozen } = require('./frozen');
describe('x', () => {
	it('a', done => {
		frozen(error => done(error));
	});
	it('b', () => {});
});
`,
		'frozen.js': `const sinon = require('sinon');\nexports.frozen = callback => {\n\tconst clock = sinon.useFakeTimers();\n\twork(error => {\n\t\tclock.restore();\n\t\tcallback(error);\n\t});\n};\n`,
		'package.json': `{ "devDependencies": { "mocha": "^11.0.0" } }`,
	});
	allows('what a helper has the test put back', `
import { test } from 'node:test';
function countRuns(t) {
	const exec = RegExp.prototype.exec;
	RegExp.prototype.exec = function (text) { return exec.call(this, text); };
	t.after(() => { RegExp.prototype.exec = exec; });
}
test('a', t => {
	countRuns(t);
	work();
});
test('b', () => work());
`);
	flags('what a helper has the test put back is something else', `
import { test } from 'node:test';
function countRuns(t) {
	const { exec, test: asked } = RegExp.prototype;
	RegExp.prototype.exec = function (text) { return exec.call(this, text); };
	t.after(() => { RegExp.prototype.test = asked; });
}
test('a', t => {
	countRuns(t);
	~~~~~~~~~~~~
	work();
});
test('b', () => work());
`);
});

describe('an environment that is replaced as a whole', () => {
	const code = `export const isLoud = () => process.env.LOUD === '1';`;
	const head = `import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { isLoud } from '../src/loud';`;

	flags('one with a value of its own', {
		'test/a.test.ts': `${head}
test('is loud', () => {
	process.env = { ...process.env, LOUD: '1' };
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`process.env\` stays changed after this test
	expect(isLoud()).toBe(true);
});
test('is quiet', () => {
	expect(isLoud()).toBe(false);
});`,
		'src/loud.ts': code,
	});

	allows('a copy for each test, with a value of its own or without, that is put back at the end', {
		'test/a.test.ts': `${head}
const before = process.env;
beforeEach(() => { process.env = { ...before, QUIET: '1' }; });
afterAll(() => { process.env = before; });
test('is loud', () => {
	process.env = { ...process.env };
	expect(isLoud()).toBe(false);
});
test('is quiet', () => {
	expect(isLoud()).toBe(false);
});`,
		'src/loud.ts': code,
	});

	allows('one that is put back after each test', {
		'test/a.test.ts': `${head}
const before = { ...process.env };
afterEach(() => { process.env = before; });
test('is loud', () => {
	process.env = { ...before, LOUD: '1' };
	expect(isLoud()).toBe(true);
});
test('is quiet', () => {
	expect(isLoud()).toBe(false);
});`,
		'src/loud.ts': code,
	});

	flags('one that takes over what another test put in', {
		'test/a.test.ts': `${head}
test('is loud', () => {
	process.env = { ...process.env, LOUD: '1' };
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`process.env\` stays changed after this test
	expect(isLoud()).toBe(true);
});
test('is quiet', () => {
	process.env = { ...process.env, OTHER: '1' };
	expect(isLoud()).toBe(false);
});`,
		'src/loud.ts': code,
	});

	allows('one that each test gives the same variable', {
		'test/a.test.ts': `${head}
test('is loud', () => {
	process.env = { ...process.env, LOUD: '1' };
	expect(isLoud()).toBe(true);
});
test('is quiet', () => {
	process.env = { ...process.env, LOUD: '0' };
	expect(isLoud()).toBe(false);
});`,
		'src/loud.ts': code,
	});
});

describe('modules that a test loads itself', () => {
	const source = { 'src/output.ts': 'export const warn = () => 1;\nexport const info = () => 2;' };
	const options = { end: true, unseen: true };

	flags('spies on what an import in the test gives', { 'test/a.test.ts': `import { expect, test, vi } from 'vitest';
test('warns', async () => {
	const spy = vi.spyOn(await import('../src/output'), 'warn').mockReturnValue(5);
	            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ is put back at the end of the test
	expect(await run()).toBe(1);
	spy.mockRestore();
});
test('informs', async () => {
	const output = await import('../src/output');
	const spy = vi.spyOn(output, 'info').mockReturnValue(5);
	            ~~~~~~~~~~~~~~~~~~~~~~~~ is put back at the end of the test
	expect(await run()).toBe(1);
	spy.mockRestore();
});
test('runs', async () => { expect(await run()).toBe(2); });`, ...source }, { options });

	allows('where they are loaded anew', { 'test/a.test.ts': `import { beforeEach, expect, test, vi } from 'vitest';
beforeEach(() => { vi.resetModules(); });
test('warns', async () => {
	const output = await import('../src/output');
	vi.spyOn(output, 'warn').mockReturnValue(5);
	expect(await run()).toBe(1);
});
test('runs', async () => { expect(await run()).toBe(2); });`, ...source }, { options });

	allows('where something puts them back', { 'test/a.test.ts': `import { afterEach, expect, test, vi } from 'vitest';
afterEach(() => { vi.restoreAllMocks(); });
test('warns', async () => {
	vi.spyOn(await import('../src/output'), 'warn').mockReturnValue(5);
	expect(await run()).toBe(1);
});
test('runs', async () => { expect(await run()).toBe(2); });`, ...source }, { options });
});

describe('sandboxes of Sinon', () => {
	const trial = { 'src/trial.ts': 'export const price = () => 1;' };
	const file = (setUp: string, stub: string): Record<string, string> => ({ 'test/a.test.ts': `import sinon from 'sinon';
import { expect } from 'chai';
import * as trial from '../src/trial';
describe('prices', () => {
	${setUp}
	it('is free', async () => {
		${stub}
		expect(await run()).to.equal(0);
	});
	it('costs', async () => { expect(await run()).to.equal(1); });
});`, 'package.json': '{"devDependencies":{"mocha":"10"}}', ...trial });
	const own = `let sandbox;\n\tbeforeEach(() => { sandbox = sinon.createSandbox(); });\n\tafterEach(() => { sandbox.restore(); });`;

	flags('what the package itself stubs, where a sandbox puts back', file(own, `sinon.stub(trial, 'price').returns(0);\n\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~ stays changed after this test`));
	flags('what a sandbox stubs, where the package itself puts back', file(`const sandbox = sinon.createSandbox();\n\tafterEach(() => { sinon.restore(); });`, `sandbox.stub(trial, 'price').returns(0);\n\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stays changed after this test`));
	allows('what the same sandbox stubs', file(own, `sandbox.stub(trial, 'price').returns(0);`));
	allows('what the package itself stubs and puts back', file(`const sandbox = sinon;\n\tafterEach(() => { sinon.restore(); });`, `sandbox.stub(trial, 'price').returns(0);`));
	allows('a sandbox that is not known to be another one', file(`const sandbox = makeSandbox();\n\tafterEach(() => { sandbox.restore(); sinon.restore(); });`, `sinon.stub(trial, 'price').returns(0);`));
});

describe('what a hook takes away before each test of a suite', () => {
	const file = (hook: string, last: string): string => `import { beforeEach, describe, expect, test } from 'vitest';
describe('with a list', () => {
	beforeEach(() => { ${hook} });
	test('allows', () => {
		globalThis.ALLOWED = new Set(['a']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stays changed after this test
		expect(isHidden('a')).toBe(false);
	});
	test('hides', () => { expect(isHidden('a')).toBe(true); });
});
${last}`;
	const unmarked = (text: string): string => text.replace(/\n\t+~+.*/, '');
	const beside = `test('hides without one', () => { expect(isHidden('a')).toBe(true); });`;

	flags('and a test outside of it sees', file('delete globalThis.ALLOWED;', beside));
	allows('where no other test follows', unmarked(file('delete globalThis.ALLOWED;', '')));
	allows('where the other test takes it away itself', unmarked(file('delete globalThis.ALLOWED;', `test('hides without one', () => { delete globalThis.ALLOWED; expect(isHidden('a')).toBe(true); });`)));
	flags('once, at the hook, where that gives it a value which stays as well', `import { beforeEach, describe, expect, test } from 'vitest';
describe('with a list', () => {
	beforeEach(() => {
		globalThis.ALLOWED = [];
		~~~~~~~~~~~~~~~~~~~~~~~ stays changed after this hook
	});
	test('allows', () => {
		globalThis.ALLOWED = ['a'];
		expect(isHidden('a')).toBe(false);
	});
});
${beside}`);
});

describe('packages that are globals of the page', () => {
	const manifest = '{"devDependencies":{"karma":"6","karma-mocha":"2","karma-sinon":"1","mocha":"10","sinon":"4"}}';
	const file = (setUp: string, stub: string, end = ''): Record<string, string> => ({ 'test/a.spec.js': `import { expect } from 'chai';
import { config } from 'src/config.js';
describe('prices', () => {
	${setUp}
	it('is free', () => {
		${stub}
		expect(run()).to.equal(0);${end}
	});
	it('costs', () => { expect(run()).to.equal(1); });
});`, 'package.json': manifest, 'src/config.js': `export const config = { price: () => 1 };` });

	flags('what the global Sinon stubs', file('', `sinon.stub(config, 'price').returns(0);\n\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`config.price\` stays changed after this test`));
	flags('what an older sandbox of it stubs', file('', `const sandbox = sinon.sandbox.create();\n\t\tsandbox.stub(config, 'price').returns(0);\n\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`config.price\` stays changed after this test`));
	flagsAtEnd('what it stubs and only the end of the test puts back', file('', `const stub = sinon.stub(config, 'price');\n\t\t             ~~~~~~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test`, '\n\t\tstub.restore();'));
	flagsAtEnd('what it stubs without a variable', file('', `sinon.stub(config, 'price').returns(0);\n\t\t~~~~~~~~~~~~~~~~~~~~~~~~~~~ put back at the end of the test`, '\n\t\tconfig.price.restore();'));
	allows('what a hook puts back', file('afterEach(() => { sinon.restore(); });', `sinon.stub(config, 'price').returns(0);`));
	allows('what a hook puts back by the stub itself', file('let stub;\n\tafterEach(() => { stub.restore(); });', `stub = sinon.stub(config, 'price').returns(0);`));
	allows('a name of the file', file('const sinon = { stub: (object, name) => ({ returns: value => ({ object, name, value }) }) };', `sinon.stub(config, 'price').returns(0);`));
});

describe('objects of test code that a later suite takes as they are', () => {
	const file = (change: string, later: string, imports = `const options = require('./options');`): Record<string, string> => ({ 'test/a.test.js': `${imports}
let connection;
describe('a', () => {
	before(async () => {
		${change}
		connection = await connect(options.valid);
	});
	it('is bound', () => { expect(connection.rows()).to.equal(1); });
});
describe('b', () => {
	before(async () => {
		${later}
	});
	it('is not', () => { expect(connection.rows()).to.equal(2); });
});`, 'package.json': '{"devDependencies":{"mocha":"10"}}', 'test/options.js': `exports.valid = { user: 'a', retries: 1 };\nexports.other = { user: 'b' };` });
	const changed = `options.valid.threshold = 3;`;
	const marked = `${changed}\n\t\t${under(changed)} \`options.valid.threshold\` stays changed after this hook`;

	flags('handed over as a whole', file(marked, 'connection = await connect(options.valid);'));
	flags('copied as a whole', file(marked, 'connection = await connect({ ...options.valid, retries: 2 });'));
	flags('read again', file(marked, 'connection = await connect({ threshold: options.valid.threshold });'));
	flags('taken by an import', file(marked, 'connection = await connect(options.valid);', `import * as options from './options';`));
	allows('of which it takes other parts', file(changed, 'connection = await connect({ user: options.valid.user });'));
	allows('where it takes another object', file(changed, 'connection = await connect(options.other);'));
	allows('where it sets the same part', file(changed, 'options.valid.threshold = 4;\n\t\tconnection = await connect(options.valid);'));
	allows('that is put back', file(`${changed}\n\t});\n\tafter(() => {\n\t\tdelete options.valid.threshold;\n\t});\n\tbefore(async () => {`, 'connection = await connect(options.valid);'));
	allows('that the file makes itself', file(changed, 'connection = await connect(options.valid);', `const options = { valid: { user: 'a' } };`));
});

describe('stubs that are made when the file is read', () => {
	const mocha = '{"devDependencies":{"mocha":"10","sinon":"17"}}';
	const file = (suite: string, manifest = mocha, top = ''): Record<string, string> => ({ 'test/a.test.js': `const sinon = require('sinon');
const mailer = require('../src/mailer');
${top}
describe('mails', () => {
	${suite}
	it('are sent', () => { expect(run()).to.equal(1); });
});`, 'package.json': manifest, 'src/mailer.js': `exports.send = () => 1;` });
	const stub = `sinon.stub(mailer, 'send').returns(1);`;
	const marks = `~~~~~~~~~~~~~~~~~~~~~~~~~~ \`mailer.send\` is changed when the file is read`;

	flags('in a suite', file(`${stub}\n\t${marks}`));
	flags('in a suite without tests', { 'test/a.test.js': `const mailer = require('../src/mailer');\ndescribe('mails', () => {\n\t${stub}\n\t${marks}\n\tdescribe('sent', () => {\n\t\tmailer.send();\n\t});\n});`, 'package.json': mocha, 'src/mailer.js': `exports.send = () => 1;` });
	flags('beside all suites', file('', mocha, `const send = ${stub}\n             ${marks}`));
	flags('as a clock', file(`const clock = sinon.useFakeTimers();\n\t              ~~~~~~~~~~~~~~~~~~~~~ The clock is changed when the file is read`));
	allows('and put back behind all tests', file(`const send = ${stub}\n\tafter(() => { send.restore(); });`));
	allows('and put back by the object', file(`${stub}\n\tafter(() => { mailer.send.restore(); });`));
	allows('and put back with all others', file(`${stub}\n\tafter(() => { sinon.restore(); });`));
	allows('and put back by a test', file(`const send = ${stub}\n\tit('is put back', () => { send.restore(); });`));
	allows('on an object of the file', file(`const own = { send() {} };\n\tsinon.stub(own, 'send');`));
	allows('where each file has a process', file(stub.replace('sinon.stub', 'jest.spyOn').replace('.returns', '.mockReturnValue'), '{"devDependencies":{"jest":"29"}}'));
	allows('in a file that sets up others', { 'test/setup.js': `const sinon = require('sinon');\nconst mailer = require('../src/mailer');\n${stub}\nbefore(() => {});`, 'package.json': mocha, 'src/mailer.js': `exports.send = () => 1;` });
	allows('in a suite that is left out', { 'test/a.test.js': `const sinon = require('sinon');\nconst mailer = require('../src/mailer');\ndescribe.skip('mails', () => {\n\t${stub}\n\tit('are sent', () => {});\n});`, 'package.json': mocha, 'src/mailer.js': `exports.send = () => 1;` });
	allows('where something decides that', file(`if (process.env.OFFLINE) ${stub}`));
	allows('the environment that the file is read with', file('', mocha, `process.env.MODE = 'test';`));
});

describe('objects that only earlier tests look at', () => {
	const unseen = { options: { unseen: true } };
	const file = (earlier: string, change: string, later = ''): Record<string, string> => ({ 'src/a.test.ts': `import { expect, test } from 'vitest';
import { config, other } from './config';
test('earlier', () => {
	${earlier}
});
test('last', () => {
	${change}
	expect(keyOf(config)).toBe('b');
${later}});`, 'src/config.ts': `export const config = { year: 2020, term: 1 };\nexport const other = { year: 2020 };` });
	const change = `config.year = 2021;`;
	const marked = `${change}\n\t${under(change)} \`config.year\` stays changed after this test, and a test in front of it looks at it`;

	flags('the same part', file('expect(terms[config.year]).toBe(2);', marked), unseen);
	flags('the whole', file('expect(keyOf(config)).toBe(2);', marked), unseen);
	allows('where nobody asked for it', file('expect(terms[config.year]).toBe(2);', change), { options: {} });
	allows('another part', file('expect(terms[config.term]).toBe(2);', change), unseen);
	allows('another object', file('expect(terms[other.year]).toBe(2);', change), unseen);
	allows('what they set themselves', file('config.year = 2019;\n\texpect(terms[config.year]).toBe(2);\n\tconfig.year = 2020;', change), unseen);
	allows('what is put back at the end', file('expect(terms[config.year]).toBe(2);', change, '\tconfig.year = 2020;\n'), unseen);
});

describe('what a setter of the program is handed', () => {
	const api = `let topic = 'main';
let { level } = require('./settings');
let provider;
const seen = [];
class Api {
	static setTopic(name) { topic = name; }
	static getTopic() { return topic; }
	static setLevel(value) { level = value; }
	static setProvider(value) { provider = value; }
	static use(name) { seen.push(name); topic = name; }
}
module.exports = Api;
`;
	const file = (code: string, more = '', manifest = '{"devDependencies":{"mocha":"10"}}'): Record<string, string> => ({ 'test/a.test.js': `const Api = require('../src/api');
class Mock {
	constructor() { Api.setTopic('data'); }
}
describe('topics', () => {
	${more}
	before(() => {
		${code}
	});
	it('are known', () => { expect(Api.getTopic()).to.equal('data'); });
});
`, 'package.json': manifest, 'src/api.js': api, 'src/settings.js': `exports.level = 1;` });

	flags('by a hook', file(`Api.setTopic('data');\n\t\t~~~~~~~~~~~~~~~~~~~~ \`topic\` stays changed after this hook`));
	flags('by a class of the file', file(`const mock = new Mock();\n\t\t             ~~~~~~~~~~ \`topic\` stays changed after this hook`));
	flags('over what a configuration says', file(`Api.setLevel(3);\n\t\t~~~~~~~~~~~~~~~ \`level\` stays changed after this hook`));
	allows('and put back', file(`Api.setTopic('data');`, `after(() => { Api.setTopic('main'); });`));
	allows('and put back as it was', file(`topic = Api.getTopic();\n\t\tApi.setTopic('data');`, `let topic;\n\tafter(() => { Api.setTopic(topic); });`));
	allows('as it is', file(`Api.setTopic('main');`));
	allows('where nothing was there before', file(`Api.setProvider({ send() {} });`));
	allows('by a variable', file(`Api.setTopic(wanted);`, `const wanted = pick();`));
	allows('where it does more than that', file(`Api.use('data');`));
});
