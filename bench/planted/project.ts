import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../package-file.ts';

/** A project that is written down in one Markdown file: a heading and a block of code for each of its files. */
export interface Project {
	readonly name: string;
	readonly files: readonly { readonly path: string; readonly code: string }[];
}

const folder = packageFile('bench/planted');
const file = /^## (\S+)\n\n````\w*\n([^]*?)\n````$/gm;

export function projects(): readonly Project[] {
	return readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => ({
			name: name.replace(/\.md$/, ''),
			files: [...readFileSync(join(folder, name), 'utf8').matchAll(file)].map(([, path = '', code = '']) => ({
				path,
				code: `${code}\n`,
			})),
		}));
}

/** Writes the files of a project into a folder. */
export function layOut({ files }: Project, directory: string): void {
	for (const { path, code } of files) {
		mkdirSync(join(directory, dirname(path)), { recursive: true });
		writeFileSync(join(directory, path), code);
	}
}
