/** Globals that a runner gives to its test files, as if its package gave them, where a file calls one that no other runner has. */
export interface RunnerGlobals {
	readonly from: string;
	/** The global that tells. */
	readonly sign: string;
	readonly names: ReadonlySet<string>;
}

export const runnerGlobals: readonly RunnerGlobals[] = [
	/** https://testcafe.io/documentation/402665/reference/test-api/global */
	{ from: 'testcafe', sign: 'fixture', names: new Set(['fixture', 'test']) },
];
