import { timerGlobals, queuedWaits } from '../../knowledge/schedules.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/** The timers of a test whose callbacks make assertions when the test is over: it waits for nothing behind them, and no callback ends it. */
export function lateTimersIn(models: Models, scope: Scope): readonly Call[] {
	const { body, doneParameter, ending, call: test } = scope;
	if ('phase' in scope || doneParameter !== undefined || ending.isLater || body.fact.generator || body.module !== models.module) return [];
	const set = body.fact.calls.filter(({ callee, usage, start }) => callee.kind === 'global' && timerGlobals.has(callee.name) && usage === 'discarded' && start > test.start);
	return set.length === 0 || isToldByParameter(body) ? [] : set.filter(call => {
		const [argument] = call.args;
		const callback = argument?.kind === 'function' ? functionAt(body.module, argument.function) : undefined;
		if (callback === undefined || waitsAfter(scope, call) || models.framework.clockAt(scope, call.start).timers || isReplaced(models, scope, call)) return false;
		return models.assertionsIn(scope).some(({ place }) => callback.start <= place.start && place.end <= callback.end);
	});
}

/** What a test awaits or gives back may be over after the timer. */
function waitsAfter({ body: { fact } }: Scope, { end }: Call): boolean {
	if (fact.calls.some(({ callee }) => callee.kind === 'global' && queuedWaits.has(callee.name))) return true;
	return [...fact.awaits, ...fact.returns].some(each => each.start >= end && each.value.kind !== 'literal') || fact.regions.some(({ loop }) => loop !== undefined);
}

/** `jest.spyOn(global, 'setTimeout')` */
function isReplaced({ framework, provenance }: Models, scope: Scope, call: Call): boolean {
	return provenance.origins(at(call.callee, scope.body)).some(origin => framework.isStubbed(origin, scope, call.start));
}
