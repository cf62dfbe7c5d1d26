import { describe } from 'vitest';

import rule from '../../rules/no-unrestored-global.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unrestored-global', rule);

/** What a package says that has nothing but this runner. */
const withRunner = (name: string, version: string): Record<string, string> => ({ 'package.json': JSON.stringify({ type: 'module', devDependencies: { [name]: version } }) });

const program = {
	'src/mode.ts': `export const isVerbose = (): boolean => process.env.VERBOSE === '1';\nexport function levelOf(): string {\n\tconst { LEVEL = 'info' } = process.env;\n\treturn LEVEL;\n}\nexport const atStart = process.env.VERBOSE === '1';\nexport const startedLoudly = (): boolean => atStart;\n`,
	'src/report.ts': `import { isVerbose, levelOf } from './mode';\n\nexport function report(): string {\n\treturn isVerbose() ? 'all of it' : levelOf();\n}\nexport const add = (one: number, other: number): number => one + other;\n`,
	'src/load.ts': `export async function load(): Promise<string> {\n\tconst answer = await fetch('/a');\n\treturn answer.text();\n}\n`,
	'src/store.ts': `export const limits = { width: 10, depth: 2 };\nexport class Store {\n\tread(): string {\n\t\treturn 'stored';\n\t}\n}\nexport const readAll = (): string[] => [new Store().read()];\nexport const hasRoom = (): boolean => limits.width > 3;\n`,
};

/** The words of each runner: how its file begins, a test, and a claim. */
const runners = [
	{ name: 'Vitest', files: withRunner('vitest', '^4.0.0'), head: `import { expect, test } from 'vitest';`, test: 'test', is: (one: string, other: string) => `expect(${one}).toBe(${other})` },
	{ name: 'Jest', files: withRunner('jest', '^30.0.0'), head: '', test: 'test', is: (one: string, other: string) => `expect(${one}).toBe(${other})` },
	{ name: 'Mocha', files: withRunner('mocha', '^11.0.0'), head: `import assert from 'node:assert';`, test: 'it', is: (one: string, other: string) => `assert.equal(${one}, ${other})` },
	{ name: 'node:test', files: {}, head: `import assert from 'node:assert';\nimport { test } from 'node:test';`, test: 'test', is: (one: string, other: string) => `assert.equal(${one}, ${other})` },
	{ name: 'AVA', files: withRunner('ava', '^6.0.0'), head: `import test from 'ava';`, test: 'test', is: (one: string, other: string) => `t.is(${one}, ${other})` },
] as const;

for (const runner of runners) {
	const parameter = runner.name === 'AVA' ? 't' : '';
	const file = (first: string, second: string, between = ''): Record<string, string> => ({
		'test/a.test.ts': `
${runner.head}
import { isVerbose, levelOf } from '../src/mode';
import { add, report } from '../src/report';
${between}
${runner.test}('is loud', (${parameter}) => {
	${first}
	${runner.is('isVerbose()', 'true')};
});
${runner.test}('is quiet', (${parameter}) => {
	${second}
});
`,
		...runner.files,
		...program,
	});
	const marked = (told: string): string => `process.env.VERBOSE = '1';\n\t~~~~~~~~~~~~~~~~~~~~~~~~~ ${told}`;

	describe(`what a test of ${runner.name} leaves, and a later one looks at`, () => {
		flags('in the code that it calls', file(marked('"is quiet" looks at it (isVerbose (src/mode.ts:1) → process.env.VERBOSE)'), runner.is('isVerbose()', 'false')));
		flags('some calls away', file(marked('"is quiet" looks at it (report (src/report.ts:4) → isVerbose (src/mode.ts:1) → process.env.VERBOSE)'), runner.is('report()', `'info'`)));
		flags('itself', file(marked('"is quiet" looks at it. Put'), runner.is('process.env.VERBOSE', 'undefined')));
		allows('where it looks at something else', file(`process.env.VERBOSE = '1';`, runner.is('levelOf()', `'info'`)));
		allows('where it looks at nothing', file(`process.env.VERBOSE = '1';`, runner.is('add(1, 2)', '3')));
		allows('where it was read with the file', file(`process.env.VERBOSE = '1';`, runner.is('startedLoudly()', 'false'), `import { startedLoudly } from '../src/mode';`));
		allows('where the later test sets it before it looks', file(`process.env.VERBOSE = '1';`, `process.env.VERBOSE = '0';\n\t${runner.is('isVerbose()', 'false')}`));
		allows('where the later test takes it away before it looks', file(`process.env.VERBOSE = '1';`, `delete process.env.VERBOSE;\n\t${runner.is('isVerbose()', 'false')}`));
		allows('where only the same test looks', file(`process.env.VERBOSE = '1';\n\t${runner.is('report()', `'all of it'`)};`, runner.is('add(1, 2)', '3')));
		allows('where `finally` puts it back', file(`process.env.VERBOSE = '1';\n\ttry {\n\t\t${runner.is('report()', `'all of it'`)};\n\t} finally {\n\t\tdelete process.env.VERBOSE;\n\t}`, runner.is('isVerbose()', 'false')));
	});
}

