import { describe, expect, it } from 'vitest';

import { entered } from '../../src/provenance/frames.ts';
import { BySite } from '../../src/project/by-site.ts';
import { analyse } from '../support/analysis.ts';

const code = `import fs from 'node:fs';
function write(path) { fs.writeFileSync(path, ''); }
write('/tmp/one');
write('/tmp/other');
`;

describe('what a function does', () => {
	const { effects, module, function: named } = analyse({ 'a.js': code });
	const write = named('write');
	const calls = (module.facts.functions[0]?.calls ?? []).map(fact => entered(write, { module, fact }, undefined));

	it('is worked out once for each call that it is looked at through', () => {
		for (const frame of [undefined, ...calls]) expect(effects.takesIn({ ...write, frame })).toBe(effects.takesIn({ ...write, frame }));
	});

	it('is apart for each of them', () => {
		expect(calls).toHaveLength(2);
		expect(calls.map(frame => effects.takesIn({ ...write, frame }).map(({ name }) => name))).toEqual([['<tmp>/one'], ['<tmp>/other']]);
	});
});

describe('answers that are remembered', () => {
	it('are asked for anew behind so many', () => {
		const { module } = analyse({ 'a.js': code });
		const answers = new BySite<object, number>(2);
		let asked = 0;
		const ask = (fact: object): number => answers.of({ module, fact }, () => ++asked);
		const [one, other, third, fourth] = [{}, {}, {}, {}];
		expect([one, other, one, third, one, fourth, one].map(ask)).toEqual([1, 2, 1, 3, 1, 4, 5]);
	});
});
