import { defineRule } from '../src/rule.ts';
import { unshardedRuns } from '../src/workflow/ci-findings.ts';

/** Browser tests are slow; on one machine there is only one way to make them fast, and that is to let browsers starve one another. */
export default defineRule({
	description: 'require jobs of CI that run browser tests to share them among machines',
	recommended: false,
	messages: {
		unsharded:
			'`{{command}}` runs all browser tests on the one machine of `{{job}}`, where they are slow alone and flaky beside one another. Share them: put {{mend}}.',
	},

	*checkWorkflow(workflow, { unsharded }) {
		for (const { at, command, job, mend } of unshardedRuns(workflow)) yield unsharded(at, { command, job, mend });
	},
});
