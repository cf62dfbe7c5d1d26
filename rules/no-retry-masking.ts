import { withoutStatement } from '../src/fixes/whole-statement.ts';
import { defineRule } from '../src/rule.ts';
import { unexplainedRetries } from '../src/verdict/limits/retries.ts';

/** Retries do not mend a flaky test, they hide that it is one; whoever asks for them knows why, and the next reader should. */
export default defineRule({
	description: 'disallow retries in test code without a stated reason',
	recommended: 'strict',
	messages: {
		masks: 'Retries hide that this is flaky, and from now on every new cause too. Mend the cause, or say in a comment what it is and when the retries can go.',
	},
	suggestions: {
		remove: 'Remove the retries, so that the failures show.',
	},

	*check(file, { masks, remove }) {
		for (const { at, whole } of unexplainedRetries(file)) yield masks(at, remove(whole ? withoutStatement(file, at) : undefined));
	},
});
