import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const draw = `
const faces = ['red', 'green', 'blue'];
export const face = () => faces[Math.floor(Math.random() * faces.length)];
export const toss = () => Math.random() < 0.5;
`;

function says(title: string, hangs: boolean, lines: readonly string[], claim: string): void {
	(hangs ? flags : allows)(title, {
		'a.test.ts': `
import { expect, it } from 'vitest';
import { face, toss } from './draw';
it('is fair', () => {
${lines.map(line => `	${line}\n`).join('')}	${claim};
${hangs ? `	${'~'.repeat(claim.length)} one run in\n` : ''}});
`,
		'draw.js': draw,
	});
}

describe('a share of the draws', () => {
	const lines = [`let heads = 0;`, `for (let i = 0; i < 1000; i++) if (toss()) heads++;`];
	says('near one half', true, lines, `expect(heads / 1000).toBeCloseTo(0.5, 1)`);
	says('somewhere about it', false, lines, `expect(heads / 1000).toBeCloseTo(0.5, 0)`);
	says('how far it lies from one half', true, lines, `expect(Math.abs(heads / 1000 - 0.5)).toBeLessThan(0.04)`);
	says('that it does not lie far from it', false, lines, `expect(Math.abs(heads / 1000 - 0.5)).toBeLessThan(0.2)`);
	says('of a hundred', true, lines, `expect((heads / 1000) * 100).toBeGreaterThan(47)`);
	const ratio = [...lines, `const ratio = heads / 1000;`];
	says('by a name', true, ratio, `expect(ratio).toBeLessThanOrEqual(0.53)`);
	says('by a name, with a wide bound', false, ratio, `expect(ratio).toBeLessThanOrEqual(0.7)`);
});

describe('what a callback counts', () => {
	const tossed = [`let heads = 0;`, `[...Array(100)].forEach(() => {`, `	if (toss()) heads++;`, `});`];
	says('one after the other', true, tossed, `expect(heads).toBeGreaterThan(40)`);
	says('with a wide bound', false, tossed, `expect(heads).toBeGreaterThan(10)`);
	const faces = [`const counts = { red: 0, green: 0, blue: 0 };`, `Array.from({ length: 300 }).forEach(() => {`, `	counts[face()]++;`, `});`];
	says('by what comes up', true, faces, `expect(counts.red).toBeGreaterThan(80)`);
});

describe('counters that a type describes', () => {
	const faces = [
		`const counts: Record<string, number> = {};`,
		`for (let i = 0; i < 300; i++) {`,
		`	const drawn = face();`,
		`	counts[drawn] = (counts[drawn] ?? 0) + 1;`,
		`}`,
	];
	says('near a third', true, faces, `expect(counts.red).toBeLessThan(120)`);
	says('less than two thirds', false, faces, `expect(counts.red).toBeLessThan(200)`);
});
