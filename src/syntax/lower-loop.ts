import type { TSESTree } from '@typescript-eslint/utils';

import { declareNames } from './declare-names.ts';
import { type LoopDraft, type Lowering, type Place, type Source, enter, resultAt } from './lowering.ts';

type LoopNode =
	TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement;

/** The test, the iterable and the body; the body is a region of its own. */
export function lowerLoop(lowering: Lowering, node: LoopNode, place: Place): void {
	if (node.type === 'ForStatement' && node.init !== null) {
		if (node.init.type === 'VariableDeclaration') lowering.statements([node.init], place);
		else lowering.expression(node.init, place, 'discarded');
	}
	const iterates = node.type === 'ForOfStatement' || node.type === 'ForInStatement';
	const iterable = iterates ? lowering.expression(node.right, place, 'operand') : undefined;
	const loop: LoopDraft = { form: formOf(node), iterable, leaves: false, exits: [] };
	const testNode = 'test' in node && node.test !== null ? node.test : undefined;
	const test = testNode === undefined ? undefined : lowering.expression(testNode, place, 'operand');
	const inside = enter(place, node, { kind: 'loop', test, loop });

	if (iterates && iterable !== undefined) {
		const source: Source = { kind: 'iteration', of: node.type === 'ForOfStatement' ? 'element' : 'key', value: iterable };
		const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
		if (node.left.type === 'VariableDeclaration') declareNames(lowering, node.left, inside);
		if (target !== undefined) lowering.pattern(target, source, [], inside);
		if (node.type === 'ForOfStatement' && node.await) place.function.awaits.push(resultAt(iterable, node.right, inside));
	}
	lowering.statements([node.body], inside);
	if (node.type === 'ForStatement' && node.update !== null) lowering.expression(node.update, inside, 'discarded');
}

function formOf(node: LoopNode): LoopDraft['form'] {
	const forms = {
		ForStatement: 'for',
		ForInStatement: 'for-in',
		ForOfStatement: 'for-of',
		WhileStatement: 'while',
		DoWhileStatement: 'do-while',
	} as const;
	return forms[node.type];
}
