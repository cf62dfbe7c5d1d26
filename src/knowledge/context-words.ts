/** What is told to the context of a test, and gives nothing (https://nodejs.org/api/test.html#class-testcontext, https://node-tap.org/api/). */
export const tellingOfContext: ReadonlySet<string> = new Set(['comment', 'diagnostic', 'end', 'log', 'pass', 'plan']);

/** The same of Mocha's (https://mochajs.org/#timeouts). */
export const settingOfContext: ReadonlySet<string> = new Set(['retries', 'skip', 'slow', 'timeout']);
