import { usedFixtures } from './fixtures.ts';
import type { Hook, Phase, Suite, TestCase } from './model.ts';
import { suitesAround } from './suite-draft.ts';

const outward: Readonly<Record<Phase, number>> = { 'around-all': 0, 'before-all': 0, 'around-each': 1, 'before-each': 1, 'after-each': 2, 'after-all': 3 };

/** The hooks that run for a test: outermost first; hooks of one suite in the order of their phases. Fixtures only where the test, or a hook around it, asks for them. */
export function hooksAround(test: TestCase, root: Suite): readonly Hook[] {
	const hooks = [...suitesAround(test.suite)].reverse().flatMap(suite => suite.hooks.toSorted((one, other) => outward[one.phase] - outward[other.phase]));
	const fixtures = root.hooks.filter(({ fixture }) => fixture !== undefined);
	if (fixtures.length === 0) return hooks;
	const used = usedFixtures([test.body, ...hooks.filter(({ fixture }) => fixture === undefined).map(({ body }) => body)], fixtures);
	return hooks.filter(({ fixture }) => fixture === undefined || used.has(fixture));
}
