import type { ActRow, FrameworkRow, Vocabulary, Word } from './row.ts';

const each: Word = { adds: 'each', called: true };
const condition: Word = { called: true };

/** bun-types, test.d.ts */
const words: Vocabulary = {
	from: ['bun:test', 'global'],
	start: {
		describe: { is: 'suite' },
		xdescribe: { is: 'suite', adds: 'skip' },
		it: { is: 'test' },
		test: { is: 'test' },
		xit: { is: 'test', adds: 'skip' },
		xtest: { is: 'test', adds: 'skip' },
		beforeAll: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		afterAll: { is: 'after-all' },
	},
	then: {
		only: { adds: 'only' },
		skip: { adds: 'skip' },
		todo: { adds: 'todo' },
		failing: { adds: 'failing' },
		concurrent: { adds: 'concurrent' },
		serial: { adds: 'serial' },
		shuffle: {},
		each,
		if: condition,
		skipIf: condition,
		todoIf: condition,
		failingIf: condition,
		concurrentIf: { adds: 'concurrent', called: true },
		serialIf: condition,
	},
};

export const bun: FrameworkRow = {
	name: 'bun',
	see: 'https://bun.com/docs/test/configuration',
	imports: ['bun:test'],
	packages: [],
	commands: ['bun test', 'bun --bun test'],
	hints: ['Bun'],
	vocabularies: [words],
	bounds: [{ bounds: 'time', behindBody: true }, { bounds: 'time', key: 'timeout' }, { bounds: 'tries', key: 'retry' }],
	options: [],
	done: 0,
	config: { stems: ['bunfig'], section: 'test', setup: [{ at: 'preload', means: 'module' }, { flags: ['--preload'], means: 'module' }] },
	concurrency: {
		standard: 'none',
		asked: 'process',
		about: 'itself',
		overlap: 'file',
		reason: '`--concurrent`',
		settings: [
			{ flags: ['--concurrent'], means: 'concurrent' },
			{ at: 'concurrent', is: true, means: 'concurrent' },
		],
	},
	/** https://bun.com/docs/test/runtime-behavior#node_env */
	env: { NODE_ENV: 'test' },
	files: 'one process',
	fileSettings: [{ flags: ['--parallel'], means: 'processes' }],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

const from = 'bun:test' as const;

export const bunActs: readonly ActRow[] = [
	{ act: 'freeze', from, path: 'setSystemTime()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], when: [{ argument: 0, present: true }], see: 'https://bun.com/docs/test/dates-times' },
	{ act: 'restore', from, path: 'setSystemTime()', restores: ['clock'], when: [{ argument: 0, present: false }], see: 'https://bun.com/docs/test/dates-times' },
	{ act: 'freeze', from, path: '{jest,vi}.setSystemTime()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], when: [{ argument: 0, present: true }], see: 'https://bun.com/docs/test/dates-times' },
	{ act: 'freeze', from, path: '{jest,vi}.useFakeTimers()', freezes: ['date', 'timers'], starts: 'real', now: [{ argument: 0, key: 'now' }], see: 'https://bun.com/docs/test/dates-times' },
	{ act: 'restore', from, path: '{jest,vi}.useRealTimers()', restores: ['clock'], see: 'https://bun.com/docs/test/dates-times' },
	{ act: 'advance', from, path: '{jest,vi}.{advanceTimersByTime,advanceTimersToNextTimer,runAllTimers,runOnlyPendingTimers}()', see: 'https://bun.com/docs/test/dates-times' },
	{ act: 'mock', from, path: 'mock.module()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://bun.com/docs/test/mocks' },
	{ act: 'mock', from, path: '{jest,vi}.mock()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://bun.com/docs/test/mocks' },
	{
		act: 'stub', from, object: { call: 0, argument: 0 }, member: { call: 0, argument: 1 }, see: 'https://bun.com/docs/test/mocks',
		path: 'spyOn().{mockImplementation,mockImplementationOnce,mockReturnValue,mockReturnValueOnce,mockResolvedValue,mockResolvedValueOnce,mockRejectedValue,mockRejectedValueOnce}()',
	},
	{
		act: 'stub', from, object: { call: 0, argument: 0 }, member: { call: 0, argument: 1 }, see: 'https://bun.com/docs/test/mocks',
		path: '{jest,vi}.spyOn().{mockImplementation,mockImplementationOnce,mockReturnValue,mockReturnValueOnce,mockResolvedValue,mockResolvedValueOnce,mockRejectedValue,mockRejectedValueOnce}()',
	},
	{ act: 'restore', from, path: 'mock.restore()', restores: ['spies'], see: 'https://bun.com/docs/test/mocks' },
	{ act: 'restore', from, path: 'mock.clearAllMocks()', restores: ['calls'], see: 'https://bun.com/docs/test/mocks' },
	{ act: 'restore', from, path: '{jest,vi}.restoreAllMocks()', restores: ['spies'], see: 'https://bun.com/docs/test/mocks' },
	{ act: 'restore', from, path: '{jest,vi}.clearAllMocks()', restores: ['calls'], see: 'https://bun.com/docs/test/mocks' },
];
