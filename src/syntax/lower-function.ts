import type { FunctionFacts, FunctionValue, Parameter, Value } from './facts.ts';
import { hide } from './lower-class.ts';
import { type FunctionDraft, type FunctionForm, type Lowering, type Place, resultAt, spanOf } from './lowering.ts';
import type { FunctionNode, Node } from './node.ts';

/** Reads a function's parameters and body into facts of their own, and gives the function as a value. */
export function lowerFunction(lowering: Lowering, node: FunctionNode, place: Place, as: FunctionForm): FunctionValue {
	const facts: FunctionDraft = {
		name: node.id?.name ?? as.name,
		form: as.form,
		async: node.async,
		generator: node.generator,
		parent: place.id,
		class: place.class,
		parameters: [],
		self: undefined,
		declared: undefined,
		calls: [],
		writes: [],
		returns: [],
		awaits: [],
		throws: [],
		reads: [],
		regions: [],
		passedTo: as.passedTo,
		...spanOf(node),
	};
	const id = lowering.functions.push(facts) - 1;
	const inside: Place = { function: facts, id, region: undefined, class: place.class, outer: undefined };

	const [first] = node.params;
	const self = first !== undefined && nameOf(first) === 'this' ? first : undefined;
	facts.self = self === undefined ? undefined : typeOf(lowering, self, inside);
	node.params.slice(self === undefined ? 0 : 1).forEach((parameter, index) => {
		facts.parameters.push(lowerParameter(lowering, parameter, index, inside, as));
	});
	facts.declared = declaredBy(lowering, node, inside);
	if (node.body?.type === 'BlockStatement') {
		lowering.statements(node.body.body, inside);
	} else if (node.body !== null && node.body !== undefined) {
		facts.returns.push(resultAt(lowering.expression(node.body, inside, 'returned'), node.body, inside));
	}

	const value: FunctionValue = { kind: 'function', function: id, ...spanOf(node) };
	return value;
}

function declaredBy(lowering: Lowering, { returnType }: FunctionNode, place: Place): FunctionFacts['declared'] {
	const annotation = returnType?.typeAnnotation;
	if (annotation === undefined) return undefined;
	const promise =
		annotation.type === 'TSTypeReference' && annotation.typeName.type === 'Identifier' && annotation.typeName.name === 'Promise';
	return { promise, type: lowering.type(annotation, place) };
}

function lowerParameter(lowering: Lowering, node: Node, index: number, place: Place, as: FunctionForm): Parameter {
	if (node.type === 'TSParameterProperty') {
		const parameter = lowerParameter(lowering, node.parameter, index, place, as);
		const name = nameOf(node.parameter);
		if (as.fields !== undefined) hide(as.fields, name, node.accessibility);
		if (parameter.binding !== undefined && name !== undefined) {
			const value: Value = { kind: 'reference', binding: parameter.binding, ...spanOf(node) };
			as.fields?.members.push({ name, static: false, kind: 'assigned', value, decorators: [] });
			if (parameter.type !== undefined)
				as.fields?.members.push({ name, static: false, kind: 'type', value: parameter.type, decorators: [] });
		}
		return parameter;
	}
	if (node.type === 'AssignmentPattern') {
		const inner = lowerParameter(lowering, node.left, index, place, as);
		return { ...inner, default: lowering.expression(node.right, place, 'kept') };
	}

	const rest = node.type === 'RestElement';
	const target = rest ? node.argument : node;
	const source = rest ? undefined : as.modules?.[index];
	if (source !== undefined) lowering.sources.add(source);
	lowering.pattern(
		target,
		source === undefined
			? { kind: 'parameter', function: place.id, index, rest }
			: { kind: 'value', value: { kind: 'module', source, ...spanOf(node) } },
		[],
		place,
	);
	const type = typeOf(lowering, annotationOf(node) === undefined ? target : node, place);
	const binding = target.type === 'Identifier' ? lowering.bindings.find(target) : undefined;
	return { default: undefined, type, rest, binding };
}

function typeOf(lowering: Lowering, node: Node, place: Place): Value | undefined {
	const annotation = annotationOf(node);
	return annotation === undefined ? undefined : lowering.type(annotation, place);
}

function annotationOf(node: Node) {
	return 'typeAnnotation' in node && node.typeAnnotation?.type === 'TSTypeAnnotation' ? node.typeAnnotation.typeAnnotation : undefined;
}

function nameOf(node: Node): string | undefined {
	if (node.type === 'AssignmentPattern') return nameOf(node.left);
	return node.type === 'Identifier' ? node.name : undefined;
}
