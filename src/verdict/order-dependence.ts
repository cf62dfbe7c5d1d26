import type { Assertion } from '../assertions/model.ts';
import type { Effects } from '../effects/effects.ts';
import type { Influence } from '../effects/model.ts';
import type { Path } from '../provenance/model.ts';

/** Relations that a change of one picked element changes. */
const telling: ReadonlySet<Assertion['relation']> = new Set(['identical', 'deep-equal', 'includes-structure', 'contains', 'matches', 'snapshot', 'greater', 'greater-or-equal', 'less', 'less-or-equal']);

/** What leaves open the order that an assertion depends on: of a whole list, or of what a position picks. */
export function orderDependence(claim: Assertion, ordered: readonly Path[], actual: readonly Influence[], effects: Effects): Influence | undefined {
	const picked = telling.has(claim.relation) ? actual.find(influence => influence.kind === 'order' && influence.picked) : undefined;
	if (picked !== undefined) return picked;
	const sides = [claim.actual, claim.expected].flatMap(site => (site === undefined ? [] : [site]));
	return sides
		.flatMap(site => ordered.flatMap(path => effects.behind(site, [...path, { kind: 'parts' }])))
		.find(influence => influence.kind === 'order' && !influence.picked);
}
