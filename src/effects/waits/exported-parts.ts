import { isPromptOf } from '../../knowledge/at-once.ts';
import type { Module, Project } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';

/**
 * What stands behind a name that a module exports:
 *
 * - `module`: a module that is loaded for it
 * - `part`: a value, and what is taken from it
 * - `unknown`: something of which nothing is known, or that takes time
 */
export type ExportedPart =
	| { readonly kind: 'module'; readonly module: Module }
	| { readonly kind: 'part'; readonly module: Module; readonly value: Value; readonly path: readonly string[] }
	| { readonly kind: 'unknown' };

/** Modules that a name is passed on through. */
const maxHops = 16;

/** What stands behind the names that modules of a project export, whole ones (`*`) included, in the order in which it is loaded. */
export class ExportedParts {
	readonly #project: Project;

	constructor(project: Project) {
		this.#project = project;
	}

	/** The module of the project that a specifier names; undefined for a package, and for what cannot be read. */
	moduleOf(source: string, from: Module): Module | undefined {
		const resolution = this.#project.resolve(source, from.file);
		return resolution.kind === 'file' ? this.#project.load(resolution.file) : undefined;
	}

	/** What a module imports by a name, and takes from it. What packages do at once is left out. */
	*imported(from: Module, source: string, name: string, path: readonly string[], hops = 0): Iterable<ExportedPart> {
		const resolution = this.#project.resolve(source, from.file);
		const module = this.moduleOf(source, from);
		if (module !== undefined) {
			yield { kind: 'module', module };
			yield* this.exported(module, name, path, hops);
		} else if (resolution.kind !== 'package' ? !source.endsWith('.json') : !isPromptOf(resolution.name, [name, ...path])) {
			yield { kind: 'unknown' };
		}
	}

	/** What a module exports by a name, and others take from it. */
	*exported(module: Module, name: string, path: readonly string[], hops = 0): Iterable<ExportedPart> {
		const own = module.facts.exports.filter(each => each.name === name);
		const whole = own.length > 0 ? [] : module.facts.exports.filter(each => each.name === 'export=');
		const isWhole = name === '*' || name === 'default';
		if (hops > maxHops) {
			yield { kind: 'unknown' };
		} else if (own.length > 0) {
			for (const each of own) {
				if (each.kind === 'value') yield { kind: 'part', module, value: each.value, path };
				else yield* this.imported(module, each.source, each.imported, path, hops + 1);
			}
		} else if (whole.length > 0) {
			for (const each of whole)
				if (each.kind === 'value') yield { kind: 'part', module, value: each.value, path: isWhole ? path : [name, ...path] };
		} else if (isWhole) {
			yield* this.#ofNamespace(module, path, hops);
		} else {
			yield* this.#handedOn(module, name, path, hops);
		}
	}

	*#ofNamespace(module: Module, [first, ...rest]: readonly string[], hops: number): Iterable<ExportedPart> {
		const { exports, starExports } = module.facts;
		if (first !== undefined && first !== '*') {
			const isMissing = first === 'default' && !exports.some(({ name }) => name === first);
			yield* this.exported(module, isMissing ? '*' : first, rest, hops + 1);
			return;
		}
		for (const { name } of exports) yield* this.exported(module, name, [], hops + 1);
		if (starExports.length > 0) yield { kind: 'unknown' };
	}

	/** `export * from './other.ts'` */
	*#handedOn(module: Module, name: string, path: readonly string[], hops: number): Iterable<ExportedPart> {
		const sources = module.facts.starExports.filter(source => {
			const resolution = this.#project.resolve(source, module.file);
			return resolution.kind !== 'file' || this.#project.mayExport(resolution.file, name);
		});
		if (sources.length === 0) yield { kind: 'unknown' };
		for (const source of sources) yield* this.imported(module, source, name, path, hops + 1);
	}
}
