import { throughAnswers } from '../../effects/answers/answers.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Claim, Models } from '../models.ts';

const equalities: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal']);

/**
 * Whether an assertion wants a constant that is none of those from which the code picks: something in front of it gives that, a guard's 401 for
 * example, or the test fails at any time.
 */
export function isNeverPicked({ provenance }: Models, { relation, negated, actual, part, expected }: Claim): boolean {
	if (negated || expected === undefined || !equalities.has(relation)) return false;
	const wanted = staticValue(provenance.roots, expected);
	if (wanted === undefined) return false;
	const picked = throughAnswers(provenance, provenance.roots(actual, part)).map(root =>
		root.kind === 'made' && root.path.length === 0 ? staticValue(provenance.roots, root.site) : undefined,
	);
	return picked.length > 0 && picked.every(value => value !== undefined && String(value) !== String(wanted));
}
