import type { Site } from '../project/model.ts';
import type { ObjectEntry } from '../syntax/facts.ts';
import type { Ask } from './static-value.ts';
import type { Value } from '../syntax/facts.ts';
import { at } from './walker.ts';

/** A property as it is written. */
export type Entry = Extract<ObjectEntry, { kind: 'property' }>;

/** How many objects are spread into one another. */
const maxSpreads = 4;

/** The property at a path of keys in an object, wherever the object is written; the last one where several are. */
export function entryAt(ask: Ask, site: Site<Value>, [key, ...rest]: readonly string[], depth = 0): Site<Entry> | undefined {
	if (key === undefined || depth > maxSpreads) return undefined;
	for (const root of ask(site)) {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') continue;
		const { site: object } = root;
		for (const entry of root.site.fact.entries.toReversed()) {
			if (entry.kind === 'spread') {
				const spread = entryAt(ask, at(entry.value, object), [key, ...rest], depth + 1);
				if (spread !== undefined) return spread;
			} else if (entry.key === key) {
				return rest.length === 0 ? at(entry, object) : entryAt(ask, at(entry.value, object), rest, depth + 1);
			}
		}
	}
	return undefined;
}
