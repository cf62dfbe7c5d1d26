import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import type { Value } from '../syntax/facts.ts';

/** Steps that one question may take; what lies beyond is taken for controlled. */
export const budget = 3000;

/** The values that one question has looked at. */
export class SeenValues {
	readonly #seen = new Map<Value, Set<unknown>>();
	#first: Site<Value> | undefined;
	/** Take back what was noted, in the order in which it was. */
	readonly #notes: (() => void)[] = [];

	/** Whether a value was looked at with the same frame and the same further path; it is from now on. */
	isSeen(site: Site<Value>, path: Path): boolean {
		this.#first ??= site;
		const { fact, frame } = site;
		const seen = this.#seen.get(fact) ?? new Set();
		this.#seen.set(fact, seen);
		const key = path.length === 0 || path[0]?.kind === 'parts' ? frame : path;
		if (seen.has(key)) return true;
		seen.add(key);
		this.#notes.push(() => seen.delete(key));
		return false;
	}

	/** The value that was looked at first. */
	get first(): Site<Value> | undefined {
		return this.#first;
	}

	/** How much was noted so far. */
	get mark(): number {
		return this.#notes.length;
	}

	/** Forgets what was noted since then. */
	forget(mark: number): void {
		for (const forget of this.#notes.splice(mark)) forget();
	}
}
