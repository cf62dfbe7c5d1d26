import type { ApiRow, EffectKind } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { RowMatch } from '../provenance/match.ts';
import type { Origin } from '../provenance/model.ts';
import type { Call, Span, Value, Write } from '../syntax/facts.ts';
import type { Witness } from './witness.ts';

export type RowOf<Kind extends EffectKind> = Extract<ApiRow, { readonly effect: Kind }>;

/** Kinds that a value can carry: what it depends on. */
export type SourceKind = 'clock' | 'random' | 'order' | 'log' | 'ui-read';

/** Something uncontrolled that a value depends on, and the proof that it does. */
export interface Influence {
	readonly kind: SourceKind;
	/** The row that knows the API at the far end; undefined for an order that no API but the code itself leaves open. */
	readonly row: RowOf<SourceKind> | undefined;
	/** The API as a reader would write it: `new Date`, `Date.now`, `prisma.user.findMany`. */
	readonly api: string;
	/** The API as provenance knows it; undefined where there is no row. */
	readonly origin: Origin | undefined;
	/** The read itself, with the calls it was reached through. */
	readonly source: Site<Value>;
	/** The call that reads; undefined where a property is read. */
	readonly call: Site<Call> | undefined;
	/** From the value to the API, across files. */
	readonly witness: Witness;
	/** `order`: one of several, picked by its position. */
	readonly picked: boolean;
	/** `order`: a text of all of them, one after the other. Then `picked` holds too: it is one value. */
	readonly joined: boolean;
	/** `order`: a list that may be a single row. */
	readonly narrowed: boolean;
	/** `random`: only how long the value is, or whether it fits something, is left of it. */
	readonly measured?: true;
	/** It is read anew for each element of a list, by a callback; this one for the element at the position. */
	readonly element?: number;
	/** `clock`: other things stand beside it, in a list or object, or `within` one text, so that nobody can tell what a piece of that holds. */
	readonly mixed?: 'beside' | 'within';
	/** A component does not begin with it: as in `Trail`. */
	readonly later?: 'effect' | 'event';
}

/** Something that running a function does, and the proof that it does. */
export type Deed =
	| ({ readonly kind: 'timer'; readonly row: RowOf<'timer'>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'deadline'; readonly row: RowOf<'deadline'>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'store'; readonly row: RowOf<'store'>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'take'; readonly match: RowMatch<RowOf<'take'>>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'empty'; readonly row: RowOf<'empty'>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'request'; readonly match: RowMatch<RowOf<'request'>>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'expensive'; readonly match: RowMatch<RowOf<'expensive'>>; readonly call: Site<Call> } & Reached)
	| ({ readonly kind: 'shared-write'; readonly row: RowOf<'shared-write'>; readonly call: Site<Call> } & Reached)
	/** An assignment to what the running function does not own. */
	| ({ readonly kind: 'write'; readonly write: Site<Write> } & Reached);

export interface Reached {
	/** The call or write in the asked function's own text where the way to it begins: where a report belongs. */
	readonly site: Span;
	readonly witness: Witness;
}

/** A wait of a fixed length. */
export interface Sleep extends Reached {
	/** The call that sleeps, or the loop that spins. */
	readonly call: Site<Call> | undefined;
	/** Milliseconds, where they are known. */
	readonly ms: number | undefined;
	readonly api: string;
	/** A fake clock makes it instant. */
	readonly faked: boolean;
	/** What stands at the reported place does nothing but wait. */
	readonly only: boolean;
	/** The whole program waits, not one promise. */
	readonly blocking: boolean;
	/** What the tool that waits has for waiting until something is so, as code. */
	readonly instead?: readonly string[] | undefined;
}
