import type { Span } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { oncePolledIn } from './customary-polls.ts';
import { firstWaitsIn } from './first-waits.ts';
import { partialPollsIn } from './partial-polls.ts';

/** An assertion on what handlers fill, which nobody waits for in front of it. */
export interface UnpolledClaim {
	readonly place: Span;
	/** `polled`: the file waits for it elsewhere; `partly`: the test waits for something else that handlers fill; `first`: for fewer of it than it asserts. */
	readonly kind: 'polled' | 'partly' | 'first';
	/** What is asserted. */
	readonly name: string;
	/** Of `partly`: what is waited for. */
	readonly other: string;
	/** 1-based, where it, or the other, is waited for. */
	readonly line: number;
}

/** The assertions of the linted file on what handlers fill, where it is waited for elsewhere, or in part. */
export function* unpolledClaimsIn(models: Models): Iterable<UnpolledClaim> {
	for (const { place, name, line } of oncePolledIn(models)) yield { place, kind: 'polled', name, other: '', line };
	for (const { place, name, other, line } of partialPollsIn(models)) yield { place, kind: 'partly', name, other, line };
	for (const { place, name, line } of firstWaitsIn(models)) yield { place, kind: 'first', name, other: '', line };
}
