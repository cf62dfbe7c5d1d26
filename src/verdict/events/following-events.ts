import type { EventWait } from '../../effects/waits/event-wait.ts';
import { atOnceAfter } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Root } from '../../provenance/model.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** Whether an event may come in the same turn as the one that was waited for, on the same object: who awaits the first cannot hear the second. */
export function isFollower(first: EventWait, second: EventWait, models: Models): boolean {
	const roots = second.on === undefined ? [] : models.provenance.roots(second.on);
	return followsAtOnce(first, second, roots) && (isOfSame(first, second) || isMadeAlike(first, roots, models));
}

/** The same where the promise of the first event makes the object, and gives it. */
export function isFollowerOfMade(promise: Site<Call>, first: EventWait, second: EventWait, { provenance }: Models): boolean {
	const [given, made] = [second.on, first.on].map(on => (on === undefined ? [] : provenance.roots(on)));
	const [own, ...others] = (given ?? []).map(root => lastOf(root)?.site);
	return followsAtOnce(first, second, made ?? []) && others.length === 0 && own !== undefined && isSameCall(promise, own);
}

function followsAtOnce(first: EventWait, second: EventWait, roots: readonly Root[]): boolean {
	const known = atOnceAfter.filter(row => row.first === first.name && row.second === second.name);
	return (
		known.length > 0 &&
		roots.some(root => {
			const last = lastOf(root);
			return root.kind === 'origin' && last !== undefined && known.some(row => row.from === root.origin.from && row.by === last.kind);
		})
	);
}

/** Whether two events are waited for of one object, as far as names tell. */
export function isOfSame({ on: one }: EventWait, { on: other }: EventWait): boolean {
	const identity = one === undefined ? undefined : identityOf(one, 'names');
	return identity !== undefined && other !== undefined && identity === identityOf(other, 'names');
}

/** Whether what the first event is waited for of was made by the same call: in a function that gives it when it is open. */
function isMadeAlike({ on }: EventWait, roots: readonly Root[], { provenance }: Models): boolean {
	const [own, ...others] = roots.map(root => lastOf(root)?.site);
	const made = on === undefined ? [] : provenance.roots(on).map(root => lastOf(root)?.site);
	return own !== undefined && others.length === 0 && made.length === 1 && made.every(site => isSameCall(site, own));
}

function isSameCall(one: Site<Call> | undefined, other: Site<Call>): boolean {
	return one?.fact === other.fact && one.frame?.call?.fact === other.frame?.call?.fact;
}

/** The call or construction that gives what a root is. */
function lastOf(root: Root): { readonly kind: 'call' | 'construct'; readonly site?: Site<Call> | undefined } | undefined {
	const last = root.kind === 'origin' ? root.origin.steps.findLast(({ kind }) => kind !== 'await') : undefined;
	return last?.kind === 'call' || last?.kind === 'construct' ? last : undefined;
}
