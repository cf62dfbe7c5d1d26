import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, Modifier, Role, Vocabulary as VocabularyRow, Word } from '../knowledge/frameworks/row.ts';
import { extensible, noTests } from '../knowledge/frameworks/shared-words.ts';
import { BySite } from '../project/by-site.ts';
import type { Site } from '../project/model.ts';
import type { Origin, Path } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { hasTitleAndBody, isPackage, wordIn } from './mentions.ts';
import { packageNameOf } from './package-names.ts';

/** What a call of a test framework says it is. */
export interface Said {
	readonly framework: FrameworkName;
	readonly role: Role;
	readonly modifiers: ReadonlySet<Modifier>;
	/** As it is written: `describe.concurrent`. */
	readonly words: string;
	/** The calls that declared the fixtures it offers, outermost first. */
	readonly fixtures: readonly Site<Call>[];
}

export interface Vocabulary {
	/** Undefined for a call that defines no suite, test or hook. */
	said(site: Site<Call>): Said | undefined;
}

/** `globals` are the frameworks whose words stand for themselves in this file, the likeliest first. */
export function createVocabulary(provenance: Provenance, globals: readonly FrameworkName[]): Vocabulary {
	const known = new BySite<Call, Said | 'nothing'>();
	const read = (site: Site<Call>): Said | undefined => {
		let left: Said | undefined;
		for (const origin of provenance.origins(at(site.fact.callee, site)).flatMap(each => inProxy(each, provenance))) {
			for (const { framework, row } of rowsFor(origin, globals, site.fact)) {
				const said =
					saidBy(origin, framework, row) ?? (hasTitleAndBody(site.fact) ? saidInOwnWord(origin, framework, row) : undefined);
				if (said !== undefined && !said.modifiers.has('skip')) return said;
				left ??= said;
			}
		}
		// What is left out here, `isWindows ? test.skip : test`, is run elsewhere.
		if (left !== undefined) return left;
		return hasTitleAndBody(site.fact) ? saidByName(provenance, site, globals) : undefined;
	};
	return {
		said(site) {
			if (site.fact.form !== 'call' || site.fact.args.length === 0) return undefined;
			const answer = known.of(site, () => read(site) ?? 'nothing');
			return answer === 'nothing' ? undefined : answer;
		},
	};
}

/**
 * `export function register(it) { it('saves', () => {}) }`, `own.suite('s', test => { test('saves', () => {}) })`, `it_without(['redis'])('saves', () => {})`: what has the name of a
 * runner's word, is given a title and a body, and of which nothing else is known.
 */
function saidByName(provenance: Provenance, site: Site<Call>, globals: readonly FrameworkName[]): Said | undefined {
	const { callee, usage } = site.fact;
	const [base, ...path] = usage === 'discarded' ? membersOf(callee.kind === 'call' ? callee.callee : callee) : [];
	const binding = base?.kind === 'reference' ? site.module.facts.bindings[base.binding] : undefined;
	const name = base?.kind === 'global' ? base.name : binding?.name;
	const word = name === undefined ? undefined : wordIn(name);
	if (
		base === undefined ||
		name === undefined ||
		word === undefined ||
		binding?.definitions.some(each => each.kind === 'import' && !isPackage(each.source)) === true
	)
		return undefined;
	if (!provenance.roots(at(base, site)).every(({ kind }) => kind === 'unknown' || kind === 'parameter' || kind === 'origin'))
		return undefined;
	const names = path.map(each => (each.kind === 'member' && typeof each.property === 'string' ? each.property : '*'));
	for (const start of word) {
		const origin: Origin = { from: 'global', steps: [start, ...names].map(property) };
		for (const { framework, row } of rowsFor(origin, globals, site.fact)) {
			const said = saidBy(origin, framework, row);
			if (said?.role === 'test' || said?.role === 'suite') return { ...said, words: [name, ...names].join('.') };
		}
	}
	return undefined;
}

/** What a chain of members begins with, and then each of them. */
function membersOf(value: Value): readonly Value[] {
	return value.kind === 'member' ? [...membersOf(value.object), value] : [value];
}

/** What a proxy stands for: `new Proxy(vitest.it, { get })` has the words of what it is put around, and others beside them. */
function inProxy(origin: Origin, provenance: Provenance): readonly Origin[] {
	const [name, made, ...rest] = origin.steps;
	const [target] =
		origin.from === 'global' && name?.kind === 'property' && name.name === 'Proxy' && made?.kind === 'construct'
			? (made.site?.fact.args ?? [])
			: [];
	return target === undefined || made?.kind !== 'construct' || made.site === undefined
		? [origin]
		: provenance.origins(at(target, made.site)).map(({ from, steps }) => ({ from, steps: [...steps, ...rest] }));
}

interface Entry {
	readonly framework: FrameworkName;
	readonly row: VocabularyRow;
}

