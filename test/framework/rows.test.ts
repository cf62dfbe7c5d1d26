import { describe, expect, it } from 'vitest';

import { allActs, frameworks } from '../../src/knowledge/frameworks/all-frameworks.ts';
import { parsePattern } from '../../src/provenance/pattern.ts';

describe('rows of frameworks', () => {
	it.each(Object.entries(frameworks))('%s', (name, row) => {
		expect(row.name).toBe(name);
		expect(row.see).toMatch(/^https:/);
		for (const { start, then, from } of row.vocabularies) {
			expect(from).not.toEqual([]);
			expect(Object.values(start).every(({ is }) => is !== undefined) || Object.values(then).some(({ is }) => is !== undefined), 'every chain begins with what it is, or says so later').toBe(true);
			for (const key of [...Object.keys(start), ...Object.keys(then)]) expect(key.match(/\(\)|[^.()]+/g)?.length ?? 0, key).toBeLessThanOrEqual(3);
		}
		for (const setting of [...row.restoreSettings, ...row.fileSettings, ...row.clockSettings, ...row.concurrency.settings, ...(row.config?.setup ?? [])]) {
			expect(setting.at !== undefined || (setting.flags?.length ?? 0) > 0).toBe(true);
		}
	});

	it('have commands, imports and stems of their own', () => {
		for (const key of ['commands', 'imports'] as const) {
			const all = Object.values(frameworks).flatMap(row => row[key]);
			expect(new Set(all).size).toBe(all.length);
		}
		const stems = Object.values(frameworks).flatMap(({ config }) => config?.stems ?? []);
		expect(new Set(stems).size).toBe(stems.length);
	});
});

describe('rows of what calls do', () => {
	it.each(allActs.map(row => [`${row.act} ${[row.from].flat().join(', ')} ${row.path}`, row] as const))('%s', (_, row) => {
		const pattern = parsePattern(row.path);
		expect(['call', 'construct']).toContain(pattern.at(-1)?.kind);
		expect(pattern.some(({ kind }) => kind === 'run' || kind === 'any')).toBe(false);
		expect(row.see).toMatch(/^https:/);
	});
});
