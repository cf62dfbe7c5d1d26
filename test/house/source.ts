import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Comment, type Program, parseSync, type StaticImport, type StaticExport } from 'oxc-parser';

/** A file of this repository, parsed. */
export interface Source {
	/** From the top of the repository, with forward slashes. */
	readonly path: string;
	readonly text: string;
	readonly program: Program;
	readonly comments: readonly Comment[];
	readonly imports: readonly Import[];
}

export interface Import {
	/** As it is written. */
	readonly specifier: string;
	/** Gone when the types are stripped. */
	readonly typeOnly: boolean;
}

export const root = fileURLToPath(new URL('../../', import.meta.url));

const fromImport = ({ moduleRequest, entries }: StaticImport): Import => ({
	specifier: moduleRequest.value,
	typeOnly: entries.length > 0 && entries.every(entry => entry.isType),
});

const fromExport = ({ entries }: StaticExport): Import[] =>
	entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : []));

/** `import()` of anything but a string is left as it is written. */
const dynamic = (text: string): Import => ({ specifier: text.replace(/^(['"])(.*)\1$/u, '$2'), typeOnly: false });

export function parseSource(path: string, text: string): Source {
	const { program, comments, errors, module } = parseSync(path, text);
	if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
	return {
		path,
		text,
		program,
		comments,
		imports: [
			...module.staticImports.map(fromImport),
			...module.staticExports.flatMap(fromExport),
			...module.dynamicImports.map(({ moduleRequest: { start, end } }) => dynamic(text.slice(start, end))),
		],
	};
}

/** Every TypeScript file in a folder of the repository, at any depth; nothing where there is no such folder. */
export function sourcesIn(folder: string): Source[] {
	return pathsIn(folder)
		.filter(path => path.endsWith('.ts'))
		.map(path => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

export function pathsIn(folder: string): string[] {
	const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
	return entries
		.filter(entry => entry.isFile())
		.map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
}
