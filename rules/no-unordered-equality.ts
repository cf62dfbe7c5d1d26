import { describe } from '../src/effects/witness.ts';
import { compareMembers, orderById, sortBoth } from '../src/fixes/order.ts';
import { defineRule } from '../src/rule.ts';
import { isLone } from '../src/verdict/lone-elements.ts';

/** A query without an order answers in any order; an assertion that counts on positions then holds by luck. */
export default defineRule({
	description: 'disallow order-sensitive assertions on values that have no defined order',
	recommended: 'always',
	messages: {
		unordered: 'This assertion depends on an order that nothing promises: {{path}}. Sort where the rows are read, or compare without regard to order.',
		picked: 'What this assertion looks at is left to chance, because nothing promises the order: {{path}}. Sort where the rows are read, or look for the one that is meant.',
	},

	suggestions: {
		sort: 'Compare both sides sorted.',
		members: 'Compare the elements in any order.',
		containing: 'Look for the elements in any order, among others that there may be.',
		orderBy: 'Sort the rows by `id`.',
	},

	*check(file, { unordered, picked, sort, members, containing, orderBy }) {
		for (const scope of file.scopes) {
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated) continue;
				const found = file.orderBehind(scope, claim);
				if (found === undefined || isLone(file, scope, found)) continue;
				const data = { path: describe(found.witness) };
				const ordered = orderBy(orderById(file, claim, found));
				if (found.picked) {
					yield picked(claim.place, data, ordered);
				} else {
					const compared = compareMembers(file, claim);
					yield unordered(claim.place, data, sort(sortBoth(file, claim)), (compared?.isExact === true ? members : containing)(compared?.edit), ordered);
				}
			}
		}
	},
});
