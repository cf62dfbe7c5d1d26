/** Options of a call that say after how many milliseconds it gives up. */
export const limitOptions = ['timeout', 'timeoutMs', 'timeoutMillis', 'timeoutInMs', 'requestTimeout', 'requestTimeoutMs'] as const;

/** Limits of so many milliseconds are there to be run out of: a request to a machine next door may be over in them. */
export const fewMilliseconds = 10;

/** Modules of Node that tell something about the process and do nothing to what a test calls. */
export const tellingModules: ReadonlySet<string> = new Set(['node:process', 'node:perf_hooks', 'node:crypto', 'node:util']);

/** What a function is called that gives up after as many milliseconds as it is handed, or makes what does. */
export const limitNames = /time-?out|deadline|(?:^|[a-z])limit|within|giveUp/i;
