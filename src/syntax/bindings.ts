import type { Binding, Definition } from './facts.ts';
import type { Scopes, Variable } from './node.ts';

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
			const index = known ?? drafts.push(draft(variable.name, definition.type, variable.defs.every(({ type }) => type === 'Type'))) - 1;
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

function draft(name: string, definition: string, isType: boolean): BindingDraft {
	return { name, isType, kind: kindOf(definition), function: 0, region: undefined, start: 0, definitions: [] };
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
