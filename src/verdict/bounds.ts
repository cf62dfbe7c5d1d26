import type { Assertion } from '../assertions/model.ts';
import type { Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

/** A value and the bound that an assertion sets on it. */
export interface Bounded {
	readonly value: Site<Value>;
	readonly bound: Site<Value>;
	readonly isUpper: boolean;
}

const uppers: Readonly<Record<string, boolean>> = { '<': true, '<=': true, '>': false, '>=': false };

/** What an assertion bounds, and by what, each side taken for the bound of the other; of `a > 1 && a < 9` both comparisons. */
export function boundsOf({ relation, negated, actual, expected, upper }: Assertion): readonly Bounded[] {
	if (
		!negated &&
		(relation === 'truthy' || (relation === 'identical' && expected?.fact.kind === 'literal' && expected.fact.value === true))
	)
		return comparedIn(actual);
	if (expected === undefined) return [];
	switch (relation) {
		case 'greater':
		case 'greater-or-equal':
			return bothWays(actual, expected, negated);
		case 'less':
		case 'less-or-equal':
			return bothWays(actual, expected, !negated);
		case 'close-to':
			return [{ value: actual, bound: expected, isUpper: true }];
		case 'within':
			return [
				{ value: actual, bound: upper ?? expected, isUpper: true },
				{ value: actual, bound: expected, isUpper: false },
			];
		default:
			return [];
	}
}

function bothWays(value: Site<Value>, bound: Site<Value>, isUpper: boolean): readonly Bounded[] {
	return [
		{ value, bound, isUpper },
		{ value: bound, bound: value, isUpper: !isUpper },
	];
}

function comparedIn(site: Site<Value>): readonly Bounded[] {
	const { fact } = site;
	if (fact.kind === 'choice' && fact.operator === '&&')
		return [fact.test, ...fact.options.filter(option => option !== fact.test)].flatMap(each => comparedIn(at(each, site)));
	const [left, right] = fact.kind === 'operation' ? fact.operands : [];
	const isUpper = fact.kind === 'operation' ? uppers[fact.operator] : undefined;
	return left === undefined || right === undefined || isUpper === undefined ? [] : bothWays(at(left, site), at(right, site), isUpper);
}
