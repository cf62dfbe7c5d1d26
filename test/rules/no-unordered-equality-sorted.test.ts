import { describe } from 'vitest';

import rule from '../../rules/no-unordered-equality.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { allows, flags } = casesOf('no-unordered-equality', rule);

const list = `expect(xs).toEqual(['a', 'b']);`;
const whole = `expect(r).toEqual({ names: ['a', 'b'], ids: 2 });`;
const member = `expect(r.names).toEqual(['a', 'b']);`;

/** A test of names that come in any order, as `xs` and in `r`. */
const project = (head: string, body: string): Record<string, string> => ({
	'a.test.ts': `import { expect, test } from 'vitest';
import { names } from './names';
import { inPlace, copied, byName } from './order';
import * as ordering from './order';
${head}
test('lists', async () => {
	const xs = await names();
	const ys = await names();
	const r = { names: await names(), ids: 2 };
	${body}
});`,
	'names.ts': `import { Pool } from 'pg';
const pool = new Pool();
export const names = async () => (await pool.query('SELECT name FROM songs')).rows.map(row => row.name);`,
	'order.ts': `export { inPlace } from './in-place';
export function copied(list) { return [...list].sort(); }
export const byName = ({ names }) => { names.sort((one, other) => one.localeCompare(other)); };`,
	'in-place.ts': `export const inPlace = list => { list.sort(); };`,
});

type Case = readonly [name: string, head: string, before: string, claim: string];

describe('lists that are sorted in place before they are asserted', () => {
	const sound: readonly Case[] = [
		['by a helper that gives them back', 'const order = xs => { xs.sort(); return xs; };', 'order(xs);', list],
		['by a helper of which the result is kept', 'const order = xs => { xs.sort(); return xs; };', 'const same = order(xs);', list],
		['by a helper that gives nothing', 'const order = xs => { xs.sort(); };', 'order(xs);', list],
		['by an arrow', 'const order = list => list.sort();', 'order(xs);', list],
		['by a declared function', 'function order(title, list) { list.sort(); }', `order('names', xs);`, list],
		['by a helper that hands them on', 'const sorts = list => { list.sort(); };\nconst order = each => sorts(each);', 'order(xs);', list],
		['by an imported helper', '', 'inPlace(xs);', list],
		['by an imported helper that is waited for', '', 'await inPlace(xs);', list],
		['by a helper of a namespace', '', 'ordering.inPlace(xs);', list],
		['in a callback over a written list', '', '[xs].forEach(each => each.sort());', list],
		['in a callback over several', '', '[ys, xs].forEach(each => { inPlace(each); });', list],
		['in a loop over several', '', 'for (const each of [ys, xs]) each.sort();', list],
		['by another name', '', 'const same = xs; same.sort();', list],
		['in a member, asserted as a whole', '', 'r.names.sort();', whole],
		['in a member, asserted as that', '', 'r.names.sort();\n\texpect(r).toBeDefined();', member],
		['in a member that is taken out', '', 'const { names: taken } = r; taken.sort();', whole],
		['in a member that is handed on', '', 'inPlace(r.names);', whole],
		['in a member, by a helper', 'const order = row => { row.names.sort(); };', 'order(r);', member],
		['in a member, by a helper, asserted as a whole', 'const order = row => { row.names.sort(); };', 'order(r);', whole],
		['in a member, by an imported helper', '', 'byName(r);', member],
		['before what is made of them', '', 'inPlace(xs);\n\tconst big = xs.map(x => x.toUpperCase());', `expect(big).toEqual(['A', 'B']);`],
		['in each turn, behind the claim of the turn before', '', 'for (const each of [1, 2]) {', `${list}\n\txs.sort();\n\t}`],
		['behind a claim, where they are sorted before it as well', '', 'inPlace(xs);', `${list}\n\txs.sort();`],
	];
	for (const [name, head, before, claim] of sound) allows(name, project(head, `${before}\n\t${claim}`));
});

describe('lists that nothing has sorted', () => {
	const told: readonly Case[] = [
		['a helper sorts a copy', 'const order = list => [...list].sort();', 'order(xs);', list],
		['a helper sorts a copy, by toSorted', 'const order = list => list.toSorted();', 'const other = order(xs);', list],
		['a helper sorts a piece', 'const order = list => { list.slice().sort(); };', 'order(xs);', list],
		['a helper sorts a copy that it keeps', 'const order = list => { const copy = [...list]; copy.sort(); return copy; };', 'order(xs);', list],
		['a helper sorts a copy under the same name', 'const order = list => { list = [...list]; list.sort(); return list; };', 'order(xs);', list],
		['an imported helper sorts a copy', '', 'copied(xs);', list],
		['a helper sorts what else it is handed', 'const order = (one, other) => { other.sort(); };', 'order(xs, ys);', list],
		['another list is sorted', '', 'inPlace(ys);', list],
		['another list is sorted in a callback', '', '[ys].forEach(each => each.sort());', list],
		['another member is sorted', '', 'r.others = await names(); r.others.sort();', member],
		['a helper sorts another member', 'const order = row => { row.others.sort(); };', 'order(r);', member],
		['a comparator sorts nothing', 'const order = list => { list.sort((one, other) => one > other); };', 'order(xs);', list],
		['copies are sorted in a callback', '', '[xs].forEach(each => [...each].sort());', list],
	];
	for (const [name, head, before, claim] of told)
		flags(name, project(head, `${before}\n\t${claim}\n\t${underlined(claim)}`));

	const later: readonly (readonly [name: string, after: string, claim: string])[] = [
		['the list itself', 'xs.sort();', list],
		['by a helper', 'inPlace(xs);', list],
		['in a callback', '[xs].forEach(each => each.sort());', list],
		['a member', 'r.names.sort();', whole],
		['a member, by a helper', 'byName(r);', member],
	];
	for (const [name, after, claim] of later) flags(`sorted behind the claim: ${name}`, project('', `${claim}\n\t${underlined(claim)}\n\t${after}`));
});
