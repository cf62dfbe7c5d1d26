import { describe } from 'vitest';

import rule from '../../rules/no-unordered-equality.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unordered-equality', rule, {}, { picked: true });

/** A test of rows that come in any order; the claim is the last of its lines. */
const rows = (body: string, claim: string, mark = ''): string => `
import _ from 'lodash';
import * as R from 'ramda';
import { Pool } from 'pg';
const pool = new Pool();
test('lists the songs', async () => {
	const { rows: songs } = await pool.query('SELECT * FROM songs');
	${body}
	${claim}
	${mark}
});
`;

describe('lists that are made of unordered rows', () => {
	const list = `expect(found).toEqual(['a', 'b']);`;
	const groups = `expect(found).toEqual({ jazz: ['a', 'b'], folk: ['c'] });`;
	const told: readonly (readonly [name: string, body: string, claim: string])[] = [
		['pushed all at once', 'const found = []; found.push(...songs.map(song => song.title));', list],
		['put behind a list', `let found = ['z']; found = found.concat(songs.map(song => song.title));`, list],
		['put behind a new list', 'const found = [].concat(songs.map(song => song.title));', list],
		['added by an assignment', 'let found = []; for (const song of songs) found = [...found, song.title];', list],
		['added by an assignment in a callback', 'let found = []; songs.forEach(song => { found = found.concat(song.title); });', list],
		['added to a text', `let found = ''; for (const song of songs) found += song.title;`, `expect(found).toBe('ab');`],
		['folded, by push', 'const found = songs.reduce((all, song) => { all.push(song.title); return all; }, []);', list],
		['folded, by a spread', 'const found = songs.reduce((all, song) => [...all, song.title], []);', list],
		['folded, by concat', 'const found = songs.reduce((all, song) => song.live ? all.concat(song.title) : all, []);', list],
		['folded into a text', `const found = songs.reduce((text, song) => text + song.title, '');`, `expect(found).toBe('ab');`],
		['folded into groups', 'const found = songs.reduce((all, song) => { (all[song.kind] ??= []).push(song.title); return all; }, {});', groups],
		[
			'folded into groups of a variable',
			'const found = songs.reduce((all, song) => { const group = all[song.kind] || []; group.push(song.title); all[song.kind] = group; return all; }, {});',
			groups,
		],
		['folded into new groups', 'const found = songs.reduce((all, song) => ({ ...all, [song.kind]: [...(all[song.kind] ?? []), song.title] }), {});', groups],
		['folded into a map of groups', 'const found = songs.reduce((all, song) => { all.get(song.kind).push(song.title); return all; }, new Map(kinds));', groups],
		['grouped', 'const { jazz: found } = Object.groupBy(songs, song => song.kind);', list],
		['grouped by Lodash', `const found = _.groupBy(songs, 'kind').jazz;`, list],
		['grouped by Ramda', `const found = R.groupBy(song => song.kind, songs).jazz;`, list],
	];
	for (const [name, body, claim] of told) flags(name, rows(body, claim, underlined(claim)));

	const sound: readonly (readonly [name: string, body: string, claim: string])[] = [
		['pushed and sorted', 'const found = []; found.push(...songs.map(song => song.title)); found.sort();', list],
		['of lists that are put behind one another in an order', `const found = [].concat(songs.map(song => song.title).sort());`, list],
		['summed up', 'const found = songs.reduce((sum, song) => sum + song.length, 0);', 'expect(found).toBe(7);'],
		['counted', 'let found = 0; for (const song of songs) found += song.length;', 'expect(found).toBe(7);'],
		['counted by kind', 'const found = songs.reduce((all, song) => { all[song.kind] = (all[song.kind] ?? 0) + 1; return all; }, {});', 'expect(found).toEqual({ jazz: 2 });'],
		['kept by a key', 'const found = songs.reduce((all, song) => ({ ...all, [song.id]: song.tags }), {});', 'expect(found).toEqual({ 1: 2 });'],
		['folded and sorted at each step', 'const found = songs.reduce((all, song) => { all.push(song.title); return all.sort(); }, []);', list],
		['folded by a function that is not seen', 'const found = songs.reduce(collect, []);', list],
		['of which one is in each group', 'const found = Object.groupBy(songs, song => song.kind);', `expect(found).toEqual({ jazz: [{ title: 'a' }], folk: [{ title: 'b' }] });`],
		['counted in their groups', `const found = _.mapValues(_.groupBy(songs, 'kind'), group => group.length);`, 'expect(found).toEqual({ jazz: 2, folk: 1 });'],
		['whose keys are looked at', 'const found = Object.keys(Object.groupBy(songs, song => song.kind)).length;', 'expect(found).toBe(2);'],
	];
	for (const [name, body, claim] of sound) allows(name, rows(body, claim));
});

