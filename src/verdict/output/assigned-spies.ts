import { spyAspect } from '../../assertions/spy-aspect.ts';
import { apiName } from '../../effects/api-name.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { isMadeFunction } from '../../provenance/made-functions.ts';
import { matchRows } from '../../provenance/match.ts';
import type { Binding, Write } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/** The way to the output, where an assertion counts the calls of a spy, or asks for one by its number, that stands in the place of what writes it: `console.warn = warn`. */
export function assignedSpyBehind(models: Models, claim: Claim): Witness | undefined {
	const { module, provenance, rows } = models;
	const asked = spyAspect(claim, provenance);
	if (asked === undefined || asked.aspect === 'some') return undefined;
	const { spy } = asked;
	const binding = spy.fact.kind === 'reference' && spy.module === module ? module.facts.bindings[spy.fact.binding] : undefined;
	if (binding === undefined) return undefined;
	for (const write of module.facts.functions.flatMap(({ writes }) => writes)) {
		if (!isOf(write, binding, module.facts.bindings) || !provenance.roots(spy).some(isMadeFunction)) continue;
		for (const origin of provenance.origins({ module, fact: write.target })) {
			const found = matchRows(rows, provenance.roots, origin).find(
				({ row }) => row.effect === 'log' && row.stream !== 'child-stdout',
			);
			if (found !== undefined) return witnessOf(apiName(found.origin, found.match), { module, fact: write });
		}
	}
	return undefined;
}

/** Whether what is written is what the variable holds: `console.warn = warn`, `const warn = console.warn = vi.fn()`. */
function isOf({ target, value }: Write, binding: Binding, bindings: readonly Binding[]): boolean {
	if (target.kind !== 'member' || value === undefined) return false;
	if (value.kind === 'reference') return bindings[value.binding] === binding;
	return binding.definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === value);
}
