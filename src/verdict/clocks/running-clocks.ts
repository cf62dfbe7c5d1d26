import type { Influence } from '../../effects/model.ts';
import { keyMatchers } from '../../knowledge/assertions/matcher-words.ts';
import { at } from '../../provenance/walker.ts';
import type { Span } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { sidesOf } from './clock-behind.ts';
import { clockDependence } from './clock-dependence.ts';
import { behindCompared, behindExpected } from './compared-values.ts';
import { outermost, stretchOf } from './reading-order.ts';
import { isWholeTime } from './whole-times.ts';

/**
 * A reading of a fake clock that goes on with the real time, where an assertion wants the very moment: the one that the test has set, or that of another
 * reading. Such a clock moves only while the event loop turns, so that something must have been waited for in between.
 */
export function runningRead(models: Models, scope: Scope, claim: Claim, generous: number): Influence | undefined {
	const { framework } = models;
	if (keyMatchers.has(claim.matcher) || claim.retried || claim.negated || framework.isSynchronous(scope)) return undefined;
	if (!framework.clockAt(scope, claim.place.start).running) return undefined;
	const isOfDate = ({ kind, row }: Influence): boolean =>
		kind === 'clock' && row?.effect === 'clock' && row.faked === true && row.clock !== 'monotonic';
	const [actual, expected] = [behindCompared(models, claim), behindExpected(models, claim)].map(side => side.filter(isOfDate));
	if (actual === undefined || expected === undefined || actual.length + expected.length === 0) return undefined;
	const found = clockDependence(sidesOf(models, scope, { claim, actual, expected, generous }));
	if (found === undefined || !isWholeTime(models, claim, found.read, actual.length > 0 ? 'actual' : 'expected')) return undefined;
	const isLate =
		found.kind === 'twice' ? isAwaited(models, scope, stretchOf([...actual, ...expected])) : isReadLate(models, scope, found.read);
	return found.kind !== 'elapsed' && isLate ? found.read : undefined;
}

/** Whether a test has waited for something since it set the clock, when it makes a reading. */
function isReadLate(models: Models, scope: Scope, { source }: Influence): boolean {
	const { module, fact } = outermost(source);
	const { body } = scope;
	if (module !== body.module || !holds(body.fact, fact)) return false;
	const settings = functionsWithin(module.facts, body.fact)
		.flatMap(({ calls }) => calls)
		.filter(call => call.end <= fact.start && models.framework.clockActOf(at(call, body)) === 'freeze');
	return isAwaited(models, scope, { start: Math.max(body.fact.start, ...settings.map(({ end }) => end)), end: fact.start });
}

/** Whether a test waits in a stretch of its text, for anything but the steps of the fake clock. */
function isAwaited({ framework }: Models, { body }: Scope, { start, end }: Span): boolean {
	return body.fact.awaits.some(
		each =>
			each.start >= start &&
			each.end <= end &&
			!(each.value.kind === 'call' && framework.clockActOf(at(each.value, body)) !== undefined),
	);
}
