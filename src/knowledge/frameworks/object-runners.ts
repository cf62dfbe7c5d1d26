import { plain } from './plain-runner.ts';
import type { FrameworkRow, Phase, Word } from './row.ts';

const suites: Word = { is: 'object-suite' };

/** A context's topic is made once, before what is claimed of it: by return, by `this.callback`, or by an emitter that it gives back. */
export const vows: FrameworkRow = {
	name: 'vows',
	see: 'https://github.com/vowsjs/vows#readme',
	imports: ['vows'],
	packages: ['vows'],
	commands: ['vows'],
	hints: [],
	vocabularies: [{ from: ['vows'], start: { 'describe()': {} }, then: { addBatch: suites, 'addBatch()': {} } }],
	options: [],
	objects: { hooks: { topic: 'before-all', teardown: 'after-all' }, holders: ['on'] },
	thisEnds: { callback: 'ends' },
	givenEnds: { emit: 'ends' },
	...plain,
};

const hooks = { before: 'before-all', setup: 'before-all', beforeEach: 'before-each', afterEach: 'after-each', after: 'after-all', teardown: 'after-all' } as const satisfies Record<string, Phase>;
const hookWords = { before: { is: 'before-all' }, beforeEach: { is: 'before-each' }, afterEach: { is: 'after-each' }, after: { is: 'after-all' } } as const;
const words: Readonly<Record<string, Word>> = { registerSuite: suites, describe: { is: 'suite' }, suite: { is: 'suite' }, it: { is: 'test' }, test: { is: 'test' }, ...hookWords };

/** Its interfaces: those of version 4 by `intern.getInterface`, those before by modules of AMD (`intern!object`). */
export const intern: FrameworkRow = {
	name: 'intern',
	see: 'https://github.com/theintern/intern/blob/master/docs/writing_tests.md',
	imports: ['intern', 'intern!object', 'intern!bdd', 'intern!tdd'],
	packages: ['intern', 'intern-geezer'],
	commands: ['intern', 'intern-client', 'intern-runner'],
	hints: ['intern'],
	vocabularies: [
		{ from: ['global', 'intern'], start: { 'intern.getInterface()': {}, 'getInterface()': {} }, then: { ...words, skip: { adds: 'skip' }, only: { adds: 'only' } } },
		{ from: ['intern!object'], start: { '': suites }, then: {} },
		{ from: ['intern!bdd', 'intern!tdd'], start: words, then: { skip: { adds: 'skip' } } },
	],
	options: [],
	objects: { hooks, holders: ['tests'] },
	thisEnds: { async: 'gives' },
	...plain,
};

/** https://github.com/dmonad/lib0/blob/main/testing.js: tests are the functions that a file exports whose names begin with `test`. */
export const lib0: FrameworkRow = {
	name: 'lib0',
	see: 'https://github.com/dmonad/lib0/blob/main/testing.js',
	imports: ['lib0/testing'],
	packages: [],
	commands: [],
	hints: [],
	vocabularies: [],
	options: [],
	objects: { hooks: {}, tests: /^test/, exported: 'imported' },
	...plain,
};
