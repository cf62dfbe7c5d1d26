import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { type Read, isRead } from './ui-readings.ts';

/** The side of a claim that is read last, where it says that a page shows something else than before: `expect(before).not.toBe(await title.textContent())`. */
export function laterSide(claim: Claim, own: readonly Read[], models: Models): { readonly actual: Site<Value>; readonly reads: readonly Read[] } {
	const others = claim.expected === undefined || own.length === 0 || !saysChanged(claim, models) ? [] : readsOfExpected(claim, models);
	const isLater = others.length > 0 && others.every(other => own.every(({ source }) => source.module === other.source.module && source.fact.start < other.source.fact.start));
	return isLater && claim.expected !== undefined ? { actual: claim.expected, reads: others } : { actual: claim.actual, reads: own };
}

/** What a claim compares with that is read off a page too. */
export function readsOfExpected({ expected }: Claim, models: Models): readonly Read[] {
	return expected === undefined ? [] : models.effects.behind(expected, [{ kind: 'parts' }]).filter(isRead);
}

/** Whether a claim says that two readings differ: `not.toBe(before)`, `toBe(before + 1)`, `toBeGreaterThan(before)`. */
export function saysChanged({ relation, negated, expected }: Claim, { provenance }: Models): boolean {
	if (negated || relation === 'greater' || relation === 'less') return true;
	return expected !== undefined && provenance.roots(expected).some(root => root.kind === 'made' && root.site.fact.kind === 'operation' && isStep(root.site.fact.operator, root.site.fact.operands));
}

/** `before + 1` */
function isStep(operator: string, operands: readonly Value[]): boolean {
	return (operator === '+' || operator === '-') && operands.length === 2 && operands.some(each => each.kind === 'literal' && typeof each.value === 'number' && each.value !== 0);
}
