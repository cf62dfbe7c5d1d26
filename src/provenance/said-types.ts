import { drivers } from '../knowledge/browser-packages.ts';
import type { Root } from './model.ts';
import type { Walker } from './walker.ts';

/**
 * What a value is, and where nothing tells that, what its annotation says. Where a package gives the value of which no row is known, the annotation counts
 * only for what drives a browser: of that nobody makes a stand-in.
 */
export function orSaid(walker: Walker, roots: Root[], said: () => Root[]): Root[] {
	if (roots.every(({ kind }) => kind === 'unknown')) return said();
	if (!roots.every(root => isOfStranger(walker, root))) return roots;
	const driving = said().filter(root => root.kind === 'origin' && drivers.has(root.origin.from));
	return driving.length > 0 ? driving : roots;
}

function isOfStranger({ knows }: Walker, root: Root): boolean {
	return root.kind === 'unknown' || (root.kind === 'origin' && !knows(root.origin.from));
}
