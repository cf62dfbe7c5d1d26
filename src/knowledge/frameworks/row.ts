/**
 * The language in which test frameworks are described: words, options, configuration, and what their calls do to the clock, to
 * mocks and to stubs. Data alone; `src/framework` reads it.
 */

export type FrameworkName =
	| 'jest' | 'vitest' | 'mocha' | 'node:test' | 'playwright' | 'cypress'
	| 'ava' | 'jasmine' | 'bun' | 'deno' | 'tap' | 'qunit'
	| 'qunit1' | 'webdriverio' | 'uvu' | 'lab' | 'japa' | 'poku'
	| 'baretest' | 'vows' | 'nodeunit' | 'intern' | 'lib0' | 'mocha-sugar-free'
	| 'micro-should' | 'tinytest' | 'nightwatch' | 'cucumber' | 'testcafe' | 'codeceptjs'
	| 'testharness' | 'script';

/** When a hook runs. `around`: it runs the test, or all tests, from inside. */
export type Phase = 'before-all' | 'before-each' | 'around-all' | 'around-each' | 'after-each' | 'after-all';

export type Modifier = 'only' | 'skip' | 'todo' | 'failing' | 'each' | 'concurrent' | 'serial';

/** `object-suite`: a call that hands over suites which are written as objects. `configure`: a call that sets how the suite around it runs. `step`: a part of tests that are written elsewhere, in the words of a text. */
export type Role = 'suite' | 'object-suite' | 'test' | 'configure' | 'step' | Phase;

/** What a name says in a chain such as `test.concurrent.each(rows)`. */
export interface Word {
	readonly is?: Role;
	readonly adds?: Modifier;
	/** It is called before the title and the body are given: `each(rows)`, `skipIf(condition)`. */
	readonly called?: true;
	/** Its call declares fixtures: functions that run around the tests that ask for them. */
	readonly fixtures?: true;
}

export interface Vocabulary {
	/** Packages, or `global`. */
	readonly from: readonly string[];
	/** How a chain begins: a path from the package, calls as `()`; the empty path is the package's default export. */
	readonly start: Readonly<Record<string, Word>>;
	/** What may follow, in any order. */
	readonly then: Readonly<Record<string, Word>>;
}

/** An option of a test or suite, given as `{ key: value }`. `number`: more than one at a time. */
export interface OptionRow {
	readonly key: string;
	readonly truthy: Modifier;
	readonly falsy?: Modifier;
}

/** What test code may set a bound to: how long something takes, or how often it is tried again. */
export type Bounded = 'time' | 'tries';

/** How a test, suite or hook is given a bound itself: `{ key: 50 }`, or the number that follows the body. */
export type OwnBound = { readonly bounds: Bounded } & ({ readonly key: string } | { readonly behindBody: true });

/** A call that sets a bound for what follows, or for what surrounds it. */
export interface BoundRow {
	readonly bounds: Bounded;
	readonly from: string | readonly string[];
	/** As `ApiRow.path`; it ends with the call. */
	readonly path: string;
	readonly at: ActPlace;
	readonly see: `https://${string}`;
}

/** What a runner's configuration, or the command line that starts it, says. `at` is a dotted path of keys. */
export interface SettingRow<Trait> {
	readonly at?: string;
	/** Flags of the command in package.json's scripts, any of them. `--name=value` where the value matters. */
	readonly flags?: readonly string[];
	/** The value that has the meaning; without it, any value but `false`. */
	readonly is?: string | number | boolean;
	readonly means: Trait;
}

export interface ConcurrencyRow {
	/** Tests of one file, where nobody says otherwise. `machine`: in processes of their own. */
	readonly standard: 'none' | 'process' | 'machine';
	/** Where tests that are asked to run at once do so. */
	readonly asked: 'process' | 'machine';
	/** Whose tests the option on a test or suite is about: its own run among its siblings, or its children. */
	readonly about: 'itself' | 'children';
	/** Which tests may overlap: all concurrent ones of the file, or those that stand side by side in a suite. */
	readonly overlap: 'file' | 'neighbours';
	/** Why a test is concurrent where nobody asked for it. */
	readonly reason: string;
	readonly settings: readonly SettingRow<'concurrent' | 'serial'>[];
}

/** How test files run: `processes` of their own at once, in `threads` of one process, or one after another in `one` process. */
export type FileRun = 'processes' | 'threads' | 'one after another' | 'one process';

/** Kinds of state that can be put back. `calls`: what spies remember. `clock`: fake timers and dates. */
export type Restored = 'spies' | 'calls' | 'env' | 'globals' | 'clock' | 'modules' | 'properties';

