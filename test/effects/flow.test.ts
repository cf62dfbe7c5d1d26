import { describe, expect, test } from 'vitest';

import type { ApiRow } from '../../src/knowledge/row.ts';
import { describe as describeWitness } from '../../src/effects/witness.ts';
import { analyse } from '../support/analysis.ts';
import type { Files } from '../support/memory-project.ts';

const rows: readonly ApiRow[] = [
	{ effect: 'clock', from: 'global', path: 'Date.now()', clock: 'wall', see: 'https://x', flaky: '' },
	{ effect: 'clock', from: 'global', path: 'new Date', clock: 'wall', unless: [{ argument: 0, present: true }], see: 'https://x', flaky: '' },
	{ effect: 'order', from: 'db', path: 'find()', yields: 'list', see: 'https://x', flaky: '' },
];

/** What stands behind the variable `result`, as messages show it. */
function behindResult(files: string | Files): string[] {
	const { effects, variable } = analyse(typeof files === 'string' ? { 'a.test.ts': files } : files, undefined, rows);
	return effects.behind(variable('result'), [{ kind: 'parts' }]).map(({ kind, witness, picked }) => `${picked ? 'picked ' : ''}${kind}: ${describeWitness(witness)}`);
}

describe('a value depends on', () => {
	test.each<[string, string | Files, string[]]>([
		['a read of its own', 'const result = Date.now();', ['clock: Date.now']],
		['nothing, for a date that is given', 'const result = new Date(0);', []],
		['a read in another module', { 'a.test.ts': `import { isMorning } from './time';\nconst result = isMorning();`, 'time.ts': `export function isMorning() {\n\treturn new Date().getHours() < 12;\n}` }, ['clock: isMorning (time.ts:2) → new Date']],
		['a condition that decides it', `function greet() { if (new Date().getHours() < 12) return 'a'; return 'b'; }\nconst result = greet();`, ['clock: greet (a.test.ts:1) → new Date']],
		['a default parameter, left out', `const part = (now = new Date()) => now.getHours();\nconst result = part();`, ['clock: part (a.test.ts:1) → new Date']],
		['a read in a module that is required from the own directory', { 'test/a.test.js': `const { now } = require(__dirname + '/../time');
const result = now();`, 'time.js': `exports.now = () => Date.now();` }, ['clock: now (time.js:1) → Date.now']],
		['no module that is required from elsewhere', { 'test/a.test.js': `const { now } = require(folder + '/../time');
const result = now();`, 'time.js': `exports.now = () => Date.now();` }, []],
		['what a library says of itself, in its own tests', { 'test/a.test.js': `const { find } = require('..');
const result = find();`, 'index.js': `exports.find = () => [];`, 'package.json': '{ "name": "db" }' }, ['order: find']],
		['nothing that a library has no rows for', { 'test/a.test.js': `const { find } = require('..');
const result = find();`, 'index.js': `exports.find = () => [];`, 'package.json': '{ "name": "base" }' }, []],
		['nothing that a part of the library does', { 'test/a.test.js': `const { find } = require('../lib/find');
const result = find();`, 'lib/find.js': `exports.find = () => [];`, 'index.js': '', 'package.json': '{ "name": "db" }' }, []],
		['a package of the workspace that has rows', { 'a.test.js': `const { find } = require('db');
const result = find();`, 'packages/db/index.js': `exports.find = () => [];`, 'packages/db/package.json': '{ "name": "db" }', 'package.json': '{ "workspaces": ["packages/*"] }' }, ['order: find']],
		['no default parameter, given', `const part = (now = new Date()) => now.getHours();\nconst result = part(new Date(5));`, []],
		['a field', `const make = () => ({ text: 'a', at: new Date() });\nconst result = make().at;`, ['clock: make (a.test.ts:1) → new Date']],
		['not the field beside it', `const make = () => ({ text: 'a', at: new Date() });\nconst result = make().text;`, []],
		['a field of a whole', `const make = () => ({ text: 'a', at: new Date() });\nconst note = make();\nconst result = note;`, ['clock: make (a.test.ts:1) → new Date']],
		['a field written later', `const note = { at: 0 };\nnote.at = Date.now();\nconst result = note;`, ['clock: Date.now']],
		['a class field', `class Note { at = new Date(); text = 'a' }\nconst result = new Note();`, ['clock: new Date']],
		['a constructor argument', `class Note { constructor(at) { this.at = at; } }\nconst result = new Note(new Date()).at;`, ['clock: new Date']],
		['what a callback returns', `const result = [1, 2].map(() => Date.now());`, ['clock: Date.now']],
		['what a promise settles with', `const result = await Promise.resolve(1).then(() => Date.now());`, ['clock: Date.now']],
		['what is made behind a method that a class does not show', `class Model {}\nconst result = await Model.load().then(() => Date.now());`, ['clock: Date.now']],
		['what is made behind a method that an instance does not show', `class Model {}\nconst result = await new Model().load().then(() => Date.now());`, ['clock: Date.now']],
		['what is made behind an object that a promise settles with', `const load = async () => ({ rows: 1 });\nconst result = await load().then(({ rows }) => ({ rows, at: Date.now() }));`, ['clock: Date.now']],
		['what is made behind what a parameter gives', `export function read(model) { const result = model.load().then(() => Date.now()); }`, ['clock: Date.now']],
		['no callback of a method of which nothing is known', `class Model {}\nconst result = Model.load(() => Date.now());`, []],
		['a pushed element', `const seen = [];\nseen.push(Date.now());\nconst result = seen;`, ['clock: Date.now']],
		['an argument of a pure function', `const result = JSON.stringify({ at: new Date() });`, ['clock: new Date']],
		['no argument of an unknown function', `import { f } from 'unknown';\nconst result = f(new Date());`, []],
		['a template', 'const result = `at ${Date.now()}`;', ['clock: Date.now']],
		['an unordered list', `import { find } from 'db';\nconst result = await find();`, ['order: find']],
		['a mapped unordered list', `import { find } from 'db';\nconst result = (await find()).map(row => row.id);`, ['order: find']],
		['one of an unordered list by its position', `import { find } from 'db';\nconst [result] = await find();`, ['picked order: find']],
		['not the order of a sorted list', `import { find } from 'db';\nconst result = (await find()).map(row => row.id).sort();`, []],
		['not the order of a list sorted in place', `import { find } from 'db';\nconst rows = await find();\nrows.sort();\nconst result = rows;`, []],
		['not the order of what a condition finds', `import { find } from 'db';\nconst result = (await find()).find(row => row.id === 1);`, []],
		['not the order of a count', `import { find } from 'db';\nconst result = (await find()).length;`, []],
		['the order of pushes from callbacks that overlap', `const result = [];\nawait Promise.all([1, 2].map(async x => { await f(x); result.push(x); }));`, ['order: push in callbacks that overlap']],
		['not the order of the results of Promise.all', `const result = await Promise.all([1, 2].map(async x => { await f(x); return x; }));`, []],
		['what a function of a function returns', `const twice = f => () => f();\nconst result = twice(() => Date.now())();`, ['clock: a function (a.test.ts:1) → f (a.test.ts:2) → Date.now']],
		['nothing, for recursion', `const f = n => n ? f(n - 1) : 0;\nconst result = f(3);`, []],
	])('%s', (_, files, expected) => {
		expect(behindResult(files)).toEqual(expected);
	});
});
