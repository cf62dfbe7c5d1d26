import { rowsOfCall } from '../../effects/knowing.ts';
import { queuedWaits } from '../../knowledge/schedules.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { isOfCypress } from '../pages/cypress-commands.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/**
 * The timers of a test whose callbacks make assertions, or give commands that decide the test, when the test is over: it waits for nothing behind them, and no callback ends it. What a timer
 * gives is no promise: a runner that is given that waits for nothing.
 */
export function lateTimersIn(models: Models, scope: Scope): readonly Call[] {
	const { body, doneParameter, ending, call: test } = scope;
	if ('phase' in scope || doneParameter !== undefined || ending.isLater || body.fact.generator || body.module !== models.module)
		return [];
	const dropped = body.fact.calls.filter(
		({ usage, args, start }) =>
			(usage === 'discarded' || usage === 'returned') && start > test.start && args.some(({ kind }) => kind === 'function'),
	);
	const set = dropped.flatMap(call => calledLater(models, scope, call).map(callback => ({ call, callback })));
	return set.length === 0 || isToldByParameter(body)
		? []
		: set.flatMap(({ call, callback }) => {
				if (waitsAfter(scope, call) || models.framework.clockAt(scope, call.start).timers || isReplaced(models, scope, call))
					return [];
				return decides(models, scope, callback) ? [call] : [];
			});
}

/** Whether a callback makes assertions, or gives commands of Cypress, which are queued, and fail where the page does not do as they say. */
function decides(models: Models, scope: Scope, callback: FunctionFacts): boolean {
	return (
		models.assertionsIn(scope).some(({ place }) => holds(callback, place)) ||
		functionsWithin(scope.body.module.facts, callback).some(({ calls }) => calls.some(({ callee }) => isOfCypress(callee)))
	);
}

/** What a timer is handed, where a call sets one. */
export function calledLater(models: Models, { body }: Scope, call: Call): readonly FunctionFacts[] {
	const [timer] = rowsOfCall(models, at(call, body)).flatMap(({ row }) => (row.effect === 'timer' ? [row.callback] : []));
	const argument = timer === undefined ? undefined : call.args[timer];
	const callback = argument?.kind === 'function' ? functionAt(body.module, argument.function) : undefined;
	return callback === undefined ? [] : [callback];
}

/** What a test awaits or gives back may be over after the timer. */
function waitsAfter({ body: { fact } }: Scope, { end }: Call): boolean {
	if (fact.calls.some(({ callee }) => callee.kind === 'global' && queuedWaits.has(callee.name))) return true;
	return (
		[...fact.awaits, ...fact.returns].some(each => each.start >= end && each.value.kind !== 'literal') ||
		fact.regions.some(({ loop }) => loop !== undefined)
	);
}

/** `jest.spyOn(global, 'setTimeout')` */
export function isReplaced({ framework, provenance }: Models, scope: Scope, call: Call): boolean {
	return provenance.origins(at(call.callee, scope.body)).some(origin => framework.isStubbed(origin, scope, call.start));
}
