import { defineRule } from '../src/rule.ts';
import { uncachedInstalls } from '../src/workflow/ci-findings.ts';

/** A job that downloads every package anew waits for it in each run, and fails whenever the registry does. */
export default defineRule({
	description: 'require jobs of CI that install packages to keep them in a cache',
	recommended: 'strict',
	messages: {
		uncached:
			'`{{command}}` downloads every package anew in each run of `{{job}}`, and fails whenever the registry does. Keep them: put {{mend}}.',
	},

	*checkWorkflow(workflow, { uncached }) {
		for (const { at, command, job, mend } of uncachedInstalls(workflow)) yield uncached(at, { command, job, mend });
	},
});
