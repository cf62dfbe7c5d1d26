import type { Binding, Definition } from '../syntax/facts.ts';
import type { Path } from './model.ts';

/** What a method of the language does to its receiver. */
export type Mutation = (method: string) => 'sorts' | 'adds' | 'other' | undefined;

/** A library's namespace object has thousands of definitions, one for each call of its methods: those that matter for a path are found once. */
const many = 8;

/** The definitions of a variable that can say something about what is asked of it. */
export class Definitions {
	readonly #mutation: Mutation;
	readonly #known = new Map<Binding, Map<string, readonly Definition[]>>();

	constructor(mutation: Mutation) {
		this.#mutation = mutation;
	}

	of(binding: Binding, path: Path): readonly Definition[] {
		if (binding.definitions.length < many) return binding.definitions;
		const known = this.#known.get(binding) ?? new Map<string, readonly Definition[]>();
		this.#known.set(binding, known);
		const name = firstOf(path);
		const answer = known.get(name) ?? binding.definitions.filter(definition => this.#matters(definition, name));
		known.set(name, answer);
		return answer;
	}

	#matters(definition: Definition, name: string): boolean {
		if (definition.kind !== 'member' && definition.kind !== 'method') return true;
		if (definition.kind === 'method' && this.#mutation(definition.method) !== 'adds') return false;
		const [into] = definition.into;
		if (into === undefined) return definition.kind === 'method';
		return name === anything || into === '*' || name === `.${into}`;
	}
}

/** Stands for everything inside, which every definition is a part of. */
const anything = '*';

/** The name that is asked for first; positions have names too. Empty where there is none. */
function firstOf(path: Path): string {
	const first = path.find(({ kind }) => kind !== 'await');
	if (first?.kind === 'parts') return anything;
	return first?.kind === 'property' ? `.${first.name}` : first?.kind === 'position' ? `.${first.index ?? ''}` : '';
}
