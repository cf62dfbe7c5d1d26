import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import { staticValue } from '../provenance/static-value.ts';
import { definitionsOf } from '../syntax/definitions.ts';
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
			const { fact } = writtenFor(expected);
			if (negated && isContaining(fact)) return true;
			if (fact.kind === 'array') return !negated && fact.elements.length === 0;
			const value = staticValue(provenance.roots, expected);
			return !negated && (value === 0 || value === false || value === '' || value === null);
		}
		default:
			return false;
	}
}

/** `not.toEqual(expect.arrayContaining([error]))` is `not.toContain(error)`. */
function isContaining(fact: Value): boolean {
	return (
		fact.kind === 'call' &&
		fact.callee.kind === 'member' &&
		(fact.callee.property === 'arrayContaining' || fact.callee.property === 'stringContaining')
	);
}

/** The list or call that a constant is, `const none = []; expect(calls).toEqual(none)`, where nothing is put into it by its name. */
function writtenFor(expected: Site<Value>): Site<Value> {
	const [only, ...others] = definitionsOf(expected.module.facts, expected.fact);
	return only?.kind === 'value' &&
		only.path.length === 0 &&
		others.length === 0 &&
		(only.value.kind === 'array' || only.value.kind === 'call')
		? at(only.value, expected)
		: expected;
}
