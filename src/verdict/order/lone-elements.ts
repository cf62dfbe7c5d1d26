import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** Whether an assertion of the test says that the list, whose order is left open, has one element: then there is nothing to be in order. */
export function isLone(models: Models, scope: Scope, { source }: Influence): boolean {
	const value = (site: Site<Value>): unknown => staticValue(models.provenance.roots, site);
	return models
		.assertionsIn(scope)
		.some(
			claim =>
				saysCount(claim, count => count === 1, value) &&
				countedIn(claim, models).some(counted => counted.kind === 'order' && counted.source.fact === source.fact),
		);
}

/** Whether an assertion says how many elements there are, and the number is such a one. */
export function saysCount(
	{ expected, negated, relation, actual }: Claim,
	isSuch: (count: number) => boolean,
	valueOf: (site: Site<Value>) => unknown,
): boolean {
	if (negated || expected === undefined || (relation !== 'length' && !(isEquality(relation) && isLength(actual)))) return false;
	const count = valueOf(expected);
	return typeof count === 'number' && isSuch(count);
}

function isEquality(relation: Claim['relation']): boolean {
	return relation === 'identical' || relation === 'deep-equal';
}

function isLength({ fact }: Claim['actual']): boolean {
	return fact.kind === 'member' && fact.property === 'length';
}

/** What the list depends on whose elements an assertion counts. */
export function countedIn({ actual, part }: Claim, { effects }: Pick<Models, 'effects'>): readonly Influence[] {
	const { fact } = actual;
	return effects.behind(fact.kind === 'member' && fact.property === 'length' ? at(fact.object, actual) : actual, [
		...part,
		{ kind: 'parts' },
	]);
}
