import type { Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

/** The same text for the same constant, or list of constants; undefined for anything else, and for what stands for nothing. */
export function constantText(provenance: Provenance, site: Site<Value>): string | undefined {
	const { fact } = site;
	if (fact.kind === 'array') {
		const elements = fact.elements.map(element => constantText(provenance, at(element, site)));
		return elements.includes(undefined) ? undefined : `[${elements.join()}]`;
	}
	const value = staticValue(provenance.roots, site);
	return value === undefined || value === null ? undefined : `${typeof value} ${String(value)}`;
}

/** Whether all of several things that a value may be are the same constant, or lists of the same length where that is asked: then it does not matter which of them it is. */
export function areAlike(provenance: Provenance, roots: readonly Root[]): boolean {
	if (roots.length < 2) return false;
	const [first, ...others] = roots.map(root => textOf(provenance, root));
	return first !== undefined && others.every(text => text === first);
}

function textOf(provenance: Provenance, root: Root): string | undefined {
	if (root.kind !== 'made' || root.gathered !== undefined) return undefined;
	const [asked, ...more] = root.path.filter(({ kind }) => kind !== 'parts');
	if (asked === undefined) return constantText(provenance, root.site);
	const { fact } = root.site;
	const isCounted = asked.kind === 'property' && asked.name === 'length' && more.length === 0;
	return isCounted && fact.kind === 'array' && fact.elements.every(({ kind }) => kind !== 'spread')
		? `length ${fact.elements.length}`
		: undefined;
}
