import { describe, expect, it } from 'vitest';

import type { Site } from '../../src/project/model.ts';
import type { Value } from '../../src/syntax/facts.ts';
import { analyse } from '../support/analysis.ts';

/** A variable that so many values are given to that nobody looks at them all. */
const code = `let all = {};
${Array.from({ length: 600 }, (_, index) => `all.part${index} = value${index}();\nall = merge${index}(all);`).join('\n')}
use(all.part1.name);
use(all.part1.name);
use(all.part1['name']);
use(all.part2.name);
`;

function asked(order: 'first to last' | 'last to first'): readonly { readonly kinds: readonly string[]; readonly cost: number }[] {
	const { module, provenance } = analyse({ 'a.js': code });
	const sites = (module.facts.functions[0]?.calls ?? []).flatMap(({ callee, args: [argument] }): Site<Value>[] => (callee.kind === 'global' && callee.name === 'use' && argument !== undefined ? [{ module, fact: argument }] : []));
	const answers = (order === 'first to last' ? sites : sites.toReversed()).map(site => ({ kinds: provenance.roots(site).map(({ kind }) => kind), cost: provenance.cost }));
	return order === 'first to last' ? answers : answers.toReversed();
}

describe('questions that cost more than they may', () => {
	it('have an unknown value for each mention', () => {
		expect(asked('first to last').map(({ kinds }) => kinds)).toEqual([['unknown'], ['unknown'], ['unknown'], ['unknown']]);
	});

	it('cost the same for each mention, in whichever order they are asked', () => {
		const [one, two, three, other] = asked('first to last');
		expect(one?.cost).toBeGreaterThan(500);
		expect([two, three]).toEqual([one, one]);
		expect(asked('last to first')).toEqual([one, two, three, other]);
	});
});
