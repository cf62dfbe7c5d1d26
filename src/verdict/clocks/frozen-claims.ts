import { namedValue } from '../../assertions/constant.ts';
import type { Assertion, Relation } from '../../assertions/model.ts';
import type { ClockDependence } from './dependence.ts';

/** Relations of which one is earlier and one later. */
const strictOrders: ReadonlySet<Relation> = new Set(['greater', 'less']);
const orders: ReadonlySet<Relation> = new Set([...strictOrders, 'greater-or-equal', 'less-or-equal', 'within', 'close-to']);

/**
 * Whether a claim can hold on whatever date the clock is stopped: two readings are the same from then on, and the day that is written
 * down is another one.
 */
export function canHoldFrozen({ kind, isExact }: ClockDependence, { relation, negated, expected, text }: Assertion): boolean {
	if (kind === 'elapsed') return isExact === true;
	if (kind === 'twice') return !negated && !strictOrders.has(relation);
	const written = expected === undefined || orders.has(relation) ? undefined : namedValue(expected).fact;
	return !/\d/.test(text ?? '') && !(written?.kind === 'literal' && /\d/.test(String(written.value)));
}
