import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const claim = (wanted: string): string => `expect(calc(text)).toBe(${wanted});`;
const table = (rows: string, loop: string, expected: string, isTold: boolean): string => `
import { expect, test } from 'vitest';
import { calc } from 'calc';
const rows = ${rows};
${loop.replace('BODY', `test('says it', () => {\n\t${expected}\n${isTold ? `\t${underlined(expected)} two readings\n` : ''}})`)}
`;
const lists = `[['hour', new Date().getHours()], ['one', 1]]`;
const records = `[{ text: 'hour', wanted: new Date().getHours() }, { text: 'one', wanted: 1 }]`;

const loops: readonly (readonly [rows: string, loop: string, wanted?: string, first?: string])[] = [
	[lists, 'for (const [text, wanted] of rows) BODY;'],
	[records, 'for (const { text, wanted } of rows) BODY;'],
	[lists, 'rows.forEach(([text, wanted]) => { BODY; });'],
	[records, 'rows.forEach(({ text, wanted }) => { BODY; });'],
	[records, 'rows.forEach(({ text, ...row }) => { BODY; });', 'row.wanted'],
	[lists, 'for (const row of rows) { const text = row[0]; BODY; }', 'row[1]'],
	[`[{ text: 'hour', more: { wanted: new Date().getHours() } }]`, 'for (const { text, more } of rows) BODY;', 'more.wanted'],
];

describe('a reading in a table of cases that is made when the file is loaded, and compared with what the code says when a test runs', () => {
	for (const [rows, loop, wanted = 'wanted'] of loops) flags(`${rows}: ${loop}`, table(rows, loop, claim(wanted), true));

	for (const [rows, words] of [
		[lists, '(text, wanted)'],
		[records, '({ text, wanted })'],
	] as const)
		flags(`by the runner: ${rows}`, table(rows, `test.each(rows)('says %s', ${words} => {\n\t${claim('wanted')}\n\t${underlined(claim('wanted'))} two readings\n});`, '', false));
	flags('by the runner, each row whole', table(lists, `test.for(rows)('says %s', ([text, wanted]) => {\n\t${claim('wanted')}\n\t${underlined(claim('wanted'))} two readings\n});`, '', false));

	const named = (use: string): string => table(records, `function verify({ text, wanted }) {\n\t${claim('wanted')}\n}\nrows.forEach(row => BODY);`, use, true);
	flags('that a helper of the file compares', named('verify(row);'));

	for (const [title, text] of Object.entries({
		'that the code is handed': table(lists, 'for (const [text, wanted] of rows) BODY;', 'expect(calc(wanted)).toBe(wanted);', false),
		'that the code is handed with its row': table(records, 'rows.forEach(row => BODY);', 'expect(calc(row)).toBe(row.wanted);', false),
		'whose rows the code is handed': table(`${lists};\ncalc(rows)`, 'for (const [text, wanted] of rows) BODY;', claim('wanted'), false),
		'from which the other column is made as well': table(`[new Date()].map(now => [now, now.getHours()])`, 'for (const [text, wanted] of rows) BODY;', claim('wanted'), false),
		'that a callback nobody sees gets': table(`${lists};\nrows.some(calc)`, 'for (const [text, wanted] of rows) BODY;', claim('wanted'), false),
		'in another column': table(`[['one', 1, new Date().getHours()]]`, 'for (const [text, wanted] of rows) BODY;', claim('wanted'), false),
		'of the year': table(`[['year', new Date().getFullYear()]]`, 'for (const [text, wanted] of rows) BODY;', claim('wanted'), false),
		'that the rest of a row takes along': table(records, 'rows.forEach(({ text, ...row }) => { calc(row); BODY; });', claim('row.wanted'), false),
	}))
		allows(title, text);
});
