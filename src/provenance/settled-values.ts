import type { Site } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { type Walker, at, functionAt } from './walker.ts';

/** What a promise settles with, taken apart by `path`. */
export function walkSettled(walker: Walker, promise: Site<Value>, path: Path): Root[] {
	return walker.walk(promise, [{ kind: 'await' }, ...path]);
}

/**
 * What the promise of a chain settles with, where its last callback is written on the spot and something is known of what it gives, whatever
 * came before it: `save().then(() => load()).then(rows => …)` hands on what `load` gives.
 */
export function walkChained(walker: Walker, { fact, ...place }: Site<Call>, path: Path): Root[] | undefined {
	const [callback, ...others] = isSettling(walker, fact) ? fact.args : [];
	const body = callback?.kind === 'function' && others.length === 0 ? functionAt(place.module, callback.function) : undefined;
	const roots = body === undefined ? [] : walker.results(at(body, place), path);
	return roots.some(({ kind }) => kind !== 'unknown') ? roots : undefined;
}

/** `then`, and `spread` of the promises of libraries. */
function isSettling(walker: Walker, { callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && (callee.property === 'spread' || walker.settles(callee.property));
}
