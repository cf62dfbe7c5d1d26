import { type Giving, givenValue, isGiving } from '../syntax/definitions.ts';
import type { Binding, Call, FunctionFacts, ModuleFacts, PathStep, Value } from '../syntax/facts.ts';

/** A variable, or a member of what it holds, that has another name as well, or is handed to a call. `into` is the way to that member. */
export type Handing =
	| { readonly kind: 'name'; readonly into: readonly string[]; readonly binding: Binding }
	/** `callback` is what runs with it, where that is not what is called: `[list].forEach(callback)`. */
	| {
			readonly kind: 'call';
			readonly into: readonly string[];
			readonly call: Call;
			readonly argument: number;
			readonly callback: Value | undefined;
	  };

type Handings = ReadonlyMap<Binding, readonly Handing[]>;

const known = new WeakMap<ModuleFacts, Handings>();

/** What each variable of a module is handed to: the very thing, and no copy of it. */
export function handedPlaces(facts: ModuleFacts, mapsElements: (method: string) => boolean): Handings {
	const handings = known.get(facts) ?? readHandings(facts, mapsElements);
	known.set(facts, handings);
	return handings;
}

interface Place {
	readonly binding: Binding;
	readonly into: readonly string[];
}

function readHandings(facts: ModuleFacts, mapsElements: (method: string) => boolean): Handings {
	const found = new Map<Binding, Handing[]>();
	const add = (places: readonly Place[], handing: (into: readonly string[]) => Handing): void => {
		for (const { binding, into } of places) found.set(binding, [...(found.get(binding) ?? []), handing(into)]);
	};
	for (const binding of facts.bindings) {
		const given = soleGivingOf(binding);
		const steps = given === undefined || given.kind === 'import' ? undefined : namesOf(given.path);
		if (steps === undefined) continue;
		add(placesGiven(facts, given), into => ({ kind: 'name', into: [...into, ...steps], binding }));
	}
	for (const call of facts.functions.flatMap(({ calls }) => calls)) {
		const { callee } = call;
		for (const [argument, value] of callee.kind === 'global' ? [] : call.args.entries())
			add(placesOf(facts, value), into => ({ kind: 'call', into, call, argument, callback: undefined }));
		const isEach = callee.kind === 'member' && typeof callee.property === 'string' && mapsElements(callee.property);
		const [callback] = call.args;
		if (isEach && callback !== undefined)
			add(elementsOf(facts, callee.object), into => ({ kind: 'call', into, call, argument: 0, callback }));
	}
	return found;
}

/** What a variable is another name for. */
function placesGiven(facts: ModuleFacts, given: Giving | undefined): readonly Place[] {
	if (given?.kind === 'value') return placesOf(facts, given.value);
	return given?.kind === 'iteration' && given.of === 'element' ? elementsOf(facts, given.value) : [];
}

function placesOf({ bindings }: ModuleFacts, value: Value): readonly Place[] {
	const into: string[] = [];
	let root = value;
	while (root.kind === 'member') {
		into.unshift(typeof root.property === 'string' ? root.property : '*');
		root = root.object;
	}
	const binding = root.kind === 'reference' ? bindings[root.binding] : undefined;
	return binding === undefined ? [] : [{ binding, into }];
}

/** The elements of a list that is written down, or any one of what a variable holds. */
function elementsOf(facts: ModuleFacts, list: Value): readonly Place[] {
	const written = list.kind === 'array' ? list : givenValue(facts, list);
	if (written?.kind === 'array') return written.elements.flatMap(each => placesOf(facts, each));
	return placesOf(facts, list).map(({ binding, into }) => ({ binding, into: [...into, '*'] }));
}

/** What a variable is given once: one that is given something else as well may hold a copy. */
function soleGivingOf({ definitions }: Binding): Giving | undefined {
	const [only, ...others] = definitions.filter(isGiving);
	return others.length === 0 ? only : undefined;
}

/** The way that a pattern takes; undefined where it makes something new. */
function namesOf(path: readonly PathStep[]): readonly string[] | undefined {
	if (path.some(({ kind }) => kind === 'rest')) return undefined;
	return path.map(step => (step.kind === 'property' ? step.name : step.kind === 'position' ? String(step.index) : '*'));
}

/** A variable that stands for what a function is handed, or for a member of that. */
interface Parameter {
	readonly binding: Binding;
	readonly argument: number;
	readonly path: readonly string[];
}

const parameters = new WeakMap<ModuleFacts, ReadonlyMap<number, readonly Parameter[]>>();

/** The variables of a function that stand for what it is handed at a place, or for a member of that. */
export function parametersAt(facts: ModuleFacts, target: FunctionFacts, argument: number): readonly Parameter[] {
	const all = parameters.get(facts) ?? readParameters(facts);
	parameters.set(facts, all);
	return (all.get(facts.functions.indexOf(target)) ?? []).filter(each => each.argument === argument);
}

function readParameters({ bindings }: ModuleFacts): ReadonlyMap<number, readonly Parameter[]> {
	const found = new Map<number, Parameter[]>();
	for (const binding of bindings) {
		const given = soleGivingOf(binding);
		const path = given?.kind === 'parameter' && !given.rest ? namesOf(given.path) : undefined;
		if (given?.kind !== 'parameter' || path === undefined) continue;
		found.set(given.function, [...(found.get(given.function) ?? []), { binding, argument: given.index, path }]);
	}
	return found;
}
