import { BySite } from '../project/by-site.ts';
import type { Project, Site } from '../project/model.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import { exportingNames } from '../syntax/module-exports.ts';
import { letsOthersRun, mayOvertake } from './at-once.ts';
import { walkExport, walkImport } from './modules.ts';
import { walkInstance, walkOpenParameter } from './members.ts';
import { Budget, Memory, maxRemembered } from './memory.ts';
import type { Origin, Path, Root } from './model.ts';
import { named } from './roots.ts';
import type { Rows } from './rows.ts';
import { Summaries } from './summary.ts';
import { Definitions, type Mutation } from './definitions.ts';
import { isRuledOut, truthOf } from './handed.ts';
import { SortedPlaces } from './sorted-places.ts';
import { type Walker, maxPath, seenThrough, unknownRoot } from './walker.ts';
import { walkResults, walkValue } from './walk-value.ts';

/** What names and values stand for, across modules. */
export interface Provenance {
	/** Package or global APIs that the value may be; empty where unknown. */
	origins(site: Site<Value>, path?: Path): readonly Origin[];
	/**
	 * Everything the value may be. Variables are followed without regard to order: each value that a variable is ever given counts.
	 * An answer that would cost more than its budget of steps is a single unknown root.
	 */
	roots(site: Site<Value>, path?: Path): readonly Root[];
	/** The same, but each origin by the way that the code takes to it, calls included: no row's alias stands for it. */
	written(site: Site<Value>, path?: Path): readonly Root[];
	/** Whether a part of a function does not run in the call that is looked at, by what the call hands over. */
	isRuledOut(site: Site<FunctionFacts>, region: number | undefined): boolean;
	/** Whether a condition over what a function is handed comes out true in the call that is looked at; undefined where nobody can tell. */
	truthOf(site: Site<Value>): boolean | undefined;
	/** Steps that the last question took. */
	readonly cost: number;
}

export interface ProvenanceOptions {
	readonly rows: Rows;
	/** Modules that the test replaces are unknown. */
	readonly isReplaced?: Walker['isReplaced'];
	/** The packages whose names a runner gives the tests as globals, by the name. */
	readonly given?: Walker['given'];
	/** How many answers are remembered at once. */
	readonly most?: number;
}

export function createProvenance(
	project: Project,
	{ rows, isReplaced = () => false, given = nothingGiven, most = maxRemembered }: ProvenanceOptions,
): Provenance {
	const budget = new Budget();
	const walker = createWalker(project, { rows, isReplaced, given, budget, memory: new Memory(most) });
	const answers = { whole: new BySite<Value, Asked>(most), parts: new BySite<Value, Asked>(most) };

	const ask = (site: Site<Value>, path: Path): Asked => {
		budget.refill();
		const found = walker.walk(site, path);
		return budget.isSpent
			? unknownAt(site, budget.spent)
			: { written: found, roots: canonical(found, rows), cost: budget.spent, origins: undefined };
	};
	const asked = (site: Site<Value>, path: Path = whole): Asked => {
		// What a value is as a whole, and all that is inside it, is asked by many; questions about single parts seldom come twice.
		const answer =
			path.length === 0 ? answers.whole.of(site, askWhole) : isOfParts(path) ? answers.parts.of(site, askParts) : ask(site, path);
		last = answer.cost;
		return answer;
	};
	const askWhole = (site: Site<Value>): Asked => ask(site, whole);
	const askParts = (site: Site<Value>): Asked => ask(site, allParts);
	let last = 0;
	const refilled = (): Walker => {
		budget.refill();
		return walker;
	};
	return {
		roots: (site, path) => asked(site, path).roots,
		get cost() {
			return last;
		},
		written: (site, path) => asked(site, path).written,
		isRuledOut: (site, region) => region !== undefined && site.frame !== undefined && isRuledOut(refilled(), site, region),
		truthOf: site => (site.frame === undefined ? undefined : truthOf(refilled(), site)),
		origins: (site, path) => originsOf(asked(site, path)),
	};
}

const nothingGiven: ReadonlyMap<string, string> = new Map();
const whole: Path = [];
const allParts: Path = [{ kind: 'parts' }];

