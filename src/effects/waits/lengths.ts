import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { RowOf } from '../model.ts';
import type { Knowing } from '../knowing.ts';

const units = { ms: 1, s: 1_000, min: 60_000 } as const;

export interface LengthOptions {
	/** Whether a clock or a generator tells how long a timer or a wait is. */
	readonly isWorkedOut: (site: Site<Value>) => boolean;
}

/** Whether a length is computed: `sleep(nextMinute - Date.now())` waits for a time, `sleep(Math.random() * 50)` spreads what runs, and neither bets on how long something needs. */
export function isWorkedOut(options: LengthOptions, { delay }: RowOf<'timer' | 'sleep'>, call: Site<Call>): boolean {
	const length = delay === undefined ? undefined : placeOf(delay, call);
	return length !== undefined && options.isWorkedOut(length.site);
}

/** Milliseconds of a timer, as far as they are written down; none where the call leaves the length out. */
export function lengthOf({ provenance }: Knowing, row: RowOf<'timer' | 'sleep'>, call: Site<Call>): number | undefined {
	if (row.delay === undefined || call.fact.args.length <= row.delay.argument) return 0;
	const found = placeOf(row.delay, call);
	const value = found === undefined ? undefined : staticValue(provenance.roots, found.site, found.path);
	return typeof value === 'number' ? value * units[row.unit ?? 'ms'] : undefined;
}
