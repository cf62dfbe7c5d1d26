import type { Binding, Definition } from './facts.ts';
import { type Node, type Scopes, type Variable, isNode } from './node.ts';

/** A binding while its module is being read: definitions are added as they are met. */
export interface BindingDraft {
	readonly name: string;
	kind: Binding['kind'];
	function: number;
	region: number | undefined;
	start: number;
	disposed?: true;
	/** It names types alone, no value beside them. */
	readonly isType: boolean;
	/** The text, number or truth value that stands behind a `const`: its name says no less than writing it out. */
	readonly constant: string | number | boolean | undefined;
	readonly definitions: Definition[];
}

/** The variables of one module, found by identifier. */
export interface Bindings {
	readonly drafts: readonly BindingDraft[];
	/** Undefined for a global: a name that nothing in the module declares. */
	find(identifier: object): number | undefined;
}

/** Every declared variable of the scopes gets a number; a class and a function expression have one for their two scopes. */
export function readBindings(scopes: Scopes): Bindings {
	const drafts: BindingDraft[] = [];
	const byName = new Map<object, number>();
	const byVariable = new Map<Variable, number>();

	for (const scope of scopes.scopes) {
		for (const variable of scope.variables) {
			const [definition] = variable.defs;
			if (definition === undefined || definition.type === 'ImplicitGlobalVariable') continue;

			const known = byName.get(definition.name);
			const index = known ?? drafts.push(draft(variable, definition.type)) - 1;
			byVariable.set(variable, index);
			for (const { name } of variable.defs) byName.set(name, index);
			for (const identifier of variable.identifiers) byName.set(identifier, index);
		}
	}
	for (const scope of scopes.scopes) {
		for (const { identifier, resolved } of scope.references) {
			const index = resolved === null ? undefined : byVariable.get(resolved);
			if (index !== undefined) byName.set(identifier, index);
		}
	}

	return { drafts, find: identifier => byName.get(identifier) };
}

function draft({ name, defs }: Variable, definition: string): BindingDraft {
	return { name, isType: defs.every(({ type }) => type === 'Type'), constant: constantOf(defs), kind: kindOf(definition), function: 0, region: undefined, start: 0, definitions: [] };
}

function kindOf(definition: string): Binding['kind'] {
	switch (definition) {
		case 'Parameter':
			return 'parameter';
		case 'FunctionName':
			return 'function';
		case 'ClassName':
		case 'Type':
			return 'class';
		case 'ImportBinding':
			return 'import';
		case 'CatchClause':
			return 'catch';
		case 'TSEnumName':
			return 'enum';
		default:
			return 'let';
	}
}

function constantOf([definition, ...others]: Variable['defs']): BindingDraft['constant'] {
	const { node, parent } = definition ?? {};
	if (others.length > 0 || !isNode(node) || !isNode(parent) || node.type !== 'VariableDeclarator' || parent.type !== 'VariableDeclaration' || parent.kind !== 'const') return undefined;
	return node.id.type === 'Identifier' && node.init !== null ? writtenConstant(node.init) : undefined;
}

function writtenConstant(node: Node): BindingDraft['constant'] {
	switch (node.type) {
		case 'Literal':
			return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean' ? node.value : undefined;
		case 'TemplateLiteral':
			return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
		case 'TSAsExpression':
		case 'TSSatisfiesExpression':
			return writtenConstant(node.expression);
		default:
			return undefined;
	}
}
