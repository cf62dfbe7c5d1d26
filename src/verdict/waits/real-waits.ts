import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** Whether the function of a helper that waits puts the real clock back first, for that alone: `jest.useRealTimers(); setTimeout(resolve, 10); jest.useFakeTimers();`. */
export function isInRealTime({ framework }: Models, { body }: Scope, call: Site<Call> | undefined): boolean {
	const around = call === undefined ? undefined : functionAt(call.module, call.fact.function);
	if (call === undefined || around === undefined || around === body.fact) return false;
	const actOf = (each: Call): string | undefined => framework.clockActOf(at(each, call));
	if (functionsWithin(call.module.facts, call.fact).some(({ calls }) => calls.map(actOf).find(act => act !== undefined) === 'restore'))
		return true;
	return (
		around.calls
			.filter(({ end }) => end <= call.fact.start)
			.map(actOf)
			.findLast(act => act !== undefined) === 'restore'
	);
}
