import type { TSESTree } from '@typescript-eslint/utils';
import type MagicString from 'magic-string';
import type { Node } from '../../../src/syntax/node.ts';
import { around, awaits, type CaseFile, isFunction, isFunctionExpression, statementOf, writtenAs } from '../case-file.ts';
import type { Change } from './change.ts';

/** A number or a text that a call is handed is a constant of the file. */
export const literalConstant: Change = (file, { text }) => {
	const [first] = file.program.body.filter(({ type }) => type !== 'ImportDeclaration');
	if (first === undefined) return;
	for (const [index, literal] of argumentsIn(file).entries()) {
		text.appendLeft(first.range[0], `const literal${index} = ${literal.raw}; `);
		text.overwrite(literal.range[0], literal.range[1], `literal${index}`);
	}
};

/** A text that a call is handed is a template without a hole. */
export const template: Change = (file, { text }) => {
	for (const { value, raw, range } of argumentsIn(file)) {
		if (typeof value === 'string' && !/[`$\\]/u.test(raw)) text.overwrite(range[0], range[1], `\`${value}\``);
	}
};

/** What `expect` is handed is a constant. */
export const claimedConstant: Change = (file, { text }) => {
	for (const [index, call] of expectCalls(file).entries()) {
		const resolves =
			call.parent.type === 'MemberExpression' &&
			call.parent.property.type === 'Identifier' &&
			/^(?:resolves|rejects)$/u.test(call.parent.property.name);
		if (!resolves) pullOut(call.arguments[0], `claimed${index}`, file, text);
	}
};

/** What a matcher of `expect` compares with is a constant. */
export const expectedConstant: Change = (file, { text }) => {
	for (const [index, call] of expectCalls(file).entries()) {
		let matcher: Node = call.parent;
		while (matcher.type === 'MemberExpression') matcher = matcher.parent;
		if (matcher.type === 'CallExpression') pullOut(matcher.arguments[0], `expected${index}`, file, text);
	}
};

/** Declares a constant for an argument before its statement; names, literals and functions are left. */
function pullOut(argument: TSESTree.CallExpressionArgument | undefined, name: string, file: CaseFile, text: MagicString): void {
	if (
		argument === undefined ||
		argument.type === 'SpreadElement' ||
		argument.type === 'Identifier' ||
		argument.type === 'Literal' ||
		isFunctionExpression(argument)
	)
		return;
	const statement = statementOf(argument);
	if (statement?.type !== 'ExpressionStatement' || (awaits(argument, file) && statement.parent.type === 'Program')) return;
	text.appendLeft(statement.range[0], `const ${name} = `).move(argument.range[0], argument.range[1], statement.range[0]);
	text.appendLeft(argument.range[1], '; ').appendRight(argument.range[1], name);
}

const expectCalls = ({ nodes }: CaseFile): TSESTree.CallExpression[] =>
	nodes.filter(node => node.type === 'CallExpression').filter(({ callee }) => callee.type === 'Identifier' && callee.name === 'expect');

type HandedLiteral = TSESTree.StringLiteral | TSESTree.NumberLiteral;

/** Literals that calls in functions are handed: not the titles of tests, and not what is required or mocked, which must be written out. */
function argumentsIn(file: CaseFile): HandedLiteral[] {
	return file.nodes.filter((node): node is HandedLiteral => {
		if (node.type !== 'Literal' || (typeof node.value !== 'string' && typeof node.value !== 'number')) return false;
		const { parent } = node;
		if (parent.type !== 'CallExpression' || around(node, isFunction) === undefined || file.bodies.some(body => body.parent === parent))
			return false;
		return !/^(?:require|jest\.|vi\.|mock\.)/u.test(writtenAs(parent.callee, file));
	});
}
