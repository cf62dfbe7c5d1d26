import { type Compared, expectedParts } from '../assertions/expected-parts.ts';
import type { Assertion } from '../assertions/model.ts';
import type { Influence } from '../effects/model.ts';
import type { Path } from '../provenance/model.ts';
import type { Models } from './models.ts';
import { ownWrite } from './own-writes.ts';

const inside: Path = [{ kind: 'parts' }];

/** What the compared parts of an assertion's subject depend on. */
export function behindCompared(models: Models, assertion: Assertion): readonly Influence[] {
	const compared = expectedParts(assertion, models.provenance);
	const behind = (path: Path): readonly Influence[] => models.effects.behind(assertion.actual, [...path, ...inside]);
	const open = new Set(compared.open.flatMap(behind).map(({ source }) => source.fact));
	const found = compared.parts.flatMap(behind).filter(({ source }) => !open.has(source.fact));
	if (!found.some(isValue)) return found;
	const looked = lookedAt(models, assertion, compared);
	return found.filter(influence => !isValue(influence) || looked.some(({ source }) => source.fact === influence.source.fact && source.frame === influence.source.frame));
}

/** What each entry that is compared depends on, where the test has not put it there itself. */
function lookedAt(models: Models, assertion: Assertion, { parts }: Compared): readonly Influence[] {
	const isListed = assertion.relation === 'deep-equal' && assertion.expected !== undefined;
	const listed = isListed ? expectedParts({ ...assertion, relation: 'includes-structure' }, models.provenance).parts : parts;
	return (listed.length === 0 ? parts : listed).flatMap(path => {
		const own = ownWrite(models, assertion, path);
		return models.effects.behind(own?.value ?? assertion.actual, [...(own?.path ?? path), ...inside]);
	});
}

/** What a value carries, whatever list it stands in. */
function isValue({ kind }: Influence): boolean {
	return kind === 'clock' || kind === 'random';
}

/** What an assertion holds its subject against depends on. */
export function behindExpected({ effects }: Models, { expected, upper }: Assertion): readonly Influence[] {
	return [expected, upper].flatMap(site => (site === undefined ? [] : effects.behind(site, inside)));
}
