import type { ESLint } from 'eslint';

import { type Yaml, readYaml } from './yaml.ts';

/** The tree that ESLint walks: one node, for the rules ask the model and not the tree. */
export interface YamlRoot {
	readonly type: 'Program';
	readonly documents: readonly Yaml[];
	readonly range: readonly [number, number];
}

interface Position {
	readonly line: number;
	readonly column: number;
}

interface LintedText {
	readonly body: string | Uint8Array;
}

/** A YAML text as ESLint asks for it. */
export class YamlSourceCode {
	readonly text: string;
	readonly ast: YamlRoot;
	readonly lines: readonly string[];
	readonly #starts: readonly number[];

	constructor(text: string, ast: YamlRoot) {
		this.text = text;
		this.ast = ast;
		this.#starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
		this.lines = text.split(/\r?\n/);
	}

	getLoc(): { readonly start: Position; readonly end: Position } {
		return { start: { line: 1, column: 0 }, end: this.getLocFromIndex(this.text.length) };
	}

	getRange(): [number, number] {
		return [0, this.text.length];
	}

	/** Lines are counted from 1, columns from 0, as in ESLint's own. */
	getLocFromIndex(index: number): Position {
		const line = this.#starts.findLastIndex(start => start <= index);
		return { line: line + 1, column: index - (this.#starts[line] ?? 0) };
	}

	/** Into the one node, and out of it again (https://eslint.org/docs/latest/extend/languages#the-sourcecode-object). */
	*traverse(): Iterable<{
		readonly kind: 1;
		readonly type: 'visit';
		readonly phase: 1 | 2;
		readonly target: YamlRoot;
		readonly args: [YamlRoot];
	}> {
		yield { kind: 1, type: 'visit', phase: 1, target: this.ast, args: [this.ast] };
		yield { kind: 1, type: 'visit', phase: 2, target: this.ast, args: [this.ast] };
	}
}

function isRoot(ast: unknown): ast is YamlRoot {
	return typeof ast === 'object' && ast !== null && 'documents' in ast;
}

const textOf = ({ body }: LintedText): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));

/** The language of workflows (https://eslint.org/docs/latest/extend/languages): no other plugin is needed to lint them. */
export const yamlLanguage: NonNullable<ESLint.Plugin['languages']>[string] = {
	fileType: 'text',
	lineStart: 1,
	columnStart: 0,
	nodeTypeKey: 'type',
	visitorKeys: { Program: [] },

	validateLanguageOptions(): void {
		// There are none.
	},

	parse(file) {
		const text = textOf(file);
		const read = readYaml(text);
		return 'error' in read
			? { ok: false, errors: [read.error] }
			: { ok: true, ast: { type: 'Program', documents: read.documents, range: [0, text.length] } };
	},

	createSourceCode(file, { ast }) {
		const text = textOf(file);
		return new YamlSourceCode(text, isRoot(ast) ? ast : { type: 'Program', documents: [], range: [0, text.length] });
	},
};
