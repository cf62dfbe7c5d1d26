import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const head = `import { randomUUID } from 'node:crypto';
import { faker } from '@faker-js/faker';
import { expect, test } from 'vitest';
import { Coin, face, order } from './src/game';`;
const game = `
import { randomUUID } from 'node:crypto';
const faces = ['red', 'green', 'blue'];
export const face = () => faces[Math.floor(Math.random() * faces.length)];
export const order = () => ({ id: randomUUID(), lines: [{ name: 'tea', count: 2 }], note: null });
export class Coin {
	constructor(bias) { this.bias = bias; }
	toss() { return Math.random() < this.bias; }
}
`;

/** What a test says of one value, and whether that hangs on chance. */
function says(title: string, hangs: boolean, lines: readonly string[], claim: string): void {
	(hangs ? flags : allows)(title, {
		'a.test.ts': `
${head}
test('says so', () => {
${lines.map(line => `	${line}\n`).join('')}	${claim};
${hangs ? `	${'~'.repeat(claim.length)}\n` : ''}});
`,
		'src/game.js': game,
	});
}

describe('what an object was made with', () => {
	says('a share that the constructor is handed', true, [`const coin = new Coin(0.5);`], `expect(coin.toss()).toBe(true)`);
	says('a share that leaves nothing to chance', false, [`const coin = new Coin(2);`], `expect(coin.toss()).toBe(true)`);
});

describe('sets', () => {
	const lines = [`const seen = new Set();`, `for (let i = 0; i < 10; i++) seen.add(face());`];
	says('one of the values that come up', true, lines, `expect(seen.has('red')).toBe(true)`);
	says('all of them, in order', true, lines, `expect([...seen].sort()).toEqual(['blue', 'green', 'red'])`);
	says('all of them, as a list', true, lines, `expect(Array.from(seen).toSorted()).toEqual(['blue', 'green', 'red'])`);
	const long = [`const seen = new Set();`, `for (let i = 0; i < 200; i++) seen.add(face());`];
	says('one of the values, in so many draws that it surely comes up', false, long, `expect(seen.has('red')).toBe(true)`);
});

describe('the order of random values', () => {
	const ids = [`const first = randomUUID();`, `const second = randomUUID();`];
	says('by itself', true, ids, `expect([second, first].sort()).toEqual([first, second])`);
	says('by a comparison', true, ids, `expect([second, first].toSorted((a, b) => a.localeCompare(b))).toEqual([first, second])`);
	says('the same on both sides', false, ids, `expect([second, first].sort()).toEqual([first, second].sort())`);
	says('turned round', false, ids, `expect([second, first].reverse()).toEqual([first, second])`);
});

describe('texts', () => {
	says('a record as JSON, without two digits', true, [`const made = order();`], `expect(JSON.stringify(made)).not.toContain('12')`);
	says('a record as JSON, without a word that no id has', false, [`const made = order();`], `expect(JSON.stringify(made)).not.toContain('secret')`);
	says('a pattern of letters and a name with an apostrophe', true, [`const name = faker.person.lastName();`], `expect(new RegExp('^[a-z]+$', 'i').test(name)).toBe(true)`);
	says('a pattern that all names fit', false, [`const name = faker.person.lastName();`], `expect(new RegExp('^[a-z\\']+$', 'i').test(name)).toBe(true)`);
	says('a pattern made of the name itself', false, [`const name = faker.person.firstName();`], `expect(new RegExp(name).test(name + '!')).toBe(true)`);
});

describe('the mean of many draws', () => {
	const lines = [`const sum = Array.from({ length: 1000 }, () => Math.random()).reduce((a, b) => a + b, 0);`];
	says('near what is likely', true, lines, `expect(sum / 1000).toBeGreaterThan(0.49)`);
	says('far from it', false, lines, `expect(sum / 1000).toBeGreaterThan(0.4)`);
});
