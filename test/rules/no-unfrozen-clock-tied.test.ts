import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

interface Notes {
	readonly kept?: string;
	readonly put?: string;
	readonly sorted?: string;
}

/** A list that is kept in memory. */
const notes = ({ kept = 'Date.now()', put = 'notes.push(note)', sorted = 'b.writtenAt - a.writtenAt' }: Notes = {}): Record<string, string> => ({
	'notes.ts': `
interface Note { text: string; writtenAt: any; }
let notes: Note[] = [];
export function clear() { notes = []; }
export function write(text: string, rest = {}) {
	const note = { text, ...rest, writtenAt: ${kept} };
	${put};
	return note;
}
export async function writeLater(text: string) { return write(text); }
export const all = () => [...notes].sort((a, b) => ${sorted});
export const texts = () => all().map(note => note.text);
export const latest = () => all()[0];
export const unsorted = () => notes;
`,
});

const file = (body: string): string => `
import assert from 'node:assert';
import { beforeEach, expect, test, vi } from 'vitest';
import { all, clear, latest, texts, unsorted, write, writeLater } from './notes';
beforeEach(() => { clear(); });
test('shows the latest note first', async () => {
	${body}
});
`;
const told = (body: string, claim: string): string => file(`${body}\n\t${claim}\n\t${underlined(claim)} may be of the same millisecond`);
const two = `write('a');\n\twrite('b');`;
const first = `expect(latest().text).toBe('b');`;

describe('a list that code sorts by the times at which a test had it made, the latest first', () => {
	for (const claim of [
		first,
		`expect(texts()).toEqual(['b', 'a']);`,
		`expect(all()[0]).toMatchObject({ text: 'b' });`,
		`expect(all().map(note => note.text)).toEqual(['b', 'a']);`,
		`assert.deepEqual(texts(), ['b', 'a']);`,
		`expect(unsorted().toSorted((a, b) => b.writtenAt - a.writtenAt)[0].text).toBe('b');`,
	])
		flags(claim, { 'a.test.ts': told(two, claim), ...notes() });
	flags('that a variable holds', { 'a.test.ts': told(`${two}\n\tconst [newest] = all();`, `expect(newest.text).toBe('b');`), ...notes() });
	flags('in calls that are awaited, but wait for nothing', { 'a.test.ts': told(`await writeLater('a');\n\tawait writeLater('b');`, first), ...notes() });
	for (const other of [
		{ kept: 'new Date()', sorted: 'b.writtenAt.getTime() - a.writtenAt.getTime()' },
		{ kept: 'new Date().toISOString()', sorted: 'b.writtenAt.localeCompare(a.writtenAt)' },
		{ kept: 'new Date().toISOString()', sorted: 'new Date(b.writtenAt).getTime() - new Date(a.writtenAt).getTime()' },
		{ sorted: '(a.writtenAt < b.writtenAt ? 1 : -1)' },
		{ sorted: '(b.writtenAt > a.writtenAt ? 1 : -1)' },
	])
		flags(`${other.kept ?? ''} by ${other.sorted}`, { 'a.test.ts': told(two, first), ...notes(other) });

	for (const [title, body] of Object.entries({
		'of which there is one': `write('b');\n\t${first}`,
		'with a wait in between': `write('a');\n\tawait new Promise(resolve => setTimeout(resolve, 5));\n\twrite('b');\n\t${first}`,
		'under a fake clock': `vi.useFakeTimers();\n\twrite('a');\n\tvi.advanceTimersByTime(1);\n\twrite('b');\n\t${first}`,
		'of which only the number is asked': `${two}\n\texpect(all().length).toBe(2);`,
		'that are looked for in any order': `${two}\n\texpect(all().some(note => note.text === 'b')).toBe(true);`,
		'whose times the test hands over': `write('a', { writtenAt: 1 });\n\twrite('b', { writtenAt: 2 });\n\t${first}`,
		'by another list': `${two}\n\texpect(unsorted()[0].text).toBe('a');`,
		'by what tells them apart': `${two}\n\texpect(unsorted().toSorted((a, b) => b.text.length - a.text.length)[0].text).toBe('a');`,
		'behind what takes a while': `write('a');\n\tawait fetch('/b');\n\twrite('b');\n\t${first}`,
	}))
		allows(title, { 'a.test.ts': file(body), ...notes() });
	for (const [title, other] of Object.entries<Notes>({
		'the earliest first': { sorted: 'a.writtenAt - b.writtenAt' },
		'that puts the latest in front itself': { put: 'notes.unshift(note)' },
		'that numbers them': { kept: 'notes.length' },
		'by a clock that tells less than a millisecond': { kept: 'performance.now()' },
		'with the time that may be handed over': { kept: 'rest.writtenAt ?? Date.now()' },
		'and by something else where two are the same': { sorted: 'b.writtenAt - a.writtenAt || b.text.localeCompare(a.text)' },
	}))
		allows(title, { 'a.test.ts': file(`${two}\n\t${first}`), ...notes(other) });
});
