import type { TSESTree } from '@typescript-eslint/utils';

import { isBegun } from './begun-calls.ts';
import { declareName, declareNames, namesIn } from './declare-names.ts';
import type { Value } from './facts.ts';
import { lowerNamed } from './lower-expression.ts';
import { lowerLoop } from './lower-loop.ts';
import { lowerAlias, lowerEnum, lowerInterface } from './lower-type.ts';
import { type Lowering, type Place, enter, resultAt, spanOf } from './lowering.ts';
import type { Node } from './node.ts';

/** Reads statements in order; what follows a branch that leaves is under that branch's condition, and what follows where control has left for good is not read: it never runs. */
export function lowerStatements(lowering: Lowering, nodes: readonly Node[], place: Place): void {
	let here = place;
	let over = false;
	for (const [index, node] of nodes.entries()) {
		if ((over && !isHoisted(node)) || isBegun(lowering, node, nodes[index + 1], here)) continue;
		lowerStatement(lowering, node, here);
		over ||= leaves(node);
		if (node.type === 'IfStatement' && node.alternate === null && exits(node.consequent)) {
			const branch = here.function.regions.findLast(region => region.kind === 'then' && region.start === node.consequent.range[0]);
			here = enter(here, node, { kind: 'after-exit', test: branch?.test, loop: undefined });
		}
	}
}

function lowerStatement(lowering: Lowering, node: Node, place: Place): void {
	switch (node.type) {
		case 'ExpressionStatement': {
			const value = lowering.expression(node.expression, place, 'discarded');
			if (value.kind === 'member') place.function.reads.push(resultAt(value, node, place));
			return;
		}
		case 'VariableDeclaration':
			lowerVariables(lowering, node, place);
			return;
		case 'FunctionDeclaration':
		case 'ClassDeclaration':
			lowerDeclaration(lowering, node, place);
			return;
		case 'ReturnStatement':
			place.function.returns.push(
				resultAt(
					node.argument === null
						? { kind: 'literal', value: undefined, ...spanOf(node) }
						: lowering.expression(node.argument, place, 'returned'),
					node,
					place,
				),
			);
			leave(place, true);
			return;
		case 'ThrowStatement':
			place.function.throws.push(resultAt(lowering.expression(node.argument, place, 'operand'), node, place));
			return;
		case 'BreakStatement':
			leave(place, false);
			return;
		default:
			lowerControl(lowering, node, place);
	}
}

function lowerControl(lowering: Lowering, node: Node, place: Place): void {
	switch (node.type) {
		case 'BlockStatement':
			lowering.statements(node.body, place);
			return;
		case 'LabeledStatement':
			lowering.statements([node.body], place);
			return;
		case 'IfStatement': {
			const test = lowering.expression(node.test, place, 'operand');
			lowering.statements([node.consequent], enter(place, node.consequent, { kind: 'then', test, loop: undefined }));
			if (node.alternate !== null)
				lowering.statements([node.alternate], enter(place, node.alternate, { kind: 'else', test, loop: undefined }));
			return;
		}
		case 'SwitchStatement':
			lowerSwitch(lowering, node, place);
			return;
		case 'TryStatement':
			lowerTry(lowering, node, place);
			return;
		case 'ForStatement':
		case 'ForInStatement':
		case 'ForOfStatement':
		case 'WhileStatement':
		case 'DoWhileStatement':
			lowerLoop(lowering, node, place);
			return;
		case 'TSModuleDeclaration':
			if ('body' in node && node.body?.type === 'TSModuleBlock') lowering.statements(node.body.body, place);
			return;
		case 'TSEnumDeclaration':
		case 'TSInterfaceDeclaration':
		case 'TSTypeAliasDeclaration':
			lowerDeclaration(lowering, node, place);
			return;
		default:
			lowering.moduleItem(node, place);
	}
}

type Declaration =
	| TSESTree.FunctionDeclaration
	| TSESTree.ClassDeclaration
	| TSESTree.TSEnumDeclaration
	| TSESTree.TSInterfaceDeclaration
	| TSESTree.TSTypeAliasDeclaration;

/** Defines the declared name; gives nothing back, for the name is how it is reached. */
function lowerDeclaration(lowering: Lowering, node: Declaration, place: Place): void {
	if (node.id === null) return;
	declareName(lowering, node.id, place);
	const value = declaredValue(lowering, node, place);
	if (value !== undefined) lowering.pattern(node.id, { kind: 'value', value }, [], place);
}

