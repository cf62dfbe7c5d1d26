import type { Influence } from '../src/effects/model.ts';
import { describe } from '../src/effects/witness.ts';
import { defineRule } from '../src/rule.ts';
import type { Claim } from '../src/test-file.ts';

/** What else logs while a test runs is not the test's choice; an assertion on all of the output fails with the first line that is new. */
export default defineRule({
	description: 'disallow exact assertions on captured output that other code can add to',
	recommended: 'always',
	messages: {
		exact: 'Other code can write to the output that `{{api}}` captures ({{path}}), and this assertion allows for nothing else in it. Look for the line that is meant.',
		counted: 'Other code can write to the output that `{{api}}` captures ({{path}}), so how much there is in it is left to chance. Look for the line that is meant.',
	},

	*check(file, { exact, counted }) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated || !isExact(claim) || file.claimsAbsence(claim)) continue;
				const log = file.behindActual(claim).find(influence => isShared(influence));
				if (log === undefined) continue;
				yield (isCount(claim) ? counted : exact)(claim.place, { api: log.api, path: describe(log.witness) });
			}
		}
	},
});

/** A child process's standard output is its answer; the other streams are open to all that runs. */
function isShared({ kind, row }: Influence): boolean {
	return kind === 'log' && row?.effect === 'log' && row.stream !== 'child-stdout';
}

function isCount({ relation }: Claim): boolean {
	return relation === 'called-times' || relation === 'length';
}

function isExact(claim: Claim): boolean {
	return isCount(claim) || ['identical', 'deep-equal', 'snapshot', 'nth-called-with', 'same-members'].includes(claim.relation);
}
