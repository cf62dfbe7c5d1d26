import type { Influence } from '../../effects/model.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { runningRead } from './running-clocks.ts';
import { thrownTime } from './thrown-times.ts';
import { tiedTime } from './tied-times.ts';

/**
 * A reading on whose very moment an assertion depends.
 * - `twice`: it is compared with another one, in the text of an error
 * - `creeping`: it is of a fake clock that goes on with the real time
 * - `tied`: a list is sorted by it, and others may be the same
 */
export interface Moment {
	readonly kind: 'twice' | 'creeping' | 'tied';
	readonly read: Influence;
}

/** The moments that decide an assertion; `isTold`: its clock is told of in other words already. */
export function* momentsBehind(models: Models, scope: Scope, claim: Claim, generous: number, isTold: boolean): Iterable<Moment> {
	const thrown = thrownTime(models, scope, claim);
	if (thrown !== undefined) yield { kind: 'twice', read: thrown };
	if (isTold) return;
	const crept = runningRead(models, scope, claim, generous);
	if (crept !== undefined) yield { kind: 'creeping', read: crept };
	const tied = tiedTime(models, scope, claim);
	if (tied !== undefined) yield { kind: 'tied', read: tied };
}
