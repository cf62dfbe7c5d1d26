import type { ActRow, FrameworkRow, Vocabulary } from './row.ts';

const hooks = { before: { is: 'before-all' }, beforeEach: { is: 'before-each' }, afterEach: { is: 'after-each' }, after: { is: 'after-all' } } as const;
const definitions = { test: { is: 'test' }, it: { is: 'test' }, describe: { is: 'suite' }, suite: { is: 'suite' }, ...hooks } as const;

const words: Vocabulary = {
	from: ['node:test'],
	start: {
		'': { is: 'test' },
		...definitions,
		'TestContext.test': { is: 'test' },
		'TestContext.before': { is: 'before-all' },
		'TestContext.beforeEach': { is: 'before-each' },
		'TestContext.afterEach': { is: 'after-each' },
		'TestContext.after': { is: 'after-all' },
	},
	then: { only: { adds: 'only' }, skip: { adds: 'skip' }, todo: { adds: 'todo' }, expectFailure: { adds: 'failing' }, ...definitions },
};

export const nodeTest: FrameworkRow = {
	name: 'node:test',
	see: 'https://nodejs.org/api/test.html',
	imports: ['node:test'],
	packages: [],
	commands: ['node --test', 'tsx --test', 'c8 node --test', 'borp'],
	hints: [],
	inPlaceOfWaits: { clock: 't.mock.timers.enable()' },
	vocabularies: [words],
	bounds: [{ bounds: 'time', key: 'timeout' }],
	options: [
		{ key: 'concurrency', truthy: 'concurrent', falsy: 'serial' },
		{ key: 'skip', truthy: 'skip' },
		{ key: 'only', truthy: 'only' },
		{ key: 'todo', truthy: 'todo' },
		{ key: 'expectFailure', truthy: 'failing' },
	],
	subtests: true,
	atTestEnd: { context: 'after' },
	done: 1,
	config: { stems: ['node.config'], setup: [{ flags: ['--require', '-r', '--import'], means: 'module' }] },
	concurrency: { standard: 'none', asked: 'process', about: 'children', overlap: 'neighbours', reason: '`concurrency`', settings: [] },
	files: 'processes',
	fileSettings: [
		{ flags: ['--test-concurrency=1'], means: 'one after another' },
		{ flags: ['--test-isolation=none', '--experimental-test-isolation=none'], means: 'one process' },
	],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

const from = 'node:test';
const tracker = '{mock,TestContext.mock}';

/** A row for the module's own `mock` and one for the test's. */
function both(make: (mock: string) => ActRow): readonly ActRow[] {
	return tracker.slice(1, -1).split(',').map(make);
}

export const nodeTestActs: readonly ActRow[] = [
	...both(mock => ({
		act: 'freeze', from, path: `${mock}.timers.enable()`, freezes: ['date', 'timers'], starts: 'fixed',
		now: [{ argument: 0, key: 'now' }], only: { argument: 0, key: 'apis' }, see: 'https://nodejs.org/api/test.html#timersenableenableoptions',
	})),
	...both(mock => ({
		act: 'freeze', from, path: `${mock}.timers.setTime()`, freezes: ['date'], starts: 'fixed', now: [{ argument: 0 }], see: 'https://nodejs.org/api/test.html#timerssettimemilliseconds',
	})),
	...both(mock => ({ act: 'restore', from, path: `${mock}.timers.reset()`, restores: ['clock'], see: 'https://nodejs.org/api/test.html#timersreset' })),
	...both(mock => ({ act: 'advance', from, path: `${mock}.timers.{tick,runAll}()`, see: 'https://nodejs.org/api/test.html#timerstickmilliseconds' })),
	...both(mock => ({
		act: 'mock', from, path: `${mock}.module()`, module: { argument: 0 }, factory: { argument: 1, key: 'namedExports' }, see: 'https://nodejs.org/api/test.html#mockmodulespecifier-options',
	})),
	...both(mock => ({
		act: 'stub', from, path: `${mock}.method()`, object: { argument: 0 }, member: { argument: 1 }, when: [{ argument: 2, callable: true }], see: 'https://nodejs.org/api/test.html#mockmethodobject-methodname-implementation-options',
	})),
	...both(mock => ({
		act: 'stub', from, path: `${mock}.{getter,setter,property}()`, object: { argument: 0 }, member: { argument: 1 }, see: 'https://nodejs.org/api/test.html#mockgetterobject-methodname-implementation-options',
	})),
	...both(mock => ({ act: 'restore', from, path: `${mock}.{reset,restoreAll}()`, restores: ['spies', 'calls', 'clock', 'modules'], see: 'https://nodejs.org/api/test.html#mockreset' })),
];
