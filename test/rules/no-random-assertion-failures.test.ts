import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const post = `
export async function send(text) {
	if (Math.random() < 0.05) throw new Error('The line is busy');
	return text.length;
}
export class Post {
	constructor(loss) { this.loss = loss; }
	deliver(text) {
		if (Math.random() < this.loss) {
			throw new Error('Lost');
		}
		return text;
	}
}
export const sendAll = async texts => {
	const sent = await send(texts.join());
	return sent;
};
export async function sendAgain(text) {
	try {
		return await send(text);
	} catch {
		return 0;
	}
}
export function sure(text) {
	if (Math.random() > 2) throw new Error('Never');
	if (text === '') throw new Error('Nothing');
	return text;
}
`;

/** What a test does, and which of it fails by chance. */
function does(title: string, line: string, failing?: string, before = ''): void {
	const mark = failing === undefined ? '' : `${' '.repeat(line.indexOf(failing))}${'~'.repeat(failing.length)} fails by chance`;
	(failing === undefined ? allows : flags)(title, {
		'post.test.js': `
import { expect, it, vi } from 'vitest';
import { Post, send, sendAgain, sendAll, sure } from './post';
${before}
it('delivers', async () => {
	${line}
	${mark}
});
`,
		'post.js': post,
	});
}

describe('what fails by chance', () => {
	does('is awaited', `expect(await send('a')).toBe(1);`, `send('a')`);
	does('is called by what is called', `await sendAll(['a', 'b']);`, `sendAll(['a', 'b'])`);
	does('is a method, as often as its object was told', `expect(new Post(0.2).deliver('a')).toBe('a');`, `new Post(0.2).deliver('a')`);
});

describe('what may stay', () => {
	does('a failure that is taken up', `expect(await sendAgain('a')).toBe(1);`);
	does('a failure that the test takes up', `try { await send('a'); } catch { /* Busy. */ }`);
	does('a failure that is waited for', `await send('a').catch(() => 0);`);
	does('a call that is repeated', `for (let i = 0; i < 3; i++) { await send('a'); }`);
	does('a failure that is left to others', `await Promise.allSettled([send('a'), send('b')]);`);
	does('what never fails', `expect(sure('a')).toBe('a');`);
	does('an object that loses nothing', `expect(new Post(0).deliver('a')).toBe('a');`);
	does('what is expected to fail', `await expect(send('a')).rejects.toThrow();`);
	does('a generator that the test stands in for', `expect(await send('a')).toBe(1);`, undefined, `vi.spyOn(Math, 'random').mockReturnValue(0.9);`);
});
