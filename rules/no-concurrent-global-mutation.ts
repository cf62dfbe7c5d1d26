import { describe } from '../src/effects/witness.ts';
import { makeSerial } from '../src/fixes/serial.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { sharedCounts } from '../src/verdict/sharing/shared-counts.ts';

/** Tests that run at once share their process: what one of them writes, the others read. */
export default defineRule({
	description: 'disallow tests that run beside others from writing state that they share',
	recommended: 'strict',
	messages: {
		writes: '`{{name}}` is shared{{way}}, and other tests run while this one changes it: {{reason}}. Run it on its own, or give each test its own.',
		restores:
			'This puts `{{name}}` back{{way}} while other tests may still use it: {{reason}}. Run them one after another, or give each test its own.',
		calls: '`{{name}}` counts the calls of all tests that run at once, and the one with line {{line}} has it called too: {{reason}}. Give each test a spy of its own.',
		adds: '`{{name}}` holds what all tests add that run at once, line {{line}} among them: {{reason}}. Give each test its own.',
	},
	suggestions: {
		serial: 'Run this test on its own, and say why.',
	},
	options: {
		allow: option.names([], 'Shared names that may be written, such as a lock.'),
	},

	*check(file, { writes, restores, calls, adds, serial }, { allow }) {
		for (const { scope, write, reason } of file.concurrentWrites()) {
			if (allow.includes(write.name)) continue;
			const path = describe(write.witness);
			const data = { name: write.name, way: path === write.name ? '' : ` (${path})`, reason };
			const edit = 'framework' in scope ? makeSerial(file, scope, write.name) : undefined;
			yield (write.act === 'restore' ? restores : writes)(file.placeIn(scope, write.site), data, serial(edit));
		}
		for (const { kind, scope, claim, name, line } of sharedCounts(file)) {
			if (allow.includes(name)) continue;
			yield { calls, adds }[kind](claim.place, {
				name,
				line: String(line),
				reason: scope.concurrencyReason ?? 'its tests run at once',
			});
		}
	},
});
