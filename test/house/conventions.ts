import { posix } from 'node:path';
import { type Function, type ArrowFunctionExpression, type Span, type TSType, Visitor } from 'oxc-parser';
import type { Source } from './source.ts';

const banned: readonly string[] = ['util', 'utils', 'helper', 'helpers', 'misc', 'manager', 'common'];
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const disabling = /^\s*(?:eslint-disable|oxlint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error)/u;

export const lineCount = (text: string): number => text.replace(/\n$/u, '').split('\n').length;

const lineAt = ({ text }: Source, offset: number): number => lineCount(`${text.slice(0, offset)}.`);

const isConst = (type: TSType): boolean => type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';

/** `any`, casts, `!`, and comments that switch a check off. */
export function escapeProblems(source: Source): string[] {
	const problems: string[] = [];
	const report = (what: string, { start }: Span): void => void problems.push(`${source.path}:${lineAt(source, start)}: ${what}`);
	new Visitor({
		TSAnyKeyword: node => { report('any', node); },
		TSAsExpression: node => { if (!isConst(node.typeAnnotation)) report('a cast', node); },
		TSTypeAssertion: node => { report('a cast', node); },
		TSNonNullExpression: node => { report('a non-null assertion', node); },
		VariableDeclarator: node => { if (node.definite) report('a non-null assertion', node); },
		PropertyDefinition: node => { if (node.definite) report('a non-null assertion', node); },
	}).visit(source.program);
	for (const comment of source.comments) if (disabling.test(comment.value)) report('a check switched off', comment);
	return problems;
}

export function longFunctionProblems(source: Source, most: number): string[] {
	const problems: string[] = [];
	const measure = (node: Function | ArrowFunctionExpression): void => {
		const lines = lineCount(source.text.slice(node.start, node.end));
		if (lines > most) problems.push(`${source.path}:${lineAt(source, node.start)}: a function of ${lines} lines`);
	};
	new Visitor({ FunctionDeclaration: measure, FunctionExpression: measure, ArrowFunctionExpression: measure }).visit(source.program);
	return problems;
}

export const longFileProblems = (sources: readonly Source[], most: number): string[] =>
	sources.filter(({ text }) => lineCount(text) > most).map(({ path, text }) => `${path}: ${lineCount(text)} lines`);

export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The extensions after the first dot (`.test.ts`, `.config.ts`) are no part of the name. */
export function nameProblems(path: string): string[] {
	const names = [...posix.dirname(path).split('/'), posix.basename(path).replace(/\..*$/u, '')].filter(name => name !== '.');
	return names.flatMap(name => {
		if (!kebabCase.test(name)) return [`${path}: ${name} is not kebab-case`];
		return banned.includes(name) ? [`${path}: ${name} names nothing`] : [];
	});
}
