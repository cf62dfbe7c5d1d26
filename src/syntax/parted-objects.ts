import type { TSESTree } from '@typescript-eslint/utils';

import { type Node, type Program, type Scopes, type Variable, isNode } from './node.ts';

/**
 * Variables that hold an object of which nothing but its properties is ever used, each by its name: `const box = { a: 1 }; box.b = 2; use(box.a)`. Nobody else can
 * have the object, so each property is a variable of its own. Not what is exported, handed on, given another value, or has functions that may ask for `this`.
 */
export function partedObjects({
	text,
	program,
	scopes,
}: {
	readonly text: string;
	readonly program: Program;
	readonly scopes: Scopes;
}): ReadonlySet<Variable> {
	const candidates = new Map<Variable, object>();
	for (const { variables } of scopes.scopes) {
		for (const variable of variables) {
			const [definition, ...others] = variable.defs;
			if (definition !== undefined && others.length === 0 && isMadeHere(definition)) candidates.set(variable, definition.name);
		}
	}
	if (candidates.size === 0) return new Set();

	const exported = new Set(exportedNames(program));
	for (const [variable, name] of candidates) if (exported.has(name)) candidates.delete(variable);
	for (const { references } of scopes.scopes) {
		for (const { identifier, resolved } of references) {
			if (
				resolved !== null &&
				candidates.has(resolved) &&
				candidates.get(resolved) !== identifier &&
				!isAskedForProperty(identifier, text)
			)
				candidates.delete(resolved);
		}
	}
	return new Set(candidates.keys());
}

function isMadeHere({ node, parent }: Variable['defs'][number]): boolean {
	if (
		!isNode(node) ||
		!isNode(parent) ||
		node.type !== 'VariableDeclarator' ||
		parent.type !== 'VariableDeclaration' ||
		node.id.type !== 'Identifier'
	)
		return false;
	return (
		(parent.kind === 'const' || parent.kind === 'let' || parent.kind === 'var') &&
		writtenObject(node.init)?.properties.every(isPlain) === true
	);
}

/** The object literal that an expression is, whatever it is said to be. */
function writtenObject(node: Node | null): TSESTree.ObjectExpression | undefined {
	switch (node?.type) {
		case 'ObjectExpression':
			return node;
		case 'TSAsExpression':
		case 'TSSatisfiesExpression':
		case 'TSTypeAssertion':
			return writtenObject(node.expression);
		default:
			return undefined;
	}
}

function isPlain(property: TSESTree.ObjectLiteralElement): boolean {
	if (property.type === 'SpreadElement' || property.kind !== 'init' || property.computed || property.value.type === 'FunctionExpression')
		return false;
	return property.key.type === 'Identifier' ? isOwn(property.key.name) : property.key.type === 'Literal';
}

/** Not a name that every object has without being given it. */
const isOwn = (name: string): boolean => !(name in Object.prototype);

function* exportedNames({ body }: Program): Iterable<object> {
	for (const node of body) {
		if (node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration')
			for (const { id } of node.declaration.declarations) yield id;
	}
}

/** Whether a name is used as in `name.property`. Trees of neighbours know no parents, so what stands behind the name is read from the text. */
function isAskedForProperty(identifier: object, text: string): boolean {
	if (!isNode(identifier)) return false;
	property.lastIndex = identifier.range[1];
	const [, name] = property.exec(text) ?? [];
	return name !== undefined && isOwn(name);
}

const property = /\s*\??\.\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)/uy;
