import { valuesInside } from '../effects/value-parts.ts';
import { identityOf } from '../provenance/identity.ts';
import type { Call, FunctionFacts, Span } from '../syntax/facts.ts';
import type { Claim } from './models.ts';

/**
 * Whether the last that was claimed of the same thing in front of a claim is just the same: who looks too early sees what was there
 * before, and the claim holds. Nothing in between may have reset what is looked at.
 */
export function repeatsClaim(claim: Claim, before: readonly Claim[], { calls, writes }: FunctionFacts): boolean {
	const about = identityOf(claim.actual, 'ways');
	const earlier = about === undefined ? undefined : before.findLast(each => identityOf(each.actual, 'ways') === about);
	if (
		earlier === undefined ||
		earlier === claim ||
		claim.relation === 'snapshot' ||
		earlier.relation !== claim.relation ||
		earlier.negated !== claim.negated ||
		(claim.relation === 'other' && matcherOf(earlier) !== matcherOf(claim)) ||
		earlier.part.length + claim.part.length > 0
	)
		return false;
	if (earlier.tolerance !== undefined || earlier.upper !== undefined || !isSameValue(earlier, claim)) return false;
	const between = ({ start }: Span): boolean => start > earlier.place.start && start < claim.place.start;
	const variables = valuesInside(claim.actual.fact).flatMap(value => (value.kind === 'reference' ? [value.binding] : []));
	return (
		!calls.some(call => between(call) && isReset(call)) &&
		!writes.some(
			({ target, start }) =>
				between({ start, end: start }) &&
				valuesInside(target).some(value => value.kind === 'reference' && variables.includes(value.binding)),
		)
	);
}

/**
 * Whether the calls of a spy that a claim is about were counted in front of a wait, and are counted just so behind it: what they were handed was
 * known before. `expect(save).toHaveBeenCalledTimes(1); await sleep(50); expect(save).toHaveBeenCalledTimes(1); expect(save).toHaveBeenCalledWith('x')`
 */
export function repeatsCount(claim: Claim, wait: Span, claims: readonly Claim[], body: FunctionFacts): boolean {
	if (claim.negated || !claim.relation.includes('called')) return false;
	const spy = identityOf(claim.actual, 'ways');
	const before = claims.filter(({ place, relation }) => place.end <= wait.start && relation === 'called-times');
	return (
		spy !== undefined &&
		claims.some(
			each =>
				each.relation === 'called-times' &&
				each.place.start >= wait.end &&
				identityOf(each.actual, 'ways') === spy &&
				repeatsClaim(each, before, body),
		)
	);
}

/** The last word of an assertion: `toBeDisabled`. */
export function matcherOf({ site: { fact } }: Claim): string | undefined {
	return fact.kind === 'call' && fact.callee.kind === 'member' && typeof fact.callee.property === 'string'
		? fact.callee.property
		: undefined;
}

function isSameValue({ expected: one }: Claim, { expected: other }: Claim): boolean {
	if (one === undefined || other === undefined) return one === other;
	const name = identityOf(one, 'names');
	return name !== undefined && one.fact.kind !== 'call' && name === identityOf(other, 'names');
}

/** `spy.mockClear()`, `calls.splice(0)`, `vi.clearAllMocks()`. */
export function isReset({ callee }: Call): boolean {
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		/clear|reset|restore|empty|splice|^(pop|shift|delete)$/i.test(callee.property)
	);
}
