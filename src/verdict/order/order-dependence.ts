import type { Assertion } from '../../assertions/model.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import type { Value } from '../../syntax/facts.ts';

/** Relations that a change of one picked element changes. */
const telling: ReadonlySet<Assertion['relation']> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'includes-subset',
	'contains',
	'matches',
	'snapshot',
	'greater',
	'greater-or-equal',
	'less',
	'less-or-equal',
]);

/** Whether a change of one picked element changes what such an assertion says. */
export const tellsElement = (relation: Assertion['relation']): boolean => telling.has(relation);

/** Relations that a change of order changes in a text. */
const whole: ReadonlySet<Assertion['relation']> = new Set(['identical', 'deep-equal', 'snapshot']);

interface OrderQuestion {
	readonly claim: Assertion;
	/** Where in the subject the order of a list decides. */
	readonly ordered: readonly Path[];
	/** What the compared parts of the subject depend on. */
	readonly actual: readonly Influence[];
	readonly behind: (site: Site<Value>, path: Path) => readonly Influence[];
}

/** What leaves open the order that an assertion depends on: of a whole list, or of what a position picks. */
export function orderDependence({ claim, ordered, actual, behind }: OrderQuestion): Influence | undefined {
	const picked = actual.find(
		influence =>
			influence.kind === 'order' && influence.picked && (influence.joined ? whole.has(claim.relation) : tellsElement(claim.relation)),
	);
	if (picked !== undefined) return picked;
	const sides = [claim.actual, claim.expected].flatMap(site => (site === undefined ? [] : [site]));
	return sides
		.flatMap(site =>
			ordered.flatMap(path =>
				ofList(
					behind(site, [...path, { kind: 'parts' }]),
					isWrittenDown(claim, path) ? behind(site, [...path, { kind: 'element' }, { kind: 'parts' }]) : [],
				),
			),
		)
		.find(influence => influence.kind === 'order' && !influence.picked);
}

/** Whether all elements of a list are there to be compared, lists among them: each of those has a path of its own. */
function isWrittenDown({ expected, part }: Assertion, path: Path): boolean {
	return expected?.fact.kind === 'array' && path.length === part.length;
}

/** What leaves open the order of a list itself, not that of lists inside it. */
function ofList(influences: readonly Influence[], inside: readonly Influence[]): readonly Influence[] {
	const isInside = ({ source, picked }: Influence): boolean =>
		inside.some(other => other.source.fact === source.fact && other.picked === picked);
	return influences.filter(influence => !isInside(influence));
}
