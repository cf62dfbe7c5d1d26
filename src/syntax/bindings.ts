import type { BindingDraft } from './binding-draft.ts';
import type { Binding } from './facts.ts';
import { type Node, type Scopes, type Variable, isNode } from './node.ts';
import { partedObjects } from './parted-objects.ts';
import { Parts } from './parts.ts';

/** The variables of one module, found by identifier. */
export interface Bindings {
	readonly drafts: readonly BindingDraft[];
	/** Undefined for a global: a name that nothing in the module declares. */
	find(identifier: object): number | undefined;
	/** Whether a name is used in one place alone, beside where it is declared. */
	isUsedOnce(identifier: object): boolean;
	/** The variable that a property of an object is, where nobody but this module's own names can have the object. */
	part(object: object, property: string): number | undefined;
	/** Says of the parts where the object is declared, once all is read. */
	settleParts(): void;
}

/** Every declared variable of the scopes gets a number; a class and a function expression have one for their two scopes. */
export function readBindings(source: Parameters<typeof partedObjects>[0]): Bindings {
	const { scopes } = source;
	const parted = partedObjects(source);
	const drafts: BindingDraft[] = [];
	const parts = new Parts(drafts);
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
			if (parted.has(variable)) parts.allow(index);
		}
	}
	const uses = countUses(scopes, byName, byVariable);

	return {
		drafts,
		find: identifier => byName.get(identifier),
		isUsedOnce: identifier => uses.get(byName.get(identifier) ?? -1) === 1,
		part: (object, property) => parts.of(byName.get(object), property),
		settleParts: () => {
			parts.settle();
		},
	};
}

/** Finds the variables of all names that are used, and counts the uses beside the declarations. */
function countUses(
	{ scopes }: Scopes,
	byName: Map<object, number>,
	byVariable: ReadonlyMap<Variable, number>,
): ReadonlyMap<number, number> {
	const uses = new Map<number, number>();
	for (const { identifier, resolved } of scopes.flatMap(({ references }) => references)) {
		const index = resolved === null ? undefined : byVariable.get(resolved);
		if (index === undefined) continue;
		if (byName.get(identifier) !== index) uses.set(index, (uses.get(index) ?? 0) + 1);
		byName.set(identifier, index);
	}
	return uses;
}

function draft({ name, defs }: Variable, definition: string): BindingDraft {
	return {
		name,
		word: name,
		isType: defs.every(({ type }) => type === 'Type'),
		constant: constantOf(defs),
		kind: kindOf(definition),
		function: 0,
		region: undefined,
		start: 0,
		definitions: [],
	};
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
	if (
		others.length > 0 ||
		!isNode(node) ||
		!isNode(parent) ||
		node.type !== 'VariableDeclarator' ||
		parent.type !== 'VariableDeclaration' ||
		parent.kind !== 'const'
	)
		return undefined;
	return node.id.type === 'Identifier' && node.init !== null ? writtenConstant(node.init) : undefined;
}

function writtenConstant(node: Node): BindingDraft['constant'] {
	switch (node.type) {
		case 'Literal':
			return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean'
				? node.value
				: undefined;
		case 'TemplateLiteral':
			return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
		case 'TSAsExpression':
		case 'TSSatisfiesExpression':
			return writtenConstant(node.expression);
		default:
			return undefined;
	}
}
