import type { Assertion } from '../../assertions/model.ts';

export function isUpperBound({ relation, negated }: Assertion): boolean {
	return (relation === 'less' || relation === 'less-or-equal') !== negated;
}

export function isStrict({ relation, negated }: Assertion): boolean {
	return (relation === 'greater' || relation === 'less') !== negated;
}

const opposites: Partial<Record<Assertion['relation'], Assertion['relation']>> = {
	greater: 'less',
	less: 'greater',
	'greater-or-equal': 'less-or-equal',
	'less-or-equal': 'greater-or-equal',
};

/** The relation of a comparison that is read from its other side. */
export function opposite(relation: Assertion['relation']): Assertion['relation'] {
	return opposites[relation] ?? relation;
}
