import { namedValue } from '../../assertions/constant.ts';
import type { Assertion, Relation } from '../../assertions/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { otherTimes } from '../../knowledge/date-words.ts';
import type { Value } from '../../syntax/facts.ts';
import type { ClockDependence } from './dependence.ts';

/** Relations of which one is earlier and one later. */
const strictOrders: ReadonlySet<Relation> = new Set(['greater', 'less']);
const orders: ReadonlySet<Relation> = new Set([...strictOrders, 'greater-or-equal', 'less-or-equal', 'within', 'close-to']);

/**
 * Whether a claim can hold on whatever date the clock is stopped: two readings are the same from then on, and the day or hour that is
 * written down is another one.
 */
export function canHoldFrozen({ kind, isExact }: ClockDependence, { relation, negated, expected, text }: Assertion): boolean {
	if (kind === 'elapsed') return isExact === true;
	if (kind === 'twice') return !negated && !strictOrders.has(relation);
	const texts = [text ?? '', ...(expected === undefined || orders.has(relation) ? [] : textsIn(namedValue(expected).fact))];
	return !texts.some(each => /\d/.test(each) || (!negated && otherTimes.test(each)));
}

/** What is written down in a value, its entries and parts included. */
function textsIn(value: Value): readonly string[] {
	return valuesInside(value).flatMap(each => (each.kind === 'literal' ? String(each.value) : each.kind === 'regexp' ? each.pattern : []));
}
