import type { Module } from '../project/model.ts';
import { type Edit, insert } from './edit.ts';

/** The linted file: its facts and its text. */
export interface Editable {
	readonly module: Module;
	readonly text: string;
}

export interface Imported {
	/** How to write it. */
	readonly name: string;
	/** What brings it in; undefined where it is there already. */
	readonly edit: Edit | undefined;
}

/** A named export of one of Node's own modules, imported in the file's own way; undefined where the name means something else there. */
export function importedName({ module, text }: Editable, source: `node:${string}`, name: string): Imported | undefined {
	const { bindings } = module.facts;
	const sources = [source, source.replace('node:', '')];
	const known = bindings.find(({ definitions }) =>
		definitions.some(each => each.kind === 'import' && sources.includes(each.source) && each.imported === name),
	);
	if (known !== undefined) return { name: known.name, edit: undefined };
	if (bindings.some(binding => binding.name === name)) return undefined;

	const isModule = bindings.some(({ definitions }) => definitions.some(({ kind }) => kind === 'import'));
	if (!isModule) return { name, edit: insert(afterPrologue(text, 0), `const { ${name} } = require('${source}');\n`) };
	const last = lastImport(text);
	return last === undefined
		? undefined
		: { name, edit: insert(last.end, `\nimport { ${name} } from ${last.quote}${source}${last.quote}${last.semicolon}`) };
}

/**
 * Names of one package, added to the list that its import has; `global` where the file does not import it, and uses what is there for
 * everyone. Undefined where a name means something else in the file, or the import has no list.
 */
export function importedNames({ module, text }: Editable, source: string, names: readonly string[]): Edit | 'global' | undefined {
	const { bindings } = module.facts;
	const isFrom = (binding: (typeof bindings)[number]): boolean =>
		binding.definitions.some(each => each.kind === 'import' && each.source === source && each.imported === binding.name);
	const missing = names.filter(name => !bindings.some(binding => binding.name === name && isFrom(binding)));
	if (missing.some(name => bindings.some(binding => binding.name === name))) return undefined;
	if (!module.facts.sources.includes(source)) return 'global';
	const list = new RegExp(`\\bimport\\s*\\{\\s*(?=[^{}]*\\}\\s*from\\s*(['"])${source}\\1)`).exec(text);
	if (list === null) return undefined;
	return missing.length === 0 ? { replacements: [] } : insert(list.index + list[0].length, `${missing.join(', ')}, `);
}

interface ImportStatement {
	readonly end: number;
	readonly quote: string;
	readonly semicolon: string;
}

/** The last of the imports that the file begins with. */
function lastImport(text: string): ImportStatement | undefined {
	const pattern = /import\b(?:[^;'"`()=]*?\bfrom)?\s*(['"])[^'"\n]*\1(?:[ \t]*(?:with|assert)[ \t]*\{[^}]*\})?[ \t]*(;?)/y;
	let last: ImportStatement | undefined;
	for (;;) {
		pattern.lastIndex = afterPrologue(text, last?.end ?? 0);
		const found = pattern.exec(text);
		if (found === null) return last;
		last = { end: pattern.lastIndex, quote: found[1] ?? "'", semicolon: found[2] ?? '' };
	}
}

/** Behind blanks, comments, directives and a hashbang. */
function afterPrologue(text: string, from: number): number {
	const prologue = /(?:#!.*\n)?(?:\s+|\/\/.*(?:\n|$)|\/\*[^]*?\*\/|(?:'[^'\n]*'|"[^"\n]*")[ \t]*;?[ \t]*(?:\n|$))*/y;
	prologue.lastIndex = from;
	prologue.test(text);
	return Math.max(prologue.lastIndex, from);
}
