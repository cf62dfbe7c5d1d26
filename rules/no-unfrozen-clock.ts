import { describe } from '../src/effects/witness.ts';
import { freezeAround, freezeInside } from '../src/fixes/clock.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { frameworkOf } from '../src/verdict/framework-of.ts';
import { clockWords } from '../src/fixes/wait-words.ts';
import { clockBehind } from '../src/verdict/clocks/clock-behind.ts';
import { clockBrinks } from '../src/verdict/clocks/clock-brinks.ts';
import type { ClockDependence } from '../src/verdict/clocks/dependence.ts';
import { earlyDeadlines } from '../src/verdict/clocks/early-deadlines.ts';
import { placeToFreeze } from '../src/verdict/clocks/frozen-places.ts';
import { measuredBehind } from '../src/verdict/clocks/measured-behind.ts';
import { measuresForOthers } from '../src/verdict/clocks/measured-durations.ts';
import { millisecondPartsIn } from '../src/verdict/clocks/millisecond-parts.ts';
import { momentsBehind } from '../src/verdict/clocks/moments.ts';
import { pickedText } from '../src/verdict/clocks/picked-texts.ts';
import { presentMomentsIn } from '../src/verdict/clocks/present-moments.ts';
import { secondReadings } from '../src/verdict/clocks/second-readings.ts';
import { shownChoice } from '../src/verdict/clocks/shown-choices.ts';
import { shownReading } from '../src/verdict/clocks/shown-readings.ts';
import { shownTime } from '../src/verdict/clocks/shown-times.ts';
import { shownYear } from '../src/verdict/clocks/shown-years.ts';
import { endedToken } from '../src/verdict/clocks/token-ends.ts';
import type { Claim, Models, Scope } from '../src/verdict/models.ts';

/** The real clock never shows the same time twice; a verdict that hangs on it changes by the hour, by the day, or by the millisecond. */
export default defineRule({
	description: 'disallow assertions whose verdict depends on the real date or time',
	recommended: 'always',
	messages: {
		unfrozen: 'This assertion depends on the real time ({{path}}). Freeze the clock, or hand the time in.',
		elapsed:
			'This assertion measures how long something takes ({{path}}), which depends on the machine. Assert what happened and in which order, or use {{clock}}.',
		away: 'This assertion tells how far a time is from now ({{path}}), which moves on from one reading of the real clock to the next, by a whole unit where that is rounded. Freeze the clock, or hand the time in.',
		twice: 'This compares two readings of the real clock ({{path}}), which may or may not be the same. Read it once, or freeze it.',
		early: 'This time is {{ms}} ms after the file is loaded ({{path}}), and may have passed when a test gets to run. Set it in the test, or in a hook before each.',
		edge: 'This is the moment at which it is read ({{path}}), which {{where}} holds against a later reading: it depends on whether both are of the same millisecond. Take a time that is long past or far off.',
		second: 'This is another reading of the real clock than `{{name}}` of line {{line}} ({{path}}), which goes the same way: what comes of it depends on how long it took to get here. Hand that one over, or freeze the clock.',
		creeping:
			'The fake clock goes on with the real time here, and this wants the very moment ({{path}}): it depends on how long the test took to get here. Stop the clock, or leave room.',
		brink: 'This moves the fake clock to {{ms}} ms before what must not have happened, but it goes on with the real time as well. Stop the clock, or leave more room.',
		tied: 'What stands first here has the latest time ({{path}}), and two times that were read one right after the other may be of the same millisecond. Give them different ones: hand them in, or use a fake clock.',
		part: 'This tells the milliseconds of the present second (0 to 999) as a time: a later one may be the same, or less. Take the time itself, or hand a fixed one in.',
	},
	suggestions: {
		freeze: 'Freeze the date around each test here, and release it.',
		freezeHere: 'Freeze the date in this test, and release it behind it.',
	},
	options: {
		...option.strictFlags({
			decisions:
				'Also report what the program decides by the time where no hour, day or month is asked for: whether something has expired, for example.',
			named: 'Also report upper bounds on what is called a duration, numbers that it is rounded to, and that it has to be more than nothing, where the test sets no timer: nothing but the name says that it was measured.',
			readings:
				'Also report a reading that a test hands to the code under test beside an earlier one, which it keeps as the present.',
			whole: 'Also report a time that is held, as far as can be seen, as a whole against something fixed, which it never is: such a test fails each time, unless something that is not seen stops the clock or leaves the time out.',
		}),
		generous: option.number(
			5_000,
			'Bounds and tolerances of at least this many milliseconds are no measure of speed, and not reported.',
		),
	},

	*check(file, say, { generous, decisions, named, readings, whole }) {
		for (const { place, ms, read } of earlyDeadlines(file)) yield say.early(place, { ms, path: describe(read.witness) });
		for (const { place } of millisecondPartsIn(file)) yield say.part(place);
		for (const { place, ms } of clockBrinks(file)) yield say.brink(place, { ms });
		if (readings)
			for (const { place, read, name, line } of secondReadings(file))
				yield say.second(place, { name, line, path: describe(read.witness) });
		const told = new Set<unknown>();
		for (const scope of file.scopes) {
			const clock = clockWords(frameworkOf(file, scope));
			for (const claim of file.assertionsIn(scope)) {
				const dependence = dependenceOf(file, scope, claim, generous);
				const measured = dependence === undefined ? measuredBehind(file, scope, claim, { generous, named }) : undefined;
				for (const { kind, read } of momentsBehind(file, scope, claim, generous, dependence !== undefined))
					yield say[kind](claim.told, { path: describe(read.witness) });
				if (measured !== undefined) yield say.elapsed(claim.told, { path: describe(measured.witness), clock });
				if (dependence === undefined || (dependence.isSteady === true && !decisions) || (dependence.isWhole === true && !whole))
					continue;
				// A helper of another file that measures and bounds is told of once: no call of it can change that.
				const isOfHelper = dependence.kind === 'elapsed' && measuresForOthers(file, claim);
				if (isOfHelper && told.has(claim.site.fact)) continue;
				if (isOfHelper) told.add(claim.site.fact);
				const { read, isMoved, kind } = dependence;
				const frozen = placeToFreeze(file, scope, claim, dependence);
				told.add(read.source.fact);
				yield say[isMoved === true ? 'away' : kind](
					claim.told,
					{ path: describe(read.witness), clock },
					say.freeze(frozen && freezeAround(file, scope, frozen, read)),
					say.freezeHere(frozen && freezeInside(file, scope, frozen, read)),
				);
			}
		}
		for (const { place, read, where } of presentMomentsIn(file))
			if (!told.has(read.source.fact)) yield say.edge(place, { path: describe(read.witness), where });
	},
});

function dependenceOf(file: Models, scope: Scope, claim: Claim, generous: number): ClockDependence | undefined {
	return (
		(claim.retried ? undefined : clockBehind(file, scope, claim, generous)) ??
		shownTime(file, scope, claim) ??
		shownYear(file, scope, claim) ??
		shownChoice(file, scope, claim) ??
		shownReading(file, scope, claim, generous) ??
		pickedText(file, scope, claim) ??
		endedToken(file, scope, claim)
	);
}
