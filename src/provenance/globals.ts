import { globalObjects } from '../knowledge/global-objects.ts';
import type { Site } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import { walkActual } from './actual-modules.ts';
import type { Path, Root } from './model.ts';
import type { Walker } from './walker.ts';

/** A name that no scope declares: the world's, or what CommonJS gives each module. */
export function walkGlobal(walker: Walker, name: string, path: Path, from: Site<Value>): Root[] {
	const [first, ...rest] = path;
	if (first?.kind === 'property' && globalObjects.has(name)) return walkGlobal(walker, first.name, rest, from);
	const exported = from.module.facts.exports.length === 0 ? undefined : exportedPath(name, path);
	if (exported !== undefined) return walker.exported(from.module, '*', exported, from);
	const actual = walkActual(walker, 'global', [{ kind: 'property', name }, ...path], from);
	if (actual !== undefined) return actual;
	return [{ kind: 'origin', origin: { from: 'global', steps: [{ kind: 'property', name }, ...path] }, at: from, conditions: [] }];
}

/** What is taken from `exports` or `module.exports`. */
function exportedPath(name: string, path: Path): Path | undefined {
	const [first, ...rest] = path;
	if (name === 'exports') return path;
	return name === 'module' && first?.kind === 'property' && first.name === 'exports' ? rest : undefined;
}
