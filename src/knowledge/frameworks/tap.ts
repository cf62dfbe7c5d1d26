import type { ActRow, FrameworkRow, Vocabulary } from './row.ts';

const hooks = {
	before: { is: 'before-all' },
	beforeEach: { is: 'before-each' },
	afterEach: { is: 'after-each' },
	after: { is: 'after-all' },
	teardown: { is: 'after-all' },
} as const;
const chain = { only: { adds: 'only' }, skip: { adds: 'skip' }, todo: { adds: 'todo' } } as const;
const context = {
	'TestContext.test': { is: 'test' },
	'TestContext.only': { is: 'test', adds: 'only' },
	'TestContext.before': hooks.before,
	'TestContext.beforeEach': hooks.beforeEach,
	'TestContext.afterEach': hooks.afterEach,
	'TestContext.after': hooks.after,
	'TestContext.teardown': hooks.teardown,
	'TestContext.tearDown': hooks.teardown,
} as const;

export const tapPackages = ['tap', '@tapjs/core', '@tapjs/test', 'libtap'] as const;
/** What each of these gives is tape's function, or one that is used as that is. */
export const tapePackages = ['tape', 'tape-promise/tape', 'tape-async', 'tape-await', 'tape-catch', 'blue-tape', 'prova'] as const;
/** These make one of the function that they are handed: `tapes(tape)`. */
export const tapeMakers = ['tapes', 'tape-promise', 'tape-cluster', 'red-tape'] as const;
/** Their tests begin as those of tape do; they have assertions of their own. */
export const tapeLikePackages = [...tapePackages, 'zora', 'brittle'] as const;

/** https://node-tap.org/api/ */
const tapWords: Vocabulary = {
	from: tapPackages,
	start: {
		test: { is: 'test' },
		only: { is: 'test', adds: 'only' },
		't.test': { is: 'test' },
		't.only': { is: 'test', adds: 'only' },
		'tap.test': { is: 'test' },
		...hooks,
		't.before': hooks.before,
		't.beforeEach': hooks.beforeEach,
		't.afterEach': hooks.afterEach,
		't.after': hooks.after,
		't.teardown': hooks.teardown,
		tearDown: hooks.teardown,
		't.tearDown': hooks.teardown,
		// https://node-tap.org/plugins/mocha-globals/
		'mocha.describe': { is: 'suite' },
		'mocha.it': { is: 'test' },
		'mocha.before': hooks.before,
		'mocha.beforeEach': hooks.beforeEach,
		'mocha.afterEach': hooks.afterEach,
		'mocha.after': hooks.after,
		...context,
	},
	then: chain,
};

/** https://github.com/tape-testing/tape#methods */
const tapeWords: Vocabulary = { from: tapeLikePackages, start: { '': { is: 'test' }, test: { is: 'test' }, onFinish: { is: 'after-all' }, hook: { is: 'before-all' }, solo: { is: 'test', adds: 'only' }, ...context }, then: chain };

/** https://github.com/mattriley/tapes, https://github.com/jprichardson/tape-promise, https://github.com/Raynos/tape-cluster */
const madeTapeWords: Vocabulary = { from: tapeMakers, start: { '()': { is: 'test' }, '().test': { is: 'test' }, ...context }, then: chain };

export const tap: FrameworkRow = {
	name: 'tap',
	see: 'https://node-tap.org/basics/',
	imports: [...tapPackages, ...tapeLikePackages, ...tapeMakers],
	packages: ['tap', 'tape', 'libtap', 'brittle', 'zora', 'blue-tape', 'prova'],
	commands: ['tap', 'tape', 'brittle'],
	hints: [],
	vocabularies: [tapWords, tapeWords, madeTapeWords],
	bounds: [{ bounds: 'time', key: 'timeout' }],
	soft: true,
	options: [
		{ key: 'skip', truthy: 'skip' },
		{ key: 'todo', truthy: 'todo' },
		{ key: 'only', truthy: 'only' },
	],
	subtests: true,
	atTestEnd: { context: 'teardown' },
	contextEnds: { end: 'ends', plan: 'counts' },
	config: { stems: ['.taprc'], packageKey: 'tap', setup: [{ at: 'before', means: 'module' }] },
	concurrency: { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'processes',
	fileSettings: [
		{ at: 'jobs', is: 1, means: 'one after another' },
		{ flags: ['-j1', '--jobs=1', '-j=1'], means: 'one after another' },
	],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

export const tapActs: readonly ActRow[] = [
	{ act: 'mock', from: tapPackages, path: '{t,TestContext}.{mockImport,mockRequire,mock}()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://node-tap.org/plugins/mock/' },
	{ act: 'mock', from: tapPackages, path: '{mockImport,mockRequire,mock}()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://node-tap.org/plugins/mock/' },
];
