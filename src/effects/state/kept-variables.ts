import type { Module, Project, Site } from '../../project/model.ts';
import type { Binding, Definition, FunctionFacts, ReferenceValue } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';

/** A variable that outlives the functions that write it. */
export interface KeptVariable {
	readonly module: Module;
	readonly index: number;
	readonly binding: Binding;
}

/** A definition of a kept variable: of a variable's own, or through an import of it. */
export interface Redefinition {
	readonly variable: KeptVariable;
	readonly definition: Extract<Definition, { readonly function: number; readonly start: number }>;
	readonly module: Module;
}

export interface KeptOptions {
	/** Whether a function's variables are there for all who come after: a module's body, and a suite's. */
	readonly isHome: (module: Module, facts: FunctionFacts) => boolean;
	/** Whether the tests get something else in the place of a module, or of its export of that name. */
	readonly isReplaced: (source: string, from: Module, name?: string) => boolean;
}

/** Imports that lead from one to the other until the variable itself. */
const maxImports = 4;

/** Finds the variables that functions of a module write though they stand outside them; answers are kept for the linted file. */
export class KeptVariables {
	readonly #project: Project;
	readonly #options: KeptOptions;
	readonly #byModule = new Map<Module, ReadonlyMap<FunctionFacts, readonly Redefinition[]>>();
	readonly #byVariable = new Map<Module, ReadonlyMap<Binding, readonly Redefinition[]>>();
	readonly #variables = new Map<Binding, KeptVariable | undefined>();

	constructor(project: Project, options: KeptOptions) {
		this.#project = project;
		this.#options = options;
	}

	/** What a function, and those written inside it, give to variables outside it, in source order. */
	redefinitionsIn({ module, fact }: Site<FunctionFacts>): readonly Redefinition[] {
		const known = this.#byModule.get(module) ?? this.#read(module);
		this.#byModule.set(module, known);
		if (known.size === 0) return [];
		const found = functionsWithin(module.facts, fact).flatMap(each => known.get(each) ?? []);
		return found
			.filter(({ variable }) => isOutside(variable, { module, fact }))
			.sort((one, other) => one.definition.start - other.definition.start);
	}

	/** All that functions of a module give to variables that stand outside them. */
	allIn(module: Module): readonly Redefinition[] {
		const known = this.#byModule.get(module) ?? this.#read(module);
		this.#byModule.set(module, known);
		return [...known.values()].flat();
	}

	/** What functions of its module give to a variable that stands outside them. */
	definitionsOf({ module, binding }: KeptVariable): readonly Redefinition[] {
		const known = this.#byVariable.get(module) ?? groupByVariable(this.allIn(module));
		this.#byVariable.set(module, known);
		return known.get(binding) ?? [];
	}

	/** The variable that a reference means, imports followed. */
	of({ module, fact }: Site<ReferenceValue>): KeptVariable | undefined {
		return this.#variable(module, fact.binding);
	}

	#read(module: Module): ReadonlyMap<FunctionFacts, readonly Redefinition[]> {
		const byFunction = new Map<FunctionFacts, Redefinition[]>();
		for (const [index, binding] of module.facts.bindings.entries()) {
			if (binding.kind === 'parameter' || binding.kind === 'catch' || binding.kind === 'function' || binding.kind === 'class')
				continue;
			for (const definition of binding.definitions) {
				if (definition.kind === 'parameter' || definition.kind === 'import' || definition.function === binding.function) continue;
				const variable = this.#variable(module, index);
				const writer = module.facts.functions[definition.function];
				if (variable === undefined) break;
				if (writer === undefined) continue;
				const known = byFunction.get(writer);
				if (known === undefined) byFunction.set(writer, [{ variable, definition, module }]);
				else known.push({ variable, definition, module });
			}
		}
		return byFunction;
	}

	#variable(module: Module, index: number, imports = 0): KeptVariable | undefined {
		const binding = module.facts.bindings[index];
		if (binding === undefined || imports > maxImports) return undefined;
		if (binding.kind !== 'import') {
			const home = module.facts.functions[binding.function];
			return home !== undefined && this.#options.isHome(module, home) ? { module, index, binding } : undefined;
		}
		if (this.#variables.has(binding)) return this.#variables.get(binding);
		const found = binding.definitions.flatMap(definition =>
			definition.kind === 'import' ? [this.#exported(module, definition, imports)] : [],
		)[0];
		this.#variables.set(binding, found);
		return found;
	}

	#exported(
		from: Module,
		{ source, imported }: { readonly source: string; readonly imported: string },
		imports: number,
	): KeptVariable | undefined {
		if (this.#options.isReplaced(source, from, imported)) return undefined;
		const resolution = this.#project.resolve(source, from.file);
		const module = resolution.kind === 'file' ? this.#project.load(resolution.file) : undefined;
		const found = module?.facts.exports.find(({ name }) => name === imported || (imported === 'default' && name === 'export='));
		if (module === undefined || found === undefined || imports > maxImports) return undefined;
		if (found.kind === 'from') return this.#exported(module, found, imports + 1);
		return found.value.kind === 'reference' ? this.#variable(module, found.value.binding, imports + 1) : undefined;
	}
}

function groupByVariable(all: readonly Redefinition[]): ReadonlyMap<Binding, readonly Redefinition[]> {
	const groups = new Map<Binding, Redefinition[]>();
	for (const each of all) {
		const group = groups.get(each.variable.binding);
		if (group === undefined) groups.set(each.variable.binding, [each]);
		else group.push(each);
	}
	return groups;
}

function isInside(inner: FunctionFacts, outer: FunctionFacts): boolean {
	return inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether the variable stands outside a function. */
function isOutside({ module, binding }: KeptVariable, site: Site<FunctionFacts>): boolean {
	const owner = module.facts.functions[binding.function];
	return module !== site.module || owner === undefined || owner.form === 'module' || !isInside(owner, site.fact);
}
