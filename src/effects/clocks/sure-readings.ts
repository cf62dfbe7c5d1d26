import type { Site } from '../../project/model.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Origin, Path, Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { collections } from '../../knowledge/methods.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { constantText } from '../constants.ts';
import type { Flow } from '../flow.ts';
import type { Knowing } from '../knowing.ts';
import { isClock } from '../influences.ts';
import type { Influence } from '../model.ts';
import { isSource } from '../sources.ts';
import { carriedBy } from '../carried.ts';
import { anyElement } from '../transfer.ts';
import { computedFrom } from '../value-parts.ts';
import { isRemade } from './remade-dates.ts';

/** How far a value is followed to what it is computed from. */
const maxDepth = 8;
/** Steps of the flow that one question may take; what lies beyond is taken for sure, for that the clock is behind the value was found out before. */
const budget = 2000;

/** Whether a value may be a constant, as `constantText` has it: what is put into a variable first seldom is what it holds in the end. */
export type MayBe = (constant: string) => boolean;

/**
 * Whether a value which the clock may be behind follows from it in each way that the code may take: `at ?? Date.now()` does not, where nobody can tell
 * whether `at` is there. What only stands for nothing is no other way, and of constants none but those that it may be.
 */
export function isSurelyRead(
	knowing: Knowing,
	flow: Flow,
	{ site, path, mayBe }: { readonly site: Site<Value>; readonly path: Path; readonly mayBe: MayBe },
): boolean {
	return new SureReader(knowing, flow).isSure(site, path, mayBe, 0);
}

class SureReader {
	readonly #knowing: Knowing;
	readonly #flow: Flow;
	readonly #open = new Set<Value>();
	#spent = 0;

	constructor(knowing: Knowing, flow: Flow) {
		this.#knowing = knowing;
		this.#flow = flow.counted(steps => {
			this.#spent += steps;
		});
	}

	isSure(site: Site<Value>, path: Path, mayBe: MayBe, depth: number): boolean {
		const { fact } = site;
		if (depth > maxDepth || this.#spent > budget || this.#open.has(fact)) return true;
		// Each comparison of several has its say.
		if (fact.kind === 'choice' && path.length === 0 && fact.options.every(({ kind }) => kind === 'operation'))
			return fact.options.some(option => this.isSure(at(option, site), path, mayBe, depth + 1));
		this.#open.add(fact);
		const ways = this.#ways(site, path).filter(
			({ root, reads }) => isWay(this.#knowing.provenance, root, mayBe) && (reads || !this.#isHandedOne(root)),
		);
		const isSure = ways.some(({ reads }) => reads)
			? ways.every(({ root, reads }) => reads && this.#isSureRoot(root, depth + 1))
			: this.#holdsSure(site, path, depth);
		this.#open.delete(fact);
		return isSure;
	}

	/** What is added to a list stands in none of the ways to the list itself. */
	#holdsSure(site: Site<Value>, path: Path, depth: number): boolean {
		const added = this.#ways(site, [...path, anyElement]).filter(({ reads }) => reads);
		return added.length === 0 || added.some(({ root }) => this.#isSureRoot(root, depth + 1));
	}

	#ways(site: Site<Value>, path: Path): readonly { readonly root: Root; readonly reads: boolean }[] {
		return this.#knowing.provenance.roots(site, path).map(root => ({ root, reads: this.#reads(root) }));
	}

	#reads(root: Root): boolean {
		return this.#asks(() => this.#flow.ofRoot(root));
	}

	/** What a package of which nothing is known makes of a reading is most likely the time as well: `new Big(time)`. */
	#isHandedOne(root: Root): boolean {
		if (root.kind !== 'origin') return false;
		const handed = root.origin.steps.flatMap(step =>
			(step.kind === 'call' || step.kind === 'construct') && step.site !== undefined ? argumentsOf(step.site) : [],
		);
		return handed.some(argument => this.#asks(() => this.#flow.behind(argument)));
	}

	#isDecided({ conditions }: Root): boolean {
		return conditions.some(condition => this.#asks(() => this.#flow.deciding(condition)));
	}

	#asks(influences: () => readonly Influence[]): boolean {
		return this.#spent > budget || influences().some(each => isClock(each) && !isRemade(each));
	}

	/** Of several things that a value is computed from, one that is sure is enough. */
	#isSureRoot(root: Root, depth: number): boolean {
		if (this.#isDecided(root)) return true;
		const sources = this.#sourcesOf(root).filter(source => this.#asks(() => this.#flow.behind(source, [{ kind: 'parts' }])));
		return sources.length === 0 || sources.some(source => this.isSure(source, [], () => false, depth));
	}

	#sourcesOf(root: Root): readonly Site<Value>[] {
		if (root.kind === 'made') return root.path.length === 0 ? computedFrom(root.site.fact).map(part => at(part, root.site)) : [];
		if (root.kind !== 'origin') return [];
		const found = matchRows(this.#knowing.rows, this.#knowing.provenance.roots, root.origin).find(
			match => isSource(match) || match.row.effect === 'flow',
		);
		return found?.row.effect === 'flow' ? carriedBy(found, found.row) : [];
	}
}

function argumentsOf(call: Site<Call>): readonly Site<Value>[] {
	return call.fact.args.map(argument => at(argument, call));
}

/** Whether something stands for a way that the code may take, and not for nothing, or for what is filled later. */
function isWay(provenance: Provenance, root: Root, mayBe: MayBe): boolean {
	switch (root.kind) {
		case 'made':
			return root.path.length === 0
				? isMade(provenance, root.site, mayBe)
				: isText(root.site.fact) || (root.site.fact.kind !== 'literal' && root.site.fact.kind !== 'object');
		case 'origin':
			return !isEmpty(root.origin);
		case 'unknown':
		case 'parameter':
			return true;
		default:
			return false;
	}
}

/** A text that is written down has pieces to take from it. */
function isText(value: Value): boolean {
	return value.kind === 'literal' && typeof value.value === 'string' && value.value !== '';
}

function isMade(provenance: Provenance, site: Site<Value>, mayBe: MayBe): boolean {
	const { fact } = site;
	if ((fact.kind === 'object' && fact.entries.length === 0) || (fact.kind === 'array' && fact.elements.length === 0)) return false;
	const constant = constantText(provenance, site);
	return constant === undefined ? fact.kind !== 'literal' : mayBe(constant);
}

/** What a variable holds before anything was found. */
const unset: ReadonlySet<string> = new Set(['undefined', 'Infinity', 'NaN']);

/** `undefined`, a number that is none, or a collection that nothing is in yet. */
function isEmpty({ from, steps: [name, made] }: Origin): boolean {
	if (from !== 'global' || name?.kind !== 'property') return false;
	return unset.has(name.name) || (collections.has(name.name) && made?.kind === 'construct' && made.site?.fact.args.length === 0);
}
