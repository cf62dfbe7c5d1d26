import { mochaHooks, mochaWords } from './mocha.ts';
import { plain } from './plain-runner.ts';
import type { FrameworkRow, Word } from './row.ts';

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
	concurrency: plain.concurrency,
	files: 'one process',
	fileSettings: [],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
};

const groupHooks = {
	before: { is: 'before-all' },
	beforeEach: { is: 'before-each' },
	afterEach: { is: 'after-each' },
	after: { is: 'after-all' },
} as const;

/** Also what it was before version 5: the package `japa`, with hooks of other names. */
export const japa: FrameworkRow = {
	name: 'japa',
	see: 'https://japa.dev/docs/underlying-tests',
	imports: ['@japa/runner', 'japa'],
	packages: ['@japa/runner', 'japa'],
	commands: [],
	hints: [],
	vocabularies: [
		{
			from: ['@japa/runner'],
			start: {
				'test': { is: 'test' },
				'test().run': { is: 'test' },
				'test.group': { is: 'suite' },
				'Group.setup': { is: 'before-all' },
				'Group.each.setup': { is: 'before-each' },
				'Group.each.teardown': { is: 'after-each' },
				'Group.teardown': { is: 'after-all' },
			},
			then: { skip: { adds: 'skip' } },
		},
		{
			from: ['japa'],
			start: { '': { is: 'test' }, 'group': { is: 'suite' }, ...Object.fromEntries(Object.entries(groupHooks).map(([name, word]) => [`Group.${name}`, word])) },
			then: { skip: { adds: 'skip' }, skipInCI: {}, runInCI: {}, failing: { adds: 'failing' } },
		},
	],
	options: [],
	done: 1,
	...plain,
};

/** Mocha's words for tests that use no `this`: https://github.com/domenic/mocha-sugar-free#readme */
export const mochaSugarFree: FrameworkRow = {
	name: 'mocha-sugar-free',
	see: 'https://github.com/domenic/mocha-sugar-free#readme',
	imports: ['mocha-sugar-free'],
	packages: ['mocha-sugar-free'],
	commands: [],
	hints: [],
	vocabularies: [{ ...mochaWords, from: ['mocha-sugar-free'] }],
	bounds: [{ bounds: 'time', key: 'timeout' }],
	options: [{ key: 'skip', truthy: 'skip' }, { key: 'only', truthy: 'only' }],
	contextEnds: { done: 'ends' },
	...plain,
};

export const poku: FrameworkRow = {
	name: 'poku',
	see: 'https://poku.io/docs/documentation/helpers/test',
	imports: ['poku'],
	packages: ['poku'],
	commands: ['poku'],
	hints: [],
	vocabularies: [
		{
			from: ['poku'],
			start: { describe: { is: 'suite' }, it: { is: 'test' }, test: { is: 'test' }, beforeEach: groupHooks.beforeEach, afterEach: groupHooks.afterEach },
			then: { only: { adds: 'only' }, skip: { adds: 'skip' }, todo: { adds: 'todo' } },
		},
	],
	options: [],
	...plain,
	files: 'processes',
};

export const baretest: FrameworkRow = {
	name: 'baretest',
	see: 'https://volument.com/baretest',
	imports: ['baretest', 'tehanu'],
	packages: ['baretest', 'tehanu'],
	commands: [],
	hints: [],
	vocabularies: [{ from: ['baretest', 'tehanu'], start: { '()': { is: 'test' } }, then: { only: { adds: 'only' }, skip: { adds: 'skip' }, ...groupHooks } }],
	options: [],
	...plain,
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
	inPlaceOfWaits: { page: ['waitForElementVisible(…)'] },
	vocabularies: [],
	options: [],
	objects: { hooks: mochaHooks, exported: 'imported' },
	done: 1,
	config: { stems: ['nightwatch.conf', 'nightwatch'], setup: [] },
	concurrency: plain.concurrency,
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
		{ from: ['cucumber'], start: Object.fromEntries(Object.entries(stepWords).map(([name, word]) => [`SupportCode.${name}`, word])), then: {} },
		{ from: ['playwright-bdd'], start: Object.fromEntries(Object.entries(stepWords).map(([name, word]) => [`createBdd().${name}`, word])), then: {} },
	],
	options: [],
	stepEnds: new Set(['callback', 'cb', 'done', 'next']),
	...plain,
};

/** What the tests of browsers are written in, whose pages load it by a `<script>`. Its `test` runs nothing that waits, and others have a word like it. */
export const testharness: FrameworkRow = {
	name: 'testharness',
	see: 'https://web-platform-tests.org/writing-tests/testharness-api.html',
	imports: [],
	packages: [],
	commands: [],
	hints: ['promise_test', 'async_test'],
	vocabularies: [
		{
			from: ['global'],
			start: { promise_test: { is: 'test' }, async_test: { is: 'test' }, promise_setup: { is: 'before-all' } },
			then: {},
		},
	],
	options: [],
	atTestEnd: { context: 'add_cleanup' },
	contextEnds: { done: 'ends', step_func_done: 'gives' },
	...plain,
};
