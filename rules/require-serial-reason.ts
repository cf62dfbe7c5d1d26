import { defineRule } from '../src/rule.ts';
import { unexplainedSerial, unexplainedSettings } from '../src/verdict/limits/serial-reasons.ts';

/** Tests run one after another to keep something apart that they share; unless that is written down, nobody can mend it, or dares to. */
export default defineRule({
	description: 'require a comment that says why tests run one after another',
	recommended: 'strict',
	messages: {
		test: 'This runs on its own, and nothing says why. Say in a comment what it shares with others, or give it its own and let it run beside them.',
		config: 'This makes tests run one after another, and nothing says why. Say in a comment what they share, or give each its own and let them run at once.',
	},

	*check(file, { test }) {
		for (const place of unexplainedSerial(file)) yield test(place);
	},

	*checkConfig(file, { config }) {
		for (const place of unexplainedSettings(file)) yield config(place);
	},
});
