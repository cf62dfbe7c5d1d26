import type { Influence } from '../src/effects/model.ts';
import { behindTest, describe } from '../src/effects/witness.ts';
import { compareMembers, orderById, sortBoth } from '../src/fixes/order.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { droppedSortsIn } from '../src/verdict/order/dropped-sorts.ts';
import { racedAnswers } from '../src/verdict/order/raced-answers.ts';
import { racedCalls } from '../src/verdict/order/raced-calls.ts';
import { racedRecords } from '../src/verdict/order/raced-records.ts';
import { sortedByTime } from '../src/verdict/order/sorted-by-time.ts';
import { tiedRecords } from '../src/verdict/order/tied-records.ts';
import { namedQueries } from '../src/verdict/order/named-queries.ts';
import { namedRecords } from '../src/verdict/order/named-records.ts';
import { idleSortsIn } from '../src/verdict/order/idle-sorts.ts';
import { isLone } from '../src/verdict/order/lone-elements.ts';
import { isOneOfSeveral } from '../src/verdict/order/several-elements.ts';

/** A query without an order answers in any order; an assertion that counts on positions then holds by luck. */
export default defineRule({
	description: 'disallow order-sensitive assertions on values that have no defined order',
	recommended: 'always',
	messages: {
		unordered:
			'This assertion depends on an order that nothing promises: {{path}}. Sort where the rows are read, or compare without regard to order.',
		picked: 'Which of several {{things}} this asserts something of is left to chance, for what gives them ({{path}}) promises no order. Sort where they are read, or look for the one that is meant.',
		called: 'Which of these calls comes first is left to chance ({{path}}): each waits for its own answer from outside. Compare them in any order, or look for the one that is meant.',
		raced: 'These records are made at once, so their order by `{{key}}` is left to chance, and an assertion counts on it. Make one after the other, or give them what the test sorts by.',
		named: 'These records are made at once (`{{maker}}`), so which of them comes first in what `{{lister}}` gives is left to chance, and an assertion counts on it. Make one after the other, or compare them in any order.',
		listed: 'This assertion depends on the order in which `{{lister}}` gives what `{{maker}}` has made, which nothing is seen to promise. Ask for an order, or look for the one that is meant.',
		tied: 'The rows are sorted by `{{key}}`, which the records of line {{line}} have in common, so their order is left to chance. Give each its own, or sort by another key as well.',
		timed: 'This expects records in the order of `{{key}}`, which those of line {{line}} may have in common, as they are made at once: which of these comes first is left to chance. Make one after the other, give each its own, or compare them in any order.',
		dropped:
			'This gives a sorted copy that nobody takes: the list stays in the order in which it came. Assign the copy, and look at that.',
		idle: 'This sorts nothing, for {{why}}: the list stays in the order in which it came, and an assertion counts on another.',
		won: 'Several equal calls (`{{name}}`) run at once, and which of them comes first is left to chance. Assert how many of them came to what, in any order.',
	},

	suggestions: {
		sort: 'Compare both sides sorted.',
		members: 'Compare the elements in any order.',
		containing: 'Look for the elements in any order, among others that there may be.',
		orderBy: 'Sort the rows by `id`.',
	},

	options: {
		embedded: option.flag(
			false,
			'Also report rows of a database that is a part of the process, such as SQLite: its order is the same in each run, until its version or the tables change.',
			{ strict: true },
		),
		picked: option.flag(
			false,
			'Also report assertions on the first or last row of a query without an order where the test does not say that there are others: mostly there are none.',
			{ strict: true },
		),
		named: option.flag(
			false,
			'Also report records that are made at once by a method of which only the name tells (`createNote`), where an assertion counts on the order in which another one (`listNotes`) gives them; and assertions on several places of what such a method gives. The name may be that of what the method is handed (`bus.execute(new ListNotesQuery())`).',
			{ strict: true },
		),
	},

	*check(file, { unordered, picked, sort, members, containing, orderBy, ...say }, options) {
		for (const scope of file.scopes) {
			for (const { place, key } of racedRecords(file, scope)) yield say.raced(place, { key });
			const atOnce = options.named ? [...namedRecords(file, scope)] : [];
			for (const { place, ...names } of atOnce) yield say.named(place, names);
			for (const { claim, ...names } of options.named && atOnce.length === 0 ? namedQueries(file, scope) : [])
				yield say.listed(claim.told, names);
			for (const { claim, key, line } of tiedRecords(file, scope)) yield say.tied(claim.told, { key, line });
			for (const { claim, key, line } of sortedByTime(file, scope)) yield say.timed(claim.told, { key, line });
			for (const { claim, name } of racedAnswers(file, scope)) yield say.won(claim.told, { name });
			for (const { claim, witness } of racedCalls(file, scope)) yield say.called(claim.told, { path: describe(witness) });
			let isTold = false;
			for (const claim of file.assertionsIn(scope)) {
				if (claim.retried || claim.negated) continue;
				const found = file.orderBehind(scope, claim);
				const isPicked = found?.picked === true && !options.picked && !isOneOfSeveral(file, scope, claim, found);
				if (found === undefined || isPicked || isLone(file, scope, found) || (!options.embedded && isOfEmbedded(found))) continue;
				isTold = true;
				const [things, path] = [thingsOf(found), describe(behindTest(found.witness, found.source, scope.body))];
				const ordered = orderBy(orderById(file, claim, found));
				if (found.picked) {
					yield picked(claim.told, { things, path }, ordered);
				} else {
					const compared = compareMembers(file, claim);
					yield unordered(
						claim.told,
						{ path },
						sort(sortBoth(file, claim)),
						(compared?.isExact === true ? members : containing)(compared?.edit),
						ordered,
					);
				}
			}
			for (const call of isTold ? [] : droppedSortsIn(file, scope)) yield say.dropped(call);
			for (const { call, why } of idleSortsIn(file, scope)) yield say.idle(call, { why: reasons[why] });
		}
	},
});

const reasons = {
	comparator: 'its comparator never gives a number below zero (true and false count as 1 and 0)',
	objects: 'without a comparator objects are compared by a text that all of them have in common',
} as const;

function isOfEmbedded({ row }: Influence): boolean {
	return row?.effect === 'order' && row.embedded === true;
}

/** What is said to come in any order. */
function thingsOf({ row }: Influence): string {
	return row?.effect === 'order' ? (row.things ?? 'rows') : 'elements';
}
