import type { Influence } from '../effects/model.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Claim, Models, Scope } from './models.ts';

/** Whether an assertion of the test says that the list, whose order is left open, has one element: then there is nothing to be in order. */
export function isLone(models: Models, scope: Scope, { source }: Influence): boolean {
	return models.assertionsIn(scope).some(claim => saysOne(claim, models) && countedIn(claim, models).some(counted => counted.kind === 'order' && counted.source.fact === source.fact));
}

function saysOne({ expected, negated, relation, actual }: Claim, { provenance }: Models): boolean {
	if (negated || expected === undefined || (relation !== 'length' && !(isEquality(relation) && isLength(actual)))) return false;
	return staticValue(provenance.roots, expected) === 1;
}

function isEquality(relation: Claim['relation']): boolean {
	return relation === 'identical' || relation === 'deep-equal';
}

function isLength({ fact }: Claim['actual']): boolean {
	return fact.kind === 'member' && fact.property === 'length';
}

function countedIn({ actual, part }: Claim, { effects }: Models): readonly Influence[] {
	const { fact } = actual;
	return effects.behind(fact.kind === 'member' && fact.property === 'length' ? at(fact.object, actual) : actual, [...part, { kind: 'parts' }]);
}
