import type { SpyAspect } from '../src/assertions/spy-aspect.ts';
import { describe } from '../src/effects/witness.ts';
import { askWhether, lookFor } from '../src/fixes/log.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import type { TestFile } from '../src/test-file.ts';
import { isAlone } from '../src/verdict/output/lone-output.ts';
import type { Claim } from '../src/verdict/models.ts';
import { sharedLogBehind } from '../src/verdict/output/shared-log.ts';
import { shownDuration } from '../src/verdict/output/shown-durations.ts';

/** What else logs while a test runs is not the test's choice; an assertion on all of the output fails with the first line that is new. */
export default defineRule({
	description: 'disallow exact assertions on captured output that other code can add to',
	recommended: 'strict',
	messages: {
		exact: 'Any code can write to this output ({{path}}), and this assertion allows for nothing else in it. Look for the line that is meant.',
		nothing:
			'Any code can write to this output ({{path}}), and this assertion allows for nothing at all in it. Ask that what must not be written is not there.',
		counted:
			'Any code can write to this output ({{path}}), so how much there is in it is left to chance. Look for the line that is meant.',
		timed: 'The output tells how long something took, and this assertion expects {{duration}}: another run takes longer. Look for the rest of the line, or take durations out first.',
	},

	suggestions: {
		contain: 'Look for it among all that is written.',
		called: 'Ask whether it was called, and not how often.',
		calledWith: 'Ask whether it was called with this, and not in which place.',
	},

	options: {
		absence: option.flag(
			false,
			'Also report assertions that nothing at all was written: mostly a line would be what they are there to find.',
			{ all: true },
		),
		answers: option.flag(
			false,
			'Also report the standard output of a child process, which is mostly what the program is there to print.',
			{ all: true },
		),
		spies: option.flag(
			false,
			'Also report how often a spied method of the console or of a logger was called, and its calls by their place: mostly only the code under test calls it.',
			{ strict: true },
		),
		synchronous: option.flag(false, 'Also report tests that never wait, in which only what they call can write.', { strict: true }),
	},

	*check(file, { exact, nothing, counted, timed, contain, called, calledWith }, options) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried) continue;
				const duration = claim.negated ? undefined : shownDuration(file, claim);
				if (duration !== undefined) yield timed(claim.told, { duration });
				const wants = duration === undefined ? wantedBy(file, claim, options) : undefined;
				if (wants === undefined) continue;
				const log = sharedLogBehind(file, claim, options);
				if (log === undefined || (!options.synchronous && isAlone(file, scope, claim))) continue;
				const path = describe(log);
				if (wants === 'nothing') yield nothing(claim.told, { path });
				else {
					const asked = askWhether(file, claim);
					const suggestion = (asked?.means === 'called' ? called : calledWith)(asked?.edit);
					yield (isCount(claim) ? counted : exact)(claim.told, { path }, contain(lookFor(file, claim)), suggestion);
				}
			}
		}
	},
});

/** What an assertion wants of all the output, where it allows for nothing else: nothing at all, or just so much; undefined where it allows for more, or is not asked for. */
function wantedBy(
	file: TestFile,
	claim: Claim,
	{ absence, spies }: { readonly absence: boolean; readonly spies: boolean },
): 'nothing' | 'so much' | undefined {
	if (file.claimsAbsence(claim)) return absence && isOfAll(claim) ? 'nothing' : undefined;
	return !claim.negated && isExact(claim) && (spies || !asksOneCall(file.spyAspectOf(claim))) ? 'so much' : undefined;
}

/** Not what asks for one line or one call alone: `not.toContain('error')`. */
function isOfAll({ relation }: Claim): boolean {
	return !['contains', 'matches', 'called-with', 'nth-called-with'].includes(relation);
}

/** Not what looks at all that a spy was called with. */
function asksOneCall(aspect: SpyAspect['aspect'] | undefined): boolean {
	return aspect !== undefined && aspect !== 'calls';
}

function isCount({ relation }: Claim): boolean {
	return relation === 'called-times' || relation === 'length';
}

function isExact(claim: Claim): boolean {
	return isCount(claim) || ['identical', 'deep-equal', 'snapshot', 'nth-called-with', 'same-members'].includes(claim.relation);
}
