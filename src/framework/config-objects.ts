import type { Module, Site } from '../project/model.ts';
import type { Entry } from '../provenance/entry.ts';
import type { Origin, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Call, ObjectValue, Span, Value } from '../syntax/facts.ts';

/** A value of a configuration, and the place in the configuration's own file that it stands at, or that brings it in. */
export interface Placed<Fact> {
	readonly site: Site<Fact>;
	readonly place: Span;
}

/** What is written at a path of a configuration. */
export interface Found {
	/** In source order; the last one wins. */
	readonly entries: readonly Placed<Entry>[];
	/** There may be more than can be seen. */
	readonly open: boolean;
}

/** How deep spreads, calls and functions are followed. */
const maxDepth = 6;
/** Values looked at for one configuration. */
const budget = 400;

/** A configuration as it is written: the objects that it is put together from, wherever they stand. */
export class ConfigObjects {
	readonly #provenance: Provenance;
	readonly #module: Module;
	readonly #top: Objects;
	#steps = 0;

	constructor(provenance: Provenance, module: Module, section: string | undefined) {
		this.#provenance = provenance;
		this.#module = module;
		const exported = [section, 'default', 'export=']
			.flatMap(name => module.facts.exports.filter(each => each.kind === 'value' && each.name === name))
			.at(0);
		this.#top =
			exported?.kind === 'value'
				? this.#expand({ site: { module, fact: exported.value }, place: exported.value }, 0)
				: { values: [], open: true };
	}

	/** The object that the path leads to, where it is written in the file itself; the last one. */
	home(path: string): Placed<ObjectValue> | undefined {
		const holders = path === '' ? this.#top : this.#inside(this.find(path).entries);
		return holders.values
			.flatMap(({ site, place }) =>
				site.fact.kind === 'object' && site.module === this.#module ? [{ site: at(site.fact, site), place }] : [],
			)
			.at(-1);
	}

	/** Whether a configuration is there to speak of. */
	get isKnown(): boolean {
		return this.#top.values.length > 0;
	}

	/** What stands at a dotted path of keys; `*` is every element of a list. */
	find(path: string): Found {
		return this.#find(this.#top, path.split('.'));
	}

	/** The elements of a list at a path, as far as they are written. */
	elements(path: string): Found & { readonly lists: readonly (readonly Value[])[] } {
		const found = this.find(path);
		const values = this.#inside(found.entries);
		return {
			...found,
			open: found.open || values.open,
			lists: values.values.flatMap(({ site: { fact } }) => (fact.kind === 'array' ? [fact.elements] : [])),
		};
	}

