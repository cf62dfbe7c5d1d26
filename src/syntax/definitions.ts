import type { Definition, ModuleFacts, Value } from './facts.ts';

type Variables = Pick<ModuleFacts, 'bindings'>;

/** What a variable is declared as or given, in whole or in part. */
export type Giving = Exclude<Definition, { kind: 'member' | 'method' }>;

/** Whether a definition gives a variable its value, and does not only do something to what it holds: set a member, call a method. */
export function isGiving(definition: Definition): definition is Giving {
	return definition.kind !== 'member' && definition.kind !== 'method';
}

/** All that a variable is declared as or given, and what is done to what it holds; nothing for any other value. */
export function definitionsOf({ bindings }: Variables, value: Value): readonly Definition[] {
	return value.kind === 'reference' ? (bindings[value.binding]?.definitions ?? []) : [];
}

/** The one definition of a variable: undefined where it is given another value as well, or anything is done to what it holds. */
export function soleDefinition(variables: Variables, value: Value): Giving | undefined {
	const [only, ...others] = definitionsOf(variables, value);
	return only !== undefined && others.length === 0 && isGiving(only) ? only : undefined;
}

/** What a variable is given once, whatever is done to it then. */
export function soleGiving(variables: Variables, value: Value): Giving | undefined {
	const [only, ...others] = definitionsOf(variables, value).filter(isGiving);
	return others.length === 0 ? only : undefined;
}

/** The value that a variable is given once and whole, where nothing is done to it then. */
export function soleValue(variables: Variables, value: Value): Value | undefined {
	return wholeOf(soleDefinition(variables, value));
}

/** The value that a variable is given once and whole, whatever is done to it then. */
export function givenValue(variables: Variables, value: Value): Value | undefined {
	return wholeOf(soleGiving(variables, value));
}

function wholeOf(definition: Giving | undefined): Value | undefined {
	return definition?.kind === 'value' && definition.path.length === 0 ? definition.value : undefined;
}
