import { defineRule } from '../src/rule.ts';
import { internalState } from '../src/verdict/state/internal-state.ts';

/** What nobody outside can see may change at any time, and between any two steps. */
export default defineRule({
	description: 'disallow assertions on private state',
	recommended: false,
	messages: {
		member: '`{{name}}` is private to {{owner}}: when it changes is no promise to anyone. Check what the class does for its users, and wait for that.',
		component: "`{{name}}` is the component's own state, which {{owner}} hands out. Check what it renders, and wait for that.",
		polls: 'This loop waits for `{{name}}`, which is private to {{owner}}. Wait for what its users see: a promise, an event, a result.',
	},

	*check(file, { member, component, polls }) {
		const told = new Set<string>();
		for (const { scope, place, name, owner, kind, polled } of internalState(file, file.text)) {
			const at = file.placeIn(scope, place);
			const key = `${at.start} ${name}`;
			if (told.has(key)) continue;
			told.add(key);
			yield (polled ? polls : kind === 'class' ? member : component)(at, { name, owner });
		}
	},
});
