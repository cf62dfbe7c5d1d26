import type { FileRun, FrameworkName, Modifier, Phase, Restored } from '../knowledge/frameworks/row.ts';
import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, Span } from '../syntax/facts.ts';
import type { Ending } from './endings.ts';

export type { FileRun, FrameworkName, Modifier, Phase, Restored };

export interface Framework {
	readonly name: FrameworkName;
	/** The major version that package.json asks for. */
	readonly version: number | undefined;
}

export interface Suite {
	/** In the linted file; undefined for the file itself. */
	readonly call: Call | undefined;
	readonly title: string | undefined;
	readonly parent: Suite | undefined;
	readonly body: Site<FunctionFacts>;
	readonly modifiers: ReadonlySet<Modifier>;
	/** In source order; those that a function of the project registers stand where it is called. */
	readonly hooks: readonly Hook[];
	readonly tests: readonly TestCase[];
	readonly suites: readonly Suite[];
	/** Parts of tests that are written elsewhere. */
	readonly steps: readonly Hook[];
}

export interface Hook {
	/** In the linted file: the hook's own call, or the call of the project's function that registers it. */
	readonly call: Call;
	/** The hook's own call, wherever it stands. */
	readonly definition: Site<Call>;
	readonly phase: Phase;
	readonly suite: Suite;
	/** The function that runs; it may be a function of another module, handed over by name. */
	readonly body: Site<FunctionFacts>;
	/** The fixture that the function makes, where it is no hook but a fixture. */
	readonly fixture: string | undefined;
	/** Other tests may run while it does, in the same memory. */
	readonly concurrent: boolean;
	/** The position of the callback that ends it. */
	readonly doneParameter: number | undefined;
	readonly ending: Ending;
}

export interface TestCase {
	/** In the linted file: the test's own call, or the call of the project's function that defines it. */
	readonly call: Call;
	/** The test's own call, wherever it stands. */
	readonly definition: Site<Call>;
	readonly framework: FrameworkName;
	readonly title: string | undefined;
	readonly suite: Suite;
	readonly body: Site<FunctionFacts>;
	/** Calls that the body was handed through on its way to the framework, outermost first: `it('x', fakeAsync(() => {}))`. */
	readonly wrappers: readonly Site<Call>[];
	/** Functions of the project that call the body: `itWithServer('x', body)`. */
	readonly around: readonly Site<FunctionFacts>[];
	readonly modifiers: ReadonlySet<Modifier>;
	/**
	 * What else runs while this test does: `none`; `process`: other tests of the same file, in the same memory; `machine`: other
	 * tests of the file in processes of their own.
	 */
	readonly concurrency: 'none' | 'process' | 'machine';
	/** Why it is concurrent, in the framework's words: "`describe.concurrent`", "AVA runs the tests of a file at once". */
	readonly concurrencyReason: string | undefined;
	/** Hooks and fixtures of this file that run around this test, outermost first. */
	readonly hooks: readonly Hook[];
	/** The position of the parameter that ends a callback-style test (`done`). */
	readonly doneParameter: number | undefined;
	readonly ending: Ending;
}

/** A hook that a setup file or an imported module of the project registers for all tests of the file. */
export interface OuterHook {
	readonly phase: Phase;
	readonly body: Site<FunctionFacts>;
}

/** What is under control at one place of a test or hook. */
export interface Clock {
	/** `new Date()` gives what the test says. */
	readonly date: boolean;
	/** `Date.now()` gives what the test says; where `date` does not hold, `new Date()` still reads the real clock. */
	readonly dateNow: boolean;
	/** The date does not move by itself, though it may have started from the real one: two reads differ by what the test says, but for `running`. */
	readonly stopped: boolean;
	/** The fake date goes on with the real time, from where the test set it: it is the same day, and hardly the same moment. */
	readonly running: boolean;
	/** `setTimeout` and its like wait for the test. */
	readonly timers: boolean;
	/** `performance.now()` and `process.hrtime()` give what the test says. */
	readonly monotonic: boolean;
}

/** Something that is put back around every test. */
export interface Restore {
	readonly what: Restored;
	/** `after`: once the test is over; `before`: before the next one begins. */
	readonly when: 'before' | 'after';
	readonly by: { readonly kind: 'runner' } | { readonly kind: 'config' } | { readonly kind: 'hook'; readonly call: Site<Call> };
}

/** A call that puts back all of some kinds. */
export interface PutBack {
	readonly what: readonly Restored[];
	readonly call: Site<Call>;
	/** In the text of the function that was asked about: the call itself, or the one that leads to it. */
	readonly site: Span;
	/** It happens whenever the function runs to its end. */
	readonly certain: boolean;
}
