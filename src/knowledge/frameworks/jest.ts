import type { ActRow, FrameworkRow, Vocabulary, Word } from './row.ts';

const each: Word = { adds: 'each', called: true };

const words: Vocabulary = {
	from: ['@jest/globals', 'global'],
	start: {
		describe: { is: 'suite' },
		fdescribe: { is: 'suite', adds: 'only' },
		xdescribe: { is: 'suite', adds: 'skip' },
		it: { is: 'test' },
		test: { is: 'test' },
		fit: { is: 'test', adds: 'only' },
		xit: { is: 'test', adds: 'skip' },
		xtest: { is: 'test', adds: 'skip' },
		beforeAll: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		afterAll: { is: 'after-all' },
	},
	then: { only: { adds: 'only' }, skip: { adds: 'skip' }, todo: { adds: 'todo' }, failing: { adds: 'failing' }, concurrent: { adds: 'concurrent' }, each },
};

/** https://www.npmjs.com/package/jest-each */
const jestEach: Vocabulary = {
	from: ['jest-each'],
	start: {
		'().describe': { is: 'suite', adds: 'each' },
		'().fdescribe': { is: 'suite', adds: 'each' },
		'().xdescribe': { is: 'suite', adds: 'each' },
		'().it': { is: 'test', adds: 'each' },
		'().test': { is: 'test', adds: 'each' },
		'().fit': { is: 'test', adds: 'each' },
		'().xit': { is: 'test', adds: 'each' },
		'().xtest': { is: 'test', adds: 'each' },
	},
	then: { only: { adds: 'only' }, skip: { adds: 'skip' }, concurrent: { adds: 'concurrent' } },
};

/** https://github.com/atlassian/jest-in-case#readme: the test is handed its case first. */
const jestInCase: Vocabulary = { from: ['jest-in-case'], start: { '': { is: 'test', adds: 'each' } }, then: { only: { adds: 'only' }, skip: { adds: 'skip' } } };

export const jest: FrameworkRow = {
	name: 'jest',
	see: 'https://jestjs.io/docs/api',
	imports: ['@jest/globals', 'jest-each', 'jest-in-case', '@fast-check/jest'],
	packages: ['jest', '@jest/core', 'jest-cli', 'react-scripts', 'jest-expo', '@stencil/core', 'kcd-scripts', 'tsdx', 'ts-jest', 'babel-jest', '@swc/jest', 'esbuild-jest', 'vue-jest', 'jest-preset-angular', 'jest-environment-jsdom', 'jest-environment-node', 'jest-circus', '@nx/jest'],
	commands: ['jest', 'react-scripts test', 'kcd-scripts test', 'tsdx test'],
	hints: ['jest'],
	inPlaceOfWaits: { clock: 'jest.useFakeTimers()' },
	vocabularies: [words, { ...words, from: ['@fast-check/jest'], then: { ...words.then, prop: { called: true } } }, jestEach, jestInCase],
	bounds: [{ bounds: 'time', behindBody: true }],
	options: [],
	done: 0,
	config: {
		stems: ['jest.config'],
		packageKey: 'jest',
		projects: 'projects',
		moduleMap: 'moduleNameMapper',
		automock: 'automock',
		setup: [
			{ at: 'setupFiles', means: 'module' },
			{ at: 'setupFilesAfterEnv', means: 'module' },
			{ at: 'setupTestFrameworkScriptFile', means: 'module' },
		],
		/** https://create-react-app.dev/docs/running-tests/#initializing-test-environment */
		standardSetup: ['./src/setupTests'],
		tests: { folders: ['roots', 'testMatch'], patterns: ['testRegex'], ignored: ['testPathIgnorePatterns'] },
	},
	concurrency: { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '`test.concurrent`', settings: [] },
	/** https://jestjs.io/docs/environment-variables */
	env: { NODE_ENV: 'test' },
	files: 'processes',
	fileSettings: [
		{ at: 'maxWorkers', is: 1, means: 'one after another' },
		{ flags: ['--runInBand', '-i', '--maxWorkers=1', '-w=1', '-w1'], means: 'one after another' },
	],
	restores: [],
	restoreSettings: [
		{ at: 'restoreMocks', is: true, means: 'spies' },
		{ at: 'resetMocks', is: true, means: 'calls' },
		{ at: 'clearMocks', is: true, means: 'calls' },
		{ at: 'resetModules', is: true, means: 'modules' },
		{ flags: ['--restoreMocks'], means: 'spies' },
		{ flags: ['--resetMocks', '--clearMocks'], means: 'calls' },
		{ flags: ['--resetModules'], means: 'modules' },
	],
	clockSettings: [
		{ at: 'fakeTimers.enableGlobally', is: true, means: 'faked' },
		{ at: 'timers', is: 'legacy', means: 'faked' },
		{ at: 'timers', is: 'fake', means: 'faked' },
		{ at: 'timers', is: 'modern', means: 'faked' },
	],
	clockDefaults: { now: 'fakeTimers.now', only: '', runs: 'fakeTimers.advanceTimers' },
};

