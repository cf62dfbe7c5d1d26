import type { Origin, Root, Trail } from './model.ts';

/**
 * The same root, reached in another way. Written out kind by kind: roots are copied all the time, and V8 gives copies that begin with a spread
 * hidden classes of their own, which makes all that reads them slow.
 */
export function reached(root: Root, change: Partial<Omit<Trail, 'at'>>): Root {
	const { conditions = root.conditions, spread = root.spread, sorted = root.sorted } = change;
	const { gathered = root.gathered, later = root.later } = change;
	const { at } = root;
	switch (root.kind) {
		case 'origin':
			return { kind: 'origin', origin: root.origin, at, conditions, spread, sorted, gathered, later };
		case 'function': {
			const { site, receiver, path } = root;
			return { kind: 'function', site, receiver, path, at, conditions, spread, sorted, gathered, later };
		}
		case 'class':
			return { kind: 'class', site: root.site, path: root.path, at, conditions, spread, sorted, gathered, later };
		case 'instance': {
			const { site, construction, path } = root;
			return { kind: 'instance', site, construction, path, at, conditions, spread, sorted, gathered, later };
		}
		case 'made':
			return { kind: 'made', site: root.site, path: root.path, at, conditions, spread, sorted, gathered, later };
		case 'parameter': {
			const { site, index, path } = root;
			return { kind: 'parameter', site, index, path, at, conditions, spread, sorted, gathered, later };
		}
		case 'unknown':
			return { kind: 'unknown', at, conditions, spread, sorted, gathered, later };
	}
}

/** A root that is known by another path: `const { get } = axios` is `axios.get`. */
export function named(origin: Origin, { at, conditions, spread, sorted, gathered, later }: Trail): Root {
	return { kind: 'origin', origin, at, conditions, spread, sorted, gathered, later };
}

/** A function that is called on a value. */
export function onReceiver(
	{ site, path, at, conditions, spread, sorted, gathered, later }: Extract<Root, { kind: 'function' }>,
	receiver: Trail['at'],
): Root {
	return { kind: 'function', site, receiver, path, at, conditions, spread, sorted, gathered, later };
}
