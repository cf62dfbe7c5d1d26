import type { Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';
import { early } from './told-lengths.ts';

/**
 * How many milliseconds a test waits at least in a stretch of its text: waits that it awaits one after the other add up, each of which may be over a little
 * early, and of those that it awaits at once the longest counts. Undefined where it waits for no fixed time there.
 */
export function waitedIn({ effects }: Models, { body }: Scope, { start, end }: Span): number | undefined {
	const waits = effects.sleepsIn(body).filter(({ ms, site }) => ms !== 0 && site.start >= start && site.end <= end);
	if (waits.length === 0) return undefined;
	const lengths = new Map<Span | undefined, number>();
	for (const { ms = 0, site } of waits) {
		const awaited = body.fact.awaits.find(each => holds(each, site));
		lengths.set(awaited, Math.max(lengths.get(awaited) ?? 0, ms));
	}
	return [...lengths.values()].reduce((sum, ms) => sum + ms, 0) - (lengths.size - 1) * early;
}
