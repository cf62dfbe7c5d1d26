import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { type Read, elementOf, isRead } from './ui-readings.ts';

/** The side of a claim that is read last, where it says that a page shows something else than before: `expect(before).not.toBe(await title.textContent())`. */
export function laterSide(
	claim: Claim,
	own: readonly Read[],
	models: Models,
): { readonly actual: Site<Value>; readonly reads: readonly Read[] } {
	const others = claim.expected === undefined || !saysOther(claim, models) ? [] : readsOfExpected(claim, models);
	const isLater =
		own.length > 0 &&
		others.length > 0 &&
		others.every(other =>
			own.every(
				each =>
					isSame(each, other, models) &&
					each.source.module === other.source.module &&
					each.source.fact.start < other.source.fact.start,
			),
		);
	return isLater && claim.expected !== undefined ? { actual: claim.expected, reads: others } : { actual: claim.actual, reads: own };
}

/**
 * Whether a claim on a reading, which waits for nothing, compares it with another one that is to be the same, which it is where nothing changed, or with one of something else: that
 * one of the two is read too early shows only where the same thing is to be another than before.
 */
export function comparesReadings(claim: Claim, read: Read, models: Models): boolean {
	const others = claim.retried ? [] : readsOfExpected(claim, models);
	if (others.length === 0) return false;
	if (saysOther(claim, models) && others.every(other => isSame(other, read, models))) return false;
	return others.some(
		other => !claim.negated || (other.source.module === read.source.module && other.source.fact.start > read.source.fact.start),
	);
}

/** What a claim compares with that is read off a page too. */
function readsOfExpected({ expected }: Claim, models: Models): readonly Read[] {
	return expected === undefined ? [] : models.effects.behind(expected, [{ kind: 'parts' }]).filter(isRead);
}

/** Whether two readings tell the same of the same element. */
function isSame(one: Read, other: Read, models: Models): boolean {
	if (one.call.fact === other.call.fact) return true;
	const element = elementOf(one.call, one.row, models);
	return one.row === other.row && element !== undefined && element === elementOf(other.call, other.row, models);
}

/** Whether a claim says that two readings differ: `not.toBe(before)`, `toBe(before + 1)`, `toBeGreaterThan(before)`. */
function saysOther({ relation, negated, expected }: Claim, { provenance }: Models): boolean {
	if (negated || relation === 'greater' || relation === 'less') return true;
	return (
		expected !== undefined &&
		provenance
			.roots(expected)
			.some(
				root =>
					root.kind === 'made' && root.site.fact.kind === 'operation' && isStep(root.site.fact.operator, root.site.fact.operands),
			)
	);
}

/** `before + 1` */
function isStep(operator: string, operands: readonly Value[]): boolean {
	return (
		(operator === '+' || operator === '-') &&
		operands.length === 2 &&
		operands.some(each => each.kind === 'literal' && typeof each.value === 'number' && each.value !== 0)
	);
}