/** Two tests of Vitest. */
const vitestFile = (first: string, second: string, before = ''): Record<string, string> => ({
	'test/a.test.ts': `
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isVerbose, levelOf } from '../src/mode';
import { load } from '../src/load';
import { Store, hasRoom, limits, readAll } from '../src/store';
${before}
it('a', async () => {
	${first}
});
it('b', async () => {
	${second}
});
`,
	...program,
});

describe('other settings that a later test looks at', () => {
	for (const [name, write, claim] of [
		['a variable that a pattern takes', `process.env.LEVEL = 'trace';`, `expect(levelOf()).toBe('info');`],
		['a variable among others', `Object.assign(process.env, { VERBOSE: '1' });`, `expect(isVerbose()).toBe(false);`],
		['the environment as a whole', `process.env = { ...process.env, VERBOSE: '1' };`, `expect(isVerbose()).toBe(false);`],
		['a stubbed variable', `vi.stubEnv('VERBOSE', '1');`, `expect(isVerbose()).toBe(false);`],
		['a global function', `globalThis.fetch = async () => new Response('a');`, `expect(await load()).toBe('b');`],
		['a stubbed global', `vi.stubGlobal('fetch', async () => new Response('a'));`, `expect(await load()).toBe('b');`],
		['a part of what a module keeps', `limits.width = 1;`, `expect(hasRoom()).toBe(true);`],
		['a method of a class', `Store.prototype.read = () => 'stubbed';`, `expect(readAll()).toEqual(['stored']);`],
		['a property of the process', `Object.defineProperty(process, 'platform', { value: 'win32' });`, `expect(process.platform).toBe('linux');`],
	] as const) flags(name, vitestFile(`${write}\n\t${'~'.repeat(write.length - 1)} "b" looks at it`, claim));

	for (const [name, write, claim] of [
		['another variable among others', `Object.assign(process.env, { NOISE: '1' });`, `expect(isVerbose()).toBe(false);`],
		['another part of what a module keeps', `limits.depth = 1;`, `expect(hasRoom()).toBe(true);`],
		['a method that nobody calls', `Store.prototype.read = () => 'stubbed';`, `expect(hasRoom()).toBe(true);`],
		['a global that nobody uses', `globalThis.fetch = async () => new Response('a');`, `expect(hasRoom()).toBe(true);`],
		['a console that is silent', `console.warn = () => {};`, `console.warn('a');\n\texpect(hasRoom()).toBe(true);`],
	] as const) allows(name, vitestFile(write, claim));

	flags('what a hook of one suite leaves to the next', vitestFile(`expect(1).toBe(1);`, `expect(isVerbose()).toBe(false);`, `
describe('loud', () => {
	beforeAll(() => {
		process.env.VERBOSE = '1';
		~~~~~~~~~~~~~~~~~~~~~~~~~ stays changed after this hook, and "b" looks at it
	});
	it('is', () => {
		expect(isVerbose()).toBe(true);
	});
});`));
	flags('what the hook before a later test looks at', {
		'test/a.test.ts': `
import { beforeEach, describe, expect, it } from 'vitest';
import { isVerbose } from '../src/mode';
it('a', () => {
	process.env.VERBOSE = '1';
	~~~~~~~~~~~~~~~~~~~~~~~~~ "b" looks at it
});
describe('x', () => {
	let loud: boolean;
	beforeEach(() => {
		loud = isVerbose();
	});
	it('b', () => {
		expect(loud).toBe(false);
	});
});
`,
		...program,
	});
	flags('what only the end of the suite puts back', vitestFile(`process.env.VERBOSE = '1';\n\t~~~~~~~~~~~~~~~~~~~~~~~~~ put back only after the last test, and "b" looks at it`, `expect(isVerbose()).toBe(false);`, `import { afterAll } from 'vitest';\nafterAll(() => {\n\tdelete process.env.VERBOSE;\n});`));
});

