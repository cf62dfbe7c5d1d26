import { describe } from '../src/effects/witness.ts';
import { defineRule } from '../src/rule.ts';

/** A query without an order answers in any order; an assertion that counts on positions then holds by luck. */
export default defineRule({
	description: 'disallow order-sensitive assertions on values that have no defined order',
	recommended: 'always',
	messages: {
		unordered: '`{{api}}` promises no order ({{path}}), but this assertion depends on it. Sort the rows where they are read, or compare them without regard to order.',
		picked: '`{{api}}` promises no order ({{path}}), so which one stands at this place is left to chance. Sort the rows where they are read, or look for the one that is meant.',
	},

	*check(file, { unordered, picked }) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated) continue;
				const found = file.orderBehind(claim);
				if (found === undefined) continue;
				yield (found.picked ? picked : unordered)(claim.place, { api: found.api, path: describe(found.witness) });
			}
		}
	},
});
