import { holds } from '../../syntax/spans.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';
import { calledLater, isReplaced } from './late-timers.ts';

/**
 * `await setTimeout(() => {}, 500); expect(…)`: timers of a test or hook that are awaited as if they were promises, where assertions follow or are made
 * when they call back. What the global gives is a number, or a `Timeout` of Node.js, and `await` goes on at once
 * (https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-settimeout, https://nodejs.org/api/timers.html#class-timeout).
 */
export function awaitedTimersIn(models: Models, scope: Scope): readonly Call[] {
	const { body, call: test } = scope;
	if (body.module !== models.module) return [];
	return body.fact.calls.filter(call => {
		if (call.usage !== 'awaited' || call.start < test.start) return false;
		const [callback] = calledLater(models, scope, call);
		if (callback === undefined || models.framework.clockAt(scope, call.start).timers || isReplaced(models, scope, call)) return false;
		return models.assertionsIn(scope).some(({ place }) => place.start >= call.end || holds(callback, place));
	});
}
