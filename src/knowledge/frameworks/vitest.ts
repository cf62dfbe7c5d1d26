import type { ActRow, FrameworkRow, Vocabulary, Word } from './row.ts';

const each: Word = { adds: 'each', called: true };
const condition: Word = { called: true };

const hooks = {
	beforeAll: { is: 'before-all' },
	beforeEach: { is: 'before-each' },
	aroundAll: { is: 'around-all' },
	aroundEach: { is: 'around-each' },
	afterEach: { is: 'after-each' },
	afterAll: { is: 'after-all' },
} as const;

/** https://vitest.dev/api/test, https://vitest.dev/api/describe; the chain as @vitest/runner 4.1 builds it. */
const words: Vocabulary = {
	from: ['vitest', 'vite-plus/test', '@fast-check/vitest', 'vitest-browser-react', 'global'],
	start: { describe: { is: 'suite' }, suite: { is: 'suite' }, it: { is: 'test' }, test: { is: 'test' }, ...hooks },
	then: {
		only: { adds: 'only' },
		skip: { adds: 'skip' },
		todo: { adds: 'todo' },
		fails: { adds: 'failing' },
		concurrent: { adds: 'concurrent' },
		sequential: { adds: 'serial' },
		shuffle: {},
		each,
		for: each,
		skipIf: condition,
		runIf: condition,
		extend: { called: true, fixtures: true },
		override: { called: true },
		scoped: { called: true },
		describe: { is: 'suite' },
		suite: { is: 'suite' },
		...hooks,
		effect: {},
		scopedLive: {},
		live: {},
		prop: condition,
	},
};

/** https://effect-ts.github.io/effect/vitest/index.ts.html: a test gives an effect, which is run. Where it is not `live`, its clock stands still. */
const effectWords: Vocabulary = {
	from: ['@effect/vitest'],
	start: { ...words.start, 'layer()': { is: 'suite' } },
	then: { ...words.then, scoped: {}, layer: { is: 'suite', called: true } },
};

export const vitest: FrameworkRow = {
	name: 'vitest',
	see: 'https://vitest.dev/api/test',
	imports: ['vitest', 'vite-plus/test', '@effect/vitest', '@fast-check/vitest'],
	packages: ['vitest', 'vite-plus', '@vitest/ui', '@vitest/browser', '@vitest/coverage-v8', '@vitest/coverage-istanbul', '@nx/vite'],
	commands: ['vitest', 'vp test'],
	hints: ['vi', 'vitest'],
	inPlaceOfWaits: { retry: 'vi.waitFor(…)', clock: 'vi.useFakeTimers()' },
	vocabularies: [words, effectWords],
	bounds: [{ bounds: 'time', behindBody: true }, { bounds: 'time', key: 'timeout' }, { bounds: 'tries', key: 'retry' }],
	options: [
		{ key: 'concurrent', truthy: 'concurrent', falsy: 'serial' },
		{ key: 'sequential', truthy: 'serial' },
		{ key: 'skip', truthy: 'skip' },
		{ key: 'only', truthy: 'only' },
		{ key: 'todo', truthy: 'todo' },
		{ key: 'fails', truthy: 'failing' },
	],
	atTestEnd: { imported: 'onTestFinished' },
	config: {
		stems: ['vitest.config', 'vite.config'],
		section: 'test',
		projects: 'projects',
		moduleMap: 'alias',
		setup: [{ at: 'setupFiles', means: 'module' }],
		bareSetup: true,
	},
	concurrency: {
		standard: 'none',
		asked: 'process',
		about: 'itself',
		overlap: 'neighbours',
		reason: '`sequence.concurrent`',
		settings: [
			{ at: 'sequence.concurrent', is: true, means: 'concurrent' },
			{ flags: ['--sequence.concurrent', '--sequence.concurrent=true'], means: 'concurrent' },
		],
	},
	/** https://vitest.dev/guide/features#environment-variables */
	env: { NODE_ENV: 'test' },
	files: 'processes',
	fileSettings: [
		{ at: 'fileParallelism', is: false, means: 'one after another' },
		{ at: 'maxWorkers', is: 1, means: 'one after another' },
		{ at: 'poolOptions.threads.singleThread', is: true, means: 'one after another' },
		{ at: 'poolOptions.forks.singleFork', is: true, means: 'one after another' },
		{ flags: ['--no-file-parallelism', '--fileParallelism=false', '--maxWorkers=1', '--poolOptions.threads.singleThread', '--poolOptions.forks.singleFork'], means: 'one after another' },
		{ at: 'pool', is: 'threads', means: 'threads' },
		{ at: 'pool', is: 'vmThreads', means: 'threads' },
		{ flags: ['--pool=threads', '--pool=vmThreads'], means: 'threads' },
	],
	restores: [{ since: 5, what: 'calls', setting: 'clearMocks' }],
	spiesAnewBefore: 4,
	restoreSettings: [
		{ at: 'restoreMocks', is: true, means: 'spies' },
		{ at: 'mockReset', is: true, means: 'spies' },
		{ at: 'mockReset', is: true, means: 'calls' },
		{ at: 'clearMocks', is: true, means: 'calls' },
		{ at: 'unstubEnvs', is: true, means: 'env' },
		{ at: 'unstubGlobals', is: true, means: 'globals' },
		{ flags: ['--restoreMocks', '--mockReset'], means: 'spies' },
		{ flags: ['--clearMocks', '--mockReset'], means: 'calls' },
		{ flags: ['--unstubEnvs'], means: 'env' },
		{ flags: ['--unstubGlobals'], means: 'globals' },
	],
	clockSettings: [],
	clockDefaults: { now: 'fakeTimers.now', only: 'fakeTimers.toFake', runs: 'fakeTimers.shouldAdvanceTime' },
};

