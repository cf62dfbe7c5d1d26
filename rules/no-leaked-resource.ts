import { describe } from '../src/effects/witness.ts';
import { closeAtEnd } from '../src/fixes/close-at-end.ts';
import { endWords } from '../src/fixes/end-words.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { frameworkOf } from '../src/verdict/framework-of.ts';
import { forgottenEnds } from '../src/verdict/state/forgotten-ends.ts';
import { lateEnds } from '../src/verdict/state/late-ends.ts';
import { lastingHandlers, leaks } from '../src/verdict/state/leaks.ts';

/** What a test leaves open goes on: it answers the next test, holds its port, and keeps the process from ending. */
export default defineRule({
	description: 'disallow servers, connections, intervals and request handlers that a test leaves open',
	recommended: 'strict',
	messages: {
		never: 'This opens {{what}}{{way}} that nothing closes: it goes on while other tests run. Close it in {{mend}}.',
		end: 'This opens {{what}}{{way}} that only the end of the test closes, which it does not reach when it fails before. Close it in {{mend}}.',
		forgotten:
			'Nothing ends what this makes, where other tests of the file call `{{method}}()` on theirs (line {{line}}): it goes on while other tests run. End it in {{mend}}.',
		late: 'Only the end of the test calls `{{method}}()` on what this makes, and it does not reach that when it fails before: it goes on while other tests run. End it in {{mend}}.',
		handlers: 'This handler stays, and answers the requests of other tests too. Take it away after each test.',
	},
	suggestions: {
		register: 'Register the closing right after the opening.',
	},

	options: {
		alike: option.flag(
			false,
			'Also report what a test makes and never ends, where other tests of the file end what they make in the same way.',
			{ strict: true },
		),
		end: option.flag(false, 'Also report what the end of a test closes, which a failing assertion does not reach.', { strict: true }),
		own: option.flag(false, 'Also report what only the end of a test ends, of whatever kind, where that takes its time.', {
			all: true,
		}),
	},

	*check(file, { never, end, forgotten, late, handlers, register }, options) {
		if (file.endsWithProcess) return;
		for (const { scope, opening, closing } of leaks(file)) {
			if (closing !== undefined && !options.end) continue;
			const path = describe(opening.witness);
			const data = {
				what: opening.row.what,
				way: path.includes(' → ') ? ` (${path})` : '',
				mend: endWords(scope, frameworkOf(file, scope)),
			};
			yield (closing === undefined ? never : end)(
				opening.call,
				data,
				register(closing === undefined ? closeAtEnd(file, scope, opening) : undefined),
			);
		}
		for (const { scope, call, method, line } of options.alike ? forgottenEnds(file) : [])
			yield forgotten(call, { method, line: String(line), mend: endWords(scope, scope.framework) });
		for (const { scope, call, method } of options.own ? lateEnds(file) : [])
			yield late(call, { method, mend: endWords(scope, scope.framework) });
		for (const { scope, write } of lastingHandlers(file)) yield handlers(file.placeIn(scope, write.site));
	},
});
