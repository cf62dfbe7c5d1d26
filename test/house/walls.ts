import { posix } from 'node:path';
import type { Import, Source } from './source.ts';

interface Wall {
	/** Rooms whose values may be imported. */
	readonly values: readonly string[];
	/** Further rooms of which only types may be. */
	readonly types?: readonly string[];
}

const ground = ['knowledge', 'syntax', 'project', 'provenance'] as const;
const middle = ['effects', 'framework', 'assertions'] as const;
const engine = [...ground, ...middle, 'fixes', 'verdict', 'settings', 'test-file', 'config-file', 'option', 'rule'] as const;

/** Who may know whom. A room is a folder of `src`, a file directly in it, or `rules`. */
const walls: Readonly<Record<string, Wall>> = {
	knowledge: { values: [] },
	syntax: { values: ['knowledge'] },
	project: { values: ['knowledge', 'syntax'] },
	provenance: { values: ['knowledge', 'syntax', 'project'] },
	effects: { values: ground },
	framework: { values: ground },
	assertions: { values: ground },
	fixes: { values: ground, types: middle },
	'linted-module': { values: ground },
	verdict: { values: [...ground, ...middle] },
	settings: { values: ['knowledge'] },
	report: { values: [], types: ['syntax', 'fixes'] },
	results: { values: [], types: ['syntax', 'project', 'fixes', 'report'] },
	kept: { values: ['project', 'results', 'settings', 'package.json'] },
	'test-file': { values: [...ground, ...middle, 'verdict', 'test-globs'] },
	'open-test-file': { values: [...ground, 'framework', 'verdict', 'known-rows', 'linted-module', 'kept', 'settings', 'test-globs', 'test-file'] },
	option: { values: [] },
	rule: { values: [...ground, ...middle, 'fixes', 'linted-module', 'kept', 'report', 'settings', 'open-test-file', 'config-file', 'workflow', 'option'], types: ['test-file'] },
	workflow: { values: ['syntax', 'project'] },
	rules: { values: ['workflow', 'rule', 'option', 'fixes', 'verdict', 'effects/witness'], types: engine },
	'known-rows': { values: ground },
	'config-file': { values: [...ground, 'framework', 'known-rows', 'linted-module', 'kept', 'test-globs'] },
	'test-globs': { values: ['knowledge'] },
	preset: { values: ['test-globs', 'workflow'], types: ['rule'] },
	index: { values: ['preset', 'workflow', 'rule', 'rules', 'package.json'], types: engine },
	cli: { values: ['index', 'preset', 'test-globs', 'open-test-file', 'project'], types: engine },
};

/** Whoever reads files, parses or resolves does it in `project`; `results` has its cache, and the command also looks at the paths it is given. */
const doors: Readonly<Record<string, readonly string[]>> = {
	'node:fs': ['project', 'results', 'cli'],
	'node:fs/promises': ['project', 'cli'],
	'oxc-parser': ['project'],
	'oxc-resolver': ['project'],
};

/** Undefined for what is in no room: a package, or a file outside `src` and `rules`. */
function roomOf(path: string): string | undefined {
	const [top, second] = path.split('/');
	if (top === 'rules') return 'rules';
	return top === 'src' ? second?.replace(/\.ts$/u, '') : path;
}

const targetOf = (from: Source, specifier: string): string => posix.join(posix.dirname(from.path), specifier);

function isOpen(from: string, target: string, { typeOnly }: Import): boolean {
	const wall = walls[from];
	const room = roomOf(target);
	if (!wall || room === undefined) return false;
	const open = typeOnly ? [...wall.values, ...(wall.types ?? [])] : wall.values;
	return open.includes(room) || open.some(door => target === `src/${door}.ts`);
}

function problemOf(source: Source, imported: Import): string | undefined {
	const from = roomOf(source.path) ?? '';
	const { specifier } = imported;
	if (!specifier.startsWith('.')) {
		const allowed = doors[specifier] ?? [from];
		return imported.typeOnly || allowed.includes(from) ? undefined : `only ${allowed.join(' and ')} may import ${specifier}`;
	}
	const target = targetOf(source, specifier);
	if (roomOf(target) === from && from !== 'rules') return undefined;
	return isOpen(from, target, imported) ? undefined : `${from} may not import ${imported.typeOnly ? 'types of ' : ''}${target}`;
}

export function wallProblems(sources: readonly Source[]): string[] {
	return sources.flatMap(source => {
		const room = roomOf(source.path);
		if (room === undefined || !(room in walls)) return [`${source.path}: has no place in the walls`];
		return source.imports.flatMap(imported => {
			const problem = problemOf(source, imported);
			return problem === undefined ? [] : [`${source.path}: ${problem}`];
		});
	});
}

export const barrelProblems = (sources: readonly Source[]): string[] =>
	sources
		.filter(({ path }) => path !== 'src/index.ts' && posix.basename(path) === 'index.ts')
		.map(({ path }) => `${path}: is a barrel`);

/** Each cycle once, as the way around it; imports of types count, for they tie files together as much for the reader. */
export const cycleProblems = (sources: readonly Source[]): string[] =>
	cyclesOf(new Map(sources.map(source => [source.path, new Set(source.imports.map(({ specifier }) => targetOf(source, specifier)))])));

/** The same for shelves, the folders inside rooms. What stands in a room itself is for all its shelves, and may join them. */
export function shelfProblems(sources: readonly Source[]): string[] {
	const graph = new Map<string, Set<string>>();
	for (const source of sources) {
		const shelf = shelfOf(source.path);
		if (shelf === undefined) continue;
		const needed = source.imports.flatMap(({ specifier }) => shelfOf(targetOf(source, specifier)) ?? []).filter(target => target !== shelf);
		graph.set(shelf, new Set([...(graph.get(shelf) ?? []), ...needed]));
	}
	return cyclesOf(graph);
}

/** Undefined for what stands in a room itself. */
const shelfOf = (path: string): string | undefined => (path.split('/').length > 3 ? posix.dirname(path) : undefined);

function cyclesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
	const done = new Set<string>();
	const problems: string[] = [];
	const visit = (path: string, trail: readonly string[]): void => {
		const start = trail.indexOf(path);
		if (start >= 0) problems.push([...trail.slice(start), path].join(' → '));
		if (start >= 0 || done.has(path)) return;
		for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
		done.add(path);
	};
	for (const path of graph.keys()) visit(path, []);
	return problems;
}
