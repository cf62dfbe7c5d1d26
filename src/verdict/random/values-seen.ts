import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type ChanceCount, outcomesOf } from './chance-counts.ts';
import { drawsOfSet } from './repeated-draws.ts';

/** One is missing more seldom than this: nobody will see it. */
const rare = 1e-6;
/** Of more kinds no test wants all. */
const mostKinds = 100;

/** Draws of which an assertion wants all kinds to have come up: how likely one is missing follows from their shares. */
export function seenByChance(models: Models, scope: Scope, claim: Claim): ChanceCount | undefined {
	const kept = sizeOf(claim);
	const wanted = kept === undefined ? undefined : wantedBy(models, claim);
	const drawn = kept === undefined || wanted === undefined ? undefined : drawsOfSet(models, kept);
	const open =
		drawn === undefined
			? []
			: models.effects
					.behind(drawn.value, [{ kind: 'parts' }])
					.filter(influence => influence.kind === 'random' && !models.isControlled(influence, scope, claim.place));
	const [read] = open;
	const outcomes = drawn === undefined || read === undefined ? undefined : outcomesOf(models, drawn.value, open);
	if (drawn === undefined || wanted === undefined || read === undefined || outcomes === undefined) return undefined;
	const shares = sharesOf(outcomes);
	if (shares.length < 2 || shares.length > mostKinds || wanted !== shares.length || drawn.times < wanted) return undefined;
	const missed = likelihood(shares, drawn.times);
	return missed < rare ? undefined : { read, missed };
}

/** The set of which an assertion tells the size. */
function sizeOf({ actual, part, negated, relation }: Claim): Site<Value> | undefined {
	if (negated || part.length > 0) return undefined;
	if (relation === 'length') return actual;
	return actual.fact.kind === 'member' && (actual.fact.property === 'size' || actual.fact.property === 'length')
		? at(actual.fact.object, actual)
		: undefined;
}

/** How many kinds there must be at least. */
function wantedBy({ provenance }: Models, { expected, relation }: Claim): number | undefined {
	const bound = expected === undefined ? undefined : staticValue(provenance.roots, expected);
	if (typeof bound !== 'number') return undefined;
	if (relation === 'greater') return Math.floor(bound) + 1;
	return relation === 'greater-or-equal' || relation === 'identical' || relation === 'deep-equal' || relation === 'length'
		? Math.ceil(bound)
		: undefined;
}

function sharesOf(outcomes: readonly unknown[]): readonly number[] {
	const counts = new Map<unknown, number>();
	for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	return [...counts.values()].map(count => count / outcomes.length);
}

/** How likely not all kinds come up that do in the end. */
function likelihood(shares: readonly number[], times: number): number {
	return 1 - shares.reduce((all, share) => all * (1 - (1 - share) ** times), 1);
}
