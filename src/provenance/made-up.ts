import type { Module } from '../project/model.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import type { Root } from './model.ts';

/**
 * What a function that no call is known of may put into something, without what it makes up itself only where it is not handed it: callers may do so,
 * and tests mostly do where it is a time.
 */
export function withoutMadeUp(roots: readonly Root[], module: Module, owner: FunctionFacts): Root[] {
	const parameters = parametersOf(module, owner);
	if (parameters.some(({ hasDefault }) => hasDefault)) return [];
	const handed = new Set(parameters.map(({ binding }) => binding));
	const choices = choicesIn(module, owner).filter(choice => mentions(choice, handed));
	return roots.filter(({ at: { module: place, fact } }) => place !== module || !choices.some(({ start, end }) => start <= fact.start && fact.end <= end));
}

/** What a function picks among, where it keeps or calls something. */
function choicesIn({ facts: { bindings, functions } }: Module, owner: FunctionFacts): readonly Value[] {
	const index = functions.indexOf(owner);
	const given = bindings.flatMap(({ definitions }) => definitions.flatMap(each => ((each.kind === 'value' || each.kind === 'member') && each.function === index ? [each.value] : [])));
	return [...given, ...owner.writes.flatMap(({ value }) => value ?? []), ...owner.calls.flatMap(({ args }) => args)].flatMap(choicesInside);
}

function choicesInside(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'choice':
			return [value];
		case 'object':
			return value.entries.flatMap(entry => choicesInside(entry.value));
		case 'array':
			return value.elements.flatMap(choicesInside);
		case 'spread':
			return choicesInside(value.value);
		case 'call':
			return value.args.flatMap(choicesInside);
		default:
			return [];
	}
}

interface OwnParameter {
	readonly binding: number;
	/** It is made where nothing is handed over, and no constant then. */
	readonly hasDefault: boolean;
}

const known = new WeakMap<FunctionFacts, readonly OwnParameter[]>();

function parametersOf({ facts: { bindings, functions } }: Module, owner: FunctionFacts): readonly OwnParameter[] {
	const index = functions.indexOf(owner);
	const found = known.get(owner) ?? bindings.flatMap(({ definitions }, binding) => {
		const own = definitions.flatMap(each => (each.kind === 'parameter' && each.function === index ? [each] : []));
		const hasDefault = own.some(each => isMade(owner.parameters[each.index]?.default) || each.path.some(step => 'default' in step && isMade(step.default)));
		return own.length === 0 ? [] : [{ binding, hasDefault }];
	});
	known.set(owner, found);
	return found;
}

/** Not a constant, and no empty object that others have their defaults in. */
function isMade(value: Value | undefined): boolean {
	return value !== undefined && value.kind !== 'literal' && (value.kind !== 'object' || value.entries.length > 0);
}

function mentions(value: Value, bindings: ReadonlySet<number>): boolean {
	switch (value.kind) {
		case 'reference':
			return bindings.has(value.binding);
		case 'member':
			return mentions(value.object, bindings);
		case 'operation':
			return value.operands.some(operand => mentions(operand, bindings));
		case 'choice':
			return mentions(value.test, bindings) || value.options.some(option => mentions(option, bindings));
		case 'call':
			return value.args.some(argument => mentions(argument, bindings));
		default:
			return false;
	}
}