/** What a declaration's name stands for; undefined for types that say nothing of what they hold. */
function declaredValue(lowering: Lowering, node: Declaration, place: Place): Value | undefined {
	return node.type === 'TSTypeAliasDeclaration' ? lowerAlias(lowering, node, place) : valueOfDeclaration(lowering, node, place);
}

/** What the name of a function, class, interface or enum stands for. */
export function valueOfDeclaration(lowering: Lowering, node: Exclude<Declaration, TSESTree.TSTypeAliasDeclaration>, place: Place): Value {
	switch (node.type) {
		case 'FunctionDeclaration':
			return lowering.function(node, place, { form: 'function' });
		case 'ClassDeclaration':
			return lowering.class(node, place);
		case 'TSInterfaceDeclaration':
			return lowerInterface(lowering, node, place);
		default:
			return lowerEnum(lowering, node, place);
	}
}

function lowerVariables(lowering: Lowering, node: TSESTree.VariableDeclaration, place: Place): void {
	declareNames(lowering, node, place);
	for (const { id, init } of node.declarations) {
		if (init !== null)
			lowering.pattern(
				id,
				{ kind: 'value', value: lowerNamed(lowering, init, id.type === 'Identifier' ? id.name : undefined, place) },
				[],
				place,
			);
		const annotation = id.typeAnnotation?.typeAnnotation;
		const type = annotation === undefined ? undefined : lowering.type(annotation, place);
		if (type !== undefined) lowering.pattern(id, { kind: 'value', value: type }, [], place);
	}
}

function lowerSwitch(lowering: Lowering, node: TSESTree.SwitchStatement, place: Place): void {
	const test = lowering.expression(node.discriminant, place, 'operand');
	for (const [index, each] of node.cases.entries()) {
		const label = each.test === null ? undefined : lowering.expression(each.test, place, 'operand');
		const isAlone = index === 0 || node.cases[index - 1]?.consequent.some(exits) === true;
		const asked: Value =
			label === undefined || !isAlone ? test : { kind: 'operation', operator: '===', operands: [test, label], ...spanOf(each) };
		lowering.statements(
			each.consequent.filter(statement => statement.type !== 'BreakStatement'),
			enter(place, each, { kind: 'case', test: asked, loop: undefined }),
		);
	}
}

/** What stands in a `try` whose errors go on to the caller, because nothing catches them or what does throws again, runs as it does without. */
function lowerTry(lowering: Lowering, node: TSESTree.TryStatement, place: Place): void {
	const isCaught = node.handler !== null && !throwsAgain(node.handler.body.body);
	lowering.statements(node.block.body, isCaught ? enter(place, node.block, { kind: 'try', test: undefined, loop: undefined }) : place);
	if (node.handler !== null) {
		const inside = enter(place, node.handler, { kind: 'catch', test: undefined, loop: undefined });
		for (const identifier of node.handler.param === null ? [] : namesIn(node.handler.param)) {
			declareName(lowering, identifier, inside);
		}
		lowering.statements(node.handler.body.body, inside);
	}
	if (node.finalizer !== null)
		lowering.statements(node.finalizer.body, enter(place, node.finalizer, { kind: 'finally', test: undefined, loop: undefined }));
}

/** Whatever it is that is caught: nothing in front of the `throw` leaves. */
function throwsAgain(statements: readonly TSESTree.Statement[]): boolean {
	return (
		statements.at(-1)?.type === 'ThrowStatement' &&
		statements.slice(0, -1).every(({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration')
	);
}

/** A `return` leaves every loop around it, a `break` the innermost one. */
function leave(place: Place, all: boolean): void {
	let index = place.region;
	while (index !== undefined) {
		const region = place.function.regions[index];
		if (region?.loop !== undefined) {
			region.loop.leaves = true;
			if (place.region !== undefined) region.loop.exits.push(place.region);
			if (!all) return;
		}
		index = region?.parent;
	}
}

/** Whether control never reaches what follows. */
function exits(node: Node): boolean {
	return node.type === 'BlockStatement' ? node.body.some(exits) : leaves(node);
}

function leaves({ type }: Node): boolean {
	return type === 'ReturnStatement' || type === 'ThrowStatement' || type === 'BreakStatement' || type === 'ContinueStatement';
}

/** What holds wherever it stands: functions, and types. */
function isHoisted({ type }: Node): boolean {
	return type === 'FunctionDeclaration' || type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration';
}
