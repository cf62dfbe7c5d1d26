import path from 'node:path';

import { stringAt, valueAt } from './json.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceFile } from './unbuilt.ts';
import { ancestors } from './workspaces.ts';

/** Folders of a package that bundlers and runners are told to look for modules in (`resolve.modules`, `modulePaths`, `baseUrl`), or that `@/` stands for. */
const roots: readonly string[] = ['', 'src'];

/**
 * The file of the project that a path without a dot in front of it leads to: `src/config.js`, `@/config`. What says so is a setting of a bundler or runner that
 * is mostly code, so the file itself is the witness: it is there, in the nearest package that has one, and no such package is asked for or installed.
 */
export function rootedFile(host: Snapshot, source: string, from: string): string | undefined {
	const rest = behindRoot(source);
	if (rest === undefined) return undefined;
	for (const directory of ancestors(path.dirname(from))) {
		const manifest = host.json(path.join(directory, 'package.json'));
		if (manifest === undefined) continue;
		if (rest === source && isListed(manifest, source)) return undefined;
		for (const root of roots) {
			const found = sourceFile(host, path.join(directory, root, rest));
			if (found !== undefined) return found;
		}
	}
	return undefined;
}

/**
 * The names of packages have no slash, or begin with a scope that has a name; `$lib` stands for `src/lib` in SvelteKit, whose settings for TypeScript are made
 * when it runs (https://svelte.dev/docs/kit/$lib).
 */
function behindRoot(source: string): string | undefined {
	if (source === '$lib' || source.startsWith('$lib/')) return source.slice(1);
	const [, aliased] = /^(?:@|~|@@|~~)\/(.+)$/.exec(source) ?? [];
	return aliased ?? (/^[\w-][\w.-]*\//.test(source) ? source : undefined);
}

function isListed(manifest: unknown, source: string): boolean {
	const [name = ''] = source.split('/');
	return (
		stringAt(manifest, 'name') === name ||
		['devDependencies', 'dependencies', 'optionalDependencies', 'peerDependencies'].some(
			group => valueAt(manifest, group, name) !== undefined,
		)
	);
}
