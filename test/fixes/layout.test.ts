import { describe, expect, test } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { laidOut, layoutOf } from '../../src/fixes/layout.ts';
import { casesOf } from '../support/rule-cases.ts';

const hook = 'beforeEach(() => {\n\tvi.useFakeTimers();\n});\n';

describe('the layout of a file', () => {
	for (const [name, file, expected] of [
		['tabs', 'if (a) {\n\tb();\n}\n', hook],
		['no indentation', 'a();\n', hook],
		['two spaces', 'if (a) {\n  if (b) {\n    c();\n  }\n}\n', 'beforeEach(() => {\n  vi.useFakeTimers();\n});\n'],
		['four spaces, and a comment in between', '/**\n * a\n */\nif (a) {\n    b();\n}\n', 'beforeEach(() => {\n    vi.useFakeTimers();\n});\n'],
		['carriage returns', 'if (a) {\r\n\tb();\r\n}\r\n', 'beforeEach(() => {\r\n\tvi.useFakeTimers();\r\n});\r\n'],
		['spaces and carriage returns', 'if (a) {\r\n  b();\r\n}\r\n', 'beforeEach(() => {\r\n  vi.useFakeTimers();\r\n});\r\n'],
	] as const) {
		test(name, () => {
			expect(laidOut(hook, layoutOf(file))).toBe(expected);
		});
	}

	test('is left where the text has it already', () => {
		expect(laidOut('  a();\r\n  \tb();\r\n', layoutOf('if (a) {\r\n  b();\r\n}\r\n'))).toBe('  a();\r\n    b();\r\n');
	});

	test('leaves the text of a template as it was', () => {
		const file = 'if (a) {\n  c();\n  save(`a:\n\tb: 1\n`);\n}\n';
		expect(laidOut('poll(() => {\n\tsave(`a:\n\tb: 1\n`);\n});\n', layoutOf(file))).toBe('poll(() => {\n  save(`a:\n\tb: 1\n`);\n});\n');
	});
});

const { flags } = casesOf('no-unfrozen-clock', rule);
const assertion = 'expect(new Date().getHours() < 12).toBe(true);';
const lines = (...text: readonly string[]): string => text.join('\r\n');

flags('a clock in a file with spaces and carriage returns', lines(
	"import { expect, test } from 'vitest';",
	"test('is before noon', () => {",
	`  ${assertion}`,
	`  ${'~'.repeat(assertion.length - 1)}`,
	'});',
	'',
), {
	mends: {
		'Freeze the date around each test here, and release it.': lines(
			"import { afterEach, beforeEach, vi, expect, test } from 'vitest';",
			'beforeEach(() => {',
			"  vi.useFakeTimers({ now: new Date(2024, 0, 15, 10), toFake: ['Date'] });",
			'});',
			'afterEach(() => {',
			'  vi.useRealTimers();',
			'});',
			'',
			"test('is before noon', () => {",
			`  ${assertion}`,
			'});',
			'',
		),
	},
});
