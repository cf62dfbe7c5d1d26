import { describe } from '../src/effects/witness.ts';
import { awaited, awaitedLoop, postponed } from '../src/fixes/await.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { earlyCallsIn } from '../src/verdict/early-ends.ts';
import { idleWaitsIn } from '../src/verdict/idle-waits.ts';
import { unawaitedIn } from '../src/verdict/unawaited.ts';

/** What nobody waits for happens at some time, or never: before an assertion, after it, or in the middle of the next test. */
export default defineRule({
	description: 'disallow work that a test starts and nobody waits for',
	recommended: 'always',
	messages: {
		assertion: 'Nobody waits for this assertion ({{path}}): the test may be over before it is made. Await it.',
		raced: 'Nobody waits for this promise ({{path}}), and the test goes on to something else that takes time: which of them is first is open. Await it.',
		claimed: 'Nobody waits for this promise ({{path}}), and assertions follow: they are made before the work is done. Await it.',
		left: 'Nobody waits for this promise ({{path}}): the work goes on when the {{what}} is over. Await it.',
		ends: '`done()` is called here at once, before the promise is settled. Hand over a function: `() => done()`.',
		early: 'This is called at once, and `then` takes no promise: the chain does not wait for it. Hand over a function that returns it.',
		idle: 'This waits for nothing: the callback cannot fail, so the first try ends the wait. Put the assertion that must hold into it.',
	},
	suggestions: {
		wait: 'Wait for it with `await`.',
		loop: 'Go through the list with `for…of`, and await each.',
		later: 'Hand over a function.',
	},
	options: {
		void: option.flag(false, 'Also report promises marked with `void` that are still open when the test or hook is over.', { strict: true }),
	},

	*check(file, { assertion, raced, claimed, left, ends, early, idle, wait, loop, later }, options) {
		for (const each of unawaitedIn(file)) {
			const { call, harm, promised, scope, meant } = each;
			if (meant && harm === 'left' && !options.void) continue;
			const path = describe(promised.witness);
			const mends = [wait(awaited(file, each)), loop(awaitedLoop(file, each))] as const;
			if (harm === 'left') yield left(call, { path, what: 'framework' in scope ? 'test' : 'hook' }, ...mends);
			else yield { assertion, raced, claimed }[harm](call, { path }, ...mends);
		}
		for (const { call, ends: isEnd } of earlyCallsIn(file)) yield (isEnd ? ends : early)(call, later(postponed(call)));
		for (const call of idleWaitsIn(file)) yield idle(call);
	},
});
