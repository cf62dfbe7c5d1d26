import { describe } from '../src/effects/witness.ts';
import { defineRule } from '../src/rule.ts';

/** A query without an order answers in any order; an assertion that counts on positions then holds by luck. */
export default defineRule({
	description: 'disallow order-sensitive assertions on values that have no defined order',
	recommended: 'always',
	messages: {
		unordered: 'This assertion depends on an order that nothing promises: {{path}}. Sort where the rows are read, or compare without regard to order.',
		picked: 'What this assertion looks at is left to chance, because nothing promises the order: {{path}}. Sort where the rows are read, or look for the one that is meant.',
	},

	*check(file, { unordered, picked }) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated) continue;
				const found = file.orderBehind(scope, claim);
				if (found === undefined) continue;
				yield (found.picked ? picked : unordered)(claim.place, { path: describe(found.witness) });
			}
		}
	},
});
