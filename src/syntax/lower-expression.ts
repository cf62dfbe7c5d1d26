import type { TSESTree } from '@typescript-eslint/utils';

import type { Call, ObjectEntry, Usage, Value } from './facts.ts';
import { lowerCall, lowerJsx, lowerNew, lowerTagged, templateOf } from './lower-call.ts';
import { propertyName } from './lower-pattern.ts';
import { lowerBlank } from './lower-type.ts';
import { type Lowering, type Place, enter, handedTo, ofClass, resultAt, spanOf, unknown } from './lowering.ts';
import type { Node } from './node.ts';

/** Reads one expression. `usage` says what its surroundings do with the result. */
export function lowerExpression(lowering: Lowering, node: Node, place: Place, usage: Usage): Value {
	switch (node.type) {
		case 'Identifier':
			return lowerIdentifier(lowering, node);
		case 'Literal':
			return lowerLiteral(node);
		case 'TemplateLiteral':
			return lowerTemplate(lowering, node, place);
		case 'ThisExpression':
		case 'Super':
			return { kind: node.type === 'Super' ? 'super' : 'this', class: place.class, ...spanOf(node) };
		case 'MemberExpression':
			return lowerMember(lowering, node, place);
		case 'CallExpression':
			return lowerCall(lowering, node, place, usage);
		case 'NewExpression':
			return lowerNew(lowering, node, place, usage);
		case 'TaggedTemplateExpression':
			return lowerTagged(lowering, node, place, usage);
		case 'JSXElement':
		case 'JSXFragment':
			return lowerJsx(lowering, node, place, usage);
		case 'ArrowFunctionExpression':
			return lowering.function(node, place, { form: 'arrow' });
		case 'FunctionExpression':
			return lowering.function(node, place, { form: 'function' });
		case 'ClassExpression':
			return lowering.class(node, place);
		case 'ObjectExpression':
			return lowerObject(lowering, node, inside(place, usage), within(usage));
		case 'ArrayExpression':
			return lowerArray(lowering, node, inside(place, usage), within(usage));
		case 'SpreadElement':
			return { kind: 'spread', value: lowering.expression(node.argument, place, usage), ...spanOf(node) };
		case 'AwaitExpression':
			return lowerAwait(lowering, node, place);
		default:
			return lowerOperator(lowering, node, place, usage);
	}
}

/** A function without a name of its own takes that of what it is put into (ECMAScript 8.4.5, NamedEvaluation). */
export function lowerNamed(lowering: Lowering, node: Node, name: string | undefined, place: Place): Value {
	if (node.type === 'ArrowFunctionExpression') return lowering.function(node, place, { form: 'arrow', name });
	if (node.type === 'FunctionExpression') return lowering.function(node, place, { form: 'function', name });
	return lowerBlank(lowering, node, place) ?? lowering.expression(node, place, 'kept');
}

function lowerOperator(lowering: Lowering, node: Node, place: Place, usage: Usage): Value {
	switch (node.type) {
		case 'ConditionalExpression':
			return lowerConditional(lowering, node, place, usage);
		case 'LogicalExpression':
			return lowerLogical(lowering, node, place, usage);
		case 'BinaryExpression':
			return {
				kind: 'operation',
				operator: node.operator,
				operands: operands(lowering, place, node.left, node.right),
				...spanOf(node),
			};
		case 'UnaryExpression':
			return lowerUnary(lowering, node, place, usage);
		case 'AssignmentExpression':
		case 'UpdateExpression':
			return lowering.assign(node, place);
		case 'SequenceExpression':
			return (
				node.expressions
					.map((each, index) => lowering.expression(each, place, index < node.expressions.length - 1 ? 'discarded' : usage))
					.at(-1) ?? unknown(node)
			);
		case 'YieldExpression':
			return lowerYield(lowering, node, place);
		case 'ImportExpression':
			return lowerImport(lowering, node, place, usage);
		case 'ChainExpression':
		case 'TSAsExpression':
		case 'TSSatisfiesExpression':
		case 'TSNonNullExpression':
		case 'TSTypeAssertion':
		case 'TSInstantiationExpression':
		case 'JSXExpressionContainer':
			return lowering.expression(node.expression, place, usage);
		default:
			return lowerMeta(node);
	}
}

