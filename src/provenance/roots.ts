import type { Origin, Root, Trail } from './model.ts';

/**
 * The same root, reached in another way. Written out kind by kind: roots are copied all the time, and V8 gives copies that begin with a spread
 * hidden classes of their own, which makes all that reads them slow.
 */
export function reached(
	root: Root,
	{ conditions = root.conditions, spread = root.spread, sorted = root.sorted, gathered = root.gathered }: Partial<Omit<Trail, 'at'>>,
): Root {
	const { at } = root;
	switch (root.kind) {
		case 'origin':
			return { kind: 'origin', origin: root.origin, at, conditions, spread, sorted, gathered };
		case 'function': {
			const { site, receiver, path } = root;
			return { kind: 'function', site, receiver, path, at, conditions, spread, sorted, gathered };
		}
		case 'class':
			return { kind: 'class', site: root.site, path: root.path, at, conditions, spread, sorted, gathered };
		case 'instance': {
			const { site, construction, path } = root;
			return { kind: 'instance', site, construction, path, at, conditions, spread, sorted, gathered };
		}
		case 'made':
			return { kind: 'made', site: root.site, path: root.path, at, conditions, spread, sorted, gathered };
		case 'parameter':
			return { kind: 'parameter', site: root.site, index: root.index, path: root.path, at, conditions, spread, sorted, gathered };
		case 'unknown':
			return { kind: 'unknown', at, conditions, spread, sorted, gathered };
	}
}

/** A root that is known by another path: `const { get } = axios` is `axios.get`. */
export function named(origin: Origin, { at, conditions, spread, sorted, gathered }: Trail): Root {
	return { kind: 'origin', origin, at, conditions, spread, sorted, gathered };
}

/** A function that is called on a value. */
export function onReceiver(
	{ site, path, at, conditions, spread, sorted, gathered }: Extract<Root, { kind: 'function' }>,
	receiver: Trail['at'],
): Root {
	return { kind: 'function', site, receiver, path, at, conditions, spread, sorted, gathered };
}
