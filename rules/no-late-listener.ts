import { describe } from '../src/effects/witness.ts';
import { listenFirst } from '../src/fixes/listen-first.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { lateIntercepts } from '../src/verdict/events/late-intercepts.ts';
import { lateGuesses } from '../src/verdict/events/late-guesses.ts';
import { lateHandlers } from '../src/verdict/events/late-handlers.ts';
import { lateListeners } from '../src/verdict/events/late-listeners.ts';

/** Whoever begins to listen after an event waits for the next one, and there may be none. */
export default defineRule({
	description: 'disallow beginning to wait for an event only after what triggers it',
	recommended: 'always',
	messages: {
		late: 'This begins to wait for `{{event}}` when {{path}} is over, and by then it may have happened. Begin to wait before, and await the promise after.',
		other: 'This begins to wait for `{{event}}` only when something else that was begun beside has told of its own, and by then it may have happened here. Begin to wait for both, and await the promises after.',
		again: 'This waits for the next `{{event}}` only when the one before it has come, and the two may come together. Listen once for both, and wait until there are enough.',
		guessed:
			'{{wait}} hears only what happens from now on, and {{path}} is over by then: if that brings it about, it may be missed. Whether it does is not known. Begin to wait before, and await the promise after.',
		intercept: 'This begins to intercept when `{{trigger}}` has sent its requests, so `{{alias}}` may never come. Intercept before.',
		route: 'This begins to answer requests when `{{trigger}}` is over, which may have sent them by then, and nothing follows that sends others. Begin before.',
		handler:
			'This begins to listen for `{{event}}` when `{{trigger}}` is over, which may have brought it about by then, and nothing is done behind it. Begin before.',
	},
	suggestions: {
		first: 'Begin to wait before, and await the promise after.',
	},

	options: {
		acts: option.flag(
			false,
			'Also report waiting for an event of an object only after an act on it, or on what it came from, that is not named after the event.',
			{ strict: true },
		),
		again: option.flag(false, 'Also report waiting for the same event of the same object twice in a row.', { strict: true }),
		others: option.flag(
			false,
			'Also report functions that do nothing but listen, and are awaited right behind an act of whatever else.',
			{ strict: true },
		),
	},

	*check(file, { late, other, again, guessed: guess, intercept, route, handler, first }, options) {
		const told = new Set<number>();
		for (const { scope, step, event, said, trigger, ofOther, guessed, again: isSecond, witness } of lateListeners(file)) {
			told.add(step.via.start);
			if (isSecond) {
				if (options.again) yield again(file.placeIn(scope, step.via), { event });
				continue;
			}
			if (guessed && !options.acts) continue;
			const [place, mend] = [
				file.placeIn(scope, step.via),
				first(listenFirst(file, { wait: step.via, trigger: trigger.via, event })),
			];
			yield ofOther ? other(place, { event }, mend) : late(place, { event: said, path: describe(witness) }, mend);
		}
		for (const { place, wait, witness } of options.others ? lateGuesses(file) : [])
			if (!told.has(place.start)) yield guess(place, { wait, path: describe(witness) });
		for (const { scope, place, trigger, alias } of lateIntercepts(file))
			yield intercept(file.placeIn(scope, place), { trigger, alias });
		for (const { scope, place, trigger, event } of lateHandlers(file)) {
			const at = file.placeIn(scope, place);
			yield event === undefined ? route(at, { trigger }) : handler(at, { trigger, event });
		}
	},
});
