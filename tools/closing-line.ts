import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line: `N passed, N failed, N skipped`. A file that does not load counts as one failed test. */
export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
		const states = modules.flatMap(({ children }) => [...children.allTests()].map(test => test.result().state));
		const broken = modules.filter(module => module.errors().length > 0).length + unhandled.length;
		const count = (state: string): number => states.filter(each => each === state).length;
		process.stdout.write(`\n${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`);
	}
}
