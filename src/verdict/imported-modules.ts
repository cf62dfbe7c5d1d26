import type { Module } from '../project/model.ts';
import type { Models } from './models.ts';

/** Modules that are looked through, and how many imports away. */
const maxModules = 40;
const maxDepth = 3;

/** The modules of the project that the linted file imports, and what they import, the nearest first; those that are not `wanted`, and what only they import, left out. */
export function importedModules({ module, project }: Models, wanted: (module: Module) => boolean = () => true): readonly Module[] {
	const found = new Map<string, Module>();
	let wave: readonly Module[] = [module];
	for (let depth = 0; depth < maxDepth; depth++) {
		const next: Module[] = [];
		for (const { facts, file } of wave) {
			for (const source of facts.sources) {
				const resolved = project.resolve(source, file);
				if (resolved.kind !== 'file' || found.has(resolved.file) || found.size >= maxModules) continue;
				const loaded = project.load(resolved.file);
				if (loaded === undefined || loaded === module || !wanted(loaded)) continue;
				found.set(resolved.file, loaded);
				next.push(loaded);
			}
		}
		wave = next;
	}
	return [...found.values()];
}
