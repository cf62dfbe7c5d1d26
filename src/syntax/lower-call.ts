import type { TSESTree } from '@typescript-eslint/utils';

import type { Call, ObjectEntry, TemplateValue, Usage, Value } from './facts.ts';
import { type Change, type Draft, type Lowering, type Place, handedTo, spanOf, unknown } from './lowering.ts';
import type { Node } from './node.ts';

export function lowerCall(lowering: Lowering, node: TSESTree.CallExpression, place: Place, usage: Usage): Value {
	const required = requiredModule(lowering, node);
	if (required !== undefined) return { kind: 'module', source: required, ...spanOf(node) };

	const call = draftCall(node, 'call', place, usage);
	call.callee = lowering.expression(node.callee, handedTo(call, place), 'receiver');
	lowerArguments(lowering, node.arguments, call, place);
	noteMethod(lowering, call, place);
	return call;
}

export function lowerNew(lowering: Lowering, node: TSESTree.NewExpression, place: Place, usage: Usage): Value {
	const call = draftCall(node, 'new', place, usage);
	call.callee = lowering.expression(node.callee, handedTo(call, place), 'receiver');
	lowerArguments(lowering, node.arguments, call, place);
	return call;
}

/** The strings of the template are the first argument, as at run time (ECMAScript 13.3.11). */
export function lowerTagged(lowering: Lowering, node: TSESTree.TaggedTemplateExpression, place: Place, usage: Usage): Value {
	const call = draftCall(node, 'tag', place, usage);
	call.callee = lowering.expression(node.tag, handedTo(call, place), 'receiver');
	const template = templateOf(lowering, node.quasi, handedTo(call, place));
	call.args.push(template, ...template.parts);
	place.function.calls.push(call);
	return call;
}

export function templateOf(lowering: Lowering, node: TSESTree.TemplateLiteral, place: Place): TemplateValue {
	const quasis = node.quasis.map(quasi => quasi.value.cooked ?? '');
	return { kind: 'template', quasis, parts: node.expressions.map(each => lowering.expression(each, place, 'operand')), ...spanOf(node) };
}

/** An element is a call of its component with one argument, the properties, `children` among them. */
export function lowerJsx(lowering: Lowering, node: TSESTree.JSXElement | TSESTree.JSXFragment, place: Place, usage: Usage): Value {
	const call = draftCall(node, 'jsx', place, usage);
	const inside = handedTo(call, place);
	const entries: ObjectEntry[] = [];
	if (node.type === 'JSXElement') {
		call.callee = jsxName(lowering, node.openingElement.name, inside);
		for (const attribute of node.openingElement.attributes) entries.push(jsxAttribute(lowering, attribute, inside));
	}
	for (const child of node.children) {
		const value = child.type === 'JSXText' ? shownText(child) : lowering.expression(child, inside, 'argument');
		if (value !== undefined) entries.push({ kind: 'property', key: 'children', value, ...spanOf(child) });
	}
	call.args.push({ kind: 'object', entries, ...spanOf(node) });
	place.function.calls.push(call);
	return call;
}

/** Text between tags, as it is shown: its lines joined, without what indents them (https://react.dev/learn/javascript-in-jsx-with-curly-braces). */
function shownText(node: TSESTree.JSXText): Value | undefined {
	const lines = node.value.split(/\r?\n/);
	const shown = lines.map((line, index) =>
		line.replace(index === 0 ? /^$/ : /^[ \t]+/, '').replace(index === lines.length - 1 ? /^$/ : /[ \t]+$/, ''),
	);
	const text = shown.filter(line => line !== '').join(' ');
	return text.trim() === '' ? undefined : { kind: 'literal', value: text, ...spanOf(node) };
}

function draftCall(node: Node, form: Call['form'], place: Place, usage: Usage): Draft<Call> {
	return {
		kind: 'call',
		form,
		callee: unknown(node),
		args: [],
		usage,
		outer: place.outer,
		function: place.id,
		region: place.region,
		...spanOf(node),
	};
}

