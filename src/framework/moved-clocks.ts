import { at } from '../provenance/walker.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Acts } from './acts.ts';
import type { Hook, TestCase } from './model.ts';
import type { Event } from './timeline.ts';

/**
 * Whether a test moves a fake clock of timers, and nothing that is seen to run before it, or in it, sets one up or puts it back: then something else
 * has, an earlier test for example (`t.test('setup', () => { clock = sinon.useFakeTimers(); })`), for a clock that is not faked cannot be moved.
 */
export function movesOthersClock({ body }: TestCase | Hook, events: readonly Event[], acts: Acts): boolean {
	const isOwn = events.some(
		event =>
			event.kind === 'call' &&
			acts.of(event.site).some(({ row }) => row.act === 'freeze' || (row.act === 'restore' && row.restores.includes('clock'))),
	);
	if (isOwn) return false;
	return functionsWithin(body.module.facts, body.fact).some(({ calls }) =>
		calls.some(call => acts.of(at(call, body)).some(({ row }) => row.act === 'advance' && row.moves !== 'date')),
	);
}
