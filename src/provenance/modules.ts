import type { Module, Site } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import { walkActual } from './actual-modules.ts';
import { handedRunner } from './handed-runner.ts';
import type { Path, Root } from './model.ts';
import { type Walker, property, settled, unknownRoot } from './walker.ts';

/** What an import is: an API of a package, or an export of a module of the project. */
export function walkImport(walker: Walker, source: string, name: string, path: Path, from: Site<Value>): Root[] {
	if (walker.isReplaced(source, from.module, nameAsked(name, path))) return [unknownRoot(from)];
	const resolution = walker.project.resolve(source, from.module.file);
	switch (resolution.kind) {
		case 'package':
			return (
				walkActual(walker, resolution.name, [property(name), ...path], from) ??
				fromPackage(giverOf(walker, resolution.name, source, nameAsked(name, path) ?? name, from), name, path, from)
			);
		case 'file': {
			// The tests of a library import it by its path, and it does what its rows say all the same.
			const own = walker.project.packageOf(resolution.file, source);
			if (own !== undefined && walker.knows(own)) return fromPackage(own, name, path, from);
			const module = walker.project.load(resolution.file);
			return module === undefined ? [unknownRoot(from)] : walker.exported(module, name, path, from);
		}
		default:
			return [unknownRoot(from)];
	}
}

function fromPackage(from: string, name: string, path: Path, at: Site<Value>): Root[] {
	const named = name === '*' || name === 'default' ? [] : [property(name)];
	return [{ kind: 'origin', origin: { from, steps: [...named, ...path] }, at, conditions: [] }];
}

/** The package by whose rows it goes: one of which nothing is known may hand on a runner's words. */
function giverOf({ knows }: Walker, resolved: string, source: string, name: string, { module }: Site<Value>): string {
	return (knows(resolved) ? undefined : handedRunner(source, name, module.facts)) ?? resolved;
}

/** Of a namespace, the export that is taken from it. */
function nameAsked(name: string, path: Path): string | undefined {
	const [first] = settled(path);
	return name !== '*' ? name : first?.kind === 'property' ? first.name : undefined;
}

/** How many modules a name is passed on through. */
const maxHops = 16;

export function walkExport(walker: Walker, module: Module, name: string, path: Path, from: Site<Value>, hops = 0): Root[] {
	if (hops > maxHops) return [unknownRoot(from)];
	if (name === '*') return walkNamespace(walker, module, path, from);

	const own = module.facts.exports.filter(each => each.name === name);
	const roots = own.flatMap(each =>
		each.kind === 'value'
			? walker.walk({ module, fact: each.value }, path)
			: walkFrom(walker, module, each.source, each.imported, path, from, hops),
	);
	if (own.length > 0) return roots;

	const assigned = module.facts.exports.filter(each => each.name === 'export=');
	if (assigned.length > 0) {
		const asked = name === 'default' ? path : [property(name), ...path];
		return assigned.flatMap(each => (each.kind === 'value' ? walker.walk({ module, fact: each.value }, asked) : []));
	}
	if (name === 'default') return walkNamespace(walker, module, path, from);
	for (const source of module.facts.starExports) {
		if (!mayComeFrom(walker, module, source, name)) continue;
		const found = walkFrom(walker, module, source, name, path, from, hops);
		if (found.some(root => root.kind !== 'unknown')) return found;
	}
	return [unknownRoot(from)];
}

function mayComeFrom({ project }: Walker, { file }: Module, source: string, name: string): boolean {
	const resolution = project.resolve(source, file);
	return resolution.kind !== 'file' || project.mayExport(resolution.file, name);
}

function walkFrom(walker: Walker, module: Module, source: string, name: string, path: Path, from: Site<Value>, hops: number): Root[] {
	const resolution = walker.project.resolve(source, module.file);
	if (resolution.kind !== 'file') return walkImport(walker, source, name, path, { ...from, module });
	const target = walker.isReplaced(source, module, nameAsked(name, path)) ? undefined : walker.project.load(resolution.file);
	return target === undefined ? [unknownRoot(from)] : walkExport(walker, target, name, path, from, hops + 1);
}

/** `require('./x')`, `import * as x`, and the default import of a CommonJS module. */
function walkNamespace(walker: Walker, module: Module, path: Path, from: Site<Value>): Root[] {
	const asked = settled(path);
	const [first, ...rest] = asked;
	if (first?.kind === 'property' && module.facts.exports.some(each => each.name === first.name))
		return walkExport(walker, module, first.name, rest, from);
	const assigned = module.facts.exports.filter(each => each.name === 'export=');
	if (assigned.length > 0)
		return assigned.flatMap(each => (each.kind === 'value' ? walker.walk({ module, fact: each.value }, asked) : []));
	return first?.kind === 'property' ? walkExport(walker, module, first.name, rest, from, 1) : [unknownRoot(from)];
}
