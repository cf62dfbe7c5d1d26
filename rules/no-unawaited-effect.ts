import { dropKindOf, isAwaitable, wordOf } from '../src/verdict/promises/drop-kinds.ts';
import { describe } from '../src/effects/witness.ts';
import { awaited, awaitedLoop, joined, postponed } from '../src/fixes/await.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { replaceText } from '../src/fixes/edit.ts';
import { doubtsOf, doubtsOfCallback } from '../src/verdict/promises/doubts.ts';
import { earlyReadsIn } from '../src/verdict/promises/early-reads.ts';
import { earlyCallsIn } from '../src/verdict/promises/early-ends.ts';
import { earlyExitsBehind, earlyExitsIn } from '../src/verdict/promises/early-exits.ts';
import { missedEndsIn } from '../src/verdict/promises/missed-ends.ts';
import { unpolledClaimsIn } from '../src/verdict/promises/unpolled-claims.ts';
import { partedEndingsIn } from '../src/verdict/promises/parted-endings.ts';
import { unfinishedFilesIn } from '../src/verdict/promises/unfinished-files.ts';
import { promisedClaimsIn } from '../src/verdict/promises/promised-claims.ts';
import { silentWorkIn } from '../src/verdict/promises/silent-work.ts';
import { unheardIn } from '../src/verdict/promises/unheard-callbacks.ts';
import { truePromisesIn } from '../src/verdict/promises/true-promises.ts';
import { unawaitedIn } from '../src/verdict/promises/unawaited.ts';
import { unthrownIn } from '../src/verdict/promises/unthrown-promises.ts';

