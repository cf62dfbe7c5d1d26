import type { Project, Site } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import { walkExport, walkImport } from './modules.ts';
import { walkInstance, walkOpenParameter } from './members.ts';
import type { Origin, Path, Root, Step } from './model.ts';
import type { Rows } from './rows.ts';
import { Summaries } from './summary.ts';
import { isLarge } from './frames.ts';
import { type Walker, maxPath, unknownRoot } from './walker.ts';
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
	/** Steps that the last question took. */
	readonly cost: number;
}

export interface ProvenanceOptions {
	readonly rows: Rows;
	/** Modules that the test replaces are unknown. */
	readonly isReplaced?: Walker['isReplaced'];
}

export function createProvenance(project: Project, { rows, isReplaced = () => false }: ProvenanceOptions): Provenance {
	const budget = new Budget();
	const walker = createWalker(project, rows, isReplaced, budget);

	const plain = new WeakMap<Value, Asked>();

	const ask = (site: Site<Value>, path: Path): Asked => {
		budget.refill();
		const found = walker.walk(site, path);
		const written = budget.isSpent ? [unknownRoot(site)] : found;
		return { written, roots: written.map(root => (root.kind === 'origin' ? { ...root, origin: rows.canonical(root.origin) } : root)), cost: budget.spent };
	};
	/** What a value is on its own is asked by many; other questions seldom come twice. */
	const asked = (site: Site<Value>, path: Path = []): Asked => {
		const isPlain = site.frame === undefined && path.length === 0;
		const answer = (isPlain ? plain.get(site.fact) : undefined) ?? ask(site, path);
		if (isPlain) plain.set(site.fact, answer);
		last = answer.cost;
		return answer;
	};
	let last = 0;
	const roots = (site: Site<Value>, path?: Path): readonly Root[] => asked(site, path).roots;
	return {
		roots,
		get cost() {
			return last;
		},
		written: (site, path) => asked(site, path).written,
		origins: (site, path) => roots(site, path).flatMap(root => (root.kind === 'origin' ? [root.origin] : [])),
	};
}

interface Asked {
	readonly written: readonly Root[];
	readonly roots: readonly Root[];
	readonly cost: number;
}

/** Steps that one question may take, the steps of remembered answers counted again, so that no answer depends on earlier questions. */
class Budget {
	static readonly #limit = 500;
	spent = 0;
	isAside = false;

	refill(): void {
		this.spent = 0;
	}

	pay(roots: Root[]): Root[] {
		this.spent += 1 + (roots.length >> 2);
		return roots;
	}

	/** Asks a question of its own, at no cost to the one that is under way. */
	aside(ask: () => readonly Root[]): { readonly roots: readonly Root[]; readonly cost: number } {
		const before = this.spent;
		this.spent = 0;
		this.isAside = true;
		const roots = ask();
		const cost = this.spent;
		this.spent = before;
		this.isAside = false;
		return { roots, cost };
	}

	get isSpent(): boolean {
		return this.spent > Budget.#limit;
	}
}

/** Values whose answer is that of a part of theirs: remembering the part's is enough, and every cycle goes through something else. */
function leadsOn({ kind }: Value): boolean {
	return kind === 'member' || kind === 'call' || kind === 'await' || kind === 'spread' || kind === 'global' || kind === 'literal' || kind === 'unknown' || kind === 'instance';
}

