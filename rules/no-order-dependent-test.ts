import { describe } from '../src/effects/witness.ts';
import { buildBeforeEach } from '../src/fixes/hook-phase.ts';
import { option } from '../src/option.ts';
import { defineRule } from '../src/rule.ts';
import { leftFiles } from '../src/verdict/state/left-files.ts';
import { leftovers } from '../src/verdict/state/leftovers.ts';
import { nameOfTest } from '../src/verdict/state/test-order.ts';

/** A test that reads what an earlier one left behind fails alone, in another order, and whenever the earlier one fails. */
export default defineRule({
	description: 'disallow tests that depend on what an earlier test left behind',
	recommended: 'strict',
	messages: {
		leftover:
			'`{{name}}` holds what {{writer}} left in it{{way}}, and {{reader}}{{others}} by it: it depends on the order of the tests. Give it its value in this test, or anew before each test.',
		fixture:
			'`{{name}}` is built once for all tests, {{writer}} changes it{{way}}, and {{reader}}{{others}} by it. Build it anew before each test.',
	},
	suggestions: {
		beforeEach: 'Build it before each test.',
	},
	options: {
		allow: option.names([], 'Variables that tests may hand on to one another.'),
	},

	*check(file, { leftover, fixture, beforeEach }, { allow }) {
		for (const { name, writer, reader, read, others, way, build } of [...leftovers(file), ...leftFiles(file)]) {
			if (allow.includes(name.split('.')[0] ?? name)) continue;
			const path = describe(way);
			const data = {
				name,
				writer: nameOfTest(writer),
				reader: nameOfTest(reader),
				others: others === 0 ? ' passes or fails' : ` and ${others} more pass or fail`,
				way: way.steps.length === 0 ? '' : ` (${path})`,
			};
			if (build === undefined) yield leftover(file.placeIn(reader, read), data);
			else yield fixture(build.place, data, beforeEach(build.hook === undefined ? undefined : buildBeforeEach(file, build.hook)));
		}
	},
});
