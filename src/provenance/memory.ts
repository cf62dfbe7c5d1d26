import type { Site } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import { Paths, isSamePath } from './paths.ts';
import type { Path, Root } from './model.ts';
import { reached } from './roots.ts';
import { isElement } from './summary.ts';

/** Steps that one question may take, the steps of remembered answers counted again, so that no answer depends on earlier questions. */
export class Budget {
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

interface Answer {
	readonly roots: Root[];
	readonly cost: number;
	/** How many questions are under way around this one, while it is under way itself. */
	readonly depth: number | undefined;
	/** It is for whoever has spent as much: nothing, but where the question went over the budget what was spent before it, for who has spent less may get an answer. */
	readonly from: number;
}

/** How many different roots one value may have: what more there are is left out. */
export const maxRoots = 30;

/** How many answers are remembered at once: behind that many all are forgotten, and worked out again when they are asked for. */
export const maxRemembered = 300_000;

/** Answers by value, frame and path. A value that is being walked answers nothing: that ends cycles. */
export class Memory {
	readonly #most: number;
	#paths = new Paths<Answer>();
	#remembered = 0;
	#depth = 0;
	/** The outermost question under way that was asked again since the innermost one began: what is built on nothing for an answer holds only inside that one. */
	#lowest = Infinity;

	/** Of more than `most` answers none is kept once the question under way is answered. */
	constructor(most = maxRemembered) {
		this.#most = most;
	}

	answer(site: Site<Value>, path: Path, budget: Budget, walk: (site: Site<Value>, path: Path) => Root[]): Root[] {
		const answers = this.#paths.place(path, site.frame).kept;
		const holder = holderOf(site);
		const known = answers.get(holder);
		if (known !== undefined && budget.spent >= known.from) {
			if (known.depth !== undefined && known.depth < this.#lowest) this.#lowest = known.depth;
			budget.spent += known.cost;
			return known.roots;
		}
		const before = budget.spent++;
		const depth = this.#depth++;
		const around = this.#lowest;
		this.#lowest = Infinity;
		answers.set(holder, { roots: [], cost: 1, depth, from: 0 });
		const found = walk(site, path);
		budget.spent += found.length >> 2;
		const roots = distinct(found);
		this.#depth--;
		const isWhole = this.#lowest >= depth;
		if (isWhole) {
			answers.set(holder, { roots, cost: budget.spent - before, depth: undefined, from: budget.isSpent ? before : 0 });
			this.#remembered++;
		} else answers.delete(holder);
		this.#lowest = isWhole ? around : Math.min(around, this.#lowest);
		if (depth === 0 && this.#remembered > this.#most) this.#forget();
		return roots;
	}

	#forget(): void {
		this.#paths = new Paths();
		this.#remembered = 0;
	}
}

/** The same root reached by two ways counts once, under the conditions of both; of very many the first ones are kept. */
function distinct(roots: Root[]): Root[] {
	if (roots.length < 2) return roots;
	const [kept, marks]: [Root[], unknown[]] = [[], []];
	for (const root of roots) {
		const mark = markOf(root);
		let index = marks.indexOf(mark);
		while (index !== -1 && !isSame(kept[index] ?? root, root)) index = marks.indexOf(mark, index + 1);
		const known = kept[index];
		if (known !== undefined) kept[index] = withConditions(known, root.conditions);
		else if (kept.length < maxRoots) {
			kept.push(root);
			marks.push(mark);
		}
	}
	return kept;
}

/** What two roots have in common wherever they are the same. */
function markOf(root: Root): unknown {
	if (root.kind === 'unknown') return root.kind;
	return root.kind === 'origin' ? root.origin.from : root.site.fact;
}

function isSame(one: Root, other: Root): boolean {
	if (one === other) return true;
	if (one.kind !== other.kind || !isSameSort(one, other) || one.gathered?.call.fact !== other.gathered?.call.fact) return false;
	if (one.kind === 'unknown' || other.kind === 'unknown')
		return !(isElement(one.at.fact) || isElement(other.at.fact)) || isAtSame(one, other);
	if (one.kind === 'origin' || other.kind === 'origin')
		return (
			one.kind === 'origin' &&
			other.kind === 'origin' &&
			one.origin.from === other.origin.from &&
			isSamePath(one.origin.steps, other.origin.steps)
		);
	return (
		one.site.fact === other.site.fact &&
		one.site.frame === other.site.frame &&
		one.site.module === other.site.module &&
		indexOf(one) === indexOf(other) &&
		isSamePath(one.path, other.path)
	);
}

function isSameSort({ sorted: one }: Root, { sorted: other }: Root): boolean {
	return one === other || (one?.length === other?.length && one?.every(({ fact }, index) => fact === other?.[index]?.fact) === true);
}

/** Two elements of a page are two, of each of which more can be asked. */
function isAtSame({ at: one }: Root, { at: other }: Root): boolean {
	return one.fact === other.fact && one.frame === other.frame;
}

function indexOf(root: Root): number | undefined {
	return root.kind === 'parameter' ? root.index : undefined;
}

/** How many conditions one root is known to depend on. */
const maxConditions = 12;

function withConditions(root: Root, conditions: Root['conditions']): Root {
	const added = conditions.filter(({ fact, frame }) => !root.conditions.some(known => known.fact === fact && known.frame === frame));
	const room = maxConditions - root.conditions.length;
	return added.length === 0 || room <= 0 ? root : reached(root, { conditions: [...root.conditions, ...added.slice(0, room)] });
}

/** All mentions of a variable have one answer. */
function holderOf({ module, fact }: Site<Value>): object {
	return fact.kind === 'reference' ? (module.facts.bindings[fact.binding] ?? fact) : fact;
}
