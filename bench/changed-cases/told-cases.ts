import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { isWorkflow, type RuleCase } from '../../test/support/rule-case.ts';

/** A case of a rule's tests, with the name of its test. */
export interface ToldCase extends RuleCase {
	readonly title: string;
}

/** The cases that the tests of the rules have, of one rule or of all. The tests are not run: each says as its `meta` what it would lint. Workflows are left out. */
export async function toldCases(root: string, rule = ''): Promise<ToldCase[]> {
	const vitest = await createVitest('test', {
		root,
		config: join(root, 'vitest.config.ts'),
		include: [`test/rules/${rule}*.test.ts`],
		watch: false,
		reporters: [],
	});
	try {
		const { testModules } = await vitest.collect();
		const errors = testModules.flatMap(module => module.errors());
		if (errors[0] !== undefined) throw new Error(errors[0].message);
		return testModules
			.flatMap(({ children }) => [...children.allTests()])
			.flatMap(test => {
				const { ruleCase } = test.meta();
				return ruleCase === undefined || (rule !== '' && ruleCase.rule !== rule) || isWorkflow(Object.keys(ruleCase.files)[0] ?? '')
					? []
					: [{ ...ruleCase, title: test.name }];
			});
	} finally {
		await vitest.close();
	}
}
