import { describe } from '../src/effects/witness.ts';
import { defineRule } from '../src/rule.ts';
import type { Claim } from '../src/test-file.ts';

/** What else logs while a test runs is not the test's choice; an assertion on all of the output fails with the first line that is new. */
export default defineRule({
	description: 'disallow exact assertions on captured output that other code can add to',
	recommended: 'always',
	messages: {
		exact: 'Any code can write to this output ({{path}}), and this assertion allows for nothing else in it. Look for the line that is meant.',
		counted: 'Any code can write to this output ({{path}}), so how much there is in it is left to chance. Look for the line that is meant.',
	},

	*check(file, { exact, counted }) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated || !isExact(claim) || file.claimsAbsence(claim)) continue;
				const log = file.sharedLogBehind(claim);
				if (log === undefined) continue;
				yield (isCount(claim) ? counted : exact)(claim.place, { path: describe(log.witness) });
			}
		}
	},
});

function isCount({ relation }: Claim): boolean {
	return relation === 'called-times' || relation === 'length';
}

function isExact(claim: Claim): boolean {
	return isCount(claim) || ['identical', 'deep-equal', 'snapshot', 'nth-called-with', 'same-members'].includes(claim.relation);
}
