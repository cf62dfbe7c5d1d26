import { globalObjects } from '../knowledge/global-objects.ts';
import { type RunnerGlobals, packageGlobals, runnerGlobals } from '../knowledge/runner-globals.ts';
import type { Site } from '../project/model.ts';
import type { ModuleFacts, Value } from '../syntax/facts.ts';
import { walkActual } from './actual-modules.ts';
import type { Path, Root } from './model.ts';
import type { Walker } from './walker.ts';

/** A name that no scope declares: the world's, or what CommonJS gives each module. */
export function walkGlobal(walker: Walker, name: string, path: Path, from: Site<Value>): Root[] {
	const [first, ...rest] = path;
	if (first?.kind === 'property' && globalObjects.has(name)) return walkGlobal(walker, first.name, rest, from);
	const exported = from.module.facts.exports.length === 0 ? undefined : exportedPath(name, path);
	if (exported !== undefined) return walker.exported(from.module, '*', exported, from);
	const source = packageGlobals.get(name);
	if (source !== undefined) return [{ kind: 'origin', origin: { from: source, steps: path }, at: from, conditions: [] }];
	const actual = walkActual(walker, 'global', [{ kind: 'property', name }, ...path], from);
	if (actual !== undefined) return actual;
	return [
		{
			kind: 'origin',
			origin: {
				from: walker.given.get(name) ?? giverOf(name, from.module.facts) ?? 'global',
				steps: [{ kind: 'property', name }, ...path],
			},
			at: from,
			conditions: [],
		},
	];
}

const signs = new WeakMap<ModuleFacts, readonly RunnerGlobals[]>();

/** The package of a runner whose globals a module uses. */
function giverOf(name: string, facts: ModuleFacts): string | undefined {
	if (!runnerGlobals.some(({ names }) => names.has(name))) return undefined;
	const calls = (sign: string): boolean =>
		facts.functions.some(each => each.calls.some(({ callee }) => callee.kind === 'global' && callee.name === sign));
	const used = signs.get(facts) ?? runnerGlobals.filter(({ sign }) => calls(sign));
	signs.set(facts, used);
	return used.find(({ names }) => names.has(name))?.from;
}

/** What is taken from `exports` or `module.exports`. */
function exportedPath(name: string, path: Path): Path | undefined {
	const [first, ...rest] = path;
	if (name === 'exports') return path;
	return name === 'module' && first?.kind === 'property' && first.name === 'exports' ? rest : undefined;
}
