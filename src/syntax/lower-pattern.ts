import type { TSESTree } from '@typescript-eslint/utils';

import type { Definition, PathStep, Value, Write } from './facts.ts';
import { type Lowering, type Place, type Source, spanOf, unknown, writeMember } from './lowering.ts';
import type { Node } from './node.ts';
import { writtenPart } from './written-part.ts';

/** Gives each name in a pattern its definition; members in it are written. */
export function lowerPattern(lowering: Lowering, node: Node, source: Source, path: readonly PathStep[], place: Place): void {
	switch (node.type) {
		case 'Identifier':
			define(lowering, lowering.bindings.find(node), definitionOf(source, path, node.range[0], place));
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
				const taken = takenOut(source, path, element, String(index));
				if (taken !== undefined) {
					lowerPattern(lowering, element, taken, [], place);
					return;
				}
				const step: PathStep[] = element.type === 'RestElement' ? [] : [{ kind: 'position', index }];
				lowerPattern(lowering, element, source, [...path, ...step], place);
			});
			return;
		case 'ObjectPattern':
			for (const property of node.properties) lowerProperty(lowering, property, source, path, place);
			return;
		case 'MemberExpression':
			writePattern(lowering, node, source, path, place);
			return;
		case 'TSAsExpression':
		case 'TSNonNullExpression':
			lowerPattern(lowering, node.expression, source, path, place);
			return;
		default:
	}
}

function lowerProperty(
	lowering: Lowering,
	node: TSESTree.Property | TSESTree.RestElement,
	source: Source,
	path: readonly PathStep[],
	place: Place,
): void {
	if (node.type === 'RestElement') {
		lowerPattern(lowering, node, source, path, place);
		return;
	}
	const name = propertyName(lowering, node.key, node.computed) ?? '*';
	if (name === '*') lowering.expression(node.key, place, 'operand');
	const taken = takenOut(source, path, node.value, name);
	if (taken === undefined) lowerPattern(lowering, node.value, source, [...path, { kind: 'property', name }], place);
	else lowerPattern(lowering, node.value, taken, [], place);
}

/** What a name takes out of a literal that is written for it: of `const { a } = { a: b }` it is `b`. Nothing is left where a default may stand in, or a member is written. */
function takenOut(source: Source, path: readonly PathStep[], target: Node, name: string): Source | undefined {
	if (
		source.kind !== 'value' ||
		path.length > 0 ||
		(target.type !== 'Identifier' && target.type !== 'ObjectPattern' && target.type !== 'ArrayPattern')
	)
		return undefined;
	const value = writtenPart(source.value, name);
	return value === undefined ? undefined : { kind: 'value', value };
}

/** A written member inside a pattern takes an unknown part of the source. */
function writePattern(lowering: Lowering, node: TSESTree.MemberExpression, source: Source, path: readonly PathStep[], place: Place): void {
	const target = lowering.expression(node, place, 'operand');
	if (target.kind === 'reference') {
		markWritten(lowering, target.binding);
		define(lowering, target.binding, definitionOf(source, path, node.range[0], place));
	}
	if (target.kind !== 'member') return;
	const parts = 'value' in source ? [source.value] : [];
	const write: Write = { target, value: unknown(node, parts), operator: '=', function: place.id, region: place.region, ...spanOf(node) };
	place.function.writes.push(write);
	writeMember(lowering, write, place);
}

export function markWritten({ bindings }: Lowering, binding: number): void {
	const draft = bindings.drafts[binding];
	if (draft !== undefined) draft.isWritten = true;
}

function define({ bindings }: Lowering, binding: number | undefined, definition: Definition): void {
	bindings.drafts[binding ?? -1]?.definitions.push(definition);
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
