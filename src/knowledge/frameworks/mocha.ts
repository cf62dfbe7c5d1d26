import type { FrameworkRow, Vocabulary } from './row.ts';

const then = { only: { adds: 'only' }, skip: { adds: 'skip' }, each: { adds: 'each', called: true } } as const;

/** Hooks of the interface `exports` (https://mochajs.org/#exports). */
export const mochaHooks = { before: 'before-all', beforeEach: 'before-each', afterEach: 'after-each', after: 'after-all' } as const;

/** All interfaces at once: BDD, TDD and QUnit (https://mochajs.org/#interfaces). */
export const mochaWords: Vocabulary = {
	from: ['mocha', 'global', '@web/test-runner-mocha', 'selenium-webdriver/testing', 'esmocha'],
	start: {
		describe: { is: 'suite' },
		context: { is: 'suite' },
		suite: { is: 'suite' },
		xdescribe: { is: 'suite', adds: 'skip' },
		xcontext: { is: 'suite', adds: 'skip' },
		it: { is: 'test' },
		specify: { is: 'test' },
		test: { is: 'test' },
		xit: { is: 'test', adds: 'skip' },
		xspecify: { is: 'test', adds: 'skip' },
		before: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		after: { is: 'after-all' },
		suiteSetup: { is: 'before-all' },
		setup: { is: 'before-each' },
		teardown: { is: 'after-each' },
		suiteTeardown: { is: 'after-all' },
	},
	then,
};

/** https://www.npmjs.com/package/mocha.parallel: the tests of such a suite run at once. */
const parallel: Vocabulary = { from: ['mocha.parallel'], start: { '': { is: 'suite', adds: 'concurrent' } }, then };

/** https://www.npmjs.com/package/mocha-each */
const mochaEach: Vocabulary = { from: ['mocha-each'], start: { '().it': { is: 'test', adds: 'each' }, '().describe': { is: 'suite', adds: 'each' } }, then };

const step = { called: true } as const;

/** https://github.com/oclif/fancy-test#readme: what a test needs is named in a chain, and `it` stands at its end. */
const fancy: Vocabulary = {
	from: ['fancy-test', '@oclif/test'],
	start: { test: {}, fancy: {} },
	then: {
		...Object.fromEntries(['add', 'catch', 'command', 'do', 'env', 'exit', 'finally', 'hook', 'loadConfig', 'nock', 'register', 'retries', 'stderr', 'stdin', 'stdout', 'stub', 'timeout'].map(name => [name, step])),
		it: { is: 'test' },
		only: { ...step, adds: 'only' },
		skip: { ...step, adds: 'skip' },
	},
};

export const mocha: FrameworkRow = {
	name: 'mocha',
	see: 'https://mochajs.org/',
	imports: ['mocha', 'mocha.parallel', 'mocha-each', '@web/test-runner-mocha', 'selenium-webdriver/testing', 'esmocha'],
	packages: ['mocha', 'esmocha', '@web/test-runner', 'karma-mocha', 'electron-mocha', 'ts-mocha', 'mochapack', 'mocha-webpack', '@vscode/test-cli', 'gulp-mocha', 'grunt-mocha-test', 'hardhat'],
	commands: ['mocha', '_mocha', 'ts-mocha', 'electron-mocha', 'mochapack', 'web-test-runner', 'wtr', 'vscode-test'],
	hints: ['before', 'after', 'specify', 'context', 'suite', 'suiteSetup', 'suiteTeardown', 'setup', 'teardown'],
	vocabularies: [mochaWords, parallel, mochaEach, fancy],
	contextBounds: { timeout: 'time', retries: 'tries' },
	options: [],
	done: 0,
	objects: { hooks: mochaHooks, exported: 'sentences' },
	// https://mochajs.org/#root-hook-plugins
	rootHooks: { exported: 'mochaHooks', phases: { beforeAll: 'before-all', beforeEach: 'before-each', afterEach: 'after-each', afterAll: 'after-all' } },
	config: {
		stems: ['.mocharc'],
		packageKey: 'mocha',
		setup: [
			{ at: 'require', means: 'module' },
			{ at: 'import', means: 'module' },
			{ at: 'file', means: 'module' },
			{ at: 'node-option.require', means: 'module' },
			{ flags: ['--require', '-r', '--import', '--file'], means: 'module' },
		],
		bareSetup: true,
	},
	concurrency: { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '`mocha.parallel`', settings: [] },
	files: 'one process',
	fileSettings: [
		{ at: 'parallel', is: true, means: 'processes' },
		{ flags: ['--parallel', '-p'], means: 'processes' },
	],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};