const from = ['vitest', 'vite-plus/test', '@effect/vitest', '@fast-check/vitest', 'global'] as const;
const see = 'https://vitest.dev/api/vi' as const;

export const vitestActs: readonly ActRow[] = [
	{
		act: 'freeze', from, path: '{vi,vitest}.useFakeTimers()', freezes: ['date', 'timers', 'monotonic'], starts: 'real',
		now: [{ argument: 0, key: 'now' }], only: { argument: 0, key: 'toFake' }, except: { argument: 0, key: 'toNotFake' }, runs: { argument: 0, key: 'shouldAdvanceTime' }, see: 'https://vitest.dev/api/vi#vi-usefaketimers',
	},
	{ act: 'freeze', from, path: '{vi,vitest}.setSystemTime()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see: 'https://vitest.dev/api/vi#vi-setsystemtime' },
	{ act: 'freeze', from, path: '{vi,vitest}.useFakeTimers().setSystemTime()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see: 'https://vitest.dev/api/vi#vi-setsystemtime' },
	{ act: 'restore', from, path: '{vi,vitest}.useRealTimers()', restores: ['clock'], see },
	{
		act: 'advance', from, see,
		path: '{vi,vitest}.{advanceTimersByTime,advanceTimersByTimeAsync,runAllTimers,runAllTimersAsync,runOnlyPendingTimers,runOnlyPendingTimersAsync,advanceTimersToNextTimer,advanceTimersToNextTimerAsync,advanceTimersToNextFrame,runAllTicks,setTimerTickMode}()',
	},
	{
		act: 'mock', from, path: '{vi,vitest}.{mock,doMock}()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://vitest.dev/api/vi#vi-mock',
		unless: [{ argument: 1, key: 'spy', in: [true] }],
	},
	{ act: 'mock', from, path: '{vi,vitest}.{unmock,doUnmock}()', module: { argument: 0 }, lifts: true, see },
	{
		act: 'stub', from, object: { call: 0, argument: 0 }, member: { call: 0, argument: 1 }, see: 'https://vitest.dev/api/mock',
		path: '{vi,vitest}.spyOn().{mockImplementation,mockImplementationOnce,mockReturnValue,mockReturnValueOnce,mockResolvedValue,mockResolvedValueOnce,mockRejectedValue,mockRejectedValueOnce,mockReturnThis,mockThrow,mockThrowOnce,withImplementation}()',
	},
	{ act: 'stub', from, path: '{vi,vitest}.stubGlobal()', object: undefined, member: { argument: 0 }, see: 'https://vitest.dev/api/vi#vi-stubglobal' },
	{ act: 'restore', from, path: '{vi,vitest}.restoreAllMocks()', restores: ['spies'], see: 'https://vitest.dev/api/vi#vi-restoreallmocks' },
	{ act: 'restore', from, path: '{vi,vitest}.resetAllMocks()', restores: ['spies', 'calls'], see: 'https://vitest.dev/api/vi#vi-resetallmocks' },
	{ act: 'restore', from, path: '{vi,vitest}.clearAllMocks()', restores: ['calls'], see },
	{ act: 'restore', from, path: '{vi,vitest}.unstubAllEnvs()', restores: ['env'], see },
	{ act: 'restore', from, path: '{vi,vitest}.unstubAllGlobals()', restores: ['globals'], see },
	{ act: 'restore', from, path: '{vi,vitest}.resetModules()', restores: ['modules'], see },
];