function isOfParts(path: Path): boolean {
	return path.length === 1 && path[0]?.kind === 'parts';
}

/** Aliases of origins replaced; the same roots where there are none. */
function canonical(roots: readonly Root[], rows: Rows): readonly Root[] {
	if (!roots.some(root => root.kind === 'origin' && rows.hasAliases(root.origin.from))) return roots;
	return roots.map(root => {
		const origin = root.kind === 'origin' ? rows.canonical(root.origin) : undefined;
		return root.kind !== 'origin' || origin === undefined || origin === root.origin ? root : named(origin, root);
	});
}

function unknownAt(site: Site<Value>, cost: number): Asked {
	const roots = [unknownRoot(site)];
	return { written: roots, roots, cost, origins: undefined };
}

interface Asked {
	readonly written: readonly Root[];
	readonly roots: readonly Root[];
	readonly cost: number;
	origins: readonly Origin[] | undefined;
}

function originsOf(asked: Asked): readonly Origin[] {
	return (asked.origins ??= asked.roots.flatMap(root => (root.kind === 'origin' ? [root.origin] : [])));
}

/**
 * Values whose answer is that of a part of theirs: remembering the part's is enough, and every cycle goes through something else. What a module
 * exports is none: `module.exports = exports`.
 */
function leadsOn(value: Value): boolean {
	const { kind } = value;
	return (
		kind === 'member' ||
		kind === 'call' ||
		kind === 'await' ||
		kind === 'spread' ||
		(kind === 'global' && !exportingNames.has(value.name)) ||
		kind === 'literal' ||
		kind === 'unknown' ||
		kind === 'instance'
	);
}

interface Workings {
	readonly rows: Rows;
	readonly isReplaced: Walker['isReplaced'];
	readonly given: Walker['given'];
	readonly budget: Budget;
	readonly memory: Memory;
}

function createWalker(project: Project, { rows, isReplaced, given, budget, memory }: Workings): Walker {
	const summaries = new Summaries();
	const walkHere = (site: Site<Value>, path: Path): Root[] => walkValue(walker, site, path);
	const mutation: Mutation = method => rows.method(method)?.mutates;
	const sorted = new SortedPlaces({ project, isReplaced, mutation, mapsElements: method => walker.mapsElements(method) });
	const walker: Walker = {
		project,
		isReplaced,
		given,
		definitions: new Definitions(mutation),
		mutation,
		sortsOf: (binding, module, path) => sorted.of(binding, module, path),
		knows: name => rows.knows(name),
		keepsOrder: ({ callee }) =>
			callee.kind === 'member' &&
			typeof callee.property === 'string' &&
			rows.method(callee.property)?.drops?.includes('order') !== true,
		mapsElements: method => rows.method(method)?.callback?.element !== undefined && ['map', 'flatMap', 'forEach'].includes(method),
		readsElements: method => !['nothing', 'element', undefined].includes(rows.method(method)?.result),
		looksUp: method => rows.method(method)?.keyed === true,
		listsKeys: method => rows.method(method)?.names === true,
		letsOthersRun: call => letsOthersRun(walker, rows, call),
		overtakes: call => mayOvertake(walker, rows, call),
		settles: method => rows.method(method)?.result === 'settled' && rows.method(method)?.callback?.receiver === 0,
		walk(site, path) {
			if (path.length > maxPath || budget.isSpent) return [unknownRoot(site)];
			if (leadsOn(site.fact)) return budget.pay(walkValue(walker, site, path));
			return memory.answer(site, path, budget, walkHere);
		},
		isWorthEntering: (site, path) =>
			budget.isAside ||
			summaries.isWorthEntering(site, path, open => budget.aside(() => walker.results(seenThrough(site, undefined), open))),
		results: (site, path) => walkResults(walker, site, path),
		instance: (site, path, made) => walkInstance(walker, site, path, made),
		exported: (module, name, path, from) => walkExport(walker, module, name, path, from),
		imported: (source, name, path, from) => walkImport(walker, source, name, path, from),
		open: (site, index, path, from) => walkOpenParameter(walker, rows, site, index, path, from),
	};
	return walker;
}
