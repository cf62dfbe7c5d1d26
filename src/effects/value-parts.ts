import type { Root } from '../provenance/model.ts';
import type { FunctionFacts, ModuleFacts, PathStep, Value } from '../syntax/facts.ts';

/** The values that stand directly inside a value; functions and classes keep theirs to themselves. */
export function partsOf(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'template':
		case 'unknown':
			return value.parts;
		case 'member':
			return typeof value.property === 'string' ? [value.object] : [value.object, value.property];
		case 'call':
			return [value.callee, ...value.args];
		case 'object':
			return value.entries.flatMap(entry =>
				entry.kind === 'property' && typeof entry.key !== 'string' ? [entry.key, entry.value] : [entry.value],
			);
		case 'array':
			return value.elements;
		case 'spread':
		case 'await':
			return [value.value];
		case 'choice':
			return [value.test, ...value.options];
		case 'operation':
			return value.operands;
		case 'instance':
			return [value.of];
		default:
			return [];
	}
}

/** A value and all that stands inside it, outer ones first. */
export function valuesInside(value: Value): readonly Value[] {
	const found: Value[] = [];
	gather(value, found);
	return found;
}

function gather(value: Value, found: Value[]): void {
	found.push(value);
	for (const part of partsOf(value)) gather(part, found);
}

const mentioned = new WeakMap<FunctionFacts, ReadonlySet<Value>>();

/** Every value that the body of a function mentions, those of functions inside it apart; what is written to is not one. */
export function valuesIn(facts: FunctionFacts, module: ModuleFacts): ReadonlySet<Value> {
	const known = mentioned.get(facts) ?? new Set(startsIn(facts, module).flatMap(valuesInside));
	mentioned.set(facts, known);
	return known;
}

function startsIn(facts: FunctionFacts, module: ModuleFacts): Value[] {
	const { calls, returns, awaits, throws, reads, writes, regions } = facts;
	return [
		...calls,
		...[returns, awaits, throws, reads].flatMap(each => each.map(({ value }) => value)),
		...writes.flatMap(({ value, target }) => [
			...(value === undefined ? [] : [value]),
			...(target.kind === 'member' && typeof target.property !== 'string' ? [target.property] : []),
		]),
		...regions.flatMap(({ test, loop }) => [test, loop?.iterable].filter(value => value !== undefined)),
		...(definedIn(module).get(facts) ?? []).map(({ value }) => value),
	];
}

/** A value that a function gives to a variable, and how a pattern takes it apart. */
interface Given {
	readonly value: Value;
	readonly path: readonly PathStep[];
}

const definitions = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, readonly Given[]>>();

/** The values that a module's functions give to variables. */
function definedIn(module: ModuleFacts): ReadonlyMap<FunctionFacts, readonly Given[]> {
	const known = definitions.get(module) ?? readDefinitions(module);
	definitions.set(module, known);
	return known;
}

function readDefinitions({ bindings, functions }: ModuleFacts): ReadonlyMap<FunctionFacts, readonly Given[]> {
	const found = new Map<FunctionFacts, Given[]>();
	for (const definition of bindings.flatMap(binding => binding.definitions)) {
		const inside = definition.kind === 'value' || definition.kind === 'iteration' ? functions[definition.function] : undefined;
		if (inside === undefined || (definition.kind !== 'value' && definition.kind !== 'iteration')) continue;
		const values = found.get(inside);
		if (values === undefined) found.set(inside, [definition]);
		else values.push(definition);
	}
	return found;
}

/** A variable, or a part of what it holds: `user` or `user.name`. A computed key is `*`. */
export interface Chain {
	readonly root: Value;
	readonly path: readonly string[];
}

/** What a chain of members begins with, and the names that follow. */
export function chainOf(value: Value): Chain {
	if (value.kind !== 'member') return { root: value, path: [] };
	const { root, path } = chainOf(value.object);
	return { root, path: [...path, nameOf(value.property)] };
}

function nameOf(property: string | Value): string {
	if (typeof property === 'string') return property;
	return property.kind === 'literal' ? String(property.value) : '*';
}

const chains = new WeakMap<FunctionFacts, readonly Chain[]>();

/** The variables and globals that the body of a function reads, each with all the names that follow it, a pattern's included: `const { TZ } = process.env`. */
export function chainsIn(facts: FunctionFacts, module: ModuleFacts): readonly Chain[] {
	const known = chains.get(facts) ?? readChains(facts, module);
	chains.set(facts, known);
	return known;
}

function readChains(facts: FunctionFacts, module: ModuleFacts): readonly Chain[] {
	const values = [...valuesIn(facts, module)].filter(({ kind }) => kind === 'reference' || kind === 'member' || kind === 'global');
	const inner = new Set<Value>(values.flatMap(value => (value.kind === 'member' ? [value.object] : [])));
	const patterns = (definedIn(module).get(facts) ?? []).flatMap(({ value, path }) => {
		const names = path.flatMap(step => (step.kind === 'property' ? [step.name] : []));
		const { root, path: before } = chainOf(value);
		return names.length === 0 ? [] : [{ root, path: [...before, ...names] }];
	});
	return [...values.filter(value => !inner.has(value)).map(chainOf), ...patterns];
}

/** The values that a value made on the spot is computed from. */
export function computedFrom(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'template':
			return value.parts;
		case 'array':
			return value.elements;
		case 'object':
			return value.entries.map(entry => entry.value);
		case 'operation':
			return ['typeof', 'void', 'delete', 'instanceof', 'in'].includes(value.operator) ? [] : value.operands;
		default:
			return [];
	}
}

/** A property that an object which is written down does not have: what the others hold says nothing of it. */
export function isLeftOut({ site, path: [first] }: Extract<Root, { kind: 'made' }>): boolean {
	return site.fact.kind === 'object' && first?.kind === 'property';
}
