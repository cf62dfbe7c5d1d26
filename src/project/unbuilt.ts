import path from 'node:path';

import type { Snapshot } from './snapshot.ts';

const extensions: readonly string[] = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs'];
const outputs: ReadonlySet<string> = new Set(['dist', 'build', 'lib', 'out', 'es', 'esm', 'cjs']);

/** The source file that a path into build output, or one without its extension, stands for; undefined where there is none. */
export function builtSource(host: Snapshot, target: string): string | undefined {
	const direct = sourceFile(host, target);
	if (direct !== undefined) return direct;

	const segments = target.split(path.sep);
	for (let index = segments.length - 1; index >= 0; index--) {
		if (!outputs.has(segments[index] ?? '')) continue;
		const before = segments.slice(0, index);
		for (const behind of behindOutputs(segments.slice(index + 1))) {
			const source =
				sourceFile(host, [...before, 'src', ...behind].join(path.sep)) ?? sourceFile(host, [...before, ...behind].join(path.sep));
			if (source !== undefined) return source;
		}
	}
	return undefined;
}

/** `dist/lib/a.js` is built from `src/lib/a.ts`, or from `src/a.ts`. */
function behindOutputs(segments: readonly string[]): readonly (readonly string[])[] {
	const [first = '', ...others] = segments;
	return outputs.has(first) ? [segments, ...behindOutputs(others)] : [segments];
}

/** `target` itself, with another extension, or the index of the directory it names. */
export function sourceFile(host: Snapshot, target: string): string | undefined {
	const { dir, name, ext } = path.parse(target);
	const stem = extensions.includes(ext) ? path.join(dir, name) : target;
	const candidates = [
		target,
		...extensions.map(extension => stem + extension),
		...extensions.map(extension => path.join(target, `index${extension}`)),
	];
	return candidates.find(candidate => host.stamp(candidate) !== undefined);
}
