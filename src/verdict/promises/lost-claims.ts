import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import type { Site } from '../../project/model.ts';
import type { Call } from '../../syntax/facts.ts';
import { addsToRequest } from './added-to-requests.ts';
import { isToldByParameter } from './unheard-callbacks.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A promise with which an assertion is lost. */
export interface LostClaim {
	readonly promised: Promised;
	/** A function of another file drops it, not the test's own. */
	readonly isElsewhere: boolean;
}

/**
 * The calls of the linted file behind which an assertion is lost: one on the way to it, in the functions that are entered, gives the promise of an async function that nobody waits
 * for, and the assertion is made when something was waited for there. Its failure then reaches nobody, whatever the test waits for next.
 */
export function claimsLostIn(models: Models, scope: Scope): ReadonlyMap<Call, LostClaim> {
	const lost = new Map<Call, LostClaim>();
	if (scope.ending.isLater || scope.doneParameter !== undefined) return lost;
	for (const claim of models.assertionsIn(scope)) {
		const way = wayTo(claim);
		const own = way.findLastIndex(({ module }) => module === models.module);
		const call = way[own]?.fact;
		if (call === undefined || lost.has(call)) continue;
		for (const [index, step] of way.entries()) {
			const promised = index < own || !isDropped(step, scope) || !isMadeLater(way, index) ? undefined : promisedBy(models, step);
			if (promised !== undefined && !promised.handled && !promised.sleeps && !addsToRequest(models, step))
				lost.set(call, { promised, isElsewhere: index > own });
		}
	}
	return lost;
}

/** The calls that lead to an assertion, from the test's own, and the assertion where it is one. */
function wayTo({ site: { fact, module, frame } }: Claim): readonly Site<Call>[] {
	const way: Site<Call>[] = fact.kind === 'call' ? [{ fact, module, frame }] : [];
	for (let call = frame?.call; call !== undefined; call = call.frame?.call) way.unshift(call);
	return way;
}

/** Whether nobody waits for what a call gives. What is handed the test's context may end the test itself, and what calls a function that it was handed tells whoever waits. */
function isDropped({ fact, module }: Site<Call>, { body }: Scope): boolean {
	const [context] = body.fact.parameters;
	const inside = module.facts.functions[fact.function];
	const isHanded =
		context?.binding !== undefined &&
		module === body.module &&
		fact.args.some(each => each.kind === 'reference' && each.binding === context.binding);
	return (
		fact.usage === 'discarded' &&
		!isHanded &&
		inside !== undefined &&
		!isToldByParameter({ fact: inside, module, frame: undefined }, fact)
	);
}

/** Whether an assertion behind a call is made after something is waited for: in the function that it enters, in one that this calls, or because the assertion waits itself, which the call may be. */
function isMadeLater(way: readonly Site<Call>[], index: number): boolean {
	return (
		index === way.length - 1 ||
		way.slice(index + 1).some(({ fact, module }, hop, { length }) => {
			const awaits = module.facts.functions[fact.function]?.awaits ?? [];
			return awaits.some(
				each => each.end <= fact.start || (hop === length - 1 && each.value.start === fact.start && each.value.end === fact.end),
			);
		})
	);
}
