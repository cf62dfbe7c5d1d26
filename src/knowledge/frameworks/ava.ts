import type { FrameworkRow, Vocabulary } from './row.ts';

/** https://github.com/avajs/ava/blob/main/docs/01-writing-tests.md */
const words: Vocabulary = {
	from: ['ava', '@fast-check/ava'],
	start: { '': { is: 'test' }, test: { is: 'test' }, testProp: { is: 'test' }, 'TestContext.teardown': { is: 'after-each' } },
	then: {
		only: { adds: 'only' },
		skip: { adds: 'skip' },
		todo: { adds: 'todo' },
		failing: { adds: 'failing' },
		serial: { adds: 'serial' },
		cb: {},
		always: {},
		before: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		after: { is: 'after-all' },
	},
};

export const ava: FrameworkRow = {
	name: 'ava',
	see: 'https://github.com/avajs/ava/blob/main/docs/01-writing-tests.md#running-tests-serially',
	imports: ['ava', '@fast-check/ava'],
	packages: ['ava'],
	commands: ['ava'],
	hints: [],
	vocabularies: [words],
	options: [],
	subtests: true,
	atTestEnd: { context: 'teardown' },
	contextEnds: { end: 'ends' },
	config: {
		stems: ['ava.config'],
		packageKey: 'ava',
		setup: [{ at: 'require', means: 'module' }],
	},
	concurrency: {
		standard: 'process',
		asked: 'process',
		about: 'itself',
		overlap: 'file',
		reason: 'AVA runs the tests of a file at once',
		settings: [
			{ at: 'serial', is: true, means: 'serial' },
			{ flags: ['--serial', '-s'], means: 'serial' },
		],
	},
	/** https://github.com/avajs/ava/blob/main/docs/01-writing-tests.md#reporting-issues-with-process-globals */
	env: { NODE_ENV: 'test' },
	files: 'processes',
	fileSettings: [
		{ at: 'concurrency', is: 1, means: 'one after another' },
		{ flags: ['--concurrency=1', '-c=1'], means: 'one after another' },
		{ at: 'workerThreads', is: true, means: 'threads' },
	],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};