	/** For each element of a list whether a path inside it is set; undefined where the list cannot be seen. */
	everyElement(list: string, path: string): boolean | undefined {
		const found = this.find(list);
		const lists = this.#inside(found.entries);
		if (found.entries.length === 0) return false;
		const elements = this.#elementsOf(lists);
		if (found.open || elements.open) return undefined;
		return (
			elements.values.length > 0 &&
			elements.values.every(each => this.#find({ values: [each], open: false }, path.split('.')).entries.length > 0)
		);
	}

	#find(holders: Objects, [key, ...rest]: readonly string[]): Found {
		if (key === undefined) return { entries: [], open: holders.open };
		if (key === '*') return this.#find(this.#elementsOf(holders), rest);
		const found = holders.values.map(each => this.#at(each, key, 0));
		const entries = found.flatMap(each => each.entries);
		const open = holders.open || found.some(each => each.open);
		if (rest.length === 0) return { entries, open };
		const inner = this.#find(this.#inside(entries), rest);
		return { entries: inner.entries, open: open || inner.open };
	}

	#inside(entries: readonly Placed<Entry>[]): Objects {
		return joined(entries.map(({ site, place }) => this.#expand({ site: at(site.fact.value, site), place }, 0)));
	}

	#elementsOf(holders: Objects): Objects {
		const lists = holders.values.map(({ site, place }): Objects => {
			if (site.fact.kind !== 'array') return { values: [], open: true };
			return joined(
				site.fact.elements.map(fact =>
					fact.kind === 'spread'
						? this.#elementsOf(this.#expand(this.#placed(at(fact.value, site), place), 1))
						: this.#expand(this.#placed(at(fact, site), place), 1),
				),
			);
		});
		return { ...joined(lists), open: holders.open || lists.some(({ open }) => open) };
	}

	/** The entries of one object at a key, those of what is spread into it included. */
	#at({ site, place }: Placed<Value>, key: string, depth: number): Found {
		if (site.fact.kind !== 'object') return { entries: [], open: true };
		const found = site.fact.entries.map((entry): Found => {
			if (entry.kind === 'property') {
				if (typeof entry.key !== 'string') return { entries: [], open: true };
				return {
					entries: matches(key, entry.key)
						? [{ site: at(entry, site), place: site.module === this.#module ? entry : place }]
						: [],
					open: false,
				};
			}
			const spread = this.#expand(this.#placed(at(entry.value, site), place), depth + 1);
			const inner = spread.values.map(each => this.#at(each, key, depth + 1));
			return { entries: inner.flatMap(each => each.entries), open: spread.open || inner.some(each => each.open) };
		});
		return { entries: found.flatMap(each => each.entries), open: found.some(each => each.open) };
	}

	#placed(site: Site<Value>, place: Span): Placed<Value> {
		return { site, place: site.module === this.#module ? site.fact : place };
	}

	/** The objects and lists that a value is, through calls such as `defineConfig`, functions, variables and imports. */
	#expand({ site, place }: Placed<Value>, depth: number): Objects {
		if (depth > maxDepth || this.#steps++ > budget) return { values: [], open: true };
		const roots = this.#provenance.roots(site).filter(root => !isTypeAlone(root));
		if (roots.length === 0) return { values: [], open: true };
		return joined(roots.map(root => this.#fromRoot(root, place, depth)));
	}

	#fromRoot(root: Root, place: Span, depth: number): Objects {
		if (root.kind === 'made' && root.path.length === 0) {
			const { kind } = root.site.fact;
			if (kind === 'object' || kind === 'array')
				return { values: [{ site: root.site, place: root.site.module === this.#module ? root.site.fact : place }], open: false };
			return { values: [], open: kind !== 'literal' };
		}
		if (root.kind === 'function' && root.path.length === 0) {
			const { fact } = root.site;
			const set = fact.calls.flatMap(call => (isSet(call, fact.parameters[0]?.binding) ? call.args : []));
			const results = set.length > 0 ? set : fact.returns.map(({ value }) => value);
			return results.length === 0
				? { values: [], open: true }
				: joined(results.map(value => this.#expand(this.#placed(at(value, root.site), place), depth + 1)));
		}
		const step = root.kind === 'origin' ? root.origin.steps.findLast(({ kind }) => kind !== 'await') : undefined;
		if (step?.kind !== 'call') return { values: [], open: true };
		const { site } = step;
		const made = joined(site.fact.args.map(argument => this.#expand(this.#placed(at(argument, site), place), depth + 1)));
		return { values: made.values, open: made.open || root.kind !== 'origin' || !isPlain(root.origin) };
	}
}

interface Objects {
	readonly values: readonly Placed<Value>[];
	readonly open: boolean;
}

function joined(several: readonly Objects[]): Objects {
	return { values: several.flatMap(({ values }) => values), open: several.some(({ open }) => open) };
}

/** A key, or one of several: `{preset,runner}`. */
function matches(wanted: string, key: string): boolean {
	return wanted === key || (wanted.startsWith('{') && wanted.slice(1, -1).split(',').includes(key));
}

/** What an annotation says beside the value itself: `const config: Config = {…}`. */
function isTypeAlone(root: Root): boolean {
	return root.kind === 'origin' && root.origin.steps.some(step => step.kind === 'construct' && step.site === undefined);
}

/** Karma's `config.set({…})`. */
function isSet({ callee }: Call, parameter: number | undefined): boolean {
	return (
		callee.kind === 'member' && callee.property === 'set' && callee.object.kind === 'reference' && callee.object.binding === parameter
	);
}

/** Calls that add nothing to what they are given: `defineConfig`, `mergeConfig`, `Object.assign`, `deepmerge`. */
function isPlain({ from, steps }: Origin): boolean {
	const name = steps.findLast(step => step.kind === 'property');
	return /^(?:define|merge|assign|deepmerge)/i.test(name?.kind === 'property' && name.name !== 'default' ? name.name : from);
}
