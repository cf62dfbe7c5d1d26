import path from 'node:path';

import type { Host } from './host.ts';

const extensions: readonly string[] = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs'];
const outputs: ReadonlySet<string> = new Set(['dist', 'build', 'lib', 'out', 'es', 'esm', 'cjs']);

/** The source file that a path into build output, or one without its extension, stands for; undefined where there is none. */
export function builtSource(host: Host, target: string): string | undefined {
	const direct = sourceFile(host, target);
	if (direct !== undefined) return direct;

	const segments = target.split(path.sep);
	const index = segments.findLastIndex(segment => outputs.has(segment));
	if (index === -1) return undefined;
	const source = [...segments.slice(0, index), 'src', ...segments.slice(index + 1)].join(path.sep);
	return sourceFile(host, source) ?? sourceFile(host, source.replace(`${path.sep}src${path.sep}src${path.sep}`, `${path.sep}src${path.sep}`));
}

/** `target` itself, with another extension, or the index of the directory it names. */
export function sourceFile(host: Host, target: string): string | undefined {
	const { dir, name, ext } = path.parse(target);
	const stem = extensions.includes(ext) ? path.join(dir, name) : target;
	const candidates = [target, ...extensions.map(extension => stem + extension), ...extensions.map(extension => path.join(target, `index${extension}`))];
	return candidates.find(candidate => host.stamp(candidate) !== undefined);
}
