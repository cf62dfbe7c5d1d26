import { joining, promisePackages } from '../knowledge/promise-classes.ts';
import { dotted } from '../provenance/match.ts';
import type { Origin, Root } from '../provenance/model.ts';
import type { Call } from '../syntax/facts.ts';

/** Whether a root is a class of promises: that of the language, or of a library, or what one calls so (`Ember.RSVP.Promise`). */
export function isPromiseClass(root: Root): boolean {
	if (root.kind !== 'origin') return false;
	const name = dotted(root.origin);
	return (
		name === 'Promise' || name.endsWith('.Promise') || (promisePackages.has(root.origin.from) && (name === '' || name === 'default'))
	);
}

/** Whether a value is the promise of a deferred: `Q.defer().promise`, `Promise.withResolvers().promise`. */
export function isDeferred(origin: Origin): boolean {
	return (
		(promisePackages.has(origin.from) && /^(?:default\.|Promise\.)?(?:defer|pending)\.promise$/.test(dotted(origin))) ||
		(origin.from === 'global' && dotted(origin) === 'Promise.withResolvers.promise')
	);
}

/** Whether a root is a function that waits for several promises: `Promise.all` and its like. */
export function isJoin(root: Root): boolean {
	return root.kind === 'origin' && joining.has(dotted(root.origin).replace(/^Promise\./, ''));
}

/** `new Promise(…)`, as it is written: what a promise of the language settles with is told by its executor. */
export function isNewPromise({ form, callee }: Call): boolean {
	return form === 'new' && callee.kind === 'global' && callee.name === 'Promise';
}
