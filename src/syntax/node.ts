import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type Program = TSESTree.Program;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** As much of a scope manager as reading needs: what ESLint, oxlint and `@typescript-eslint/scope-manager` all give. */
export interface Scopes {
	readonly scopes: readonly Scope[];
}
export interface Scope {
	readonly variables: readonly Variable[];
	readonly references: readonly { readonly identifier: object; readonly resolved: Variable | null }[];
}
export interface Variable {
	readonly name: string;
	readonly identifiers: readonly object[];
	/** `node` declares it, within `parent`. */
	readonly defs: readonly { readonly type: string; readonly name: object; readonly node?: unknown; readonly parent?: unknown }[];
}

/** ESLint, oxlint and oxc promise an ESTree program with ranges; this is as much of the promise as can be checked cheaply. */
export function isProgram(node: unknown): node is Program {
	return typeof node === 'object' && node !== null && 'type' in node && node.type === 'Program' && 'body' in node && 'range' in node;
}

export function isNode(node: unknown): node is Node {
	return typeof node === 'object' && node !== null && 'type' in node;
}

export function isScopes(manager: unknown): manager is Scopes {
	return typeof manager === 'object' && manager !== null && 'scopes' in manager && Array.isArray(manager.scopes);
}
