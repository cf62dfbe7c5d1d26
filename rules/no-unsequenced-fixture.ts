import { describe } from '../src/effects/witness.ts';
import { useUuid } from '../src/fixes/unique-value.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { timedTexts } from '../src/verdict/sharing/timed-texts.ts';

/** No two records of a table may share a unique key: a test that leaves its values to chance, or to its neighbours, fails on some days. */
export default defineRule({
	description: 'disallow storing unique values that two records can get',
	recommended: 'always',
	messages: {
		generated: '`{{key}}` must be unique{{said}}, but this value can come twice ({{path}}). Use a sequence or a UUID.',
		fixed: '`{{key}}` must be unique{{said}}, but {{rival}} stores `{{value}}` too, at the same time: {{reason}}. Give each test a value of its own.',
		timed: '`{{text}}` differs by the time alone, and {{rival}} makes its own in the same way: test files run at once, and what two of them make in one millisecond has one name. Put a UUID into it.',
	},
	suggestions: {
		uuid: 'Put a UUID into the value.',
	},

	options: {
		improbable: option.flag(
			false,
			'Also report values that are drawn from a million and more, which two records get only improbably: addresses, full names, long texts.',
			{ strict: true },
		),
		timed: option.flag(
			false,
			'Also report names that differ by the time alone, and that another test file makes in the same way, whatever they are handed to.',
			{ strict: true },
		),
	},

	*check(file, { generated, fixed, timed, uuid }, { improbable, ...options }) {
		const duplicates = [...file.duplicateKeys(improbable)];
		for (const duplicate of duplicates) {
			const { scope, stored } = duplicate;
			const place = file.placeIn(scope, stored.site);
			const data = {
				key: stored.table === undefined ? stored.key : `${stored.table}.${stored.key}`,
				said: stored.why === 'schema' ? ' (says the schema)' : ' (by its name)',
			};
			if (duplicate.kind === 'generated') {
				yield generated(place, { ...data, path: describe(stored.witness) }, uuid(useUuid(file, stored)));
			} else {
				const { rival, value, reason } = duplicate;
				yield fixed(place, {
					...data,
					value,
					reason,
					rival: rival === scope ? 'each run of this test' : `"${rival.title ?? 'another test'}"`,
				});
			}
		}
		if (!options.timed) return;
		const told = duplicates.map(({ scope, stored }) => file.placeIn(scope, stored.site));
		for (const {
			place,
			text,
			rival: { path, line },
		} of timedTexts(file, told))
			yield timed(place, { text, rival: `${path}:${line}` });
	},
});
