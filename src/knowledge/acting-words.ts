/** Beginnings of the names of what sets something going that is ready, or done, some time later. Asked only of what is not awaited and may leave something under way. */
export const beginningNames = /^(?:begin|boot|connect|exec|fetch|fork|goto|launch|listen|monitor|navigate|observe|open|play|request|resume|run|serve|spawn|start|subscribe|watch)(?![a-z])/;

/** Names of functions that a test talks to whoever reads its output with. */
export const sayingNames = /^(?:debug|diag|info|log|print|say|trace|warn|write_?log)$/i;

/** Beginnings of the names of what asks how things are, and changes nothing. */
export const askingNames = /^(?:all|check|count|describe|exists|fetch|find|get|info|inspect|is|keys|list|load|look|peek|query|read|search|select|show|size|stat|status|values)(?![a-z])/;

/** Names of functions that may claim something of what they are handed, or settle the test with it. */
export const claimingNames = /^(?:assert|check|compare|confirm|done|ensure|equal|expect|fail|finish|must|next|ok|pass|plan|reject|resolve|same|should|test|throw|validate|verify)(?![a-z])/;

/** What is done to a context, a signal or a timer, or to what a test holds back itself, and asks nothing of what was begun. */
export const idleDeeds: ReadonlySet<string> = new Set(['abort', 'cancel', 'skip', 'fail', 'release', 'resume', 'unblock', 'uncork', 'unlock', 'unpause', 'ref', 'unref', 'clearTimeout', 'clearInterval', 'clearImmediate', 'setTimeout', 'setInterval', 'setImmediate']);

/** Globals that a test talks, waits or claims with: what is asked of them does nothing to what was begun. */
export const idleGlobals: ReadonlySet<string> = new Set(['console', 'Promise', 'expect', 'assert']);

/** Names of what closes a span of time that the test measures out itself. */
export const endingNames = /^end[A-Z]|^(?:finish|flush)(?![a-z])/;

/** What ends something that runs, as a deed of its own: what was begun is to be under way by then. */
export const stoppingDeeds: ReadonlySet<string> = new Set(['kill', 'stop']);

/** Classes of Node.js and of packages whose objects tell those who listen at once, and know nothing of the world outside. */
export const inMemory: readonly { readonly from: string; readonly names: readonly string[] }[] = [
	{ from: 'node:events', names: ['', 'default', 'EventEmitter', 'EventTarget'] },
	{ from: 'node:stream', names: ['PassThrough', 'Readable', 'Writable', 'Duplex', 'Transform'] },
	{ from: 'eventemitter3', names: ['', 'default', 'EventEmitter'] },
	{ from: 'rxjs', names: ['Subject', 'BehaviorSubject', 'ReplaySubject'] },
	{ from: 'global', names: ['EventTarget', 'AbortController', 'Map', 'Set', 'Array'] },
];

/** Names of methods that are handed what answers in place of something. */
export const standInNames = /mock|stub|fake|repl(?:y|ies)|respon|intercept|handle|route|callsFake|returns/i;
