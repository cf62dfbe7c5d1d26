import { valueAt } from './json.ts';

/** In the order in which the source is likelier; `types` may be a source file too. */
const conditions = ['source', 'development', 'import', 'module', 'require', 'node', 'default', 'types'] as const;

/**
 * What `exports` of a manifest says that a path into the package stands for: `.`, `./utilities`. Patterns hold as Node.js reads them: the
 * longest prefix wins. Undefined where it says nothing (https://nodejs.org/api/packages.html#subpath-patterns).
 */
export function exportedTarget(manifest: unknown, subpath: string): string | undefined {
	const exported = valueAt(manifest, 'exports');
	const entries = typeof exported === 'object' && exported !== null ? Object.entries(exported) : [];
	const paths: [string, unknown][] = entries.some(([key]) => key.startsWith('.')) ? entries : [['.', exported]];

	const exact = paths.find(([key]) => key === subpath);
	if (exact !== undefined) return targetIn(exact[1]);
	const matches = paths.flatMap(([key, value]) => {
		const [before = '', after] = key.split('*');
		const fits =
			after !== undefined && subpath.startsWith(before) && subpath.endsWith(after) && subpath.length > before.length + after.length;
		return fits ? [{ before, value, name: subpath.slice(before.length, subpath.length - after.length) }] : [];
	});
	const [best] = matches.sort((a, b) => b.before.length - a.before.length);
	return best === undefined ? undefined : targetIn(best.value)?.replaceAll('*', () => best.name);
}

function targetIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	for (const condition of conditions) {
		const under = valueAt(value, condition);
		const target = under === undefined ? undefined : targetIn(under);
		if (target !== undefined) return target;
	}
	return undefined;
}