describe('what callbacks add that overlap', () => {
	const code = (start: string, step: string, claim: string, mark = ''): string => `
import { readFile } from 'node:fs/promises';
test('reads the notes', async () => {
	let found = ${start};
	await Promise.all(['a.txt', 'b.txt'].map(async name => {
		const text = await readFile(name, 'utf8');
		${step}
	}));
	${claim}
	${mark}
});
`;
	const list = `expect(found).toEqual(['one', 'two']);`;
	const text = `expect(found).toBe('onetwo');`;
	flags('by an assignment of a longer list', code('[]', 'found = [...found, text];', list, underlined(list)));
	flags('by an assignment of concat', code('[]', 'found = found.concat(text);', list, underlined(list)));
	flags('to a text', code(`''`, 'found += text;', text, underlined(text)));
	allows('to a number', code('0', 'found += text.length;', 'expect(found).toBe(6);'));
	allows('to a text of which the length is looked at', code(`''`, 'found += text;', 'expect(found.length).toBe(6);'));
	allows('to a list that is sorted behind it', code('[]', 'found = [...found, text];', `expect(found.toSorted()).toEqual(['one', 'two']);`));
	allows('in place of what was there', code('[]', 'found = [text];', `expect(found).toEqual(['one']);`));
});

describe('a sort that sorts nothing', () => {
	const asked = (body: string): string => `
import { listPlants } from 'greenhouse';
import { byHeight } from './plants';
const taller = (one, other) => one.height > other.height;
test('lists the plants', async () => {
	const plants = await listPlants();
	${body}
});
`;
	const claim = (list: string): string => `expect(${list}).toEqual([{ name: 'fern' }, { name: 'palm' }]);`;
	const sorts: readonly (readonly [name: string, sort: string, before: string, behind: string])[] = [
		['by a comparator that compares', 'plants.sort((one, other) => one.height > other.height)', '', `;\n\t${claim('plants')}`],
		['by one in a block', 'plants.toSorted((one, other) => { return one.name < other.name; })', 'const sorted = ', `;\n\t${claim('sorted')}`],
		['by one that gives one or zero', 'plants.sort((one, other) => one.height > other.height ? 1 : 0)', 'const sorted = ', `;\n\t${claim('sorted.map(plant => plant)')}`],
		['by one that gives nothing', 'plants.sort((one, other) => { one.height - other.height; })', '', `;\n\t${claim('plants')}`],
		['by one with a name', 'plants.sort(taller)', 'const names = ', `.map(plant => plant.name);\n\texpect(names).toEqual(['fern', 'palm']);`],
		['in the assertion', 'plants.sort((one, other) => one.name.localeCompare(other.name) > 0)', 'expect(', `).toEqual([{ name: 'fern' }, { name: 'palm' }]);`],
		['of objects, without one', 'plants.sort()', '', `;\n\t${claim('plants')}`],
		['of a copy', '[...plants].sort(taller)', 'const sorted = ', `;\n\t${claim('sorted')}`],
		['of objects, without one, on both sides', 'plants.sort()', 'expect(', `).toEqual([{ name: 'fern' }, { name: 'palm' }].sort());`],
		['of objects that were just made, without one', 'plants.map(plant => plant).sort()', 'const sorted = ', `;\n\t${claim('sorted')}`],
		['of objects, without one, into a variable', 'plants.toSorted()', 'const sorted = ', `;\n\t${claim('sorted')}`],
	];
	for (const [name, sort, before, behind] of sorts)
		flags(name, asked(`${before}${sort}${behind.replace('\n', `\n\t${' '.repeat(before.length)}${'~'.repeat(sort.length)}\n`)}${behind.includes('\n') ? '' : `\n\t${' '.repeat(before.length)}${'~'.repeat(sort.length)}`}`));

	const sound: readonly (readonly [name: string, body: string])[] = [
		['by numbers', `plants.sort((one, other) => one.height - other.height);\n\t${claim('plants')}`],
		['by what may be below zero', `plants.sort((one, other) => one.height > other.height ? 1 : -1);\n\t${claim('plants')}`],
		['by what is zero or below', `plants.sort((one, other) => one.height < other.height ? -1 : 0);\n\t${claim('plants')}`],
		['by a function that is not seen', `plants.sort(byHeight);\n\t${claim('plants')}`],
		['by their texts', `const names = plants.map(plant => plant.name).sort();\n\texpect(names).toEqual(['fern', 'palm']);`],
		['texts, in place', `plants.sort();\n\texpect(plants).toEqual(['fern', 'palm']);`],
		['and are sorted again', `plants.sort(taller);\n\t${claim('plants.toSorted((one, other) => one.height - other.height)')}`],
		['and are counted', 'plants.sort(taller);\n\texpect(plants).toHaveLength(2);'],
		['and are compared in any order', `plants.sort(taller);\n\texpect(plants).toEqual(expect.arrayContaining([{ name: 'fern' }, { name: 'palm' }]));`],
		['of a list that the test wrote down', `const own = [{ name: 'palm' }, { name: 'fern' }].sort(taller);\n\t${claim('own')}`],
		['by something that is no list', `expect(plants.sort()).toEqual([{ key: 'name' }, { key: 'height' }]);`],
		['behind the assertion', `${claim('plants')}\n\tplants.sort(taller);`],
	];
	for (const [name, body] of sound) allows(name, asked(body));

	allows(
		'rows in the order of a comparator',
		rows('const found = songs.sort((one, other) => one.year - other.year).map(song => song.title);', `expect(found).toEqual(['a', 'b']);`),
	);
	flags('rows in no order', {
		'a.test.ts': `
import { songsByYear } from './songs';
test('lists the songs', async () => {
	const found = await songsByYear();
	expect(found).toEqual([{ id: 1 }, { id: 2 }]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'songs.ts': `
import { Pool } from 'pg';
const pool = new Pool();
export const songsByYear = async () => {
	const { rows } = await pool.query('SELECT * FROM songs');
	rows.sort((one, other) => one.year > other.year);
	return rows;
};`,
	});
});

describe('answers that callbacks keep as they come', () => {
	const code = (body: string, told = true): string => {
		const claim = `expect(found).toEqual(['one', 'two']);`;
		return `
import fs from 'node:fs';
import { readAll } from './read-all';
test('reads the notes', async () => {
	const found = [];
	${body}
	${claim}
	${told ? underlined(claim) : ''}
});
`;
	};
	const named = `['a.txt', 'b.txt']`;
	flags('asked for each of a list', code(`${named}.forEach(name => { fs.readFile(name, 'utf8', (error, text) => { found.push(text.trim()); }); });\n\tawait read();`));
	flags('asked for in a loop', code(`for (const name of ${named}) fs.readFile(name, 'utf8', (error, text) => found.push(text));\n\tawait read();`));
	flags('in the code under test', {
		'a.test.ts': code(`found.push(...(await readAll(${named})));`),
		'read-all.ts': `
import { readFile } from 'node:fs';
export const readAll = names => new Promise((resolve, reject) => {
	const texts = [];
	names.forEach(name => {
		readFile(name, 'utf8', (error, text) => {
			if (error) return reject(error);
			texts.push(text);
			if (texts.length === names.length) resolve(texts);
		});
	});
});`,
	});
	allows('one behind the other', code(`for (const name of ${named}) await new Promise(done => fs.readFile(name, 'utf8', (error, text) => { found.push(text); done(); }));`, false));
	allows('at the place of the question', code(`${named}.forEach((name, index) => { fs.readFile(name, 'utf8', (error, text) => { found[index] = text; }); });\n\tawait read();`, false));
	allows('and sorts them', code(`${named}.forEach(name => { fs.readFile(name, 'utf8', (error, text) => { found.push(text); }); });\n\tawait read();\n\tfound.sort();`, false));
	allows('read without waiting', code(`for (const name of ${named}) found.push(fs.readFileSync(name, 'utf8'));`, false));
	allows('which the test hands out itself', code(`${named}.forEach(name => { ask(name, (error, text) => { found.push(text); }); });\n\tawait read();`, false));
	allows('as a note of the order in which it asks', code(`${named}.forEach(name => { fs.readFile(name, 'utf8', () => { found.push(name); }); found.push('asked'); });\n\tawait read();`, false));
});
