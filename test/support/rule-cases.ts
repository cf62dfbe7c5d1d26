import path from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { Linter, type Rule } from 'eslint';
import { expect, test } from 'vitest';

import { yamlLanguage } from '../../src/workflow/language.ts';
import { root } from './memory-project.ts';

/** Texts by path; the first one is linted. */
export type Case = Readonly<Record<string, string>>;

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
	const lint = (files: Case, options = usual): Linter.LintMessage[] => lintFirst(name, rule, files, options, settings);
	return {
		flags(title: string, files: Case | string, { options, mends = {} }: { readonly options?: object; readonly mends?: Mends } = {}): void {
			test(`flags ${title}`, () => {
				const { code, expected } = readMarks(asCase(files));
				expect(expected, 'a flagged case underlines something').not.toEqual([]);
				const messages = lint(code, options);
				expect(messages.map(found => shown(found, code, expected))).toEqual(expected);
				for (const [text, output] of Object.entries(mends)) expectMend(messages, code, text, output);
				for (const message of messages) expectSuggestionsParse(message, code);
			});
		},
		/** Code that is reported without a suggestion. */
		leaves(title: string, files: Case | string, { options }: { readonly options?: object } = {}): void {
			test(`leaves ${title}`, () => {
				const messages = lint(asCase(files), options);
				expect(messages).not.toEqual([]);
				expect(messages.flatMap(({ suggestions = [] }) => suggestions.map(({ desc }) => desc))).toEqual([]);
			});
		},
		/** Code that is only to be read to its end, whatever is found: no check may throw (see failures.ts). */
		looksAt(title: string, files: Case | string): void {
			test(`looks at ${title}`, () => {
				expect(lint(asCase(files))).toBeInstanceOf(Array);
			});
		},
		allows(title: string, files: Case | string, { options }: { readonly options?: object } = {}): void {
			test(`allows ${title}`, () => {
				expect(lint(asCase(files), options).map(({ message }) => message)).toEqual([]);
			});
		},
	};
}

function asCase(files: Case | string): Case {
	return typeof files === 'string' ? { 'a.test.ts': files } : files;
}

function lintFirst(name: string, rule: Rule.RuleModule, files: Case, options: object | undefined, settings: Readonly<Record<string, unknown>>): Linter.LintMessage[] {
	const [[entry, text] = ['', '']] = Object.entries(files);
	const linter = new Linter({ configType: 'flat', cwd: root });
	const isYaml = /\.ya?ml$/.test(entry);
	const config: Linter.Config = {
		files: ['**/*.*'],
		plugins: { deflake: { rules: { [name]: rule }, languages: { yaml: yamlLanguage } } },
		rules: { [`deflake/${name}`]: options === undefined ? 'error' : ['error', options] },
		...(isYaml ? { language: 'deflake/yaml' } : { languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: /x$/.test(entry) } } } }),
		settings: { deflake: { ...settings, files } },
	};
	const messages = linter.verify(text, [config], { filename: path.join(root, entry) });
	expect(messages.filter(({ fatal }) => fatal), 'the code parses').toEqual([]);
	return messages;
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
