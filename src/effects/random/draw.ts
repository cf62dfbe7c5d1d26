import type { Site } from '../../project/model.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Drawing } from './samples.ts';

/** A value as it follows from what generators draw. What the code says is worked out as it would run; `unknown` where that is not all told. */
export type Formula = (drawn: Drawn) => unknown;
export type Drawn = ReadonlyMap<Draw, unknown>;

/** One use of a generator: whatever mentions its result means the same value. */
export interface Draw {
	readonly call: Site<Call>;
	/** The calls that draw, on the way to the value. */
	readonly sources: readonly Site<Call>[];
	/** Undefined where its bounds are not written down. */
	readonly drawing: Drawing | undefined;
}
