import { type Node, type Pair, LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml';

import type { Span } from '../syntax/facts.ts';

/** A YAML value as plain data, anchors and merges put in their places; `span` is where it is written. */
export type Yaml =
	| { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly span: Span }
	| { readonly kind: 'list'; readonly items: readonly Yaml[]; readonly span: Span }
	| { readonly kind: 'text'; readonly text: string; readonly span: Span }
	/** What a tag of the application's own makes: `!reference [a, script]`. */
	| { readonly kind: 'other'; readonly span: Span };

export interface YamlEntry {
	readonly key: string;
	readonly value: Yaml;
	/** The key and the value. */
	readonly span: Span;
}

export interface YamlError {
	readonly message: string;
	/** 1-based. */
	readonly line: number;
	readonly column: number;
}

export type YamlFile = { readonly documents: readonly Yaml[] } | { readonly error: YamlError };

/** Longer texts are data, and not read. */
const maxLength = 500_000;
/** Values that one file may come to, anchors written out: a few lines of them can stand for millions. */
const maxValues = 20_000;
const maxDepth = 60;

/** How many brackets may be open at once, and how wide what stands in front of a line's own text may be: a block that is nested is indented, or marked. */
const maxNesting = 200;
const maxIndentation = 400;

/**
 * Whether a text may be nested so deep that the parser, which calls itself for each level, runs out of stack. That cannot be left to a `catch`: where the
 * stack ends while V8 compiles a regular expression, the whole process ends.
 */
function isTooDeep(text: string): boolean {
	let open = 0;
	for (const character of text) {
		if (character === '[' || character === '{') open++;
		else if (character === ']' || character === '}') open = Math.max(0, open - 1);
		if (open > maxNesting) return true;
	}
	return text.split('\n').some(line => (/^[\s?-]*/.exec(line)?.[0].length ?? 0) > maxIndentation);
}

/** Reads a text; what is too long, too deep or too large when it is written out is left out. */
export function readYaml(text: string): YamlFile {
	if (text.length > maxLength || isTooDeep(text)) return { documents: [] };
	const lines = new LineCounter();
	try {
		const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
		if (!Array.isArray(documents)) return { documents: [] };
		for (const {
			errors: [error],
		} of documents) {
			if (error === undefined) continue;
			const { line, col } = lines.linePos(error.pos[0]);
			return { error: { message: `The YAML cannot be read: ${error.message.split('\n', 1)[0] ?? ''}`, line, column: col } };
		}
		return { documents: documents.flatMap(document => (document.contents === null ? [] : [new Plain(document.contents).value])) };
	} catch (error) {
		return {
			error: { message: `The YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`, line: 1, column: 1 },
		};
	}
}

class Plain {
	readonly value: Yaml;
	readonly #anchors = new Map<string, Node>();
	#values = 0;

	constructor(root: unknown) {
		this.value = this.#plain(root, 0);
	}

	#plain(node: unknown, depth: number): Yaml {
		const span = spanOf(node);
		if (depth > maxDepth || this.#values++ > maxValues) return { kind: 'other', span };
		if (isAlias(node)) {
			const target = this.#anchors.get(node.source);
			return target === undefined ? { kind: 'other', span } : this.#plain(target, depth + 1);
		}
		if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
		if (isOwnTag(node)) return { kind: 'other', span };
		if (isMap(node)) return { kind: 'map', entries: node.items.flatMap(pair => this.#entries(pair, depth)), span };
		if (isSeq(node)) return { kind: 'list', items: node.items.map(item => this.#plain(item, depth + 1)), span };
		return isScalar(node) ? { kind: 'text', text: textOf(node.value), span } : { kind: 'other', span };
	}

	#entries(pair: Pair, depth: number): YamlEntry[] {
		const { key, value } = pair;
		const name = isScalar(key) ? String(key.value) : undefined;
		if (name === undefined) return [];
		const plain = value === null ? { kind: 'text' as const, text: '', span: spanOf(key) } : this.#plain(value, depth + 1);
		if (name === '<<')
			return [plain, ...(plain.kind === 'list' ? plain.items : [])].flatMap(each => (each.kind === 'map' ? each.entries : []));
		return [{ key: name, value: plain, span: { start: spanOf(key).start, end: Math.max(plain.span.end, spanOf(key).end) } }];
	}
}

/** Tags that YAML itself does not know. */
function isOwnTag(node: unknown): boolean {
	return (
		(isScalar(node) || isMap(node) || isSeq(node)) &&
		node.tag !== undefined &&
		!node.tag.startsWith('tag:yaml.org,2002:') &&
		node.tag !== '!'
	);
}

function spanOf(node: unknown): Span {
	if (isPair(node)) return spanOf(node.key);
	const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
	return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** The value at a key; the last one where several are. */
export function at(value: Yaml | undefined, ...keys: readonly string[]): Yaml | undefined {
	let current = value;
	for (const key of keys) current = current?.kind === 'map' ? current.entries.findLast(entry => entry.key === key)?.value : undefined;
	return current;
}

export function textAt(value: Yaml | undefined, ...keys: readonly string[]): string | undefined {
	const found = at(value, ...keys);
	return found?.kind === 'text' ? found.text : undefined;
}

export function itemsOf(value: Yaml | undefined): readonly Yaml[] {
	return value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
}

export function entriesOf(value: Yaml | undefined): readonly YamlEntry[] {
	return value?.kind === 'map' ? value.entries : [];
}

/** A scalar of YAML's core schema as a text; nothing for `null`. */
function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
		? String(value)
		: '';
}