function lowerArguments(lowering: Lowering, nodes: readonly Node[], call: Draft<Call>, place: Place): void {
	const inside = handedTo(call, place);
	const modules = call.callee.kind === 'global' && call.callee.name === 'define' ? definedWith(nodes) : undefined;
	nodes.forEach((node, argument) => {
		if (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression') {
			const form = node.type === 'ArrowFunctionExpression' ? 'arrow' : 'function';
			const value = lowering.function(node, handedTo(undefined, place), { form, passedTo: { call, argument }, modules });
			call.args.push(value);
		} else {
			call.args.push(lowering.expression(node, inside, 'argument'));
		}
	});
	place.function.calls.push(call);
}

/** `xs.push(x)`, `this.rows.push(row)`: the binding, or the field, at the root may hold something else from here on. */
function noteMethod(lowering: Lowering, call: Call, place: Place): void {
	if (call.callee.kind !== 'member' || typeof call.callee.property !== 'string') return;
	const into: string[] = [];
	let root: Value = call.callee.object;
	while (root.kind === 'member') {
		into.unshift(typeof root.property === 'string' ? root.property : '*');
		root = root.object;
	}
	const change: Change = {
		kind: 'method',
		into,
		method: call.callee.property,
		call,
		start: call.start,
		function: place.id,
		region: place.region,
	};
	if (root.kind === 'reference') lowering.bindings.drafts[root.binding]?.definitions.push(change);
	else if (root.kind === 'this' && root.class !== undefined && into.length > 0) lowering.classes[root.class]?.changes.push(change);
}

/** The modules that AMD hands to a factory, in their order (https://github.com/amdjs/amdjs-api/blob/master/AMD.md); its own names stand for no module. */
function definedWith(nodes: readonly Node[]): readonly (string | undefined)[] | undefined {
	const list = nodes.find(node => node.type === 'ArrayExpression');
	const written = list?.elements.map(element =>
		element?.type === 'Literal' && typeof element.value === 'string' ? element.value : undefined,
	);
	return written?.map(source =>
		source === undefined || source === 'require' || source === 'exports' || source === 'module' ? undefined : source,
	);
}

function requiredModule(lowering: Lowering, node: TSESTree.CallExpression): string | undefined {
	const [argument] = node.arguments;
	if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || lowering.bindings.find(node.callee) !== undefined)
		return undefined;
	const source = argument === undefined ? undefined : specifierIn(argument);
	if (source !== undefined) lowering.sources.add(source);
	return source;
}

/** A specifier that is written down, also from the file's own directory: `__dirname + '/../index'`. */
function specifierIn(node: TSESTree.Node): string | undefined {
	if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
	if (node.type !== 'BinaryExpression' || node.operator !== '+' || node.left.type !== 'Identifier' || node.left.name !== '__dirname')
		return undefined;
	const behind = specifierIn(node.right);
	return behind?.startsWith('/') === true ? `.${behind}` : undefined;
}

function jsxName(lowering: Lowering, node: TSESTree.JSXTagNameExpression, place: Place): Value {
	if (node.type === 'JSXMemberExpression') {
		const part = lowering.bindings.part(node.object, node.property.name);
		if (part !== undefined) return { kind: 'reference', binding: part, ...spanOf(node) };
		return { kind: 'member', object: jsxName(lowering, node.object, place), property: node.property.name, ...spanOf(node) };
	}
	const binding = lowering.bindings.find(node);
	return binding === undefined ? unknown(node) : { kind: 'reference', binding, ...spanOf(node) };
}

function jsxAttribute(lowering: Lowering, node: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute, place: Place): ObjectEntry {
	if (node.type === 'JSXSpreadAttribute') return { kind: 'spread', value: lowering.expression(node.argument, place, 'argument') };
	const key = node.name.type === 'JSXIdentifier' ? node.name.name : node.name.name.name;
	const value: Value =
		node.value === null ? { kind: 'literal', value: true, ...spanOf(node) } : lowering.expression(node.value, place, 'argument');
	return { kind: 'property', key, value, ...spanOf(node) };
}
