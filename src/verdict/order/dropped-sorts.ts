import { sortedCopies, listPackages } from '../../knowledge/sorted-copies.ts';
import { dotted } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** Calls of a test that give a sorted copy for which nobody asks, with assertions behind them: they find the list as it came. */
export function droppedSortsIn(models: Models, scope: Scope): readonly Call[] {
	const { body } = scope;
	if (body.module !== models.module) return [];
	const dropped = functionsWithin(body.module.facts, body.fact).flatMap(({ calls }) =>
		calls.filter(call => call.usage === 'discarded' && isCopying(call, models)),
	);
	return dropped.filter(call => models.assertionsIn(scope).some(({ place }) => place.start >= call.end));
}

function isCopying(call: Call, { module, provenance }: Models): boolean {
	const { callee } = call;
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
	if (typeof name !== 'string' || !sortedCopies.has(name)) return false;
	if (name === 'toSorted') return callee.kind === 'member';
	return provenance
		.origins(at(callee, { module }))
		.some(origin => listPackages.test(origin.from) || (origin.from === 'global' && dotted(origin) === `_.${name}`));
}
