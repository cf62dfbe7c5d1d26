import type { TSESTree } from '@typescript-eslint/utils';

import type { BindingDraft } from './binding-draft.ts';
import type { Lowering, Place } from './lowering.ts';
import type { Node } from './node.ts';

/** Notes where the names of a `const`, `let` or `var` are declared, and as what. */
export function declareNames(lowering: Lowering, node: TSESTree.VariableDeclaration, place: Place): void {
	const kind = node.kind === 'let' || node.kind === 'var' ? node.kind : 'const';
	for (const declarator of node.declarations) {
		for (const identifier of namesIn(declarator.id)) {
			const draft = declareName(lowering, identifier, place, kind);
			if (draft !== undefined && (node.kind === 'using' || node.kind === 'await using')) draft.disposed = true;
		}
	}
}

export function declareName(
	lowering: Lowering,
	identifier: TSESTree.Identifier,
	place: Place,
	kind?: 'const' | 'let' | 'var',
): BindingDraft | undefined {
	const index = lowering.bindings.find(identifier);
	const draft = index === undefined ? undefined : lowering.bindings.drafts[index];
	if (draft === undefined) return undefined;
	if (kind !== undefined) draft.kind = kind;
	draft.function = place.id;
	draft.region = place.region;
	draft.start = identifier.range[0];
	return draft;
}

/** All names that a pattern declares. */
export function* namesIn(node: Node): Iterable<TSESTree.Identifier> {
	switch (node.type) {
		case 'Identifier':
			yield node;
			return;
		case 'AssignmentPattern':
			yield* namesIn(node.left);
			return;
		case 'RestElement':
			yield* namesIn(node.argument);
			return;
		case 'ArrayPattern':
			for (const element of node.elements) if (element !== null) yield* namesIn(element);
			return;
		case 'ObjectPattern':
			for (const property of node.properties) yield* namesIn(property.type === 'RestElement' ? property : property.value);
			return;
		default:
	}
}