function createWalker(project: Project, rows: Rows, isReplaced: Walker['isReplaced'], budget: Budget): Walker {
	const memory = new Memory();
	const summaries = new Summaries();
	const walker: Walker = {
		project,
		isReplaced,
		mutation: method => rows.method(method)?.mutates,
		keepsOrder: ({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && rows.method(callee.property)?.drops?.includes('order') !== true,
		mapsElements: method => rows.method(method)?.callback?.element !== undefined && ['map', 'flatMap', 'forEach'].includes(method),
		readsElements: method => !['nothing', 'element', undefined].includes(rows.method(method)?.result),
		settles: method => rows.method(method)?.result === 'settled' && rows.method(method)?.callback?.receiver === 0,
		walk(site, path) {
			if (path.length > maxPath || budget.isSpent) return [unknownRoot(site)];
			if (leadsOn(site.fact)) return budget.pay(walkValue(walker, site, path));
			return memory.answer(site, path, budget, () => walkValue(walker, site, path));
		},
		isWorthEntering: (site, path) =>
			!isLarge(site) && (budget.isAside || summaries.isWorthEntering(site, path, open => budget.aside(() => walker.results({ ...site, frame: undefined }, open)))),
		results: (site, path) => walkResults(walker, site, path),
		instance: (site, path, made) => walkInstance(walker, site, path, made),
		exported: (module, name, path, from) => walkExport(walker, module, name, path, from),
		imported: (source, name, path, from) => walkImport(walker, source, name, path, from),
		open: (site, index, path, from) => walkOpenParameter(walker, rows, site, index, path, from),
	};
	return walker;
}

interface Answer {
	readonly roots: Root[];
	readonly cost: number;
}

/** How many different roots one value may have: what more there are is left out. */
const maxRoots = 30;

/** Answers by value, frame and path. A value that is being walked answers nothing: that ends cycles. */
class Memory {
	readonly #answers = new WeakMap<object, Map<string, Answer>>();
	readonly #numbers = new WeakMap<object, number>();
	#next = 0;
	/** How many answers in progress were cut short: what is built on them holds only for the outermost question. */
	#cuts = 0;
	readonly #active = new Set<Answer>();

	answer(site: Site<Value>, path: Path, budget: Budget, walk: () => Root[]): Root[] {
		const key = this.#keyOf(site, path);
		const holder = holderOf(site);
		const known = this.#answers.get(holder)?.get(key);
		if (known !== undefined) {
			if (this.#active.has(known)) this.#cuts++;
			budget.spent += known.cost;
			return known.roots;
		}
		const before = budget.spent++;
		const placeholder: Answer = { roots: [], cost: 1 };
		this.#active.add(placeholder);
		this.#store(holder, key, placeholder);
		const found = walk();
		budget.spent += found.length >> 2;
		const roots = this.#distinct(found);
		this.#active.delete(placeholder);
		const outermost = this.#active.size === 0;
		if (!budget.isSpent && (this.#cuts === 0 || outermost)) this.#store(holder, key, { roots, cost: budget.spent - before });
		else this.#answers.get(holder)?.delete(key);
		if (outermost) this.#cuts = 0;
		return roots;
	}

	#keyOf({ frame, module }: Site<Value>, path: Path): string {
		const place = frame === undefined ? module.file : String(this.#number(frame));
		return `${place}|${this.#pathKey(path)}`;
	}

	#store(holder: object, key: string, answer: Answer): void {
		const answers = this.#answers.get(holder) ?? new Map<string, Answer>();
		answers.set(key, answer);
		this.#answers.set(holder, answers);
	}

	/** The same root reached by two ways counts once, under the conditions of both; of very many the first ones are kept. */
	#distinct(roots: readonly Root[]): Root[] {
		if (roots.length < 2) return [...roots];
		const byKey = new Map<string, Root>();
		for (const root of roots) {
			const key = this.#rootKey(root);
			const known = byKey.get(key);
			if (known !== undefined) byKey.set(key, withConditions(known, root.conditions));
			else if (byKey.size < maxRoots) byKey.set(key, root);
		}
		return [...byKey.values()];
	}

	#rootKey(root: Root): string {
		const marks = `${root.kind}|${root.sorted === true}|${root.gathered === undefined ? '' : this.#number(root.gathered.call.fact)}`;
		switch (root.kind) {
			case 'origin':
				return `${marks}|${root.origin.from}|${this.#pathKey(root.origin.steps)}`;
			case 'unknown':
				return marks;
			default:
				return `${marks}|${this.#placeKey(root.site)}|${'index' in root ? root.index : ''}|${this.#pathKey(root.path)}`;
		}
	}

	#placeKey({ fact, frame, module }: Site<object | number>): string {
		return `${typeof fact === 'number' ? `${module.file}${fact}` : this.#number(fact)},${frame === undefined ? 0 : this.#number(frame)}`;
	}

	#pathKey(path: Path): string {
		return path.map(step => this.#stepKey(step)).join('.');
	}

	#stepKey(step: Step): string {
		switch (step.kind) {
			case 'property':
				return `.${step.name}`;
			case 'position':
				return `[${step.index ?? '?'}]`;
			case 'call':
				return `(${this.#number(step.site.fact)},${step.site.frame === undefined ? 0 : this.#number(step.site.frame)})`;
			case 'construct':
				return step.site === undefined ? 'new' : `new${this.#number(step.site.fact)},${step.site.frame === undefined ? 0 : this.#number(step.site.frame)}`;
			default:
				return step.kind;
		}
	}

	#number(object: object): number {
		const known = this.#numbers.get(object) ?? ++this.#next;
		this.#numbers.set(object, known);
		return known;
	}
}

/** How many conditions one root is known to depend on. */
const maxConditions = 12;

function withConditions(root: Root, conditions: Root['conditions']): Root {
	const added = conditions.filter(({ fact, frame }) => !root.conditions.some(known => known.fact === fact && known.frame === frame));
	const room = maxConditions - root.conditions.length;
	return added.length === 0 || room <= 0 ? root : { ...root, conditions: [...root.conditions, ...added.slice(0, room)] };
}

/** All mentions of a variable have one answer. */
function holderOf({ module, fact }: Site<Value>): object {
	return fact.kind === 'reference' ? (module.facts.bindings[fact.binding] ?? fact) : fact;
}
