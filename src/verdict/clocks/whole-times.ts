import { expectedParts } from '../../assertions/expected-parts.ts';
import type { Assertion } from '../../assertions/model.ts';
import type { Influence } from '../../effects/model.ts';
import { allRows } from '../../knowledge/all-rows.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import type { Claim, Models } from '../models.ts';

/**
 * Whether a claim holds a time against something fixed that it never is: a reading, of which nothing is seen to leave no more than its day, say. A suite whose
 * tests pass has no such claim, so that what was taken for the way of the time into the value was none, or the clock stands still. What a clock tells that
 * the settings name is not known.
 */
export function isWholeTime({ effects, provenance }: Models, claim: Claim, { row }: Influence, side: 'actual' | 'expected'): boolean {
	if (!equalities.has(claim.relation) || (row !== undefined && !known.has(row))) return false;
	if (side === 'expected') return claim.expected !== undefined && !effects.isCoarseTime(claim.expected, []);
	const parts = expectedParts(claim, provenance).parts.filter(part =>
		effects.behind(claim.actual, [...part, { kind: 'parts' }]).some(({ kind }) => kind === 'clock'),
	);
	return parts.length === 0 || !parts.every(part => effects.isCoarseTime(claim.actual, part));
}

const known: ReadonlySet<ApiRow> = new Set(allRows);

const equalities: ReadonlySet<Assertion['relation']> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'includes-subset',
	'same-members',
	'contains',
	'snapshot',
	'length',
]);
