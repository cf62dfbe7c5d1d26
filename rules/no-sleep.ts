import { describe } from '../src/effects/witness.ts';
import { retriedAssertions, withoutWait } from '../src/fixes/wait.ts';
import { waitWords } from '../src/fixes/wait-words.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { frameworkOf } from '../src/verdict/framework-of.ts';
import type { Models, Scope } from '../src/verdict/models.ts';
import { actingTimersIn } from '../src/verdict/waits/acting-timers.ts';
import { lateTimersIn } from '../src/verdict/promises/late-timers.ts';
import { isMendedByRetry } from '../src/verdict/waits/mended-by-retry.ts';
import { isNeedless } from '../src/verdict/waits/needless-waits.ts';
import { type WaitSense, senseOf } from '../src/verdict/waits/wait-senses.ts';
import { type Wait, isMillisecond, isTurn } from '../src/verdict/waits/waits.ts';
import { goesOnInside, placeOfWait } from '../src/verdict/told-places.ts';
import { isSkippedAt } from '../src/verdict/what-runs.ts';

/**
 * A wait of a fixed length is a bet on the speed of the machine: too short it fails, too long it wastes time, and it is never the
 * thing that the test needs.
 */
export default defineRule({
	description: 'disallow waiting for a fixed time in a test',
	recommended: 'always',
	messages: {
		sleeps: 'This waits {{time}} ({{path}}), however long the work takes: too short where it takes longer, lost time where it is done sooner. Wait for {{mend}}.',
		retried:
			'This waits {{time}} ({{path}}) each time, though what follows tries again by itself until it holds. Remove the wait, or wait for what else must be over first.',
		sought: 'This waits {{time}} ({{path}}) each time, though what follows looks for its element by itself until it is there. Remove the wait, or wait for what else must be over first.',
		begun: 'This waits {{time}} ({{path}}) each time, though what follows waits for what was begun in front of it. Remove the wait, or wait for what else must be over first.',
		called: 'This is asserted {{time}} later ({{path}}), each time, though what line {{line}} begins has called back by then. Assert it at once, or wait for what else must be over first.',
		absence:
			'This waits {{time}} ({{path}}) for what must not happen, which on a slow machine may only happen later, or for what is to be gone, which may still be there. Wait for what ends the work, or use {{clock}}.',
		end: 'This ends the test {{time}} later ({{path}}), whether or not its assertions have been made by then: those that are late check nothing. End it where the last of them is made.',
		expiry: 'This waits {{time}} ({{path}}) for something to expire, each time. Use {{clock}}, or let it expire at once.',
		lives: 'This waits {{time}} ({{path}}), and what is asked behind it lives for {{life}} ms: on a slow machine it is gone by then. Use {{clock}}, or let it live much longer.',
		later: 'This waits {{time}} ({{path}}) only for the clock to show a later time, each time. Use {{clock}}, or set the earlier time back.',
		turn: 'This gives the event loop one turn ({{path}}), and what the test goes on with may need more of them. Wait for the work itself.',
		act: 'What runs {{time}} later ({{path}}) acts on what line {{line}} begins, whether or not that is ready by then. Wait until it is, then act.',
		verdict:
			'What runs {{time}} later ({{path}}) decides this test, whether or not the work is done by then: too early where it takes longer, lost time where it is done sooner. Wait for {{mend}}.',
	},
	suggestions: {
		remove: 'Remove the wait: what follows waits by itself.',
		retry: 'Try the assertions that follow again and again until they hold.',
	},
	options: {
		...option.strictFlags({
			acts: 'Also report a timer that only does something at a chosen time, behind something that the test has begun and that is to be ready by then, and one that asserts only what it has done itself.',
			absence:
				'Also report a wait that fails nothing where it is too short: only assertions that nothing happened follow, or those that were made in front of it, or it only ends the test.',
			millisecond:
				'Also report a wait of one millisecond, which is as long as one of 0 ms: mostly only promises have to be settled by then.',
			expiry: 'Also report a wait that is longer than what the test waits for lives, or that only lets the clock go on: it cannot be too short, and costs time only.',
		}),
		...option.allFlags({
			turn: 'Also report a turn of the event loop (`setTimeout(f, 0)`, `setImmediate`) in place of the work that is asserted: mostly only promises have to be settled by then.',
		}),
	},

	*check(file, say, options) {
		const helpers = new Set<number>();
		for (const scope of [...file.scopes, ...file.steps]) {
			const late = lateTimersIn(file, scope);
			const said = new Set<number>();
			const waits = file.waitsIn(scope);
			for (const wait of waits) {
				if (said.has(wait.site.start) || late.some(({ start }) => start === wait.site.start) || !isAsked(wait, options)) continue;
				if (isSkippedAt(scope, wait.site) || isNeedless(file, scope, wait)) continue;
				const sense = senseOf(file, scope, wait, waits);
				if (!isMeant(sense, options)) continue;
				said.add(wait.site.start);
				const [place, own] = [file.placeIn(scope, wait.site), placeOfWait(file, scope, wait)];
				if (helpers.has((own ?? place).start)) continue;
				const { kind, line, life, isRetried } = sense;
				const isRetry = kind === 'retried' || kind === 'sought';
				const isOwn = own !== undefined && (kind === 'sleeps' || (isRetry && goesOnInside(file, scope, wait, own)));
				if ((kind === 'sleeps' || isOwn) && scope.body.module === file.module) helpers.add((own ?? place).start);
				const isMended = kind === 'called' || isMendedByRetry(file, scope, wait, waits);
				yield say[kind](
					isOwn ? own : place,
					{ ...wordsFor(file, scope, wait), line, life },
					say.remove(isRetried && kind !== 'called' ? withoutWait(file, scope, wait) : undefined),
					say.retry(isMended ? retriedAssertions(file, scope, wait) : undefined),
				);
			}
			for (const timer of options.acts ? actingTimersIn(file, scope, options.turn) : []) {
				if (said.has(timer.site.start) || isSkippedAt(scope, timer.site)) continue;
				said.add(timer.site.start);
				yield say.act(file.placeIn(scope, timer.site), {
					time: lengthOf(timer.ms),
					path: describe(timer.witness),
					line: timer.line,
				});
			}
		}
	},
});

/** Whether the options want a wait of that length and kind. */
function isAsked(wait: Wait, options: Record<'acts' | 'turn' | 'millisecond' | 'absence', boolean>): boolean {
	const failsNothing = wait.absence || wait.kind === 'end';
	if (wait.acts && !options.acts) return false;
	if (isTurn(wait)) return options.turn && !failsNothing;
	return (options.millisecond || !isMillisecond(wait)) && (options.absence || !failsNothing);
}

/** Whether the options want a wait that is there for this. */
function isMeant({ kind, isSafe }: WaitSense, options: Record<'absence' | 'expiry', boolean>): boolean {
	return isSafe ? options.expiry : kind !== 'absence' || options.absence;
}

function wordsFor(file: Models, scope: Scope, { ms, witness, instead }: Wait) {
	return { time: lengthOf(ms), path: describe(witness), ...waitWords(frameworkOf(file, scope), instead) };
}

function lengthOf(ms: number | undefined): string {
	return ms === undefined ? 'a fixed time' : `${ms} ms`;
}