export interface ConfigRow {
	/** File names without extension. */
	readonly stems: readonly string[];
	/** Directories, relative to the package, that the files may also be in. */
	readonly directories?: readonly string[];
	/** The key of package.json that holds the configuration. */
	readonly packageKey?: string;
	/** Where in the file the test settings are: `test` in a Vite configuration. */
	readonly section?: string;
	/** A key that lists configurations for several groups of tests. */
	readonly projects?: string;
	/** Lists of files that run before the tests, in the tests' own process. */
	readonly setup: readonly SettingRow<'module'>[];
	/** Whether a relative setup path may be written without `./`. */
	readonly bareSetup?: true;
	/** Maps patterns of specifiers to what is loaded in their place. */
	readonly moduleMap?: string;
	/** Every module of the project is replaced. */
	readonly automock?: string;
	/** Files that run before the tests where nothing is set, if they are there. */
	readonly standardSetup?: readonly string[];
	/** Settings that say which files it runs: folders and globs, regular expressions for paths, and those for paths that it leaves out. */
	readonly tests?: { readonly folders: readonly string[]; readonly patterns: readonly string[]; readonly ignored: readonly string[] };
}

/** How code for tests adds commands of its own to those of a framework: what they are called on, and what is handed one or several. */
export interface AddingWords {
	readonly on: string;
	readonly one: string;
	readonly several: string;
}

/** Suites that are written as objects: what holds a function is a test, and what holds an object a suite. */
export interface ObjectSuites {
	/** Keys of what is no test but a hook. */
	readonly hooks: Readonly<Record<string, Phase>>;
	/** Keys whose objects hold what belongs to the suite around: Intern's `tests`. */
	readonly holders?: readonly string[];
	/** The names that tests have; any, where none are given. */
	readonly tests?: RegExp;
	/** Such a suite is what a file exports: one that imports the framework's package, or one that names something in a sentence (`'saves a file'`). */
	readonly exported?: 'imported' | 'sentences';
}

/**
 * Methods of a test's context. `ends`: called, it ends the test. `counts`: the test is over when so many assertions were made.
 * `gives`: it gives a function that ends the test.
 */
export type ContextEnds = Readonly<Record<string, 'ends' | 'counts' | 'gives'>>;

/** What tests write in place of a wait of a fixed length, as code. */
export interface WaitWords {
	/** What tries assertions until they hold. */
	readonly retry?: string;
	/** What stops the clock, for the test to move it. */
	readonly clock?: string;
	/** What waits for a page to be as it has to be: tests drive a browser. */
	readonly page?: readonly string[];
}

/** A framework, whole. */
export interface FrameworkRow {
	readonly name: FrameworkName;
	readonly see: `https://${string}`;
	/** Packages that only test code imports: to import one is to use the framework. */
	readonly imports: readonly string[];
	/** Packages that package.json lists where the framework is used. */
	readonly packages: readonly string[];
	/** Packages beside the first of these whose major version is always the same. */
	readonly alike?: readonly string[];
	/** How scripts start it: words of the command line, in order. */
	readonly commands: readonly string[];
	/** Globals that no other framework has. */
	readonly hints: readonly string[];
	/** Globals that are the same as what a package exports, from a major version of the framework on. */
	readonly given?: { readonly from: string; readonly names: readonly string[]; readonly since: number };
	readonly vocabularies: readonly Vocabulary[];
	readonly options: readonly OptionRow[];
	readonly bounds?: readonly OwnBound[];
	/** Methods of `this` in its functions that set a bound: `this.timeout(50)`. */
	readonly contextBounds?: Readonly<Record<string, Bounded>>;
	/** Keys of an options object that hold hooks: `QUnit.module('x', { beforeEach() {} })`. */
	readonly hookOptions?: Readonly<Record<string, Phase>>;
	/** How suites are written as objects. */
	readonly objects?: ObjectSuites;
	/** What a module that the runner loads ahead exports for the hooks of every test: an object of functions, or of lists of them, or a function that gives one. */
	readonly rootHooks?: { readonly exported: string; readonly phases: Readonly<Record<string, Phase>> };
	/** A suite without a body holds what follows it. */
	readonly flatSuites?: true;
	/** Tests can define tests inside them. */
	readonly subtests?: true;
	/** Commands that test code may add. */
	readonly adding?: AddingWords;
	/** Environment variables that the runner itself sets where nobody else has. */
	readonly env?: Readonly<Record<string, string>>;
	/** A failed assertion is noted, and the test goes on. */
	readonly soft?: true;
	/** What its tests write in place of a wait of a fixed length. */
	readonly inPlaceOfWaits?: WaitWords;
	/** How a test says what is done when it is over: a method of its context, or a function that is imported. */
	readonly atTestEnd?: { readonly context: string } | { readonly imported: string };
	/** The position of the callback that ends a test or hook, where it is declared. */
	readonly done?: number;
	/** The same of hooks, where it is another one. */
	readonly hookDone?: number;
	/** The names that the last parameter of a step has where it is a callback that ends it. */
	readonly stepEnds?: ReadonlySet<string>;
	/** How the context of a test, its first parameter, says when the test is over. */
	readonly contextEnds?: ContextEnds;
	/** A test is over once nothing is under way, and whatever it has done is over with it: nothing runs behind it. */
	readonly endsWhenIdle?: true;
	/** How `this` says when a test or hook is over. */
	readonly thisEnds?: ContextEnds;
	/** Methods of what a hook gives back that say it: those of an emitter. */
	readonly givenEnds?: ContextEnds;
	/** The global that ends a test which has said that it goes on: `start()`, also as a method of the framework's own global. */
	readonly globalEnd?: string;
	readonly config: ConfigRow | undefined;
	readonly concurrency: ConcurrencyRow;
	readonly files: FileRun;
	readonly fileSettings: readonly SettingRow<FileRun>[];
	/** What is put back after each test without being asked, from a major version on. */
	readonly restores: readonly { readonly since?: number; readonly what: Restored; readonly setting?: string }[];
	readonly restoreSettings: readonly SettingRow<Restored>[];
	/** Before this major version a spy on what is spied on already begins without calls; from then on it is the same one. */
	readonly spiesAnewBefore?: number;
	/** Settings that fake the clock for every test. */
	readonly clockSettings: readonly SettingRow<'faked'>[];
	/** Where the settings say what time a fake clock starts from, what it fakes, and whether it goes on with the real time, when the call does not. */
	readonly clockDefaults?: { readonly now: string; readonly only: string; readonly runs: string };
}

