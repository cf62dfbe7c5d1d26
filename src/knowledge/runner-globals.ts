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

/** A runner whose words other packages hand on, with fixtures of their own: https://playwright.dev/docs/test-fixtures */
export interface HandedRunner {
	readonly from: string;
	/** What a module takes of it to define tests. */
	readonly words: ReadonlySet<string>;
	/** What is handed on beside them. */
	readonly names: ReadonlySet<string>;
	/** What the functions of its tests ask for, and those of no other runner. */
	readonly fixtures: ReadonlySet<string>;
}

export const handedRunners: readonly HandedRunner[] = [
	{ from: '@playwright/test', words: new Set(['test']), names: new Set(['test', 'expect']), fixtures: new Set(['page', 'browser', 'browserName']) },
];

/**
 * Globals that the build of a package for pages makes, and what Karma and older set-ups load into the page: where no scope declares such a name, it is the package.
 * https://sinonjs.org/#browser, https://momentjs.com/docs/#/use-it/browser/, https://axios-http.com/docs/intro, https://github.com/boblail/MockDate, https://github.com/sinonjs/fake-timers
 */
export const packageGlobals: ReadonlyMap<string, string> = new Map([
	['sinon', 'sinon'],
	['moment', 'moment'],
	['axios', 'axios'],
	['MockDate', 'mockdate'],
	['FakeTimers', '@sinonjs/fake-timers'],
	['lolex', 'lolex'],
]);
