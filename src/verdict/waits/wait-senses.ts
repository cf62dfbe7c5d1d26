import type { Models, Scope } from '../models.ts';
import { calledBackBefore } from './called-back.ts';
import { onlyMovesClock } from './clock-steps.ts';
import { livesThrough, waitsOutLifetime } from './expiries.ts';
import { isAwaitedBehind, retryBehind } from './retried-waits.ts';
import { asksAgain } from './unchanged-claims.ts';
import { type Wait, isTurn } from './waits.ts';

/** What a wait of a fixed length is there for. */
export interface WaitSense {
	/**
	 * - `turn`: one turn of the event loop
	 * - `expiry`: something is to expire
	 * - `lives`: something is to be there still, which will expire
	 * - `later`: the clock is to show a later time
	 * - `absence`: nothing is to happen, or what was asserted in front of it is asserted again
	 * - `called`: something begun in front of it is to be over, which has called back by then
	 * - `retried`, `sought`, `begun`: nothing that is seen, for what follows tries again until it holds, looks for its element until it is there, or waits for what was begun
	 * - `sleeps`: the work is to be over when the test goes on; `verdict`: when something decides the test; `end`: when the test ends
	 */
	readonly kind:
		'turn' | 'expiry' | 'lives' | 'later' | 'absence' | 'called' | 'retried' | 'sought' | 'begun' | 'sleeps' | 'verdict' | 'end';
	/** Of `called`: the line that begins it; 0 for all others. */
	readonly line: number;
	/** Of `lives`: how long it lives, in milliseconds; 0 for all others. */
	readonly life: number;
	/** Whatever follows tries again by itself. */
	readonly isRetried: boolean;
	/** It cannot be too short. */
	readonly isSafe: boolean;
}

/** What one of the waits of a test is there for. */
export function senseOf(models: Models, scope: Scope, wait: Wait, waits: readonly Wait[]): WaitSense {
	const isExpiry = waitsOutLifetime(models, scope, wait, waits);
	const isStep = onlyMovesClock(models, scope, wait, waits);
	const isSafe = isExpiry || isStep;
	const retry = wait.absence ? undefined : retryBehind(models, scope, wait);
	const line = isSafe || isTurn(wait) || wait.absence ? undefined : calledBackBefore(models, scope, wait);
	const sense = (kind: WaitSense['kind'], life = 0): WaitSense => ({
		kind,
		line: line ?? 0,
		life,
		isRetried: retry !== undefined,
		isSafe,
	});
	if (line !== undefined) return sense('called');
	if (isTurn(wait)) return sense('turn');
	if (isSafe) return sense(isExpiry ? 'expiry' : 'later');
	if (wait.absence) return sense('absence');
	if (retry !== undefined) return sense(retry === 'claim' ? 'retried' : 'sought');
	if (isAwaitedBehind(scope, wait)) return sense('begun');
	const life = livesThrough(models, scope, wait, waits);
	if (life !== undefined) return sense('lives', life);
	if (isAskedAgain(models, scope, wait, waits)) return sense('absence');
	return sense(({ sleep: 'sleeps', timer: 'verdict', end: 'end' } as const)[wait.kind]);
}

function isAskedAgain(models: Models, scope: Scope, { kind, only, site }: Wait, waits: readonly Wait[]): boolean {
	const sites = waits.map(each => each.site);
	return kind === 'sleep' && only && scope.body.module === models.module && asksAgain(site, models.assertionsIn(scope), sites, scope);
}
