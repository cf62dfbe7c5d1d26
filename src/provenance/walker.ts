import type { Frame, Module, Project, Site } from '../project/model.ts';
import type { Binding, Call, FunctionFacts, Value } from '../syntax/facts.ts';
import type { Definitions, Mutation } from './definitions.ts';
import type { Path, Root, Step } from './model.ts';

/** What the parts of the walk ask of one another. */
export interface Walker {
	readonly project: Project;
	/** Everything that `site`, taken apart by `path`, may be. */
	walk(site: Site<Value>, path: Path): Root[];
	/** Everything that the function's result, taken apart by `path`, may be. `frame` is the call's. */
	results(site: Site<FunctionFacts>, path: Path): Root[];
	/** A member of an instance of a class of the project, its ancestors' members included. */
	instance(site: Site<number>, path: Path, made: Extract<Step, { kind: 'construct' }>): Root[];
	/** What a module exports by that name; `*` is the module itself. */
	exported(module: Module, name: string, path: Path, from: Site<Value>): Root[];
	imported(source: string, name: string, path: Path, from: Site<Value>): Root[];
	/** What a parameter is where no frame says so. */
	open(site: Site<FunctionFacts>, index: number, path: Path, from: Site<Value>): Root[];
	readonly definitions: Definitions;
	readonly mutation: Mutation;
	/** The calls that put in order, in place, what `path` takes from a variable; undefined where none does. */
	sortsOf(binding: Binding, module: Module, path: Path): readonly Site<Call>[] | undefined;
	/** Whether rows say what a package does. */
	knows(name: string): boolean;
	/** Whether what a method adds has a place in an order: `push`, not `Set#add`. */
	keepsOrder(call: Call): boolean;
	/** Whether a method of the language calls its callback once for each element: `map`, `forEach`. */
	mapsElements(method: string): boolean;
	/** Whether a method of the language makes its result from a list's elements, whatever their keys: `map`, `join`, not `Map#get`. */
	readsElements(method: string): boolean;
	/** Whether a method of the language finds what is kept under a key: `Map#get`. */
	looksUp(method: string): boolean;
	/** Whether a method of the language gives what a map keeps things under, and nothing of those: `Map#keys`. */
	listsKeys(method: string): boolean;
	/** Whether a call lets the callback that it is handed run beside others that it was handed before, or, `each`, beside itself for another element. */
	letsOthersRun(call: Site<Call>): 'others' | 'each' | undefined;
	/** Whether a call lets the callback that it is handed run once something from outside has answered, before or behind those of other such calls. */
	overtakes(call: Site<Call>): boolean;
	/** Whether a method calls its callback once a promise is settled: `then`. */
	settles(method: string): boolean;
	/** Whether a function gives anything for a path, at a bearable cost. */
	isWorthEntering(site: Site<FunctionFacts>, path: Path): boolean;
	/** Whether this file's test replaces the module that the specifier means, or its export of that name. */
	isReplaced(source: string, from: Module, name: string | undefined): boolean;
	/** The packages whose names the runner of this file's tests gives as globals, by the name. */
	readonly given: ReadonlyMap<string, string>;
}

/** How deep calls are entered: deeper code is unknown. */
export const maxDepth = 8;
/** How long an access path may grow. */
export const maxPath = 24;

export function at<Fact>(fact: Fact, place: Omit<Site<unknown>, 'fact'>): Site<Fact> {
	return { module: place.module, fact, frame: place.frame };
}

/**
 * The same fact looked at through another call, or on its own. Written out, as `at` is: V8 gives each copy that begins with a spread and adds a property
 * a hidden class of its own, which makes all that reads it slow.
 */
export function seenThrough<Fact>({ module, fact }: Site<Fact>, frame: Frame | undefined): Site<Fact> {
	return { module, fact, frame };
}

/** The frame of the call that entered `target`, or whose variables are in reach of the code in `frame`. */
export function frameOf(target: FunctionFacts, frame: Frame | undefined): Frame | undefined {
	let current = frame;
	while (current !== undefined && current.function !== target) current = current.lexical;
	return current;
}

/** The path without the awaits it starts with. */
export function settled(path: Path): Path {
	if (path[0]?.kind !== 'await') return path;
	const start = path.findIndex(step => step.kind !== 'await');
	return start === -1 ? [] : path.slice(start);
}

export function property(name: string): Step {
	return /^\d+$/.test(name) ? { kind: 'position', index: Number(name) } : { kind: 'property', name };
}

export function functionAt(module: Module, index: number): FunctionFacts | undefined {
	return module.facts.functions[index];
}

export function unknownRoot(from: Site<Value>): Root {
	return { kind: 'unknown', at: from, conditions: [] };
}
