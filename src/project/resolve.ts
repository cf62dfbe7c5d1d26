import { isBuiltin } from 'node:module';
import path from 'node:path';

import type { Snapshot } from './snapshot.ts';
import type { Resolution } from './model.ts';
import { rootedFile } from './rooted.ts';
import { builtSource } from './unbuilt.ts';
import { workspaceEntry } from './workspaces.ts';

/** What `source` means in `from`: a file of the project, a package, or unknown. */
export function resolveModule(host: Snapshot, source: string, from: string): Resolution {
	if (isBuiltin(source)) return { kind: 'package', name: source.startsWith('node:') ? source : `node:${source}` };

	const relative = source.startsWith('.') || path.isAbsolute(source);
	const written = host.resolve(source, from);
	const found = !relative && written !== undefined && declaresPackage(source, written) ? undefined : written;
	if (found !== undefined) {
		if (relative || isProjectFile(found, from)) return { kind: 'file', file: found };
		return { kind: 'package', name: packageName(source) };
	}
	if (relative) {
		const file = builtSource(host, path.resolve(path.dirname(from), source));
		return file === undefined ? { kind: 'unknown' } : { kind: 'file', file };
	}
	const file = workspaceEntry(host, source, from) ?? rootedFile(host, source, from);
	return file === undefined ? { kind: 'package', name: packageName(source) } : { kind: 'file', file };
}

/** Whether a tsconfig's `paths` lead from a package to a file of types that the project has written for it: what runs is the package. */
function declaresPackage(source: string, file: string): boolean {
	return /\.d\.[cm]?ts$/.test(file) && /^(?:@[\w.-]+\/)?\w/.test(source);
}

/** Installed packages are not the project, except to the files inside them. */
function isProjectFile(file: string, from: string): boolean {
	const inside = file.split(`${path.sep}node_modules${path.sep}`);
	return (
		inside.length === 1 ||
		from.startsWith(
			path.join(
				...[inside.slice(0, -1).join(`${path.sep}node_modules${path.sep}`), 'node_modules', firstSegments(inside.at(-1) ?? '')],
			),
		)
	);
}

function firstSegments(rest: string): string {
	const segments = rest.split(path.sep);
	return segments.slice(0, rest.startsWith('@') ? 2 : 1).join(path.sep);
}

/** `npm:chalk@5` and `jsr:@std/assert@1` are the packages without registry and version (https://docs.deno.com/runtime/fundamentals/modules/). */
function packageName(source: string): string {
	const bare = source.replace(/^(npm|jsr):/, '');
	return bare === source ? source : bare.replace(/(?<=.)@[^/]*/, '');
}
