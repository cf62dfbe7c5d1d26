import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import type { Value } from '../syntax/facts.ts';
import type { Assertion } from './model.ts';

/** Whether an assertion says that something did not happen, or that nothing is there. */
export function claimsAbsence({ relation, negated, expected }: Assertion, provenance: Provenance): boolean {
	switch (relation) {
		case 'called':
		case 'called-with':
		case 'nth-called-with':
		case 'contains':
		case 'matches':
		case 'truthy':
			return negated;
		case 'falsy':
		case 'nothing':
			return !negated;
		case 'called-times':
		case 'length':
		case 'identical':
		case 'deep-equal': {
			if (expected === undefined) return false;
			if (negated && isContaining(expected)) return true;
			if (expected.fact.kind === 'array') return !negated && expected.fact.elements.length === 0;
			const value = staticValue(provenance.roots, expected);
			return !negated && (value === 0 || value === false || value === '' || value === null);
		}
		default:
			return false;
	}
}

/** `not.toEqual(expect.arrayContaining([error]))` is `not.toContain(error)`. */
function isContaining({ fact }: Site<Value>): boolean {
	return fact.kind === 'call' && fact.callee.kind === 'member' && (fact.callee.property === 'arrayContaining' || fact.callee.property === 'stringContaining');
}