function lowerConditional(lowering: Lowering, node: TSESTree.ConditionalExpression, place: Place, usage: Usage): Value {
	const test = lowering.expression(node.test, place, 'operand');
	const options = [
		lowering.expression(node.consequent, enter(place, node.consequent, { kind: 'then', test, loop: undefined }), usage),
		lowering.expression(node.alternate, enter(place, node.alternate, { kind: 'else', test, loop: undefined }), usage),
	];
	return { kind: 'choice', operator: '?:', test, options, ...spanOf(node) };
}

function lowerLogical(lowering: Lowering, node: TSESTree.LogicalExpression, place: Place, usage: Usage): Value {
	const test = lowering.expression(node.left, place, usage === 'discarded' ? 'operand' : usage);
	const other = lowering.expression(node.right, enter(place, node.right, { kind: 'then', test, loop: undefined }), usage);
	return { kind: 'choice', operator: node.operator, test, options: [test, other], ...spanOf(node) };
}

/** `import.meta` is a name that needs no import; `new.target` and the like tell nothing. */
function lowerMeta(node: Node): Value {
	return node.type === 'MetaProperty' && node.meta.name === 'import'
		? { kind: 'global', name: 'import.meta', ...spanOf(node) }
		: unknown(node);
}

function operands(lowering: Lowering, place: Place, ...nodes: readonly Node[]): Value[] {
	return nodes.map(node => lowering.expression(node, place, 'operand'));
}

function lowerIdentifier(lowering: Lowering, node: TSESTree.Identifier): Value {
	const binding = lowering.bindings.find(node);
	if (binding !== undefined) {
		const constant = lowering.bindings.drafts[binding]?.constant;
		return constant === undefined
			? { kind: 'reference', binding, ...spanOf(node) }
			: { kind: 'literal', value: constant, binding, ...spanOf(node) };
	}
	if (node.name === 'undefined') return { kind: 'literal', value: undefined, ...spanOf(node) };
	return { kind: 'global', name: node.name, ...spanOf(node) };
}

function lowerLiteral(node: TSESTree.Literal): Value {
	if ('regex' in node) return { kind: 'regexp', ...node.regex, ...spanOf(node) };
	return { kind: 'literal', value: node.value, ...spanOf(node) };
}

/** A template without a hole is a text like any other. */
function lowerTemplate(lowering: Lowering, node: TSESTree.TemplateLiteral, place: Place): Value {
	const template = templateOf(lowering, node, place);
	return template.parts.length === 0 ? { kind: 'literal', value: template.quasis.join(''), ...spanOf(node) } : template;
}

function lowerMember(lowering: Lowering, node: TSESTree.MemberExpression, place: Place): Value {
	const part = node.computed || node.property.type !== 'Identifier' ? undefined : lowering.bindings.part(node.object, node.property.name);
	if (part !== undefined) return { kind: 'reference', binding: part, ...spanOf(node) };
	const object = lowering.expression(node.object, place, 'receiver');
	const property = propertyName(lowering, node.property, node.computed) ?? lowering.expression(node.property, place, 'operand');
	return { kind: 'member', object, property, ...(node.optional ? { optional: true } : {}), ...spanOf(node) };
}

/** What stands inside a literal that is an argument is handed over with it; else the literal keeps it. */
function within(usage: Usage): Usage {
	return usage === 'argument' || usage === 'returned' ? usage : 'kept';
}

function inside(place: Place, usage: Usage): Place {
	return usage === 'argument' ? place : handedTo(undefined, place);
}

function lowerObject(lowering: Lowering, node: TSESTree.ObjectExpression, place: Place, usage: Usage): Value {
	return { kind: 'object', entries: node.properties.map(property => lowerEntry(lowering, property, place, usage)), ...spanOf(node) };
}

