import { declareNames } from './declare-names.ts';
import type { Lowering, Place } from './lowering.ts';
import type { Node } from './node.ts';

/** `const saved = save(); await saved;` is `await save();` where the name is used for nothing else: the call is read where it is awaited. */
export function isBegun(lowering: Lowering, node: Node, next: Node | undefined, place: Place): boolean {
	if (node.type !== 'VariableDeclaration' || next === undefined) return false;
	const [declarator, second] = node.declarations;
	const name = declarator?.id;
	if (
		declarator === undefined ||
		second !== undefined ||
		name?.type !== 'Identifier' ||
		(declarator.init?.type !== 'CallExpression' && declarator.init?.type !== 'NewExpression')
	)
		return false;
	const awaited = awaitedBy(next);
	const binding = awaited === undefined ? undefined : lowering.bindings.find(awaited);
	if (binding === undefined || binding !== lowering.bindings.find(name) || !lowering.bindings.isUsedOnce(name)) return false;
	declareNames(lowering, node, place);
	lowering.begun.set(binding, declarator.init);
	return true;
}

/** What a statement awaits before it does anything else. */
function awaitedBy(node: Node): Node | undefined {
	switch (node.type) {
		case 'ExpressionStatement':
			return awaitedIn(node.expression);
		case 'ReturnStatement':
			return awaitedIn(node.argument);
		case 'VariableDeclaration':
			return node.declarations[0].init === null ? undefined : awaitedIn(node.declarations[0].init);
		default:
			return undefined;
	}
}

const awaitedIn = (node: Node | null): Node | undefined => (node?.type === 'AwaitExpression' ? node.argument : undefined);
