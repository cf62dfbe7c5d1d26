import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

const comparisons: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);

/** Whether a condition asks no more of what a position picks than whether it is there: any other element would be there, too. */
export function asksForPresence(provenance: Provenance, { fact, ...place }: Site<Value>): boolean {
	switch (fact.kind) {
		case 'choice':
			return fact.options.every(option => asksForPresence(provenance, at(option, { ...place, fact })));
		case 'operation': {
			const [left, right] = fact.operands;
			if (left === undefined) return false;
			if (fact.operator === '!') return asksForPresence(provenance, at(left, { ...place, fact }));
			if (!comparisons.has(fact.operator) || right?.kind !== 'literal') return false;
			if (right.value === 0) return left.kind === 'member' && left.property === 'length' && isPick(provenance, at(left.object, { ...place, fact }));
			return (right.value === null || right.value === undefined) && isPick(provenance, at(left, { ...place, fact }));
		}
		default:
			return isPick(provenance, { ...place, fact });
	}
}

/** The element itself, nothing of it. */
function isPick(provenance: Provenance, site: Site<Value>): boolean {
	const roots = provenance.roots(site);
	return roots.length > 0 && roots.every(root => root.kind === 'origin' && root.origin.steps.at(-1)?.kind === 'position');
}
