import type { Models, Scope } from '../models.ts';
import type { Unawaited } from './unawaited.ts';

/**
 * What a dropped promise is, and else what that does to the test:
 *
 * - `helper`: what the test calls drops it; `checked`: the same, and it is an assertion
 * - `unsent`: a request that expects something of its answer, and is only sent when somebody waits for it, of the test or of what it calls
 * - `begun`: it only begins when somebody waits for it
 * - `work`: it is none, but work that tells a callback of its end
 * - `list`: a list of promises, which is awaited
 * - `left`: the test, its step or the hook is over
 * - `assertion`, `raced`, `claimed`: it is an assertion, something that takes time follows, or may, or assertions follow
 * - `other`: a callback of something else ends the test
 */
export type DropKind = 'helper' | 'checked' | 'unsent' | 'begun' | 'work' | 'list' | 'left' | 'assertion' | 'raced' | 'claimed' | 'other';

/** What has to be said of a dropped promise. */
export function dropKindOf({ harm, promised, listed, ofHelper, ofCallback }: Unawaited): DropKind {
	if (promised.lazy === true && harm === 'assertion') return 'unsent';
	if (ofHelper) return harm === 'assertion' ? 'checked' : 'helper';
	if (promised.lazy === true) return 'begun';
	if (ofCallback) return 'work';
	if (listed && harm !== 'assertion') return 'list';
	if (harm === 'beside') return 'other';
	return harm === 'unsure' ? 'raced' : harm;
}

/** Whether an `await` in front of the call waits for what is dropped. */
export function isAwaitable(dropped: Unawaited): boolean {
	const kind = dropKindOf(dropped);
	return !dropped.ofHelper && kind !== 'work' && kind !== 'list';
}

/** What is over while a dropped promise goes on. */
export function wordOf({ steps }: Models, scope: Scope): 'test' | 'step' | 'hook' {
	if ('framework' in scope) return 'test';
	return steps.includes(scope) ? 'step' : 'hook';
}
