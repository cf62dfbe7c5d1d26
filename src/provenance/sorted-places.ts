import type { Module, Project, Site } from '../project/model.ts';
import type { Binding, Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsAround } from '../syntax/functions-within.ts';
import { calledFunction } from './called-function.ts';
import type { Mutation } from './definitions.ts';
import { type Handing, handedPlaces, parametersAt } from './handed-places.ts';
import { sortsNothing } from './idle-comparators.ts';
import type { Path, Root } from './model.ts';
import { type Walker, settled } from './walker.ts';

/** What is put in order inside what a variable holds, and the call in the variable's module that does so or leads to what does. */
interface SortedPlace {
	readonly into: readonly string[];
	readonly call: Site<Call>;
}

/** How far a list is followed through the names and the functions that it is handed to. */
const maxHandings = 4;

interface Seeing {
	readonly project: Project;
	readonly isReplaced: Walker['isReplaced'];
	readonly mutation: Mutation;
	readonly mapsElements: Walker['mapsElements'];
}

/** The lists that are sorted in place: by the name of a variable or of a member, by another name for it, or in a function of the project that it is handed to. */
export class SortedPlaces {
	readonly #seeing: Seeing;
	readonly #known = new Map<Binding, readonly SortedPlace[]>();

	constructor(seeing: Seeing) {
		this.#seeing = seeing;
	}

	/** The calls that put in order what `path` takes from a variable; undefined where none does. */
	of(binding: Binding, module: Module, path: Path): readonly Site<Call>[] | undefined {
		const places = this.#known.get(binding) ?? this.#placesIn(binding, module, []);
		this.#known.set(binding, places);
		if (places.length === 0) return undefined;
		const calls = places.flatMap(({ into, call }) => (leadsInto(into, settled(path)) ? [call] : []));
		return calls.length === 0 ? undefined : calls;
	}

	#placesIn(binding: Binding, module: Module, around: readonly Binding[]): readonly SortedPlace[] {
		if (around.length > maxHandings || around.includes(binding)) return [];
		const own = binding.definitions.flatMap(each =>
			each.kind === 'method' && this.#seeing.mutation(each.method) === 'sorts' && !sortsNothing(each.call, module.facts)
				? [{ into: each.into, call: { module, fact: each.call } }]
				: [],
		);
		const handed = handedPlaces(module.facts, this.#seeing.mapsElements).get(binding) ?? [];
		return handed.length === 0 ? own : [...own, ...handed.flatMap(each => this.#placesBehind(each, module, [...around, binding]))];
	}

	#placesBehind(handing: Handing, module: Module, around: readonly Binding[]): readonly SortedPlace[] {
		if (handing.kind === 'name') {
			const { into, binding } = handing;
			return this.#placesIn(binding, module, around).map(each => ({ into: [...into, ...each.into], call: each.call }));
		}
		const call = { module, fact: handing.call };
		const target = this.#targetOf(handing, call);
		if (target === undefined) return [];
		return parametersAt(target.module.facts, target.fact, handing.argument).flatMap(({ binding, path }) =>
			this.#placesIn(binding, target.module, around).map(({ into }) => ({ into: [...handing.into, ...path, ...into], call })),
		);
	}

	#targetOf({ callback }: Extract<Handing, { kind: 'call' }>, { module, fact }: Site<Call>): Site<FunctionFacts> | undefined {
		return calledFunction(
			this.#seeing,
			{ module, fact: callback ?? fact.callee },
			fact.usage === 'discarded' || fact.usage === 'awaited',
		);
	}
}

/** Whether what is asked of a variable lies at a place in what it holds, or in it. Everything inside is taken to be. */
function leadsInto(into: readonly string[], asked: Path): boolean {
	for (const [index, name] of into.entries()) {
		const step = asked[index];
		if (step?.kind === 'parts') return true;
		const named = step?.kind === 'property' ? step.name : step?.kind === 'position' ? String(step.index ?? '*') : undefined;
		const isNamed = named !== undefined && (named === name || name === '*');
		if (!isNamed && step?.kind !== 'element') return false;
	}
	return true;
}

/** Whether the lists on the way to a root are in order where a value is asked for it: not where they are all sorted in the same function, further down. */
export function isSortedFor({ sorted }: Root, asked: Site<Value> | undefined): boolean {
	return sorted?.some(call => asked === undefined || !isBehind(call, asked)) === true;
}

/** Whether a sort comes after a value in the same run of the same function; of a name that is asked for and is not written anywhere, nobody can tell. */
function isBehind({ module, fact: sort }: Site<Call>, { module: place, fact: asked }: Site<Value>): boolean {
	const isNowhere = asked.start === asked.end;
	if (isNowhere || module !== place || sort.start < asked.end) return false;
	const [around] = functionsAround(module.facts, asked);
	const isSame = around !== undefined && around === module.facts.functions[sort.function];
	return isSame && !around.regions.some(({ kind, start, end }) => kind === 'loop' && start <= asked.start && sort.end <= end);
}
