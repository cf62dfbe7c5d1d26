/** What opens a stream that writes a file (https://nodejs.org/api/fs.html#fscreatewritestreampath-options). */
export const writeStream = 'createWriteStream';

/** What opens one that reads a file (https://nodejs.org/api/fs.html#fscreatereadstreampath-options). */
export const readStream = 'createReadStream';

/** Methods by which a stream is given something to write, or is told that there is no more: none of them waits until it is written. */
export const feeding: ReadonlySet<string> = new Set(['write', 'end', 'close', 'destroy', 'cork', 'uncork']);

/** Those of them that can be handed a function to call when all is written. */
export const ending: ReadonlySet<string> = new Set(['end', 'close']);

/** Events that tell of a stream's beginning, or that it failed, and not that all is written (https://nodejs.org/api/fs.html#class-fswritestream). */
export const beforeWritten: ReadonlySet<string> = new Set(['open', 'ready', 'error']);
