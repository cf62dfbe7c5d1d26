import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { lateCallbacksIn } from './async-callbacks.ts';
import { awaitedTimersIn } from './awaited-timers.ts';
import { idleWaitsIn } from './idle-waits.ts';
import { lateTimersIn } from './late-timers.ts';
import { piecewiseEndsIn } from './piecewise-ends.ts';
import { unawaitedTurnsIn } from './unawaited-turns.ts';
import { unheardCopiesIn } from './unheard-copies.ts';

/** A call with which a test misses the end of what it does. */
export interface MissedEnd {
	readonly call: Call;
	/**
	 * - `idle`: it waits for what is so at once
	 * - `pieces`: it ends the test with each piece of an output
	 * - `callback`: what it runs asserts when nobody waits any more
	 * - `turns`: it begins all turns of a loop at once
	 * - `copied`: nobody can hear when it has copied
	 * - `timer`: it sets a timer that asserts when the test is over
	 * - `nothing`: it sets a timer that is awaited, which is no promise
	 */
	readonly kind: 'idle' | 'pieces' | 'callback' | 'turns' | 'copied' | 'timer' | 'nothing';
}

/** The calls of the linted file's tests and hooks that miss the end of what they do by the way they are written. */
export function* missedEndsIn(models: Models): Iterable<MissedEnd> {
	for (const call of idleWaitsIn(models)) yield { call, kind: 'idle' };
	for (const call of piecewiseEndsIn(models)) yield { call, kind: 'pieces' };
	for (const call of lateCallbacksIn(models)) yield { call, kind: 'callback' };
	for (const call of unawaitedTurnsIn(models)) yield { call, kind: 'turns' };
	for (const call of unheardCopiesIn(models)) yield { call, kind: 'copied' };
	for (const call of models.scopes.flatMap(scope => lateTimersIn(models, scope))) yield { call, kind: 'timer' };
	for (const call of models.scopes.flatMap(scope => awaitedTimersIn(models, scope))) yield { call, kind: 'nothing' };
}
