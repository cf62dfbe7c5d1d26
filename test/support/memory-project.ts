import path from 'node:path';

import type { Host } from '../../src/project/host.ts';
import type { Module, Project } from '../../src/project/model.ts';
import { createProject } from '../../src/project/project.ts';

/** Files by absolute or relative path; relative ones stand in `/project`. */
export type Files = Readonly<Record<string, string>>;

export const root = '/project';

const extensions = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

/** A file system in memory. Relative specifiers resolve as TypeScript's bundler mode does; nothing is installed. */
export function memoryHost(files: Files): Host {
	const texts = new Map(Object.entries(files).map(([name, text]) => [path.posix.resolve(root, name), text]));
	return {
		read: file => texts.get(file),
		stamp: file => (texts.has(file) ? String(texts.get(file)?.length) : undefined),
		entries: directory => [...new Set([...texts.keys()].filter(file => file.startsWith(`${directory}/`)).map(file => file.slice(directory.length + 1).split('/')[0] ?? ''))].sort(),
		resolve(source, from) {
			if (!source.startsWith('.')) return undefined;
			const target = path.posix.resolve(path.posix.dirname(from), source);
			const stems = [target, target.replace(/\.([cm]?)js(x?)$/, '.$1ts$2')];
			return stems.flatMap(stem => extensions.map(extension => stem + extension)).find(file => texts.has(file));
		},
		real: file => file,
	};
}

export interface Opened {
	readonly project: Project;
	readonly module: Module;
}

/** The project seen from one of its files. Throws where the file does not parse. */
export function openProject(files: Files, entry = Object.keys(files)[0] ?? ''): Opened {
	const file = path.posix.resolve(root, entry);
	const project = createProject(memoryHost(files), file, root);
	const module = project.load(file);
	if (module === undefined) throw new Error(`${entry} cannot be read: does it parse?`);
	return { project, module };
}
