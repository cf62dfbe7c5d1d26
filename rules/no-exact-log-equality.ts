import type { SpyAspect } from '../src/assertions/spy-aspect.ts';
import { describe } from '../src/effects/witness.ts';
import { askWhether, lookFor } from '../src/fixes/log.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
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
		counted: 'Any code can write to this output ({{path}}), so how much there is in it is left to chance. Look for the line that is meant.',
		timed: 'The output tells how long something took, and this assertion expects {{duration}}: another run takes longer. Look for the rest of the line, or take durations out first.',
	},

	suggestions: {
		contain: 'Look for it among all that is written.',
		called: 'Ask whether it was called, and not how often.',
		calledWith: 'Ask whether it was called with this, and not in which place.',
	},

	options: {
		spies: option.flag(false, 'Also report how often a spied method of the console or of a logger was called, and its calls by their place: mostly only the code under test calls it.', { strict: true }),
		synchronous: option.flag(false, 'Also report tests that never wait, in which only what they call can write.', { strict: true }),
	},

	*check(file, { exact, counted, timed, contain, called, calledWith }, options) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated) continue;
				const duration = shownDuration(file, claim);
				if (duration !== undefined) yield timed(claim.told, { duration });
				if (duration !== undefined || !isExact(claim) || file.claimsAbsence(claim) || (!options.spies && asksOneCall(file.spyAspectOf(claim)))) continue;
				const log = sharedLogBehind(file, claim);
				if (log === undefined || (!options.synchronous && isAlone(file, scope, claim))) continue;
				const asked = askWhether(file, claim);
				const suggestion = (asked?.means === 'called' ? called : calledWith)(asked?.edit);
				yield (isCount(claim) ? counted : exact)(claim.told, { path: describe(log) }, contain(lookFor(file, claim)), suggestion);
			}
		}
	},
});

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
