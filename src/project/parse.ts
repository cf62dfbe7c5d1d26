import { debuglog } from 'node:util';
import { analyze } from '@typescript-eslint/scope-manager';
import { type ParserOptions, parseSync } from 'oxc-parser';

import type { ModuleFacts } from '../syntax/facts.ts';
import { lowerModule } from '../syntax/lower.ts';
import { isProgram } from '../syntax/node.ts';
import { isTooDeep } from './nesting.ts';

const debug = debuglog('deflake-modules');

/** The facts of a file; undefined where it is no JavaScript, TypeScript or JSON that parses, or may be nested too deep for the parser. `NODE_DEBUG=deflake-modules` tells which of them are not read. */
export function parseFacts(file: string, text: string): ModuleFacts | undefined {
	if (file.endsWith('.json')) return text.length > maxJson ? undefined : parseFacts(`${file}.cjs`, `module.exports = (${text}\n);`);
	const languages = languagesOf(file);
	for (const lang of isTooDeep(text) ? [] : languages) {
		const facts = parseAs(file, text, lang);
		if (facts !== undefined) return facts;
	}
	if (languages.length > 0) debug('passed over, for it cannot be parsed: %s', file);
	return undefined;
}

/** How long a JSON file may be that is read as a module; what a longer one says is not known. */
const maxJson = 100_000;

type Language = NonNullable<ParserOptions['lang']>;

/** JavaScript files may hold JSX, and those of older projects types: both are tried. */
function languagesOf(file: string): readonly Language[] {
	if (/\.d\.[cm]?ts$/.test(file)) return ['dts'];
	if (/\.[cm]?ts$/.test(file)) return ['ts'];
	if (/\.tsx$/.test(file)) return ['tsx'];
	return /\.([cm]?js|jsx)$/.test(file) ? ['jsx', 'tsx'] : [];
}

function parseAs(file: string, text: string, lang: Language): ModuleFacts | undefined {
	try {
		const result = parseSync(file, text, { lang, astType: 'ts', range: true, preserveParens: false, sourceType: 'unambiguous' });
		const program: unknown = result.program;
		if (result.errors.some(error => error.severity === 'Error') || !isProgram(program)) return undefined;

		const scopes = analyze(program, { sourceType: 'module', lib: [], globalReturn: true });
		const comments = result.comments.map(({ value, start, end }) => ({ text: value, start, end }));
		return lowerModule({ text, program, scopes, comments });
	} catch {
		return undefined;
	}
}
