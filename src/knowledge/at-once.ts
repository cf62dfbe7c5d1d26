/**
 * What does its work before it returns, or in microtasks: it leaves nothing under way. Whatever is not named here may, for all that is
 * known, take time: files, sockets, other processes, timers, clocks that are compared, what a page does.
 */

/** Globals of the language, and those of the platforms that only compute. */
const promptGlobals: ReadonlySet<string> = new Set([
	'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Error', 'EvalError', 'Float32Array', 'Float64Array', 'Function', 'Infinity', 'Int16Array', 'Int32Array',
	'Int8Array', 'Intl', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError',
	'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakSet', 'arguments', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined',
	'AbortController', 'Buffer', 'CustomEvent', 'DOMException', 'Event', 'EventTarget', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'clearImmediate', 'clearInterval', 'clearTimeout',
	'console', 'queueMicrotask', 'structuredClone', '__dirname', '__filename',
]);

/** Members of the global `process` that only tell, compute, write, or keep who listens. */
const promptOfProcess: ReadonlySet<string> = new Set(['arch', 'argv', 'cwd', 'emitWarning', 'env', 'execArgv', 'exitCode', 'listenerCount', 'listeners', 'nextTick', 'off', 'pid', 'platform', 'release', 'removeAllListeners', 'removeListener', 'stderr', 'stdout', 'version', 'versions']);

/** What puts a callback off to the end of what is running now, by its name on `process` and as a global. */
export const putOff = { ofProcess: 'nextTick', global: 'queueMicrotask' } as const;

/** Globals of test runners and assertion libraries. */
export const runnerGlobals: ReadonlySet<string> = new Set(['QUnit', 'assert', 'chai', 'context', 'describe', 'expect', 'fail', 'it', 'jasmine', 'jest', 'should', 'sinon', 'specify', 'spyOn', 'suite', 'test', 'vi']);

/** Modules of Node and packages that only compute, keep, compare or hand on: language helpers, collections, emitters, assertions, runners. */
const promptPackages = /^(?:node:(?:assert|assert\/strict|buffer|constants|events|path|path\/posix|punycode|querystring|string_decoder|test|url|util|util\/types)|bun:test|vitest|expect|chai(?:-[\w-]+)?|should|sinon(?:-chai)?|unexpected|must|power-assert|ava|tap|tape|uvu(?:\/assert)?|qunit|mocha|jest-mock|@jest\/[\w-]+|@std\/assert|tslib|tiny-invariant|invariant|lodash(?:[./-][\w.-]+)?|lodash-es|underscore|ramda|immer|immutable|uuid|nanoid|ms|semver|inherits|xtend|deepmerge|clone|once|fast-deep-equal|deep-equal|dequal|object-assign|eventemitter[23]|mitt|emittery|nanoevents|tiny-emitter|component-emitter|yallist|quick-lru|yocto-queue|denque|fastq|kind-of|is-[\w-]+|type-detect|escape-string-regexp|bs58(?:check)?|base-x|chalk|kleur|picocolors|ansi(?:s|-[\w-]+)|strip-ansi|wrap-ansi|string-width|supports-color|cli-spinners|fast-sha256|minimatch|picomatch|micromatch|bignumber\.js|big\.js|decimal\.js|bn\.js|long|quill-delta|ts-pattern|reselect|redux|redux-thunk|nanoid\/[\w-]+|@turf\/[\w-]+|@mapbox\/(?:geojson-[\w-]+|point-geometry)|@preact\/signals-core|@babel\/runtime(?:\/[\w/]+)?|core-js(?:\/[\w/-]+)?|loose-envify|clsx|classnames|zod|superstruct|ts-expect|expect-type|tsd)$/;

/** Constants that a build puts in. */
const buildConstant = /^__[A-Z][A-Z_]*__$/;

/** What takes its time all the same, by name, in packages that do nothing else late. */
const lateMembers: ReadonlySet<string> = new Set(['debounce', 'defer', 'delay', 'eventually', 'poll', 'throttle', 'useFakeTimers', 'waitFor', 'waitUntil']);

/** A turn of the event loop: what is put off by it comes before any timer that is set for later, unless the program stands still. */
export const turnGlobals: ReadonlySet<string> = new Set(['MessageChannel', 'setImmediate']);