const entries: readonly Entry[] = Object.values(frameworks).flatMap(({ name, vocabularies }) =>
	vocabularies.map(row => ({ framework: name, row })),
);
const packages: ReadonlySet<string> = new Set(entries.flatMap(({ row }) => row.from));
const byPackage: ReadonlyMap<string, readonly Entry[]> = new Map(
	[...packages].map(name => [name, entries.filter(({ row }) => row.from.includes(name))]),
);

/** A package of which nothing is known hands on the words of the runner that the file is meant for, where a call has the form of one of them. */
function rowsFor({ from, steps: [first] }: Origin, globals: readonly FrameworkName[], call: Call): readonly Entry[] {
	const known = byPackage.get(packageNameOf(from));
	if (known !== undefined && from !== 'global') return known;
	if (known === undefined && (first?.kind !== 'property' || !isLikeWord(call))) return [];
	const rows = byPackage.get('global') ?? [];
	return globals.flatMap(name => rows.filter(({ framework }) => framework === name));
}

/** A title and a body, or the body of a hook alone. */
function isLikeWord(call: Call): boolean {
	return call.usage === 'discarded' && (hasTitleAndBody(call) || (call.args.length === 1 && call.args[0]?.kind === 'function'));
}

/** A step of the chain as text, and the call where it is one. */
interface Token {
	readonly text: string;
	readonly site: Site<Call> | undefined;
}

/** Undefined where a step is neither a name nor a call. Types (`new` without a call) and awaits say nothing. */
function tokensOf(steps: Path): readonly Token[] | undefined {
	const tokens: Token[] = [];
	for (const step of steps) {
		if (step.kind === 'property') tokens.push({ text: step.name, site: undefined });
		else if (step.kind === 'call') tokens.push({ text: '()', site: step.site });
		else if (step.kind !== 'await' && !(step.kind === 'construct' && step.site === undefined)) return undefined;
	}
	return tokens[0]?.text === 'default' ? tokens.slice(1) : tokens;
}

function saidBy({ steps }: Origin, framework: FrameworkName, row: VocabularyRow): Said | undefined {
	const tokens = tokensOf(steps);
	if (tokens === undefined) return undefined;
	const start = longest(row.start, tokens, 0);
	if (start === undefined) return undefined;

	const words = [start.word];
	const fixtures: Site<Call>[] = [];
	let index = start.length;
	while (index < tokens.length) {
		const last = words.at(-1);
		const { text, site } = tokens[index] ?? { text: '', site: undefined };
		if (last?.called === true && text === '()' && tokens[index - 1]?.text !== '()') {
			if (last.fixtures === true && site !== undefined) fixtures.push(site);
			index++;
			continue;
		}
		const next = last?.called === true && tokens[index - 1]?.text !== '()' ? undefined : longest(row.then, tokens, index);
		if (next === undefined) return undefined;
		words.push(next.word);
		index += next.length;
	}
	if (words.at(-1)?.called === true && tokens.at(-1)?.text !== '()') return undefined;
	return combined(framework, words, tokens, fixtures);
}

/** `it.skipIfNotTouch('…', () => {})`, `describe.when(isServer)('…', () => {})`: a word that the project made, behind one that says what it is. */
function saidInOwnWord({ from, steps }: Origin, framework: FrameworkName, row: VocabularyRow): Said | undefined {
	const place = steps.findLastIndex(step => step.kind === 'property');
	const own = steps[place];
	const behind = steps.slice(place + 1);
	if (
		!extensible.has(framework) ||
		own?.kind !== 'property' ||
		noTests.test(own.name) ||
		behind.length > 1 ||
		behind.some(({ kind }) => kind !== 'call')
	)
		return undefined;
	const known = saidBy({ from, steps: steps.slice(0, place) }, framework, row);
	return known?.role === 'test' || known?.role === 'suite' ? { ...known, words: `${known.words}.${own.name}` } : undefined;
}

function combined(
	framework: FrameworkName,
	words: readonly Word[],
	tokens: readonly Token[],
	fixtures: readonly Site<Call>[],
): Said | undefined {
	const role = words.findLast(({ is }) => is !== undefined)?.is;
	if (role === undefined) return undefined;
	const modifiers = new Set(words.flatMap(({ adds }) => adds ?? []));
	return { framework, role, modifiers, words: tokens.flatMap(({ text }) => (text === '()' ? [] : [text])).join('.'), fixtures };
}

/** The longest key that the chain goes on with; the empty key fits where nothing else does. */
function longest(
	words: Readonly<Record<string, Word>>,
	tokens: readonly Token[],
	from: number,
): { readonly word: Word; readonly length: number } | undefined {
	let found: { readonly word: Word; readonly length: number } | undefined;
	for (let length = 0; length <= 3 && from + length <= tokens.length; length++) {
		const key = keyOf(tokens.slice(from, from + length));
		const word = Object.hasOwn(words, key) ? words[key] : undefined;
		if (word !== undefined) found = { word, length };
	}
	return found;
}

function keyOf(tokens: readonly Token[]): string {
	return tokens.reduce((key, { text }) => (text === '()' ? `${key}()` : key === '' ? text : `${key}.${text}`), '');
}
