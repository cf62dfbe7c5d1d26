import type { Expression, ModuleDeclaration, Statement, TSTypeAnnotation, VariableDeclaration } from 'oxc-parser';
import type { Source } from './source.ts';

const collections: readonly string[] = ['Map', 'Set', 'Array'];

/** A collection can be added to; a WeakMap is a cache that goes with its key. */
const isCollection = (value: Expression): boolean =>
	value.type === 'ArrayExpression' ||
	(value.type === 'NewExpression' && value.callee.type === 'Identifier' && collections.includes(value.callee.name));

/** A type with a name of its own is trusted to be read-only: its declaration may be in another file. */
function isReadonly(annotation: TSTypeAnnotation | null | undefined): boolean {
	const type = annotation?.typeAnnotation;
	if (type?.type === 'TSTypeOperator') return type.operator === 'readonly';
	return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && !collections.includes(type.typeName.name);
}

const declarationOf = (statement: Statement | ModuleDeclaration): VariableDeclaration | undefined => {
	const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
	return inner?.type === 'VariableDeclaration' ? inner : undefined;
};

/** What one linted file could leave behind for the next: variables and collections of a module that can be changed. */
export function mutableStateProblems({ path, program, text }: Source): string[] {
	return program.body.flatMap(statement => {
		const declaration = declarationOf(statement);
		if (!declaration || declaration.declare) return [];
		return declaration.declarations
			.filter(({ id, init }) => declaration.kind !== 'const' || (init && isCollection(init) && !isReadonly(id.typeAnnotation)))
			.map(({ id }) => `${path}: ${text.slice(id.start, id.end)} can be changed by one file for the next`);
	});
}
