import type { TSESTree } from '@typescript-eslint/utils';

import type { ClassMember, ClassValue, Value } from './facts.ts';
import { lowerNamed } from './lower-expression.ts';
import { propertyName } from './lower-pattern.ts';
import { type ClassDraft, type FunctionForm, type Lowering, type Place, handedTo, ofClass, spanOf } from './lowering.ts';
import type { ClassNode } from './node.ts';

/** Reads a class: members by name, fields with their values and types, decorators. */
export function lowerClass(lowering: Lowering, node: ClassNode, place: Place): ClassValue {
	const facts: ClassDraft = {
		name: node.id?.name,
		superClass: node.superClass === null ? undefined : lowering.expression(node.superClass, place, 'operand'),
		members: [],
		changes: [],
		hidden: [],
		decorators: lowerDecorators(lowering, node.decorators, place),
		...spanOf(node),
	};
	const index = lowering.classes.push(facts) - 1;
	if (node.type === 'ClassExpression' && node.id !== null) {
		lowering.pattern(node.id, { kind: 'value', value: { kind: 'class', class: index, ...spanOf(node) } }, [], place);
	}

	const inside = ofClass(index, place);
	for (const element of node.body.body) lowerElement(lowering, element, facts, inside);
	return { kind: 'class', class: index, ...spanOf(node) };
}

function lowerElement(lowering: Lowering, node: TSESTree.ClassElement, facts: ClassDraft, place: Place): void {
	if ('accessibility' in node && 'key' in node) hide(facts, propertyName(lowering, node.key, node.computed), node.accessibility);
	switch (node.type) {
		case 'MethodDefinition':
			lowerMethod(lowering, node, facts, place);
			return;
		case 'PropertyDefinition':
		case 'AccessorProperty':
			lowerField(lowering, node, facts, place);
			return;
		case 'StaticBlock':
			lowering.statements(node.body, place);
			return;
		default:
	}
}

/** Notes a member that code outside the class is not to see. */
export function hide(facts: ClassDraft, name: string | undefined, accessibility: TSESTree.Accessibility | undefined): void {
	if (name !== undefined && (accessibility === 'private' || accessibility === 'protected')) facts.hidden.push(name);
}

function lowerMethod(lowering: Lowering, node: TSESTree.MethodDefinition, facts: ClassDraft, place: Place): void {
	const name = propertyName(lowering, node.key, node.computed);
	if (name === undefined || node.value.type !== 'FunctionExpression') return;
	const kinds = { constructor: 'constructor', get: 'getter', set: 'setter', method: 'method' } as const;
	const kind = kinds[node.kind];
	const as: FunctionForm = { form: kind, name, fields: kind === 'constructor' ? facts : undefined };
	const value = lowering.function(node.value, place, as);
	facts.members.push({ name, static: node.static, kind, value, decorators: lowerDecorators(lowering, node.decorators, place) });
}

function lowerField(
	lowering: Lowering,
	node: TSESTree.PropertyDefinition | TSESTree.AccessorProperty,
	facts: ClassDraft,
	place: Place,
): void {
	const name = propertyName(lowering, node.key, node.computed);
	if (name === undefined) return;
	const decorators = lowerDecorators(lowering, node.decorators, place);
	const member = (kind: ClassMember['kind'], value: Value): ClassMember => ({ name, static: node.static, kind, value, decorators });

	if (node.value !== null) facts.members.push(member('field', lowerNamed(lowering, node.value, name, place)));
	const annotation = node.typeAnnotation?.typeAnnotation;
	const type = annotation === undefined ? undefined : lowering.type(annotation, place);
	if (type !== undefined || (node.value === null && decorators.length > 0)) {
		facts.members.push(member('type', type ?? { kind: 'unknown', parts: [], ...spanOf(node) }));
	}
}

function lowerDecorators(lowering: Lowering, nodes: readonly TSESTree.Decorator[] | undefined, place: Place): Value[] {
	return (nodes ?? []).map(node => lowering.expression(node.expression, handedTo(undefined, place), 'operand'));
}
