import type { Relation } from '../../assertions/model.ts';
import { Matching } from '../../effects/random/matching.ts';
import { thrown, unknown } from '../../effects/random/samples.ts';

/** A claim whose two sides are worked out. */
export interface WorkedOut {
	readonly relation: Relation;
	readonly negated: boolean;
	readonly matcher: string;
	readonly actual: unknown;
	readonly expected: unknown;
	readonly upper: unknown;
	/** The greatest difference that passes. */
	readonly tolerance: number | undefined;
}

/** Whether a claim holds; undefined where that cannot be told. */
export function outcomeOf(claim: WorkedOut): boolean | undefined {
	const holds = ofRelation(claim);
	if (claim.actual === thrown || claim.expected === thrown) return false;
	return holds === undefined ? undefined : holds !== claim.negated;
}

function ofRelation(claim: WorkedOut): boolean | undefined {
	const { relation, actual, expected, upper } = claim;
	switch (relation) {
		case 'identical':
			return isSame(actual, expected, ['==', '!=', 'equal', 'equals', 'notEqual'].includes(claim.matcher));
		case 'deep-equal':
			return isEqual(actual, expected, true);
		case 'includes-structure':
			return isEqual(actual, expected, false);
		case 'contains':
			return contains(actual, expected);
		case 'same-members':
			return hasSameMembers(actual, expected);
		case 'matches':
			return matches(actual, expected);
		case 'truthy':
			return actual === unknown ? undefined : Boolean(actual);
		case 'falsy':
			return actual === unknown ? undefined : !actual;
		case 'nothing':
			return actual === unknown ? undefined : actual === null || actual === undefined || Number.isNaN(actual);
		case 'length':
			return lengthOf(actual) === undefined || typeof expected !== 'number' ? undefined : lengthOf(actual) === expected;
		case 'within':
			return both(atLeast(actual, expected), atLeast(upper, actual));
		case 'close-to':
			return typeof actual === 'number' && typeof expected === 'number' && claim.tolerance !== undefined
				? Math.abs(actual - expected) <= claim.tolerance
				: undefined;
		default:
			return ofOrder(relation, actual, expected);
	}
}

function ofOrder(relation: Relation, actual: unknown, expected: unknown): boolean | undefined {
	switch (relation) {
		case 'greater':
			return not(atLeast(expected, actual));
		case 'greater-or-equal':
			return atLeast(actual, expected);
		case 'less':
			return not(atLeast(actual, expected));
		case 'less-or-equal':
			return atLeast(expected, actual);
		default:
			return undefined;
	}
}

function atLeast(one: unknown, other: unknown): boolean | undefined {
	if (typeof one === 'number' && typeof other === 'number') return Number.isNaN(one) || Number.isNaN(other) ? undefined : one >= other;
	return typeof one === 'string' && typeof other === 'string' ? one >= other : undefined;
}

function not(value: boolean | undefined): boolean | undefined {
	return value === undefined ? undefined : !value;
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
	return one === undefined || other === undefined ? undefined : one && other;
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}

/** Two objects may be the same one: only plain values are told apart. */
function isSame(one: unknown, other: unknown, loosely: boolean): boolean | undefined {
	if ([one, other].some(value => value === unknown || typeof value === 'function')) return undefined;
	if (isObject(one) || isObject(other)) return isObject(one) && isObject(other) ? undefined : false;
	if (loosely && typeof one !== typeof other) return undefined;
	return Object.is(one, other);
}

function isEqual(one: unknown, other: unknown, whole: boolean): boolean | undefined {
	if (other instanceof Matching) return other.fits(one);
	if (Array.isArray(one) && Array.isArray(other))
		return one.length === other.length && every(other.map((each, index) => isEqual(one[index], each, whole)));
	if (!(one instanceof Map) || !(other instanceof Map)) return isSame(one, other, false);
	const keys = [...(whole ? one.keys() : []), ...other.keys()];
	return every(
		[...new Set(keys)].map(key => (one.has(key) ? isEqual(one.get(key), other.get(key), whole) : other.get(key) === undefined)),
	);
}

/** Where one of them does not hold, the others do not matter. */
function every(results: readonly (boolean | undefined)[]): boolean | undefined {
	if (results.includes(false)) return false;
	return results.includes(undefined) ? undefined : true;
}

function contains(holder: unknown, part: unknown): boolean | undefined {
	if (typeof holder === 'string') return typeof part === 'string' ? holder.includes(part) : undefined;
	if (holder instanceof Set) return contains([...holder], part);
	if (!Array.isArray(holder)) return undefined;
	const results = holder.map(each => isEqual(each, part, true));
	return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
}

function hasSameMembers(one: unknown, other: unknown): boolean | undefined {
	if (!Array.isArray(one) || !Array.isArray(other)) return undefined;
	if ([one, other].some(list => list.some(value => isObject(value) || value === unknown))) return undefined;
	return one.length === other.length && one.toSorted().every((value, index) => value === other.toSorted()[index]);
}

function matches(text: unknown, pattern: unknown): boolean | undefined {
	if (typeof text !== 'string') return undefined;
	if (pattern instanceof RegExp) return pattern.test(text);
	return typeof pattern === 'string' ? text.includes(pattern) : undefined;
}

function lengthOf(value: unknown): number | undefined {
	if (typeof value === 'string' || Array.isArray(value)) return value.length;
	return value instanceof Set ? value.size : undefined;
}
