import { describe } from 'vitest';

import rule from '../../rules/no-unordered-equality.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unordered-equality', rule);

const code = (made: string, claim: string, mark = ''): Record<string, string> => ({
	'a.test.ts': `
import { times, take } from 'lodash';
import { Memo, addMemo } from './memo';
import { ask } from 'some-server';
import { sorted } from './sorted';
test('lists the memos', async () => {
	${made}
	const answer = await ask('/memos');
	${claim}
	${mark}
});
`,
	'memo.ts': `
import { Schema, model } from 'mongoose';
export const Memo = model('Memo', new Schema({ text: String, createdAt: Date }, { timestamps: true }));
export const addMemo = (text: string) => Memo.create({ text });
`,
	'sorted.ts': 'export const sorted = memos => memos.toSorted((one, other) => one.createdAt - other.createdAt);\n',
});

const byTime = '.sort((one, other) => one.createdAt - other.createdAt)';
const several = `const memos = (await Promise.all(times(4, index => Memo.create({ text: 'memo ' + index }))))${byTime};`;

describe('records that are made at once, and expected in the order of the times at which they were stored', () => {
	const whole = 'expect(answer.body).toEqual({ memos: take(memos, 3).map(({ text }) => ({ text })) });';
	for (const [name, made] of Object.entries({
		'by a function that is called so many times': several,
		'by a helper': `const memos = (await Promise.all([addMemo('a'), addMemo('b')]))${byTime};`,
		'from a list': `const memos = (await Promise.all(['a', 'b'].map(text => addMemo(text))))${byTime};`,
		'and sorted from the last': `const made = await Promise.all([addMemo('a'), addMemo('b')]); const memos = made.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());`,
	}))
		flags(name, code(made, whole, underlined(whole)));

	for (const claim of [
		'expect(answer.body.map(memo => memo.text)).toEqual(memos.map(memo => memo.text));',
		'expect(answer.body).toEqual({ memos: expect.arrayContaining(memos.map((memo, index) => ({ text: memo.text, place: index + 1 }))) });',
	])
		flags(`in ${claim}`, code(several, claim, underlined(claim)));

	for (const claim of [
		'expect(answer.body).toEqual({ memos: expect.arrayContaining(memos.map(memo => ({ text: memo.text }))) });',
		'expect(answer.body.map(memo => memo.createdAt)).toEqual(memos.map(memo => memo.createdAt));',
		'expect(answer.body.memos).toHaveLength(memos.length);',
		'expect(sorted(memos)).toEqual(memos);',
	])
		allows(`in ${claim}`, code(several, claim));

	for (const [name, made] of Object.entries({
		'made one after the other': `const memos = [await addMemo('a'), await addMemo('b')]${byTime};`,
		'with times of their own': `const memos = (await Promise.all(times(4, index => Memo.create({ text: 'a', createdAt: new Date(2030, 1, index) }))))${byTime};`,
		'sorted by what they say': `const memos = (await Promise.all([addMemo('a'), addMemo('b')])).sort((one, other) => one.text.localeCompare(other.text));`,
		'sorted by another key as well': `const memos = (await Promise.all([addMemo('a'), addMemo('b')])).sort((one, other) => one.createdAt - other.createdAt || one.text.localeCompare(other.text));`,
		'of which nobody knows how they are stored': `const memos = (await Promise.all([ask('a'), ask('b')]))${byTime};`,
	}))
		allows(name, code(made, whole));
});
