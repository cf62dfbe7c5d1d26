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
