import type { ActRow, FrameworkRow, Vocabulary } from './row.ts';

/** https://jasmine.github.io/api/5.0/global */
const words: Vocabulary = {
	from: ['global', 'jasmine', 'jasmine-core'],
	start: {
		describe: { is: 'suite' },
		fdescribe: { is: 'suite', adds: 'only' },
		xdescribe: { is: 'suite', adds: 'skip' },
		it: { is: 'test' },
		fit: { is: 'test', adds: 'only' },
		xit: { is: 'test', adds: 'skip' },
		beforeAll: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		afterAll: { is: 'after-all' },
	},
	then: {},
};

export const jasmine: FrameworkRow = {
	name: 'jasmine',
	see: 'https://jasmine.github.io/api/5.0/global',
	imports: ['jasmine', 'jasmine-core'],
	packages: ['jasmine', 'jasmine-core', 'karma-jasmine', 'jasmine-browser-runner', 'jasmine-node', 'jasmine-es6', 'jasmine-ts', 'gulp-jasmine', 'grunt-contrib-jasmine'],
	commands: ['jasmine', 'jasmine-ts', 'jasmine-browser-runner', 'ng test'],
	hints: ['jasmine', 'spyOnProperty', 'spyOnAllFunctions'],
	inPlaceOfWaits: { clock: 'jasmine.clock().install()' },
	vocabularies: [words],
	bounds: [{ bounds: 'time', behindBody: true }],
	soft: true,
	options: [],
	done: 0,
	config: {
		stems: ['jasmine'],
		directories: ['spec/support'],
		setup: [
			{ at: 'helpers', means: 'module' },
			{ at: 'requires', means: 'module' },
			{ flags: ['--helper', '--require'], means: 'module' },
		],
		bareSetup: true,
	},
	concurrency: { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'one process',
	fileSettings: [{ flags: ['--parallel'], means: 'processes' }],
	restores: [{ what: 'spies' }, { what: 'calls' }],
	restoreSettings: [],
	clockSettings: [],
};

const clock = 'https://jasmine.github.io/api/5.0/Clock' as const;
const from = ['global', 'jasmine', 'jasmine-core'] as const;

export const jasmineActs: readonly ActRow[] = [
	{ act: 'freeze', from, path: 'jasmine.clock().install()', freezes: ['timers'], starts: 'real', see: clock },
	{ act: 'freeze', from, path: 'jasmine.clock().withMock()', freezes: ['timers'], starts: 'real', during: 0, see: clock },
	{ act: 'freeze', from, path: 'jasmine.clock().mockDate()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see: clock },
	{ act: 'freeze', from, path: 'jasmine.clock().install().mockDate()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see: clock },
	{ act: 'advance', from, path: 'jasmine.clock().tick()', see: clock },
	{ act: 'advance', from, path: 'jasmine.clock().install().tick()', see: clock },
	{ act: 'restore', from, path: 'jasmine.clock().uninstall()', restores: ['clock'], see: clock },
	{ act: 'restore', from, path: 'jasmine.clock().install().uninstall()', restores: ['clock'], see: clock },
	{ act: 'stub', from, path: '{spyOn,spyOnProperty}()', object: { argument: 0 }, member: { argument: 1 }, unlessThen: ['callThrough'], see: 'https://jasmine.github.io/api/5.0/global#spyOn' },
	{ act: 'stub', from, path: 'spyOnAllFunctions()', object: { argument: 0 }, member: undefined, unlessThen: ['callThrough'], see: 'https://jasmine.github.io/api/5.0/global#spyOnAllFunctions' },
];
