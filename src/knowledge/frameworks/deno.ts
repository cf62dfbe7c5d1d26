import type { ActRow, FrameworkRow, Vocabulary } from './row.ts';

const hooks = {
	before: { is: 'before-all' },
	beforeAll: { is: 'before-all' },
	beforeEach: { is: 'before-each' },
	afterEach: { is: 'after-each' },
	after: { is: 'after-all' },
	afterAll: { is: 'after-all' },
} as const;
const chain = { only: { adds: 'only' }, ignore: { adds: 'skip' }, skip: { adds: 'skip' }, todo: { adds: 'todo' }, ...hooks } as const;

/** https://docs.deno.com/api/deno/~/Deno.test */
const own: Vocabulary = { from: ['global'], start: { 'Deno.test': { is: 'test' } }, then: chain };

/** https://jsr.io/@std/testing/doc/bdd */
const bdd: Vocabulary = { from: ['@std/testing/bdd'], start: { describe: { is: 'suite' }, it: { is: 'test' }, test: { is: 'test' }, ...hooks }, then: chain };

export const deno: FrameworkRow = {
	name: 'deno',
	see: 'https://docs.deno.com/runtime/fundamentals/testing/',
	imports: ['@std/testing/bdd', '@std/testing/mock', '@std/testing/time'],
	packages: [],
	commands: ['deno test', 'deno task test'],
	hints: ['Deno'],
	inPlaceOfWaits: { clock: 'new FakeTime()' },
	vocabularies: [own, bdd],
	options: [
		{ key: 'ignore', truthy: 'skip' },
		{ key: 'only', truthy: 'only' },
	],
	hookOptions: { beforeAll: 'before-all', beforeEach: 'before-each', afterEach: 'after-each', afterAll: 'after-all' },
	config: { stems: ['deno'], setup: [{ flags: ['--preload'], means: 'module' }] },
	concurrency: { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'one after another',
	fileSettings: [{ flags: ['--parallel'], means: 'threads' }],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

const time = 'https://jsr.io/@std/testing/doc/time' as const;
const mock = 'https://jsr.io/@std/testing/doc/mock' as const;

export const denoActs: readonly ActRow[] = [
	{ act: 'freeze', from: '@std/testing/time', path: 'new FakeTime', freezes: ['date', 'timers'], starts: 'real', now: [{ argument: 0 }], runs: { argument: 1, key: 'advanceRate' }, see: time },
	{ act: 'advance', from: '@std/testing/time', path: 'new FakeTime.{tick,tickAsync,next,nextAsync,runAll,runAllAsync,runMicrotasks}()', see: time },
	{ act: 'restore', from: '@std/testing/time', path: 'new FakeTime.restore()', restores: ['clock'], see: time },
	{ act: 'restore', from: '@std/testing/time', path: 'FakeTime.restore()', restores: ['clock'], see: time },
	{ act: 'stub', from: '@std/testing/mock', path: 'stub()', object: { argument: 0 }, member: { argument: 1 }, see: mock },
	{ act: 'restore', from: '@std/testing/mock', path: 'restore()', restores: ['spies'], see: mock },
];
