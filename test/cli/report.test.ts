import type { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { report } from '../../src/cli/report.ts';
import { withoutOthers } from '../../src/cli/results.ts';

const message = (ruleId: string | null, line: number, text: string, more: Partial<Linter.LintMessage> = {}): Linter.LintMessage => ({
	ruleId,
	severity: 2,
	line,
	column: 3,
	message: text,
	...more,
});

const result = (filePath: string, source: string, ...messages: Linter.LintMessage[]): ESLint.LintResult => ({
	filePath,
	source,
	messages,
	suppressedMessages: [],
	errorCount: 0,
	fatalErrorCount: 0,
	warningCount: 0,
	fixableErrorCount: 0,
	fixableWarningCount: 0,
	usedDeprecatedRules: [],
});

describe('report', () => {
	it('groups by cause, the most frequent first, and shows code, way and mends', () => {
		const results = [
			result(
				'/p/test/a.test.ts',
				'one;\n\tawait settle();\nthree;',
				message('deflake/once', 1, 'Once.', { severity: 1 }),
				message('deflake/twice', 2, 'Waits (`settle` (src/settle.ts:3) → `setTimeout`).', { suggestions: [{ desc: 'Advance the clock.', fix: { range: [0, 0], text: '' } }] }),
			),
			result('/p/b.test.ts', 'four;', message('deflake/twice', 1, 'Again.')),
			result('/p/c.test.ts', ''),
			result('/p/d.test.ts', '}', message(null, 1, 'Parsing error: }', { fatal: true, column: 0 })),
		];
		expect(report(results, { cwd: '/p', color: false })).toBe(`twice (2)

  test/a.test.ts:2:3 error
    await settle();
    Waits (\`settle\` (src/settle.ts:3) → \`setTimeout\`).
    → Advance the clock.

  b.test.ts:1:3 error
    four;
    Again.

once (1)

  test/a.test.ts:1:3 warning
    one;
    Once.

not readable (1): files that cannot be parsed

  d.test.ts:1:1 error
    }
    Parsing error: }

4 findings in 3 of 4 files: 2 twice, 1 once, 1 not readable.
`);
	});

	it('names the file alone where a parser does not say where it gave up', () => {
		const lost: Linter.LintMessage = JSON.parse('{ "ruleId": null, "fatal": true, "severity": 2, "message": "Parsing error: lost" }');
		expect(report([result('/p/a.test.ts', '}', lost)], { cwd: '/p', color: false })).toContain('\n  a.test.ts error\n    Parsing error: lost\n');
		expect(report([result('/p/a.test.ts', '}', { ...lost, line: 1 })], { cwd: '/p', color: false })).toContain('\n  a.test.ts:1:1 error\n    }\n');
	});

	it('shows no control characters', () => {
		const results = [result('/p/a.test.ts', '\u0007one\u001B[2J', message('deflake/once', 1, 'Once.'))];
		expect(report(results, { cwd: '/p', color: false })).toContain('\n    ·one·[2J\n');
	});

	it('shows the beginning of a long line', () => {
		const results = [result('/p/a.test.ts', 'x'.repeat(1_000), message('deflake/once', 1, 'Once.'))];
		expect(report(results, { cwd: '/p', color: false })).toContain(`\n    ${'x'.repeat(160)}…\n`);
	});

	it('says so when there is nothing', () => {
		expect(report([result('/p/a.test.ts', '')], { cwd: '/p', color: false })).toBe('Nothing found in 1 file.\n');
	});

	it('paints only when asked', () => {
		const results = [result('/p/a.test.ts', 'one;', message('deflake/once', 1, 'Once.'))];
		expect(report(results, { cwd: '/p', color: true })).toContain('\u001B[1monce\u001B[22m');
	});
});

describe('withoutOthers', () => {
	it('keeps what is ours and what cannot be read, and counts again', () => {
		const fix = { range: [0, 0], text: '' } satisfies Linter.LintMessage['fix'];
		const kept = [message('deflake/a', 1, ''), message('deflake/b', 1, '', { severity: 1, fix }), message(null, 1, 'Parsing error: }', { fatal: true, column: 0 })];
		const others = [message(null, 1, '/* eslint-env */ comments are no longer supported.', { fatal: true }), message('no-undef', 1, ''), message(null, 1, ''), message('deflake-too/a', 1, '')];
		expect(withoutOthers(result('/p/a.js', '', ...kept, ...others), 'deflake')).toMatchObject({
			messages: kept,
			errorCount: 2,
			fatalErrorCount: 1,
			warningCount: 1,
			fixableErrorCount: 0,
			fixableWarningCount: 1,
		});
	});
});
