import type { FrameworkName } from './frameworks/row.ts';

/** Methods that end what a test has opened. */
export const closings: ReadonlySet<string> = new Set(['close', 'destroy', 'disconnect', 'dispose', 'end', 'quit', 'shutdown', 'stop', 'terminate']);

/** Functions that are handed to what runs them at the end: `t.after(fn)`, `onTestFinished(fn)`, `promise.finally(fn)`, `stack.defer(fn)`. */
export const registering = /^(?:after|afterEach|afterAll|finally|defer|adopt|onTest(?:Finished|Failed)|onFinished)$|clean_?up|tear_?down|dispos/i;

/** What keeps functions until the end, as it is called: `cleanups`, `teardownHelper`. A name is enough where it only quiets. */
export const keeperNames = /clean_?up|tear_?down|dispos|restor|undo/i;

/** How one is given to it: `cleanups.push(fn)`, `teardownHelper.add(fn)`. */
export const keeping: ReadonlySet<string> = new Set(['add', 'append', 'defer', 'enqueue', 'push', 'register', 'unshift']);

/** Verbs of what takes something away. What stops things (`kill`, `destroy`, `close`) is left out: what is to come of them then must not happen. */
export const takingAway = /^(?:delete|disconnect|evict|forget|kick|leave|logout|purge|remove|revoke|unload|unlink|unmount|unpublish|unregister)/i;

/** Methods that end a request, a connection, or what a signal belongs to. */
export const givingUp: ReadonlySet<string> = new Set(['abort', 'cancel', 'close', 'destroy', 'terminate']);

/** What the state of something is called that has not come to anything. */
export const openStates: ReadonlySet<string> = new Set(['idle', 'initial', 'pending', 'waiting']);

/** Methods of what a test has opened, started or replaced, by which it ends. A name is enough: what is done to something behind all assertions fails none of them. */
export const lastDeeds = /^(?:abort|cancel|clear|close|destroy|detach|disconnect|dispose|end|exit|kill|quit|release|restore|shutdown|stop|teardown|terminate|unmount|unref|unsubscribe|unwatch)(?:All|Sync)?$/;

/**
 * Methods of a test that take work for its end, where the runner does not wait for one before it begins the next, or runs the last first:
 * Tape calls what `onFinish` was handed in one turn, and tap turned the order of `teardown` round with version 15 (https://node-tap.org/changelog/).
 */
export const partedEndings: Readonly<Partial<Record<FrameworkName, readonly string[]>>> = { tap: ['teardown', 'tearDown', 'onFinish'] };

/** Names of functions that may end what they are handed. */
export const takingOver = /auto|clos|collect|destroy|disconnect|dispos|end|finish|keep|kill|manage|own|quit|regist|release|remember|shut|stop|termin|track|until|using|wait|with/i;

/** Globals that call a timer off. */
export const callingOff: ReadonlySet<string> = new Set(['clearInterval', 'clearTimeout', 'clearImmediate']);

/** The method of a test's context that says that all is well. */
export const passing = 'pass';

/** What a test says that is about failures which nobody takes up: `process.once('unhandledRejection', …)`, `onPossiblyUnhandledRejection`. Requests that nobody answers are something else. */
export const unheardFailures = /unhandled(?![_-]?request)/i;
