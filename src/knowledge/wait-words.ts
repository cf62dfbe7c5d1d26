/** What functions are called that wait as long as they are told. Asked only where nothing else is known of a function. */
export const waits = /^(?:m?sleep|delay|wait|pause|snooze|timeout)(?:Promise|Async|For)?(?:Ms|Millis|Milliseconds|Seconds)?$|^promise(?:Delay|Sleep|Wait)$|^waitFor(?:Ms|Millis|Milliseconds|Seconds|Timeout)$/i;

/** The same without words that mean something else where it is not known whose they are: a transaction waits for a number of blocks, a player pauses. */
export const plainWaits = /^(?:m?sleep|delay)|^wait(?:For)?(?:Ms|Millis|Milliseconds|Seconds)$|^waitForTimeout$|^promise/i;

/** Those that wait for a number of something, where the number is small. */
export const countedWaits = /^wait(?:For)?$/i;

/** The same of a name that stands by itself and that nothing declares: a file that runs before the tests has made it. */
export const globalWaits = /^(?:m?sleep|delay|wait|pause|snooze)/i;

/** What a function is called that stands for the timer of the language, whoever makes it. */
export const timerName = 'setTimeout';

/** Words in front of one that make it another clock's: `scheduler.delay(50)`. */
export const otherClocks = /clock|fake|mock|nock|schedul|simulat|stub|virtual/i;

/** What is called after a length of time that somebody chooses. */
export const lengthNames = /(?:^|[a-z])(?:time-?out|delay|interval|wait|pause|latency)(?:_?ms|_?millis)?$/i;

/** Methods that are handed one. */
export const lengthMethods = /^(?:after|before|delay|pause|throttle|wait|within)$/;

/** Words for a pause between two looks. */
export const pausing = /sleep|delay|wait|pause|snooze|time_?out/i;

/** Words for waiting; they only ever make an answer more careful. `fs.promises` is no wait, and `seedOne`, `findOne` are none. */
export const waitingWords = /wait|once|promise(?!s\.)|poll|render|update|join|advance|runall|settle|finish|complete|flush|until|eventually|idle|drain|tick|sleep|delay|ready|sync|event|turn|pause|find(All)?By|race|\bact\b|retry|emitted|(?<!fin|see|\bad|loa|sen|rea|fee|buil|hol|recor|expan|discar)done/i;

/** Names of what makes an event, or is told of one, and does not wait for it: `handleKeyEvent()`. */
export const eventMakers = /^(?:add|create|dispatch|emit|fire|handle|log|make|post|press|process|publish|record|register|send|simulate|track|trigger|type)[A-Z]\w*Events?$/;

/** Beginnings of the names of what takes in what another end of the same thing sends. */
export const receivingWords = /^(?:read|receive|recv|next|consume|take|pop|shift|accept|pull|collect)/i;

/** Beginnings of the names of what is asked for what is there. */
export const lookingWords = /^_?(?:get|list|find|count|query|select|search|load|has|exists)(?![a-z])/;

/** Beginnings of the names of functions that wait until something is so: `waitFor(() => …)`, `retryUntil(…)`. */
export const waitNames = /^(?:wait|until|poll|eventually|retry|settle)/i;

/** Beginnings of the names of functions that do nothing but wait for something: whoever calls one wants it to be so. */
export const droppedWaits = /^(?:wait|until)(?:$|(?:Until|For|Till|On)?[A-Z_])/;

/** The method that tries again until nothing is thrown (Testing Library, Vitest). */
export const triesAgain = 'waitFor';

/** Names of what waits for that alone which it begins itself: `dispatchAndWaitForResponse()`. */
export const ownWaits = /^(?!wait)[a-z]+\w*AndWait/;

/** What functions are called that are handed a list of functions and call them one by one, each with what says that it is over. */
export const seriesNames: ReadonlySet<string> = new Set(['series', 'waterfall', 'runSeries', 'inSeries']);

/** Those, and what runs their functions side by side or by what they need of each other; each function is handed what says that it is over (async, run-series). */
export const stepRunners: ReadonlySet<string> = new Set([...seriesNames, 'auto', 'autoInject', 'parallel', 'parallelLimit', 'runAuto', 'runParallel', 'runWaterfall']);
