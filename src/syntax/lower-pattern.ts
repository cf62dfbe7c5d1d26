import type { TSESTree } from '@typescript-eslint/utils';

import type { Definition, PathStep, Value, Write } from './facts.ts';
import { type Lowering, type Place, type Source, spanOf, unknown, writeMember } from './lowering.ts';
import type { Node } from './node.ts';

/** Gives each name in a pattern its definition; members in it are written. */
export function lowerPattern(lowering: Lowering, node: Node, source: Source, path: readonly PathStep[], place: Place): void {
	switch (node.type) {
		case 'Identifier':
			define(lowering, node, source, path, place);
			return;
		case 'AssignmentPattern':
			lowerPattern(lowering, node.left, source, withDefault(path, lowering.expression(node.right, place, 'kept')), place);
			return;
		case 'RestElement':
			lowerPattern(lowering, node.argument, source, [...path, { kind: 'rest' }], place);
			return;
		case 'ArrayPattern':
			node.elements.forEach((element, index) => {
				if (element === null) return;
				const step: PathStep[] = element.type === 'RestElement' ? [] : [{ kind: 'position', index }];
				lowerPattern(lowering, element, source, [...path, ...step], place);
			});
			return;
		case 'ObjectPattern':
			for (const property of node.properties) lowerProperty(lowering, property, source, path, place);
			return;
		case 'MemberExpression':
			writePattern(lowering, node, source, place);
			return;
		case 'TSAsExpression':
		case 'TSNonNullExpression':
			lowerPattern(lowering, node.expression, source, path, place);
			return;
		default:
	}
}

function lowerProperty(lowering: Lowering, node: TSESTree.Property | TSESTree.RestElement, source: Source, path: readonly PathStep[], place: Place): void {
	if (node.type === 'RestElement') {
		lowerPattern(lowering, node, source, path, place);
		return;
	}
	const name = propertyName(lowering, node.key, node.computed) ?? '*';
	if (name === '*') lowering.expression(node.key, place, 'operand');
	lowerPattern(lowering, node.value, source, [...path, { kind: 'property', name }], place);
}

/** A written member inside a pattern takes an unknown part of the source. */
function writePattern(lowering: Lowering, node: TSESTree.MemberExpression, source: Source, place: Place): void {
	const target = lowering.expression(node, place, 'operand');
	if (target.kind !== 'member') return;
	const parts = 'value' in source ? [source.value] : [];
	const write: Write = { target, value: unknown(node, parts), operator: '=', function: place.id, region: place.region, ...spanOf(node) };
	place.function.writes.push(write);
	writeMember(lowering, write, place);
}

function define(lowering: Lowering, node: TSESTree.Identifier, source: Source, path: readonly PathStep[], place: Place): void {
	const index = lowering.bindings.find(node);
	const draft = index === undefined ? undefined : lowering.bindings.drafts[index];
	if (draft === undefined) return;
	draft.definitions.push(definitionOf(source, path, node.range[0], place));
}

/** Written out kind by kind, so that V8 gives those of a kind one hidden class: they are looked at more often than anything else. */
function definitionOf(source: Source, path: readonly PathStep[], start: number, { id, region }: Place): Definition {
	switch (source.kind) {
		case 'parameter':
			return { kind: 'parameter', function: source.function, index: source.index, rest: source.rest, path };
		case 'iteration':
			return { kind: 'iteration', of: source.of, value: source.value, path, start, function: id, region };
		case 'value':
			return { kind: 'value', value: source.value, path, start, function: id, region };
	}
}

function withDefault(path: readonly PathStep[], value: Value): readonly PathStep[] {
	const last = path.at(-1);
	return last === undefined ? path : [...path.slice(0, -1), { ...last, default: value }];
}

/** The static name of a property key: an identifier, a private name, a string or a number, the name of a constant that is one. */
export function propertyName({ bindings }: Lowering, key: Node, computed: boolean): string | undefined {
	if (key.type === 'PrivateIdentifier') return `#${key.name}`;
	if (key.type === 'Identifier') return computed ? constantText(bindings.drafts[bindings.find(key) ?? -1]?.constant) : key.name;
	if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value);
	if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
	return undefined;
}

function constantText(constant: string | number | boolean | undefined): string | undefined {
	return constant === undefined ? undefined : String(constant);
}
