import type { TSESTree } from '@typescript-eslint/utils';

import type { ClassValue, ObjectEntry, Value } from './facts.ts';
import { propertyName } from './lower-pattern.ts';
import { type ClassDraft, type Lowering, type Place, spanOf } from './lowering.ts';
import type { Node } from './node.ts';

/** Types whose only argument says what they hold (TypeScript's own, and the mocking wrappers of Jest and Vitest). */
const transparent: ReadonlySet<string> = new Set([
	'Promise',
	'PromiseLike',
	'Awaited',
	'Readonly',
	'Partial',
	'Required',
	'NonNullable',
	'Mocked',
	'MockedObject',
	'DeepMocked',
	'DeepMockProxy',
	'MockProxy',
]);

/** What an annotation says a value is an instance of; undefined for what has no class: primitives, functions, unions of many. */
export function lowerType(lowering: Lowering, node: TSESTree.TypeNode, place: Place): Value | undefined {
	switch (node.type) {
		case 'TSTypeReference':
			return lowerReference(lowering, node, place);
		case 'TSUnionType':
		case 'TSIntersectionType': {
			const [first, ...others] = node.types.flatMap(type => lowerType(lowering, type, place) ?? []);
			if (first === undefined || others.length === 0) return first;
			return node.type === 'TSIntersectionType'
				? { kind: 'choice', operator: '||', test: first, options: [first, ...others], ...spanOf(node) }
				: undefined;
		}
		case 'TSTypeLiteral':
			return { kind: 'instance', of: lowerMembers(lowering, node, node.members, undefined, place), ...spanOf(node) };
		case 'TSImportType':
			return lowerImportType(lowering, node);
		case 'TSTypeQuery': {
			const named = node.exprName.type === 'TSImportType' ? undefined : entityName(lowering, node.exprName);
			return named;
		}
		default:
			return undefined;
	}
}

/** What an expression is said to be that is nothing yet: `undefined as unknown as Page`, which is filled in later. */
export function lowerBlank(lowering: Lowering, node: Node, place: Place): Value | undefined {
	if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return undefined;
	return isNothing(node.expression) ? lowerType(lowering, node.typeAnnotation, place) : undefined;
}

function isNothing(node: TSESTree.Expression): boolean {
	if (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion' || node.type === 'TSNonNullExpression')
		return isNothing(node.expression);
	return (node.type === 'Literal' && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined');
}

/** An interface is read as a class that only declares. */
export function lowerInterface(lowering: Lowering, node: TSESTree.TSInterfaceDeclaration, place: Place): Value {
	const [parent] = node.extends;
	const superClass = parent?.expression.type === 'Identifier' ? entityName(lowering, parent.expression) : undefined;
	const value = lowerMembers(lowering, node, node.body.body, superClass, place, node.id.name);
	lowering.interfaces.add(value.class);
	return value;
}

/**
 * `type Window = Page & { extra: number }` is read as an interface that extends the first type with a name. One name for a type and a value, and unions of
 * several, say nothing.
 */
export function lowerAlias(lowering: Lowering, node: TSESTree.TSTypeAliasDeclaration, place: Place): Value | undefined {
	const binding = lowering.bindings.find(node.id);
	if (binding === undefined || lowering.bindings.drafts[binding]?.isType !== true) return undefined;
	const { typeAnnotation: type } = node;
	const parts = type.type === 'TSIntersectionType' ? type.types : [type];
	const members = parts.flatMap(part => (part.type === 'TSTypeLiteral' ? part.members : []));
	const parent = parts
		.filter(part => part.type !== 'TSTypeLiteral')
		.map(part => lowerType(lowering, part, place))
		.find(part => part !== undefined);
	const superClass = parent?.kind === 'instance' ? parent.of : undefined;
	return superClass === undefined && members.length === 0
		? undefined
		: lowerMembers(lowering, node, members, superClass, place, node.id.name);
}

/** An enum is an object of its members (TypeScript handbook, "Enums at runtime"). */
export function lowerEnum(lowering: Lowering, node: TSESTree.TSEnumDeclaration, place: Place): Value {
	const entries = node.body.members.map((member, index): ObjectEntry => {
		const key = propertyName(lowering, member.id, false) ?? '*';
		const value: Value =
			member.initializer === undefined || member.initializer === null
				? { kind: 'literal', value: index, ...spanOf(member) }
				: lowering.expression(member.initializer, place, 'kept');
		return { kind: 'property', key, value, ...spanOf(member) };
	});
	return { kind: 'object', entries, ...spanOf(node) };
}

function lowerReference(lowering: Lowering, node: TSESTree.TSTypeReference, place: Place): Value | undefined {
	const name =
		node.typeName.type === 'TSQualifiedName' ? node.typeName.right.name : node.typeName.type === 'Identifier' ? node.typeName.name : '';
	const [argument] = node.typeArguments?.params ?? [];
	if (transparent.has(name)) return argument === undefined ? undefined : lowerType(lowering, argument, place);
	if (name === 'InstanceType' || name === 'ReturnType') return undefined;
	const of = entityName(lowering, node.typeName);
	return of === undefined ? undefined : { kind: 'instance', of, ...spanOf(node) };
}

function lowerImportType(lowering: Lowering, node: TSESTree.TSImportType): Value | undefined {
	const { source } = node;
	if (source.type !== 'Literal' || typeof source.value !== 'string' || node.qualifier === null) return undefined;
	lowering.sources.add(source.value);
	if (node.qualifier.type !== 'Identifier') return undefined;
	const object: Value = { kind: 'module', source: source.value, ...spanOf(node) };
	return { kind: 'instance', of: { kind: 'member', object, property: node.qualifier.name, ...spanOf(node) }, ...spanOf(node) };
}

function entityName(lowering: Lowering, node: TSESTree.EntityName): Value | undefined {
	switch (node.type) {
		case 'Identifier': {
			const binding = lowering.bindings.find(node);
			return binding === undefined
				? { kind: 'global', name: node.name, ...spanOf(node) }
				: { kind: 'reference', binding, ...spanOf(node) };
		}
		case 'TSQualifiedName': {
			const part = lowering.bindings.part(node.left, node.right.name);
			if (part !== undefined) return { kind: 'reference', binding: part, ...spanOf(node) };
			const object = entityName(lowering, node.left);
			return object === undefined ? undefined : { kind: 'member', object, property: node.right.name, ...spanOf(node) };
		}
		default:
			return undefined;
	}
}

function lowerMembers(
	lowering: Lowering,
	node: Node,
	members: readonly TSESTree.TypeElement[],
	superClass: Value | undefined,
	place: Place,
	name?: string,
): ClassValue {
	const facts: ClassDraft = { ...spanOf(node), name, superClass, members: [], changes: [], hidden: [], decorators: [] };
	const index = lowering.classes.push(facts) - 1;
	for (const member of members) {
		if (member.type !== 'TSPropertySignature') continue;
		const key = propertyName(lowering, member.key, member.computed);
		const annotation = member.typeAnnotation?.typeAnnotation;
		const value = annotation === undefined ? undefined : lowerType(lowering, annotation, place);
		if (key !== undefined && value !== undefined) facts.members.push({ name: key, static: false, kind: 'type', value, decorators: [] });
	}
	return { kind: 'class', class: index, ...spanOf(node) };
}
