import { withPlentyOfTime } from '../src/fixes/time-limit.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { askedRaces } from '../src/verdict/limits/asked-races.ts';
import { callsCalledOff } from '../src/verdict/limits/called-off.ts';
import { decidedLimits } from '../src/verdict/limits/decided-limits.ts';
import { limitsHandedOver } from '../src/verdict/limits/handed-limits.ts';
import { racedLimits } from '../src/verdict/limits/raced-limits.ts';
import { tightTimeouts } from '../src/verdict/limits/tight-timeouts.ts';

/** A time limit is there to end what hangs; one that a busy machine can reach fails tests with nothing broken. */
export default defineRule({
	description: 'disallow time limits so short that they decide a test',
	recommended: 'always',
	messages: {
		limit: "The runner ends this after {{time}} ms, which a busy machine can take with nothing broken. Leave the limit to what hangs: seconds, or the runner's own.",
		wait: "This waits {{time}} ms at most ({{path}}), which a busy machine can take with nothing broken. Leave the limit to what hangs: seconds, or the framework's own.",
		guard: "This fails the test after {{time}} ms ({{path}}), which a busy machine can take with nothing broken. Leave it to the runner's own limit, or give it seconds.",
		overrun:
			'This must take longer than {{time}} ms, but the same call gets its answer in line {{line}}: where that is quick, it comes in time here too. Ask something that never answers.',
		answer: 'This must answer within {{time}} ms, which the same call runs out of in line {{line}}, and which a busy machine can take with nothing broken. Give it seconds.',
		raced: 'This must not give up after {{time}} ms before a timer of {{timer}} ms ({{path}}) is over, and on a busy machine timers fire late. Leave more between them, or use a fake clock.',
		ended: '`{{name}}` is called off {{time}} ms later, and must not be over by then: an answer may well come first. Call it off at once, or ask something that never answers.',
		handed: '`{{name}}` runs out {{time}} ms later ({{where}}), which a busy machine can take with nothing broken. Give it seconds, or use a fake clock.',
	},
	suggestions: {
		raise: 'Give it 5 seconds, which only a hang takes.',
	},
	options: {
		most: option.number(100, 'Limits of at most this many milliseconds are reported.', { strict: 1_000 }),
		asked: option.flag(false, 'Also report a race of work with a timer, where an assertion on who won wants the work.', {
			strict: true,
		}),
		ended: option.flag(
			false,
			'Also report a signal that calls a request off after a few milliseconds, where the test wants it to fail of that and nothing is seen to keep the answer back.',
			{ strict: true },
		),
		races: option.flag(
			false,
			'Also report a limit that the test hands over with a promise which a timer of the test settles shortly before.',
			{ strict: true },
		),
		handed: option.flag(
			false,
			'Also report a time-out or lifetime of a few milliseconds that a test hands to code which sets a timer to it, or holds it against the clock.',
			{ strict: true },
		),
	},

	*check(file, { raise, ...say }, { most, asked, ended, races, handed }) {
		if (asked) for (const { at, ms, path } of askedRaces(file, most)) yield say.wait(at, { time: ms, path });
		if (ended) for (const { at, ms, name } of callsCalledOff(file)) yield say.ended(at, { time: ms, name });
		if (handed)
			for (const { at, ms, name, where, number } of limitsHandedOver(file))
				yield say.handed(at, { time: ms, name, where }, raise(withPlentyOfTime(number)));
		if (races) for (const { at, ms, timer, path } of racedLimits(file, most)) yield say.raced(at, { time: ms, timer, path });
		for (const { kind, at, ms, line, number } of decidedLimits(file, most))
			yield say[kind](at, { time: ms, line }, ...(kind === 'answer' ? [raise(withPlentyOfTime(number))] : []));
		for (const { kind, at, ms, path, number } of tightTimeouts(file, most)) {
			const mend = raise(withPlentyOfTime(number));
			yield kind === 'limit' ? say.limit(at, { time: ms }, mend) : say[kind](at, { time: ms, path }, mend);
		}
	},
});
