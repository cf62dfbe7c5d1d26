import path from 'node:path';

import { type Host, matching } from './host.ts';

/** Texts by path; relative paths start at the working directory. */
export type Files = Readonly<Record<string, string>>;

const suffixes: readonly string[] = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

/**
 * A file system in memory, for playgrounds and tests: nothing is read from disk, and no package is installed. Relative specifiers
 * resolve as with TypeScript's `bundler` resolution.
 */
export function virtualHost(files: Files, directory: string): Host {
	const texts = new Map(Object.entries(files).map(([name, text]) => [path.resolve(directory, name), text]));
	return {
		identity: texts,
		read: file => texts.get(file),
		stamp: file => texts.get(file),
		entries: (parent, only) => matching(childrenOf(parent, texts.keys()), only),
		directoryStamp: (parent, only) => matching(childrenOf(parent, texts.keys()), only).join('\n'),
		resolve(source, from) {
			if (!source.startsWith('.')) return undefined;
			const target = path.resolve(path.dirname(from), source);
			const stems = [target, target.replace(/\.([cm]?)js(x?)$/, '.$1ts$2')];
			return stems.flatMap(stem => suffixes.map(suffix => stem + suffix)).find(file => texts.has(file));
		},
		real: file => file,
	};
}

function childrenOf(parent: string, files: Iterable<string>): readonly string[] {
	const inside = [...files].filter(file => file.startsWith(parent + path.sep));
	return [...new Set(inside.map(file => file.slice(parent.length + 1).split(path.sep)[0] ?? ''))].sort();
}
