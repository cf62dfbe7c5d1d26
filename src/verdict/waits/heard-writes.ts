import { rowsOfCall } from '../../effects/knowing.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import type { Wait } from './waits.ts';

/**
 * Whether a helper waits behind a write that it has awaited, and that the client's own listeners hear of before it is over: `const added = await addDoc(list, note);
 * await sleep(30); return added;`. What is asserted next is there when the wait begins, unless the test asks for something else first.
 */
export function followsHeardWrite(models: Models, scope: Scope, { call, kind, site }: Wait): boolean {
	if (call === undefined || kind !== 'sleep' || !hasHeardWrite(models, call)) return false;
	const { fact } = scope.body;
	const waits = models.effects.sleepsIn(scope.body);
	return fact.awaits.every(
		({ value, start }) =>
			start < site.end || value.kind !== 'call' || waits.some(each => holds(value, each.site) || holds(each.site, value)),
	);
}

/** Whether the innermost function that has awaited anything in front of a wait, and is called by the test, has awaited such a write last. */
function hasHeardWrite(models: Models, wait: Site<Call>): boolean {
	const { frame, module, fact } = wait;
	const inside = functionAt(module, fact.function);
	if (frame?.call === undefined || inside === undefined || frame.function !== inside) return false;
	const last = inside.awaits.findLast(({ end }) => end <= fact.start);
	if (last === undefined) return hasHeardWrite(models, frame.call);
	return last.value.kind === 'call' && last.region === fact.region && isHeardFirst(models, at(last.value, wait));
}

function isHeardFirst(models: Models, call: Site<Call>): boolean {
	return rowsOfCall(models, call).some(({ row }) => row.effect === 'promise' && row.heardFirst === true);
}
