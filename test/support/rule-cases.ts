import * as parser from '@typescript-eslint/parser';
import type { Linter, Rule } from 'eslint';
import { expect, test } from 'vitest';

import { yamlLanguage } from '../../src/workflow/language.ts';
import { type Case, lintCase, type RuleCase } from './rule-case.ts';

export type { Case };

/** What a suggestion's text is to make of the first file, by the suggestion's own text. */
export type Mends = Readonly<Record<string, string>>;

interface Expected {
	readonly line: number;
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/** The tildes that mark a claim of which a report tells, without the `await` before it and the semicolon behind it. */
export function underlined(claim: string): string {
	const start = claim.startsWith('await ') ? 'await '.length : 0;
	return ' '.repeat(start) + '~'.repeat(claim.replace(/;$/, '').length - start);
}

/**
 * Cases of one rule. A report is expected where a line of tildes underlines the code; what follows the tildes is in its message. `usual` are the
 * options of the cases that have none of their own.
 */
export function casesOf(name: string, rule: Rule.RuleModule, settings: Readonly<Record<string, unknown>> = {}, usual?: object) {
	const told = (files: Case, options = usual): RuleCase => ({ rule: name, files, options, settings });
	const lint = (ruleCase: RuleCase): Linter.LintMessage[] => {
		const messages = lintCase(ruleCase, { rules: { [name]: rule }, languages: { yaml: yamlLanguage } });
		expect(messages.filter(({ fatal }) => fatal), 'the code parses').toEqual([]);
		return messages;
	};
	return {
		flags(title: string, files: Case | string, { options, mends = {} }: { readonly options?: object; readonly mends?: Mends } = {}): void {
			const { code, expected } = readMarks(asCase(files));
			const ruleCase = told(code, options);
			test(`flags ${title}`, { meta: { ruleCase } }, () => {
				expect(expected, 'a flagged case underlines something').not.toEqual([]);
				const messages = lint(ruleCase);
				expect(messages.map(found => shown(found, code, expected))).toEqual(expected);
				for (const [text, output] of Object.entries(mends)) expectMend(messages, code, text, output);
				for (const message of messages) expectSuggestionsParse(message, code);
			});
		},
		/** Code that is reported without a suggestion. */
		leaves(title: string, files: Case | string, { options }: { readonly options?: object } = {}): void {
			const ruleCase = told(asCase(files), options);
			test(`leaves ${title}`, { meta: { ruleCase } }, () => {
				const messages = lint(ruleCase);
				expect(messages).not.toEqual([]);
				expect(messages.flatMap(({ suggestions = [] }) => suggestions.map(({ desc }) => desc))).toEqual([]);
			});
		},
		/** Code that is only to be read to its end, whatever is found: no check may throw (see failures.ts). */
		looksAt(title: string, files: Case | string): void {
			test(`looks at ${title}`, () => {
				expect(lint(told(asCase(files)))).toBeInstanceOf(Array);
			});
		},
		allows(title: string, files: Case | string, { options }: { readonly options?: object } = {}): void {
			const ruleCase = told(asCase(files), options);
			test(`allows ${title}`, { meta: { ruleCase } }, () => {
				expect(lint(ruleCase).map(({ message }) => message)).toEqual([]);
			});
		},
	};
}

function asCase(files: Case | string): Case {
	return typeof files === 'string' ? { 'a.test.ts': files } : files;
}

/** Takes the lines of tildes out of the first file. */
function readMarks(files: Case): { readonly code: Case; readonly expected: readonly Expected[] } {
	const [[entry, marked] = ['', ''], ...others] = Object.entries(files);
	const lines: string[] = [];
	const expected: Expected[] = [];
	for (const line of marked.split('\n')) {
		const [, indent = '', tildes, text = ''] = /^(\s*)(~+)\s?(.*)$/.exec(line) ?? [];
		if (tildes === undefined) lines.push(line);
		else expected.push({ line: lines.length, from: indent.length + 1, to: indent.length + tildes.length + 1, text });
	}
	return { code: Object.fromEntries([[entry, lines.join('\n')], ...others]), expected };
}

/** A message in the form of the expectations: of a report over several lines its first line counts. */
function shown(message: Linter.LintMessage, code: Case, expected: readonly Expected[]): Expected {
	const [text = ''] = Object.values(code);
	const end = message.endLine === message.line ? (message.endColumn ?? 0) : (text.split('\n')[message.line - 1]?.length ?? 0) + 1;
	const wanted = expected.find(({ line, from }) => line === message.line && from === message.column)?.text;
	return { line: message.line, from: message.column, to: end, text: wanted !== undefined && message.message.includes(wanted) ? wanted : message.message };
}

function expectMend(messages: readonly Linter.LintMessage[], code: Case, text: string, output: string): void {
	const suggestion = messages.flatMap(({ suggestions = [] }) => suggestions).find(({ desc }) => desc === text);
	expect(suggestion, `there is a suggestion "${text}"`).toBeDefined();
	if (suggestion !== undefined) expect(applied(suggestion.fix, code)).toBe(output);
}

function expectSuggestionsParse({ suggestions = [] }: Linter.LintMessage, code: Case): void {
	for (const { fix } of suggestions) expect(() => parser.parse(applied(fix, code), { jsx: true }), 'a suggestion leaves code that parses').not.toThrow();
}

function applied({ range, text }: Rule.Fix, code: Case): string {
	const [source = ''] = Object.values(code);
	return source.slice(0, range[0]) + text + source.slice(range[1]);
}
