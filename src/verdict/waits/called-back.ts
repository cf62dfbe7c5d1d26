import { failureNames } from '../../knowledge/event-words.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { functionsAround, functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import type { Wait } from './waits.ts';

/**
 * The line of the call that has called back, in the way of Node, right in front of a timer behind which there is nothing but assertions and the end of the test:
 * `client.send(message, error => { assert.ifError(error); setTimeout(() => { assert.equal(socket.count, 1); done(); }, 1000); })`. Whether something else is
 * under way, nobody can tell.
 */
export function calledBackBefore(models: Pick<Models, 'assertionsIn'>, scope: Scope, { kind, site }: Wait): number | undefined {
	const { module, fact } = scope.body;
	const [around] = functionsAround(module.facts, site);
	const timer = around?.calls.find(({ start, end }) => start === site.start && end === site.end);
	const callback = timer?.args.find(each => each.kind === 'function');
	const inside = callback === undefined ? undefined : functionAt(module, callback.function);
	if (kind !== 'timer' || around === undefined || around === fact || inside === undefined || !takesFailure(around.parameters[0]?.binding))
		return undefined;
	const claims = models.assertionsIn(scope);
	const isClaimed = (call: Call): boolean => claims.some(({ place }) => holds(place, call));
	const isDone = (call: Call): boolean => isClaimed(call) || scope.ending.tells(call);
	const isAlone = around.calls.every(call => call.start >= site.start || isClaimed(call));
	const begun =
		isAlone && functionsWithin(module.facts, inside).every(({ calls }) => calls.every(isDone)) ? around.passedTo?.call : undefined;
	return begun === undefined ? undefined : lineAt(module.facts, begun.start);

	function takesFailure(binding: number | undefined): boolean {
		return binding !== undefined && failureNames.test(module.facts.bindings[binding]?.name ?? '');
	}
}
