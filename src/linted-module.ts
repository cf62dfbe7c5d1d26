import path from 'node:path';

import type { Rule } from 'eslint';

import type { Module } from './project/model.ts';
import { displayPath } from './project/project.ts';
import { lowerModule } from './syntax/lower.ts';
import { isProgram, isScopes } from './syntax/node.ts';

/** The linted file as a module, read from what ESLint has parsed; undefined where its parser gives no such tree. */
export function lintedModule({ sourceCode, filename, cwd }: Rule.RuleContext): Module | undefined {
	const program: unknown = sourceCode.ast;
	const scopes: unknown = sourceCode.scopeManager;
	if (!isProgram(program) || !isScopes(scopes)) return undefined;

	const file = path.resolve(cwd, filename);
	const comments = sourceCode.getAllComments().map(({ value, range }) => ({ text: value, start: range?.[0] ?? 0, end: range?.[1] ?? 0 }));
	return { file, path: displayPath(file, cwd), facts: lowerModule({ text: sourceCode.text, program, scopes, comments }) };
}