/** What nobody waits for happens at some time, or never: before an assertion, after it, or in the middle of the next test. */
export default defineRule({
	description: 'disallow work that a test starts and nobody waits for',
	recommended: 'always',
	messages: {
		assertion: 'Nobody waits for this assertion ({{path}}): the test may be over before it is made. Await it.',
		raced: 'Nobody waits for this promise ({{path}}), and the test goes on to something else that takes time: which of them is first is open. Await it.',
		claimed: 'Nobody waits for this promise ({{path}}), and assertions follow: they are made before the work is done. Await it.',
		left: 'Nobody waits for this promise ({{path}}): the work goes on when the {{what}} is over. Await it.',
		other: 'Nobody waits for this promise ({{path}}), and a callback of something else ends the test: which of them is first is open. Await it, or end the test behind it.',
		list: 'A list of promises ({{path}}) is awaited here, which waits for none of them. Await `Promise.all` of the list.',
		helper: 'What this calls starts work that nobody waits for ({{path}}), and that goes on beside the test. Let it wait for the work, and await it here.',
		checked: 'This makes an assertion that nobody waits for ({{path}}): the test may be over by then. Let it wait, and await it here.',
		begun: 'This is only begun when somebody waits for it ({{path}}), and nobody does: it is never done. Await it.',
		unsent: 'Nobody waits for this request ({{path}}), and it is only sent when somebody does: what it expects is never checked. Await it.',
		work: 'Nobody waits for this ({{path}}): its callback tells nobody when the work is done. Call what comes next in the callback, or use what gives a promise, and await it.',
		silent: 'This gives no promise ({{api}}), and nobody listens for the events that tell of its end: it goes on beside what follows. Wrap it in a promise that settles with them, and await that.',
		ends: '`done()` is called here at once, before the promise is settled. Hand over a function: `() => done()`.',
		called: 'This is called here at once, before what it is handed to has happened. Hand over a function.',
		early: 'This is called at once, and `then` takes no promise: the chain does not wait for it. Hand over a function that returns it.',
		idle: 'This waits for nothing: the callback cannot fail, so the first try ends the wait. Put the assertion that must hold into it.',
		exited: 'This hands over what a process wrote as soon as it exits ({{path}}), when some of it may still be on its way. Let it wait for `close`, when the streams of the process are done.',
		exit: 'A process that has exited may still have output on its way, which is read here. Wait for `close`, when its streams are done.',
		gathered:
			'The handler of `{{event}}` fills `{{name}}`, and nobody waits for the event after {{path}}: it may not hold all of it yet. Wait for the event, or try the assertion again until it holds.',
		polled: 'This asserts what `{{name}}` holds at this moment, which handlers fill, and nobody waits for them here, as line {{line}} does: it may not hold all of it yet. Try the assertion again until it holds.',
		partly: 'Line {{line}} waits until `{{other}}` is filled, and nobody waits for `{{name}}`, which another handler fills: it may not hold all of it yet. Put both into the condition.',
		first: 'Line {{line}} waits for fewer of what comes to `{{name}}` than this asks for: the others may not be there yet. Wait until there are as many.',
		heard: 'The handler of `{{event}}` makes the assertions, and nobody waits for the event after {{path}}: the test may be over before it is called. Await the event.',
		claims: 'The test waits for nothing, and all its assertions are made later, in callbacks ({{path}}): they may be made after its end, or never. Await the event, or end the test in the callback.',
		open: 'The test waits for nothing, and all its assertions are made in a callback of `{{path}}`, of which nothing is known. If that calls it later, as what tells of failures mostly does, they are made after the end of the test, or never. End the test in the callback.',
		callback:
			'Nobody waits for this callback, whoever calls it: what it asserts behind its first `await` is asserted when the test is over. Await what calls it, or a promise that it settles.',
		beside: 'Nobody waits for this callback: another one ends the test, or this step of it, and this one may make its assertions later. Ask for one after the other, or await both.',
		ended: '`done()` is called here at once, and a callback ({{path}}) makes its assertions later: they may be made after the end of the test, or never. Call it in the callback.',
		unset: 'Nobody waits for this callback, which sets `{{name}}`, and the assertions of another one are about that: which of them is called first is open. Assert when both have been called.',
		passed: 'The test is over when something that stands in for another function is called on the way, and nobody waits for the rest of this: it goes on while the next test runs. End the test when this is done.',
		copied: 'Nobody can hear when this copy is written, for nobody has its streams in hand: what comes next may find the file empty, or cut off. Copy it with `copyFile`, or wait for `pipeline`.',
		unfinished: 'The file is read while `{{name}}` may still write it: nobody waits for the end of the stream. Wait for its `finish`.',
		timer: 'The test is over before this timer calls back, and its assertions are made then: they fail nobody, or another test. Wait for the work itself, and assert then.',
		nothing: 'A timer is no promise: this `await` goes on at once, and the callback is called later. Wait for the work itself.',
		parted: 'Two clean-ups of `{{name}}` are handed over apart from each other: which is first, and whether the second waits for it, is up to the runner. Hand over one that awaits both in turn.',
		truth: 'This asks whether a promise ({{path}}) is there, which it is whatever comes of it, and nobody waits for it. Await it, and ask for what it gives.',
		answer: '`{{name}}` takes what this gives for the answer, and that is a promise ({{path}}), which counts as true at once. Let it await the answer, or give one that is there.',
		turns: 'Nobody awaits what `reduce` hands over from the turn before: all of them begin at once, and only the last is waited for. Await it first, or go through the list with `for…of`.',
		unthrown:
			'This assertion always holds: {{name}} gives a promise ({{path}}), so nothing is thrown here, and what fails later is seen by nobody. Await the promise itself: the test then fails where it is rejected.',
		pieces: 'Output comes in as many pieces as the pipe makes of it, and this calls `done()` for more than one: a test that ends twice fails. Listen with `once`, or gather the output until it closes.',
		prepares:
			'The hook is over before this callback ({{path}}) makes its assertions: the tests go on without what they are about, and a failure reaches nobody, or another test. Let the hook wait for it: await it, or end the hook in the callback.',
		sets: 'The hook is over before this callback ({{path}}) sets `{{name}}`, which the tests read. Let the hook wait for it: await it, or end the hook in the callback.',
	},
	suggestions: {
		wait: 'Wait for it with `await`.',
		join: 'Await `Promise.all` of the list.',
		loop: 'Go through the list with `for…of`, and await each.',
		later: 'Hand over a function.',
		close: 'Wait for `close`.',
	},
	options: option.strictFlags({
		asserted: 'Also report calls of the project that give a promise, where only assertions follow in the test, or nothing.',
		beside: 'Also report promises, and callbacks of something unknown, that a test drops while a callback of something else ends it.',
		callbacks: 'Also report callbacks told of a failure that make all assertions of a test, where nothing is known of their caller.',
		closing: 'Also report what a test closes at its end without waiting for it.',
		lazy: 'Also report queries of a test that only begin when they are awaited, and that the test drops: they are never made.',
		suite: 'Also report calls of which nothing is known, but that other test files of the package wait for, or that the file nearly always waits for, or made on a thing of which it waits for all the rest.',
		unsure: 'Also report promises where something is awaited next of which nothing is known, and that is not called like a wait.',
		void: 'Also report promises of a test that are marked with `void`.',
	}),

	*check(file, say, options) {
		for (const dropped of unawaitedIn(file)) {
			if ([...doubtsOf(dropped)].some(doubt => !options[doubt])) continue;
			const { call, promised, scope } = dropped;
			const kind = dropKindOf(dropped);
			const own = isAwaitable(dropped) ? [say.wait(awaited(file, dropped)), say.loop(awaitedLoop(file, dropped))] : [];
			const mends = kind === 'list' ? [say.join(joined(dropped))] : own;
			yield say[kind](call, { path: describe(promised.witness), what: wordOf(file, scope) }, ...mends);
		}
		for (const claim of promisedClaimsIn(file)) yield say.assertion(claim.call, { path: claim.words }, say.wait(awaited(file, claim)));
		for (const { call, kind } of earlyCallsIn(file)) yield say[kind](call, say.later(postponed(call)));
		for (const { call, kind } of missedEndsIn(file)) yield say[kind](call);
		for (const event of earlyExitsIn(file)) yield say.exit(event, say.close(replaceText(file, event, 'close')));
		for (const { call, witness } of earlyExitsBehind(file)) yield say.exited(call, { path: describe(witness) });
		for (const { scope, place, kind, name, event, witness } of earlyReadsIn(file))
			yield say[kind](file.placeIn(scope, place), { event, path: describe(witness), name });
		for (const { call, api } of silentWorkIn(file)) yield say.silent(call, { api });
		for (const { place, kind, name, other, line } of unpolledClaimsIn(file)) yield say[kind](place, { name, other, line });
		for (const { call, name } of options.closing ? partedEndingsIn(file) : []) yield say.parted(call, { name });
		for (const { place, promised, name } of unthrownIn(file)) yield say.unthrown(place, { name, path: describe(promised.witness) });
		for (const { place, witness, kind, name } of truePromisesIn(file)) yield say[kind](place, { path: describe(witness), name });
		for (const { read, stream } of unfinishedFilesIn(file)) yield say.unfinished(read, { name: stream });
		for (const { call, kind, api, name } of unheardIn(file)) {
			if (doubtsOfCallback(kind).some(doubt => !options[doubt])) continue;
			if (kind === 'beside' || kind === 'guessed' || kind === 'passed') yield (kind === 'passed' ? say.passed : say.beside)(call);
			else yield say[kind](call, { path: api, name });
		}
	},
});
