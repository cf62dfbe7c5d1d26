import { describe, expect, test } from 'vitest';

import { openProject } from '../support/memory-project.ts';

const text = (body: string): string => `async function f() { ${body} }`;
const inside = (body: string) => openProject({ 'a.ts': text(body) }).module.facts.functions[1];
const usagesIn = (body: string): (string | undefined)[] => inside(body)?.calls.map(({ usage }) => usage) ?? [];

describe('a call that is awaited by a name in the next statement', () => {
	test('is awaited where it is made', () => {
		for (const awaiting of ['await saved;', 'const shown = await saved;', 'return await saved;']) {
			const code = `const saved = save(); ${awaiting}`;
			expect(usagesIn(code)).toEqual(['awaited']);
			expect(inside(code)?.awaits.map(({ value, start, end }) => [value.kind, text(code).slice(start, end)])).toEqual([['call', 'save()']]);
		}
		expect(usagesIn('const saved = new Promise(run); await saved;')).toEqual(['awaited']);
	});

	test('is kept where the name is used again, or something else is done between', () => {
		for (const code of ['const saved = save(); await saved; use(saved);', 'const saved = save(); use(); await saved;', 'const saved = save(); await use(saved);', 'const saved = save(); if (isSlow) await saved;', 'let saved = save(); saved = await saved;']) expect(usagesIn(code)[0]).toBe('kept');
	});
});
