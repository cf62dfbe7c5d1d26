/**
 * What does its work before it returns, or in microtasks: it leaves nothing under way. Whatever is not named here may, for all that is
 * known, take time: files, sockets, other processes, timers, clocks that are compared, what a page does.
 */

/** Globals of the language, and those of the platforms that only compute. */
export const promptGlobals: ReadonlySet<string> = new Set([
	'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Error', 'EvalError', 'Float32Array', 'Float64Array', 'Function', 'Infinity', 'Int16Array', 'Int32Array',
	'Int8Array', 'Intl', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError',
	'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakSet', 'arguments', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined',
	'AbortController', 'Buffer', 'CustomEvent', 'DOMException', 'Event', 'EventTarget', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'clearImmediate', 'clearInterval', 'clearTimeout',
	'console', 'queueMicrotask', 'structuredClone', '__dirname', '__filename',
]);

/** Members of the global `process` that only tell or compute. */
export const promptOfProcess: ReadonlySet<string> = new Set(['arch', 'argv', 'cwd', 'emitWarning', 'env', 'execArgv', 'nextTick', 'pid', 'platform', 'release', 'version', 'versions']);

/** Globals of test runners and assertion libraries. */
export const runnerGlobals: ReadonlySet<string> = new Set(['QUnit', 'assert', 'chai', 'context', 'describe', 'expect', 'fail', 'it', 'jasmine', 'jest', 'should', 'sinon', 'specify', 'spyOn', 'suite', 'test', 'vi']);

/** Modules of Node and packages that only compute, keep, compare or hand on: language helpers, collections, emitters, assertions, runners. */
export const promptPackages = /^(?:node:(?:assert|assert\/strict|buffer|constants|events|path|path\/posix|punycode|querystring|string_decoder|test|url|util|util\/types)|bun:test|vitest|expect|chai(?:-[\w-]+)?|should|sinon(?:-chai)?|unexpected|must|power-assert|ava|tap|tape|uvu(?:\/assert)?|qunit|mocha|jest-mock|@jest\/[\w-]+|@std\/assert|tslib|tiny-invariant|invariant|lodash(?:[./-][\w.-]+)?|lodash-es|underscore|ramda|immer|immutable|uuid|nanoid|ms|semver|inherits|xtend|deepmerge|clone|once|fast-deep-equal|deep-equal|dequal|object-assign|eventemitter[23]|mitt|emittery|nanoevents|tiny-emitter|component-emitter|yallist|quick-lru|yocto-queue|denque|fastq|kind-of|is-[\w-]+|type-detect|escape-string-regexp|@babel\/runtime(?:\/[\w/]+)?|core-js(?:\/[\w/-]+)?|loose-envify|clsx|classnames|zod|superstruct|ts-expect|expect-type|tsd)$/;

/** What takes its time all the same, by name, in packages that do nothing else late. */
export const lateMembers: ReadonlySet<string> = new Set(['debounce', 'defer', 'delay', 'eventually', 'poll', 'throttle', 'useFakeTimers', 'waitFor', 'waitUntil']);

/** A turn of the event loop: what is put off by it comes before any timer that is set for later, unless the program stands still. */
export const turnGlobals: ReadonlySet<string> = new Set(['MessageChannel', 'setImmediate']);
