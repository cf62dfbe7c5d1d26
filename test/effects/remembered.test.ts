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

describe('what lies far off', () => {
	/** Each function calls three others, nine calls deep: more of them than are looked through. */
	const deep = Array.from({ length: 9 }, (_, depth) => [0, 1, 2].map(each => `function f${depth}${each}(x) { server.listen(5000 + x); ${depth === 8 ? '' : [0, 1, 2].map(next => `f${depth + 1}${next}(x + ${next});`).join(' ')} }`).join('\n')).join('\n');
	const files = {
		'a.js': `import http from 'node:http';\nconst server = http.createServer();\n${deep}\nfunction near() { server.listen(3000); }\nfunction run() { f00(1); near(); }\nrun();\n`,
	};

	it('leaves room for what is near', () => {
		const { effects, function: named } = analyse(files);
		const names = effects.takesIn(named('run')).map(({ name }) => name);
		expect(names).toContain('3000');
	});
});
