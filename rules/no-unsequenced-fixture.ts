import { describe } from '../src/effects/witness.ts';
import { useUuid } from '../src/fixes/unique-value.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';

/** No two records of a table may share a unique key: a test that leaves its values to chance, or to its neighbours, fails on some days. */
export default defineRule({
	description: 'disallow storing unique values that two records can get',
	recommended: 'always',
	messages: {
		generated: '`{{key}}` must be unique{{said}}, but this value can come twice ({{path}}). Use a sequence or a UUID.',
		fixed: '`{{key}}` must be unique{{said}}, but {{rival}} stores `{{value}}` too, at the same time: {{reason}}. Give each test a value of its own.',
	},
	suggestions: {
		uuid: 'Put a UUID into the value.',
	},

	options: {
		improbable: option.flag(false, 'Also report values that are drawn from a million and more, which two records get only improbably: addresses, full names, long texts.', { strict: true }),
	},

	*check(file, { generated, fixed, uuid }, { improbable }) {
		for (const duplicate of file.duplicateKeys(improbable)) {
			const { scope, stored } = duplicate;
			const place = file.placeIn(scope, stored.site);
			const data = { key: stored.table === undefined ? stored.key : `${stored.table}.${stored.key}`, said: stored.why === 'schema' ? ' (says the schema)' : '' };
			if (duplicate.kind === 'generated') {
				yield generated(place, { ...data, path: describe(stored.witness) }, uuid(useUuid(file, stored)));
			} else {
				const { rival, value, reason } = duplicate;
				yield fixed(place, { ...data, value, reason, rival: rival === scope ? 'each run of this test' : `"${rival.title ?? 'another test'}"` });
			}
		}
	},
});
