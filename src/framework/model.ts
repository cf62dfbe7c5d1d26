import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';

export type FrameworkName =
	| 'jest'
	| 'vitest'
	| 'mocha'
	| 'node:test'
	| 'playwright'
	| 'cypress'
	| 'ava'
	| 'jasmine'
	| 'bun'
	| 'deno'
	| 'tap'
	| 'qunit'
	| 'webdriverio';

export interface Framework {
	readonly name: FrameworkName;
	/** The major version that package.json asks for. */
	readonly version: number | undefined;
}

export interface Suite {
	/** Undefined for the file itself. */
	readonly call: Call | undefined;
	readonly title: string | undefined;
	readonly parent: Suite | undefined;
	readonly body: FunctionFacts;
	readonly hooks: readonly Hook[];
	readonly tests: readonly TestCase[];
	readonly suites: readonly Suite[];
}

export type Phase = 'before-all' | 'before-each' | 'after-each' | 'after-all';

export interface Hook {
	readonly call: Call;
	readonly phase: Phase;
	readonly suite: Suite;
	/** The function that runs; it may be a function of another module, handed over by name. */
	readonly body: Site<FunctionFacts>;
}

export type Modifier = 'only' | 'skip' | 'todo' | 'failing' | 'each' | 'concurrent' | 'serial';

export interface TestCase {
	readonly call: Call;
	readonly title: string | undefined;
	readonly suite: Suite;
	readonly body: Site<FunctionFacts>;
	readonly modifiers: ReadonlySet<Modifier>;
	/**
	 * What else runs while this test does: `none`; `process`: other tests of the same file, in the same memory; `machine`: other
	 * tests of the file in processes of their own.
	 */
	readonly concurrency: 'none' | 'process' | 'machine';
	/** Why it is concurrent, in the framework's words: "`describe.concurrent`", "AVA runs tests side by side". */
	readonly concurrencyReason: string | undefined;
	/** Hooks that run around this test, outermost first. */
	readonly hooks: readonly Hook[];
	/** The name of the parameter that ends a callback-style test (`done`). */
	readonly doneParameter: number | undefined;
}
