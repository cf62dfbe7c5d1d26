/** Methods that give the same time in another form (Date, Luxon, Day.js, Moment). */
export const sameInstant: ReadonlySet<string> = new Set(['getTime', 'valueOf', 'toISOString', 'toMillis', 'unix']);

/** Parts of the calendar that begin anew, and are counted as everybody counts them: months and days of the week are not. */
export const countedParts: ReadonlySet<string> = new Set(['getDate', 'getHours', 'getMinutes', 'getUTCDate', 'getUTCHours', 'getUTCMinutes']);

/** Functions of numbers and dates whose result is the same kind of thing as their argument. */
export const keepsInstant: ReadonlySet<string> = new Set(['abs', 'ceil', 'floor', 'round', 'trunc', 'Number', 'BigInt', 'Date', 'parseInt', 'parseFloat', 'parse', 'max', 'min', 'String', 'default']);

/** What shows no more of an instant than its day. */
export const dayWords: ReadonlySet<string> = new Set(['date', 'day', 'getDate', 'getDay', 'toISODate']);
