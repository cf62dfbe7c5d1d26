import { replace } from '../src/fixes/edit.ts';
import { withProperty } from '../src/fixes/property.ts';
import { defineRule } from '../src/rule.ts';
import { unboundedBrowsers } from '../src/verdict/limits/browser-bounds.ts';

/** Browsers are the heaviest thing that a test runs; as many as there are processors starve one another, and tests run out of time. */
export default defineRule({
	description: 'require a bound on the browsers that run at once in CI',
	recommended: 'strict',
	messages: {
		unbounded:
			'Nothing bounds how many browsers {{runner}} runs at once in CI, where they starve one another and tests run out of time. Say it here: `{{bound}}`.',
	},
	suggestions: {
		bound: 'Bound the browsers in CI.',
	},

	*checkConfig(file, { unbounded, bound }) {
		const found = unboundedBrowsers(file);
		if (found === undefined) return;
		const { at, runner, insert, home } = found;
		const isProperty = file.text.slice(at.start, at.end).includes(':') && insert !== '';
		const edit = home === undefined ? (isProperty ? replace(at, insert) : undefined) : withProperty(file.text, home, insert);
		yield unbounded(at, { runner, bound: insert === '' ? 'concurrency: 1' : insert }, bound(edit));
	},
});
