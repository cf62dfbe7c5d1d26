import { describe, expect, it, test } from 'vitest';

import type { Site } from '../../src/project/model.ts';
import { Budget, Memory } from '../../src/provenance/memory.ts';
import type { Root } from '../../src/provenance/model.ts';
import { createProvenance } from '../../src/provenance/provenance.ts';
import type { Value } from '../../src/syntax/facts.ts';
import { analyse } from '../support/analysis.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Variables that are given numbers, and each other in a ring, with calls, recursion and patterns on the way to others. */
const code = `
${names.map((name, index) => `let ${name} = ${index};`).join('\n')}
${names.map((name, index) => `${name} = ${names.at(index - 1) ?? ''};`).join('\n')}
const same = x => x;
const pick = n => n ? pick(n - 1) : same(a);
const whole = { inner: same(b), list: [pick(c), same(d)] };
const { inner, list: [first] } = whole;
const picked = pick(e);
`;
const asked = [...names, 'inner', 'first', 'picked', 'whole'];

/** What variables are when they are asked in turn, where so many answers are remembered. */
function told(most: number, inTurn: readonly string[]): Map<string, readonly string[]> {
	const { project, rows, variable } = analyse({ 'a.js': code }, 'a.js');
	const provenance = createProvenance(project, { rows, most });
	return new Map(inTurn.map(name => [name, provenance.roots(variable(name)).map(word).toSorted()]));
}

function word(root: Root): string {
	return root.kind === 'made' && root.site.fact.kind === 'literal' ? String(root.site.fact.value) : root.kind;
}

describe('answers that were forgotten', () => {
	it('are about more than one value', () => {
		expect(told(Infinity, asked).get('picked')).toEqual(['0', '1', '2', '3', '4', '5', 'unknown']);
	});

	test.each([0, 1, 2, 3, 5, 8, 13])('are the same when only %i are kept, whatever is asked first', most => {
		for (const first of asked.keys()) {
			const inTurn = [...asked.slice(first), ...asked.slice(0, first)];
			expect(told(most, inTurn)).toEqual(told(Infinity, inTurn));
		}
	});
});

describe('memory', () => {
	const { module, variable } = analyse({ 'a.js': code }, 'a.js');
	const sites = names.map(name => variable(name));

	/** Which questions are worked out when these are asked in turn, each with those that it asks itself. */
	function worked(memory: Memory, inTurn: readonly Site<Value>[], inner: readonly Site<Value>[] = []): number[] {
		const found: number[] = [];
		const ask = (site: Site<Value>, further: readonly Site<Value>[]): Root[] =>
			memory.answer(site, [], new Budget(), () => {
				found.push(sites.indexOf(site));
				for (const each of further) ask(each, []);
				return [{ kind: 'unknown', at: { module, fact: site.fact }, conditions: [] }];
			});
		for (const site of inTurn) ask(site, inner);
		return found;
	}

	it('answers what it was asked before', () => {
		expect(worked(new Memory(), [...sites, ...sites])).toEqual([0, 1, 2, 3, 4, 5]);
		expect(worked(new Memory(6), [...sites, ...sites])).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('forgets all behind so many answers', () => {
		const [a, b, c] = sites;
		if (a === undefined || b === undefined || c === undefined) throw new Error('three variables');
		expect(worked(new Memory(1), [a, a, b, a, a])).toEqual([0, 1, 0]);
		expect(worked(new Memory(2), [a, b, c, a, b])).toEqual([0, 1, 2, 0, 1]);
	});

	it('forgets nothing while a question is under way', () => {
		const [a, b, c] = sites;
		if (a === undefined || b === undefined || c === undefined) throw new Error('three variables');
		expect(worked(new Memory(1), [a], [b, c, b, c, a])).toEqual([0, 1, 2]);
		expect(worked(new Memory(1), [a, b], [c, c])).toEqual([0, 2, 1, 2]);
	});

	it('works a question out once that goes over the budget, and again for one who has spent less', () => {
		const [a] = sites;
		if (a === undefined) throw new Error('a variable');
		const memory = new Memory();
		let worked = 0;
		/** Whether the question goes over what is left of the budget. */
		const isBeyond = (spent: number, steps: number): boolean => {
			const budget = new Budget();
			budget.spent = spent;
			memory.answer(a, [], budget, () => {
				worked++;
				budget.spent += steps;
				return [{ kind: 'unknown', at: { module, fact: a.fact }, conditions: [] }];
			});
			return budget.isSpent;
		};
		expect([isBeyond(300, 400), isBeyond(300, 400), isBeyond(400, 400)]).toEqual([true, true, true]);
		expect(worked).toBe(1);
		expect([isBeyond(50, 400), isBeyond(300, 400)]).toEqual([false, true]);
		expect(worked).toBe(2);
	});
});
