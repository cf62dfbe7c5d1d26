import { assertionLibraries } from '../knowledge/assertions/libraries.ts';
import type { AssertionLibrary, Entry, MatcherRow } from '../knowledge/assertions/row.ts';
import { type Pattern, parsePattern } from '../provenance/pattern.ts';

/** A library, ready to be asked. */
export interface Vocabulary {
	readonly library: AssertionLibrary;
	readonly matchers: ReadonlyMap<string, MatcherRow>;
}

/** A beginning of assertions and the library whose words follow it. */
export interface Beginning<Kind extends Entry = Entry> {
	readonly vocabulary: Vocabulary;
	readonly entry: Kind;
	readonly pattern: Pattern;
}

const beginnings: readonly Beginning[] = assertionLibraries.flatMap(library => {
	const vocabulary: Vocabulary = { library, matchers: byName(library.matchers) };
	return library.entries.map((entry): Beginning => ({
		vocabulary,
		entry,
		pattern: entry.kind === 'property' ? [] : parsePattern(entry.path),
	}));
});

const byPackage: ReadonlyMap<string, readonly Beginning[]> = group(beginnings);

/** The first row of a name counts. */
function byName(rows: readonly MatcherRow[]): ReadonlyMap<string, MatcherRow> {
	const names = new Map<string, MatcherRow>();
	for (const row of rows) {
		for (const name of listed(row.matcher)) if (!names.has(name)) names.set(name, row);
	}
	return names;
}

function group(all: readonly Beginning[]): ReadonlyMap<string, readonly Beginning[]> {
	const groups = new Map<string, Beginning[]>();
	for (const beginning of all) {
		for (const name of listed(beginning.entry.from)) groups.set(name, [...(groups.get(name) ?? []), beginning]);
	}
	return groups;
}

export function listed<Item extends string>(items: Item | readonly Item[]): readonly Item[] {
	return typeof items === 'string' ? [items] : items;
}

/** Beginnings that a package offers, its own paths first, then those of the package as a whole. */
export function beginningsOf(specifier: string): readonly Beginning[] {
	return byPackage.get(specifier) ?? byPackage.get(packageOf(specifier)) ?? [];
}

/** Beginnings that are a property of every value: `should`. */
export const propertyBeginnings: readonly Beginning[] = beginnings.filter(({ entry }) => entry.kind === 'property');

/**
 * The package of a specifier, registry and version left out: `jsr:@std/assert@1/equals` is `@std/assert`, and so is
 * `https://deno.land/std@0.224.0/assert/mod.ts`.
 */
export function packageOf(specifier: string): string {
	const std = specifier.startsWith('https:') ? /^https:\/\/deno\.land\/std(?:@[^/]+)?\/(\w+)\/(\w+)?/.exec(specifier) : null;
	if (std !== null) return std[2] === 'asserts' ? '@std/assert' : `@std/${std[1] ?? ''}`;
	const [, name = specifier] = /^(?:jsr:|npm:)?\/?((?:@[^/]+\/)?[^/@]+)/.exec(specifier) ?? [];
	return name;
}

/** Whether a package asserts, and programs do not use it for themselves. */
export function isForTests(specifier: string): boolean {
	return beginningsOf(specifier).some(({ vocabulary }) => vocabulary.library.invariants !== true);
}

const matcherNames: ReadonlySet<string> = new Set(
	assertionLibraries.flatMap(({ matchers }) => matchers.flatMap(({ matcher }) => listed(matcher))),
);

/** Whether some library has a matcher of that name: good enough to look closer, not to decide. */
export function isMatcherName(name: string): boolean {
	return matcherNames.has(name);
}
