import { type Compared, expectedParts } from '../../assertions/expected-parts.ts';
import type { Assertion } from '../../assertions/model.ts';
import { shapeOf } from '../../assertions/shape.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { ownWrite } from './own-writes.ts';

const inside: Path = [{ kind: 'parts' }];

/** What the compared parts of an assertion's subject depend on. */
export function behindCompared(models: Models, assertion: Assertion): readonly Influence[] {
	const compared = expectedParts(assertion, models.provenance);
	const behind = (path: Path): readonly Influence[] => models.effects.behind(assertion.actual, [...path, ...inside]);
	const open = new Set(compared.open.flatMap(behind).map(({ source }) => source.fact));
	const all = compared.parts.flatMap(behind);
	const found = all.filter(({ source }) => !open.has(source.fact));
	if (!all.some(isValue)) return found;
	// A reading may stand behind a part that anything fits, and behind another one as well.
	const looked = lookedAt(models, assertion, compared);
	const isLooked = (influence: Influence): boolean =>
		looked.some(({ source }) => source.fact === influence.source.fact && source.frame === influence.source.frame);
	return all.filter(influence =>
		isValue(influence)
			? isLooked(influence) && (!open.has(influence.source.fact) || isListed(assertion, compared))
			: found.includes(influence),
	);
}

/** Whether what is compared is told entry by entry, so that each is looked at by itself. */
function isListed(assertion: Assertion, { open }: Compared): boolean {
	return open.length > 0 && assertion.relation === 'deep-equal' && assertion.expected?.fact.kind === 'object';
}

/** What each entry that is compared depends on, where the test has not put it there itself. */
function lookedAt(models: Models, assertion: Assertion, { parts }: Compared): readonly Influence[] {
	const isEqual = assertion.relation === 'deep-equal' && assertion.expected !== undefined;
	const listed = isEqual ? expectedParts({ ...assertion, relation: 'includes-structure' }, models.provenance).parts : parts;
	return (listed.length === 0 ? parts : listed).flatMap(path => {
		const own = ownWrite(models, assertion, path);
		return models.effects.behind(own?.value ?? assertion.actual, [...(own?.path ?? path), ...inside]);
	});
}

/** What a value carries, whatever list it stands in. */
function isValue({ kind }: Influence): boolean {
	return kind === 'clock' || kind === 'random';
}

/** What an assertion holds its subject against depends on, what stands in `expect.objectContaining(…)` and its like included. */
export function behindExpected({ effects, provenance }: Models, { expected, upper }: Assertion): readonly Influence[] {
	const sites = [expected, upper].flatMap(site => (site === undefined ? [] : [site, ...matched(site, provenance, 0)]));
	return sites.flatMap(site => effects.behind(site, inside));
}

/** How deep matchers are looked for in what is expected. */
const maxDepth = 4;

/** What asymmetric matchers in an expected value compare with. */
function matched(site: Site<Value>, provenance: Provenance, depth: number): readonly Site<Value>[] {
	if (depth > maxDepth || !['call', 'object', 'array', 'reference'].includes(site.fact.kind)) return [];
	const shape = shapeOf(site, provenance);
	switch (shape.kind) {
		case 'object':
			return [...shape.entries.values()].flatMap(entry => matched(entry, provenance, depth + 1));
		case 'array':
			return shape.elements.flatMap(element => matched(element, provenance, depth + 1));
		case 'asymmetric':
			return (shape.means === 'open' && shape.finds === undefined) || shape.argument === undefined
				? []
				: [shape.argument, ...matched(shape.argument, provenance, depth + 1)];
		default:
			return [];
	}
}
