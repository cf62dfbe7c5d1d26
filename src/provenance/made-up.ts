import type { Module } from '../project/model.ts';
import type { Definition, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import type { Root } from './model.ts';

/**
 * What a function that no call is known of may put into something, without what it makes up itself only where it is not handed it: callers may do so,
 * and tests mostly do where it is a time.
 */
export function withoutMadeUp(roots: readonly Root[], module: Module, owner: FunctionFacts): Root[] {
	const { hasDefault, choices } = optionsOf(module, owner);
	if (hasDefault) return [];
	return choices.length === 0
		? [...roots]
		: roots.filter(
				({ kind, at: { module: place, fact } }) =>
					kind === 'parameter' || place !== module || !choices.some(({ start, end }) => start <= fact.start && fact.end <= end),
			);
}

interface Options {
	/** It makes something where nothing is handed over, and no constant. */
	readonly hasDefault: boolean;
	/** Where it picks by what it is handed. */
	readonly choices: readonly Value[];
}

const known = new WeakMap<FunctionFacts, Options>();

function optionsOf(module: Module, owner: FunctionFacts): Options {
	const options = known.get(owner) ?? readOptions(module, owner);
	known.set(owner, options);
	return options;
}

function readOptions({ facts }: Module, owner: FunctionFacts): Options {
	const index = facts.functions.indexOf(owner);
	const handed = new Set<number>();
	const values: Value[] = [];
	let hasDefault = false;
	for (const { binding, definition } of writtenIn(facts).get(index) ?? []) {
		if (definition.kind === 'parameter') {
			handed.add(binding);
			hasDefault ||=
				isMade(owner.parameters[definition.index]?.default) ||
				definition.path.some(step => 'default' in step && isMade(step.default));
		} else if (definition.kind === 'value' || definition.kind === 'member') {
			values.push(definition.value);
		}
	}
	const inside = [...values, ...owner.writes.flatMap(({ value }) => value ?? []), ...owner.calls.flatMap(({ args }) => args)].flatMap(
		choicesInside,
	);
	return { hasDefault, choices: inside.filter(choice => mentions(choice, handed)) };
}

interface Written {
	readonly binding: number;
	readonly definition: Definition;
}

const written = new WeakMap<ModuleFacts, ReadonlyMap<number, readonly Written[]>>();

/** The definitions of variables, by the function that they stand in. */
function writtenIn(facts: ModuleFacts): ReadonlyMap<number, readonly Written[]> {
	const all = written.get(facts) ?? readWritten(facts);
	written.set(facts, all);
	return all;
}

function readWritten({ bindings }: ModuleFacts): ReadonlyMap<number, readonly Written[]> {
	const all = new Map<number, Written[]>();
	for (const [binding, { definitions }] of bindings.entries()) {
		for (const definition of definitions) {
			if (definition.kind === 'import') continue;
			const known = all.get(definition.function);
			if (known === undefined) all.set(definition.function, [{ binding, definition }]);
			else known.push({ binding, definition });
		}
	}
	return all;
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
