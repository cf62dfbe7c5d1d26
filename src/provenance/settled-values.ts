import { globalName } from '../syntax/global-name.ts';
import { browserPackages } from '../knowledge/browser-packages.ts';
import { waitedEvents } from '../knowledge/event-words.ts';
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

/**
 * A member of what one of several promises settles with that are waited for together: of an event beside what brings it about, `const [download] = await Promise.all([page.waitForEvent('download'), click()])`,
 * and of a page, or what holds one, that is opened beside others.
 */
export function walkJoined(
	walker: Walker,
	{
		fact: {
			callee,
			args: [list],
		},
		...place
	}: Site<Call>,
	path: Path,
): Root[] | undefined {
	const [settling, position, ...rest] = path;
	if (
		globalName(callee) !== 'Promise.all' ||
		settling?.kind !== 'await' ||
		position?.kind !== 'position' ||
		position.index === undefined ||
		rest[0]?.kind !== 'property' ||
		list?.kind !== 'array'
	)
		return undefined;
	const upTo = list.elements.slice(0, position.index + 1);
	const promise = upTo.some(({ kind }) => kind === 'spread') ? undefined : upTo[position.index];
	const isEvent =
		promise?.kind === 'call' &&
		promise.callee.kind === 'member' &&
		typeof promise.callee.property === 'string' &&
		waitedEvents.has(promise.callee.property);
	const roots = promise?.kind === 'call' ? walkSettled(walker, at(promise, place), rest) : [];
	const isTold = isEvent ? roots.some(({ kind }) => kind !== 'unknown') : roots.length > 0 && roots.every(isOfBrowser);
	return isTold ? roots : undefined;
}

function isOfBrowser(root: Root): boolean {
	return root.kind === 'origin' && root.origin.from !== 'global' && browserPackages.some(name => name === root.origin.from);
}

/** `then`, and `spread` of the promises of libraries. */
function isSettling(walker: Walker, { callee }: Call): boolean {
	return (
		callee.kind === 'member' && typeof callee.property === 'string' && (callee.property === 'spread' || walker.settles(callee.property))
	);
}
