import { isMentioned } from '../../effects/uses.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/**
 * `list.reduce(async (before, item) => { await save(item); }, Promise.resolve())`: no turn waits for the one before it, so all of them begin at
 * once, and what waits for the result waits for the last of them alone.
 */
export function* unawaitedTurnsIn({ module, scopes }: Models): Iterable<Call> {
	const { facts } = module;
	if (scopes.length === 0) return;
	for (const { calls } of facts.functions) {
		for (const call of calls) {
			const {
				callee,
				args: [callback, ...initial],
			} = call;
			if (
				callee.kind !== 'member' ||
				(callee.property !== 'reduce' && callee.property !== 'reduceRight') ||
				callback?.kind !== 'function' ||
				initial.length !== 1
			)
				continue;
			const turn = functionAt(module, callback.function);
			const before = turn?.parameters[0];
			if (
				turn?.async !== true ||
				turn.awaits.length === 0 ||
				(before !== undefined && (before.binding === undefined || isMentioned(facts, before.binding)))
			)
				continue;
			yield call;
		}
	}
}
