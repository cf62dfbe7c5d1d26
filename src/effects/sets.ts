import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

/** `new Set([0, 6])` */
export function isSet({ from, steps: [first, second] }: Origin): boolean {
	return from === 'global' && first?.kind === 'property' && first.name === 'Set' && second?.kind === 'construct';
}

/** What a set or map is made from, where nothing else is taken from it than all it holds: `new Set(names)`, `new Map(pairs).values()`. */
export function madeFrom({ from, steps }: Origin): Site<Value> | undefined {
	const [first, made, method, call, ...rest] = steps.filter(({ kind }) => kind !== 'parts');
	if (from !== 'global' || first?.kind !== 'property' || !kinds.has(first.name) || made?.kind !== 'construct' || made.site === undefined)
		return undefined;
	const isWhole =
		method === undefined || (method.kind === 'property' && all.has(method.name) && call?.kind === 'call' && rest.length === 0);
	const [source] = made.site.fact.args;
	return isWhole && source !== undefined ? at(source, made.site) : undefined;
}

/** They keep the order in which things came: https://tc39.es/ecma262/#sec-set.prototype.values */
const kinds: ReadonlySet<string> = new Set(['Set', 'Map']);
const all: ReadonlySet<string> = new Set(['values', 'keys', 'entries']);