/**
 * Those of them whose turns come from a queue of their own, which may be looked at before timers of 0 ms or after them
 * (https://html.spec.whatwg.org/multipage/webappapis.html#definitions-3: a task source for messages, another one for timers).
 */
export const otherQueues: ReadonlySet<string> = new Set(['MessageChannel']);

/** What the language and the platforms call by themselves: whoever has such a function never mentions its name. */
export const calledByLanguage: ReadonlySet<string> = new Set([
	'adoptedCallback', 'apply', 'attributeChangedCallback', 'connectedCallback', 'construct', 'constructor', 'default', 'defineProperty', 'deleteProperty', 'disconnectedCallback', 'get', 'handleEvent', 'has', 'next', 'ownKeys',
	'return', 'set', 'then', 'throw', 'toJSON', 'toString', 'valueOf',
]);

/** Whether a global, and what is taken from it, does its work before it returns. */
export function isPromptGlobal(name: string, member: string | undefined): boolean {
	if (name === 'process' && member !== undefined && promptOfProcess.has(member)) return true;
	return promptGlobals.has(name) || runnerGlobals.has(name) || buildConstant.test(name) || name === 'module';
}

/** Whether all that is taken from a module of Node or a package does its work before it returns. */
export function isPromptOf(name: string, path: readonly string[]): boolean {
	if (promptPackages.test(name)) return !path.some(each => lateMembers.has(each));
	const prompt = promptMembers.find(([packages]) => packages.test(name))?.[1];
	const [first = '*', second] = path;
	return prompt?.test(first === '*' || first === 'default' ? second ?? '' : first) === true;
}

/** Of others, the members that do. */
const promptMembers: readonly (readonly [RegExp, RegExp])[] = [
	[/^(?:node:fs|graceful-fs|fs-extra)$/, /^(?:access|append(?:File)?|chmod|copy(?:File)?|exists|mkdir|mkdirp|mkdirs|mkdtemp|ensureDir|ensureFile|outputFile|outputJson|readdir|readFile|readJson|readlink|realpath|remove|emptyDir|rename|rm|rmdir|symlink|unlink|writeFile|writeJson|write)Sync$/],
	[/^node:os$/, /^(?:EOL|arch|constants|cpus|endianness|homedir|hostname|platform|release|tmpdir|type|version)$/],
	[/^node:crypto$/, /^(?:create(?:Hash|Hmac)|randomUUID|timingSafeEqual|getHashes)$/],
	[/^vue$|^@vue\/(?:reactivity|runtime-core|shared)$/, /^(?:computed|customRef|defineComponent|effectScope|getCurrentInstance|getCurrentScope|h|inject|isProxy|isReactive|isReadonly|isRef|markRaw|nextTick|onScopeDispose|provide|reactive|readonly|ref|shallowReactive|shallowReadonly|shallowRef|toRaw|toRef|toRefs|toValue|triggerRef|unref|watch|watchEffect|warn)$/],
	[/^rxjs(?:\/operators)?$/, /^(?:AsyncSubject|BehaviorSubject|ConnectableObservable|EMPTY|NEVER|Observable|ReplaySubject|Subject|Subscription|catchError|combineLatest(?:With|All)?|concat(?:All|Map|MapTo|With)?|connect|count|defaultIfEmpty|defer|distinct(?:UntilChanged|UntilKeyChanged)?|elementAt|endWith|every|exhaust(?:All|Map)|expand|filter|finalize|find(?:Index)?|first(?:ValueFrom)?|forkJoin|from(?:Event|EventPattern)?|groupBy|ignoreElements|iif|isEmpty|isObservable|last(?:ValueFrom)?|map(?:To)?|materialize|max|merge(?:All|Map|MapTo|Scan|With)?|min|noop|of|pairwise|partition|pipe|pluck|publish(?:Behavior|Last|Replay)?|race(?:With)?|range|reduce|refCount|sample|scan|sequenceEqual|share(?:Replay)?|single|skip(?:Last|Until|While)?|startWith|switch(?:All|Map|MapTo|Scan)|take(?:Last|Until|While)?|tap|throwError|throwIfEmpty|toArray|window|withLatestFrom|zip(?:All|With)?)$/],
];
