import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

import { parseFacts } from '../src/project/parse.ts';
import type { Root } from '../src/provenance/model.ts';
import { reached } from '../src/provenance/roots.ts';
import { seenThrough } from '../src/provenance/walker.ts';

setFlagsFromString('--allow-natives-syntax');
const share: unknown = runInThisContext('(one, other) => %HaveSameMap(one, other)');

/** How many hidden classes V8 has for the objects: each is looked at by code that was made for one, or for a few. */
function hiddenClasses(objects: readonly object[]): number {
	const known: object[] = [];
	for (const each of objects) if (!known.some(other => typeof share === 'function' && Reflect.apply(share, undefined, [each, other]) === true)) known.push(each);
	return known.length;
}

const text = Array.from({ length: 30 }, (_, index) => `class C${index} extends B { m(a, { b } = {}) { const c = a, { d } = b; for (const e of d) if (a) { f(a, () => { g(); }); } } }`).join('\n');
const facts = parseFacts('/project/a.js', text) ?? { functions: [], classes: [], bindings: [] };

describe('hidden classes', () => {
	it('is one for all functions, one for all classes and one for all regions of a file', () => {
		expect(facts.functions.length).toBe(61);
		expect(hiddenClasses(facts.functions)).toBe(1);
		expect(hiddenClasses(facts.classes)).toBe(1);
		expect(hiddenClasses(facts.functions.flatMap(({ regions }) => regions))).toBe(1);
	});

	it.each(['value', 'parameter', 'iteration'] as const)('is one for all definitions of the kind %s', kind => {
		const definitions = facts.bindings.flatMap(binding => binding.definitions.filter(each => each.kind === kind));
		expect(definitions.length).toBeGreaterThan(29);
		expect(hiddenClasses(definitions)).toBe(1);
	});

	it('is one for all sites, and for all roots of a kind that were reached in another way', () => {
		const module = { file: '/project/a.js', path: 'a.js', facts: parseFacts('/project/b.js', '') ?? expect.fail('an empty file can be parsed') };
		const fact = { kind: 'literal', value: 1, start: 0, end: 1 } as const;
		const sites = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? { module, fact } : { module, fact, frame: undefined }));
		expect(hiddenClasses(sites.map(site => seenThrough(site, undefined)))).toBe(1);

		const roots = sites.map((site): Root => ({ kind: 'made', site, path: [], at: site, conditions: [] }));
		expect(hiddenClasses(roots.map((root, index) => reached(root, index % 2 === 0 ? { sorted: [] } : { conditions: sites })))).toBe(1);
	});
});
