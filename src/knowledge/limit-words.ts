/** Options of a call that say after how many milliseconds it gives up. */
export const limitOptions = ['timeout', 'timeoutMs', 'timeoutMillis', 'timeoutInMs', 'requestTimeout', 'requestTimeoutMs'] as const;

/** Limits of so many milliseconds are there to be run out of: a request to a machine next door may be over in them. */
export const fewMilliseconds = 10;

/** Modules of Node that tell something about the process and do nothing to what a test calls. */
export const tellingModules: ReadonlySet<string> = new Set(['node:process', 'node:perf_hooks', 'node:crypto', 'node:util']);

/** What a function is called that gives up after as many milliseconds as it is handed, or makes what does. */
export const limitNames = /time-?out|deadline|(?:^|[a-z])limit|within|giveUp/i;

/** Options and parameters that say after how many milliseconds code gives up, or forgets: `rpcAckTimeout`, `pingTimeoutMs`, `maxAddressAge`. */
export const handedLimits = /(?:^|[a-z_])time-?_?out(?:In)?(?:_?ms|_?millis(?:econds)?)?$|^max\w*Age(?:Ms)?$|^(?:ttl|\w+(?:Ttl|TTL))(?:Ms)?$|^expire(?:s|After|Time)(?:Ms)?$/i;

/** Those of them that are no limits but periods: what is to be done when they are over is done in every run. */
export const periods = /aggregat|batch|bucket|cool|debounc|delay|flush|idle|interval|poll|reconcil|refresh|renew|reset|resurrect|retr(?:y|ies)|rolling|throttl|window/i;

/** What a test says that is about a limit which runs out. */
export const runningOut = /time[sd]?[ _-]?out|expir|abort|deadline|stale|too (?:old|long|slow)|slow|\bhang|never|cancel|disconnect|prune|evict|retr(?:y|ies)|reconnect|unrespons|no (?:response|answer|reply)|\b(?:late|gone|dead|age|ttl)\b/i;

/** Options by which a call is handed a signal that calls it off, and what of a controller that signal is (https://developer.mozilla.org/en-US/docs/Web/API/AbortController, https://axios-http.com/docs/cancellation). */
export const signalOptions: ReadonlySet<string> = new Set(['signal', 'abortSignal', 'cancelSignal', 'cancelToken', 'cancellationToken']);
export const signalsOfControllers: ReadonlySet<string> = new Set(['signal', 'token']);
export const callingOffMethods: ReadonlySet<string> = new Set(['abort', 'cancel']);

/** Calls that make a signal which goes off by itself after so many milliseconds, and one that has gone off (https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal). */
export const timedSignal = 'AbortSignal.timeout';
export const abortedSignal = 'AbortSignal.abort';

/** What the class of an error is called that an operation fails with. */
export const failureClasses = /Error|Abort|Cancel|Fail/;

/** What asks somebody else for something who answers as soon as he can: a server, a store, a disk. */
export const askingCalls = /^(?:fetch|request|send|get|set|put|post|patch|delete|del|head|query|execute|exec|find|insert|update|upsert|remove|list|scan|search|increment|incr|aggregate|count|read|write|load|save|download|upload|ping)(?:[A-Z]\w*)?$/;

/** What a test says of an answer that is kept back, or of one who gives it only when he is told. */
export const keepingBack = /delay|slow|hang|hung|never|sleep|wait|pause|block|stall|latenc|pending|forever|infinit|large|big|huge|stream|poll|lock|queue|drip|throttle|mock|stub|spy|fake|intercept|nock|reply|respond|handler|createServer|event|subscri|\d{4}/i;
