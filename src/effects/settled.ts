import type { Site } from '../project/model.ts';
import type { Call, OperationValue, Value } from '../syntax/facts.ts';

/** What of the clock is settled, whenever it is read. */
export interface Settled {
	operation(site: Site<OperationValue>): boolean;
	/** Whether a call makes the same whole number of a length of time, be it a little longer or shorter. */
	rounding(call: Site<Call>): boolean;
	/** Whether what a condition decides is the same unless time runs out. */
	condition(site: Site<Value>): boolean;
	/** Whether what a list is searched for stays the same: no time that is yet to pass, no day of the week. */
	search(site: Site<Value>): boolean;
}

/** Everything is open. */
export const nothingSettled: Settled = { operation: () => false, rounding: () => false, condition: () => false, search: () => true };
