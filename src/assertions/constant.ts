import type { Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

/** How many names are followed. */
const hops = 4;

/** The value that a constant name of the same module was given, awaits taken away; other values are themselves. */
export function namedValue(site: Site<Value>, left = hops): Site<Value> {
	const { fact: value } = site;
	if (value.kind === 'await') return namedValue(at(value.value, site), left);
	if (value.kind !== 'reference' || left === 0) return site;
	const binding = site.module.facts.bindings[value.binding];
	const [definition, ...others] = binding?.definitions.filter(({ kind }) => kind !== 'method' && kind !== 'member') ?? [];
	if (binding?.kind !== 'const' || definition?.kind !== 'value' || definition.path.length > 0 || others.length > 0) return site;
	return namedValue(at(definition.value, site), left - 1);
}