describe('what is as it was when a later test looks', () => {
	for (const [name, before] of [
		['a hook puts it back', `afterEach(() => {\n\tdelete process.env.VERBOSE;\n});`],
		['a hook sets it before each test', `beforeEach(() => {\n\tprocess.env.VERBOSE = '0';\n});`],
	] as const) allows(name, vitestFile(`process.env.VERBOSE = '1';`, `expect(isVerbose()).toBe(false);`, before));
	allows('the configuration puts it back', {
		...vitestFile(`vi.stubEnv('VERBOSE', '1');\n\tvi.stubGlobal('fetch', async () => new Response('a'));`, `expect(isVerbose()).toBe(false);\n\texpect(await load()).toBe('b');`),
		...withRunner('vitest', '^4.0.0'),
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { unstubEnvs: true, unstubGlobals: true } });\n`,
	});
	allows('it was set to the same when the file was read', vitestFile(`process.env.VERBOSE = '1';`, `expect(isVerbose()).toBe(true);`, `process.env.VERBOSE = '1';`));
	allows('a hook before all tests has set it to the same', vitestFile(`delete process.env.VERBOSE;\n\texpect(isVerbose()).toBe(false);\n\tprocess.env.VERBOSE = '1';`, `expect(isVerbose()).toBe(true);`, `beforeAll(() => {\n\tprocess.env.VERBOSE = '1';\n});`));
	allows('the runner has set it to the same', vitestFile(`process.env.NODE_ENV = 'test';`, `expect(process.env.NODE_ENV).toBe('test');`));
	flags('the runner has set it to something else', vitestFile(`process.env.NODE_ENV = 'production';\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`, `expect(process.env.NODE_ENV).toBe('test');`));
	flags('another runner does not set it', {
		'test/a.test.js': `
import assert from 'node:assert';
import { test } from 'node:test';
test('a', () => {
	process.env.NODE_ENV = 'test';
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
test('b', () => {
	assert.equal(process.env.NODE_ENV, undefined);
});
`,
	});
	allows('only an earlier test looks', vitestFile(`expect(isVerbose()).toBe(false);`, `process.env.VERBOSE = '1';\n\texpect(isVerbose()).toBe(true);`));
	allows('the tests are steps of one story', {
		'test/a.test.ts': `
import { describe, expect, it } from 'vitest';
import { isVerbose } from '../src/mode';
describe('walk-through', () => {
	it('1. turns it on', () => {
		process.env.VERBOSE = '1';
	});
	it('2. is loud', () => {
		expect(isVerbose()).toBe(true);
	});
});
`,
		...program,
	});
});
