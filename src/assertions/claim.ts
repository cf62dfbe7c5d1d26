import type { AssertionLibrary, MatcherRow, Words } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import { at, property } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Chain, Word } from './chain.ts';

/** A chain whose words are understood. */
export interface Claim {
	readonly library: AssertionLibrary;
	readonly matcher: string;
	/** Undefined for a matcher that the library lets users add. */
	readonly row: MatcherRow | undefined;
	readonly subject: Site<Value> | undefined;
	/** The part of the subject that the matcher is about. */
	readonly part: Path;
	/** The matcher's arguments. */
	readonly args: readonly Site<Value>[];
	readonly negated: boolean;
	readonly retried: boolean;
	readonly rejects: boolean;
	readonly promised: boolean;
	readonly flags: ReadonlySet<string>;
}

interface Reading {
	negated: boolean;
	rejects: boolean;
	part: Path;
	readonly flags: Set<string>;
}

/** Undefined where a word is none of the library's, or nothing is claimed. */
export function claimOf({ beginning, subject, part = [], words, skipped }: Chain, accept: 'known' | 'any'): Claim | undefined {
	const { library, matchers } = beginning.vocabulary;
	const last = words.at(-1);
	if (last === undefined) return undefined;
	const row = matchers.get(last.name);
	if (row === undefined ? accept === 'known' || !takesAny(library, last) : last.call === undefined && row.property !== true)
		return undefined;

	const reading: Reading = { negated: false, rejects: false, part, flags: new Set() };
	if (!words.slice(0, -1).every(word => reads(word, library.words ?? {}, matchers, reading))) return undefined;
	const { entry } = beginning;
	return {
		library,
		matcher: last.name,
		row,
		subject,
		part: reading.part,
		args: argumentsOf(last).slice(skipped),
		negated: reading.negated,
		retried: 'retried' in entry,
		rejects: reading.rejects,
		promised: words.some(({ name }) => library.words?.promising?.includes(name) === true),
		flags: reading.flags,
	};
}

function takesAny({ extensible, words = {} }: AssertionLibrary, { name, call }: Word): boolean {
	const known = [words.filler, words.negation, words.resolving, words.rejecting, words.flags, words.asides].some(list =>
		list?.includes(name),
	);
	return extensible === true && call !== undefined && !known;
}

function argumentsOf({ call }: Word): Site<Value>[] {
	return call === undefined ? [] : call.fact.args.map(argument => at(argument, call));
}

/** Takes in a word that is not the last; false where it is none. */
function reads(word: Word, words: Words, matchers: ReadonlyMap<string, MatcherRow>, reading: Reading): boolean {
	const { name, call } = word;
	const row = matchers.get(name);
	if (call !== undefined) {
		if (row?.moves === true && row.part !== undefined) reading.part = [...reading.part, ...partNamed(argumentsOf(word)[row.part])];
		return row !== undefined || words.asides?.includes(name) === true;
	}
	const moved = words.properties?.[name];
	if (moved !== undefined) reading.part = [...reading.part, property(moved)];
	if (words.negation?.includes(name) === true) reading.negated = true;
	if (words.rejecting?.includes(name) === true) reading.rejects = true;
	if (words.flags?.includes(name) === true) reading.flags.add(name);
	const lists = [words.filler, words.negation, words.resolving, words.rejecting, words.flags];
	return moved !== undefined || row?.property === true || lists.some(list => list?.includes(name));
}

/** The path that an argument names: `'a.b'`, `['a', 'b']`. */
export function partNamed(site: Site<Value> | undefined): Path {
	const value = site?.fact;
	if (value?.kind === 'literal' && (typeof value.value === 'string' || typeof value.value === 'number')) {
		return String(value.value)
			.split(/\.|\[|\]\.?/)
			.filter(name => name !== '')
			.map(property);
	}
	if (value?.kind !== 'array') return [];
	return value.elements.flatMap(element => (element.kind === 'literal' ? [property(String(element.value))] : []));
}
