import { byReturn } from './endings.ts';
import { type Fixture, usedFixtures } from './fixtures.ts';
import type { Hook, Phase, Suite, TestCase } from './model.ts';
import type { Call } from '../syntax/facts.ts';
import { firstWith, suitesAround } from './suite-draft.ts';

const outward: Readonly<Record<Phase, number>> = {
	'around-all': 0,
	'before-all': 0,
	'around-each': 1,
	'before-each': 1,
	'after-each': 2,
	'after-all': 3,
};

/** The hooks that run for a test: outermost first; hooks of one suite in the order of their phases. Fixtures only where the test, or a hook around it, asks for them. */
export function hooksAround(test: TestCase, root: Suite): readonly Hook[] {
	const hooks = [...suitesAround(test.suite)]
		.reverse()
		.flatMap(suite => suite.hooks.toSorted((one, other) => outward[one.phase] - outward[other.phase]));
	const fixtures = root.hooks.filter(({ fixture }) => fixture !== undefined);
	if (fixtures.length === 0) return hooks;
	const used = usedFixtures([test.body, ...hooks.filter(({ fixture }) => fixture === undefined).map(({ body }) => body)], fixtures);
	return hooks.filter(({ fixture }) => fixture === undefined || used.has(fixture));
}

/** A fixture as a hook of the file: where another file declares it, it stands at the first test that it runs for, or at `call` where there is none. */
export function fixtureHook(
	{ name, phase, auto, body, definition }: Fixture,
	{ root, call }: { readonly root: Suite; readonly call: Call },
): Hook {
	let shown: Call | undefined;
	const hook: Hook = {
		get call() {
			return (shown ??= definition.module === root.body.module ? definition.fact : (firstWith(hook, root)?.call ?? call));
		},
		definition,
		phase,
		suite: root,
		body,
		fixture: auto ? undefined : name,
		concurrent: false,
		doneParameter: undefined,
		ending: byReturn,
	};
	return hook;
}
