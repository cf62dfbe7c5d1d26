import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, test } from 'vitest';

import { isTooDeep } from '../../src/project/nesting.ts';
import { parseFacts } from '../../src/project/parse.ts';

/** One construct inside another, so many times. */
const constructs: Readonly<Record<string, (times: number) => string>> = {
	brackets: times => `x = ${'('.repeat(times)}1${')'.repeat(times)};`,
	arrays: times => `x = ${'['.repeat(times)}${']'.repeat(times)};`,
	blocks: times => `${'{'.repeat(times)}${'}'.repeat(times)}`,
	functions: times => `${'function f() {'.repeat(times)}${'}'.repeat(times)}`,
	templates: times => `x = ${'`${'.repeat(times)}1${'}`'.repeat(times)};`,
	objects: times => `x = ${'{ a: '.repeat(times)}1${' }'.repeat(times)};`,
	'arrow functions': times => `x = ${'() => '.repeat(times)}1;`,
	choices: times => `x = ${'q ? 1 : '.repeat(times)}2;`,
	'choices, a line each': times => `x = ${'q ? 1 :\n'.repeat(times)}2;`,
	'type arguments': times => `type X = ${'Array<'.repeat(times)}1${'>'.repeat(times)};`,
	'conditional types': times => `type X = ${'A extends B ? 1 : '.repeat(times)}1;`,
	elements: times => `x = ${'<a>'.repeat(times)}${'</a>'.repeat(times)};`,
	'else if': times => `${'if (a) b(); else '.repeat(times)}c();`,
	'else if, with blocks': times => `${'if (a) {\n\tb();\n} else '.repeat(times)}{ c(); }`,
	assignments: times => `${'a = '.repeat(times)}1;`,
	classes: times => `x = ${'class extends '.repeat(times)}A${' {}'.repeat(times)};`,
	labels: times => `${Array.from({ length: times }, (_, index) => `l${index}: `).join('')};`,
	negations: times => `x = ${'!'.repeat(times)}1;`,
};

describe('code that is nested deeper than the parser can follow', () => {
	// Where one of them came through to the parser, the process that runs the tests would end.
	test.each(Object.entries(constructs))('has no facts: %s', (_, nested) => {
		expect(isTooDeep(nested(100_000))).toBe(true);
		expect(parseFacts('/a.tsx', nested(100_000))).toBeUndefined();
	});
});

describe('code that people write', () => {
	test.each(Object.entries(constructs))('is not too deep: %s, fifty times', (_, nested) => {
		expect(isTooDeep(nested(50))).toBe(false);
		expect(parseFacts('/a.tsx', nested(50))).toBeDefined();
	});

	test.each([
		['statements without semicolons', 'const a = b\n'.repeat(20_000)],
		['a long list', `x = [${'1, '.repeat(20_000)}];`],
		['many functions', 'function f() { return 1 }\n'.repeat(20_000)],
		['many branches', 'if (a) {\n\tb()\n} else {\n\tc()\n}\n'.repeat(2_000)],
		['calls on each other', `x = a${'.then(() => 1)\n'.repeat(900)};`],
		['a long key', `x = "${'0af9'.repeat(2_500)}";`],
		['a long text', `x = "${'word '.repeat(2_500)}";`],
	])('is not too deep: %s', (_, code) => {
		expect(isTooDeep(code)).toBe(false);
	});

	test.each(['typescript/lib/typescript.js', 'eslint/lib/linter/linter.js', 'fastify/fastify.js'])('is not too deep: %s', name => {
		const file = createRequire(import.meta.url).resolve(name.split('/')[0] ?? name).replace(/node_modules\/.*$/u, `node_modules/${name}`);
		expect(isTooDeep(readFileSync(file, 'utf8'))).toBe(false);
	});
});
