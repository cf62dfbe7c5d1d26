import { plain } from './plain-runner.ts';
import type { FrameworkRow, Vocabulary } from './row.ts';

const chain = { only: { adds: 'only' }, skip: { adds: 'skip' }, todo: { adds: 'todo' }, each: { adds: 'each' }, if: {} } as const;
const nested = {
	'NestedHooks.before': { is: 'before-all' },
	'NestedHooks.beforeEach': { is: 'before-each' },
	'NestedHooks.afterEach': { is: 'after-each' },
	'NestedHooks.after': { is: 'after-all' },
} as const;

/** https://qunitjs.com/api/QUnit/ */
const words: Vocabulary = {
	from: ['qunit', 'qunitjs', 'QUnit'],
	start: {
		module: { is: 'suite' },
		test: { is: 'test' },
		only: { is: 'test', adds: 'only' },
		skip: { is: 'test', adds: 'skip' },
		todo: { is: 'test', adds: 'todo' },
		'hooks.beforeEach': { is: 'before-each' },
		'hooks.afterEach': { is: 'after-each' },
		...nested,
	},
	then: chain,
};

const prefixed = Object.fromEntries(Object.entries(words.start).map(([name, word]) => [name.startsWith('NestedHooks') ? name : `QUnit.${name}`, word]));

export const qunit: FrameworkRow = {
	name: 'qunit',
	see: 'https://qunitjs.com/api/QUnit/',
	imports: ['qunit', 'qunitjs', 'QUnit', 'ember-qunit'],
	packages: ['qunit', 'qunitjs', 'ember-qunit', 'karma-qunit'],
	commands: ['qunit', 'ember test'],
	hints: ['QUnit'],
	vocabularies: [words, { from: ['global', 'qunit', 'qunitjs'], start: prefixed, then: chain }],
	soft: true,
	options: [],
	hookOptions: { before: 'before-all', beforeEach: 'before-each', setup: 'before-each', afterEach: 'after-each', teardown: 'after-each', after: 'after-all' },
	flatSuites: true,
	contextEnds: { async: 'gives' },
	...plain,
};

/** Before version 2, with globals: `module('effects'); test('fades', 2, function () { stop(); … start(); })`. */
export const qunit1: FrameworkRow = {
	...qunit,
	name: 'qunit1',
	see: 'https://qunitjs.com/upgrade-guide-2.x/',
	imports: [],
	packages: [],
	commands: [],
	hints: ['asyncTest'],
	vocabularies: [{ from: ['global'], start: { 'module': { is: 'suite' }, 'test': { is: 'test' }, 'asyncTest': { is: 'test' }, 'QUnit.asyncTest': { is: 'test' }, ...prefixed }, then: chain }],
	globalEnd: 'start',
};
