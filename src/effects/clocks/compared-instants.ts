import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { OperationValue } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';
import { instantOf } from './instants.ts';

const relations: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '===', '!=', '!==']);

/** How far the same time of two zones may be apart, in milliseconds. */
const widest = 14 * 3_600_000;

/**
 * Whether an operation only holds instants against something, or takes their distance, so that the result is the same by every clock: two times of the
 * local one, or one that is further from another than zones are from each other. What the other instant is may not be seen; then it mostly is such a one.
 */
export function comparesInstants(knowing: Knowing, { fact, ...place }: Site<OperationValue>): boolean {
	if (fact.operator === '!') return true;
	const isDistance = fact.operator === '-' && fact.operands.length === 2;
	if (!isDistance && !relations.has(fact.operator)) return false;
	const [one, other] = fact.operands.map(operand => instantOf(knowing, at(operand, place)));
	if (one === undefined || other === undefined || one.by === other.by) return true;
	const isNear = Math.abs(one.ms - other.ms) <= widest;
	return !isDistance && !isNear;
}
