import { describe } from '../src/effects/witness.ts';
import { findInstead } from '../src/fixes/find-instead.ts';
import { mayWait, webFirst } from '../src/fixes/web-first.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { replace } from '../src/fixes/edit.ts';
import { decidingLooks } from '../src/verdict/pages/deciding-looks.ts';
import { droppedLooks } from '../src/verdict/pages/dropped-looks.ts';
import { earlyLookups } from '../src/verdict/pages/early-lookups.ts';
import { type ElementRace, elementRaces } from '../src/verdict/pages/element-races.ts';
import { handledLater } from '../src/verdict/pages/handled-later.ts';
import { lateElements } from '../src/verdict/pages/late-elements.ts';
import { thenClaims } from '../src/verdict/pages/then-claims.ts';
import { unqueuedLookups } from '../src/verdict/pages/unqueued-lookups.ts';

/** A page changes some time after what a test does to it: what it shows at one moment may be what it showed before. */
export default defineRule({
	description: 'disallow assertions on what a user interface shows at one moment',
	recommended: 'always',
	messages: {
		matcher:
			'This asserts what the page showed when it was asked, once ({{path}}), and it may show what is meant only later. Let the assertion wait for it: `{{matcher}}`.',
		read: 'This asserts what the page showed when it was asked, once ({{path}}), and it may show what is meant only later. Wait until it does.',
		once: 'This asserts what the page showed when `then` called it, once ({{path}}): `then` does not try again, and the page may show what is meant only later. `should` calls it until it holds.',
		overtaken:
			'This asserts that the page is not there yet ({{path}}), and the test waits next until it is, with nothing done in between: the page may be there already. Hold back what brings it there until this is asserted.',
		unqueued:
			'This looks at the page while the commands are only queued, before any of them runs, and once: what is meant may not be there yet. Ask for it with `cy.get`, and use it in a callback.',
		taken: 'This takes what is there at this moment ({{path}}), once, and what the test goes on with may not be there yet. Wait until it is.',
		expected:
			'This waits for what the page showed when it was asked, once ({{path}}), and the page may not be there yet: then it waits for something else than is meant. Wait until the page shows that.',
		dropped:
			'This asks once what the page shows ({{path}}), and nobody uses the answer: it neither waits nor asserts, and what the test goes on with may not be there yet. Wait until it is.',
		decides:
			'What the page shows when it is asked here, once ({{path}}), decides what the test does next, and it may show something else a moment later. Wait first until one or the other is there.',
		handled:
			'The program calls `{{name}}` only behind something that it waits for ({{caller}}), and this asks for the call right behind `{{act}}`: how many turns that takes is not known. Put it into `waitFor`.',
		shown: 'This looks once for what the component shows only when `{{api}}` is over ({{setter}}), and nothing before it waits for that: how long both take is not known. Wait for it: `await {{name}}`.',
		gone: 'This looks once for what the component no longer shows only when `{{api}}` is over ({{setter}}), and nothing before it waits for that: how long both take is not known. Put it into `waitFor`.',
		called: 'This asks once whether `{{name}}` was called, which the component does only when `{{api}}` is over ({{setter}}), and nothing before it waits for that: how long both take is not known. Put it into `waitFor`.',
	},
	suggestions: {
		wait: 'Let the assertion wait until it holds.',
		find: 'Wait until it is there.',
		should: 'Let `should` call it until it holds.',
	},

	options: {
		decided: option.flag(
			false,
			'Also report a branch that acts, or not, by what the page shows at one moment right behind an action or the load.',
			{ strict: true },
		),
		handled: option.flag(
			false,
			'Also report asking right behind an act of a user whether something was called that the program calls only behind a wait.',
			{ all: true },
		),
		loaded: option.flag(
			false,
			'Also report a reading before anything is done to the page, where it is of the title, waits for its element or the assertions of the runner cannot wait.',
			{ strict: true },
		),
		shown: option.flag(
			false,
			'Also report a query of Testing Library for what a component of the project shows, or no longer shows, only behind a timer or a request, where nothing waits for that.',
			{ strict: true },
		),
		taken: option.flag(
			false,
			'Also report taking an element as it is, or the address of the page, right behind an action, to go on with it.',
			{ strict: true },
		),
		waited: option.flag(false, 'Also report a reading where something was waited for or asserted since the last action.', {
			strict: true,
		}),
	},

	*check(file, say, options) {
		const told: ElementRace[] = [];
		for (const race of elementRaces(file)) {
			const { claim, place, read, witness, row, waited, done, overtaken, isExpected } = race;
			const data = { path: describe(witness) };
			if (overtaken) yield say.overtaken(place, data);
			const isEarly =
				done === 'action' || (done === 'load' && row.of !== 'page' && row.awaits !== 'element' && mayWait(file, claim, read));
			if (overtaken || (waited && !options.waited) || (!isEarly && !options.loaded)) continue;
			told.push(race);
			const mend = isExpected ? undefined : webFirst(file, claim, read, row);
			if (isExpected) yield say.expected(place, data);
			else
				yield mend === undefined
					? say.read(place, data)
					: say.matcher(place, { ...data, matcher: mend.matcher }, say.wait(mend.edit));
		}
		for (const { place, api, of, done } of earlyLookups(file, told)) {
			if (done === 'load' ? options.loaded : of === 'window' || options.taken) yield say.taken(place, { path: api });
		}
		for (const { place, api, instead } of droppedLooks(file))
			yield say.dropped(place, { path: api }, say.find(instead && replace(instead.span, instead.text)));
		for (const { place, api } of options.decided ? decidingLooks(file) : []) yield say.decides(place, { path: api });
		const late = options.shown ? [...lateElements(file)] : [];
		for (const { place, name, act, caller } of options.handled ? handledLater(file) : [])
			if (late.every(each => each.place.start !== place.start)) yield say.handled(place, { name, act, caller });
		for (const { place, kind, query, data } of late) {
			if (kind === 'shown') yield say.shown(place, data, say.find(findInstead(query, data.name)));
			else yield kind === 'gone' ? say.gone(place, data) : say.called(place, data);
		}
		for (const call of unqueuedLookups(file)) yield say.unqueued(call);
		for (const { claim, then, path, done, waited, mayTryAgain } of thenClaims(file)) {
			if ((waited && !options.waited) || (done === 'load' && !options.loaded)) continue;
			yield say.once(
				claim.site.fact,
				{ path },
				say.should(mayTryAgain ? replace({ start: then.callee.end - 'then'.length, end: then.callee.end }, 'should') : undefined),
			);
		}
	},
});