const from = ['@jest/globals', 'global'] as const;
const see = 'https://jestjs.io/docs/jest-object' as const;

export const jestActs: readonly ActRow[] = [
	{
		act: 'freeze', from, path: 'jest.useFakeTimers()', freezes: ['timers'], starts: 'real', see,
		when: [{ argument: 0, in: ['legacy'] }],
	},
	{
		act: 'freeze', from, path: 'jest.useFakeTimers()', freezes: ['timers'], starts: 'real', see,
		when: [{ argument: 0, key: 'legacyFakeTimers', in: [true] }],
	},
	{
		act: 'freeze', from, path: 'jest.useFakeTimers()', freezes: ['timers'], starts: 'real', before: 27, see: 'https://jestjs.io/blog/2021/05/25/jest-27',
		unless: [{ argument: 0, in: ['modern'] }],
	},
	{
		act: 'freeze', from, path: 'jest.useFakeTimers()', freezes: ['date', 'timers', 'monotonic'], starts: 'real',
		now: [{ argument: 0, key: 'now' }], except: { argument: 0, key: 'doNotFake' }, runs: { argument: 0, key: 'advanceTimers' }, since: 27, see,
		unless: [{ argument: 0, in: ['legacy'] }, { argument: 0, key: 'legacyFakeTimers', in: [true] }],
	},
	{
		act: 'freeze', from, path: 'jest.useFakeTimers()', freezes: ['date', 'timers', 'monotonic'], starts: 'real', before: 27, see,
		when: [{ argument: 0, in: ['modern'] }],
	},
	{ act: 'freeze', from, path: 'jest.setSystemTime()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see },
	{ act: 'freeze', from, path: 'jest.useFakeTimers().setSystemTime()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see },
	{ act: 'restore', from, path: 'jest.useRealTimers()', restores: ['clock'], see },
	{
		act: 'advance', from, see,
		path: 'jest.{advanceTimersByTime,advanceTimersByTimeAsync,runAllTimers,runAllTimersAsync,runOnlyPendingTimers,runOnlyPendingTimersAsync,advanceTimersToNextTimer,advanceTimersToNextTimerAsync,advanceTimersToNextFrame,runTimersToTime,runAllTicks,runAllImmediates,setTimerTickMode}()',
	},
	{ act: 'mock', from, path: 'jest.{mock,doMock,unstable_mockModule,setMock}()', module: { argument: 0 }, factory: { argument: 1 }, see },
	{ act: 'mock', from, path: 'jest.{unmock,dontMock,unstable_unmockModule,deepUnmock}()', module: { argument: 0 }, lifts: true, see },
	{
		act: 'stub', from, object: { call: 0, argument: 0 }, member: { call: 0, argument: 1 }, see: 'https://jestjs.io/docs/mock-function-api',
		path: 'jest.spyOn().{mockImplementation,mockImplementationOnce,mockReturnValue,mockReturnValueOnce,mockResolvedValue,mockResolvedValueOnce,mockRejectedValue,mockRejectedValueOnce,mockReturnThis}()',
	},
	{ act: 'stub', from, path: 'jest.replaceProperty().replaceValue()', object: { call: 0, argument: 0 }, member: { call: 0, argument: 1 }, see },
	{ act: 'stub', from, path: 'jest.replaceProperty()', object: { argument: 0 }, member: { argument: 1 }, see },
	{ act: 'restore', from, path: 'jest.restoreAllMocks()', restores: ['spies', 'calls', 'properties'], see },
	{ act: 'restore', from, path: 'jest.{resetAllMocks,clearAllMocks}()', restores: ['calls'], see },
	{ act: 'restore', from, path: 'jest.resetModules()', restores: ['modules'], see },
];