/** What a fake clock takes over. `monotonic`: `performance.now`, `process.hrtime`. */
export type Faked = 'date' | 'timers' | 'monotonic';

/** A call that changes what the code under test sees of the world. */
export type ActRow = FreezeRow | AdvanceRow | RestoreRow | StubRow | MockRow;

interface ActBase {
	readonly from: string | readonly string[];
	/** As `ApiRow.path`; it ends with the call. */
	readonly path: string;
	/** Major versions of the framework that the row is about. */
	readonly since?: number;
	readonly before?: number;
	readonly when?: readonly ActCondition[];
	readonly unless?: readonly ActCondition[];
	readonly see: `https://${string}`;
}

/** About one call of the path: the last, unless `call` counts another from the first. */
export type ActCondition = { readonly call?: number; readonly argument: number } & (
	| { readonly present: boolean }
	| { readonly key?: string; readonly in: readonly (string | number | boolean)[] }
	| { readonly callable: boolean }
);

export interface ActPlace {
	readonly call?: number;
	readonly argument: number;
	readonly key?: string;
}

export interface FreezeRow extends ActBase {
	readonly act: 'freeze';
	readonly freezes: readonly Faked[];
	/** What the fake clock shows first where no argument says so: the real time, or always the same. */
	readonly starts: 'real' | 'fixed';
	/** Where the time that it shows first is given. */
	readonly now?: readonly ActPlace[];
	/** Lists of what is faked, by name, and of what is not. */
	readonly only?: ActPlace;
	readonly except?: ActPlace;
	/** Only while the function that it is handed runs. */
	readonly during?: number;
	/** Where the call asks for a date that goes on with the real time from there, by anything but `false` or nothing; `true`: it always does. */
	readonly runs?: ActPlace | true;
}

/** Moves a fake clock. */
export interface AdvanceRow extends ActBase {
	readonly act: 'advance';
	/** The date alone, where its timers are the real ones. */
	readonly moves?: 'date';
}

export interface RestoreRow extends ActBase {
	readonly act: 'restore';
	readonly restores: readonly Restored[];
}

/** Replaces one function or property by something that does not do what it did. */
export interface StubRow extends ActBase {
	readonly act: 'stub';
	/** The object that holds it; undefined for a global by name. */
	readonly object: ActPlace | undefined;
	/** The name of the member; undefined: all of them. */
	readonly member: ActPlace | undefined;
	/** A call on the result that makes it real again: `spyOn(…).and.callThrough()`. */
	readonly unlessThen?: readonly string[];
}

/** Replaces a module. */
export interface MockRow extends ActBase {
	readonly act: 'mock';
	readonly module: ActPlace;
	/** What stands in its place; without it everything is replaced. */
	readonly factory?: ActPlace;
	/** An object whose keys are the modules that are replaced, as the module at `module` names them. */
	readonly within?: readonly ActPlace[];
	/** Takes the replacement away again. */
	readonly lifts?: true;
}
