import type { ConcurrencyRow, FrameworkRow, Word } from './row.ts';

const serial: ConcurrencyRow = { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '', settings: [] };

/** What is so of a runner without a configuration that runs one test after another. */
const plain = { config: undefined, concurrency: serial, files: 'one process', fileSettings: [], restores: [], restoreSettings: [], clockSettings: [] } as const satisfies Partial<FrameworkRow>;

const step: Word = { is: 'step' };

const stepWords: Readonly<Record<string, Word>> = {
	Given: step, When: step, Then: step, And: step, But: step, Step: step, defineStep: step,
	Before: step, After: step, BeforeAll: step, AfterAll: step, BeforeStep: step, AfterStep: step,
	BeforeScenario: step, AfterScenario: step, BeforeWorker: step, AfterWorker: step,
};

export const uvu: FrameworkRow = {
	name: 'uvu',
	see: 'https://github.com/lukeed/uvu/blob/master/docs/api.uvu.md',
	imports: ['uvu'],
	packages: ['uvu'],
	commands: ['uvu'],
	hints: [],
	vocabularies: [
		{
			from: ['uvu'],
			start: { test: { is: 'test' }, 'suite()': { is: 'test' } },
			then: {
				only: { adds: 'only' },
				skip: { adds: 'skip' },
				before: { is: 'before-all' },
				'before.each': { is: 'before-each' },
				after: { is: 'after-all' },
				'after.each': { is: 'after-each' },
			},
		},
	],
	options: [],
	...plain,
};

export const lab: FrameworkRow = {
	name: 'lab',
	see: 'https://hapi.dev/module/lab/api/',
	imports: ['@hapi/lab', 'lab'],
	packages: ['@hapi/lab', 'lab'],
	commands: ['lab'],
	hints: [],
	vocabularies: [
		{
			from: ['@hapi/lab', 'lab'],
			start: {
				'script().describe': { is: 'suite' },
				'script().suite': { is: 'suite' },
				'script().experiment': { is: 'suite' },
				'script().it': { is: 'test' },
				'script().test': { is: 'test' },
				'script().before': { is: 'before-all' },
				'script().beforeEach': { is: 'before-each' },
				'script().afterEach': { is: 'after-each' },
				'script().after': { is: 'after-all' },
			},
			then: { only: { adds: 'only' }, skip: { adds: 'skip' } },
		},
	],
	bounds: [{ bounds: 'time', key: 'timeout' }, { bounds: 'tries', key: 'retry' }],
	options: [
		{ key: 'skip', truthy: 'skip' },
		{ key: 'only', truthy: 'only' },
	],
	config: { stems: ['.labrc'], setup: [] },
	concurrency: serial,
	files: 'one process',
	fileSettings: [],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

export const microShould: FrameworkRow = {
	name: 'micro-should',
	see: 'https://github.com/paulmillr/micro-should',
	imports: ['micro-should', '@paulmillr/jsbt'],
	packages: ['micro-should'],
	commands: [],
	hints: [],
	vocabularies: [
		{
			from: ['micro-should', '@paulmillr/jsbt/test.js'],
			start: { describe: { is: 'suite' }, it: { is: 'test' }, should: { is: 'test' }, beforeEach: { is: 'before-each' }, afterEach: { is: 'after-each' } },
			then: { only: { adds: 'only' }, skip: { adds: 'skip' } },
		},
	],
	options: [],
	...plain,
};

export const tinytest: FrameworkRow = {
	name: 'tinytest',
	see: 'https://docs.meteor.com/packages/testing',
	imports: ['meteor/tinytest'],
	packages: [],
	commands: ['meteor test-packages'],
	hints: ['Tinytest', 'testAsyncMulti'],
	vocabularies: [
		{
			from: ['global', 'meteor/tinytest'],
			start: { 'Tinytest.add': { is: 'test' }, 'Tinytest.addAsync': { is: 'test' }, testAsyncMulti: { is: 'test' } },
			then: { only: { adds: 'only' }, skip: { adds: 'skip' } },
		},
	],
	soft: true,
	options: [],
	done: 1,
	...plain,
};

/** In its exports interface; its `describe` and `it` are Mocha's words. */
export const nightwatch: FrameworkRow = {
	name: 'nightwatch',
	see: 'https://nightwatchjs.org/guide/writing-tests/using-exports-syntax.html',
	imports: ['nightwatch'],
	packages: ['nightwatch'],
	commands: ['nightwatch'],
	hints: [],
	vocabularies: [],
	options: [],
	exportedHooks: { before: 'before-all', beforeEach: 'before-each', afterEach: 'after-each', after: 'after-all' },
	done: 1,
	config: { stems: ['nightwatch.conf', 'nightwatch'], setup: [] },
	concurrency: serial,
	files: 'processes',
	fileSettings: [],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

/** What its steps keep, the next ones read: only how they wait can be told of one alone. */
export const cucumber: FrameworkRow = {
	name: 'cucumber',
	see: 'https://github.com/cucumber/cucumber-js/blob/main/docs/support_files/api_reference.md',
	imports: ['@cucumber/cucumber', 'cucumber', '@wdio/cucumber-framework', '@badeball/cypress-cucumber-preprocessor', 'cypress-cucumber-preprocessor'],
	packages: ['@cucumber/cucumber', 'cucumber'],
	commands: ['cucumber-js'],
	hints: [],
	vocabularies: [
		{
			from: ['@cucumber/cucumber', 'cucumber', '@wdio/cucumber-framework', '@badeball/cypress-cucumber-preprocessor', 'cypress-cucumber-preprocessor/steps'],
			start: stepWords,
			then: {},
		},
		{ from: ['playwright-bdd'], start: Object.fromEntries(Object.entries(stepWords).map(([name, word]) => [`createBdd().${name}`, word])), then: {} },
	],
	options: [],
	stepEnds: new Set(['callback', 'cb', 'done', 'next']),
	...plain,
};
