import type { ObjectEntry, ObjectValue, Value } from './facts.ts';

/** What a literal holds under a name, or at a position; undefined where that cannot be told, or it holds nothing there. */
export function writtenPart(value: Value, name: string): Value | undefined {
	if (value.kind === 'array') return value.elements.some(({ kind }) => kind === 'spread') ? undefined : value.elements[Number(name)];
	return value.kind === 'object' ? writtenEntry(value, name)?.value : undefined;
}

/** The property of an object literal that has a name, where each of its properties has one that is written down. */
export function writtenEntry({ entries }: ObjectValue, name: string): Extract<ObjectEntry, { readonly kind: 'property' }> | undefined {
	let found: ReturnType<typeof writtenEntry>;
	for (const entry of entries) {
		if (entry.kind === 'spread' || typeof entry.key !== 'string' || entry.accessor !== undefined) return undefined;
		if (entry.key === name) found = entry;
	}
	return found;
}