function lowerEntry(lowering: Lowering, node: TSESTree.ObjectLiteralElement, place: Place, usage: Usage): ObjectEntry {
	if (node.type === 'SpreadElement') return { kind: 'spread', value: lowering.expression(node.argument, place, usage) };

	const key = propertyName(lowering, node.key, node.computed) ?? lowering.expression(node.key, place, 'operand');
	if (node.value.type === 'FunctionExpression' && (node.method || node.kind !== 'init')) {
		const name = typeof key === 'string' ? key : undefined;
		const value = lowering.function(node.value, ofClass(undefined, place), { form: formOf(node.kind), name });
		return node.kind === 'init'
			? { kind: 'property', key, value, ...spanOf(node) }
			: { kind: 'property', key, value, accessor: node.kind, ...spanOf(node) };
	}
	const isFunction = node.value.type === 'ArrowFunctionExpression' || node.value.type === 'FunctionExpression';
	if (isFunction)
		return {
			kind: 'property',
			key,
			value: lowerNamed(lowering, node.value, typeof key === 'string' ? key : undefined, place),
			...spanOf(node),
		};
	const value =
		(usage === 'argument' ? undefined : lowerBlank(lowering, node.value, place)) ?? lowering.expression(node.value, place, usage);
	return { kind: 'property', key, value, ...spanOf(node) };
}

function formOf(kind: 'init' | 'get' | 'set'): 'method' | 'getter' | 'setter' {
	return kind === 'init' ? 'method' : kind === 'get' ? 'getter' : 'setter';
}

function lowerArray(lowering: Lowering, node: TSESTree.ArrayExpression, place: Place, usage: Usage): Value {
	const elements = node.elements.map((element): Value =>
		element === null
			? { kind: 'literal', value: undefined, start: node.range[0], end: node.range[0] }
			: lowering.expression(element, place, usage),
	);
	return { kind: 'array', elements, ...spanOf(node) };
}

function lowerAwait(lowering: Lowering, node: TSESTree.AwaitExpression, place: Place): Value {
	const begun = lowering.begun.get(lowering.bindings.find(node.argument) ?? -1);
	return begun === undefined ? awaited(lowering, node, node.argument, place) : awaited(lowering, begun, begun, place);
}

/** A generator that is handed over is a coroutine, and waits for what it yields: `co(function* () {})`, `it('saves', function* () {})` of co-mocha. */
function lowerYield(lowering: Lowering, node: TSESTree.YieldExpression, place: Place): Value {
	const { async, passedTo } = place.function;
	if (node.argument === null || node.argument === undefined) return unknown(node);
	if (node.delegate || async || passedTo === undefined) return unknown(node, [lowering.expression(node.argument, place, 'awaited')]);
	return awaited(lowering, node, node.argument, place);
}

function awaited(lowering: Lowering, node: Node, argument: Node, place: Place): Value {
	const value = lowering.expression(argument, place, 'awaited');
	place.function.awaits.push(resultAt(value, node, place));
	return { kind: 'await', value, ...spanOf(node) };
}

function lowerUnary(lowering: Lowering, node: TSESTree.UnaryExpression, place: Place, usage: Usage): Value {
	if (node.operator === 'void') {
		lowering.expression(node.argument, place, 'discarded');
		return { kind: 'literal', value: undefined, ...spanOf(node) };
	}
	const operand = lowering.expression(node.argument, place, 'operand');
	if (node.operator === '-' && operand.kind === 'literal' && typeof operand.value === 'number')
		return { kind: 'literal', value: -operand.value, ...spanOf(node) };
	if (node.operator === 'delete' && (operand.kind === 'member' || operand.kind === 'global' || operand.kind === 'reference')) {
		place.function.writes.push({
			target: operand,
			value: undefined,
			operator: 'delete',
			function: place.id,
			region: place.region,
			...spanOf(node),
		});
	}
	return { kind: 'operation', operator: usage === 'discarded' ? 'void' : node.operator, operands: [operand], ...spanOf(node) };
}

/** What it gives is the module, or a call of `import` where nobody asks for it or nobody knows which it is. */
function lowerImport(lowering: Lowering, node: TSESTree.ImportExpression, place: Place, usage: Usage): Value {
	const source = lowering.expression(node.source, place, 'operand');
	const call: Call = {
		kind: 'call',
		form: 'call',
		callee: { kind: 'global', name: 'import', ...spanOf(node) },
		args: [source],
		usage,
		outer: place.outer,
		function: place.id,
		region: place.region,
		...spanOf(node),
	};
	const name = source.kind === 'literal' && typeof source.value === 'string' ? source.value : undefined;
	if (usage === 'discarded' || name === undefined) place.function.calls.push(call);
	if (name === undefined) return call;
	lowering.sources.add(name);
	return { kind: 'module', source: name, ...spanOf(node) };
}
