import type MagicString from 'magic-string';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../src/syntax/node.ts';
import type { CaseFile } from './case-file.ts';

/** Where a declared name is used; undefined where it is used as more than a value: as a type, or as a tag. */
export function usesOf(declared: TSESTree.Identifier, { scopes, nodes }: CaseFile): TSESTree.Identifier[] | undefined {
	const used = new Set(
		scopes.flatMap(({ references }) =>
			references.filter(({ resolved }) => resolved?.identifiers.includes(declared)).map(({ identifier }) => identifier),
		),
	);
	used.delete(declared);
	const uses = nodes.filter((node): node is TSESTree.Identifier => node.type === 'Identifier' && used.has(node));
	return uses.length < used.size ||
		uses.some(({ parent }) => parent.type.startsWith('TS') && parent.type !== 'TSNonNullExpression' && parent.type !== 'TSAsExpression')
		? undefined
		: uses;
}

/** Whether a name means something in the file itself, so that the global one is not meant. */
export const isDeclared = (name: string, { scopes }: CaseFile): boolean =>
	scopes.some(({ variables }) => variables.some(variable => variable.name === name && variable.defs.length > 0));

/** Writes another expression where a name is used; `{ a }` becomes `{ a: b }`. */
export function writeFor(use: TSESTree.Identifier, expression: string, text: MagicString): void {
	if (use.parent.type === 'Property' && use.parent.shorthand) text.appendLeft(use.range[1], `: ${expression}`);
	else text.overwrite(use.range[0], use.range[1], expression);
}

/** Whether the name is one that an assignment or a pattern gives a value. */
export function isGiven(use: Node): boolean {
	const { parent } = use;
	if (parent === undefined) return false;
	if (parent.type === 'ArrayPattern' || parent.type === 'ObjectPattern' || parent.type === 'UpdateExpression') return true;
	if (parent.type === 'AssignmentExpression') return parent.left === use;
	return parent.type === 'Property' && parent.parent.type === 'ObjectPattern';
}
