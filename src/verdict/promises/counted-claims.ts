import { isTimer } from '../../effects/waits/shortest-timers.ts';
import { countingWords } from '../../knowledge/counting-words.ts';
import { functionAt } from '../../provenance/walker.ts';
import { callsMethod, functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Scope } from '../models.ts';

/**
 * Whether a test counts its assertions and is ended by a timer of its own, and by nothing else: it fails where one is not made by then, so none is lost. Whether the timer
 * is long enough is asked of waits.
 */
export function isCountedUntilTimer({ body, ending }: Scope): boolean {
	const { facts } = body.module;
	if (!ending.isLater || !callsMethod(facts, body.fact, countingWords)) return false;
	const timers = body.fact.calls.filter(call => isTimer(call) && call.usage === 'discarded');
	const callbacks = timers.flatMap(({ args: [first] }) =>
		first?.kind === 'function' ? (functionAt(body.module, first.function) ?? []) : [],
	);
	const ends = functionsWithin(facts, body.fact).flatMap(({ calls }) =>
		calls.filter(call => call.args.length === 0 && ending.tells(call)),
	);
	return ends.length > 0 && ends.every(end => callbacks.some(callback => holds(callback, end)));
}
