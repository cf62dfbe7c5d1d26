import type { Influence } from '../../effects/model.ts';

/** How the real clock decides an assertion. */
export interface ClockDependence {
	/**
	 * - `elapsed`: it bounds how long something took
	 * - `twice`: it compares two readings
	 * - `unfrozen`: it compares a reading, or what follows from one, with something fixed
	 */
	readonly kind: 'elapsed' | 'twice' | 'unfrozen';
	readonly read: Influence;
	/** Of `elapsed`: one of the readings was moved on purpose, so that it tells how far a time is away, and not how long something took. */
	readonly isMoved?: true;
	/** Of `isMoved`: it is as far away as the assertion says, where both readings are the same. */
	readonly isExact?: true;
	/** It is a decision that may well come out the same at any time: whether something has expired, or is a date at all. */
	readonly isSteady?: true;
	/** Of `unfrozen`: as far as can be seen the whole time is held against something fixed, which it never is: something that is not seen may have stopped the clock, or left the time out. */
	readonly isWhole?: true;
}
