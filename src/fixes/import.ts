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
	const known = bindings.find(({ definitions }) => definitions.some(each => each.kind === 'import' && sources.includes(each.source) && each.imported === name));
	if (known !== undefined) return { name: known.name, edit: undefined };
	if (bindings.some(binding => binding.name === name)) return undefined;

	const last = bindings.filter(({ definitions }) => definitions.some(({ kind }) => kind === 'import')).reduce((latest, { start }) => Math.max(latest, start), -1);
	if (last === -1) return { name, edit: insert(afterPrologue(text), `const { ${name} } = require('${source}');\n`) };
	const statement = endOfImport(text, last);
	if (statement === undefined) return undefined;
	const { end, quote, semicolon } = statement;
	return { name, edit: insert(end, `\nimport { ${name} } from ${quote}${source}${quote}${semicolon}`) };
}

/** The end of the import whose names stand at an offset. */
function endOfImport(text: string, from: number): { readonly end: number; readonly quote: string; readonly semicolon: string } | undefined {
	const pattern = /^[^;'"`()=]*?\bfrom\s*(['"])[^'"\n]*\1(?:[ \t]*(?:with|assert)[ \t]*\{[^}]*\})?[ \t]*(;?)/;
	const found = pattern.exec(text.slice(from));
	return found === null ? undefined : { end: from + found[0].length, quote: found[1] ?? '\'', semicolon: found[2] ?? '' };
}

/** Behind what must stay in front: a hashbang, comments, directives. */
function afterPrologue(text: string): number {
	const prologue = /^(?:#!.*\n)?(?:\s+|\/\/.*(?:\n|$)|\/\*[^]*?\*\/|(?:'[^'\n]*'|"[^"\n]*")[ \t]*;?[ \t]*(?:\n|$))*/.exec(text)?.[0] ?? '';
	return prologue.length;
}
