import { describe } from '../src/effects/witness.ts';
import { retriedAssertions, withoutWait } from '../src/fixes/wait.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { actingTimersIn } from '../src/verdict/waits/acting-timers.ts';
import { calledBackBefore } from '../src/verdict/waits/called-back.ts';
import { onlyMovesClock } from '../src/verdict/waits/clock-steps.ts';
import { waitsOutLifetime } from '../src/verdict/waits/expiries.ts';
import { lateTimersIn } from '../src/verdict/promises/late-timers.ts';
import { isMendedByRetry } from '../src/verdict/waits/mended-by-retry.ts';
import { isNeedless } from '../src/verdict/waits/needless-waits.ts';
import { isAwaitedBehind, isRetriedBehind } from '../src/verdict/waits/retried-waits.ts';
import { isMillisecond, isTurn } from '../src/verdict/waits/waits.ts';
import { placeOfWait } from '../src/verdict/told-places.ts';
import { isSkippedAt } from '../src/verdict/what-runs.ts';

/**
 * A wait of a fixed length is a bet on the speed of the machine: too short it fails, too long it wastes time, and it is never the
 * thing that the test needs.
 */
export default defineRule({
	description: 'disallow waiting for a fixed time in a test',
	recommended: 'always',
	messages: {
		sleeps: 'This waits {{time}} ({{path}}) on every machine, however long the work takes: too short on a slow one, lost time where it is enough. Wait for the work itself, or use a fake clock.',
		retried: 'This waits {{time}} ({{path}}) in every run, though what follows tries again by itself until it holds. Remove the wait, or wait for what else must be over first.',
		begun: 'This waits {{time}} ({{path}}) in every run, though what follows waits for what was begun in front of it. Remove the wait, or wait for what else must be over first.',
		called: 'This is asserted {{time}} later ({{path}}), in every run, though what line {{line}} begins has called back by then. Assert it at once, or wait for what else must be over first.',
		absence: 'This waits {{time}} ({{path}}) for what must not happen, which on a slow machine may only happen later, or for what is to be gone, which may still be there. Wait for what ends the work, or use a fake clock.',
		end: 'This ends the test {{time}} later ({{path}}), whether or not its assertions have been made by then: those that are late check nothing. End it where the last of them is made.',
		expiry: 'This waits {{time}} ({{path}}) for something to expire, in every run. Use a fake clock, or let it expire at once.',
		later: 'This waits {{time}} ({{path}}) only for the clock to show a later time, in every run. Use a fake clock, or set the earlier time back.',
		turn: 'This gives the event loop one turn ({{path}}), and what the test goes on with may need more of them. Wait for the work itself.',
		act: 'What runs {{time}} later ({{path}}) acts on what line {{line}} begins, whether or not that is ready by then. Wait until it is, then act.',
		verdict: 'What runs {{time}} later ({{path}}) decides this test, whether or not the work is done by then: too early on a slow machine, lost time where it is enough. Wait for the work itself, or use a fake clock.',
	},
	suggestions: {
		remove: 'Remove the wait: what follows tries again by itself until it holds.',
		retry: 'Try the assertions that follow again and again until they hold.',
	},
	options: {
		acts: option.flag(false, 'Also report a timer that only does something at a chosen time, behind something that the test has begun and that is to be ready by then.', { strict: true }),
		absence: option.flag(false, 'Also report a wait that fails nothing where it is too short: only assertions that nothing happened follow, or it only ends the test.', { strict: true }),
		millisecond: option.flag(false, 'Also report a wait of one millisecond, which is as long as one of 0 ms: mostly only promises have to be settled by then.', { strict: true }),
		turn: option.flag(false, 'Also report a turn of the event loop (`setTimeout(f, 0)`, `setImmediate`) in place of the work that is asserted: mostly only promises have to be settled by then.', { all: true }),
		expiry: option.flag(false, 'Also report a wait that is longer than what the test waits for lives, or that only lets the clock go on: it cannot be too short, and costs time only.', { strict: true }),
	},

	*check(file, { act, sleeps, retried, begun, called, absence, end, expiry, later, turn, verdict, remove, retry }, options) {
		const helpers = new Set<number>();
		for (const scope of [...file.scopes, ...file.steps]) {
			const late = lateTimersIn(file, scope);
			const said = new Set<number>();
			const waits = file.waitsIn(scope);
			for (const wait of waits) {
				if (said.has(wait.site.start) || late.some(({ start }) => start === wait.site.start) || (isTurn(wait) && (!options.turn || wait.absence || wait.kind === 'end')) || (isMillisecond(wait) && !options.millisecond) || ((wait.absence || wait.kind === 'end') && !options.absence) || isSkippedAt(scope, wait.site) || isNeedless(file, scope, wait)) continue;
				const isExpiry = waitsOutLifetime(file, scope, wait, waits);
				const isStep = onlyMovesClock(file, scope, wait, waits);
				if ((isExpiry || isStep) && !options.expiry) continue;
				said.add(wait.site.start);
				const [place, own] = [file.placeIn(scope, wait.site), placeOfWait(file, scope, wait)];
				if (helpers.has((own ?? place).start)) continue;
				const isRetried = !wait.absence && isRetriedBehind(file, scope, wait);
				const before = isExpiry || isStep || isTurn(wait) || wait.absence ? undefined : calledBackBefore(file, scope, wait);
				if (before !== undefined) {
					yield called(place, { time: lengthOf(wait.ms), path: describe(wait.witness), line: before }, retry(retriedAssertions(file, scope, wait)));
					continue;
				}
				const say = isTurn(wait) ? turn : isExpiry ? expiry : isStep ? later : wait.absence ? absence : isRetried ? retried : isAwaitedBehind(scope, wait) ? begun : { sleep: sleeps, timer: verdict, end }[wait.kind];
				if (say === sleeps && scope.body.module === file.module) helpers.add((own ?? place).start);
				yield say(own !== undefined && say === sleeps ? own : place, { time: lengthOf(wait.ms), path: describe(wait.witness) }, remove(isRetried ? withoutWait(file, scope, wait) : undefined), retry(isMendedByRetry(file, scope, wait, waits) ? retriedAssertions(file, scope, wait) : undefined));
			}
			if (!options.acts) continue;
			for (const timer of actingTimersIn(file, scope, options.turn)) {
				if (said.has(timer.site.start) || isSkippedAt(scope, timer.site)) continue;
				said.add(timer.site.start);
				yield act(file.placeIn(scope, timer.site), { time: lengthOf(timer.ms), path: describe(timer.witness), line: timer.line });
			}
		}
	},
});

function lengthOf(ms: number | undefined): string {
	return ms === undefined ? 'a fixed time' : `${ms} ms`;
}
